import DataLoader from 'dataloader';
import type { Context } from './context.js';

/**
 * A loader for each context: what is asked in one tick is fetched in one statement. It does not keep answers, because
 * the context of a subscription lives for hours.
 */
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
        { cache: false },
      );
      loaders.set(context, loader);
    }
    return loader.load(key);
  };
}
