import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { startServer } from '../../test/server.js';
import { DIFFERENT, FAULTS } from './different.js';

// Conversations recorded with the original, kept beside this repository; replayed where they are there.
const folder = fileURLToPath(new URL('../../../../shared/contract/', import.meta.url));
const stories = ['people', 'projects', 'tasks-mapping', 'teams-orgs'];

/** What is left of a step's difference without the faults of the original; undefined when nothing is. */
function withoutFaults(step: string): string | undefined {
  const [head, ...lines] = step.split('\n');
  const name = head!.split(' ')[0]!;
  const left = lines.filter(
    (line) => line.trim() && !FAULTS.some((fault) => fault.line.test(line) && (fault.steps?.includes(name) ?? true)),
  );
  return left.length > 0 ? [head, ...left].join('\n') : undefined;
}

const freePort = () =>
  new Promise<number>((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });

describe.skipIf(!existsSync(folder))('the conversations recorded with the original', () => {
  it.each(stories)('%s goes on as it did there', { timeout: 240_000 }, async (story) => {
    const port = await freePort();
    const osm = `http://127.0.0.1:${port}`;
    const mock = spawn(process.execPath, [`${folder}mock-osm.mjs`], {
      env: { ...process.env, MOCK_OSM_PORT: String(port) },
      stdio: 'ignore',
    });
    const server = await startServer({
      OSM_SERVER_URL: osm,
      OSM_SERVER_API_URL: osm,
      OSM_NOMINATIM_SERVER_URL: `${osm}/nominatim`,
      OHSOME_STATS_API_URL: `${osm}/ohsome`,
      OHSOME_STATS_TOPICS: 'highway,waterway,building,poi',
      TM_CLIENT_ID: 'contract',
      TM_CLIENT_SECRET: 'contract',
      TM_REDIRECT_URI: 'http://127.0.0.1:3100/authorized',
      TM_APP_BASE_URL: 'http://127.0.0.1:3100',
      TM_ORG_NAME: 'Test Org',
      TM_ORG_CODE: 'TST',
      TM_DEFAULT_CHANGESET_COMMENT: '#tst-project',
      TM_ADMIN_OSM_IDS: '1',
    });
    try {
      await server.database.prisma.person.create({ data: { id: 1, username: 'admin', role: 'ADMIN' } });
      const said = await new Promise<string>((done) => {
        const player = spawn(process.execPath, [
          `${folder}contract.mjs`,
          'compare',
          server.url,
          `${folder}${story}.mjs`,
          `${folder}golden/${story}.json`,
        ]);
        let text = '';
        for (const stream of [player.stdout, player.stderr]) stream.on('data', (part) => (text += String(part)));
        player.on('close', () => done(text));
      });
      const steps = said
        .replace(/\d+ of \d+ steps equal.*\s*$/, '')
        .split('\n✗ ')
        .map((part) => part.replace(/^✗ /, ''));
      const unequal = steps
        .filter((part) => /^\S+ \([A-Z]+ \//.test(part) && !DIFFERENT[story]?.[part.split(' ')[0]!])
        .flatMap((part) => withoutFaults(part) ?? []);
      expect(said, 'the player plays to the end').toMatch(/\d+ of \d+ steps equal/);
      expect(unequal.join('\n')).toBe('');
    } finally {
      mock.kill();
      await server.stop();
    }
  });
});
