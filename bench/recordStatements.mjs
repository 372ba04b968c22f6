// Loaded into the program before it starts (NODE_OPTIONS=--import): tells the process that started it, when that asks, which SQL
// statements it sent since it was last asked. Values are as they go over the wire.
import pg from 'pg';
import utils from 'pg/lib/utils.js';

let recorded;
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
  recorded = undefined;
});
