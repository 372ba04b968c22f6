import type { GraphQLResolveInfo } from 'graphql';
import type { Database } from '../../database/database.js';
import { rowsBy } from '../../database/rows.js';
import { InvalidInput } from '../../errors.js';
import type { Person } from '../../generated/prisma/client.js';
import { fieldsAsked } from '../../graphql/asked.js';
import type { Context } from '../../graphql/context.js';
import { batched } from '../../graphql/perRequest.js';

/** What is shown of a person nearly everywhere: a row of four columns where the whole one has 32. */
export type ShortPerson = Pick<Person, 'id' | 'username' | 'pictureUrl' | 'role'>;

const SHORT_FIELDS = new Set(['__typename', 'id', 'osmId', 'username', 'pictureUrl', 'role']);
const SHORT = {
  name: 'people/short',
  text: 'select id, username, picture_url as "pictureUrl", role from person where id = any ($1::int[])',
};

/** Whether a field that answers with a person is asked for no more. */
function isShort(info: GraphQLResolveInfo): boolean {
  for (const field of fieldsAsked(info)) if (!SHORT_FIELDS.has(field)) return false;
  return true;
}

const people = <Row extends ShortPerson>(read: (database: Database, ids: number[]) => Promise<Row[]>) =>
  batched(async (ids: number[], { database }) => {
    const people = new Map((await read(database, ids)).map((person) => [person.id, person]));
    return (id: number) => {
      const person = people.get(id);
      if (!person) throw new Error(`There is no person ${id}`); // a foreign key says there is
      return person;
    };
  });
const wholeById = people((database, ids) => rowsBy(database, 'Person', 'id', ids));
const shortById = people((database, ids) => database.read<ShortPerson>(SHORT, [ids]));

/**
 * People by OSM id, with as much of them as the field is asked for, those of one tick in one statement. `known`: what was read of them
 * already.
 */
export const personById = (context: Context, id: number, info: GraphQLResolveInfo, known?: ShortPerson) =>
  (isShort(info) ? (known ?? shortById(context, id)) : wholeById(context, id)) as Promise<Person>;

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
