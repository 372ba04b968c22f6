import { useReducedMotion } from '@mantine/hooks';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { defineMessages, useIntl } from 'react-intl';
import classes from './ZoomControls.module.css';

const messages = defineMessages({
  in: { id: 'map.zoomIn', defaultMessage: 'Zoom in' },
  out: { id: 'map.zoomOut', defaultMessage: 'Zoom out' },
});

type Zoomable = { zoomIn: (options: { duration: number }) => void; zoomOut: (options: { duration: number }) => void };

/** Plus and minus at the map's lower end corner. `map` is asked at the click: it may not be there yet. */
export function ZoomControls({ map, className = '' }: { map: () => Zoomable | null; className?: string }) {
  const intl = useIntl();
  const duration = useReducedMotion() ? 0 : 200;
  return (
    <div className={`float ${classes.controls} ${className}`}>
      <button type="button" aria-label={intl.formatMessage(messages.in)} onClick={() => map()?.zoomIn({ duration })}>
        <IconPlus size={20} aria-hidden />
      </button>
      <button type="button" aria-label={intl.formatMessage(messages.out)} onClick={() => map()?.zoomOut({ duration })}>
        <IconMinus size={20} aria-hidden />
      </button>
    </div>
  );
}
