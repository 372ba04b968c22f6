import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statement } from '../src/database/database.js';
import { startServer, type TestServer } from './server.js';
import { ACTIONS, boxOfTiles, publishedProject } from './world.js';

const INCONSISTENCIES = statement(new URL('../src/modules/tasks/rows.ts', import.meta.url).href, 'sql/inconsistencies');

const PEOPLE = 8;

type Step =
  | { do: 'lock' | 'undo' | 'split'; n: number }
  | { do: 'next' | 'stop' | 'extend' | 'sweep' | 'wait' }
  | { do: 'submit'; status: 'MAPPED' | 'BADIMAGERY' | 'READY'; stale: boolean }
  | { do: 'comment' | 'reset-by-person'; n: number }
  | { do: 'undo-split'; discard: boolean }
  | { do: 'bulk'; action: string; n: number; leaveLocked: boolean }
  | { do: 'lockMany'; ns: number[] } // any tasks, most of which refuse
  | { do: 'lockMapped'; most: number } // such as can be validated now
  | { do: 'validate'; status: 'VALIDATED' | 'INVALIDATED' | 'MAPPED' };

const number = fc.integer({ min: 1, max: 14 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('comment' as const, 'reset-by-person' as const), n: number }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo-split' as const), discard: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('bulk' as const),
      action: fc.constantFrom('MARK_MAPPED', 'MARK_VALIDATED', 'INVALIDATE', 'RESET_BAD_IMAGERY', 'RESET'),
      n: number,
      leaveLocked: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('lock' as const), n: number }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'split' as const), n: number }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('next' as const, 'stop' as const, 'extend' as const, 'sweep' as const, 'wait' as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('submit' as const),
      status: fc.constantFrom('MAPPED' as const, 'MAPPED' as const, 'BADIMAGERY' as const, 'READY' as const),
      stale: fc.integer({ min: 1, max: 10 }).map((one) => one === 1),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('lockMany' as const),
      ns: fc.uniqueArray(number, { minLength: 1, maxLength: 5 }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('lockMapped' as const), most: fc.integer({ min: 1, max: 3 }) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('validate' as const),
      status: fc.constantFrom('VALIDATED' as const, 'INVALIDATED' as const, 'MAPPED' as const),
    }),
  },
);

describe('many people doing anything at once', () => {
  let server: TestServer;
  let people: { id: number; token: string }[];
  let admin: string;
  beforeAll(async () => {
    server = await startServer({ TM_TASK_AUTOUNLOCK_AFTER: '0.5s' }, { jobs: false });
    admin = (await server.person('manager', 'ADMIN')).token;
    people = await Promise.all(Array.from({ length: PEOPLE }, (_, index) => server.person(`person-${index}`)));
    await server.database.prisma.person.updateMany({ where: { role: 'MAPPER' }, data: { levelId: 3 } }); // all may validate
  });
  afterAll(() => server?.stop());

  /** What one person does with what they hold; answers are looked at only for not being errors of the server. */
  async function take(p: number, { id, token }: { id: number; token: string }, each: Step) {
    const held = await server.database.query<{ number: number; lock_kind: string; lock_version: number }>(
      {
        name: 'test/held',
        text: 'select number, lock_kind, lock_version from task where project_id = $1 and lock_holder = $2',
      },
      [p, id],
    );
    const numbers = held.map((task) => task.number);
    const mapping = held.find(({ lock_kind }) => lock_kind === 'MAPPING');
    switch (each.do) {
      case 'lock':
        return server.get(ACTIONS.lock, { p, n: each.n }, token);
      case 'split':
        return server.get(ACTIONS.split, { p, n: mapping?.number ?? numbers[0] ?? each.n }, token);
      case 'undo': {
        const { rows } = await server.database.pool.query<{ number: number }>(
          `select number from task where project_id = $1 and status not in ('READY', 'SPLIT') order by random() limit 1`,
          [p],
        );
        return server.get(ACTIONS.undo, { p, n: rows[0]?.number ?? each.n }, token);
      }
      case 'undo-split': {
        const { rows } = await server.database.pool.query<{ number: number }>(
          `select number from task where project_id = $1 and status <> 'SPLIT' and parent_id is not null order by random() limit 1`,
          [p],
        );
        return (
          rows.length > 0 &&
          server.get(ACTIONS.undoSplit, { p, n: rows[0]!.number, discard: each.discard }, each.discard ? admin : token)
        );
      }
      case 'comment':
        return server.get(ACTIONS.comment, { p, n: each.n, comment: 'I was there' }, token);
      case 'bulk': // three neighbours of the list, whatever they are
        return server.get(
          ACTIONS.bulk,
          {
            p,
            action: each.action,
            selection: { taskNumbers: [each.n, each.n + 1, each.n + 2] },
            leaveLocked: each.leaveLocked,
          },
          admin,
        );
      case 'reset-by-person':
        return server.get(
          ACTIONS.bulk,
          {
            p,
            action: 'RESET_BY_PERSON',
            selection: { all: true },
            authorId: String(people[each.n % PEOPLE]!.id),
          },
          admin,
        );
      case 'next':
        return server.get(ACTIONS.next, { p, near: numbers[0] ?? null }, token);
      case 'stop':
        return mapping
          ? server.get(ACTIONS.stop, { p, n: mapping.number, comment: 'enough' }, token)
          : held.length > 0 &&
              server.get(ACTIONS.stopMany, { p, tasks: numbers.map((taskNumber) => ({ taskNumber })) }, token);
      case 'extend':
        return held.length > 0 && server.get(ACTIONS.extend, { p, n: numbers }, token);
      case 'sweep':
        return server.database.pool.query('select * from sweep_expired_locks(20)');
      case 'wait': // locks last 0.5 s here: many run out under their holders' hands
        return sleep(200);
      case 'submit':
        return (
          mapping &&
          server.get(
            ACTIONS.submit,
            {
              p,
              n: mapping.number,
              version: mapping.lock_version - Number(each.stale),
              status: each.status,
              comment: 'done',
            },
            token,
          )
        );
      case 'lockMany':
        return server.get(ACTIONS.lockMany, { p, n: each.ns }, token);
      case 'lockMapped': {
        const { rows } = await server.database.pool.query<{ number: number }>(
          `select number from task where project_id = $1 and status in ('MAPPED', 'INVALIDATED', 'BADIMAGERY') and lock_holder is null
            order by random() limit $2`,
          [p, each.most],
        );
        return rows.length > 0 && server.get(ACTIONS.lockMany, { p, n: rows.map((task) => task.number) }, token);
      }
      case 'validate':
        return (
          held.length > 0 &&
          server.get(
            ACTIONS.validate,
            {
              p,
              results: held.map((task) => ({
                taskNumber: task.number,
                lockVersion: task.lock_version,
                status: each.status,
                comment: 'seen',
              })),
            },
            token,
          )
        );
    }
  }

  it('never breaks what must hold: one holder a task, one mapping lock a person, counters equal to the tasks, a consistent history, areas kept by splits', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 5, maxLength: 15 }), { minLength: PEOPLE, maxLength: PEOPLE }),
        async (scripts) => {
          const p = await publishedProject(server, admin, {
            areaOfInterest: boxOfTiles(14, 4, 3),
            zoom: 14,
            clip: true,
          });
          await Promise.all(
            scripts.map(async (script, index) => {
              for (const each of script) await take(p, people[index]!, each);
            }),
          );
          expect(await server.database.query(INCONSISTENCIES, [[p]])).toEqual([]);
          await sleep(500); // locks that are left would follow the people into the next project
          await server.database.pool.query('select * from sweep_expired_locks(1000)');
          expect(await server.database.query(INCONSISTENCIES, [[p]])).toEqual([]);
        },
      ),
      { numRuns: 25, endOnFailure: true },
    );
    // What was meant to happen did happen.
    const { rows } = await server.database.pool.query<{ what: string }>(
      `select distinct kind::text as what from task_history union select distinct status::text from task_history union select 'UNDO' from task_history where undo union select 'REJOINED' from project_event where kind = 'REJOINED'`,
    );
    expect(rows.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        'SPLIT',
        'VALIDATED',
        'INVALIDATED',
        'BADIMAGERY',
        'UNDO',
        'REJOINED',
        'AUTO_UNLOCKED_FOR_MAPPING',
        'EXTENDED_FOR_MAPPING',
      ]),
    );
    // The same holds for people's counters: what they did and was not undone.
    const wrong = await server.database.pool.query(`
      with changes as (select *, lag(status, 1, 'READY') over (partition by task_id order by id) as before from task_history where kind = 'STATE_CHANGE'),
      done as (select person_id, status, count(*) as n from changes where not undo and credited and status <> before group by 1, 2),
      -- an undo takes back the newest change, not yet undone, to the status the task had
      undone as (select (select case when c.credited then c.person_id end from changes c where c.task_id = u.task_id and c.id < u.id and not c.undo and c.status = u.before and c.before <> c.status order by c.id desc limit 1) as person_id,
                        u.before as status, count(*) as n from changes u where u.undo and u.status <> u.before group by 1, 2)
      select id, username from person where row (tasks_mapped, tasks_validated, tasks_invalidated)::text <> row (
        coalesce((select n from done where person_id = person.id and status = 'MAPPED'), 0) - coalesce((select n from undone where person_id = person.id and status = 'MAPPED'), 0),
        coalesce((select n from done where person_id = person.id and status = 'VALIDATED'), 0) - coalesce((select n from undone where person_id = person.id and status = 'VALIDATED'), 0),
        coalesce((select n from done where person_id = person.id and status = 'INVALIDATED'), 0) - coalesce((select n from undone where person_id = person.id and status = 'INVALIDATED'), 0))::text`);
    expect(wrong.rows).toEqual([]);
  }, 240_000);
});
