import { NotPermitted } from '../../errors.js';
import type { Viewer } from '../../viewer.js';
import { blocked, whyNotValidate } from '../projects/policy.js';
import type { Standing } from '../projects/standing.js';
import { STATUS_WORDS, TaskTooSmall } from './errors.js';
import type { GeometryRow, SplitStanding, TaskRow } from './rows.js';

// What a task itself says to a wish; the project's say comes before it (projects/policy.ts). The claiming statements
// hold the same rules against everything that happens meanwhile.

const MAX_SPLIT_ZOOM = 17;

/** `isOpen`: the project leaves it to everybody, or the task is meant for this person. */
export function whyNotMapTask(task: TaskRow, standing: Standing, isOpen: boolean): NotPermitted | undefined {
  if (task.lock_holder !== null) return held(task, standing);
  if (task.status !== 'READY' && task.status !== 'INVALIDATED')
    return wrongState(task, 'Choose one that is ready or needs more mapping.');
  return isOpen ? undefined : notAssigned();
}

export const notAssigned = () =>
  new NotPermitted('NOT_ASSIGNED', 'This task is meant for somebody else, and the project leaves it to them alone.');

export function whyNotValidateTask(task: TaskRow, standing: Standing): NotPermitted | undefined {
  if (task.lock_holder !== null) return held(task, standing);
  if (!['MAPPED', 'INVALIDATED', 'BADIMAGERY'].includes(task.status))
    return wrongState(task, 'Choose one that is mapped.');
  if (task.mapped_by === standing.personId && !standing.isAdmin) {
    return new NotPermitted('OWN_WORK', 'You mapped this task yourself: somebody else validates it.');
  }
  return undefined;
}

/** Anybody who may see the project and is not blocked. */
export function whyNotComment(standing: Standing): NotPermitted | undefined {
  if (standing.personId === null)
    return new NotPermitted('NOT_SIGNED_IN', 'Sign in with your OpenStreetMap account to write a comment.');
  return standing.isBlocked ? blocked() : undefined;
}

export const whyNotRemoveTasks = ({ role }: Pick<Viewer, 'role'>): NotPermitted | undefined =>
  role === 'ADMIN'
    ? undefined
    : new NotPermitted('NOT_ADMIN', 'Only an administrator can take tasks out of a project.');

/** `author`: who made the newest change of state. */
export function whyNotUndoTask(task: TaskRow, standing: Standing, author: number | null): NotPermitted | undefined {
  const refusal = whyNotValidate(standing);
  if (standing.personId === null || standing.isBlocked) return refusal;
  if (task.lock_holder !== null) return held(task, standing);
  if (task.status === 'READY') return wrongState(task, 'There is nothing to undo.');
  if (refusal && author !== standing.personId) {
    return undoNotPermitted();
  }
  return undefined;
}

export function whyNotSplitTask(
  task: TaskRow,
  viewerId: number | null,
  { zoom, area_m2 }: GeometryRow,
): NotPermitted | undefined {
  if (viewerId === null || task.lock_holder !== viewerId) {
    return new NotPermitted('LOCK_NOT_HELD', 'Start mapping or validating the task first; then it can be split.');
  }
  if (area_m2 < TaskTooSmall.LIMIT_M2 || (zoom ?? 0) > MAX_SPLIT_ZOOM)
    return new NotPermitted('TASK_TOO_SMALL', 'This task is too small to be split.');
  return undefined;
}

/** `split`: the split that the task came from, undefined where there was none. */
export function whyNotUndoSplit(split: SplitStanding | undefined, standing: Standing): NotPermitted | undefined {
  const refusal = whyNotValidate(standing);
  if (standing.personId === null || standing.isBlocked) return refusal;
  if (!split) return new NotPermitted('NOT_FROM_SPLIT', 'This task did not come from a split.');
  if (refusal && split.split_by !== standing.personId) return undoSplitNotPermitted();
  if (split.held !== null)
    return new NotPermitted(
      'LOCKED_BY_OTHER',
      `Somebody is working on its part ${split.held}. Wait until they are done.`,
    );
  if (split.changed !== null)
    return new NotPermitted(
      'PART_CHANGED',
      `Its part ${split.changed} has been worked on since: only a manager can give that up.`,
    );
  return undefined;
}

const held = (task: TaskRow, { personId }: Standing) =>
  task.lock_holder === personId
    ? new NotPermitted('HELD_BY_VIEWER', 'You are working on this task already.')
    : new NotPermitted('LOCKED_BY_OTHER', 'Somebody else is working on this task.');

const wrongState = (task: TaskRow, advice: string) =>
  new NotPermitted('TASK_NOT_IN_STATE', `This task is ${STATUS_WORDS[task.status]}. ${advice}`);

export const undoNotPermitted = () =>
  new NotPermitted('NOT_AUTHOR', 'Only who made the last change, or a validator of this project, can undo it.');

export const undoSplitNotPermitted = () =>
  new NotPermitted('NOT_AUTHOR', 'Only who split the task, or a validator of this project, can undo it.');
