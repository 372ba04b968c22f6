import { InvalidInput, NotFound, NotPermitted, NotSignedIn } from '../../errors.js';
import { builder, oneInput } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { signedIn } from '../../viewer.js';
import { onePayload } from './payloads.js';
import { commentOnTask } from './service.js';

const CommentOnTaskInput = builder.inputType('CommentOnTaskInput', {
  description: 'What to say about which task.',
  fields: (t) => ({
    projectId: t.id({ description: 'Number or node id.', required: true }),
    taskNumber: t.int({ description: 'Which task: its number in the project (Task.number).', required: true }),
    comment: t.string({
      required: true,
      description: 'Markdown; 1 to 10,000 characters. `@name` and `@[a name]` mention a person.',
    }),
  }),
});

builder.mutationField('commentOnTask', (t) =>
  t.field({
    type: onePayload('CommentOnTaskPayload'),
    description: 'Writes a comment about a task, whoever works on it: for everybody who may see the project.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound, InvalidInput] },
    args: oneInput(CommentOnTaskInput),
    resolve: (_root, { input }, context) =>
      commentOnTask(
        context,
        signedIn(context.viewer, 'Sign in with your OpenStreetMap account to write a comment.'),
        { projectId: numberOf('Project', input.projectId), number: input.taskNumber },
        input,
      ),
  }),
);
