import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tasksOfAProject } from '../../../test/tasksOf.js';
import { boxOfTiles, newOrganisation } from '../../../test/world.js';

const FIGURES = `figures { totalTasks ready mapped validated invalidated badImagery lockedForMapping lockedForValidation
  percentMapped percentValidated percentBadImagery } `;
const NONE = {
  totalTasks: 9,
  ready: 0,
  mapped: 0,
  validated: 0,
  invalidated: 0,
  badImagery: 0,
  lockedForMapping: 0,
  lockedForValidation: 0,
  percentMapped: 0,
  percentValidated: 0,
  percentBadImagery: 0,
};

describe('a project', () => {
  const w = tasksOfAProject();

  describe('says how far its work is', () => {
    const figures = async () => (await w.project(FIGURES)).figures;
    /** The same from the list, which reads many projects at once. */
    const listed = async () => {
      const { projects } = await w.server.get(
        `{ projects(first: 1, orderBy: NEWEST) { nodes { number ${FIGURES} } } }`,
      );
      expect(projects.nodes[0].number).toBe(w.p);
      return projects.nodes[0].figures;
    };
    const endAllLocks = () =>
      w.server.database.pool.query(
        `update task set lock_since = now() - interval '3 hours', lock_expires_at = now() - interval '1 hour' where lock_holder is not null`,
      );

    it('with a task in every state, and locks in force before the state under them', async () => {
      expect(await figures()).toEqual({ ...NONE, ready: 9 });
      for (const n of [1, 2, 3, 4, 5]) await w.map(n, w.mapper);
      await w.map(6, w.mapper, 'BADIMAGERY');
      await w.validate(1, 'VALIDATED');
      await w.validate(2, 'INVALIDATED');
      await w.validate(3, 'INVALIDATED');
      // 1 validated, 2 and 3 sent back, 4 and 5 mapped, 6 without imagery, 7 to 9 ready
      const free = { totalTasks: 9, ready: 3, mapped: 2, validated: 1, invalidated: 2, badImagery: 1 };
      const percent = { percentMapped: 37, percentValidated: 12, percentBadImagery: 11 }; // 3 and 1 of 8, 1 of 9
      expect(await figures()).toEqual({ ...NONE, ...free, ...percent });

      await w.act('lock', { n: 7 }, w.mapper);
      await w.act('lock', { n: 2 }, w.other);
      await w.act('lockMany', { n: [3, 4, 6] }, w.validator);
      const locked = {
        ...free,
        ready: 2,
        invalidated: 0,
        mapped: 1,
        badImagery: 0,
        lockedForMapping: 2,
        lockedForValidation: 3,
      };
      expect(await figures()).toEqual({ ...NONE, ...locked, ...percent });
      expect(await listed()).toEqual({ ...NONE, ...locked, ...percent });

      await endAllLocks();
      expect(await figures()).toEqual({ ...NONE, ...free, ...percent });
      expect(await listed()).toEqual({ ...NONE, ...free, ...percent });
    });

    it('in percent rounded down: all but one of many is not yet all', async () => {
      for (let n = 1; n <= 9; n++) {
        expect((await figures()).percentMapped).toBe(Math.floor((100 * (n - 1)) / 9));
        await w.map(n, w.mapper);
      }
      expect(await figures()).toEqual({ ...NONE, mapped: 9, percentMapped: 100 });
      await w.validate(1, 'VALIDATED');
      expect(await figures()).toMatchObject({ percentMapped: 100, percentValidated: 11 });
    });

    it('also where no task has usable imagery: nothing of nothing is 0', async () => {
      for (let n = 1; n <= 9; n++) await w.map(n, w.mapper, 'BADIMAGERY');
      expect(await figures()).toEqual({ ...NONE, badImagery: 9, percentBadImagery: 100 });
      const { map } = await w.server.get('{ map: projectMap }');
      const pin = map.features.find(({ id }: { id: number }) => id === w.p);
      expect(pin.properties).toMatchObject({ percentMapped: 0, percentValidated: 0 });
    });

    it('the same on its pin of the map', async () => {
      for (const n of [1, 2, 3]) await w.map(n, w.mapper);
      await w.map(4, w.mapper, 'BADIMAGERY');
      await w.validate(1, 'VALIDATED');
      const { percentMapped, percentValidated } = await figures();
      const { map } = await w.server.get('{ map: projectMap }');
      const pin = map.features.find(({ id }: { id: number }) => id === w.p);
      expect(pin.properties).toMatchObject({ percentMapped, percentValidated });
      expect([percentMapped, percentValidated]).toEqual([37, 12]);
    });

    it('of its last change: to a task or to its texts, whichever was later', async () => {
      const lastUpdated = async () => Date.parse((await w.project('lastUpdated')).lastUpdated);
      const first = await lastUpdated();
      await w.map(1, w.mapper);
      const second = await lastUpdated();
      expect(second).toBeGreaterThan(first);
      await w.server.get(
        'mutation ($id: ID!) { updateProjectTexts(input: { projectId: $id, texts: [{ locale: "en", name: "New" }] }) { __typename } }',
        { id: w.p },
        w.admin.token,
      );
      expect(await lastUpdated()).toBeGreaterThan(second);
    });
  });

  describe('speaks the language of who reads it', () => {
    const texts = [
      { locale: 'en', name: 'Delta', shortDescription: 'A river', description: 'Long', instructions: 'Map.' },
      { locale: 'pt', name: 'O delta', shortDescription: 'Um rio' },
      { locale: 'pt_br', name: 'O delta (BR)' },
      { locale: 'zh_Hant', name: '三角洲' },
    ];
    const WRITE = `mutation ($id: ID!, $texts: [ProjectTextInput!]!) { result: updateProjectTexts(input: { projectId: $id, texts: $texts }) {
      __typename ... on Error { message } ... on UpdateProjectTextsPayload { project { texts { locale } } } } }`;
    const write = async (list: object[]) => (await w.server.get(WRITE, { id: w.p, texts: list }, w.admin.token)).result;
    beforeEach(async () => {
      expect((await write(texts)).__typename).toBe('UpdateProjectTextsPayload');
    });
    const read = async (language: string) => {
      const response = await fetch(`${w.server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-language': language },
        body: JSON.stringify({ query: `{ project(id: ${w.p}) { name shortDescription description } }` }),
      });
      const { data } = (await response.json()) as { data: { project: Record<string, string> } };
      return [data.project.name, data.project.shortDescription, data.project.description];
    };

    it.each([
      ['pt-BR', ['O delta (BR)', 'Um rio', 'Long']],
      ['pt-br', ['O delta (BR)', 'Um rio', 'Long']],
      ['pt-PT', ['O delta', 'Um rio', 'Long']],
      ['de, pt', ['O delta', 'Um rio', 'Long']],
      ['en;q=0.5, pt;q=0.9', ['O delta', 'Um rio', 'Long']],
      ['pt;q=0, en', ['Delta', 'A river', 'Long']],
      ['zh-Hant-TW, pt', ['三角洲', 'Um rio', 'Long']],
      ['de', ['Delta', 'A river', 'Long']],
      ['*', ['Delta', 'A river', 'Long']],
      ['', ['Delta', 'A river', 'Long']],
      [';;q=x,,--,pt-', ['Delta', 'A river', 'Long']],
    ])('%s', async (language, expected) => {
      expect(await read(language)).toEqual(expected);
    });

    it('and has each language once, however its country is written', async () => {
      const result = await write([{ locale: 'pt_BR', name: 'Novo' }]);
      expect(result.project.texts.map(({ locale }: { locale: string }) => locale)).toEqual([
        'en',
        'pt',
        'pt_BR',
        'zh_Hant',
      ]);
      expect(await read('pt-BR')).toEqual(['Novo', 'Um rio', 'Long']);
      expect(await write([{ locale: 'fr_CA' }, { locale: 'fr_ca' }])).toMatchObject({
        __typename: 'InvalidInput',
        message: 'Name each language once.',
      });
    });

    it('in any language when its own has no text', async () => {
      await w.server.database.pool.query(`update project_text set name = '' where project_id = $1 and locale <> 'pt'`, [
        w.p,
      ]);
      expect((await read('de'))[0]).toBe('O delta');
    });
  });

  describe('is asked for by anything', () => {
    it('and is null where it is none', async () => {
      for (const id of ['0', '-1', '999999', '99999999999999999999', '1.5', 'x', '', '\0', 'VGFzazox', "1' or 1=1"])
        expect((await w.server.get('query ($id: ID!) { project(id: $id) { id } }', { id })).project, id).toBeNull();
    });

    it('and changes of what there is not are answered so', async () => {
      for (const mutation of ['publishProject', 'archiveProject']) {
        const { result } = await w.server.get(
          `mutation { result: ${mutation}(input: { projectId: "999999" }) { __typename ... on Error { code message } } }`,
          {},
          w.admin.token,
        );
        expect(result).toEqual({
          __typename: 'NotFound',
          code: 'PROJECT_NOT_FOUND',
          message: expect.stringMatching(/\.$/),
        });
      }
    });
  });

  describe('is made', () => {
    let organisationId: string;
    beforeAll(async () => {
      organisationId = await newOrganisation(w.server, w.admin.token);
    });
    const create = (input: object) =>
      w.server.ask(
        `mutation ($input: CreateProjectInput!) { result: createProject(input: $input) { __typename
          ... on Error { message code } ... on InvalidInput { issues { path } } ... on CreateProjectPayload { project { name dueDate } } } }`,
        { input: { organisationId, name: 'A project', areaOfInterest: boxOfTiles(14, 1, 1), ...input } },
        w.admin.token,
      );

    it.each(['soon', '2026-13-45', '06/05/2026', '', 7, '2026-05-06T99:00Z'])('not until %j', async (dueDate) => {
      const { errors } = await create({ dueDate });
      expect(errors?.[0]?.message).toMatch(/ISO 8601/);
    });
    it('until a day of this time', async () => {
      expect((await create({ dueDate: '1970-01-01' })).data.result).toMatchObject({
        __typename: 'InvalidInput',
        issues: [{ path: ['dueDate'] }],
      });
      expect((await create({ dueDate: '2030-05-06' })).data.result.project.dueDate).toBe('2030-05-06T00:00:00.000Z');
      expect((await create({ dueDate: '9999-12-31T23:59:59Z' })).data.result.__typename).toBe('CreateProjectPayload');
    });
    it('for an organisation that there is', async () => {
      for (const id of ['999999', 'nonsense', '', 'UHJvamVjdDox'])
        expect((await create({ organisationId: id })).data.result).toMatchObject({
          __typename: 'NotFound',
          code: 'ORGANISATION_NOT_FOUND',
        });
    });
    it('with texts of every script, without half characters', async () => {
      expect((await create({ name: '\u202e🏔️ भवन' })).data.result.project.name).toBe('\u202e🏔️ भवन');
      expect((await create({ name: 'half \ud83d' })).data.result).toMatchObject({
        __typename: 'InvalidInput',
        issues: [{ path: ['name'] }],
      });
    });
  });
});
