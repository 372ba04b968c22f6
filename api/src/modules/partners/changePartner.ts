import { InvalidInput, NameTaken, NotFound, NotPermitted, NotSignedIn } from '../../errors.js';
import { builder, oneInput } from '../../graphql/builder.js';
import { deletedPayload } from '../../graphql/deleted.js';
import { numberOf } from '../../graphql/ids.js';
import { signedIn } from '../../viewer.js';
import { Partner } from './Partner.js';
import { createPartner, deletePartner, updatePartner } from './service.js';

const partnerPayload = (name: string, description: string) =>
  builder.objectRef<{ id: number }>(name).implement({
    description,
    fields: (t) => ({
      partner: t.prismaField({
        type: Partner,
        description: 'As it is now.',
        resolve: (query, { id }, _args, { database }) =>
          database.prisma.partner.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  });

const WebsiteLinkInput = builder.inputType('WebsiteLinkInput', {
  description: 'A page of a partner.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'What people see of it; at most 200 characters.' }),
    url: t.string({ required: true, description: 'Its address: http or https.' }),
  }),
});

const CreatePartnerInput = builder.inputType('CreatePartnerInput', {
  description: 'The new partner.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Unique; at most 150 characters.' }),
    primaryHashtag: t.string({
      required: true,
      description: 'What its people write in the comments of their changesets; at most 200 characters.',
    }),
    secondaryHashtag: t.string({ description: 'Another one that counts; at most 200 characters.' }),
    logo: t.string({ description: 'Address of its picture: http or https.' }),
    linkMeta: t.string({ description: 'Address of its page on Facebook: http or https.' }),
    linkX: t.string({ description: 'Address of its page on X: http or https.' }),
    linkInstagram: t.string({ description: 'Address of its page on Instagram: http or https.' }),
    websiteLinks: t.field({ type: [WebsiteLinkInput], description: 'Pages of its own, at most 5.' }),
    permalink: t.string({
      description: 'Unique; the part of the address of its page: letters, digits, hyphens and underscores.',
    }),
    mapswipeGroupId: t.string({ description: 'Id of its group in MapSwipe.' }),
    currentProjectIds: t.idList({ description: 'What it asks its people to map now, by number or node id.' }),
  }),
});
const UpdatePartnerInput = builder.inputType('UpdatePartnerInput', {
  description: 'What to change. What is left out stays as it is; a list replaces the list.',
  fields: (t) => ({
    partnerId: t.id({ required: true, description: 'Number or node id.' }),
    name: t.string({ description: 'Unique; at most 150 characters.' }),
    primaryHashtag: t.string({
      description: 'What its people write in the comments of their changesets; at most 200 characters.',
    }),
    secondaryHashtag: t.string({ description: 'Another one that counts; at most 200 characters; null removes it.' }),
    logo: t.string({ description: 'Address of its picture: http or https; null removes it.' }),
    linkMeta: t.string({ description: 'Address of its page on Facebook: http or https; null removes it.' }),
    linkX: t.string({ description: 'Address of its page on X: http or https; null removes it.' }),
    linkInstagram: t.string({ description: 'Address of its page on Instagram: http or https; null removes it.' }),
    websiteLinks: t.field({ type: [WebsiteLinkInput], description: 'Pages of its own, at most 5.' }),
    permalink: t.string({
      description:
        'Unique; the part of the address of its page: letters, digits, hyphens and underscores; null removes it.',
    }),
    mapswipeGroupId: t.string({ description: 'Id of its group in MapSwipe; null removes it.' }),
    currentProjectIds: t.idList({ description: 'What it asks its people to map now, by number or node id.' }),
  }),
});
const DeletePartnerInput = builder.inputType('DeletePartnerInput', {
  description: 'The partner to delete.',
  fields: (t) => ({ partnerId: t.id({ required: true, description: 'Number or node id.' }) }),
});

/** Numbers in place of the ids that name projects. */
const numbered = <Input extends { currentProjectIds?: string[] | null }>(input: Input) => ({
  ...input,
  currentProjectIds: input.currentProjectIds?.map((id) => numberOf('Project', id)),
});

builder.mutationFields((t) => ({
  createPartner: t.field({
    type: partnerPayload('CreatePartnerPayload', 'The partner was created.'),
    description: 'Creates a partner. For administrators.',
    errors: { types: [NotSignedIn, NotPermitted, InvalidInput, NameTaken] },
    args: oneInput(CreatePartnerInput),
    resolve: (_root, { input }, context) => createPartner(context, signedIn(context.viewer), numbered(input)),
  }),
  updatePartner: t.field({
    type: partnerPayload('UpdatePartnerPayload', 'The partner was changed.'),
    description: 'Changes a partner. For administrators.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound, InvalidInput, NameTaken] },
    args: oneInput(UpdatePartnerInput),
    resolve: (_root, { input: { partnerId, ...input } }, context) =>
      updatePartner(context, signedIn(context.viewer), numberOf('Partner', partnerId), numbered(input)),
  }),
  deletePartner: t.field({
    type: deletedPayload('DeletePartnerPayload', 'partner'),
    description: 'Deletes a partner, with its partnerships and their history. For administrators.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound] },
    args: oneInput(DeletePartnerInput),
    resolve: (_root, { input }, context) =>
      deletePartner(context, signedIn(context.viewer), numberOf('Partner', input.partnerId)),
  }),
}));
