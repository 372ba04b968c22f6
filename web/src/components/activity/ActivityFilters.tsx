import { useQuery } from '@apollo/client/react';
import { Button, Select, TextInput } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import { graphql } from '../../gql';
import classes from './ActivityFilters.module.css';
import { PeriodFields } from './PeriodFields';
import type { ActivityFilter } from './useActivityFilter';

const choicesQuery = graphql(`
  query ActivityChoices($filter: ProjectFilter) {
    projectFacets(filter: $filter) {
      organisations {
        number
        name
      }
      campaigns {
        number
        name
      }
      countries {
        value
      }
    }
  }
`);

type Props = {
  activity: ActivityFilter;
  /** Only what the projects of this organisation have can be chosen; its number. Left out: organisations can be chosen too. */
  organisation?: string;
};

const named = (items: readonly { number: number; name: string }[] = []) =>
  items.map(({ number, name }) => ({ value: String(number), label: name }));

/** From when to when, and of which projects. All of it is in the address. */
export function ActivityFilters({ activity, organisation }: Props) {
  const intl = useIntl();
  const { chosen, change, narrowed } = activity;
  const { data } = useQuery(choicesQuery, {
    variables: { filter: { statuses: ['PUBLISHED', 'ARCHIVED'], organisationId: organisation ?? null } },
  });
  const facets = data?.projectFacets;
  const countries = facets?.countries.map(({ value }) => value) ?? [];
  const all = intl.formatMessage({ id: 'activity.all', defaultMessage: 'All' });
  const none = intl.formatMessage({ id: 'activity.noChoice', defaultMessage: 'Nothing has these letters' });
  const select = { placeholder: all, searchable: true, clearable: true, nothingFoundMessage: none } as const;
  return (
    <div
      className={classes.bar}
      role="group"
      aria-label={intl.formatMessage({ id: 'activity.filters', defaultMessage: 'What is counted' })}
    >
      <PeriodFields activity={activity} />
      {organisation === undefined && (
        <Select
          {...select}
          label={<FormattedMessage id="page.organisation" defaultMessage="Organisation" />}
          data={named(facets?.organisations)}
          value={chosen.organisation}
          onChange={(value) => change({ organisation: value })}
        />
      )}
      <Select
        {...select}
        label={<FormattedMessage id="activity.campaign" defaultMessage="Campaign" />}
        data={named(facets?.campaigns)}
        value={chosen.campaign}
        onChange={(value) => change({ campaign: value })}
      />
      <Select
        {...select}
        label={<FormattedMessage id="activity.country" defaultMessage="Country" />}
        data={countries}
        value={chosen.country}
        onChange={(value) => change({ country: value })}
      />
      <TextInput
        key={chosen.project}
        inputMode="numeric"
        label={<FormattedMessage id="activity.project" defaultMessage="Project number" />}
        placeholder={all}
        defaultValue={chosen.project ?? ''}
        onBlur={(event) => change({ project: event.currentTarget.value.replace(/\D/g, '') || null })}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
      />
      {narrowed && (
        <Button
          variant="subtle"
          onClick={() =>
            change({ from: null, to: null, organisation: null, campaign: null, country: null, project: null })
          }
        >
          <FormattedMessage id="activity.clear" defaultMessage="Show everything" />
        </Button>
      )}
    </div>
  );
}
