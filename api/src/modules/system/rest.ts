import { z } from 'zod';
import { success } from '../../rest/answers.js';
import { atMost } from '../../database/atMost.js';
import { refuse } from '../../rest/errors.js';
import { operation } from '../../rest/operation.js';
import { bool, text } from '../../rest/values.js';
import { oldHtmlOf } from '../../texts/html.js';
import { writeToAdministrators } from '../mail/service.js';
import { areas, shares, totals } from '../statistics/service.js';
import { knownRelease, newestRelease } from './releases.js';
import { readBanner, updateBanner } from './service.js';

const tag = 'system';
const banner = z.object({ message: z.string().describe('HTML that is safe to show.'), visible: z.boolean() });
const KM2 = 1_000_000;
/** Messages to the administrators from one address within an hour. */
const written = atMost('contact-admin', 10, 3_600);

/** A moment without its zone, as the original writes those of releases. */
const withoutZone = (moment: Date, between: 'T' | ' ') => moment.toISOString().slice(0, 19).replace('T', between);

const figures = z.object({
  mappersOnline: z.int(),
  tasksMapped: z.int(),
  totalMappers: z.int(),
  totalProjects: z.int(),
  averageCompletionTime: z.null().describe('Nobody measures it; the original neither.'),
});
const moreFigures = z.object({
  tasksValidated: z.int(),
  totalValidators: z.int(),
  totalArea: z.number().describe('km²'),
  totalMappedArea: z.number().describe('km²'),
  totalValidatedArea: z.number().describe('km²'),
  totalCampaigns: z.int(),
  totalOrganisations: z.int(),
  campaigns: z.array(z.object({ campaign: z.string(), projectsCreated: z.int() })),
  organisations: z.array(z.object({ organisation: z.string(), projectsCreated: z.int() })),
});
const NONE = 'Unassociated';

export const systemOperations = [
  operation({
    method: 'GET',
    path: '/system/heartbeat/',
    tag,
    summary: 'Whether the server lives, and the newest release that it heard of.',
    access: 'open',
    answers: z.object({
      status: z.string(),
      release: z.object({ version: z.string(), published_at: z.string() }).nullable(),
    }),
    service: 'system: knownRelease',
    handler: async ({ context }) => {
      const release = await knownRelease(context);
      return {
        status: 'Taskgrid healthy',
        release: release && { version: release.tagName, published_at: withoutZone(release.publishedAt, 'T') },
      };
    },
  }),
  operation({
    method: 'GET',
    path: '/system/languages/',
    tag,
    summary: 'The languages that clients offer, and how many changesets they say that levels need.',
    access: 'open',
    answers: z.object({
      mapperLevelIntermediate: z.int(),
      mapperLevelAdvanced: z.int(),
      supportedLanguages: z.array(z.object({ code: z.string(), language: z.string() })),
    }),
    service: 'none',
    handler: ({ context: { settings } }) => ({
      mapperLevelIntermediate: settings.levelChangesets.intermediate,
      mapperLevelAdvanced: settings.levelChangesets.advanced,
      supportedLanguages: settings.languages,
    }),
  }),
  operation({
    method: 'GET',
    path: '/system/statistics/',
    tag,
    summary: 'This installation in numbers, at most a minute old.',
    access: 'open',
    query: { abbreviated: bool().default(true) },
    answers: figures.extend(moreFigures.partial().shape),
    service: 'statistics: totals, areas, shares',
    differences: ['`abbreviated=false` answers; the original fails. Figures are a minute old at most, not ten.'],
    handler: async ({ context: { database }, query }) => {
      const all = await totals(database);
      const abbreviated = {
        mappersOnline: all.peopleAtWork,
        tasksMapped: all.tasksMapped,
        totalMappers: all.people,
        totalProjects: all.projects + all.drafts,
        averageCompletionTime: null,
      };
      if (query.abbreviated) return abbreviated;
      const [area, share] = await Promise.all([areas(database), shares(database)]);
      return {
        ...abbreviated,
        tasksValidated: all.tasksValidated,
        totalValidators: all.validators,
        totalArea: area.total / KM2,
        totalMappedArea: area.mapped / KM2,
        totalValidatedArea: area.validated / KM2,
        totalCampaigns: all.campaigns,
        totalOrganisations: all.organisations,
        campaigns: share.campaigns.map(({ name, projects }) => ({ campaign: name ?? NONE, projectsCreated: projects })),
        organisations: share.organisations.map(({ name, projects }) => ({
          organisation: name ?? NONE,
          projectsCreated: projects,
        })),
      };
    },
  }),
  operation({
    method: 'GET',
    path: '/system/banner/',
    tag,
    summary: 'The line on top of every page.',
    access: 'open',
    answers: banner,
    service: 'system: readBanner',
    handler: async ({ context }) => {
      const { markdown, visible, isWritten } = await readBanner(context);
      // Clients of v2 greet as long as nobody wrote anything.
      if (!isWritten) return { message: oldHtmlOf(`Welcome to ${context.settings.name}`), visible: true };
      return { message: oldHtmlOf(markdown), visible };
    },
  }),
  operation({
    method: 'PATCH',
    path: '/system/banner/',
    tag,
    summary: 'Changes the line on top of every page.',
    access: 'login',
    body: z.object({
      message: text({ max: 255 }).describe('Markdown, or HTML.'),
      visible: bool()
        .nullish()
        .transform((visible) => visible ?? true),
    }),
    answers: banner,
    refusals: { NOT_PERMITTED: [403, 'OnlyAdminAccess'] },
    service: 'system: updateBanner',
    handler: async ({ context, viewer, body }) => {
      const { markdown, visible } = await updateBanner(context, viewer, {
        markdown: body.message,
        visible: body.visible,
      });
      return { message: oldHtmlOf(markdown), visible };
    },
  }),
  operation({
    method: 'POST',
    path: '/system/contact-admin/',
    tag,
    summary: 'Writes to those who run this installation.',
    access: 'open',
    body: z.object({
      name: text({ min: 1, max: 255 }),
      email: text({ min: 1, max: 254 }),
      content: text({ min: 1, max: 10_000 }),
    }),
    invalidBody: [400, 'InvalidData', 422],
    status: 201,
    answers: success,
    fails: { 429: 'Ten messages within an hour came from this address.', 501: 'The operators gave no address for it.' },
    refusals: { 'NOT_PERMITTED/NO_CONTACT': [501, 'NotImplemented'] },
    service: 'mail: writeToAdministrators',
    differences: [
      'What does not fit is 400, not 500: `email` is where the answer goes. Nothing written there becomes HTML.',
    ],
    handler: async ({ context, body, request }) => {
      await written(context.database, request.ip);
      await writeToAdministrators(context, body);
      return { Success: 'Email sent' };
    },
  }),
  operation({
    method: 'POST',
    path: '/system/release/',
    tag,
    summary: 'Asks which release is the newest.',
    access: 'open',
    answers: z.object({ release_version: z.string(), published_at: z.string() }),
    fails: { 502: 'Nobody answered, or RELEASES_URL is not set.' },
    service: 'system: newestRelease',
    differences: ['It asks at most once in ten minutes, whoever calls, and where the operators say.'],
    handler: async ({ context }) => {
      const release = await newestRelease(context);
      if (!release)
        refuse(502, 'GithubFetchError', 'Which release is the newest could not be learned. Try again later.');
      return { release_version: release.tagName, published_at: withoutZone(release.publishedAt, ' ') };
    },
  }),
];
