import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../../test/server.js';
import { boxOfTiles, publishedProject } from '../../../test/world.js';

const CAN = `query ($id: ID!) { project(id: $id) { viewerCanMap { allowed reason message } viewerCanValidate { allowed reason message } } }`;
const OPEN = {
  private: false,
  mappingPermission: 'ANY',
  validationPermission: 'ANY',
  mappingLevelId: 1,
  licenseId: null,
};

describe('a project says who may map and validate, and what would change it', () => {
  let server: TestServer;
  const people: Record<string, { id: number; token: string }> = {};
  let p: number;

  beforeAll(async () => {
    server = await startServer({}, { jobs: false });
    const { prisma } = server.database;
    people.admin = await server.person('admin', 'ADMIN');
    people.blocked = await server.person('blocked', 'READ_ONLY');
    const names = ['stranger', 'allowed', 'author', 'manager', 'reader', 'mapper', 'validator', 'lead', 'applicant'];
    for (const name of names) people[name] = await server.person(name);
    p = await publishedProject(server, people.admin.token, { areaOfInterest: boxOfTiles(14, 2, 2), zoom: 14 });
    const { organisationId } = await prisma.project.update({ where: { id: p }, data: { authorId: people.author!.id } });
    await prisma.organisationManager.create({
      data: { organisationId: organisationId!, personId: people.manager!.id },
    });
    await prisma.projectAllowedPerson.create({ data: { projectId: p, personId: people.allowed!.id } });
    for (const [name, role] of [
      ['reader', 'READ_ONLY'],
      ['mapper', 'MAPPER'],
      ['validator', 'VALIDATOR'],
      ['lead', 'PROJECT_MANAGER'],
    ] as const) {
      const members = [{ personId: people[name]!.id, active: true }];
      if (name === 'lead') members.push({ personId: people.applicant!.id, active: false });
      await prisma.team.create({
        data: {
          name: `The ${name}s`,
          organisationId: organisationId!,
          members: { create: members },
          projects: { create: { projectId: p, role } },
        },
      });
    }
  });
  afterAll(() => server?.stop());
  beforeEach(() => set({ ...OPEN, validationLevelId: 2 }));

  const set = async (data: object) => {
    await server.database.prisma.project.update({ where: { id: p }, data });
  };
  const can = async (who: string) => (await server.get(CAN, { id: p }, people[who]?.token)).project;
  /** Why they may not map, and why they may not validate. */
  const reasons = async (who: string) => {
    const { viewerCanMap: map, viewerCanValidate: validate } = await can(who);
    for (const { allowed, reason, message } of [map, validate]) {
      if (allowed) expect([reason, message]).toEqual([null, null]);
      else expect(message).toMatch(/^[A-Z].*\.$/);
    }
    return [map.reason, validate.reason];
  };
  const MAY_BOTH = [null, null];
  const expectManagersMay = async () => {
    for (const who of ['author', 'manager', 'lead', 'admin']) expect(await reasons(who), who).toEqual(MAY_BOTH);
  };

  it('everybody who has the level, where it is open', async () => {
    expect(await reasons('visitor')).toEqual(['NOT_SIGNED_IN', 'NOT_SIGNED_IN']);
    expect(await reasons('blocked')).toEqual(['USER_BLOCKED', 'USER_BLOCKED']);
    for (const who of ['stranger', 'validator'])
      expect(await reasons(who), who).toEqual([null, 'USER_NOT_CORRECT_MAPPING_LEVEL']);
    await expectManagersMay();
    expect((await can('stranger')).viewerCanValidate.message).toMatch(/INTERMEDIATE.*BEGINNER/);
    await server.database.prisma.person.update({ where: { id: people.stranger!.id }, data: { levelId: 2 } });
    expect(await reasons('stranger')).toEqual(MAY_BOTH);
    await server.database.prisma.person.update({ where: { id: people.stranger!.id }, data: { levelId: 1 } });
  });

  it('members of its teams, each by the role of the team, where it is for teams', async () => {
    await set({ mappingPermission: 'TEAMS', validationPermission: 'TEAMS', validationLevelId: 1 });
    for (const who of ['stranger', 'reader', 'applicant', 'allowed'])
      expect(await reasons(who), who).toEqual(['USER_NOT_TEAM_MEMBER', 'USER_NOT_TEAM_MEMBER']);
    expect(await reasons('mapper')).toEqual([null, 'USER_NOT_TEAM_MEMBER']);
    expect(await reasons('validator')).toEqual(MAY_BOTH);
    await expectManagersMay();
    await set({ validationLevelId: 2 });
    expect(await reasons('validator'), 'the level is asked of members too').toEqual([
      null,
      'USER_NOT_CORRECT_MAPPING_LEVEL',
    ]);
  });

  it('and names the teams that one may be told of', async () => {
    await set({ mappingPermission: 'TEAMS', validationPermission: 'TEAMS' });
    const { viewerCanMap, viewerCanValidate } = await can('stranger');
    expect(viewerCanMap.message).toContain('The leads, The mappers and The validators');
    expect(viewerCanValidate.message).toContain('The leads and The validators');
    await server.database.prisma.team.updateMany({ data: { visibility: 'PRIVATE' } });
    expect((await can('stranger')).viewerCanMap.message).not.toContain('The ');
    await server.database.prisma.team.updateMany({ data: { visibility: 'PUBLIC' } });
  });

  it('who accepted its licence, managers too, before all but a block', async () => {
    const license = await server.database.prisma.license.create({ data: { name: 'Imagery terms' } });
    await set({ licenseId: license.id, mappingPermission: 'TEAMS', validationPermission: 'TEAMS' });
    for (const who of ['stranger', 'mapper', 'author', 'admin'])
      expect(await reasons(who), who).toEqual(['USER_NOT_ACCEPTED_LICENSE', 'USER_NOT_ACCEPTED_LICENSE']);
    expect((await can('author')).viewerCanMap.message).toContain('"Imagery terms"');
    expect(await reasons('blocked')).toEqual(['USER_BLOCKED', 'USER_BLOCKED']);
    await server.database.prisma.licenseAcceptance.create({
      data: { licenseId: license.id, personId: people.author!.id },
    });
    expect(await reasons('author')).toEqual(MAY_BOTH);
  });

  it('people and teams it was given to, where it is private', async () => {
    await set({ private: true, validationLevelId: 1 });
    expect(await reasons('allowed')).toEqual(MAY_BOTH);
    expect(await reasons('mapper')).toEqual([null, 'USER_NOT_ON_ALLOWED_LIST']);
    expect(await reasons('validator')).toEqual(MAY_BOTH);
    await expectManagersMay();
    expect(await can('stranger')).toBeNull();
  });

  it('its managers, also while it is a draft', async () => {
    await set({ status: 'DRAFT' });
    await expectManagersMay();
    await set({ status: 'PUBLISHED' });
  });
});
