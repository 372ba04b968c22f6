import type { Job } from '../../jobs/job.js';

const TIDY = {
  name: 'sign-in/tidy',
  text: `with attempts as (delete from sign_in_attempt where created_at < now() - interval '1 hour' returning 1),
              sessions as (delete from session where least(expires_at, revoked_at) < now() - interval '30 days' returning 1)
         select (select count(*)::int from attempts) as attempts, (select count(*)::int from sessions) as sessions`,
};

/** Nothing depends on it for being right: what is over is refused, here or not. */
export const tidySignIns: Job = {
  name: 'tidy-sign-ins',
  describe: 'Deletes sign-ins that were begun and never ended, after an hour, and sessions 30 days after their end.',
  schedule: '7 * * * *',
  async run({ database }) {
    const [deleted] = await database.query<{ attempts: number; sessions: number }>(TIDY);
    return `Deleted ${deleted!.attempts} sign-ins that never ended and ${deleted!.sessions} old sessions.`;
  },
};
