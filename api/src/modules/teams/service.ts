import { z } from 'zod';
import { statement } from '../../database/database.js';
import { isBrokenReference } from '../../database/violations.js';
import { InUse, InvalidInput, NotFound } from '../../errors.js';
import type { Prisma } from '../../generated/prisma/client.js';
import type { Services } from '../../graphql/context.js';
import { parseInput, text } from '../../input.js';
import type { Viewer } from '../../viewer.js';
import { assertManages } from '../organisations/service.js';
import { idsOfPeopleNamed } from '../people/load.js';
import { canSeeTeam, whyNotManageTeam } from './policy.js';
import { readTeamStandings, type TeamStanding } from './standing.js';

const UPDATE = statement(import.meta.url, 'sql/update');

const fields = z.object({
  name: text(512).trim().min(1, 'Give the team a name.'),
  description: text(10_000).trim().nullish(),
  visibility: z.enum(['PUBLIC', 'PRIVATE']).optional(),
  joinMethod: z.enum(['ANY', 'BY_REQUEST', 'BY_INVITE']).optional(),
});
const member = z.object({
  username: text(255),
  function: z.enum(['MANAGER', 'MEMBER']),
  /** Left out: as it is; false for who comes in. */
  joinRequestNotifications: z.boolean().optional(),
  /** Stays what they are, also one who waits; who is neither does not come in. */
  unchanged: z.boolean().optional(),
});
const changes = fields
  .extend({
    members: z
      .array(member)
      .max(5_000, 'At most 5,000 members at once.')
      .refine((list) => new Set(list.map(({ username }) => username)).size === list.length, 'Name each person once.'),
  })
  .partial();

const said = (input: object) =>
  Object.fromEntries(
    Object.entries(input).filter(([key, value]) => (key === 'description' ? value !== undefined : value != null)),
  );

export const noTeam = () => new NotFound('TEAM', 'There is no such team, or it is not open to you.');

/** The viewer's standing to a team that they may know of. Throws NotFound. */
export async function seenTeam({ database }: Services, viewer: Viewer, teamId: number): Promise<TeamStanding> {
  const standing = (await readTeamStandings(database, viewer, [teamId])).get(teamId);
  if (!standing || !canSeeTeam(viewer, standing)) throw noTeam();
  return standing;
}

/** That the viewer may change the team and who is in it. Throws NotFound, NotPermitted. */
export async function assertManagesTeam(services: Services, viewer: Viewer, teamId: number): Promise<void> {
  const refusal = whyNotManageTeam(viewer, await seenTeam(services, viewer, teamId));
  if (refusal) throw refusal;
}

/** Creates a team; its creator is its first manager. Throws NotFound, NotPermitted, InvalidInput. */
export async function createTeam({ database }: Services, viewer: Viewer, organisationId: number, input: object) {
  await assertManages(database, viewer, organisationId);
  const data = parseInput(fields, said(input));
  return database.prisma.team.create({
    data: {
      ...data,
      organisationId,
      members: { create: { personId: viewer.id, function: 'MANAGER', active: true, joinedAt: new Date() } },
    },
    select: { id: true },
  });
}

/**
 * Changes what is sent of a team, all or nothing. `organisationId` moves it to another organisation of the viewer's.
 * Throws NotFound, NotPermitted, InvalidInput.
 */
export async function updateTeam(
  services: Services,
  viewer: Viewer,
  teamId: number,
  input: object,
  organisationId?: number,
) {
  await assertManagesTeam(services, viewer, teamId);
  if (organisationId !== undefined) await assertManages(services.database, viewer, organisationId);
  const { members, ...rest } = parseInput(changes, said(input));
  const people =
    members &&
    (await idsOfPeopleNamed(
      services.database,
      members.map(({ username }) => username),
      (index) => ['members', String(index), 'username'],
    ));
  const written = {
    ...rest,
    organisationId,
    members: people?.map((person, index) => ({ ...members![index]!, username: undefined, person })),
  };
  const [changed] = await services.database.query<{ id: number }>(UPDATE, [teamId, JSON.stringify(written)]);
  if (!changed) throw noTeam();
  return changed;
}

/** Deletes a team that no project names. Throws NotFound, NotPermitted, InUse. */
export async function deleteTeam(services: Services, viewer: Viewer, id: number) {
  await assertManagesTeam(services, viewer, id);
  const { prisma } = services.database;
  try {
    await prisma.team.deleteMany({ where: { id } });
    return { id };
  } catch (error) {
    if (!isBrokenReference(error)) throw error;
    const links = await prisma.projectTeam.groupBy({ by: ['projectId'], where: { teamId: id } });
    throw new InUse(
      links.length === 1 ? '1 project' : `${links.length} projects`,
      'A team that works on projects cannot be deleted. Take it off them first.',
    );
  }
}

/** A text that has these words; Prisma leaves the wildcards of LIKE to us. Undefined: no words. */
function containing(search: string | null | undefined) {
  const words = search?.replaceAll('\0', '').trim();
  return words ? { contains: words.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const } : undefined;
}

/** Teams with these words in their name. */
export function searchTeams(search: string | null | undefined): Prisma.TeamWhereInput {
  const name = containing(search);
  return name ? { name } : {};
}

/** Members with these letters in their username. */
export function searchMembers(search: string | null | undefined): Prisma.TeamMemberWhereInput {
  const username = containing(search);
  return username ? { person: { username } } : {};
}

/** The person of a username. Throws InvalidInput. */
export async function personNamed({ database }: Services, username: string): Promise<number> {
  const name = text(255).safeParse(username);
  if (!name.success) throw new InvalidInput([{ path: ['username'], message: name.error.issues[0]!.message }]);
  const [id] = await idsOfPeopleNamed(database, [name.data], () => ['username']);
  return id!;
}
