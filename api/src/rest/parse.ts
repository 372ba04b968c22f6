import { type z } from 'zod';
import { e1, Refused, unprocessable, type Fault } from './errors.js';

/** What zod calls a fault → what the original's framework calls it. */
function typeOf(
  issue: z.core.$ZodIssue,
  missing: boolean,
): { type: string; msg: string; ctx?: Record<string, unknown> } {
  if (missing) return { type: 'missing', msg: 'Field required' };
  if (issue.code === 'custom' && issue.params?.type)
    return {
      type: String(issue.params.type),
      msg: issue.message,
      ...(issue.params.ctx ? { ctx: issue.params.ctx as Record<string, unknown> } : {}),
    };
  if (issue.code === 'invalid_type') {
    const type = {
      array: 'list_type',
      object: 'dict_type',
      string: 'string_type',
      number: 'float_type',
      boolean: 'bool_type',
    }[issue.expected as string];
    if (type)
      return { type, msg: `Input should be a valid ${type.replace('_type', '').replace('dict', 'dictionary')}` };
  }
  if (issue.code === 'too_small' && issue.origin === 'array') {
    return {
      type: 'too_short',
      msg: `List should have at least ${issue.minimum} item${issue.minimum === 1 ? '' : 's'}`,
      ctx: { min_length: Number(issue.minimum) },
    };
  }
  if (issue.code === 'too_big' && issue.origin === 'array') {
    return {
      type: 'too_long',
      msg: `List should have at most ${issue.maximum} items`,
      ctx: { max_length: Number(issue.maximum) },
    };
  }
  return { type: 'value_error', msg: `Value error, ${issue.message}`, ctx: { error: {} } };
}

/** Where in a value something is; undefined when it is not there. */
function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (found, key) =>
      found === null || typeof found !== 'object' ? undefined : (found as Record<PropertyKey, unknown>)[key],
    value,
  );
}

/** Parses one part of a request; throws the original's answer to a part that does not fit. */
export function parsePart(
  where: 'path' | 'query' | 'body',
  schema: z.ZodType,
  value: unknown,
  invalid?: [number, string | undefined, 422?],
): unknown {
  const parsed = schema.safeParse(value, { reportInput: false });
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue): Fault => {
    const missing = issue.path.length > 0 && at(value, issue.path) === undefined;
    const input = missing ? at(value, issue.path.slice(0, -1)) : at(value, issue.path);
    const { type, msg, ctx } =
      value === undefined ? { type: 'missing', msg: 'Field required', ctx: undefined } : typeOf(issue, missing);
    return {
      type,
      loc: [where, ...issue.path.map((key) => (typeof key === 'number' ? key : String(key)))],
      msg,
      input: value === undefined ? null : bounded(input),
      ...(ctx ? { ctx } : {}),
    };
  });
  if (invalid && !(invalid[2] && (typeof value !== 'object' || value === null || Array.isArray(value))))
    throw new Refused(
      e1(
        invalid[0],
        invalid[1],
        faults
          .map(({ loc, msg }) => `${loc.slice(1).join('.')}: ${msg}`)
          .join('; ')
          .slice(0, 500),
      ),
    );
  throw new Refused(unprocessable(faults.slice(0, 50)));
}

/** An input is repeated in its refusal, but not megabytes of it, nor what is nested so deep that nothing writes it. */
function bounded(input: unknown): unknown {
  try {
    const written = JSON.stringify(input) as string | undefined;
    return written === undefined ? null : written.length > 2_000 ? `${written.slice(0, 200)} …` : input;
  } catch (error) {
    if (error instanceof RangeError) return '…';
    throw error;
  }
}
