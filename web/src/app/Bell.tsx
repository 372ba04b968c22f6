import { Popover } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconBell } from '@tabler/icons-react';
import { Suspense, useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';
import { Link, useLocation } from 'react-router';
import { announce } from './announce';
import classes from './Bell.module.css';
import barClasses from './TopBar.module.css';
import { useLiveUnreadCount } from './unread';
import { part } from './part';

const BellList = part(() => import('../features/inbox/BellList'));

const MOST = 99;

/** How many messages are unread, live. It opens the newest; on a phone it leads to the inbox. */
export function Bell() {
  const intl = useIntl();
  const count = useLiveUnreadCount() ?? 0;
  const [opened, { toggle, close }] = useDisclosure();
  const isNarrow = useMediaQuery('(max-width: 699px)');
  const { pathname } = useLocation();
  const before = useRef<number>(undefined);
  const label = intl.formatMessage(
    { id: 'bell.label', defaultMessage: 'Inbox, {count, plural, =0 {nothing unread} other {# unread}}' },
    { count },
  );
  useEffect(() => {
    // What was unread when the page opened is no news.
    if (before.current !== undefined && count > before.current) announce(label);
    before.current = count;
  }, [count, label]);
  useEffect(() => close(), [pathname, close]);

  const bell = (
    <>
      <IconBell size={20} aria-hidden />
      {count > 0 && (
        <span className={classes.count} aria-hidden="true">
          {count > MOST ? `${intl.formatNumber(MOST)}+` : intl.formatNumber(count)}
        </span>
      )}
    </>
  );
  const className = `${barClasses.icon} ${classes.bell}`;
  if (isNarrow || pathname.startsWith('/inbox')) {
    return (
      <Link to="/inbox" className={className} aria-label={label} title={label}>
        {bell}
      </Link>
    );
  }
  return (
    <Popover opened={opened} onChange={close} position="bottom-end" width={380} shadow="md" radius="lg" trapFocus>
      <Popover.Target>
        <button type="button" className={className} aria-label={label} title={label} onClick={toggle}>
          {bell}
        </button>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={intl.formatMessage({ id: 'page.inbox', defaultMessage: 'Inbox' })}>
        <Suspense fallback={<div className={classes.waiting} aria-busy="true" />}>
          <BellList onLeave={close} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
