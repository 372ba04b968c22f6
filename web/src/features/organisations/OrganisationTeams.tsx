import { useQuery } from '@apollo/client/react';
import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router';
import { ErrorState } from '../../components/ErrorState';
import { Section } from '../../components/Page';
import rows from '../../components/Rows.module.css';
import { ShowMore } from '../../components/ShowMore';
import { graphql } from '../../gql';

const PAGE = 20;

const teamsQuery = graphql(`
  query OrganisationTeams($filter: TeamFilter!, $first: Int!, $after: String) {
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
          figures {
            members
          }
        }
      }
    }
  }
`);

/** Its teams that the viewer may know of; nothing where there are none. */
export function OrganisationTeams({ organisation }: { organisation: string }) {
  const variables = { filter: { organisationId: organisation }, first: PAGE };
  const { data, loading, error, refetch, fetchMore } = useQuery(teamsQuery, {
    variables,
    fetchPolicy: 'cache-and-network',
  });
  if (error && !data) {
    return (
      <ErrorState
        title={<FormattedMessage id="teams.error" defaultMessage="The teams did not load." />}
        error={error}
        onRetry={() => void refetch()}
      />
    );
  }
  const teams = data?.teams;
  if (!teams || teams.edges.length === 0) return null;
  return (
    <Section title={<FormattedMessage id="page.teams" defaultMessage="Teams" />}>
      <ul className={rows.people}>
        {teams.edges.map(({ node: { id, number, name, figures } }) => (
          <li key={id} className={rows.row}>
            <Link to={`/teams/${number}/membership`} className={rows.who}>
              <bdi>{name}</bdi>
            </Link>
            <span className={rows.facts}>
              <FormattedMessage
                id="organisation.teamPeople"
                defaultMessage="{count, plural, one {# person} other {# people}}"
                values={{ count: figures.members }}
              />
            </span>
          </li>
        ))}
      </ul>
      {teams.totalCount > PAGE && (
        <ShowMore
          shown={teams.edges.length}
          total={teams.totalCount}
          loading={loading}
          onMore={() => void fetchMore({ variables: { ...variables, after: teams.pageInfo.endCursor } })}
        />
      )}
    </Section>
  );
}
