import type { ReactNode } from 'react';
import { Page } from '../../components/Page';
import { ChapterTabs } from './ChapterTabs';
import classes from './Learn.module.css';

export type Part = { key: string; title: ReactNode; text: ReactNode; art?: ReactNode };

type Props = {
  title: string;
  lead: ReactNode;

  parts: readonly Part[];
  /** The parts follow on each other. */
  steps?: boolean;
  /** Where to go from here. */
  children: ReactNode;
};

/** One chapter: short parts, each with a drawing that shows what its text says. */
export function Chapter({ title, lead, parts, steps = false, children }: Props) {
  const List = steps ? 'ol' : 'ul';
  return (
    <Page width="reading" title={title} lead={lead}>
      <ChapterTabs />
      <List className={classes.parts} data-steps={steps || undefined}>
        {parts.map(({ key, title: name, text, art }) => (
          <li key={key}>
            <h2>{name}</h2>
            <p>{text}</p>
            {art}
          </li>
        ))}
      </List>
      <div className={classes.next}>{children}</div>
    </Page>
  );
}
