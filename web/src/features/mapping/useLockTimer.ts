import { useEffect, useReducer, useRef } from 'react';
import { useIntl } from 'react-intl';
import { announce } from '../../app/announce';
import { serverClock } from '../../app/serverClock';
import { hoursAndMinutes, phaseOf, untilNextChange, type LockPhase } from './lockTime';

/**
 * Counts down to a moment of the server's clock: renders again once a minute, every second in the last two. Says once
 * politely that it will end soon, once urgently that it is about to, and puts the time into the tab's title at the end.
 */
export function useLockTimer(expiresAt: string, task: number): { left: number; phase: LockPhase } {
  const intl = useIntl();
  const [, again] = useReducer((count: number) => count + 1, 0);
  const left = Date.parse(expiresAt) - serverClock.now();
  const phase = phaseOf(left);

  const wait = untilNextChange(left);
  useEffect(() => {
    if (wait === Number.POSITIVE_INFINITY) return;
    // A moment more than needed: a timer that comes early would show the old minute once more.
    const timer = setTimeout(again, wait + 20);
    return () => clearTimeout(timer);
  });

  // A tab that slept shows an old time until it is looked at again.
  useEffect(() => {
    document.addEventListener('visibilitychange', again);
    return () => document.removeEventListener('visibilitychange', again);
  }, []);

  const said = useRef('');
  const { minutes } = hoursAndMinutes(left);
  useEffect(() => {
    const occasion = `${expiresAt} ${phase}`;
    if (phase === 'calm' || said.current === occasion) return;
    said.current = occasion;
    if (phase === 'soon') {
      announce(
        intl.formatMessage(
          {
            id: 'lockTimer.saySoon',
            defaultMessage:
              '{minutes, plural, one {# minute} other {# minutes}} left for task {task, number}. You can keep it for longer.',
          },
          { minutes, task },
        ),
      );
    } else {
      const message =
        phase === 'urgent'
          ? intl.formatMessage(
              {
                id: 'lockTimer.sayUrgent',
                defaultMessage: 'Less than 2 minutes left for task {task, number}. Save your edits, or keep the task.',
              },
              { task },
            )
          : intl.formatMessage(
              {
                id: 'lockTimer.sayOver',
                defaultMessage: 'Your time for task {task, number} has ended. Your edits are still in the editor.',
              },
              { task },
            );
      announce(message, 'assertive');
      // A hidden page may call, if the person has allowed it before; asking for that now would only disturb.
      if (document.hidden && 'Notification' in window && Notification.permission === 'granted') {
        new Notification(message);
      }
    }
  }, [expiresAt, phase, minutes, task, intl]);

  useEffect(() => {
    if (phase !== 'urgent') return;
    const before = document.title;
    document.title = intl.formatMessage({ id: 'lockTimer.title', defaultMessage: '2 min left' });
    return () => {
      document.title = before;
    };
  }, [phase, intl]);

  return { left, phase };
}
