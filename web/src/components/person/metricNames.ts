import { defineMessages, type IntlShape } from 'react-intl';

const words = defineMessages({
  changeset: { id: 'metric.changeset', defaultMessage: 'Changesets in OpenStreetMap' },
  building: { id: 'metric.building', defaultMessage: 'Buildings' },
  highway: { id: 'metric.highway', defaultMessage: 'Roads, km' },
  waterway: { id: 'metric.waterway', defaultMessage: 'Waterways, km' },
  poi: { id: 'metric.poi', defaultMessage: 'Points of interest' },
});

/** What a figure of edits counts, as people read it; one that is not known here has its own name. */
export const metricName = (intl: IntlShape, metric: string): string =>
  metric in words ? intl.formatMessage(words[metric as keyof typeof words]) : metric;
