import { useApolloClient } from '@apollo/client/react';
import { useEffect, useSyncExternalStore } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { connection } from './connection';
import classes from './Layout.module.css';
import { network } from './network';

const PATIENCE_MS = 8_000;

/** Resolves when the live line is mended, at the latest after a while. */
function lineMended(): Promise<void> {
  if (connection.get() !== 'reconnecting') return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(done, PATIENCE_MS);
    const stop = connection.subscribe(() => connection.get() !== 'reconnecting' && done());
  });
}

/** Under the top bar while the server cannot be reached, and for three seconds after what was missed has come. */
export function OfflineBar({ quiet }: { quiet: boolean }) {
  const intl = useIntl();
  const client = useApolloClient();
  const { stage, since, newVersion } = useSyncExternalStore(network.subscribe, network.get);

  useEffect(() => {
    if (stage === 'returning') {
      let left = false;
      const missed = network.get().showsKept
        ? client.refetchQueries({ include: 'active' }).then(
            () => undefined,
            () => undefined,
          )
        : Promise.resolve();
      void Promise.all([missed, lineMended()]).then(() => {
        // What was asked for meanwhile may have been kept as well: then it is away again.
        if (!left) network.set({ stage: 'back', showsKept: false });
      });
      return () => {
        left = true;
      };
    }
    if (stage !== 'back') return;
    const timer = setTimeout(() => network.set({ stage: 'here' }), 3_000);
    return () => clearTimeout(timer);
  }, [stage, client]);

  if (stage === 'away' || stage === 'returning') {
    const today = new Date(since).toDateString() === new Date().toDateString();
    const time = intl.formatDate(since, { ...(today ? {} : { dateStyle: 'medium' }), timeStyle: 'short' });
    return (
      <div className={classes.offline} role="status">
        {navigator.onLine ? (
          <FormattedMessage
            id="offline.noAnswer"
            defaultMessage="The server does not answer. What you see is from {time}. Submitting waits until it does."
            values={{ time }}
          />
        ) : (
          <FormattedMessage
            id="offline.bar"
            defaultMessage="You are offline. What you see is from {time}. Submitting waits until you are back."
            values={{ time }}
          />
        )}
      </div>
    );
  }
  if (stage === 'back') {
    return (
      <div className={`${classes.offline} ${classes.backOnline}`} role="status">
        <FormattedMessage id="offline.back" defaultMessage="Up to date" />
      </div>
    );
  }
  if (!newVersion || quiet) return null;
  return (
    <div className={`${classes.offline} ${classes.backOnline}`} role="status">
      <FormattedMessage
        id="newVersion.line"
        defaultMessage="A new version is ready. <reload>Reload</reload>"
        values={{
          reload: (text) => (
            <button key="reload" type="button" className={classes.reload} onClick={() => location.reload()}>
              {text}
            </button>
          ),
        }}
      />
    </div>
  );
}
