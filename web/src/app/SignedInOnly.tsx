import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { useLocation } from 'react-router';
import { EmptyState } from '../components/EmptyState';
import { signInAddress, useViewer } from './viewer';

/** What only a signed-in person has: visitors are asked to sign in, and come back to this page. */
export function SignedInOnly({ children }: { children: ReactNode }) {
  const { viewer, loading } = useViewer();
  const { pathname, search } = useLocation();
  if (viewer) return children;
  if (viewer === undefined && loading) return null;
  return (
    <EmptyState
      page
      title={<FormattedMessage id="signedInOnly.title" defaultMessage="This page is yours once you sign in" />}
      text={
        <FormattedMessage
          id="signedInOnly.text"
          defaultMessage="You sign in with your OpenStreetMap account, and come back here."
        />
      }
      action={
        <Button component="a" href={signInAddress(pathname + search)}>
          <FormattedMessage id="account.signIn" defaultMessage="Sign in" />
        </Button>
      }
    />
  );
}
