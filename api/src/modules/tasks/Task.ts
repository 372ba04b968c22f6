import { builder } from '../../graphql/builder.js';
import { batched } from '../../graphql/perRequest.js';
import { Permission, permission } from '../../graphql/Permission.js';
import { connectionOf, counted, numberCursor, pageOf } from '../../graphql/page.js';
import { htmlOf } from '../../texts/html.js';
import { personById } from '../people/load.js';
import { Person } from '../people/Person.js';
import { canSee, whyNotMap, whyNotValidate } from '../projects/policy.js';
import { standingOf } from '../projects/standing.js';
import {
  whyNotComment,
  whyNotMapTask,
  whyNotSplitTask,
  whyNotUndoSplit,
  whyNotUndoTask,
  whyNotValidateTask,
} from './policy.js';
import {
  commentCountOf,
  geometryOf,
  historyCountOf,
  historyKey,
  badImageryUndoneOf,
  historyOf,
  splitStandingOf,
  taskById,
  validatorRequestOf,
} from './load.js';
import { isOpenToViewer } from './assign.js';
import { instructionsFor } from './instructions.js';
import { type TaskRow } from './rows.js';
import { TaskHistoryConnection, TaskHistoryEdge } from './TaskHistory.js';

export const TaskStatus = builder.enumType('TaskStatus', {
  description: 'What people see of a task: a lock in force comes before the status under it.',
  values: {
    READY: { description: 'Free to be mapped.' },
    LOCKED_FOR_MAPPING: { description: 'Somebody is mapping it.' },
    MAPPED: { description: 'It waits for a validator.' },
    LOCKED_FOR_VALIDATION: { description: 'Somebody is validating it.' },
    VALIDATED: { description: 'Done.' },
    INVALIDATED: { description: 'A validator sent it back: free to be mapped again.' },
    BADIMAGERY: { description: 'The imagery cannot be used; a validator decides.' },
  },
});
export const LockKind = builder.enumType('LockKind', {
  description: 'What a task is locked for.',
  values: {
    MAPPING: { description: 'To map it: a person has one such task at a time, over all projects.' },
    VALIDATION: { description: 'To validate it: a person can have many such tasks, of one project.' },
  },
});

const TaskLock = builder.objectRef<TaskRow>('TaskLock').implement({
  description: 'Who works on the task at this moment. A lock that ran out is none.',
  fields: (t) => ({
    kind: t.field({
      type: LockKind,
      description: 'For mapping or for validation.',
      resolve: (task) => task.lock_kind!,
    }),
    holder: t.field({
      type: Person,
      description: 'Who has the task; nobody else can take it meanwhile.',
      resolve: (task, _args, context, info) => personById(context, task.lock_holder!, info),
    }),
    since: t.field({ type: 'DateTime', description: 'When they took it.', resolve: (task) => task.lock_since! }),
    expiresAt: t.field({
      type: 'DateTime',
      description: "When it ends by itself unless extendLocks gives more time; by the server's clock.",
      resolve: (task) => task.lock_expires_at!,
    }),
    version: t.exposeInt('lock_version', {
      description: 'Grows with each lock of the task. Send it with the submit: a submit for an older lock is refused.',
    }),
  }),
});

export const Task = builder.objectRef<TaskRow>('Task');

builder.node(Task, {
  description: 'A part of a project that one person maps at a time.',
  id: { resolve: ({ id }) => id },
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'status_under_lock' in value,
  loadManyWithoutCache: (ids, context) =>
    Promise.all(
      ids.map(async (id) => {
        const task = /^\d{1,9}$/.test(id) ? await taskById(context, Number(id)) : undefined;
        const standing = task && (await standingOf(context, context.viewer, task.project_id));
        return task && standing && canSee(standing) ? task : null;
      }),
    ),
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Unique in its project; what people call it.' }),
    mapId: t.exposeInt('id', { description: 'Its feature id in the vector tiles.' }),
    status: t.expose('status', {
      type: TaskStatus,
      description: 'What people see: a lock in force comes before the status under it.',
    }),
    statusUnderLock: t.expose('status_under_lock', {
      type: TaskStatus,
      description: 'The status without regard to a lock: what stopMapping gives it back as. Never LOCKED_….',
    }),
    lock: t.field({
      type: TaskLock,
      description: 'Null when nobody works on it.',
      nullable: true,
      resolve: (task) => (task.lock_holder === null ? null : task),
    }),
    mappedBy: t.field({
      type: Person,
      description: 'Who marked it as mapped, or its imagery as bad; null while it needs mapping.',
      nullable: true,
      resolve: ({ mapped_by }, _args, context, info) =>
        mapped_by === null ? null : personById(context, mapped_by, info),
    }),
    validatedBy: t.field({
      type: Person,
      description: 'Who found it good; null when nobody has, and once it was sent back.',
      nullable: true,
      resolve: ({ validated_by }, _args, context, info) =>
        validated_by === null ? null : personById(context, validated_by, info),
    }),
    lastChangedAt: t.expose('changed_at', {
      type: 'DateTime',
      description: 'When somebody last did something to it, taking it included; its creation when nobody has.',
    }),
    lastChangedBy: t.field({
      type: Person,
      description: 'Who did that; null when nobody has.',
      nullable: true,
      resolve: ({ changed_by }, _args, context, info) =>
        changed_by === null ? null : personById(context, changed_by, info),
    }),
    geometry: t.field({
      type: 'GeoJSON',
      description: 'MultiPolygon, EPSG:4326. For a whole map use Project.tilesUrl.',
      resolve: async ({ id }, _args, context) => (await geometryOf(context, id)).geojson,
    }),
    bbox: t.floatList({
      description: '[west, south, east, north] in degrees.',
      resolve: async ({ id }, _args, context) => (await geometryOf(context, id)).bbox,
    }),
    areaM2: t.float({
      description: 'Geodesic, m².',
      resolve: async ({ id }, _args, context) => (await geometryOf(context, id)).area_m2,
    }),
    x: t.int({
      description: 'Column of its tile, from the west; null for arbitrary tasks.',
      nullable: true,
      resolve: async ({ id }, _args, context) => (await geometryOf(context, id)).x,
    }),
    y: t.int({
      nullable: true,
      description:
        'Row of its tile, growing northward (TMS), unlike the rows of web map tiles; null for arbitrary tasks.',
      resolve: async ({ id }, _args, context) => (await geometryOf(context, id)).y,
    }),
    zoom: t.int({
      description: 'Zoom of its tile; null for arbitrary tasks.',
      nullable: true,
      resolve: async ({ id }, _args, context) => (await geometryOf(context, id)).zoom,
    }),
    isSquare: t.boolean({
      description: 'True for a whole tile of the grid; false for an arbitrary task or one cut at the edge of the area.',
      resolve: async ({ id }, _args, context) => (await geometryOf(context, id)).is_square,
    }),
    isPart: t.boolean({
      description: 'True when it came from a split, which undoSplit may take back.',
      resolve: ({ parent_id }) => parent_id !== null,
    }),
    history: t.connection(
      {
        type: TaskHistoryEdge.node,
        description: 'Newest first, with the history of the task it was split from.',
        resolve: async ({ id }, args, context, info) => {
          const { limit, after } = pageOf(args);
          const totalCount = counted(info, () => historyCountOf(context, id));
          const rows = await historyOf(context, historyKey(id, limit + 1, numberCursor(after)));
          return {
            ...connectionOf(rows, limit, after, (row) => String(row.id)),
            totalCount,
          };
        },
      },
      TaskHistoryConnection,
      TaskHistoryEdge.edge,
    ),
    comments: t.connection(
      {
        type: TaskHistoryEdge.node,
        description:
          'What people wrote about it, newest first: on their own or with a result. With those on the task it was split from.',
        resolve: async ({ id }, args, context, info) => {
          const { limit, after } = pageOf(args);
          const totalCount = counted(info, () => commentCountOf(context, id));
          const rows = await historyOf(context, historyKey(id, limit + 1, numberCursor(after), 'COMMENTS'));
          return {
            ...connectionOf(rows, limit, after, (row) => String(row.id)),
            totalCount,
          };
        },
      },
      TaskHistoryConnection,
      TaskHistoryEdge.edge,
    ),
    validatorRequest: t.string({
      nullable: true,
      description: 'While the task needs more mapping: what the validator wrote when sending it back.',
      resolve: ({ id, status_under_lock }, _args, context) =>
        status_under_lock === 'INVALIDATED' ? validatorRequestOf(context, id) : null,
    }),
    validatorRequestHtml: t.string({
      nullable: true,
      description: '`validatorRequest` as HTML that is safe to show as it is.',
      resolve: async ({ id, status_under_lock }, _args, context) => {
        const request = status_under_lock === 'INVALIDATED' ? await validatorRequestOf(context, id) : null;
        return request && htmlOf(request, context.settings);
      },
    }),
    badImageryUndone: t.boolean({
      description:
        'It was marked as BADIMAGERY before, and that was taken back: do not offer the answer again to those who map it.',
      resolve: ({ id }, _args, context) => badImageryUndoneOf(context, id),
    }),
    instructions: t.string({
      description: 'Instructions for this task alone, placeholders filled in; empty when there are none.',
      args: { locale: t.arg.string({ description: 'Such as en or pt_BR; when left out, by Accept-Language.' }) },
      resolve: (task, { locale }, context) => instructionsFor(context, task, locale ? [locale] : context.locales),
    }),
    instructionsHtml: t.string({
      description: '`instructions` as HTML that is safe to show as it is.',
      args: { locale: t.arg.string({ description: 'Such as en or pt_BR; when left out, by Accept-Language.' }) },
      resolve: async (task, { locale }, context) =>
        htmlOf(await instructionsFor(context, task, locale ? [locale] : context.locales), context.settings),
    }),
    viewerCanMap: t.field({
      type: Permission,
      description:
        'Whether lockTaskForMapping would give it to the viewer. That they hold another task is not looked at.',
      resolve: async (task, _args, context) => {
        const isOpen = await isOpenToViewer(context, task.id);
        return permission(
          await whyNot(context, task, whyNotMap, (each, standing) => whyNotMapTask(each, standing, isOpen)),
        );
      },
    }),
    viewerCanValidate: t.field({
      type: Permission,
      description:
        'Whether lockTasksForValidation would give it to the viewer; mappers do not validate their own work.',
      resolve: async (task, _args, context) =>
        permission(await whyNot(context, task, whyNotValidate, whyNotValidateTask)),
    }),
    viewerCanComment: t.field({
      type: Permission,
      description: 'Whether commentOnTask would take a comment: from anybody who is signed in and not blocked.',
      resolve: async (task, _args, context) =>
        permission(whyNotComment((await standingOf(context, context.viewer, task.project_id))!)),
    }),
    viewerCanUndo: t.field({
      type: Permission,
      description: 'Whether undoTask would do it: for who made the last change, and for validators.',
      resolve: async (task, _args, context) => {
        const [standing, changedBy] = await Promise.all([
          standingOf(context, context.viewer, task.project_id),
          lastStateChangeBy(context, task.id),
        ]);
        return permission(whyNotUndoTask(task, standing!, changedBy));
      },
    }),
    viewerCanSplit: t.field({
      type: Permission,
      description: 'Whether splitTask would do it: for who is mapping or validating it, unless it is too small.',
      resolve: async (task, _args, context) =>
        permission(whyNotSplitTask(task, context.viewer?.id ?? null, await geometryOf(context, task.id))),
    }),
    viewerCanUndoSplit: t.field({
      type: Permission,
      description:
        'Whether undoSplit would do it while giving up no work: for who split the task it is a part of, and for validators.',
      resolve: async (task, _args, context) => {
        const [standing, split] = await Promise.all([
          standingOf(context, context.viewer, task.project_id),
          splitStandingOf(context, task.id),
        ]);
        return permission(whyNotUndoSplit(split, standing!));
      },
    }),
  }),
});

type Context = Parameters<typeof standingOf>[0] & { viewer: Parameters<typeof standingOf>[1] };
type Standing = NonNullable<Awaited<ReturnType<typeof standingOf>>>;

/** First what the project says, then what the task says. */
async function whyNot(
  context: Context,
  task: TaskRow,
  inProject: typeof whyNotMap,
  ofTask: (task: TaskRow, standing: Standing) => ReturnType<typeof whyNotMap>,
) {
  const standing = (await standingOf(context, context.viewer, task.project_id))!;
  return inProject(standing) ?? ofTask(task, standing);
}

const lastStateChangeBy = batched(async (ids: number[], { database }) => {
  const rows = await database.read<{ task_id: number; person_id: number }>(
    {
      name: 'tasks/last_state_change',
      text: `select distinct on (task_id) task_id, person_id from task_history
              where task_id = any ($1::int[]) and kind = 'STATE_CHANGE' and status <> 'SPLIT' and (credited or not undo)
              order by task_id, id desc`,
    },
    [ids],
  );
  const people = new Map(rows.map(({ task_id, person_id }) => [task_id, person_id]));
  return (id: number) => people.get(id) ?? null;
});
