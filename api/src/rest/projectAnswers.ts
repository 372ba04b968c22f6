import { z } from 'zod';
import type { Context } from '../graphql/context.js';
import { rowFor, type Text } from '../modules/projects/texts.js';
import { oldHtmlOf } from '../texts/html.js';
import { geometry, featureCollection, time } from './answers.js';
import { JsonText, jsonOf } from './json.js';
import { LAST_UPDATED, PERCENT_MAPPED, PERCENT_VALIDATED, timeText } from './projectRows.js';

// A project as v2 shows it alone: whole, or as a summary.

const texts = z.object({
  locale: z.string(),
  name: z.string(),
  shortDescription: z.string().describe('HTML'),
  description: z.string().describe('HTML'),
  instructions: z.string().describe('HTML'),
  perTaskInstructions: z.string().describe('HTML; {x}, {y} and {z} stand for the task'),
});
const named = z.object({ id: z.int(), name: z.string() });
const editor = z.enum(['ID', 'JOSM', 'POTLATCH_2', 'FIELD_PAPERS', 'CUSTOM', 'RAPID']);
const permission = z.enum(['ANY', 'TEAMS']);

const shared = {
  projectId: z.int(),
  status: z.enum(['ARCHIVED', 'PUBLISHED', 'DRAFT']),
  projectPriority: z.enum(['URGENT', 'HIGH', 'MEDIUM', 'LOW']),
  defaultLocale: z.string(),
  difficulty: z.enum(['EASY', 'MODERATE', 'CHALLENGING']),
  mappingPermission: permission,
  validationPermission: permission,
  enforceRandomTaskSelection: z.boolean(),
  private: z.boolean(),
  changesetComment: z.string(),
  osmchaFilterId: z.string().nullable(),
  dueDate: time.nullable(),
  imagery: z.string().nullable(),
  idPresets: z.array(z.string()).nullable(),
  extraIdParams: z.string().nullable(),
  rapidPowerUser: z.boolean(),
  sandbox: z.boolean(),
  database: z.string(),
  mappingTypes: z.array(z.enum(['ROADS', 'BUILDINGS', 'WATERWAYS', 'LAND_USE', 'OTHER'])),
  mappingEditors: z.array(editor),
  validationEditors: z.array(editor),
  organisation: z.int().nullable(),
  organisationName: z.string().nullable(),
  organisationSlug: z.string().nullable(),
  organisationLogo: z.string().nullable(),
  countryTag: z.array(z.string()),
  licenseId: z.int().nullable(),
  allowedUsernames: z.array(z.string()).describe('Of a private project'),
  created: time,
  lastUpdated: time,
  author: z.string(),
  percentMapped: z.int(),
  percentValidated: z.int(),
  percentBadImagery: z.int(),
  teams: z.array(
    z.object({
      teamId: z.int(),
      name: z.string(),
      role: z.enum(['READ_ONLY', 'MAPPER', 'VALIDATOR', 'PROJECT_MANAGER']),
    }),
  ),
  customEditor: z.object({ name: z.string(), description: z.string().nullable(), url: z.string() }).nullable(),
};

/** A project with all that its managers can set. */
export const projectWhole = z.object({
  ...shared,
  areaOfInterest: geometry,
  aoiBBOX: z.array(z.number()).length(4).describe('West, south, east and north, in degrees.'),
  tasks: featureCollection.nullable(),
  projectInfo: texts.nullable(),
  projectInfoLocales: z.array(texts),
  mappingPermissionLevelId: z.int(),
  validationPermissionLevelId: z.int(),
  josmPreset: z.string().nullable(),
  campaigns: z.array(named),
  priorityAreas: z.array(geometry).nullable(),
  activeMappers: z.int(),
  taskCreationMode: z.enum(['GRID', 'ARBITRARY']),
  interests: z.array(named.extend({ userSelected: z.null(), countProjects: z.null(), countUsers: z.null() })),
});

/** A project without its tasks and its area. */
export const projectSummary = z.object({
  ...shared,
  campaigns: z.array(
    named.extend({
      logo: z.string().nullable(),
      url: z.string().nullable(),
      description: z.string().nullable(),
      organisations: z.null(),
    }),
  ),
  aoiCentroid: geometry,
  projectInfo: texts,
  shortDescription: z.null(),
});

/** Of project_progress g, rounded down. */
export const PERCENT_BAD_IMAGERY = 'coalesce(100 * g.tasks_bad_imagery / nullif(g.total_tasks, 0), 0)';

const SHARED = `
  p.id as "projectId", p.status, p.priority as "projectPriority", p.default_locale as "defaultLocale", p.difficulty,
  p.mapping_permission as "mappingPermission", p.validation_permission as "validationPermission",
  p.enforce_random_task_selection as "enforceRandomTaskSelection", p.private, p.changeset_comment as "changesetComment",
  p.osmcha_filter_id as "osmchaFilterId", ${timeText('p.due_date')} as "dueDate", p.imagery,
  -- Null as long as nobody has saved any settings.
  case when p.id_presets <> '{}' or p.changed_at > p.created_at then p.id_presets end as "idPresets",
  p.extra_id_params as "extraIdParams", p.rapid_power_user as "rapidPowerUser", p.sandbox, p.database,
  p.mapping_types as "mappingTypes", p.mapping_editors as "mappingEditors", p.validation_editors as "validationEditors",
  o.id as organisation, o.name as "organisationName", o.slug as "organisationSlug", o.logo as "organisationLogo",
  p.countries as "countryTag", p.license_id as "licenseId",
  coalesce((select json_agg(a.username order by a.username) from project_allowed_person l join person a on a.id = l.person_id
             where l.project_id = p.id and p.private), '[]') as "allowedUsernames",
  ${timeText('p.created_at')} as created, ${timeText(LAST_UPDATED)} as "lastUpdated", author.username as author,
  ${PERCENT_MAPPED} as "percentMapped", ${PERCENT_VALIDATED} as "percentValidated", ${PERCENT_BAD_IMAGERY} as "percentBadImagery",
  coalesce((select json_agg(json_build_object('teamId', t.id, 'name', t.name, 'role', l.role) order by t.id, l.role)
              from project_team l join team t on t.id = l.team_id where l.project_id = p.id), '[]') as teams,
  (select json_build_object('name', e.name, 'description', e.description, 'url', e.url)
     from project_custom_editor e where e.project_id = p.id) as "customEditor"`;

const SOURCES = `
  from unnest($1::int[]) with ordinality asked (id, place)
  join project p on p.id = asked.id join project_progress g on g.project_id = p.id
  join person author on author.id = p.author_id left join organisation o on o.id = p.organisation_id`;

const TEXTS = `(select json_agg(json_build_object('locale', t.locale, 'name', t.name, 'shortDescription', t.short_description,
    'description', t.description, 'instructions', t.instructions, 'perTaskInstructions', t.per_task_instructions)
    order by t.locale <> p.default_locale, t.locale) from project_text t where t.project_id = p.id)`;

/** How much of the tasks: everything; without geometries and people; nothing. */
export type TasksShown = 'all' | 'abbreviated' | 'none';

const features = (isWhole: boolean) => `(
    select '{"type":"FeatureCollection","features":[' || coalesce(string_agg('{"type":"Feature","geometry":' || ${isWhole ? 'f.geojson' : `'null'`}
           || ',"properties":{"taskId":' || n.number || ',"taskX":' || coalesce(f.x::text, 'null') || ',"taskY":' || coalesce(f.y::text, 'null')
           || ',"taskZoom":' || coalesce(f.zoom::text, 'null') || ',"taskIsSquare":' || f.is_square || ',"taskStatus":"' || n.status || '"'
           ${
             isWhole
               ? `|| ',"lockedBy":' || coalesce(n.lock_holder::text, 'null') || ',"mappedBy":' || coalesce(n.mapped_by::text, 'null')
                || ',"validatedBy":' || coalesce(n.validated_by::text, 'null')`
               : ''
           } || '}}', ',' order by n.number), '') || ']}'
      from task_now n join task_geometry f on f.task_id = n.id and f.project_id = n.project_id where n.project_id = p.id)`;

/** Text of geometries and features is passed on as it is, never read. */
const whole = (shown: TasksShown) => ({
  name: `rest/project_whole/${shown}`,
  text: `select (select row_to_json(s) from (select ${SHARED},
    p.mapping_level_id as "mappingPermissionLevelId", p.validation_level_id as "validationPermissionLevelId", p.josm_preset as "josmPreset",
    p.task_creation_mode as "taskCreationMode",
    (select array_agg(round(edge::numeric, 6)::float8 order by place) from unnest(lonlat_bbox(p.area_of_interest)) with ordinality b (edge, place)) as "aoiBBOX",
    coalesce((select json_agg(json_build_object('id', c.id, 'name', c.name) order by c.name)
                from campaign_project l join campaign c on c.id = l.campaign_id where l.project_id = p.id), '[]') as campaigns,
    coalesce((select json_agg(json_build_object('id', i.id, 'name', i.name, 'userSelected', null, 'countProjects', null, 'countUsers', null) order by i.id)
                from project_interest l join interest i on i.id = l.interest_id where l.project_id = p.id), '[]') as interests,
    (select count(distinct t.lock_holder)::int from task t where t.project_id = p.id and t.lock_expires_at > statement_timestamp()) as "activeMappers"
  ) s) as fields,
  ${TEXTS} as texts,
  st_asgeojson(p.area_of_interest, 6) as area,
  (select '[' || string_agg(st_asgeojson(part.geom, 6), ',' order by a.id, part.path) || ']' from priority_area a, st_dump(a.geometry) part
    where a.project_id = p.id) as "priorityAreas",
  ${shown === 'none' ? 'null' : features(shown === 'all')} as tasks
  ${SOURCES} order by asked.place`,
});
const WHOLE = { all: whole('all'), abbreviated: whole('abbreviated'), none: whole('none') };

const SUMMARY = {
  name: 'rest/project_summary',
  text: `select (select row_to_json(s) from (select ${SHARED},
    coalesce((select json_agg(json_build_object('id', c.id, 'name', c.name, 'logo', c.logo, 'url', c.url, 'description', c.description, 'organisations', null)
                order by c.name) from campaign_project l join campaign c on c.id = l.campaign_id where l.project_id = p.id), '[]') as campaigns,
    p.centroid_geojson::json as "aoiCentroid"
  ) s) as fields,
  ${TEXTS} as texts
  ${SOURCES} order by asked.place`,
};

type Fields = { defaultLocale: string; [key: string]: unknown };
interface Read {
  [column: string]: unknown;
  fields: Fields;
  texts: Text[] | null;
}
interface WholeRead extends Read {
  area: string;
  priorityAreas: string | null;
  tasks: string | null;
}

const FORMATTED = ['shortDescription', 'description', 'instructions', 'perTaskInstructions'] as const;

/** Texts as clients of v2 have them: HTML. */
const shown = (text: Text): Text => ({
  ...text,
  ...Object.fromEntries(FORMATTED.map((key) => [key, oldHtmlOf(text[key])])),
});

const EMPTY = { name: '', shortDescription: '', description: '', instructions: '', perTaskInstructions: '' };

/** The texts in the language asked for, each empty one as it is in the default language. */
function mergedTexts(texts: Text[], locales: string[], defaultLocale: string): Text {
  const standard = rowFor(texts, [defaultLocale]) ?? { locale: defaultLocale, ...EMPTY };
  const row = rowFor(texts, locales) ?? standard;
  return Object.fromEntries(
    Object.entries(row).map(([key, text]) => [key, text || standard[key as keyof Text]]),
  ) as never;
}

function wholeOf({ fields, area, priorityAreas, tasks, texts }: WholeRead, locales: string[]): Record<string, unknown> {
  const all = (texts ?? []).map(shown);
  return {
    ...fields,
    areaOfInterest: new JsonText(area),
    priorityAreas: priorityAreas && new JsonText(priorityAreas),
    tasks: tasks && new JsonText(tasks),
    projectInfo: mergedTexts(all, locales, fields.defaultLocale),
    projectInfoLocales: all,
  };
}

/**
 * Projects by their numbers, in that order, in one statement; each as the fields of `projectWhole`, in which geometries are
 * text of JSON. Those that are not there are left out.
 */
export async function projectsWhole(
  { database, locales }: Pick<Context, 'database' | 'locales'>,
  ids: number[],
  tasks: TasksShown,
): Promise<Record<string, unknown>[]> {
  const rows = await database.query<WholeRead>(WHOLE[tasks], [ids]);
  return rows.map((row) => wholeOf(row, locales));
}

/** The same for who edits them: without tasks, and with texts and organisation by their own languages and number alone. */
export async function projectsToEdit(
  context: Pick<Context, 'database' | 'locales'>,
  ids: number[],
): Promise<JsonText[]> {
  const projects = await projectsWhole(context, ids, 'none');
  const left = { projectInfo: null, organisationName: null, organisationSlug: null, organisationLogo: null };
  return projects.map((project) => jsonOf({ ...project, ...left }));
}

/** Summaries of projects by their numbers, in that order, in one statement. Those that are not there are left out. */
export async function projectSummaries(
  { database, locales }: Pick<Context, 'database' | 'locales'>,
  ids: number[],
): Promise<z.infer<typeof projectSummary>[]> {
  const rows = await database.query<Read>(SUMMARY, [ids]);
  return rows.map(({ fields, texts }) => {
    const row = rowFor(texts ?? [], [...locales, fields.defaultLocale]) ?? { locale: fields.defaultLocale, ...EMPTY };
    const projectInfo = shown({ ...row, perTaskInstructions: '' });
    return { ...fields, projectInfo, shortDescription: null } as unknown as z.infer<typeof projectSummary>;
  });
}
