import { useQuery } from '@apollo/client/react';
import { Button, Skeleton } from '@mantine/core';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { Bars } from '../../components/charts/Bars';
import { Donut } from '../../components/charts/Donut';
import { Columns } from '../../components/Columns';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { Figures, Section } from '../../components/Page';
import { LevelProgress } from '../../components/person/LevelProgress';
import { ProjectCard, ProjectCards } from '../../components/ProjectCard';
import { Waiting } from '../../components/Waiting';
import { graphql } from '../../gql';
import { stateMessages } from '../../map/stateMessages';
import { Activity } from './Activity';
import { Belongs } from './Belongs';
import { Edits } from './Edits';
import { LevelVote } from './LevelVote';
import { Places } from './Places';

const profileWorkQuery = graphql(`
  query ProfileWork($id: ID!) {
    person(id: $id) {
      id
      username
      ...LevelProgress
      ...LevelVote
      ...Belongs
      ...Places
      statistics {
        tasksMapped
        tasksValidated
        tasksInvalidated
        tasksValidatedByOthers
        tasksInvalidatedByOthers
        projectsMapped
        mappingSeconds
        validatingSeconds
        days {
          date
          count
          mapped
          validated
          invalidated
        }
        interests {
          interestNumber
          name
          projects
        }
        top: projects(first: 6) {
          total
          project {
            id
            ...ProjectCard
          }
        }
      }
    }
  }
`);

/** What somebody did here, in figures, drawings and places; beside it their level and where they belong. */
export function ProfileWork({ id, own }: { id: string; own: boolean }) {
  const { data, error, refetch } = useQuery(profileWorkQuery, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const person = data?.person;
  if (error && !person) {
    return (
      <ErrorState
        title={<FormattedMessage id="profile.failed" defaultMessage="What this person did could not be loaded." />}
        error={error}
        onRetry={() => void refetch()}
      />
    );
  }
  if (!person) return <WorkSkeleton />;
  const { statistics } = person;
  const { tasksMapped, tasksValidated, tasksInvalidated, top, interests } = statistics;
  const done = tasksMapped + tasksValidated + tasksInvalidated + statistics.days.length + top.length > 0;
  return (
    <>
      {done && (
        <>
          <WorkFigures statistics={statistics} />
          <Activity days={statistics.days} />
        </>
      )}
      <Columns
        aside={
          <>
            <Section title={<FormattedMessage id="profile.level" defaultMessage="Level" />} card>
              <LevelProgress person={person}>
                <LevelVote person={person} />
              </LevelProgress>
            </Section>
            <Belongs person={person} />
            {interests.length > 0 && (
              <Section title={<FormattedMessage id="profile.causes" defaultMessage="Causes" />} card>
                <Bars
                  bars={interests.slice(0, 6).map(({ interestNumber, name, projects }) => ({
                    key: interestNumber,
                    label: name,
                    value: projects,
                    words: (
                      <FormattedMessage
                        id="profile.projects"
                        defaultMessage="{count, plural, one {# project} other {# projects}}"
                        values={{ count: projects }}
                      />
                    ),
                  }))}
                />
              </Section>
            )}
          </>
        }
      >
        {done ? (
          <>
            <Section title={<FormattedMessage id="profile.kinds" defaultMessage="Kinds of work" />} card>
              <Donut
                unit={
                  <FormattedMessage
                    id="profile.contributions"
                    defaultMessage="{count, plural, one {contribution} other {contributions}}"
                    values={{ count: tasksMapped + tasksValidated + tasksInvalidated }}
                  />
                }
                pieces={[
                  {
                    key: 'mapped',
                    state: 'MAPPED',
                    value: tasksMapped,
                    label: <FormattedMessage {...stateMessages.MAPPED} />,
                  },
                  {
                    key: 'validated',
                    state: 'VALIDATED',
                    value: tasksValidated,
                    label: <FormattedMessage {...stateMessages.VALIDATED} />,
                  },
                  {
                    key: 'invalidated',
                    state: 'INVALIDATED',
                    value: tasksInvalidated,
                    label: <FormattedMessage id="activity.sentBack" defaultMessage="Sent back" />,
                  },
                ]}
              />
            </Section>
            <Section title={<FormattedMessage id="profile.topProjects" defaultMessage="Most worked on" />}>
              <ProjectCards>
                {top.map(({ project, total }) => (
                  <ProjectCard key={project.id} project={project}>
                    <p>
                      <FormattedMessage
                        id="profile.tasks"
                        defaultMessage="{count, plural, one {# task} other {# tasks}}"
                        values={{ count: total }}
                      />
                    </p>
                  </ProjectCard>
                ))}
              </ProjectCards>
            </Section>
            <Places person={person} />
            <Edits id={id} />
          </>
        ) : (
          <Nothing own={own} name={person.username} />
        )}
      </Columns>
    </>
  );
}

type FiguresProps = {
  statistics: {
    tasksMapped: number;
    tasksValidated: number;
    tasksInvalidated: number;
    tasksValidatedByOthers: number;
    tasksInvalidatedByOthers: number;
    projectsMapped: number;
    mappingSeconds: number;
    validatingSeconds: number;
  };
};

function WorkFigures({ statistics }: FiguresProps) {
  const intl = useIntl();
  const minutes = Math.round((statistics.mappingSeconds + statistics.validatingSeconds) / 60);
  const time =
    minutes < 120
      ? intl.formatNumber(minutes, { style: 'unit', unit: 'minute' })
      : intl.formatNumber(Math.round(minutes / 60), { style: 'unit', unit: 'hour' });
  return (
    <Figures
      figures={[
        {
          key: 'mapped',
          value: <FormattedNumber value={statistics.tasksMapped} />,
          label: <FormattedMessage id="week.mapped" defaultMessage="Tasks mapped" />,
        },
        {
          key: 'validated',
          value: <FormattedNumber value={statistics.tasksValidated} />,
          label: <FormattedMessage id="week.validated" defaultMessage="Tasks validated" />,
        },
        {
          key: 'found good',
          value: <FormattedNumber value={statistics.tasksValidatedByOthers} />,
          label: <FormattedMessage id="profile.foundGood" defaultMessage="Found good by others" />,
        },
        {
          key: 'sent back',
          value: <FormattedNumber value={statistics.tasksInvalidatedByOthers} />,
          label: <FormattedMessage id="profile.sentBackByOthers" defaultMessage="Sent back by others" />,
        },
        {
          key: 'projects',
          value: <FormattedNumber value={statistics.projectsMapped} />,
          label: <FormattedMessage id="profile.projectsMapped" defaultMessage="Projects mapped in" />,
        },
        { key: 'time', value: time, label: <FormattedMessage id="profile.time" defaultMessage="Time spent" /> },
      ]}
    />
  );
}

function Nothing({ own, name }: { own: boolean; name: string }) {
  return own ? (
    <EmptyState
      title={<FormattedMessage id="held.first" defaultMessage="Take your first task" />}
      text={
        <FormattedMessage
          id="profile.nothingOwn"
          defaultMessage="Your profile fills as you map: figures, places and projects."
        />
      }
      action={
        <Button component={Link} to="/explore">
          <FormattedMessage id="project.explore" defaultMessage="Explore projects" />
        </Button>
      }
    />
  ) : (
    <EmptyState
      title={
        <FormattedMessage
          id="profile.nothing"
          defaultMessage="{name} has not worked on a task yet"
          values={{ name: <bdi>{name}</bdi> }}
        />
      }
    />
  );
}

function WorkSkeleton() {
  return (
    <Waiting>
      <Skeleton height={88} radius={12} />
      <Columns aside={<Skeleton height={200} radius={12} />}>
        <Skeleton height={240} radius={12} mb={24} />
        <Skeleton height={200} radius={12} />
      </Columns>
    </Waiting>
  );
}
