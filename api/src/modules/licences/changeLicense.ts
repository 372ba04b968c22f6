import { InUse, InvalidInput, NameTaken, NotFound, NotPermitted, NotSignedIn } from '../../errors.js';
import { builder, oneInput } from '../../graphql/builder.js';
import { deletedPayload } from '../../graphql/deleted.js';
import { numberOf } from '../../graphql/ids.js';
import { signedIn } from '../../viewer.js';
import { License } from './License.js';
import { createLicense, deleteLicense, updateLicense } from './service.js';

const licensePayload = (name: string, description: string) =>
  builder.objectRef<{ id: number }>(name).implement({
    description,
    fields: (t) => ({
      license: t.prismaField({
        type: License,
        description: 'As it is now.',
        resolve: (query, { id }, _args, { database }) =>
          database.prisma.license.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  });

const CreateLicenseInput = builder.inputType('CreateLicenseInput', {
  description: 'The new licence.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Unique; at most 512 characters.' }),
    description: t.string({ description: 'A summary; at most 10,000 characters.' }),
    plainText: t.string({ description: 'What people accept, in full; at most 100,000 characters.' }),
  }),
});
const UpdateLicenseInput = builder.inputType('UpdateLicenseInput', {
  description: 'What to change. What is left out stays as it is.',
  fields: (t) => ({
    licenseId: t.id({ required: true, description: 'Number or node id.' }),
    name: t.string({ description: 'Unique; at most 512 characters.' }),
    description: t.string({ description: 'A summary; at most 10,000 characters.' }),
    plainText: t.string({ description: 'What people accept, in full; at most 100,000 characters.' }),
  }),
});
const DeleteLicenseInput = builder.inputType('DeleteLicenseInput', {
  description: 'The licence to delete.',
  fields: (t) => ({ licenseId: t.id({ required: true, description: 'Number or node id.' }) }),
});

builder.mutationFields((t) => ({
  createLicense: t.field({
    type: licensePayload('CreateLicensePayload', 'The licence was created.'),
    description: 'Creates a licence. For administrators.',
    errors: { types: [NotSignedIn, NotPermitted, InvalidInput, NameTaken] },
    args: oneInput(CreateLicenseInput),
    resolve: (_root, { input }, context) => createLicense(context, signedIn(context.viewer), input),
  }),
  updateLicense: t.field({
    type: licensePayload('UpdateLicensePayload', 'The licence was changed.'),
    description: 'Changes a licence. For administrators.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound, InvalidInput, NameTaken] },
    args: oneInput(UpdateLicenseInput),
    resolve: (_root, { input: { licenseId, ...input } }, context) =>
      updateLicense(context, signedIn(context.viewer), numberOf('License', licenseId), input),
  }),
  deleteLicense: t.field({
    type: deletedPayload('DeleteLicensePayload', 'licence'),
    description: 'Deletes a licence that no project asks for. For administrators.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound, InUse] },
    args: oneInput(DeleteLicenseInput),
    resolve: (_root, { input }, context) =>
      deleteLicense(context, signedIn(context.viewer), numberOf('License', input.licenseId)),
  }),
}));
