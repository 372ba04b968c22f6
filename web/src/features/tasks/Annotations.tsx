import { FormattedMessage } from 'react-intl';
import { Markdown } from '../../components/Markdown';
import { TimeAgo } from '../../components/TimeAgo';
import classes from './TaskCard.module.css';

type Annotation = {
  type: string;
  source: string | null;
  markdown: string | null;
  properties: unknown;
  changedAt: string;
};

/** What programs have noted about a task. */
export function Annotations({ annotations }: { annotations: readonly Annotation[] }) {
  return (
    <details className={`${classes.section} ${classes.annotations}`} open>
      <summary>
        <FormattedMessage id="taskCard.annotations" defaultMessage="Notes by programs" />
      </summary>
      {annotations.map(({ type, source, markdown, properties, changedAt }) => (
        <div key={type} className={classes.annotation}>
          <h4>{type}</h4>
          {markdown ? <Markdown text={markdown} /> : <Values of={properties} />}
          <p className={classes.sub}>
            {source && <>{source} · </>}
            <TimeAgo at={changedAt} />
          </p>
        </div>
      ))}
    </details>
  );
}

/** Names and values as the program sent them. */
function Values({ of }: { of: unknown }) {
  const entries = typeof of === 'object' && of !== null ? Object.entries(of) : [];
  return (
    <dl>
      {entries.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{typeof value === 'object' ? JSON.stringify(value) : String(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
