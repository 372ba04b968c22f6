import { useApolloClient, useMutation } from '@apollo/client/react';
import { useChange, type Outcome } from '../../components/useChange';
import { graphql } from '../../gql';
import type { MarkNotificationsReadInput } from '../../gql/graphql';

const readMutation = graphql(`
  mutation MarkRead($input: MarkNotificationsReadInput!) {
    markNotificationsRead(input: $input) {
      ... on MarkNotificationsReadPayload {
        count
      }
      ... on Error {
        message
        code
      }
    }
  }
`);

const deleteMutation = graphql(`
  mutation DeleteMessages($input: DeleteNotificationsInput!) {
    deleteNotifications(input: $input) {
      ... on DeleteNotificationsPayload {
        count
      }
      ... on Error {
        message
        code
      }
    }
  }
`);

/** Which messages: these, or all that fit a filter and were there when the list was read. */
export type Which = { numbers: number[] } | Pick<MarkNotificationsReadInput, 'filter' | 'upTo'>;

const inputOf = (which: Which) => ('numbers' in which ? which : { all: true, ...which });
const PIECE = 500;
/** A request that is under way when the page is closed is sent all the same. */
const OUTLIVES_THE_PAGE = { fetchOptions: { keepalive: true } };

/** Lists of any length in the pieces that the server takes. */
function pieces(which: Which): Which[] {
  if (!('numbers' in which)) return [which];
  return Array.from({ length: Math.ceil(which.numbers.length / PIECE) }, (_, index) => ({
    numbers: which.numbers.slice(index * PIECE, (index + 1) * PIECE),
  }));
}

/** Marks messages as read, and deletes them. Each answers whether it was done; `problem` says why not. */
export function useChanges() {
  const { cache } = useApolloClient();
  const [markRead] = useMutation(readMutation);
  const [deleteThem] = useMutation(deleteMutation);
  const { run, problem } = useChange();

  /** All pieces, one after the other, up to one that is refused. */
  const each = (which: Which, change: (input: MarkNotificationsReadInput) => Promise<Outcome>) =>
    run(async () => {
      let outcome: Outcome;
      for (const piece of pieces(which)) {
        outcome = await change(inputOf(piece));
        if (!outcome || outcome.message !== undefined) break;
      }
      return outcome;
    });

  return {
    problem,
    read: async (which: Which) => {
      const done = await each(
        which,
        async (input) => (await markRead({ variables: { input } })).data?.markNotificationsRead,
      );
      if (done && 'numbers' in which) {
        const readAt = new Date().toISOString();
        for (const number of which.numbers) {
          const id = cache.identify({ __typename: 'Notification', number });
          cache.modify({ id, fields: { readAt: (before: string | null) => before ?? readAt } });
        }
      }
      return done;
    },
    remove: (which: Which) =>
      each(
        which,
        async (input) =>
          (await deleteThem({ variables: { input }, context: OUTLIVES_THE_PAGE })).data?.deleteNotifications,
      ),
  };
}
