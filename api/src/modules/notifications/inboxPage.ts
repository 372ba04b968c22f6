import type { Database } from '../../database/database.js';
import type { Prisma } from '../../generated/prisma/client.js';
import { MAX_INT } from '../../graphql/ids.js';
import { fromKeyCursor, numberCursor, toKeyCursor } from '../../graphql/page.js';

type Order = 'NEWEST' | 'OLDEST' | 'UNREAD_FIRST';
type Row = Prisma.MessageGetPayload<{ include: typeof shown }>;

const shown = { task: { select: { number: true } }, sender: true } satisfies Prisma.MessageInclude;

/** The cursor of a row in a list of this order. */
export const cursorIn = (order: Order) => (row: Pick<Row, 'id' | 'readAt'>) =>
  order === 'UNREAD_FIRST' ? toKeyCursor(row.readAt ? 1 : 0, row.id) : String(row.id);

/** The next `take` notifications that fit, behind the cursor. */
export async function pageOfInbox(
  { prisma }: Database,
  where: Prisma.MessageWhereInput,
  order: Order,
  take: number,
  after: string | null,
): Promise<Row[]> {
  const rows = (and: Prisma.MessageWhereInput, direction: 'asc' | 'desc', most: number) =>
    prisma.message.findMany({ where: { AND: [where, and] }, include: shown, orderBy: { id: direction }, take: most });
  if (order !== 'UNREAD_FIRST') {
    const from = numberCursor(after);
    const id = from === null ? undefined : Math.min(from, MAX_INT);
    return order === 'NEWEST' ? rows({ id: { lt: id } }, 'desc', take) : rows({ id: { gt: id } }, 'asc', take);
  }
  const [isRead, id] = after === null ? [0, undefined] : fromKeyCursor(after, 'integer');
  const unread = isRead ? [] : await rows({ readAt: null, id: { lt: id } }, 'desc', take);
  if (unread.length === take) return unread;
  const read = await rows({ readAt: { not: null }, id: { lt: isRead ? id : undefined } }, 'desc', take - unread.length);
  return [...unread, ...read];
}
