import { InvalidInput, NotFound, NotPermitted, NotSignedIn } from '../../errors.js';
import { builder, oneInput } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { signedIn } from '../../viewer.js';
import { projectPayload } from './payload.js';
import { updateProjectTexts } from './service.js';

const ProjectTextInput = builder.inputType('ProjectTextInput', {
  description: 'Texts in one language. What is left out or null stays as it is; an empty text removes it.',
  fields: (t) => ({
    locale: t.string({
      required: true,
      description: 'Language of these texts, such as en or pt_BR. A new one is added.',
    }),
    name: t.string({ description: 'Plain text, at most 512 characters.' }),
    shortDescription: t.string({
      description: 'Plain text of a sentence or two, for lists; at most 2,000 characters.',
    }),
    description: t.string({ description: 'Markdown: what the project is for; at most 100,000 characters.' }),
    instructions: t.string({ description: 'Markdown: how to map and validate; at most 100,000 characters.' }),
    perTaskInstructions: t.string({
      description: 'Markdown; {x}, {y}, {z} and the properties of an uploaded polygon are filled in.',
    }),
  }),
});

const UpdateProjectTextsInput = builder.inputType('UpdateProjectTextsInput', {
  description: 'Which texts of which project to write.',
  fields: (t) => ({
    projectId: t.id({ description: 'Number or node id.', required: true }),
    texts: t.field({
      type: [ProjectTextInput],
      description: 'One entry a language, each language once.',
      required: true,
    }),
  }),
});

builder.mutationField('updateProjectTexts', (t) =>
  t.field({
    type: projectPayload('UpdateProjectTextsPayload'),
    description:
      "Writes a project's texts, language by language. A published project keeps the texts it needs in its own language. For those who manage it.",
    errors: { types: [NotSignedIn, NotPermitted, NotFound, InvalidInput] },
    args: oneInput(UpdateProjectTextsInput),
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
