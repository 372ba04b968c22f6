import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { Suspense, lazy, useState } from 'react';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { SegmentedFilter } from '../../components/SegmentedFilter';
import { FilterMenus } from './FilterMenus';
import { countFilters, type Filters } from './filters';
import classes from './FilterBar.module.css';
import { SearchField } from './SearchField';
import type { ChangeFilters } from './useFilters';
import { difficultyWords, needWords } from '../../components/projectWords';

const messages = defineMessages({
  filters: { id: 'explore.filters', defaultMessage: 'Filters' },
  need: { id: 'explore.need', defaultMessage: 'What the project needs' },
});

// Only phones open it.
const FilterSheet = lazy(() => import('./FilterSheet'));
const needs = ['TO_MAP', 'TO_VALIDATE', 'ALL'] as const;

/** Search and filters; on narrow screens the search, the three quickest choices, and a sheet with the rest. */
export function FilterBar({ filters, change }: { filters: Filters; change: ChangeFilters }) {
  const intl = useIntl();
  const [sheet, setSheet] = useState<'unused' | 'open' | 'closed'>('unused');
  const chosen = countFilters({ ...filters, search: '', bounds: null });
  return (
    <div className={classes.bar} role="search">
      <SearchField value={filters.search} onChange={(search) => change({ search }, { replace: true })} />
      <div className={classes.wideOnly}>
        <SegmentedFilter
          label={intl.formatMessage(messages.need)}
          options={needs.map((need) => ({ value: need, label: intl.formatMessage(needWords[need]) }))}
          value={filters.need}
          onChange={(need) => change({ need })}
        />
      </div>
      <FilterMenus filters={filters} change={change} />

      <button
        type="button"
        className={classes.filterButton}
        data-chosen={chosen > 0 || undefined}
        aria-haspopup="dialog"
        aria-label={intl.formatMessage(messages.filters)}
        onClick={() => setSheet('open')}
      >
        <IconAdjustmentsHorizontal size={20} aria-hidden />
        {chosen > 0 && <span className={classes.filterCount}>{chosen}</span>}
      </button>
      <div className={classes.chips}>
        {(['TO_MAP', 'TO_VALIDATE'] as const).map((need) => (
          <button
            key={need}
            type="button"
            className={classes.chip}
            aria-pressed={filters.need === need}
            onClick={() => change({ need: filters.need === need ? 'ALL' : need })}
          >
            {intl.formatMessage(needWords[need])}
          </button>
        ))}
        <button
          type="button"
          className={classes.chip}
          aria-pressed={filters.difficulty === 'EASY'}
          onClick={() => change({ difficulty: filters.difficulty === 'EASY' ? null : 'EASY' })}
        >
          {intl.formatMessage(difficultyWords.EASY)}
        </button>
      </div>
      {sheet !== 'unused' && (
        <Suspense fallback={null}>
          <FilterSheet opened={sheet === 'open'} onClose={() => setSheet('closed')} filters={filters} change={change} />
        </Suspense>
      )}
      {chosen > 0 && (
        <button
          type="button"
          className={`${classes.menuButton} ${classes.wideOnly}`}
          style={{ borderColor: 'transparent' }}
          onClick={() => change({ difficulty: null, mappingTypes: [], organisationId: null })}
        >
          <FormattedMessage
            id="explore.clear"
            defaultMessage="Clear {count, plural, one {# filter} other {# filters}}"
            values={{ count: chosen }}
          />
        </button>
      )}
    </div>
  );
}
