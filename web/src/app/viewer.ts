import { useQuery } from '@apollo/client/react';
import { graphql } from '../gql';

export const viewerQuery = graphql(`
  query Viewer {
    viewer {
      person {
        id
        osmId
        username
        pictureUrl
        role
        isExpert
      }
      account {
        locale
      }
      viewerCanCreateProject {
        allowed
        message
      }
      savedSearches {
        id
        name
        query
        opensExplore
      }
    }
    instance {
      name
      standIn
      signInUrl
      languages
      sendsMail
    }
    banner {
      html
      visible
    }
  }
`);

/** The person signed in (null for a visitor, undefined while unknown) and what the instance says of itself. */
export function useViewer() {
  const { data, loading, error, refetch } = useQuery(viewerQuery);
  return { viewer: data?.viewer, instance: data?.instance, banner: data?.banner, loading, error, refetch };
}

/** Address that signs a person in and brings them back to `path` (default: where they are). */
export function signInAddress(path = location.pathname + location.search): string {
  return `/sign-in?return_to=${encodeURIComponent(path)}`;
}
