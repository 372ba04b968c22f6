import pg from 'pg';
import { z } from 'zod';
import { NotFound } from '../../errors.js';
import type { Services } from '../../graphql/context.js';
import { parseInput, text } from '../../input.js';
import type { Viewer } from '../../viewer.js';
import { InvalidGeometry } from '../grid/errors.js';
import { readArea } from '../grid/service.js';
import { notifyOfStatus } from '../notifications/service.js';
import { idsOfPeopleNamed } from '../people/load.js';
import { hasFeatures, ofPriorityAreas } from './create.js';
import { ChangedMeanwhile } from './errors.js';
import { whyNotCreateProject } from './policy.js';
import { editable, locale, rowOfText, textsMissingIn, wholeTexts, type wholeText } from './service.js';

const UPDATE = {
  name: 'projects/update',
  text: 'select update_project($1, $2::jsonb, $3, $4::text::geometry)',
};

const distinct = <Item>(list: Item[]) => [...new Set(list)];
const listOf = <Item extends z.ZodType>(item: Item, most: number, tooMany: string) =>
  z.array(item).max(most, tooMany).transform(distinct);
const ids = (what: string) => listOf(z.int(), 200, `A project has at most 200 ${what}.`);
/** What is left empty is none. */
const optionalText = (max: number) =>
  text(max)
    .trim()
    .transform((value) => value || null)
    .nullable();
const editor = z.enum(['ID', 'JOSM', 'POTLATCH_2', 'FIELD_PAPERS', 'CUSTOM', 'RAPID']);
const editors = z.array(editor).min(1, 'Choose at least one editor.').transform(distinct);

const settings = z
  .object({
    priority: z.enum(['URGENT', 'HIGH', 'MEDIUM', 'LOW']),
    difficulty: z.enum(['EASY', 'MODERATE', 'CHALLENGING']),
    defaultLocale: locale,
    mappingTypes: z.array(z.enum(['ROADS', 'BUILDINGS', 'WATERWAYS', 'LAND_USE', 'OTHER'])).transform(distinct),
    mappingEditors: editors,
    validationEditors: editors,
    mappingPermission: z.enum(['ANY', 'TEAMS']),
    validationPermission: z.enum(['ANY', 'TEAMS']),
    mappingLevelId: z.int(),
    validationLevelId: z.int(),
    enforceRandomTaskSelection: z.boolean(),
    enforceAssignment: z.boolean(),
    private: z.boolean(),
    rapidPowerUser: z.boolean(),
    organisationId: z.int(),
    countries: listOf(text(200).trim().min(1, 'A country has a name.'), 50, 'At most 50 countries.'),
    idPresets: listOf(text(200).trim().min(1, 'A preset has a name.'), 200, 'At most 200 presets.'),
    allowedUsernames: listOf(text(255), 1_000, 'At most 1,000 people; give a team access for more.'),
    campaignIds: ids('campaigns'),
    interestIds: ids('interests'),
    changesetComment: optionalText(1_000),
    imagery: optionalText(1_000),
    licenseId: z.int().nullable(),
    dueDate: z
      .date()
      .min(new Date('2000-01-01'), 'This date is too long ago.')
      .max(new Date('2200-01-01'), 'This date is too far ahead.')
      .nullable(),
    josmPreset: optionalText(10_000),
    extraIdParams: optionalText(2_000),
    osmchaFilterId: optionalText(1_000).transform((value, context) => {
      // People paste the address of OSMCha's page as often as the id alone.
      const id = value && (/\baoi=([\w-]+)/.exec(value)?.[1] ?? value);
      if (id && !/^[\w-]+$/.test(id))
        context.addIssue('Paste the id of an OSMCha filter, or the address of its page with aoi=… in it.');
      return id;
    }),
    customEditor: z
      .object({
        name: text(50).trim().min(1, 'Give the editor a name.'),
        description: text(2_000).trim().nullish(),
        url: z.url({ protocol: /^https?$/, error: 'The address of the editor starts with https://.' }).max(2_000),
      })
      .nullable(),
  })
  .partial();

export type ProjectSettings = Partial<Record<keyof z.input<typeof settings> | 'priorityAreas', unknown>>;

/** All of a project that is replaced together with its settings, for clients that know no smaller change. */
export interface WholeProject {
  status: 'ARCHIVED' | 'PUBLISHED' | 'DRAFT';
  /** Written whole; what is left out of one becomes empty. Languages that are not named stay. */
  texts: z.input<typeof wholeText>[];
  /** All that it has from now on. */
  teams: { teamId: number; role: Role }[];
}
type Role = 'READ_ONLY' | 'MAPPER' | 'VALIDATOR' | 'PROJECT_MANAGER';

/** Settings that null takes away; for all others it says nothing. */
const REMOVABLE = new Set<string>([
  'changesetComment',
  'imagery',
  'licenseId',
  'dueDate',
  'josmPreset',
  'extraIdParams',
  'osmchaFilterId',
  'customEditor',
]);

/** The columns that are not the setting's name in lower case and underscores. */
const COLUMNS: Record<string, string> = {
  allowedUsernames: 'allowed_people',
  campaignIds: 'campaigns',
  interestIds: 'interests',
};
const columnOf = (key: string) => COLUMNS[key] ?? key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * Changes the settings that are sent, all or nothing. `since`: throws ChangedMeanwhile when they were changed after it.
 * Throws NotFound, NotPermitted (also for an organisation that the viewer does not manage), InvalidInput, InvalidGeometry,
 * AreaTooLarge, InputTooLarge. `whole`: replaced in the same breath.
 */
export async function updateProject(
  services: Services,
  viewer: Viewer,
  projectId: number,
  input: ProjectSettings,
  since?: Date | null,
  whole?: WholeProject,
): Promise<void> {
  const { database, settings: instance } = services;
  const before = await editable(services, viewer, projectId);
  const { priorityAreas, ...rest } = input;
  const sent = Object.entries(rest).filter(([key, value]) =>
    REMOVABLE.has(key) ? value !== undefined : value != null,
  );
  const parsed = parseInput(settings, Object.fromEntries(sent));
  if (parsed.organisationId !== undefined) await mayMoveTo(services, viewer, projectId, parsed.organisationId);
  if (parsed.defaultLocale !== undefined && !whole) await canSpeak(services, projectId, parsed.defaultLocale);

  const changes: Record<string, unknown> = Object.fromEntries(
    Object.entries(parsed).map(([key, value]) => [columnOf(key), value]),
  );
  if (parsed.changesetComment === null) changes.changeset_comment = `${instance.defaultChangesetComment}-${projectId}`;
  if (parsed.allowedUsernames) {
    const path = (index: number) => ['allowedUsernames', String(index)];
    changes.allowed_people = await idsOfPeopleNamed(database, parsed.allowedUsernames, path);
  }
  if (whole) Object.assign(changes, wholeChanges(whole, parsed.defaultLocale ?? 'en'));
  let areas: string | null = null;
  if (priorityAreas !== undefined) {
    const read = hasFeatures(priorityAreas)
      ? await readArea(services, priorityAreas, { separate: false }).catch(ofPriorityAreas)
      : null;
    changes.priority_areas = read?.features.map(({ geometry }) => geometry) ?? [];
    areas = read?.ewkb ?? null;
  }
  await database
    .query(UPDATE, [projectId, JSON.stringify(changes), since ?? null, areas])
    .catch((error: unknown) => refused(projectId, error));
  if (whole && whole.status !== 'DRAFT' && whole.status !== before.status)
    await notifyOfStatus(database, viewer, projectId, whole.status);
}

/** Columns and lists of what is replaced. Throws InvalidInput: also for a text that a published project lacks. */
function wholeChanges({ status, texts, teams }: WholeProject, language: string) {
  const written = parseInput(wholeTexts, { texts }).texts;
  const missing = status === 'PUBLISHED' && textsMissingIn(language, written, 'Then publish it.');
  if (missing) throw missing;
  return {
    status,
    texts: written.map(rowOfText),
    teams: teams.map(({ teamId, role }) => ({ team: teamId, role })),
  };
}

const MISSING: Record<string, [what: string, message: string]> = {
  project_mapping_level_id_fkey: ['LEVEL', 'There is no such level to ask of mappers.'],
  project_validation_level_id_fkey: ['LEVEL', 'There is no such level to ask of validators.'],
  project_license_id_fkey: ['LICENSE', 'There is no such licence. Choose another, or none.'],
  project_organisation_id_fkey: ['ORGANISATION', 'There is no such organisation. Choose one that you manage.'],
  project_team_team_id_fkey: ['TEAM', 'One of these teams is not there any more. Choose again.'],
  campaign_project_campaign_id_fkey: ['CAMPAIGN', 'One of these campaigns is not there any more. Choose again.'],
  project_interest_interest_id_fkey: ['INTEREST', 'One of these interests is not there any more. Choose again.'],
};

/** What the database refuses, as an error of the domain. */
function refused(projectId: number, error: unknown): never {
  if (!(error instanceof pg.DatabaseError)) throw error;
  if (error.code === 'TG003')
    throw new InvalidGeometry('OUTSIDE', 'The areas to map first lie outside the area of the project.');
  if (error.code === 'TG004') throw new ChangedMeanwhile(projectId, new Date(error.detail!));
  const missing = error.code === '23503' && MISSING[error.constraint ?? ''];
  if (missing) throw new NotFound(...missing);
  throw error;
}

/** A project goes only to an organisation for which the viewer could create one. */
async function mayMoveTo({ database }: Services, viewer: Viewer, projectId: number, organisationId: number) {
  const [project, organisation] = await Promise.all([
    database.prisma.project.findUnique({ where: { id: projectId }, select: { organisationId: true } }),
    database.prisma.organisation.findUnique({
      where: { id: organisationId },
      select: { managers: { where: { personId: viewer.id } } },
    }),
  ]);
  if (project?.organisationId === organisationId) return;
  const refusal = whyNotCreateProject(viewer, (organisation?.managers.length ?? 0) > 0);
  if (refusal) throw refusal;
  if (!organisation) throw new NotFound(...MISSING.project_organisation_id_fkey!);
}

/** A published project keeps the texts it needs in its own language. */
async function canSpeak({ database }: Services, projectId: number, language: string) {
  const project = await database.prisma.project.findUnique({
    where: { id: projectId },
    select: { status: true, texts: true },
  });
  if (project?.status !== 'PUBLISHED') return;
  const missing = textsMissingIn(language, project.texts, `Then make ${language} the project's own language.`);
  if (missing) throw missing;
}
