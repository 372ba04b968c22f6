import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { defineMessages, useIntl } from 'react-intl';
import classes from './Banner.module.css';
import { useViewer } from './viewer';

const messages = defineMessages({
  label: { id: 'banner.label', defaultMessage: 'Notice' },
  close: { id: 'banner.close', defaultMessage: 'Close this notice' },
});

/** The banner of the last visit: shown at once, so that the page does not jump when the answer comes. */
const KEPT = 'taskgrid-banner';
/** The banner closed in this visit; another one is shown again. */
const CLOSED = 'taskgrid-banner-closed';

function read(storage: 'localStorage' | 'sessionStorage', key: string): string {
  try {
    return window[storage].getItem(key) ?? '';
  } catch {
    return '';
  }
}

function write(storage: 'localStorage' | 'sessionStorage', key: string, text: string): void {
  try {
    window[storage].setItem(key, text);
  } catch {
    // Without storage it is not remembered, and works all the same.
  }
}

/** What the administrators tell everybody, in a line on top. It can be closed for this visit. */
export function Banner() {
  const intl = useIntl();
  const { banner } = useViewer();
  const [kept] = useState(() => read('localStorage', KEPT));
  const [closed, setClosed] = useState(() => read('sessionStorage', CLOSED));
  const html = banner ? (banner.visible ? banner.html : '') : kept;
  useEffect(() => {
    if (banner) write('localStorage', KEPT, html);
  }, [banner, html]);
  if (!html || html === closed) return null;
  return (
    <aside className={classes.banner} aria-label={intl.formatMessage(messages.label)}>
      {/* The server writes this HTML from Markdown, and lets nothing through that is not safe. */}
      <div className={classes.text} dir="auto" dangerouslySetInnerHTML={{ __html: html }} />
      <ActionIcon
        variant="subtle"
        size={32}
        aria-label={intl.formatMessage(messages.close)}
        onClick={() => {
          setClosed(html);
          write('sessionStorage', CLOSED, html);
        }}
      >
        <IconX size={18} aria-hidden />
      </ActionIcon>
    </aside>
  );
}
