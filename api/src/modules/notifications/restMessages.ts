import { success } from '../../rest/answers.js';
import { operation } from '../../rest/operation.js';
import { managedProject } from '../../rest/readProject.js';
import { assertManagesKnownTeam } from '../../rest/readTeam.js';
import { broadcast, id } from '../../rest/values.js';
import { messageCampaignContributors, messageProjectContributors, messageTeamMembers } from './broadcast.js';

/** Messages to many people. */
export const messagesOperations = [
  operation({
    method: 'POST',
    path: '/campaigns/{campaign_id}/actions/message-contributors/',
    tag: 'campaigns',
    summary: 'Writes to all who worked on projects of a campaign, but not to yourself.',
    access: 'admin',
    params: { campaign_id: id() },
    body: broadcast(),
    invalidBody: [400, 'InvalidData'],
    answers: success,
    fails: {
      400: 'There is no subject or no text.',
      404: 'There is no such campaign.',
      429: 'You have sent as many as one may in an hour.',
    },
    service: 'notifications: messageCampaignContributors',
    differences: ['At most ten messages to many people within an hour.'],
    handler: async ({ context, viewer, params: { campaign_id }, body }) => {
      await messageCampaignContributors(context, viewer, campaign_id, body);
      return { Success: 'The message was sent.' };
    },
  }),
  operation({
    method: 'POST',
    path: '/projects/{project_id}/actions/message-contributors/',
    tag: 'projects',
    summary: 'Writes to all who worked on a project, but not to yourself.',
    access: 'login',
    params: { project_id: id() },
    body: broadcast(),
    invalidBody: [400, 'InvalidData'],
    answers: success,
    fails: {
      400: 'There is no subject or no text.',
      404: 'There is no such project.',
      429: 'You have sent as many as one may in an hour.',
    },
    service: 'notifications: messageProjectContributors',
    differences: ['At most ten messages to many people within an hour.'],
    handler: async ({ context, viewer, params: { project_id }, body }) => {
      await managedProject(context, viewer, project_id);
      await messageProjectContributors(context, viewer, project_id, body);
      return { Success: 'Messages started' };
    },
  }),
  operation({
    method: 'POST',
    path: '/teams/{team_id}/actions/message-members/',
    tag: 'teams',
    summary: 'Writes to all members of a team, but not to yourself. For those who manage it.',
    access: 'login',
    params: { team_id: id() },
    body: broadcast(),
    invalidBody: [400, 'InvalidData'],
    answers: success,
    fails: {
      400: 'There is no subject or no text.',
      404: 'There is no such team.',
      429: 'You have sent as many as one may in an hour.',
    },
    refusals: { 'NOT_PERMITTED/NOT_TEAM_MANAGER': [403, 'UserNotPermitted'] },
    service: 'notifications: messageTeamMembers',
    differences: ['At most ten messages to many people within an hour.'],
    handler: async ({ context, viewer, params: { team_id }, body }) => {
      await assertManagesKnownTeam(context, viewer, team_id);
      await messageTeamMembers(context, viewer, team_id, body);
      return { Success: 'The message was sent.' };
    },
  }),
];
