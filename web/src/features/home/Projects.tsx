import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { FormattedMessage } from 'react-intl';
import { ErrorState } from '../../components/ErrorState';
import { ProjectCard, ProjectCards } from '../../components/ProjectCard';
import { Waiting } from '../../components/Waiting';
import { graphql } from '../../gql';
import classes from './Projects.module.css';

const ROW = 3;

const projectsQuery = graphql(`
  query HomeProjects($first: Int!) {
    featuredProjects(first: $first) {
      nodes {
        id
        ...ProjectCard
      }
    }
    popularProjects(first: $first) {
      id
      ...ProjectCard
    }
  }
`);

const useProjects = () => useQuery(projectsQuery, { variables: { first: ROW } });

/** What the people who run this put first; nothing where they chose nothing. */
export function FeaturedProjects() {
  const { data } = useProjects();
  const featured = data?.featuredProjects.nodes ?? [];
  if (featured.length === 0) return null;
  return (
    <section>
      <h2 className={classes.title}>
        <FormattedMessage id="home.featured" defaultMessage="Needed most" />
      </h2>
      <ProjectCards>
        {featured.map((project) => (
          <ProjectCard key={project.id} project={project} />
        ))}
      </ProjectCards>
    </section>
  );
}

/** Where most people took tasks lately. */
export function PopularProjects() {
  const { data, error, refetch } = useProjects();
  if (data?.popularProjects.length === 0) return null;
  return (
    <section>
      <h2 className={classes.title}>
        <FormattedMessage id="home.popular" defaultMessage="Where many people help" />
      </h2>
      {data ? (
        <ProjectCards>
          {data.popularProjects.map((project) => (
            <ProjectCard key={project.id} project={project} />
          ))}
        </ProjectCards>
      ) : error ? (
        <ErrorState
          title={<FormattedMessage id="explore.error" defaultMessage="The projects did not load." />}
          error={error}
          onRetry={() => void refetch()}
        />
      ) : (
        <CardsSkeleton />
      )}
    </section>
  );
}

export function CardsSkeleton() {
  return (
    <Waiting>
      <div className={classes.skeleton}>
        {[1, 2, 3].map((card) => (
          <Skeleton key={card} height={136} radius="lg" />
        ))}
      </div>
    </Waiting>
  );
}
