import { builder } from '../../graphql/builder.js';
import { Organisation } from './Organisation.js';

/** What a mutation of an organisation gives: the organisation as it is now. */
export const organisationPayload = (name: string, description: string) =>
  builder.objectRef<{ id: number }>(name).implement({
    description,
    fields: (t) => ({
      organisation: t.prismaField({
        type: Organisation,
        description: 'As it is now.',
        resolve: (query, { id }, _args, { database }) =>
          database.prisma.organisation.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  });
