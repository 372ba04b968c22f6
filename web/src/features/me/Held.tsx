import { Button } from '@mantine/core';
import { FormattedMessage, FormattedTime } from 'react-intl';
import { Link } from 'react-router';
import { serverClock } from '../../app/serverClock';
import { useNow } from '../../components/useNow';
import { Swatch } from '../../map/Swatch';
import type { HeldTaskFragment } from '../../gql/graphql';
import classes from './Held.module.css';

/** What somebody has taken and not given back, in whichever project: the way on, and how long it is theirs. */
export function Held({ locks, newcomer }: { locks: readonly HeldTaskFragment[]; newcomer: boolean }) {
  useNow(); // the time that is left follows the minutes
  const held = locks.filter(({ lock }) => lock && Date.parse(lock.expiresAt) > serverClock.now());
  const [first] = held;
  if (!first?.lock) return <Nothing newcomer={newcomer} />;
  const { project, lock, number } = first;
  const ends = held.map((task) => Date.parse(task.lock?.expiresAt ?? '')).sort((a, b) => a - b)[0] ?? 0;
  const to = `/projects/${project.number}/${lock.kind === 'MAPPING' ? 'map' : 'validate'}`;
  const count = held.length;
  return (
    <section className={classes.held}>
      <Swatch state={first.status} large />
      <div className={classes.words}>
        <h2>
          {lock.kind === 'MAPPING' ? (
            <FormattedMessage
              id="held.mapping"
              defaultMessage="You are mapping task {number, number}"
              values={{ number }}
            />
          ) : (
            <FormattedMessage
              id="held.validating"
              defaultMessage="{count, plural, one {You are validating task {number, number}} other {You are validating # tasks}}"
              values={{ count, number }}
            />
          )}
        </h2>
        <p>{project.name}</p>
        <p className={classes.time}>
          <TimeLeft left={ends - serverClock.now()} />
          {' · '}
          <FormattedMessage
            id="lockTimer.until"
            defaultMessage="Yours until {time}"
            values={{ time: <FormattedTime value={ends} /> }}
          />
        </p>
      </div>
      <Button component={Link} to={to} className={classes.go}>
        <FormattedMessage id="held.go" defaultMessage="Go on" />
      </Button>
    </section>
  );
}

function TimeLeft({ left }: { left: number }) {
  const all = Math.max(1, Math.ceil(left / 60_000));
  const [hours, minutes] = [Math.floor(all / 60), all % 60];
  return hours === 0 ? (
    <FormattedMessage id="lockTimer.minutes" defaultMessage="{minutes} min left" values={{ minutes }} />
  ) : (
    <FormattedMessage id="lockTimer.hours" defaultMessage="{hours} h {minutes} min left" values={{ hours, minutes }} />
  );
}

function Nothing({ newcomer }: { newcomer: boolean }) {
  return (
    <section className={classes.held} data-nothing>
      <div className={classes.words}>
        <h2>
          {newcomer ? (
            <FormattedMessage id="held.first" defaultMessage="Take your first task" />
          ) : (
            <FormattedMessage id="held.none" defaultMessage="You are working on no task" />
          )}
        </h2>
        <p>
          {newcomer ? (
            <FormattedMessage
              id="held.firstText"
              defaultMessage="Choose a project that is easy and close to your heart. A task takes about half an hour, and you can stop at any time."
            />
          ) : (
            <FormattedMessage id="held.noneText" defaultMessage="Tasks you take stand here until you hand them back." />
          )}
        </p>
      </div>
      <Button component={Link} to="/explore" className={classes.go} variant={newcomer ? 'filled' : 'default'}>
        <FormattedMessage id="project.explore" defaultMessage="Explore projects" />
      </Button>
    </section>
  );
}
