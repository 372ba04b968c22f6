import type { ApolloCache } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { useViewer, viewerQuery } from '../../app/viewer';
import { graphql } from '../../gql';
import type { SavedSearch, SavedSearches } from './savedSearches';

const saveMutation = graphql(`
  mutation SaveSearch($input: SaveSearchInput!) {
    saveSearch(input: $input) {
      ... on SaveSearchPayload {
        savedSearch {
          id
          name
          query
          opensExplore
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`);

const updateMutation = graphql(`
  mutation UpdateSavedSearch($input: UpdateSavedSearchInput!) {
    updateSavedSearch(input: $input) {
      ... on UpdateSavedSearchPayload {
        savedSearch {
          id
          name
          query
          opensExplore
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`);

const deleteMutation = graphql(`
  mutation DeleteSavedSearch($input: DeleteSavedSearchInput!) {
    deleteSavedSearch(input: $input) {
      ... on DeleteSavedSearchPayload {
        deletedNumber
      }
      ... on Error {
        code
        message
      }
    }
  }
`);

type InCache = SavedSearch & { __typename: 'SavedSearch' };

function changeList(cache: ApolloCache, change: (searches: InCache[]) => InCache[]): void {
  cache.updateQuery(
    { query: viewerQuery },
    (before) =>
      before?.viewer && {
        ...before,
        viewer: { ...before.viewer, savedSearches: change(before.viewer.savedSearches as InCache[]) },
      },
  );
}

/** Searches in the account of who is signed in. Each change shows at once, and goes back by itself where the server says no. */
export function useAccountSearches(): SavedSearches {
  const { viewer } = useViewer();
  const [save] = useMutation(saveMutation, {
    update: (cache, { data }) => {
      const result = data?.saveSearch;
      if (result?.__typename === 'SaveSearchPayload')
        changeList(cache, (searches) => [result.savedSearch as InCache, ...searches]);
    },
  });
  const [update] = useMutation(updateMutation, {
    update: (cache, { data }) => {
      const result = data?.updateSavedSearch;
      if (result?.__typename !== 'UpdateSavedSearchPayload' || !result.savedSearch.opensExplore) return;
      changeList(cache, (searches) =>
        searches.map((each) => ({ ...each, opensExplore: each.id === result.savedSearch.id })),
      );
    },
  });
  const [remove] = useMutation(deleteMutation);
  return {
    items: viewer?.savedSearches ?? [],
    save: async (name, query) => {
      const savedSearch = { __typename: 'SavedSearch' as const, id: 'unsaved', name, query, opensExplore: false };
      const { data } = await save({
        variables: { input: { name, query } },
        optimisticResponse: { saveSearch: { __typename: 'SaveSearchPayload', savedSearch } },
      });
      return data?.saveSearch;
    },
    change: async (search, some) => {
      const savedSearch = { ...search, ...some, __typename: 'SavedSearch' as const };
      const { data } = await update({
        variables: { input: { savedSearchId: search.id, ...some } },
        optimisticResponse: { updateSavedSearch: { __typename: 'UpdateSavedSearchPayload', savedSearch } },
      });
      return data?.updateSavedSearch;
    },
    remove: async ({ id }) => {
      const { data } = await remove({
        variables: { input: { savedSearchId: id } },
        optimisticResponse: {
          deleteSavedSearch: { __typename: 'DeleteSavedSearchPayload', deletedNumber: Number(id) },
        },
        update: (cache, { data: answer }) => {
          if (answer?.deleteSavedSearch.__typename === 'DeleteSavedSearchPayload')
            changeList(cache, (searches) => searches.filter((each) => each.id !== id));
        },
      });
      return data?.deleteSavedSearch;
    },
  };
}
