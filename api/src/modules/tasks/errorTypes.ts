import { ErrorInterface } from '../../graphql/errors.js';
import { builder } from '../../graphql/builder.js';
import { personById } from '../people/load.js';
import { Person } from '../people/Person.js';
import {
  AlreadyHoldsLock,
  LockEnded,
  LockNotHeld,
  NothingLeft,
  TaskAlreadyLocked,
  TaskNotInState,
  TasksRefused,
  TaskTooSmall,
  type TaskName,
  type TaskRefusal,
} from './errors.js';
import { taskByNumber, type TaskRow } from './rows.js';
import { Task, TaskStatus } from './Task.js';
import type { Context } from '../../graphql/context.js';

const NEXT_FREE = {
  name: 'tasks/next_free',
  text: `select n.* from task_geometry g join task_now n on n.id = g.task_id
          where g.project_id = $1 and n.status in ('READY', 'INVALIDATED')
          order by g.geometry_3857 <-> (select o.geometry_3857 from task_geometry o join task ot on ot.id = o.task_id
                                         where ot.project_id = $1 and ot.number = $2)
          limit 1`,
};

const namedTask = async ({ database }: Context, name: TaskName): Promise<TaskRow> => {
  const task = await taskByNumber(database, name);
  if (!task) throw new Error(`There is no task ${name.number} in project ${name.projectId}`); // an answer has just named it
  return task;
};

const holderOf = (context: Context, { holderId }: { holderId: number | null }) =>
  holderId === null ? null : personById(context, holderId);

builder.objectType(TaskAlreadyLocked, {
  name: 'TaskAlreadyLocked',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    holder: t.field({ type: Person, resolve: ({ holderId }, _args, context) => personById(context, holderId) }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime' }),
    nextFree: t.field({
      type: Task,
      nullable: true,
      description: 'The nearest task that is free to be mapped at this moment.',
      resolve: async ({ task }, _args, { database }) =>
        (await database.query<TaskRow>(NEXT_FREE, [task.projectId, task.number]))[0] ?? null,
    }),
  }),
});

builder.objectType(AlreadyHoldsLock, {
  name: 'AlreadyHoldsLock',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    task: t.field({
      type: Task,
      description: 'The task the viewer holds.',
      resolve: ({ task }, _args, context) => namedTask(context, task),
    }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime' }),
  }),
});

builder.objectType(TaskNotInState, {
  name: 'TaskNotInState',
  interfaces: [ErrorInterface],
  fields: (t) => ({ status: t.field({ type: TaskStatus, resolve: ({ status }) => status as TaskRow['status'] }) }),
});

builder.objectType(LockNotHeld, {
  name: 'LockNotHeld',
  description: 'The task is not locked by the viewer.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    holder: t.field({ type: Person, nullable: true, resolve: (error, _args, context) => holderOf(context, error) }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', nullable: true }),
    comment: t.exposeString('comment', { nullable: true, description: 'What the person wrote, handed back.' }),
  }),
});

builder.objectType(LockEnded, {
  name: 'LockEnded',
  description: 'The lock ended and the task went on: another lock, or another state.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    task: t.field({ type: Task, resolve: ({ task }, _args, context) => namedTask(context, task) }),
    holder: t.field({ type: Person, nullable: true, resolve: (error, _args, context) => holderOf(context, error) }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', nullable: true }),
    comment: t.exposeString('comment', { nullable: true, description: 'What the person wrote, handed back.' }),
  }),
});

builder.objectType(NothingLeft, { name: 'NothingLeft', interfaces: [ErrorInterface] });

builder.objectType(TaskTooSmall, {
  name: 'TaskTooSmall',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    areaM2: t.exposeFloat('areaM2'),
    limitM2: t.exposeFloat('limitM2'),
    zoom: t.exposeInt('zoom', { nullable: true }),
  }),
});

const TaskRefusalType = builder.objectRef<TaskRefusal>('TaskRefusal').implement({
  fields: (t) => ({
    taskNumber: t.exposeInt('taskNumber'),
    code: t.exposeString('code'),
    message: t.exposeString('message'),
    holder: t.field({ type: Person, nullable: true, resolve: (refusal, _args, context) => holderOf(context, refusal) }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', nullable: true }),
    comment: t.exposeString('comment', { nullable: true, description: 'What the person wrote, handed back.' }),
  }),
});

builder.objectType(TasksRefused, {
  name: 'TasksRefused',
  description: 'Nothing was changed, because some tasks refused; each says why.',
  interfaces: [ErrorInterface],
  fields: (t) => ({ refusals: t.expose('refusals', { type: [TaskRefusalType] }) }),
});
