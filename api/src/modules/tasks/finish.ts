import { z } from 'zod';
import { InvalidInput } from '../../errors.js';
import type { Services } from '../../graphql/context.js';
import { parseInput } from '../../input.js';
import type { Viewer } from '../../viewer.js';
import { notifyOfTaskComments, notifyOfVerdicts } from '../notifications/service.js';
import { LockEnded, LockNotHeld, type TaskName } from './errors.js';
import { type LockAnswer, type LockKind, type ShownTask, type TaskRow } from './rows.js';
import {
  act,
  comment,
  freshTasks,
  holdFor,
  MANY,
  readComment,
  readTaskNumbers,
  standingIn,
  taskNotFound,
  throwRefusedTasks,
} from './action.js';

// Permission was decided when the task was taken: who holds it may finish it, because work that is done must be saved.

const eachOnce = <Item extends z.ZodObject<{ taskNumber: z.ZodInt }>>(item: Item) =>
  z
    .array(item)
    .min(1, 'Name at least one task.')
    .max(MANY, `At most ${MANY} tasks at once.`)
    .refine(
      (tasks) => new Set(tasks.map((task) => (task as { taskNumber: number }).taskNumber)).size === tasks.length,
      'Name each task once.',
    );

const stopped = z.object({ tasks: eachOnce(z.object({ taskNumber: z.int(), comment })) });

const STOP = { name: 'tasks/stop', text: 'select * from stop($1, $2::int[], $3, $4, $5::text[])' };
const SUBMIT = { name: 'tasks/submit', text: 'select * from submit($1, $2, $3, $4, $5, $6)' };
const SUBMIT_SHOWN = {
  name: 'tasks/submit_shown',
  text: 'select (s.answer).*, s.shown from submit_shown($1, $2, $3, $4, $5, $6, $7) s',
};
const SUBMIT_MANY = {
  name: 'tasks/submit_many',
  text: 'select * from submit_many($1, $2, $3::int[], $4::task_status[], $5::text[], $6::int[], $7::jsonb)',
};
const EXTEND = { name: 'tasks/extend', text: 'select * from extend($1, $2::int[], $3, $4)' };

/** Gives a task back that the viewer was mapping. */
export async function stopMapping(
  services: Services,
  viewer: Viewer,
  name: TaskName,
  input: { comment?: string | null },
): Promise<TaskName> {
  const said = readComment(input.comment);
  const [answer] = await act(services, name.projectId, STOP, [
    name.projectId,
    [name.number],
    viewer.id,
    'MAPPING' satisfies LockKind,
    [said],
  ]);
  await throwUnfinished(services, viewer, answer!, name, input.comment ?? null);
  await tellOfComments(services, viewer, name.projectId, [answer!], [said]);
  return name;
}

/**
 * Ends the viewer's mapping of a task with its result. `lockVersion`: of the lock that the work was done under; null where
 * a client of v2 knows of none. `locales`: v2 shows the task in them.
 */
export async function submitMapping(
  services: Services,
  viewer: Viewer,
  name: TaskName,
  input: { lockVersion: number | null; status: 'MAPPED' | 'BADIMAGERY' | 'READY'; comment?: string | null },
  locales?: string[],
): Promise<ShownTask> {
  const said = readComment(input.comment);
  const values = [name.projectId, name.number, viewer.id, input.status, said, input.lockVersion];
  const [answer] = await (locales
    ? act(services, name.projectId, SUBMIT_SHOWN, [...values, locales])
    : act(services, name.projectId, SUBMIT, values));
  await throwUnfinished(services, viewer, answer!, name, input.comment ?? null);
  await tellOfComments(services, viewer, name.projectId, [answer!], [said]);
  return { ...name, shown: answer!.shown };
}

/** Gives tasks back that the viewer was validating, all or none. */
export async function stopValidation(
  services: Services,
  viewer: Viewer,
  projectId: number,
  tasks: { taskNumber: number; comment?: string | null }[],
): Promise<TaskRow[]> {
  await standingIn(services, viewer, projectId);
  const parsed = parseInput(stopped, { tasks }).tasks;
  const numbers = parsed.map((task) => task.taskNumber);
  const comments = parsed.map((task) => task.comment);
  const answers = await act(services, projectId, STOP, [
    projectId,
    numbers,
    viewer.id,
    'VALIDATION' satisfies LockKind,
    comments,
  ]);
  throwRefusedTasks(answers, comments);
  await tellOfComments(services, viewer, projectId, answers, comments);
  return freshTasks(services, projectId, numbers);
}

export interface Verdict {
  taskNumber: number;
  /** Of the lock that the work was done under; null where a client of v2 knows of none. */
  lockVersion: number | null;
  status: 'VALIDATED' | 'INVALIDATED' | 'MAPPED';
  comment?: string | null;
  issues?: { categoryNumber: number; count: number }[] | null;
}

const verdict = z.object({
  taskNumber: z.int(),
  lockVersion: z.int().nullable(),
  status: z.enum(['VALIDATED', 'INVALIDATED', 'MAPPED']),
  comment,
  issues: z
    .array(z.object({ categoryNumber: z.int(), count: z.int().min(0).max(10_000, 'At most 10,000 of an issue.') }))
    .refine(
      (list) => new Set(list.map((issue) => issue.categoryNumber)).size === list.length,
      'Name each kind of issue once.',
    )
    .nullish(),
});
const judged = z.object({ results: eachOnce(verdict) });

/** Ends the viewer's validation of tasks with a verdict each, all or none. */
export async function submitValidation(
  services: Services,
  viewer: Viewer,
  projectId: number,
  results: Verdict[],
): Promise<TaskRow[]> {
  await standingIn(services, viewer, projectId);
  const verdicts = parseInput(judged, { results }).results;
  await checkCategories(services, verdicts);
  const numbers = verdicts.map((each) => each.taskNumber);
  const comments = verdicts.map((each) => each.comment);
  const issues = verdicts.map(
    (each) =>
      each.issues
        ?.filter(({ count }) => count > 0)
        .map(({ categoryNumber, count }) => ({ category: categoryNumber, count })) ?? null,
  );
  const answers = await act(services, projectId, SUBMIT_MANY, [
    projectId,
    viewer.id,
    numbers,
    verdicts.map((each) => each.status),
    comments,
    verdicts.map((each) => each.lockVersion),
    JSON.stringify(issues),
  ]);
  throwRefusedTasks(answers, comments);
  await notifyOfVerdicts(services.database, viewer, projectId, verdicts);
  await tellOfComments(services, viewer, projectId, answers, comments);
  return freshTasks(services, projectId, numbers);
}

/** Gives the viewer the full time again for tasks they hold. */
export async function extendLocks(
  services: Services,
  viewer: Viewer,
  projectId: number,
  asked: number[],
): Promise<TaskRow[]> {
  await standingIn(services, viewer, projectId);
  const numbers = readTaskNumbers(asked);
  throwRefusedTasks(await act(services, projectId, EXTEND, [projectId, numbers, viewer.id, holdFor(services)]));
  return freshTasks(services, projectId, numbers);
}

/** Tells of the comments that an action on tasks left; `comments` in the order of `answers`. */
async function tellOfComments(
  { database }: Services,
  viewer: Viewer,
  projectId: number,
  answers: LockAnswer[],
  comments: (string | null)[],
): Promise<void> {
  await notifyOfTaskComments(
    database,
    viewer,
    projectId,
    answers.flatMap(({ task_id, number }, index) =>
      comments[index] ? [{ taskId: task_id!, taskNumber: number, comment: comments[index] }] : [],
    ),
  );
}

async function checkCategories({ database }: Services, verdicts: z.output<typeof verdict>[]): Promise<void> {
  const named = verdicts.flatMap(({ issues }, index) =>
    (issues ?? []).map(({ categoryNumber }) => ({ index, categoryNumber })),
  );
  if (named.length === 0) return;
  const known = await database.prisma.mappingIssueCategory.findMany({
    where: { id: { in: named.map(({ categoryNumber }) => categoryNumber) }, archived: false },
    select: { id: true },
  });
  const unknown = named.filter(({ categoryNumber }) => !known.some(({ id }) => id === categoryNumber));
  if (unknown.length > 0) {
    throw new InvalidInput(
      unknown.map(({ index, categoryNumber }) => ({
        path: ['results', String(index), 'issues'],
        message: `There is no kind of issue ${categoryNumber}, or it is not used any more.`,
      })),
    );
  }
}

async function throwUnfinished(
  services: Services,
  viewer: Viewer,
  answer: LockAnswer,
  name: TaskName,
  said: string | null,
): Promise<void> {
  switch (answer.outcome) {
    case 'DONE':
      return;
    case 'STALE_LOCK':
      throw new LockEnded(name, answer.holder, answer.lock_expires_at, said);
    case 'NOT_LOCKED':
    case 'LOCKED_BY_OTHER':
      throw new LockNotHeld(
        name.number,
        answer.holder,
        answer.lock_expires_at,
        said,
        answer.outcome === 'LOCKED_BY_OTHER',
      );
    default:
      await standingIn(services, viewer, name.projectId); // perhaps it is the project that there is not
      throw taskNotFound(name.number);
  }
}
