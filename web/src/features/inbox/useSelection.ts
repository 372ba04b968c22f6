import { useState } from 'react';

export type Selection = ReturnType<typeof useSelection>;

/**
 * Which of the rows shown (`shown`, in their order) are selected, or all that fit the filter (`all`). Another filter
 * (`of`) begins with none.
 */
export function useSelection(shown: readonly number[], of: string) {
  const [state, setState] = useState({ of, chosen: new Set<number>(), last: 0, all: false });
  const now = state.of === of ? state : { of, chosen: new Set<number>(), last: 0, all: false };
  // What is not in the list any more (deleted in another window) is not meant either.
  const numbers = shown.filter((number) => now.chosen.has(number));
  return {
    numbers,
    count: numbers.length,
    all: now.all && numbers.length > 0,
    has: (number: number) => now.chosen.has(number),
    /** Adds or removes one; with `range` all from the one before to it. */
    toggle(number: number, range: boolean) {
      const chosen = new Set(now.chosen);
      const adds = !chosen.has(number);
      const [from, to] = [shown.indexOf(now.last), shown.indexOf(number)].sort((a, b) => a - b) as [number, number];
      for (const each of range && from >= 0 ? shown.slice(from, to + 1) : [number]) {
        if (adds) chosen.add(each);
        else chosen.delete(each);
      }
      setState({ of, chosen, last: number, all: false });
    },
    selectShown: () => setState({ of, chosen: new Set(shown), last: 0, all: false }),
    selectAll: () => setState({ of, chosen: new Set(shown), last: 0, all: true }),
    clear: () => setState({ of, chosen: new Set(), last: 0, all: false }),
  };
}
