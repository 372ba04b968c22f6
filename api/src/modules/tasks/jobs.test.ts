import { expect, it } from 'vitest';
import { tasksOfAProject } from '../../../test/tasksOf.js';
import { findInconsistencies } from './check.js';
import { endExpiredLocks } from './jobs.js';

const w = tasksOfAProject();
const run = () => endExpiredLocks.run(w.server.services, {});

it('ends a lock whose time is up once, however often and wherever it is swept, and leaves the others', async () => {
  await w.act('lock', { n: 1 }, w.mapper);
  await w.act('lock', { n: 2 }, w.other);
  // The times of the lock and of its events are moved back together, as if it had been taken earlier.
  for (const table of ['task', 'project_event'])
    await w.server.database.pool.query(
      `update ${table} set lock_expires_at = now() - interval '1 minute' ${table === 'task' ? ", lock_since = now() - interval '2 hours'" : ''}
        where project_id = $1 and number = 1`,
      [w.p],
    );
  await Promise.all([run(), run(), run()]);
  expect(await run()).toBe('Ended 0 locks.');
  expect((await w.history(1)).map(({ kind }: { kind: string }) => kind)).toEqual(['AUTO_UNLOCKED_FOR_MAPPING']);
  expect((await w.project('task(number: 2) { status }')).task.status).toBe('LOCKED_FOR_MAPPING');
  expect(await findInconsistencies(w.server.database, [w.p])).toEqual([]);
});
