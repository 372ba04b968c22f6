import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { Link, useSearchParams } from 'react-router';
import { SignedInOnly } from '../../app/SignedInOnly';
import { ErrorState } from '../../components/ErrorState';
import { Page, Section } from '../../components/Page';
import { ProjectCard, ProjectCards } from '../../components/ProjectCard';
import { LineSkeleton, Waiting } from '../../components/Waiting';
import { graphql } from '../../gql';
import { Interests } from './Interests';
import classes from './WelcomePage.module.css';
import { ProfileHints } from './ProfileHints';

/** Projects in a row of cards. */
const ROW = 3;

const messages = defineMessages({ page: { id: 'page.welcome', defaultMessage: 'Welcome' } });

const welcomeQuery = graphql(`
  query Welcome {
    viewer {
      person {
        id
        username
      }
      account {
        email
      }
      interests {
        id
        number
        name
      }
      recommendedProjects(first: 3) {
        id
        ...ProjectCard
      }
    }
    popularProjects(first: 6) {
      id
      ...ProjectCard
    }
    interests(first: 100) {
      nodes {
        id
        number
        name
      }
    }
  }
`);

export default function WelcomePage() {
  return (
    <SignedInOnly>
      <Welcome />
    </SignedInOnly>
  );
}

/** After the first sign-in: what interests a person, and where to begin. Nothing of it must be done. */
function Welcome() {
  const intl = useIntl();
  const [query] = useSearchParams();
  const { data, error, refetch } = useQuery(welcomeQuery, { fetchPolicy: 'cache-and-network' });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data?.viewer) {
    return (
      <Page title={<LineSkeleton width={280} height={28} />}>
        <Waiting>
          <LineSkeleton width="60%" />
          <LineSkeleton width="40%" height={40} />
        </Waiting>
      </Page>
    );
  }
  const { person, account, interests, recommendedProjects } = data.viewer;
  // Where few suit a newcomer, those that many help in make up the row.
  const others = data.popularProjects.filter(({ id }) => recommendedProjects.every((project) => project.id !== id));
  const projects = [...recommendedProjects, ...others].slice(0, ROW);
  const then = pathOf(query.get('then'));
  return (
    <Page
      tab={intl.formatMessage(messages.page)}
      title={
        <FormattedMessage
          id="welcome.title"
          defaultMessage="Welcome, {name}"
          values={{ name: <bdi>{person.username}</bdi> }}
        />
      }
      lead={
        <FormattedMessage
          id="welcome.lead"
          defaultMessage="Tell us what you care about, and we find projects for you. You can skip all of this and change it later."
        />
      }
      actions={
        <Button component={Link} to={then} variant="default">
          <FormattedMessage id="welcome.skip" defaultMessage="Go on to the site" />
        </Button>
      }
    >
      {data.interests.nodes.length > 0 && (
        <Interests all={data.interests.nodes} chosen={interests} onSaved={() => void refetch()} />
      )}
      <Section
        title={<FormattedMessage id="welcome.projects" defaultMessage="Projects to begin with" />}
        action={
          <Link to="/explore" className={classes.link}>
            <FormattedMessage id="notFound.action" defaultMessage="Explore projects" />
          </Link>
        }
      >
        {projects.length > 0 ? (
          <ProjectCards>
            {projects.map((project) => (
              <ProjectCard key={project.id} project={project} />
            ))}
          </ProjectCards>
        ) : (
          <p className={classes.none}>
            <FormattedMessage id="welcome.noProjects" defaultMessage="No project is open just now." />
          </p>
        )}
      </Section>
      <ProfileHints email={account.email} />
    </Page>
  );
}

/** A page of this site, or the first: the address comes from outside. */
function pathOf(text: string | null): string {
  return text?.startsWith('/') && !/^\/[/\\]/.test(text) ? text : '/';
}
