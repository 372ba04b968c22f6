import type { ReactNode } from 'react';
import classes from './Columns.module.css';

type Props = {
  aside: ReactNode;
  /** On a phone: what stands beside comes before the rest, because the action is in it. */
  asideFirst?: boolean;
  children: ReactNode;
};

/** What a page holds, and beside it what one acts on or looks up. */
export function Columns({ aside, asideFirst, children }: Props) {
  return (
    <div className={classes.columns} data-aside-first={asideFirst || undefined}>
      <div className={classes.main}>{children}</div>
      <div className={classes.aside}>{aside}</div>
    </div>
  );
}

/** A page's heading with the picture of whom it is about. */
export function MarkedTitle({ mark, children }: { mark: ReactNode; children: ReactNode }) {
  return (
    <span className={classes.title}>
      {mark}
      <bdi>{children}</bdi>
    </span>
  );
}
