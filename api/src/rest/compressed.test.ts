import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v2 } from '../../test/rest.js';
import { startServer, type TestServer } from '../../test/server.js';
import { boxOfTiles, publishedProject } from '../../test/world.js';

describe('large answers of REST v2, compressed once and kept', () => {
  let server: TestServer;
  let mapper: { id: number; token: string };
  let p: number;
  beforeAll(async () => {
    server = await startServer();
    const admin = await server.person('admin', 'ADMIN');
    mapper = await server.person('mapper');
    p = await publishedProject(server, admin.token, { areaOfInterest: boxOfTiles(14, 20, 20), zoom: 14 });
  });
  afterAll(() => server?.stop());

  const ask = (path: string, encoding: string) => v2(server, path, { headers: { 'accept-encoding': encoding } });
  const ENCODINGS = ['br', 'gzip;q=0.5, br;q=0', 'identity'];
  const statuses = (tasks: { features: { properties: { taskId: number; taskStatus: string } }[] }) =>
    tasks.features
      .filter(({ properties }) => properties.taskStatus !== 'READY')
      .map(({ properties }) => properties.taskId);

  it('are what the client takes, and say so', async () => {
    for (const path of [`/projects/${p}/tasks/`, `/projects/${p}/`])
      for (let time = 0; time < 2; time++) {
        const answers = await Promise.all(ENCODINGS.map((encoding) => ask(path, encoding)));
        expect(answers.map(({ headers }) => headers.get('content-encoding'))).toEqual(['br', 'gzip', null]);
        for (const { headers, body } of answers) {
          expect(headers.get('vary')).toContain('accept-encoding');
          expect(body).toEqual(answers[0]!.body);
        }
      }
  });

  it('are never those from before a change, whoever asks for what', async () => {
    for (let n = 1; n <= 3; n++) {
      const act = (action: string, body?: object) =>
        v2(server, `/projects/${p}/tasks/actions/${action}/${n}/`, { method: 'POST', token: mapper.token, body });
      await act('lock-for-mapping');
      await act('unlock-after-mapping', { status: 'MAPPED' });
      for (const encoding of ENCODINGS) {
        const worked = Array.from({ length: n }, (_, index) => index + 1);
        expect(statuses((await ask(`/projects/${p}/tasks/`, encoding)).body)).toEqual(worked);
        expect(statuses((await ask(`/projects/${p}/`, encoding)).body.tasks)).toEqual(worked);
      }
    }
  });
});
