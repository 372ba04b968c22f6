import { createContext, useContext, useRef, useState, type PointerEvent, type ReactNode } from 'react';
import { defineMessages, useIntl } from 'react-intl';
import classes from './TasksPage.module.css';

const messages = defineMessages({
  more: { id: 'sheet.more', defaultMessage: 'Show more' },
  less: { id: 'sheet.less', defaultMessage: 'Show less' },
});

const Pulled = createContext(true);

/** In a sheet that peeks only: false. Anywhere else there is room for everything. */
export function useRoom(): boolean {
  return useContext(Pulled);
}

/** A phone's sheet at the foot: it peeks, and pulled up (or tapped at its handle) it shows the rest. */
export function Sheet({ children }: { children: ReactNode }) {
  const intl = useIntl();
  const [pulled, setPulled] = useState(false);
  const from = useRef<number | null>(null);
  const end = (event: PointerEvent) => {
    const moved = from.current === null ? 0 : event.clientY - from.current;
    from.current = null;
    if (moved < -24) setPulled(true);
    else if (moved > 24) setPulled(false);
    else setPulled((before) => !before);
  };
  return (
    <div className={classes.sheet} data-pulled={pulled || undefined}>
      <button
        type="button"
        className={classes.grab}
        aria-expanded={pulled}
        aria-label={intl.formatMessage(pulled ? messages.less : messages.more)}
        onPointerDown={(event) => {
          from.current = event.clientY;
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerUp={end}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === ' ') setPulled(!pulled);
        }}
      />
      <Pulled.Provider value={pulled}>{children}</Pulled.Provider>
    </div>
  );
}
