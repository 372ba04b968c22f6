// PostGraphile as one process, from the folder it was installed into: node postgraphileServer.mjs FOLDER DATABASE_URL. Says to its
// parent where it listens. Nothing but tables and what follows from them: no smart tags, no plugins, no mutations.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [folder, connectionString] = process.argv.slice(2);
const require = createRequire(join(folder, 'package.json'));
const { postgraphile } = require('postgraphile');
const { PostGraphileAmberPreset } = require('postgraphile/presets/amber');
const { makePgService } = require('postgraphile/adaptors/pg');
const { grafserv } = require('postgraphile/grafserv/node');

const served = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ connectionString, schemas: ['public'], poolConfig: { max: 10 } })],
  schema: { defaultBehavior: '-insert -update -delete' },
  grafserv: { graphiql: false, watch: false },
  grafast: { explain: false },
});
const server = createServer();
server.keepAliveTimeout = 120_000; // the client keeps its connections while the other side is asked
await served.createServ(grafserv).addTo(server);
await served.getSchema();
server.listen(0, '127.0.0.1', () => process.send?.({ address: `http://127.0.0.1:${server.address().port}` }));
process.on('disconnect', () => process.exit(0));
