import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../../test/server.js';
import { organisationWithPeople, STANDINGS, type Who } from '../../../test/standings.js';
import { boxOfTiles, newOrganisation, publishedProject } from '../../../test/world.js';

const MAY: Who[] = ['manager', 'admin'];

describe('an organisation', () => {
  let server: TestServer;
  let world: Awaited<ReturnType<typeof organisationWithPeople>>;
  beforeAll(async () => {
    server = await startServer({}, { jobs: false });
    world = await organisationWithPeople(server);
  });
  afterAll(() => server?.stop());

  const update = async (input: object, who: Who = 'manager') =>
    (
      await server.get(
        `mutation ($input: UpdateOrganisationInput!) { result: updateOrganisation(input: $input) { __typename
          ... on Error { message code } ... on NotPermitted { reason } ... on NameTaken { name } ... on InvalidInput { issues { path } }
          ... on UpdateOrganisationPayload { organisation { name slug description url logo type subscriptionTier managers { username } } } } }`,
        { input: { organisationId: String(world.organisation), ...input } },
        world.token(who),
      )
    ).result;
  const remove = async (id: number | string, who: Who) =>
    (
      await server.get(
        `mutation ($id: ID!) { result: deleteOrganisation(input: { organisationId: $id }) { __typename
          ... on Error { message code } ... on NotPermitted { reason } ... on InUse { usedBy } ... on DeleteOrganisationPayload { deletedNumber } } }`,
        { id: String(id) },
        world.token(who),
      )
    ).result;

  it.each(STANDINGS)('is changed by %s as viewerCanEdit says', async (who) => {
    const { organisation } = await server.get(
      'query ($id: ID!) { organisation(id: $id) { isManager managers { username } viewerCanEdit { allowed reason message } } }',
      { id: String(world.organisation) },
      world.token(who),
    );
    const { allowed, reason, message } = organisation.viewerCanEdit;
    expect(allowed).toBe(MAY.includes(who));
    expect(organisation.isManager).toBe(MAY.includes(who) || who === 'blockedManager');
    expect(organisation.managers === null).toBe(who === 'visitor');
    for (const result of [
      await update({ description: `By ${who}.` }, who),
      ...(allowed ? [] : [await remove(world.organisation, who)]),
    ])
      if (allowed) expect(result.organisation.description).toBe(`By ${who}.`);
      else if (who === 'visitor') expect(result.__typename).toBe('NotSignedIn');
      else expect(result).toMatchObject({ __typename: 'NotPermitted', reason, message });
  });

  it('changes in what is sent, and in nothing else', async () => {
    const before = (await update({ name: 'Kept', url: 'https://example.org/', logo: 'https://example.org/a.png' }))
      .organisation;
    const { organisation } = await update({ slug: 'kept-so', url: null, name: null });
    expect(organisation).toEqual({ ...before, slug: 'kept-so', url: null });
    const { organisationBySlug } = await server.get('{ organisationBySlug(slug: "kept-so") { name } }');
    expect(organisationBySlug.name).toBe('Kept');
  });

  it('keeps at least one manager, of people who are there', async () => {
    expect(await update({ managerUsernames: [] })).toMatchObject({ issues: [{ path: ['managerUsernames'] }] });
    expect(await update({ managerUsernames: ['member', 'nobody'] })).toMatchObject({
      issues: [{ path: ['managerUsernames', '1'] }],
    });
    const { organisation } = await update({ managerUsernames: ['manager', 'blockedManager', 'member'] });
    expect(organisation.managers.map(({ username }: { username: string }) => username)).toEqual([
      'blockedManager',
      'manager',
      'member',
    ]);
    expect((await update({ managerUsernames: ['manager', 'blockedManager'] })).organisation.managers).toHaveLength(2);
  });

  it('has its type and tier from administrators', async () => {
    expect(await update({ type: 'FULL_FEE' })).toMatchObject({ __typename: 'NotPermitted', reason: 'NOT_ADMIN' });
    expect(await update({ subscriptionTier: 3 })).toMatchObject({ reason: 'NOT_ADMIN' });
    expect((await update({ type: 'FULL_FEE', subscriptionTier: 3 }, 'admin')).organisation).toMatchObject({
      type: 'FULL_FEE',
      subscriptionTier: 3,
    });
    expect(await update({ subscriptionTier: 6 }, 'admin')).toMatchObject({ issues: [{ path: ['subscriptionTier'] }] });
  });

  it('says what is taken, unknown or wrong', async () => {
    const { name, slug } = await server.database.prisma.organisation.findUniqueOrThrow({ where: { id: world.other } });
    expect(await update({ name })).toMatchObject({ __typename: 'NameTaken', name });
    expect(await update({ name: 'New', slug })).toMatchObject({ __typename: 'NameTaken', name: slug });
    expect(await update({ campaignIds: ['999'] })).toMatchObject({ issues: [{ path: ['campaignIds'] }] });
    expect(await update({ organisationId: '999999' })).toMatchObject({ code: 'ORGANISATION_NOT_FOUND' });
    for (const [input, path] of [
      [{ name: ' ' }, 'name'],
      [{ name: 'a\0' }, 'name'],
      [{ slug: 'No' }, 'slug'],
      [{ url: 'javascript:1' }, 'url'],
    ] as const)
      expect(await update(input), path).toMatchObject({ issues: [{ path: [path] }] });
  });

  it('goes only when nothing is left of it', async () => {
    const { admin } = world.people;
    const id = await newOrganisation(server, admin.token);
    const p = await publishedProject(server, admin.token, {
      areaOfInterest: boxOfTiles(14, 2, 2),
      zoom: 14,
      organisationId: id,
    });
    const { prisma } = server.database;
    const team = await prisma.team.create({ data: { organisationId: Number(id), name: 'Theirs' } });
    expect(await remove(id, 'admin')).toMatchObject({
      __typename: 'InUse',
      code: 'IN_USE',
      usedBy: '1 project and 1 team',
    });
    await prisma.project.update({ where: { id: p }, data: { organisationId: world.other } });
    expect(await remove(id, 'admin')).toMatchObject({ usedBy: '1 team' });
    await prisma.team.delete({ where: { id: team.id } });
    expect(await remove(id, 'admin')).toMatchObject({ deletedNumber: Number(id) });
    expect(await remove(id, 'admin')).toMatchObject({ code: 'ORGANISATION_NOT_FOUND' });
  });

  it('counts its projects by status, and the tasks of the published ones', async () => {
    const { admin, member } = world.people;
    const id = await newOrganisation(server, admin.token);
    const area = { areaOfInterest: boxOfTiles(14, 2, 2), zoom: 14, organisationId: id };
    const [open, old] = [
      await publishedProject(server, admin.token, area),
      await publishedProject(server, admin.token, area),
    ];
    await server.database.pool.query(
      `update project set status = 'ARCHIVED', created_at = now() - interval '2 years' where id = $1`,
      [old],
    );
    const lock = await server.get(
      'mutation ($p: ID!) { lockTaskForMapping(input: { projectId: $p, taskNumber: 1 }) { __typename } }',
      { p: open },
      member.token,
    );
    expect(lock.lockTaskForMapping.__typename).toBe('LockTaskForMappingPayload');
    const { organisation } = await server.get(
      `query ($id: ID!) { organisation(id: $id) { figures { draftProjects publishedProjects archivedProjects recentProjects staleProjects
        readyTasks mappedTasks validatedTasks invalidatedTasks badImageryTasks tasksLockedForMapping tasksLockedForValidation } } }`,
      { id },
    );
    expect(organisation.figures).toEqual({
      draftProjects: 0,
      publishedProjects: 1,
      archivedProjects: 1,
      recentProjects: 1,
      staleProjects: 0,
      readyTasks: 3,
      mappedTasks: 0,
      validatedTasks: 0,
      invalidatedTasks: 0,
      badImageryTasks: 0,
      tasksLockedForMapping: 1,
      tasksLockedForValidation: 0,
    });
  });
});
