import { FormattedMessage, useIntl } from 'react-intl';
import { stateMessages } from '../../map/stateMessages';
import { OverTime } from './OverTime';
import type { Counts, Period } from './period';

type Props<K extends string> = {
  /** Name of the CSV file, without its ending. */
  file: string;
  period: Period;
  /** Of the whole period. */
  mapped: number;
  validated: number;
  /** Days on which something happened. */
  days: readonly ({ date: string } & Counts<'mapped' | 'validated' | K>)[];
  /** What is counted besides the mapped and the validated. */
  third: { name: K; label: string; color: string };
};

/** How many tasks were mapped and validated day by day, and a third count beside them. */
export function TasksOverTime<K extends string>({ file, period, mapped, validated, days, third }: Props<K>) {
  const intl = useIntl();
  const day = (date: string) => intl.formatDate(`${date}T12:00:00`, { dateStyle: 'medium' });
  return (
    <OverTime<'mapped' | 'validated' | K>
      title={<FormattedMessage id="activity.title" defaultMessage="Tasks over time" />}
      summary={
        <FormattedMessage
          id="activity.summary"
          defaultMessage="From {from} to {to}: {mapped, plural, one {# task mapped} other {# tasks mapped}}, {validated, plural, one {# validated} other {# validated}}"
          values={{ from: day(period.from), to: day(period.to), mapped, validated }}
        />
      }
      file={file}
      period={period}
      days={days}
      series={[
        { name: 'mapped', label: intl.formatMessage(stateMessages.MAPPED), color: 'var(--state-mapped)' },
        { name: 'validated', label: intl.formatMessage(stateMessages.VALIDATED), color: 'var(--state-validated)' },
        third,
      ]}
    />
  );
}
