import type { FragmentType } from '@apollo/client';
import { useFragment, useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import { levelName } from '../../components/person/levelNames';
import { Problem } from '../../components/Problem';
import { useChange } from '../../components/useChange';
import { graphql } from '../../gql';

const levelVoteFragment = graphql(`
  fragment LevelVote on Person {
    id
    nextLevel {
      level {
        number
        name
      }
      nominatedAt
      viewerVoted
      viewerCanApprove {
        allowed
      }
    }
  }
`);

const approve = graphql(`
  mutation ApproveLevel($input: ApproveLevelInput!) {
    approveLevel(input: $input) {
      ... on ApproveLevelPayload {
        person {
          id
          ...LevelProgress
          ...LevelVote
        }
      }
      ... on Error {
        message
      }
    }
  }
`);

/** For administrators, while somebody's next level waits for votes: theirs. The last one needed gives the level. */
export function LevelVote({ person: from }: { person: FragmentType<typeof levelVoteFragment> }) {
  const intl = useIntl();
  const { data: person, complete } = useFragment({ fragment: levelVoteFragment, from });
  const [vote] = useMutation(approve);
  const { run, busy, problem } = useChange();
  const next = complete ? person.nextLevel : null;
  if (!complete || !next?.nominatedAt) return null;
  if (next.viewerVoted) {
    return (
      <p>
        <FormattedMessage id="levelVote.voted" defaultMessage="Your vote is among them." />
      </p>
    );
  }
  if (!next.viewerCanApprove.allowed) return null;
  return (
    <>
      <Button
        loading={busy}
        onClick={() =>
          void run(async () => (await vote({ variables: { input: { personId: person.id } } })).data?.approveLevel)
        }
      >
        <FormattedMessage
          id="levelVote.vote"
          defaultMessage="Vote for {level}"
          values={{ level: levelName(intl, next.level.name) }}
        />
      </Button>
      <Problem>{problem}</Problem>
    </>
  );
}
