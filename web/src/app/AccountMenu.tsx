import { useMutation } from '@apollo/client/react';
import { Button, Menu } from '@mantine/core';
import { IconInfoCircle, IconLogout, IconMap2, IconPlus } from '@tabler/icons-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link, useLocation } from 'react-router';
import { Avatar } from '../components/Avatar';
import { graphql } from '../gql';
import { startAfresh } from './apollo';
import classes from './TopBar.module.css';
import { signInAddress, useViewer } from './viewer';

const signOutMutation = graphql(`
  mutation SignOut {
    signOut {
      ok
    }
  }
`);

/** Sign in for visitors; else the person, the pages a phone's top bar has no room for, and Sign out. */
export function AccountMenu() {
  const intl = useIntl();
  const { viewer, loading } = useViewer();
  const { pathname, search } = useLocation();
  const [signOut] = useMutation(signOutMutation);

  if (viewer === undefined && loading) return <span className={classes.icon} aria-hidden="true" />;
  if (!viewer) {
    return (
      <Button component="a" href={signInAddress(pathname + search)} variant="default" size="xs" style={{ height: 36 }}>
        <FormattedMessage id="account.signIn" defaultMessage="Sign in" />
      </Button>
    );
  }
  const { person } = viewer;
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <button
          type="button"
          className={classes.icon}
          aria-label={intl.formatMessage(
            { id: 'account.menu', defaultMessage: 'Account of {name}' },
            { name: person.username },
          )}
        >
          <Avatar name={person.username} id={person.osmId} picture={person.pictureUrl} size={28} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <bdi>{person.username}</bdi>
        </div>
        <Menu.Divider />
        <Menu.Item component={Link} to="/explore" leftSection={<IconMap2 size={18} />} className={classes.narrowOnly}>
          <FormattedMessage id="topBar.explore" defaultMessage="Explore" />
        </Menu.Item>
        {viewer.viewerCanCreateProject.allowed && (
          <Menu.Item component={Link} to="/projects/new" leftSection={<IconPlus size={18} />}>
            <FormattedMessage id="topBar.newProject" defaultMessage="New project" />
          </Menu.Item>
        )}
        <Menu.Item component={Link} to="/about" leftSection={<IconInfoCircle size={18} />}>
          <FormattedMessage id="account.about" defaultMessage="About Taskgrid" />
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size={18} />}
          onClick={async () => {
            await signOut();
            await startAfresh();
          }}
        >
          <FormattedMessage id="account.signOut" defaultMessage="Sign out" />
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
