import type { Database } from '../../database/database.js';
import { written, type Parameter } from '../../database/written.js';
import type { Prisma } from '../../generated/prisma/client.js';
import { MAX_INT } from '../../graphql/ids.js';
import { fromKeyCursor, numberCursor, toKeyCursor } from '../../graphql/page.js';
import { notificationsThat, type NotificationFilter } from './service.js';

const ORDERS = { NEWEST: 'm.id desc', OLDEST: 'm.id', UNREAD_FIRST: 'm.read_at is not null, m.id desc' };
type Order = keyof typeof ORDERS;
type Row = Prisma.MessageGetPayload<{ include: typeof shown }>;

const shown = { task: { select: { number: true } }, sender: true } satisfies Prisma.MessageInclude;

/** The cursor of a row in a list of this order. */
export const cursorIn = (order: Order) => (row: Pick<Row, 'id' | 'readAt'>) =>
  order === 'UNREAD_FIRST' ? toKeyCursor(row.readAt ? 1 : 0, row.id) : String(row.id);

/** The next `take` of a person's notifications that fit, behind the cursor. */
export async function pageOfInbox(
  { prisma, query }: Database,
  personId: number,
  filter: NotificationFilter,
  order: Order,
  take: number,
  after: string | null,
): Promise<Row[]> {
  const values: unknown[] = [];
  const parameter: Parameter = (value) => `$${values.push(value)}`;
  const conditions = [notificationsThat(personId, filter, parameter)];
  if (after !== null && order === 'UNREAD_FIRST') {
    const [isRead, id] = fromKeyCursor(after, 'integer');
    conditions.push(`(m.read_at is not null, -m.id) > (${parameter(isRead !== 0)}::boolean, -${parameter(id)}::int)`);
  } else if (after !== null) {
    const from = parameter(Math.min(numberCursor(after)!, MAX_INT));
    conditions.push(`m.id ${order === 'NEWEST' ? '<' : '>'} ${from}::int`);
  }
  const listed = await query<{ id: number }>(
    written(
      `select m.id from message m where ${conditions.join(' and ')} order by ${ORDERS[order]} limit ${parameter(take)}`,
    ),
    values,
  );
  const ids = listed.map(({ id }) => id);
  const rows = await prisma.message.findMany({ where: { id: { in: ids } }, include: shown });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
