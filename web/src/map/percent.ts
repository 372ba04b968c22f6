import type { StateCounts } from './taskStateStore';

/**
 * Whole percents of the tasks with usable imagery, rounded down, as the API's figures say them: validated, and mapped but not
 * validated (what is being validated was mapped).
 */
export function shares(counts: StateCounts): { validated: number; mapped: number } {
  const usable = counts.total - counts.BADIMAGERY;
  const percent = (part: number) => (usable > 0 ? Math.floor((100 * part) / usable) : 0);
  const validated = percent(counts.VALIDATED);
  return { validated, mapped: percent(counts.VALIDATED + counts.MAPPED + counts.LOCKED_FOR_VALIDATION) - validated };
}
