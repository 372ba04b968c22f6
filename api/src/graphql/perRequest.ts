import DataLoader from 'dataloader';
import { grouped } from '../grouped.js';
import type { Context } from './context.js';

/** Contexts of operations that change nothing and are answered once: of queries. */
const reading = new WeakSet<object>();

/** What is fetched for a query stays as it was read until the query is answered. */
export const keepWhatIsRead = (context: object) => void reading.add(context);

/** Whether what is fetched for a context may be kept: not during a mutation, nor with a subscription, which lives for hours. */
export const isKept = (context: object) => reading.has(context);

/** A loader for each context: what is asked in one tick is fetched in one statement, for a query only once. */
export function batched<Key, Value>(fetch: (keys: Key[], context: Context) => Promise<(key: Key) => Value>) {
  const loaders = new WeakMap<Context, DataLoader<Key, Value>>();
  return (context: Context, key: Key): Promise<Value> => {
    let loader = loaders.get(context);
    if (!loader) {
      loader = new DataLoader<Key, Value>(
        async (keys) => {
          const unique = [...new Set(keys)];
          return keys.map(await fetch(unique, context));
        },
        { cache: isKept(context) },
      );
      loaders.set(context, loader);
    }
    return loader.load(key);
  };
}

/**
 * The same for what is asked of an owner with arguments (a page of their list): owners asked about in one tick with equal
 * arguments are fetched together. Arguments are compared, and handed to `fetch`, as JSON has them.
 */
export function batchedPages<Page extends object, Value>(
  fetch: (owners: number[], page: Page, context: Context) => Promise<(owner: number) => Value>,
) {
  const ownerOf = (key: string) => Number(key.slice(0, key.indexOf(' ')));
  const load = batched(async (keys: string[], context) => {
    const answers = new Map<string, Value>();
    for (const [page, of] of grouped(keys, (key) => key.slice(key.indexOf(' ') + 1))) {
      const answer = await fetch(of.map(ownerOf), JSON.parse(page) as Page, context);
      for (const key of of) answers.set(key, answer(ownerOf(key)));
    }
    return (key: string) => answers.get(key)!;
  });
  return (context: Context, owner: number, page: Page) => load(context, `${owner} ${JSON.stringify(page)}`);
}
