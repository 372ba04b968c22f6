import { InUse, InvalidInput, NameTaken, NotFound, NotPermitted, NotSignedIn } from '../../errors.js';
import { builder, oneInput } from '../../graphql/builder.js';
import { deletedPayload } from '../../graphql/deleted.js';
import { numberOf } from '../../graphql/ids.js';
import { signedIn } from '../../viewer.js';
import { OrganisationType } from './enums.js';
import { organisationPayload } from './payload.js';
import { deleteOrganisation, updateOrganisation } from './service.js';

const UpdateOrganisationInput = builder.inputType('UpdateOrganisationInput', {
  description: 'What to change. What is left out stays as it is. A list replaces the whole list.',
  fields: (t) => ({
    organisationId: t.id({ required: true, description: 'Number or node id.' }),
    name: t.string({ description: 'Unique; at most 512 characters.' }),
    slug: t.string({ description: 'Part of its address: lower-case letters and digits joined by hyphens, unique.' }),
    description: t.string({ description: 'What it does; at most 10,000 characters; null removes it.' }),
    url: t.string({ description: 'Its website: http or https; null removes it.' }),
    logo: t.string({ description: 'Address of its picture: http or https; null removes it.' }),
    type: t.field({ type: OrganisationType, description: 'What it pays. Administrators alone may send it.' }),
    subscriptionTier: t.int({
      description: 'How much mapping it pays for: 1 (free) to 5; null removes it. Administrators alone may send it.',
    }),
    managerUsernames: t.stringList({
      description: 'Its managers, by their exact names: at least one, at most 200.',
    }),
    campaignIds: t.idList({ description: 'Numbers or node ids of the campaigns that it takes part in, at most 200.' }),
  }),
});

const DeleteOrganisationInput = builder.inputType('DeleteOrganisationInput', {
  description: 'The organisation to delete.',
  fields: (t) => ({ organisationId: t.id({ required: true, description: 'Number or node id.' }) }),
});

builder.mutationFields((t) => ({
  updateOrganisation: t.field({
    type: organisationPayload('UpdateOrganisationPayload', 'The organisation was changed.'),
    description: 'Changes an organisation, all or nothing. For its managers and administrators.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound, InvalidInput, NameTaken] },
    args: oneInput(UpdateOrganisationInput),
    resolve: (_root, { input: { organisationId, campaignIds, ...input } }, context) =>
      updateOrganisation(context, signedIn(context.viewer), numberOf('Organisation', organisationId), {
        ...input,
        campaignIds: campaignIds?.map((id) => numberOf('Campaign', id)),
      }),
  }),
  deleteOrganisation: t.field({
    type: deletedPayload('DeleteOrganisationPayload', 'organisation'),
    description: 'Deletes an organisation that has neither projects nor teams. For its managers and administrators.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound, InUse] },
    args: oneInput(DeleteOrganisationInput),
    resolve: (_root, { input: { organisationId } }, context) =>
      deleteOrganisation(context, signedIn(context.viewer), numberOf('Organisation', organisationId)),
  }),
}));
