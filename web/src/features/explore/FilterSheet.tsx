import { Button, Drawer } from '@mantine/core';
import '@mantine/core/styles/Drawer.layer.css';
import { useMediaQuery } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { ErrorState } from '../../components/ErrorState';
import { LineSkeleton, Waiting } from '../../components/Waiting';
import { needWords } from '../../components/projectWords';
import { SegmentedFilter } from '../../components/SegmentedFilter';
import { ChoiceList } from './FilterChoices';
import { NO_FILTERS, type Filters } from './filters';
import classes from './FilterSheet.module.css';
import SavedSearches from './SavedSearches';
import type { ChangeFilters } from './useFilters';
import { useFilterGroups, type GroupKey } from './useFilterGroups';

const messages = defineMessages({
  title: { id: 'explore.filters', defaultMessage: 'Filters' },
  close: { id: 'explore.filters.close', defaultMessage: 'Close the filters' },
  need: { id: 'explore.need', defaultMessage: 'What the project needs' },
});

/** Those that most people use; the others are folded until they are wanted or hold something. */
const OPEN: readonly GroupKey[] = ['type', 'difficulty', 'mine'];

type Props = { opened: boolean; onClose: () => void; filters: Filters; change: ChangeFilters };

/** All filters beside the list, on a phone over it; each choice holds at once. */
export default function FilterSheet({ opened, onClose, filters, change }: Props) {
  const intl = useIntl();
  const phone = useMediaQuery('(max-width: 899px)', false, { getInitialValueInEffect: false });
  const { groups, ready, error, refetch } = useFilterGroups(filters, change);
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={phone ? '100%' : 420}
      title={intl.formatMessage(messages.title)}
      closeButtonProps={{ 'aria-label': intl.formatMessage(messages.close), size: 'lg' }}
      overlayProps={{ backgroundOpacity: phone ? 0.4 : 0.15 }}
      classNames={{ body: classes.body, title: classes.title }}
      // As that of a Modal, see the theme.
      attributes={{ header: { role: 'presentation' } }}
    >
      <div className={classes.narrowOnly}>
        <SegmentedFilter
          label={intl.formatMessage(messages.need)}
          options={(['TO_MAP', 'TO_VALIDATE', 'ALL'] as const).map((need) => ({
            value: need,
            label: intl.formatMessage(needWords[need]),
          }))}
          value={filters.need}
          onChange={(need) => change({ need })}
        />
      </div>
      {error && !ready && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!ready && !error && (
        <Waiting>
          {Array.from({ length: 8 }, (_, index) => (
            <LineSkeleton key={index} width={index % 2 ? '50%' : '70%'} height={20} />
          ))}
        </Waiting>
      )}
      {ready &&
        groups
          .filter(({ choices }) => choices.length > 0)
          .map(({ key, legend, choices }) => (
            <details
              key={key}
              className={classes.group}
              open={OPEN.includes(key) || choices.some(({ chosen }) => chosen)}
            >
              <summary>
                <h3>{legend}</h3>
                <IconChevronDown size={18} aria-hidden />
              </summary>
              <ChoiceList legend={legend} choices={choices} />
            </details>
          ))}
      <details className={`${classes.group} ${classes.narrowOnly}`}>
        <summary>
          <h3>
            <FormattedMessage id="searches.title" defaultMessage="Saved searches" />
          </h3>
          <IconChevronDown size={18} aria-hidden />
        </summary>
        <SavedSearches filters={filters} onOpened={onClose} />
      </details>
      <div className={classes.foot}>
        <Button variant="default" onClick={() => change({ ...NO_FILTERS, search: filters.search })}>
          <FormattedMessage id="explore.filters.clear" defaultMessage="Clear all" />
        </Button>
        <Button onClick={onClose}>
          <FormattedMessage id="explore.filters.done" defaultMessage="Show projects" />
        </Button>
      </div>
    </Drawer>
  );
}
