import { statement } from '../../database/database.js';
import { grouped } from '../../grouped.js';
import { batched } from '../../graphql/perRequest.js';
import {
  geometriesOf,
  tasksById,
  type GeometryRow,
  type HistoryRow,
  type IssueRow,
  type SplitStanding,
} from './rows.js';

// What the fields of many tasks ask for in one tick, each in one statement.

const HISTORY = statement(import.meta.url, 'sql/history');
const HISTORY_COUNT = statement(import.meta.url, 'sql/history_count');
const VALIDATOR_REQUESTS = statement(import.meta.url, 'sql/validator_requests');
const BAD_IMAGERY_UNDONE = statement(import.meta.url, 'sql/bad_imagery_undone');
const SPLIT_STANDING = statement(import.meta.url, 'sql/split_standing');
const ISSUES = statement(import.meta.url, 'sql/issues');

export const taskById = batched(async (ids: number[], { database }) => {
  const tasks = new Map((await tasksById(database, ids)).map((task) => [task.id, task]));
  return (id: number) => tasks.get(id);
});

export const geometryOf = batched(async (ids: number[], { database }) => {
  const geometries = new Map((await geometriesOf(database, ids)).map((row) => [row.task_id, row]));
  return (id: number): GeometryRow => geometries.get(id)!;
});

export const validatorRequestOf = batched(async (ids: number[], { database }) => {
  const rows = await database.read<{ id: number; comment: string }>(VALIDATOR_REQUESTS, [ids]);
  const comments = new Map(rows.map(({ id, comment }) => [id, comment]));
  return (id: number) => comments.get(id) ?? null;
});

export const badImageryUndoneOf = batched(async (ids: number[], { database }) => {
  const undone = new Set((await database.read<{ id: number }>(BAD_IMAGERY_UNDONE, [ids])).map(({ id }) => id));
  return (id: number) => undone.has(id);
});

export const splitStandingOf = batched(async (ids: number[], { database }) => {
  const rows = await database.read<SplitStanding>(SPLIT_STANDING, [ids]);
  const splits = new Map(rows.map((row) => [row.task_id, row]));
  return (id: number) => splits.get(id);
});

/** Which entries of a history. */
export type HistoryPart = 'ALL' | 'COMMENTS';

/** A page of a task's history, as a key that is equal for equal pages. */
export const historyKey = (taskId: number, rows: number, before: number | null, part: HistoryPart = 'ALL') =>
  `${taskId} ${rows} ${before ?? ''} ${part}`;

export const historyOf = batched(async (keys: string[], { database }) => {
  const pages = grouped(keys, (key) => key.slice(key.indexOf(' ') + 1));
  const found = new Map<string, HistoryRow[]>();
  for (const [page, of] of pages) {
    const [rows, before, part] = page.split(' ');
    const ids = of.map((key) => Number(key.split(' ')[0]));
    for (const row of await database.read<HistoryRow & { task: number }>(HISTORY, [
      ids,
      Number(rows),
      before || null,
      part === 'COMMENTS',
    ])) {
      const key = `${row.task} ${page}`;
      found.set(key, [...(found.get(key) ?? []), row]);
    }
  }
  return (key: string) => found.get(key) ?? [];
});

const historyCounts = (part: HistoryPart) =>
  batched(async (ids: number[], { database }) => {
    const rows = await database.read<{ task: number; count: number }>(HISTORY_COUNT, [ids, part === 'COMMENTS']);
    const counts = new Map(rows.map(({ task, count }) => [task, count]));
    return (id: number) => counts.get(id) ?? 0;
  });
export const historyCountOf = historyCounts('ALL');
export const commentCountOf = historyCounts('COMMENTS');

export const issuesOf = batched(async (historyIds: number[], { database }) => {
  const issues = grouped(
    await database.read<IssueRow & { history_id: number }>(ISSUES, [historyIds]),
    ({ history_id }) => history_id,
  );
  return (id: number): IssueRow[] => issues.get(id) ?? [];
});
