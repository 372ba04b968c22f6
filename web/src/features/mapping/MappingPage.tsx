import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link, Navigate, useLocation, useParams } from 'react-router';
import { signInAddress } from '../../app/viewer';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { LineSkeleton, Waiting } from '../../components/Waiting';
import { useProjectTasks } from '../../map/useProjectTasks';
import { useHeldTasks, type HeldTask } from '../../task/useHeldTasks';
import classes from './MappingPage.module.css';
import { mappingPageQuery } from './taskWork';
import { WorkOnTasks } from './WorkOnTasks';

/** To map the task one holds, or to validate those one holds. */
export default function MappingPage() {
  const { number = '' } = useParams();
  const { pathname } = useLocation();
  const mode = pathname.endsWith('/validate') ? 'validate' : 'map';
  const { data, error, refetch } = useQuery(mappingPageQuery, { variables: { project: number } });
  const feed = useProjectTasks(number);
  const { viewer, held, instance, loading, error: heldError, refetch: refetchHeld } = useHeldTasks(feed.store);
  const project = data?.project;

  const here = held.filter((task) => task.project.number === Number(number) && task.lock);
  const kind = mode === 'map' ? 'MAPPING' : 'VALIDATION';
  const mine = here.filter((task) => task.lock?.kind === kind);
  const { working, leaving, setLeaving, goOnWith } = useWorking(mine);

  const failed = error ?? heldError ?? feed.error;
  if (failed && (!project || !instance)) {
    return (
      <ErrorState
        error={failed}
        onRetry={() => {
          void refetch().catch(() => undefined);
          void refetchHeld().catch(() => undefined);
          void feed.reload();
        }}
      />
    );
  }
  if (viewer === null) {
    return (
      <EmptyState
        page
        title={<FormattedMessage id="mapping.signIn" defaultMessage="Sign in to go on" />}
        text={<FormattedMessage id="mapping.signInText" defaultMessage="You come back to this page." />}
        action={
          <Button component="a" href={signInAddress()}>
            <FormattedMessage id="mapping.signInButton" defaultMessage="Sign in" />
          </Button>
        }
      />
    );
  }
  if (project === null) return <NoWork number={number} />;
  if (project && viewer && instance && feed.loaded && working) {
    return (
      <WorkOnTasks
        mode={mode}
        project={project}
        store={feed.store}
        viewer={viewer}
        instance={instance}
        tasks={working}
        stillHeld={mine}
        leaving={leaving}
        setLeaving={setLeaving}
        goOnWith={goOnWith}
        refresh={() => void refetchHeld().catch(() => undefined)}
      />
    );
  }
  if (loading || !viewer || !project || !feed.loaded) return <PageSkeleton />;
  const other = here[0];
  if (other) return <Navigate to={`/projects/${number}/${mode === 'map' ? 'validate' : 'map'}`} replace />;
  return <NoWork number={number} elsewhere={held[0]} />;
}

/**
 * The tasks being worked on. They stay when their time ends, so that nothing written is lost from view; `leaving` says
 * that they go because the person finished them.
 */
function useWorking(mine: readonly HeldTask[]) {
  const [working, setWorking] = useState<readonly HeldTask[] | null>(null);
  const [leaving, setLeaving] = useState(false);
  const key = mine.map(({ number, lock }) => `${number}:${lock?.version}:${lock?.expiresAt}`).join();
  const [seen, setSeen] = useState('');
  if (key !== seen) {
    setSeen(key);
    if (key && !leaving) setWorking(mine);
  }
  return {
    working,
    leaving,
    setLeaving,
    goOnWith: (tasks: readonly HeldTask[]) => {
      setLeaving(false);
      setWorking(tasks);
    },
  };
}

function NoWork({ number, elsewhere }: { number: string; elsewhere?: HeldTask }) {
  if (elsewhere) {
    const page = elsewhere.lock?.kind === 'VALIDATION' ? 'validate' : 'map';
    return (
      <EmptyState
        page
        title={<FormattedMessage id="mapping.elsewhere" defaultMessage="Your task is in another project" />}
        text={
          <FormattedMessage
            id="mapping.elsewhereText"
            defaultMessage="You have task {task, number} of “{project}”. Finish or stop it before you take one here."
            values={{ task: elsewhere.number, project: elsewhere.project.name }}
          />
        }
        action={
          <Button component={Link} to={`/projects/${elsewhere.project.number}/${page}`}>
            <FormattedMessage
              id="mapping.elsewhereGo"
              defaultMessage="Go on with task {number, number}"
              values={{ number: elsewhere.number }}
            />
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      page
      title={<FormattedMessage id="mapping.none" defaultMessage="You have no task here" />}
      text={
        <FormattedMessage
          id="mapping.noneText"
          defaultMessage="Choose one on the project’s map. It is then yours for a while, so that nobody else maps the same place."
        />
      }
      action={
        <Button component={Link} to={`/projects/${number}/tasks`}>
          <FormattedMessage id="mapping.choose" defaultMessage="Choose a task" />
        </Button>
      }
    />
  );
}

function PageSkeleton() {
  return (
    <div className={classes.page}>
      <div className={classes.body}>
        <div className={classes.map} />
        <div className={classes.panel}>
          <Waiting>
            <div className={classes.section}>
              <LineSkeleton width={110} height={20} />
              <LineSkeleton width="100%" height={6} />
              <LineSkeleton width="70%" />
              <LineSkeleton width="100%" height={56} />
              <LineSkeleton width="100%" height={56} />
              <LineSkeleton width="100%" height={56} />
            </div>
          </Waiting>
        </div>
      </div>
    </div>
  );
}
