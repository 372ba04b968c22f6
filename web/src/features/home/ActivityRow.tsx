import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router';
import { ProgressBar } from '../../components/ProgressBar';
import { TimeAgo } from '../../components/TimeAgo';
import classes from './Activity.module.css';

type Props = {
  number: number;
  name: string;
  /** Of the last change. */
  at: string;
  /** How many since the page was opened: another number lets the time light up. */
  changes: number;
  percentMapped: number;
  percentValidated: number;
  lit: boolean;
  onLight: (on: boolean) => void;
};

/** A project in the list beside the map; row and ring light each other up. */
export function ActivityRow({ number, name, at, changes, percentMapped, percentValidated, lit, onLight }: Props) {
  // percentMapped counts validated tasks too: what is only mapped is the difference.
  const mapped = Math.max(0, percentMapped - percentValidated);
  return (
    <li
      className={classes.row}
      data-lit={lit || undefined}
      onPointerEnter={() => onLight(true)}
      onPointerLeave={() => onLight(false)}
      onFocus={() => onLight(true)}
      onBlur={() => onLight(false)}
    >
      <h3>
        <Link to={`/projects/${number}`}>{name}</Link>
      </h3>
      <ProgressBar validated={percentValidated} mapped={mapped} />
      <p className={classes.foot}>
        <FormattedMessage
          id="projectRow.progress"
          defaultMessage="{validated}% validated, {mapped}% mapped"
          values={{ validated: percentValidated, mapped }}
        />
        <span key={changes} className={changes > 0 ? classes.fresh : undefined}>
          <TimeAgo at={at} />
        </span>
      </p>
    </li>
  );
}
