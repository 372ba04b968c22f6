import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSite, type Site } from './site.js';

const run = promisify(execFile);
const DEMO = fileURLToPath(new URL('../scripts/demo.mjs', import.meta.url));

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site?.stop());

it('the demo makes three projects with tasks in all states, once', async () => {
  const first = await run(process.execPath, [DEMO, site.url]);
  expect(first.stdout.match(/\d+ tasks at/g)).toHaveLength(3);
  const { projects } = await site.get(
    `{ projects(first: 10) { nodes { name countries figures { totalTasks ready mapped validated invalidated badImagery lockedForMapping lockedForValidation } } } }`,
  );
  expect(projects.nodes.map(({ countries }: { countries: string[] }) => countries.length)).toEqual([1, 1, 1]);
  const sums: Record<string, number> = {};
  for (const { figures } of projects.nodes)
    for (const [name, value] of Object.entries<number>(figures)) sums[name] = (sums[name] ?? 0) + value;
  for (const [name, value] of Object.entries(sums)) expect(value, name).toBeGreaterThan(0);

  const second = await run(process.execPath, [DEMO, site.url]);
  expect(second.stdout).toContain('The demo is already there');
  const again = await site.get('{ projects(first: 10) { totalCount } }');
  expect(again.projects.totalCount).toBe(3);
});

it('the demo says what is missing where nothing runs', async () => {
  const failed = run(process.execPath, [DEMO, 'http://127.0.0.1:1']);
  await expect(failed).rejects.toMatchObject({ stderr: expect.stringContaining('Run npm start') });
});
