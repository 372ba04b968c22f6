import { useIntl } from 'react-intl';
import classes from './ProgressBar.module.css';

/** One segment of the bar; `share` in percent of the whole. */
export type Segment = { key: string; share: number; colour: string };

/**
 * Validated, mapped and the rest. `validated` and `mapped` are percents that do not overlap;
 * further segments (say, of locks) come between them and the rest.
 */
export function ProgressBar({ validated, mapped, more = [] }: { validated: number; mapped: number; more?: Segment[] }) {
  const intl = useIntl();
  const segments: Segment[] = [
    { key: 'validated', share: validated, colour: 'var(--state-validated)' },
    { key: 'mapped', share: mapped, colour: 'var(--state-mapped)' },
    ...more,
  ];
  const shown = segments.filter(({ share }) => share > 0);
  const done = shown.reduce((sum, { share }) => sum + share, 0);
  const label = intl.formatMessage(
    { id: 'progress.label', defaultMessage: '{validated}% validated, {mapped}% mapped' },
    { validated, mapped },
  );
  return (
    <div className={classes.bar} role="img" aria-label={label}>
      {shown.map(({ key, share, colour }) => (
        <i key={key} style={{ width: `${share}%`, background: colour }} />
      ))}
      {done < 100 && <i className={classes.rest} />}
    </div>
  );
}
