import { useQuery } from '@apollo/client/react';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { levelName } from '../../components/person/levelNames';
import { Avatar } from '../../components/Avatar';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { TimeAgo } from '../../components/TimeAgo';
import { LineSkeleton, Waiting } from '../../components/Waiting';
import { graphql } from '../../gql';
import classes from './ProjectPanel.module.css';

const MOST = 100;

const peopleQuery = graphql(`
  query ProjectPeople($project: ID!, $first: Int!) {
    project(id: $project) {
      id
      contributorCount
      contributors(first: $first) {
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
        mapped
        validated
        lastSeen
      }
    }
  }
`);

/** Who has worked in the project, how much, and when last. */
export function PeopleTab({ project }: { project: string }) {
  const intl = useIntl();
  const { data, error, refetch } = useQuery(peopleQuery, {
    variables: { project, first: MOST },
    fetchPolicy: 'cache-and-network',
  });
  const people = data?.project?.contributors;
  if (error && !people) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!people) {
    return (
      <Waiting>
        <div className={classes.scroll}>
          {Array.from({ length: 8 }, (_, index) => (
            <LineSkeleton key={index} width={index % 2 ? '50%' : '70%'} />
          ))}
        </div>
      </Waiting>
    );
  }
  if (people.length === 0) {
    return (
      <EmptyState
        title={<FormattedMessage id="people.none" defaultMessage="Nobody has mapped here yet" />}
        text={<FormattedMessage id="people.noneText" defaultMessage="Whoever finishes a task is named here." />}
      />
    );
  }
  const total = data?.project?.contributorCount ?? people.length;
  return (
    <div className={classes.scroll} tabIndex={0}>
      {total > people.length && (
        <p className={classes.total}>
          <FormattedMessage
            id="people.total"
            defaultMessage="The {shown, number} most active of {total, number}"
            values={{ shown: people.length, total }}
          />
        </p>
      )}
      <ul>
        {people.map(({ person, mapped, validated, lastSeen }) => (
          <li key={person.id} className={classes.person}>
            <Avatar name={person.username} id={person.osmId} picture={person.pictureUrl} size={28} />
            <span className={classes.personText}>
              <b>
                <bdi>{person.username}</bdi>
              </b>
              <span className={classes.sub}>
                {levelName(intl, person.level.name)} · <TimeAgo at={lastSeen} />
              </span>
            </span>
            <span className={classes.done}>
              <span>
                <FormattedMessage
                  id="people.mapped"
                  defaultMessage="{count} mapped"
                  values={{ count: <FormattedNumber value={mapped} /> }}
                />
              </span>
              <span>
                <FormattedMessage
                  id="people.validated"
                  defaultMessage="{count} validated"
                  values={{ count: <FormattedNumber value={validated} /> }}
                />
              </span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
