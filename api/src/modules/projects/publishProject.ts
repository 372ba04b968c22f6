import { InvalidInput, NotFound, NotPermitted, NotSignedIn } from '../../errors.js';
import { builder } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { signedIn } from '../../viewer.js';
import { projectPayload } from './payload.js';
import { archiveProject, publishProject } from './service.js';

const projectInput = (name: string) =>
  builder.inputType(name, { fields: (t) => ({ projectId: t.id({ required: true }) }) });

builder.mutationField('publishProject', (t) =>
  t.field({
    type: projectPayload('PublishProjectPayload'),
    description: 'Opens a project to everyone it is for; says which texts are still missing.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound, InvalidInput] },
    args: { input: t.arg({ type: projectInput('PublishProjectInput'), required: true }) },
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
    description: 'Takes a project out of the lists of work; it can still be read.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound] },
    args: { input: t.arg({ type: projectInput('ArchiveProjectInput'), required: true }) },
    resolve: async (_root, { input }, context) => {
      const projectId = numberOf('Project', input.projectId);
      await archiveProject(context, signedIn(context.viewer), projectId);
      return { projectId };
    },
  }),
);
