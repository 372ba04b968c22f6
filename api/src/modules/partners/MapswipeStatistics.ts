import { builder } from '../../graphql/builder.js';
import { badPage } from '../../graphql/page.js';
import {
  MAPSWIPE_MESSAGES,
  mapswipeGroup,
  mapswipePeriod,
  type GroupFigures,
  type MapswipeOutcome,
  type MapswipeProblem,
  type PeriodFigures,
} from './mapswipe.js';
import { Partner } from './Partner.js';

const MOST_MEMBERS = 100;
/** What asking somebody else's service costs. */
const COMPLEXITY = 200;

const Problem = builder.enumType('MapswipeProblem', {
  description: 'Why there are no figures of MapSwipe.',
  values: {
    NOT_SET_UP: { description: 'This installation does not ask MapSwipe.' },
    NO_GROUP: { description: 'The partner has no group there: Partner.mapswipeGroupId is null.' },
    UNREACHABLE: { description: 'It could not be reached, or did not answer within 15 seconds.' },
    REFUSED: { description: 'It refused to answer.' },
    UNREADABLE: { description: 'It answered what cannot be read.' },
    FAILED: { description: 'It answered that something went wrong there.' },
    UNKNOWN_GROUP: { description: 'It knows no group of the id that the partner has.' },
    NO_DATA: { description: 'It has no figures of the group.' },
  },
});
const PROBLEM = 'Why there are none; null where there are.';
const MESSAGE = 'The problem as a sentence for people; null where there is none.';
const sentence = ({ problem }: { problem?: MapswipeProblem | undefined }) =>
  problem ? MAPSWIPE_MESSAGES[problem] : null;

const Member = builder.objectRef<GroupFigures['members'][number]>('MapswipeMember').implement({
  description: "A member of a partner's group in MapSwipe.",
  fields: (t) => ({
    userId: t.exposeString('userId', { description: 'Their id in MapSwipe.' }),
    username: t.exposeString('username', {
      nullable: true,
      description: 'Their name there; null when they have none.',
    }),
    isActive: t.exposeBoolean('isActive', { description: 'Whether they are still in the group.' }),
    projects: t.exposeFloat('projects', { description: 'In how many projects of MapSwipe they swiped.' }),
    swipes: t.exposeFloat('swipes', { description: 'How often they swiped.' }),
    seconds: t.exposeFloat('seconds', { description: 'How long they swiped, in seconds.' }),
  }),
});

const Work = builder.objectRef<GroupFigures['inAll']>('MapswipeWork').implement({
  description: 'What a group swiped.',
  fields: (t) => ({
    contributors: t.exposeFloat('totalContributors', { description: 'How many people.' }),
    swipes: t.exposeFloat('totalSwipes', { description: 'How often.' }),
    seconds: t.exposeFloat('totalSwipeTime', { description: 'How long, in seconds.' }),
  }),
});

const Group = builder.objectRef<GroupFigures>('MapswipeGroup').implement({
  description: "A partner's group in MapSwipe.",
  fields: (t) => ({
    name: t.exposeString('name', { nullable: true, description: 'Its name there; null when it has none.' }),
    description: t.exposeString('description', {
      nullable: true,
      description: 'What it says of itself there, in plain words; null when it says nothing.',
    }),
    memberCount: t.exposeInt('memberCount', { description: 'How many members it has.' }),
    members: t.expose('members', { type: [Member], description: 'The members that were asked for.' }),
    inAll: t.expose('inAll', { type: Work, description: 'What it swiped, in all.' }),
    lately: t.expose('lately', { type: Work, description: 'What it swiped in the last thirty days.' }),
  }),
});

const GroupResult = builder.objectRef<MapswipeOutcome<GroupFigures>>('MapswipeStatistics').implement({
  description: 'What MapSwipe says of the group of a partner, asked for at this moment.',
  fields: (t) => ({
    group: t.field({
      type: Group,
      nullable: true,
      description: 'The group; null where problem says why.',
      resolve: ({ figures }) => figures,
    }),
    problem: t.field({ type: Problem, nullable: true, description: PROBLEM, resolve: ({ problem }) => problem }),
    message: t.string({ nullable: true, description: MESSAGE, resolve: sentence }),
  }),
});

const Day = builder.objectRef<{ date: string; value: number }>('MapswipeDay').implement({
  description: 'A figure of a day.',
  fields: (t) => ({
    date: t.exposeString('date', { description: 'YYYY-MM-DD.' }),
    value: t.exposeFloat('value', { description: 'How much.' }),
  }),
});
const Share = builder.objectRef<{ name: string | null; value: number }>('MapswipeShare').implement({
  description: 'A part of the whole.',
  fields: (t) => ({
    name: t.exposeString('name', { nullable: true, description: 'Of what; null where it has no name.' }),
    value: t.exposeFloat('value', { description: 'How much.' }),
  }),
});
const Place = builder.objectRef<PeriodFigures['swipeByProjectGeo'][number]>('MapswipePlace').implement({
  description: 'What was swiped at a place.',
  fields: (t) => ({
    geometry: t.field({ type: 'GeoJSON', description: 'Where.', resolve: ({ geojson }) => geojson }),
    swipes: t.exposeFloat('totalContribution', { description: 'How many swipes.' }),
  }),
});

const Period = builder.objectRef<PeriodFigures>('MapswipePeriod').implement({
  description: "What a partner's group swiped in a time.",
  fields: (t) => ({
    swipesByDay: t.field({
      type: [Day],
      description: 'Swipes, day by day.',
      resolve: ({ swipeByDate }) => swipeByDate.map(({ taskDate: date, totalSwipes: value }) => ({ date, value })),
    }),
    secondsByDay: t.field({
      type: [Day],
      description: 'Time spent swiping, in seconds, day by day.',
      resolve: ({ swipeTimeByDate }) => swipeTimeByDate.map(({ date, totalSwipeTime: value }) => ({ date, value })),
    }),
    swipesByOrganisation: t.field({
      type: [Share],
      description: 'Swipes, by the organisation whose project it was.',
      resolve: ({ swipeByOrganizationName }) =>
        swipeByOrganizationName.map(({ organizationName: name = null, totalSwipes: value }) => ({ name, value })),
    }),
    swipesByKind: t.field({
      type: [Share],
      description: 'Swipes, by the kind of project: Find, Compare, Validate and so on.',
      resolve: ({ swipeByProjectType }) =>
        swipeByProjectType.map(({ projectType, projectTypeDisplay, totalSwipes: value }) => ({
          name: projectTypeDisplay ?? projectType,
          value,
        })),
    }),
    areaByKind: t.field({
      type: [Share],
      description: 'Area swiped, in km², by the kind of project.',
      resolve: ({ areaSwipedByProjectType }) =>
        areaSwipedByProjectType.map(({ projectType, projectTypeDisplay, totalArea: value }) => ({
          name: projectTypeDisplay ?? projectType,
          value,
        })),
    }),
    places: t.expose('swipeByProjectGeo', { type: [Place], description: 'Swipes, by place.' }),
  }),
});

const PeriodResult = builder.objectRef<MapswipeOutcome<PeriodFigures>>('MapswipePeriodStatistics').implement({
  description: 'What MapSwipe says that the group of a partner swiped in a time, asked for at this moment.',
  fields: (t) => ({
    period: t.field({
      type: Period,
      nullable: true,
      description: 'The figures; null where problem says why.',
      resolve: ({ figures }) => figures,
    }),
    problem: t.field({ type: Problem, nullable: true, description: PROBLEM, resolve: ({ problem }) => problem }),
    message: t.string({ nullable: true, description: MESSAGE, resolve: sentence }),
  }),
});

const dayOf = (moment: Date) => moment.toISOString().slice(0, 10);

builder.prismaObjectFields(Partner, (t) => ({
  mapswipeStatistics: t.field({
    type: GroupResult,
    complexity: COMPLEXITY,
    select: { mapswipeGroupId: true },
    description: 'Its group in MapSwipe, and what it swiped.',
    args: {
      members: t.arg.int({ defaultValue: 10, description: `How many members to name: 1 to ${MOST_MEMBERS}.` }),
      skip: t.arg.int({ defaultValue: 0, description: 'How many members to pass over.' }),
    },
    resolve: (partner, args, context) => {
      const [limit, offset] = [args.members ?? 10, args.skip ?? 0];
      if (limit < 1 || limit > MOST_MEMBERS) throw badPage(`members is between 1 and ${MOST_MEMBERS}.`);
      if (offset < 0) throw badPage('skip is not below 0.');
      return mapswipeGroup(context, partner, { limit, offset });
    },
  }),
  mapswipePeriod: t.field({
    type: PeriodResult,
    complexity: COMPLEXITY,
    select: { mapswipeGroupId: true },
    description: 'What its group swiped in MapSwipe in a time.',
    args: {
      from: t.arg({ type: 'DateTime', required: true, description: 'From the day (UTC) of this moment on.' }),
      to: t.arg({ type: 'DateTime', required: true, description: 'Until the end of the day (UTC) of this moment.' }),
    },
    resolve: (partner, { from, to }, context) => {
      if (from > to) throw badPage('from is not after to.');
      for (const moment of [from, to])
        if (!/^\d/.test(moment.toISOString())) throw badPage('A date lies between the years 0 and 9999.');
      return mapswipePeriod(context, partner, { from: dayOf(from), to: dayOf(to) });
    },
  }),
}));
