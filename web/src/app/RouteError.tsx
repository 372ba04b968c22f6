import { isRouteErrorResponse, useRouteError } from 'react-router';
import { ErrorState } from '../components/ErrorState';
import { NotFoundPage } from './NotFoundPage';

/** A page whose code did not arrive, or an address no route knows. */
export function RouteError() {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />;
  return (
    <ErrorState error={error instanceof Error ? error : new Error(String(error))} onRetry={() => location.reload()} />
  );
}
