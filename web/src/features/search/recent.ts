import { useLocalStorage } from '@mantine/hooks';

/** A place somebody went to by the command search. */
export type Recent = { kind: 'project' | 'task' | 'person' | 'page'; label: string; sub?: string; to: string };

const MOST = 6;

function read(text: string | undefined): Recent[] {
  try {
    const kept: unknown = JSON.parse(text ?? '');
    return Array.isArray(kept)
      ? kept.filter((each) => typeof each?.to === 'string' && typeof each.label === 'string')
      : [];
  } catch {
    return [];
  }
}

/** The last places of one person in this browser, the newest first. */
export function useRecent(osmId: number | null) {
  const [recent, setRecent] = useLocalStorage<Recent[]>({
    key: `taskgrid-recent-${osmId ?? 'visitor'}`,
    defaultValue: [],
    getInitialValueInEffect: false,
    deserialize: read,
  });
  // No function of what was before: React may not call it any more, as the search closes in the same breath.
  const remember = (place: Recent) => setRecent([place, ...recent.filter(({ to }) => to !== place.to)].slice(0, MOST));
  return { recent, remember };
}
