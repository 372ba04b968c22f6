import { InvalidInput, NotFound, NotSignedIn } from '../../errors.js';
import { builder, oneInput } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { signedIn } from '../../viewer.js';
import { LockEnded, LockNotHeld, TasksRefused } from './errors.js';
import { manyPayload, onePayload } from './payloads.js';
import { extendLocks, stopMapping, stopValidation, submitMapping, submitValidation } from './service.js';

const StopMappingInput = builder.inputType('StopMappingInput', {
  description: 'Which task to give back.',
  fields: (t) => ({
    projectId: t.id({ description: 'Number or node id.', required: true }),
    taskNumber: t.int({ description: 'Which task: its number in the project (Task.number).', required: true }),
    comment: t.string({ description: "For the task's history, Markdown; at most 10,000 characters." }),
  }),
});

builder.mutationField('stopMapping', (t) =>
  t.field({
    type: onePayload('StopMappingPayload'),
    description: 'Gives the task that the viewer is mapping back as it was.',
    errors: { types: [NotSignedIn, NotFound, LockNotHeld, InvalidInput] },
    args: oneInput(StopMappingInput),
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
  description: 'How the mapping of a task ended.',
  values: {
    MAPPED: { description: 'Everything is mapped: a validator looks at it next.' },
    BADIMAGERY: { description: 'The imagery cannot be used.' },
    READY: { description: 'Not all is mapped: the next mapper goes on.' },
  },
});

const SubmitMappingInput = builder.inputType('SubmitMappingInput', {
  description: 'The result of mapping a task.',
  fields: (t) => ({
    projectId: t.id({ description: 'Number or node id.', required: true }),
    taskNumber: t.int({ description: 'Which task: its number in the project (Task.number).', required: true }),
    lockVersion: t.int({ required: true, description: 'TaskLock.version of the lock the work was done under.' }),
    status: t.field({ type: MappingResult, description: 'How it ended.', required: true }),
    comment: t.string({ description: "For the task's history, Markdown; at most 10,000 characters." }),
  }),
});

builder.mutationField('submitMapping', (t) =>
  t.field({
    type: onePayload('SubmitMappingPayload'),
    description:
      'Ends the mapping of a task with its result. A lock that ran out still counts while nobody else has taken the task.',
    errors: { types: [NotSignedIn, NotFound, LockNotHeld, LockEnded, InvalidInput] },
    args: oneInput(SubmitMappingInput),
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
  description: 'One of the tasks to give back.',
  fields: (t) => ({
    taskNumber: t.int({ description: 'Which task: its number in the project (Task.number).', required: true }),
    comment: t.string({ description: "For this task's history, Markdown; at most 10,000 characters." }),
  }),
});
const StopValidationInput = builder.inputType('StopValidationInput', {
  description: 'Which tasks to give back.',
  fields: (t) => ({
    projectId: t.id({ description: 'Number or node id.', required: true }),
    tasks: t.field({ type: [StopValidationTaskInput], description: '1 to 500, each once.', required: true }),
  }),
});

builder.mutationField('stopValidation', (t) =>
  t.field({
    type: manyPayload('StopValidationPayload'),
    description: 'Gives tasks that the viewer is validating back as they were, all or none.',
    errors: { types: [NotSignedIn, NotFound, TasksRefused, InvalidInput] },
    args: oneInput(StopValidationInput),
    resolve: (_root, { input }, context) =>
      stopValidation(context, signedIn(context.viewer), numberOf('Project', input.projectId), input.tasks),
  }),
);

const ValidationResult = builder.enumType('ValidationResult', {
  description: 'What a validator says of a task.',
  values: {
    VALIDATED: { description: 'It is good.' },
    INVALIDATED: { description: 'It needs more mapping.' },
    MAPPED: { description: 'No verdict: another validator looks at it.' },
  },
});
const MappingIssueInput = builder.inputType('MappingIssueInput', {
  description: 'How often the validator found a kind of fault.',
  fields: (t) => ({
    categoryNumber: t.int({ description: 'MappingIssueCategory.number; each kind once a task.', required: true }),
    count: t.int({ description: '0 to 10,000; 0 is as if it were not sent.', required: true }),
  }),
});
const ValidationResultInput = builder.inputType('ValidationResultInput', {
  description: 'The verdict on one task.',
  fields: (t) => ({
    taskNumber: t.int({ description: 'Which task: its number in the project (Task.number).', required: true }),
    lockVersion: t.int({ description: 'TaskLock.version of the lock the work was done under.', required: true }),
    status: t.field({ type: ValidationResult, description: 'The verdict.', required: true }),
    comment: t.string({ description: "For the mapper and the task's history, Markdown; at most 10,000 characters." }),
    issues: t.field({ type: [MappingIssueInput], description: 'The faults that were found, by kind.' }),
  }),
});
const SubmitValidationInput = builder.inputType('SubmitValidationInput', {
  description: 'The verdicts on tasks of one project.',
  fields: (t) => ({
    projectId: t.id({ description: 'Number or node id.', required: true }),
    results: t.field({ type: [ValidationResultInput], description: '1 to 500, each task once.', required: true }),
  }),
});

builder.mutationField('submitValidation', (t) =>
  t.field({
    type: manyPayload('SubmitValidationPayload'),
    description: 'Ends the validation of tasks with a verdict each, all or none.',
    errors: { types: [NotSignedIn, NotFound, TasksRefused, InvalidInput] },
    args: oneInput(SubmitValidationInput),
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
  description: 'Names tasks of one project that the viewer holds.',
  fields: (t) => ({
    projectId: t.id({ description: 'Number or node id.', required: true }),
    taskNumbers: t.intList({ description: 'Task.number of each, 1 to 500.', required: true }),
  }),
});

builder.mutationField('extendLocks', (t) =>
  t.field({
    type: manyPayload('ExtendLocksPayload'),
    description:
      'Gives the viewer the full time (Instance.lockDurationSeconds) again from now on, for tasks they hold, all or none.',
    errors: { types: [NotSignedIn, NotFound, TasksRefused, InvalidInput] },
    args: oneInput(ExtendLocksInput),
    resolve: (_root, { input }, context) =>
      extendLocks(context, signedIn(context.viewer), numberOf('Project', input.projectId), input.taskNumbers),
  }),
);
