import { z } from 'zod';
import { Refused } from './errors.js';
import { text } from './values.js';

/**
 * A body of one text under `key`. The original looks at it only after it knows that the person may write at all: `read`
 * does that in the handler, and throws its answer, which has a word more than E1.
 */
export function writing(key: string, description: string) {
  const form = z.object({ [key]: text() });
  return {
    schema: z.unknown().meta({
      type: 'object',
      required: [key],
      properties: { [key]: { type: 'string', description } },
    }),
    read(body: unknown): string {
      const { data, error } = form.safeParse(body);
      const written = data?.[key]?.trim();
      if (written) return written;
      const detail = error ? error.issues.map(({ message }) => message).join(' ') : 'There is not a word in it.';
      throw new Refused({
        status: 400,
        body: { Error: `Write something under "${key}" first.`, detail, SubCode: 'InvalidData' },
      });
    },
  };
}
