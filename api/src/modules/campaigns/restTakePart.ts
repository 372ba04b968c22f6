import { success } from '../../rest/answers.js';
import { notFound, refuse } from '../../rest/errors.js';
import { operation } from '../../rest/operation.js';
import { assertManagesOrganisation } from '../../rest/readOrganisation.js';
import { managedProject, readableProject } from '../../rest/readProject.js';
import { id } from '../../rest/values.js';
import { campaignList } from './rest.js';
import { leave, takePart } from './takePart.js';

const ofOrganisation = { organisation_id: id(), campaign_id: id() };
const ofProject = { project_id: id(), campaign_id: id() };

const refusals = { 'NOT_PERMITTED/NOT_MANAGER': [403, 'UserNotPermitted'] } satisfies Record<string, [number, string]>;

const named = { campaign: { select: { id: true, name: true } } } as const;
const inOrder = { orderBy: { campaign: { name: 'asc' } } } as const;

export const campaignLinkOperations = [
  operation({
    method: 'GET',
    path: '/organisations/{organisation_id}/campaigns/',
    tag: 'organisations',
    summary: 'The campaigns that an organisation takes part in, by name.',
    access: 'open',
    params: { organisation_id: id() },
    answers: campaignList,
    fails: { 404: 'There is no such organisation.' },
    service: 'campaigns: read',
    handler: async ({ context: { database }, params: { organisation_id } }) => {
      const found = await database.prisma.organisation.findUnique({
        where: { id: organisation_id },
        select: { campaigns: { select: named, ...inOrder } },
      });
      if (!found) notFound('ORGANISATION', { organisation_id });
      return { campaigns: found.campaigns.map(({ campaign }) => campaign) };
    },
  }),
  operation({
    method: 'POST',
    path: '/organisations/{organisation_id}/campaigns/{campaign_id}/',
    tag: 'organisations',
    summary: 'Has an organisation take part in a campaign.',
    access: 'login',
    params: ofOrganisation,
    answers: success,
    fails: { 400: 'It does already.', 404: 'There is no such campaign or organisation.' },
    refusals,
    service: 'campaigns: takePart',
    handler: async ({ context, viewer, params: { organisation_id, campaign_id } }) => {
      await assertManagesOrganisation(context, viewer, organisation_id);
      if (!(await takePart(context, viewer, campaign_id, { kind: 'ORGANISATION', id: organisation_id })))
        refuse(400, 'CampaignAlreadyAssigned', 'This organisation takes part in that campaign already.');
      return { Success: `Organisation ${organisation_id} takes part in campaign ${campaign_id}.` };
    },
  }),
  operation({
    method: 'DELETE',
    path: '/organisations/{organisation_id}/campaigns/{campaign_id}/',
    tag: 'organisations',
    summary: 'Takes an organisation off a campaign.',
    access: 'login',
    params: ofOrganisation,
    answers: success,
    fails: { 404: 'There is no such campaign or organisation, or it takes no part.' },
    refusals,
    service: 'campaigns: leave',
    handler: async ({ context, viewer, params: { organisation_id, campaign_id } }) => {
      await assertManagesOrganisation(context, viewer, organisation_id);
      await leave(context, viewer, campaign_id, { kind: 'ORGANISATION', id: organisation_id });
      return { Success: 'The organisation takes no part in the campaign any more.' };
    },
  }),
  operation({
    method: 'GET',
    path: '/projects/{project_id}/campaigns/',
    tag: 'projects',
    summary: 'The campaigns that a project belongs to, by name.',
    access: 'optional',
    params: { project_id: id() },
    answers: campaignList,
    fails: { 404: 'There is no such project.' },
    service: 'campaigns: read',
    differences: ['Of a draft or a private project they are for those who may see it, as the project itself is.'],
    handler: async ({ context, viewer, params: { project_id } }) => {
      await readableProject(context, viewer, project_id);
      const links = await context.database.prisma.campaignProject.findMany({
        where: { projectId: project_id },
        select: named,
        ...inOrder,
      });
      return { campaigns: links.map(({ campaign }) => campaign) };
    },
  }),
  operation({
    method: 'POST',
    path: '/projects/{project_id}/campaigns/{campaign_id}/',
    tag: 'projects',
    summary: 'Puts a project into a campaign.',
    access: 'login',
    params: ofProject,
    answers: success,
    fails: { 400: 'It is in it already.', 404: 'There is no such project or campaign.' },
    refusals: { 'NOT_PERMITTED/NOT_MANAGER': [403, 'UserPermissionError'] },
    service: 'campaigns: takePart',
    handler: async ({ context, viewer, params: { project_id, campaign_id } }) => {
      await managedProject(context, viewer, project_id);
      if (!(await takePart(context, viewer, campaign_id, { kind: 'PROJECT', id: project_id })))
        refuse(400, 'CampaignAssignmentError', 'This project belongs to that campaign already.');
      return { Success: `Project ${project_id} belongs to campaign ${campaign_id} now.` };
    },
  }),
  operation({
    method: 'DELETE',
    path: '/projects/{project_id}/campaigns/{campaign_id}/',
    tag: 'projects',
    summary: 'Takes a project out of a campaign.',
    access: 'login',
    params: ofProject,
    answers: success,
    fails: { 404: 'There is no such project or campaign, or it does not belong to it.' },
    refusals: { 'NOT_PERMITTED/NOT_MANAGER': [403, 'UserPermissionError'] },
    service: 'campaigns: leave',
    handler: async ({ context, viewer, params: { project_id, campaign_id } }) => {
      await managedProject(context, viewer, project_id);
      await leave(context, viewer, campaign_id, { kind: 'PROJECT', id: project_id });
      return { Success: 'The project does not belong to the campaign any more.' };
    },
  }),
];
