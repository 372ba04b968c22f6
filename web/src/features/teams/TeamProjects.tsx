import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { Badge } from '../../components/Badge';
import { ErrorState } from '../../components/ErrorState';
import { ProjectCard, ProjectCards } from '../../components/ProjectCard';
import rows from '../../components/Rows.module.css';
import { ShowMore } from '../../components/ShowMore';
import { Waiting } from '../../components/Waiting';
import { graphql } from '../../gql';

const PAGE = 12;

const projectsQuery = graphql(`
  query TeamProjects($team: ID!, $first: Int!, $after: String) {
    team(id: $team) {
      id
      projects(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            role
            project {
              id
              ...ProjectCard
            }
          }
        }
      }
    }
  }
`);

const roles = defineMessages({
  MAPPER: { id: 'team.role.mapper', defaultMessage: 'The team maps here' },
  VALIDATOR: { id: 'team.role.validator', defaultMessage: 'The team maps and validates here' },
  PROJECT_MANAGER: { id: 'team.role.manager', defaultMessage: 'The team manages this project' },
  READ_ONLY: { id: 'team.role.none', defaultMessage: 'The team has no rights of its own here' },
});

/** The projects on which the team has a role, and which. */
export function TeamProjects({ team }: { team: string }) {
  const intl = useIntl();
  const variables = { team, first: PAGE };
  const { data, loading, error, refetch, fetchMore } = useQuery(projectsQuery, {
    variables,
    fetchPolicy: 'cache-and-network',
  });
  const roleRows = data?.team?.projects;
  if (error && !roleRows) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!roleRows) {
    return (
      <Waiting>
        <ProjectCards>
          {Array.from({ length: 2 }, (_, index) => (
            <Skeleton key={index} height={130} radius="lg" component="li" />
          ))}
        </ProjectCards>
      </Waiting>
    );
  }
  const shown = roleRows.edges.filter(({ node }) => node.project !== null);
  if (shown.length === 0) {
    return (
      <p className={rows.facts}>
        <FormattedMessage id="team.noProjects" defaultMessage="This team works on no project yet." />
      </p>
    );
  }
  return (
    <>
      <ProjectCards>
        {shown.map(
          ({ cursor, node: { role, project } }) =>
            project && (
              <ProjectCard key={cursor} project={project}>
                <Badge>{intl.formatMessage(roles[role])}</Badge>
              </ProjectCard>
            ),
        )}
      </ProjectCards>
      {roleRows.totalCount > PAGE && (
        <ShowMore
          shown={roleRows.edges.length}
          total={roleRows.totalCount}
          loading={loading}
          onMore={() => void fetchMore({ variables: { ...variables, after: roleRows.pageInfo.endCursor } })}
        />
      )}
    </>
  );
}
