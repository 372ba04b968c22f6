import { MAX_INT } from '../../graphql/ids.js';
import { badPage } from '../../graphql/page.js';
import type { Parameter } from '../../database/written.js';
import { distanceTo, type ProjectFilter } from './filter.js';

export type ProjectOrder = keyof typeof ORDERS;

interface Order {
  /** What is ordered by, over project p and project_progress g; never null. */
  by: string;
  type: 'project_priority' | 'project_difficulty' | 'bigint' | 'int';
  /** How it is written in a cursor. */
  key: RegExp;
  direction: 'asc' | 'desc';
}

const MOMENT = /^-?\d{1,15}$/;
const PERCENT = /^\d{1,3}$/;
const milliseconds = (moment: string) => `(extract(epoch from date_trunc('milliseconds', ${moment})) * 1000)::bigint`;
const percent = (part: string) => `coalesce(100 * (${part}) / nullif(g.total_tasks - g.tasks_bad_imagery, 0), 0)`;
const UPDATED = { by: milliseconds('greatest(g.last_updated, p.changed_at)'), type: 'bigint', key: MOMENT } as const;
const CREATED = { by: milliseconds('p.created_at'), type: 'bigint', key: MOMENT } as const;
const DIFFICULTY = { by: 'p.difficulty', type: 'project_difficulty', key: /^(EASY|MODERATE|CHALLENGING)$/ } as const;
const MAPPED = { by: percent('g.tasks_mapped + g.tasks_validated'), type: 'int', key: PERCENT } as const;
const VALIDATED = { by: percent('g.tasks_validated'), type: 'int', key: PERCENT } as const;

/** Of those that are equal, the newest number comes first. */
const ORDERS = {
  PRIORITY: { by: 'p.priority', type: 'project_priority', key: /^(URGENT|HIGH|MEDIUM|LOW)$/, direction: 'asc' },
  LAST_UPDATED: { ...UPDATED, direction: 'desc' },
  LEAST_RECENTLY_UPDATED: { ...UPDATED, direction: 'asc' },
  NEWEST: { by: '0::int', type: 'int', key: /^0$/, direction: 'desc' },
  OLDEST: { ...CREATED, direction: 'asc' },
  // Without a date: after all dates.
  DUE_DATE: {
    by: `coalesce(${milliseconds('p.due_date')}, 999999999999999)`,
    type: 'bigint',
    key: MOMENT,
    direction: 'asc',
  },
  EASIEST: { ...DIFFICULTY, direction: 'asc' },
  HARDEST: { ...DIFFICULTY, direction: 'desc' },
  LEAST_MAPPED: { ...MAPPED, direction: 'asc' },
  MOST_MAPPED: { ...MAPPED, direction: 'desc' },
  LEAST_VALIDATED: { ...VALIDATED, direction: 'asc' },
  MOST_VALIDATED: { ...VALIDATED, direction: 'desc' },
  NEAREST: { by: '', type: 'bigint', key: /^\d{1,8}$/, direction: 'asc' }, // of which point, the filter says
} as const satisfies Record<string, Order>;

/** An order in a statement: what is selected as the cursor, what it is sorted by, and the condition "after this cursor". */
export function placeIn(order: ProjectOrder, { near }: ProjectFilter, after: string | null, parameter: Parameter) {
  const { by: fixed, type, key, direction }: Order = ORDERS[order];
  if (order === 'NEAREST' && !near) throw badPage('NEAREST needs a point: send filter.near.');
  const by = order === 'NEAREST' ? `round(${distanceTo(near!, parameter)})::bigint` : fixed;
  const parts = { cursor: `(${by})::text || '.' || p.id`, by: `${by} ${direction}, p.id desc`, condition: '' };
  if (after === null) return parts;
  const [, at, id] = /^([A-Z0-9-]*)\.(\d{1,10})$/.exec(after) ?? [];
  if (at === undefined || !key.test(at) || Number(id) > MAX_INT)
    throw badPage('This is no cursor of this list. Send one that an edge or pageInfo gave.');
  const place = `${parameter(at)}::text::${type}`;
  const number = `${parameter(Number(id))}::int`;
  parts.condition =
    direction === 'asc'
      ? ` and (${by}, -p.id) > (${place}, -(${number}))`
      : ` and (${by}, p.id) < (${place}, ${number})`;
  return parts;
}
