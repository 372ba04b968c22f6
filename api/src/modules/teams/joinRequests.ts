import type { Database } from '../../database/database.js';
import { csvCell } from '../../rest/csv.js';

/** Who asked to join a team and waits, as CSV with a head, in the order they asked; null when nobody does. Times are UTC. */
export async function joinRequestsOf({ prisma }: Database, teamId: number): Promise<string | null> {
  const waiting = await prisma.teamMember.findMany({
    where: { teamId, active: false },
    select: { joinedAt: true, person: { select: { username: true } }, team: { select: { name: true } } },
    orderBy: [{ joinedAt: 'asc' }, { person: { username: 'asc' } }],
  });
  if (waiting.length === 0) return null;
  const rows = waiting.map(({ joinedAt, person, team }) => [
    person.username,
    joinedAt?.toISOString().slice(0, 19) ?? '',
    team.name,
  ]);
  return [['Username', 'Date Joined (UTC)', 'Team Name'], ...rows]
    .map((row) => `${row.map(csvCell).join(',')}\r\n`)
    .join('');
}
