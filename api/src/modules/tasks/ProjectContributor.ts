import { builder } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { connectionOf, counted, PAGE, pageOf } from '../../graphql/page.js';
import { personById } from '../people/load.js';
import { Person } from '../people/Person.js';
import { Project } from '../projects/Project.js';
import {
  contributorCountOf,
  contributorCursor,
  contributorGroupsOf,
  contributorsOf,
  tasksOf,
  timesOf,
  type Contributor,
  type ContributorGroup,
} from './contributors.js';

const ContributorTime = builder.objectRef<{ mapping: number; validating: number }>('ContributorTime').implement({
  description: 'Time that a person spent on a project, in seconds, from locks that have ended.',
  fields: (t) => ({
    mapping: t.int({ description: 'For mapping.', resolve: ({ mapping }) => Math.round(mapping) }),
    validating: t.int({
      description: 'For validation; tasks that they had at the same time count once.',
      resolve: ({ validating }) => Math.round(validating),
    }),
    total: t.int({
      description: 'For both.',
      resolve: ({ mapping, validating }) => Math.round(mapping + validating),
    }),
  }),
});

const ContributorTasks = builder
  .objectRef<{ mapped: number[]; validated: number[]; badImagery: number[] }>('ContributorTasks')
  .implement({
    description: 'Numbers of the tasks that stand as the work of a person, in order.',
    fields: (t) => ({
      mapped: t.exposeIntList('mapped', { description: 'Mapped by them, whether or not they were validated since.' }),
      validated: t.exposeIntList('validated', { description: 'Validated by them.' }),
      badImagery: t.exposeIntList('badImagery', { description: 'Found by them to have no usable imagery.' }),
    }),
  });

export const ProjectContributor = builder.objectRef<Contributor>('ProjectContributor').implement({
  description: 'Someone who finished work on a task of the project, and what stands of it.',
  fields: (t) => ({
    person: t.field({
      type: Person,
      description: 'Who it is.',
      resolve: ({ person_id }, _args, context, info) => personById(context, person_id, info),
    }),
    mapped: t.exposeInt('mapped', { description: 'Tasks that stand as mapped by this person.' }),
    validated: t.exposeInt('validated', { description: 'Tasks that stand as validated by this person.' }),
    badImagery: t.exposeInt('bad_imagery', {
      description: 'Tasks that stand as having no usable imagery, as this person found.',
    }),
    total: t.int({
      description: 'All three together.',
      resolve: ({ mapped, validated, bad_imagery }) => mapped + validated + bad_imagery,
    }),
    firstSeen: t.expose('since', { type: 'DateTime', description: 'When they first finished a task here.' }),
    lastSeen: t.expose('last_seen', {
      type: 'DateTime',
      description: 'When they were last at work here, as far as the tasks still tell.',
    }),
    time: t.field({
      type: ContributorTime,
      description: 'How long they had tasks of the project.',
      resolve: async (contributor, _args, context) =>
        (await timesOf(context, contributor)) ?? { mapping: 0, validating: 0 },
    }),
    tasks: t.field({
      type: ContributorTasks,
      description: 'Which tasks those are.',
      resolve: async (contributor, _args, context) =>
        (await tasksOf(context, contributor)) ?? { mapped: [], validated: [], badImagery: [] },
    }),
  }),
});

const ContributorOrder = builder.enumType('ContributorOrder', {
  description: 'The order of the people who worked on a project.',
  values: {
    TOTAL: { description: 'Who did most first.' },
    MAPPED: { description: 'Who mapped most first.' },
    VALIDATED: { description: 'Who validated most first.' },
    BAD_IMAGERY: { description: 'Who found most tasks without usable imagery first.' },
    LAST_SEEN: { description: 'Who was last at work here first.' },
    NEWEST: { description: 'Who joined in last first.' },
    USERNAME: { description: 'By name.' },
  },
});

const ContributorEdge = builder.edgeObject({ type: ProjectContributor, name: 'ProjectContributorEdge' });
const ContributorConnection = builder.connectionObject(
  { type: ProjectContributor, name: 'ProjectContributorConnection' },
  ContributorEdge,
);

const sums = (groups: readonly ContributorGroup[], key: 'level_id' | 'months') => {
  const counts = new Map<number, number>();
  for (const group of groups) counts.set(group[key], (counts.get(group[key]) ?? 0) + group.count);
  return [...counts].map(([of, count]) => ({ of, count })).sort((a, b) => a.of - b.of);
};

const ContributorsOfLevel = builder.objectRef<{ of: number; count: number }>('ContributorsOfLevel').implement({
  description: 'How many contributors are of a level.',
  fields: (t) => ({
    levelNumber: t.exposeInt('of', { description: 'MappingLevel.number.' }),
    count: t.exposeInt('count', { description: 'How many people.' }),
  }),
});

const ContributorsSince = builder.objectRef<{ of: number; count: number }>('ContributorsSince').implement({
  description: 'How many contributors first signed in so long ago.',
  fields: (t) => ({
    months: t.exposeInt('of', { description: 'At least so many months, and less than the next: 0, 1, 3, 6 or 12.' }),
    count: t.exposeInt('count', { description: 'How many people.' }),
  }),
});

const ContributorGroups = builder.objectRef<readonly ContributorGroup[]>('ContributorGroups').implement({
  description: 'Everybody who finished a task of the project, counted; groups of nobody are left out.',
  fields: (t) => ({
    byLevel: t.field({
      type: [ContributorsOfLevel],
      description: 'By the level that they have now.',
      resolve: (groups) => sums(groups, 'level_id'),
    }),
    byExperience: t.field({
      type: [ContributorsSince],
      description: 'By how long ago they first signed in here.',
      resolve: (groups) => sums(groups, 'months'),
    }),
  }),
});

builder.objectFields(Project, (t) => ({
  contributorGroups: t.field({
    type: ContributorGroups,
    description: 'How experienced the people are who worked on it.',
    resolve: ({ id }, _args, context) => contributorGroupsOf(context, id),
  }),
  contributors: t.field({
    type: [ProjectContributor],
    description: 'Those who did most first; at most 100. All of them, in other orders: contributions.',
    args: { first: t.arg.int({ description: 'How many: 1 to 100, 100 when left out.' }) },
    resolve: ({ id }, { first }, context) =>
      contributorsOf(context, id, { order: 'TOTAL', rows: pageOf({ first: first ?? PAGE.most }).limit }),
  }),
  contributions: t.connection(
    {
      type: ProjectContributor,
      description: 'What stands of the work of everybody who finished a task here.',
      args: {
        search: t.arg.string({ description: 'Part of the username, in upper or lower case.' }),
        levelNumber: t.arg.int({ description: 'Only people of this level: MappingLevel.number.' }),
        orderBy: t.arg({
          type: ContributorOrder,
          defaultValue: 'TOTAL',
          description: 'Cursors are good only for the order they came from.',
        }),
      },
      resolve: async ({ id }, args, context, info) => {
        const { limit, after } = pageOf(args);
        const { search, levelNumber: level } = args;
        const order = args.orderBy ?? 'TOTAL';
        const totalCount = counted(info, () => contributorCountOf(context, id, { search, level }));
        const rows = await contributorsOf(context, id, { order, rows: limit + 1, search, level, after });
        return {
          ...connectionOf(rows, limit, after, contributorCursor),
          totalCount,
        };
      },
    },
    ContributorConnection,
    ContributorEdge,
  ),
  contributor: t.field({
    type: ProjectContributor,
    nullable: true,
    description: 'One of them; null for who has finished no task here.',
    args: { personId: t.arg.id({ required: true, description: 'OSM id or node id of the person.' }) },
    resolve: async ({ id }, { personId }, context) => {
      const [found] = await contributorsOf(context, id, {
        order: 'TOTAL',
        rows: 1,
        person: numberOf('Person', personId),
      });
      return found ?? null;
    },
  }),
  contributorCount: t.int({
    description: 'How many people ever finished work on a task of the project.',
    resolve: ({ id }, _args, context) => contributorCountOf(context, id, {}),
  }),
}));
