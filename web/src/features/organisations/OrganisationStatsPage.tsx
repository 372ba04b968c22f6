import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { FormattedMessage, FormattedNumber, defineMessages, useIntl } from 'react-intl';
import { Link, useParams } from 'react-router';
import { ActivityFilters } from '../../components/activity/ActivityFilters';
import { TaskActivity } from '../../components/activity/TaskActivity';
import { useActivityFilter } from '../../components/activity/useActivityFilter';
import { ChartFigure } from '../../components/charts/ChartFigure';
import { Donut, type Piece } from '../../components/charts/Donut';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { Figures, Page, Section } from '../../components/Page';
import { Waiting } from '../../components/Waiting';
import { stateMessages } from '../../map/stateMessages';
import type { TaskState } from '../../map/states';
import { graphql } from '../../gql';
import { NoOrganisation } from './NoOrganisation';
import { Usage } from './Usage';

const statsQuery = graphql(`
  query OrganisationStats($organisation: ID!) {
    organisation(id: $organisation) {
      id
      number
      name
      slug
      isManager
      subscriptionTier
      figures {
        publishedProjects
        draftProjects
        archivedProjects
        recentProjects
        staleProjects
        readyTasks
        tasksLockedForMapping
        mappedTasks
        tasksLockedForValidation
        validatedTasks
        invalidatedTasks
        badImageryTasks
      }
    }
  }
`);

const projectWords = defineMessages({
  publishedProjects: { id: 'figure.openProjects', defaultMessage: 'Open projects' },
  draftProjects: { id: 'figure.drafts', defaultMessage: 'Drafts' },
  archivedProjects: { id: 'figure.pastProjects', defaultMessage: 'Past projects' },
  recentProjects: { id: 'figure.newProjects', defaultMessage: 'New this year' },
  staleProjects: { id: 'figure.staleProjects', defaultMessage: 'Open, unchanged for six months' },
});

/** The states of tasks in the order of the work, and which figure counts them. */
const STATES = {
  READY: 'readyTasks',
  LOCKED_FOR_MAPPING: 'tasksLockedForMapping',
  INVALIDATED: 'invalidatedTasks',
  MAPPED: 'mappedTasks',
  LOCKED_FOR_VALIDATION: 'tasksLockedForValidation',
  VALIDATED: 'validatedTasks',
  BADIMAGERY: 'badImageryTasks',
} as const satisfies Partial<Record<TaskState, string>>;

/** An organisation in numbers, for those who manage it. */
export default function OrganisationStatsPage() {
  const intl = useIntl();
  const { number = '' } = useParams();
  const isNumber = /^\d{1,9}$/.test(number);
  const activity = useActivityFilter();
  const { data, error, refetch } = useQuery(statsQuery, {
    variables: { organisation: number },
    skip: !isNumber,
    fetchPolicy: 'cache-and-network',
  });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data && isNumber) return <StatsSkeleton />;
  const organisation = data?.organisation;
  if (!organisation) return <NoOrganisation />;
  if (!organisation.isManager) {
    return (
      <EmptyState
        page
        title={
          <FormattedMessage id="organisation.stats.notYours" defaultMessage="These figures are for its managers" />
        }
        text={
          <FormattedMessage
            id="organisation.stats.notYoursText"
            defaultMessage="Managers of {organisation} can see them. What everybody can see is on its page."
            values={{ organisation: organisation.name }}
          />
        }
        action={<Link to={`/organisations/${encodeURIComponent(organisation.slug)}`}>{organisation.name}</Link>}
      />
    );
  }
  const { figures } = organisation;
  const pieces = (Object.keys(STATES) as (keyof typeof STATES)[]).map((state): Piece & { word: string } => ({
    key: state,
    state,
    word: intl.formatMessage(stateMessages[state]),
    label: intl.formatMessage(stateMessages[state]),
    value: figures[STATES[state]],
  }));
  const total = pieces.reduce((sum, { value }) => sum + value, 0);
  const left = total - figures.validatedTasks - figures.badImageryTasks;
  const heads = [
    intl.formatMessage({ id: 'statistics.state', defaultMessage: 'State' }),
    intl.formatMessage({ id: 'statistics.tasks', defaultMessage: 'Tasks' }),
  ];
  return (
    <Page
      title={intl.formatMessage(
        { id: 'organisation.stats.title', defaultMessage: 'Statistics of {organisation}' },
        { organisation: organisation.name },
      )}
      lead={
        <Link to={`/organisations/${encodeURIComponent(organisation.slug)}`}>
          <FormattedMessage id="organisation.stats.back" defaultMessage="To its page" />
        </Link>
      }
    >
      <Figures
        figures={(Object.keys(projectWords) as (keyof typeof projectWords)[]).map((key) => ({
          key,
          value: <FormattedNumber value={figures[key]} />,
          label: intl.formatMessage(projectWords[key]),
        }))}
      />
      <Section card title={<FormattedMessage id="organisation.stats.tasks" defaultMessage="Tasks of open projects" />}>
        {total === 0 ? (
          <p>
            <FormattedMessage id="organisation.stats.noTasks" defaultMessage="No project is open, so there are none." />
          </p>
        ) : (
          <ChartFigure
            title={<FormattedMessage id="statistics.byState" defaultMessage="How far they are" />}
            summary={
              <FormattedMessage
                id="organisation.stats.left"
                defaultMessage="{left, plural, one {# task is} other {# tasks are}} still to be mapped or validated."
                values={{ left }}
              />
            }
            columns={heads}
            rows={pieces.map(({ word, value }) => [word, intl.formatNumber(value)])}
            csv={{
              name: `${organisation.slug}-tasks`,
              rows: [heads, ...pieces.map(({ word, value }) => [word, value])],
            }}
            height={200}
            interactive
          >
            <Donut pieces={pieces} unit={<FormattedMessage id="statistics.unit" defaultMessage="tasks" />} />
          </ChartFigure>
        )}
      </Section>
      <Usage organisation={number} tier={organisation.subscriptionTier ?? null} />
      <Section title={<FormattedMessage id="statistics.overTime" defaultMessage="Over time" />}>
        <ActivityFilters activity={activity} organisation={number} />
        <TaskActivity
          period={activity.period}
          filter={{ ...activity.filter, organisationId: number }}
          file={`${organisation.slug}-tasks-over-time`}
        />
      </Section>
    </Page>
  );
}

function StatsSkeleton() {
  return (
    <Waiting>
      <Page title={<Skeleton width={360} height={34} />}>
        <Skeleton height={78} radius="lg" />
        <Skeleton height={280} radius="lg" mt={32} />
      </Page>
    </Waiting>
  );
}
