import { TextInput } from '@mantine/core';
import { FormattedMessage } from 'react-intl';
import type { ActivityFilter } from './useActivityFilter';

/** From when to when; both are in the address. The row they stand in is that of the one who asks. */
export function PeriodFields({ activity: { period, change } }: { activity: ActivityFilter }) {
  return (
    <>
      <TextInput
        type="date"
        label={<FormattedMessage id="activity.from" defaultMessage="From" />}
        value={period.from}
        max={period.to}
        onChange={(event) => event.currentTarget.value && change({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={<FormattedMessage id="activity.to" defaultMessage="To" />}
        value={period.to}
        min={period.from}
        onChange={(event) => event.currentTarget.value && change({ to: event.currentTarget.value })}
      />
    </>
  );
}
