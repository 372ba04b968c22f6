import { z } from 'zod';
import { oldHtmlOf } from '../texts/html.js';
import type { Database } from '../database/database.js';
import { withoutSubtags } from '../modules/projects/texts.js';
import { time } from './answers.js';

/** A project as v2 shows it in lists. */
export const projectRow = z.object({
  projectId: z.int(),
  locale: z.string().describe('The language of name and shortDescription.'),
  name: z.string(),
  shortDescription: z.string().describe('HTML'),
  difficulty: z.enum(['EASY', 'MODERATE', 'CHALLENGING']),
  priority: z.enum(['URGENT', 'HIGH', 'MEDIUM', 'LOW']),
  organisationName: z.string().nullable(),
  organisationLogo: z.string().nullable(),
  campaigns: z.array(z.object({ id: z.int(), name: z.string() })),
  percentMapped: z.int(),
  percentValidated: z.int(),
  status: z.enum(['ARCHIVED', 'PUBLISHED', 'DRAFT']),
  activeMappers: z.int().describe('How many people hold a task at this moment.'),
  lastUpdated: time,
  dueDate: time.nullable(),
  totalContributors: z.int().describe('Who finished a task or holds one.'),
  country: z.array(z.string()),
  sandbox: z.boolean(),
  database: z.string(),
  creationDate: z.null(),
  author: z.string(),
  partnerNames: z.null(),
  totalAreaSquareKilometers: z.null(),
});
export type ProjectRow = z.infer<typeof projectRow>;

/** Several of them, without a map. */
export const projectList = z.object({ mapResults: z.array(z.never()), results: z.array(projectRow) });

/** A moment in UTC as v2 writes it: microseconds only where there are some. */
export const timeText = (moment: string) =>
  `replace(to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), '.000000', '') || 'Z'`;

export const LAST_UPDATED = 'greatest(g.last_updated, p.changed_at)';
/** Percentages of project_progress g, rounded down. */
export const PERCENT_MAPPED =
  'coalesce(100 * (g.tasks_mapped + g.tasks_validated) / nullif(g.total_tasks - g.tasks_bad_imagery, 0), 0)';
export const PERCENT_VALIDATED =
  'coalesce(100 * g.tasks_validated / nullif(g.total_tasks - g.tasks_bad_imagery, 0), 0)';

/** How many people finished a task of project p, or hold one; with `rowSources`. */
export const CONTRIBUTORS =
  '((select count(*) from project_contributor c where c.project_id = p.id) + held.by_others)::int';

/** The columns of a row over project p with progress g and `rowSources`. */
export const ROW_COLUMNS = `
  p.id as "projectId", coalesce(wanted.locale, own.locale, p.default_locale) as locale,
  coalesce(nullif(wanted.name, ''), own.name, '') as name,
  coalesce(nullif(wanted.short_description, ''), own.short_description, '') as "shortDescription",
  p.difficulty, p.priority, o.name as "organisationName", o.logo as "organisationLogo",
  (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name) order by c.name), '[]')
     from campaign_project cp join campaign c on c.id = cp.campaign_id where cp.project_id = p.id) as campaigns,
  ${PERCENT_MAPPED} as "percentMapped", ${PERCENT_VALIDATED} as "percentValidated", p.status,
  held.by_all as "activeMappers",
  ${timeText(LAST_UPDATED)} as "lastUpdated", ${timeText('p.due_date')} as "dueDate",
  ${CONTRIBUTORS} as "totalContributors", p.countries as country, p.sandbox, p.database,
  coalesce(nullif(author.name, ''), author.username) as author`;

/** What the columns of a row are read from, to be joined to project p. `locales`: the parameter with the languages, see `wantedLocales`. */
export const rowSources = (locales: string) => `
  left join organisation o on o.id = p.organisation_id
  join person author on author.id = p.author_id
  left join project_text own on own.project_id = p.id and own.locale = p.default_locale
  left join lateral (select t.* from project_text t join unnest(${locales}::text[]) with ordinality w (locale, place)
                         on lower(t.locale) = lower(w.locale)
                      where t.project_id = p.id order by w.place limit 1) wanted on true
  cross join lateral (
    select count(distinct t.lock_holder)::int as by_all,
           count(distinct t.lock_holder) filter (
             where not exists (select from project_contributor c where c.project_id = p.id and c.person_id = t.lock_holder)) as by_others
      from task t where t.project_id = p.id and t.lock_expires_at > statement_timestamp()) held`;

/** The languages that may stand for those asked for (pt_BR → pt_BR, pt), most wanted first. */
export const wantedLocales = (locales: string[]): string[] => locales.slice(0, 10).flatMap(withoutSubtags);

type Read = Omit<ProjectRow, 'creationDate' | 'partnerNames' | 'totalAreaSquareKilometers'>;

/** Short descriptions as HTML, those of late: a list shows the same ones again and again, and formatting takes most of its time. */
const formatted = new Map<string, string>();
const MOST_FORMATTED = 2_000;
function formattedOnce(markdown: string): string {
  const known = formatted.get(markdown);
  if (known !== undefined) return known;
  const html = oldHtmlOf(markdown);
  if (formatted.size >= MOST_FORMATTED) formatted.delete(formatted.keys().next().value!);
  formatted.set(markdown, html);
  return html;
}

/** Rows as they are answered; their short descriptions come as Markdown from the database. */
export const shownRows = (rows: Read[]): ProjectRow[] =>
  rows.map((row) => ({
    ...row,
    shortDescription: formattedOnce(row.shortDescription),
    creationDate: null,
    partnerNames: null,
    totalAreaSquareKilometers: null,
  }));

const ROWS = {
  name: 'rest/project_rows',
  text: `select ${ROW_COLUMNS} from unnest($1::int[]) with ordinality asked (id, place)
           join project p on p.id = asked.id join project_progress g on g.project_id = p.id ${rowSources('$2')} order by asked.place`,
};

/** Projects by their numbers, in that order, in one statement; in the first of the languages asked for that each has. */
export const projectRows = async (database: Database, ids: number[], locales: string[]): Promise<ProjectRow[]> =>
  shownRows(await database.query<Read & { [column: string]: unknown }>(ROWS, [ids, wantedLocales(locales)]));
