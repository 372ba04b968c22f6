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

// What somebody gets who has not chosen is said by the functions that send it.
const READ = {
  name: 'notifications/preferences',
  text: `select t.type::text as type, coalesce(p.in_app, usually_in_app(t.type)) as "inApp",
                coalesce(p.by_mail, usually_by_mail(t.type)) as "byMail", coalesce(p.digest, false) as digest
           from unnest(enum_range(null::message_type)) with ordinality t (type, nth)
           left join notification_preference p on p.person_id = $1 and p.type = t.type
          order by t.nth`,
};

/** A person's choice for every type of notification, in the order of the types. */
export const preferencesOf = (database: Database, personId: number): Promise<Preference[]> =>
  database.query<Preference>(READ, [personId]);

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
    select $1, c.type, coalesce(c.in_app, usually_in_app(c.type)), coalesce(c.by_mail, usually_by_mail(c.type)), coalesce(c.digest, false)
      from jsonb_to_recordset($2::jsonb) as c (type message_type, in_app boolean, by_mail boolean, digest boolean)
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
  }));
  await database.query(SET, [viewer.id, JSON.stringify(rows)]);
}
