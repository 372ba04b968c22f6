import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../../test/server.js';
import { organisationWithPeople, type Who } from '../../../test/standings.js';

describe('what a person belongs to', () => {
  let server: TestServer;
  let world: Awaited<ReturnType<typeof organisationWithPeople>>;
  beforeAll(async () => {
    server = await startServer({}, { jobs: false });
    world = await organisationWithPeople(server);
    await world.team('Open', 'PUBLIC');
    await world.team('Closed', 'PRIVATE');
  });
  afterAll(() => server?.stop());

  const read = async (username: string, who: Who) => {
    const query =
      'query ($username: String!) { person(username: $username) { teams { name } organisationsManaged { number } } }';
    const { person } = await server.get(query, { username }, world.token(who));
    return { ...person, teams: person.teams.map(({ name }: { name: string }) => name) };
  };

  it('is told of teams to those who may know of them, without what somebody only asked for', async () => {
    expect((await read('member', 'admin')).teams).toEqual(['Closed', 'Open']);
    expect((await read('member', 'visitor')).teams).toEqual(['Open']);
    expect((await read('pending', 'admin')).teams).toEqual([]);
  });

  it('is told of organisations to those who signed in', async () => {
    expect((await read('manager', 'member')).organisationsManaged).toEqual([{ number: world.organisation }]);
    expect((await read('member', 'member')).organisationsManaged).toEqual([]);
    expect((await read('manager', 'visitor')).organisationsManaged).toBeNull();
  });
});
