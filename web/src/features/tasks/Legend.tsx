import { IconChevronDown } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { FormattedMessage, FormattedNumber } from 'react-intl';
import { stateMessages } from '../../map/stateMessages';
import { STATES } from '../../map/states';
import { Swatch } from '../../map/Swatch';
import type { TaskStateStore } from '../../map/taskStateStore';
import { useTaskCounts } from '../../map/useTaskStore';
import type { Show } from './filter';
import classes from './Legend.module.css';

type Props = { store: TaskStateStore; show: Show; setShow: (show: Show) => void; startOpen: boolean };

/** What the colours mean and how many tasks are in each state, live; a row shows only those on map and list. */
export const Legend = memo(function Legend({ store, show, setShow, startOpen }: Props) {
  const counts = useTaskCounts(store);
  const [open, setOpen] = useState(startOpen);
  return (
    <div className={classes.legend} data-open={open || undefined}>
      <button type="button" className={classes.head} aria-expanded={open} onClick={() => setOpen(!open)}>
        {!open && (
          <span className={classes.strip}>
            {(['READY', 'MAPPED', 'INVALIDATED', 'VALIDATED'] as const).map((state) => (
              <Swatch key={state} state={state} />
            ))}
          </span>
        )}
        <span className={classes.title}>
          <FormattedMessage id="legend.title" defaultMessage="Legend" />
        </span>
        <IconChevronDown size={18} aria-hidden className={classes.chevron} />
      </button>
      {open && (
        <ul>
          {STATES.map((state) => (
            <li key={state}>
              <button
                type="button"
                className={classes.row}
                aria-pressed={show === state}
                onClick={() => setShow(show === state ? 'all' : state)}
              >
                <Swatch state={state} />
                <span className={classes.word}>
                  <FormattedMessage {...stateMessages[state]} />
                </span>
                <span className={classes.number}>
                  <FormattedNumber value={counts[state]} />
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
});
