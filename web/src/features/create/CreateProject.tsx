import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link, useSearchParams } from 'react-router';
import { AreaStep } from './AreaStep';
import { DetailsStep } from './DetailsStep';
import { STEPS, missingTexts, type Step } from './draft';
import type { Choice } from './OrganisationField';
import { ReviewStep } from './ReviewStep';
import { AreaSize } from '../../components/AreaSize';
import { StepPanel, type StepView } from './StepPanel';
import classes from './Steps.module.css';
import { TasksStep } from './TasksStep';
import { useDraft } from './useDraft';
import { useFinish } from './useFinish';
import { usePreview } from './usePreview';
import { mapPart } from '../../app/part';

// Asked for with the page, not when React gets to it.
const mapCode = () => import('./CreateMap');
mapCode().catch(() => undefined);
const CreateMap = mapPart(mapCode);

type Props = {
  organisations: Choice[];
  mayCreateOrganisation: boolean;
  onOrganisationCreated: () => Promise<unknown>;
  maxBytes: number;
};

/** The four steps beside the map. The step is in the address, so that Back goes a step back. */
export function CreateProject({ organisations, mayCreateOrganisation, onOrganisationCreated, maxBytes }: Props) {
  const [params, setParams] = useSearchParams();
  const { draft: written, kept, change, forget } = useDraft();
  // Whoever manages one organisation is not asked which.
  const only = organisations.length === 1 ? organisations[0] : undefined;
  const draft = { ...written, organisationId: written.organisationId ?? only?.id ?? null };
  const preview = usePreview(draft);
  const finish = useFinish(draft, change);
  const [drawing, setDrawing] = useState(false);

  const { problem, error, waiting, preview: grid } = preview;
  const settled = draft.created !== null;
  // Too many squares is for the next step to mend.
  const areaGood =
    draft.area !== null &&
    !error &&
    (!problem || problem.__typename === 'TooManyTasks') &&
    (grid !== null || problem !== null);
  const tasksGood = draft.ownTasks || (grid !== null && !problem && !waiting);
  const organisationGood = organisations.some(({ id }) => id === draft.organisationId);

  const views: Record<Step, StepView> = {
    area: {
      done: settled || areaGood,
      summary: grid && draft.area && <AreaSize m2={grid.areaM2} />,
      missing: !draft.area && !settled && (
        <FormattedMessage id="create.area.first" defaultMessage="Draw or choose an area to go on." />
      ),
      body: <AreaStep {...{ draft, change, kept, preview, drawing, setDrawing, maxBytes }} />,
    },
    tasks: {
      done: settled || tasksGood,
      summary: draft.ownTasks ? (
        <FormattedMessage
          id="create.tasks.sizeValue"
          defaultMessage="{count, plural, one {# task} other {# tasks}}"
          values={{ count: draft.area?.polygons.features.length ?? 0 }}
        />
      ) : (
        grid && (
          <FormattedMessage
            id="create.tasks.summary"
            defaultMessage="{count, plural, one {# task} other {# tasks}} of {size}"
            values={{ count: grid.taskCount, size: <AreaSize m2={grid.taskAreaM2} /> }}
          />
        )
      ),
      body: <TasksStep {...{ draft, change, preview }} />,
    },
    details: {
      done: settled || (draft.name.trim() !== '' && organisationGood),
      summary: draft.name,
      missing: !settled && (draft.name.trim() === '' || !organisationGood) && (
        <FormattedMessage id="create.details.first" defaultMessage="An organisation and a name are needed to go on." />
      ),
      body: <DetailsStep {...{ draft, change, organisations, mayCreateOrganisation, onOrganisationCreated }} />,
    },
    review: {
      done: settled,
      missing: !settled && (
        <FormattedMessage
          id="create.review.next"
          defaultMessage="The project is made as a draft first. Area and tasks are settled with it."
        />
      ),
      body: null,
    },
  };
  const wanted = STEPS.find((step) => step === params.get('step')) ?? 'area';
  // A step of the address that is not reached yet (a link, a reload without the area) falls back to the first open one.
  const current =
    STEPS.slice(0, STEPS.indexOf(wanted)).find((step) => !views[step].done && !(step !== 'details' && waiting)) ??
    wanted;
  const onStep = (step: Step) => {
    setDrawing(false);
    setParams(step === 'area' ? {} : { step });
  };
  views.review.body = <ReviewStep {...{ draft, preview, organisations, finish, onStep }} />;

  return (
    <div className={classes.page} data-step={current}>
      <StepPanel steps={views} current={current} onStep={onStep} finish={finishButtons()} />
      <div className={classes.mapPart} id="map">
        <Suspense fallback={null}>
          <CreateMap
            step={current}
            draft={draft}
            preview={preview}
            drawing={drawing}
            onDrawn={(polygons) => change({ area: polygons.features.length > 0 ? { polygons, fileName: null } : null })}
            onStopDrawing={() => setDrawing(false)}
          />
        </Suspense>
      </div>
    </div>
  );

  function finishButtons() {
    const to = `/projects/${draft.created?.number}/tasks`;
    const startAnew = () => {
      forget();
      finish.reset();
      setParams({});
    };
    if (finish.published) {
      return (
        <div className={classes.footButtons}>
          <Button variant="default" onClick={startAnew}>
            <FormattedMessage id="create.anew" defaultMessage="New project" />
          </Button>
          <Button component={Link} to={to}>
            <FormattedMessage id="create.open" defaultMessage="Open the project" />
          </Button>
        </div>
      );
    }
    if (settled) {
      return (
        <>
          <div className={classes.footButtons}>
            <Button variant="default" component={Link} to={to}>
              <FormattedMessage id="create.see" defaultMessage="See the draft" />
            </Button>
            <Button
              loading={finish.busy}
              disabled={missingTexts(draft).length > 0}
              onClick={() => void finish.publish()}
            >
              <FormattedMessage id="create.publish" defaultMessage="Publish" />
            </Button>
          </div>
          <Button variant="subtle" size="xs" onClick={startAnew}>
            <FormattedMessage id="create.leave" defaultMessage="Leave it a draft and begin another" />
          </Button>
        </>
      );
    }
    return (
      <div className={classes.footButtons}>
        <Button variant="default" onClick={() => onStep('details')}>
          <FormattedMessage id="create.back" defaultMessage="Back" />
        </Button>
        <Button loading={finish.busy} onClick={() => void finish.create()}>
          <FormattedMessage id="create.create" defaultMessage="Create project" />
        </Button>
      </div>
    );
  }
}
