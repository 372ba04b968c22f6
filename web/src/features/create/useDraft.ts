import { useCallback, useState } from 'react';
import { EMPTY_DRAFT, forgetDraft, loadDraft, saveDraft, type Draft } from './draft';

export type ChangeDraft = (some: Partial<Draft>) => void;

/** The draft, kept for a reload with each change; `kept` is false while its area is too large for that. */
export function useDraft() {
  const [{ draft, kept }, set] = useState(() => ({ draft: loadDraft(), kept: true }));
  const change: ChangeDraft = useCallback((some) => {
    set((now) => {
      const next = { ...now.draft, ...some };
      return { draft: next, kept: saveDraft(next) };
    });
  }, []);
  const forget = useCallback(() => {
    forgetDraft();
    set({ draft: EMPTY_DRAFT, kept: true });
  }, []);
  return { draft, kept, change, forget };
}
