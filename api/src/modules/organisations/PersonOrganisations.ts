import { builder } from '../../graphql/builder.js';
import { batched } from '../../graphql/perRequest.js';
import { grouped } from '../../grouped.js';
import { Person } from '../people/Person.js';
import { Organisation } from './Organisation.js';

const organisationsOfPerson = batched(async (ids: number[], { database }) => {
  const rows = await database.prisma.organisationManager.findMany({
    where: { personId: { in: ids } },
    include: { organisation: true },
    orderBy: { organisation: { name: 'asc' } },
  });
  const organisations = grouped(rows, ({ personId }) => personId);
  return (id: number) => (organisations.get(id) ?? []).map(({ organisation }) => organisation);
});

builder.prismaObjectFields(Person, (t) => ({
  organisationsManaged: t.field({
    type: [Organisation],
    nullable: true,
    complexity: 10,
    select: { id: true },
    description: 'Organisations of which they are a manager, by name. Null for visitors.',
    resolve: ({ id }, _args, context) => (context.viewer ? organisationsOfPerson(context, id) : null),
  }),
}));
