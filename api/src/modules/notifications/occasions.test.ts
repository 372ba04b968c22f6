import { beforeEach, describe, expect, it } from 'vitest';
import { tasksOfAProject, type Person } from '../../../test/tasksOf.js';
import { newOrganisation } from '../../../test/world.js';

describe('notifications', () => {
  const w = tasksOfAProject();
  const told = async (who: Person): Promise<string[]> =>
    (
      await w.server.get('{ viewer { notifications { nodes { type subject } } } }', {}, who.token)
    ).viewer.notifications.nodes.map(({ type, subject }: { type: string; subject: string }) => `${type}: ${subject}`);
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

  describe('of a project’s conversation', () => {
    const chat = (markdown: string, who: Person) => act('postProjectComment', { projectId: w.p, markdown }, who);
    const wantsChat = (who: Person) =>
      act('setNotificationPreferences', { preferences: [{ type: 'PROJECT_CHAT_NOTIFICATION', inApp: true }] }, who);

    it('come to those mentioned, and to who worked there or likes it and asks for them', async () => {
      await w.map(1, w.mapper);
      await w.server.database.prisma.projectFavourite.create({ data: { projectId: w.p, personId: w.other.id } });
      await chat('hello all', w.validator);
      expect([...(await told(w.mapper)), ...(await told(w.other))]).toEqual([]);
      for (const who of [w.mapper, w.other, w.validator]) await wantsChat(who);
      await chat('hello @mapper', w.validator);
      expect(await told(w.mapper)).toEqual([
        `MENTION_NOTIFICATION: You were mentioned in the conversation of project ${w.p}`,
      ]);
      expect(await told(w.other)).toEqual([
        `PROJECT_CHAT_NOTIFICATION: New comment in the conversation of project ${w.p}`,
      ]);
      expect(await told(w.validator)).toEqual([]);
      await chat('#contributors #author', w.validator);
      expect((await told(w.mapper))[0]).toContain('MENTION_NOTIFICATION');
      expect((await told(w.admin))[0]).toContain('MENTION_NOTIFICATION');
    });

    it('of a private project reach only who may see it', async () => {
      await w.server.database.prisma.project.update({ where: { id: w.p }, data: { private: true } });
      await chat('@other look', w.admin);
      expect(await told(w.other)).toEqual([]);
    });
  });

  describe('of teams', () => {
    let teamId: number;
    let manager: Person;
    beforeEach(async () => {
      manager = await w.server.person(`manager-${Math.random()}`);
      const organisationId = Number(await newOrganisation(w.server, w.admin.token));
      const team = await w.server.database.prisma.team.create({
        data: {
          name: 'Surveyors',
          organisationId,
          joinMethod: 'BY_REQUEST',
          members: {
            create: [
              { personId: manager.id, function: 'MANAGER', active: true, joinRequestNotifications: true },
              { personId: w.validator.id, function: 'MANAGER', active: true },
            ],
          },
        },
      });
      teamId = team.id;
    });

    it('tell managers who want it of a request, and who asked of the decision', async () => {
      for (const decision of ['REJECT', 'ACCEPT']) {
        await act('joinTeam', { teamId }, w.other);
        await act('decideJoinRequest', { teamId, username: 'other', decision }, manager);
      }
      expect(await told(manager)).toEqual(
        Array(2).fill('REQUEST_TEAM_NOTIFICATION: Somebody asks to join the team Surveyors'),
      );
      expect(await told(w.validator)).toEqual([]);
      expect(await told(w.other)).toEqual([
        'REQUEST_TEAM_NOTIFICATION: You are in the team Surveyors now',
        'REQUEST_TEAM_NOTIFICATION: The team Surveyors did not accept you',
      ]);
    });

    it('tell who is added by a manager, once, and not of another function', async () => {
      await act('addTeamMember', { teamId, username: 'mapper' }, manager);
      await act('addTeamMember', { teamId, username: 'mapper', function: 'MANAGER' }, manager);
      expect(await told(w.mapper)).toEqual(['INVITATION_NOTIFICATION: You were added to the team Surveyors']);
    });
  });
});
