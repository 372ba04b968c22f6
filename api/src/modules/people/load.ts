import type { Database } from '../../database/database.js';
import { rowsBy } from '../../database/rows.js';
import { InvalidInput } from '../../errors.js';
import { batched } from '../../graphql/perRequest.js';

/** People by OSM id, those asked for in one tick in one statement. */
export const personById = batched(async (ids: number[], { database }) => {
  const people = new Map((await rowsBy(database, 'Person', 'id', ids)).map((person) => [person.id, person]));
  return (id: number) => {
    const person = people.get(id);
    if (!person) throw new Error(`There is no person ${id}`); // a foreign key says there is
    return person;
  };
});

/** OSM ids of people by their exact usernames, in the order given. Throws InvalidInput, at `path`, for who never signed in here. */
export async function idsOfPeopleNamed(
  { prisma }: Database,
  usernames: string[],
  path: (index: number) => string[],
): Promise<number[]> {
  const people = new Map(
    (
      await prisma.person.findMany({
        where: { username: { in: usernames }, deletedAt: null },
        select: { id: true, username: true },
      })
    ).map(({ id, username }) => [username, id]),
  );
  const unknown = usernames.flatMap((username, index) =>
    people.has(username)
      ? []
      : [
          {
            path: path(index),
            message: `Nobody called "${username}" has signed in here. Check the name, or ask them to sign in once.`,
          },
        ],
  );
  if (unknown.length > 0)
    throw new InvalidInput(
      unknown.slice(0, 10),
      usernames.filter((username) => !people.has(username)),
    );
  return usernames.map((username) => people.get(username)!);
}
