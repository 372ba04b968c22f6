import { useQuery } from '@apollo/client/react';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { Figures, Section } from '../../components/Page';
import { metricName } from '../../components/person/metricNames';
import { graphql } from '../../gql';
import classes from './Edits.module.css';

// On its own: the figures come from another service, and the page does not wait for it.
const editsQuery = graphql(`
  query ProfileEdits($id: ID!) {
    person(id: $id) {
      id
      editStatistics {
        figures {
          metric
          value
        }
        message
        problem
      }
    }
  }
`);

/** What somebody added to OpenStreetMap for projects of this installation. Nothing where it does not ask for that. */
export function Edits({ id }: { id: string }) {
  const intl = useIntl();
  const { data } = useQuery(editsQuery, { variables: { id } });
  const edits = data?.person?.editStatistics;
  if (!edits || edits.problem === 'NOT_SET_UP') return null;
  const figures = edits.figures ?? [];
  if (figures.length === 0 && !edits.message) return null;
  return (
    <Section title={<FormattedMessage id="profile.edits" defaultMessage="Added to OpenStreetMap" />}>
      {figures.length > 0 && (
        <Figures
          figures={figures.map(({ metric, value }) => ({
            key: metric,
            value: <FormattedNumber value={value} maximumFractionDigits={value < 10 ? 1 : 0} />,
            label: metricName(intl, metric),
          }))}
        />
      )}
      {edits.message && <p className={classes.note}>{edits.message}</p>}
    </Section>
  );
}
