import { batched } from '../../graphql/perRequest.js';

/** People by OSM id, those asked for in one tick in one statement. */
export const personById = batched(async (ids: number[], { database }) => {
  const people = new Map(
    (await database.prisma.person.findMany({ where: { id: { in: ids } } })).map((person) => [person.id, person]),
  );
  return (id: number) => {
    const person = people.get(id);
    if (!person) throw new Error(`There is no person ${id}`); // a foreign key says there is
    return person;
  };
});
