import { useQuery } from '@apollo/client/react';
import { Button, Skeleton } from '@mantine/core';
import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router';
import { Calendar } from '../../components/charts/Calendar';
import { Columns } from '../../components/Columns';
import { ErrorState } from '../../components/ErrorState';
import { Section } from '../../components/Page';
import { LevelProgress } from '../../components/person/LevelProgress';
import { TimeAgo } from '../../components/TimeAgo';
import { Waiting } from '../../components/Waiting';
import { graphql } from '../../gql';
import { Held } from './Held';
import { MyTask, MyTasks } from './MyTask';
import { SentBack } from './SentBack';
import { Week } from './Week';

const overviewQuery = graphql(`
  query MyWork {
    viewer {
      locks {
        id
        ...HeldTask @unmask
      }
      person {
        id
        ...LevelProgress
        ...MySentBack
        statistics {
          tasksMapped
          tasksValidated
          tasksInvalidated
          days {
            date
            count
            mapped
            validated
            invalidated
          }
        }
        tasks(first: 6) {
          nodes {
            lastActionAt
            task {
              id
              ...MyTask
            }
          }
        }
      }
    }
  }
`);

/** What waits for the person, how far they are, and what they did lately. */
export function Overview() {
  const { data, error, refetch } = useQuery(overviewQuery, { fetchPolicy: 'cache-and-network' });
  const viewer = data?.viewer;
  if (error && !viewer) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!viewer) return <OverviewSkeleton />;
  const { person } = viewer;
  const { statistics } = person;
  const recent = person.tasks?.nodes ?? [];
  const contributions = statistics.days.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <Held locks={viewer.locks} newcomer={recent.length === 0} />
      <Columns
        aside={
          <>
            <Section title={<FormattedMessage id="myWork.level" defaultMessage="Your level" />} card>
              <LevelProgress person={person} />
            </Section>
            <Week days={statistics.days} validates={statistics.tasksValidated + statistics.tasksInvalidated > 0} />
          </>
        }
      >
        <SentBack person={person} />
        <Section
          title={<FormattedMessage id="myWork.recent" defaultMessage="Last worked on" />}
          action={
            recent.length > 0 && (
              <Link to="/contributions/tasks">
                <FormattedMessage id="myWork.allTasks" defaultMessage="All your tasks" />
              </Link>
            )
          }
        >
          {recent.length > 0 ? (
            <MyTasks>
              {recent.map(({ task, lastActionAt }) => (
                <MyTask key={task.id} task={task} time={<TimeAgo at={lastActionAt} />} />
              ))}
            </MyTasks>
          ) : (
            <Start />
          )}
        </Section>
      </Columns>
      {contributions > 0 && (
        <Section title={<FormattedMessage id="myWork.year" defaultMessage="Your year" />} card>
          <Calendar
            title={<FormattedMessage id="activity.byDay" defaultMessage="Day by day" />}
            summary={
              <FormattedMessage
                id="activity.year"
                defaultMessage="{count, plural, one {# contribution} other {# contributions}} on {days, plural, one {# day} other {# days}} of the last 12 months"
                values={{ count: contributions, days: statistics.days.length }}
              />
            }
            days={statistics.days}
          />
        </Section>
      )}
    </>
  );
}

/** For who has done nothing yet: how it goes. */
function Start() {
  return (
    <>
      <p>
        <FormattedMessage
          id="myWork.start"
          defaultMessage="Every task you map or validate stands here, with what became of it. The guide shows the first one step by step."
        />
      </p>
      <Button component={Link} to="/learn/quickstart" variant="default" mt={12}>
        <FormattedMessage id="myWork.guide" defaultMessage="Read the guide" />
      </Button>
    </>
  );
}

function OverviewSkeleton() {
  return (
    <Waiting>
      <Skeleton height={96} radius={12} />
      <Columns
        aside={
          <>
            <Skeleton height={180} radius={12} />
            <Skeleton height={110} radius={12} />
          </>
        }
      >
        <Skeleton width={160} height={20} mb={16} />
        <Skeleton height={360} radius={12} />
      </Columns>
      <Skeleton height={220} radius={12} mt={32} />
    </Waiting>
  );
}
