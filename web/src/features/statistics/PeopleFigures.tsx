import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Period } from '../../components/activity/period';
import { Bars } from '../../components/charts/Bars';
import { ChartFigure } from '../../components/charts/ChartFigure';
import { ErrorState } from '../../components/ErrorState';
import { Problem } from '../../components/Problem';
import { Waiting } from '../../components/Waiting';
import { graphql } from '../../gql';
import classes from './PeopleFigures.module.css';

const peopleQuery = graphql(`
  query PeopleFigures($from: String!, $to: String) {
    peopleStatistics(from: $from, to: $to) {
      ... on PeopleStatistics {
        total
        contributed
        emailVerified
        female
        male
        preferNotToSay
        selfDescribed
        byLevel {
          levelNumber
          name
          count
        }
      }
      ... on Error {
        message
      }
    }
  }
`);

/** Who joined in the period, by what they are now. */
export function PeopleFigures({ period }: { period: Period }) {
  const intl = useIntl();
  const { data, previousData, error, refetch } = useQuery(peopleQuery, { variables: period });
  const people = (data ?? previousData)?.peopleStatistics;
  if (error && !people) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!people) {
    return (
      <Waiting>
        <Skeleton height={200} mt={32} />
      </Waiting>
    );
  }
  if (people.__typename !== 'PeopleStatistics') return <Problem>{'message' in people && people.message}</Problem>;
  const told = people.female + people.male + people.preferNotToSay + people.selfDescribed;
  const levels = people.byLevel.map(({ levelNumber, name, count }) => ({
    key: levelNumber,
    label: name,
    value: count,
  }));
  const genders = [
    {
      key: 'female',
      label: intl.formatMessage({ id: 'gender.female', defaultMessage: 'Women' }),
      value: people.female,
    },
    { key: 'male', label: intl.formatMessage({ id: 'gender.male', defaultMessage: 'Men' }), value: people.male },
    {
      key: 'own',
      label: intl.formatMessage({ id: 'gender.own', defaultMessage: 'In their own words' }),
      value: people.selfDescribed,
    },
    {
      key: 'secret',
      label: intl.formatMessage({ id: 'gender.secret', defaultMessage: 'Prefer not to say' }),
      value: people.preferNotToSay,
    },
    {
      key: 'untold',
      label: intl.formatMessage({ id: 'gender.untold', defaultMessage: 'No answer yet' }),
      value: Math.max(0, people.total - told),
    },
  ];
  const countHead = intl.formatMessage({ id: 'people.count', defaultMessage: 'People' });
  const chart = (
    name: string,
    title: string,
    bars: readonly { key: string | number; label: string; value: number }[],
  ) => (
    <ChartFigure
      title={title}
      columns={[title, countHead]}
      rows={bars.map(({ label, value }) => [label, intl.formatNumber(value)])}
      csv={{ name, rows: [[title, countHead], ...bars.map(({ label, value }) => [label, value])] }}
      height={140}
      interactive
    >
      <Bars bars={bars} />
    </ChartFigure>
  );
  return (
    <>
      <h3 className={classes.title}>
        <FormattedMessage
          id="people.new"
          defaultMessage="{count, plural, =0 {Nobody joined in this period} one {# person joined in this period} other {# people joined in this period}}"
          values={{ count: people.total }}
        />
      </h3>
      <p className={classes.text}>
        <FormattedMessage
          id="people.newText"
          defaultMessage="{done, plural, one {# of them has} other {# of them have}} finished a task, {mail, plural, one {# has} other {# have}} confirmed an e-mail address."
          values={{ done: people.contributed, mail: people.emailVerified }}
        />
      </p>
      {people.total > 0 && (
        <div className={classes.charts}>
          {chart(
            'new-people-by-level',
            intl.formatMessage({ id: 'people.byLevel', defaultMessage: 'By level' }),
            levels,
          )}
          {chart(
            'new-people-by-gender',
            intl.formatMessage({ id: 'people.byGender', defaultMessage: 'By gender' }),
            genders,
          )}
        </div>
      )}
    </>
  );
}
