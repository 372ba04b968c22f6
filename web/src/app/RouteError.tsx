import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { FormattedMessage } from 'react-intl';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { EmptyState } from '../components/EmptyState';
import { ErrorState } from '../components/ErrorState';
import { NotFoundPage } from './NotFoundPage';
import { isStaleCode, reloadOnce } from './staleCode';

/** A page whose code did not arrive, or an address no route knows. */
export function RouteError() {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />;
  if (isStaleCode(error)) return <NewVersion />;
  return (
    <ErrorState error={error instanceof Error ? error : new Error(String(error))} onRetry={() => location.reload()} />
  );
}

/** The tab is older than the server. It reloads by itself, once: nothing of this page was shown yet. */
function NewVersion() {
  useEffect(() => {
    void reloadOnce();
  }, []);
  return (
    <EmptyState
      page
      title={<FormattedMessage id="newVersion.title" defaultMessage="A new version of Taskgrid is there" />}
      text={<FormattedMessage id="newVersion.text" defaultMessage="Reload to go on to this page." />}
      action={
        <Button onClick={() => location.reload()}>
          <FormattedMessage id="newVersion.reload" defaultMessage="Reload" />
        </Button>
      }
    />
  );
}
