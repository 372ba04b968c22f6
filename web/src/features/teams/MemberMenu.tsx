import { useMutation } from '@apollo/client/react';
import { Menu } from '@mantine/core';
import { IconDots, IconUserMinus, IconUserStar, IconUserUp } from '@tabler/icons-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Confirm } from '../../components/ConfirmButton';
import { Problem } from '../../components/Problem';
import { useChange } from '../../components/useChange';
import { graphql } from '../../gql';
import type { TeamMemberFunction } from '../../gql/graphql';
import { AFTER_CHANGE } from './Joining';
import { addMemberMutation } from './AddMember';
import classes from './Team.module.css';

const removeMutation = graphql(`
  mutation RemoveTeamMember($input: RemoveTeamMemberInput!) {
    removeTeamMember(input: $input) {
      ... on RemoveTeamMemberPayload {
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

type Props = { team: string; username: string; function: TeamMemberFunction };

/** What a manager of the team can do about a person in it. */
export function MemberMenu({ team, username, function: now }: Props) {
  const intl = useIntl();
  const [asking, setAsking] = useState(false);
  const [set] = useMutation(addMemberMutation, AFTER_CHANGE);
  const [remove] = useMutation(removeMutation, AFTER_CHANGE);
  const { run, problem } = useChange();
  const other = now === 'MANAGER' ? 'MEMBER' : 'MANAGER';
  const become = () =>
    set({ variables: { input: { teamId: team, username, function: other } } }).then(({ data }) => data?.addTeamMember);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <button
            type="button"
            className={classes.menu}
            aria-label={intl.formatMessage(
              { id: 'team.memberMenu', defaultMessage: 'Change what {name} is in the team' },
              { name: username },
            )}
          >
            <IconDots size={18} />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={now === 'MANAGER' ? <IconUserStar size={18} /> : <IconUserUp size={18} />}
            onClick={() => void run(become)}
          >
            {now === 'MANAGER' ? (
              <FormattedMessage id="team.makeMember" defaultMessage="Make a member" />
            ) : (
              <FormattedMessage id="team.makeManager" defaultMessage="Make a manager" />
            )}
          </Menu.Item>
          <Menu.Item leftSection={<IconUserMinus size={18} />} onClick={() => setAsking(true)}>
            <FormattedMessage id="team.remove" defaultMessage="Remove from the team" />
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Problem>{problem}</Problem>
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title={
          <FormattedMessage
            id="team.removeAsk"
            defaultMessage="Remove {name} from the team?"
            values={{ name: <bdi>{username}</bdi> }}
          />
        }
        text={
          <FormattedMessage
            id="team.removeText"
            defaultMessage="What they mapped stays. You can add them again at any time."
          />
        }
        verb={<FormattedMessage id="team.remove" defaultMessage="Remove from the team" />}
        change={() =>
          remove({ variables: { input: { teamId: team, username } } }).then(({ data }) => data?.removeTeamMember)
        }
      />
    </>
  );
}
