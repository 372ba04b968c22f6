import { Tooltip } from '@mantine/core';
import { FormattedMessage } from 'react-intl';
import type { Filters } from './filters';
import classes from './FilterBar.module.css';
import type { ChangeFilters } from './useFilters';
import { useNearMe } from './useNearMe';

/** The quick choice that puts the nearest projects first; pressed again, the order is as it was. */
export function NearMe({ filters, change }: { filters: Filters; change: ChangeFilters }) {
  const { sort, problem, forget } = useNearMe(change);
  return (
    <Tooltip label={problem} opened={problem !== null} color="var(--danger)" multiline maw={240}>
      <button
        type="button"
        className={classes.chip}
        aria-pressed={filters.near !== null}
        onClick={() => (filters.near ? change({ near: null }) : sort())}
        onBlur={forget}
      >
        <FormattedMessage id="explore.nearMe" defaultMessage="Near me" />
      </button>
    </Tooltip>
  );
}
