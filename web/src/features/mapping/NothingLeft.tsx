import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { graphql } from '../../gql';
import { UndoButton } from '../../task/UndoButton';
import classes from './MappingPage.module.css';
import { doneMessages } from './useFinish';
import type { Done, WorkProject } from './WorkOnTasks';

const otherProjectsQuery = graphql(`
  query ProjectsThatNeedHelp {
    projects(filter: { need: TO_MAP }, orderBy: PRIORITY, first: 3) {
      edges {
        node {
          id
          number
          name
          figures {
            percentMapped
          }
        }
      }
    }
  }
`);

type Props = { project: WorkProject; done: Done | null; onUndone: () => void };

/** Nothing is left to map in this project: that it is so, and where else help is needed. */
export function NothingLeft({ project, done, onUndone }: Props) {
  const intl = useIntl();
  const { data } = useQuery(otherProjectsQuery, { fetchPolicy: 'cache-and-network' });
  const others = (data?.projects.edges ?? [])
    .map((edge) => edge.node)
    .filter((other) => other.number !== project.number)
    .slice(0, 2);
  return (
    <div className={classes.scroll} role="status">
      {done && (
        <p className={classes.done}>
          <span>{intl.formatMessage(doneMessages[done.answer], { number: done.number })}</span>
          {done.canUndo && <UndoButton projectId={project.id} number={done.number} onUndone={onUndone} />}
        </p>
      )}
      <h1>
        <FormattedMessage id="nothingLeft.title" defaultMessage="Nothing is left to map here" />
      </h1>
      <p className={classes.none}>
        <FormattedMessage
          id="nothingLeft.text"
          defaultMessage="Every task of this project is mapped or being mapped."
        />
      </p>
      {others.length > 0 && (
        <>
          <h2 className={classes.label}>
            <FormattedMessage id="nothingLeft.others" defaultMessage="These projects need help" />
          </h2>
          <ul className={classes.otherProjects}>
            {others.map((other) => (
              <li key={other.id}>
                <Link to={`/projects/${other.number}/tasks`}>{other.name}</Link>
                <span>
                  <FormattedMessage
                    id="nothingLeft.share"
                    defaultMessage="{percent}% mapped"
                    values={{ percent: other.figures.percentMapped }}
                  />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Button component={Link} to={`/projects/${project.number}/tasks`} variant="default" mt={16}>
        <FormattedMessage id="nothingLeft.back" defaultMessage="Back to the project" />
      </Button>
    </div>
  );
}
