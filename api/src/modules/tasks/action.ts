import { z } from 'zod';
import { retryOnce } from '../../database/database.js';
import { NotFound } from '../../errors.js';
import type { Services } from '../../graphql/context.js';
import { parseInput, text } from '../../input.js';
import type { Viewer } from '../../viewer.js';
import { canSee, whyNotEdit } from '../projects/policy.js';
import { standingOf, type Standing } from '../projects/standing.js';
import { TasksRefused, type TaskName } from './errors.js';
import { refusalOf } from './refusals.js';
import { taskByNumber, tasksByNumber, type LockAnswer, type TaskRow } from './rows.js';

// What every action on tasks is made of.

/** Most tasks that one request may take. */
export const MANY = 500;

/** A comment of a person, as it is kept in the history. */
export const comment = text(10_000)
  .nullish()
  .transform((value) => value?.trim() || null);

const taskNumbers = z
  .array(z.number().int())
  .min(1, 'Name at least one task.')
  .max(MANY, `At most ${MANY} tasks at once.`)
  .transform((numbers) => [...new Set(numbers)]);
const numbered = z.object({ taskNumbers });
const commented = z.object({ comment });

/** Task numbers of a request: 1 to MANY, each once. Throws InvalidInput. */
export const readTaskNumbers = (asked: number[]): number[] => parseInput(numbered, { taskNumbers: asked }).taskNumbers;

/** What a person says with an action, if anything. Throws InvalidInput. */
export const readComment = (said: string | null | undefined): string | null =>
  parseInput(commented, { comment: said }).comment;

export const projectNotFound = () => new NotFound('PROJECT', 'There is no such project, or it is not open to you.');
export const taskNotFound = (number: number) =>
  new NotFound('TASK', `This project has no task ${number}. It may have been split; look at the map.`);

export async function standingIn(services: Services, viewer: Viewer, projectId: number): Promise<Standing> {
  const standing = await standingOf(services, viewer, projectId);
  if (!standing) throw projectNotFound();
  return standing;
}

/** The viewer's standing to a project that they manage. Throws NotFound where they cannot see it, else NotPermitted. */
export async function managed(services: Services, viewer: Viewer, projectId: number): Promise<Standing> {
  const standing = await standingIn(services, viewer, projectId);
  if (!canSee(standing)) throw projectNotFound();
  const refusal = whyNotEdit(standing);
  if (refusal) throw refusal;
  return standing;
}

/** The duration of a lock as PostgreSQL reads an interval. */
export const holdFor = ({ settings }: Services) => `${settings.lockSeconds} seconds`;

/** Runs an action's function: sent again when the database asks for it, and those who watch the project are told. */
export async function act(
  { database, live }: Services,
  projectId: number,
  statement: { name: string; text: string },
  values: unknown[],
): Promise<LockAnswer[]> {
  const answers = await retryOnce(() => database.query<LockAnswer>(statement, values));
  live.touched(projectId);
  return answers;
}

/** The task as it is now; it must be there, as an action has just answered for it. */
export async function freshTask({ database }: Services, name: TaskName): Promise<TaskRow> {
  const task = await taskByNumber(database, name);
  if (!task) throw taskNotFound(name.number);
  return task;
}

/** Tasks as they are now, in the order asked. */
export async function freshTasks({ database }: Services, projectId: number, numbers: number[]): Promise<TaskRow[]> {
  const found = new Map((await tasksByNumber(database, projectId, numbers)).map((task) => [task.number, task]));
  return numbers.flatMap((number) => found.get(number) ?? []);
}

/** TasksRefused, unless all tasks of an action were done. */
export function throwRefusedTasks(answers: LockAnswer[], comments: (string | null)[] = []): void {
  const refusals = answers.flatMap((answer, index) => refusalOf(answer, comments[index] ?? null) ?? []);
  if (refusals.length > 0) throw new TasksRefused(refusals);
}
