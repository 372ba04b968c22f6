import { useQuery } from '@apollo/client/react';
import { Button, Skeleton } from '@mantine/core';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { Link, useParams } from 'react-router';
import { useLanguage } from '../../app/intl';
import { NoFigures } from '../../components/activity/NoFigures';
import { Figures, Page, Section } from '../../components/Page';
import { graphql } from '../../gql';
import { shares } from '../../map/percent';
import { stateMessages } from '../../map/stateMessages';
import { countsOf } from './countsOf';
import { MissingProject } from './MissingProject';
import { durationWords } from './duration';
import { ProjectEdits } from './ProjectEdits';
import { ProjectGrowth } from './ProjectGrowth';
import { ProjectPeople } from './ProjectPeople';
import { ProjectStates } from './ProjectStates';
import classes from './ProjectStats.module.css';
import { ProjectTimeline } from './ProjectTimeline';

const statsQuery = graphql(`
  query ProjectStats($project: ID!, $locale: String!) {
    project(id: $project) {
      id
      number
      title: name(locale: $locale)
      contributorCount
      figures {
        totalTasks
        ready
        lockedForMapping
        mapped
        lockedForValidation
        validated
        invalidated
        badImagery
      }
      time {
        averageMapping
        averageValidation
        mapping
        validation
        toFinishMapping
        toFinishValidation
      }
    }
  }
`);

/** A project in numbers: how far its tasks are, what was done when and by whom, and how long it takes. */
export default function ProjectStatsPage() {
  const { number = '' } = useParams();
  const intl = useIntl();
  const { language } = useLanguage();
  const { data, error, refetch } = useQuery(statsQuery, {
    variables: { project: number, locale: language.code.replace('-', '_') },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const project = data?.project;
  if (project === null) return <MissingProject number={number} />;
  const title = intl.formatMessage({ id: 'page.statistics', defaultMessage: 'Statistics' });
  if (!project) {
    return (
      <Page title={title}>
        <NoFigures error={error} onRetry={() => void refetch().catch(() => undefined)}>
          <Skeleton height={78} radius="lg" />
          <Skeleton height={280} radius="lg" mt={32} />
        </NoFigures>
      </Page>
    );
  }
  const counts = countsOf(project.figures);
  const { validated, mapped } = shares(counts);
  const { time } = project;
  // Without a task that was finished there is no pace to speak of.
  const lasts = (seconds: number) => (seconds >= 0.5 ? durationWords(intl, seconds) : '–');
  return (
    <Page
      title={title}
      tab={`${title} · ${project.title}`}
      lead={<Link to={`/projects/${project.number}`}>{project.title}</Link>}
      actions={
        <Button component={Link} to={`/projects/${project.number}/tasks`} variant="default">
          <FormattedMessage id="overview.seeTasks" defaultMessage="See the tasks" />
        </Button>
      }
    >
      <Figures
        figures={[
          {
            key: 'tasks',
            value: <FormattedNumber value={counts.total} />,
            label: <FormattedMessage id="projectPanel.tasks" defaultMessage="Tasks" />,
          },
          {
            key: 'mapped',
            value: <FormattedNumber value={(validated + mapped) / 100} style="percent" />,
            label: <FormattedMessage {...stateMessages.MAPPED} />,
          },
          {
            key: 'validated',
            value: <FormattedNumber value={validated / 100} style="percent" />,
            label: <FormattedMessage {...stateMessages.VALIDATED} />,
          },
          {
            key: 'people',
            value: <FormattedNumber value={project.contributorCount} />,
            label: <FormattedMessage id="projectPanel.people" defaultMessage="People" />,
          },
          {
            key: 'spent',
            value: lasts(time.mapping + time.validation),
            label: <FormattedMessage id="projectStats.spent" defaultMessage="Time spent in all" />,
          },
        ]}
      />
      <Section title={<FormattedMessage id="projectStats.progress" defaultMessage="Progress" />}>
        <div className={classes.pair}>
          <div className={classes.card}>
            <ProjectStates project={number} counts={counts} />
          </div>
          <div className={classes.card}>
            <ProjectGrowth project={number} total={counts.total} />
          </div>
          <div className={`${classes.card} ${classes.whole}`}>
            <ProjectTimeline project={number} />
          </div>
        </div>
      </Section>
      <Section
        title={<FormattedMessage id="projectStats.time" defaultMessage="Time" />}
        text={
          <FormattedMessage
            id="projectStats.timeText"
            defaultMessage="From taking a task to giving it back. What is left is estimated at this pace."
          />
        }
      >
        <Figures
          figures={[
            {
              key: 'mapping',
              value: lasts(time.averageMapping),
              label: <FormattedMessage id="projectStats.averageMapping" defaultMessage="To map a task" />,
            },
            {
              key: 'validation',
              value: lasts(time.averageValidation),
              label: <FormattedMessage id="projectStats.averageValidation" defaultMessage="To validate a task" />,
            },
            {
              key: 'toMap',
              value: lasts(time.toFinishMapping),
              label: <FormattedMessage id="projectStats.toMap" defaultMessage="Left to map all" />,
            },
            {
              key: 'toValidate',
              value: lasts(time.toFinishValidation),
              label: <FormattedMessage id="projectStats.toValidate" defaultMessage="Left to validate all" />,
            },
          ]}
        />
      </Section>
      <Section title={<FormattedMessage id="projectPanel.people" defaultMessage="People" />}>
        <ProjectPeople project={number} />
      </Section>
      <Section title={<FormattedMessage id="projectStats.edits" defaultMessage="Edits in OpenStreetMap" />}>
        <ProjectEdits project={number} />
      </Section>
    </Page>
  );
}
