import pg from 'pg';
import { z } from 'zod';
import { statement, type Database } from '../../database/database.js';
import { InvalidInput } from '../../errors.js';
import { parseInput } from '../../input.js';
import type { Viewer } from '../../viewer.js';
import { conditionOf } from '../projects/service.js';

export { askForFigures, ohsomeAnswer, refreshFiguresOf } from './edits.js';

// Figures over all projects and all people, from the counters and the history themselves.

const TOTALS = statement(import.meta.url, 'sql/totals');
const AREAS = statement(import.meta.url, 'sql/areas');
const SHARES = statement(import.meta.url, 'sql/shares');
const PEOPLE = statement(import.meta.url, 'sql/people');

export interface Totals {
  peopleAtWork: number;
  people: number;
  validators: number;
  projects: number;
  drafts: number;
  publishedProjects: number;
  projectsOfNoOrganisation: number;
  organisations: number;
  campaigns: number;
  tasks: number;
  tasksMapped: number;
  tasksValidated: number;
}
/** m2 */
export interface Areas {
  total: number;
  mapped: number;
  validated: number;
}

/** What everybody asks for on the first page is read once in a while; a failed read is not kept. */
function keptFor<Value>(seconds: number, read: (database: Database) => Promise<Value>) {
  const kept = new WeakMap<Database, { value: Promise<Value>; until: number }>();
  return (database: Database): Promise<Value> => {
    const last = kept.get(database);
    if (last && Date.now() < last.until) return last.value;
    const value = read(database);
    kept.set(database, { value, until: Date.now() + seconds * 1000 });
    value.catch(() => kept.delete(database));
    return value;
  };
}

export const TOTALS_KEPT_SECONDS = 60;
export const AREAS_KEPT_SECONDS = 600;

/** This installation in numbers, at most a minute old. */
export const totals = keptFor(
  TOTALS_KEPT_SECONDS,
  async (database) => (await database.query<Totals & { [column: string]: unknown }>(TOTALS))[0]!,
);
/** Areas of all tasks by their state, at most ten minutes old. */
export const areas = keptFor(
  AREAS_KEPT_SECONDS,
  async (database) => (await database.query<Areas & { [column: string]: unknown }>(AREAS))[0]!,
);

interface Share {
  /** Null: projects that have none. */
  name: string | null;
  projects: number;
}
/** How many projects each campaign and each organisation has, at most ten minutes old. */
export const shares = keptFor(
  AREAS_KEPT_SECONDS,
  async (database) => (await database.query<{ campaigns: Share[]; organisations: Share[] }>(SHARES))[0]!,
);

const day = z.iso.date('A day is written as 2026-05-01.');

/** From one day to another, both included; until today when only the first is given. Throws InvalidInput. */
function periodOf(input: { from: string; to?: string | null }, mostDays: number): { from: string; to: string } {
  const today = new Date().toISOString().slice(0, 10);
  const { from, to } = parseInput(
    z.object({ from: day, to: day.nullish().transform((value) => value ?? today) }),
    input,
  );
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  if (days < 0) throw new InvalidInput([{ path: ['to'], message: 'The last day is before the first.' }]);
  if (days > mostDays)
    throw new InvalidInput([{ path: ['from'], message: `At most ${mostDays.toLocaleString('en')} days at once.` }]);
  return { from, to };
}

export interface DayOfTasks {
  /** YYYY-MM-DD, UTC */
  date: string;
  mapped: number;
  validated: number;
  badImagery: number;
}
export interface TaskStatisticsFilter {
  from: string;
  to?: string | null;
  projects?: number[] | null;
  organisation?: number | null;
  organisationName?: string | undefined;
  campaign?: number | null;
  campaignName?: string | undefined;
  country?: string | null;
  /** Of the name of any of a project's countries. */
  countryPart?: string | undefined;
  /** With what managers set for many tasks. */
  inBulk?: boolean;
}

/** Most days of one answer. */
const YEAR = 366;
const MOST_PROJECTS = 500;

/**
 * How often tasks were mapped, validated or found without imagery each day (UTC), in projects that the viewer may see; what
 * managers set for many tasks (unless it is asked for), and the undoing of something, is left out. At most 366 days. Throws InvalidInput.
 */
export async function taskStatistics(
  { pool }: Database,
  viewer: Viewer | null,
  input: TaskStatisticsFilter,
): Promise<DayOfTasks[]> {
  const { from, to } = periodOf(input, YEAR);
  const { projects, organisation, organisationName, campaign, campaignName, country, countryPart, inBulk } = input;
  if (projects && projects.length > MOST_PROJECTS)
    throw new InvalidInput([{ path: ['projectIds'], message: `At most ${MOST_PROJECTS} projects at once.` }]);
  const filter: Parameters<typeof conditionOf>[1] = {
    statuses: ['PUBLISHED', 'ARCHIVED', 'DRAFT'],
    organisation,
    organisationName,
    campaign,
    campaignName,
    country: country?.replaceAll('\0', ''),
  };
  const { sql, values } = conditionOf(viewer, filter);
  const parameter = (value: unknown) => `$${values.push(value)}`;
  const named = projects ? ` and p.id = any (${parameter(projects)}::int[])` : '';
  const part = countryPart
    ? ` and exists (select from unnest(p.countries) c where position(lower(${parameter(countryPart)}) in lower(c)) > 0)`
    : '';
  // The days are written into it: of how many they are decides how the history is best read.
  const { rows } = await pool.query<DayOfTasks>(
    `select to_char(day, 'YYYY-MM-DD') as date, coalesce(sum(times) filter (where status = 'MAPPED'), 0)::int as mapped,
            coalesce(sum(times) filter (where status = 'VALIDATED'), 0)::int as validated,
            coalesce(sum(times) filter (where status = 'BADIMAGERY'), 0)::int as "badImagery"
       from (select (h.at at time zone 'UTC')::date as day, h.status, count(*) as times
               from task_history h
              where h.kind = 'STATE_CHANGE'${inBulk ? '' : ' and h.credited'} and not h.undo and h.status in ('MAPPED', 'VALIDATED', 'BADIMAGERY')
                and h.at >= ${pg.escapeLiteral(from)}::date::timestamp at time zone 'UTC'
                and h.at < (${pg.escapeLiteral(to)}::date + 1)::timestamp at time zone 'UTC'
                and h.project_id in (select p.id from project p join project_progress g on g.project_id = p.id where ${sql}${named}${part})
              group by 1, 2) days
      group by day order by day`,
    values,
  );
  return rows;
}

export interface PeopleFigures {
  total: number;
  contributed: number;
  emailVerified: number;
  male: number;
  female: number;
  selfDescribe: number;
  preferNot: number;
  levels: { number: number; name: string; count: number }[];
}

/** Most days of one answer: three years. */
const THREE_YEARS = 1_098;

/** Who first signed in between two days (UTC, both included), by what they are now. Throws InvalidInput. */
export async function peopleStatistics(database: Database, input: { from: string; to?: string | null }) {
  const { from, to } = periodOf(input, THREE_YEARS);
  const [row] = await database.query<PeopleFigures & { [column: string]: unknown }>(PEOPLE, [from, to]);
  return row!;
}
