import { FormattedMessage } from 'react-intl';
import classes from './Problem.module.css';
import { placeOf, type AreaProblem } from './usePreview';

/** What the server finds wrong with the area, with the name of the feature it is about; the map shows the place. */
export function AreaProblemNote({ problem }: { problem: AreaProblem }) {
  const isGeometry = problem.__typename === 'InvalidGeometry';
  const index = isGeometry ? problem.featureIndex : null;
  const name = isGeometry ? problem.featureName : null;
  return (
    <div className={classes.problem} role="alert">
      {name ? (
        <b>
          <bdi>{name}</bdi>
        </b>
      ) : (
        typeof index === 'number' && (
          <b>
            <FormattedMessage
              id="create.problem.feature"
              defaultMessage="Feature {number, number}"
              values={{ number: index + 1 }}
            />
          </b>
        )
      )}
      {problem.message}
      {placeOf(problem) && (
        <>
          {' '}
          <FormattedMessage id="create.problem.place" defaultMessage="The map shows where." />
        </>
      )}
    </div>
  );
}
