import type { Services } from '../../graphql/context.js';
import type { Viewer } from '../../viewer.js';
import { whyNotMap, whyNotValidate } from '../projects/policy.js';
import {
  act,
  freshTask,
  freshTasks,
  holdFor,
  readTaskNumbers,
  standingIn,
  taskNotFound,
  throwRefusedTasks,
} from './action.js';
import { AlreadyHoldsLock, NothingLeft, TaskAlreadyLocked, TaskNotInState, type TaskName } from './errors.js';
import { notAssigned } from './policy.js';
import { type LockAnswer, type ShownTask, type TaskRow } from './rows.js';

const CLAIM = { name: 'tasks/claim', text: 'select * from claim($1, $2, $3, $4)' };
const CLAIM_SHOWN = {
  name: 'tasks/claim_shown',
  text: 'select (c.answer).*, c.shown from claim_shown($1, $2, $3, $4, $5) c',
};
const CLAIM_MANY = { name: 'tasks/claim_many', text: 'select * from claim_many($1, $2::int[], $3, $4, $5)' };
const NEXT_TASK = { name: 'tasks/next_task', text: 'select * from next_task($1, $2, $3, $4)' };

/**
 * Locks a task for mapping, and gives its name. Asked again by its holder, it answers the same. `locales`: v2 shows the task
 * in them.
 */
export async function lockTaskForMapping(
  services: Services,
  viewer: Viewer,
  name: TaskName,
  locales?: string[],
): Promise<ShownTask> {
  const standing = await standingIn(services, viewer, name.projectId);
  const refusal = whyNotMap(standing);
  if (refusal) {
    // What is wrong with the task itself is told first.
    const task = await freshTask(services, name);
    if (task.lock_holder === viewer.id && task.lock_kind === 'MAPPING') return name;
    throwUnlessFreeToMap(task, await holderName(services, task));
    throw refusal;
  }
  const values = [name.projectId, name.number, viewer.id, holdFor(services)];
  const [answer] = await (locales
    ? act(services, name.projectId, CLAIM_SHOWN, [...values, locales])
    : act(services, name.projectId, CLAIM, values));
  throwRefusedClaim(answer!, name);
  return { ...name, shown: answer!.shown };
}

/** Picks a free task and locks it for mapping, and gives its name: in a priority area first, then the nearest to `near`, else a random one. */
export async function lockNextTask(
  services: Services,
  viewer: Viewer,
  { projectId, near, random }: { projectId: number; near?: number | null; random?: boolean | null },
): Promise<TaskName> {
  const refusal = whyNotMap(await standingIn(services, viewer, projectId));
  if (refusal) throw refusal;
  const [answer] = await act(services, projectId, NEXT_TASK, [
    projectId,
    viewer.id,
    holdFor(services),
    random ? null : (near ?? null),
  ]);
  if (answer!.outcome === 'NOTHING_LEFT') throw new NothingLeft();
  const name = { projectId, number: answer!.number };
  throwRefusedClaim(answer!, name);
  return name;
}

/** Locks tasks for validation, all or none. Throws TasksRefused, NotPermitted, NotFound, InvalidInput. */
export async function lockTasksForValidation(
  services: Services,
  viewer: Viewer,
  projectId: number,
  asked: number[],
): Promise<TaskRow[]> {
  const standing = await standingIn(services, viewer, projectId);
  const numbers = readTaskNumbers(asked);
  const refusal = whyNotValidate(standing);
  if (refusal) throw refusal;
  const answers = await act(services, projectId, CLAIM_MANY, [
    projectId,
    numbers,
    viewer.id,
    holdFor(services),
    standing.isAdmin,
  ]);
  throwRefusedTasks(answers);
  return freshTasks(services, projectId, numbers);
}

function throwRefusedClaim(answer: LockAnswer, name: TaskName): void {
  switch (answer.outcome) {
    case 'DONE':
      return;
    case 'LOCKED_BY_OTHER':
      throw new TaskAlreadyLocked(name, answer.holder!, answer.holder_name!, answer.lock_expires_at!);
    case 'HOLDS_OTHER_LOCK':
      throw new AlreadyHoldsLock(
        { projectId: answer.other_project_id!, number: answer.other_number! },
        answer.lock_expires_at!,
      );
    case 'WRONG_STATE':
      throw new TaskNotInState(name.number, answer.status!, 'mapped');
    case 'NOT_ASSIGNED':
      throw notAssigned();
    default:
      throw taskNotFound(name.number);
  }
}

async function holderName({ database }: Services, task: TaskRow): Promise<string> {
  if (task.lock_holder === null) return '';
  const person = await database.prisma.person.findUnique({
    where: { id: task.lock_holder },
    select: { username: true },
  });
  return person?.username ?? '';
}

function throwUnlessFreeToMap(task: TaskRow, holder: string): void {
  const name = { projectId: task.project_id, number: task.number };
  if (task.lock_holder !== null) throw new TaskAlreadyLocked(name, task.lock_holder, holder, task.lock_expires_at!);
  if (task.status !== 'READY' && task.status !== 'INVALIDATED')
    throw new TaskNotInState(task.number, task.status, 'mapped');
}
