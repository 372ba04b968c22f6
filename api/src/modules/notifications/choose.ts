import { z } from 'zod';
import type { Database } from '../../database/database.js';
import type { Parameter } from '../../database/written.js';
import { InvalidInput } from '../../errors.js';
import type { MessageType } from '../../generated/prisma/client.js';
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

/** A condition over message m. */
function chosen(viewer: Viewer, choice: Choice, parameter: Parameter): string {
  const { numbers } = parseInput(named, { numbers: choice.numbers });
  if (!numbers && !choice.types && !choice.all)
    throw new InvalidInput([{ path: [], message: 'Say which notifications: numbers, types, or all.' }]);
  const conditions = [notificationsThat(viewer.id, choice.filter ?? {}, parameter)];
  if (choice.types) conditions.push(notificationsThat(viewer.id, { types: choice.types }, parameter));
  if (numbers) conditions.push(`m.id = any (${parameter(numbers)}::int[])`);
  if (choice.upTo != null) conditions.push(`m.id <= ${parameter(choice.upTo)}`);
  return conditions.join(' and ');
}

/** Writes to those that were chosen; how many there were. */
async function write(
  { pool }: Database,
  viewer: Viewer,
  choice: Choice,
  how: (which: string) => string,
): Promise<number> {
  const values: unknown[] = [];
  const which = chosen(viewer, choice, (value) => `$${values.push(value)}`);
  return (await pool.query(how(which), values)).rowCount!;
}

/** Marks notifications as read; how many were unread. Throws InvalidInput. */
export const markRead = (database: Database, viewer: Viewer, choice: Choice): Promise<number> =>
  write(
    database,
    viewer,
    choice,
    (which) => `update message m set read_at = now() where ${which} and m.read_at is null`,
  );

/** Deletes notifications; how many there were. Throws InvalidInput. */
export const deleteThem = (database: Database, viewer: Viewer, choice: Choice): Promise<number> =>
  write(database, viewer, choice, (which) => `delete from message m where ${which}`);
