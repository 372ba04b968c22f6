import { builder } from '../../graphql/builder.js';

export const MappingLevel = builder.prismaObject('MappingLevel', {
  description: 'How experienced a person is. Projects can ask for a least level.',
  fields: (t) => ({
    number: t.exposeInt('id', { description: 'Its id.' }),
    name: t.exposeString('name', { description: 'As people see it, such as BEGINNER; an instance can have its own.' }),
    ordering: t.exposeInt('ordering', { description: 'Higher is more experienced; 1 is the beginner.' }),
  }),
});
