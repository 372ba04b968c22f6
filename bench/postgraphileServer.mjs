// PostGraphile as one process, from the folder it was installed into: node postgraphileServer.mjs FOLDER DATABASE_URL [guarded]. Says to
// its parent where it listens. Nothing but tables and what follows from them: no smart tags, no plugins, no mutations. Guarded: it looks
// for the session of the request, and reads under the row policies of rowPolicies.sql as the person of it.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [folder, connectionString, guarded] = process.argv.slice(2);
const require = createRequire(join(folder, 'package.json'));
const { postgraphile } = require('postgraphile');
const { PostGraphileAmberPreset } = require('postgraphile/presets/amber');
const { makePgService } = require('postgraphile/adaptors/pg');
const { grafserv } = require('postgraphile/grafserv/node');

const pgService = makePgService({ connectionString, schemas: ['public'], poolConfig: { max: 10 } });
const sessions = guarded && new (require('pg').Pool)({ connectionString, max: 10 });
const SESSION = {
  name: 'session',
  text: `select p.id from session s join person p on p.id = s.person_id
          where s.token_hash = $1 and s.revoked_at is null and s.expires_at > now() and p.deleted_at is null`,
};

/** The settings of a request: its role, and the person of its session. */
async function settingsOf({ node }) {
  const token = node.req.headers.authorization?.replace('Bearer ', '');
  const values = token && [createHash('sha256').update(token).digest()];
  const person = values && (await sessions.query({ ...SESSION, values })).rows[0];
  return { pgSettings: { role: 'bench_reader', 'bench.person_id': String(person?.id ?? '') } };
}

const served = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [pgService],
  schema: { defaultBehavior: '-insert -update -delete' },
  grafserv: { graphiql: false, watch: false },
  grafast: { explain: false, ...(guarded && { context: settingsOf }) },
});
const server = createServer();
server.keepAliveTimeout = 120_000; // the client keeps its connections while the other side is asked
await served.createServ(grafserv).addTo(server);
await served.getSchema();
server.listen(0, '127.0.0.1', () => process.send?.({ address: `http://127.0.0.1:${server.address().port}` }));
process.on('disconnect', () => process.exit(0));
