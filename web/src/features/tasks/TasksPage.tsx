import { useQuery } from '@apollo/client/react';
import { Button, Skeleton } from '@mantine/core';
import { FormattedMessage } from 'react-intl';
import { Link, matchPath, useParams } from 'react-router';
import { client } from '../../app/apollo';
import { askAhead, useFresh } from '../../app/askAhead';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { Waiting } from '../../components/Waiting';
import { graphql } from '../../gql';
import { feedOf } from '../../map/projectFeed';
import { useProjectTasks } from '../../map/useProjectTasks';
import { TasksOfProject } from './TasksOfProject';
import classes from './TasksPage.module.css';

const tasksPageQuery = graphql(`
  query TasksPage($project: ID!) {
    project(id: $project) {
      id
      number
      name
      contributorCount
      enforceRandomTaskSelection
      organisation {
        id
        name
      }
      viewerCanMap {
        allowed
        reason
        message
      }
      viewerCanValidate {
        allowed
        reason
        message
      }
      viewerCanEdit {
        allowed
      }
      tilesUrl
      tilesMaxZoom
      bbox
      gridZoom
      areaM2
      areaOfInterest
      priorityAreas
      figures {
        totalTasks
      }
      ...Favourite
    }
  }
`);

const opened = matchPath('/projects/:number/tasks', location.pathname)?.params.number;
if (opened) {
  askAhead(tasksPageQuery, { project: opened });
  feedOf(client, opened);
}

/** The project's tasks: list, map, and the task chosen. */
export default function TasksPage() {
  const { number = '' } = useParams();
  const variables = { project: number };
  const fresh = useFresh(tasksPageQuery, variables);
  const { data, error, refetch } = useQuery(tasksPageQuery, { variables, ...fresh });
  const feed = useProjectTasks(number);

  const project = data?.project;
  if (project === null || feed.missing) {
    return (
      <EmptyState
        page
        title={
          <FormattedMessage
            id="project.missing"
            defaultMessage="There is no project {number} here"
            values={{ number }}
          />
        }
        text={
          <FormattedMessage
            id="project.missingText"
            defaultMessage="It may be private, or not published yet. If you belong to its team, sign in."
          />
        }
        action={
          <Button component={Link} to="/explore">
            <FormattedMessage id="project.explore" defaultMessage="Explore projects" />
          </Button>
        }
      />
    );
  }
  const failed = error ?? feed.error;
  if (failed && !(project && feed.loaded)) {
    return (
      <ErrorState
        title={<FormattedMessage id="project.failed" defaultMessage="The project could not be loaded." />}
        error={failed}
        onRetry={() => {
          void refetch().catch(() => undefined);
          void feed.reload();
        }}
      />
    );
  }
  if (!project || !feed.loaded) return <PageSkeleton />;
  return <TasksOfProject key={project.id} project={project} store={feed.store} />;
}

function PageSkeleton() {
  return (
    <div className={classes.page}>
      <div className={classes.panel}>
        <Waiting>
          <div className={classes.skeleton}>
            <Skeleton width={180} height={12} mb={16} />
            <Skeleton width="90%" height={18} mb={8} />
            <Skeleton width="55%" height={18} mb={18} />
            <Skeleton width="100%" height={8} mb={12} />
            <Skeleton width={150} height={12} mb={28} />
            {Array.from({ length: 8 }, (_, index) => (
              <div key={index} className={classes.skeletonRow}>
                <Skeleton width={28} height={28} radius={7} />
                <Skeleton width={index % 2 ? '45%' : '60%'} height={12} />
              </div>
            ))}
          </div>
        </Waiting>
      </div>
      <div className={classes.map} />
    </div>
  );
}
