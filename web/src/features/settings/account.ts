import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../gql';
import type { DigestFrequency, Editor, UpdateMyProfileInput } from '../../gql/graphql';

const accountQuery = graphql(`
  query Account {
    viewer {
      account {
        email
        emailVerified
        gender
        selfDescriptionGender
        digestFrequency
        hidesPresence
      }
      person {
        id
        osmId
        username
        name
        city
        country
        slackId
        twitterId
        linkedinId
        facebookId
        defaultEditor
        isExpert
      }
    }
  }
`);

const updateMutation = graphql(`
  mutation UpdateMyProfile($input: UpdateMyProfileInput!) {
    updateMyProfile(input: $input) {
      ... on UpdateMyProfilePayload {
        verificationEmailSent
      }
      ... on InvalidInput {
        issues {
          path
          message
        }
      }
      ... on Error {
        message
        code
      }
    }
  }
`);

type Choices = {
  hidesPresence?: boolean;
  isExpert?: boolean;
  defaultEditor?: Editor;
  digestFrequency?: DigestFrequency;
};

/** What the person said of themself, and how to change it: the answer names each field that was refused. */
export function useAccount() {
  // A link in a mail may have changed it since, in another window.
  const { data, error, refetch } = useQuery(accountQuery, { fetchPolicy: 'cache-and-network' });
  const [mutate] = useMutation(updateMutation);
  const [ahead, setAhead] = useState<Choices>({});

  /** Changes what is sent, and reads what is there then. */
  const update = async (input: UpdateMyProfileInput) => {
    const result = (await mutate({ variables: { input } })).data?.updateMyProfile;
    if (result?.__typename === 'UpdateMyProfilePayload') await refetch();
    return result;
  };
  return {
    account: data?.viewer && { ...data.viewer.account, ...data.viewer.person, ...ahead },
    error,
    refetch,
    update,
    /** The same for a choice that shows at once, before the server has it. */
    choose: async (choice: Choices) => {
      setAhead((before) => ({ ...before, ...choice }));
      const result = await update(choice).catch((error: unknown) => {
        setAhead({});
        throw error;
      });
      // What was saved stays ahead: the cache tells its readers a moment later, and the old choice would flash up.
      if (result?.__typename !== 'UpdateMyProfilePayload') setAhead({});
      return result;
    },
  };
}

export type Account = NonNullable<ReturnType<typeof useAccount>['account']>;
