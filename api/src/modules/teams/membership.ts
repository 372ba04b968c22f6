import { NotFound, NotPermitted } from '../../errors.js';
import type { Services } from '../../graphql/context.js';
import type { Viewer } from '../../viewer.js';
import {
  notifyOfJoinDecision,
  notifyOfJoinRequest,
  notifyOfRemoval,
  notifyOfTeamInvitation,
} from '../notifications/service.js';
import { AlreadyMember } from './errors.js';
import { managesTeam, whyNotJoinTeam } from './policy.js';
import { assertManagesTeam, personNamed, seenTeam } from './service.js';

const JOIN = {
  name: 'teams/join',
  text: `insert into team_member (team_id, person_id, function, active, joined_at)
         select $1, $2, 'MEMBER', $3, now()
             on conflict do nothing returning team_id`,
};
const ADD = {
  name: 'teams/add',
  text: `insert into team_member as m (team_id, person_id, function, active, joined_at)
         values ($1, $2, $3::text::team_member_function, true, now())
             on conflict (team_id, person_id) do update
            set function = excluded.function, active = true, joined_at = case when m.active then m.joined_at else now() end
         returning joined_at = now() as joined`,
};

/** The viewer joins, or asks to. Throws NotFound, NotPermitted, AlreadyMember. */
export async function joinTeam(services: Services, viewer: Viewer, teamId: number) {
  const standing = await seenTeam(services, viewer, teamId);
  if (standing.function) throw new AlreadyMember(!standing.active);
  const refusal = whyNotJoinTeam(viewer, standing);
  if (refusal) throw refusal;
  const atOnce = standing.joinMethod === 'ANY' || managesTeam(viewer, standing);
  const [joined] = await services.database.query(JOIN, [teamId, viewer.id, atOnce]);
  if (!joined) throw new AlreadyMember(!atOnce); // from another window, a moment ago
  if (!atOnce) await notifyOfJoinRequest(services.database, viewer, teamId);
  return { id: teamId };
}

/** The viewer leaves, or takes back that they asked. Throws NotFound. */
export async function leaveTeam(services: Services, viewer: Viewer, teamId: number) {
  await seenTeam(services, viewer, teamId);
  await endMembership(services, teamId, viewer.id, 'You are not in this team.');
  return { id: teamId };
}

/** A manager lets somebody in who asked, or does not. Throws NotFound, NotPermitted, InvalidInput. */
export async function decideJoinRequest(
  services: Services,
  viewer: Viewer,
  teamId: number,
  username: string,
  accept: boolean,
) {
  await assertManagesTeam(services, viewer, teamId);
  const personId = await personNamed(services, username);
  const { teamMember } = services.database.prisma;
  const where = { teamId, personId, active: false };
  const { count } = accept
    ? await teamMember.updateMany({ where, data: { active: true, joinedAt: new Date() } })
    : await teamMember.deleteMany({ where });
  if (count === 0)
    throw new NotFound('JOIN_REQUEST', `${username} has not asked to join, or somebody has decided already.`);
  await notifyOfJoinDecision(services.database, viewer, teamId, personId, accept);
  return { id: teamId };
}

/** A manager puts somebody into the team; who is in it gets the function. Throws NotFound, NotPermitted, InvalidInput. */
export async function addTeamMember(
  services: Services,
  viewer: Viewer,
  teamId: number,
  username: string,
  memberFunction: 'MANAGER' | 'MEMBER',
) {
  await assertManagesTeam(services, viewer, teamId);
  const personId = await personNamed(services, username);
  const [row] = await services.database.query<{ joined: boolean }>(ADD, [teamId, personId, memberFunction]);
  if (row!.joined) await notifyOfTeamInvitation(services.database, viewer, teamId, personId, memberFunction);
  return { id: teamId };
}

/** A manager takes somebody out. Throws NotFound, NotPermitted, InvalidInput. */
export async function removeTeamMember(services: Services, viewer: Viewer, teamId: number, username: string) {
  if (username !== viewer.username) await assertManagesTeam(services, viewer, teamId);
  else await seenTeam(services, viewer, teamId);
  const personId = await personNamed(services, username);
  const wasMember = await endMembership(services, teamId, personId, `${username} is not in this team.`);
  await notifyOfRemoval(services.database, viewer, teamId, personId, wasMember);
  return { id: teamId };
}

const LEAVE = {
  name: 'teams/leave',
  text: 'delete from team_member where team_id = $1 and person_id = $2 returning active',
};

/** Whether they were a member, not only one who asked to be. Throws NotFound with the message. */
async function endMembership({ database }: Services, teamId: number, personId: number, message: string) {
  const [membership] = await database.query<{ active: boolean }>(LEAVE, [teamId, personId]);
  if (!membership) throw new NotFound('TEAM_MEMBER', message);
  return membership.active;
}

/** Whether the viewer, a manager in the team, hears of those who ask to join. Throws NotFound, NotPermitted. */
export async function setJoinRequestNotifications(
  services: Services,
  viewer: Viewer,
  teamId: number,
  enabled: boolean,
) {
  await seenTeam(services, viewer, teamId);
  const { count } = await services.database.prisma.teamMember.updateMany({
    where: { teamId, personId: viewer.id, active: true, function: 'MANAGER' },
    data: { joinRequestNotifications: enabled },
  });
  if (count === 0)
    throw new NotPermitted('NOT_TEAM_MANAGER', 'Only managers in the team are told of those who ask to join.');
  return { id: teamId };
}
