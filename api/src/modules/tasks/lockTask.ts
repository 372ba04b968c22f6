import { InvalidInput, NotFound, NotPermitted, NotSignedIn } from '../../errors.js';
import { builder, oneInput } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { signedIn } from '../../viewer.js';
import { AlreadyHoldsLock, NothingLeft, TaskAlreadyLocked, TaskNotInState, TasksRefused } from './errors.js';
import { onePayload, manyPayload, taskInput } from './payloads.js';
import { lockNextTask, lockTaskForMapping, lockTasksForValidation } from './service.js';

const toMap = 'Sign in with your OpenStreetMap account to map.';

builder.mutationField('lockTaskForMapping', (t) =>
  t.field({
    type: onePayload('LockTaskForMappingPayload'),
    description:
      'Locks a task for the viewer to map. Asked again by its holder it answers the same. Of several who ask at once, one gets it.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound, TaskAlreadyLocked, AlreadyHoldsLock, TaskNotInState] },
    args: oneInput(taskInput('LockTaskForMappingInput')),
    resolve: (_root, { input }, context) =>
      lockTaskForMapping(context, signedIn(context.viewer, toMap), {
        projectId: numberOf('Project', input.projectId),
        number: input.taskNumber,
      }),
  }),
);

const LockNextTaskInput = builder.inputType('LockNextTaskInput', {
  description: 'Where to look for a task.',
  fields: (t) => ({
    projectId: t.id({ description: 'Number or node id.', required: true }),
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
    args: oneInput(LockNextTaskInput),
    resolve: (_root, { input }, context) =>
      lockNextTask(context, signedIn(context.viewer, toMap), {
        ...input,
        projectId: numberOf('Project', input.projectId),
      }),
  }),
);

const LockTasksForValidationInput = builder.inputType('LockTasksForValidationInput', {
  description: 'Names tasks of one project.',
  fields: (t) => ({
    projectId: t.id({ description: 'Number or node id.', required: true }),
    taskNumbers: t.intList({ description: 'Task.number of each, 1 to 500.', required: true }),
  }),
});

builder.mutationField('lockTasksForValidation', (t) =>
  t.field({
    type: manyPayload('LockTasksForValidationPayload'),
    description:
      'Locks tasks for the viewer to validate, all or none. Mapped tasks, those sent back and those with bad imagery can be taken; mappers do not validate their own work.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound, TasksRefused, InvalidInput] },
    args: oneInput(LockTasksForValidationInput),
    resolve: (_root, { input }, context) =>
      lockTasksForValidation(
        context,
        signedIn(context.viewer, 'Sign in with your OpenStreetMap account to validate.'),
        numberOf('Project', input.projectId),
        input.taskNumbers,
      ),
  }),
);
