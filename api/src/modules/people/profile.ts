import { z } from 'zod';
import type { Database } from '../../database/database.js';
import { InvalidInput } from '../../errors.js';
import { text, parseInput } from '../../input.js';
import type { Viewer } from '../../viewer.js';

/** A line about oneself: emptied by "" and by null. */
const line = (max: number) => text(max).nullish().transform(emptied);
function emptied(value: string | null | undefined) {
  return value === undefined ? undefined : value?.trim() || null;
}

const profile = z.object({
  name: line(255),
  city: line(255),
  country: line(255),
  twitterId: line(100),
  facebookId: line(100),
  linkedinId: line(100),
  slackId: line(100),
  skypeId: line(100),
  ircId: line(100),
  email: line(254)
    .transform((address) => address?.toLowerCase() ?? address)
    .pipe(z.email('This is not an e-mail address. Write it as name@example.org.').nullish()),
  gender: z.enum(['MALE', 'FEMALE', 'SELF_DESCRIBE', 'PREFER_NOT']).nullish(),
  selfDescriptionGender: line(200),
  isExpert: z.boolean().nullish(),
  hidesPresence: z.boolean().nullish(),
  tasksNotifications: z.boolean().nullish(),
  defaultEditor: z.enum(['ID', 'JOSM', 'POTLATCH_2', 'FIELD_PAPERS', 'CUSTOM', 'RAPID']).nullish(),
  digestFrequency: z.enum(['DAILY', 'WEEKLY']).nullish(),
  locale: line(10).refine(
    (value) => !value || /^[a-z]{2,3}([_-][A-Za-z]{2,4})?$/.test(value),
    'A language is a code such as en or pt_BR.',
  ),
});

export type ProfileChange = z.input<typeof profile>;

// The address is verified anew when it changed; who had left it without an account has one now.
const WRITE_EMAIL = {
  name: 'people/write_email',
  text: `with known as (delete from interested_person where email = $2),
         before as (select email from person where id = $1 for no key update)
         update person p set email_verified = p.email_verified and p.email is not distinct from $2, email = $2
           from before b where p.id = $1 returning b.email is distinct from $2 as changed`,
};

/**
 * Changes what a person says of themself: only what is given; null and "" empty a text. A gender that is not
 * SELF_DESCRIBE takes its own words away, leaving it out does not. Throws InvalidInput. Whether the address is another one now.
 */
export async function updateProfile(database: Database, viewer: Viewer, change: ProfileChange): Promise<boolean> {
  const { email, isExpert, hidesPresence, tasksNotifications, defaultEditor, digestFrequency, ...rest } = parseInput(
    profile,
    change,
  );
  const { prisma } = database;
  if (rest.selfDescriptionGender) {
    const gender =
      rest.gender !== undefined
        ? rest.gender
        : (await prisma.person.findUniqueOrThrow({ where: { id: viewer.id } })).gender;
    if (gender !== 'SELF_DESCRIBE')
      throw new InvalidInput([
        { path: ['selfDescriptionGender'], message: 'To use your own words, choose to describe your gender yourself.' },
      ]);
  }
  const wiped = rest.gender !== undefined && rest.gender !== 'SELF_DESCRIBE' ? { selfDescriptionGender: null } : {};
  await prisma.person.update({
    where: { id: viewer.id },
    data: {
      ...rest,
      ...wiped,
      isExpert: isExpert ?? undefined,
      hidesPresence: hidesPresence ?? undefined,
      tasksNotifications: tasksNotifications ?? undefined,
      defaultEditor: defaultEditor ?? undefined,
      digestFrequency: digestFrequency ?? undefined,
    },
  });
  if (email === undefined) return false;
  const [row] = await database.query<{ changed: boolean }>(WRITE_EMAIL, [viewer.id, email]);
  return row!.changed;
}
