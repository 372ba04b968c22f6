import { FormattedMessage, FormattedNumber } from 'react-intl';
import { shares } from '../../map/percent';
import { StateBar } from '../../map/StateBar';
import { stateMessages } from '../../map/stateMessages';
import type { TaskState } from '../../map/states';
import { Swatch } from '../../map/Swatch';
import type { StateCounts } from '../../map/taskStateStore';
import classes from './Overview.module.css';

const ORDER: readonly TaskState[] = [
  'VALIDATED',
  'LOCKED_FOR_VALIDATION',
  'MAPPED',
  'INVALIDATED',
  'LOCKED_FOR_MAPPING',
  'READY',
  'BADIMAGERY',
];

/** How far the project is: the bar, its percents, and the number of tasks in each state there is. */
export function Progress({ counts }: { counts: StateCounts }) {
  return (
    <div className={classes.progress}>
      <p className={classes.percents}>
        <span>
          <FormattedMessage
            id="projectPanel.percents"
            defaultMessage="<b>{validated}%</b> validated · <b>{mapped}%</b> mapped"
            values={{ ...shares(counts), b: (chunks) => <b key={String(chunks)}>{chunks}</b> }}
          />
        </span>
        <span className={classes.quiet}>
          <FormattedMessage
            id="projectPanel.count"
            defaultMessage="{count, plural, one {# task} other {# tasks}}"
            values={{ count: counts.total }}
          />
        </span>
      </p>
      <StateBar counts={counts} />
      <ul className={classes.states}>
        {ORDER.filter((state) => counts[state] > 0).map((state) => (
          <li key={state}>
            <Swatch state={state} />
            <FormattedMessage {...stateMessages[state]} />
            <b>
              <FormattedNumber value={counts[state]} />
            </b>
          </li>
        ))}
      </ul>
    </div>
  );
}
