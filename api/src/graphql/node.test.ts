import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../test/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({}, { jobs: false });
});
afterAll(() => server?.stop());

it('a node that there is not is null, and takes no other with it', async () => {
  const { id } = await server.person('somebody');
  const globalId = (type: string, local: string | number) => Buffer.from(`${type}:${local}`).toString('base64');
  const somebody = globalId('Person', id);
  for (const type of ['Project', 'Organisation', 'Person', 'Task'])
    for (const local of ['999999', '0', '-1', '99999999999', 'x']) {
      const ids = [globalId(type, local), somebody];
      const { nodes } = await server.get('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
      expect(nodes, `${type}:${local}`).toEqual([null, { id: somebody }]);
    }
});
