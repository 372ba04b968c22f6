import { NotFound, NotPermitted, NotSignedIn } from '../../errors.js';
import { builder, oneInput } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { signedIn } from '../../viewer.js';
import { Project } from '../projects/Project.js';
import { LockNotHeld, TaskAlreadyLocked, TaskNotInState, TaskTooSmall } from './errors.js';
import { onePayload, taskInput } from './payloads.js';
import type { TaskRow } from './rows.js';
import { splitTask, undoTask } from './service.js';
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
    description: 'Replaces a task, which the viewer must be mapping, by its quarters.',
    errors: { types: [NotSignedIn, NotFound, LockNotHeld, TaskTooSmall] },
    args: oneInput(taskInput('SplitTaskInput')),
    resolve: (_root, { input }, context) =>
      splitTask(context, signedIn(context.viewer), {
        projectId: numberOf('Project', input.projectId),
        number: input.taskNumber,
      }),
  }),
);
