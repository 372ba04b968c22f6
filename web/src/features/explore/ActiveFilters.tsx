import { IconX } from '@tabler/icons-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { NO_FILTERS, countFilters, type Filters } from './filters';
import classes from './FilterBar.module.css';
import type { ChangeFilters } from './useFilters';
import { useFilterGroups } from './useFilterGroups';

/** What narrows the list, each to be taken back by itself, and all at once. */
export default function ActiveFilters({ filters, change }: { filters: Filters; change: ChangeFilters }) {
  const intl = useIntl();
  const { active, ready } = useFilterGroups(filters, change);
  const { need, orderBy } = filters;
  return (
    <div className={classes.active}>
      {/* Names come with the counts; until then no number stands in for one. */}
      {ready &&
        active.map(({ key, label, toggle }) => (
          <button
            key={key}
            type="button"
            className={classes.activeChip}
            aria-label={intl.formatMessage(
              { id: 'explore.removeFilter', defaultMessage: 'Remove the filter {name}' },
              { name: label },
            )}
            onClick={toggle}
          >
            <span dir="auto">{label}</span>
            <IconX size={14} aria-hidden />
          </button>
        ))}
      <button type="button" className={classes.clear} onClick={() => change({ ...NO_FILTERS, need, orderBy })}>
        <FormattedMessage
          id="explore.clear"
          defaultMessage="Clear {count, plural, one {# filter} other {# filters}}"
          values={{ count: countFilters(filters) }}
        />
      </button>
    </div>
  );
}
