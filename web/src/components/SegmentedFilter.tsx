import type { ReactNode } from 'react';
import classes from './SegmentedFilter.module.css';

type Option<T extends string> = { value: T; label: ReactNode; count?: ReactNode };

type Props<T extends string> = {
  label: string;
  options: readonly Option<T>[];
  value: T;
  onChange: (value: T) => void;
};

/** A few choices of which one holds; each is a button of its own, pressed or not. */
export function SegmentedFilter<T extends string>({ label, options, value, onChange }: Props<T>) {
  return (
    <div className={classes.group} role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
          {option.count !== undefined && <span className={classes.count}>{option.count}</span>}
        </button>
      ))}
    </div>
  );
}
