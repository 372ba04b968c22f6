import { NotFound, NotSignedIn } from '../../errors.js';
import { builder, oneInput } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { signedIn } from '../../viewer.js';
import { License } from './License.js';
import { acceptLicense } from './service.js';

const AcceptLicenseInput = builder.inputType('AcceptLicenseInput', {
  description: 'The licence that the viewer has read.',
  fields: (t) => ({ licenseId: t.id({ required: true, description: 'Number or node id.' }) }),
});
const AcceptLicensePayload = builder.objectRef<{ id: number }>('AcceptLicensePayload').implement({
  description: 'The licence is accepted.',
  fields: (t) => ({
    license: t.prismaField({
      type: License,
      description: 'With `viewerAccepted` true.',
      resolve: (query, { id }, _args, { database }) =>
        database.prisma.license.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});

builder.mutationField('acceptLicense', (t) =>
  t.field({
    type: AcceptLicensePayload,
    description: 'Accepts a licence for the viewer, for every project that asks for it. Once is enough.',
    errors: { types: [NotSignedIn, NotFound] },
    args: oneInput(AcceptLicenseInput),
    resolve: (_root, { input }, context) =>
      acceptLicense(context, signedIn(context.viewer), numberOf('License', input.licenseId)),
  }),
);
