import type { ReactNode } from 'react';
import { FormattedNumber } from 'react-intl';
import classes from './Bars.module.css';

/** One line: its name, its number, and the parts of its bar (one in the accent when left out). */
export type Bar = {
  key: string | number;
  label: ReactNode;
  value: number;
  /** What is written instead of the number alone. */
  words?: ReactNode;
  parts?: readonly { key: string; value: number; colour: string }[];
};

/** Names with their numbers and a bar each, the longest for the greatest. Read as a list: the bars add nothing to hear. */
export function Bars({
  bars,
  most = Math.max(1, ...bars.map(({ value }) => value)),
}: {
  bars: readonly Bar[];
  most?: number;
}) {
  return (
    <ol className={classes.bars}>
      {bars.map(({ key, label, value, words, parts = [{ key: 'all', value, colour: 'var(--accent)' }] }) => (
        <li key={key}>
          <span className={classes.label}>{label}</span>
          <span className={classes.value}>{words ?? <FormattedNumber value={value} />}</span>
          <span className={classes.track} aria-hidden="true">
            {parts
              .filter((part) => part.value > 0)
              .map((part) => (
                <i key={part.key} style={{ inlineSize: `${(part.value / most) * 100}%`, background: part.colour }} />
              ))}
          </span>
        </li>
      ))}
    </ol>
  );
}
