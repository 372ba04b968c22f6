import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router';
import { EmptyState } from '../../components/EmptyState';

export function NoOrganisation() {
  return (
    <EmptyState
      page
      title={<FormattedMessage id="organisation.none" defaultMessage="There is no such organisation" />}
      text={<FormattedMessage id="organisation.noneText" defaultMessage="It was renamed or deleted." />}
      action={
        <Link to="/organisations">
          <FormattedMessage id="organisations.all" defaultMessage="All organisations" />
        </Link>
      }
    />
  );
}
