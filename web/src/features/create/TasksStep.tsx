import { Button, Radio, Stack } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import { AreaProblemNote } from './AreaProblemNote';
import type { Draft } from './draft';
import { PreviewFailed } from './PreviewFailed';
import { AreaSize } from '../../components/AreaSize';
import classes from './TasksStep.module.css';
import type { ChangeDraft } from './useDraft';
import type { Preview } from './usePreview';

/** Zooms of the grid's squares: about 40 km a side down to 150 m, at the equator. */
const LARGEST = 10;
const SMALLEST = 18;

type Props = { draft: Draft; change: ChangeDraft; preview: Preview };

export function TasksStep({ draft, change, preview }: Props) {
  const intl = useIntl();
  if (draft.created) {
    return (
      <p className={classes.hint}>
        <FormattedMessage
          id="create.tasks.settled"
          defaultMessage="The project has its tasks. Large ones can still be split, one by one, on the project’s page."
        />
      </p>
    );
  }
  if (draft.ownTasks) {
    return (
      <p className={classes.hint}>
        <FormattedMessage
          id="create.tasks.own"
          defaultMessage="{count, plural, one {Your polygon is the only task.} other {Each of your # polygons is a task.}} To have squares instead, untick “Use my polygons as the tasks” in the step before."
          values={{ count: draft.area?.polygons.features.length ?? 0 }}
        />
      </p>
    );
  }
  const grid = preview.preview;
  const zoom = draft.zoom ?? grid?.zoom ?? 14;
  const set = (wanted: number) => change({ zoom: Math.max(LARGEST, Math.min(SMALLEST, wanted)) });
  const size = grid
    ? intl.formatMessage(
        { id: 'create.tasks.sizeValue', defaultMessage: '{count, plural, one {# task} other {# tasks}}' },
        { count: grid.taskCount },
      )
    : undefined;
  return (
    <>
      <p className={classes.hint}>
        <FormattedMessage
          id="create.tasks.what"
          defaultMessage="A good task takes one person an hour or less: small squares in towns, large ones where there is little to map."
        />
      </p>
      <dl className={classes.figures} data-waiting={preview.waiting || undefined} aria-live="polite">
        <div>
          <dt>
            <FormattedMessage id="create.tasks.count" defaultMessage="Tasks" />
          </dt>
          <dd>{grid ? intl.formatNumber(grid.taskCount) : '–'}</dd>
        </div>
        <div>
          <dt>
            <FormattedMessage id="create.tasks.one" defaultMessage="Size of one" />
          </dt>
          <dd>{grid ? <AreaSize m2={grid.taskAreaM2} /> : '–'}</dd>
        </div>
      </dl>
      <div className={classes.size}>
        <label htmlFor="task-size">
          <FormattedMessage id="create.tasks.size" defaultMessage="Size of the tasks" />
        </label>
        <div className={classes.row}>
          <Button variant="default" size="xs" disabled={zoom <= LARGEST} onClick={() => set(zoom - 1)}>
            <FormattedMessage id="create.tasks.larger" defaultMessage="Larger" />
          </Button>
          <input
            id="task-size"
            type="range"
            min={LARGEST}
            max={SMALLEST}
            step={1}
            value={zoom}
            aria-valuetext={size}
            onChange={(event) => set(event.currentTarget.valueAsNumber)}
          />
          <Button variant="default" size="xs" disabled={zoom >= SMALLEST} onClick={() => set(zoom + 1)}>
            <FormattedMessage id="create.tasks.smaller" defaultMessage="Smaller" />
          </Button>
        </div>
      </div>
      {preview.problem && <AreaProblemNote problem={preview.problem} />}
      {preview.error && <PreviewFailed preview={preview} />}
      {grid && !grid.tasks && !preview.problem && (
        <p className={classes.hint}>
          <FormattedMessage
            id="create.tasks.manyToDraw"
            defaultMessage="So many tasks are not drawn on the map. They will be there all the same."
          />
        </p>
      )}
      <Radio.Group
        label={<FormattedMessage id="create.clip" defaultMessage="At the edge of the area" />}
        value={draft.clip ? 'cut' : 'whole'}
        onChange={(value) => change({ clip: value === 'cut' })}
      >
        <Stack gap={10} mt={8}>
          <Radio
            value="cut"
            label={intl.formatMessage({ id: 'create.clip.cut', defaultMessage: 'Cut the squares' })}
            description={intl.formatMessage({
              id: 'create.clip.cut.hint',
              defaultMessage: 'Nobody maps beyond the area.',
            })}
          />
          <Radio
            value="whole"
            label={intl.formatMessage({ id: 'create.clip.whole', defaultMessage: 'Keep whole squares' })}
            description={intl.formatMessage({
              id: 'create.clip.whole.hint',
              defaultMessage: 'All tasks have the same shape, and reach over the edge.',
            })}
          />
        </Stack>
      </Radio.Group>
    </>
  );
}
