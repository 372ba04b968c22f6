import { NotFound, NotPermitted, NotSignedIn } from '../../errors.js';
import { builder, oneInput } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { signedIn } from '../../viewer.js';
import { Project } from '../projects/Project.js';
import { LockNotHeld, NotFromSplit, PartChanged, TaskAlreadyLocked, TaskNotInState, TaskTooSmall } from './errors.js';
import { onePayload, taskInput } from './payloads.js';
import type { TaskRow } from './rows.js';
import { splitTask, undoSplit, undoTask } from './service.js';
import { Task } from './Task.js';

builder.mutationField('undoTask', (t) =>
  t.field({
    type: onePayload('UndoTaskPayload'),
    description: "Takes the task's newest change of state back: for who made it, and for validators.",
    errors: { types: [NotSignedIn, NotPermitted, NotFound, TaskAlreadyLocked, TaskNotInState] },
    args: oneInput(taskInput('UndoTaskInput')),
    resolve: (_root, { input }, context) =>
      undoTask(context, signedIn(context.viewer), {
        projectId: numberOf('Project', input.projectId),
        number: input.taskNumber,
      }),
  }),
);

const SplitTaskPayload = builder.objectRef<TaskRow[]>('SplitTaskPayload').implement({
  description: 'The task gave way to smaller ones.',
  fields: (t) => ({
    tasks: t.field({
      type: [Task],
      description: 'The new tasks; the split one is no more.',
      resolve: (tasks) => tasks,
    }),
    project: t.prismaField({
      type: Project,
      description: 'With its new number of tasks and gridVersion.',
      resolve: (query, [task], _args, { database }) =>
        database.prisma.project.findUniqueOrThrow({ ...query, where: { id: task!.project_id } }),
    }),
  }),
});

builder.mutationField('splitTask', (t) =>
  t.field({
    type: SplitTaskPayload,
    description:
      'Replaces a task, which the viewer must be mapping or validating, by its quarters. Parts of a task that is being validated keep its status, to be judged one by one; else they are READY.',
    errors: { types: [NotSignedIn, NotFound, LockNotHeld, TaskTooSmall] },
    args: oneInput(taskInput('SplitTaskInput')),
    resolve: (_root, { input }, context) =>
      splitTask(context, signedIn(context.viewer), {
        projectId: numberOf('Project', input.projectId),
        number: input.taskNumber,
      }),
  }),
);

const UndoSplitInput = builder.inputType('UndoSplitInput', {
  description: 'Which split to take back.',
  fields: (t) => ({
    projectId: t.id({ required: true, description: 'Number or node id.' }),
    taskNumber: t.int({ description: 'One of the parts: its number in the project (Task.number).', required: true }),
    discardWork: t.boolean({
      description: 'True, for managers: also when parts were worked on; their status is given up, their history kept.',
    }),
  }),
});

const UndoSplitPayload = builder.objectRef<TaskRow>('UndoSplitPayload').implement({
  description: 'The parts are one task again.',
  fields: (t) => ({
    task: t.field({ type: Task, description: 'The task that was split, as it was before.', resolve: (task) => task }),
    project: t.prismaField({
      type: Project,
      description: 'With its new number of tasks and gridVersion.',
      resolve: (query, { project_id }, _args, { database }) =>
        database.prisma.project.findUniqueOrThrow({ ...query, where: { id: project_id } }),
    }),
  }),
});

builder.mutationField('undoSplit', (t) =>
  t.field({
    type: UndoSplitPayload,
    description:
      'Takes a split back while nobody works on a part and each is as the split left it: for who split the task, and for validators.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound, TaskAlreadyLocked, PartChanged, NotFromSplit] },
    args: oneInput(UndoSplitInput),
    resolve: (_root, { input }, context) =>
      undoSplit(
        context,
        signedIn(context.viewer),
        { projectId: numberOf('Project', input.projectId), number: input.taskNumber },
        { discardWork: input.discardWork ?? false },
      ),
  }),
);
