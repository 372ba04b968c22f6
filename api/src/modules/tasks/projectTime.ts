import { statement } from '../../database/database.js';
import type { Context } from '../../graphql/context.js';
import { progressOf } from '../projects/load.js';

const TIME_FIGURES = statement(import.meta.url, 'sql/time_figures');

interface TimeFigures {
  [column: string]: unknown;
  mappingSeconds: number;
  validationSeconds: number;
  mappingLocks: number;
  validationLocks: number;
}

/** Seconds. */
export interface ProjectTime {
  mapping: number;
  validation: number;
  averageMapping: number;
  averageValidation: number;
  toFinishMapping: number;
  toFinishValidation: number;
}

const average = (seconds: number, locks: number) => (locks === 0 ? 0 : seconds / locks);

/** Time spent on a project, from locks that have ended, and what is left at that pace. */
export async function timeOfProject(context: Context, projectId: number): Promise<ProjectTime> {
  const [{ totalTasks, tasksMapped, tasksValidated, tasksBadImagery }, [figures]] = await Promise.all([
    progressOf(context, projectId),
    context.database.query<TimeFigures>(TIME_FIGURES, [projectId]),
  ]);
  const { mappingSeconds, validationSeconds, mappingLocks, validationLocks } = figures!;
  const toValidate = totalTasks - tasksValidated - tasksBadImagery;
  const averageMapping = average(mappingSeconds, mappingLocks);
  const averageValidation = average(validationSeconds, validationLocks);
  return {
    mapping: mappingSeconds,
    validation: validationSeconds,
    averageMapping,
    averageValidation,
    toFinishMapping: (toValidate - tasksMapped) * averageMapping,
    toFinishValidation: toValidate * averageValidation,
  };
}
