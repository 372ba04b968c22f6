import pg from 'pg';
import { z } from 'zod';
import { statement } from '../../database/database.js';
import { isBrokenReference } from '../../database/violations.js';
import { InvalidInput, NotFound, type NotPermitted } from '../../errors.js';
import type { Services } from '../../graphql/context.js';
import { parseInput } from '../../input.js';
import type { Viewer } from '../../viewer.js';
import { canSee, whyNotEdit } from '../projects/policy.js';
import { editable } from '../projects/service.js';
import { standingOf } from '../projects/standing.js';
import { noPartner } from './service.js';

const CREATE = statement(import.meta.url, 'sql/create_partnership');
const UPDATE = statement(import.meta.url, 'sql/update_partnership');
const DELETE = statement(import.meta.url, 'sql/delete_partnership');

const moment = z
  .date()
  .min(new Date('2000-01-01'), 'This date is too long ago.')
  .max(new Date('2200-01-01'), 'This date is too far ahead.')
  .nullish();
const period = z.object({ startedOn: moment, endedOn: moment });

const noPartnership = () => new NotFound('PARTNERSHIP', 'There is no such partnership. It may have been ended.');

/** What the database refuses of a period, as an error of the domain. */
function refused(error: unknown): never {
  const code = error instanceof pg.DatabaseError ? error.code : undefined;
  if (code === '23514')
    throw new InvalidInput([{ path: ['endedOn'], message: 'A partnership cannot end before it started.' }]);
  if (code === '23P01') {
    throw new InvalidInput([
      { path: ['startedOn'], message: 'The project is with this partner already in a part of this time.' },
    ]);
  }
  throw error;
}

/** Why the viewer may not change the partnerships of a project, if so. Throws `missing` where they cannot even see it. */
async function whyNotChange(
  services: Services,
  viewer: Viewer | null,
  projectId: number,
): Promise<NotPermitted | undefined> {
  const standing = await standingOf(services, viewer, projectId);
  if (!standing || !canSee(standing)) throw noPartnership();
  return whyNotEdit(standing);
}

/** The partnership itself, which the viewer may change. Throws NotFound, NotPermitted. */
async function changeable(services: Services, viewer: Viewer, id: number): Promise<void> {
  const partnership = await services.database.prisma.partnership.findUnique({
    where: { id },
    select: { projectId: true },
  });
  if (!partnership) throw noPartnership();
  const refusal = await whyNotChange(services, viewer, partnership.projectId);
  if (refusal) throw refusal;
}

interface NewPartnership {
  projectId: number;
  partnerId: number;
  startedOn?: Date | null;
  endedOn?: Date | null;
}

/** A project goes with a partner for a time. Throws NotFound, NotPermitted, InvalidInput. */
export async function createPartnership(
  services: Services,
  viewer: Viewer,
  { projectId, partnerId, ...times }: NewPartnership,
): Promise<{ id: number }> {
  await editable(services, viewer, projectId);
  const { startedOn, endedOn } = parseInput(period, times);
  const [created] = await services.database
    .query<{ id: number }>(CREATE, [projectId, partnerId, startedOn ?? null, endedOn ?? null, viewer.id])
    .catch((error: unknown) => {
      if (isBrokenReference(error)) throw noPartner();
      return refused(error);
    });
  return created!;
}

/** Changes when a partnership starts and ends; an end of null leaves it open. Throws NotFound, NotPermitted, InvalidInput. */
export async function updatePartnership(
  services: Services,
  viewer: Viewer,
  id: number,
  times: z.input<typeof period>,
): Promise<{ id: number }> {
  await changeable(services, viewer, id);
  const { startedOn, endedOn } = parseInput(period, times);
  const [changed] = await services.database
    .query<{ id: number }>(UPDATE, [id, startedOn ?? null, endedOn ?? null, endedOn !== undefined, viewer.id])
    .catch(refused);
  if (!changed) throw noPartnership();
  return changed;
}

/** Takes a partnership away. Throws NotFound, NotPermitted. */
export async function deletePartnership(services: Services, viewer: Viewer, id: number) {
  await changeable(services, viewer, id);
  const [gone] = await services.database.query<{ projectId: number }>(DELETE, [id, viewer.id]);
  if (!gone) throw noPartnership();
  return { id, projectId: gone.projectId };
}
