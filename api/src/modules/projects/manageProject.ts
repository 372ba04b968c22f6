import { InvalidInput, NotFound, NotPermitted, NotSignedIn } from '../../errors.js';
import { builder, oneInput } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { Permission, permission } from '../../graphql/Permission.js';
import { signedIn } from '../../viewer.js';
import { managesOne } from '../organisations/load.js';
import { ProjectHasWork } from './errors.js';
import { deleteProject, setFeatured, transferProject } from './manage.js';
import { projectPayload } from './payload.js';
import { whyNotDelete, whyNotTransfer } from './policy.js';
import { Project } from './Project.js';
import { projectInput } from './publishProject.js';
import { standingOf } from './standing.js';

builder.prismaObjectFields(Project, (t) => ({
  viewerCanTransfer: t.field({
    type: Permission,
    description:
      'May the viewer make somebody else the author: administrators, the author, managers of the organisation.',
    resolve: async ({ id }, _args, context) =>
      permission(whyNotTransfer((await standingOf(context, context.viewer, id))!)),
  }),
  viewerCanDelete: t.field({
    type: Permission,
    description:
      'Those who manage it may, if they manage an organisation as well. Work in it forbids it for everybody: see ProjectHasWork.',
    resolve: async ({ id }, _args, context) => {
      const standing = (await standingOf(context, context.viewer, id))!;
      return permission(whyNotDelete(standing, await managesOne(context)));
    },
  }),
}));

for (const [name, featured, description] of [
  ['featureProject', true, 'Shows a project on the first page, see featuredProjects.'],
  ['unfeatureProject', false, 'Shows a project on the first page no longer.'],
] as const) {
  const capitalised = name.charAt(0).toUpperCase() + name.slice(1);
  builder.mutationField(name, (t) =>
    t.field({
      type: projectPayload(`${capitalised}Payload`),
      description: `${description} Twice is once. For those who manage it.`,
      errors: { types: [NotSignedIn, NotPermitted, NotFound] },
      args: oneInput(projectInput(`${capitalised}Input`)),
      resolve: async (_root, { input }, context) => {
        const projectId = numberOf('Project', input.projectId);
        await setFeatured(context, signedIn(context.viewer), projectId, featured);
        return { projectId };
      },
    }),
  );
}

const TransferProjectInput = builder.inputType('TransferProjectInput', {
  description: 'Which project, and to whom.',
  fields: (t) => ({
    projectId: t.id({ required: true, description: 'Number or node id.' }),
    username: t.string({
      required: true,
      description: 'Exact name of the new author: a manager of the organisation, or an administrator.',
    }),
  }),
});

builder.mutationField('transferProject', (t) =>
  t.field({
    type: projectPayload('TransferProjectPayload'),
    description:
      'Makes somebody else the author of a project. For its author, managers of its organisation, and administrators.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound, InvalidInput] },
    args: oneInput(TransferProjectInput),
    resolve: async (_root, { input }, context) => {
      const projectId = numberOf('Project', input.projectId);
      await transferProject(context, signedIn(context.viewer), projectId, input.username);
      return { projectId };
    },
  }),
);

const DeleteProjectPayload = builder.objectRef<{ number: number }>('DeleteProjectPayload').implement({
  description: 'The project is gone, with all that hung on it.',
  fields: (t) => ({ number: t.exposeInt('number', { description: 'The number that it had.' }) }),
});

builder.mutationField('deleteProject', (t) =>
  t.field({
    type: DeleteProjectPayload,
    description:
      'Deletes a project for good, as long as nobody has worked in it: all its tasks are ready and free. For those who manage it and an organisation.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound, ProjectHasWork] },
    args: oneInput(projectInput('DeleteProjectInput')),
    resolve: async (_root, { input }, context) => {
      const number = numberOf('Project', input.projectId);
      await deleteProject(context, signedIn(context.viewer), number);
      return { number };
    },
  }),
);
