// Loaded into the program before it starts (NODE_OPTIONS=--import): tells the process that started it, when that asks, what memory
// the program needs after a collection of garbage, and what time of the processors it has had.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

process.on('message', (message) => {
  if (message !== 'measure') return;
  const { user, system } = process.cpuUsage();
  const cpuSeconds = (user + system) / 1e6;
  collect();
  const { rss, heapUsed, external } = process.memoryUsage();
  process.send({ measured: { rss, heap: heapUsed + external, cpuSeconds } });
});
