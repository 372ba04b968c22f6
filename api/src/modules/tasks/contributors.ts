import { statement } from '../../database/database.js';
import { fromKeyCursor, toKeyCursor } from '../../graphql/page.js';
import { batched, batchedPages } from '../../graphql/perRequest.js';
import { grouped } from '../../grouped.js';

// Who worked on projects, and what stands of it.

export interface Contributor {
  project_id: number;
  person_id: number;
  username: string;
  /** When they first finished something here. */
  since: Date;
  last_seen: Date;
  mapped: number;
  validated: number;
  bad_imagery: number;
  /** Their place in the order that was asked for. */
  key: number | string;
}

const microseconds = (column: string) => `-(extract(epoch from c.${column}) * 1000000)::bigint`;

/** What a list is ordered by, the smallest first; people of the same key by their OSM id. */
const KEYS = {
  TOTAL: '-(c.mapped + c.validated + c.bad_imagery)',
  MAPPED: '-c.mapped',
  VALIDATED: '-c.validated',
  BAD_IMAGERY: '-c.bad_imagery',
  LAST_SEEN: microseconds('last_seen'),
  NEWEST: microseconds('since'),
  USERNAME: 'c.username',
} as const;
export type ContributorOrder = keyof typeof KEYS;

const CONTRIBUTORS = statement(import.meta.url, 'sql/contributors');
const COUNTS = statement(import.meta.url, 'sql/contributor_counts');
const GROUPS = statement(import.meta.url, 'sql/contributor_groups');
const TIMES = statement(import.meta.url, 'sql/contributor_times');
const TASKS = statement(import.meta.url, 'sql/contributor_tasks');

const ordered = (order: ContributorOrder) => ({
  name: `${CONTRIBUTORS.name} ${order}`,
  text: CONTRIBUTORS.text
    .replaceAll('/*key*/ as', `${KEYS[order]} as`)
    .replaceAll('$5', order === 'USERNAME' ? '$5::text' : '$5::bigint'),
});

export interface ContributorPage {
  order: ContributorOrder;
  rows: number;
  search?: string | null;
  level?: number | null;
  person?: number | null;
  after?: string | null;
}

export const contributorCursor = ({ key, person_id }: Contributor) => toKeyCursor(key, person_id);

const placeOf = (order: ContributorOrder, after: string | null | undefined) =>
  after == null ? [null, null] : fromKeyCursor(after, order === 'USERNAME' ? 'string' : 'integer');

const pattern = (search: string | null | undefined) => {
  const words = search?.replaceAll('\0', '').trim();
  return words ? `%${words.replace(/[\\%_]/g, '\\$&')}%` : null;
};

/** Contributors of a project after a cursor. */
export const contributorsOf = batchedPages(async (projects, page: ContributorPage, { database }) => {
  const rows = await database.read<Contributor & { [column: string]: unknown }>(ordered(page.order), [
    projects,
    page.rows,
    pattern(page.search),
    page.person ?? null,
    ...placeOf(page.order, page.after),
    page.level ?? null,
  ]);
  const of = grouped(rows, ({ project_id }) => project_id);
  return (project) => of.get(project) ?? [];
});

export const contributorCountOf = batchedPages(
  async (projects, { search, level }: { search?: string | null; level?: number | null }, { database }) => {
    const rows = await database.read<{ project_id: number; count: number }>(COUNTS, [
      projects,
      pattern(search),
      level ?? null,
    ]);
    const counts = new Map(rows.map(({ project_id, count }) => [project_id, count]));
    return (project) => counts.get(project) ?? 0;
  },
);

export interface ContributorGroup {
  project_id: number;
  level_id: number;
  /** At least so many since they first signed in: 0, 1, 3, 6 or 12. */
  months: number;
  count: number;
}

/** How many contributors of a project are of each level, and here since how long. */
export const contributorGroupsOf = batched(async (projects: number[], { database }) => {
  const rows = await database.read<ContributorGroup & { [column: string]: unknown }>(GROUPS, [projects]);
  const of = grouped(rows, ({ project_id }) => project_id);
  return (project: number): ContributorGroup[] => of.get(project) ?? [];
});

interface Pair {
  project_id: number;
  person_id: number;
}

/** What there is of pairs of project and person, in one statement. */
const ofPairs = <Row extends Pair>(each: { name: string; text: string }) => {
  const load = batched(async (keys: string[], { database }) => {
    const pairs = keys.map((key) => key.split(' ').map(Number));
    const rows = await database.read<Row & { [column: string]: unknown }>(each, [
      pairs.map(([project]) => project),
      pairs.map(([, person]) => person),
    ]);
    const found = new Map(rows.map((row) => [`${row.project_id} ${row.person_id}`, row]));
    return (key: string) => found.get(key);
  });
  return (context: Parameters<typeof load>[0], { project_id, person_id }: Pair) =>
    load(context, `${project_id} ${person_id}`);
};

/** Seconds; undefined where they held nothing. */
export const timesOf = ofPairs<Pair & { mapping: number; validating: number }>(TIMES);
/** Numbers of tasks; undefined where nothing stands. */
export const tasksOf = ofPairs<Pair & { mapped: number[]; validated: number[]; badImagery: number[] }>(TASKS);
