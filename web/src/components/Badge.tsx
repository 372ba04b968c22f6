import type { ReactNode } from 'react';
import classes from './Badge.module.css';

/** A word that stands out a little; urgent and warn only where it is true. */
export function Badge({ tone = 'plain', children }: { tone?: 'plain' | 'warn' | 'urgent'; children: ReactNode }) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {children}
    </span>
  );
}
