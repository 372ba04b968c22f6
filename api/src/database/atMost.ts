import { TooOften } from '../errors.js';
import type { Database } from './database.js';

// One statement counts and refuses, so that of two at once not both are the last that may. It answers how long to wait; null: it was
// counted. Rows whose time is over go with it, but not those that another is just writing.
const COUNT = {
  name: 'count_action',
  text: `with counted as (
           insert into counted_action as c (key, until) values ($1, clock_timestamp() + make_interval(secs => $3))
           on conflict (key) do update
              set count = case when c.until <= clock_timestamp() then 1 else c.count + 1 end,
                  until = case when c.until <= clock_timestamp() then excluded.until else c.until end
            where c.until <= clock_timestamp() or c.count < $2
           returning key),
         gone as (
           delete from counted_action where key in (
             select key from counted_action where until <= clock_timestamp() and key <> $1 limit 100 for update skip locked))
         select case when not exists (select from counted) then
                  coalesce((select extract(epoch from until - clock_timestamp()) from counted_action where key = $1), $3)::float8
                end as wait_seconds`,
};

/**
 * Counts how often something was done by somebody (a person, an address), for all instances together: beyond `times` within
 * `seconds` the returned function throws TooOften.
 */
export const atMost =
  (what: string, times: number, seconds: number) =>
  async (database: Pick<Database, 'query'>, who: string): Promise<void> => {
    const [row] = await database.query<{ wait_seconds: number | null }>(COUNT, [`${what} ${who}`, times, seconds]);
    if (row!.wait_seconds !== null) throw new TooOften(times, Math.max(1, Math.ceil(row!.wait_seconds)));
  };
