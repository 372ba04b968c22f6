/** From how many finished tasks in a year an organisation is in a tier; the first is free. */
export const TIERS = [
  { tier: 1, from: 0 },
  { tier: 2, from: 1_000 },
  { tier: 3, from: 10_000 },
  { tier: 4, from: 25_000 },
  { tier: 5, from: 50_000 },
] as const;

export type Tier = (typeof TIERS)[number]['tier'];

/** The tier of so much work in a year, and where the next begins; null above the highest. */
export function tierOf(done: number): { tier: Tier; next: number | null } {
  const at = TIERS.findLastIndex(({ from }) => done >= from);
  return { tier: TIERS[at]?.tier ?? 1, next: TIERS[at + 1]?.from ?? null };
}
