import { z } from 'zod';
import type { Database } from '../../database/database.js';
import { isBrokenReference, refusedWrite } from '../../database/violations.js';
import { InUse, InvalidInput, NotFound } from '../../errors.js';
import type { Services } from '../../graphql/context.js';
import { parseInput, text } from '../../input.js';
import type { Viewer } from '../../viewer.js';
import { assertKeepsShared } from '../organisations/service.js';

const fields = z.object({
  name: text(255).trim().min(1, 'Give the interest a name.'),
});
const changes = fields.partial();

const said = (input: object) => Object.fromEntries(Object.entries(input).filter(([, value]) => value != null));

const missing = () => new NotFound('INTEREST', 'There is no such interest. It may have been deleted.');

/** All interests, by number. */
export const allInterests = ({ prisma }: Database) => prisma.interest.findMany({ orderBy: { id: 'asc' } });

export const readInterest = ({ prisma }: Database, id: number) => prisma.interest.findUnique({ where: { id } });

/** Throws NotPermitted, InvalidInput, NameTaken. */
export async function createInterest({ database }: Services, viewer: Viewer, input: object) {
  await assertKeepsShared(database, viewer);
  const data = parseInput(fields, said(input));
  return database.prisma.interest.create({ data, select: { id: true } }).catch(refusedWrite(missing(), data.name));
}

/** Changes what is sent. Throws NotFound, NotPermitted, InvalidInput, NameTaken. */
export async function updateInterest({ database }: Services, viewer: Viewer, id: number, input: object) {
  await assertKeepsShared(database, viewer);
  const data = parseInput(changes, said(input));
  return database.prisma.interest
    .update({ where: { id }, data, select: { id: true } })
    .catch(refusedWrite(missing(), data.name));
}

/** Deletes it unless something has it. Throws NotFound, NotPermitted, InUse. */
export async function deleteInterest({ database }: Services, viewer: Viewer, id: number) {
  await assertKeepsShared(database, viewer);
  try {
    const { count } = await database.prisma.interest.deleteMany({ where: { id } });
    if (count === 0) throw missing();
    return { id };
  } catch (error) {
    if (!isBrokenReference(error)) throw error;
    throw new InUse(
      'people or projects',
      'An interest that people or projects have cannot be deleted. Rename it, or take it off them first.',
    );
  }
}

const SET_MINE = {
  name: 'interests/set_mine',
  text: `with gone as (delete from person_interest where person_id = $1 and interest_id <> all ($2::int[]))
         insert into person_interest (person_id, interest_id) select $1, unnest($2::int[]) on conflict do nothing`,
};
const mine = z.object({ interestIds: z.array(z.int()).max(200, 'At most 200 interests.') });

/** What the viewer is interested in, in place of what it was. Throws InvalidInput. */
export async function setMyInterests({ database }: Services, viewer: Viewer, ids: number[]): Promise<void> {
  const { interestIds } = parseInput(mine, { interestIds: ids });
  await database.query(SET_MINE, [viewer.id, [...new Set(interestIds)]]).catch((error: unknown) => {
    if (!isBrokenReference(error)) throw error;
    throw new InvalidInput([
      { path: ['interestIds'], message: 'One of these interests is not there any more. Choose again.' },
    ]);
  });
}
