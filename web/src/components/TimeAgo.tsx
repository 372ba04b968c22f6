import { useIntl } from 'react-intl';
import { useNow } from './useNow';

const steps = [
  { unit: 'second', seconds: 60 },
  { unit: 'minute', seconds: 3_600, per: 60 },
  { unit: 'hour', seconds: 86_400, per: 3_600 },
  { unit: 'day', seconds: 604_800, per: 86_400 },
] as const;

/** "2 h ago", "yesterday"; beyond a week the day itself. The full date is in the title. Follows the clock by the minute. */
export function TimeAgo({ at }: { at: string }) {
  const intl = useIntl();
  const now = useNow();
  const date = new Date(at);
  // The clock counts minutes: what happened in the last one is now, not in the future.
  const passed = Math.max(0, now - date.getTime()) / 1000;
  const step = steps.find(({ seconds }) => passed < seconds);
  const text = step
    ? intl.formatRelativeTime('per' in step ? -Math.floor(passed / step.per) : 0, step.unit, {
        numeric: 'auto',
        style: 'short',
      })
    : intl.formatDate(date, {
        day: 'numeric',
        month: 'short',
        year: date.getFullYear() === new Date(now).getFullYear() ? undefined : 'numeric',
      });
  return (
    <time dateTime={at} title={intl.formatDate(date, { dateStyle: 'full', timeStyle: 'short' })}>
      {text}
    </time>
  );
}
