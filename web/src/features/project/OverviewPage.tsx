import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link, useParams } from 'react-router';
import { useLanguage } from '../../app/intl';
import { useViewer } from '../../app/viewer';
import { ErrorState } from '../../components/ErrorState';
import { FavouriteButton } from '../../components/FavouriteButton';
import { Html } from '../../components/Html';
import { Section } from '../../components/Page';
import { ProjectCard, ProjectCards } from '../../components/ProjectCard';
import { graphql } from '../../gql';
import { useProjectTasks } from '../../map/useProjectTasks';
import { useTaskCounts } from '../../map/useTaskStore';
import { ProjectTimeline } from './ProjectTimeline';
import { Contribute } from './Contribute';
import { Conversation } from './Conversation';
import { Coordination } from './Coordination';
import { countsOf } from './countsOf';
import { Downloads } from './Downloads';
import { Facts } from './Facts';
import { Head } from './Head';
import { MissingProject } from './MissingProject';
import classes from './Overview.module.css';
import { OverviewSkeleton } from './OverviewSkeleton';
import { People } from './People';
import { Progress } from './Progress';
import { ProjectMap } from './ProjectMap';
import { Rights } from './Rights';
import { ShareMenu } from './ShareMenu';
import { useAnchor } from './useAnchor';

const overviewQuery = graphql(`
  query ProjectOverview($project: ID!, $locale: String!) {
    project(id: $project) {
      id
      number
      title: name(locale: $locale)
      shortDescription(locale: $locale)
      descriptionHtml(locale: $locale)
      viewerCanMap {
        allowed
      }
      viewerCanValidate {
        allowed
        reason
      }
      tilesUrl
      tilesMaxZoom
      bbox
      gridZoom
      areaM2
      areaOfInterest
      priorityAreas
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
      similar(first: 3) {
        id
        ...ProjectCard
      }
      ...Favourite
      ...ProjectHead
      ...ProjectFacts
      ...ProjectRights
      ...ProjectCoordination
      ...ProjectDownloads
    }
  }
`);

/** What a project is, how far it is, who may help and how: the page that a link to a project leads to. */
export default function OverviewPage() {
  const { number = '' } = useParams();
  const intl = useIntl();
  const { language } = useLanguage();
  const { viewer } = useViewer();
  const wide = useMediaQuery('(min-width: 1100px)', false, { getInitialValueInEffect: false });
  const { data, error, refetch } = useQuery(overviewQuery, {
    variables: { project: number, locale: language.code.replace('-', '_') },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const { store, loaded } = useProjectTasks(number);
  const live = useTaskCounts(store);
  const project = data?.project;
  useAnchor(Boolean(project));

  if (project === null) return <MissingProject number={number} />;
  if (!project) {
    if (!error) return <OverviewSkeleton />;
    return (
      <ErrorState
        title={<FormattedMessage id="project.failed" defaultMessage="The project could not be loaded." />}
        error={error}
        onRetry={() => void refetch().catch(() => undefined)}
      />
    );
  }

  const counts = loaded ? live : countsOf(project.figures);
  const visitor = project.viewerCanValidate.reason === 'NOT_SIGNED_IN';
  const contribute = (
    <Contribute
      number={project.number}
      counts={counts}
      store={store}
      closed={!visitor && !project.viewerCanMap.allowed && !project.viewerCanValidate.allowed}
    />
  );
  return (
    <div className={classes.page}>
      <title>
        {intl.formatMessage({ id: 'page.tab', defaultMessage: '{page} · Taskgrid' }, { page: project.title })}
      </title>
      <div className={classes.top}>
        <div className={classes.head}>
          <Head
            project={project}
            name={project.title}
            actions={
              <>
                {viewer && <FavouriteButton project={project} size={40} />}
                <ShareMenu number={project.number} name={project.title} />
              </>
            }
          />
          {project.shortDescription && (
            <p className={classes.lead} dir="auto">
              {project.shortDescription}
            </p>
          )}
          <Progress counts={counts} />
        </div>
        <div className={classes.mapCell}>
          <ProjectMap number={project.number} project={project} store={store} strip={!wide} />
          {wide && <div className={`float ${classes.foot}`}>{contribute}</div>}
        </div>
        <div className={classes.rest}>
          <Section title={<FormattedMessage id="overview.asked" defaultMessage="What is asked" />}>
            {project.descriptionHtml && <Html html={project.descriptionHtml} />}
            <p className={classes.after}>
              <Link to={`/projects/${project.number}/tasks?view=instructions`}>
                <FormattedMessage id="overview.instructions" defaultMessage="Read the instructions" />
              </Link>
            </p>
            <Facts project={project} />
          </Section>
          <Section title={<FormattedMessage id="overview.who" defaultMessage="Who may take part" />}>
            <Rights project={project} />
          </Section>
          <Section title={<FormattedMessage id="overview.coordination" defaultMessage="Coordination" />}>
            <Coordination project={project} />
          </Section>
          <Section
            id="conversation"
            title={<FormattedMessage id="overview.conversation" defaultMessage="Conversation" />}
          >
            <Conversation key={project.number} project={String(project.number)} />
          </Section>
        </div>
      </div>
      <div className={classes.below}>
        <Section
          id="timeline"
          title={<FormattedMessage id="overview.timeline" defaultMessage="Timeline" />}
          action={
            <Button component={Link} to={`/projects/${project.number}/stats`} variant="default" size="xs">
              <FormattedMessage id="overview.stats" defaultMessage="All statistics" />
            </Button>
          }
        >
          <ProjectTimeline project={String(project.number)} />
        </Section>
        <Section id="people" title={<FormattedMessage id="projectPanel.people" defaultMessage="People" />}>
          <People project={String(project.number)} />
        </Section>
        <Section id="downloads" title={<FormattedMessage id="overview.downloads" defaultMessage="Downloads" />}>
          <Downloads project={project} />
        </Section>
        {project.similar.length > 0 && (
          <Section title={<FormattedMessage id="overview.similar" defaultMessage="Similar projects" />}>
            <ProjectCards>
              {project.similar.map((each) => (
                <ProjectCard key={each.id} project={each} />
              ))}
            </ProjectCards>
          </Section>
        )}
      </div>
      {!wide && <div className={classes.stuck}>{contribute}</div>}
    </div>
  );
}
