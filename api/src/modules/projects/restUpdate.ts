import { z } from 'zod';
import { statement, type Database } from '../../database/database.js';
import { status } from '../../rest/answers.js';
import { e2, notFound, refuse, Refused } from '../../rest/errors.js';
import { operation } from '../../rest/operation.js';
import { parsePart } from '../../rest/parse.js';
import { isObject, typeOf } from '../../rest/polygons.js';
import { managedProject } from '../../rest/readProject.js';
import { bool, id, int, text } from '../../rest/values.js';
import { oldHtmlOf } from '../../texts/html.js';
import { countriesOf } from './create.js';
import { textsMissingIn } from './service.js';
import type { Text } from './texts.js';
import { updateProject, type WholeProject } from './update.js';

const SAMPLES = statement(import.meta.url, 'sql/samples');

/** What the original calls its lists of names, and the names. */
const NAMES = {
  projectStatus: ['ARCHIVED', 'PUBLISHED', 'DRAFT'],
  projectPriority: ['URGENT', 'HIGH', 'MEDIUM', 'LOW'],
  projectDifficulty: ['EASY', 'MODERATE', 'CHALLENGING'],
  mappingType: ['ROADS', 'BUILDINGS', 'WATERWAYS', 'LAND_USE', 'OTHER'],
  editor: ['ID', 'JOSM', 'POTLATCH_2', 'FIELD_PAPERS', 'CUSTOM', 'RAPID'],
  taskCreationMode: ['GRID', 'ARBITRARY'],
  mappingPermission: ['ANY', 'TEAMS'],
  validationPermission: ['ANY', 'TEAMS'],
  teamRole: ['READ_ONLY', 'MAPPER', 'VALIDATOR', 'PROJECT_MANAGER'],
} as const;

/** A name in the writing of the list, whatever its case. Throws Refused. */
function named<Kind extends keyof typeof NAMES>(kind: Kind, value: string): (typeof NAMES)[Kind][number] {
  const names: readonly string[] = NAMES[kind];
  const name = value.toUpperCase();
  if (names.includes(name)) return name as (typeof NAMES)[Kind][number];
  const message = `Unknown ${kind}: ${value.slice(0, 100)}. Valid values are: ${names.join(', ')}.`;
  throw new Refused(e2(400, 'UNKNOWN_ERROR', message));
}

const name = () => text({ max: 100 });
const words = () => text().nullish();
const listed = <Item extends z.ZodType>(item: Item, most = 1_000) => z.array(item).max(most).nullish();
const byId = () => listed(z.object({ id: int() }), 200);
const moment = text({ max: 50 })
  .transform((written, context) => {
    // The original keeps moments without a zone: they are in UTC.
    const zoned = /^\d{4}-\d\d-\d\d$/.test(written) || /(Z|[+-]\d\d:?\d\d)$/i.test(written) ? written : `${written}Z`;
    const parsed = new Date(zoned);
    if (/^\d{4}-\d\d-\d\d/.test(written) && !Number.isNaN(parsed.getTime())) return parsed;
    context.addIssue({
      code: 'custom',
      message: 'Input should be a valid datetime, such as 2031-05-01T00:00:00Z',
      params: { type: 'datetime_parsing' },
    });
    return z.NEVER;
  })
  .meta({ type: 'string', format: 'date-time' });

const textsInOneLanguage = z.object({
  locale: text({ max: 10 }),
  name: words(),
  shortDescription: words().describe('HTML or Markdown'),
  description: words().describe('HTML or Markdown'),
  instructions: words().describe('HTML or Markdown'),
  perTaskInstructions: words().describe('HTML or Markdown'),
});

const wholeProject = z.object({
  status: name(),
  projectPriority: name(),
  defaultLocale: text({ max: 10 }),
  projectInfoLocales: z.array(textsInOneLanguage).max(100),
  difficulty: name(),
  mappingPermission: name(),
  mappingPermissionLevelId: int(),
  validationPermission: name(),
  validationPermissionLevelId: int(),
  private: bool(),
  taskCreationMode: name(),
  mappingEditors: z.array(name()).max(100),
  validationEditors: z.array(name()).max(100),
  mappingTypes: listed(name()),
  enforceRandomTaskSelection: bool().nullish(),
  rapidPowerUser: bool().nullish(),
  changesetComment: words(),
  osmchaFilterId: words(),
  imagery: words(),
  josmPreset: words(),
  idPresets: listed(text({ max: 200 })),
  extraIdParams: words(),
  dueDate: moment.nullish(),
  organisation: int().nullish().describe('As it is when left out.'),
  countryTag: listed(text({ max: 200 })),
  licenseId: int().nullish(),
  campaigns: byId(),
  interests: byId(),
  teams: listed(z.object({ teamId: int(), role: name() })),
  allowedUsernames: listed(text({ max: 255 })),
  priorityAreas: listed(z.unknown()),
  customEditor: z.object({ name: text({ max: 50 }), description: words(), url: text({ max: 2_000 }) }).nullish(),
});
type Whole = z.output<typeof wholeProject>;

const invalidArea = (message: string) => new Refused({ status: 400, body: { 'Invalid GeoJson': message } });

/** Polygons as one collection; null for none. Throws Refused. */
function areasOf(polygons: Whole['priorityAreas']) {
  if (!polygons?.length) return null;
  if (!polygons.every((each) => isObject(each) && typeOf(each) === 'Polygon'))
    throw invalidArea('Priority areas are GeoJSON polygons.');
  const features = polygons.map((geometry) => ({ type: 'Feature', geometry, properties: {} }));
  return { type: 'FeatureCollection', features };
}

const FORMATTED = ['shortDescription', 'description', 'instructions', 'perTaskInstructions'] as const;

/** Texts as they are kept: the Markdown that was written where a client only sends back the HTML that it got for it. */
function kept(sent: Whole['projectInfoLocales'], stored: Text[]): WholeProject['texts'] {
  return sent.map((each) => {
    const before = stored.find(({ locale }) => locale.toLowerCase() === each.locale.toLowerCase());
    const formatted = FORMATTED.map((key) => {
      const written = each[key]?.trim() ?? '';
      return [key, before && oldHtmlOf(before[key]) === written ? before[key] : written];
    });
    return { locale: before?.locale ?? each.locale, name: each.name ?? '', ...Object.fromEntries(formatted) };
  });
}

/** What a published project needs in its own language, with the answers of v2. */
function assertPublishable(language: string, texts: WholeProject['texts']): void {
  const own = texts.find(({ locale }) => locale.toLowerCase() === language.toLowerCase());
  if (!own)
    refuse(403, 'InfoForLocaleRequired', `Send the texts in ${language}, the project's own language, to publish it.`);
  const missing = textsMissingIn(language, [own as Text], 'Then publish it.');
  if (missing) refuse(403, 'MissingRequiredAttribute', missing.message);
}

/** Throws Refused for the first licence, team, campaign or interest that there is not. */
async function assertThere({ prisma }: Database, { licenseId, teams, campaigns, interests }: Whole): Promise<void> {
  const idsOf = (list: { id: number }[] | null | undefined) => list?.map(({ id }) => id) ?? [];
  const asked = {
    teams: teams?.map(({ teamId }) => teamId) ?? [],
    campaigns: idsOf(campaigns),
    interests: idsOf(interests),
  };
  const select = { id: true } as const;
  const [license, foundTeams, foundCampaigns, foundInterests] = await Promise.all([
    licenseId == null ? true : prisma.license.findUnique({ where: { id: licenseId }, select }),
    prisma.team.findMany({ where: { id: { in: asked.teams } }, select }),
    prisma.campaign.findMany({ where: { id: { in: asked.campaigns } }, select }),
    prisma.interest.findMany({ where: { id: { in: asked.interests } }, select }),
  ]);
  if (!license) refuse(403, 'RequireLicenseId', `There is no licence ${licenseId}.`);
  const missing = (ids: number[], found: { id: number }[]) => ids.find((id) => !found.some((each) => each.id === id));
  const team = missing(asked.teams, foundTeams);
  if (team !== undefined) notFound('TEAM', { team_id: team });
  const campaign = missing(asked.campaigns, foundCampaigns);
  if (campaign !== undefined) notFound('CAMPAIGN', { campaign_id: campaign });
  const interest = missing(asked.interests, foundInterests);
  if (interest !== undefined) notFound('INTEREST', { interest_id: interest });
}

const countriesIn = async (database: Database, projectId: number) =>
  countriesOf((await database.query<{ samples: [number, number][] }>(SAMPLES, [projectId]))[0]!);

/** A list of people is only changed where it counts: clients get it as empty from projects that are not private. */
const allowedIn = ({ private: isPrivate, allowedUsernames }: Whole) =>
  isPrivate || allowedUsernames?.length ? (allowedUsernames ?? undefined) : undefined;

const UPDATE_BODY = { ...z.toJSONSchema(wholeProject, { io: 'input', unrepresentable: 'any' }), $schema: undefined };

export const projectUpdateOperations = [
  operation({
    method: 'PATCH',
    path: '/projects/{project_id}/',
    tag: 'projects',
    summary: 'Replaces what is set of a project: all of it, what is left out goes back to how it begins.',
    access: 'login',
    params: { project_id: id() },
    // Looked at only after the right to change the project, as the original does.
    body: z.unknown().meta(UPDATE_BODY as Record<string, unknown>),
    answers: status,
    fails: {
      403: 'Not managed by the viewer; no such licence; or a text is missing that a published project needs.',
      404: 'There is no such project, organisation, team, campaign, interest, level or person.',
    },
    refusals: {
      LICENSE_NOT_FOUND: [403, 'RequireLicenseId'],
      ORGANISATION_NOT_FOUND: (error, { organisation }) =>
        e2(404, 'ORGANISATION_NOT_FOUND', error.message, { organisation_id: organisation }),
      INVALID_GEOMETRY: (error) => invalidArea(error.message).answer,
      AREA_TOO_LARGE: (error) => invalidArea(error.message).answer,
      INPUT_TOO_LARGE: [413, 'RequestTooLarge'],
    },
    service: 'projects: updateProject',
    differences: [
      'What does not fit is a 422, 400 or 404, not a 500; names may be in small letters; at least one editor is needed.',
      'Only what is edited is written: work that goes on meanwhile is not lost.',
      'It moves only to an organisation that the viewer manages.',
      'allowedUsernames are kept; they stay as they are while the project is not private and the list is empty.',
      'Texts that come back as the HTML that was given for them stay the Markdown that they were.',
      'Priority areas lie in the area of the project, at least in part.',
      'Without a changesetComment it has the usual one.',
      'Those who asked for it are told when a project is published or archived.',
    ],
    handler: async ({ context, viewer, params: { project_id }, body: sent }) => {
      await managedProject(context, viewer, project_id);
      const { database } = context;
      const body = parsePart('body', wholeProject, sent) as Whole;
      const whole: WholeProject = {
        status: named('projectStatus', body.status),
        texts: kept(
          body.projectInfoLocales,
          await database.prisma.projectText.findMany({ where: { projectId: project_id } }),
        ),
        teams: (body.teams ?? []).map(({ teamId, role }) => ({ teamId, role: named('teamRole', role) })),
      };
      named('taskCreationMode', body.taskCreationMode);
      const settings = {
        priority: named('projectPriority', body.projectPriority),
        difficulty: named('projectDifficulty', body.difficulty),
        defaultLocale: body.defaultLocale,
        mappingTypes: (body.mappingTypes ?? []).map((each) => named('mappingType', each)),
        mappingEditors: body.mappingEditors.map((each) => named('editor', each)),
        validationEditors: body.validationEditors.map((each) => named('editor', each)),
        mappingPermission: named('mappingPermission', body.mappingPermission),
        validationPermission: named('validationPermission', body.validationPermission),
        mappingLevelId: body.mappingPermissionLevelId,
        validationLevelId: body.validationPermissionLevelId,
        enforceRandomTaskSelection: body.enforceRandomTaskSelection ?? false,
        private: body.private,
        rapidPowerUser: body.rapidPowerUser ?? false,
        organisationId: body.organisation,
        idPresets: body.idPresets ?? [],
        allowedUsernames: allowedIn(body),
        campaignIds: body.campaigns?.map(({ id }) => id) ?? [],
        interestIds: body.interests?.map(({ id }) => id) ?? [],
        changesetComment: body.changesetComment ?? null,
        imagery: body.imagery ?? null,
        licenseId: body.licenseId ?? null,
        dueDate: body.dueDate ?? null,
        josmPreset: body.josmPreset ?? null,
        extraIdParams: body.extraIdParams ?? null,
        osmchaFilterId: body.osmchaFilterId ?? null,
        customEditor: body.customEditor ?? null,
        priorityAreas: areasOf(body.priorityAreas),
      };
      if (whole.status === 'PUBLISHED') assertPublishable(body.defaultLocale, whole.texts);
      await assertThere(database, body);
      const countries = body.countryTag?.length ? body.countryTag : await countriesIn(database, project_id);
      await updateProject(context, viewer, project_id, { ...settings, countries }, null, whole);
      return { Status: 'Updated' };
    },
  }),
];
