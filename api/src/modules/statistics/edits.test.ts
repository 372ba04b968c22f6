import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../../test/server.js';
import { counter } from '../../../test/watch.js';
import { boxOfTiles, publishedProject } from '../../../test/world.js';
import { readSettings } from '../../settings.js';
import { refreshEdits } from './edits.js';
import { OhsomeNow } from './ohsome.js';

const ANSWER = {
  result: {
    changesets: 42,
    users: 3,
    latest: '2026-01-01T00:00:00Z',
    topics: { building: { value: 100, added: 120 }, highway: { value: 34.5 }, poi: { value: null } },
  },
};

/** A small server that behaves as it is told. */
class Service {
  asked: URL[] = [];
  headers: (string | undefined)[] = [];
  behave = (response: ServerResponse): void => Service.answers(response);
  private readonly server: Server = createServer((request, response) => {
    this.asked.push(new URL(request.url!, 'http://127.0.0.1'));
    this.headers.push(request.headers.authorization);
    this.behave(response);
  });
  static answers = (response: ServerResponse) => void response.end(JSON.stringify(ANSWER));
  static hangs = () => undefined;
  static fails = (response: ServerResponse) => void response.writeHead(500).end('no');
  static stops = (response: ServerResponse) => void response.write('{"result":');
  static breaks = (response: ServerResponse) => void response.destroy();
  static says = (text: string) => (response: ServerResponse) => void response.end(text);

  url = '';

  async start() {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return this.url;
  }
  async stop() {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

describe('ohsome Now', () => {
  let service: Service;
  let url: string;
  beforeEach(async () => {
    service = new Service();
    url = await service.start();
  });
  afterEach(() => service.stop());
  const settings = () => ({ url, token: 'secret', topics: 'building,highway' });

  it('is asked by hashtag, person and topics, and its numbers are read', async () => {
    const [outcome] = await new OhsomeNow(settings()).ofPeople('tag-*', [7]);
    expect(outcome).toEqual({ figures: { changesets: 42, users: 3, building: 120, highway: 34.5, poi: 0 } });
    expect(service.asked[0]!.pathname).toBe('/stats/user');
    expect(Object.fromEntries(service.asked[0]!.searchParams)).toEqual({
      hashtag: 'tag-*',
      userId: '7',
      topics: 'building,highway',
    });
    expect(service.headers[0]).toBe('Basic secret');
  });

  it.each([
    ['hangs', Service.hangs, 'TIMED_OUT'],
    ['stops in the middle', Service.stops, 'TIMED_OUT'],
    ['answers 500', Service.fails, 'FAILED'],
    ['breaks off', Service.breaks, 'FAILED'],
    ['answers no JSON', Service.says('<html>'), 'FAILED'],
    ['answers other JSON', Service.says('{"result":{"topics":{"building":{"value":"many"}}}}'), 'FAILED'],
    ['answers without end', Service.says('x'.repeat(1_100_000)), 'FAILED'],
  ])('when it %s: a reason within two seconds', async (_name, behave, problem) => {
    service.behave = behave;
    const before = Date.now();
    expect(await new OhsomeNow(settings()).ofHashtag('tag-1')).toEqual({ problem });
    expect(Date.now() - before).toBeLessThan(3_500);
  });

  it('is one deadline for many people, and asked the same once at a time', async () => {
    service.behave = Service.hangs;
    const ohsome = new OhsomeNow(settings());
    const before = Date.now();
    const outcomes = await ohsome.ofPeople(
      'tag-*',
      Array.from({ length: 40 }, (_, index) => index + 1),
    );
    expect(Date.now() - before).toBeLessThan(3_500);
    expect(outcomes.every(({ problem }) => problem === 'TIMED_OUT' || problem === 'RESTING')).toBe(true);
    expect(outcomes).toHaveLength(40);
    expect(service.asked).toHaveLength(5);
    service.behave = Service.answers;
    const another = new OhsomeNow(settings());
    await Promise.all([another.ofHashtag('tag-1'), another.ofHashtag('tag-1')]);
    expect(service.asked).toHaveLength(6);
  });

  it('is left alone for a while after three failures in a row', async () => {
    let now = 0;
    const ohsome = new OhsomeNow(settings(), () => now);
    const ask = async () => (await ohsome.ofHashtag('tag-1')).problem;
    service.behave = Service.fails;
    expect([await ask(), await ask(), await ask(), await ask()]).toEqual(['FAILED', 'FAILED', 'FAILED', 'RESTING']);
    expect(service.asked).toHaveLength(3);
    now = 31_000;
    expect([await ask(), await ask()]).toEqual(['FAILED', 'RESTING']);
    now = 62_000;
    service.behave = Service.answers;
    expect([await ask(), await ask()]).toEqual([undefined, undefined]);
  });
});

describe('edit statistics', () => {
  let service: Service;
  let server: TestServer;
  let mapper: Awaited<ReturnType<TestServer['person']>>;
  let p: number;
  beforeAll(async () => {
    service = new Service();
    server = await startServer({ OHSOME_STATS_API_URL: await service.start() }, { jobs: false });
    mapper = await server.person('mapper');
    const admin = await server.person('admin', 'ADMIN');
    p = await publishedProject(server, admin.token, { areaOfInterest: boxOfTiles(14, 2, 2), zoom: 14 });
  });
  afterAll(async () => {
    await server?.stop();
    await service?.stop();
  });
  const FIELDS = 'editStatistics { figures { metric value } obtainedAt problem message }';
  const ofPerson = async (token: string | undefined = mapper.token) =>
    (await server.get(`query ($id: ID!) { person(id: $id) { username ${FIELDS} } }`, { id: mapper.id }, token)).person;
  const ofProject = async () =>
    (await server.get(`query ($p: ID!) { project(id: $p) { number ${FIELDS} } }`, { p })).project;

  it('are kept for an hour, and badges read them', async () => {
    const first = await ofPerson();
    expect(first.editStatistics).toMatchObject({ obtainedAt: expect.any(String), problem: null, message: null });
    expect(first.editStatistics.figures).toContainEqual({ metric: 'building', value: 120 });
    expect((await ofPerson()).editStatistics.figures).toEqual(first.editStatistics.figures);
    expect(service.asked).toHaveLength(1);
    const { rows } = await server.database.pool.query('select person_figures($1) as figures', [mapper.id]);
    expect(rows[0].figures).toMatchObject({ building: 120, highway: 34.5, changeset: 0 });
    await ofProject();
    expect((await ofProject()).editStatistics.figures).toContainEqual({ metric: 'changesets', value: 42 });
    expect(service.asked.slice(1).map(({ searchParams }) => searchParams.get('hashtag'))).toEqual([
      `taskgrid-project-${p}`,
    ]);
  });

  it('are for people who are signed in', async () => {
    const { person } = await server.get(`query ($id: ID!) { person(id: $id) { ${FIELDS} } }`, { id: mapper.id });
    expect(person.editStatistics).toBeNull();
  });

  it('of many people are read and written in as many statements as of one', async () => {
    for (let index = 0; index < 8; index++) await server.person(`many-${index}`);
    const statements = async (filter: string) => {
      await server.database.pool.query('delete from person_statistics');
      const before = counter.statements;
      await server.get(`{ people(${filter}) { nodes { ${FIELDS} } } }`, {}, mapper.token);
      return counter.statements - before;
    };
    expect(await statements('filter: { search: "many-1" }')).toBe(await statements('filter: { search: "many" }'));
  });

  it('are those of before while the service does not work, and the page is there all the same', async () => {
    await ofPerson();
    await server.database.pool.query(`update person_statistics set obtained_at = now() - interval '2 hours'`);
    service.behave = Service.fails;
    const person = await ofPerson();
    expect(person).toMatchObject({ username: 'mapper', editStatistics: { problem: 'FAILED' } });
    expect(person.editStatistics.message).toMatch(/Try again later/);
    expect(person.editStatistics.figures).toContainEqual({ metric: 'building', value: 120 });
    await server.database.pool.query('delete from person_statistics');
    expect((await ofPerson()).editStatistics).toMatchObject({ figures: null, obtainedAt: null, problem: 'FAILED' });
    expect((await ofProject()).editStatistics).toMatchObject({ problem: null }); // not an hour ago
  });

  it('are counted for those who were here lately, once a day, until the service does not work', async () => {
    const { database } = server;
    const settings = readSettings({
      DATABASE_URL: server.databaseUrl,
      OHSOME_STATS_API_URL: service.url,
    });
    await database.prisma.personStatistics.deleteMany();
    await database.prisma.person.update({
      where: { id: mapper.id },
      data: { lastSeenAt: new Date(Date.now() - 40 * 86_400_000) },
    });
    const people = (await database.prisma.person.count()) - 1;
    service.behave = Service.answers;
    expect(await refreshEdits({ database, settings })).toEqual({ people, counted: people, problem: null });
    expect(await refreshEdits({ database, settings })).toEqual({ people: 0, counted: 0, problem: null });
    await database.pool.query(`update person_statistics set obtained_at = now() - interval '1 day'`);
    service.behave = Service.fails;
    expect(await refreshEdits({ database, settings })).toEqual({ people, counted: 0, problem: 'FAILED' });
    expect(await database.prisma.personStatistics.count()).toBe(people);
    const unset = readSettings({ DATABASE_URL: server.databaseUrl });
    expect(await refreshEdits({ database, settings: unset })).toMatchObject({ problem: 'NOT_SET_UP' });
  });

  it('say that nobody is asked where it is not set up', async () => {
    const plain = await startServer({}, { jobs: false });
    const one = await plain.person('one');
    const { person } = await plain.get(`query ($id: ID!) { person(id: $id) { ${FIELDS} } }`, { id: one.id }, one.token);
    await plain.stop();
    expect(person.editStatistics).toMatchObject({ figures: null, problem: 'NOT_SET_UP' });
  });
});
