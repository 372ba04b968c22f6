import { CloseButton, Loader, Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconHistory, IconSearch } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useId, useRef, useState, type KeyboardEvent } from 'react';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { useViewer } from '../../app/viewer';
import classes from './CommandSearch.module.css';
import { useRecent } from './recent';
import { useCommands } from './useCommands';
import { useFound, type Found } from './useFound';

const messages = defineMessages({
  label: { id: 'search.label', defaultMessage: 'Go to a project, task, person or page' },
  close: { id: 'search.close', defaultMessage: 'Close the search' },
  results: { id: 'search.results', defaultMessage: 'Found' },
});

const groupWords = defineMessages({
  recent: { id: 'search.recent', defaultMessage: 'Recent' },
  task: { id: 'search.tasks', defaultMessage: 'Tasks' },
  project: { id: 'search.projects', defaultMessage: 'Projects' },
  person: { id: 'search.people', defaultMessage: 'People' },
  page: { id: 'search.pages', defaultMessage: 'Pages' },
  action: { id: 'search.actions', defaultMessage: 'Actions' },
});

type Props = { opened: boolean; onClose: () => void; openShortcuts: () => void };

/** One field to go anywhere: a combobox whose rows are places and actions, the last ones first while it is empty. */
export default function CommandSearch({ opened, onClose, openShortcuts }: Props) {
  const intl = useIntl();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={600}
      yOffset="10vh"
      padding={0}
      withCloseButton={false}
      transitionProps={{ duration: 0 }}
      attributes={{ content: { 'aria-label': intl.formatMessage(messages.label) } }}
    >
      <Search onClose={onClose} openShortcuts={openShortcuts} />
    </Modal>
  );
}

function Search({ onClose, openShortcuts }: Omit<Props, 'opened'>) {
  const intl = useIntl();
  const id = useId();
  const navigate = useNavigate();
  const { viewer } = useViewer();
  const { recent, remember } = useRecent(viewer?.person.osmId ?? null);
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  /** Enter was pressed before the answer came. */
  const [hasty, setHasty] = useState(false);
  const [asked] = useDebouncedValue(typed, 150);
  const { found, loading, error, refetch } = useFound(asked);
  const commands = useCommands(typed, openShortcuts);
  const list = useRef<HTMLDivElement>(null);

  const empty = typed.trim() === '';
  const last = recent.map((place): Found => ({
    ...place,
    key: `recent ${place.to}`,
    icon: <IconHistory size={18} aria-hidden />,
  }));
  const groups = (
    empty
      ? [
          { word: 'recent', rows: last },
          { word: 'page', rows: commands.pages },
          { word: 'action', rows: commands.actions },
        ]
      : [
          ...(['task', 'project', 'person'] as const).map((word) => ({
            word,
            rows: asked.trim() === '' ? [] : found.filter(({ kind }) => kind === word),
          })),
          { word: 'page', rows: commands.pages },
          { word: 'action', rows: commands.actions },
        ]
  ).filter(({ rows }) => rows.length > 0) as { word: keyof typeof groupWords; rows: Found[] }[];
  const rows = groups.flatMap((group) => group.rows);
  const at = Math.min(active, rows.length - 1);
  const waiting = !empty && (loading || asked !== typed);

  const go = (row: Found) => {
    onClose();
    if (row.to === undefined) return row.run();
    if (row.kind !== 'action') remember({ kind: row.kind, label: row.label, sub: row.sub, to: row.to });
    void navigate(row.to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (rows.length === 0) {
      if (event.key === 'Enter' && waiting) setHasty(true);
      return;
    }
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 8, PageUp: at - 8 }[event.key];
    if (to !== undefined) {
      const step = event.key.startsWith('Arrow');
      setActive(step ? (to + rows.length) % rows.length : Math.max(0, Math.min(rows.length - 1, to)));
    } else if (event.key === 'Enter') {
      // What was typed since the last answer is not what the rows show: the answer decides, when it comes.
      if (!waiting || rows[at]!.kind === 'page' || rows[at]!.kind === 'action') go(rows[at]!);
      else setHasty(true);
    } else return;
    event.preventDefault();
  };
  const goNow = useEffectEvent(go);
  const first = hasty && !waiting ? rows[at] : undefined;
  useEffect(() => {
    if (first) goNow(first);
  }, [first]);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  return (
    <>
      <div className={classes.head}>
        <IconSearch size={20} aria-hidden />
        <input
          data-autofocus
          role="combobox"
          aria-expanded={rows.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={rows.length > 0 ? `${id}-${at}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          aria-label={intl.formatMessage(messages.label)}
          placeholder={intl.formatMessage(messages.label)}
          value={typed}
          maxLength={200}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setActive(0);
            setHasty(false);
          }}
          onKeyDown={onKeyDown}
        />
        {waiting && <Loader size={18} />}
        <CloseButton size={36} aria-label={intl.formatMessage(messages.close)} onClick={onClose} />
      </div>
      <div
        ref={list}
        id={`${id}-list`}
        className={classes.list}
        role="listbox"
        aria-label={intl.formatMessage(messages.results)}
      >
        {groups.map(({ word, rows: ofGroup }) => (
          <div key={word} role="group" aria-labelledby={`${id}-${word}`}>
            <div id={`${id}-${word}`} className={classes.group} role="presentation">
              {intl.formatMessage(groupWords[word])}
            </div>
            {ofGroup.map((row) => {
              const index = rows.indexOf(row);
              return (
                <div
                  key={row.key}
                  id={`${id}-${index}`}
                  role="option"
                  aria-selected={index === at}
                  className={classes.row}
                  onPointerMove={() => setActive(index)}
                  onClick={() => go(row)}
                >
                  <span className={classes.icon}>{row.icon}</span>
                  <span className={classes.label} dir="auto">
                    {row.label}
                  </span>
                  {row.sub && (
                    <span className={classes.sub} dir="auto">
                      {row.sub}
                    </span>
                  )}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      {rows.length === 0 && !waiting && !error && (
        <p className={classes.none} role="status">
          <FormattedMessage
            id="search.none"
            defaultMessage="Nothing found. Type a word of a project’s name, a number, or 3/120 for task 120 of project 3."
          />
        </p>
      )}
      {error && (
        <p className={classes.none} role="alert">
          <FormattedMessage id="search.failed" defaultMessage="The search did not answer." />{' '}
          <button type="button" className={classes.again} onClick={() => void refetch()}>
            <FormattedMessage id="error.retry" defaultMessage="Try again" />
          </button>
        </p>
      )}
      <p className={classes.foot}>
        <FormattedMessage
          id="search.hint"
          defaultMessage="<key>↑</key> <key>↓</key> choose, <key>Enter</key> opens, <key>Esc</key> closes"
          values={{ key: (text) => <kbd>{text}</kbd> }}
        />
      </p>
    </>
  );
}
