/** An async generator that ends at once when its reader leaves, even while it waits for what comes next. */
export function closable<T>(start: (signal: AbortSignal) => AsyncGenerator<T, void>): AsyncIterableIterator<T> {
  const leaving = new AbortController();
  const generator = start(leaving.signal);
  return {
    next: () => generator.next(),
    return: async () => {
      leaving.abort();
      await generator.return();
      return { value: undefined, done: true };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
