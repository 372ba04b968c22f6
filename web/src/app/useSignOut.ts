import { useMutation } from '@apollo/client/react';
import { graphql } from '../gql';
import { startAfresh } from './apollo';

const signOutMutation = graphql(`
  mutation SignOut {
    signOut {
      ok
    }
  }
`);

/** Ends the session and forgets what only its person may see. */
export function useSignOut(): () => Promise<void> {
  const [signOut] = useMutation(signOutMutation);
  return async () => {
    await signOut();
    await startAfresh();
  };
}
