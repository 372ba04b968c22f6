import { useEffect, useRef, useState } from 'react';
import { FormattedMessage, FormattedTime } from 'react-intl';
import classes from './Layout.module.css';
import { useOnline } from './useConnection';

/** Under the top bar while there is no network, and for three seconds after it came back. */
export function OfflineBar() {
  const online = useOnline();
  const lostAt = useRef<Date | null>(null);
  const [back, setBack] = useState(false);

  useEffect(() => {
    if (!online) {
      lostAt.current ??= new Date();
      return;
    }
    if (!lostAt.current) return;
    lostAt.current = null;
    setBack(true);
    const timer = setTimeout(() => setBack(false), 3_000);
    return () => clearTimeout(timer);
  }, [online]);

  if (!online) {
    return (
      <div className={classes.offline} role="status">
        <FormattedMessage
          id="offline.bar"
          defaultMessage="You are offline. What you see is from {time}. Changes wait until you are back."
          values={{ time: <FormattedTime value={lostAt.current ?? new Date()} /> }}
        />
      </div>
    );
  }
  if (!back) return null;
  return (
    <div className={`${classes.offline} ${classes.backOnline}`} role="status">
      <FormattedMessage id="offline.back" defaultMessage="You are online again." />
    </div>
  );
}
