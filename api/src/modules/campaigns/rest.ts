import { z } from 'zod';
import { success } from '../../rest/answers.js';
import { notFound } from '../../rest/errors.js';
import { operation } from '../../rest/operation.js';
import { address, id, int, text } from '../../rest/values.js';
import { createCampaign, deleteCampaign, updateCampaign } from './service.js';

const tag = 'campaigns';
export const campaignList = z.object({ campaigns: z.array(z.object({ id: z.int(), name: z.string() })) });
const params = { campaign_id: id() };
const name = () => text({ min: 1, max: 512 }).refine((words) => words.trim() !== '', 'Give the campaign a name');
const texts = { logo: address(), url: address(), description: text({ max: 10_000 }).nullish() };
const refusals = {
  'NOT_PERMITTED/NOT_MANAGER': [403, 'UserNotPermitted'],
  NAME_TAKEN: [409, 'NameExists'],
} satisfies Record<string, [number, string]>;
const noCampaign = { 404: 'There is no such campaign.' };
const taken = { 409: 'Another campaign has this name.' };

export const campaignsOperations = [
  operation({
    method: 'GET',
    path: '/campaigns/',
    tag,
    summary: 'All campaigns, by name.',
    access: 'open',
    answers: campaignList,
    service: 'campaigns: read',
    handler: async ({ context: { database } }) => ({
      campaigns: await database.prisma.campaign.findMany({
        select: { id: true, name: true },
        orderBy: { name: 'asc' },
      }),
    }),
  }),
  operation({
    method: 'POST',
    path: '/campaigns/',
    tag,
    summary: 'Makes a campaign. For administrators and managers of an organisation.',
    access: 'login',
    body: z.object({ name: name(), ...texts, organisations: z.array(int()).max(200).nullish() }),
    status: 201,
    answers: z.object({ campaignId: z.int() }),
    fails: { 404: 'There is no such organisation.', ...taken },
    refusals,
    service: 'campaigns: createCampaign',
    differences: [
      'A name that is taken is a 409, and an organisation that is not there a 404; they are 500s in the original.',
      'Administrators may from the start; the original refuses them until there is an organisation.',
      'Organisations that are named must be your own, as where they are put into a campaign later.',
    ],
    handler: async ({ context, viewer, body: { organisations, ...input } }) => ({
      campaignId: (await createCampaign(context, viewer, input, organisations ?? [])).id,
    }),
  }),
  operation({
    method: 'GET',
    path: '/campaigns/{campaign_id}/',
    tag,
    summary: 'One campaign.',
    access: 'open',
    params,
    answers: z.object({
      id: z.int(),
      name: z.string(),
      logo: z.string().nullable(),
      url: z.string().nullable(),
      description: z.string().nullable(),
      organisations: z.null(),
    }),
    fails: noCampaign,
    service: 'campaigns: read',
    handler: async ({ context: { database }, params: { campaign_id } }) => {
      const found = await database.prisma.campaign.findUnique({ where: { id: campaign_id } });
      if (!found) notFound('CAMPAIGN', { campaign_id });
      const { id, name, logo, url, description } = found;
      return { id, name, logo, url, description, organisations: null };
    },
  }),
  operation({
    method: 'PATCH',
    path: '/campaigns/{campaign_id}/',
    tag,
    summary: 'Changes what is sent of a campaign.',
    access: 'login',
    params,
    body: z.object({ name: name().nullish(), ...texts }),
    answers: success,
    fails: { ...noCampaign, ...taken },
    refusals,
    service: 'campaigns: updateCampaign',
    differences: [
      'A name that is taken is a 409, and an empty change changes nothing; they are 500s in the original. The number of a campaign never changes.',
    ],
    handler: async ({ context, viewer, params: { campaign_id }, body }) => {
      await updateCampaign(context, viewer, campaign_id, body);
      return { Success: `Campaign ${campaign_id} was changed.` };
    },
  }),
  operation({
    method: 'DELETE',
    path: '/campaigns/{campaign_id}/',
    tag,
    summary: 'Deletes a campaign, and takes organisations and projects off it.',
    access: 'login',
    params,
    answers: success,
    fails: noCampaign,
    refusals,
    service: 'campaigns: deleteCampaign',
    differences: ['A campaign of projects can be deleted; that is a 500 in the original.'],
    handler: async ({ context, viewer, params: { campaign_id } }) => {
      await deleteCampaign(context, viewer, campaign_id);
      return { Success: 'The campaign was deleted.' };
    },
  }),
];
