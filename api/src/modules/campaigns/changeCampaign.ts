import { InvalidInput, NameTaken, NotFound, NotPermitted, NotSignedIn } from '../../errors.js';
import { builder, oneInput } from '../../graphql/builder.js';
import { deletedPayload } from '../../graphql/deleted.js';
import { numberOf } from '../../graphql/ids.js';
import { signedIn } from '../../viewer.js';
import { Campaign } from './Campaign.js';
import { createCampaign, deleteCampaign, updateCampaign } from './service.js';

const campaignPayload = (name: string, description: string) =>
  builder.objectRef<{ id: number }>(name).implement({
    description,
    fields: (t) => ({
      campaign: t.prismaField({
        type: Campaign,
        description: 'As it is now.',
        resolve: (query, { id }, _args, { database }) =>
          database.prisma.campaign.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  });

const CreateCampaignInput = builder.inputType('CreateCampaignInput', {
  description: 'The new campaign.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Unique; at most 512 characters.' }),
    description: t.string({ description: 'What it is for; at most 10,000 characters.' }),
    url: t.string({ description: 'Its website: http or https.' }),
    logo: t.string({ description: 'Address of its picture: http or https.' }),
  }),
});
const UpdateCampaignInput = builder.inputType('UpdateCampaignInput', {
  description: 'What to change. What is left out stays as it is.',
  fields: (t) => ({
    campaignId: t.id({ required: true, description: 'Number or node id.' }),
    name: t.string({ description: 'Unique; at most 512 characters.' }),
    description: t.string({ description: 'What it is for; at most 10,000 characters; null removes it.' }),
    url: t.string({ description: 'Its website: http or https; null removes it.' }),
    logo: t.string({ description: 'Address of its picture: http or https; null removes it.' }),
  }),
});
const DeleteCampaignInput = builder.inputType('DeleteCampaignInput', {
  description: 'The campaign to delete.',
  fields: (t) => ({ campaignId: t.id({ required: true, description: 'Number or node id.' }) }),
});

builder.mutationFields((t) => ({
  createCampaign: t.field({
    type: campaignPayload('CreateCampaignPayload', 'The campaign was created.'),
    description: 'Creates a campaign. For administrators and managers of an organisation.',
    errors: { types: [NotSignedIn, NotPermitted, InvalidInput, NameTaken] },
    args: oneInput(CreateCampaignInput),
    resolve: (_root, { input }, context) => createCampaign(context, signedIn(context.viewer), input),
  }),
  updateCampaign: t.field({
    type: campaignPayload('UpdateCampaignPayload', 'The campaign was changed.'),
    description: 'Changes a campaign. For administrators and managers of an organisation.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound, InvalidInput, NameTaken] },
    args: oneInput(UpdateCampaignInput),
    resolve: (_root, { input: { campaignId, ...input } }, context) =>
      updateCampaign(context, signedIn(context.viewer), numberOf('Campaign', campaignId), input),
  }),
  deleteCampaign: t.field({
    type: deletedPayload('DeleteCampaignPayload', 'campaign'),
    description:
      'Deletes a campaign, and takes it off organisations and projects. For administrators and managers of an organisation.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound] },
    args: oneInput(DeleteCampaignInput),
    resolve: (_root, { input }, context) =>
      deleteCampaign(context, signedIn(context.viewer), numberOf('Campaign', input.campaignId)),
  }),
}));
