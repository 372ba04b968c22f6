import { builder } from '../../graphql/builder.js';
import { Permission, permission } from '../../graphql/Permission.js';
import type { Viewer as SignedInPerson } from '../../viewer.js';
import { whyNotAdminister, whyNotCreateOrganisation } from '../organisations/policy.js';
import { managesOne } from '../organisations/load.js';
import { whyNotCreateProject } from '../projects/policy.js';
import { isWhole } from '../../graphql/isWhole.js';
import { isKept } from '../../graphql/perRequest.js';
import { personById } from './load.js';
import { Person } from './Person.js';

/** Administrators manage every organisation; a list of more than this is searched with Query.organisations. */
const MOST_ORGANISATIONS = 200;

export const Viewer = builder.objectRef<SignedInPerson>('Viewer').implement({
  description: 'The person who is signed in: what is theirs alone, and what they may do.',
  fields: (t) => ({
    person: t.prismaField({
      type: Person,
      description: 'What everyone can see of them.',
      resolve: (query, viewer, _args, context, info) =>
        isWhole(query)
          ? personById(context, viewer.id, info, isKept(context) ? viewer : undefined)
          : context.database.prisma.person.findUniqueOrThrow({ ...query, where: { id: viewer.id } }),
    }),
    organisationsManaged: t.prismaField({
      type: ['Organisation'],
      description: 'The organisations they can create projects for, by name; for administrators all, at most 200.',
      resolve: (query, { id, role }, _args, { database }) =>
        database.prisma.organisation.findMany({
          ...query,
          where: role === 'ADMIN' ? {} : { managers: { some: { personId: id } } },
          orderBy: { name: 'asc' },
          take: MOST_ORGANISATIONS,
        }),
    }),
    viewerCanCreateOrganisation: t.field({
      type: Permission,
      description: 'Administrators may.',
      resolve: (viewer) => permission(whyNotCreateOrganisation(viewer)),
    }),
    viewerCanAdminister: t.field({
      type: Permission,
      description:
        'Create, change and delete what is the same for everybody: licences, mapping issue categories, partners, the banner. Administrators may.',
      resolve: (viewer) => permission(whyNotAdminister(viewer)),
    }),
    viewerCanCreateProject: t.field({
      type: Permission,
      description: 'Administrators and managers of an organisation may.',
      resolve: async (viewer, _args, context) => permission(whyNotCreateProject(viewer, await managesOne(context))),
    }),
  }),
});

builder.queryField('viewer', (t) =>
  t.field({
    type: Viewer,
    nullable: true,
    description: 'Who is signed in, by the cookie or the `Authorization: Bearer` header; null for a visitor.',
    resolve: (_root, _args, { viewer }) => viewer,
  }),
);
