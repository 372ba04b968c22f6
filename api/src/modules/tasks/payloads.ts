import { builder } from '../../graphql/builder.js';
import type { TaskRow } from './rows.js';
import { Task } from './Task.js';

/** What a mutation of one task gives: the task as it is now. */
export const onePayload = (name: string) =>
  builder.objectRef<TaskRow>(name).implement({
    fields: (t) => ({ task: t.field({ type: Task, resolve: (task) => task }) }),
  });

export interface TaskRows {
  tasks: TaskRow[];
}

/** What a mutation of several tasks gives: the tasks as they are now, in the order asked. */
export const manyPayload = (name: string) =>
  builder.objectRef<TaskRow[]>(name).implement({
    fields: (t) => ({ tasks: t.field({ type: [Task], resolve: (tasks) => tasks }) }),
  });

/** Names one task. */
export const taskInput = (name: string) =>
  builder.inputType(name, {
    fields: (t) => ({
      projectId: t.id({ required: true, description: 'Number or node id.' }),
      taskNumber: t.int({ required: true }),
    }),
  });
