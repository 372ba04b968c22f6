import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { FormattedDate, FormattedMessage, FormattedNumber, defineMessages, useIntl } from 'react-intl';
import { ChartFigure } from '../../components/charts/ChartFigure';
import { ErrorState } from '../../components/ErrorState';
import { useNow } from '../../components/useNow';
import { Waiting } from '../../components/Waiting';
import { graphql } from '../../gql';
import { stateMessages } from '../../map/stateMessages';
import { stretchesOf } from './projectDays';
import { part } from '../../app/part';

const TimeBars = part(() => import('../../components/charts/TimeBars'));

export const timelineQuery = graphql(`
  query ProjectTimeline($project: ID!) {
    project(id: $project) {
      id
      contributionsByDay {
        date
        mapped
        validated
        mappedInAll
        validatedInAll
      }
    }
  }
`);

const messages = defineMessages({
  day: { id: 'overTime.day', defaultMessage: 'Day' },
  from: { id: 'timeline.from', defaultMessage: 'From' },
});

/** The days of a project, to be drawn; null while they are not there. */
export function useTimeline(project: string) {
  const { data, error, refetch } = useQuery(timelineQuery, {
    variables: { project },
    fetchPolicy: 'cache-and-network',
  });
  const today = new Date(useNow()).toISOString().slice(0, 10);
  const days = data?.project?.contributionsByDay;
  return {
    timeline: days ? stretchesOf(days, today) : null,
    error,
    retry: () => void refetch().catch(() => undefined),
  };
}

/** How many tasks came to be mapped and validated each day (each few weeks, in a long project). */
export function ProjectTimeline({ project }: { project: string }) {
  const intl = useIntl();
  const { timeline, error, retry } = useTimeline(project);
  if (!timeline) {
    if (error) {
      return (
        <ErrorState
          title={<FormattedMessage id="timeline.failed" defaultMessage="The timeline could not be loaded." />}
          error={error}
          onRetry={retry}
        />
      );
    }
    return (
      <Waiting>
        <Skeleton height={300} />
      </Waiting>
    );
  }
  const { stretches, daysEach } = timeline;
  if (stretches.length === 0) {
    return (
      <p style={{ color: 'var(--text-2)' }}>
        <FormattedMessage id="timeline.none" defaultMessage="It begins with the first task that is mapped." />
      </p>
    );
  }
  const [first, mapped, validated] = [
    intl.formatMessage(daysEach === 1 ? messages.day : messages.from),
    intl.formatMessage(stateMessages.MAPPED),
    intl.formatMessage(stateMessages.VALIDATED),
  ];
  return (
    <ChartFigure
      title={
        daysEach === 1 ? (
          <FormattedMessage id="timeline.perDay" defaultMessage="Tasks each day" />
        ) : (
          <FormattedMessage
            id="timeline.perWeeks"
            defaultMessage="{weeks, plural, one {Tasks each week} other {Tasks each # weeks}}"
            values={{ weeks: daysEach / 7 }}
          />
        )
      }
      columns={[first, mapped, validated]}
      rows={stretches
        .filter((stretch) => stretch.mapped !== 0 || stretch.validated !== 0)
        .map((stretch) => [
          <FormattedDate value={`${stretch.day}T12:00:00`} dateStyle="medium" />,
          <FormattedNumber value={stretch.mapped} />,
          <FormattedNumber value={stretch.validated} />,
        ])}
      csv={{
        name: `project-${project}-timeline`,
        rows: [[first, mapped, validated], ...stretches.map((each) => [each.day, each.mapped, each.validated])],
      }}
    >
      <TimeBars
        data={stretches.map(({ day, mapped, validated }) => ({ day, mapped, validated }))}
        series={[
          { name: 'mapped', label: mapped, color: 'var(--state-mapped)' },
          { name: 'validated', label: validated, color: 'var(--state-validated)' },
        ]}
      />
    </ChartFigure>
  );
}
