import { Checkbox, Popover } from '@mantine/core';
import { IconFocusCentered, IconMarquee2, IconMinus, IconPlus, IconStack2 } from '@tabler/icons-react';
import { memo, type ComponentProps, type ReactNode } from 'react';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import classes from './MapControls.module.css';

const messages = defineMessages({
  zoomIn: { id: 'mapControls.zoomIn', defaultMessage: 'Zoom in' },
  zoomOut: { id: 'mapControls.zoomOut', defaultMessage: 'Zoom out' },
  fit: { id: 'mapControls.fit', defaultMessage: 'Show the whole project' },
  layers: { id: 'mapControls.layers', defaultMessage: 'Map layers' },
  several: { id: 'mapControls.several', defaultMessage: 'Select several tasks' },
});

type Props = {
  phone: boolean;
  onZoom: (steps: number) => void;
  onFit: () => void;
  alwaysPatterns: boolean;
  setAlwaysPatterns: (on: boolean) => void;
  /** Draws a box by two taps; null where several tasks cannot be used. */
  boxByTaps: boolean | null;
  setBoxByTaps: (on: boolean) => void;
};

export const MapControls = memo(function MapControls(props: Props) {
  const intl = useIntl();
  const label = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  return (
    <div className={classes.controls}>
      {!props.phone && (
        <>
          <Control label={label('zoomIn')} onClick={() => props.onZoom(1)}>
            <IconPlus size={20} aria-hidden />
          </Control>
          <Control label={label('zoomOut')} onClick={() => props.onZoom(-1)}>
            <IconMinus size={20} aria-hidden />
          </Control>
        </>
      )}
      <Control label={label('fit')} onClick={props.onFit}>
        <IconFocusCentered size={20} aria-hidden />
      </Control>
      <Popover position="left-end" width={260} trapFocus>
        <Popover.Target>
          <Control label={label('layers')}>
            <IconStack2 size={20} aria-hidden />
          </Control>
        </Popover.Target>
        <Popover.Dropdown className={classes.layers}>
          <h3>{label('layers')}</h3>
          <Checkbox
            checked={props.alwaysPatterns}
            onChange={(event) => props.setAlwaysPatterns(event.currentTarget.checked)}
            label={<FormattedMessage id="mapControls.patterns" defaultMessage="Always show patterns" />}
          />
          <p>
            <FormattedMessage
              id="mapControls.noBackground"
              defaultMessage="There is no background map here: land and sea are drawn by this site itself."
            />
          </p>
        </Popover.Dropdown>
      </Popover>
      {props.boxByTaps !== null && (
        <Control
          label={label('several')}
          aria-pressed={props.boxByTaps}
          onClick={() => props.setBoxByTaps(!props.boxByTaps)}
        >
          <IconMarquee2 size={20} aria-hidden />
        </Control>
      )}
    </div>
  );
});

function Control({
  label,
  children,
  className = '',
  ...rest
}: { label: string; children: ReactNode } & ComponentProps<'button'>) {
  return (
    <button type="button" {...rest} className={`${classes.control} ${className}`} aria-label={label} title={label}>
      {children}
    </button>
  );
}
