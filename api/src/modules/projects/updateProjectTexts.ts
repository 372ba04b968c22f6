import { InvalidInput, NotFound, NotPermitted, NotSignedIn } from '../../errors.js';
import { builder } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { signedIn } from '../../viewer.js';
import { projectPayload } from './payload.js';
import { updateProjectTexts } from './service.js';

const ProjectTextInput = builder.inputType('ProjectTextInput', {
  description: 'What is left out stays as it is.',
  fields: (t) => ({
    locale: t.string({ required: true, description: 'Such as en or pt_BR.' }),
    name: t.string(),
    shortDescription: t.string(),
    description: t.string({ description: 'Markdown.' }),
    instructions: t.string({ description: 'Markdown.' }),
    perTaskInstructions: t.string({
      description: 'Markdown; {x}, {y}, {z} and the properties of an uploaded polygon are filled in.',
    }),
  }),
});

const UpdateProjectTextsInput = builder.inputType('UpdateProjectTextsInput', {
  fields: (t) => ({
    projectId: t.id({ required: true }),
    texts: t.field({ type: [ProjectTextInput], required: true }),
  }),
});

builder.mutationField('updateProjectTexts', (t) =>
  t.field({
    type: projectPayload('UpdateProjectTextsPayload'),
    errors: { types: [NotSignedIn, NotPermitted, NotFound, InvalidInput] },
    args: { input: t.arg({ type: UpdateProjectTextsInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const projectId = numberOf('Project', input.projectId);
      await updateProjectTexts(
        context,
        signedIn(context.viewer),
        projectId,
        input.texts as Parameters<typeof updateProjectTexts>[3],
      );
      return { projectId };
    },
  }),
);
