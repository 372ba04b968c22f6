import { InvalidInput, NameTaken, NotPermitted, NotSignedIn } from '../../errors.js';
import { builder, oneInput } from '../../graphql/builder.js';
import { signedIn } from '../../viewer.js';
import { OrganisationType } from './enums.js';
import { organisationPayload } from './payload.js';
import { createOrganisation } from './service.js';

const CreateOrganisationInput = builder.inputType('CreateOrganisationInput', {
  description: 'The new organisation.',
  fields: (t) => ({
    name: t.string({ description: 'Unique; at most 512 characters.', required: true }),
    slug: t.string({
      description:
        'Part of its address: lower-case letters and digits joined by hyphens, unique; made from the name when left out.',
    }),
    description: t.string({ description: 'What it does; at most 10,000 characters.' }),
    url: t.string({ description: 'Its website: http or https.' }),
    logo: t.string({ description: 'Address of its picture: http or https.' }),
    type: t.field({ type: OrganisationType, description: 'What it pays; FREE when left out.' }),
    subscriptionTier: t.int({ description: 'How much mapping it pays for: 1 (free) to 5.' }),
  }),
});

const CreateOrganisationPayload = organisationPayload(
  'CreateOrganisationPayload',
  'The organisation was created, with the viewer as its manager.',
);

builder.mutationField('createOrganisation', (t) =>
  t.field({
    type: CreateOrganisationPayload,
    description: 'Creates an organisation and makes the viewer its manager. For administrators.',
    errors: { types: [NotSignedIn, NotPermitted, InvalidInput, NameTaken] },
    args: oneInput(CreateOrganisationInput),
    resolve: (_root, { input }, { database, viewer }) => createOrganisation(database, signedIn(viewer), input),
  }),
);
