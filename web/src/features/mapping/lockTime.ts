/** calm; soon: ten minutes left; urgent: two; over. */
export type LockPhase = 'calm' | 'soon' | 'urgent' | 'over';

const SOON_MS = 10 * 60_000;
const URGENT_MS = 2 * 60_000;

/** Where a lock stands, by the milliseconds that are left of it. */
export function phaseOf(left: number): LockPhase {
  if (left <= 0) return 'over';
  if (left <= URGENT_MS) return 'urgent';
  return left <= SOON_MS ? 'soon' : 'calm';
}

/** Milliseconds until what is shown changes: whole minutes while there is time, seconds at the end. */
export function untilNextChange(left: number): number {
  if (left <= 0) return Number.POSITIVE_INFINITY;
  const unit = left <= URGENT_MS ? 1_000 : 60_000;
  return left % unit || unit;
}

/** Hours and minutes left, begun minutes counted in full, so that "1 min" never means nothing. */
export function hoursAndMinutes(left: number): { hours: number; minutes: number } {
  const minutes = Math.max(0, Math.ceil(left / 60_000));
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}

/** Seconds left as m:ss. */
export function minutesAndSeconds(left: number): string {
  const seconds = Math.max(0, Math.ceil(left / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
