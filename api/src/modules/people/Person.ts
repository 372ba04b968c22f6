import { builder } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';

export const UserRole = builder.enumType('UserRole', {
  description: 'What a person may do on the whole instance.',
  values: {
    READ_ONLY: { description: 'Blocked by an administrator: may read, but not change anything.' },
    MAPPER: { description: 'Everyone else. Managing comes from organisations and teams, not from a role.' },
    ADMIN: { description: 'May do everything everywhere.' },
  },
});

builder.prismaObject('MappingLevel', {
  description: 'How experienced a person is. Projects can ask for a least level.',
  fields: (t) => ({
    number: t.exposeInt('id', { description: 'Its id.' }),
    name: t.exposeString('name', { description: 'As people see it, such as BEGINNER; an instance can have its own.' }),
    ordering: t.exposeInt('ordering', { description: 'Higher is more experienced; 1 is the beginner.' }),
  }),
});

export const Person = builder.prismaNode('Person', {
  description: 'Someone who signed in with an OpenStreetMap account.',
  id: { resolve: ({ id }) => id },
  nullable: true, // a node that there is not is null
  findUnique: (id) => ({ id: numberOf('Person', id) }),
  fields: (t) => ({
    osmId: t.exposeInt('id', { description: 'The id of the OpenStreetMap account.' }),
    username: t.exposeString('username', {
      description: 'The display name on OpenStreetMap, as of the last sign-in. It can change; `osmId` cannot.',
    }),
    pictureUrl: t.exposeString('pictureUrl', {
      description: 'The picture of the OpenStreetMap profile; null when there is none.',
      nullable: true,
    }),
    changesetCount: t.exposeInt('changesetCount', {
      nullable: true,
      description: 'Changesets on OpenStreetMap at the last sign-in.',
    }),
    level: t.relation('level', { description: 'The experience that counts for projects that ask for one.' }),
    role: t.expose('role', { type: UserRole, description: 'What the person may do on this instance.' }),
  }),
});
