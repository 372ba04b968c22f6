import { builder } from '../../graphql/builder.js';
import { MappingType, ProjectDifficulty, ProjectPriority, ProjectStatus } from './enums.js';
import { projectFacets, type FacetName, type FacetValue } from './facets.js';
import { filterOf, ProjectFilter } from './ProjectFilter.js';

const count = 'How many projects the list would hold with it.';

/** A type for the values of an enum and their counts. */
const counted = <
  Enum extends typeof ProjectStatus | typeof ProjectPriority | typeof ProjectDifficulty | typeof MappingType,
>(
  name: string,
  what: string,
  type: Enum,
) =>
  builder.objectRef<FacetValue>(name).implement({
    description: `${what}, and how many projects have it.`,
    fields: (t) => ({
      value: t.field({ type, description: 'As the filter takes it.', resolve: ({ value }) => value as never }),
      count: t.exposeInt('count', { description: count }),
    }),
  });

const StatusCount = counted('ProjectStatusCount', 'A status', ProjectStatus);
const PriorityCount = counted('ProjectPriorityCount', 'A priority', ProjectPriority);
const DifficultyCount = counted('ProjectDifficultyCount', 'A difficulty', ProjectDifficulty);
const MappingTypeCount = counted('MappingTypeCount', 'Something to map', MappingType);
const TextCount = builder.objectRef<FacetValue>('ProjectTextCount').implement({
  description: 'A word, such as the name of a country, and how many projects have it.',
  fields: (t) => ({
    value: t.exposeString('value', { description: 'As the filter takes it, and as people see it.' }),
    count: t.exposeInt('count', { description: count }),
  }),
});
const NamedCount = builder.objectRef<FacetValue>('ProjectNamedCount').implement({
  description: 'Something with a number and a name, such as a campaign, and how many projects have it.',
  fields: (t) => ({
    number: t.int({ description: 'As the filter takes it.', resolve: ({ value }) => Number(value) }),
    name: t.exposeString('name', { description: 'As people see it.' }),
    count: t.exposeInt('count', { description: count }),
  }),
});

const of = (name: FacetName) => ({ resolve: (all: FacetValue[]) => all.filter(({ facet }) => facet === name) });

const ProjectFacets = builder.objectRef<FacetValue[]>('ProjectFacets').implement({
  description:
    'What a list of projects can be narrowed to. Each facet counts the projects that fit the filter without its own part: choosing another value of it leads to so many. The most frequent first.',
  fields: (t) => ({
    statuses: t.field({ type: [StatusCount], description: 'For `statuses`.', ...of('statuses') }),
    priorities: t.field({ type: [PriorityCount], description: 'For `priorities`.', ...of('priorities') }),
    difficulties: t.field({ type: [DifficultyCount], description: 'For `difficulty`.', ...of('difficulties') }),
    mappingTypes: t.field({ type: [MappingTypeCount], description: 'For `mappingTypes`.', ...of('mappingTypes') }),
    countries: t.field({ type: [TextCount], description: 'For `country` and `countries`.', ...of('countries') }),
    imagery: t.field({
      type: [TextCount],
      description: 'For `imagery`; all tile addresses together as `custom`. Projects without imagery are not counted.',
      ...of('imagery'),
    }),
    databases: t.field({ type: [TextCount], description: 'For `database` and `sandbox`.', ...of('databases') }),
    organisations: t.field({ type: [NamedCount], description: 'For `organisationId`.', ...of('organisations') }),
    campaigns: t.field({ type: [NamedCount], description: 'For `campaignId`.', ...of('campaigns') }),
    interests: t.field({ type: [NamedCount], description: 'For `interestIds`.', ...of('interests') }),
    teams: t.field({ type: [NamedCount], description: 'For `teamId`; without private teams.', ...of('teams') }),
  }),
});

builder.queryField('projectFacets', (t) =>
  t.field({
    type: ProjectFacets,
    description: 'What the list `projects` of the same filter can be narrowed to, with counts.',
    args: { filter: t.arg({ type: ProjectFilter, description: 'As for Query.projects.' }) },
    complexity: 20,
    resolve: (_root, { filter }, { database, viewer }) => projectFacets(database, viewer, filterOf(filter)),
  }),
);
