import { InvalidInput, NotFound, NotPermitted, NotSignedIn } from '../../errors.js';
import { builder } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { signedIn } from '../../viewer.js';
import { AlreadyHoldsLock, NothingLeft, TaskAlreadyLocked, TaskNotInState, TasksRefused } from './errors.js';
import { onePayload, manyPayload, taskInput } from './payloads.js';
import { lockNextTask, lockTaskForMapping, lockTasksForValidation } from './service.js';

const toMap = 'Sign in with your OpenStreetMap account to map.';

builder.mutationField('lockTaskForMapping', (t) =>
  t.field({
    type: onePayload('LockTaskForMappingPayload'),
    errors: { types: [NotSignedIn, NotPermitted, NotFound, TaskAlreadyLocked, AlreadyHoldsLock, TaskNotInState] },
    args: { input: t.arg({ type: taskInput('LockTaskForMappingInput'), required: true }) },
    resolve: (_root, { input }, context) =>
      lockTaskForMapping(context, signedIn(context.viewer, toMap), {
        projectId: numberOf('Project', input.projectId),
        number: input.taskNumber,
      }),
  }),
);

const LockNextTaskInput = builder.inputType('LockNextTaskInput', {
  fields: (t) => ({
    projectId: t.id({ required: true }),
    near: t.int({ description: 'Number of a task to stay near to.' }),
    random: t.boolean({ description: 'Take one at random even when `near` is given.' }),
  }),
});

builder.mutationField('lockNextTask', (t) =>
  t.field({
    type: onePayload('LockNextTaskPayload'),
    description:
      'Picks a free task and locks it in one step: in a priority area first, then nearest to `near`, else at random.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound, AlreadyHoldsLock, NothingLeft] },
    args: { input: t.arg({ type: LockNextTaskInput, required: true }) },
    resolve: (_root, { input }, context) =>
      lockNextTask(context, signedIn(context.viewer, toMap), {
        ...input,
        projectId: numberOf('Project', input.projectId),
      }),
  }),
);

const LockTasksForValidationInput = builder.inputType('LockTasksForValidationInput', {
  fields: (t) => ({ projectId: t.id({ required: true }), taskNumbers: t.intList({ required: true }) }),
});

builder.mutationField('lockTasksForValidation', (t) =>
  t.field({
    type: manyPayload('LockTasksForValidationPayload'),
    description: 'All or none.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound, TasksRefused, InvalidInput] },
    args: { input: t.arg({ type: LockTasksForValidationInput, required: true }) },
    resolve: (_root, { input }, context) =>
      lockTasksForValidation(
        context,
        signedIn(context.viewer, 'Sign in with your OpenStreetMap account to validate.'),
        numberOf('Project', input.projectId),
        input.taskNumbers,
      ),
  }),
);
