import { defineMessages, FormattedMessage, useIntl } from 'react-intl';
import { Outlet, useLocation, useMatches, useNavigation } from 'react-router';
import { ErrorBoundary } from './ErrorBoundary';
import classes from './Layout.module.css';
import { OfflineBar } from './OfflineBar';
import { TopBar, type RouteHandle } from './TopBar';

const messages = defineMessages({ skip: { id: 'skip.label', defaultMessage: 'Skip' } });

/** The frame of every page: skip links, top bar, the page, and the live regions of `announce`. */
export function Layout() {
  const intl = useIntl();
  const { pathname } = useLocation();
  const { state } = useNavigation();
  const handle = useMatches().findLast((match) => match.handle)?.handle as RouteHandle | undefined;
  return (
    <div className={classes.app} data-top-bar={handle?.topBar}>
      <nav className={classes.skip} aria-label={intl.formatMessage(messages.skip)}>
        {handle?.skipTo ? (
          handle.skipTo.map((target) => (
            <a key={target} href={`#${target}`}>
              {target === 'list' ? (
                <FormattedMessage id="skip.list" defaultMessage="To the list" />
              ) : (
                <FormattedMessage id="skip.map" defaultMessage="To the map" />
              )}
            </a>
          ))
        ) : (
          <a href="#page">
            <FormattedMessage id="skip.page" defaultMessage="To the page" />
          </a>
        )}
      </nav>
      {state === 'loading' && <div className={classes.progress} />}
      <TopBar />
      <OfflineBar />
      <main id="page" className={classes.main} tabIndex={-1}>
        <ErrorBoundary key={pathname}>
          <Outlet />
        </ErrorBoundary>
      </main>
      <div id="announce-polite" className="visually-hidden" aria-live="polite" />
      <div id="announce-assertive" className="visually-hidden" aria-live="assertive" />
    </div>
  );
}
