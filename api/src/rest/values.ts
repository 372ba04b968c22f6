import { z } from 'zod';

/**
 * Values of v2's paths, queries and bodies. A wrong one is told as the original's framework tells it (a 422 whose `type`
 * is its name for the fault), which clients show beside the field.
 */
const fault = (type: string, message: string, ctx?: Record<string, unknown>) => ({
  code: 'custom' as const,
  message,
  params: { type, ...(ctx ? { ctx } : {}) },
});

/** PostgreSQL's largest integer: no id of ours is beyond it, so a larger one is refused before it reaches a statement. */
const LARGEST = 2_147_483_647;

/** Characters that PostgreSQL cannot store: NUL, and halves of a character. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

/** A whole number, in a path or a query as text, in a body as a number or its text. */
export const int = ({ min = -LARGEST, max = LARGEST }: { min?: number; max?: number } = {}) =>
  z
    .unknown()
    .transform((value, context) => {
      const number =
        typeof value === 'number'
          ? value
          : typeof value === 'string' && /^\s*[+-]?\d+\s*$/.test(value)
            ? Number(value)
            : NaN;
      const wrong =
        typeof value !== 'number' && typeof value !== 'string'
          ? fault('int_type', 'Input should be a valid integer')
          : Number.isNaN(number)
            ? fault('int_parsing', 'Input should be a valid integer, unable to parse string as an integer')
            : !Number.isInteger(number)
              ? fault('int_from_float', 'Input should be a valid integer, got a number with a fractional part')
              : number < min
                ? fault('greater_than_equal', `Input should be greater than or equal to ${min}`, { ge: min })
                : number > max
                  ? fault('less_than_equal', `Input should be less than or equal to ${max}`, { le: max })
                  : undefined;
      if (!wrong) return number;
      context.addIssue({ ...wrong, input: value });
      return z.NEVER;
    })
    .meta({ type: 'integer', minimum: min, maximum: max });

/** A person's OSM id, or any other id that may be larger than 2^31. */
export const bigId = () => int({ min: 0, max: Number.MAX_SAFE_INTEGER });

/** An id in a path. Nothing has an id below 1, but the original answers 404 to it, not 422. */
export const id = () => int();

const TRUE = new Set(['true', '1', 'yes', 'on', 't', 'y']);
const FALSE = new Set(['false', '0', 'no', 'off', 'f', 'n']);

/** true or false, also as the words and numbers that the original takes for them. */
export const bool = () =>
  z
    .unknown()
    .transform((value, context) => {
      if (typeof value === 'boolean') return value;
      const word = typeof value === 'string' || typeof value === 'number' ? String(value).toLowerCase() : undefined;
      if (word !== undefined && TRUE.has(word)) return true;
      if (word !== undefined && FALSE.has(word)) return false;
      context.addIssue({
        ...(word === undefined
          ? fault('bool_type', 'Input should be a valid boolean')
          : fault('bool_parsing', 'Input should be a valid boolean, unable to interpret input')),
        input: value,
      });
      return z.NEVER;
    })
    .meta({ type: 'boolean' });

/** Text of a bounded length that the database can store. */
export const text = ({ min = 0, max = 100_000 }: { min?: number; max?: number } = {}) =>
  z
    .unknown()
    .transform((value, context) => {
      const wrong =
        typeof value !== 'string'
          ? fault('string_type', 'Input should be a valid string')
          : value.length < min
            ? fault('string_too_short', `String should have at least ${min} character${min === 1 ? '' : 's'}`, {
                min_length: min,
              })
            : value.length > max
              ? fault('string_too_long', `String should have at most ${max} characters`, { max_length: max })
              : UNSTORABLE.test(value)
                ? fault('value_error', 'Value error, a character in it (NUL, or half of one) cannot be saved', {
                    error: {},
                  })
                : undefined;
      if (!wrong) return value as string;
      context.addIssue({ ...wrong, input: value });
      return z.NEVER;
    })
    .meta({ type: 'string', minLength: min, maxLength: max });

/** One of the given names; `fold` takes them in any case. */
export const oneOf = <const Names extends readonly [string, ...string[]]>(names: Names, { fold = false } = {}) =>
  z
    .unknown()
    .transform((value, context): Names[number] => {
      const name = typeof value === 'string' ? (fold ? value.toUpperCase() : value) : undefined;
      if (name !== undefined && names.includes(name)) return name as Names[number];
      context.addIssue({
        ...fault(
          'value_error',
          `Value error, Unknown value: ${String(value).slice(0, 100)}. Valid values are: ${names.join(', ')}.`,
          {
            error: {},
          },
        ),
        input: value,
      });
      return z.NEVER;
    })
    .meta({ type: 'string', enum: [...names] });

/** Whole numbers with commas between them, as queries give lists: `1,2,3`; without anything, an empty list. */
export const ids = () =>
  z
    .unknown()
    .transform((value, context) => {
      const parts =
        typeof value === 'string'
          ? value
              .split(',')
              .map((part) => part.trim())
              .filter(Boolean)
          : [];
      if (typeof value === 'string' && parts.every((part) => /^\d{1,10}$/.test(part) && Number(part) <= LARGEST))
        return parts.map(Number);
      context.addIssue({
        ...fault('value_error', 'Value error, numbers with commas between them are wanted', { error: {} }),
        input: value,
      });
      return z.NEVER;
    })
    .meta({ type: 'string', pattern: '^\\d*(,\\d+)*$' });

/** Words with commas between them. */
export const words = (max = 1_000) =>
  text({ max })
    .transform((list) =>
      list
        .split(',')
        .map((word) => word.trim())
        .filter(Boolean),
    )
    .meta({ type: 'string', maxLength: max });

/** A page's number, from 1. */
export const page = () => int({ min: 1 }).default(1);

/** A web address; an empty one, as forms send it, says that there is none. */
export const address = () =>
  text({ max: 2_000 })
    .transform((url) => url.trim() || null)
    .nullish();

/** Subject and text of a message to many people. */
export const broadcast = () => {
  const filled = (max: number) => text({ max }).refine((words) => words.trim() !== '', 'Write something first');
  return z.object({ subject: filled(500), message: filled(10_000) });
};
