import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../test/server.js';
import { connect, type Database } from './database.js';

let server: TestServer;
let database: Database;
beforeAll(async () => {
  server = await startServer({}, { jobs: false });
  database = connect(server.databaseUrl, 1); // all goes over one connection
});
afterAll(async () => {
  await database?.close();
  await server?.stop();
});

const KINDS = {
  name: 'test/kinds',
  text: `select 1 as int, 2::bigint as large, 1.5::float8 as float, null as nothing, '{a,NULL}'::text[] as list, true as yes,
                '2027-03-04T05:06:07.089Z'::timestamptz as moment, '{"a":[1]}'::json as json, '\\x00ff'::bytea as bytes, $1::text as given`,
};
const SHARE = { name: 'test/share', text: 'select 12 / $1::int as share from generate_series(1, 2)' };
const NONE = { name: 'test/none', text: 'select 1 as one where $1::int is not null and false' };

const all = (divisor: number) =>
  Promise.allSettled([
    database.read(KINDS, ['ä']),
    database.read(SHARE, [divisor]),
    database.read(NONE, [1]),
    database.read(SHARE, [4]),
  ]).then((answers) => answers.map((each) => (each.status === 'fulfilled' ? each.value : String(each.reason))));

it('what is read together is as it is alone, the first time and later', async () => {
  const { rows } = await database.pool.query({ ...KINDS, values: ['ä'] });
  const expected = [rows, [{ share: 6 }, { share: 6 }], [], [{ share: 3 }, { share: 3 }]];
  for (let time = 0; time < 3; time++) expect(await all(2)).toEqual(expected);
});

it('what fails does so alone', async () => {
  for (const divisor of [2, 0, 2, 0])
    expect((await all(divisor)).map((answer) => (Array.isArray(answer) ? answer.length : answer))).toEqual([
      1,
      divisor === 0 ? 'error: division by zero' : 2,
      0,
      2,
    ]);
});

it('a connection that is gone is replaced, and who did not end it is asked again', async () => {
  const end = {
    name: 'test/end',
    text: 'select case when $1::bool then pg_terminate_backend(pg_backend_pid()) end as ended',
  };
  await Promise.all([all(2), database.read(end, [false])]);
  const answers = await Promise.allSettled([
    database.read(KINDS, ['b']),
    database.read(end, [true]),
    database.read(SHARE, [4]),
    database.read({ name: 'test/new', text: 'select 1 as one' }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
});
