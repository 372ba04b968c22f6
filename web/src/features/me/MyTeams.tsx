import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Skeleton } from '@mantine/core';
import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { Section } from '../../components/Page';
import { Problem } from '../../components/Problem';
import { useChange } from '../../components/useChange';
import { Waiting } from '../../components/Waiting';
import { graphql } from '../../gql';
import { MyTeam } from './MyTeam';
import classes from './MyTeams.module.css';

/** Nobody is in more teams than this, or nearly so: the rest is found in the list of all teams. */
const MOST = 100;

const myTeamsQuery = graphql(`
  query MyTeams($first: Int!) {
    requested: teams(filter: { mine: REQUESTED }, first: $first) {
      edges {
        cursor
        node {
          id
          ...MyTeam
        }
      }
    }
    mine: teams(filter: { mine: MEMBER }, first: $first) {
      edges {
        cursor
        node {
          id
          ...MyTeam
        }
      }
    }
  }
`);

const withdraw = graphql(`
  mutation WithdrawJoinRequest($input: LeaveTeamInput!) {
    leaveTeam(input: $input) {
      ... on LeaveTeamPayload {
        team {
          id
          viewerMembership {
            active
          }
        }
      }
      ... on Error {
        message
      }
    }
  }
`);

/** The teams the person is in, with what they are there, and those they asked to join. */
export function MyTeams() {
  const { data, error, refetch } = useQuery(myTeamsQuery, {
    variables: { first: MOST },
    fetchPolicy: 'cache-and-network',
  });
  const allTeams = (
    <Link to="/teams">
      <FormattedMessage id="myTeams.all" defaultMessage="All teams" />
    </Link>
  );
  if (error && !data) {
    return (
      <ErrorState
        title={<FormattedMessage id="myTeams.failed" defaultMessage="Your teams did not load." />}
        error={error}
        onRetry={() => void refetch()}
      />
    );
  }
  if (!data) {
    return (
      <Waiting>
        <Skeleton height={220} radius={12} />
      </Waiting>
    );
  }
  const { requested, mine } = data;
  if (requested.edges.length + mine.edges.length === 0) {
    return (
      <EmptyState
        title={<FormattedMessage id="myTeams.none" defaultMessage="You are in no team yet" />}
        text={
          <FormattedMessage
            id="myTeams.noneText"
            defaultMessage="Teams map together, and some projects are for them alone."
          />
        }
        action={
          <Button component={Link} to="/teams">
            <FormattedMessage id="myTeams.find" defaultMessage="Find a team" />
          </Button>
        }
      />
    );
  }
  return (
    <>
      {requested.edges.length > 0 && (
        <Section title={<FormattedMessage id="myTeams.requested" defaultMessage="Waiting for an answer" />}>
          <ul className={classes.list}>
            {requested.edges.map(({ node }) => (
              <MyTeam key={node.id} team={node}>
                <Withdraw team={node.id} onDone={() => void refetch()} />
              </MyTeam>
            ))}
          </ul>
        </Section>
      )}
      {mine.edges.length > 0 && (
        <Section title={<FormattedMessage id="myTeams.mine" defaultMessage="Your teams" />} action={allTeams}>
          <ul className={classes.list}>
            {mine.edges.map(({ node }) => (
              <MyTeam key={node.id} team={node} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Withdraw({ team, onDone }: { team: string; onDone: () => void }) {
  const [leave] = useMutation(withdraw);
  const { run, busy, problem } = useChange();
  const act = async () => {
    const done = await run(async () => (await leave({ variables: { input: { teamId: team } } })).data?.leaveTeam);
    if (done) onDone();
  };
  return (
    <div>
      <Button variant="default" size="xs" loading={busy} onClick={() => void act()}>
        <FormattedMessage id="myTeams.withdraw" defaultMessage="Withdraw the request" />
      </Button>
      <Problem>{problem}</Problem>
    </div>
  );
}
