import { InvalidInput, NotSignedIn } from '../../errors.js';
import { builder } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { batched } from '../../graphql/perRequest.js';
import { signedIn } from '../../viewer.js';
import { Campaign } from '../campaigns/Campaign.js';
import { EditStatistics } from './EditStatistics.js';
import { editsOfHashtag } from './edits.js';
import {
  areas,
  peopleStatistics,
  taskStatistics,
  totals,
  type Areas,
  type DayOfTasks,
  type PeopleFigures,
  type Totals,
} from './service.js';

const MappedArea = builder.objectRef<Areas>('MappedArea').implement({
  description: 'Areas of all tasks, geodesic, in m²; at most ten minutes old.',
  fields: (t) => ({
    totalM2: t.exposeFloat('total', { description: 'Of all tasks.' }),
    mappedM2: t.exposeFloat('mapped', { description: 'Of those that are mapped; the validated ones are mapped too.' }),
    validatedM2: t.exposeFloat('validated', { description: 'Of those that are validated.' }),
  }),
});

const Statistics = builder.objectRef<Totals>('Statistics').implement({
  description: 'This installation in numbers, at most a minute old. Drafts of projects are left out.',
  fields: (t) => ({
    peopleAtWork: t.exposeInt('peopleAtWork', { description: 'Who has a task at this moment.' }),
    people: t.exposeInt('people', { description: 'Who has an account.' }),
    validators: t.exposeInt('validators', { description: 'Whose validations stand.' }),
    projects: t.exposeInt('projects', { description: 'Published and archived ones.' }),
    publishedProjects: t.exposeInt('publishedProjects', { description: 'Those that are open for work.' }),
    projectsOfNoOrganisation: t.exposeInt('projectsOfNoOrganisation', {
      description: 'Those that nobody’s organisation stands for.',
    }),
    organisations: t.exposeInt('organisations', { description: 'Who runs projects.' }),
    campaigns: t.exposeInt('campaigns', { description: 'What projects are done for.' }),
    tasks: t.exposeInt('tasks', { description: 'Tasks of all these projects.' }),
    tasksMapped: t.exposeInt('tasksMapped', {
      description: 'Those that are mapped; the validated ones are mapped too.',
    }),
    tasksValidated: t.exposeInt('tasksValidated', { description: 'Those that are validated.' }),
    area: t.field({
      type: MappedArea,
      complexity: 50,
      description: 'How much ground that is.',
      resolve: (_totals, _args, { database }) => areas(database),
    }),
    editStatistics: t.field({
      type: EditStatistics,
      complexity: 20,
      description: 'What everybody edited in OpenStreetMap for projects of this installation.',
      resolve: (_totals, _args, context) => editsOfHashtag(context, '*'),
    }),
  }),
});

const TasksOfDay = builder.objectRef<DayOfTasks>('TasksOfDay').implement({
  description: 'How often tasks came into a state on one day. A task that came into it twice counts twice.',
  fields: (t) => ({
    date: t.exposeString('date', { description: 'YYYY-MM-DD, UTC.' }),
    mapped: t.exposeInt('mapped', { description: 'How often a task was mapped.' }),
    validated: t.exposeInt('validated', { description: 'How often a task was validated.' }),
    badImagery: t.exposeInt('badImagery', { description: 'How often a task was found to have no usable imagery.' }),
  }),
});
const sumOf = (days: DayOfTasks[], column: 'mapped' | 'validated' | 'badImagery') =>
  days.reduce((sum, day) => sum + day[column], 0);
const TaskStatistics = builder.objectRef<DayOfTasks[]>('TaskStatistics').implement({
  description: 'What people did day by day, over many projects.',
  fields: (t) => ({
    days: t.field({
      type: [TasksOfDay],
      description: 'The oldest first; days on which nothing happened are left out.',
      resolve: (days) => days,
    }),
    mapped: t.int({ description: 'How often a task was mapped, in all.', resolve: (days) => sumOf(days, 'mapped') }),
    validated: t.int({
      description: 'How often a task was validated, in all.',
      resolve: (days) => sumOf(days, 'validated'),
    }),
    badImagery: t.int({
      description: 'How often a task was found to have no usable imagery, in all.',
      resolve: (days) => sumOf(days, 'badImagery'),
    }),
  }),
});
const TaskStatisticsFilter = builder.inputType('TaskStatisticsFilter', {
  description: 'Which days and which projects: those that fit all that is given.',
  fields: (t) => ({
    from: t.string({ required: true, description: 'The first day: YYYY-MM-DD, UTC.' }),
    to: t.string({ description: 'The last day, at most 366 after the first; today when left out.' }),
    projectIds: t.idList({ description: 'Only these projects: numbers or node ids, at most 500.' }),
    organisationId: t.id({ description: 'Only projects of this organisation: number or node id.' }),
    campaignId: t.id({ description: 'Only projects of this campaign: number or node id.' }),
    country: t.string({ description: 'Only projects that reach into this country; its English name.' }),
  }),
});

export type LevelCount = PeopleFigures['levels'][number];
export const PeopleOfLevel = builder.objectRef<LevelCount>('PeopleOfLevel').implement({
  description: 'How many people have a level.',
  fields: (t) => ({
    levelNumber: t.exposeInt('number', { description: 'MappingLevel.number.' }),
    name: t.exposeString('name', { description: 'MappingLevel.name.' }),
    count: t.exposeInt('count', { description: 'People of this level.' }),
  }),
});
const PeopleStatistics = builder.objectRef<PeopleFigures>('PeopleStatistics').implement({
  description: 'People who first signed in within a period, by what they are now.',
  fields: (t) => ({
    total: t.exposeInt('total', { description: 'All of them.' }),
    contributed: t.exposeInt('contributed', { description: 'Those who have finished a task.' }),
    emailVerified: t.exposeInt('emailVerified', { description: 'Those whose e-mail address is verified.' }),
    byLevel: t.expose('levels', { type: [PeopleOfLevel], description: 'Every level, the lowest first.' }),
    male: t.exposeInt('male', { description: 'Those who say they are men.' }),
    female: t.exposeInt('female', { description: 'Those who say they are women.' }),
    selfDescribed: t.exposeInt('selfDescribe', { description: 'Those who describe their gender in their own words.' }),
    preferNotToSay: t.exposeInt('preferNot', { description: 'Those who prefer not to say.' }),
  }),
});

const idIn = (type: string, id: string | null | undefined) => (id == null ? null : numberOf(type, id));

builder.queryFields((t) => ({
  statistics: t.field({
    type: Statistics,
    complexity: 20,
    description: 'This installation in numbers, for everybody.',
    resolve: (_root, _args, { database }) => totals(database),
  }),
  taskStatistics: t.field({
    type: TaskStatistics,
    complexity: 50,
    description: 'What people did day by day, in projects that the viewer may see. For people who are signed in.',
    errors: { types: [NotSignedIn, InvalidInput] },
    args: { filter: t.arg({ type: TaskStatisticsFilter, required: true, description: 'Which days, and where.' }) },
    resolve: (_root, { filter }, { database, viewer }) =>
      taskStatistics(database, signedIn(viewer), {
        from: filter.from,
        to: filter.to,
        projects: filter.projectIds?.map((id) => numberOf('Project', id)),
        organisation: idIn('Organisation', filter.organisationId),
        campaign: idIn('Campaign', filter.campaignId),
        country: filter.country,
      }),
  }),
  peopleStatistics: t.field({
    type: PeopleStatistics,
    complexity: 50,
    description: 'Who first signed in within a period. For people who are signed in.',
    errors: { types: [NotSignedIn, InvalidInput] },
    args: {
      from: t.arg.string({ required: true, description: 'The first day: YYYY-MM-DD, UTC.' }),
      to: t.arg.string({ description: 'The last day, at most 1,098 after the first; today when left out.' }),
    },
    resolve: (_root, period, { database, viewer }) => {
      signedIn(viewer);
      return peopleStatistics(database, period);
    },
  }),
}));

const projectCountOf = batched(async (ids: number[], { database }) => {
  const groups = await database.prisma.campaignProject.groupBy({
    by: ['campaignId'],
    where: { campaignId: { in: ids }, project: { status: { not: 'DRAFT' } } },
    _count: true,
  });
  const counts = new Map(groups.map(({ campaignId, _count }) => [campaignId, _count]));
  return (id: number) => counts.get(id) ?? 0;
});
builder.prismaObjectFields(Campaign, (t) => ({
  projectCount: t.int({
    select: { id: true },
    description: 'How many projects are part of it, drafts left out.',
    resolve: ({ id }, _args, context) => projectCountOf(context, id),
  }),
}));
