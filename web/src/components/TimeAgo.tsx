import { useSyncExternalStore } from 'react';
import { useIntl } from 'react-intl';

// One clock for all times on a page, ticking only while one is shown.
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let minute = Math.floor(Date.now() / 60_000);

function eachMinute(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    minute = Math.floor(Date.now() / 60_000);
    for (const each of listeners) each();
  }, 60_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

const steps = [
  { unit: 'second', seconds: 60 },
  { unit: 'minute', seconds: 3_600, per: 60 },
  { unit: 'hour', seconds: 86_400, per: 3_600 },
  { unit: 'day', seconds: 604_800, per: 86_400 },
] as const;

/** "2 h ago", "yesterday"; beyond a week the day itself. The full date is in the title. Follows the clock by the minute. */
export function TimeAgo({ at }: { at: string }) {
  const intl = useIntl();
  useSyncExternalStore(eachMinute, () => minute);
  const date = new Date(at);
  const passed = (Date.now() - date.getTime()) / 1000;
  const step = steps.find(({ seconds }) => Math.abs(passed) < seconds);
  const text = step
    ? intl.formatRelativeTime('per' in step ? -Math.round(passed / step.per) : 0, step.unit, {
        numeric: 'auto',
        style: 'narrow',
      })
    : intl.formatDate(date, {
        day: 'numeric',
        month: 'short',
        year: date.getFullYear() === new Date().getFullYear() ? undefined : 'numeric',
      });
  return (
    <time dateTime={at} title={intl.formatDate(date, { dateStyle: 'full', timeStyle: 'short' })}>
      {text}
    </time>
  );
}
