import type { ReactNode } from 'react';
import classes from './States.module.css';

type Props = {
  title: ReactNode;
  text?: ReactNode;
  action?: ReactNode;
  /** It stands for the whole page: the title is the page's first heading. */
  page?: boolean;
};

/** Nothing here: one sentence, and one way on. */
export function EmptyState({ title, text, action, page }: Props) {
  const Title = page ? 'h1' : 'h2';
  return (
    <div className={classes.state}>
      <Title>{title}</Title>
      {text && <p className={classes.text}>{text}</p>}
      {action && <div className={classes.actions}>{action}</div>}
    </div>
  );
}
