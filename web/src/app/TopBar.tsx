import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { Link, NavLink, useMatches } from 'react-router';
import { AccountMenu } from './AccountMenu';
import { Bell } from './Bell';
import { Finder } from './Finder';
import { LanguageMenu } from './LanguageMenu';
import { Mark } from './Mark';
import { ThemeMenu } from './ThemeMenu';
import classes from './TopBar.module.css';
import { useViewer } from './viewer';

const messages = defineMessages({
  main: { id: 'topBar.main', defaultMessage: 'Main' },
  home: { id: 'topBar.home', defaultMessage: 'Taskgrid, home' },
});

export type RouteHandle = {
  /** The page's name in the top bar of a phone. */
  name: { id: string; defaultMessage: string };
  /** The page has a bar of its own instead (`wide`: only on phones; `none`: everywhere). */
  topBar?: 'wide' | 'none';
  /** It has a list (id="list") and a map (id="map") to skip to. */
  skipTo?: readonly ('list' | 'map')[];
  /** False where the page is a map: the notice of the administrators leaves it alone. */
  banner?: false;
  /** Addresses with the same word are one page: going from one to the other builds nothing anew. */
  keep?: string;
};

export function TopBar() {
  const intl = useIntl();
  const { viewer } = useViewer();
  const handle = useMatches().findLast((match) => match.handle)?.handle as RouteHandle | undefined;
  return (
    <header className={classes.bar}>
      <Link to="/" className={classes.brand} aria-label={intl.formatMessage(messages.home)}>
        <Mark />
        <span className={classes.productName}>Taskgrid</span>
        <span className={classes.pageName}>{handle ? intl.formatMessage(handle.name) : 'Taskgrid'}</span>
      </Link>
      <nav className={classes.nav} aria-label={intl.formatMessage(messages.main)}>
        <NavLink to="/explore">
          <FormattedMessage id="topBar.explore" defaultMessage="Explore" />
        </NavLink>
        {viewer && (
          <NavLink to="/contributions">
            <FormattedMessage id="topBar.myWork" defaultMessage="My work" />
          </NavLink>
        )}
        <NavLink to="/learn">
          <FormattedMessage id="topBar.learn" defaultMessage="Learn" />
        </NavLink>
      </nav>
      <div className={classes.end}>
        {viewer?.viewerCanCreateProject.allowed && (
          <Button
            component={Link}
            to="/projects/new"
            variant="default"
            size="xs"
            className={`${classes.wideOnly} ${classes.new}`}
            leftSection={<IconPlus size={16} aria-hidden />}
          >
            <FormattedMessage id="topBar.newProject" defaultMessage="New project" />
          </Button>
        )}
        <Finder />
        {/* On a phone, who is signed in finds both in their settings. */}
        <div className={classes.choices} data-elsewhere={viewer ? true : undefined}>
          <LanguageMenu />
          <ThemeMenu />
        </div>
        {viewer && <Bell />}
        <AccountMenu />
      </div>
    </header>
  );
}
