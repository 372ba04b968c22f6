import type { FragmentType } from '@apollo/client';
import { useFragment, useMutation } from '@apollo/client/react';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconHeart, IconHeartFilled } from '@tabler/icons-react';
import { useState } from 'react';
import { defineMessages, useIntl } from 'react-intl';
import { announce } from '../app/announce';
import { graphql } from '../gql';

export const favouriteFragment = graphql(`
  fragment Favourite on Project {
    id
    name
    viewerFavourite
  }
`);

const favourite = graphql(`
  mutation FavouriteProject($input: FavouriteProjectInput!) {
    favouriteProject(input: $input) {
      ... on FavouriteProjectPayload {
        project {
          id
          viewerFavourite
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`);

const unfavourite = graphql(`
  mutation UnfavouriteProject($input: UnfavouriteProjectInput!) {
    unfavouriteProject(input: $input) {
      ... on UnfavouriteProjectPayload {
        project {
          id
          viewerFavourite
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`);

const messages = defineMessages({
  failed: { id: 'favourite.failed', defaultMessage: 'The favourite was not kept. Try again' },
});

type Props = { project: FragmentType<typeof favouriteFragment>; size?: number; className?: string };

/** The heart of a project: a favourite of the person, or not. For people who are signed in. */
export function FavouriteButton({ project: from, size = 36, className }: Props) {
  const intl = useIntl();
  const { data: project, complete } = useFragment({ fragment: favouriteFragment, fragmentName: 'Favourite', from });
  const [add] = useMutation(favourite);
  const [remove] = useMutation(unfavourite);
  const [problem, setProblem] = useState<string | null>(null);
  if (!complete) return null;
  const { id, viewerFavourite: on } = project;
  const toggle = async () => {
    setProblem(null);
    const options = { variables: { input: { projectId: id } } };
    // It shows at once, and goes back by itself where the server says no.
    const optimistic = { project: { __typename: 'Project' as const, id, viewerFavourite: !on } };
    try {
      const result = on
        ? (
            await remove({
              ...options,
              optimisticResponse: { unfavouriteProject: { __typename: 'UnfavouriteProjectPayload', ...optimistic } },
            })
          ).data?.unfavouriteProject
        : (
            await add({
              ...options,
              optimisticResponse: { favouriteProject: { __typename: 'FavouriteProjectPayload', ...optimistic } },
            })
          ).data?.favouriteProject;
      if (result && 'message' in result) fail(result.message);
    } catch {
      fail(intl.formatMessage(messages.failed));
    }
  };
  const fail = (message: string) => {
    setProblem(message);
    announce(message);
  };
  return (
    <Tooltip label={problem} opened={problem !== null} color="var(--danger)" multiline maw={240}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={size}
        className={className}
        aria-pressed={on}
        aria-label={intl.formatMessage(
          { id: 'favourite.label', defaultMessage: 'Favourite: {name}' },
          { name: project.name },
        )}
        onClick={() => void toggle()}
      >
        {on ? (
          <IconHeartFilled size={20} aria-hidden style={{ color: 'var(--accent)' }} />
        ) : (
          <IconHeart size={20} aria-hidden />
        )}
      </ActionIcon>
    </Tooltip>
  );
}
