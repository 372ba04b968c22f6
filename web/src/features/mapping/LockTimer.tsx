import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { FormattedMessage, FormattedTime } from 'react-intl';
import { graphql } from '../../gql';
import { hoursAndMinutes, minutesAndSeconds, type LockPhase } from './lockTime';
import classes from './LockTimer.module.css';

const extendLocks = graphql(`
  mutation ExtendLocks($input: ExtendLocksInput!) {
    extendLocks(input: $input) {
      ... on ExtendLocksPayload {
        tasks {
          id
          ...HeldTask
        }
      }
      ... on Error {
        message
        code
      }
    }
  }
`);

type TimerProps = { left: number; phase: LockPhase; expiresAt: string };

/** The time left in words: minutes, and seconds at the end. */
export function TimeLeft({ left, phase }: { left: number; phase: LockPhase }) {
  if (phase === 'over') return <FormattedMessage id="lockTimer.over" defaultMessage="Time ended" />;
  if (phase === 'urgent') {
    return (
      <FormattedMessage
        id="lockTimer.seconds"
        defaultMessage="{time} left"
        values={{ time: minutesAndSeconds(left) }}
      />
    );
  }
  const { hours, minutes } = hoursAndMinutes(left);
  if (hours === 0)
    return <FormattedMessage id="lockTimer.minutes" defaultMessage="{minutes} min left" values={{ minutes }} />;
  return (
    <FormattedMessage id="lockTimer.hours" defaultMessage="{hours} h {minutes} min left" values={{ hours, minutes }} />
  );
}

/** Until when the task is the person's. */
export function YoursUntil({ expiresAt, phase }: { expiresAt: string; phase: LockPhase }) {
  const values = { time: <FormattedTime value={expiresAt} /> };
  return phase === 'over' ? (
    <FormattedMessage id="lockTimer.wasUntil" defaultMessage="Was yours until {time}" values={values} />
  ) : (
    <FormattedMessage id="lockTimer.until" defaultMessage="Yours until {time}" values={values} />
  );
}

/** The share of the time that is left, as a line. */
export function TimeLine({ left, phase, total }: { left: number; phase: LockPhase; total: number }) {
  const share = Math.max(0, Math.min(100, (100 * left) / total));
  return (
    <div className={classes.line} data-phase={phase} aria-hidden="true">
      <i style={{ width: `${share}%` }} />
    </div>
  );
}

/** Time left, until when, and the line under it. */
export function LockTimer({ left, phase, expiresAt, total }: TimerProps & { total: number }) {
  return (
    <div className={classes.timer} data-phase={phase}>
      <p className={classes.row}>
        <IconClock size={18} aria-hidden />
        <b role="timer">
          <TimeLeft left={left} phase={phase} />
        </b>
        <span className={classes.until}>
          <YoursUntil expiresAt={expiresAt} phase={phase} />
        </span>
      </p>
      <TimeLine left={left} phase={phase} total={total} />
    </div>
  );
}

type KeepProps = { left: number; phase: LockPhase; projectId: string; tasks: readonly number[]; lockSeconds: number };

/** While the time is short: how long there is, and one button to keep the tasks for longer. Nothing else extends. */
export function KeepLonger({ left, phase, projectId, tasks, lockSeconds }: KeepProps) {
  const [extend, { loading, error }] = useMutation(extendLocks);
  const [refused, setRefused] = useState<string | null>(null);
  if (phase === 'calm' || phase === 'over') return null;
  const run = async () => {
    setRefused(null);
    const { data } = await extend({ variables: { input: { projectId, taskNumbers: [...tasks] } } });
    if (data && data.extendLocks.__typename !== 'ExtendLocksPayload') setRefused(data.extendLocks.message);
  };
  const problem: ReactNode =
    refused ??
    (error && (
      <FormattedMessage
        id="keepLonger.failed"
        defaultMessage="That did not work. Check your connection, then try again."
      />
    ));
  return (
    <div className={classes.keep} data-phase={phase}>
      <p>
        {phase === 'urgent' ? (
          <FormattedMessage
            id="keepLonger.urgent"
            defaultMessage="{time} left. Save your edits, or keep the task."
            values={{ time: minutesAndSeconds(left) }}
          />
        ) : (
          <FormattedMessage
            id="keepLonger.soon"
            defaultMessage="{minutes, plural, one {# minute} other {# minutes}} left."
            values={{ minutes: hoursAndMinutes(left).minutes }}
          />
        )}
      </p>
      <Button size="xs" variant="default" loading={loading} onClick={() => void run().catch(() => undefined)}>
        {lockSeconds >= 3600 ? (
          <FormattedMessage
            id="keepLonger.button"
            defaultMessage="Keep it for {hours, plural, one {# more hour} other {# more hours}}"
            values={{ hours: Math.round(lockSeconds / 3600) }}
          />
        ) : (
          <FormattedMessage
            id="keepLonger.buttonMinutes"
            defaultMessage="Keep it for {minutes, plural, one {# more minute} other {# more minutes}}"
            values={{ minutes: Math.max(1, Math.round(lockSeconds / 60)) }}
          />
        )}
      </Button>
      {problem && <p role="alert">{problem}</p>}
    </div>
  );
}
