import { beforeEach, describe, expect, it } from 'vitest';
import { v2 } from '../../../test/rest.js';
import { tasksOfAProject } from '../../../test/tasksOf.js';

const READS = ['', 'queries/summary/', 'queries/nogeometries/', 'queries/aoi/', 'queries/priority-areas/'];
const VISITOR_SEES_A_DRAFT = { 'queries/summary/': 'PrivateProject' } as Record<string, string>;

describe('a project read over v2', () => {
  const w = tasksOfAProject();
  const get = (path: string, who?: { token: string }, headers: Record<string, string> = {}) =>
    v2(w.server, `/projects/${w.p}/${path}`, { token: who?.token, headers });
  const set = (data: object) => w.server.database.prisma.project.update({ where: { id: w.p }, data });

  it('is whole: its area, its settings, and its tasks with who holds and did them', async () => {
    await w.map(1, w.mapper);
    await w.act('lock', { n: 2 }, w.other);
    const { status, body, headers } = await get('', w.mapper);
    expect([status, headers.get('content-type')]).toEqual([200, 'application/json']);
    expect(Object.keys(body)).toHaveLength(49);
    expect(body).toMatchObject({
      projectId: w.p,
      status: 'PUBLISHED',
      projectPriority: 'MEDIUM',
      areaOfInterest: { type: 'MultiPolygon' },
      defaultLocale: 'en',
      projectInfo: { locale: 'en', name: 'A project', description: '<p>Buildings and roads.</p>' },
      organisationName: expect.any(String),
      priorityAreas: null,
      customEditor: null,
      author: 'admin',
      activeMappers: 1,
      percentMapped: 11,
      percentValidated: 0,
      allowedUsernames: [],
      teams: [],
    });
    expect(body.created).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(body.aoiBBOX.every((edge: number) => Math.abs(edge) < 0.1)).toBe(true);
    expect(body.tasks.features).toHaveLength(9);
    expect(body.tasks.features[0]).toMatchObject({
      type: 'Feature',
      geometry: { type: 'MultiPolygon' },
      properties: {
        taskId: 1,
        taskX: 8192,
        taskY: 8192,
        taskZoom: 14,
        taskIsSquare: true,
        taskStatus: 'MAPPED',
        lockedBy: null,
        mappedBy: w.mapper.id,
        validatedBy: null,
      },
    });
    expect(body.tasks.features[1].properties).toMatchObject({
      taskStatus: 'LOCKED_FOR_MAPPING',
      lockedBy: w.other.id,
    });
  });

  it('is abbreviated on request: tasks without geometries and people', async () => {
    const { body } = await get('?abbreviated=true');
    expect(body.tasks.features[0]).toEqual({
      type: 'Feature',
      geometry: null,
      properties: { taskId: 1, taskX: 8192, taskY: 8192, taskZoom: 14, taskIsSquare: true, taskStatus: 'READY' },
    });
  });

  it('is a file on request, with the keys of its answer and those of the file that clients know', async () => {
    const file = await get('?as_file=true&abbreviated=yes');
    expect(file.headers.get('content-disposition')).toBe('attachment; filename=project.json');
    const { body } = await get('?abbreviated=true');
    expect(file.body).toMatchObject(body);
    expect(file.body).toMatchObject({
      project_id: w.p,
      project_status: 'PUBLISHED',
      project_priority: 'MEDIUM',
      aoi_bbox: body.aoiBBOX,
      area_of_interest: body.areaOfInterest,
      project_info: { short_description: '<p>For a test.</p>', per_task_instructions: '' },
      project_teams: [],
      license_id: null,
      percent_bad_imagery: 0,
    });
    for (const query of ['as_file=maybe', 'abbreviated=2'])
      expect(await get(`?${query}`)).toMatchObject({ status: 400, body: { SubCode: 'InvalidData' } });
  });

  it('is told apart by its ETag, and not sent again to who has it', async () => {
    const { headers } = await get('');
    const etag = headers.get('etag')!;
    expect(etag).toMatch(/^W\/"[\w.-]+"$/);
    const again = await get('', undefined, { 'if-none-match': etag });
    expect([again.status, again.body]).toEqual([304, '']);
    await w.act('lock', { n: 1 }, w.mapper);
    expect((await get('', undefined, { 'if-none-match': etag })).status).toBe(200);
  });

  it('is a summary: without tasks and area', async () => {
    const { body } = await get('queries/summary/');
    expect(Object.keys(body)).toHaveLength(40);
    expect(body).toMatchObject({
      aoiCentroid: { type: 'Point' },
      shortDescription: null,
      campaigns: [],
      projectInfo: { locale: 'en', name: 'A project', instructions: '<p>Map every building.</p>' },
    });
    await set({ mappingEditors: [], validationEditors: [] });
    expect((await get('queries/summary/')).body).toMatchObject({ mappingEditors: [], validationEditors: [] });
  });

  describe('in several languages', () => {
    beforeEach(async () => {
      await w.server.database.prisma.projectText.createMany({
        data: [
          { projectId: w.p, locale: 'fr', name: 'Un projet', description: '**Tout**' },
          { projectId: w.p, locale: 'pt_BR', name: 'Um projeto' },
        ],
      });
    });

    it.each([
      ['fr', 'fr', 'Un projet'],
      ['pt-BR,fr;q=0.5', 'pt_BR', 'Um projeto'],
      ['de', 'en', 'A project'],
      ['fr-CA', 'fr', 'Un projet'],
    ])('answers %s in %s', async (language, locale, name) => {
      for (const path of ['', 'queries/summary/'])
        expect((await get(path, undefined, { 'accept-language': language })).body.projectInfo).toMatchObject({
          locale,
          name,
        });
    });

    it('fills up what is not translated from the language of the project; a summary does not', async () => {
      const french = { 'accept-language': 'fr' };
      expect((await get('', undefined, french)).body.projectInfo).toEqual({
        locale: 'fr',
        name: 'Un projet',
        shortDescription: '<p>For a test.</p>',
        description: '<p><strong>Tout</strong></p>',
        instructions: '<p>Map every building.</p>',
        perTaskInstructions: '',
      });
      expect((await get('queries/summary/', undefined, french)).body.projectInfo).toMatchObject({
        description: '<p><strong>Tout</strong></p>',
        instructions: '',
      });
    });

    it('names all of them, that of the project first', async () => {
      const { body } = await get('');
      expect(body.projectInfoLocales.map(({ locale }: { locale: string }) => locale)).toEqual(['en', 'fr', 'pt_BR']);
    });
  });

  it('names its campaigns, interests, teams, editor, priority areas, and the people it was given to', async () => {
    const { prisma, pool } = w.server.database;
    const { organisationId } = await prisma.project.findUniqueOrThrow({ where: { id: w.p } });
    const campaign = await prisma.campaign.create({ data: { name: `C ${w.p}`, url: 'https://c.example' } });
    const interest = await prisma.interest.create({ data: { name: `I ${w.p}` } });
    const team = await prisma.team.create({ data: { name: 'Team', organisationId: organisationId! } });
    await set({
      private: true,
      campaigns: { create: { campaignId: campaign.id } },
      interests: { create: { interestId: interest.id } },
      teams: { create: { teamId: team.id, role: 'VALIDATOR' } },
      customEditor: { create: { name: 'Pencil', url: 'https://pencil.example' } },
      allowedPeople: { create: { personId: w.other.id } },
      idPresets: ['building/house'],
    });
    await pool.query(
      `insert into priority_area (project_id, geometry) values ($1, st_geomfromtext('MULTIPOLYGON(((0 0, 0.01 0, 0.01 0.01, 0 0)))', 4326))`,
      [w.p],
    );
    const polygon = { type: 'Polygon', coordinates: [[[0, 0], [0.01, 0], [0.01, 0.01], [0, 0]]] }; // prettier-ignore
    const settings = {
      private: true,
      allowedUsernames: ['other'],
      teams: [{ teamId: team.id, name: 'Team', role: 'VALIDATOR' }],
      customEditor: { name: 'Pencil', description: null, url: 'https://pencil.example' },
      idPresets: ['building/house'],
    };
    expect((await get('', w.other)).body).toMatchObject({
      ...settings,
      campaigns: [{ id: campaign.id, name: campaign.name }],
      interests: [{ id: interest.id, name: interest.name, userSelected: null, countProjects: null, countUsers: null }],
      priorityAreas: [polygon],
    });
    expect((await get('queries/summary/', w.other)).body).toMatchObject({
      ...settings,
      campaigns: [{ id: campaign.id, url: 'https://c.example', logo: null, description: null, organisations: null }],
    });
    expect((await get('queries/priority-areas/', w.other)).body).toEqual([polygon]);
  });

  it('is never that from before a change, of itself, of what it is linked to, or of its tasks', async () => {
    const { prisma, pool } = w.server.database;
    const { organisationId } = await prisma.project.findUniqueOrThrow({ where: { id: w.p } });
    const organisation = (data: object) => prisma.organisation.update({ where: { id: organisationId! }, data });
    const author = await w.server.person('author');
    const campaign = await prisma.campaign.create({ data: { name: `Before ${w.p}` } });
    const interest = await prisma.interest.create({ data: { name: `Before ${w.p}` } });
    const team = await prisma.team.create({ data: { name: `Before ${w.p}`, organisationId: organisationId! } });
    const linked = { projectId: w.p };
    const other = { where: { projectId_personId: { ...linked, personId: w.other.id } } };
    // w: only the whole shows it.
    const changes: [string, () => Promise<unknown>][] = [
      ['difficulty', () => set({ difficulty: 'CHALLENGING' })],
      ['author', () => set({ authorId: author.id })],
      ['name of the author', () => prisma.person.update({ where: { id: author.id }, data: { username: 'renamed' } })],
      ['text', () => prisma.projectText.updateMany({ where: linked, data: { name: 'Another name' } })],
      ['w translation', () => prisma.projectText.create({ data: { ...linked, locale: 'es', name: 'Otro nombre' } })],
      ['w translation away', () => prisma.projectText.deleteMany({ where: { ...linked, locale: 'es' } })],
      ['campaign', () => prisma.campaignProject.create({ data: { ...linked, campaignId: campaign.id } })],
      ['name of the campaign', () => prisma.campaign.update({ where: { id: campaign.id }, data: { name: `C ${w.p}` } })],
      ['campaign away', () => prisma.campaign.delete({ where: { id: campaign.id } })],
      ['w interest', () => prisma.projectInterest.create({ data: { ...linked, interestId: interest.id } })],
      ['w name of it', () => prisma.interest.update({ where: { id: interest.id }, data: { name: `I ${w.p}` } })],
      ['w interest away', () => prisma.projectInterest.deleteMany({ where: linked })],
      ['team', () => prisma.projectTeam.create({ data: { ...linked, teamId: team.id, role: 'MAPPER' } })],
      ['role of it', () => prisma.projectTeam.updateMany({ where: linked, data: { role: 'VALIDATOR' } })],
      ['name of it', () => prisma.team.update({ where: { id: team.id }, data: { name: `T ${w.p}` } })],
      ['team away', () => prisma.projectTeam.deleteMany({ where: linked })],
      ['editor', () => prisma.projectCustomEditor.create({ data: { ...linked, name: 'Pencil', url: 'https://a.example' } })],
      ['where it is', () => prisma.projectCustomEditor.updateMany({ where: linked, data: { url: 'https://b.example' } })],
      ['editor away', () => prisma.projectCustomEditor.deleteMany({ where: linked })],
      ['w priority area', () => pool.query('insert into priority_area (project_id, geometry) select id, area_of_interest from project where id = $1', [w.p])],
      ['w priority area away', () => pool.query('delete from priority_area where project_id = $1', [w.p])],
      ['name of the organisation', () => organisation({ name: `O ${w.p}` })],
      ['short name of it', () => organisation({ slug: `o-${w.p}` })],
      ['logo of it', () => organisation({ logo: 'https://o.example/logo.png' })],
      ['w lock', () => w.act('lock', { n: 1 }, w.mapper)],
      ['work', () => w.map(2, w.other)],
      ['private', () => set({ private: true, allowedPeople: { create: { personId: w.mapper.id } } })],
      ['person', () => prisma.projectAllowedPerson.create({ data: other.where.projectId_personId })],
      ['person away', () => prisma.projectAllowedPerson.delete(other)],
    ]; // prettier-ignore
    const answers = async () => ({
      w: (await get('', w.admin)).body,
      s: (await get('queries/summary/', w.admin)).body,
    });
    let before = await answers();
    for (const [change, make] of changes) {
      await make();
      const after = await answers();
      expect(after.w, change).not.toEqual(before.w);
      if (!change.startsWith('w ')) expect(after.s, change).not.toEqual(before.s);
      await pool.query('update projects_version set version = version + 1'); // now nothing that was kept is found
      expect(after, change).toEqual(await answers());
      before = after;
    }
  });

  it('is kept for each language, and never in that of another reader', async () => {
    const { prisma } = w.server.database;
    await prisma.projectText.create({ data: { projectId: w.p, locale: 'es', name: 'Un proyecto' } });
    for (const [languages, name] of [
      ['en', 'A project'],
      ['es-MX', 'Un proyecto'],
      ['de, es;q=0.5', 'Un proyecto'],
      ['', 'A project'],
    ])
      // prettier-ignore
      for (const path of ['', 'queries/summary/']) {
        const { body } = await get(path, undefined, { 'accept-language': languages! });
        expect(body.projectInfo.name, `${path} ${languages}`).toBe(name);
      }
  });

  it('is for its managers to edit: without tasks, in all languages', async () => {
    const { status, body } = await get('queries/notasks/', w.admin);
    expect(status).toBe(200);
    expect(body).toMatchObject({ tasks: null, projectInfo: null, organisationName: null, organisationLogo: null });
    expect(body.projectInfoLocales).toHaveLength(1);
    expect(Object.keys(body)).toHaveLength(49);
    expect(await get('queries/notasks/', w.mapper)).toMatchObject({
      status: 403,
      body: { SubCode: 'UserPermissionError' },
    });
    expect((await get('queries/notasks/')).status).toBe(403);
  });

  it('has its area and its tasks as files', async () => {
    const area = await get('queries/aoi/?as_file=true');
    expect(area.headers.get('content-disposition')).toBe(`attachment; filename="${w.p}-aoi.geojson"`);
    expect(area.headers.get('content-type')).toBe('application/geo+json');
    expect((await get('queries/aoi/')).body).toEqual(area.body);
    expect(area.body).toMatchObject({ type: 'MultiPolygon' });
    const tasks = await get('queries/nogeometries/?as_file=true');
    expect(tasks.headers.get('content-disposition')).toBe(`attachment; filename="project_${w.p}.geojson"`);
    expect((await get('queries/nogeometries/')).body).toEqual(tasks.body);
    expect(tasks.body.tasks.features[0].geometry).toBeNull();
    expect((await get('queries/priority-areas/')).body).toEqual([]);
  });

  it('is read as an old client writes it: with a bad token as a visitor, without the slash at the end', async () => {
    expect((await v2(w.server, `/projects/${w.p}`, { token: 'nobody' })).status).toBe(200);
  });

  describe.each(READS)('at %j', (path) => {
    it('is a draft to nobody but its managers', async () => {
      await set({ status: 'DRAFT' });
      const code = (who?: object) => (who ? undefined : VISITOR_SEES_A_DRAFT[path]) ?? 'ProjectNotFetched';
      for (const who of [undefined, w.mapper])
        expect(await get(path, who)).toMatchObject({ status: 403, body: { SubCode: code(who) } });
      expect((await get(path, w.admin)).status).toBe(path === 'queries/nogeometries/' ? 403 : 200);
    });

    it('is private to nobody but its managers and its people', async () => {
      await set({ private: true, allowedPeople: { create: { personId: w.other.id } } });
      for (const who of [undefined, w.mapper])
        expect(await get(path, who)).toMatchObject({ status: 403, body: { SubCode: 'PrivateProject' } });
      for (const who of [w.admin, w.other])
        expect((await get(path, who)).status).toBe(path === 'queries/nogeometries/' ? 403 : 200);
    });

    it('is not there: 404 with its number', async () => {
      for (const number of [999_999, 0, -1])
        expect(await v2(w.server, `/projects/${number}/${path}`, { token: w.mapper.token })).toMatchObject({
          status: 404,
          body: { error: { code: 404, sub_code: 'PROJECT_NOT_FOUND', details: { project_id: number } } },
        });
      expect((await v2(w.server, `/projects/x/${path}`)).status).toBe(422);
    });
  });
});
