import { Skeleton } from '@mantine/core';
import { Suspense, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ChartFigure } from '../charts/ChartFigure';
import { toSteps, type Counts, type Period } from './period';
import { part } from '../../app/part';

const TimeBars = part(() => import('../charts/TimeBars'));

type Props<K extends string> = {
  title: ReactNode;
  summary?: ReactNode;
  /** Name of the CSV file, without its ending. */
  file: string;
  period: Period;
  /** Days on which something happened. */
  days: readonly ({ date: string } & Counts<K>)[];
  series: readonly { name: K; label: string; color: string }[];
};

/** Numbers day by day, or week by week where the days are many; the file always has the days. */
export function OverTime<K extends string>({ title, summary, file, period, days, series }: Props<K>) {
  const intl = useIntl();
  const names = series.map(({ name }) => name);
  const { weekly, steps } = toSteps(days, names, period);
  const first = weekly ? (
    <FormattedMessage id="overTime.week" defaultMessage="Week from" />
  ) : (
    <FormattedMessage id="overTime.day" defaultMessage="Day" />
  );
  return (
    <ChartFigure
      title={title}
      summary={summary}
      columns={[first, ...series.map(({ label }) => label)]}
      rows={steps
        .toReversed()
        .map((step) => [
          intl.formatDate(`${step.day}T12:00:00`, { dateStyle: 'medium' }),
          ...names.map((name) => intl.formatNumber((step as Counts<K>)[name])),
        ])}
      csv={{
        name: file,
        rows: [
          [intl.formatMessage({ id: 'overTime.day', defaultMessage: 'Day' }), ...series.map(({ label }) => label)],
          ...days.map((day) => [day.date, ...names.map((name) => (day as Counts<K>)[name])]),
        ],
      }}
    >
      <Suspense fallback={<Skeleton height={240} />}>
        <TimeBars data={steps as ({ day: string } & Counts<string>)[]} series={series} />
      </Suspense>
    </ChartFigure>
  );
}
