import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { graphql } from '../../gql';
import { Bars } from '../charts/Bars';
import { levelName } from './levelNames';
import classes from './LevelProgress.module.css';
import { metricName } from './metricNames';

const levelProgressFragment = graphql(`
  fragment LevelProgress on Person {
    id
    level {
      number
      name
    }
    nextLevel {
      level {
        number
        name
        approvalsRequired
      }
      nominatedAt
      votes
      requirements {
        metric
        minimum
        reached
      }
    }
  }
`);

/** The level of a person, what the next one asks for, and how far they are: in words and as bars. */
export function LevelProgress({
  person: from,
  children,
}: {
  person: FragmentType<typeof levelProgressFragment>;
  children?: ReactNode;
}) {
  const intl = useIntl();
  const { data: person, complete } = useFragment({
    fragment: levelProgressFragment,
    fragmentName: 'LevelProgress',
    from,
  });
  if (!complete) return null;
  const { level, nextLevel: next } = person;
  return (
    <div className={classes.level}>
      <p className={classes.name}>{levelName(intl, level.name)}</p>
      {!next && (
        <p>
          <FormattedMessage id="level.highest" defaultMessage="This is the highest level." />
        </p>
      )}
      {next && (
        <>
          <p>
            {next.nominatedAt ? (
              <FormattedMessage
                id="level.voting"
                defaultMessage="Everything {level} asks for is reached. {votes, number} of {needed, plural, one {# vote} other {# votes}} from administrators so far."
                values={{
                  level: levelName(intl, next.level.name),
                  votes: next.votes,
                  needed: next.level.approvalsRequired,
                }}
              />
            ) : (
              <FormattedMessage
                id="level.next"
                defaultMessage="On the way to {level}"
                values={{ level: levelName(intl, next.level.name) }}
              />
            )}
          </p>
          <Bars
            most={1}
            bars={next.requirements.map(({ metric, minimum, reached }) => ({
              key: metric,
              label: metricName(intl, metric),
              value: Math.min(1, reached / minimum),
              words:
                reached >= minimum ? (
                  <FormattedNumber value={Math.floor(reached)} />
                ) : (
                  <FormattedMessage
                    id="level.toGo"
                    defaultMessage="{reached, number} of {minimum, number}, {left, number} to go"
                    values={{ reached: Math.floor(reached), minimum, left: Math.ceil(minimum - reached) }}
                  />
                ),
            }))}
          />
        </>
      )}
      {children}
    </div>
  );
}
