import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tasksOfAProject, type Person } from '../../../test/tasksOf.js';
import { newOrganisation } from '../../../test/world.js';

const SETTINGS = `status priority difficulty defaultLocale mappingTypes mappingEditors validationEditors mappingPermission validationPermission
  mappingLevel { number } validationLevel { number } enforceRandomTaskSelection enforceAssignment private license { number name } imagery
  changesetComment dueDate interests { number name } campaigns { number name } priorityAreas customEditor { name description url }
  osmchaFilterId idPresets josmPreset extraIdParams rapidPowerUser organisation { number } allowedPeople { username level { number } } sandbox database featured`;

describe('updateProject', () => {
  const w = tasksOfAProject();
  let square: { type: string; coordinates: number[][][] };

  beforeAll(async () => {
    const { prisma } = w.server.database;
    await prisma.license.create({ data: { id: 1, name: 'Imagery terms' } });
    await prisma.campaign.createMany({ data: [1, 2, 3].map((id) => ({ id, name: `Campaign ${id}` })) });
    await prisma.interest.createMany({ data: [1, 2, 3].map((id) => ({ id, name: `Interest ${id}` })) });
  });
  beforeEach(async () => {
    const [west, south] = (await w.project('bbox')).bbox;
    const [east, north] = [west + 0.005, south + 0.005];
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
    square = { type: 'Polygon', coordinates: [ring] };
  });

  const update = async (settings: object, who: Person | undefined = w.admin) =>
    (
      await w.server.get(
        `mutation ($input: UpdateProjectInput!) { result: updateProject(input: $input) { __typename
          ... on Error { message code } ... on NotPermitted { reason } ... on InvalidInput { issues { path message } }
          ... on InvalidGeometry { reason } ... on ChangedMeanwhile { changedAt project { settingsChanged priority } }
          ... on UpdateProjectPayload { project { ${SETTINGS} settingsChanged } } } }`,
        { input: { projectId: w.p, ...settings } },
        who?.token,
      )
    ).result;
  const read = () => w.project(SETTINGS, w.admin);

  /** Each setting as it is sent, and as it is read. */
  const CHANGES: [sent: () => object, read: () => object][] = [
    [() => ({ priority: 'URGENT' }), () => ({ priority: 'URGENT' })],
    [() => ({ difficulty: 'EASY' }), () => ({ difficulty: 'EASY' })],
    [() => ({ mappingTypes: ['ROADS', 'OTHER', 'ROADS'] }), () => ({ mappingTypes: ['ROADS', 'OTHER'] })],
    [() => ({ mappingEditors: ['JOSM'] }), () => ({ mappingEditors: ['JOSM'] })],
    [() => ({ validationEditors: ['CUSTOM', 'ID'] }), () => ({ validationEditors: ['CUSTOM', 'ID'] })],
    [() => ({ mappingPermission: 'TEAMS' }), () => ({ mappingPermission: 'TEAMS' })],
    [() => ({ validationPermission: 'TEAMS' }), () => ({ validationPermission: 'TEAMS' })],
    [() => ({ mappingLevelId: 3 }), () => ({ mappingLevel: { number: 3 } })],
    [() => ({ validationLevelId: '1' }), () => ({ validationLevel: { number: 1 } })],
    [() => ({ enforceRandomTaskSelection: true }), () => ({ enforceRandomTaskSelection: true })],
    [() => ({ enforceAssignment: true }), () => ({ enforceAssignment: true })],
    [() => ({ private: true }), () => ({ private: true })],
    [() => ({ licenseId: 1 }), () => ({ license: { number: 1, name: 'Imagery terms' } })],
    [() => ({ imagery: ' Bing ' }), () => ({ imagery: 'Bing' })],
    [() => ({ changesetComment: '#flood' }), () => ({ changesetComment: '#flood' })],
    [() => ({ dueDate: '2027-01-31T00:00:00Z' }), () => ({ dueDate: '2027-01-31T00:00:00.000Z' })],
    [
      () => ({ interestIds: [3, 1] }),
      () => ({ interests: [1, 3].map((number) => ({ number, name: `Interest ${number}` })) }),
    ],
    [() => ({ campaignIds: [2] }), () => ({ campaigns: [{ number: 2, name: 'Campaign 2' }] })],
    [() => ({ osmchaFilterId: 'https://osmcha.org/?aoi=ab-12&x=1' }), () => ({ osmchaFilterId: 'ab-12' })],
    [() => ({ idPresets: ['building', 'highway/path'] }), () => ({ idPresets: ['building', 'highway/path'] })],
    [() => ({ josmPreset: '<presets/>' }), () => ({ josmPreset: '<presets/>' })],
    [() => ({ extraIdParams: 'offset=1,2' }), () => ({ extraIdParams: 'offset=1,2' })],
    [() => ({ rapidPowerUser: true }), () => ({ rapidPowerUser: true })],
    [() => ({ defaultLocale: 'pt_br' }), () => ({ defaultLocale: 'pt_BR' })],
    [
      () => ({ allowedUsernames: ['other', 'mapper', 'other'] }),
      () => ({ allowedPeople: ['mapper', 'other'].map((username) => ({ username, level: { number: 1 } })) }),
    ],
    [
      () => ({ customEditor: { name: 'Ours', url: 'https://edit.example.org/' } }),
      () => ({ customEditor: { name: 'Ours', description: null, url: 'https://edit.example.org/' } }),
    ],
  ];

  it('changes what is sent, and nothing else', async () => {
    await w.server.database.prisma.project.update({ where: { id: w.p }, data: { status: 'DRAFT' } });
    let now = await read();
    for (const [sent, expected] of CHANGES) {
      const { project } = await update(sent());
      delete project.settingsChanged;
      expect(project, JSON.stringify(sent())).toEqual({ ...now, ...expected() });
      now = project;
    }
    expect(await read()).toEqual(now);
    const { project } = await update({});
    expect(project).toMatchObject(now);
    // Null takes away what can be missing, and says nothing of the rest.
    const all = Object.fromEntries(CHANGES.flatMap(([sent]) => Object.keys(sent())).map((key) => [key, null]));
    const { project: bare } = await update(all);
    expect(bare).toMatchObject({
      ...now,
      license: null,
      imagery: null,
      dueDate: null,
      osmchaFilterId: null,
      josmPreset: null,
      extraIdParams: null,
      customEditor: null,
      changesetComment: expect.stringMatching(new RegExp(`-${w.p}$`)),
    });
  });

  it('changes many at once, and lists as a whole', async () => {
    await update({ campaignIds: [1, 2], interestIds: [1], allowedUsernames: ['mapper'] });
    const { project } = await update({ campaignIds: [2, 3], interestIds: [], allowedUsernames: [], priority: 'LOW' });
    expect(project.campaigns.map(({ number }: { number: number }) => number)).toEqual([2, 3]);
    expect(project).toMatchObject({ interests: [], allowedPeople: [], priority: 'LOW' });
  });

  it('changes all or nothing', async () => {
    const before = await read();
    for (const wrong of [
      { campaignIds: [1, 99] },
      { interestIds: [99] },
      { licenseId: 99 },
      { mappingLevelId: 99 },
      { validationLevelId: 'x' },
      { organisationId: 99 },
    ]) {
      const { __typename, message } = await update({ priority: 'URGENT', private: true, ...wrong });
      expect({ __typename, message }, JSON.stringify(wrong)).toEqual({
        __typename: 'NotFound',
        message: expect.stringMatching(/ (not there|no such) /),
      });
      expect(await read()).toEqual(before);
    }
  });

  it.each([
    [{ mappingEditors: [] }, 'mappingEditors'],
    [{ imagery: 'a\0b' }, 'imagery'],
    [{ changesetComment: 'x'.repeat(1001) }, 'changesetComment'],
    [{ osmchaFilterId: 'two words' }, 'osmchaFilterId'],
    [{ idPresets: [''] }, 'idPresets'],
    [{ customEditor: { name: '', url: 'https://x.org' } }, 'customEditor'],
    [{ customEditor: { name: 'X', url: 'javascript:alert(1)' } }, 'customEditor'],
    [{ dueDate: '0001-01-01' }, 'dueDate'],
    [{ dueDate: '9999-12-31T23:00:00-05:00' }, 'dueDate'],
    [{ defaultLocale: 'english' }, 'defaultLocale'],
    [{ defaultLocale: 'fr' }, 'texts'], // published, and without these texts
    [{ allowedUsernames: ['mapper', 'nobody'] }, 'allowedUsernames'],
    [{ campaignIds: Array.from({ length: 201 }, (_, index) => String(index + 1)) }, 'campaignIds'],
  ])('refuses %j', async (settings, field) => {
    const before = await read();
    const { __typename, issues } = await update({ priority: 'URGENT', ...settings });
    expect(__typename).toBe('InvalidInput');
    expect(issues[0].path[0]).toBe(field);
    expect(issues[0].message).toMatch(/\.$/);
    expect(await read()).toEqual(before);
  });

  it('of areas to map first: in the area, replaced, taken away', async () => {
    expect((await update({ priorityAreas: square })).project.priorityAreas.coordinates).toHaveLength(1);
    expect((await update({ priority: 'HIGH' })).project.priorityAreas.coordinates).toHaveLength(1);
    const far = { ...square, coordinates: [square.coordinates[0]!.map(([x, y]) => [x! + 20, y!])] };
    expect(await update({ priorityAreas: far })).toMatchObject({ __typename: 'InvalidGeometry', reason: 'OUTSIDE' });
    expect(await update({ priorityAreas: { type: 'Point', coordinates: [0, 0] } })).toMatchObject({
      __typename: 'InvalidGeometry',
    });
    expect((await read()).priorityAreas.coordinates).toHaveLength(1);
    expect((await update({ priorityAreas: null })).project.priorityAreas.coordinates).toEqual([]);
    await update({ priorityAreas: square });
    const none = { type: 'FeatureCollection', features: [] };
    expect((await update({ priorityAreas: none })).project.priorityAreas.coordinates).toEqual([]);
  });

  it('of a sandbox: never urgent, only in iD', async () => {
    await w.server.database.prisma.project.update({ where: { id: w.p }, data: { sandbox: true, database: 'play' } });
    expect((await update({ priority: 'URGENT', mappingEditors: ['JOSM'] })).project).toMatchObject({
      priority: 'LOW',
      mappingEditors: ['ID'],
      validationEditors: ['ID'],
      sandbox: true,
      database: 'play',
    });
  });

  it('notices what another did meanwhile: to settings, texts, status', async () => {
    const { settingsChanged } = await w.project('settingsChanged');
    const first = await update({ ifUnchangedSince: settingsChanged, priority: 'HIGH' });
    expect(first.__typename).toBe('UpdateProjectPayload');
    const late = await update({ ifUnchangedSince: settingsChanged, priority: 'LOW' });
    expect(late).toEqual({
      __typename: 'ChangedMeanwhile',
      code: 'CHANGED_MEANWHILE',
      message: expect.any(String),
      changedAt: first.project.settingsChanged,
      project: { settingsChanged: first.project.settingsChanged, priority: 'HIGH' },
    });
    await w.server.get(
      `mutation ($p: ID!) { updateProjectTexts(input: { projectId: $p, texts: [{ locale: "fr", name: "Le projet" }] }) { __typename } }`,
      { p: w.p },
      w.admin.token,
    );
    expect((await update({ ifUnchangedSince: first.project.settingsChanged, priority: 'LOW' })).__typename).toBe(
      'ChangedMeanwhile',
    );
    // Work on tasks is no change of settings.
    const { settingsChanged: now } = await w.project('settingsChanged');
    await w.map(1, w.mapper);
    expect((await update({ ifUnchangedSince: now, priority: 'LOW' })).project.priority).toBe('LOW');
  });

  it('by many at the same moment: one of those who read the same wins, and nothing of others is lost', async () => {
    const { settingsChanged } = await w.project('settingsChanged');
    const all = await Promise.all(
      ['LOW', 'HIGH', 'URGENT', 'MEDIUM'].map((priority) => update({ ifUnchangedSince: settingsChanged, priority })),
    );
    expect(all.map(({ __typename }) => __typename).sort()).toEqual([
      'ChangedMeanwhile',
      'ChangedMeanwhile',
      'ChangedMeanwhile',
      'UpdateProjectPayload',
    ]);
    await Promise.all([update({ imagery: 'Bing' }), update({ difficulty: 'EASY' }), update({ campaignIds: [3] })]);
    expect(await read()).toMatchObject({ imagery: 'Bing', difficulty: 'EASY', campaigns: [{ number: 3 }] });
  });

  it('moves to an organisation that the viewer manages as well', async () => {
    const { prisma } = w.server.database;
    const target = Number(await newOrganisation(w.server, w.admin.token));
    await prisma.project.update({ where: { id: w.p }, data: { authorId: w.mapper.id } });
    expect(await update({ organisationId: target }, w.mapper)).toMatchObject({ reason: 'NOT_MANAGER' });
    await prisma.organisationManager.create({ data: { organisationId: target, personId: w.mapper.id } });
    expect((await update({ organisationId: target }, w.mapper)).project.organisation.number).toBe(target);
    expect((await update({ organisationId: target }, w.admin)).project.organisation.number).toBe(target);
  });

  it('says who may work there only to those who manage it', async () => {
    await update({ allowedUsernames: ['other'] });
    expect((await w.project('allowedPeople { username }', w.other)).allowedPeople).toBeNull();
    expect((await w.project('allowedPeople { username }')).allowedPeople).toBeNull();
  });

  it('is for those who manage it', async () => {
    expect((await update({ priority: 'LOW' }, w.other)).reason).toBe('NOT_MANAGER');
    expect((await update({ priority: 'LOW' }, w.blocked)).reason).toBe('USER_BLOCKED');
    await w.server.database.prisma.project.update({ where: { id: w.p }, data: { status: 'DRAFT' } });
    expect((await update({ priority: 'LOW' }, w.other)).code).toBe('PROJECT_NOT_FOUND');
    expect((await update({ projectId: '999999', priority: 'LOW' })).code).toBe('PROJECT_NOT_FOUND');
    const { result } = await w.server.get(
      `mutation ($p: ID!) { result: updateProject(input: { projectId: $p, priority: LOW }) { __typename } }`,
      { p: w.p },
    );
    expect(result.__typename).toBe('NotSignedIn');
  });
});
