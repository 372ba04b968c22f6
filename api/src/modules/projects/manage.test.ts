import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tasksOfAProject, type Person } from '../../../test/tasksOf.js';
import { boxOfTiles, newOrganisation } from '../../../test/world.js';

const ANSWER = `__typename ... on Error { message code } ... on NotPermitted { reason }`;
const FIELDS = `project { number status featured viewerFavourite author { username } }`;

describe('managing a project', () => {
  const w = tasksOfAProject();
  const send = async (name: string, who?: Person, input: object = {}, fields = FIELDS) => {
    const type = name.charAt(0).toUpperCase() + name.slice(1);
    const issues = name === 'transferProject' ? '... on InvalidInput { issues { path } }' : '';
    const data = await w.server.get(
      `mutation ($input: ${type}Input!) { result: ${name}(input: $input) { ${ANSWER} ${issues} ... on ${type}Payload { ${fields} } } }`,
      { input: { projectId: w.p, ...input } },
      who?.token,
    );
    return data.result;
  };
  const prisma = () => w.server.database.prisma;

  it('is archived, opened again, and taken back to a draft', async () => {
    expect((await send('archiveProject', w.admin)).project.status).toBe('ARCHIVED');
    expect((await send('returnProjectToDraft', w.admin)).project.status).toBe('DRAFT');
    expect((await send('publishProject', w.admin)).project.status).toBe('PUBLISHED');
  });

  it('is archived as a draft, and stays hidden; once it was open it stays so', async () => {
    const seen = async () => {
      const filter = 'filter: { statuses: [ARCHIVED, PUBLISHED, DRAFT] }';
      const { projects, project } = await w.server.get(
        `query ($p: ID!) { project(id: $p) { viewerCanMap { allowed } } projects(first: 100, ${filter}) { nodes { number } } }`,
        { p: w.p },
        w.mapper.token,
      );
      expect(projects.nodes.some(({ number }: { number: number }) => number === w.p)).toBe(project !== null);
      return project !== null;
    };
    for (const [name, visible] of [
      ['archiveProject', true],
      ['returnProjectToDraft', false],
      ['archiveProject', false],
      ['archiveProject', false],
      ['publishProject', true],
      ['archiveProject', true],
      ['publishProject', true],
    ] as const) {
      expect((await send(name, w.admin)).project.number).toBe(w.p);
      expect(await seen(), name).toBe(visible);
    }
    await send('returnProjectToDraft', w.admin);
    await send('archiveProject', w.admin);
    expect((await w.act('lock', { n: 1 }, w.mapper)).reason).toBe('PROJECT_NOT_PUBLISHED');
    expect(await w.project('status viewerCanMap { allowed }', w.admin)).toEqual({
      status: 'ARCHIVED',
      viewerCanMap: { allowed: true },
    });
  });

  it('is featured, and no longer; twice is once', async () => {
    for (const [name, featured] of [
      ['featureProject', true],
      ['featureProject', true],
      ['unfeatureProject', false],
      ['unfeatureProject', false],
    ] as const)
      expect((await send(name, w.admin)).project.featured).toBe(featured);
  });

  it('is a favourite of one and not of another', async () => {
    for (let twice = 0; twice < 2; twice++)
      expect((await send('favouriteProject', w.mapper)).project.viewerFavourite).toBe(true);
    expect((await w.project('viewerFavourite', w.other)).viewerFavourite).toBe(false);
    expect((await w.project('viewerFavourite')).viewerFavourite).toBe(false);
    for (let twice = 0; twice < 2; twice++)
      expect((await send('unfavouriteProject', w.mapper)).project.viewerFavourite).toBe(false);
    expect((await send('favouriteProject', w.blocked)).reason).toBe('USER_BLOCKED');
    expect((await send('favouriteProject')).code).toBe('NOT_SIGNED_IN');
    await send('returnProjectToDraft', w.admin);
    expect((await send('favouriteProject', w.mapper)).code).toBe('PROJECT_NOT_FOUND');
  });

  it('is given to a manager of its organisation or an administrator, nobody else', async () => {
    const to = (username: string) => send('transferProject', w.admin, { username });
    expect(await to('nobody')).toMatchObject({ code: 'PERSON_NOT_FOUND' });
    expect(await to('no\0body')).toMatchObject({ code: 'PERSON_NOT_FOUND' });
    expect(await to('mapper')).toMatchObject({ code: 'INVALID_INPUT', issues: [{ path: ['username'] }] });
    const { organisationId } = await prisma().project.findUniqueOrThrow({ where: { id: w.p } });
    for (const { id } of [w.mapper, w.blocked])
      await prisma().organisationManager.create({ data: { organisationId: organisationId!, personId: id } });
    expect(await to('blocked')).toMatchObject({ code: 'INVALID_INPUT' });
    expect((await to('mapper')).project.author.username).toBe('mapper');
    expect((await send('transferProject', w.mapper, { username: 'admin' })).project.author.username).toBe('admin');
  });

  describe('is deleted', () => {
    const remove = (who: Person | undefined = w.admin) => send('deleteProject', who, {}, 'number');

    it('with all that hangs on it, while nobody has worked there', async () => {
      const { id: taskId } = await prisma().task.findFirstOrThrow({ where: { projectId: w.p } });
      await w.act('lock', { n: 1 }, w.mapper);
      expect(await remove()).toMatchObject({ code: 'PROJECT_HAS_WORK', message: expect.stringContaining('a task') });
      await w.act('stop', { n: 1, comment: 'Not today.' }, w.mapper);
      await w.act('lock', { n: 5 }, w.admin);
      expect((await w.act('split', { n: 5 }, w.admin)).tasks).toHaveLength(4);
      await prisma().message.create({
        data: { type: 'SYSTEM', receiverId: w.mapper.id, projectId: w.p, taskId, subject: 'x', body: 'y' },
      });
      await send('favouriteProject', w.mapper);
      expect(await remove()).toMatchObject({ __typename: 'DeleteProjectPayload', number: w.p });
      expect(await w.project('number', w.admin)).toBeNull();
      expect(await remove()).toMatchObject({ code: 'PROJECT_NOT_FOUND' });
      expect(await prisma().message.findFirst({ where: { subject: 'x' } })).toMatchObject({ projectId: null });
    });

    it.each(['MAPPED', 'BADIMAGERY'])('not when a task is %s', async (status) => {
      await w.map(3, w.mapper, status);
      expect(await remove()).toMatchObject({ code: 'PROJECT_HAS_WORK' });
      expect(await w.project('number')).toEqual({ number: w.p });
    });

    it('or is mapped, when both come at the same moment: never half of it', async () => {
      const [{ __typename }, lock] = await Promise.all([
        remove(),
        w.server.ask(
          `mutation ($p: ID!) { result: lockTaskForMapping(input: { projectId: $p, taskNumber: 2 }) { __typename } }`,
          { p: w.p },
          w.mapper.token,
        ),
      ]);
      expect(lock.errors).toBeUndefined();
      const deleted = __typename === 'DeleteProjectPayload';
      expect(lock.data.result.__typename === 'LockTaskForMappingPayload').toBe(!deleted);
    });
  });

  describe('is cloned', () => {
    const area = boxOfTiles(13, 2, 1);
    const clone = async (who: Person, input: object = {}) => {
      const { result } = await w.server.get(
        `mutation ($input: CloneProjectInput!) { result: cloneProject(input: $input) { ${ANSWER} ... on CloneProjectPayload { project { number status name
          priority private featured changesetComment dueDate license { number } texts { locale name } campaigns { number } interests { number } customEditor { name }
          mappingEditors validationLevel { number } figures { totalTasks ready } allowedPeople { username } organisation { number } author { username } } } } }`,
        { input: { projectId: w.p, areaOfInterest: area, zoom: 13, ...input } },
        who.token,
      );
      return result;
    };
    let team: number;
    beforeAll(async () => {
      await prisma().campaign.create({ data: { id: 1, name: 'Floods' } });
      await prisma().interest.create({ data: { id: 1, name: 'Rivers' } });
      await prisma().license.create({ data: { id: 1, name: 'Terms' } });
    });
    beforeEach(async () => {
      const { organisationId } = await prisma().project.findUniqueOrThrow({ where: { id: w.p } });
      team = (await prisma().team.create({ data: { organisationId: organisationId!, name: 'Mappers' } })).id;
      await prisma().project.update({
        where: { id: w.p },
        data: {
          priority: 'URGENT',
          featured: true,
          licenseId: 1,
          validationLevelId: 3,
          mappingEditors: ['JOSM'],
          changesetComment: `#tm-project-${w.p} #flood`,
          dueDate: new Date('2027-01-01'),
          texts: { create: { locale: 'fr', name: 'Le projet' } },
          campaigns: { create: { campaignId: 1 } },
          interests: { create: { interestId: 1 } },
          teams: { create: { teamId: team, role: 'VALIDATOR' } },
          allowedPeople: { create: { personId: w.other.id } },
          customEditor: { create: { name: 'Ours', url: 'https://x.org' } },
        },
      });
    });

    it('with its settings and texts, over another area', async () => {
      const { project } = await clone(w.admin);
      expect(project).toMatchObject({
        status: 'DRAFT',
        name: 'A project',
        priority: 'URGENT',
        private: false,
        featured: false,
        dueDate: '2027-01-01T00:00:00.000Z',
        license: { number: 1 },
        texts: [
          { locale: 'en', name: 'A project' },
          { locale: 'fr', name: 'Le projet' },
        ],
        campaigns: [{ number: 1 }],
        interests: [{ number: 1 }],
        customEditor: { name: 'Ours' },
        mappingEditors: ['JOSM'],
        validationLevel: { number: 3 },
        figures: { totalTasks: 2, ready: 2 },
        allowedPeople: [],
        author: { username: 'admin' },
      });
      expect(project.changesetComment).toContain(`-${project.number} `);
      expect(project.changesetComment).toContain('#flood');
      expect(await prisma().projectTeam.findMany({ where: { projectId: project.number } })).toEqual([
        { projectId: project.number, teamId: team, role: 'VALIDATOR' },
      ]);
      // Found by its own number, not by the other's.
      const { projects } = await w.server.get(
        `{ projects(filter: { search: "${project.number}", statuses: [DRAFT] }) { nodes { number } } }`,
        {},
        w.admin.token,
      );
      expect(projects.nodes).toContainEqual({ number: project.number });
    });

    it('into an organisation that the viewer manages, without the teams of others', async () => {
      expect(await clone(w.other)).toMatchObject({ reason: 'NOT_MANAGER' });
      const organisationId = await newOrganisation(w.server, w.admin.token);
      await prisma().organisationManager.create({
        data: { organisationId: Number(organisationId), personId: w.other.id },
      });
      const { project } = await clone(w.other, { organisationId, name: 'Mine' });
      expect(project).toMatchObject({ name: 'Mine', author: { username: 'other' } });
      expect(String(project.organisation.number)).toBe(organisationId);
      expect(await prisma().projectTeam.count({ where: { projectId: project.number } })).toBe(0);
      await send('returnProjectToDraft', w.admin);
      expect(await clone(w.other, { organisationId })).toMatchObject({ code: 'PROJECT_NOT_FOUND' });
    });

    it('all or nothing', async () => {
      const before = await prisma().project.count();
      expect((await clone(w.admin, { areaOfInterest: { type: 'Point', coordinates: [0, 0] } })).code).toBe(
        'INVALID_GEOMETRY',
      );
      expect((await clone(w.admin, { organisationId: '99999' })).code).toBe('ORGANISATION_NOT_FOUND');
      expect(await prisma().project.count()).toBe(before);
    });
  });

  it('is for those it is for; viewerCan… says the same', async () => {
    const organisationId = (await prisma().project.findUniqueOrThrow({ where: { id: w.p } })).organisationId!;
    const elsewhere = Number(await newOrganisation(w.server, w.admin.token));
    const people = {} as Record<string, Person | undefined>;
    const team = async (name: string, role: 'READ_ONLY' | 'MAPPER' | 'VALIDATOR' | 'PROJECT_MANAGER') => {
      const members = { create: { personId: people[name]!.id, active: true } };
      const { id } = await prisma().team.create({ data: { organisationId, name, members } });
      await prisma().projectTeam.create({ data: { projectId: w.p, teamId: id, role } });
    };
    for (const name of [
      'stranger',
      'mapper team',
      'validator team',
      'PM team',
      'PM team with organisation',
      'author',
      'manager',
      'other manager',
    ])
      people[name] = await w.server.person(`${name} of access`);
    Object.assign(people, { visitor: undefined, blocked: w.blocked, admin: w.admin });
    await team('mapper team', 'MAPPER');
    await team('validator team', 'VALIDATOR');
    await team('PM team', 'PROJECT_MANAGER');
    await team('PM team with organisation', 'PROJECT_MANAGER');
    for (const [name, id] of [
      ['manager', organisationId],
      ['other manager', elsewhere],
      ['PM team with organisation', elsewhere],
    ] as const)
      await prisma().organisationManager.create({ data: { organisationId: id, personId: people[name]!.id } });
    await prisma().project.update({ where: { id: w.p }, data: { authorId: people.author!.id } });

    const may = {
      edit: ['PM team', 'PM team with organisation', 'author', 'manager', 'admin'],
      transfer: ['author', 'manager', 'admin'],
      delete: ['PM team with organisation', 'manager', 'admin'],
    };
    await w.map(9, w.mapper); // so that nobody succeeds in deleting
    for (const [name, person] of Object.entries(people)) {
      const project = await w.project(
        'viewerCanEdit { allowed } viewerCanTransfer { allowed } viewerCanDelete { allowed }',
        person,
      );
      expect(
        [project.viewerCanEdit, project.viewerCanTransfer, project.viewerCanDelete].map(({ allowed }) => allowed),
        name,
      ).toEqual([may.edit.includes(name), may.transfer.includes(name), may.delete.includes(name)]);
      const refused = person ? 'NotPermitted' : 'NotSignedIn';
      const edit = may.edit.includes(name);
      for (const action of ['featureProject', 'unfeatureProject', 'archiveProject', 'publishProject'])
        expect((await send(action, person)).__typename, `${name}: ${action}`).toBe(
          edit ? `${action.charAt(0).toUpperCase()}${action.slice(1)}Payload` : refused,
        );
      const update = await w.server.get(
        `mutation ($p: ID!) { result: updateProject(input: { projectId: $p, imagery: "Bing" }) { __typename } }`,
        { p: w.p },
        person?.token,
      );
      expect(update.result.__typename, name).toBe(edit ? 'UpdateProjectPayload' : refused);
      expect((await send('deleteProject', person, {}, 'number')).__typename, name).toBe(
        may.delete.includes(name) ? 'ProjectHasWork' : refused,
      );
      expect((await send('transferProject', person, { username: 'mapper' })).__typename, name).toBe(
        may.transfer.includes(name) ? 'InvalidInput' : refused,
      );
    }
  });
});
