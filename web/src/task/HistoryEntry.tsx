import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { FormattedMessage, defineMessages, useIntl, type MessageDescriptor } from 'react-intl';
import { Avatar } from '../components/Avatar';
import { TimeAgo } from '../components/TimeAgo';
import { graphql } from '../gql';
import type { HistoryEntryFragment } from '../gql/graphql';
import classes from './HistoryEntry.module.css';

export const historyEntryFragment = graphql(`
  fragment HistoryEntry on TaskHistoryEntry {
    id
    at
    kind
    person {
      id
      osmId
      username
      pictureUrl
    }
    taskNumber
    status
    comment
    durationSeconds
    undo
    issues {
      category {
        number
        name
      }
      count
    }
  }
`);

const stateChanges: Record<string, MessageDescriptor> = defineMessages({
  READY: { id: 'history.ready', defaultMessage: 'Left for the next mapper' },
  MAPPED: { id: 'history.mapped', defaultMessage: 'Marked as mapped' },
  VALIDATED: { id: 'history.validated', defaultMessage: 'Validated' },
  INVALIDATED: { id: 'history.sentBack', defaultMessage: 'Sent back for more mapping' },
  BADIMAGERY: { id: 'history.badImagery', defaultMessage: 'Marked as imagery unusable' },
  SPLIT: { id: 'history.split', defaultMessage: 'Split into smaller tasks' },
});

const messages = defineMessages({
  undo: { id: 'history.undo', defaultMessage: 'Took the last change back' },
  mapping: { id: 'history.mapping', defaultMessage: 'Is mapping' },
  mappedFor: {
    id: 'history.mappedFor',
    defaultMessage: 'Mapped for {minutes, plural, one {# minute} other {# minutes}}',
  },
  validating: { id: 'history.validating', defaultMessage: 'Is validating' },
  validatedFor: {
    id: 'history.validatedFor',
    defaultMessage: 'Looked at it for {minutes, plural, one {# minute} other {# minutes}}',
  },
  extended: { id: 'history.extended', defaultMessage: 'Kept it for longer' },
  expired: { id: 'history.expired', defaultMessage: 'Time ended' },
  comment: { id: 'history.comment', defaultMessage: 'Wrote a comment' },
  changed: { id: 'history.changed', defaultMessage: 'Changed the state' },
});

function wordsFor(entry: HistoryEntryFragment): [MessageDescriptor, { minutes: number }?] {
  const minutes = Math.max(1, Math.round((entry.durationSeconds ?? 0) / 60));
  const inForce = entry.durationSeconds === null;
  switch (entry.kind) {
    case 'STATE_CHANGE':
      return [entry.undo ? messages.undo : (stateChanges[entry.status ?? ''] ?? messages.changed)];
    case 'LOCKED_FOR_MAPPING':
      return inForce ? [messages.mapping] : [messages.mappedFor, { minutes }];
    case 'LOCKED_FOR_VALIDATION':
      return inForce ? [messages.validating] : [messages.validatedFor, { minutes }];
    case 'EXTENDED_FOR_MAPPING':
    case 'EXTENDED_FOR_VALIDATION':
      return [messages.extended];
    case 'AUTO_UNLOCKED_FOR_MAPPING':
    case 'AUTO_UNLOCKED_FOR_VALIDATION':
      return [messages.expired];
    case 'COMMENT':
      return [messages.comment];
  }
}

type Props = {
  entry: FragmentType<typeof historyEntryFragment>;
  /** Where entries of several tasks stand together: opens the task. */
  onTask?: (number: number) => void;
};

/** What one person did to a task, when, and what they wrote. */
export function HistoryEntry({ entry: from, onTask }: Props) {
  const intl = useIntl();
  const { data: entry, complete } = useFragment({ fragment: historyEntryFragment, from });
  if (!complete) return null;
  const [message, values] = wordsFor(entry);
  const { person } = entry;
  return (
    <li className={classes.entry}>
      <Avatar name={person.username} id={person.osmId} picture={person.pictureUrl} size={22} />
      <div className={classes.text}>
        <p>
          {intl.formatMessage(message, values)}
          {onTask && (
            <>
              {' · '}
              <button type="button" className={classes.task} onClick={() => onTask(entry.taskNumber)}>
                <FormattedMessage
                  id="history.task"
                  defaultMessage="Task {number, number}"
                  values={{ number: entry.taskNumber }}
                />
              </button>
            </>
          )}
        </p>
        <p className={classes.by}>
          <bdi>{person.username}</bdi> · <TimeAgo at={entry.at} />
        </p>
        {entry.comment && (
          <p className={classes.comment} dir="auto">
            {entry.comment}
          </p>
        )}
        {entry.issues.length > 0 && (
          <p className={classes.by}>
            {entry.issues.map(({ category, count }) => (
              <span key={category.number}>
                {category.name}: {intl.formatNumber(count)}{' '}
              </span>
            ))}
          </p>
        )}
      </div>
    </li>
  );
}
