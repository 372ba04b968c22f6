import type { ReactNode } from 'react';
import classes from './States.module.css';

/** Nothing here: one sentence, and one way on. */
export function EmptyState({ title, text, action }: { title: ReactNode; text?: ReactNode; action?: ReactNode }) {
  return (
    <div className={classes.state}>
      <h2>{title}</h2>
      {text && <p className={classes.text}>{text}</p>}
      {action && <div className={classes.actions}>{action}</div>}
    </div>
  );
}
