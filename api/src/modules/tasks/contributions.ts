export interface StateChange {
  [column: string]: unknown;
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
 * The same days as REST v2 counts them, from `changes` as sql/v2_days.sql lists them: what was mapped stays so until a task is
 * invalidated, also when it was undone or reset, and a task that is invalidated counts as that until it is validated.
 */
export function contributionsByDayInV2(changes: Iterable<StateChange>): DayOfWork[] {
  const [mapped, validated, invalidated] = [new Set<number>(), new Set<number>(), new Set<number>()];
  const days: DayOfWork[] = [];
  for (const { task, status, day } of changes) {
    if (days.at(-1)?.date !== day) days.push({ date: day, mapped: 0, validated: 0, mappedInAll: 0, validatedInAll: 0 });
    const today = days.at(-1)!;
    const count = (tasks: Set<number>, key: 'mapped' | 'validated') => {
      if (!tasks.has(task)) today[key]++;
      tasks.add(task);
    };
    const uncount = (tasks: Set<number>, key: 'mapped' | 'validated') => {
      if (tasks.delete(task)) today[key] = Math.max(today[key] - 1, 0);
    };
    if (status === 'MAPPED') count(mapped, 'mapped');
    if (status === 'VALIDATED' && !validated.has(task)) {
      count(validated, 'validated');
      count(mapped, 'mapped');
      invalidated.delete(task);
    }
    if (status === 'INVALIDATED' && !invalidated.has(task)) {
      invalidated.add(task);
      uncount(mapped, 'mapped');
      uncount(validated, 'validated');
    }
    Object.assign(today, { mappedInAll: mapped.size, validatedInAll: validated.size });
  }
  return days;
}
