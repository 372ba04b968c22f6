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
