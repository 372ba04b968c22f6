import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { useShortcuts } from './shortcuts';
import classes from './TopBar.module.css';
import { part } from './part';

const messages = defineMessages({
  open: { id: 'search.open', defaultMessage: 'Go to anything' },
});

const CTRL = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl';

// Fetched when somebody first asks for them.
const CommandSearch = part(() => import('../features/search/CommandSearch'));
const ShortcutsHelp = part(() => import('../features/search/ShortcutsHelp'));

/** The command search and the list of shortcuts: Ctrl or ⌘ K and ?, from every page, and the button of the top bar. */
export function Finder() {
  const intl = useIntl();
  const [open, setOpen] = useState<'search' | 'shortcuts' | null>(null);
  const [used, setUsed] = useState({ search: false, shortcuts: false });
  const show = (which: 'search' | 'shortcuts') => {
    setUsed((before) => ({ ...before, [which]: true }));
    setOpen(which);
  };
  // Also from fields: whoever types there presses no Ctrl K by chance.
  useHotkeys([['mod+K', () => show('search')]], []);
  useShortcuts({ '?': () => show('shortcuts') });
  return (
    <>
      <button
        type="button"
        className={classes.finder}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        aria-label={intl.formatMessage(messages.open)}
        title={intl.formatMessage(messages.open)}
        onClick={() => show('search')}
      >
        <IconSearch size={20} aria-hidden />
        {/* Where there is room it looks like the field it opens. */}
        <span className={classes.finderWords} aria-hidden>
          <span>
            <FormattedMessage id="search.box" defaultMessage="Search projects, tasks, people" />
          </span>
          <kbd>{CTRL} K</kbd>
        </span>
      </button>
      <Suspense fallback={null}>
        {used.search && (
          <CommandSearch
            opened={open === 'search'}
            onClose={() => setOpen(null)}
            openShortcuts={() => show('shortcuts')}
          />
        )}
        {used.shortcuts && <ShortcutsHelp opened={open === 'shortcuts'} onClose={() => setOpen(null)} />}
      </Suspense>
    </>
  );
}
