import { FormattedMessage } from 'react-intl';
import classes from './ProjectMap.module.css';

/** In place of a map of projects that the browser cannot draw; floats where a map would, unless a class says how else. */
export function NoMap({ className = `float ${classes.note}` }: { className?: string }) {
  return (
    <p className={className}>
      <FormattedMessage
        id="map.noWebGl"
        defaultMessage="This browser cannot draw the map. The list has all projects."
      />
    </p>
  );
}
