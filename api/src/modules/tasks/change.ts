import type { Services } from '../../graphql/context.js';
import type { Viewer } from '../../viewer.js';
import { whyNotValidate } from '../projects/policy.js';
import {
  LockNotHeld,
  NotFromSplit,
  PartChanged,
  TaskAlreadyLocked,
  TaskNotInState,
  TaskTooSmall,
  type TaskName,
} from './errors.js';
import { geometriesOf, type TaskRow } from './rows.js';
import { undoNotPermitted, undoSplitNotPermitted } from './policy.js';
import { act, freshTask, freshTasks, managed, standingIn, taskNotFound } from './action.js';

const UNDO = { name: 'tasks/undo', text: 'select * from undo($1, $2, $3, $4)' };
const UNDO_SPLIT = { name: 'tasks/undo_split', text: 'select * from undo_split($1, $2, $3, $4, $5)' };
const SPLIT = { name: 'tasks/split', text: 'select * from split($1, $2, $3)' };

/** Takes the newest change of a task's state back: for who made it, and for validators of the project. */
export async function undoTask(services: Services, viewer: Viewer, name: TaskName): Promise<TaskRow> {
  const standing = await standingIn(services, viewer, name.projectId);
  if (standing.isBlocked) throw whyNotValidate(standing);
  const [answer] = await act(services, name.projectId, UNDO, [
    name.projectId,
    name.number,
    viewer.id,
    !whyNotValidate(standing),
  ]);
  switch (answer!.outcome) {
    case 'DONE':
      return freshTask(services, name);
    case 'LOCKED_BY_OTHER':
      throw new TaskAlreadyLocked(name, answer!.holder!, answer!.holder_name!, answer!.lock_expires_at!);
    case 'WRONG_STATE':
      throw new TaskNotInState(name.number, answer!.status!, 'undone');
    case 'NOT_PERMITTED':
      throw undoNotPermitted();
    default:
      throw taskNotFound(name.number);
  }
}

/**
 * Takes a split back; `name` is one of its parts. For who made it, and for validators; with `discardWork`, which gives up
 * what was done on the parts, for managers. Returns the task that was split.
 */
export async function undoSplit(
  services: Services,
  viewer: Viewer,
  name: TaskName,
  { discardWork }: { discardWork: boolean },
): Promise<TaskRow> {
  const standing = discardWork
    ? await managed(services, viewer, name.projectId)
    : await standingIn(services, viewer, name.projectId);
  if (standing.isBlocked) throw whyNotValidate(standing);
  const [answer] = await act(services, name.projectId, UNDO_SPLIT, [
    name.projectId,
    name.number,
    viewer.id,
    discardWork || !whyNotValidate(standing),
    discardWork,
  ]);
  const { outcome, number, status } = answer!;
  switch (outcome) {
    case 'DONE':
      return freshTask(services, { projectId: name.projectId, number });
    case 'LOCKED_BY_OTHER':
      throw new TaskAlreadyLocked(
        { projectId: name.projectId, number },
        answer!.holder!,
        answer!.holder_name!,
        answer!.lock_expires_at!,
      );
    case 'WRONG_STATE':
      throw new PartChanged(number, (status as string) === 'SPLIT');
    case 'NOT_DONE':
      throw new NotFromSplit(name.number);
    case 'NOT_PERMITTED':
      throw undoSplitNotPermitted();
    default:
      throw taskNotFound(name.number);
  }
}

/** Replaces a task, which the viewer must be mapping or validating, by its quarters. Returns the new tasks. */
export async function splitTask(services: Services, viewer: Viewer, name: TaskName): Promise<TaskRow[]> {
  await standingIn(services, viewer, name.projectId);
  const answers = await act(services, name.projectId, SPLIT, [name.projectId, name.number, viewer.id]);
  const [first] = answers;
  switch (first!.outcome) {
    case 'DONE':
      return freshTasks(
        services,
        name.projectId,
        answers.map(({ number }) => number),
      );
    case 'TOO_SMALL': {
      const [geometry] = await geometriesOf(services.database, [first!.task_id!]);
      throw new TaskTooSmall(name.number, geometry?.area_m2 ?? 0, geometry?.zoom ?? null);
    }
    case 'NOT_LOCKED':
    case 'LOCKED_BY_OTHER':
      throw new LockNotHeld(
        name.number,
        first!.holder,
        first!.lock_expires_at,
        null,
        first!.outcome === 'LOCKED_BY_OTHER',
      );
    default:
      throw taskNotFound(name.number);
  }
}
