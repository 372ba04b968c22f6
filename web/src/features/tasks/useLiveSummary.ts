import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import { announce } from '../../app/announce';
import { useLiveSummaryEnabled } from '../../app/liveSummary';
import { STATES } from '../../map/states';
import type { TaskStateStore } from '../../map/taskStateStore';

const EVERY_MS = 30_000;
const VALIDATED = STATES.indexOf('VALIDATED');

/** Tells screen readers what changed on the map, summed up, at most every half minute; unless it is turned off. */
export function useLiveSummary(store: TaskStateStore): void {
  const intl = useIntl();
  const [enabled] = useLiveSummaryEnabled();
  useEffect(() => {
    if (!enabled) return;
    const changed = new Set<number>();
    const stop = store.onChange(({ mapIds }) => {
      // Loading everything anew is no news.
      if (mapIds.length < store.counts().total) for (const id of mapIds) changed.add(id);
    });
    const timer = setInterval(() => {
      if (changed.size === 0) return;
      const validated = [...changed].filter((id) => store.stateIndexOf(id) === VALIDATED).length;
      announce(
        intl.formatMessage(
          {
            id: 'live.summary',
            defaultMessage:
              '{count, plural, one {# task changed} other {# tasks changed}}{validated, plural, =0 {} other {, # validated}}',
          },
          { count: changed.size, validated },
        ),
      );
      changed.clear();
    }, EVERY_MS);
    return () => {
      stop();
      clearInterval(timer);
    };
  }, [store, intl, enabled]);
}
