import { statement } from '../../database/database.js';
import { builder } from '../../graphql/builder.js';
import { connectionOf, counted, pageOf } from '../../graphql/page.js';
import { Permission, permission } from '../../graphql/Permission.js';
import { progressOf } from '../projects/load.js';
import { whyNotMap, whyNotValidate } from '../projects/policy.js';
import { Project } from '../projects/Project.js';
import { standingOf } from '../projects/standing.js';
import { countTasks, cursorOf, listTasks } from './list.js';
import { taskByNumber, tasksHeldBy, type LockKind as LockKindName, type TaskRow } from './rows.js';
import { LockKind, Task, TaskStatus } from './Task.js';
import { TILES_MAX_ZOOM, tilesUrl } from './tiles.js';
import { Viewer } from '../people/Viewer.js';

// What a project and a viewer know of tasks.

const SNAPSHOT = statement(import.meta.url, 'sql/snapshot');

/** The little of a person that live data carries. */
export interface HolderShape {
  osmId: number;
  username: string;
  pictureUrl: string | null;
}

export const LockHolder = builder.objectRef<HolderShape>('LockHolder').implement({
  description: 'The little of a person that a live event carries.',
  fields: (t) => ({
    osmId: t.exposeInt('osmId', { description: 'Person.osmId.' }),
    username: t.exposeString('username', { description: 'Person.username.' }),
    pictureUrl: t.exposeString('pictureUrl', {
      description: 'Person.pictureUrl; null when there is none.',
      nullable: true,
    }),
  }),
});

interface StateLock {
  mapId: number;
  number: number;
  kind: LockKindName;
  holder: HolderShape;
  expiresAt: string;
}

interface Snapshot {
  position: number;
  statuses: string;
  runs: number[][];
  locks: StateLock[];
}

const TaskStateLock = builder.objectRef<StateLock>('TaskStateLock').implement({
  description: 'A lock in force, as TaskStates carries it.',
  fields: (t) => ({
    mapId: t.exposeInt('mapId', { description: 'Task.mapId.' }),
    number: t.exposeInt('number', { description: 'Its number in the project: Task.number.' }),
    kind: t.expose('kind', { type: LockKind, description: 'For mapping or for validation.' }),
    holder: t.expose('holder', { type: LockHolder, description: 'Who has the task.' }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      description:
        'When it ends by itself: from then on show the status under the lock, whether or not an event has come.',
    }),
  }),
});

const TaskStates = builder.objectRef<Snapshot>('TaskStates').implement({
  description: 'The state of all tasks in a few kilobytes; go on from `cursor` with the subscription projectTasks.',
  fields: (t) => ({
    cursor: t.string({
      description: 'Send it as `after` to the subscription projectTasks: nothing between the two is missed.',
      resolve: ({ position }) => String(position),
    }),
    runs: t.field({
      type: t.listRef(t.listRef('Int')),
      description: 'Which task each digit of `statuses` stands for: runs of [first mapId, first number, length].',
      resolve: ({ runs }) => runs,
    }),
    statuses: t.exposeString('statuses', {
      description:
        'One digit a task, its status under any lock: 0 READY, 2 MAPPED, 4 VALIDATED, 5 INVALIDATED, 6 BADIMAGERY.',
    }),
    locks: t.expose('locks', { type: [TaskStateLock], description: 'The locks in force.' }),
  }),
});

const TaskFilter = builder.inputType('TaskFilter', {
  description: 'Which tasks: those that fit all that is given.',
  fields: (t) => ({
    statuses: t.field({
      type: [TaskStatus],
      description: 'What people see, so LOCKED_… counts before the status under it; all when left out.',
    }),
    search: t.string({ description: "A task's number, or part of the name of who last changed or holds it." }),
    inPriorityArea: t.boolean({
      description:
        'True: only those that reach into an area to be mapped first (Project.priorityAreas); false: the others.',
    }),
  }),
});
const TaskOrder = builder.enumType('TaskOrder', {
  description: 'The order of a list of tasks.',
  values: { NUMBER: { description: 'By number, the lowest first.' }, LAST_CHANGE: { description: 'Newest first.' } },
});

const TaskEdge = builder.edgeObject({ type: Task, name: 'TaskEdge' });
const TaskConnection = builder.connectionObject(
  {
    type: Task,
    name: 'TaskConnection',
  },
  TaskEdge,
);

builder.objectFields(Project, (t) => ({
  gridVersion: t.int({
    description: "Version of the tasks' geometry: part of the tiles' address, grows with a split.",
    resolve: async ({ id }, _args, context) => (await progressOf(context, id)).gridVersion,
  }),
  tilesUrl: t.string({
    description:
      '/tiles/projects/{number}/{z}/{x}/{y}.mvt?v={gridVersion}; layers tasks (polygons) and labels (one point a task); feature id = Task.mapId, property number.',
    resolve: async ({ id }, _args, context) => tilesUrl(id, (await progressOf(context, id)).gridVersion),
  }),
  tilesMaxZoom: t.int({
    description: 'Largest zoom at which tiles are made; beyond it the map overzooms.',
    resolve: () => TILES_MAX_ZOOM,
  }),
  taskStates: t.field({
    type: TaskStates,
    description:
      'The state of all tasks at one moment, to colour a map with. Without geometries: those are in the tiles.',
    resolve: async ({ id }, _args, { database }) =>
      (await database.query<Snapshot & { [column: string]: unknown }>(SNAPSHOT, [id]))[0]!,
  }),
  task: t.field({
    type: Task,
    description: 'One task; null when the project has none of this number.',
    nullable: true,
    args: { number: t.arg.int({ required: true, description: 'Its number in the project: Task.number.' }) },
    resolve: ({ id }, { number }, { database }) => taskByNumber(database, { projectId: id, number }),
  }),
  tasks: t.connection(
    {
      type: Task,
      description: 'Its tasks, to be read as a list. To draw them all use tilesUrl and taskStates.',
      args: {
        filter: t.arg({ type: TaskFilter, description: 'All tasks when left out.' }),
        orderBy: t.arg({
          type: TaskOrder,
          defaultValue: 'NUMBER',
          description: 'Cursors are good only for the order they came from.',
        }),
      },
      resolve: async ({ id }, args, { database }, info) => {
        const { limit, after } = pageOf(args);
        const order = args.orderBy ?? 'NUMBER';
        const filter = args.filter ?? {};
        const totalCount = counted(info, () => countTasks(database, id, filter));
        const rows = await listTasks(database, id, filter, order, limit, after);
        return {
          ...connectionOf(rows, limit, after, cursorOf(order)),
          totalCount,
        };
      },
    },
    TaskConnection,
    TaskEdge,
  ),
  viewerCanMap: t.field({
    type: Permission,
    description:
      'Whether the project lets the viewer map: its state, licence, teams and least level. A task has its own say.',
    resolve: async ({ id }, _args, context) => permission(whyNotMap((await standingOf(context, context.viewer, id))!)),
  }),
  viewerCanValidate: t.field({
    type: Permission,
    description:
      'Whether the project lets the viewer validate: its state, licence, teams and least level. A task has its own say.',
    resolve: async ({ id }, _args, context) =>
      permission(whyNotValidate((await standingOf(context, context.viewer, id))!)),
  }),
}));

builder.objectField(Task, 'project', (t) =>
  t.prismaField({
    type: Project,
    description: 'The project it is a part of.',
    resolve: (query, { project_id }: TaskRow, _args, { database }) =>
      database.prisma.project.findUniqueOrThrow({ ...query, where: { id: project_id } }),
  }),
);

builder.objectField(Viewer, 'locks', (t) =>
  t.field({
    type: [Task],
    description: 'Tasks the viewer holds at this moment, over all projects.',
    resolve: (viewer, _args, { database }) => tasksHeldBy(database, viewer.id),
  }),
);
