import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v2 } from '../../../test/rest.js';
import { startServer, type TestServer } from '../../../test/server.js';
import { boxOfTiles, publishedProject } from '../../../test/world.js';

const ERRORS = `__typename ... on Error { message code } ... on InvalidInput { issues { path message } }`;
const WRITE = `mutation ($id: ID!, $texts: [ProjectTextInput!]!) { result: updateProjectTexts(input: { projectId: $id, texts: $texts }) {
  ${ERRORS} ... on UpdateProjectTextsPayload { project { texts { locale name shortDescription instructions } lastUpdated } } } }`;
const PUBLISH = `mutation ($id: ID!) { result: publishProject(input: { projectId: $id }) { ${ERRORS} ... on PublishProjectPayload { project { status } } } }`;
const ARCHIVE = `mutation ($id: ID!) { result: archiveProject(input: { projectId: $id }) {
  __typename ... on Error { message code } ... on ArchiveProjectPayload { project { status } } } }`;

describe('the texts of a project', () => {
  let server: TestServer;
  let token: string;
  let p: number;
  beforeAll(async () => {
    server = await startServer({}, { jobs: false });
    token = (await server.person('admin', 'ADMIN')).token;
    p = await publishedProject(server, token, { areaOfInterest: boxOfTiles(14, 2, 2), zoom: 14 });
  });
  afterAll(() => server?.stop());
  const send = async (mutation: string, texts?: object[]) =>
    (await server.get(mutation, { id: p, texts }, token)).result;

  it('change where they are sent, in each language apart, and fall back alone', async () => {
    const before = await send(WRITE, [{ locale: 'en', name: 'Delta', shortDescription: 'Old', instructions: 'Map.' }]);
    const { project } = await send(WRITE, [
      { locale: 'en', shortDescription: 'New' },
      { locale: 'fr', name: 'Le delta' },
    ]);
    expect(project.texts).toEqual([
      { locale: 'en', name: 'Delta', shortDescription: 'New', instructions: 'Map.' },
      { locale: 'fr', name: 'Le delta', shortDescription: '', instructions: '' },
    ]);
    expect(Date.parse(project.lastUpdated)).toBeGreaterThan(Date.parse(before.project.lastUpdated));
    const read = async (locale?: string, language?: string) => {
      const response = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(language && { 'accept-language': language }) },
        body: JSON.stringify({
          query: 'query ($id: ID!, $l: String) { project(id: $id) { name(locale: $l) shortDescription(locale: $l) } }',
          variables: { id: p, l: locale },
        }),
      });
      return ((await response.json()) as { data: { project: unknown } }).data.project;
    };
    const french = { name: 'Le delta', shortDescription: 'New' };
    const english = { name: 'Delta', shortDescription: 'New' };
    expect(await read('fr')).toEqual(french);
    expect(await read('fr_CA')).toEqual(french);
    expect(await read(undefined, 'de, fr-CH;q=0.8')).toEqual(french);
    expect(await read('en', 'fr')).toEqual(english);
    for (const locale of ['de', undefined]) expect(await read(locale)).toEqual(english);
  });

  it('are short descriptions without tags where words are wanted, though an original kept them as HTML, and v2 still gives that', async () => {
    const html = '<p>Roads &amp; <em>rivers</em>.</p>';
    await send(WRITE, [{ locale: 'en', shortDescription: html }]);
    const { project } = await server.get(
      'query ($id: ID!) { project(id: $id) { shortDescription shortDescriptionHtml texts { shortDescription shortDescriptionHtml } } }',
      { id: p },
      token,
    );
    const read = { shortDescription: 'Roads & rivers.', shortDescriptionHtml: html };
    expect(project).toMatchObject({ ...read, texts: expect.arrayContaining([read]) });
    const { body } = await v2(server, `/projects/${p}/`);
    expect(body.projectInfo.shortDescription).toBe(html);
    await send(WRITE, [{ locale: 'en', shortDescription: 'New' }]);
  });

  it('sent at the same time for different parts are all kept', async () => {
    const parts = ['name', 'shortDescription', 'description', 'instructions', 'perTaskInstructions'];
    await Promise.all(parts.map((part) => send(WRITE, [{ locale: 'sw', [part]: `new ${part}` }])));
    const row = await server.database.prisma.projectText.findFirst({ where: { projectId: p, locale: 'sw' } });
    expect(row).toMatchObject(Object.fromEntries(parts.map((part) => [part, `new ${part}`])));
  });

  it('are bounded, and the answer says which is wrong', async () => {
    for (const [texts, path] of [
      [[], ['texts']],
      [[{ locale: 'english', name: 'x' }], ['texts', '0', 'locale']],
      [[{ locale: 'en', name: 'x'.repeat(513) }], ['texts', '0', 'name']],
      [
        [{ locale: 'fr' }, { locale: 'en', description: 'x'.repeat(100_001) }],
        ['texts', '1', 'description'],
      ],
      [[{ locale: 'en', name: 'a\0' }], ['texts', '0', 'name']],
      [[{ locale: 'en' }, { locale: 'en' }], ['texts']],
    ] as [object[], string[]][])
      expect(await send(WRITE, texts), path.join()).toMatchObject({ __typename: 'InvalidInput', issues: [{ path }] });
  });

  it('that a project needs must be there to publish it, and stay while it is published', async () => {
    expect((await send(ARCHIVE)).project.status).toBe('ARCHIVED');
    await send(WRITE, [{ locale: 'en', shortDescription: '', instructions: '  ' }]);
    const missing = [{ path: ['texts', 'en', 'shortDescription'] }, { path: ['texts', 'en', 'instructions'] }];
    expect(await send(PUBLISH)).toMatchObject({ __typename: 'InvalidInput', issues: missing });
    await send(WRITE, [{ locale: 'en', shortDescription: 'Short', instructions: 'Map.' }]);
    expect((await send(PUBLISH)).project.status).toBe('PUBLISHED');
    expect(await send(WRITE, [{ locale: 'en', instructions: ' ' }])).toMatchObject({
      __typename: 'InvalidInput',
      issues: [{ path: ['texts', 'en', 'instructions'] }],
    });
    expect((await send(WRITE, [{ locale: 'fr', instructions: '' }])).__typename).toBe('UpdateProjectTextsPayload');
  });
});
