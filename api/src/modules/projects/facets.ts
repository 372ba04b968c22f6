import type { Database } from '../../database/database.js';
import type { Viewer } from '../../viewer.js';
import type { Parameter } from '../../database/written.js';
import { asked, visibleTo, withStatuses, type ProjectFilter } from './filter.js';
import { forgiving } from './search.js';

/** How many projects have a value. `name`: as people see it, where the value is a number. */
export interface FacetValue {
  facet: FacetName;
  value: string;
  name: string;
  count: number;
}

interface Facet {
  /** What of the filter it stands for: left out when its values are counted. */
  keys: (keyof ProjectFilter)[];
  /** Rows of (value, name) for each project p. */
  values: string;
}

const own = (expression: string) => `(select (${expression})::text as value, (${expression})::text as name) v`;
const named = (table: string, links: string, id: string) =>
  `(select t.id::text as value, t.name from ${links} l join ${table} t on t.id = l.${id} where l.project_id = p.id) v`;

const FACETS = {
  statuses: { keys: ['statuses'], values: own('p.status') },
  priorities: { keys: ['priorities'], values: own('p.priority') },
  difficulties: { keys: ['difficulty'], values: own('p.difficulty') },
  mappingTypes: {
    keys: ['mappingTypes', 'mappingTypesExact'],
    values: `(select type::text as value, type::text as name from unnest(p.mapping_types) type) v`,
  },
  countries: {
    keys: ['country', 'countries'],
    values: `(select country as value, country as name from unnest(p.countries) country) v`,
  },
  imagery: {
    keys: ['imagery'],
    values: `(select i as value, i as name from (select case when p.imagery ~ '^https?://' then 'custom' else p.imagery end) as own (i) where i is not null) v`,
  },
  databases: { keys: ['database', 'sandbox'], values: own('p.database') },
  organisations: {
    keys: ['organisation'],
    values: `(select o.id::text as value, o.name from organisation o where o.id = p.organisation_id) v`,
  },
  campaigns: { keys: ['campaign'], values: named('campaign', 'campaign_project', 'campaign_id') },
  interests: {
    keys: ['interests', 'basedOnMyInterests'],
    values: named('interest', 'project_interest', 'interest_id'),
  },
  // A team counts once, whatever its roles; private teams are nobody's business here.
  teams: {
    keys: ['team'],
    values: `(select distinct t.id::text as value, t.name from project_team l join team t on t.id = l.team_id where l.project_id = p.id and t.visibility = 'PUBLIC') v`,
  },
} satisfies Record<string, Facet>;

export type FacetName = keyof typeof FACETS;

const names = Object.keys(FACETS) as FacetName[];
const only = (filter: ProjectFilter, keys: (keyof ProjectFilter)[]) =>
  Object.fromEntries(Object.entries(filter).filter(([key]) => keys.includes(key as keyof ProjectFilter)));

/**
 * What a list of projects can be narrowed to, and how many it would then hold: each facet counts the projects that fit the
 * filter without that facet's own part of it. One statement for all of them; the most frequent values first.
 */
export async function projectFacets(
  database: Database,
  viewer: Viewer | null,
  given: ProjectFilter,
): Promise<FacetValue[]> {
  const filter = withStatuses(await forgiving(database, viewer, given));
  const values: unknown[] = [];
  const parameter: Parameter = (value) => `$${values.push(value)}`;
  const keysOfFacets = names.flatMap((name): string[] => FACETS[name].keys);
  const rest = Object.fromEntries(Object.entries(filter).filter(([key]) => !keysOfFacets.includes(key)));
  const base = [visibleTo(viewer, parameter), ...asked(viewer, rest, parameter)].join('\n   and ');
  const fits = names.map((name) => {
    const conditions = asked(viewer, only(filter, FACETS[name].keys), parameter).join(' and ');
    return `coalesce(${conditions || 'true'}, false) as fits_${name.toLowerCase()}`;
  });
  const counts = names.map((name) => {
    const others = names.filter((other) => other !== name).map((other) => `p.fits_${other.toLowerCase()}`);
    return `select '${name}' as facet, v.value, v.name, count(*)::int as count
              from found p cross join lateral ${FACETS[name].values} where ${others.join(' and ')} group by v.value, v.name`;
  });
  const { rows } = await database.pool.query<FacetValue>(
    `with found as materialized (
       select p.id, p.status, p.priority, p.difficulty, p.mapping_types, p.countries, p.imagery, p.database, p.organisation_id,
         ${fits.join(',\n         ')}
         from project p join project_progress g on g.project_id = p.id where ${base})
     ${counts.join('\n     union all ')}
     order by count desc, name, value`,
    values,
  );
  return rows;
}
