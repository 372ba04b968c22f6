import { InvalidInput, NotFound, NotPermitted, NotSignedIn } from '../../errors.js';
import { builder, oneInput } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { signedIn } from '../../viewer.js';
import { Project } from '../projects/Project.js';
import { Partnership } from './Partnership.js';
import { createPartnership, deletePartnership, updatePartnership } from './partnerships.js';

const partnershipPayload = (name: string, description: string) =>
  builder.objectRef<{ id: number }>(name).implement({
    description,
    fields: (t) => ({
      partnership: t.prismaField({
        type: Partnership,
        description: 'As it is now; Partnership.project has the project with all of them.',
        resolve: (query, { id }, _args, { database }) =>
          database.prisma.partnership.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  });
const DeletePartnershipPayload = builder
  .objectRef<{ id: number; projectId: number }>('DeletePartnershipPayload')
  .implement({
    description: 'The partnership is gone.',
    fields: (t) => ({
      deletedNumber: t.exposeInt('id', { description: 'The number that the partnership had.' }),
      project: t.prismaField({
        type: Project,
        description: 'As it is now.',
        resolve: (query, { projectId }, _args, { database }) =>
          database.prisma.project.findUniqueOrThrow({ ...query, where: { id: projectId } }),
      }),
    }),
  });

const CreatePartnershipInput = builder.inputType('CreatePartnershipInput', {
  description: 'Who maps what together, and when.',
  fields: (t) => ({
    projectId: t.id({ required: true, description: 'Number or node id.' }),
    partnerId: t.id({ required: true, description: 'Number or node id.' }),
    startedOn: t.field({ type: 'DateTime', description: 'From this moment on; now when left out.' }),
    endedOn: t.field({ type: 'DateTime', description: 'Until before this moment; without an end when left out.' }),
  }),
});
const UpdatePartnershipInput = builder.inputType('UpdatePartnershipInput', {
  description: 'What to change. What is left out stays as it is.',
  fields: (t) => ({
    partnershipId: t.id({ required: true, description: 'Number or node id.' }),
    startedOn: t.field({ type: 'DateTime', description: 'From this moment on.' }),
    endedOn: t.field({ type: 'DateTime', description: 'Until before this moment; null: without an end.' }),
  }),
});
const DeletePartnershipInput = builder.inputType('DeletePartnershipInput', {
  description: 'The partnership to take away.',
  fields: (t) => ({ partnershipId: t.id({ required: true, description: 'Number or node id.' }) }),
});

builder.mutationFields((t) => ({
  createPartnership: t.field({
    type: partnershipPayload('CreatePartnershipPayload', 'The project goes with the partner.'),
    description: 'Brings a partner to a project for a time. For those who may edit the project.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound, InvalidInput] },
    args: oneInput(CreatePartnershipInput),
    resolve: (_root, { input: { projectId, partnerId, ...period } }, context) =>
      createPartnership(context, signedIn(context.viewer), {
        projectId: numberOf('Project', projectId),
        partnerId: numberOf('Partner', partnerId),
        ...period,
      }),
  }),
  updatePartnership: t.field({
    type: partnershipPayload('UpdatePartnershipPayload', 'The time of the partnership was changed.'),
    description: 'Changes when a partnership starts and ends. For those who may edit the project.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound, InvalidInput] },
    args: oneInput(UpdatePartnershipInput),
    resolve: (_root, { input: { partnershipId, ...period } }, context) =>
      updatePartnership(context, signedIn(context.viewer), numberOf('Partnership', partnershipId), period),
  }),
  deletePartnership: t.field({
    type: DeletePartnershipPayload,
    description:
      'Takes a partnership away, as if there had been none; to end one, say when with updatePartnership. For those who may edit the project.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound] },
    args: oneInput(DeletePartnershipInput),
    resolve: (_root, { input }, context) =>
      deletePartnership(context, signedIn(context.viewer), numberOf('Partnership', input.partnershipId)),
  }),
}));
