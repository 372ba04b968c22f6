import { beforeEach, describe, expect, it } from 'vitest';
import { tasksOfAProject, type Person } from '../../../test/tasksOf.js';
import { newOrganisation } from '../../../test/world.js';

describe('notifications', () => {
  const w = tasksOfAProject();
  const told = (who: Person) =>
    w.server.database.prisma.message
      .findMany({ where: { receiverId: who.id }, orderBy: { id: 'asc' } })
      .then((rows) => rows.map(({ type, subject }) => `${type}: ${subject}`));
  const act = async (name: string, input: object, who: Person) => {
    const type = name.charAt(0).toUpperCase() + name.slice(1);
    const { result } = await w.server.get(
      `mutation ($input: ${type}Input!) { result: ${name}(input: $input) { __typename ... on Error { message } } }`,
      { input },
      who.token,
    );
    expect(result).toEqual({ __typename: `${type}Payload` });
  };
  beforeEach(async () => {
    await w.server.database.prisma.message.deleteMany();
    await w.server.database.prisma.notificationPreference.deleteMany();
  });

  describe('of a project', () => {
    it('tell the new author, the former one and the organisation’s managers that it was given away, once', async () => {
      const { prisma } = w.server.database;
      const { organisationId } = await prisma.project.findUniqueOrThrow({ where: { id: w.p } });
      await prisma.organisationManager.createMany({
        data: [w.mapper, w.validator].map(({ id }) => ({ organisationId: organisationId!, personId: id })),
      });
      await act('transferProject', { projectId: w.p, username: 'mapper' }, w.validator);
      expect(await told(w.mapper)).toEqual([`SYSTEM: You are the author of project ${w.p} now`]);
      expect(await told(w.admin)).toEqual([`SYSTEM: Project ${w.p} has another author`]);
      expect(await told(w.validator)).toEqual([]);
      expect(await told(w.other)).toEqual([]);
      await act('transferProject', { projectId: w.p, username: 'mapper' }, w.admin);
      expect(await told(w.mapper)).toHaveLength(1);
      await act('transferProject', { projectId: w.p, username: 'admin' }, w.admin);
      expect((await told(w.mapper))[1]).toBe(`SYSTEM: Project ${w.p} has another author`);
      expect(await told(w.validator)).toEqual([`SYSTEM: Project ${w.p} has another author`]);
      expect(await told(w.admin)).toHaveLength(1);
    });

    it('tell who has it as a favourite, may see it and wants it, that it was opened or archived', async () => {
      const { prisma } = w.server.database;
      await prisma.projectFavourite.createMany({
        data: [w.mapper, w.other, w.admin, w.blocked].map(({ id }) => ({ projectId: w.p, personId: id })),
      });
      await prisma.notificationPreference.create({
        data: { personId: w.other.id, type: 'PROJECT_ACTIVITY_NOTIFICATION', inApp: false },
      });
      await act('publishProject', { projectId: w.p }, w.admin); // it is open already
      expect(await told(w.mapper)).toEqual([]);
      await act('archiveProject', { projectId: w.p }, w.admin);
      await act('returnProjectToDraft', { projectId: w.p }, w.admin);
      await act('publishProject', { projectId: w.p }, w.admin);
      const news = ['was archived', 'is open'].map((what) => `PROJECT_ACTIVITY_NOTIFICATION: Project ${w.p} ${what}`);
      expect(await told(w.mapper)).toEqual(news);
      expect(await told(w.blocked)).toEqual(news);
      expect([...(await told(w.other)), ...(await told(w.admin))]).toEqual([]);
      await prisma.project.update({ where: { id: w.p }, data: { private: true } });
      await act('archiveProject', { projectId: w.p }, w.admin);
      expect(await told(w.mapper)).toEqual(news);
    });
  });

  describe('of tasks', () => {
    const bulk = (action: string, selection: object) =>
      act('bulkTaskAction', { projectId: w.p, action, selection }, w.admin);
    const bodies = (who: Person) =>
      w.server.database.prisma.message
        .findMany({ where: { receiverId: who.id }, orderBy: { id: 'asc' } })
        .then((rows) => rows.map(({ body }) => body));

    it('come once a mapper for all verdicts that a manager gives at once, and not for other bulk work', async () => {
      for (const n of [1, 2, 3, 4]) await w.map(n, w.mapper);
      await w.map(5, w.other);
      await bulk('MARK_VALIDATED', { all: true });
      expect(await told(w.mapper)).toEqual([
        `VALIDATION_NOTIFICATION: Your work on task 1 of project ${w.p} was validated`,
      ]);
      expect((await bodies(w.mapper))[0]).toContain('3 more');
      expect(await told(w.other)).toHaveLength(1);
      await bulk('INVALIDATE', { taskNumbers: [2, 3] });
      expect((await told(w.mapper))[1]).toBe(`INVALIDATION_NOTIFICATION: Task 2 of project ${w.p} needs more mapping`);
      expect((await bodies(w.mapper))[1]).toContain('1 more');
      await bulk('MARK_MAPPED', { all: true });
      await bulk('RESET', { all: true });
      expect(await told(w.mapper)).toHaveLength(2);
      expect(await told(w.other)).toHaveLength(1);
      expect(await told(w.admin)).toEqual([]);
    });

    it('come to whom notes on them mention, once for all notes of a batch', async () => {
      await w.map(1, w.other);
      const annotations = [1, 2, 3].map((taskNumber) => ({
        taskNumber,
        markdown: `see @mapper and #mappers (${taskNumber})`,
      }));
      await act('annotateTasks', { projectId: w.p, type: 'note', annotations }, w.admin);
      expect(await told(w.mapper)).toEqual([
        `MENTION_NOTIFICATION: You were mentioned in a note on task 1 of project ${w.p}`,
      ]);
      expect(await told(w.other)).toHaveLength(1);
      await act(
        'annotateTasks',
        { projectId: w.p, type: 'count', annotations: [{ taskNumber: 1, markdown: '40 buildings', properties: {} }] },
        w.admin,
      );
      expect(await told(w.mapper)).toHaveLength(1);
      expect(await told(w.validator)).toEqual([]);
    });
  });

  it('tell who is taken out of a team, and not who leaves', async () => {
    const organisationId = Number(await newOrganisation(w.server, w.admin.token));
    const { id: teamId } = await w.server.database.prisma.team.create({
      data: {
        name: 'Surveyors',
        organisationId,
        members: {
          create: [
            { personId: w.mapper.id, active: true },
            { personId: w.other.id, active: false },
            { personId: w.validator.id, active: true },
          ],
        },
      },
    });
    for (const username of ['mapper', 'other']) await act('removeTeamMember', { teamId, username }, w.admin);
    await act('removeTeamMember', { teamId, username: 'validator' }, w.validator);
    expect(await told(w.mapper)).toEqual(['INVITATION_NOTIFICATION: You are not in the team Surveyors any more']);
    expect(await told(w.other)).toEqual(['REQUEST_TEAM_NOTIFICATION: The team Surveyors did not accept you']);
    expect(await told(w.validator)).toEqual([]);
  });
});
