import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router';
import { ErrorState } from '../../components/ErrorState';
import { Section } from '../../components/Page';
import { ProjectCard, ProjectCards } from '../../components/ProjectCard';
import { ShowMore } from '../../components/ShowMore';
import { Waiting } from '../../components/Waiting';
import { graphql } from '../../gql';

const PAGE = 8;

const projectsQuery = graphql(`
  query OrganisationProjects($filter: ProjectFilter!, $first: Int!, $after: String) {
    projects(filter: $filter, orderBy: PRIORITY, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          ...ProjectCard
        }
      }
    }
  }
`);

/** Its projects that are open for work, most urgent first. */
export function OrganisationProjects({ organisation }: { organisation: string }) {
  const variables = { filter: { organisationId: organisation }, first: PAGE };
  const { data, loading, error, refetch, fetchMore } = useQuery(projectsQuery, {
    variables,
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const projects = data?.projects;
  return (
    <Section
      title={<FormattedMessage id="organisation.projects" defaultMessage="Open projects" />}
      action={
        projects && projects.totalCount > 0 ? (
          <Link to={`/explore?organisation=${organisation}`}>
            <FormattedMessage id="organisation.explore" defaultMessage="Show in Explore" />
          </Link>
        ) : null
      }
    >
      {error && !projects ? (
        <ErrorState
          title={<FormattedMessage id="explore.error" defaultMessage="The projects did not load." />}
          error={error}
          onRetry={() => void refetch()}
        />
      ) : !projects ? (
        <Waiting>
          <ProjectCards>
            {Array.from({ length: 4 }, (_, index) => (
              <Skeleton key={index} component="li" height={130} radius="lg" />
            ))}
          </ProjectCards>
        </Waiting>
      ) : projects.edges.length === 0 ? (
        <p>
          <FormattedMessage
            id="organisation.noProjects"
            defaultMessage="No project is open for work. <link>See those of others</link>"
            values={{ link: (text) => <Link to="/explore">{text}</Link> }}
          />
        </p>
      ) : (
        <>
          <ProjectCards>
            {projects.edges.map(({ node }) => (
              <ProjectCard key={node.id} project={node} />
            ))}
          </ProjectCards>
          {projects.totalCount > PAGE && (
            <ShowMore
              shown={projects.edges.length}
              total={projects.totalCount}
              loading={loading}
              onMore={() => void fetchMore({ variables: { ...variables, after: projects.pageInfo.endCursor } })}
            />
          )}
        </>
      )}
    </Section>
  );
}
