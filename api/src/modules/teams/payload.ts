import { builder } from '../../graphql/builder.js';
import { Team } from './Team.js';
import { teamsSeenBy } from './standing.js';

/** What a mutation of a team gives: the team as it is now. */
export const teamPayload = (name: string, description: string) =>
  builder.objectRef<{ id: number }>(name).implement({
    description,
    fields: (t) => ({
      team: t.prismaField({
        type: Team,
        nullable: true,
        description:
          'As it is now; null when the viewer may not know of it any more, such as after leaving a private one.',
        resolve: (query, { id }, _args, { database, viewer }) =>
          database.prisma.team.findFirst({ ...query, where: { id, AND: teamsSeenBy(viewer) } }),
      }),
    }),
  });
