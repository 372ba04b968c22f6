import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useTyped } from './useTyped';

/** The words that a list is searched for: in the address as `search`, a moment after they are typed. */
export function useSearchText() {
  const [params, setParams] = useSearchParams();
  const search = params.get('search')?.trim() ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const change = (changes: Record<string, string | null>) => {
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [key, value] of Object.entries(changes)) {
          if (value) after.set(key, value);
          else after.delete(key);
        }
        return after;
      },
      { replace: true },
    );
  };
  const settle = useTyped((text) => {
    change({ search: text.trim() || null });
    setTyped(null);
  }, 250);
  return {
    /** What stands in the field. */
    text: typed ?? params.get('search') ?? '',
    setText: (text: string) => {
      setTyped(text);
      settle(text);
    },
    /** What the list is asked for. */
    search,
    params,
    /** Other parts of the address; null takes one away. */
    change,
  };
}
