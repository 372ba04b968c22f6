import type { FragmentType } from '@apollo/client';
import { useFragment, useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { Problem } from '../../components/Problem';
import { useChange } from '../../components/useChange';
import { graphql } from '../../gql';
import type { JoinDecision } from '../../gql/graphql';
import classes from './MessagePane.module.css';

export const joinRequestFragment = graphql(`
  fragment JoinRequest on Notification {
    number
    type
    sender {
      id
      username
    }
    team {
      id
      name
      viewerCanEdit {
        allowed
      }
      joinRequests(first: 100) {
        edges {
          node {
            person {
              id
            }
          }
        }
      }
    }
  }
`);

const decideMutation = graphql(`
  mutation DecideFromInbox($input: DecideJoinRequestInput!) {
    decideJoinRequest(input: $input) {
      ... on DecideJoinRequestPayload {
        team {
          id
          joinRequests(first: 100) {
            edges {
              node {
                person {
                  id
                }
              }
            }
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

/** Somebody asks to join a team that the reader manages, and waits: the answer is given here. */
export function JoinRequest({ message: from }: { message: FragmentType<typeof joinRequestFragment> }) {
  const { data: message, complete } = useFragment({
    fragment: joinRequestFragment,
    fragmentName: 'JoinRequest',
    from,
  });
  const [decide] = useMutation(decideMutation);
  const { run, busy, problem } = useChange();
  const [answered, setAnswered] = useState<JoinDecision | null>(null);
  if (!complete || message.type !== 'REQUEST_TEAM_NOTIFICATION') return null;
  const { team, sender } = message;
  if (!team?.viewerCanEdit.allowed || !sender) return null;
  const waits = team.joinRequests.edges.some(({ node }) => node.person.id === sender.id);
  if (!waits && !answered) return null;

  const answer = async (decision: JoinDecision) => {
    const input = { teamId: team.id, username: sender.username, decision };
    if (await run(async () => (await decide({ variables: { input } })).data?.decideJoinRequest)) setAnswered(decision);
  };
  const names = { person: <bdi>{sender.username}</bdi>, team: <bdi>{team.name}</bdi> };
  return (
    <div className={classes.request}>
      <p role="status">
        {answered === 'ACCEPT' ? (
          <FormattedMessage
            id="joinRequest.accepted"
            defaultMessage="{person} is in the team {team} now."
            values={names}
          />
        ) : answered === 'REJECT' ? (
          <FormattedMessage
            id="joinRequest.declined"
            defaultMessage="{person} was told that the team {team} does not take them in."
            values={names}
          />
        ) : (
          <FormattedMessage
            id="joinRequest.asks"
            defaultMessage="{person} asks to join the team {team}."
            values={names}
          />
        )}
      </p>
      <Problem>{problem}</Problem>
      {!answered && (
        <div className={classes.answers}>
          <Button loading={busy} onClick={() => void answer('ACCEPT')}>
            <FormattedMessage id="joinRequest.accept" defaultMessage="Let them in" />
          </Button>
          <Button variant="default" disabled={busy} onClick={() => void answer('REJECT')}>
            <FormattedMessage id="joinRequest.decline" defaultMessage="Decline" />
          </Button>
        </div>
      )}
    </div>
  );
}
