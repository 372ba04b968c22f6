import { useCallbackRef } from '@mantine/hooks';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { isToMap, isToValidate, STATES, type TaskState } from '../../map/states';

/** Which tasks the list shows: all, those to map, to validate, in an area to be mapped first, or in one state. */
export type Show = 'all' | 'to-map' | 'to-validate' | 'priority' | TaskState;
export type Order = 'LAST_CHANGE' | 'NUMBER';
export type Tab = 'tasks' | 'instructions' | 'activity' | 'people';
/** On a phone one of these fills the page. */
export type Segment = 'map' | Tab;

const SHOWS: readonly string[] = ['all', 'to-map', 'to-validate', 'priority', ...STATES];
const SEGMENTS: readonly string[] = ['map', 'tasks', 'instructions', 'activity', 'people'];

/** The states that a choice stands for; null: all of them. */
export function statesOf(show: Show): ReadonlySet<TaskState> | null {
  if (show === 'all' || show === 'priority') return null;
  if (show === 'to-map') return new Set(STATES.filter(isToMap));
  if (show === 'to-validate') return new Set(STATES.filter(isToValidate));
  return new Set([show]);
}

/** What the list shows and in which order, and the open tab; all of it in the address. The same object until it changes. */
export function useTaskFilter() {
  const [params, setParams] = useSearchParams();
  const set = useCallbackRef((key: string, value: string | null) =>
    setParams(
      (current) => {
        const next = new URLSearchParams(current);
        if (value) next.set(key, value);
        else next.delete(key);
        return next;
      },
      { replace: true, preventScrollReset: true },
    ),
  );
  const show = params.get('show') ?? 'all';
  const search = params.get('q') ?? '';
  const order = params.get('order');
  const view = params.get('view') ?? '';
  return useMemo(
    () => ({
      show: (SHOWS.includes(show) ? show : 'all') as Show,
      setShow: (next: Show) => set('show', next === 'all' ? null : next),
      search,
      setSearch: (next: string) => set('q', next || null),
      order: (order === 'number' ? 'NUMBER' : 'LAST_CHANGE') as Order,
      setOrder: (next: Order) => set('order', next === 'NUMBER' ? 'number' : null),
      segment: (SEGMENTS.includes(view) ? view : 'map') as Segment,
      setSegment: (next: Segment) => set('view', next === 'map' ? null : next),
    }),
    [show, search, order, view, set],
  );
}
