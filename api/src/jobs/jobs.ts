import { setInterval as every } from 'node:timers';
import type { Database } from '../database/database.js';
import type { LiveFeed } from '../live/feed.js';

const SWEEP_EVERY_MS = 5_000;
const SWEEP = {
  name: 'jobs/sweep',
  text: 'select project_id, count(*)::int as tasks from sweep_expired_locks(500) group by project_id',
};

/**
 * Housekeeping; nothing depends on it for being right. Expired locks are ended, so that the history and those who watch
 * hear of it. Returns what stops the jobs.
 */
export function startJobs(database: Database, live: LiveFeed): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let busy = false;
  const sweep = async () => {
    const swept = await database.query<{ project_id: number }>(SWEEP);
    for (const { project_id } of swept) live.touched(project_id);
    await database.pool.query(`delete from sign_in_attempt where created_at < now() - interval '1 hour'`);
  };
  const timer = every(() => {
    if (busy) return;
    busy = true;
    running = sweep()
      .catch(() => undefined) // the database is away for a moment: the next round tries again
      .finally(() => {
        busy = false;
      });
  }, SWEEP_EVERY_MS);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
