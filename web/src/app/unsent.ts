import type { SubmitMappingInput, SubmitValidationInput } from '../gql/graphql';

type Work = { kind: 'map'; input: SubmitMappingInput } | { kind: 'validate'; input: SubmitValidationInput };

/** Something handed in while the server could not be reached. It waits in the open: nothing is shown as done. */
export type Unsent = Work & {
  /** OSM id of who handed it in: nobody else sends it. */
  person: number;
  project: number;
  /** What became of it when it was tried again; the person decides then. */
  refused?: { message: string | null };
};

const KEY = 'taskgrid-unsent';

function read(): readonly Unsent[] {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]') as Unsent[];
  } catch {
    return [];
  }
}

let waiting = read();
const listeners = new Set<() => void>();

function set(next: readonly Unsent[], write = true): void {
  waiting = next;
  try {
    if (write) localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // it waits until the tab is closed
  }
  for (const listener of [...listeners]) listener();
}
const another = (event: StorageEvent) => event.key === KEY && set(read(), false);

export const tasksOf = (work: Work): number[] =>
  work.kind === 'map' ? [work.input.taskNumber] : work.input.results.map(({ taskNumber }) => taskNumber);

const sameTasks = (one: Work, other: Work) =>
  one.kind === other.kind &&
  String(one.input.projectId) === String(other.input.projectId) &&
  tasksOf(one).some((task) => tasksOf(other).includes(task));

/** Kept in this browser, through reloads, until it is sent or given up. */
export const unsent = {
  get: () => waiting,
  subscribe(listener: () => void): () => void {
    if (listeners.size === 0) window.addEventListener('storage', another);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) window.removeEventListener('storage', another);
    };
  },
  /** Keeps it; what was handed in for the same tasks before gives way. */
  keep: (entry: Unsent) => set([...waiting.filter((each) => !sameTasks(each, entry)), entry]),
  drop: (entry: Work) => {
    if (waiting.some((each) => sameTasks(each, entry))) set(waiting.filter((each) => !sameTasks(each, entry)));
  },
};
