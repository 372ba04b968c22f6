import { useQuery } from '@apollo/client/react';
import { Button, Modal } from '@mantine/core';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { difficulties, groupWords, organisationsQuery, toggled, types } from './FilterMenus';
import { NO_FILTERS, type Filters } from './filters';
import classes from './FilterBar.module.css';
import type { ChangeFilters } from './useFilters';
import { difficultyWords, needWords, typeWords } from '../../components/projectWords';

const messages = defineMessages({
  title: { id: 'explore.filters', defaultMessage: 'Filters' },
  close: { id: 'explore.filters.close', defaultMessage: 'Close the filters' },
  need: { id: 'explore.need', defaultMessage: 'What the project needs' },
});

type Props = { opened: boolean; onClose: () => void; filters: Filters; change: ChangeFilters };
type Group = { legend: string; choices: { key: string; label: string; chosen: boolean; onClick: () => void }[] };

/** All filters on one sheet, for narrow screens; each choice holds at once. */
export default function FilterSheet({ opened, onClose, filters, change }: Props) {
  const intl = useIntl();
  const { data } = useQuery(organisationsQuery);
  const groups: Group[] = [
    {
      legend: intl.formatMessage(messages.need),
      choices: (['TO_MAP', 'TO_VALIDATE', 'ALL'] as const).map((need) => ({
        key: need,
        label: intl.formatMessage(needWords[need]),
        chosen: filters.need === need,
        onClick: () => change({ need }),
      })),
    },
    {
      legend: intl.formatMessage(groupWords.type),
      choices: types.map((type) => ({
        key: type,
        label: intl.formatMessage(typeWords[type]),
        chosen: filters.mappingTypes.includes(type),
        onClick: () => change({ mappingTypes: toggled(filters.mappingTypes, type) }),
      })),
    },
    {
      legend: intl.formatMessage(groupWords.difficulty),
      choices: difficulties.map((difficulty) => ({
        key: difficulty,
        label: intl.formatMessage(difficultyWords[difficulty]),
        chosen: filters.difficulty === difficulty,
        onClick: () => change({ difficulty: filters.difficulty === difficulty ? null : difficulty }),
      })),
    },
    {
      legend: intl.formatMessage(groupWords.organisation),
      choices: (data?.organisations.nodes ?? []).map(({ id, name }) => ({
        key: id,
        label: name,
        chosen: filters.organisationId === id,
        onClick: () => change({ organisationId: filters.organisationId === id ? null : id }),
      })),
    },
  ];
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      fullScreen
      title={intl.formatMessage(messages.title)}
      closeButtonProps={{ 'aria-label': intl.formatMessage(messages.close), size: 'lg' }}
    >
      {groups
        .filter(({ choices }) => choices.length > 0)
        .map(({ legend, choices }) => (
          <fieldset key={legend} className={classes.group}>
            <legend>{legend}</legend>
            <div>
              {choices.map(({ key, label, chosen, onClick }) => (
                <button key={key} type="button" className={classes.chip} aria-pressed={chosen} onClick={onClick}>
                  {label}
                </button>
              ))}
            </div>
          </fieldset>
        ))}
      <div className={classes.sheetFoot}>
        <Button variant="default" onClick={() => change({ ...NO_FILTERS, search: filters.search })}>
          <FormattedMessage id="explore.filters.clear" defaultMessage="Clear all" />
        </Button>
        <Button onClick={onClose}>
          <FormattedMessage id="explore.filters.done" defaultMessage="Show projects" />
        </Button>
      </div>
    </Modal>
  );
}
