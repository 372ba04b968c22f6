import { builder } from '../../graphql/builder.js';

export const OrganisationType = builder.enumType('OrganisationType', {
  description: 'What an organisation pays for the instance.',
  values: {
    FREE: { description: 'It pays nothing.' },
    DISCOUNTED: { description: 'It pays a part.' },
    FULL_FEE: { description: 'It pays for its tier.' },
  },
});
