import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { defineMessages, useIntl } from 'react-intl';
import { useShortcutKey } from '../../app/shortcuts';
import { useTyped } from '../../components/useTyped';
import classes from './FilterBar.module.css';

const messages = defineMessages({
  hint: { id: 'explore.search', defaultMessage: 'Place, topic or number' },
  clear: { id: 'explore.search.clear', defaultMessage: 'Clear the search' },
});

/** What is typed is asked for once the person pauses (300 ms); `/` goes to the field. */
export function SearchField({ value, onChange }: { value: string; onChange: (search: string) => void }) {
  const intl = useIntl();
  const [typed, setTyped] = useState(value);
  const [asked, setAsked] = useState(value);
  const ask = useTyped((search) => {
    setAsked(search);
    onChange(search);
  }, 300);
  const shortcut = useShortcutKey('/');

  // The address changed by other means (Back, "Clear filters"): the field follows.
  if (value !== asked) {
    setAsked(value);
    setTyped(value);
  }
  const set = (search: string) => {
    setTyped(search);
    ask(search);
  };
  return (
    <TextInput
      aria-keyshortcuts={shortcut}
      className={classes.search}
      type="search"
      value={typed}
      onChange={(event) => set(event.currentTarget.value)}
      placeholder={intl.formatMessage(messages.hint)}
      aria-label={intl.formatMessage(messages.hint)}
      leftSection={<IconSearch size={18} aria-hidden />}
      rightSection={
        typed ? <CloseButton size="sm" aria-label={intl.formatMessage(messages.clear)} onClick={() => set('')} /> : null
      }
      maxLength={200}
    />
  );
}
