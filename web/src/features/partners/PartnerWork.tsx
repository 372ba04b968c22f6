import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import { NoFigures } from '../../components/activity/NoFigures';
import { PeriodFields } from '../../components/activity/PeriodFields';
import { TasksOverTime } from '../../components/activity/TasksOverTime';
import { useActivityFilter } from '../../components/activity/useActivityFilter';
import { Section } from '../../components/Page';
import { ProjectCard, ProjectCards } from '../../components/ProjectCard';
import { stateMessages } from '../../map/stateMessages';
import { graphql } from '../../gql';
import { Leaderboard } from './Leaderboard';
import classes from './Partner.module.css';

const DAY = 86_400_000;

const workQuery = graphql(`
  query PartnerWork($permalink: String!, $from: DateTime!, $to: DateTime!) {
    partnerByPermalink(permalink: $permalink) {
      id
      currentProjects {
        id
        ...ProjectCard
      }
      statistics(from: $from, to: $to) {
        contributors
        tasksMapped
        tasksValidated
        leaders(first: 25) {
          person {
            id
            osmId
            username
            pictureUrl
          }
          tasksMapped
          tasksValidated
        }
        overTime(every: DAY) {
          start
          tasksMapped
          tasksValidated
          tasksInvalidated
        }
      }
    }
  }
`);

/** What is to be mapped with a partner now, what was done over time, and where the most. */
export function PartnerWork({ permalink }: { permalink: string }) {
  const intl = useIntl();
  const activity = useActivityFilter();
  const { period } = activity;
  const { data, previousData, error, refetch } = useQuery(workQuery, {
    variables: {
      permalink,
      from: `${period.from}T00:00:00Z`,
      // The last day counts as a whole.
      to: new Date(Date.parse(period.to) + DAY).toISOString(),
    },
  });
  const partner = (data ?? previousData)?.partnerByPermalink;
  if (!partner) {
    return (
      <NoFigures error={error} onRetry={() => void refetch()}>
        <Skeleton height={300} />
      </NoFigures>
    );
  }
  const { statistics, currentProjects } = partner;
  return (
    <>
      {currentProjects.length > 0 && (
        <Section title={<FormattedMessage id="partner.now" defaultMessage="To map now" />}>
          <ProjectCards>
            {currentProjects.map((project) => (
              <ProjectCard key={project.id} project={project} />
            ))}
          </ProjectCards>
        </Section>
      )}
      <Section title={<FormattedMessage id="statistics.overTime" defaultMessage="Over time" />}>
        <div className={classes.period}>
          <PeriodFields activity={activity} />
        </div>
        <TasksOverTime
          file={`${permalink}-tasks-over-time`}
          period={period}
          mapped={statistics.tasksMapped}
          validated={statistics.tasksValidated}
          days={statistics.overTime.map(({ start, tasksMapped, tasksValidated, tasksInvalidated }) => ({
            date: start.slice(0, 10),
            mapped: tasksMapped,
            validated: tasksValidated,
            invalidated: tasksInvalidated,
          }))}
          third={{
            name: 'invalidated',
            label: intl.formatMessage(stateMessages.INVALIDATED),
            color: 'var(--state-sent-back)',
          }}
        />
      </Section>
      <Section title={<FormattedMessage id="partner.leaders" defaultMessage="Who did most" />}>
        <Leaderboard leaders={statistics.leaders} />
      </Section>
    </>
  );
}
