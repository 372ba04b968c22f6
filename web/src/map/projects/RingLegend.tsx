import { FormattedMessage } from 'react-intl';
import classes from './ProjectMap.module.css';

/** What the colours of a ring mean. */
export function RingLegend({ className = '' }: { className?: string }) {
  return (
    <ul className={`float ${classes.legend} ${className}`}>
      <li>
        <i style={{ background: 'var(--state-validated)' }} />
        <FormattedMessage id="legend.validated" defaultMessage="validated" />
      </li>
      <li>
        <i style={{ background: 'var(--state-mapped)' }} />
        <FormattedMessage id="legend.mapped" defaultMessage="mapped" />
      </li>
      <li>
        <i style={{ background: 'var(--state-rest)' }} />
        <FormattedMessage id="legend.rest" defaultMessage="still to map" />
      </li>
    </ul>
  );
}
