import { z } from 'zod';
import type { Database } from '../../database/database.js';
import { InvalidInput } from '../../errors.js';
import { MessageType } from '../../generated/prisma/client.js';
import { parseInput } from '../../input.js';
import type { Viewer } from '../../viewer.js';

export interface Preference {
  type: MessageType;
  inApp: boolean;
  byMail: boolean;
  digest: boolean;
}

/** Comments that do not name one come only to who asked for them; the SQL function wants_in_app says the same. */
const ASKED_FOR: MessageType[] = ['TASK_COMMENT_NOTIFICATION', 'PROJECT_CHAT_NOTIFICATION'];

/** What somebody gets who has not chosen. System messages are never mailed. */
const usual = (type: MessageType): Preference => ({
  type,
  inApp: !ASKED_FOR.includes(type),
  byMail: !ASKED_FOR.includes(type) && type !== 'SYSTEM',
  digest: false,
});

/** A person's choice for every type of notification, in the order of the types. */
export async function preferencesOf({ prisma }: Database, personId: number): Promise<Preference[]> {
  const rows = await prisma.notificationPreference.findMany({ where: { personId } });
  const chosen = new Map(rows.map((row) => [row.type, row]));
  return Object.values(MessageType).map((type) => chosen.get(type) ?? usual(type));
}

const changes = z
  .array(
    z.object({
      type: z.enum(MessageType),
      inApp: z.boolean().nullish(),
      byMail: z.boolean().nullish(),
      digest: z.boolean().nullish(),
    }),
  )
  .min(1, 'Change at least one.')
  .refine((list) => new Set(list.map(({ type }) => type)).size === list.length, 'Name each type once.');

// What is null stays as it was chosen before, or as it is for who has not chosen.
const SET = {
  name: 'notifications/set_preferences',
  text: `insert into notification_preference as p (person_id, type, in_app, by_mail, digest)
    select $1, c.type, coalesce(c.in_app, c.usual_in_app), coalesce(c.by_mail, c.usual_by_mail), coalesce(c.digest, false)
      from jsonb_to_recordset($2::jsonb) as c (type message_type, in_app boolean, by_mail boolean, digest boolean, usual_in_app boolean, usual_by_mail boolean)
    on conflict (person_id, type) do update set
      in_app  = coalesce((select (c ->> 'in_app')::boolean  from jsonb_array_elements($2::jsonb) c where c ->> 'type' = p.type::text), p.in_app),
      by_mail = coalesce((select (c ->> 'by_mail')::boolean from jsonb_array_elements($2::jsonb) c where c ->> 'type' = p.type::text), p.by_mail),
      digest  = coalesce((select (c ->> 'digest')::boolean  from jsonb_array_elements($2::jsonb) c where c ->> 'type' = p.type::text), p.digest)`,
};

/** Changes what the viewer wants to be told, and how; what is left out stays. Throws InvalidInput. */
export async function setPreferences(
  database: Database,
  viewer: Pick<Viewer, 'id'>,
  preferences: z.input<typeof changes>,
): Promise<void> {
  const list = parseInput(z.object({ preferences: changes }), { preferences }).preferences;
  const system = list.findIndex(({ type, inApp }) => type === 'SYSTEM' && inApp === false);
  if (system >= 0)
    throw new InvalidInput([
      {
        path: ['preferences', String(system), 'inApp'],
        message: 'What the system has to tell you always comes. You can choose for all other kinds.',
      },
    ]);
  const rows = list.map(({ type, inApp, byMail, digest }) => ({
    type,
    in_app: inApp,
    by_mail: byMail,
    digest,
    usual_in_app: usual(type).inApp,
    usual_by_mail: usual(type).byMail,
  }));
  await database.query(SET, [viewer.id, JSON.stringify(rows)]);
}
