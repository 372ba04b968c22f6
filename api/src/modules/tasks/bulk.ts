import type { QueryResultRow } from 'pg';
import { z } from 'zod';
import { retryOnce } from '../../database/database.js';
import { InvalidInput, NotFound } from '../../errors.js';
import type { Services } from '../../graphql/context.js';
import { parseInput } from '../../input.js';
import type { Viewer } from '../../viewer.js';
import { readArea } from '../grid/service.js';
import { notifyOfVerdicts } from '../notifications/service.js';
import { managed } from './action.js';
import type { TaskStatus } from './rows.js';

const BULK = {
  name: 'tasks/bulk_change',
  text: 'select * from bulk_change($1, $2, $3, $4, $5::int[], $6::text[], $7, $8, $9, $10, $11)',
};

/** Actions that say something of people's work: they hear of it, once for all of their tasks. */
const VERDICTS: Partial<Record<BulkAction, TaskStatus>> = { MARK_VALIDATED: 'VALIDATED', INVALIDATE: 'INVALIDATED' };

export type BulkAction =
  'MARK_MAPPED' | 'MARK_VALIDATED' | 'INVALIDATE' | 'RESET_BAD_IMAGERY' | 'RESET' | 'RESET_BY_PERSON';

/** Which tasks: those that fit all that is given. `personNumber`: who maps or mapped, validates or validated them. */
export interface BulkSelection {
  all?: boolean | null;
  taskNumbers?: number[] | null;
  statuses?: TaskStatus[] | null;
  personNumber?: number | null;
  /** GeoJSON, EPSG:4326. */
  area?: unknown;
}

export interface BulkInput {
  projectId: number;
  action: BulkAction;
  selection: BulkSelection;
  /** RESET_BY_PERSON: whose work. */
  authorNumber?: number | null;
  leaveLocked?: boolean | null;
  /** As clients of v2 know it: before its new status, a task's history has a lock of the manager that lasted no time. */
  withLocks?: boolean;
}

/** Tasks with the same status to which the same happens. */
export interface BulkGroup extends QueryResultRow {
  outcome: 'CHANGED' | 'WRONG_STATE' | 'LOCKED' | 'NOT_FOUND';
  /** As people see it, before; null for tasks that there are not. */
  status: TaskStatus | null;
  new_status: TaskStatus | null;
  count: number;
  numbers: number[];
}

export interface BulkOutcome {
  projectId: number;
  groups: BulkGroup[];
}

/** What a bulk action would do now. Managers only. Throws NotPermitted, NotFound, InvalidInput and what readArea throws. */
export const previewBulkAction = (services: Services, viewer: Viewer, input: BulkInput): Promise<BulkOutcome> =>
  run(services, viewer, input, true);

/** Does it, to all tasks in one step. Throws as previewBulkAction. */
export async function bulkTaskAction(services: Services, viewer: Viewer, input: BulkInput): Promise<BulkOutcome> {
  const outcome = await run(services, viewer, input, false);
  services.live.touched(input.projectId);
  await notifyOfVerdicts(
    services.database,
    viewer,
    input.projectId,
    outcome.groups
      .filter(({ outcome, new_status }) => outcome === 'CHANGED' && VERDICTS[input.action] === new_status)
      .flatMap(({ numbers, new_status }) => numbers.map((taskNumber) => ({ taskNumber, status: new_status! }))),
  );
  return outcome;
}

async function run(services: Services, viewer: Viewer, input: BulkInput, dry: boolean): Promise<BulkOutcome> {
  const { projectId, action, authorNumber } = input;
  await managed(services, viewer, projectId);
  const { all, taskNumbers, statuses, personNumber, area } = parseInput(
    z.object({ selection: selectionOf(services.settings.limits.tasks) }),
    input,
  ).selection;
  if (!all && !taskNumbers && !statuses && personNumber == null && area == null) {
    throw new InvalidInput([
      { path: ['selection'], message: 'Say which tasks: some of them, or `all: true` for every one.' },
    ]);
  }
  if ((action === 'RESET_BY_PERSON') !== (authorNumber != null)) {
    throw new InvalidInput([
      {
        path: ['authorId'],
        message:
          action === 'RESET_BY_PERSON' ? 'Say whose work is to be reset.' : 'Only RESET_BY_PERSON is about a person.',
      },
    ]);
  }
  for (const person of [personNumber, authorNumber]) {
    if (person != null && !(await services.database.prisma.person.findUnique({ where: { id: person } })))
      throw new NotFound('PERSON', 'There is no such person here.');
  }
  const within = area == null ? null : await readArea(services, area, { separate: false });
  const values = [
    projectId,
    viewer.id,
    action,
    authorNumber ?? null,
    taskNumbers ?? null,
    statuses ?? null,
    personNumber ?? null,
    within?.ewkb ?? null,
    input.leaveLocked ?? false,
    dry,
    input.withLocks ?? false,
  ];
  return { projectId, groups: await retryOnce(() => services.database.query<BulkGroup>(BULK, values)) };
}

const selectionOf = (most: number) =>
  z.object({
    all: z.boolean().nullish(),
    taskNumbers: z
      .array(z.int())
      .min(1, 'Name at least one task.')
      .max(most, `At most ${most.toLocaleString('en')} tasks at once.`)
      .transform((numbers) => [...new Set(numbers)])
      .nullish(),
    statuses: z.array(z.string()).min(1, 'Name at least one status.').nullish(),
    personNumber: z.int().nullish(),
    area: z.unknown().optional(),
  });
