import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { useIntl } from 'react-intl';
import { stateMessages } from '../../map/stateMessages';
import { graphql } from '../../gql';
import type { TaskStatisticsFilter } from '../../gql/graphql';
import { Problem } from '../Problem';
import { NoFigures } from './NoFigures';
import type { Period } from './period';
import { TasksOverTime } from './TasksOverTime';

const taskStatisticsQuery = graphql(`
  query TaskActivity($filter: TaskStatisticsFilter!) {
    taskStatistics(filter: $filter) {
      ... on TaskStatistics {
        mapped
        validated
        badImagery
        days {
          date
          mapped
          validated
          badImagery
        }
      }
      ... on Error {
        message
      }
    }
  }
`);

type Props = {
  period: Period;
  filter: Omit<TaskStatisticsFilter, 'from' | 'to'>;
  /** Name of the CSV file, without its ending. */
  file: string;
};

/** What people did day by day in the projects of the filter. */
export function TaskActivity({ period, filter, file }: Props) {
  const intl = useIntl();
  const { data, previousData, error, refetch } = useQuery(taskStatisticsQuery, {
    variables: { filter: { ...filter, ...period } },
  });
  const result = (data ?? previousData)?.taskStatistics;
  if (!result) {
    return (
      <NoFigures error={error} onRetry={() => void refetch()}>
        <Skeleton height={300} />
      </NoFigures>
    );
  }
  if (result.__typename !== 'TaskStatistics') return <Problem>{'message' in result && result.message}</Problem>;
  return (
    <TasksOverTime
      file={file}
      period={period}
      mapped={result.mapped}
      validated={result.validated}
      days={result.days}
      third={{
        name: 'badImagery',
        label: intl.formatMessage(stateMessages.BADIMAGERY),
        color: 'var(--state-bad-imagery)',
      }}
    />
  );
}
