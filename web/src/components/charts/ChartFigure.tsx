import { Suspense, useId, useState, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import classes from './ChartFigure.module.css';
import { saveCsv, type Cell } from './csv';

type Props = {
  title: ReactNode;
  /** One sentence that says what the drawing shows, for those who do not see it and those in a hurry. */
  summary?: ReactNode;
  /** The same figures as a table: the names of its columns, and its rows. The first column names the row. */
  columns: readonly ReactNode[];
  rows: readonly (readonly ReactNode[])[];
  /** The figures as a file: its name without the ending, and its rows, the first of which names the columns. */
  csv?: { name: string; rows: readonly (readonly Cell[])[] };
  /** Height of the drawing in px, kept free while its code is fetched. */
  height?: number;
  /** The drawing can be used with the keyboard and is told to those who do not see it; else it is only seen. */
  interactive?: boolean;
  children: ReactNode;
};

/** A chart under its title, with a switch that shows its figures as a table instead. */
export function ChartFigure({ title, summary, columns, rows, csv, height = 240, interactive, children }: Props) {
  const [table, setTable] = useState(false);
  const id = useId();
  return (
    <figure className={classes.figure} aria-labelledby={id}>
      <figcaption className={classes.head}>
        <h3 id={id}>{title}</h3>
        <span className={classes.actions}>
          <button type="button" className={classes.toggle} aria-pressed={table} onClick={() => setTable(!table)}>
            {table ? (
              <FormattedMessage id="chart.asChart" defaultMessage="Show as chart" />
            ) : (
              <FormattedMessage id="chart.asTable" defaultMessage="Show as table" />
            )}
          </button>
          {csv && (
            <button type="button" className={classes.toggle} onClick={() => saveCsv(csv.name, csv.rows)}>
              <FormattedMessage id="chart.csv" defaultMessage="Download CSV" />
            </button>
          )}
        </span>
      </figcaption>
      {summary && <p className={classes.summary}>{summary}</p>}
      {table ? (
        <div className={classes.scroll} tabIndex={0} role="region" aria-labelledby={id}>
          <table className={classes.table}>
            <thead>
              <tr>
                {columns.map((column, index) => (
                  <th key={index} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([name, ...values], index) => (
                <tr key={index}>
                  <th scope="row">{name}</th>
                  {values.map((value, nth) => (
                    <td key={nth}>{value}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <div aria-hidden={!interactive || undefined} style={{ minHeight: height }}>
          <Suspense fallback={null}>{children}</Suspense>
        </div>
      )}
    </figure>
  );
}
