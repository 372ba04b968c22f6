import type { ReactNode } from 'react';
import type { TaskState } from '../../map/states';
import { Swatch } from '../../map/Swatch';
import classes from './AnswerOptions.module.css';

export interface AnswerOption<T extends string> {
  value: T;
  title: ReactNode;
  hint: ReactNode;
  state: TaskState;
}

type Props<T extends string> = {
  name: string;
  legend: ReactNode;
  options: readonly AnswerOption<T>[];
  value: T | null;
  onChange: (value: T) => void;
  /** Why it cannot go on like this. */
  error?: ReactNode;
  disabled?: boolean;
  /** The options side by side, without their hints: for rows of a list. */
  compact?: boolean;
};

/** One plain question with the answers under it, each with the state it leads to. */
export function AnswerOptions<T extends string>(props: Props<T>) {
  const { name, legend, options, value, onChange, error, disabled, compact } = props;
  return (
    <fieldset
      className={`${classes.question} ${compact ? classes.compact : ''}`}
      disabled={disabled}
      aria-describedby={error ? `${name}-error` : undefined}
    >
      <legend>{legend}</legend>
      {error && (
        <p className={classes.error} id={`${name}-error`} role="alert">
          {error}
        </p>
      )}
      <div className={classes.options}>
        {options.map((option) => (
          <label key={option.value} className={classes.option} data-on={option.value === value || undefined}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span className={classes.words}>
              <b>{option.title}</b>
              {!compact && <span>{option.hint}</span>}
            </span>
            <Swatch state={option.state} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
