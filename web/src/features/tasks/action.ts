import { isToMap, isToValidate, type TaskState } from '../../map/states';

export interface Permission {
  allowed: boolean;
  message?: string | null;
}

export interface HeldTask {
  number: number;
  projectNumber: number;
  kind: 'MAPPING' | 'VALIDATION';
}

export interface Situation {
  signedIn: boolean;
  projectNumber: number;
  /** The selected task; null: none is. */
  task: {
    number: number;
    state: TaskState;
    canMap: Permission;
    canValidate: Permission;
  } | null;
  /** May the person map, or validate, in this project at all? */
  project: { canMap: Permission; canValidate: Permission; taskLeftToMap: boolean; randomOnly: boolean };
  /** The tasks the person holds, in any project. */
  held: readonly HeldTask[];
}

/** The one thing to do next, and why it is not another. */
export type Action =
  | { kind: 'sign-in' }
  | { kind: 'go-on'; held: HeldTask; first: 'this' | 'other' | 'none' }
  | { kind: 'map' | 'validate'; number: number }
  | { kind: 'any' }
  | {
      kind: 'none';
      reason: 'held-by-another' | 'finished' | 'random-only' | 'not-permitted' | 'all-mapped';
      message?: string;
    };

function refusal(message: string | null | undefined): Action {
  return { kind: 'none', reason: 'not-permitted', ...(message ? { message } : {}) };
}

/** What the person may do with the selected task, or without one. Rights come from the server; this only chooses. */
export function chooseAction({ signedIn, projectNumber, task, project, held }: Situation): Action {
  if (!signedIn) return { kind: 'sign-in' };
  const holdsThis = task && held.find((each) => each.projectNumber === projectNumber && each.number === task.number);
  if (holdsThis) return { kind: 'go-on', held: holdsThis, first: 'this' };
  const other = held.find((each) => each.projectNumber === projectNumber) ?? held[0];
  // Several tasks of one project may be validated together; mapping is one task at a time.
  const mayAdd =
    other?.kind === 'VALIDATION' && other.projectNumber === projectNumber && task !== null && isToValidate(task.state);
  if (other && !(mayAdd && task.canValidate.allowed)) {
    return { kind: 'go-on', held: other, first: task ? 'other' : 'none' };
  }
  if (!task) {
    if (!project.canMap.allowed) return refusal(project.canMap.message);
    return project.taskLeftToMap ? { kind: 'any' } : { kind: 'none', reason: 'all-mapped' };
  }
  if (task.state === 'LOCKED_FOR_MAPPING' || task.state === 'LOCKED_FOR_VALIDATION') {
    return { kind: 'none', reason: 'held-by-another' };
  }
  if (isToMap(task.state)) {
    if (task.canMap.allowed) return { kind: 'map', number: task.number };
    if (project.canMap.allowed && project.randomOnly) return { kind: 'none', reason: 'random-only' };
    return refusal(task.canMap.message ?? project.canMap.message);
  }
  if (task.canValidate.allowed) return { kind: 'validate', number: task.number };
  if (task.state === 'VALIDATED') return { kind: 'none', reason: 'finished' };
  return refusal(task.canValidate.message ?? project.canValidate.message);
}
