import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import { FormattedMessage, defineMessages, useIntl, type MessageDescriptor } from 'react-intl';
import { Link, useLocation, useNavigate } from 'react-router';
import { forgetDrafts } from '../features/mapping/draft';
import { announce } from './announce';
import classes from './Layout.module.css';
import { network } from './network';
import { send } from './sendUnsent';
import { tasksOf, unsent, type Unsent } from './unsent';
import { useViewer } from './viewer';

const messages: Record<'sent', MessageDescriptor> = defineMessages({
  sent: {
    id: 'unsent.sent',
    defaultMessage: '{count, plural, one {Task {numbers} is submitted.} other {Tasks {numbers} are submitted.}}',
  },
});

/** What was handed in with no network: says so, sends it when the server is there, or asks where that is not possible. */
export default function UnsentLine() {
  const intl = useIntl();
  const client = useApolloClient();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { viewer } = useViewer();
  const { stage } = useSyncExternalStore(network.subscribe, network.get);
  const waiting = useSyncExternalStore(unsent.subscribe, unsent.get);
  const mine = waiting.filter(({ person }) => person === viewer?.person.osmId);
  const [sent, setSent] = useState<string | null>(null);
  const sending = useRef(false);
  const next = stage === 'away' ? undefined : mine.find(({ refused }) => !refused);

  useEffect(() => {
    if (!next || sending.current) return;
    sending.current = true;
    const there = () => {
      const tasks = tasksOf(next);
      const words = { count: tasks.length, numbers: intl.formatList(tasks.map((task) => intl.formatNumber(task))) };
      forgetDrafts(next.kind, next.project, tasks);
      setSent(intl.formatMessage(messages.sent, words));
      announce(intl.formatMessage(messages.sent, words));
      if (pathname.startsWith(`/projects/${next.project}/`) && pathname.endsWith(next.kind))
        void navigate(`/projects/${next.project}/tasks?task=${tasks[0]}`);
    };
    void send(client, next)
      .then((done) => done && there())
      .finally(() => {
        sending.current = false;
      });
  }, [next, client, intl, navigate, pathname]);

  useEffect(() => {
    if (!sent) return;
    const timer = setTimeout(() => setSent(null), 6_000);
    return () => clearTimeout(timer);
  }, [sent]);

  return (
    <>
      {mine.map((entry) => (
        <Waiting key={`${entry.kind}:${entry.project}:${tasksOf(entry).join()}`} entry={entry} />
      ))}
      {sent && mine.length === 0 && (
        <div className={`${classes.offline} ${classes.backOnline}`} role="status">
          {sent}
        </div>
      )}
    </>
  );
}

function Waiting({ entry }: { entry: Unsent }) {
  const intl = useIntl();
  const tasks = tasksOf(entry);
  const words = { count: tasks.length, numbers: intl.formatList(tasks.map((task) => intl.formatNumber(task))) };
  const { refused } = entry;
  let says: ReactNode = (
    <FormattedMessage
      id="unsent.waiting"
      defaultMessage="{count, plural, one {Task {numbers} is not submitted yet. It is sent once you are back, if it is still yours.} other {Tasks {numbers} are not submitted yet. They are sent once you are back, if they are still yours.}}"
      values={words}
    />
  );
  if (refused) {
    says = (
      <FormattedMessage
        id="unsent.ended"
        defaultMessage="{count, plural, one {Task {numbers} was not submitted: you no longer hold it. What you wrote is kept.} other {Tasks {numbers} were not submitted: you no longer hold all of them. What you wrote is kept.}}"
        values={words}
      />
    );
  }
  return (
    <div className={classes.offline} role="status">
      {says} {refused?.message}{' '}
      {refused && (
        <Link
          to={`/projects/${entry.project}/tasks?task=${tasks[0]}`}
          className={classes.reload}
          onClick={() => unsent.drop(entry)}
        >
          <FormattedMessage id="unsent.open" defaultMessage="Open the project" />
        </Link>
      )}{' '}
      <button type="button" className={classes.reload} onClick={() => unsent.drop(entry)}>
        <FormattedMessage id="unsent.drop" defaultMessage="Do not send" />
      </button>
    </div>
  );
}
