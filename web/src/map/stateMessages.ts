import { defineMessages, type MessageDescriptor } from 'react-intl';
import type { TaskState } from './states';

/** The word for each state, as legend, list, badges and the spoken map say it. */
export const stateMessages: Record<TaskState, MessageDescriptor> = defineMessages({
  READY: { id: 'taskState.ready', defaultMessage: 'Ready', description: 'State of a task nobody has mapped yet' },
  LOCKED_FOR_MAPPING: {
    id: 'taskState.beingMapped',
    defaultMessage: 'Being mapped',
    description: 'State of a task that somebody maps at this moment',
  },
  MAPPED: {
    id: 'taskState.mapped',
    defaultMessage: 'Mapped',
    description: 'State of a task that waits for a validator',
  },
  LOCKED_FOR_VALIDATION: {
    id: 'taskState.beingValidated',
    defaultMessage: 'Being validated',
    description: 'State of a task that somebody checks at this moment',
  },
  VALIDATED: { id: 'taskState.validated', defaultMessage: 'Validated', description: 'State of a finished task' },
  INVALIDATED: {
    id: 'taskState.needsMoreMapping',
    defaultMessage: 'Needs more mapping',
    description: 'State of a task that a validator sent back',
  },
  BADIMAGERY: {
    id: 'taskState.imageryUnusable',
    defaultMessage: 'Imagery unusable',
    description: 'State of a task whose imagery shows too little to map',
  },
});
