import { z } from 'zod';
import { counted, interestOf } from '../../rest/interests.js';
import { e2, notFound, Refused, refuse } from '../../rest/errors.js';
import { operation } from '../../rest/operation.js';
import { text } from '../../rest/values.js';
import { nextLevelOf } from '../levels/load.js';
import { ohsomeAnswer, peopleStatistics } from '../statistics/service.js';
import { osmAccountOf } from './service.js';
import { countriesOfPerson, daysOfPerson, figuresOfPerson, interestsOfPerson } from './statistics.js';
import { idOfPersonNamed, osmId, possible } from './v2Profile.js';

const tag = 'users';
const noPerson = { 404: 'There is no such person.' };
const named = { username: text({ max: 255 }) };
const date = () => text({ max: 100 });
const isDate = (value: string) => z.iso.date().safeParse(value).success;

export const peopleStatisticsOperations = [
  operation({
    method: 'GET',
    path: '/users/{username}/statistics/',
    tag,
    summary: 'What a person did here, from the history: tasks, times in seconds, countries, days and interests.',
    access: 'login',
    params: named,
    answers: z.object({
      totalTimeSpent: z.number(),
      timeSpentMapping: z.number(),
      timeSpentValidating: z.number(),
      projectsMapped: z.int(),
      countriesContributed: z.object({
        countries: z.array(z.object({ name: z.string(), mapped: z.int(), validated: z.int(), total: z.int() })),
        total: z.int(),
      }),
      contributionsByDay: z.array(z.object({ date: z.string(), count: z.int() })),
      tasksMapped: z.int(),
      tasksValidated: z.int(),
      tasksInvalidated: z.int(),
      tasksInvalidatedByOthers: z.int(),
      tasksValidatedByOthers: z.int(),
      ContributionsByInterest: z.array(counted),
    }),
    fails: noPerson,
    service: 'people: figuresOfPerson, countriesOfPerson, daysOfPerson, interestsOfPerson',
    differences: [
      'What managers set for many tasks at once, and the undoing of something, is nobody’s work.',
      'The time of validating several tasks together is the time that passed; the original takes the longest of each minute.',
    ],
    handler: async ({ context, params }) => {
      const id = await idOfPersonNamed(context.database, params.username);
      const [figures, countries, days, interests] = await Promise.all([
        figuresOfPerson(context, id),
        countriesOfPerson(context, id),
        daysOfPerson(context, id),
        interestsOfPerson(context, id),
      ]);
      return {
        totalTimeSpent: figures.mapping_seconds + figures.validating_seconds,
        timeSpentMapping: figures.mapping_seconds,
        timeSpentValidating: figures.validating_seconds,
        projectsMapped: figures.projects_mapped,
        countriesContributed: {
          countries: countries.map(({ name, mapped, validated, total }) => ({ name, mapped, validated, total })),
          total: countries.length,
        },
        contributionsByDay: days.map(({ date, count }) => ({ date: `${date}T00:00:00`, count })),
        tasksMapped: figures.tasks_mapped,
        tasksValidated: figures.tasks_validated,
        tasksInvalidated: figures.tasks_invalidated,
        tasksInvalidatedByOthers: figures.invalidated_by_others,
        tasksValidatedByOthers: figures.validated_by_others,
        ContributionsByInterest: interests.map(({ interest_id: id, name, projects }) =>
          interestOf({ id, name }, { countProjects: projects }),
        ),
      };
    },
  }),
  operation({
    method: 'GET',
    path: '/users/{user_id}/statistics/interests/',
    tag,
    summary: 'The share of each interest in the projects that a person worked on.',
    access: 'login',
    params: { user_id: osmId() },
    answers: z.object({ rates: z.array(z.object({ name: z.string(), rate: z.number() })) }),
    service: 'people: interestsOfPerson',
    handler: async ({ context, params: { user_id } }) => ({
      rates: (await interestsOfPerson(context, possible(user_id))).map(({ name, share }) => ({
        name,
        rate: share,
      })),
    }),
  }),
  operation({
    method: 'GET',
    path: '/users/statistics/',
    tag,
    summary: 'Who first signed in between two days, by level and gender; until today when no endDate is sent.',
    access: 'login',
    query: { startDate: date(), endDate: date().optional() },
    answers: z.object({
      total: z.int(),
      byLevel: z.array(z.object({ name: z.string(), count: z.int() })),
      contributed: z.int().describe('Who worked on a project.'),
      emailVerified: z.int(),
      genders: z.object({
        male: z.int(),
        female: z.int(),
        preferNotIdentify: z.int(),
        selfDescribe: z.int(),
      }),
    }),
    fails: { 400: 'A day is none, the last is before the first, or there are more than 1,098.' },
    refusals: { INVALID_INPUT: [400, 'InvalidDateRange'] },
    service: 'statistics: peopleStatistics',
    differences: [
      'contributed counts who worked on a project; the original counts nearly everybody. The last day counts to its end. Deleted accounts are left out.',
    ],
    handler: async ({ context: { database }, query: { startDate: from, endDate: to } }) => {
      if (!isDate(from) || (to && !isDate(to)))
        refuse(400, 'InvalidDateValue', 'A day is written as 2026-05-01: send startDate and endDate so.');
      const figures = await peopleStatistics(database, { from, to: to || null });
      return {
        total: figures.total,
        byLevel: figures.levels.map(({ name, count }) => ({ name, count })),
        contributed: figures.contributed,
        emailVerified: figures.emailVerified,
        genders: {
          male: figures.male,
          female: figures.female,
          preferNotIdentify: figures.preferNot,
          selfDescribe: figures.selfDescribe,
        },
      };
    },
  }),
  operation({
    method: 'GET',
    path: '/users/statistics/ohsome/',
    tag,
    summary:
      'What ohsome Now answers about the edits of a person, as it is; of all projects here when no hashtag is sent.',
    access: 'login',
    query: {
      userId: osmId(),
      topics: text({ max: 1_000 }),
      startdate: date().optional(),
      enddate: date().optional(),
      hashtag: text({ max: 255 }).optional(),
    },
    answers: z.record(z.string(), z.unknown()),
    fails: { 400: 'A day is none, or ohsome Now is not set up or does not answer.' },
    service: 'statistics: ohsomeAnswer',
    differences: ['Nothing of the answer is saved; the original saves it as the figures of whoever calls.'],
    handler: async ({ context, query: { userId, topics, startdate, enddate, hashtag } }) => {
      for (const day of [startdate, enddate]) {
        if (day && !isDate(day))
          throw new Refused(e2(400, 'UNKNOWN_ERROR', 'A day is written as 2026-05-01: send startdate and enddate so.'));
      }
      const answer = await ohsomeAnswer(context, {
        userId: String(userId),
        topics,
        ...(hashtag && { hashtag }),
        ...(startdate && { startdate }),
        ...(enddate && { enddate }),
      });
      return answer ?? refuse(400, 'Error fetching data', 'ohsome Now does not answer. Try again in a minute.');
    },
  }),
  operation({
    method: 'GET',
    path: '/users/statistics/nextlevel/',
    tag,
    summary: 'How far a person is on the way to their next level; null at the top.',
    access: 'login',
    query: { userId: osmId().optional() },
    answers: z
      .object({
        nextLevel: z.string(),
        aggregatedProgress: z.number(),
        aggregatedGoal: z.number(),
        metrics: z.array(z.string()),
      })
      .nullable(),
    fails: noPerson,
    service: 'levels: nextLevelOf',
    differences: ['A figure that two badges of a level ask for counts once, with the higher minimum.'],
    handler: async ({ context, query: { userId } }) => {
      const id = possible(userId ?? 0);
      if (!(await context.database.prisma.person.findUnique({ where: { id }, select: { id: true } })))
        notFound('USER', { user_id: userId ?? null });
      const next = await nextLevelOf(context, id);
      const sumOf = (each: 'minimum' | 'reached') => next!.requirements.reduce((sum, one) => sum + one[each], 0);
      return (
        next && {
          nextLevel: next.name,
          aggregatedProgress: sumOf('reached'),
          aggregatedGoal: sumOf('minimum'),
          metrics: next.requirements.map(({ metric }) => metric),
        }
      );
    },
  }),
  operation({
    method: 'GET',
    path: '/users/{username}/openstreetmap/',
    tag,
    summary: 'What OpenStreetMap says of the account of a person.',
    access: 'login',
    params: named,
    answers: z.object({ accountCreated: z.string(), changesetCount: z.int() }),
    fails: { ...noPerson, 502: 'The account is gone, or OpenStreetMap does not answer.' },
    service: 'people: osmAccountOf',
    handler: async ({ context, params }) =>
      (await osmAccountOf(context, await idOfPersonNamed(context.database, params.username))) ??
      refuse(502, undefined, 'OpenStreetMap does not answer about this account; it may be deleted. Try again later.'),
  }),
];
