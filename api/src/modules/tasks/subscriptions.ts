import { GraphQLError } from 'graphql';
import { builder } from '../../graphql/builder.js';
import type { Context } from '../../graphql/context.js';
import { numberOf } from '../../graphql/ids.js';
import { badPage } from '../../graphql/page.js';
import { SAME_FOR_ALL } from '../../graphql/sameForAll.js';
import { closable } from '../../live/closable.js';
import type { TaskEvent } from '../../live/feed.js';
import { isOpenToFollow } from '../projects/service.js';
import { LockHolder, type HolderShape } from './ProjectTasks.js';
import { tasksById, type TaskRow } from './rows.js';
import { LockKind, Task, TaskStatus } from './Task.js';

const TaskEventKind = builder.enumType('TaskEventKind', {
  description: 'What happened to a task.',
  values: {
    LOCKED: { description: 'Somebody took it, for mapping or validation.' },
    RELEASED: { description: 'Given back without a result.' },
    EXPIRED: { description: 'The time of its lock was up.' },
    SUBMITTED: { description: 'Mapping or validation ended with a result.' },
    EXTENDED: { description: 'Its holder got the full time again.' },
    UNDONE: { description: 'Its newest change of state was taken back.' },
    SPLIT: { description: 'It gave way to smaller tasks.' },
    CREATED: { description: 'New, from a split.' },
    COMMENTED: { description: 'Somebody wrote a comment; its state is as it was.' },
    CHANGED: { description: 'A manager changed its status together with that of others (bulkTaskAction).' },
    REJOINED: { description: 'It is back, because its split was undone.' },
    REMOVED: { description: 'It is no more, because the split it came from was undone.' },
    ASSIGNED: { description: 'Whom it is meant for changed; its state is as it was.' },
  },
});

const holder = (osmId: number, username: string, pictureUrl: string | null): HolderShape => ({
  osmId,
  username,
  pictureUrl,
});

const TaskEventLock = builder.objectRef<TaskEvent>('TaskEventLock').implement({
  description: 'A lock, as an event carries it.',
  fields: (t) => ({
    kind: t.field({
      type: LockKind,
      description: 'For mapping or for validation.',
      resolve: (event) => event.lock_kind!,
    }),
    holder: t.field({
      type: LockHolder,
      description: 'Who has the task.',
      resolve: (event) => holder(event.lock_holder!, event.holder_username!, event.holder_picture_url),
    }),
    expiresAt: t.field({
      type: 'DateTime',
      description: 'When it ends by itself unless it is extended.',
      resolve: (event) => event.lock_expires_at!,
    }),
  }),
});

const TaskEventType = builder.objectRef<TaskEvent>('TaskEvent').implement({
  description: 'A change of one task, with its whole new state: applying the newest event of each task is right.',
  fields: (t) => ({
    cursor: t.string({
      description: 'Send it as `after` to resume behind this event.',
      resolve: ({ position }) => String(position),
    }),
    at: t.expose('at', { type: 'DateTime', description: 'When it happened.' }),
    kind: t.expose('kind', { type: TaskEventKind, description: 'What happened; its effect is in the other fields.' }),
    person: t.field({
      type: LockHolder,
      description: 'Who did it; for EXPIRED, whose lock it was.',
      nullable: true,
      resolve: (event) => holder(event.person_id, event.person_username, event.person_picture_url),
    }),
    mapId: t.exposeInt('task_id', { description: 'Task.mapId: its feature id in the tiles.' }),
    number: t.exposeInt('number', { description: 'Its number in the project: Task.number.' }),
    statusUnderLock: t.field({
      type: TaskStatus,
      description: 'The status from now on, without regard to a lock. READY for a task that was removed.',
      resolve: ({ status }) => (status === 'SPLIT' ? 'READY' : status),
    }),
    lock: t.field({
      type: TaskEventLock,
      nullable: true,
      description: 'The lock the event left behind.',
      resolve: (event) => (event.lock_kind ? event : null),
    }),
    lockVersion: t.exposeInt('lock_version', { description: 'TaskLock.version from now on.' }),
    removed: t.boolean({
      description: 'The task is no more (it was split).',
      resolve: ({ status }) => status === 'SPLIT',
    }),
    gridVersion: t.exposeInt('grid_version', {
      description: 'Project.gridVersion from now on: when it has grown, load the tiles anew.',
    }),
  }),
});

const ProjectTasksUpdate = builder.objectRef<TaskEvent[]>('ProjectTasksUpdate').implement({
  description: "Changes of a project's tasks that came together.",
  fields: (t) => ({
    cursor: t.string({
      description: 'That of the last event: send it as `after` to resume behind all of these.',
      resolve: (events) => String(events.at(-1)!.position),
    }),
    events: t.field({
      type: [TaskEventType],
      description: 'At least one, the oldest first.',
      resolve: (events) => events,
    }),
  }),
});

interface Update {
  position: number;
  task: TaskRow;
}

const TaskUpdate = builder.objectRef<Update>('TaskUpdate').implement({
  description: 'One task after a change.',
  fields: (t) => ({
    cursor: t.string({
      description: 'Send it as `after` to resume behind this change.',
      resolve: ({ position }) => String(position),
    }),
    task: t.field({ type: Task, description: 'As it is now.', resolve: ({ task }) => task }),
  }),
});

const resumeAfter =
  'A cursor from an event or from Project.taskStates: first comes what happened since. Left out: only what happens from now on.';

builder.subscriptionFields((t) => ({
  projectTasks: t.field({
    type: ProjectTasksUpdate,
    description:
      "Changes of a project's tasks. With `after` (a cursor from an event or from taskStates) first everything that was missed.",
    args: {
      projectId: t.arg.id({ required: true, description: 'Number or node id.' }),
      after: t.arg.string({ description: resumeAfter }),
    },
    extensions: SAME_FOR_ALL,
    subscribe: async (_root, { projectId, after }, context) => {
      const id = numberOf('Project', projectId);
      return closable((signal) => followed(context, id, after, signal));
    },
    resolve: (events) => events,
  }),
  task: t.field({
    type: TaskUpdate,
    description:
      'One task, again after each of its changes. It ends when the task is split or the project is closed to the viewer.',
    args: {
      id: t.arg.id({ required: true, description: 'Node id or mapId of the task.' }),
      after: t.arg.string({ description: resumeAfter }),
    },
    subscribe: async (_root, { id, after }, context) => {
      const mapId = numberOf('Task', id);
      const [task] = await tasksById(context.database, [mapId]);
      if (!task) throw notFound('There is no such task, or it is not open to you.');
      return closable(async function* (signal) {
        for await (const events of followed(context, task.project_id, after, signal)) {
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
async function* followed(context: Context, projectId: number, after: string | null | undefined, signal: AbortSignal) {
  const { database, live } = context;
  if (!(await isOpenToFollow(context, projectId)))
    throw notFound('There is no such project, or it is not open to you.');
  const progress = await database.prisma.projectProgress.findUniqueOrThrow({ where: { projectId } });
  const head = Number(progress.eventPosition);
  const from = after == null ? head : /^\d{1,15}$/.test(after) ? Number(after) : -1;
  if (from < 0 || from > head)
    throw badPage('This cursor is not of this project. Read taskStates again and go on from its cursor.');
  for await (const events of live.follow(projectId, from, signal)) {
    if (!(await isOpenToFollow(context, projectId))) return;
    yield events;
  }
}
