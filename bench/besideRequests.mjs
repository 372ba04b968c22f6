// Loaded into the program before it starts (NODE_OPTIONS=--import): what http.ts measures beside its requests. Tells the process
// that started it, when that asks, which SQL statements it sent since it was last asked, with values as they go over the wire. And its
// server answers GET /bench/N with N bytes, for which nothing else is done: what HTTP alone costs there; GET /bench/N/both sends the
// statements that it told of last as well, one after the other, by the driver alone.
import { createHash } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import pg from 'pg';
import utils from 'pg/lib/utils.js';

let recorded;
let told = [];
const query = pg.Client.prototype.query;
pg.Client.prototype.query = function (...args) {
  const [first, given] = args;
  // Some are sent several at a time (api/src/database/together.ts).
  for (const sent of recorded ? (first?.asked ?? [first]) : []) {
    const text = typeof sent === 'string' ? sent : sent?.text;
    if (!text) continue;
    const values = (Array.isArray(given) ? given : (sent.values ?? [])).map((value) => utils.prepareValue(value));
    recorded.push({
      text,
      values: values.map((value) => (Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value)),
    });
  }
  return query.apply(this, args);
};

process.on('message', (message) => {
  if (message === 'record') recorded = [];
  if (message !== 'recorded') return;
  process.send({ recorded });
  told = recorded.map(({ text, values }) => ({ name: createHash('sha1').update(text).digest('hex'), text, values }));
  recorded = undefined;
});

const answers = new Map();
function answerWith(request, reply) {
  const bytes = Number(request.params.bytes);
  const answer = answers.get(bytes) ?? Buffer.alloc(bytes, 'a');
  answers.set(bytes, answer);
  return reply.type('application/json').send(answer);
}
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 10,
  options: '-c plan_cache_mode=force_generic_plan', // as the program's connections
});
subscribe('fastify.initialization', ({ fastify }) => {
  fastify.get('/bench/:bytes', answerWith);
  fastify.get('/bench/:bytes/both', async (request, reply) => {
    for (const statement of told) await pool.query(statement);
    return answerWith(request, reply);
  });
});
