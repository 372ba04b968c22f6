import { useLocalStorage } from '@mantine/hooks';

/** What a person answered and wrote about a task, kept in the browser until the server has accepted it. */
export interface Draft<Answer extends string> {
  answer: Answer | null;
  comment: string;
}

export type MappingAnswer = 'MAPPED' | 'READY' | 'BADIMAGERY';
export type ValidationAnswer = 'VALIDATED' | 'INVALIDATED';

const keyOf = (kind: 'map' | 'validate', project: number, task: number) => `taskgrid-draft:${kind}:${project}:${task}`;

/** The draft for mapping a task. */
export function useMappingDraft(project: number, task: number) {
  const [draft, setDraft, forget] = useLocalStorage<Draft<MappingAnswer>>({
    key: keyOf('map', project, task),
    defaultValue: { answer: null, comment: '' },
    getInitialValueInEffect: false,
  });
  return { draft, setDraft, forget };
}

/** The drafts for the tasks of a project that are validated together, by task number. */
export function useValidationDrafts(project: number) {
  const [drafts, setDrafts] = useLocalStorage<Readonly<Record<number, Draft<ValidationAnswer>>>>({
    key: keyOf('validate', project, 0),
    defaultValue: {},
    getInitialValueInEffect: false,
  });
  const of = (task: number): Draft<ValidationAnswer> => drafts[task] ?? { answer: null, comment: '' };
  return {
    of,
    set: (tasks: readonly number[], change: Partial<Draft<ValidationAnswer>>) =>
      setDrafts((before) => ({
        ...before,
        ...Object.fromEntries(tasks.map((task) => [task, { ...(before[task] ?? of(task)), ...change }])),
      })),
    forget: (tasks: readonly number[]) =>
      setDrafts((before) =>
        Object.fromEntries(Object.entries(before).filter(([task]) => !tasks.includes(Number(task)))),
      ),
  };
}
