import { useQuery } from '@apollo/client/react';
import { Button, Skeleton } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { Suspense } from 'react';
import { FormattedMessage, FormattedNumber } from 'react-intl';
import { Link, useParams } from 'react-router';
import { Avatar } from '../../components/Avatar';
import { Columns, MarkedTitle } from '../../components/Columns';
import { ErrorState } from '../../components/ErrorState';
import { Markdown } from '../../components/Markdown';
import { Figures, Page, Section } from '../../components/Page';
import { PersonLink } from '../../components/PersonLink';
import { LineSkeleton, Waiting } from '../../components/Waiting';
import { graphql } from '../../gql';
import { NoOrganisation } from './NoOrganisation';
import classes from './Organisation.module.css';
import { OrganisationProjects } from './OrganisationProjects';
import { OrganisationTeams } from './OrganisationTeams';
import { mapPart } from '../../app/part';

const ProjectsMap = mapPart(() => import('./ProjectsMap'));

const organisationQuery = graphql(`
  query Organisation($slug: String!) {
    organisationBySlug(slug: $slug) {
      id
      number
      name
      slug
      logo
      description
      url
      isManager
      figures {
        publishedProjects
        archivedProjects
        readyTasks
        invalidatedTasks
        mappedTasks
        validatedTasks
      }
      managers {
        id
        osmId
        username
        pictureUrl
      }
      campaigns {
        id
        number
        name
        url
      }
    }
  }
`);

/** An organisation: what it does, where it maps, its projects and teams. */
export default function OrganisationPage() {
  const { slug = '' } = useParams();
  const { data, error, refetch } = useQuery(organisationQuery, {
    variables: { slug },
    fetchPolicy: 'cache-and-network',
  });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <OrganisationSkeleton />;
  const organisation = data.organisationBySlug;
  if (!organisation) return <NoOrganisation />;
  const { number, name, logo, description, url, figures, managers, campaigns } = organisation;
  const count = (value: number) => <FormattedNumber value={value} />;
  return (
    <Page
      tab={name}
      title={
        <MarkedTitle mark={<Avatar square size={48} id={number} name={name} picture={logo} />}>{name}</MarkedTitle>
      }
      lead={
        url && (
          <a href={url} target="_blank" rel="noopener noreferrer">
            <bdi>{hostOf(url)}</bdi>
          </a>
        )
      }
      actions={
        organisation.isManager && (
          <Button
            component={Link}
            to={`/organisations/${number}/stats`}
            variant="default"
            leftSection={<IconChartBar size={18} aria-hidden />}
          >
            <FormattedMessage id="page.statistics" defaultMessage="Statistics" />
          </Button>
        )
      }
    >
      <Figures
        figures={[
          {
            key: 'open',
            value: count(figures.publishedProjects),
            label: <FormattedMessage id="figure.openProjects" defaultMessage="Open projects" />,
          },
          {
            key: 'over',
            value: count(figures.archivedProjects),
            label: <FormattedMessage id="figure.pastProjects" defaultMessage="Past projects" />,
          },
          {
            key: 'map',
            value: count(figures.readyTasks + figures.invalidatedTasks),
            label: <FormattedMessage id="figure.tasksToMap" defaultMessage="Tasks to map" />,
          },
          {
            key: 'validate',
            value: count(figures.mappedTasks),
            label: <FormattedMessage id="figure.tasksToValidate" defaultMessage="Tasks to validate" />,
          },
          {
            key: 'done',
            value: count(figures.validatedTasks),
            label: <FormattedMessage id="statistics.validated" defaultMessage="Tasks validated" />,
          },
        ]}
      />
      <Columns
        aside={
          <>
            {figures.publishedProjects > 0 && (
              <div className={classes.map}>
                <Suspense fallback={null}>
                  <ProjectsMap organisation={String(number)} />
                </Suspense>
              </div>
            )}
            {managers && managers.length > 0 && (
              <Section card title={<FormattedMessage id="team.managers" defaultMessage="Managers" />}>
                <ul className={classes.list}>
                  {managers.map((person) => (
                    <li key={person.id}>
                      <PersonLink person={person} size={28} />
                    </li>
                  ))}
                </ul>
              </Section>
            )}
            {campaigns.length > 0 && (
              <Section card title={<FormattedMessage id="organisation.campaigns" defaultMessage="Campaigns" />}>
                <ul className={classes.list}>
                  {campaigns.map((campaign) => (
                    <li key={campaign.id}>
                      <Link to={`/explore?campaign=${campaign.number}`}>
                        <bdi>{campaign.name}</bdi>
                      </Link>
                    </li>
                  ))}
                </ul>
              </Section>
            )}
          </>
        }
      >
        {description && (
          <Section title={<FormattedMessage id="organisation.about" defaultMessage="About this organisation" />}>
            <Markdown text={description} />
          </Section>
        )}
        <OrganisationProjects organisation={String(number)} />
        <OrganisationTeams organisation={String(number)} />
      </Columns>
    </Page>
  );
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname.replace(/^www\./, '');
  } catch {
    return url;
  }
}

function OrganisationSkeleton() {
  return (
    <Waiting>
      <Page title={<Skeleton width={280} height={34} />}>
        <Skeleton height={78} radius="lg" />
        <Columns aside={<Skeleton height={240} radius="lg" />}>
          <LineSkeleton width={120} height={20} />
          <LineSkeleton width="90%" />
          <LineSkeleton width="70%" />
          <Skeleton height={130} radius="lg" mt={24} />
        </Columns>
      </Page>
    </Waiting>
  );
}
