import { Modal, Switch } from '@mantine/core';
import '@mantine/core/styles/Switch.layer.css';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { useLiveSummaryEnabled } from '../../app/liveSummary';
import { useShortcutsEnabled } from '../../app/shortcuts';
import classes from './ShortcutsHelp.module.css';

const messages = defineMessages({
  title: { id: 'shortcuts.title', defaultMessage: 'Keyboard shortcuts' },
  close: { id: 'shortcuts.close', defaultMessage: 'Close the shortcuts' },
  letters: { id: 'shortcuts.letters', defaultMessage: 'Single letters' },
  summary: { id: 'shortcuts.summary', defaultMessage: 'Screen readers hear what changed, every half minute' },
});

const sections = defineMessages({
  anywhere: { id: 'shortcuts.anywhere', defaultMessage: 'Anywhere' },
  lists: { id: 'shortcuts.lists', defaultMessage: 'In lists' },
  project: { id: 'shortcuts.project', defaultMessage: 'Among the tasks of a project' },
  map: { id: 'shortcuts.map', defaultMessage: 'On the map' },
});

const words = defineMessages({
  find: { id: 'shortcuts.find', defaultMessage: 'Go to anything' },
  search: { id: 'shortcuts.search', defaultMessage: 'Search this page' },
  help: { id: 'shortcuts.help', defaultMessage: 'Show this list' },
  step: { id: 'shortcuts.step', defaultMessage: 'Next or previous row' },
  ends: { id: 'shortcuts.ends', defaultMessage: 'First or last row' },
  open: { id: 'shortcuts.open', defaultMessage: 'Open or select' },
  number: { id: 'shortcuts.number', defaultMessage: 'Go to the task of this number' },
  mapIt: { id: 'shortcuts.mapIt', defaultMessage: 'Map the selected task, or any' },
  validate: { id: 'shortcuts.validate', defaultMessage: 'Validate what is selected' },
  next: { id: 'shortcuts.next', defaultMessage: 'Another task' },
  leave: { id: 'shortcuts.leave', defaultMessage: 'Select nothing' },
  neighbour: { id: 'shortcuts.neighbour', defaultMessage: 'Neighbouring task' },
  add: { id: 'shortcuts.add', defaultMessage: 'Add the task to the selection' },
  zoom: { id: 'shortcuts.zoom', defaultMessage: 'Zoom in or out' },
  pan: { id: 'shortcuts.pan', defaultMessage: 'Move the map' },
  whole: { id: 'shortcuts.whole', defaultMessage: 'Show the whole project' },
});

const ARROWS = ['↑', '↓', '←', '→'];

type Row = [keys: string[], word: keyof typeof words, letter?: 'letter'];

/** The keys as they stand on the person's keyboard. */
const modifier = () => (/Mac|iP(hone|ad)/.test(navigator.platform) ? '⌘' : 'Ctrl');

const groups: { title: keyof typeof sections; rows: () => Row[] }[] = [
  {
    title: 'anywhere',
    rows: () => [
      [[`${modifier()} K`], 'find'],
      [['/'], 'search', 'letter'],
      [['?'], 'help', 'letter'],
    ],
  },
  {
    title: 'project',
    rows: () => [
      [['M'], 'mapIt', 'letter'],
      [['V'], 'validate', 'letter'],
      [['N'], 'next', 'letter'],
      [['Esc'], 'leave'],
    ],
  },
  {
    title: 'lists',
    rows: () => [
      [['↑', '↓'], 'step'],
      [['Home', 'End'], 'ends'],
      [['Enter'], 'open'],
      [['0–9'], 'number'],
    ],
  },
  {
    title: 'map',
    rows: () => [
      [ARROWS, 'neighbour'],
      [['Enter'], 'open'],
      [['Space'], 'add'],
      [['+', '−'], 'zoom'],
      [['Shift', ...ARROWS], 'pan'],
      [['0'], 'whole'],
    ],
  },
];

/** All keys, and the switches for those who do not want single letters or announcements. */
export default function ShortcutsHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const intl = useIntl();
  const [letters, setLetters] = useShortcutsEnabled();
  const [summary, setSummary] = useLiveSummaryEnabled();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={720}
      title={intl.formatMessage(messages.title)}
      closeButtonProps={{ 'aria-label': intl.formatMessage(messages.close), size: 'lg' }}
    >
      <div className={classes.groups}>
        {groups.map(({ title, rows }) => (
          <section key={title}>
            <h3>{intl.formatMessage(sections[title])}</h3>
            <dl>
              {rows().map(([keys, word, letter]) => (
                <div key={word} className={classes.row} data-off={(letter && !letters) || undefined}>
                  <dt>{intl.formatMessage(words[word])}</dt>
                  <dd dir="ltr">
                    {keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <div className={classes.switches}>
        <Switch
          checked={letters}
          onChange={(event) => setLetters(event.currentTarget.checked)}
          label={intl.formatMessage(messages.letters)}
          description={
            <FormattedMessage
              id="shortcuts.lettersWhy"
              defaultMessage="Turn them off if they get in the way of speech input. The other keys stay."
            />
          }
        />
        <Switch
          checked={summary}
          onChange={(event) => setSummary(event.currentTarget.checked)}
          label={intl.formatMessage(messages.summary)}
        />
      </div>
    </Modal>
  );
}
