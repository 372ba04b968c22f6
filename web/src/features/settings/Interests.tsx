import { useApolloClient, useMutation, useQuery } from '@apollo/client/react';
import { IconCheck } from '@tabler/icons-react';
import { FormattedMessage } from 'react-intl';
import { Section } from '../../components/Page';
import { graphql } from '../../gql';
import classes from './Settings.module.css';
import { useSaved } from './useSaved';

const interestsQuery = graphql(`
  query InterestsOfMine {
    interests(first: 100) {
      edges {
        node {
          id
          name
        }
      }
    }
    viewer {
      interests {
        id
        name
      }
    }
  }
`);

const setMutation = graphql(`
  mutation SetMyInterests($input: SetMyInterestsInput!) {
    setMyInterests(input: $input) {
      ... on SetMyInterestsPayload {
        viewer {
          interests {
            id
            name
          }
        }
      }
      ... on Error {
        message
        code
      }
    }
  }
`);

/** What the person cares about: each is chosen with one tap, and saved at once. */
export function Interests() {
  const { cache } = useApolloClient();
  const { data } = useQuery(interestsQuery);
  const [set] = useMutation(setMutation);
  const { save, busy, note } = useSaved();
  const mine = data?.viewer?.interests ?? [];
  const all = data?.interests.edges.map(({ node }) => node) ?? [];
  if (all.length === 0) return null;

  const toggle = (id: string) => {
    const interestIds = mine.some((each) => each.id === id)
      ? mine.filter((each) => each.id !== id).map((each) => each.id)
      : [...mine.map((each) => each.id), id];
    void save(async () => {
      const result = (await set({ variables: { input: { interestIds } } })).data?.setMyInterests;
      if (result?.__typename === 'SetMyInterestsPayload') {
        cache.updateQuery(
          { query: interestsQuery },
          (before) =>
            before && {
              ...before,
              viewer: before.viewer && { ...before.viewer, interests: result.viewer.interests },
            },
        );
      }
      return result;
    });
  };
  return (
    <Section
      title={<FormattedMessage id="interests.title" defaultMessage="What you care about" />}
      text={
        <FormattedMessage id="interests.text" defaultMessage="Projects about these are recommended to you first." />
      }
      action={note}
    >
      <div className={classes.chips}>
        {all.map(({ id, name }) => {
          const isMine = mine.some((each) => each.id === id);
          return (
            <button
              key={id}
              type="button"
              className={classes.chip}
              aria-pressed={isMine}
              disabled={busy}
              onClick={() => toggle(id)}
            >
              {isMine && <IconCheck size={16} aria-hidden />}
              <bdi>{name}</bdi>
            </button>
          );
        })}
      </div>
    </Section>
  );
}
