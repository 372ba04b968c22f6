import { FormattedMessage } from 'react-intl';
import { stateMessages } from '../../map/stateMessages';
import { STATES } from '../../map/states';
import { Swatch } from '../../map/Swatch';
import classes from './About.module.css';

/** How each state of a task looks on the map, and what it is called. */
export function StateWords() {
  return (
    <ul className={classes.states}>
      {STATES.map((state) => (
        <li key={state}>
          <Swatch state={state} large />
          <FormattedMessage {...stateMessages[state]} />
        </li>
      ))}
    </ul>
  );
}
