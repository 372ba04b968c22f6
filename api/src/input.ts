import { z } from 'zod';
import { InvalidInput } from './errors.js';

/** Checks an input; throws InvalidInput that names each wrong field. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new InvalidInput(parsed.error.issues.map(({ path, message }) => ({ path: path.map(String), message })));
}

/** Text of a person: bounded, and without what PostgreSQL cannot store: NUL, and halves of a character (surrogates). */
export const text = (max: number) =>
  z
    .string()
    .max(max, `At most ${max.toLocaleString('en')} characters.`)
    .refine(
      (value) => !/[\0\p{Surrogate}]/u.test(value),
      'A character in it (NUL, or half of one) cannot be saved. Remove it.',
    );

/** A web address, http or https; null takes it away. `error`: what to say of anything else. */
export const webAddress = (error: string, max = 2_000) =>
  z
    .url({ protocol: /^https?$/, error })
    .max(max, `At most ${max.toLocaleString('en')} characters.`)
    .nullish();
