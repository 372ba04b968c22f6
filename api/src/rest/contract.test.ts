import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { startServer } from '../../test/server.js';

// Conversations recorded with the original, kept beside this repository; replayed where they are there.
const folder = fileURLToPath(new URL('../../../../shared/contract/', import.meta.url));
const stories = ['people', 'projects', 'tasks-mapping', 'teams-orgs'];

/**
 * Lines of a difference that are a fault of the original wherever they show: the rest of these answers must be equal.
 * `steps`: where alone they are one.
 */
const FAULTS: { line: RegExp; reason: string; steps?: string[] }[] = [
  {
    line: /lastUpdated: want "\S+\+00:00Z", got "\S+Z"$/,
    reason: 'The original writes the last change of a task as …+00:00Z, which is no time; it ends in Z here.',
  },
  {
    line: /taskHistory\.\d+\.actionText: want null null, got string "[\d:.]+"$/,
    reason: 'In the original a comment takes the place of the time that a lock lasted; the time is there here.',
    steps: [
      ...['stop', 'task-after-stop', 'lock-after-stop', 'mapped', 'comment', 'comment-mentions'],
      ...['undo-by-permitted-validator', 'lock-to-undo', 'mapped-to-undo', 'undo'],
    ],
  },
  {
    line: /error\.sub_code: want "Project not found", got "PROJECT_NOT_FOUND"$/,
    reason: 'One look-up of the original gives its sentence as the code; here it is always the code.',
  },
  {
    line: /taskHistory: want 2 items, got 1$/,
    reason: 'The original writes another lock when a task is taken again by who holds it; here it answers the same.',
    steps: ['lock-again', 'locked-tasks-details'],
  },
];

/** What is left of a step's difference without the faults of the original; undefined when nothing is. */
function withoutFaults(step: string): string | undefined {
  const [head, ...lines] = step.split('\n');
  const name = head!.split(' ')[0]!;
  const left = lines.filter(
    (line) => line.trim() && !FAULTS.some((fault) => fault.line.test(line) && (fault.steps?.includes(name) ?? true)),
  );
  return left.length > 0 ? [head, ...left].join('\n') : undefined;
}

const MAPPER_KEPT =
  'The original keeps who mapped a task when its bad imagery is taken back; it is nobody’s work here.';
const TYPE_LOST =
  "The type of an organisation is always null in the original's list, by a fault; it is the real one here.";

/**
 * Steps whose recorded answer is a fault of the original, each with its reason; docs/rest-v2.md lists them too. Everything
 * else must be equal.
 */
export const different: Record<string, Record<string, string>> = {
  people: {
    'list-sorted':
      'The original saves what ohsome Now says as the figures of whoever asks, and loses their changesets by it: they come last.',
  },
  'tasks-mapping': {
    'tasks-after-split': MAPPER_KEPT,
    contributions: MAPPER_KEPT,
  },
  'teams-orgs': {
    organisations: TYPE_LOST,
    'organisations-for-admin': TYPE_LOST,
    'organisations-of-manager': `${TYPE_LOST} The managers are all of them, not only the one that was asked for.`,
    'private-for-outsider':
      'A private team is read by everybody in the original; it is not there for an outsider here.',
  },
};

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
        .filter((part) => /^\S+ \([A-Z]+ \//.test(part) && !different[story]?.[part.split(' ')[0]!])
        .flatMap((part) => withoutFaults(part) ?? []);
      expect(said, 'the player plays to the end').toMatch(/\d+ of \d+ steps equal/);
      expect(unequal.join('\n')).toBe('');
    } finally {
      mock.kill();
      await server.stop();
    }
  });
});
