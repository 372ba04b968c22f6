import { useQuery } from '@apollo/client/react';
import { defineMessages, useIntl, type MessageDescriptor } from 'react-intl';
import { useViewer } from '../../app/viewer';
import { difficultyWords, typeWords } from '../../components/projectWords';
import { graphql } from '../../gql';
import { toProjectFilter, type Filters } from './filters';
import type { ChangeFilters } from './useFilters';

const facetsQuery = graphql(`
  query ExploreFacets($filter: ProjectFilter) {
    projectFacets(filter: $filter) {
      mappingTypes {
        value
        count
      }
      difficulties {
        value
        count
      }
      countries {
        value
        count
      }
      organisations {
        number
        name
        count
      }
      campaigns {
        number
        name
        count
      }
      teams {
        number
        name
        count
      }
      interests {
        number
        name
        count
      }
      imagery {
        value
        count
      }
      databases {
        value
        count
      }
    }
  }
`);

const legends = defineMessages({
  type: { id: 'filter.type', defaultMessage: 'Type' },
  difficulty: { id: 'filter.difficulty', defaultMessage: 'Difficulty' },
  country: { id: 'filter.country', defaultMessage: 'Country' },
  organisation: { id: 'filter.organisation', defaultMessage: 'Organisation' },
  campaign: { id: 'filter.campaign', defaultMessage: 'Campaign' },
  team: { id: 'filter.team', defaultMessage: 'Team' },
  interest: { id: 'filter.interest', defaultMessage: 'Interests' },
  imagery: { id: 'filter.imagery', defaultMessage: 'Imagery' },
  database: { id: 'filter.database', defaultMessage: 'Where the edits go' },
  mine: { id: 'filter.mine', defaultMessage: 'You and the project' },
  activity: { id: 'filter.activity', defaultMessage: 'Activity' },
});

const words = defineMessages({
  exact: { id: 'filter.exact', defaultMessage: 'Only these, nothing else' },
  customImagery: { id: 'filter.customImagery', defaultMessage: 'Imagery of its own' },
  suitsMe: { id: 'filter.suitsMe', defaultMessage: 'Suits my level and teams' },
  myInterests: { id: 'filter.myInterests', defaultMessage: 'About my interests' },
  favourites: { id: 'filter.favourites', defaultMessage: 'My favourites' },
  mapped: { id: 'filter.mapped', defaultMessage: 'I worked on it' },
  created: { id: 'filter.created', defaultMessage: 'I created it' },
  managed: { id: 'filter.managed', defaultMessage: 'I manage it' },
  stale: { id: 'filter.stale', defaultMessage: 'Quiet for half a year' },
  search: { id: 'filter.search', defaultMessage: 'Search: {text}' },
  onMap: { id: 'filter.onMap', defaultMessage: 'On this map' },
}) as Record<string, MessageDescriptor>;

export type GroupKey = keyof typeof legends;

export type Choice = { key: string; label: string; count?: number; chosen: boolean; toggle: () => void };
export type Group = { key: GroupKey; legend: string; choices: Choice[] };

/** Adds a value to a list, or takes it out. */
function toggled<T>(list: readonly T[], value: T): T[] {
  return list.includes(value) ? list.filter((each) => each !== value) : [...list, value];
}

type Single = 'country' | 'organisationId' | 'campaignId' | 'teamId' | 'imagery' | 'database';
type Flag = 'suitsMe' | 'myInterests' | 'favourites' | 'stale' | 'exactTypes';

/**
 * All filters as groups of choices, each with how many projects it leads to. One list serves the menus, the sheet and the
 * chips of what is chosen.
 */
export function useFilterGroups(filters: Filters, change: ChangeFilters) {
  const intl = useIntl();
  const say = (name: keyof typeof words, values?: Record<string, string>) => intl.formatMessage(words[name]!, values);
  const { viewer } = useViewer();
  const { data, previousData, loading, error, refetch } = useQuery(facetsQuery, {
    variables: { filter: toProjectFilter({ ...filters, near: null }) },
  });
  const facets = (data ?? previousData)?.projectFacets;

  const single = (field: Single, options: readonly { value: string; label: string; count?: number }[] = []) => {
    const chosen = filters[field];
    // What was chosen stays to be seen, also where other filters leave it no project.
    const missing = chosen !== null && !options.some(({ value }) => value === chosen);
    const all = missing && facets ? [...options, { value: chosen, label: chosen, count: 0 }] : options;
    return all.map(({ value, label, count }) => ({
      key: value,
      label,
      count,
      chosen: chosen === value,
      toggle: () => change({ [field]: chosen === value ? null : value }),
    }));
  };
  const named = (of: readonly { number: number; name: string; count: number }[] | undefined) =>
    of?.map(({ number, name, count }) => ({ value: String(number), label: name, count }));
  const flag = (field: Flag): Choice => ({
    key: field,
    label: say(field === 'exactTypes' ? 'exact' : field),
    chosen: filters[field],
    toggle: () => change({ [field]: !filters[field] }),
  });

  const groups: Group[] = [
    {
      key: 'type',
      legend: intl.formatMessage(legends.type),
      choices: [
        ...(['BUILDINGS', 'ROADS', 'WATERWAYS', 'LAND_USE', 'OTHER'] as const).map((type) => ({
          key: type,
          label: intl.formatMessage(typeWords[type]),
          count: facets ? (facets.mappingTypes.find(({ value }) => value === type)?.count ?? 0) : undefined,
          chosen: filters.mappingTypes.includes(type),
          toggle: () => {
            const mappingTypes = toggled(filters.mappingTypes, type);
            change({ mappingTypes, exactTypes: filters.exactTypes && mappingTypes.length > 0 });
          },
        })),
        ...(filters.mappingTypes.length > 0 ? [flag('exactTypes')] : []),
      ],
    },
    {
      key: 'difficulty',
      legend: intl.formatMessage(legends.difficulty),
      choices: (['EASY', 'MODERATE', 'CHALLENGING'] as const).map((difficulty) => ({
        key: difficulty,
        label: intl.formatMessage(difficultyWords[difficulty]),
        count: facets ? (facets.difficulties.find(({ value }) => value === difficulty)?.count ?? 0) : undefined,
        chosen: filters.difficulty === difficulty,
        toggle: () => change({ difficulty: filters.difficulty === difficulty ? null : difficulty }),
      })),
    },
    {
      key: 'mine',
      legend: intl.formatMessage(legends.mine),
      choices: viewer
        ? [
            flag('suitsMe'),
            flag('myInterests'),
            flag('favourites'),
            ...(['MAPPED', 'CREATED', 'MANAGED'] as const).map((mine) => ({
              key: mine,
              label: say(({ MAPPED: 'mapped', CREATED: 'created', MANAGED: 'managed' } as const)[mine]),
              chosen: filters.mine === mine,
              toggle: () => change({ mine: filters.mine === mine ? null : mine }),
            })),
          ]
        : [],
    },
    {
      key: 'country',
      legend: intl.formatMessage(legends.country),
      choices: single(
        'country',
        facets?.countries.map(({ value, count }) => ({ value, label: value, count })),
      ),
    },
    {
      key: 'organisation',
      legend: intl.formatMessage(legends.organisation),
      choices: single('organisationId', named(facets?.organisations)),
    },
    {
      key: 'campaign',
      legend: intl.formatMessage(legends.campaign),
      choices: single('campaignId', named(facets?.campaigns)),
    },
    {
      key: 'interest',
      legend: intl.formatMessage(legends.interest),
      choices: (facets?.interests ?? []).map(({ number, name, count }) => ({
        key: String(number),
        label: name,
        count,
        chosen: filters.interestIds.includes(String(number)),
        toggle: () => change({ interestIds: toggled(filters.interestIds, String(number)) }),
      })),
    },
    { key: 'team', legend: intl.formatMessage(legends.team), choices: single('teamId', named(facets?.teams)) },
    {
      key: 'imagery',
      legend: intl.formatMessage(legends.imagery),
      choices: single(
        'imagery',
        facets?.imagery.map(({ value, count }) => ({
          value,
          label: value === 'custom' ? say('customImagery') : value,
          count,
        })),
      ),
    },
    {
      key: 'database',
      legend: intl.formatMessage(legends.database),
      // Without a sandbox all edits go to OpenStreetMap: there is nothing to choose.
      choices:
        (facets?.databases.length ?? 0) > 1 || filters.database
          ? single(
              'database',
              facets?.databases.map(({ value, count }) => ({
                value,
                label: value === 'OSM' ? 'OpenStreetMap' : value,
                count,
              })),
            )
          : [],
    },
    { key: 'activity', legend: intl.formatMessage(legends.activity), choices: [flag('stale')] },
  ];

  /** What narrows the list, each with the way to take it back. */
  const active: Omit<Choice, 'count' | 'chosen'>[] = [
    ...(filters.search.trim()
      ? [
          {
            key: 'search',
            label: say('search', { text: filters.search.trim() }),
            toggle: () => change({ search: '' }),
          },
        ]
      : []),
    ...groups.flatMap(({ key, choices }) =>
      choices.filter(({ chosen }) => chosen).map((choice) => ({ ...choice, key: `${key} ${choice.key}` })),
    ),
    ...(filters.bounds ? [{ key: 'bounds', label: say('onMap'), toggle: () => change({ bounds: null }) }] : []),
  ];
  return { groups, active, ready: facets !== undefined, loading, error, refetch };
}
