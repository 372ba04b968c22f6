import { useQuery } from '@apollo/client/react';
import { Button, Skeleton } from '@mantine/core';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { signInAddress, useViewer } from '../../app/viewer';
import { ActivityFilters } from '../../components/activity/ActivityFilters';
import { NoFigures } from '../../components/activity/NoFigures';
import { TaskActivity } from '../../components/activity/TaskActivity';
import { useActivityFilter } from '../../components/activity/useActivityFilter';
import { ChartFigure } from '../../components/charts/ChartFigure';
import { Donut, type Piece } from '../../components/charts/Donut';
import { EmptyState } from '../../components/EmptyState';
import { Figures, Page, Section } from '../../components/Page';
import { stateMessages } from '../../map/stateMessages';
import { graphql } from '../../gql';
import { PeopleFigures } from './PeopleFigures';

const statisticsQuery = graphql(`
  query InstanceStatistics {
    statistics {
      people
      peopleAtWork
      validators
      projects
      publishedProjects
      organisations
      campaigns
      tasks
      tasksMapped
      tasksValidated
      area {
        totalM2
        mappedM2
        validatedM2
      }
    }
  }
`);

/** This installation in numbers: now for everybody, and over time for those who are signed in. */
export default function StatisticsPage() {
  const intl = useIntl();
  const { data, error, refetch } = useQuery(statisticsQuery, { fetchPolicy: 'cache-and-network' });
  const all = data?.statistics;
  return (
    <Page
      title={intl.formatMessage({ id: 'page.statistics', defaultMessage: 'Statistics' })}
      lead={
        <FormattedMessage
          id="statistics.lead"
          defaultMessage="What everybody has mapped here together, without projects that are not published yet."
        />
      }
    >
      {!all ? (
        <NoFigures error={error} onRetry={() => void refetch()}>
          <Skeleton height={78} radius="lg" />
          <Skeleton height={240} radius="lg" mt={32} />
        </NoFigures>
      ) : (
        <>
          <Now all={all} />
          <States all={all} />
        </>
      )}
      <OverTimeOfAll />
    </Page>
  );
}

type All = {
  people: number;
  peopleAtWork: number;
  publishedProjects: number;
  projects: number;
  organisations: number;
  campaigns: number;
  tasks: number;
  tasksMapped: number;
  tasksValidated: number;
  area: { totalM2: number; mappedM2: number; validatedM2: number };
};

function Now({ all }: { all: All }) {
  const number = (value: number) => <FormattedNumber value={value} />;
  return (
    <Figures
      figures={[
        {
          key: 'mapped',
          value: number(all.tasksMapped),
          label: <FormattedMessage id="statistics.mapped" defaultMessage="Tasks mapped" />,
        },
        {
          key: 'validated',
          value: number(all.tasksValidated),
          label: <FormattedMessage id="statistics.validated" defaultMessage="Tasks validated" />,
        },
        {
          key: 'people',
          value: number(all.people),
          label: <FormattedMessage id="statistics.people" defaultMessage="People with an account" />,
        },
        {
          key: 'atWork',
          value: number(all.peopleAtWork),
          label: <FormattedMessage id="statistics.atWork" defaultMessage="People at work now" />,
        },
        {
          key: 'projects',
          value: number(all.publishedProjects),
          label: <FormattedMessage id="figure.openProjects" defaultMessage="Open projects" />,
        },
        {
          key: 'organisations',
          value: number(all.organisations),
          label: <FormattedMessage id="page.organisations" defaultMessage="Organisations" />,
        },
      ]}
    />
  );
}

/** How far all tasks are, and how much ground that is. */
function States({ all }: { all: All }) {
  const intl = useIntl();
  const { tasks, tasksMapped, tasksValidated, area } = all;
  const km2 = (m2: number) =>
    intl.formatNumber(m2 / 1e6, { style: 'unit', unit: 'kilometer', maximumFractionDigits: 0 }) + '²';
  const pieces: (Piece & { word: string; m2: number })[] = [
    {
      key: 'validated',
      state: 'VALIDATED',
      word: intl.formatMessage(stateMessages.VALIDATED),
      label: intl.formatMessage(stateMessages.VALIDATED),
      value: tasksValidated,
      m2: area.validatedM2,
    },
    {
      key: 'mapped',
      state: 'MAPPED',
      word: intl.formatMessage({ id: 'statistics.waiting', defaultMessage: 'Mapped, not validated yet' }),
      label: <FormattedMessage id="statistics.waiting" defaultMessage="Mapped, not validated yet" />,
      value: tasksMapped - tasksValidated,
      m2: area.mappedM2 - area.validatedM2,
    },
    {
      key: 'rest',
      colour: 'var(--state-rest)',
      word: intl.formatMessage({ id: 'statistics.rest', defaultMessage: 'Still to map' }),
      label: <FormattedMessage id="statistics.rest" defaultMessage="Still to map" />,
      value: tasks - tasksMapped,
      m2: area.totalM2 - area.mappedM2,
    },
  ];
  const heads = [
    intl.formatMessage({ id: 'statistics.state', defaultMessage: 'State' }),
    intl.formatMessage({ id: 'statistics.tasks', defaultMessage: 'Tasks' }),
    intl.formatMessage({ id: 'statistics.area', defaultMessage: 'Area in km²' }),
  ];
  return (
    <Section card title={<FormattedMessage id="statistics.all" defaultMessage="All tasks" />}>
      <ChartFigure
        title={<FormattedMessage id="statistics.byState" defaultMessage="How far they are" />}
        summary={
          <FormattedMessage
            id="statistics.ground"
            defaultMessage="{mapped} of {total} of ground are mapped, {validated} of them validated."
            values={{ mapped: km2(area.mappedM2), total: km2(area.totalM2), validated: km2(area.validatedM2) }}
          />
        }
        columns={heads}
        rows={pieces.map(({ word, value, m2 }) => [
          word,
          intl.formatNumber(value),
          intl.formatNumber(m2 / 1e6, { maximumFractionDigits: 1 }),
        ])}
        csv={{ name: 'tasks', rows: [heads, ...pieces.map(({ word, value, m2 }) => [word, value, m2 / 1e6])] }}
        height={160}
        interactive
      >
        <Donut pieces={pieces} unit={<FormattedMessage id="statistics.unit" defaultMessage="tasks" />} />
      </ChartFigure>
    </Section>
  );
}

function OverTimeOfAll() {
  const { viewer } = useViewer();
  const activity = useActivityFilter();
  if (viewer === undefined) return null;
  return (
    <Section title={<FormattedMessage id="statistics.overTime" defaultMessage="Over time" />}>
      {viewer === null ? (
        <EmptyState
          title={<FormattedMessage id="statistics.signIn" defaultMessage="Day by day, once you sign in" />}
          action={
            <Button component="a" href={signInAddress()}>
              <FormattedMessage id="account.signIn" defaultMessage="Sign in" />
            </Button>
          }
        />
      ) : (
        <>
          <ActivityFilters activity={activity} />
          <TaskActivity period={activity.period} filter={activity.filter} file="tasks-over-time" />
          <PeopleFigures period={activity.period} />
        </>
      )}
    </Section>
  );
}
