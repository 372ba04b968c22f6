import type { Statement } from './database.js';

const ASKS_WHETHER_NULL = /\$(\d+)(?:::\w+(?:\[\])?)? is null/g;

interface Variant {
  name: string;
  text: string;
  /** Which values of the statement it takes, in its order. */
  takes: number[];
}

const optionalOf = new Map<string, number[]>();
const variants = new Map<string, Variant>();

/** Which values the statement of this name asks whether they are null. */
function optionalIn({ name, text }: Statement): number[] {
  let optional = optionalOf.get(name);
  if (!optional) {
    optional = [...new Set([...text.matchAll(ASKS_WHETHER_NULL)].map(([, number]) => Number(number)))];
    optionalOf.set(name, optional);
  }
  return optional;
}

/**
 * A statement for these values. Where it asks whether one is null (`$3::int is null or h.id < $3`), the answer is written in place of
 * the question: the plan, made once for each such text, then has the conditions that there are, and no others. It has a name of its own; one that has no name is
 * not prepared, and stays as it is.
 */
export function forGiven(statement: Statement, values: unknown[]): Statement & { values: unknown[] } {
  const { name, text } = statement;
  const optional = name ? optionalIn(statement) : [];
  if (optional.length === 0) return { name, text, values };
  const missing = new Set(optional.filter((number) => values[number - 1] == null));
  const own = [name, ...missing].join('-');
  let variant = variants.get(own);
  if (!variant) {
    const takes = values.map((_, place) => place).filter((place) => !missing.has(place + 1));
    const answered = text
      .replace(ASKS_WHETHER_NULL, (_, number: string) => String(missing.has(Number(number))))
      .replace(/\$(\d+)/g, (_, number: string) =>
        missing.has(Number(number)) ? 'null' : `$${takes.indexOf(Number(number) - 1) + 1}`,
      );
    variant = { name: own, text: answered, takes };
    variants.set(own, variant);
  }
  return { name: variant.name, text: variant.text, values: variant.takes.map((place) => values[place]) };
}
