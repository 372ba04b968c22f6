import { defineMessages } from 'react-intl';
import type { AreaFileFault } from './readAreaFile';
import type { NeededText, Step } from './draft';

export const stepWords: Record<Step, { id: string; defaultMessage: string }> = defineMessages({
  area: { id: 'create.step.area', defaultMessage: 'Area' },
  tasks: { id: 'create.step.tasks', defaultMessage: 'Tasks' },
  details: { id: 'create.step.details', defaultMessage: 'Details' },
  review: { id: 'create.step.review', defaultMessage: 'Review and create' },
});

export const textWords: Record<NeededText, { id: string; defaultMessage: string }> = defineMessages({
  name: { id: 'create.name', defaultMessage: 'Name' },
  shortDescription: { id: 'create.short', defaultMessage: 'Short description' },
  description: { id: 'create.description', defaultMessage: 'Description' },
  instructions: { id: 'create.instructions', defaultMessage: 'Instructions' },
});

export const fileFaultWords: Record<AreaFileFault, { id: string; defaultMessage: string }> = defineMessages({
  NOT_JSON: {
    id: 'create.file.notJson',
    defaultMessage:
      'This file is not GeoJSON. Save the area as GeoJSON in the tool it comes from, then choose it again.',
  },
  NOT_GEOJSON: {
    id: 'create.file.notGeojson',
    defaultMessage: 'This file is JSON, but holds no GeoJSON features. Save the area as GeoJSON, then choose it again.',
  },
  NO_AREA: {
    id: 'create.file.noArea',
    defaultMessage: 'There is no polygon in this file. Choose one that holds the outline of an area.',
  },
  OPEN_LINE: {
    id: 'create.file.openLine',
    defaultMessage:
      'The lines in this file are not closed. Let each end at the point it begins with, or save them as polygons.',
  },
});
