import { useLocalStorage } from '@mantine/hooks';

/** What a person answered and wrote about a task, kept in the browser until the server has accepted it. */
export interface Draft<Answer extends string> {
  answer: Answer | null;
  comment: string;
}

/** With the points of the checklist that are marked. */
export interface MappingDraft extends Draft<MappingAnswer> {
  checked?: readonly number[];
}

export type MappingAnswer = 'MAPPED' | 'READY' | 'BADIMAGERY';
export type ValidationAnswer = 'VALIDATED' | 'INVALIDATED';

/** With how many faults of each kind were found, by the kind's number. */
export interface ValidationDraft extends Draft<ValidationAnswer> {
  issues?: Readonly<Record<number, number>>;
}

const keyOf = (kind: 'map' | 'validate', project: number, task: number) => `taskgrid-draft:${kind}:${project}:${task}`;

/** The draft for mapping a task. */
export function useMappingDraft(project: number, task: number) {
  const [draft, setDraft, forget] = useLocalStorage<MappingDraft>({
    key: keyOf('map', project, task),
    defaultValue: { answer: null, comment: '' },
    getInitialValueInEffect: false,
  });
  return { draft, setDraft, forget };
}

/** The drafts for the tasks of a project that are validated together, by task number. */
export function useValidationDrafts(project: number) {
  const [drafts, setDrafts] = useLocalStorage<Readonly<Record<number, ValidationDraft>>>({
    key: keyOf('validate', project, 0),
    defaultValue: {},
    getInitialValueInEffect: false,
  });
  const of = (task: number): ValidationDraft => drafts[task] ?? { answer: null, comment: '' };
  return {
    of,
    set: (tasks: readonly number[], change: Partial<ValidationDraft>) =>
      setDrafts((before) => ({
        ...before,
        ...Object.fromEntries(tasks.map((task) => [task, { ...(before[task] ?? of(task)), ...change }])),
      })),
    // No function of what was before: React may not call it any more, as the page is left in the same breath.
    forget: (tasks: readonly number[]) =>
      setDrafts(Object.fromEntries(Object.entries(drafts).filter(([task]) => !tasks.includes(Number(task))))),
  };
}

/** Forgets the drafts of tasks that were handed in without their page: see app/UnsentLine. */
export function forgetDrafts(kind: 'map' | 'validate', project: number, tasks: readonly number[]): void {
  try {
    if (kind === 'map') for (const task of tasks) localStorage.removeItem(keyOf('map', project, task));
    else {
      const all = JSON.parse(localStorage.getItem(keyOf('validate', project, 0)) ?? '{}') as Record<number, unknown>;
      const left = Object.entries(all).filter(([task]) => !tasks.includes(Number(task)));
      localStorage.setItem(keyOf('validate', project, 0), JSON.stringify(Object.fromEntries(left)));
    }
  } catch {
    // nothing is kept here, so nothing is left
  }
}
