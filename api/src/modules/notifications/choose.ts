import { z } from 'zod';
import type { Database } from '../../database/database.js';
import { InvalidInput } from '../../errors.js';
import type { MessageType, Prisma } from '../../generated/prisma/client.js';
import { MAX_INT } from '../../graphql/ids.js';
import { parseInput } from '../../input.js';
import type { Viewer } from '../../viewer.js';
import { notificationsThat, type NotificationFilter } from './service.js';

/** Which of the viewer's notifications: by number, of some types, or all; of those the ones that fit the rest. Others' are never touched. */
export interface Choice {
  numbers?: number[] | null;
  types?: MessageType[] | null;
  all?: boolean | null;
  filter?: NotificationFilter | null;
  upTo?: number | null;
}

const named = z.object({
  numbers: z
    .array(z.int().positive().max(MAX_INT))
    .min(1, 'Name at least one notification.')
    .max(500, 'At most 500 notifications at once.')
    .nullish(),
});

function chosen(viewer: Viewer, choice: Choice): Prisma.MessageWhereInput {
  const parsed = parseInput(named, { numbers: choice.numbers });
  if (!parsed.numbers && !choice.types && !choice.all)
    throw new InvalidInput([{ path: [], message: 'Say which notifications: numbers, types, or all.' }]);
  return {
    AND: [
      notificationsThat(viewer.id, { types: choice.types }),
      notificationsThat(viewer.id, choice.filter ?? {}),
      parsed.numbers ? { id: { in: parsed.numbers } } : {},
      choice.upTo == null ? {} : { id: { lte: choice.upTo } },
    ],
  };
}

/** Marks notifications as read; how many were unread. Throws InvalidInput. */
export async function markRead({ prisma }: Database, viewer: Viewer, choice: Choice): Promise<number> {
  const where = { ...chosen(viewer, choice), readAt: null };
  return (await prisma.message.updateMany({ where, data: { readAt: new Date() } })).count;
}

/** Deletes notifications; how many there were. Throws InvalidInput. */
export async function deleteThem({ prisma }: Database, viewer: Viewer, choice: Choice): Promise<number> {
  return (await prisma.message.deleteMany({ where: chosen(viewer, choice) })).count;
}
