import '@mantine/dropzone/styles.layer.css';
import { Button, Checkbox } from '@mantine/core';
import { Dropzone, type FileWithPath } from '@mantine/dropzone';
import { IconPencil, IconPolygon, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { LineSkeleton, Waiting } from '../../components/Waiting';
import { AreaProblemNote } from './AreaProblemNote';
import classes from './AreaStep.module.css';
import type { Draft } from './draft';
import { PreviewFailed } from './PreviewFailed';
import problemClasses from './Problem.module.css';
import { readAreaFile, type AreaFileFault } from './readAreaFile';
import { AreaSize } from '../../components/AreaSize';
import type { ChangeDraft } from './useDraft';
import type { Preview } from './usePreview';
import { fileFaultWords } from './words';

type Props = {
  draft: Draft;
  change: ChangeDraft;
  kept: boolean;
  preview: Preview;
  drawing: boolean;
  setDrawing: (drawing: boolean) => void;
  maxBytes: number;
};

export function AreaStep({ draft, change, kept, preview, drawing, setDrawing, maxBytes }: Props) {
  const intl = useIntl();
  const [fault, setFault] = useState<AreaFileFault | 'TOO_LARGE' | 'UNREADABLE' | null>(null);
  const { area } = draft;

  const choose = async ([file]: FileWithPath[]) => {
    if (!file) return;
    if (file.size > maxBytes) return setFault('TOO_LARGE');
    const text = await file.text().catch(() => null);
    if (text === null) return setFault('UNREADABLE');
    const read = readAreaFile(text);
    setFault(read.fault ?? null);
    if (read.polygons) {
      setDrawing(false);
      change({ area: { polygons: read.polygons, fileName: file.name }, zoom: null });
    }
  };
  const remove = () => {
    setFault(null);
    change({ area: null, zoom: null, ownTasks: false });
  };

  if (draft.created) {
    return (
      <p className={classes.hint}>
        <FormattedMessage
          id="create.area.settled"
          defaultMessage="The project has been created with this area. To take another, begin a new project."
        />
      </p>
    );
  }
  return (
    <>
      {area ? (
        <div className={classes.chosen}>
          <p className={classes.size} aria-live="polite">
            {preview.preview && !preview.problem ? (
              <AreaSize m2={preview.preview.areaM2} />
            ) : preview.waiting ? (
              <Waiting>
                <LineSkeleton width={90} height={16} />
              </Waiting>
            ) : (
              <FormattedMessage id="create.area.unusable" defaultMessage="Not usable yet" />
            )}
          </p>
          <p className={classes.from}>
            {area.fileName === null ? (
              <FormattedMessage
                id="create.area.drawn"
                defaultMessage="{count, plural, one {Drawn on the map} other {Drawn on the map, # parts}}. Click the area to pull its corners into place."
                values={{ count: area.polygons.features.length }}
              />
            ) : (
              <FormattedMessage
                id="create.area.file"
                defaultMessage="{count, plural, one {# polygon} other {# polygons}} from {file}"
                values={{ count: area.polygons.features.length, file: <bdi>{area.fileName}</bdi> }}
              />
            )}
          </p>
          <div className={classes.actions}>
            {area.fileName === null && !drawing && (
              <Button
                variant="default"
                size="xs"
                leftSection={<IconPencil size={16} />}
                onClick={() => setDrawing(true)}
              >
                <FormattedMessage id="create.area.another" defaultMessage="Draw another part" />
              </Button>
            )}
            {drawing && (
              <Button variant="default" size="xs" onClick={() => setDrawing(false)}>
                <FormattedMessage id="create.area.stop" defaultMessage="Stop drawing" />
              </Button>
            )}
            <Button variant="default" size="xs" leftSection={<IconTrash size={16} />} onClick={remove}>
              <FormattedMessage id="create.area.remove" defaultMessage="Take another area" />
            </Button>
          </div>
        </div>
      ) : (
        <>
          <p className={classes.hint}>
            <FormattedMessage
              id="create.area.what"
              defaultMessage="Where shall people map? Keep to the places that matter: it is finished sooner."
            />
          </p>
          {drawing ? (
            <Button variant="default" onClick={() => setDrawing(false)}>
              <FormattedMessage id="create.area.stop" defaultMessage="Stop drawing" />
            </Button>
          ) : (
            <Button variant="default" leftSection={<IconPolygon size={18} />} onClick={() => setDrawing(true)}>
              <FormattedMessage id="create.area.draw" defaultMessage="Draw it on the map" />
            </Button>
          )}
          <div className={classes.or}>
            <FormattedMessage id="create.area.or" defaultMessage="or" />
          </div>
          <Dropzone
            className={classes.drop}
            multiple={false}
            onDrop={(files) => void choose(files)}
            inputProps={{
              'aria-label': intl.formatMessage({
                id: 'create.file.label',
                defaultMessage: 'GeoJSON file with the area',
              }),
              accept: '.geojson,.json,application/geo+json,application/json',
            }}
          >
            <p>
              <FormattedMessage id="create.file.choose" defaultMessage="Choose a GeoJSON file, or drop it here" />
            </p>
            <p>
              <FormattedMessage
                id="create.file.limits"
                defaultMessage="Polygons or closed lines, up to {size}"
                values={{ size: megabytes(maxBytes) }}
              />
            </p>
          </Dropzone>
        </>
      )}
      {fault && (
        <p className={problemClasses.problem} role="alert">
          {fault === 'TOO_LARGE' ? (
            <FormattedMessage
              id="create.file.tooLarge"
              defaultMessage="This file is larger than {size}. Simplify the outline, or divide it into several projects."
              values={{ size: megabytes(maxBytes) }}
            />
          ) : fault === 'UNREADABLE' ? (
            <FormattedMessage
              id="create.file.unreadable"
              defaultMessage="The file could not be read. Check that it is still there, then choose it again."
            />
          ) : (
            intl.formatMessage(fileFaultWords[fault])
          )}
        </p>
      )}
      {preview.problem && <AreaProblemNote problem={preview.problem} />}
      {preview.error && <PreviewFailed preview={preview} />}
      {area && preview.preview && !preview.problem && preview.preview.repairs.length > 0 && (
        <ul className={problemClasses.note}>
          {preview.preview.repairs.map((repair) => (
            <li key={repair}>{repair}</li>
          ))}
        </ul>
      )}
      {area && (
        <Checkbox
          checked={draft.ownTasks}
          onChange={(event) => change({ ownTasks: event.currentTarget.checked })}
          label={intl.formatMessage({ id: 'create.own', defaultMessage: 'Use my polygons as the tasks' })}
          description={intl.formatMessage({
            id: 'create.own.hint',
            defaultMessage:
              'One task a polygon, instead of squares. For areas already divided, say into blocks or villages.',
          })}
        />
      )}
      {!kept && (
        <p className={problemClasses.note}>
          <FormattedMessage
            id="create.notKept"
            defaultMessage="This area is too large to be kept in the browser: if you reload the page, choose the file again. All else is kept."
          />
        </p>
      )}
    </>
  );

  function megabytes(bytes: number): string {
    return intl.formatNumber(bytes / 1_000_000, {
      style: 'unit',
      unit: 'megabyte',
      maximumFractionDigits: bytes < 10_000_000 ? 1 : 0,
    });
  }
}
