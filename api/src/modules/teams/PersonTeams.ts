import { builder } from '../../graphql/builder.js';
import { batched } from '../../graphql/perRequest.js';
import { grouped } from '../../grouped.js';
import { Person } from '../people/Person.js';
import { teamsSeenBy } from './standing.js';
import { Team } from './Team.js';

const teamsOfPerson = batched(async (ids: number[], { database, viewer }) => {
  const rows = await database.prisma.teamMember.findMany({
    where: { personId: { in: ids }, active: true, team: teamsSeenBy(viewer) },
    include: { team: true },
    orderBy: [{ team: { name: 'asc' } }, { teamId: 'asc' }],
  });
  const teams = grouped(rows, ({ personId }) => personId);
  return (id: number) => (teams.get(id) ?? []).map(({ team }) => team);
});

builder.prismaObjectFields(Person, (t) => ({
  teams: t.field({
    type: [Team],
    complexity: 10,
    select: { id: true },
    description: 'Teams they are in, of those that the viewer may know of, by name.',
    resolve: ({ id }, _args, context) => teamsOfPerson(context, id),
  }),
}));
