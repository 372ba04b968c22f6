import type { Statement } from './database.js';

/** Each holds memory in every connection, and a client can ask for ever more of them. */
const MOST = 200;
const names = new Map<string, string>();

/** Takes a value into the statement; gives the number that stands for it there. */
export type Parameter = (value: unknown) => string;

/**
 * A statement whose text a filter wrote: the first ones get a name, by which they are prepared once a connection, as planning one
 * takes longer than running it. For those with numbered values, of which there are as many as the filter has shapes.
 */
export function written(text: string): Statement {
  const name = names.get(text) ?? (names.size < MOST ? `written/${names.size}` : '');
  if (name) names.set(text, name);
  return { name, text };
}
