import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { FormattedMessage, FormattedTime } from 'react-intl';
import { Link } from 'react-router';
import { ErrorState } from '../../components/ErrorState';
import { ProjectCard, ProjectCards } from '../../components/ProjectCard';
import { graphql } from '../../gql';
import classes from './Greeting.module.css';
import { CardsSkeleton } from './Projects';

/** Projects in a row of cards. */
const ROW = 3;

const greetingQuery = graphql(`
  query HomeGreeting($first: Int!) {
    viewer {
      person {
        id
        username
      }
      interests {
        id
      }
      locks {
        id
        number
        ...HeldTask @unmask
      }
      recommendedProjects(first: $first) {
        id
        ...ProjectCard
      }
    }
    projects(filter: { mappedByMe: true }, orderBy: LAST_UPDATED, first: $first) {
      totalCount
      edges {
        cursor
        node {
          id
          ...ProjectCard
        }
      }
    }
  }
`);

/** For who is signed in: what they hold, the projects they work on, and some that suit them. */
export function Greeting() {
  const { data, error, refetch } = useQuery(greetingQuery, {
    variables: { first: ROW },
    fetchPolicy: 'cache-and-network',
  });
  if (error && !data) {
    return (
      <ErrorState
        title={<FormattedMessage id="home.yours.failed" defaultMessage="Your projects did not load." />}
        error={error}
        onRetry={() => void refetch()}
      />
    );
  }
  if (!data) return <CardsSkeleton />;
  if (!data.viewer) return null;
  const { person, interests, locks, recommendedProjects } = data.viewer;
  const [held] = locks;
  const mine = data.projects.edges;
  return (
    <>
      <header className={classes.greeting}>
        <div>
          <h1>
            <FormattedMessage
              id="home.hello"
              defaultMessage="Good to see you, {name}"
              values={{ name: <bdi>{person.username}</bdi> }}
            />
          </h1>
          <p className={classes.next}>
            {held ? (
              <FormattedMessage
                id="home.held"
                defaultMessage="You hold {count, plural, one {task {number, number}} other {# tasks}} of “{project}” until {time}."
                values={{
                  count: locks.length,
                  number: held.number,
                  project: <bdi>{held.project.name}</bdi>,
                  time: <FormattedTime value={held.lock?.expiresAt} />,
                }}
              />
            ) : (
              <FormattedMessage
                id="home.free"
                defaultMessage="You hold no task. Go on in a project of yours, or find another."
              />
            )}
          </p>
        </div>
        {held ? (
          <Button
            component={Link}
            to={`/projects/${held.project.number}/${held.lock?.kind === 'VALIDATION' ? 'validate' : 'map'}`}
            h={44}
          >
            <FormattedMessage
              id="taskAction.goOn"
              defaultMessage="Go on with task {number, number}"
              values={{ number: held.number }}
            />
          </Button>
        ) : (
          <Button component={Link} to="/explore" h={44}>
            <FormattedMessage id="notFound.action" defaultMessage="Explore projects" />
          </Button>
        )}
      </header>
      {mine.length > 0 && (
        <section>
          <div className={classes.head}>
            <h2>
              <FormattedMessage id="home.yours" defaultMessage="Your projects" />
            </h2>
            {data.projects.totalCount > ROW && (
              <Link to="/contributions/projects">
                <FormattedMessage
                  id="home.yours.all"
                  defaultMessage="All {count, number}"
                  values={{ count: data.projects.totalCount }}
                />
              </Link>
            )}
          </div>
          <ProjectCards>
            {mine.map(({ node }) => (
              <ProjectCard key={node.id} project={node} />
            ))}
          </ProjectCards>
        </section>
      )}
      {recommendedProjects.length > 0 && (
        <section>
          <div className={classes.head}>
            <h2>
              <FormattedMessage id="home.suggested" defaultMessage="Suggested for you" />
            </h2>
            <Link to="/welcome">
              {interests.length === 0 ? (
                <FormattedMessage id="home.interests.choose" defaultMessage="Say what interests you" />
              ) : (
                <FormattedMessage id="home.interests.change" defaultMessage="Change your interests" />
              )}
            </Link>
          </div>
          <ProjectCards>
            {recommendedProjects.map((project) => (
              <ProjectCard key={project.id} project={project} />
            ))}
          </ProjectCards>
        </section>
      )}
    </>
  );
}
