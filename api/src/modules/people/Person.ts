import { builder } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';

export const UserRole = builder.enumType('UserRole', {
  description: 'READ_ONLY: blocked, may read but not write.',
  values: ['READ_ONLY', 'MAPPER', 'ADMIN'] as const,
});

builder.prismaObject('MappingLevel', {
  fields: (t) => ({
    number: t.exposeInt('id'),
    name: t.exposeString('name'),
    ordering: t.exposeInt('ordering', { description: 'Higher is more experienced; 1 is the beginner.' }),
  }),
});

export const Person = builder.prismaNode('Person', {
  description: 'Someone who signed in with an OpenStreetMap account.',
  id: { resolve: ({ id }) => id },
  nullable: true, // a node that there is not is null
  findUnique: (id) => ({ id: numberOf('Person', id) }),
  fields: (t) => ({
    osmId: t.exposeInt('id'),
    username: t.exposeString('username'),
    pictureUrl: t.exposeString('pictureUrl', { nullable: true }),
    changesetCount: t.exposeInt('changesetCount', {
      nullable: true,
      description: 'Changesets on OpenStreetMap at the last sign-in.',
    }),
    level: t.relation('level'),
    role: t.expose('role', { type: UserRole }),
  }),
});
