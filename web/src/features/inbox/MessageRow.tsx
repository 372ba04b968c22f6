import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Checkbox } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { TimeAgo } from '../../components/TimeAgo';
import { graphql } from '../../gql';
import { TYPE_ICONS } from './kinds';
import classes from './MessageRow.module.css';

export const messageRowFragment = graphql(`
  fragment MessageRow on Notification {
    number
    type
    subject
    at
    readAt
    projectNumber
    sender {
      id
      username
    }
  }
`);

type Props = {
  message: FragmentType<typeof messageRowFragment>;
  /** Where it opens. */
  to: string;
  isOpen?: boolean;
  onOpen?: () => void;
  /** Left out where messages cannot be chosen, as under the bell. */
  selected?: boolean;
  onSelect?: (range: boolean) => void;
};

export function MessageRow({ message: from, to, isOpen, onOpen, selected, onSelect }: Props) {
  const intl = useIntl();
  const { data: message, complete } = useFragment({
    fragment: messageRowFragment,
    fragmentName: 'MessageRow',
    from,
  });
  if (!complete) return null;
  const Sign = TYPE_ICONS[message.type];
  const isUnread = !message.readAt;
  return (
    <div className={classes.row} data-open={isOpen || undefined} data-selected={selected || undefined}>
      {onSelect && (
        <label className={classes.check}>
          <Checkbox
            size="md"
            checked={selected}
            aria-label={intl.formatMessage(
              { id: 'inbox.selectOne', defaultMessage: 'Select “{subject}”' },
              { subject: message.subject },
            )}
            onChange={() => undefined}
            onClick={(event) => onSelect(event.shiftKey)}
          />
        </label>
      )}
      <Link
        to={to}
        id={onSelect && `message-${message.number}`}
        className={classes.link}
        data-unread={isUnread || undefined}
        aria-current={isOpen || undefined}
        onClick={onOpen}
      >
        <span className={classes.sign}>
          <Sign size={18} aria-hidden />
        </span>
        <span className={classes.words}>
          <span className={classes.subject} dir="auto">
            {isUnread && (
              <span className="visually-hidden">
                <FormattedMessage id="inbox.isUnread" defaultMessage="Unread:" />{' '}
              </span>
            )}
            {message.subject}
          </span>
          <span className={classes.about}>
            {message.sender && <bdi className={classes.sender}>{message.sender.username}</bdi>}
            {message.projectNumber && (
              <bdi>
                <FormattedMessage
                  id="inbox.project"
                  defaultMessage="Project {number}"
                  values={{ number: message.projectNumber }}
                />
              </bdi>
            )}
            <TimeAgo at={message.at} />
          </span>
        </span>
        {isUnread && <span className={classes.dot} aria-hidden="true" />}
      </Link>
    </div>
  );
}
