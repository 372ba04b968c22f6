import { GraphQLError } from 'graphql';
import { builder } from '../../graphql/builder.js';
import type { Context } from '../../graphql/context.js';
import { numberOf } from '../../graphql/ids.js';
import { badPage } from '../../graphql/page.js';
import type { TaskEvent } from '../../live/feed.js';
import { canSee } from '../projects/policy.js';
import { standingOf } from '../projects/standing.js';
import { LockHolder, type HolderShape } from './ProjectTasks.js';
import { tasksById, type TaskRow } from './rows.js';
import { LockKind, Task, TaskStatus } from './Task.js';

const TaskEventKind = builder.enumType('TaskEventKind', {
  values: {
    LOCKED: {},
    RELEASED: { description: 'Given back without a result.' },
    EXPIRED: { description: 'The time of its lock was up.' },
    SUBMITTED: {},
    EXTENDED: {},
    UNDONE: {},
    SPLIT: { description: 'It gave way to smaller tasks.' },
    CREATED: { description: 'New, from a split.' },
  },
});

const holder = (osmId: number, username: string, pictureUrl: string | null): HolderShape => ({
  osmId,
  username,
  pictureUrl,
});

const TaskEventLock = builder.objectRef<TaskEvent>('TaskEventLock').implement({
  fields: (t) => ({
    kind: t.field({ type: LockKind, resolve: (event) => event.lock_kind! }),
    holder: t.field({
      type: LockHolder,
      resolve: (event) => holder(event.lock_holder!, event.holder_username!, event.holder_picture_url),
    }),
    expiresAt: t.field({ type: 'DateTime', resolve: (event) => event.lock_expires_at! }),
  }),
});

const TaskEventType = builder.objectRef<TaskEvent>('TaskEvent').implement({
  description: 'A change of one task, with its whole new state: applying the newest event of each task is right.',
  fields: (t) => ({
    cursor: t.string({ resolve: ({ position }) => String(position) }),
    at: t.expose('at', { type: 'DateTime' }),
    kind: t.expose('kind', { type: TaskEventKind }),
    person: t.field({
      type: LockHolder,
      nullable: true,
      resolve: (event) => holder(event.person_id, event.person_username, event.person_picture_url),
    }),
    mapId: t.exposeInt('task_id'),
    number: t.exposeInt('number'),
    statusUnderLock: t.field({ type: TaskStatus, resolve: ({ status }) => (status === 'SPLIT' ? 'READY' : status) }),
    lock: t.field({
      type: TaskEventLock,
      nullable: true,
      description: 'The lock the event left behind.',
      resolve: (event) => (event.lock_kind ? event : null),
    }),
    lockVersion: t.exposeInt('lock_version'),
    removed: t.boolean({
      description: 'The task is no more (it was split).',
      resolve: ({ status }) => status === 'SPLIT',
    }),
    gridVersion: t.exposeInt('grid_version'),
  }),
});

const ProjectTasksUpdate = builder.objectRef<TaskEvent[]>('ProjectTasksUpdate').implement({
  fields: (t) => ({
    cursor: t.string({ description: 'Resume after this.', resolve: (events) => String(events.at(-1)!.position) }),
    events: t.field({ type: [TaskEventType], resolve: (events) => events }),
  }),
});

interface Update {
  position: number;
  task: TaskRow;
}

const TaskUpdate = builder.objectRef<Update>('TaskUpdate').implement({
  fields: (t) => ({
    cursor: t.string({ resolve: ({ position }) => String(position) }),
    task: t.field({ type: Task, resolve: ({ task }) => task }),
  }),
});

builder.subscriptionFields((t) => ({
  projectTasks: t.field({
    type: ProjectTasksUpdate,
    description:
      "Changes of a project's tasks. With `after` (a cursor from an event or from taskStates) first everything that was missed.",
    args: { projectId: t.arg.id({ required: true, description: 'Number or node id.' }), after: t.arg.string() },
    subscribe: async (_root, { projectId, after }, context) => {
      const id = numberOf('Project', projectId);
      return closable(async function* (signal) {
        for await (const events of await followed(context, id, after, signal)) yield events;
      });
    },
    resolve: (events) => events,
  }),
  task: t.field({
    type: TaskUpdate,
    description: 'One task, again after each of its changes.',
    args: { id: t.arg.id({ required: true, description: 'Node id or mapId of the task.' }), after: t.arg.string() },
    subscribe: async (_root, { id, after }, context) => {
      const mapId = numberOf('Task', id);
      const [task] = await tasksById(context.database, [mapId]);
      if (!task) throw notFound('There is no such task, or it is not open to you.');
      return closable(async function* (signal) {
        for await (const events of await followed(context, task.project_id, after, signal)) {
          const mine = events.filter(({ task_id }) => task_id === mapId).at(-1);
          const [now] = mine ? await tasksById(context.database, [mapId]) : [];
          if (mine && now) yield { position: mine.position, task: now };
          if (mine && !now) return; // it was split
        }
      });
    },
    resolve: (update) => update,
  }),
}));

const notFound = (message: string) => new GraphQLError(message, { extensions: { code: 'NOT_FOUND' } });

/** A project's events from a cursor on, for as long as the viewer may see the project: asked at the start and at each delivery. */
async function followed(context: Context, projectId: number, after: string | null | undefined, signal: AbortSignal) {
  const { database, live, viewer } = context;
  const isOpen = async () => {
    const standing = await standingOf(context, viewer, projectId);
    return (
      standing !== undefined &&
      canSee(standing) &&
      (viewer === null || isOpenToAll(standing) || (await isSessionInForce(context)))
    );
  };
  if (!(await isOpen())) throw notFound('There is no such project, or it is not open to you.');
  const progress = await database.prisma.projectProgress.findUniqueOrThrow({ where: { projectId } });
  const head = Number(progress.eventPosition);
  const from = after == null ? head : /^\d{1,15}$/.test(after) ? Number(after) : -1;
  if (from < 0 || from > head)
    throw badPage('This cursor is not of this project. Read taskStates again and go on from its cursor.');
  return (async function* () {
    for await (const events of live.follow(projectId, from, signal)) {
      if (!(await isOpen())) return;
      yield events;
    }
  })();
}

const isOpenToAll = ({ status, private: hidden }: { status: string; private: boolean }) =>
  status !== 'DRAFT' && !hidden;

async function isSessionInForce({ database, viewer }: Context): Promise<boolean> {
  const session = await database.prisma.session.findUnique({ where: { id: viewer!.sessionId } });
  return session !== null && session.revokedAt === null && session.expiresAt > new Date();
}

/** An async generator that ends at once when its reader leaves, even while it waits for the next event. */
function closable<T>(start: (signal: AbortSignal) => AsyncGenerator<T, void>): AsyncIterableIterator<T> {
  const leaving = new AbortController();
  const generator = start(leaving.signal);
  return {
    next: () => generator.next(),
    return: async () => {
      leaving.abort();
      await generator.return();
      return { value: undefined, done: true };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
