import { useQuery } from '@apollo/client/react';
import { FormattedMessage } from 'react-intl';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { Markdown } from '../../components/Markdown';
import { LineSkeleton, Waiting } from '../../components/Waiting';
import { graphql } from '../../gql';
import classes from './ProjectPanel.module.css';

const instructionsQuery = graphql(`
  query ProjectInstructions($project: ID!) {
    project(id: $project) {
      id
      description
      instructions
      changesetComment
      imagery
    }
  }
`);

/** What the project asks of mappers, and what it is for. */
export function InstructionsTab({ project }: { project: string }) {
  const { data, error, refetch } = useQuery(instructionsQuery, { variables: { project } });
  const texts = data?.project;
  if (error && !texts) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!texts) {
    return (
      <Waiting>
        <div className={classes.scroll}>
          <LineSkeleton width="90%" />
          <LineSkeleton width="75%" />
          <LineSkeleton width="82%" />
        </div>
      </Waiting>
    );
  }
  if (!texts.instructions && !texts.description) {
    return (
      <EmptyState
        title={<FormattedMessage id="instructions.none" defaultMessage="No instructions" />}
        text={
          <FormattedMessage
            id="instructions.noneText"
            defaultMessage="The project’s team has written none. Map what the imagery shows, as usual."
          />
        }
      />
    );
  }
  return (
    <div className={classes.scroll} tabIndex={0}>
      {texts.instructions && <Markdown text={texts.instructions} />}
      {texts.description && (
        <>
          <h2 className={classes.heading}>
            <FormattedMessage id="instructions.about" defaultMessage="About this project" />
          </h2>
          <Markdown text={texts.description} />
        </>
      )}
      {texts.changesetComment && (
        <>
          <h2 className={classes.heading}>
            <FormattedMessage id="instructions.changeset" defaultMessage="Changeset comment" />
          </h2>
          <p className={classes.code}>
            <bdi>{texts.changesetComment}</bdi>
          </p>
        </>
      )}
    </div>
  );
}
