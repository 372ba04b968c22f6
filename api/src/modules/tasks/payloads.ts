import { builder } from '../../graphql/builder.js';
import { freshTask } from './action.js';
import type { TaskName } from './errors.js';
import type { TaskRow } from './rows.js';
import { Task } from './Task.js';

/** What a mutation of one task gives: the task as it is now, read only for who asks for it. */
export const onePayload = (name: string) =>
  builder.objectRef<TaskRow | TaskName>(name).implement({
    description: 'It was done.',
    fields: (t) => ({
      task: t.field({
        type: Task,
        description: 'As it is now.',
        resolve: (task, _args, context) => ('id' in task ? task : freshTask(context, task)),
      }),
    }),
  });

/** What a mutation of several tasks gives: the tasks as they are now, in the order asked. */
export const manyPayload = (name: string) =>
  builder.objectRef<TaskRow[]>(name).implement({
    description: 'It was done, for all tasks that were named.',
    fields: (t) => ({
      tasks: t.field({
        type: [Task],
        description: 'As they are now, in the order asked.',
        resolve: (tasks) => tasks,
      }),
    }),
  });

/** Names one task. */
export const taskInput = (name: string) =>
  builder.inputType(name, {
    description: 'Names one task.',
    fields: (t) => ({
      projectId: t.id({ required: true, description: 'Number or node id.' }),
      taskNumber: t.int({ description: 'Which task: its number in the project (Task.number).', required: true }),
    }),
  });
