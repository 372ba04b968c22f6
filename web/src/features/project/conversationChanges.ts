import type { ApolloCache, Reference } from '@apollo/client';

/** The list as the cache has it; its edges are in the order of the conversation, the newest first. */
interface Kept {
  edges: { __typename: string; node: Reference }[];
  totalCount: number;
}

/** Comments that are in the cache by themselves, the oldest first, and those that are gone: node ids. */
export interface Changes {
  there: string[];
  gone: string[];
  /** How many there are now, where the server said so. */
  totalCount?: number;
}

/**
 * Puts changes into the conversation as far as it was read, and leaves the rest of it as it is. What was put in before
 * changes nothing. Answers which comments are new to the list.
 */
export function applyChanges(cache: ApolloCache, projectId: string, { there, gone, totalCount }: Changes): string[] {
  let added: string[] = [];
  cache.modify<{ comments: Kept }>({
    id: cache.identify({ __typename: 'Project', id: projectId }),
    fields: {
      comments: (kept, { readField, toReference }) => {
        const before = kept as Kept;
        const idOf = ({ node }: Kept['edges'][number]) => readField<string>('id', node)!;
        const known = new Set(before.edges.map(idOf));
        added = there.filter((id) => !known.has(id));
        const left = before.edges.filter((edge) => !gone.includes(idOf(edge)));
        const edges = added.map((id) => ({
          __typename: 'ProjectCommentEdge',
          node: toReference({ __typename: 'ProjectComment', id })!,
        }));
        return {
          ...before,
          edges: [...edges.reverse(), ...left],
          totalCount: totalCount ?? before.totalCount + added.length - (before.edges.length - left.length),
        };
      },
    },
  });
  return added;
}
