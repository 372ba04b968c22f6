import { InvalidInput, NotFound, NotSignedIn } from '../../errors.js';
import { builder } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { signedIn } from '../../viewer.js';
import { LockEnded, LockNotHeld, TasksRefused } from './errors.js';
import { manyPayload, onePayload } from './payloads.js';
import { extendLocks, stopMapping, stopValidation, submitMapping, submitValidation } from './service.js';

const StopMappingInput = builder.inputType('StopMappingInput', {
  fields: (t) => ({ projectId: t.id({ required: true }), taskNumber: t.int({ required: true }), comment: t.string() }),
});

builder.mutationField('stopMapping', (t) =>
  t.field({
    type: onePayload('StopMappingPayload'),
    description: 'Gives the task back as it was.',
    errors: { types: [NotSignedIn, NotFound, LockNotHeld, InvalidInput] },
    args: { input: t.arg({ type: StopMappingInput, required: true }) },
    resolve: (_root, { input }, context) =>
      stopMapping(
        context,
        signedIn(context.viewer),
        { projectId: numberOf('Project', input.projectId), number: input.taskNumber },
        input,
      ),
  }),
);

const MappingResult = builder.enumType('MappingResult', {
  values: {
    MAPPED: { description: 'Everything is mapped: a validator looks at it next.' },
    BADIMAGERY: { description: 'The imagery cannot be used.' },
    READY: { description: 'Not all is mapped: the next mapper goes on.' },
  },
});

const SubmitMappingInput = builder.inputType('SubmitMappingInput', {
  fields: (t) => ({
    projectId: t.id({ required: true }),
    taskNumber: t.int({ required: true }),
    lockVersion: t.int({ required: true, description: 'TaskLock.version of the lock the work was done under.' }),
    status: t.field({ type: MappingResult, required: true }),
    comment: t.string(),
  }),
});

builder.mutationField('submitMapping', (t) =>
  t.field({
    type: onePayload('SubmitMappingPayload'),
    description:
      'Ends the mapping of a task with its result. A lock that ran out still counts while nobody else has taken the task.',
    errors: { types: [NotSignedIn, NotFound, LockNotHeld, LockEnded, InvalidInput] },
    args: { input: t.arg({ type: SubmitMappingInput, required: true }) },
    resolve: (_root, { input }, context) =>
      submitMapping(
        context,
        signedIn(context.viewer),
        { projectId: numberOf('Project', input.projectId), number: input.taskNumber },
        {
          ...input,
          status: input.status as 'MAPPED' | 'BADIMAGERY' | 'READY',
        },
      ),
  }),
);

const StopValidationTaskInput = builder.inputType('StopValidationTaskInput', {
  fields: (t) => ({ taskNumber: t.int({ required: true }), comment: t.string() }),
});
const StopValidationInput = builder.inputType('StopValidationInput', {
  fields: (t) => ({
    projectId: t.id({ required: true }),
    tasks: t.field({ type: [StopValidationTaskInput], required: true }),
  }),
});

builder.mutationField('stopValidation', (t) =>
  t.field({
    type: manyPayload('StopValidationPayload'),
    description: 'Gives tasks back as they were, all or none.',
    errors: { types: [NotSignedIn, NotFound, TasksRefused, InvalidInput] },
    args: { input: t.arg({ type: StopValidationInput, required: true }) },
    resolve: (_root, { input }, context) =>
      stopValidation(context, signedIn(context.viewer), numberOf('Project', input.projectId), input.tasks),
  }),
);

const ValidationResult = builder.enumType('ValidationResult', {
  values: {
    VALIDATED: { description: 'It is good.' },
    INVALIDATED: { description: 'It needs more mapping.' },
    MAPPED: { description: 'No verdict: another validator looks at it.' },
  },
});
const MappingIssueInput = builder.inputType('MappingIssueInput', {
  fields: (t) => ({ categoryNumber: t.int({ required: true }), count: t.int({ required: true }) }),
});
const ValidationResultInput = builder.inputType('ValidationResultInput', {
  fields: (t) => ({
    taskNumber: t.int({ required: true }),
    lockVersion: t.int({ required: true }),
    status: t.field({ type: ValidationResult, required: true }),
    comment: t.string(),
    issues: t.field({ type: [MappingIssueInput] }),
  }),
});
const SubmitValidationInput = builder.inputType('SubmitValidationInput', {
  fields: (t) => ({
    projectId: t.id({ required: true }),
    results: t.field({ type: [ValidationResultInput], required: true }),
  }),
});

builder.mutationField('submitValidation', (t) =>
  t.field({
    type: manyPayload('SubmitValidationPayload'),
    description: 'Ends the validation of tasks with a verdict each, all or none.',
    errors: { types: [NotSignedIn, NotFound, TasksRefused, InvalidInput] },
    args: { input: t.arg({ type: SubmitValidationInput, required: true }) },
    resolve: (_root, { input }, context) =>
      submitValidation(
        context,
        signedIn(context.viewer),
        numberOf('Project', input.projectId),
        input.results.map((result) => ({ ...result, status: result.status as 'VALIDATED' | 'INVALIDATED' | 'MAPPED' })),
      ),
  }),
);

const ExtendLocksInput = builder.inputType('ExtendLocksInput', {
  fields: (t) => ({ projectId: t.id({ required: true }), taskNumbers: t.intList({ required: true }) }),
});

builder.mutationField('extendLocks', (t) =>
  t.field({
    type: manyPayload('ExtendLocksPayload'),
    description: 'Gives the viewer the full time again for tasks they hold, all or none.',
    errors: { types: [NotSignedIn, NotFound, TasksRefused, InvalidInput] },
    args: { input: t.arg({ type: ExtendLocksInput, required: true }) },
    resolve: (_root, { input }, context) =>
      extendLocks(context, signedIn(context.viewer), numberOf('Project', input.projectId), input.taskNumbers),
  }),
);
