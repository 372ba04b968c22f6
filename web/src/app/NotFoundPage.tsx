import { Button } from '@mantine/core';
import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router';
import { EmptyState } from '../components/EmptyState';

export function NotFoundPage() {
  return (
    <EmptyState
      page
      title={<FormattedMessage id="notFound.title" defaultMessage="There is no page at this address" />}
      text={
        <FormattedMessage id="notFound.text" defaultMessage="It may have moved, or the link has a mistake in it." />
      }
      action={
        <Button component={Link} to="/explore">
          <FormattedMessage id="notFound.action" defaultMessage="Explore projects" />
        </Button>
      }
    />
  );
}
