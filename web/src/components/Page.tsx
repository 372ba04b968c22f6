import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import classes from './Page.module.css';

type PageProps = {
  /** The page's heading, and its name in the browser's tab unless `tab` is given. */
  title: ReactNode;
  tab?: string;
  lead?: ReactNode;
  /** Buttons at the end of the heading. */
  actions?: ReactNode;
  /** Text is read in one narrow column; all else may be 1,080 px wide. */
  width?: 'wide' | 'reading';
  children: ReactNode;
};

/** A page in one column that scrolls under the top bar: heading, sentence, actions, and what it holds. */
export function Page({ title, tab, lead, actions, width = 'wide', children }: PageProps) {
  const intl = useIntl();
  const name = tab ?? (typeof title === 'string' ? title : '');
  return (
    <div className={classes.page} data-width={width}>
      {name && (
        <title>{intl.formatMessage({ id: 'page.tab', defaultMessage: '{page} · Taskgrid' }, { page: name })}</title>
      )}
      <div className={classes.inner}>
        <header className={classes.head}>
          <div className={classes.titles}>
            <h1>{title}</h1>
            {lead && <p className={classes.lead}>{lead}</p>}
          </div>
          {actions && <div className={classes.actions}>{actions}</div>}
        </header>
        {children}
      </div>
    </div>
  );
}

type SectionProps = {
  title: ReactNode;
  /** Anchor of the section in the address. */
  id?: string;
  text?: ReactNode;
  action?: ReactNode;
  /** On a surface of its own, with a line around it. */
  card?: boolean;
  children: ReactNode;
};

/** A part of a page under a heading of its own. */
export function Section({ title, id, text, action, card, children }: SectionProps) {
  return (
    <section id={id} className={card ? `${classes.section} ${classes.card}` : classes.section}>
      <div className={classes.sectionHead}>
        <h2>{title}</h2>
        {action}
      </div>
      {text && <p className={classes.sectionText}>{text}</p>}
      {children}
    </section>
  );
}

/** A row of figures, each a number (or a few words) over what it counts. */
export function Figures({ figures }: { figures: readonly { key: string; value: ReactNode; label: ReactNode }[] }) {
  return (
    <dl className={classes.figures}>
      {figures.map(({ key, value, label }) => (
        <div key={key} className={classes.figure}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
