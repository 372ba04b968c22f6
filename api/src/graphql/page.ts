import { GraphQLError } from 'graphql';

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

export const badPage = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

/** A cursor that is one number. */
export function numberCursor(after: string | null): number | null {
  if (after === null) return null;
  if (!/^\d{1,15}$/.test(after))
    throw badPage('This is no cursor of this list. Send one that an edge or pageInfo gave.');
  return Number(after);
}
