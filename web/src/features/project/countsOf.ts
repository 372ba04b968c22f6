import type { StateCounts } from '../../map/taskStateStore';

interface Figures {
  totalTasks: number;
  ready: number;
  lockedForMapping: number;
  mapped: number;
  lockedForValidation: number;
  validated: number;
  invalidated: number;
  badImagery: number;
}

/** The API's figures by state, as the live store counts them. */
export const countsOf = (figures: Figures): StateCounts => ({
  READY: figures.ready,
  LOCKED_FOR_MAPPING: figures.lockedForMapping,
  MAPPED: figures.mapped,
  LOCKED_FOR_VALIDATION: figures.lockedForValidation,
  VALIDATED: figures.validated,
  INVALIDATED: figures.invalidated,
  BADIMAGERY: figures.badImagery,
  total: figures.totalTasks,
  toMap: figures.ready + figures.invalidated,
  toValidate: figures.mapped,
});
