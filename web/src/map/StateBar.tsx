import { useComputedColorScheme } from '@mantine/core';
import { useIntl } from 'react-intl';
import { shares } from './percent';
import classes from './StateBar.module.css';
import { FILL, type TaskState } from './states';
import type { StateCounts } from './taskStateStore';

const ORDER: readonly TaskState[] = [
  'VALIDATED',
  'LOCKED_FOR_VALIDATION',
  'MAPPED',
  'INVALIDATED',
  'LOCKED_FOR_MAPPING',
  'BADIMAGERY',
];

/** The share of each state in one bar, finished work first. */
export function StateBar({ counts }: { counts: StateCounts }) {
  const intl = useIntl();
  const theme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const label = intl.formatMessage(
    { id: 'stateBar.label', defaultMessage: '{validated}% validated, {mapped}% mapped' },
    shares(counts),
  );
  return (
    <div className={classes.bar} role="img" aria-label={label}>
      {ORDER.filter((state) => counts[state] > 0).map((state) => (
        <i key={state} style={{ flexGrow: counts[state], background: FILL[theme][state] }} />
      ))}
      {(counts.READY > 0 || counts.total === 0) && (
        <i className={classes.rest} style={{ flexGrow: counts.READY || 1 }} />
      )}
    </div>
  );
}
