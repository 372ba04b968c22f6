import type { QueryResultRow } from 'pg';
import { statement, type Database } from '../../database/database.js';
import type { Viewer } from '../../viewer.js';
import type { TaskName } from './errors.js';

export type TaskStatus =
  'READY' | 'LOCKED_FOR_MAPPING' | 'MAPPED' | 'LOCKED_FOR_VALIDATION' | 'VALIDATED' | 'INVALIDATED' | 'BADIMAGERY';
export type LockKind = 'MAPPING' | 'VALIDATION';

/** A row of the view task_now. */
export interface TaskRow extends QueryResultRow {
  id: number;
  project_id: number;
  number: number;
  /** The task it was split from. */
  parent_id: number | null;
  status: TaskStatus;
  status_under_lock: TaskStatus;
  lock_kind: LockKind | null;
  lock_holder: number | null;
  lock_since: Date | null;
  lock_expires_at: Date | null;
  lock_version: number;
  mapped_by: number | null;
  validated_by: number | null;
  changed_by: number | null;
  changed_at: Date;
}

/** What every action function answers, one a task. */
export interface LockAnswer extends QueryResultRow {
  number: number;
  outcome:
    | 'DONE'
    | 'NOT_DONE'
    | 'TASK_NOT_FOUND'
    | 'PERSON_NOT_FOUND'
    | 'LOCKED_BY_OTHER'
    | 'HOLDS_OTHER_LOCK'
    | 'WRONG_STATE'
    | 'OWN_WORK'
    | 'NOT_LOCKED'
    | 'STALE_LOCK'
    | 'NOTHING_LEFT'
    | 'TOO_SMALL'
    | 'NOT_ASSIGNED'
    | 'NOT_PERMITTED';
  task_id: number | null;
  status: TaskStatus | null;
  lock_version: number | null;
  holder: number | null;
  holder_name: string | null;
  lock_expires_at: Date | null;
  other_project_id: number | null;
  other_number: number | null;
  /** The row of v2_tasks, where that was asked for and the action changed the task. */
  shown?: unknown;
}

/** A task by its name, and perhaps as v2 shows it (rest/task.ts). */
export interface ShownTask extends TaskName {
  shown?: unknown;
}

export interface HistoryRow extends QueryResultRow {
  id: number;
  task_id: number;
  number: number;
  person_id: number;
  username: string;
  picture_url: string | null;
  role: Viewer['role'];
  at: Date;
  kind: string;
  status: string | null;
  comment: string | null;
  duration_seconds: number | null;
  undo: boolean;
  credited: boolean;
  /** Those that a STATE_CHANGE counted; undefined where they were not read with it. */
  issues?: IssueRow[];
}

export interface IssueRow {
  count: number;
  number: number;
  name: string;
  description: string | null;
  archived: boolean;
}

export interface GeometryRow extends QueryResultRow {
  task_id: number;
  geojson: unknown;
  bbox: number[];
  area_m2: number;
  x: number | null;
  y: number | null;
  zoom: number | null;
  is_square: boolean;
  extra_properties: Record<string, unknown> | null;
}

/** What stands in the way of undoing the split that a task came from. */
export interface SplitStanding extends QueryResultRow {
  task_id: number;
  split_by: number;
  /** Number of a part that somebody works on. */
  held: number | null;
  /** Number of a part that is not as the split left it. */
  changed: number | null;
}

const BY_ID = { name: 'tasks/by_id', text: 'select * from task_now where id = any ($1::int[])' };
const BY_NUMBER = {
  name: 'tasks/by_number',
  text: 'select * from task_now where id = any (task_ids($1, $2::int[]))',
};
const HELD = {
  name: 'tasks/held',
  // By the lock that is written, whether in force or not, as there is an index of those.
  text: `select n.* from task t join task_now n on n.id = t.id
          where t.lock_holder = $1 and n.lock_holder = $1 order by n.project_id, n.number`,
};
const GEOMETRY = statement(import.meta.url, 'sql/geometry');

export const tasksById = (database: Database, ids: number[]) => database.read<TaskRow>(BY_ID, [ids]);

export const tasksByNumber = (database: Database, projectId: number, numbers: number[]) =>
  database.read<TaskRow>(BY_NUMBER, [projectId, numbers]);

export async function taskByNumber(database: Database, { projectId, number }: TaskName): Promise<TaskRow | undefined> {
  return (await tasksByNumber(database, projectId, [number]))[0];
}

/** Tasks whose lock a person holds at this moment, in all projects. */
export const tasksHeldBy = (database: Database, personId: number) => database.read<TaskRow>(HELD, [personId]);

/** GeoJSON (EPSG:4326), bounding box [w, s, e, n], area in m2. */
export const geometriesOf = (database: Database, ids: number[]) => database.read<GeometryRow>(GEOMETRY, [ids]);
