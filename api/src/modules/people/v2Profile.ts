import { z } from 'zod';
import { statement, type Database } from '../../database/database.js';
import { notFound } from '../../rest/errors.js';
import { int } from '../../rest/values.js';
import type { Viewer } from '../../viewer.js';
import { preferencesOf, setPreferences } from '../notifications/service.js';

// A person as v2 shows them, and how its notification switches stand for our preferences.

const role = z.enum(['READ_ONLY', 'MAPPER', 'ADMIN']);
const words = z.string().nullable();

export const profile = z
  .object({
    id: z.int(),
    username: z.string(),
    role,
    mappingLevel: z.string(),
    level_ordering: z.int(),
    projectsMapped: z.int().nullable().describe('How many projects they worked on; null for none.'),
    emailAddress: words,
    isEmailVerified: z.boolean().nullable(),
    isExpert: z.boolean(),
    twitterId: words,
    facebookId: words,
    linkedinId: words,
    slackId: words,
    ircId: words,
    skypeId: words,
    city: words,
    country: words,
    name: words,
    pictureUrl: words,
    defaultEditor: z.string(),
    mentionsNotifications: z.boolean(),
    questionsAndCommentsNotifications: z.boolean(),
    projectsNotifications: z.boolean(),
    tasksNotifications: z.boolean(),
    taskValidationNotification: z.boolean(),
    taskInvalidationNotification: z.boolean(),
    taskCommentsNotifications: z.boolean(),
    teamsAnnouncementNotifications: z.boolean(),
    gender: z.enum(['MALE', 'FEMALE', 'SELF_DESCRIBE', 'PREFER_NOT']).nullable(),
    selfDescriptionGender: words,
  })
  .describe('Mail address, its verification and gender are null for everybody else, administrators included.');

const PROFILE = statement(import.meta.url, 'sql/v2_profile');

interface Profiled {
  [column: string]: unknown;
  id: number;
  deleted: boolean;
  figures_at: Date | null;
  profile: z.infer<typeof profile>;
}

/** An OSM id in a path or a query. Nobody has one below 1 or too large for the database, which is a 404. */
export const osmId = () => int({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });

/** The id as the database can look for it: 0, which nobody has, for one that nobody can have. */
export const possible = (id: number) => (id > 0 && id <= 2_147_483_647 ? id : 0);

/** Whose id or exact name this is, in one statement. Answers 404 where there is nobody. */
export async function profileOf(
  { query }: Database,
  viewer: Viewer | null,
  who: { user_id: number } | { username: string },
): Promise<Profiled> {
  const [id, username] = 'user_id' in who ? [possible(who.user_id), null] : [null, who.username];
  const [found] = await query<Profiled>(PROFILE, [id, username, viewer?.id ?? null]);
  return found ?? notFound('USER', who);
}

/** The OSM id of an exact name. Answers 404 where nobody has it. */
export async function idOfPersonNamed({ prisma }: Database, username: string): Promise<number> {
  const found = await prisma.person.findUnique({ where: { username }, select: { id: true } });
  return found?.id ?? notFound('USER', { username });
}

/** Switches that drop what is not wanted, and the two of which the original says that only the mail stops. */
const SWITCHES = {
  mentionsNotifications: { types: ['MENTION_NOTIFICATION'], mailOnly: true },
  questionsAndCommentsNotifications: { types: ['PROJECT_CHAT_NOTIFICATION'], mailOnly: false },
  projectsNotifications: { types: ['BROADCAST', 'PROJECT_ACTIVITY_NOTIFICATION'], mailOnly: false },
  taskValidationNotification: { types: ['VALIDATION_NOTIFICATION'], mailOnly: false },
  taskInvalidationNotification: { types: ['INVALIDATION_NOTIFICATION'], mailOnly: false },
  taskCommentsNotifications: { types: ['TASK_COMMENT_NOTIFICATION'], mailOnly: false },
  teamsAnnouncementNotifications: { types: ['TEAM_BROADCAST'], mailOnly: true },
} as const;
export type Switches = Partial<Record<keyof typeof SWITCHES, boolean | null | undefined>>;

/** Sets switches; one that stands so already leaves what was chosen for it in more detail as it is. */
export async function setSwitches(database: Database, viewer: Viewer, switches: Switches): Promise<void> {
  const asked = Object.entries(SWITCHES).flatMap(([name, { types, mailOnly }]) => {
    const on = switches[name as keyof Switches];
    return typeof on === 'boolean' ? types.map((type) => ({ type, on, mailOnly })) : [];
  });
  if (asked.length === 0) return;
  const now = new Map((await preferencesOf(database, viewer.id)).map((each) => [each.type, each]));
  const changed = asked.filter(({ type, on, mailOnly }) => {
    const { inApp, byMail } = now.get(type)!;
    return (mailOnly ? inApp && byMail : inApp) !== on;
  });
  if (changed.length === 0) return;
  await setPreferences(
    database,
    viewer,
    changed.map(({ type, on, mailOnly }) => ({ type, byMail: on, ...(on || !mailOnly ? { inApp: on } : {}) })),
  );
}
