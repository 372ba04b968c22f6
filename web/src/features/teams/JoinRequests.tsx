import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Checkbox } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import { levelName } from '../../components/person/levelNames';
import { Section } from '../../components/Page';
import { PersonLink } from '../../components/PersonLink';
import { Problem } from '../../components/Problem';
import rows from '../../components/Rows.module.css';
import { ShowMore } from '../../components/ShowMore';
import { ErrorState } from '../../components/ErrorState';
import { useChange } from '../../components/useChange';
import { graphql } from '../../gql';
import type { JoinDecision } from '../../gql/graphql';
import { AFTER_CHANGE } from './Joining';
import classes from './Team.module.css';

const PAGE = 20;

const requestsQuery = graphql(`
  query JoinRequests($team: ID!, $first: Int!, $after: String) {
    team(id: $team) {
      id
      joinMethod
      viewerMembership {
        active
        function
        joinRequestNotifications
      }
      joinRequests(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            person {
              id
              osmId
              username
              pictureUrl
              level {
                number
                name
              }
            }
          }
        }
      }
    }
  }
`);

const decideMutation = graphql(`
  mutation DecideJoinRequest($input: DecideJoinRequestInput!) {
    decideJoinRequest(input: $input) {
      ... on DecideJoinRequestPayload {
        team {
          id
        }
      }
      ... on Error {
        message
      }
    }
  }
`);

const hearMutation = graphql(`
  mutation HearOfJoinRequests($input: SetJoinRequestNotificationsInput!) {
    setJoinRequestNotifications(input: $input) {
      ... on SetJoinRequestNotificationsPayload {
        team {
          id
          viewerMembership {
            active
            function
            joinRequestNotifications
          }
        }
      }
      ... on Error {
        message
      }
    }
  }
`);

/** Who asked to join and waits for a manager; nothing where nobody does and nobody can ask. */
export function JoinRequests({ team }: { team: string }) {
  const intl = useIntl();
  const variables = { team, first: PAGE };
  const { data, loading, error, refetch, fetchMore } = useQuery(requestsQuery, {
    variables,
    fetchPolicy: 'cache-and-network',
  });
  const [hear] = useMutation(hearMutation);
  const { run, problem } = useChange();
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const requests = data?.team?.joinRequests;
  if (!requests || (requests.totalCount === 0 && data?.team?.joinMethod !== 'BY_REQUEST')) return null;
  const membership = data?.team?.viewerMembership;
  const isManager = membership?.active && membership.function === 'MANAGER';
  return (
    <Section card title={<FormattedMessage id="team.requests" defaultMessage="Who asks to join" />}>
      {requests.edges.length === 0 ? (
        <p className={rows.facts}>
          <FormattedMessage id="team.noRequests" defaultMessage="Nobody waits for an answer." />
        </p>
      ) : (
        <ul className={rows.people}>
          {requests.edges.map(({ node: { person } }) => (
            <li key={person.id} className={rows.row}>
              <div className={rows.who}>
                <PersonLink person={person} size={32} />
                <span className={rows.facts}>{levelName(intl, person.level.name)}</span>
              </div>
              <Decide team={team} username={person.username} />
            </li>
          ))}
        </ul>
      )}
      {requests.totalCount > PAGE && (
        <ShowMore
          shown={requests.edges.length}
          total={requests.totalCount}
          loading={loading}
          onMore={() => void fetchMore({ variables: { ...variables, after: requests.pageInfo.endCursor } })}
        />
      )}
      {isManager && (
        <Checkbox
          className={classes.action}
          label={<FormattedMessage id="team.hear" defaultMessage="Tell me when somebody asks to join" />}
          checked={membership.joinRequestNotifications}
          onChange={(event) => {
            const input = { teamId: team, enabled: event.currentTarget.checked };
            void run(() => hear({ variables: { input } }).then((answer) => answer.data?.setJoinRequestNotifications));
          }}
        />
      )}
      <Problem>{problem}</Problem>
    </Section>
  );
}

function Decide({ team, username }: { team: string; username: string }) {
  const [decide] = useMutation(decideMutation, AFTER_CHANGE);
  const { run, busy, problem } = useChange();
  const say = (decision: JoinDecision) =>
    void run(() =>
      decide({ variables: { input: { teamId: team, username, decision } } }).then(
        ({ data }) => data?.decideJoinRequest,
      ),
    );
  const values = { name: <bdi className="visually-hidden">{username}</bdi> };
  return (
    <>
      <span className={classes.buttons}>
        <Button size="xs" loading={busy} onClick={() => say('ACCEPT')}>
          <FormattedMessage id="team.accept" defaultMessage="Accept {name}" values={values} />
        </Button>
        <Button size="xs" variant="default" disabled={busy} onClick={() => say('REJECT')}>
          <FormattedMessage id="team.reject" defaultMessage="Reject {name}" values={values} />
        </Button>
      </span>
      <Problem>{problem}</Problem>
    </>
  );
}
