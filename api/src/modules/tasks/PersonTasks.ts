import { builder } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { connectionOf, counted, pageOf } from '../../graphql/page.js';
import { personById } from '../people/load.js';
import { Person } from '../people/Person.js';
import { ProjectStatus } from '../projects/enums.js';
import { taskById } from './load.js';
import {
  invalidationCountOf,
  invalidationCursor,
  invalidationsOf,
  touchedCursor,
  touchedTaskCountOf,
  touchedTasksOf,
  type Invalidation,
  type TouchedTask,
} from './ofPerson.js';
import { Task, TaskStatus } from './Task.js';

const InvalidatedTask = builder.objectRef<Invalidation>('InvalidatedTask').implement({
  description: 'That a task was sent back by a validator, and what became of it.',
  fields: (t) => ({
    task: t.field({
      type: Task,
      description: 'Which task; its validatorRequest says what is missing.',
      resolve: async ({ task_id }, _args, context) => (await taskById(context, task_id))!,
    }),
    historyEntryId: t.exposeID('history_id', { description: 'TaskHistoryEntry.id of the entry that sent it back.' }),
    isClosed: t.exposeBoolean('closed', {
      description: 'True once the task was validated, sent back anew or split; false while somebody has to map it.',
    }),
    mappedBy: t.field({
      type: Person,
      nullable: true,
      description: 'Whose work was sent back; null when the task was sent back without having been mapped.',
      resolve: ({ mapper_id }, _args, context, info) =>
        mapper_id === null ? null : personById(context, mapper_id, info),
    }),
    mappedAt: t.expose('mapped_at', {
      type: 'DateTime',
      nullable: true,
      description: 'When that work was submitted; null when the task had not been mapped.',
    }),
    invalidatedBy: t.field({
      type: Person,
      description: 'Who sent it back.',
      resolve: ({ invalidator_id }, _args, context, info) => personById(context, invalidator_id, info),
    }),
    invalidatedAt: t.expose('invalidated_at', { type: 'DateTime', description: 'When it was sent back.' }),
    validatedBy: t.field({
      type: Person,
      nullable: true,
      description: 'Who found it good afterwards; null when nobody has.',
      resolve: ({ validator_id }, _args, context, info) =>
        validator_id === null ? null : personById(context, validator_id, info),
    }),
    validatedAt: t.expose('validated_at', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was found good; null when it has not been.',
    }),
    changedAt: t.expose('changed_at', { type: 'DateTime', description: 'When any of this last changed.' }),
  }),
});

const InvalidatedTaskSide = builder.enumType('InvalidatedTaskSide', {
  description: 'The side from which a person looks at tasks that were sent back.',
  values: {
    MAPPER: { description: 'They mapped it.' },
    VALIDATOR: { description: 'They sent it back.' },
  },
});
const InvalidatedTaskOrder = builder.enumType('InvalidatedTaskOrder', {
  description: 'The order of tasks that were sent back.',
  values: {
    LAST_CHANGED: { description: 'Newest change first.' },
    FIRST_CHANGED: { description: 'Oldest change first.' },
    HIGHEST_PROJECT: { description: 'By the number of the project, the highest first.' },
    LOWEST_PROJECT: { description: 'By the number of the project, the lowest first.' },
  },
});

const InvalidatedTaskEdge = builder.edgeObject({ type: InvalidatedTask, name: 'InvalidatedTaskEdge' });
const InvalidatedTaskConnection = builder.connectionObject(
  { type: InvalidatedTask, name: 'InvalidatedTaskConnection' },
  InvalidatedTaskEdge,
);

const PersonTask = builder.objectRef<TouchedTask>('PersonTask').implement({
  description: 'A task that a person did something on.',
  fields: (t) => ({
    task: t.field({
      type: Task,
      description: 'As it is now.',
      resolve: async ({ task_id }, _args, context) => (await taskById(context, task_id))!,
    }),
    lastActionAt: t.expose('last_at', {
      type: 'DateTime',
      description: 'When they last did something on it that fits the filter.',
    }),
  }),
});
const PersonTaskFilter = builder.inputType('PersonTaskFilter', {
  description: 'Which tasks: those on which the person did something that fits all that is given.',
  fields: (t) => ({
    result: t.field({ type: TaskStatus, description: 'What they made of the task, whatever it is now.' }),
    projectStatus: t.field({ type: ProjectStatus, description: 'Only in projects of this status.' }),
    projectId: t.id({ description: 'Only in this project: number or node id.' }),
    from: t.field({ type: 'DateTime', description: 'What they did from then on.' }),
    to: t.field({ type: 'DateTime', description: 'What they did before then.' }),
  }),
});
const PersonTaskOrder = builder.enumType('PersonTaskOrder', {
  description: 'The order of tasks that a person did something on.',
  values: {
    LATEST: { description: 'By when they last did something, the newest first.' },
    EARLIEST: { description: 'By when they last did something, the oldest first.' },
    HIGHEST_PROJECT: { description: 'By the number of the project, the highest first.' },
    LOWEST_PROJECT: { description: 'By the number of the project, the lowest first.' },
  },
});
const PersonTaskEdge = builder.edgeObject({ type: PersonTask, name: 'PersonTaskEdge' });
const PersonTaskConnection = builder.connectionObject(
  { type: PersonTask, name: 'PersonTaskConnection' },
  PersonTaskEdge,
);

const cursors = 'Cursors are good only for the order they came from.';

builder.prismaObjectFields(Person, (t) => ({
  invalidatedTasks: t.connection(
    {
      type: InvalidatedTask,
      nullable: true,
      description:
        'What was sent back of their work, or by them, in projects that the viewer may see. For people who are signed in: null for visitors.',
      args: {
        as: t.arg({ type: InvalidatedTaskSide, defaultValue: 'MAPPER', description: 'Of their work, or by them.' }),
        isClosed: t.arg.boolean({ description: 'Only those that are settled, or that are not; both when left out.' }),
        projectId: t.arg.id({ description: 'Only in this project: number or node id.' }),
        orderBy: t.arg({ type: InvalidatedTaskOrder, defaultValue: 'LAST_CHANGED', description: cursors }),
      },
      resolve: async ({ id }, args, context, info) => {
        if (!context.viewer) return null;
        const { limit, after } = pageOf(args);
        const which = {
          as: args.as ?? 'MAPPER',
          closed: args.isClosed,
          project: args.projectId == null ? null : numberOf('Project', args.projectId),
        };
        const order = args.orderBy ?? 'LAST_CHANGED';
        const totalCount = counted(info, () => invalidationCountOf(context, id, which));
        const rows = await invalidationsOf(context, id, { ...which, order, rows: limit + 1, after });
        return {
          ...connectionOf(rows, limit, after, invalidationCursor),
          totalCount,
        };
      },
    },
    InvalidatedTaskConnection,
    InvalidatedTaskEdge,
  ),
  tasks: t.connection(
    {
      type: PersonTask,
      nullable: true,
      description:
        'Tasks that they took, changed or commented on, in projects that the viewer may see. For people who are signed in: null for visitors.',
      args: {
        filter: t.arg({ type: PersonTaskFilter, description: 'All of them when left out.' }),
        orderBy: t.arg({ type: PersonTaskOrder, defaultValue: 'LATEST', description: cursors }),
      },
      resolve: async ({ id }, args, context, info) => {
        if (!context.viewer) return null;
        const { limit, after } = pageOf(args);
        const { projectId, ...rest } = args.filter ?? {};
        const filter = { ...rest, project: projectId == null ? null : numberOf('Project', projectId) };
        const order = args.orderBy ?? 'LATEST';
        const totalCount = counted(info, () => touchedTaskCountOf(context, id, filter));
        const rows = await touchedTasksOf(context, id, { filter, order, rows: limit + 1, after });
        return {
          ...connectionOf(rows, limit, after, touchedCursor),
          totalCount,
        };
      },
    },
    PersonTaskConnection,
    PersonTaskEdge,
  ),
}));
