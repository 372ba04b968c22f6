import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { useState } from 'react';
import { FormattedMessage, FormattedNumber, defineMessages, useIntl } from 'react-intl';
import { ErrorState } from '../../components/ErrorState';
import { levelName } from '../../components/person/levelNames';
import { PersonLink } from '../../components/PersonLink';
import { SegmentedFilter } from '../../components/SegmentedFilter';
import { ShowMore } from '../../components/ShowMore';
import { Waiting } from '../../components/Waiting';
import { graphql } from '../../gql';
import classes from './Overview.module.css';

const PAGE = 24;

const peopleQuery = graphql(`
  query ProjectContributors($project: ID!, $first: Int!, $after: String, $level: Int) {
    levels {
      number
      name
    }
    project(id: $project) {
      id
      contributions(first: $first, after: $after, levelNumber: $level) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            mapped
            validated
            person {
              id
              osmId
              username
              pictureUrl
              level {
                number
                name
              }
            }
          }
        }
      }
    }
  }
`);

const messages = defineMessages({
  filter: { id: 'contributors.filter', defaultMessage: 'Level' },
  all: { id: 'taskList.all', defaultMessage: 'All' },
});

/** Everybody who worked here, who did most first; of one level where that is chosen. */
export function People({ project }: { project: string }) {
  const intl = useIntl();
  const [level, setLevel] = useState('all');
  const { data, previousData, loading, error, refetch, fetchMore } = useQuery(peopleQuery, {
    variables: { project, first: PAGE, level: level === 'all' ? null : Number(level) },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
    notifyOnNetworkStatusChange: true,
  });
  const answer = data ?? previousData;
  const people = answer?.project?.contributions;
  if (error && !people) {
    return (
      <ErrorState
        title={<FormattedMessage id="contributors.failed" defaultMessage="The people could not be loaded." />}
        error={error}
        onRetry={() => void refetch().catch(() => undefined)}
      />
    );
  }
  if (!people) {
    return (
      <Waiting>
        <div className={classes.people}>
          {Array.from({ length: 6 }, (_, index) => (
            <Skeleton key={index} height={44} />
          ))}
        </div>
      </Waiting>
    );
  }
  return (
    <>
      {(people.totalCount > 0 || level !== 'all') && (
        <div className={classes.filter}>
          <SegmentedFilter
            label={intl.formatMessage(messages.filter)}
            value={level}
            onChange={setLevel}
            options={[
              { value: 'all', label: intl.formatMessage(messages.all) },
              ...(answer?.levels.map(({ number, name }) => ({
                value: String(number),
                label: levelName(intl, name),
              })) ?? []),
            ]}
          />
        </div>
      )}
      {people.edges.length === 0 && (
        <p className={classes.quiet}>
          {level === 'all' ? (
            <FormattedMessage id="people.none" defaultMessage="Nobody has mapped here yet" />
          ) : (
            <FormattedMessage id="contributors.noneOfLevel" defaultMessage="Nobody of this level has worked here." />
          )}
        </p>
      )}
      <ul className={classes.people} aria-busy={loading}>
        {people.edges.map(({ node: { person, mapped, validated } }) => (
          <li key={person.id}>
            <PersonLink person={person} size={32} />
            <span className={classes.done}>
              <span>{levelName(intl, person.level.name)}</span>
              {mapped > 0 && (
                <span>
                  <FormattedMessage
                    id="people.mapped"
                    defaultMessage="{count} mapped"
                    values={{ count: <FormattedNumber value={mapped} /> }}
                  />
                </span>
              )}
              {validated > 0 && (
                <span>
                  <FormattedMessage
                    id="people.validated"
                    defaultMessage="{count} validated"
                    values={{ count: <FormattedNumber value={validated} /> }}
                  />
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {people.totalCount > PAGE && (
        <ShowMore
          shown={people.edges.length}
          total={people.totalCount}
          loading={loading}
          onMore={() => void fetchMore({ variables: { after: people.pageInfo.endCursor } }).catch(() => undefined)}
        />
      )}
    </>
  );
}
