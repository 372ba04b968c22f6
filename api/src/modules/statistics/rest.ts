import { z } from 'zod';
import { refuse } from '../../rest/errors.js';
import { operation } from '../../rest/operation.js';
import { ids, int, text } from '../../rest/values.js';
import { taskStatistics } from './service.js';

const word = text({ max: 512 }).optional();

/** YYYY-MM-DD, or 400. */
function dayOf(name: string, value: string): string {
  if (!z.iso.date().safeParse(value).success)
    refuse(400, 'InvalidDateValue', `${name} is a day, written as 2026-05-01.`);
  return value;
}

/** The value of a query by its kind, or 400. */
function valueOf<Value>(kind: z.ZodType<Value>, name: string, value: string | undefined): Value | undefined {
  if (!value) return undefined;
  const parsed = kind.safeParse(value);
  if (!parsed.success) refuse(400, 'InvalidData', `${name}: ${parsed.error.issues[0]!.message}.`);
  return parsed.data;
}

export const taskStatisticsOperations = [
  operation({
    method: 'GET',
    path: '/tasks/statistics/',
    tag: 'tasks',
    summary: 'How often tasks were mapped, validated or found without imagery, day by day.',
    access: 'login',
    query: {
      startDate: text({ max: 100 }),
      endDate: text({ max: 100 }).optional().describe('Today when left out.'),
      organisationId: word,
      organisationName: word,
      campaign: word.describe('The name of a campaign.'),
      projectId: text({ max: 10_000 }).optional().describe('Numbers with commas between them.'),
      country: word.describe('Part of the name of a country.'),
    },
    answers: z.object({
      taskStats: z.array(
        z.object({
          date: z.string().meta({ format: 'date' }),
          mapped: z.int(),
          validated: z.int(),
          badImagery: z.int(),
        }),
      ),
    }),
    fails: { 400: 'These are no days, or more than 366 of them.' },
    refusals: { INVALID_INPUT: [400, 'InvalidDateRange'] },
    service: 'statistics: taskStatistics',
    differences: [
      'An undo is no work of who undoes. Projects that you may not see are left out. What is no number is 400 InvalidData (500 there).',
    ],
    handler: async ({ context, viewer, query }) => ({
      taskStats: await taskStatistics(context.database, viewer, {
        from: dayOf('startDate', query.startDate),
        to: query.endDate ? dayOf('endDate', query.endDate) : null,
        organisation: valueOf(int(), 'organisationId', query.organisationId) ?? null,
        organisationName: query.organisationName || undefined,
        campaignName: query.campaign || undefined,
        projects: valueOf(ids(), 'projectId', query.projectId) ?? null,
        countryPart: query.country || undefined,
        inBulk: true,
      }),
    }),
  }),
];
