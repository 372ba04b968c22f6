import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { tasksOfAProject } from '../../../test/tasksOf.js';
import { checkAllProjects, findInconsistencies } from './check.js';
import { checkCounters } from './jobs.js';

/** Each thing that must hold, and what breaks it on a project with a task of every kind ($1). */
const BROKEN: [what: string, sql: string, number: number | null][] = [
  [
    'counters differ from tasks',
    'update project_progress set tasks_mapped = tasks_mapped + 1 where project_id = $1',
    null,
  ],
  [
    'counters differ from tasks',
    'update project_progress set total_tasks = total_tasks - 1 where project_id = $1',
    null,
  ],
  [
    'status is not the newest state change',
    `update task_history set status = 'BADIMAGERY' where kind = 'STATE_CHANGE' and status = 'MAPPED' and task_id = (select id from task where project_id = $1 and number = 1)`,
    1,
  ],
  [
    'locks given and locks ended differ',
    `delete from task_history where duration_seconds is not null and task_id = (select id from task where project_id = $1 and number = 1)`,
    1,
  ],
  [
    'two locks of a task overlap',
    `update task_history h set duration_seconds = 7200 where duration_seconds is not null and id = (select min(id) from task_history where duration_seconds is not null and task_id = (select id from task where project_id = $1 and number = 2))`,
    2,
  ],
  [
    'a person holds what cannot be held together',
    `update task set lock_kind = 'MAPPING', lock_holder = (select lock_holder from task where project_id = $1 and number = 5), lock_since = now(), lock_expires_at = now() + interval '1 hour', lock_history_id = 1 where project_id = $1 and number = 6`,
    5,
  ],
  [
    'when a person last worked on it differs from its history',
    `update person_task set last_at = last_at + interval '1 second' where task_id = (select id from task where project_id = $1 and number = 1)`,
    1,
  ],
  [
    'when a person last worked on it differs from its history',
    `delete from person_task where task_id = (select id from task where project_id = $1 and number = 1)`,
    1,
  ],
  ['positions have gaps', 'delete from project_event where project_id = $1 and position = 2', null],
  [
    'positions have gaps',
    'update project_progress set event_position = event_position + 1 where project_id = $1',
    null,
  ],
  [
    'newest event differs from task',
    'update task set lock_version = lock_version + 1 where project_id = $1 and number = 1',
    1,
  ],
  [
    'newest event differs from task',
    `update project_event set lock_expires_at = null where project_id = $1 and number = 5 and lock_expires_at is not null`,
    5,
  ],
  [
    'an open invalidation on a task that needs no mapping',
    `update task_invalidation set closed = false where task_id = (select id from task where project_id = $1 and number = 4)`,
    4,
  ],
  [
    'a task that needs more mapping without its invalidation',
    `update task_invalidation set closed = true where task_id = (select id from task where project_id = $1 and number = 3)`,
    3,
  ],
  [
    'parts do not cover the task that was split',
    `delete from task where id = (select max(id) from task where project_id = $1 and parent_id is not null)`,
    9,
  ],
  [
    'a task that is there is kept as split',
    `insert into task_split (task_id, person_id, at, status) select id, changed_by, now(), 'READY' from task where project_id = $1 and number = 1`,
    1,
  ],
];

describe('the check of all data', () => {
  const w = tasksOfAProject();

  /** Tasks 1 mapped, 2 validated, 3 sent back, 4 sent back and validated, 5 held, 9 split; the others ready. */
  async function everyKind() {
    for (const n of [1, 2, 3, 4]) await w.map(n, w.mapper);
    await w.validate(2, 'VALIDATED');
    await w.validate(3, 'INVALIDATED', 'The road is missing.');
    await w.validate(4, 'INVALIDATED', 'The road is missing.');
    await w.map(4, w.mapper);
    await w.validate(4, 'VALIDATED');
    await w.act('lock', { n: 9 }, w.other);
    await w.act('split', { n: 9 }, w.other);
    await w.act('lock', { n: 5 }, w.mapper);
  }

  it('finds nothing in sound data, and each thing that does not hold', async () => {
    await everyKind();
    expect(await findInconsistencies(w.server.database, [w.p])).toEqual([]);
    const client = new pg.Client({ connectionString: w.server.databaseUrl });
    await client.connect();
    const query = async (statement: { text: string }, values?: unknown[]) =>
      (await client.query(statement.text, values)).rows;
    try {
      for (const [what, sql, number] of BROKEN) {
        await client.query('begin');
        await client.query('alter table task drop constraint one_work_at_a_time');
        const { rowCount } = await client.query(sql, [w.p]);
        expect(rowCount, sql).toBeGreaterThan(0);
        const found = await findInconsistencies({ query: query as typeof w.server.database.query }, [w.p]);
        expect(found, sql).toContainEqual({ what, project_id: w.p, number });
        const everywhere = await findInconsistencies({ query: query as typeof w.server.database.query }, null);
        expect(everywhere.filter(({ project_id }) => project_id === w.p)).toEqual(found);
        await client.query('rollback');
      }
    } finally {
      await client.end();
      await w.act('stop', { n: 5 }, w.mapper);
    }
  });

  it('is a job that says what differs, fails by it and mends nothing, and a command that ends with 1', async () => {
    await everyKind();
    const run = () => checkCounters.run(w.server.services, {});
    expect(await run()).toMatch(/^Everything agrees in \d+ projects\.$/);
    const command = () =>
      promisify(execFile)(
        process.execPath,
        ['--import', 'tsx', fileURLToPath(new URL('../../checkData.ts', import.meta.url))],
        {
          env: { PATH: process.env.PATH, DATABASE_URL: w.server.databaseUrl },
        },
      );
    expect((await command()).stdout).toMatch(/^Everything agrees in \d+ projects\.\n$/);

    await w.server.database.pool.query('update project_progress set tasks_mapped = 3 where project_id = $1', [w.p]);
    const sentence = `Project ${w.p}: counters differ from tasks`;
    for (let time = 1; time <= 2; time++)
      await expect(run()).rejects.toThrow(`1 differences; npm run check-data shows all. ${sentence}.`);
    await expect(command()).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringContaining(`${sentence}\n1 differences in 1 of`),
    });
    await w.server.database.pool.query('update project_progress set tasks_mapped = 1 where project_id = $1', [w.p]);
    expect(await run()).toMatch(/^Everything/);
    await w.act('stop', { n: 5 }, w.mapper);
  });

  it('takes less than three seconds for 10,000 tasks with ten rows of history each', async () => {
    await w.server.database.pool.query(LARGE.replaceAll('$1', String(w.p)).replaceAll('$2', String(w.mapper.id)));
    await w.server.database.pool.query('analyze');
    const start = performance.now();
    expect(await findInconsistencies(w.server.database, [w.p])).toEqual([]);
    expect(performance.now() - start).toBeLessThan(3_000);
    expect((await checkAllProjects(w.server.database)).found).toEqual([]);
  });
});

/** 10,000 mapped tasks, each with nine locks that ended, in project $1, by person $2. */
const LARGE = `
  insert into task (project_id, number, status, mapped_by, changed_by, lock_version)
  select $1, 100 + n, 'MAPPED', $2, $2, 9 from generate_series(1, 10000) n;
  insert into task_history (project_id, task_id, person_id, at, kind, status, duration_seconds, lock_version)
  select $1, t.id, $2, now() - interval '1 day' + k * interval '2 minutes',
         case when k = 10 then 'STATE_CHANGE' else 'LOCKED_FOR_MAPPING' end::history_kind,
         case when k = 10 then 'MAPPED' end::task_status, case when k < 10 then 60 end, least(k, 9)
    from task t, generate_series(1, 10) k where t.project_id = $1 and t.number > 100 order by t.id, k;
  insert into project_event (project_id, position, at, kind, person_id, task_id, number, status, lock_kind, lock_holder, lock_expires_at, lock_version, grid_version)
  select $1, row_number() over (order by t.id, k), now(), case when k = 10 then 'SUBMITTED' else 'LOCKED' end::event_kind, $2, t.id, t.number,
         case when k = 10 then 'MAPPED' else 'READY' end::task_status, case when k < 10 then 'MAPPING' end::lock_kind,
         case when k < 10 then $2 end, case when k < 10 then now() end, least(k, 9), 1
    from task t, generate_series(1, 10) k where t.project_id = $1 and t.number > 100;
  update project_progress set total_tasks = total_tasks + 10000, tasks_mapped = 10000, event_position = 100000 where project_id = $1;`;
