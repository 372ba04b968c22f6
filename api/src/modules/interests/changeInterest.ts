import { InUse, InvalidInput, NameTaken, NotFound, NotPermitted, NotSignedIn } from '../../errors.js';
import { builder, oneInput } from '../../graphql/builder.js';
import { deletedPayload } from '../../graphql/deleted.js';
import { numberOf } from '../../graphql/ids.js';
import { signedIn } from '../../viewer.js';
import { Interest } from './Interest.js';
import { createInterest, deleteInterest, updateInterest } from './service.js';

const interestPayload = (name: string, description: string) =>
  builder.objectRef<{ id: number }>(name).implement({
    description,
    fields: (t) => ({
      interest: t.prismaField({
        type: Interest,
        description: 'As it is now.',
        resolve: (query, { id }, _args, { database }) =>
          database.prisma.interest.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  });

const CreateInterestInput = builder.inputType('CreateInterestInput', {
  description: 'The new interest.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Unique; at most 255 characters.' }),
  }),
});
const UpdateInterestInput = builder.inputType('UpdateInterestInput', {
  description: 'What to change. What is left out stays as it is.',
  fields: (t) => ({
    interestId: t.id({ required: true, description: 'Number or node id.' }),
    name: t.string({ description: 'Unique; at most 255 characters.' }),
  }),
});
const DeleteInterestInput = builder.inputType('DeleteInterestInput', {
  description: 'The interest to delete.',
  fields: (t) => ({ interestId: t.id({ required: true, description: 'Number or node id.' }) }),
});

builder.mutationFields((t) => ({
  createInterest: t.field({
    type: interestPayload('CreateInterestPayload', 'The interest was created.'),
    description: 'Creates an interest. For administrators and managers of an organisation.',
    errors: { types: [NotSignedIn, NotPermitted, InvalidInput, NameTaken] },
    args: oneInput(CreateInterestInput),
    resolve: (_root, { input }, context) => createInterest(context, signedIn(context.viewer), input),
  }),
  updateInterest: t.field({
    type: interestPayload('UpdateInterestPayload', 'The interest was changed.'),
    description: 'Changes an interest. For administrators and managers of an organisation.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound, InvalidInput, NameTaken] },
    args: oneInput(UpdateInterestInput),
    resolve: (_root, { input: { interestId, ...input } }, context) =>
      updateInterest(context, signedIn(context.viewer), numberOf('Interest', interestId), input),
  }),
  deleteInterest: t.field({
    type: deletedPayload('DeleteInterestPayload', 'interest'),
    description:
      'Deletes an interest that neither people nor projects have. For administrators and managers of an organisation.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound, InUse] },
    args: oneInput(DeleteInterestInput),
    resolve: (_root, { input }, context) =>
      deleteInterest(context, signedIn(context.viewer), numberOf('Interest', input.interestId)),
  }),
}));
