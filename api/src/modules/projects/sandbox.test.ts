import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../../test/server.js';
import { boxOfTiles, newOrganisation } from '../../../test/world.js';
import { readSettings } from '../../settings.js';

const URL = 'https://{database}.sandbox.example';
const FIELDS = 'number sandbox database priority mappingEditors validationEditors idEditorUrl';
const LOW = {
  sandbox: true,
  database: 'playground',
  priority: 'LOW',
  mappingEditors: ['ID'],
  validationEditors: ['ID'],
};

describe('a project for trying out', () => {
  let server: TestServer;
  let token: string;
  let organisationId: string;
  beforeAll(async () => {
    server = await startServer({ TM_SANDBOX_DB: 'playground, second', SANDBOX_URL: URL }, { jobs: false });
    token = (await server.person('admin', 'ADMIN')).token;
    organisationId = await newOrganisation(server, token);
  });
  afterAll(() => server?.stop());

  const send = async (name: 'createProject' | 'cloneProject' | 'updateProject', input: object, on = server) => {
    const type = name.charAt(0).toUpperCase() + name.slice(1);
    const { result } = await on.get(
      `mutation ($input: ${type}Input!) { result: ${name}(input: $input) { __typename ... on Error { code message }
        ... on InvalidInput { issues { path message } } ... on ${type}Payload { project { ${FIELDS} } } } }`,
      { input },
      token,
    );
    return result;
  };
  const area = { areaOfInterest: boxOfTiles(14, 1, 2), zoom: 14 };
  const create = (input: object) => send('createProject', { name: 'Try', organisationId, ...area, ...input });

  it('is created for a database of its own: never urgent, and only for iD, which opens on its server', async () => {
    const { project } = await create({ database: 'playground', priority: 'URGENT' });
    expect(project).toMatchObject({ ...LOW, idEditorUrl: 'https://playground.sandbox.example/edit?editor=id' });
    expect((await create({ sandbox: true, database: 'second' })).project.database).toBe('second');
    expect((await create({ sandbox: true })).project).toMatchObject(LOW);
    const changed = await send('updateProject', {
      projectId: project.number,
      priority: 'HIGH',
      mappingEditors: ['JOSM'],
    });
    expect(changed.project).toMatchObject(LOW);
    const { instance } = await server.get('{ instance { sandboxes idEditorUrl } }');
    expect(instance.sandboxes).toEqual(['playground', 'second']);

    for (const input of [{}, { database: 'OSM' }, { database: '', sandbox: false }]) {
      const open = (await create({ ...input, priority: 'URGENT' })).project;
      expect(open).toMatchObject({ sandbox: false, database: 'OSM', priority: 'URGENT' });
      expect(open.mappingEditors).toContain('JOSM');
      expect(open.idEditorUrl).toBe(instance.idEditorUrl);
    }
  });

  it('is found by where its edits go', async () => {
    const found = async (filter: object) =>
      (
        await server.get(
          'query ($filter: ProjectFilter!) { projects(filter: $filter) { totalCount } }',
          { filter: { statuses: ['DRAFT'], ...filter } },
          token,
        )
      ).projects.totalCount;
    expect(await found({ database: 'second' })).toBe(1);
    expect(await found({ sandbox: true })).toBe(3);
    expect(await found({ database: 'OSM' })).toBe(3);
  });

  it('is no other than one that there is, said without contradiction', async () => {
    for (const input of [
      { database: 'elsewhere' },
      { database: 'elsewhere', sandbox: true },
      { database: 'OSM', sandbox: true },
      { database: 'playground', sandbox: false },
      { database: 'osm' },
    ])
      expect(await create(input), JSON.stringify(input)).toMatchObject({
        code: 'INVALID_INPUT',
        issues: [{ path: ['database'], message: expect.stringMatching(/\.$/) }],
      });
    expect((await create({ database: 'a\0b' })).code).toBe('INVALID_INPUT');
  });

  it('is cloned into OSM unless a sandbox is asked for again, and the other way round', async () => {
    const sandbox = (await create({ database: 'playground' })).project.number;
    const open = (await create({ priority: 'URGENT' })).project.number;
    const clone = async (projectId: number, input: object) =>
      (await send('cloneProject', { projectId, ...area, ...input })).project;
    expect(await clone(sandbox, {})).toMatchObject({ sandbox: false, database: 'OSM', priority: 'LOW' });
    expect(await clone(sandbox, { sandbox: true })).toMatchObject(LOW);
    expect(await clone(open, { database: 'playground' })).toMatchObject(LOW);
    expect(await clone(open, {})).toMatchObject({ sandbox: false, database: 'OSM', priority: 'URGENT' });
    expect(await send('cloneProject', { projectId: open, ...area, database: 'gone' })).toMatchObject({
      code: 'INVALID_INPUT',
    });
  });

  it('opens nowhere when its server is not known here: its edits must not reach OSM', async () => {
    const { number } = (await create({})).project;
    await server.database.prisma.project.update({ where: { id: number }, data: { sandbox: true } });
    const { project } = await server.get(`{ project(id: ${number}) { idEditorUrl } }`, {}, token);
    expect(project.idEditorUrl).toBeNull();
  });
});

describe('the settings of sandboxes', () => {
  it('name databases and where they are, or none', () => {
    expect(readSettings({}).sandboxes).toEqual({ names: [], url: undefined });
    expect(readSettings({ TM_SANDBOX_DB: 'a,b', SANDBOX_URL: `${URL}/` }).sandboxes).toEqual({
      names: ['a', 'b'],
      url: URL,
    });
    for (const env of [
      { TM_SANDBOX_DB: 'OSM', SANDBOX_URL: URL },
      { TM_SANDBOX_DB: 'a b', SANDBOX_URL: URL },
      { TM_SANDBOX_DB: 'a' },
      { TM_SANDBOX_DB: 'a', SANDBOX_URL: 'sandbox' },
    ])
      expect(() => readSettings(env), JSON.stringify(env)).toThrow(/SANDBOX/);
  });
});
