import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconHome, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { Problem } from '../../components/Problem';
import { useChange } from '../../components/useChange';
import { writeFilters, type Filters } from './filters';
import type { SavedSearch, SavedSearches } from './savedSearches';
import classes from './SavedSearches.module.css';

const messages = defineMessages({
  name: { id: 'searches.name', defaultMessage: 'Name of this search' },
});
const LONGEST_NAME = 60;

type Props = { searches: SavedSearches; filters: Filters; onOpened: () => void; where: ReactNode };

/** Saved searches: to open, to begin with, to rename, to remove; and the present one to keep. */
export function SearchList({ searches, filters, onOpened, where }: Props) {
  const intl = useIntl();
  const { run, problem } = useChange();
  const [name, setName] = useState('');
  const [renamed, setRenamed] = useState<string | null>(null);
  const query = writeFilters(filters).toString();
  const wanted = name.trim();
  const namesake = searches.items.find((search) => search.name === wanted);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!wanted) return;
    if (await run(() => (namesake ? searches.change(namesake, { query }) : searches.save(wanted, query)))) setName('');
  };
  return (
    <div className={classes.searches}>
      {searches.items.length > 0 && (
        <ul>
          {searches.items.map((search) =>
            renamed === search.id ? (
              <li key={search.id}>
                <Rename
                  search={search}
                  onCancel={() => setRenamed(null)}
                  onNamed={(newName) => {
                    setRenamed(null);
                    void run(() => searches.change(search, { name: newName }));
                  }}
                />
              </li>
            ) : (
              <li key={search.id}>
                <Link
                  to={`/explore?${search.query}`}
                  className={classes.name}
                  aria-current={search.query === query ? 'true' : undefined}
                  onClick={onOpened}
                >
                  <span dir="auto">{search.name}</span>
                  {search.opensExplore && (
                    <span className={classes.sub}>
                      <FormattedMessage id="searches.opens" defaultMessage="Explore opens with it" />
                    </span>
                  )}
                </Link>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={36}
                  aria-pressed={search.opensExplore}
                  className={classes.home}
                  title={intl.formatMessage({
                    id: 'searches.openWith',
                    defaultMessage: 'Open Explore with this search',
                  })}
                  aria-label={intl.formatMessage(
                    { id: 'searches.openWithNamed', defaultMessage: 'Open Explore with “{name}”' },
                    { name: search.name },
                  )}
                  onClick={() => void run(() => searches.change(search, { opensExplore: !search.opensExplore }))}
                >
                  <IconHome size={18} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={36}
                  aria-label={intl.formatMessage(
                    { id: 'searches.rename', defaultMessage: 'Rename “{name}”' },
                    { name: search.name },
                  )}
                  onClick={() => setRenamed(search.id)}
                >
                  <IconPencil size={18} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={36}
                  aria-label={intl.formatMessage(
                    { id: 'searches.remove', defaultMessage: 'Remove “{name}”' },
                    { name: search.name },
                  )}
                  onClick={() => void run(() => searches.remove(search))}
                >
                  <IconTrash size={18} aria-hidden />
                </ActionIcon>
              </li>
            ),
          )}
        </ul>
      )}
      {problem && <Problem>{problem}</Problem>}
      <form onSubmit={(event) => void submit(event)}>
        <TextInput
          label={intl.formatMessage(messages.name)}
          value={name}
          maxLength={LONGEST_NAME}
          onChange={(event) => setName(event.currentTarget.value)}
          description={where}
        />
        <Button type="submit" disabled={!wanted} fullWidth>
          {namesake ? (
            <FormattedMessage id="searches.replace" defaultMessage="Replace “{name}”" values={{ name: wanted }} />
          ) : (
            <FormattedMessage id="searches.save" defaultMessage="Save this search" />
          )}
        </Button>
      </form>
    </div>
  );
}

type RenameProps = { search: SavedSearch; onNamed: (name: string) => void; onCancel: () => void };

/** The row of a search while it gets another name: Enter gives it, Esc leaves the old one. */
function Rename({ search, onNamed, onCancel }: RenameProps) {
  const intl = useIntl();
  const [name, setName] = useState(search.name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() && name.trim() !== search.name) onNamed(name.trim());
    else onCancel();
  };
  return (
    <form className={classes.rename} onSubmit={submit}>
      <TextInput
        autoFocus
        aria-label={intl.formatMessage(
          { id: 'searches.newName', defaultMessage: 'New name of “{name}”' },
          { name: search.name },
        )}
        value={name}
        maxLength={LONGEST_NAME}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onCancel();
        }}
      />
      <Button type="submit" variant="default">
        <FormattedMessage id="searches.giveName" defaultMessage="Rename" />
      </Button>
    </form>
  );
}
