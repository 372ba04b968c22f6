import { statement, type Database } from '../../database/database.js';

const STATE_CHANGES = statement(import.meta.url, 'sql/state_changes');

export interface StateChange {
  task: number;
  status: string;
  /** YYYY-MM-DD, UTC. */
  day: string;
}

export interface DayOfWork {
  date: string;
  mapped: number;
  validated: number;
  mappedInAll: number;
  validatedInAll: number;
}

/** All changes of state in a project, in the order they happened; they come from the database by the day, as a row for each takes twice as long. */
export async function stateChangesOf(database: Database, projectId: number): Promise<Iterable<StateChange>> {
  const days = await database.query<{ day: string; changes: string }>(STATE_CHANGES, [projectId]);
  return (function* () {
    for (const { day, changes } of days)
      for (const change of changes.split(',')) {
        const [status, task] = change.split(' ') as [string, string];
        yield { task: Number(task), status, day };
      }
  })();
}

/** A validated task is mapped too; one that was sent back or reset is neither. */
const standing = (status: string) => ({
  mapped: status === 'MAPPED' || status === 'VALIDATED',
  validated: status === 'VALIDATED',
});

/**
 * What came to stand each day: changes of state replayed in the order they happened. `mapped` and `validated` are how many
 * tasks more than the day before, less what was taken back that day, never below 0; `…InAll` what stands at the day's end.
 * Days without a change are left out.
 */
export function contributionsByDay(changes: Iterable<StateChange>): DayOfWork[] {
  const statusOf = new Map<number, string>();
  const days: DayOfWork[] = [];
  let [mapped, validated] = [0, 0];
  let [mappedBefore, validatedBefore] = [0, 0];
  for (const { task, status, day } of changes) {
    if (days.at(-1)?.date !== day) {
      [mappedBefore, validatedBefore] = [mapped, validated];
      days.push({ date: day, mapped: 0, validated: 0, mappedInAll: 0, validatedInAll: 0 });
    }
    const before = standing(statusOf.get(task) ?? 'READY');
    const after = standing(status);
    statusOf.set(task, status);
    mapped += Number(after.mapped) - Number(before.mapped);
    validated += Number(after.validated) - Number(before.validated);
    Object.assign(days.at(-1)!, {
      mapped: Math.max(mapped - mappedBefore, 0),
      validated: Math.max(validated - validatedBefore, 0),
      mappedInAll: mapped,
      validatedInAll: validated,
    });
  }
  return days;
}

/**
 * The same days as REST v2 counts them: a task that was mapped stays so until it is invalidated, also when that was undone
 * or the task was reset. Days on which nothing was mapped, validated or invalidated are left out.
 */
export function contributionsByDayInV2(changes: Iterable<StateChange>): DayOfWork[] {
  const [mapped, validated] = [new Set<number>(), new Set<number>()];
  const days: DayOfWork[] = [];
  for (const { task, status, day } of changes) {
    if (status !== 'MAPPED' && status !== 'VALIDATED' && status !== 'INVALIDATED') continue;
    if (days.at(-1)?.date !== day) days.push({ date: day, mapped: 0, validated: 0, mappedInAll: 0, validatedInAll: 0 });
    const today = days.at(-1)!;
    if (status === 'INVALIDATED') {
      if (mapped.delete(task)) today.mapped = Math.max(today.mapped - 1, 0);
      if (validated.delete(task)) today.validated = Math.max(today.validated - 1, 0);
    } else {
      if (!mapped.has(task)) today.mapped++;
      mapped.add(task);
      if (status === 'VALIDATED') {
        if (!validated.has(task)) today.validated++;
        validated.add(task);
      }
    }
    today.mappedInAll = mapped.size;
    today.validatedInAll = validated.size;
  }
  return days;
}
