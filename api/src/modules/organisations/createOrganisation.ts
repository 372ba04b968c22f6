import { InvalidInput, NameTaken, NotPermitted, NotSignedIn } from '../../errors.js';
import { builder } from '../../graphql/builder.js';
import { signedIn } from '../../viewer.js';
import { Organisation } from './Organisation.js';
import { createOrganisation } from './service.js';

const CreateOrganisationInput = builder.inputType('CreateOrganisationInput', {
  fields: (t) => ({
    name: t.string({ required: true }),
    slug: t.string({ description: 'Part of its address; made from the name when left out.' }),
    description: t.string(),
    url: t.string(),
    logo: t.string(),
  }),
});

const CreateOrganisationPayload = builder.objectRef<{ id: number }>('CreateOrganisationPayload').implement({
  fields: (t) => ({
    organisation: t.prismaField({
      type: Organisation,
      resolve: (query, { id }, _args, { database }) =>
        database.prisma.organisation.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});

builder.mutationField('createOrganisation', (t) =>
  t.field({
    type: CreateOrganisationPayload,
    errors: { types: [NotSignedIn, NotPermitted, InvalidInput, NameTaken] },
    args: { input: t.arg({ type: CreateOrganisationInput, required: true }) },
    resolve: (_root, { input }, { database, viewer }) => createOrganisation(database, signedIn(viewer), input),
  }),
);
