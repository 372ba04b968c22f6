import type { Person } from './tasksOf.js';
import type { TestServer } from './server.js';
import { newOrganisation } from './world.js';

/** Who tries what: everyone who stands differently to an organisation and its team. A visitor has no token. */
export const STANDINGS = [
  'visitor',
  'stranger',
  'blocked',
  'blockedManager',
  'pending',
  'member',
  'teamManager',
  'formerTeamManager',
  'manager',
  'otherManager',
  'admin',
] as const;
export type Who = (typeof STANDINGS)[number];

/** An organisation with a team of each visibility, and a person of each standing to it. */
export async function organisationWithPeople(server: TestServer) {
  const { prisma } = server.database;
  const people = {} as Record<Exclude<Who, 'visitor'>, Person>;
  for (const who of STANDINGS)
    if (who !== 'visitor')
      people[who] = await server.person(
        who,
        who === 'admin' ? 'ADMIN' : who.startsWith('blocked') ? 'READ_ONLY' : 'MAPPER',
      );
  const organisation = Number(await newOrganisation(server, people.admin.token));
  const other = Number(await newOrganisation(server, people.admin.token));
  await prisma.organisationManager.deleteMany({});
  await prisma.organisationManager.createMany({
    data: [
      { organisationId: organisation, personId: people.manager.id },
      { organisationId: organisation, personId: people.blockedManager.id },
      { organisationId: other, personId: people.otherManager.id },
    ],
  });
  const team = async (name: string, visibility: 'PUBLIC' | 'PRIVATE') =>
    (
      await prisma.team.create({
        data: {
          organisationId: organisation,
          name,
          visibility,
          joinMethod: 'BY_REQUEST',
          members: {
            create: [
              { personId: people.member.id, active: true },
              { personId: people.teamManager.id, active: true, function: 'MANAGER' },
              { personId: people.formerTeamManager.id, active: false, function: 'MANAGER' },
              { personId: people.pending.id, active: false },
            ],
          },
        },
      })
    ).id;
  return {
    people,
    organisation,
    other,
    team,
    token: (who: Who) => (who === 'visitor' ? undefined : people[who].token),
  };
}
