import { Button, Menu } from '@mantine/core';
import {
  IconBuildingCommunity,
  IconChartBar,
  IconChecklist,
  IconInfoCircle,
  IconLogout,
  IconMap2,
  IconPlus,
  IconSchool,
  IconSettings,
  IconUser,
  IconUsersGroup,
} from '@tabler/icons-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link, useLocation } from 'react-router';
import { Avatar } from '../components/Avatar';
import classes from './TopBar.module.css';
import { useSignOut } from './useSignOut';
import { signInAddress, useViewer } from './viewer';

/** Sign in for visitors; else the person, the pages a phone's top bar has no room for, and Sign out. */
export function AccountMenu() {
  const intl = useIntl();
  const { viewer, loading } = useViewer();
  const { pathname, search } = useLocation();
  const signOut = useSignOut();

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
        <Menu.Item component={Link} to="/contributions" leftSection={<IconChecklist size={18} />}>
          <FormattedMessage id="topBar.myWork" defaultMessage="My work" />
        </Menu.Item>
        <Menu.Item
          component={Link}
          to={`/users/${encodeURIComponent(person.username)}`}
          leftSection={<IconUser size={18} />}
        >
          <FormattedMessage id="account.profile" defaultMessage="Profile" />
        </Menu.Item>
        <Menu.Item component={Link} to="/settings" leftSection={<IconSettings size={18} />}>
          <FormattedMessage id="account.settings" defaultMessage="Settings" />
        </Menu.Item>
        <Menu.Divider />
        {viewer.viewerCanCreateProject.allowed && (
          <Menu.Item component={Link} to="/projects/new" leftSection={<IconPlus size={18} />}>
            <FormattedMessage id="topBar.newProject" defaultMessage="New project" />
          </Menu.Item>
        )}
        <Menu.Item component={Link} to="/learn" leftSection={<IconSchool size={18} />} className={classes.narrowOnly}>
          <FormattedMessage id="topBar.learn" defaultMessage="Learn" />
        </Menu.Item>
        <Menu.Item component={Link} to="/organisations" leftSection={<IconBuildingCommunity size={18} />}>
          <FormattedMessage id="page.organisations" defaultMessage="Organisations" />
        </Menu.Item>
        <Menu.Item component={Link} to="/teams" leftSection={<IconUsersGroup size={18} />}>
          <FormattedMessage id="page.teams" defaultMessage="Teams" />
        </Menu.Item>
        <Menu.Item component={Link} to="/statistics" leftSection={<IconChartBar size={18} />}>
          <FormattedMessage id="page.statistics" defaultMessage="Statistics" />
        </Menu.Item>
        <Menu.Item component={Link} to="/about" leftSection={<IconInfoCircle size={18} />}>
          <FormattedMessage id="account.about" defaultMessage="About Taskgrid" />
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={18} />} onClick={() => void signOut()}>
          <FormattedMessage id="account.signOut" defaultMessage="Sign out" />
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
