import type { GraphQLResolveInfo } from 'graphql';
import { ErrorInterface } from '../../graphql/errors.js';
import { builder } from '../../graphql/builder.js';
import { personById } from '../people/load.js';
import { Person } from '../people/Person.js';
import {
  AlreadyHoldsLock,
  LockEnded,
  LockNotHeld,
  NotFromSplit,
  NothingLeft,
  PartChanged,
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

const holderOf = ({ holderId }: { holderId: number | null }, context: Context, info: GraphQLResolveInfo) =>
  holderId === null ? null : personById(context, holderId, info);

builder.objectType(TaskAlreadyLocked, {
  name: 'TaskAlreadyLocked',
  description: 'Somebody else is working on the task.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    holder: t.field({
      type: Person,
      description: 'Who is working on it.',
      resolve: ({ holderId }, _args, context, info) => personById(context, holderId, info),
    }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'When their time ends, unless they extend it.' }),
    nextFree: t.field({
      type: Task,
      nullable: true,
      description: 'The nearest task that is free to be mapped at this moment; null when there is none.',
      resolve: async ({ task }, _args, { database }) =>
        (await database.query<TaskRow>(NEXT_FREE, [task.projectId, task.number]))[0] ?? null,
    }),
  }),
});

builder.objectType(AlreadyHoldsLock, {
  name: 'AlreadyHoldsLock',
  description: 'The viewer is still mapping or validating a task, here or in another project: one thing at a time.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    task: t.field({
      type: Task,
      description: 'The task the viewer holds: to be finished or stopped first.',
      resolve: ({ task }, _args, context) => namedTask(context, task),
    }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'When that lock ends by itself.' }),
  }),
});

builder.objectType(TaskNotInState, {
  name: 'TaskNotInState',
  description: 'The task is in a state in which this cannot be done to it.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    status: t.field({
      type: TaskStatus,
      description: 'The state it is in.',
      resolve: ({ status }) => status as TaskRow['status'],
    }),
  }),
});

builder.objectType(LockNotHeld, {
  name: 'LockNotHeld',
  description: 'The task is not locked by the viewer.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    holder: t.field({
      type: Person,
      description: 'Who works on it now; null when nobody does.',
      nullable: true,
      resolve: (error, _args, context, info) => holderOf(error, context, info),
    }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      description: 'When their time ends; null when nobody works on it.',
      nullable: true,
    }),
    comment: t.exposeString('comment', { nullable: true, description: 'What the person wrote, handed back.' }),
  }),
});

builder.objectType(LockEnded, {
  name: 'LockEnded',
  description: 'The lock ended and the task went on: another lock, or another state.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    task: t.field({
      type: Task,
      description: 'The task as it is now.',
      resolve: ({ task }, _args, context) => namedTask(context, task),
    }),
    holder: t.field({
      type: Person,
      description: 'Who works on it now; null when nobody does.',
      nullable: true,
      resolve: (error, _args, context, info) => holderOf(error, context, info),
    }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      description: 'When their time ends; null when nobody works on it.',
      nullable: true,
    }),
    comment: t.exposeString('comment', { nullable: true, description: 'What the person wrote, handed back.' }),
  }),
});

builder.objectType(NothingLeft, {
  name: 'NothingLeft',
  description: 'No task of the project is free to be mapped at this moment.',
  interfaces: [ErrorInterface],
});

builder.objectType(TaskTooSmall, {
  name: 'TaskTooSmall',
  description: 'The task is too small to be split.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    areaM2: t.exposeFloat('areaM2', { description: 'Its area, geodesic, m².' }),
    limitM2: t.exposeFloat('limitM2', { description: 'The least area that can be split, m².' }),
    zoom: t.exposeInt('zoom', {
      description: 'Zoom of its tile, which must be below 18; null for arbitrary tasks.',
      nullable: true,
    }),
  }),
});

builder.objectType(NotFromSplit, {
  name: 'NotFromSplit',
  description: 'The task did not come from a split.',
  interfaces: [ErrorInterface],
});

builder.objectType(PartChanged, {
  name: 'PartChanged',
  description: 'A part of the split was worked on, or split again, so that undoing would lose something.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    taskNumber: t.exposeInt('taskNumber', { description: 'Which part: its number in the project (Task.number).' }),
  }),
});

const TaskRefusalType = builder.objectRef<TaskRefusal>('TaskRefusal').implement({
  description: 'Why one task kept an action over several from being done.',
  fields: (t) => ({
    taskNumber: t.exposeInt('taskNumber', { description: 'Which task: its number in the project (Task.number).' }),
    code: t.exposeString('code', {
      description:
        'For programs: TASK_NOT_FOUND, LOCKED_BY_OTHER, HOLDS_OTHER_LOCK, WRONG_STATE, OWN_WORK, NOT_LOCKED or STALE_LOCK.',
    }),
    message: t.exposeString('message', { description: 'A sentence for the person.' }),
    holder: t.field({
      type: Person,
      description: 'Who works on it now; null when nobody does.',
      nullable: true,
      resolve: (refusal, _args, context, info) => holderOf(refusal, context, info),
    }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      description: 'When their time ends; null when nobody works on it.',
      nullable: true,
    }),
    comment: t.exposeString('comment', { nullable: true, description: 'What the person wrote, handed back.' }),
  }),
});

builder.objectType(TasksRefused, {
  name: 'TasksRefused',
  description:
    'Nothing was changed, because some tasks refused; each says why. Leave those out and send the rest again.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    refusals: t.expose('refusals', {
      type: [TaskRefusalType],
      description: 'One for each task that refused, in the order asked.',
    }),
  }),
});
