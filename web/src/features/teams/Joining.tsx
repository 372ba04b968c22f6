import type { FragmentType } from '@apollo/client';
import { useFragment, useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { signInAddress, useViewer } from '../../app/viewer';
import { ConfirmButton } from '../../components/ConfirmButton';
import { Section } from '../../components/Page';
import { Problem } from '../../components/Problem';
import { useChange } from '../../components/useChange';
import { graphql } from '../../gql';
import classes from './Team.module.css';

const joiningFragment = graphql(`
  fragment Joining on Team {
    id
    name
    joinMethod
    viewerMembership {
      active
      function
    }
    viewerCanJoin {
      allowed
      message
    }
  }
`);

const joinMutation = graphql(`
  mutation JoinTeam($team: ID!) {
    joinTeam(input: { teamId: $team }) {
      ... on JoinTeamPayload {
        team {
          id
          ...Joining
        }
      }
      ... on Error {
        message
      }
    }
  }
`);

const leaveMutation = graphql(`
  mutation LeaveTeam($team: ID!) {
    leaveTeam(input: { teamId: $team }) {
      ... on LeaveTeamPayload {
        team {
          id
          ...Joining
        }
      }
      ... on Error {
        message
      }
    }
  }
`);

/** All that a change of who is in the team changes on its page. */
export const AFTER_CHANGE = { refetchQueries: ['Team', 'TeamMembers', 'JoinRequests'], awaitRefetchQueries: true };

const how = defineMessages({
  ANY: { id: 'team.how.any', defaultMessage: 'Everybody can join, at once.' },
  BY_REQUEST: {
    id: 'team.how.request',
    defaultMessage: 'You ask to join, and a manager of the team decides.',
  },
  BY_INVITE: { id: 'team.how.invite', defaultMessage: 'Managers of the team choose who is in it.' },
});

/** What the person is to the team, and the one thing they can do about it. */
export function Joining({ team: from }: { team: FragmentType<typeof joiningFragment> }) {
  const intl = useIntl();
  const { viewer } = useViewer();
  const { data: team, complete } = useFragment({ fragment: joiningFragment, from });
  const [join] = useMutation(joinMutation, AFTER_CHANGE);
  const [leave] = useMutation(leaveMutation, AFTER_CHANGE);
  const { run, busy, problem } = useChange();
  if (!complete) return null;

  const { viewerMembership: membership, viewerCanJoin } = team;
  const variables = { team: team.id };
  const doLeave = () => leave({ variables }).then(({ data }) => data?.leaveTeam);
  return (
    <Section card title={<FormattedMessage id="team.joining" defaultMessage="Joining" />}>
      {membership?.active ? (
        <>
          <p>
            {membership.function === 'MANAGER' ? (
              <FormattedMessage id="team.youManage" defaultMessage="You are a manager of this team." />
            ) : (
              <FormattedMessage id="team.youAreIn" defaultMessage="You are in this team." />
            )}
          </p>
          <div className={classes.action}>
            <ConfirmButton
              fullWidth
              title={
                <FormattedMessage id="team.leaveAsk" defaultMessage="Leave {team}?" values={{ team: team.name }} />
              }
              text={
                <FormattedMessage
                  id="team.leaveText"
                  defaultMessage="You can no longer work on projects that are only for this team."
                />
              }
              verb={<FormattedMessage id="team.leave" defaultMessage="Leave the team" />}
              change={doLeave}
            />
          </div>
        </>
      ) : membership ? (
        <>
          <p>
            <FormattedMessage
              id="team.asked"
              defaultMessage="You asked to join. A manager of the team decides, and you are told."
            />
          </p>
          <Button
            className={classes.action}
            variant="default"
            fullWidth
            loading={busy}
            onClick={() => void run(doLeave)}
          >
            <FormattedMessage id="team.withdraw" defaultMessage="Withdraw your request" />
          </Button>
        </>
      ) : (
        <>
          <p>{intl.formatMessage(how[team.joinMethod])}</p>
          {viewer === null ? (
            team.joinMethod !== 'BY_INVITE' && (
              <Button component="a" href={signInAddress()} className={classes.action} fullWidth>
                <FormattedMessage id="team.signIn" defaultMessage="Sign in to join" />
              </Button>
            )
          ) : viewerCanJoin.allowed ? (
            <Button
              className={classes.action}
              fullWidth
              loading={busy}
              onClick={() => void run(() => join({ variables }).then(({ data }) => data?.joinTeam))}
            >
              {team.joinMethod === 'BY_REQUEST' ? (
                <FormattedMessage id="team.ask" defaultMessage="Ask to join" />
              ) : (
                <FormattedMessage id="team.join" defaultMessage="Join the team" />
              )}
            </Button>
          ) : (
            team.joinMethod !== 'BY_INVITE' && <p className={classes.quiet}>{viewerCanJoin.message}</p>
          )}
        </>
      )}
      <Problem>{problem}</Problem>
    </Section>
  );
}
