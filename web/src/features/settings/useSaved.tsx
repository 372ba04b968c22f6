import { IconCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { Problem } from '../../components/Problem';
import { useChange, type Outcome } from '../../components/useChange';
import classes from './Settings.module.css';

const SHOWN_MS = 2_500;

/** For choices that are saved at once: runs the change, and gives a quiet note that it was saved, or why not. */
export function useSaved() {
  const { run, busy, problem } = useChange();
  const [times, setTimes] = useState(0);
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (times === 0) return;
    const timer = setTimeout(() => setShown(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [times]);
  const note = (
    <>
      <span role="status" className={classes.saved} data-shown={shown || undefined}>
        {shown && (
          <>
            <IconCheck size={16} aria-hidden />
            <FormattedMessage id="settings.saved" defaultMessage="Saved" />
          </>
        )}
      </span>
      <Problem>{problem}</Problem>
    </>
  );
  const save = async (change: () => Promise<Outcome>) => {
    const done = await run(change);
    setShown(done);
    if (done) setTimes((before) => before + 1);
    return done;
  };
  return { save, busy, note };
}
