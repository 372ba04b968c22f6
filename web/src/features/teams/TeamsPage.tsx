import { useQuery } from '@apollo/client/react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { useViewer } from '../../app/viewer';
import { EmptyState } from '../../components/EmptyState';
import { Page } from '../../components/Page';
import { LogoCard, SearchedList } from '../../components/SearchedList';
import { SegmentedFilter } from '../../components/SegmentedFilter';
import { useSearchText } from '../../components/useSearchText';
import { graphql } from '../../gql';

const PAGE = 24;

const teamsQuery = graphql(`
  query Teams($filter: TeamFilter, $first: Int!, $after: String) {
    teams(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          number
          name
          organisation {
            id
            number
            name
            logo
          }
          figures {
            members
          }
        }
      }
    }
  }
`);

/** All teams that the person may know of, or only theirs; the search and the choice are in the address. */
export default function TeamsPage() {
  const intl = useIntl();
  const { viewer } = useViewer();
  const words = useSearchText();
  const { search, params, change } = words;
  const mine = viewer ? params.get('mine') === '1' : false;
  const variables = { filter: { search: search || null, mine: mine ? ('MEMBER' as const) : null }, first: PAGE };
  const { data, previousData, loading, error, refetch, fetchMore } = useQuery(teamsQuery, {
    variables,
    fetchPolicy: 'cache-and-network',
  });
  const teams = (data ?? previousData)?.teams;
  return (
    <Page
      title={intl.formatMessage({ id: 'page.teams', defaultMessage: 'Teams' })}
      lead={
        <FormattedMessage
          id="teams.lead"
          defaultMessage="People who map together. Some projects are open only to the teams that know the place or the work."
        />
      }
    >
      <SearchedList
        label={intl.formatMessage({ id: 'teams.search', defaultMessage: 'Find a team by name' })}
        words={words}
        choices={
          viewer && (
            <SegmentedFilter
              label={intl.formatMessage({ id: 'page.teams', defaultMessage: 'Teams' })}
              value={mine ? 'mine' : 'all'}
              onChange={(value) => change({ mine: value === 'mine' ? '1' : null })}
              options={[
                { value: 'all', label: <FormattedMessage id="team.all" defaultMessage="All teams" /> },
                { value: 'mine', label: <FormattedMessage id="teams.mine" defaultMessage="Your teams" /> },
              ]}
            />
          )
        }
        list={teams}
        loading={loading}
        error={error}
        errorTitle={<FormattedMessage id="teams.error" defaultMessage="The teams did not load." />}
        onRetry={() => void refetch()}
        onMore={() => void fetchMore({ variables: { ...variables, after: teams?.pageInfo.endCursor } })}
        none={<NoTeams searched={search !== ''} mine={mine} />}
      >
        {({ id, number, name, organisation, figures }) => (
          <LogoCard key={id} organisation={organisation} to={`/teams/${number}/membership`} name={name}>
            <FormattedMessage
              id="teams.facts"
              defaultMessage="{organisation} · {count, plural, one {# person} other {# people}}"
              values={{ organisation: organisation.name, count: figures.members }}
            />
          </LogoCard>
        )}
      </SearchedList>
    </Page>
  );
}

function NoTeams({ searched, mine }: { searched: boolean; mine: boolean }) {
  if (searched) {
    return (
      <EmptyState
        title={<FormattedMessage id="teams.noneFound" defaultMessage="No team has these words in its name." />}
        action={
          <Link to="/teams">
            <FormattedMessage id="team.all" defaultMessage="All teams" />
          </Link>
        }
      />
    );
  }
  return mine ? (
    <EmptyState
      title={<FormattedMessage id="teams.noneOfYours" defaultMessage="You are in no team yet" />}
      text={
        <FormattedMessage
          id="teams.noneOfYoursText"
          defaultMessage="Open a team from the list of all, and join it or ask to."
        />
      }
      action={
        <Link to="/teams">
          <FormattedMessage id="team.all" defaultMessage="All teams" />
        </Link>
      }
    />
  ) : (
    <EmptyState
      title={<FormattedMessage id="teams.none" defaultMessage="There is no team yet" />}
      text={<FormattedMessage id="teams.noneText" defaultMessage="Managers of an organisation create its teams." />}
    />
  );
}
