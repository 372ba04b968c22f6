import { builder } from '../../graphql/builder.js';
import { ErrorInterface } from '../../graphql/errors.js';
import { LinkNotUsable } from './errors.js';

builder.objectType(LinkNotUsable, {
  name: 'LinkNotUsable',
  description:
    'The link of a mail cannot be used. `code`: EXPIRED_TOKEN (one that proves an address, older than a day), BAD_SIGNATURE (not whole, or not ours) or INVALID_EMAIL (another address is in the settings by now).',
  interfaces: [ErrorInterface],
});
