import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import classes from './Partner.module.css';

type Props = {
  /** What stands above the figures. */
  columns: readonly ReactNode[];
  rows: readonly { key: string; person: ReactNode; figures: readonly ReactNode[] }[];
  busy?: boolean;
};

/** People, a row each, with their figures. */
export function PeopleTable({ columns, rows, busy }: Props) {
  return (
    <div className={classes.scroll} aria-busy={busy}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">
              <FormattedMessage id="partner.person" defaultMessage="Person" />
            </th>
            {columns.map((column, index) => (
              <th key={index} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, person, figures }) => (
            <tr key={key}>
              <th scope="row">{person}</th>
              {figures.map((figure, index) => (
                <td key={index}>{figure}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
