import { useCallbackRef } from '@mantine/hooks';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** Numbers of the selected tasks in an address: `?task=340` or `?task=340,341`. */
export function parseSelection(value: string | null): number[] {
  const numbers = (value ?? '').split(',').map(Number);
  return [...new Set(numbers.filter((number) => Number.isInteger(number) && number > 0))];
}

/**
 * The selected tasks. They live in the address, so a link shows the same, and Back undoes. Nothing is locked by
 * selecting. Both functions stay the same ones.
 */
export function useSelection() {
  const [params, setParams] = useSearchParams();
  const value = params.get('task');
  const selected = useMemo(() => parseSelection(value), [value]);

  /** `more`: what else changes in the address with it (two changes one after the other would lose the first). */
  const select = useCallbackRef((numbers: readonly number[], more: Readonly<Record<string, string | null>> = {}) => {
    setParams(
      (current) => {
        const next = new URLSearchParams(current);
        if (numbers.length === 0) next.delete('task');
        else next.set('task', numbers.join(','));
        for (const [key, value] of Object.entries(more)) {
          if (value === null) next.delete(key);
          else next.set(key, value);
        }
        return next;
      },
      // What a person did before must be there to go back to, the place in the list included. At once: the router would let
      // the frames of a map that is being drawn come first.
      { preventScrollReset: true, flushSync: true },
    );
  });

  /** A click on a task: alone it selects, on the selected one it leaves; with `add` it joins or leaves the others. */
  const toggle = useCallbackRef((number: number, add: boolean) => {
    if (add) select(selected.includes(number) ? selected.filter((other) => other !== number) : [...selected, number]);
    else select(selected.length === 1 && selected[0] === number ? [] : [number]);
  });

  return { selected, select, toggle };
}
