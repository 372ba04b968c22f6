import { defineMessages } from 'react-intl';

/** Words of a project's enums, whole messages each, for every page that names them. */
export const difficultyWords = defineMessages({
  EASY: { id: 'difficulty.easy', defaultMessage: 'Easy' },
  MODERATE: { id: 'difficulty.moderate', defaultMessage: 'Moderate' },
  CHALLENGING: { id: 'difficulty.challenging', defaultMessage: 'Hard' },
});

export const typeWords = defineMessages({
  ROADS: { id: 'mappingType.roads', defaultMessage: 'Roads' },
  BUILDINGS: { id: 'mappingType.buildings', defaultMessage: 'Buildings' },
  WATERWAYS: { id: 'mappingType.waterways', defaultMessage: 'Waterways' },
  LAND_USE: { id: 'mappingType.landUse', defaultMessage: 'Land use' },
  OTHER: { id: 'mappingType.other', defaultMessage: 'Other' },
});

export const priorityWords = defineMessages({
  URGENT: { id: 'priority.urgent', defaultMessage: 'Urgent' },
  HIGH: { id: 'priority.high', defaultMessage: 'High' },
  MEDIUM: { id: 'priority.medium', defaultMessage: 'Medium' },
  LOW: { id: 'priority.low', defaultMessage: 'Low' },
});

export const needWords = defineMessages({
  TO_MAP: { id: 'need.map', defaultMessage: 'To map' },
  TO_VALIDATE: { id: 'need.validate', defaultMessage: 'To validate' },
  ALL: { id: 'need.all', defaultMessage: 'All' },
});

export const orderWords = defineMessages({
  PRIORITY: { id: 'order.urgent', defaultMessage: 'Most urgent first' },
  LAST_UPDATED: { id: 'order.updated', defaultMessage: 'Last changed first' },
  LEAST_RECENTLY_UPDATED: { id: 'order.quiet', defaultMessage: 'Longest unchanged first' },
  NEWEST: { id: 'order.newest', defaultMessage: 'Newest first' },
  OLDEST: { id: 'order.oldest', defaultMessage: 'Oldest first' },
  DUE_DATE: { id: 'order.due', defaultMessage: 'Due soonest first' },
  EASIEST: { id: 'order.easiest', defaultMessage: 'Easiest first' },
  HARDEST: { id: 'order.hardest', defaultMessage: 'Hardest first' },
  MOST_MAPPED: { id: 'order.mostMapped', defaultMessage: 'Most mapped first' },
  LEAST_MAPPED: { id: 'order.leastMapped', defaultMessage: 'Least mapped first' },
  MOST_VALIDATED: { id: 'order.mostValidated', defaultMessage: 'Most validated first' },
  LEAST_VALIDATED: { id: 'order.leastValidated', defaultMessage: 'Least validated first' },
  NEAREST: { id: 'order.nearest', defaultMessage: 'Nearest first' },
});
