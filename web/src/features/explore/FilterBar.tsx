import { Popover } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconBookmark, IconChevronDown } from '@tabler/icons-react';
import { Suspense, useState, type ReactNode } from 'react';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { SegmentedFilter } from '../../components/SegmentedFilter';
import { countFilters, type Filters } from './filters';
import classes from './FilterBar.module.css';
import { NearMe } from './NearMe';
import { SearchField } from './SearchField';
import type { ChangeFilters } from './useFilters';
import type { GroupKey } from './useFilterGroups';
import { difficultyWords, needWords } from '../../components/projectWords';
import { part } from '../../app/part';

const messages = defineMessages({
  filters: { id: 'explore.filters', defaultMessage: 'Filters' },
  need: { id: 'explore.need', defaultMessage: 'What the project needs' },
});

// The bar stands at once; what opens from it comes when it is wanted.
const FilterSheet = part(() => import('./FilterSheet'));
const FilterChoices = part(() => import('./FilterChoices'));
const ActiveFilters = part(() => import('./ActiveFilters'));
const SavedSearches = part(() => import('./SavedSearches'));

const needs = ['TO_MAP', 'TO_VALIDATE', 'ALL'] as const;

type Props = { filters: Filters; change: ChangeFilters };

/** Search and filters; on narrow screens the search, the three quickest choices, and a sheet with the rest. */
export function FilterBar({ filters, change }: Props) {
  const intl = useIntl();
  const [sheet, setSheet] = useState<'unused' | 'open' | 'closed'>('unused');
  const chosen = countFilters({ ...filters, search: '', bounds: null });
  const menu = (group: GroupKey, isChosen: boolean, label: ReactNode) => (
    <BarMenu label={label} chosen={isChosen}>
      {() => <FilterChoices group={group} filters={filters} change={change} />}
    </BarMenu>
  );
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
      <div className={classes.menus}>
        {menu('type', filters.mappingTypes.length > 0, <FormattedMessage id="filter.type" defaultMessage="Type" />)}
        {menu(
          'difficulty',
          filters.difficulty !== null,
          <FormattedMessage id="filter.difficulty" defaultMessage="Difficulty" />,
        )}
        {menu('country', filters.country !== null, <FormattedMessage id="filter.country" defaultMessage="Country" />)}
        {menu(
          'organisation',
          filters.organisationId !== null,
          <FormattedMessage id="filter.organisation" defaultMessage="Organisation" />,
        )}
      </div>

      <button
        type="button"
        className={classes.filterButton}
        data-chosen={chosen > 0 || undefined}
        aria-haspopup="dialog"
        aria-label={intl.formatMessage(messages.filters)}
        onClick={() => setSheet('open')}
      >
        <IconAdjustmentsHorizontal size={20} aria-hidden />
        <span className={classes.wideOnly}>{intl.formatMessage(messages.filters)}</span>
        {chosen > 0 && <span className={classes.filterCount}>{chosen}</span>}
      </button>
      <div className={classes.saved}>
        <BarMenu
          width={320}
          label={
            <>
              <IconBookmark size={18} aria-hidden />
              <FormattedMessage id="searches.title" defaultMessage="Saved searches" />
            </>
          }
        >
          {(close) => <SavedSearches filters={filters} onOpened={close} />}
        </BarMenu>
      </div>
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
        <NearMe filters={filters} change={change} />
      </div>
      {sheet !== 'unused' && (
        <Suspense fallback={null}>
          <FilterSheet opened={sheet === 'open'} onClose={() => setSheet('closed')} filters={filters} change={change} />
        </Suspense>
      )}
      {countFilters(filters) > 0 && (
        <Suspense fallback={<div className={classes.active} />}>
          <ActiveFilters filters={filters} change={change} />
        </Suspense>
      )}
    </div>
  );
}

type BarMenuProps = {
  label: ReactNode;
  chosen?: boolean;
  width?: number;
  children: (close: () => void) => ReactNode;
};

/** A button of the bar that opens a panel under it. */
function BarMenu({ label, chosen, width = 280, children }: BarMenuProps) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={width} trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={classes.menuButton}
          data-chosen={chosen || undefined}
          onClick={() => setOpened(!opened)}
        >
          {label}
          <IconChevronDown size={16} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.panel}>
        <Suspense fallback={null}>{children(() => setOpened(false))}</Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
