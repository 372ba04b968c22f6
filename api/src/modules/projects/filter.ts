import { GraphQLError } from 'graphql';
import { ProjectStatus } from '../../generated/prisma/client.js';
import type { Parameter } from '../../database/written.js';
import { badPage } from '../../graphql/page.js';
import type { Viewer } from '../../viewer.js';
import { SEEN_BY_ALL } from './policy.js';

export interface ProjectFilter {
  search?: string | null;
  statuses?: ('ARCHIVED' | 'PUBLISHED' | 'DRAFT')[] | null;
  /** NOT_VALIDATED: also where nothing is mapped yet. */
  need?: 'TO_MAP' | 'TO_VALIDATE' | 'NOT_VALIDATED' | null;
  suitsMe?: boolean | null;
  difficulty?: string | null;
  priorities?: string[] | null;
  mappingTypes?: string[] | null;
  mappingTypesExact?: boolean | null;
  organisation?: number | null;
  /** Its exact name. */
  organisationName?: string | null;
  team?: number | null;
  campaign?: number | null;
  /** Its exact name. */
  campaignName?: string | null;
  partner?: number | null;
  partnershipFrom?: Date | null;
  partnershipTo?: Date | null;
  interests?: number[] | null;
  basedOnMyInterests?: boolean | null;
  country?: string | null;
  countries?: string[] | null;
  imagery?: string | null;
  sandbox?: boolean | null;
  database?: string | null;
  featured?: boolean | null;
  createdFrom?: Date | null;
  createdTo?: Date | null;
  updatedFrom?: Date | null;
  updatedTo?: Date | null;
  dueFrom?: Date | null;
  dueTo?: Date | null;
  createdByMe?: boolean | null;
  managedByMe?: boolean | null;
  mappedByMe?: boolean | null;
  favouritedByMe?: boolean | null;
  /** [west, south, east, north] in degrees; west > east crosses the 180° meridian. */
  bbox?: number[] | null;
  /** Degrees; the distance is of the centroid, geodesic. */
  near?: { lon: number; lat: number; withinKm?: number | null } | null;
  /** Words need only be much like those of a name: for when nothing has them as they are written. */
  misspelt?: boolean;
}

/** A condition of fixed text and numbered values over project p and project_progress g. */
export interface Condition {
  sql: string;
  values: unknown[];
}

/** Words as prefixes, joined by and: `flood ma` → `'flood':* & 'ma':*`. Only letters, their marks and digits are left. */
const prefixes = (words: string) =>
  words
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ') // marks are the vowels of many scripts
    .trim()
    .split(' ')
    .filter(Boolean)
    .slice(0, 10)
    .map((word) => `'${word}':*`)
    .join(' & ');

/** What the filter asks and the viewer may see, as a condition over project p and project_progress g. */
export function conditionOf(viewer: Viewer | null, filter: ProjectFilter): Condition {
  const values: unknown[] = [];
  const parameter: Parameter = (value) => `$${values.push(value)}`;
  const conditions = [visibleTo(viewer, parameter), ...asked(viewer, withStatuses(filter), parameter)];
  return { sql: conditions.join('\n   and '), values };
}

/** The filter with the statuses that it means when it names none. */
export const withStatuses = (filter: ProjectFilter): ProjectFilter => ({
  ...filter,
  statuses: filter.statuses ?? (filter.createdByMe ? ['PUBLISHED', 'ARCHIVED', 'DRAFT'] : ['PUBLISHED']),
});

/** What asks for settings of projects alone, and for who manages them: only that raises the versions of both (docs/decisions/0011). */
const SETTLED = new Set<string>([
  'search', 'misspelt', 'statuses', 'difficulty', 'priorities', 'mappingTypes', 'mappingTypesExact', 'organisation', 'organisationName',
  'team', 'campaign', 'campaignName', 'interests', 'country', 'countries', 'imagery', 'sandbox', 'database', 'featured', 'createdFrom',
  'createdTo', 'dueFrom', 'dueTo', 'createdByMe', 'managedByMe', 'bbox',
] satisfies (keyof ProjectFilter)[]); // prettier-ignore

/** Whether the same projects fit for as long as the versions of projects and people are the same, whatever is mapped meanwhile. */
export const isSettled = (filter: ProjectFilter): boolean =>
  Object.entries(filter).every(([key, value]) => SETTLED.has(key) || value == null || value === false);

/** What a filter names, condition by condition; who may see it is not among them. */
export function asked(viewer: Viewer | null, filter: ProjectFilter, parameter: Parameter): string[] {
  return [
    ...stateConditions(filter, parameter),
    ...kindConditions(filter, parameter),
    ...partnerConditions(viewer, filter, parameter),
    ...timeConditions(filter, parameter),
    ...placeConditions(filter, parameter),
    ...ownConditions(viewer, filter, parameter),
    ...wordConditions(filter, parameter),
  ];
}

/** How far it is. */
function stateConditions({ statuses, need, featured, sandbox, database }: ProjectFilter, parameter: Parameter) {
  const conditions: string[] = [];
  // With one status an index has the projects in their usual order; with several they would have to be sorted.
  if (statuses?.length === 1) conditions.push(`p.status = ${parameter(statuses[0])}::project_status`);
  else if (Object.values(ProjectStatus).some((status) => statuses && !statuses.includes(status)))
    conditions.push(`p.status = any (${parameter(statuses)}::project_status[])`);
  if (need === 'TO_MAP') conditions.push('g.tasks_mapped + g.tasks_validated + g.tasks_bad_imagery < g.total_tasks');
  if (need === 'TO_VALIDATE')
    conditions.push('g.tasks_validated + g.tasks_bad_imagery < g.total_tasks and g.tasks_mapped > 0');
  if (need === 'NOT_VALIDATED') conditions.push('g.tasks_validated + g.tasks_bad_imagery < g.total_tasks');
  if (featured != null) conditions.push(`p.featured = ${parameter(featured)}`);
  if (sandbox != null) conditions.push(`p.sandbox = ${parameter(sandbox)}`);
  if (database != null) conditions.push(`p.database = ${parameter(database.replaceAll('\0', ''))}`);
  return conditions;
}

/** What it is, and whose. */
function kindConditions(filter: ProjectFilter, parameter: Parameter) {
  const conditions: string[] = [];
  const { difficulty, priorities, mappingTypes, organisation, team, campaign, interests, imagery } = filter;
  if (difficulty) conditions.push(`p.difficulty = ${parameter(difficulty)}::project_difficulty`);
  if (priorities?.length) conditions.push(`p.priority = any (${parameter(priorities)}::project_priority[])`);
  if (mappingTypes?.length) {
    const types = `${parameter(mappingTypes)}::mapping_type[]`;
    conditions.push(`p.mapping_types && ${types}`);
    if (filter.mappingTypesExact) conditions.push(`p.mapping_types @> ${types} and p.mapping_types <@ ${types}`);
  }
  if (organisation != null) conditions.push(`p.organisation_id = ${parameter(organisation)}`);
  if (filter.organisationName != null)
    conditions.push(
      `p.organisation_id = (select o.id from organisation o where o.name = ${parameter(filter.organisationName)})`,
    );
  if (team != null)
    conditions.push(`exists (select from project_team t where t.project_id = p.id and t.team_id = ${parameter(team)})`);
  if (campaign != null) {
    conditions.push(
      `exists (select from campaign_project c where c.project_id = p.id and c.campaign_id = ${parameter(campaign)})`,
    );
  }
  if (filter.campaignName != null) {
    conditions.push(
      `exists (select from campaign_project cp join campaign c on c.id = cp.campaign_id where cp.project_id = p.id and c.name = ${parameter(filter.campaignName)})`,
    );
  }
  if (interests?.length) {
    conditions.push(
      `exists (select from project_interest i where i.project_id = p.id and i.interest_id = any (${parameter(interests)}::int[]))`,
    );
  }
  if (imagery === 'custom') conditions.push(`p.imagery ~ '^https?://'`);
  else if (imagery) conditions.push(`p.imagery = ${parameter(imagery.replaceAll('\0', ''))}`);
  return conditions;
}

/** With whom: in a partnership that is in force all the time from `partnershipFrom` to `partnershipTo`. For administrators. */
function partnerConditions(viewer: Viewer | null, filter: ProjectFilter, parameter: Parameter): string[] {
  const { partner, partnershipFrom: from, partnershipTo: to } = filter;
  if (partner == null && !from && !to) return [];
  if (viewer?.role !== 'ADMIN') {
    throw new GraphQLError('Only an administrator can search projects by their partner.', {
      extensions: { code: 'NOT_PERMITTED' },
    });
  }
  if (partner == null) throw badPage('partnershipFrom and partnershipTo need a partnerId.');
  if (from && to && from > to) throw badPage('partnershipFrom is not after partnershipTo.');
  const started = from ? ` and s.started_on <= ${parameter(storable(from))}::timestamptz` : '';
  const goesOn = to ? ` and (s.ended_on is null or s.ended_on >= ${parameter(storable(to))}::timestamptz)` : '';
  return [
    `exists (select from partnership s where s.project_id = p.id and s.partner_id = ${parameter(partner)}${started}${goesOn})`,
  ];
}

const UPDATED = 'greatest(g.last_updated, p.changed_at)';

/** Years of four digits: what lies beyond is before, or after, everything. */
const storable = (moment: Date) =>
  new Date(Math.min(Math.max(moment.getTime(), Date.UTC(1000, 0)), Date.UTC(9999, 0))).toISOString();

/** From and to a moment; `to` itself is not in it. */
function timeConditions(filter: ProjectFilter, parameter: Parameter) {
  const between = (moment: string, from: Date | null | undefined, to: Date | null | undefined) => [
    ...(from ? [`${moment} >= ${parameter(storable(from))}::timestamptz`] : []),
    ...(to ? [`${moment} < ${parameter(storable(to))}::timestamptz`] : []),
  ];
  return [
    ...between('p.created_at', filter.createdFrom, filter.createdTo),
    ...between(UPDATED, filter.updatedFrom, filter.updatedTo),
    ...between('p.due_date', filter.dueFrom, filter.dueTo),
  ];
}

function placeConditions({ country, countries, bbox, near }: ProjectFilter, parameter: Parameter) {
  const conditions: string[] = [];
  const inAny = (names: string[]) =>
    `exists (select from unnest(p.countries) c join unnest(${parameter(names.map((name) => name.replaceAll('\0', '')))}::text[]) n on lower(c) = lower(n))`;
  if (country) conditions.push(inAny([country]));
  if (countries?.length) conditions.push(inAny(countries));
  if (bbox) conditions.push(within(bbox, parameter));
  if (near?.withinKm != null) {
    if (!(near.withinKm >= 0)) throw badPage('withinKm is 0 or more kilometres.');
    conditions.push(`${distanceTo(near, parameter)} <= ${parameter(near.withinKm * 1000)}::float8`);
  }
  return conditions;
}

/** Metres between a point and the centroid, geodesic. */
export function distanceTo({ lon, lat }: { lon: number; lat: number }, parameter: Parameter): string {
  if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90))
    throw badPage('near has lon from -180 to 180 and lat from -90 to 90.');
  return `st_distance(p.centroid::geography, st_setsrid(st_makepoint(${parameter(lon)}::float8, ${parameter(lat)}::float8), 4326)::geography)`;
}

/** What it has to do with the viewer; nothing has to do with a visitor. */
function ownConditions(viewer: Viewer | null, filter: ProjectFilter, parameter: Parameter) {
  const conditions: string[] = [];
  const own = (asked: boolean | null | undefined, sql: (me: string, viewer: Viewer) => string) => {
    if (asked) conditions.push(viewer ? sql(parameter(viewer.id), viewer) : 'false');
  };
  const mine = (table: string) => (me: string) =>
    `exists (select from ${table} t where t.project_id = p.id and t.person_id = ${me})`;
  own(filter.createdByMe, (me) => `p.author_id = ${me}`);
  own(filter.managedByMe, (me, { role }) => (role === 'ADMIN' ? `${me}::int > 0` : managedBy(me)));
  own(filter.mappedByMe, mine('project_contributor'));
  own(filter.favouritedByMe, mine('project_favourite'));
  own(
    filter.basedOnMyInterests,
    (me) =>
      `exists (select from project_interest i join person_interest mine using (interest_id) where i.project_id = p.id and mine.person_id = ${me})`,
  );
  if (filter.suitsMe)
    conditions.push(suits(viewer, filter.need === 'TO_MAP' || !filter.need ? 'mapping' : 'validation', parameter));
  return conditions;
}

const inTeam = (me: string, roles: string) =>
  `exists (select from project_team pt join team_member m using (team_id) where pt.project_id = p.id and m.person_id = ${me} and m.active and pt.role in (${roles}))`;
const managedBy = (me: string) => `(p.author_id = ${me}
    or exists (select from organisation_manager m where m.organisation_id = p.organisation_id and m.person_id = ${me})
    or ${inTeam(me, `'PROJECT_MANAGER'`)})`;

/** As whyNotMap and whyNotValidate in policy.ts say of level and teams. */
function suits(viewer: Viewer | null, work: 'mapping' | 'validation', parameter: Parameter): string {
  if (viewer?.role === 'ADMIN') return 'true';
  const level = `(select ordering from mapping_level l where l.id = p.${work}_level_id) <= ${parameter(viewer?.levelOrdering ?? 1)}`;
  if (!viewer) return `p.${work}_permission = 'ANY' and ${level}`;
  const me = parameter(viewer.id);
  const roles = work === 'mapping' ? `'MAPPER', 'VALIDATOR', 'PROJECT_MANAGER'` : `'VALIDATOR', 'PROJECT_MANAGER'`;
  return `(${managedBy(me)} or (${level} and (p.${work}_permission = 'ANY' or ${inTeam(me, roles)})))`;
}

function wordConditions(filter: ProjectFilter, parameter: Parameter): string[] {
  const search = filter.search?.replaceAll('\0', '').trim();
  if (!search) return [];
  if (filter.misspelt) {
    const written = search.match(/[\p{L}\p{M}\p{N}]+/gu)?.slice(0, 10) ?? [];
    return [
      `p.id in (select project_id from project_words where (select bool_and(word_similarity(folded(w), names) >= case when w ~ '[0-9]' then 1 else 0.5 end) from unnest(${parameter(written)}::text[]) w))`,
    ];
  }
  const query = prefixes(search);
  const name = parameter(`%${search.replace(/[\\%_]/g, '\\$&')}%`);
  // Each read once, in a select of its own: else it is read for each row that may have the words.
  const words = query ? `words @@ (select to_tsquery('every_language', ${parameter(query)})) or ` : '';
  return [`p.id in (select project_id from project_words where ${words}names like (select folded(${name})))`];
}

/** As canSee in policy.ts says of one project, said of many. */
export function visibleTo(viewer: Viewer | null, parameter: Parameter): string {
  if (!viewer) return SEEN_BY_ALL;
  if (viewer.role === 'ADMIN') return 'true';
  const me = parameter(viewer.id);
  return `(${SEEN_BY_ALL} or ${managedBy(me)}
    or (p.is_open and (exists (select from project_allowed_person a where a.project_id = p.id and a.person_id = ${me}) or ${inTeam(me, `'MAPPER', 'VALIDATOR'`)})))`;
}

function within(bbox: number[], parameter: Parameter): string {
  const [west, south, east, north] = bbox;
  const valid =
    bbox.length === 4 &&
    bbox.every(Number.isFinite) &&
    Math.abs(west!) <= 180 &&
    Math.abs(east!) <= 180 &&
    south! <= north! &&
    south! >= -90 &&
    north! <= 90;
  if (!valid) throw badPage('bbox is [west, south, east, north] in degrees, south below north.');
  // Made valid: a box without width is a line or a point.
  const box = (from: number, to: number) =>
    `st_intersects(p.area_of_interest, st_makevalid(st_makeenvelope(${parameter(from)}, ${parameter(south)}, ${parameter(to)}, ${parameter(north)}, 4326)))`;
  return west! <= east! ? box(west!, east!) : `(${box(west!, 180)} or ${box(-180, east!)})`;
}
