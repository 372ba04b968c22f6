import { useLazyQuery } from '@apollo/client/react';
import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { graphql } from '../../gql';
import type { MappingType, ProjectDifficulty } from '../../gql/graphql';
import type { Filters } from './filters';
import classes from './FilterBar.module.css';
import type { ChangeFilters } from './useFilters';
import { difficultyWords, typeWords } from '../../components/projectWords';

export const types: readonly MappingType[] = ['BUILDINGS', 'ROADS', 'WATERWAYS', 'LAND_USE', 'OTHER'];
export const difficulties: readonly ProjectDifficulty[] = ['EASY', 'MODERATE', 'CHALLENGING'];

export const groupWords = defineMessages({
  type: { id: 'filter.type', defaultMessage: 'Type' },
  difficulty: { id: 'filter.difficulty', defaultMessage: 'Difficulty' },
  organisation: { id: 'filter.organisation', defaultMessage: 'Organisation' },
});

export const organisationsQuery = graphql(`
  query OrganisationChoices {
    organisations(first: 100) {
      nodes {
        id
        name
      }
    }
  }
`);

/** Adds a value to a list, or takes it out. */
export function toggled<T>(list: readonly T[], value: T): T[] {
  return list.includes(value) ? list.filter((each) => each !== value) : [...list, value];
}

/** The filters as menus, for screens with room for them in one line. */
export function FilterMenus({ filters, change }: { filters: Filters; change: ChangeFilters }) {
  const intl = useIntl();
  const [loadOrganisations, { data, loading }] = useLazyQuery(organisationsQuery);
  const organisations = data?.organisations.nodes ?? [];
  const organisation = organisations.find(({ id }) => id === filters.organisationId);
  const chosenTypes = filters.mappingTypes.map((type) => intl.formatMessage(typeWords[type]));
  return (
    <>
      <FilterMenu
        chosen={chosenTypes.length > 0}
        label={
          chosenTypes.length > 0 ? intl.formatList(chosenTypes, { type: 'unit' }) : intl.formatMessage(groupWords.type)
        }
      >
        {types.map((type) => (
          <Menu.CheckboxItem
            key={type}
            checked={filters.mappingTypes.includes(type)}
            onChange={() => change({ mappingTypes: toggled(filters.mappingTypes, type) })}
          >
            {intl.formatMessage(typeWords[type])}
          </Menu.CheckboxItem>
        ))}
      </FilterMenu>
      <FilterMenu
        chosen={filters.difficulty !== null}
        label={intl.formatMessage(filters.difficulty ? difficultyWords[filters.difficulty] : groupWords.difficulty)}
      >
        {difficulties.map((difficulty) => (
          <Menu.CheckboxItem
            key={difficulty}
            closeMenuOnClick
            checked={filters.difficulty === difficulty}
            onChange={() => change({ difficulty: filters.difficulty === difficulty ? null : difficulty })}
          >
            {intl.formatMessage(difficultyWords[difficulty])}
          </Menu.CheckboxItem>
        ))}
      </FilterMenu>
      <FilterMenu
        chosen={filters.organisationId !== null}
        label={organisation?.name ?? intl.formatMessage(groupWords.organisation)}
        onOpen={() => void loadOrganisations()}
      >
        {organisations.map(({ id, name }) => (
          <Menu.CheckboxItem
            key={id}
            closeMenuOnClick
            checked={filters.organisationId === id}
            onChange={() => change({ organisationId: filters.organisationId === id ? null : id })}
          >
            {name}
          </Menu.CheckboxItem>
        ))}
        {organisations.length === 0 && (
          <Menu.Label>
            {loading ? (
              <FormattedMessage id="filter.organisations.loading" defaultMessage="Loading…" />
            ) : (
              <FormattedMessage id="filter.organisations.none" defaultMessage="There are no organisations yet." />
            )}
          </Menu.Label>
        )}
      </FilterMenu>
    </>
  );
}

type FilterMenuProps = { label: string; chosen: boolean; onOpen?: () => void; children: ReactNode };

function FilterMenu({ label, chosen, onOpen, children }: FilterMenuProps) {
  return (
    <Menu position="bottom-start" onOpen={onOpen}>
      <Menu.Target>
        <button type="button" className={`${classes.menuButton} ${classes.wideOnly}`} data-chosen={chosen || undefined}>
          <span>{label}</span>
          <IconChevronDown size={16} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}
