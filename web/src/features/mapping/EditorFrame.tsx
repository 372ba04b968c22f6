import { useComputedColorScheme } from '@mantine/core';
import { useCallbackRef, useWindowEvent } from '@mantine/hooks';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { EmptyState } from '../../components/EmptyState';
import type { EditorSettings, FromEditor, OsmConnection, Place, ToEditor } from '../../editor/protocol';
import classes from './EditorFrame.module.css';
import { backgroundOf, hashtagsOf } from './editorLinks';
import type { WorkProject } from './WorkOnTasks';

const messages = defineMessages({
  frame: { id: 'editorFrame.title', defaultMessage: 'Map editor' },
});

type Props = {
  editor: EditorSettings['editor'];
  assetsUrl: string;
  project: WorkProject;
  place: Place | null;
  connection?: OsmConnection | null;
  /** Nothing is fetched from elsewhere where the site is only tried out, unless the project has imagery. */
  standIn: boolean;
  onEdits: (count: number) => void;
};

/**
 * An editor in a frame of our own origin, where its styles and crashes stay apart. It stays from task to task: another
 * `place` is sent to the one that runs.
 */
export function EditorFrame({ editor, assetsUrl, project, place, connection = null, standIn, onEdits }: Props) {
  const intl = useIntl();
  const dark = useComputedColorScheme('light') === 'dark';
  const frame = useRef<HTMLIFrameElement>(null);
  const [state, setState] = useState<'loading' | 'ready' | 'failed'>('loading');
  const [drawn, setDrawn] = useState('');
  const [started, setStarted] = useState(false);

  const send = (message: ToEditor) => frame.current?.contentWindow?.postMessage(message, location.origin);

  const hear = useCallbackRef((message: FromEditor) => {
    if (message.type === 'ready') setState('ready');
    else if (message.type === 'edits') onEdits(message.count);
    else if (message.type === 'drawn') setDrawn(message.key);
    else if (message.type === 'failed') setState('failed');
    else if (place) {
      setStarted(true);
      send({
        type: 'start',
        settings: {
          editor,
          assetsUrl,
          locale: intl.locale,
          dark,
          changesetComment: project.changesetComment,
          hashtags: hashtagsOf(project.changesetComment),
          background: backgroundOf(project.imagery) ?? (standIn ? 'none' : null),
          presets: project.idPresets,
          extra: project.extraIdParams ?? '',
          powerUser: project.rapidPowerUser,
          place,
          connection,
        },
      });
    }
  });
  useWindowEvent('message', ({ origin, source, data }: MessageEvent<FromEditor>) => {
    if (origin === location.origin && source === frame.current?.contentWindow) hear(data);
  });
  const tellEdits = useCallbackRef(onEdits);
  useEffect(() => () => tellEdits(0), [tellEdits]);

  // The first place goes with the start, every other one by itself: at once, so that page and editor are drawn together.
  const key = place?.key;
  const shown = useRef(key);
  useLayoutEffect(() => {
    if (!started || !place || shown.current === key) return;
    shown.current = key;
    send({ type: 'go', place });
  }, [started, key, place]);

  if (!place) return null;
  return (
    <div className={classes.frame} data-state={state} data-drawn={drawn}>
      {state !== 'failed' && (
        <iframe ref={frame} src="/editor.html" title={intl.formatMessage(messages.frame)} allow="fullscreen" />
      )}
      {state === 'loading' && (
        <p className={classes.waiting} role="status">
          <FormattedMessage id="editorFrame.loading" defaultMessage="Opening the editor…" />
        </p>
      )}
      {state === 'failed' && (
        <EmptyState
          title={<FormattedMessage id="editorFrame.failed" defaultMessage="The editor did not open" />}
          text={
            <FormattedMessage
              id="editorFrame.failedText"
              defaultMessage="Load the page again, or choose another editor above. Your task stays yours."
            />
          }
        />
      )}
    </div>
  );
}
