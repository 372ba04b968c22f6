import { IconCircleCheck } from '@tabler/icons-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { difficultyWords, priorityWords, typeWords } from '../../components/projectWords';
import { missingTexts, type Draft, type Step } from './draft';
import type { Choice } from './OrganisationField';
import problemClasses from './Problem.module.css';
import classes from './ReviewStep.module.css';
import { AreaSize } from '../../components/AreaSize';
import type { Finish } from './useFinish';
import type { Preview } from './usePreview';
import { textWords } from './words';

type Props = {
  draft: Draft;
  preview: Preview;
  organisations: Choice[];
  finish: Finish;
  onStep: (step: Step) => void;
};

/** All choices once more, what is still missing, and how far the project has come. */
export function ReviewStep({ draft, preview, organisations, finish, onStep }: Props) {
  const intl = useIntl();
  const missing = missingTexts(draft);
  const grid = preview.preview;
  const organisation = organisations.find(({ id }) => id === draft.organisationId)?.name;
  const tasks = draft.ownTasks ? draft.area?.polygons.features.length : grid?.taskCount;
  return (
    <>
      {draft.created ? (
        <div className={classes.done} role="status">
          <IconCircleCheck size={20} aria-hidden />
          <p>
            <b>
              {finish.published ? (
                <FormattedMessage
                  id="create.published"
                  defaultMessage="“{name}” is published."
                  values={{ name: draft.name }}
                />
              ) : (
                <FormattedMessage
                  id="create.created"
                  defaultMessage="Project {number} is created, as a draft."
                  values={{ number: draft.created.number }}
                />
              )}
            </b>
            {finish.published ? (
              <FormattedMessage
                id="create.published.next"
                defaultMessage="Mappers find it under Explore and can begin."
              />
            ) : (
              <FormattedMessage
                id="create.created.next"
                defaultMessage="Only managers see it until you publish it. The texts can still be changed here."
              />
            )}
          </p>
        </div>
      ) : (
        <dl className={classes.facts}>
          <dt>
            <FormattedMessage id="create.name" defaultMessage="Name" />
          </dt>
          <dd>{draft.name}</dd>
          <dt>
            <FormattedMessage id="create.organisation" defaultMessage="Organisation" />
          </dt>
          <dd>{organisation}</dd>
          {grid && (
            <>
              <dt>
                <FormattedMessage id="create.step.area" defaultMessage="Area" />
              </dt>
              <dd>
                <AreaSize m2={grid.areaM2} />
              </dd>
            </>
          )}
          <dt>
            <FormattedMessage id="create.step.tasks" defaultMessage="Tasks" />
          </dt>
          <dd>{tasks !== undefined && intl.formatNumber(tasks)}</dd>
          <dt>
            <FormattedMessage id="create.types" defaultMessage="What to map" />
          </dt>
          <dd>
            {draft.mappingTypes.length > 0 ? (
              intl.formatList(draft.mappingTypes.map((type) => intl.formatMessage(typeWords[type])))
            ) : (
              <FormattedMessage id="create.types.none" defaultMessage="not said" />
            )}
          </dd>
          <dt>
            <FormattedMessage id="create.difficulty" defaultMessage="Difficulty" />
          </dt>
          <dd>{intl.formatMessage(difficultyWords[draft.difficulty])}</dd>
          <dt>
            <FormattedMessage id="create.priority" defaultMessage="Priority" />
          </dt>
          <dd>{intl.formatMessage(priorityWords[draft.priority])}</dd>
        </dl>
      )}
      {!finish.published && missing.length > 0 && (
        <div className={problemClasses.note}>
          <FormattedMessage id="create.missing" defaultMessage="Before it can be published, write:" />
          <ul className={classes.missing}>
            {missing.map((text) => (
              <li key={text}>{intl.formatMessage(textWords[text])}</li>
            ))}
          </ul>
          <button type="button" onClick={() => onStep('details')}>
            <FormattedMessage id="create.missing.go" defaultMessage="Write them now" />
          </button>
        </div>
      )}
      {finish.problem && (
        <div className={problemClasses.problem} role="alert">
          {finish.problem.message}
          {finish.problem.issues.length > 0 && (
            <ul className={classes.missing}>
              {finish.problem.issues.map((issue) => (
                <li key={issue}>{issue}</li>
              ))}
            </ul>
          )}
        </div>
      )}
      {finish.repairs.length > 0 && (
        <ul className={problemClasses.note}>
          {finish.repairs.map((repair) => (
            <li key={repair}>{repair}</li>
          ))}
        </ul>
      )}
    </>
  );
}
