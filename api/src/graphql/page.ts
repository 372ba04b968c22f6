import { GraphQLError, type GraphQLResolveInfo } from 'graphql';
import { fieldsAsked } from './asked.js';
import { MAX_INT } from './ids.js';

export const PAGE = { usual: 20, most: 100 };

interface PageArgs {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

/** How many rows a connection is asked for, and after which; lists are read forward only. */
export function pageOf(
  { first, after, last, before }: PageArgs,
  usual = PAGE.usual,
): { limit: number; after: string | null } {
  if (last != null || before != null) throw badPage('This list is read forward: use first and after.');
  const limit = first ?? usual;
  if (limit < 1 || limit > PAGE.most) throw badPage(`first is between 1 and ${PAGE.most}.`);
  return { limit, after: after ?? null };
}

/** A connection from rows of which one more than `limit` was read. */
export function connectionOf<Node>(
  rows: Node[],
  limit: number,
  after: string | null,
  cursorOf: (node: Node) => string,
) {
  const edges = rows.slice(0, limit).map((node) => ({ node, cursor: cursorOf(node) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > limit,
      hasPreviousPage: after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** The `totalCount` of a connection: where it is asked for, counted now, so that it is read together with the rows. */
export function counted(info: GraphQLResolveInfo, count: () => Promise<number>): () => Promise<number> {
  if (!fieldsAsked(info).has('totalCount')) return count;
  const counting = count();
  counting.catch(() => undefined); // whoever asks for it is told; the rows may have failed before
  return () => counting;
}

export const badPage = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

/** A cursor that is one number. */
export function numberCursor(after: string | null): number | null {
  if (after === null) return null;
  if (!/^\d{1,15}$/.test(after))
    throw badPage('This is no cursor of this list. Send one that an edge or pageInfo gave.');
  return Number(after);
}

/** A cursor that is the key a list is ordered by, and the id of the row, which tells rows of one key apart. */
export const toKeyCursor = (key: number | string, id: number) =>
  Buffer.from(JSON.stringify([key, id])).toString('base64url');

export function fromKeyCursor(after: string, kind: 'integer' | 'number' | 'string'): [number | string, number] {
  const [key, id] = listIn(Buffer.from(after, 'base64url').toString());
  const fits = {
    integer: Number.isSafeInteger(key),
    number: Number.isFinite(key),
    string: typeof key === 'string' && !/[\0\p{Surrogate}]/u.test(key),
  };
  if (!fits[kind] || !Number.isInteger(id) || Math.abs(id as number) > MAX_INT)
    throw badPage('This is no cursor of this list. Send one that an edge or pageInfo gave.');
  return [key as number | string, id as number];
}

function listIn(json: string): unknown[] {
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
