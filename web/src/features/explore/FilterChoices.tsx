import { TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { FormattedMessage, FormattedNumber, defineMessages, useIntl } from 'react-intl';
import { ErrorState } from '../../components/ErrorState';
import { LineSkeleton, Waiting } from '../../components/Waiting';
import classes from './FilterChoices.module.css';
import type { Filters } from './filters';
import type { ChangeFilters } from './useFilters';
import { useFilterGroups, type Choice, type GroupKey } from './useFilterGroups';

const messages = defineMessages({
  find: { id: 'filter.find', defaultMessage: 'Find in this list' },
});

/** More choices than this have a field to find one. */
const MANY = 9;

/** The choices of one filter, for its menu. */
export default function FilterChoices({
  group,
  filters,
  change,
}: {
  group: GroupKey;
  filters: Filters;
  change: ChangeFilters;
}) {
  const { groups, ready, error, refetch } = useFilterGroups(filters, change);
  if (error && !ready) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!ready) {
    return (
      <Waiting>
        {Array.from({ length: 4 }, (_, index) => (
          <LineSkeleton key={index} width={index % 2 ? '60%' : '80%'} height={18} />
        ))}
      </Waiting>
    );
  }
  const { legend, choices } = groups.find(({ key }) => key === group)!;
  return <ChoiceList legend={legend} choices={choices} />;
}

/** Choices as rows, each with the number of projects it leads to. */
export function ChoiceList({ legend, choices }: { legend: string; choices: readonly Choice[] }) {
  const intl = useIntl();
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLocaleLowerCase();
  const found = choices.filter(({ label }) => label.toLocaleLowerCase().includes(wanted));
  return (
    <div role="group" aria-label={legend}>
      {choices.length > MANY && (
        <TextInput
          mb={6}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          placeholder={intl.formatMessage(messages.find)}
          aria-label={intl.formatMessage(messages.find)}
        />
      )}
      <ul className={classes.list}>
        {found.map(({ key, label, count, chosen, toggle }) => (
          <li key={key}>
            <button
              type="button"
              className={classes.choice}
              aria-pressed={chosen}
              data-none={count === 0 || undefined}
              onClick={toggle}
            >
              <span className={classes.box}>{chosen && <IconCheck size={14} stroke={3} aria-hidden />}</span>
              <span className={classes.label}>{label}</span>
              {count !== undefined && (
                <span className={classes.count}>
                  <FormattedNumber value={count} />
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && (
        <p className={classes.none}>
          <FormattedMessage id="filter.none" defaultMessage="Nothing to choose from here." />
        </p>
      )}
    </div>
  );
}
