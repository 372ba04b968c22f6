import { useEffect, useState } from 'react';
import { FormattedMessage, FormattedTime } from 'react-intl';
import classes from './Layout.module.css';

type Network = { state: 'online' | 'back' } | { state: 'lost'; at: Date };

const now = (): Network => (navigator.onLine ? { state: 'online' } : { state: 'lost', at: new Date() });

/** Under the top bar while there is no network, and for three seconds after it came back. */
export function OfflineBar() {
  const [network, setNetwork] = useState(now);

  useEffect(() => {
    const lost = () => setNetwork(now());
    const back = () => setNetwork({ state: 'back' });
    window.addEventListener('offline', lost);
    window.addEventListener('online', back);
    return () => {
      window.removeEventListener('offline', lost);
      window.removeEventListener('online', back);
    };
  }, []);

  useEffect(() => {
    if (network.state !== 'back') return;
    const timer = setTimeout(() => setNetwork(now()), 3_000);
    return () => clearTimeout(timer);
  }, [network]);

  if (network.state === 'lost') {
    return (
      <div className={classes.offline} role="status">
        <FormattedMessage
          id="offline.bar"
          defaultMessage="You are offline. What you see is from {time}. Changes wait until you are back."
          values={{ time: <FormattedTime value={network.at} /> }}
        />
      </div>
    );
  }
  if (network.state === 'online') return null;
  return (
    <div className={`${classes.offline} ${classes.backOnline}`} role="status">
      <FormattedMessage id="offline.back" defaultMessage="You are online again." />
    </div>
  );
}
