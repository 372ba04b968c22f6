import { statement } from '../../database/database.js';
import { builder } from '../../graphql/builder.js';
import { badPage, PAGE, pageOf } from '../../graphql/page.js';
import { batched } from '../../graphql/perRequest.js';
import { grouped } from '../../grouped.js';
import { personById } from '../people/load.js';
import { Person } from '../people/Person.js';
import { Partner } from './Partner.js';

const FIGURES = statement(import.meta.url, 'sql/figures');
const OVER_TIME = statement(import.meta.url, 'sql/figures_over_time');
const LEADERS = statement(import.meta.url, 'sql/leaders');
const MOST_STEPS = 1_000;

/** Of which partner, and of which part of its partnerships: all that is open when null. */
interface Asked {
  partnerId: number;
  from: Date | null;
  to: Date | null;
}
type Step = {
  start: Date;
  contributors: number;
  tasksMapped: number;
  tasksValidated: number;
  tasksInvalidated: number;
};
type Figures = Omit<Step, 'start'> & { projects: number };

const columns = (asked: Asked[]) => [
  asked.map(({ partnerId }) => partnerId),
  asked.map(({ from }) => from),
  asked.map(({ to }) => to),
];

const figuresOf = batched(async (asked: Asked[], { database }) => {
  const rows = await database.query<Figures & { ord: number }>(FIGURES, columns(asked));
  const figures = new Map(rows.map((row) => [row.ord, row]));
  return (key: Asked) => figures.get(asked.indexOf(key) + 1)!;
});

const stepsOf = batched(async (asked: (Asked & { every: 'hour' | 'day' })[], { database }) => {
  const every = asked.map((each) => each.every);
  const rows = await database.query<Step & { ord: number }>(OVER_TIME, [...columns(asked), every, MOST_STEPS]);
  const steps = grouped(rows, ({ ord }) => ord);
  return (key: (typeof asked)[number]) => steps.get(asked.indexOf(key) + 1) ?? [];
});

type Leader = Omit<Step, 'start' | 'contributors'> & { personId: number };

const leadersOf = batched(async (asked: (Asked & { rows: number })[], { database }) => {
  const most = asked.map(({ rows }) => rows);
  const rows = await database.query<Leader & { ord: number }>(LEADERS, [...columns(asked), most]);
  const leaders = grouped(rows, ({ ord }) => ord);
  return (key: (typeof asked)[number]) => leaders.get(asked.indexOf(key) + 1) ?? [];
});

const PartnerLeader = builder.objectRef<Leader>('PartnerLeader').implement({
  description: 'Somebody who finished tasks in the projects of a partner while they were with it.',
  fields: (t) => ({
    person: t.field({
      type: Person,
      description: 'Who it is.',
      resolve: ({ personId }, _args, context, info) => personById(context, personId, info),
    }),
    tasksMapped: t.exposeInt('tasksMapped', { description: 'Tasks they marked as mapped; each counts once.' }),
    tasksValidated: t.exposeInt('tasksValidated', { description: 'Tasks they validated; each counts once.' }),
    tasksInvalidated: t.exposeInt('tasksInvalidated', { description: 'Tasks they sent back; each counts once.' }),
  }),
});

const PartnerStep = builder.objectRef<Step>('PartnerStep').implement({
  description: 'What was done in an hour or on a day.',
  fields: (t) => ({
    start: t.expose('start', { type: 'DateTime', description: 'When the hour or the day (UTC) began.' }),
    contributors: t.exposeInt('contributors', { description: 'How many people finished something.' }),
    tasksMapped: t.exposeInt('tasksMapped', { description: 'Tasks that somebody marked as mapped.' }),
    tasksValidated: t.exposeInt('tasksValidated', { description: 'Tasks that somebody validated.' }),
    tasksInvalidated: t.exposeInt('tasksInvalidated', { description: 'Tasks that a validator sent back.' }),
  }),
});

const StepLength = builder.enumType('StatisticsStep', {
  description: 'How long a step of statistics over time is.',
  values: {
    HOUR: { value: 'hour', description: 'From one full hour to the next.' },
    DAY: { value: 'day', description: 'From midnight to midnight, UTC.' },
  } as const,
});

const PartnerStatistics = builder.objectRef<Asked>('PartnerStatistics').implement({
  description:
    'What was done in the projects of a partner while they were with it: by everybody, for nobody says whose guest a mapper is.',
  fields: (t) => ({
    from: t.expose('from', { type: 'DateTime', nullable: true, description: 'From when on; null: from the start.' }),
    to: t.expose('to', { type: 'DateTime', nullable: true, description: 'Until before when; null: until now.' }),
    projects: t.int({
      description: 'How many projects were with it in this time.',
      resolve: async (asked, _args, context) => (await figuresOf(context, asked)).projects,
    }),
    contributors: t.int({
      description: 'How many people finished a task there: mapped, validated, sent back, or found its imagery bad.',
      resolve: async (asked, _args, context) => (await figuresOf(context, asked)).contributors,
    }),
    tasksMapped: t.int({
      description: 'Tasks that were mapped; each counts once. What managers set in bulk does not count.',
      resolve: async (asked, _args, context) => (await figuresOf(context, asked)).tasksMapped,
    }),
    tasksValidated: t.int({
      description: 'Tasks that were validated; each counts once.',
      resolve: async (asked, _args, context) => (await figuresOf(context, asked)).tasksValidated,
    }),
    tasksInvalidated: t.int({
      description: 'Tasks that a validator sent back; each counts once.',
      resolve: async (asked, _args, context) => (await figuresOf(context, asked)).tasksInvalidated,
    }),
    leaders: t.field({
      type: [PartnerLeader],
      complexity: 20,
      description: 'Who did most there: who mapped and validated most tasks first; at most 100.',
      args: { first: t.arg.int({ description: 'How many: 1 to 100, 100 when left out.' }) },
      resolve: (asked, { first }, context) =>
        leadersOf(context, { ...asked, rows: pageOf({ first: first ?? PAGE.most }).limit }),
    }),
    overTime: t.field({
      type: [PartnerStep],
      complexity: 20,
      description: `Step by step, the oldest first; steps in which nobody finished anything are left out. At most the last ${MOST_STEPS.toLocaleString('en')}.`,
      args: { every: t.arg({ type: StepLength, defaultValue: 'day', description: 'How long a step is.' }) },
      resolve: (asked, { every }, context) => stepsOf(context, { ...asked, every: every ?? 'day' }),
    }),
  }),
});

/** PostgreSQL and JavaScript write years beyond four digits each in its own way. */
const isStorable = (moment: Date) => moment.getUTCFullYear() >= 1 && moment.getUTCFullYear() <= 9999;

builder.prismaObjectFields(Partner, (t) => ({
  statistics: t.field({
    type: PartnerStatistics,
    complexity: 10,
    description: 'Its work in numbers, cut to its partnerships, and to the time that is asked for.',
    args: {
      from: t.arg({ type: 'DateTime', description: 'Only from then on; from the start when left out.' }),
      to: t.arg({ type: 'DateTime', description: 'Only until before then; until now when left out.' }),
    },
    resolve: ({ id }, { from, to }) => {
      if (from && to && from > to) throw badPage('from is not after to.');
      for (const moment of [from, to])
        if (moment && !isStorable(moment)) throw badPage('A date lies between the years 1 and 9999.');
      return { partnerId: id, from: from ?? null, to: to ?? null };
    },
  }),
}));
