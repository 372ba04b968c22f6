import type { ReactNode } from 'react';
import classes from './Problem.module.css';

/** Why something did not happen, at the place where it was asked for. Nothing while there is no problem. */
export function Problem({ children }: { children: ReactNode }) {
  if (!children) return null;
  return (
    <p role="alert" className={classes.problem}>
      {children}
    </p>
  );
}
