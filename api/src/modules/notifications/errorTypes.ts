import { builder } from '../../graphql/builder.js';
import { ErrorInterface } from '../../graphql/errors.js';
import { TooManyMessages } from './errors.js';

builder.objectType(TooManyMessages, {
  name: 'TooManyMessages',
  description: 'The viewer has sent too many messages to many people within an hour; nobody got this one.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    freeAt: t.expose('freeAt', { type: 'DateTime', description: 'When the next one can be sent.' }),
  }),
});
