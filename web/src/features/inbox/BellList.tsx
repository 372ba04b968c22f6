import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router';
import { useUnreadCount } from '../../app/unread';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { Problem } from '../../components/Problem';
import { LineSkeleton, Waiting } from '../../components/Waiting';
import { graphql } from '../../gql';
import classes from './BellList.module.css';
import { MessageRow } from './MessageRow';
import { useChanges } from './useChanges';

const bellQuery = graphql(`
  query BellList {
    viewer {
      notifications(first: 8) {
        edges {
          node {
            number
            ...MessageRow
          }
        }
      }
    }
  }
`);

/** The newest messages, under the bell. */
export default function BellList({ onLeave }: { onLeave: () => void }) {
  const unread = useUnreadCount();
  const { data, error, refetch } = useQuery(bellQuery, { fetchPolicy: 'cache-and-network' });
  const { read, problem } = useChanges();
  useEffect(() => {
    void refetch().catch(() => undefined);
  }, [unread, refetch]);
  const messages = data?.viewer?.notifications.edges;
  return (
    <div className={classes.list}>
      <div className={classes.head}>
        <h2>
          <FormattedMessage id="page.inbox" defaultMessage="Inbox" />
        </h2>
        {Boolean(unread) && messages?.[0] && (
          <Button
            variant="subtle"
            size="xs"
            onClick={() => void read({ filter: {}, upTo: messages[0]!.node.number }).then(() => refetch())}
          >
            <FormattedMessage id="bell.readAll" defaultMessage="Mark all as read" />
          </Button>
        )}
      </div>
      <Problem>{problem}</Problem>
      <div className={classes.rows}>
        {messages?.map(({ node }) => (
          <MessageRow key={node.number} message={node} to={`/inbox/${node.number}`} onOpen={onLeave} />
        ))}
        {messages?.length === 0 && (
          <EmptyState
            title={<FormattedMessage id="inbox.none" defaultMessage="Nothing here yet" />}
            text={
              <FormattedMessage
                id="inbox.noneText"
                defaultMessage="When somebody answers you, checks your work or writes to your team, you read it here."
              />
            }
          />
        )}
        {!messages && error && (
          <ErrorState
            title={<FormattedMessage id="inbox.failed" defaultMessage="Your messages could not be loaded." />}
            error={error}
            onRetry={() => void refetch()}
          />
        )}
        {!messages && !error && (
          <Waiting>
            {Array.from({ length: 5 }, (_, index) => (
              <div key={index} className={classes.skeleton}>
                <LineSkeleton width="80%" />
                <LineSkeleton width="45%" height={10} />
              </div>
            ))}
          </Waiting>
        )}
      </div>
      <Link to="/inbox" className={classes.foot} onClick={onLeave}>
        <FormattedMessage id="bell.open" defaultMessage="Open the inbox" />
      </Link>
    </div>
  );
}
