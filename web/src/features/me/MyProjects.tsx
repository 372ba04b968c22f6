import { useQuery } from '@apollo/client/react';
import { Button, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { defineMessages, FormattedMessage, useIntl } from 'react-intl';
import { Link, useSearchParams } from 'react-router';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { Problem } from '../../components/Problem';
import { ProjectCard, ProjectCards } from '../../components/ProjectCard';
import { SegmentedFilter } from '../../components/SegmentedFilter';
import { ShowMore } from '../../components/ShowMore';
import { Waiting } from '../../components/Waiting';
import { graphql } from '../../gql';
import classes from './MyProjects.module.css';

const PAGE = 24;

const myProjectsQuery = graphql(`
  query MyProjects($filter: ProjectFilter!, $first: Int!, $after: String) {
    projects(filter: $filter, orderBy: LAST_UPDATED, first: $first, after: $after) {
      totalCount
      pageInfo {
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
    viewer {
      viewerCanCreateProject {
        allowed
      }
    }
  }
`);

const KINDS = ['contributed', 'favourites', 'created', 'managed'] as const;
type Kind = (typeof KINDS)[number];

const words = defineMessages({
  label: { id: 'myProjects.kinds', defaultMessage: 'Which of your projects' },
  contributed: { id: 'myProjects.contributed', defaultMessage: 'Worked on' },
  favourites: { id: 'myProjects.favourites', defaultMessage: 'Favourites' },
  created: { id: 'myProjects.created', defaultMessage: 'Created' },
  managed: { id: 'myProjects.managed', defaultMessage: 'Managed' },
});
const nothing = defineMessages({
  contributed: { id: 'myProjects.noneContributed', defaultMessage: 'You have not worked on a project yet' },
  favourites: { id: 'myProjects.noneFavourites', defaultMessage: 'You have no favourites yet' },
  created: { id: 'myProjects.noneCreated', defaultMessage: 'You have not created a project' },
  managed: { id: 'myProjects.noneManaged', defaultMessage: 'You manage no projects' },
});
const advice = defineMessages({
  contributed: { id: 'myProjects.adviceContributed', defaultMessage: 'Finish a task, and its project stands here.' },
  favourites: {
    id: 'myProjects.adviceFavourites',
    defaultMessage: 'Choose the heart of a project to find it here again.',
  },
  created: {
    id: 'myProjects.adviceCreated',
    defaultMessage: 'Managers of an organisation create projects for it.',
  },
  managed: {
    id: 'myProjects.adviceManaged',
    defaultMessage: 'Projects stand here that you, your teams or your organisations manage.',
  },
});

/** Published and archived for what one worked on and likes; what one makes oneself also before it is published. */
const FILTERS = {
  contributed: { mappedByMe: true, statuses: ['PUBLISHED', 'ARCHIVED'] },
  favourites: { favouritedByMe: true, statuses: ['PUBLISHED', 'ARCHIVED'] },
  created: { createdByMe: true },
  managed: { managedByMe: true, statuses: ['DRAFT', 'PUBLISHED', 'ARCHIVED'] },
} as const;

/** Projects of the person: those they worked on, like, created or manage. Which is in the address. */
export function MyProjects() {
  const intl = useIntl();
  const [params, setParams] = useSearchParams();
  const kind: Kind = KINDS.find((each) => each === params.get('show')) ?? 'contributed';
  const { statuses, ...filter } = { statuses: undefined, ...FILTERS[kind] };
  const variables = { filter: { ...filter, statuses: statuses && [...statuses] }, first: PAGE };
  const { data, error, refetch, fetchMore } = useQuery(myProjectsQuery, {
    variables,
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const [more, setMore] = useState<'idle' | 'loading' | 'failed'>('idle');
  const projects = data?.projects;
  const failed = <FormattedMessage id="explore.error" defaultMessage="The projects did not load." />;

  const showMore = async () => {
    setMore('loading');
    try {
      await fetchMore({ variables: { ...variables, after: projects?.pageInfo.endCursor } });
      setMore('idle');
    } catch {
      setMore('failed');
    }
  };
  return (
    <>
      <div className={classes.kinds}>
        <SegmentedFilter
          label={intl.formatMessage(words.label)}
          options={KINDS.map((value) => ({ value, label: intl.formatMessage(words[value]) }))}
          value={kind}
          onChange={(value) => setParams(value === 'contributed' ? {} : { show: value }, { replace: true })}
        />
      </div>
      {error && !projects ? (
        <ErrorState title={failed} error={error} onRetry={() => void refetch()} />
      ) : !projects ? (
        <Waiting>
          <div className={classes.skeleton}>
            {[0, 1, 2, 3].map((index) => (
              <Skeleton key={index} height={132} radius={12} />
            ))}
          </div>
        </Waiting>
      ) : projects.edges.length === 0 ? (
        <EmptyState
          title={intl.formatMessage(nothing[kind])}
          text={intl.formatMessage(advice[kind])}
          action={
            kind === 'created' && data.viewer?.viewerCanCreateProject.allowed ? (
              <Button component={Link} to="/projects/new">
                <FormattedMessage id="topBar.newProject" defaultMessage="New project" />
              </Button>
            ) : (
              <Button component={Link} to="/explore">
                <FormattedMessage id="project.explore" defaultMessage="Explore projects" />
              </Button>
            )
          }
        />
      ) : (
        <>
          <ProjectCards>
            {projects.edges.map(({ node }) => (
              <ProjectCard key={node.id} project={node} level="h2" />
            ))}
          </ProjectCards>
          <ShowMore
            shown={projects.edges.length}
            total={projects.totalCount}
            loading={more === 'loading'}
            onMore={() => void showMore()}
          />
          <Problem>{more === 'failed' && failed}</Problem>
        </>
      )}
    </>
  );
}
