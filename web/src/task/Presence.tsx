import { Popover } from '@mantine/core';
import { memo, useMemo, useState } from 'react';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { useConnection } from '../app/useConnection';
import { Avatar, distinctInitials } from '../components/Avatar';
import type { Holder, LockInForce, TaskStateStore } from '../map/taskStateStore';
import { useLocksInForce } from '../map/useTaskStore';
import classes from './Presence.module.css';

const messages = defineMessages({
  people: { id: 'presence.people', defaultMessage: 'People at work and their tasks' },
});

export interface Present {
  person: Holder;
  locks: LockInForce[];
}

/** Who holds tasks now, those with the newest lock first. */
export function peopleAtWork(locks: readonly LockInForce[]): Present[] {
  const people = new Map<number, Present>();
  for (const lock of [...locks].sort((one, other) => other.expiresAt - one.expiresAt)) {
    const known = people.get(lock.holder.osmId);
    if (known) known.locks.push(lock);
    else people.set(lock.holder.osmId, { person: lock.holder, locks: [lock] });
  }
  return [...people.values()];
}

/** The faces of the first few at work, and how many there are. */
export function PresenceFaces({ people, most = 4 }: { people: readonly Present[]; most?: number }) {
  const shown = people.slice(0, most).map(({ person }) => person);
  const letters = distinctInitials(shown.map((person) => person.username));
  return (
    <>
      {people.length > 0 && (
        <span className={classes.faces}>
          {shown.map((person, index) => (
            <Avatar
              key={person.osmId}
              name={person.username}
              id={person.osmId}
              picture={person.pictureUrl}
              letters={letters[index]}
              size={22}
            />
          ))}
        </span>
      )}
      <span className={classes.count}>
        <FormattedMessage
          id="presence.count"
          defaultMessage="{count, plural, =0 {Nobody here now} one {# here now} other {# here now}}"
          values={{ count: people.length }}
        />
      </span>
    </>
  );
}

/** How the live line fares, in a dot and a word. */
export function LiveDot() {
  const connection = useConnection();
  const live = connection === 'live';
  return (
    <span className={classes.live} data-live={live || undefined}>
      {live || connection === 'idle' ? (
        <FormattedMessage id="presence.live" defaultMessage="Live" />
      ) : (
        <FormattedMessage id="presence.reconnecting" defaultMessage="Reconnecting" />
      )}
    </span>
  );
}

/** Who works in the project now; opens the list of people with their tasks. */
export const Presence = memo(function Presence({
  store,
  onTask,
}: {
  store: TaskStateStore;
  onTask: (number: number) => void;
}) {
  const intl = useIntl();
  const locks = useLocksInForce(store);
  const people = useMemo(() => peopleAtWork(locks), [locks]);
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open && people.length > 0} onChange={setOpen} position="bottom-start" width={280} trapFocus>
      <Popover.Target>
        <button
          type="button"
          className={classes.pill}
          onClick={() => setOpen((before) => !before)}
          disabled={people.length === 0}
        >
          <PresenceFaces people={people} />
          <LiveDot />
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.list} aria-label={intl.formatMessage(messages.people)}>
        <ul>
          {people.map(({ person, locks: held }) => (
            <li key={person.osmId} className={classes.person}>
              <Avatar name={person.username} id={person.osmId} picture={person.pictureUrl} size={28} />
              <span className={classes.name}>
                <bdi>{person.username}</bdi>
                <span className={classes.tasks}>
                  {held.slice(0, 6).map((lock) => (
                    <button
                      key={lock.mapId}
                      type="button"
                      onClick={() => {
                        setOpen(false);
                        onTask(lock.number);
                      }}
                    >
                      {lock.kind === 'MAPPING' ? (
                        <FormattedMessage
                          id="presence.mapping"
                          defaultMessage="maps task {number, number}"
                          values={{ number: lock.number }}
                        />
                      ) : (
                        <FormattedMessage
                          id="presence.validating"
                          defaultMessage="validates task {number, number}"
                          values={{ number: lock.number }}
                        />
                      )}
                    </button>
                  ))}
                  {held.length > 6 && (
                    <FormattedMessage
                      id="presence.more"
                      defaultMessage="and {count, plural, one {# more} other {# more}}"
                      values={{ count: held.length - 6 }}
                    />
                  )}
                </span>
              </span>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
});
