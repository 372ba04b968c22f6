import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { FormattedMessage, defineMessages, useIntl, type MessageDescriptor } from 'react-intl';
import { Bars } from '../../components/charts/Bars';
import { ChartFigure } from '../../components/charts/ChartFigure';
import { ErrorState } from '../../components/ErrorState';
import { levelName } from '../../components/person/levelNames';
import { PersonLink } from '../../components/PersonLink';
import { Waiting } from '../../components/Waiting';
import { graphql } from '../../gql';
import classes from './ProjectStats.module.css';

const peopleQuery = graphql(`
  query ProjectPeopleFigures($project: ID!) {
    levels {
      number
      name
    }
    project(id: $project) {
      id
      contributorGroups {
        byLevel {
          levelNumber
          count
        }
        byExperience {
          months
          count
        }
      }
      mappers: contributions(first: 10, orderBy: MAPPED) {
        nodes {
          mapped
          person {
            id
            osmId
            username
            pictureUrl
          }
        }
      }
      validators: contributions(first: 10, orderBy: VALIDATED) {
        nodes {
          validated
          person {
            id
            osmId
            username
            pictureUrl
          }
        }
      }
    }
  }
`);

const experience: Record<number, MessageDescriptor> = defineMessages({
  0: { id: 'experience.month', defaultMessage: 'Less than 1 month' },
  1: { id: 'experience.months3', defaultMessage: '1 to 3 months' },
  3: { id: 'experience.months6', defaultMessage: '3 to 6 months' },
  6: { id: 'experience.year', defaultMessage: '6 to 12 months' },
  12: { id: 'experience.years', defaultMessage: 'More than a year' },
});

const messages = defineMessages({
  people: { id: 'people.count', defaultMessage: 'People' },
  byLevel: { id: 'people.byLevel', defaultMessage: 'By level' },
  byTime: { id: 'projectStats.byTime', defaultMessage: 'By time since they joined' },
  mappers: { id: 'projectStats.mappers', defaultMessage: 'Who mapped most' },
  validators: { id: 'projectStats.validators', defaultMessage: 'Who validated most' },
  tasks: { id: 'projectPanel.tasks', defaultMessage: 'Tasks' },
});

type Row = { key: string | number; name: string; label: ReactNode; value: number };

/** How experienced the people are who worked in a project, and who did most. */
export function ProjectPeople({ project }: { project: string }) {
  const intl = useIntl();
  const { data, error, refetch } = useQuery(peopleQuery, {
    variables: { project },
    fetchPolicy: 'cache-and-network',
  });
  const found = data?.project;
  if (!found) {
    if (error) {
      return (
        <ErrorState
          title={<FormattedMessage id="contributors.failed" defaultMessage="The people could not be loaded." />}
          error={error}
          onRetry={() => void refetch().catch(() => undefined)}
        />
      );
    }
    return (
      <Waiting>
        <Skeleton height={240} />
      </Waiting>
    );
  }
  const { byLevel, byExperience } = found.contributorGroups;
  if (byLevel.length === 0) {
    return (
      <p className={classes.quiet}>
        <FormattedMessage id="people.none" defaultMessage="Nobody has mapped here yet" />
      </p>
    );
  }
  const named = (words: string) => ({ name: words, label: words });
  const levels: Row[] = (data.levels ?? []).map(({ number, name }) => ({
    key: number,
    ...named(levelName(intl, name)),
    value: byLevel.find(({ levelNumber }) => levelNumber === number)?.count ?? 0,
  }));
  const times: Row[] = Object.entries(experience).map(([months, words]) => ({
    key: months,
    ...named(intl.formatMessage(words)),
    value: byExperience.find((each) => each.months === Number(months))?.count ?? 0,
  }));
  const persons = (nodes: readonly { person: Parameters<typeof PersonLink>[0]['person']; value: number }[]): Row[] =>
    nodes
      .filter(({ value }) => value > 0)
      .map(({ person, value }) => ({
        key: person.osmId,
        name: person.username,
        label: <PersonLink person={person} />,
        value,
      }));
  const mappers = persons(found.mappers.nodes.map(({ person, mapped }) => ({ person, value: mapped })));
  const validators = persons(found.validators.nodes.map(({ person, validated }) => ({ person, value: validated })));

  const chart = (kind: 'byLevel' | 'byTime' | 'mappers' | 'validators', rows: Row[], unit: 'people' | 'tasks') => {
    const head = [intl.formatMessage(messages[kind]), intl.formatMessage(messages[unit])];
    return (
      <div className={classes.card}>
        <ChartFigure
          title={head[0]}
          columns={head}
          rows={rows.map(({ label, value }) => [label, intl.formatNumber(value)])}
          csv={{ name: `project-${project}-${kind}`, rows: [head, ...rows.map(({ name, value }) => [name, value])] }}
          height={120}
          interactive
        >
          <Bars bars={rows} />
        </ChartFigure>
      </div>
    );
  };
  return (
    <div className={classes.pair}>
      {chart('byLevel', levels, 'people')}
      {chart('byTime', times, 'people')}
      {mappers.length > 0 && chart('mappers', mappers, 'tasks')}
      {validators.length > 0 && chart('validators', validators, 'tasks')}
    </div>
  );
}
