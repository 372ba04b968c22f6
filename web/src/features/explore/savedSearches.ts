import { useLocalStorage } from '@mantine/hooks';
import type { Outcome } from '../../components/useChange';

/** A search by its name; `query` is what stands behind the `?` of its address. */
export type SavedSearch = { id: string; name: string; query: string; opensExplore: boolean };

/** What can be done with searches, wherever they are kept. */
export type SavedSearches = {
  items: SavedSearch[];
  save: (name: string, query: string) => Promise<Outcome>;
  change: (search: SavedSearch, some: Partial<Omit<SavedSearch, 'id'>>) => Promise<Outcome>;
  remove: (search: SavedSearch) => Promise<Outcome>;
};

/** As a browser keeps them. */
type Kept = { items: { name: string; address: string }[]; opensWith: string | null };

const NONE: Kept = { items: [], opensWith: null };
const KEY = 'taskgrid-searches-visitor';
const MOST = 30;
const DONE = Promise.resolve({});

/** Whatever a browser kept, as far as it can be understood. */
export function readSearches(text: string | null | undefined): Kept {
  try {
    const kept = JSON.parse(text ?? '') as Partial<Kept> | null;
    const items = (Array.isArray(kept?.items) ? kept.items : []).filter(
      (each) => typeof each?.name === 'string' && typeof each.address === 'string',
    );
    const opensWith = items.some(({ name }) => name === kept?.opensWith) ? (kept?.opensWith ?? null) : null;
    return { items, opensWith };
  } catch {
    return NONE;
  }
}

const searchesOf = ({ items, opensWith }: Kept): SavedSearch[] =>
  items.map(({ name, address }) => ({ id: name, name, query: address, opensExplore: name === opensWith }));

const keptOf = (searches: SavedSearch[]): Kept => ({
  items: searches.map(({ name, query }) => ({ name, address: query })),
  opensWith: searches.find(({ opensExplore }) => opensExplore)?.name ?? null,
});

/** The searches that a visitor keeps in this browser, read once. */
export function searchesOfVisitor(): SavedSearch[] {
  try {
    return searchesOf(readSearches(localStorage.getItem(KEY)));
  } catch {
    return []; // a browser that keeps nothing for us
  }
}

/** Searches in this browser, for visitors. */
export function useBrowserSearches(): SavedSearches {
  const [kept, setKept] = useLocalStorage<Kept>({
    key: KEY,
    defaultValue: NONE,
    getInitialValueInEffect: false,
    deserialize: readSearches,
  });
  const set = (change: (searches: SavedSearch[]) => SavedSearch[]) => {
    setKept((before) => keptOf(change(searchesOf(before))));
    return DONE;
  };
  return {
    items: searchesOf(kept),
    save: (name, query) =>
      set((searches) => [{ id: name, name, query, opensExplore: false }, ...searches].slice(0, MOST)),
    // One of the same name gives way.
    change: ({ id }, some) =>
      set((searches) =>
        searches
          .filter((each) => each.id === id || each.name !== some.name)
          .map((each) => {
            if (each.id === id) return { ...each, ...some };
            return some.opensExplore ? { ...each, opensExplore: false } : each;
          }),
      ),
    remove: ({ id }) => set((searches) => searches.filter((each) => each.id !== id)),
  };
}
