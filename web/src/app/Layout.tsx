import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { defineMessages, FormattedMessage, useIntl } from 'react-intl';
import { Outlet, useLocation, useMatches, useNavigation } from 'react-router';
import { useAccountLanguage } from './accountLanguage';
import { Banner } from './Banner';
import { ErrorBoundary } from './ErrorBoundary';
import classes from './Layout.module.css';
import { OfflineBar } from './OfflineBar';
import { TopBar, type RouteHandle } from './TopBar';
import { unsent } from './unsent';
import { usePageChange } from './usePageChange';

// Fetched by main.tsx when the first page is there: it is needed without a network.
const UnsentLine = lazy<() => ReactNode>(() =>
  import('./UnsentLine').catch(() => ({ default: (): ReactNode => null })),
);

const messages = defineMessages({ skip: { id: 'skip.label', defaultMessage: 'Skip' } });

/** The frame of every page: skip links, top bar, the page, and the live regions of `announce`. */
export function Layout() {
  const intl = useIntl();
  const { pathname, key } = useLocation();
  const { state } = useNavigation();
  const [waits, setWaits] = useState(unsent.get().length > 0);
  useEffect(() => unsent.subscribe(() => setWaits(true)), []);
  const handle = useMatches().findLast((match) => match.handle)?.handle as RouteHandle | undefined;
  const page = handle?.keep ?? pathname;
  usePageChange(page, key);
  useAccountLanguage();
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
      <OfflineBar quiet={handle?.topBar === 'none'} />
      {waits && (
        <Suspense fallback={null}>
          <UnsentLine />
        </Suspense>
      )}
      {handle?.banner !== false && !handle?.topBar && !handle?.skipTo && <Banner />}
      <main id="page" className={classes.main} tabIndex={-1}>
        {handle && (
          // A page that knows a better name puts it before this one.
          <title>
            {intl.formatMessage(
              { id: 'page.tab', defaultMessage: '{page} · Taskgrid' },
              { page: intl.formatMessage(handle.name) },
            )}
          </title>
        )}
        <ErrorBoundary key={page}>
          <Outlet />
        </ErrorBoundary>
      </main>
      <div id="announce-polite" className="visually-hidden" aria-live="polite" />
      <div id="announce-assertive" className="visually-hidden" aria-live="assertive" />
    </div>
  );
}
