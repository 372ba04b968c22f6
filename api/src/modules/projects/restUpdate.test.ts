import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { v2 } from '../../../test/rest.js';
import { startServer, type TestServer } from '../../../test/server.js';
import { boxOfTiles, newOrganisation, publishedProject } from '../../../test/world.js';

type Person = Awaited<ReturnType<TestServer['person']>>;
let server: TestServer;
let admin: Person;
let manager: Person;
let mapper: Person;
let organisationId: string;
let p: number;
const ids: Record<'license' | 'team' | 'campaign' | 'interest' | 'others', number> = {} as never;
const areaOfInterest = boxOfTiles(14, 2, 2);

beforeAll(async () => {
  server = await startServer({}, { jobs: false });
  admin = await server.person('ada', 'ADMIN');
  manager = await server.person('mia');
  mapper = await server.person('max');
  organisationId = await newOrganisation(server, admin.token);
  const { prisma } = server.database;
  await prisma.organisationManager.create({ data: { organisationId: Number(organisationId), personId: manager.id } });
  ids.others = Number(await newOrganisation(server, admin.token));
  ids.license = (await prisma.license.create({ data: { name: 'L' } })).id;
  ids.team = (await prisma.team.create({ data: { name: 'T', organisationId: Number(organisationId) } })).id;
  ids.campaign = (await prisma.campaign.create({ data: { name: 'C' } })).id;
  ids.interest = (await prisma.interest.create({ data: { name: 'I' } })).id;
});
afterAll(() => server?.stop());
beforeEach(async () => {
  p = await publishedProject(server, admin.token, {
    areaOfInterest,
    zoom: 14,
    organisationId,
    instructions: 'Map **all**',
  });
});

const info = (locale: string, name: string, more: object = {}) => ({
  locale,
  name,
  shortDescription: 'Short',
  description: 'Long',
  instructions: 'How',
  perTaskInstructions: '',
  ...more,
});
/** The least that the original takes. */
const least = (more: object = {}) => ({
  status: 'DRAFT',
  projectPriority: 'MEDIUM',
  defaultLocale: 'en',
  projectInfoLocales: [info('en', 'Hills')],
  difficulty: 'EASY',
  mappingPermission: 'ANY',
  mappingPermissionLevelId: 1,
  validationPermission: 'ANY',
  validationPermissionLevelId: 2,
  private: false,
  taskCreationMode: 'GRID',
  mappingEditors: ['ID'],
  validationEditors: ['ID'],
  ...more,
});
const update = (body: unknown, person: Person | undefined = manager, id = p) =>
  v2(server, `/projects/${id}/`, { method: 'PATCH', token: person?.token, body });
const view = async () => (await v2(server, `/projects/${p}/queries/notasks/`, { token: admin.token })).body;
const done = { status: 200, body: { Status: 'Updated' } };
const refusal = (status: number, SubCode: string) => ({ status, body: { SubCode } });
const missing = (what: string, details: object) => ({
  status: 404,
  body: { error: { sub_code: `${what}_NOT_FOUND`, details } },
});

describe('a project changed over v2', () => {
  it('is as the body says, on every tab', async () => {
    const polygon = boxOfTiles(14, 1, 1);
    const body = least({
      status: 'published',
      projectPriority: 'HIGH',
      mappingTypes: ['ROADS', 'land_use'],
      enforceRandomTaskSelection: true,
      rapidPowerUser: true,
      changesetComment: '#hills',
      osmchaFilterId: 'https://osmcha.org/?aoi=2e1a31ab-1b4c',
      imagery: 'Bing',
      josmPreset: 'https://presets.example.org/a.xml',
      idPresets: ['building/house'],
      extraIdParams: 'a=b',
      dueDate: '2031-05-01T00:00:00Z',
      organisation: Number(organisationId),
      countryTag: ['Utopia'],
      licenseId: ids.license,
      campaigns: [{ id: ids.campaign, name: 'C' }],
      interests: [{ id: ids.interest }],
      teams: [
        { teamId: ids.team, role: 'MAPPER', name: 'T' },
        { teamId: ids.team, role: 'validator' },
      ],
      private: true,
      allowedUsernames: ['max'],
      priorityAreas: [polygon, polygon],
      customEditor: { name: 'Pencil', description: null, url: 'https://pencil.example.org/#' },
      projectInfoLocales: [info('en', 'Hills'), { locale: 'pt_BR', name: 'Colinas' }],
      // Read only, or of another project: passed over.
      projectId: 999,
      author: 'max',
      created: 'x',
      areaOfInterest: null,
    });
    expect(await update(body)).toMatchObject(done);
    expect(await view()).toMatchObject({
      projectId: p,
      author: 'ada',
      status: 'PUBLISHED',
      projectPriority: 'HIGH',
      difficulty: 'EASY',
      mappingTypes: ['ROADS', 'LAND_USE'],
      enforceRandomTaskSelection: true,
      rapidPowerUser: true,
      changesetComment: '#hills',
      osmchaFilterId: '2e1a31ab-1b4c',
      imagery: 'Bing',
      idPresets: ['building/house'],
      dueDate: '2031-05-01T00:00:00Z',
      countryTag: ['Utopia'],
      licenseId: ids.license,
      campaigns: [{ id: ids.campaign }],
      interests: [{ id: ids.interest }],
      teams: [
        { teamId: ids.team, role: 'MAPPER' },
        { teamId: ids.team, role: 'VALIDATOR' },
      ],
      allowedUsernames: ['max'],
      priorityAreas: [{ type: 'Polygon' }, { type: 'Polygon' }],
      customEditor: { name: 'Pencil', description: null },
      projectInfoLocales: [
        { locale: 'en', name: 'Hills', instructions: '<p>How</p>' },
        { locale: 'pt_BR', name: 'Colinas', instructions: '' },
      ],
    });

    // What is left out goes back to how it begins; languages stay.
    expect(await update(least({ private: true }))).toMatchObject(done);
    expect(await view()).toMatchObject({
      status: 'DRAFT',
      mappingTypes: [],
      enforceRandomTaskSelection: false,
      imagery: null,
      dueDate: null,
      licenseId: null,
      campaigns: [],
      interests: [],
      teams: [],
      priorityAreas: null,
      customEditor: null,
      countryTag: [],
      allowedUsernames: ['max'],
      changesetComment: expect.stringMatching(new RegExp(`-${p}$`)),
      projectInfoLocales: [{ locale: 'en' }, { locale: 'pt_BR', name: 'Colinas' }],
    });
  });

  it('keeps the Markdown of texts that come back as the HTML that was given for them', async () => {
    const { projectInfoLocales } = await view();
    expect(projectInfoLocales[0].instructions).toBe('<p>Map <strong>all</strong></p>');
    const changed = { ...projectInfoLocales[0], description: '<p>New <em>words</em></p>' };
    expect(await update(least({ projectInfoLocales: [changed] }))).toMatchObject(done);
    const { prisma } = server.database;
    expect(await prisma.projectText.findMany({ where: { projectId: p } })).toMatchObject([
      { instructions: 'Map **all**', description: '<p>New <em>words</em></p>' },
    ]);
    expect((await view()).projectInfoLocales).toEqual([changed]);
  });

  it('has a text in its own language, if only an empty one', async () => {
    expect(await update(least({ defaultLocale: 'fr', projectInfoLocales: [] }))).toMatchObject(done);
    expect((await view()).projectInfoLocales.map((each: { locale: string }) => each.locale)).toEqual(['fr', 'en']);
  });

  it('is published only with its texts', async () => {
    const publish = (projectInfoLocales: unknown[]) => update(least({ status: 'PUBLISHED', projectInfoLocales }));
    expect(await publish([info('fr', 'Collines')])).toMatchObject(refusal(403, 'InfoForLocaleRequired'));
    for (const key of ['name', 'shortDescription', 'description', 'instructions'])
      expect(await publish([info('en', 'Hills', { [key]: '' })])).toMatchObject(
        refusal(403, 'MissingRequiredAttribute'),
      );
    expect(await publish([info('en', 'Hills', { perTaskInstructions: null })])).toMatchObject(done);
    expect(await update(least({ status: 'ARCHIVED', projectInfoLocales: [] }))).toMatchObject(done);
    expect((await view()).status).toBe('ARCHIVED');
  });

  it('is changed by those who manage it, who are told first what they may not', async () => {
    expect((await v2(server, `/projects/${p}/`, { method: 'PATCH', body: least() })).status).toBe(403);
    for (const body of [least(), {}, null])
      expect(await update(body, mapper)).toMatchObject(refusal(403, 'UserPermissionError'));
    expect(await update(least(), admin, 999)).toMatchObject(missing('PROJECT', { project_id: 999 }));
    expect(await update(least({ organisation: ids.others }), manager)).toMatchObject(
      refusal(403, 'UserPermissionError'),
    );
    expect(await update(least({ organisation: ids.others }), admin)).toMatchObject(done);
  });

  it('names what there is not', async () => {
    expect(await update(least({ licenseId: 999 }))).toMatchObject(refusal(403, 'RequireLicenseId'));
    expect(await update(least({ teams: [{ teamId: 999, role: 'MAPPER' }] }))).toMatchObject(
      missing('TEAM', { team_id: 999 }),
    );
    expect(await update(least({ campaigns: [{ id: 999 }] }))).toMatchObject(missing('CAMPAIGN', { campaign_id: 999 }));
    expect(await update(least({ interests: [{ id: 999 }] }))).toMatchObject(missing('INTEREST', { interest_id: 999 }));
    expect(await update(least({ organisation: 999 }), admin)).toMatchObject(
      missing('ORGANISATION', { organisation_id: 999 }),
    );
    expect(await update(least({ mappingPermissionLevelId: 999 }))).toMatchObject({ status: 404 });
    expect(await update(least({ private: true, allowedUsernames: ['nobody'] }))).toMatchObject(
      missing('USER', { username: 'nobody' }),
    );
  });

  it.each([
    ['status', 'OPEN'],
    ['projectPriority', ''],
    ['difficulty', 'ALL'],
    ['taskCreationMode', 'HEXAGONS'],
    ['mappingPermission', 'LEVEL'],
    ['validationPermission', 'x'],
    ['mappingEditors', ['VI']],
    ['mappingTypes', ['TREES']],
    ['teams', [{ teamId: 1, role: 'KING' }]],
  ])('an unknown name in %s is a 400 that lists those that there are', async (key, value) => {
    expect(await update(least({ [key]: value }))).toMatchObject({
      status: 400,
      body: {
        error: {
          code: 400,
          sub_code: 'UNKNOWN_ERROR',
          message: expect.stringContaining('Valid values are'),
          details: {},
        },
      },
    });
  });

  it('is told of what does not fit', async () => {
    for (const key of Object.keys(least())) {
      const answer = await update(least({ [key]: undefined }));
      expect([key, answer.status, answer.body.detail?.[0]?.loc]).toEqual([key, 422, ['body', key]]);
    }
    for (const body of [
      null,
      [],
      '"x"',
      least({ private: 'maybe' }),
      least({ dueDate: 'soon' }),
      least({ mappingEditors: 'ID' }),
      least({ campaigns: [7] }),
      least({ organisation: 1e12 }),
      least({ imagery: 'a\0b' }),
    ])
      expect((await update(body)).status).toBe(422);
    for (const more of [
      { mappingEditors: [] },
      { defaultLocale: 'English' },
      { osmchaFilterId: 'what?' },
      { dueDate: '1066-10-14' },
      { customEditor: { name: 'x', url: 'javascript:alert(1)' } },
      { projectInfoLocales: [info('en', 'A'), info('en', 'B')] },
    ])
      expect(await update(least(more))).toMatchObject(refusal(400, 'InvalidData'));
    const bowTie = [
      [0, 0],
      [0.01, 0.01],
      [0.01, 0],
      [0, 0.01],
      [0, 0],
    ];
    for (const priorityAreas of [
      [7],
      [{ type: 'Point', coordinates: [0, 0] }],
      [{ type: 'Polygon' }],
      [{ type: 'Polygon', coordinates: [bowTie] }],
    ])
      expect(await update(least({ priorityAreas }))).toMatchObject({
        status: 400,
        body: { 'Invalid GeoJson': expect.any(String) },
      });
    expect(await update('{"status":')).toMatchObject({ status: 422 });
  });

  it('loses no work that goes on meanwhile', async () => {
    await server.database.pool.query('update project_progress set tasks_mapped = 1 where project_id = $1', [p]);
    expect(await update(least())).toMatchObject(done);
    expect(await server.database.prisma.projectProgress.findUnique({ where: { projectId: p } })).toMatchObject({
      tasksMapped: 1,
    });
  });
});
