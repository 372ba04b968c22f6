import type { Database } from '../../database/database.js';
import type { Viewer } from '../../viewer.js';
import { notify, quietly } from './notify.js';

const TEAM = {
  name: 'notifications/team',
  text: `select t.name, array(select person_id from team_member m
                               where m.team_id = t.id and m.active and m.function = 'MANAGER' and m.join_request_notifications) as managers
           from team t where t.id = $1`,
};

const about = async (database: Database, teamId: number) =>
  (await database.query<{ name: string; managers: number[] }>(TEAM, [teamId]))[0]!;

/** Tells the managers who want to hear of it that somebody asks to join their team. */
export const notifyOfJoinRequest = (database: Database, asker: Viewer, teamId: number): Promise<void> =>
  quietly(async () => {
    const { name, managers } = await about(database, teamId);
    await notify(database, [
      {
        type: 'REQUEST_TEAM_NOTIFICATION',
        to: managers,
        from: asker.id,
        teamId,
        subject: `Somebody asks to join the team ${name}`,
        body: `Open the team ${name} to let them in or not.`,
      },
    ]);
  });

/** Tells who asked to join a team what became of it. */
export const notifyOfJoinDecision = (
  database: Database,
  manager: Viewer,
  teamId: number,
  personId: number,
  accepted: boolean,
): Promise<void> =>
  quietly(async () => {
    const { name } = await about(database, teamId);
    await notify(database, [
      {
        type: 'REQUEST_TEAM_NOTIFICATION',
        to: [personId],
        from: manager.id,
        teamId,
        subject: accepted ? `You are in the team ${name} now` : `The team ${name} did not accept you`,
        body: accepted
          ? `A manager of the team ${name} let you in. You can work on the projects of the team.`
          : `A manager of the team ${name} declined that you join. You can ask them why.`,
      },
    ]);
  });

/** Tells somebody that a manager put them into a team. */
export const notifyOfTeamInvitation = (
  database: Database,
  manager: Viewer,
  teamId: number,
  personId: number,
  memberFunction: 'MANAGER' | 'MEMBER',
): Promise<void> =>
  quietly(async () => {
    const { name } = await about(database, teamId);
    await notify(database, [
      {
        type: 'INVITATION_NOTIFICATION',
        to: [personId],
        from: manager.id,
        teamId,
        subject: `You were added to the team ${name}`,
        body: `A manager added you to the team ${name} as a ${memberFunction === 'MANAGER' ? 'manager' : 'member'}.`,
      },
    ]);
  });

/** Tells somebody that a manager took them out of a team, or declined what they asked for. */
export const notifyOfRemoval = (
  database: Database,
  manager: Viewer,
  teamId: number,
  personId: number,
  wasMember: boolean,
): Promise<void> =>
  wasMember
    ? quietly(async () => {
        const { name } = await about(database, teamId);
        await notify(database, [
          {
            type: 'INVITATION_NOTIFICATION',
            to: [personId],
            from: manager.id,
            teamId,
            subject: `You are not in the team ${name} any more`,
            body: `A manager took you out of the team ${name}. You can ask them why.`,
          },
        ]);
      })
    : notifyOfJoinDecision(database, manager, teamId, personId, false);
