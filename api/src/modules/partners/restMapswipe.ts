import { z } from 'zod';
import { e2, Refused } from '../../rest/errors.js';
import { operation, Raw } from '../../rest/operation.js';
import { bool, int, text } from '../../rest/values.js';
import {
  MAPSWIPE_MESSAGES,
  mapswipeGroup,
  mapswipePeriod,
  type GroupFigures,
  type MapswipeOutcome,
  type MapswipeProblem,
} from './mapswipe.js';
import { partnerOfPage } from './rest.js';

const tag = 'partners';
const params = { permalink: text({ max: 500 }) };
const EVERYBODY = 1_000_000;
const words = z.string().nullable();
const group = {
  id: z.int(),
  provider: z.literal('mapswipe'),
  idInsideProvider: z.string(),
};

/** The status and sub_code of each problem in v2. */
const CODES: Record<MapswipeProblem, [status: number, subCode: string]> = {
  NO_GROUP: [400, 'EMPTY_MAPSWIPE_GROUP'],
  NOT_SET_UP: [409, 'MAPSWIPE_NETWORK_ERROR'],
  UNREACHABLE: [409, 'MAPSWIPE_NETWORK_ERROR'],
  REFUSED: [409, 'MAPSWIPE_HTTP_ERROR'],
  UNREADABLE: [409, 'MAPSWIPE_INVALID_RESPONSE'],
  FAILED: [409, 'MAPSWIPE_GRAPHQL_ERROR'],
  UNKNOWN_GROUP: [409, 'INVALID_MAPSWIPE_GROUP_ID'],
  NO_DATA: [409, 'MAPSWIPE_NO_DATA'],
};
const fails = {
  400: 'The partner has no group, or the time does not fit.',
  404: 'There is no such partner.',
  409: 'MapSwipe did not answer, or not with figures of the group.',
};

function figuresOf<Figures>({ figures, problem }: MapswipeOutcome<Figures>): Figures {
  if (problem) throw new Refused(e2(...CODES[problem], MAPSWIPE_MESSAGES[problem]));
  return figures;
}

/** The days of a time; what is no time is refused. */
function rangeOf(fromDate: string | undefined, toDate: string | undefined): { from: string; to: string } {
  const wrong = (message: string): never => {
    const details = { from_date: fromDate ?? null, to_date: toDate ?? null };
    throw new Refused(e2(400, 'INVALID_TIME_RANGE', message, details));
  };
  const dayOf = (date: string | undefined, name: string): string => {
    if (!date) return wrong(`${name} is missing`);
    const day = /^\d{4}-\d\d-\d\d(?=$|T)/.exec(date)?.[0];
    return day && !Number.isNaN(Date.parse(date)) ? day : wrong(`${name} is a day such as 2031-05-01`);
  };
  const [from, to] = [dayOf(fromDate, 'fromDate'), dayOf(toDate, 'toDate')];
  if (from > to) wrong('fromDate should be less than toDate');
  return { from, to };
}

/** A cell that spreadsheets take for words, whatever it begins with. */
const cell = (value: string) => {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const HEAD = 'userId,username,isActive,totalMappingProjects,totalSwipeTimeInSeconds,totalSwipes';
const csvOf = (members: GroupFigures['members']) =>
  [
    HEAD,
    ...members.map(({ userId, username, isActive, projects, seconds, swipes }) =>
      [cell(userId), cell(username ?? ''), isActive ? 'True' : 'False', projects, seconds, swipes].join(','),
    ),
  ]
    .map((line) => `${line}\r\n`)
    .join('');

const byDay = z.array(z.object({ taskDate: z.string(), totalcontributions: z.number() }));

export const mapswipeOperations = [
  operation({
    method: 'GET',
    path: '/partners/{permalink}/filtered-statistics/',
    tag,
    summary: "What a partner's group swiped in MapSwipe in a time.",
    access: 'open',
    params,
    query: {
      fromDate: text({ max: 50 }).optional().describe('The first day, YYYY-MM-DD; needed.'),
      toDate: text({ max: 50 }).optional().describe('The last day; needed.'),
    },
    answers: z.object({
      ...group,
      fromDate: z.string(),
      toDate: z.string(),
      contributionsByUser: z.array(z.never()),
      contributionsByGeo: z.array(
        z.object({
          geojson: z.object({ type: z.string(), coordinates: z.array(z.unknown()) }),
          totalcontributions: z.number(),
        }),
      ),
      areaSwipedByProjectType: z.array(
        z.object({ totalArea: z.number(), projectType: z.string(), projectTypeDisplay: words }),
      ),
      contributionsByProjectType: z.array(
        z.object({ projectType: z.string(), projectTypeDisplay: words, totalcontributions: z.number() }),
      ),
      contributionsByDate: byDay,
      contributionsByorganizationName: z.array(z.object({ organizationName: words, totalcontributions: z.number() })),
      contributionTimeByDate: z.array(z.object({ date: z.string(), totalcontributionTime: z.number() })),
    }),
    fails,
    service: 'partners: mapswipePeriod',
    differences: ['A date that is none is refused with 400 INVALID_TIME_RANGE.'],
    handler: async ({ context, params: { permalink }, query: { fromDate, toDate } }) => {
      const range = rangeOf(fromDate, toDate);
      const partner = await partnerOfPage(context, permalink);
      const figures = figuresOf(await mapswipePeriod(context, partner, range));
      return {
        id: partner.id,
        provider: 'mapswipe',
        idInsideProvider: partner.mapswipeGroupId,
        fromDate,
        toDate,
        contributionsByUser: [],
        contributionsByGeo: figures.swipeByProjectGeo.map(({ geojson, totalContribution }) => ({
          geojson,
          totalcontributions: totalContribution,
        })),
        areaSwipedByProjectType: figures.areaSwipedByProjectType.map(
          ({ totalArea, projectType, projectTypeDisplay = null }) => ({ totalArea, projectType, projectTypeDisplay }),
        ),
        contributionsByProjectType: figures.swipeByProjectType.map(
          ({ projectType, projectTypeDisplay = null, totalSwipes }) => ({
            projectType,
            projectTypeDisplay,
            totalcontributions: totalSwipes,
          }),
        ),
        contributionsByDate: figures.swipeByDate.map(({ taskDate, totalSwipes }) => ({
          taskDate,
          totalcontributions: totalSwipes,
        })),
        contributionsByorganizationName: figures.swipeByOrganizationName.map(
          ({ organizationName = null, totalSwipes }) => ({ organizationName, totalcontributions: totalSwipes }),
        ),
        contributionTimeByDate: figures.swipeTimeByDate.map(({ date, totalSwipeTime }) => ({
          date,
          totalcontributionTime: totalSwipeTime,
        })),
      };
    },
  }),
  operation({
    method: 'GET',
    path: '/partners/{permalink}/general-statistics/',
    tag,
    summary: "A partner's group in MapSwipe: who is in it, and what they swiped; or its members as CSV.",
    access: 'open',
    params,
    query: {
      limit: int({ min: 1, max: 10_000 }).default(10).describe('How many members.'),
      offset: int({ min: 0 }).default(0).describe('How many members to pass over.'),
      downloadAsCSV: bool().default(false).describe('All members as CSV.'),
    },
    answers: z.object({
      ...group,
      nameInsideProvider: words,
      descriptionInsideProvider: words,
      membersCount: z.int(),
      members: z.array(
        z.object({
          id: z.string(),
          userId: z.string(),
          username: words,
          isActive: z.boolean(),
          totalMappingProjects: z.number(),
          totalcontributionTime: z.number().describe('Seconds'),
          totalcontributions: z.number(),
        }),
      ),
      totalContributors: z.number(),
      totalcontributions: z.number(),
      totalcontributionTime: z.number().describe('Seconds'),
      totalRecentContributors: z.number(),
      totalRecentcontributions: z.number(),
      totalRecentcontributionTime: z.number().describe('Seconds'),
    }),
    alsoAs: ['text/csv'],
    fails,
    service: 'partners: mapswipeGroup',
    differences: ['limit is at most 10,000, and offset not below 0.'],
    handler: async ({ context, params: { permalink }, query: { limit, offset, downloadAsCSV } }) => {
      const partner = await partnerOfPage(context, permalink);
      const page = downloadAsCSV ? { limit: EVERYBODY, offset: 0 } : { limit, offset };
      const figures = figuresOf(await mapswipeGroup(context, partner, page));
      if (downloadAsCSV)
        return new Raw(csvOf(figures.members), {
          contentType: 'text/csv; charset=utf-8',
          headers: { 'content-disposition': 'attachment; filename=partner_members.csv' },
        });
      return {
        id: partner.id,
        provider: 'mapswipe',
        idInsideProvider: partner.mapswipeGroupId,
        nameInsideProvider: figures.name,
        descriptionInsideProvider: figures.description,
        membersCount: figures.memberCount,
        members: figures.members.map(({ id, userId, username, isActive, projects, seconds, swipes }) => ({
          id,
          userId,
          username,
          isActive,
          totalMappingProjects: projects,
          totalcontributionTime: seconds,
          totalcontributions: swipes,
        })),
        totalContributors: figures.inAll.totalContributors,
        totalcontributions: figures.inAll.totalSwipes,
        totalcontributionTime: figures.inAll.totalSwipeTime,
        totalRecentContributors: figures.lately.totalContributors,
        totalRecentcontributions: figures.lately.totalSwipes,
        totalRecentcontributionTime: figures.lately.totalSwipeTime,
      };
    },
  }),
];
