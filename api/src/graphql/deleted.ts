import { builder } from './builder.js';

/** What a mutation that deletes a thing answers: the number it had. */
export const deletedPayload = (name: string, what: string) =>
  builder.objectRef<{ id: number }>(name).implement({
    description: `The ${what} is gone.`,
    fields: (t) => ({ deletedNumber: t.exposeInt('id', { description: `The number that the ${what} had.` }) }),
  });
