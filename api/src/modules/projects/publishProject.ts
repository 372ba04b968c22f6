import { InvalidInput, NotFound, NotPermitted, NotSignedIn } from '../../errors.js';
import { builder, oneInput } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { signedIn } from '../../viewer.js';
import { projectPayload } from './payload.js';
import { archiveProject, publishProject, returnProjectToDraft } from './service.js';

/** The input of a mutation that needs to know only which project. */
export const projectInput = (name: string) =>
  builder.inputType(name, {
    description: 'Names one project.',
    fields: (t) => ({ projectId: t.id({ required: true, description: 'Number or node id.' }) }),
  });

builder.mutationField('publishProject', (t) =>
  t.field({
    type: projectPayload('PublishProjectPayload'),
    description:
      'Opens a project to everyone it is for, also one that was archived. It needs a name, short description, description and instructions in its own language: InvalidInput says which are missing. For those who manage it.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound, InvalidInput] },
    args: oneInput(projectInput('PublishProjectInput')),
    resolve: async (_root, { input }, context) => {
      const projectId = numberOf('Project', input.projectId);
      await publishProject(context, signedIn(context.viewer), projectId);
      return { projectId };
    },
  }),
);

builder.mutationField('archiveProject', (t) =>
  t.field({
    type: projectPayload('ArchiveProjectPayload'),
    description:
      'Takes a project out of the lists of work; whoever could read it still can: a draft stays hidden. For those who manage it.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound] },
    args: oneInput(projectInput('ArchiveProjectInput')),
    resolve: async (_root, { input }, context) => {
      const projectId = numberOf('Project', input.projectId);
      await archiveProject(context, signedIn(context.viewer), projectId);
      return { projectId };
    },
  }),
);

builder.mutationField('returnProjectToDraft', (t) =>
  t.field({
    type: projectPayload('ReturnProjectToDraftPayload'),
    description:
      'Takes a published or archived project back into preparation: only those who manage it see it. Work done stays. For those who manage it.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound] },
    args: oneInput(projectInput('ReturnProjectToDraftInput')),
    resolve: async (_root, { input }, context) => {
      const projectId = numberOf('Project', input.projectId);
      await returnProjectToDraft(context, signedIn(context.viewer), projectId);
      return { projectId };
    },
  }),
);
