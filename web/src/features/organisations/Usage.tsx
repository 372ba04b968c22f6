import { useQuery } from '@apollo/client/react';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { Section } from '../../components/Page';
import { graphql } from '../../gql';
import classes from './Organisation.module.css';
import { tierOf, type Tier } from './tiers';

const usageQuery = graphql(`
  query OrganisationUsage($filter: TaskStatisticsFilter!) {
    taskStatistics(filter: $filter) {
      ... on TaskStatistics {
        mapped
        validated
        badImagery
      }
    }
  }
`);

const tierWords: Record<Tier, { id: string; defaultMessage: string }> = defineMessages({
  1: { id: 'tier.free', defaultMessage: 'Free' },
  2: { id: 'tier.low', defaultMessage: 'Low' },
  3: { id: 'tier.medium', defaultMessage: 'Medium' },
  4: { id: 'tier.high', defaultMessage: 'High' },
  5: { id: 'tier.veryHigh', defaultMessage: 'Very high' },
});

/** How much was done in its projects this year, which tier that is, and which it pays for. */
export function Usage({ organisation, tier: paid }: { organisation: string; tier: number | null }) {
  const intl = useIntl();
  const year = new Date().getUTCFullYear();
  const { data } = useQuery(usageQuery, {
    variables: { filter: { organisationId: organisation, from: `${year}-01-01` } },
  });
  const done = data?.taskStatistics;
  if (done?.__typename !== 'TaskStatistics') return null;
  const count = done.mapped + done.validated + done.badImagery;
  const { tier, next } = tierOf(count);
  const word = (which: Tier) => intl.formatMessage(tierWords[which]);
  return (
    <Section
      card
      title={
        <FormattedMessage
          id="usage.title"
          defaultMessage="Usage in {year}"
          values={{ year: intl.formatDate(`${year}-06-01`, { year: 'numeric' }) }}
        />
      }
    >
      <div className={classes.usage}>
        <p>
          <FormattedMessage
            id="usage.done"
            defaultMessage="Tasks were finished {count, plural, one {# time} other {# times}}. That is the tier <b>{tier}</b>."
            values={{ count, tier: word(tier), b: (text) => <b>{text}</b> }}
          />
        </p>
        {next !== null && (
          <>
            <progress className={classes.progress} value={count} max={next} aria-hidden="true" />
            <p>
              <FormattedMessage
                id="usage.next"
                defaultMessage="The next tier begins at {next, number}."
                values={{ next }}
              />
            </p>
          </>
        )}
        {paid !== null && paid in tierWords && (
          <p>
            <FormattedMessage
              id="usage.paid"
              defaultMessage="The organisation pays for the tier <b>{tier}</b>."
              values={{ tier: word(paid as Tier), b: (text) => <b>{text}</b> }}
            />
          </p>
        )}
      </div>
    </Section>
  );
}
