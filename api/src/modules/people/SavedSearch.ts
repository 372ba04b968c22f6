import { builder } from '../../graphql/builder.js';
import { MOST_SEARCHES } from './policy.js';
import { Viewer } from './Viewer.js';

export const SavedSearch = builder.prismaObject('SavedSearch', {
  description: 'Filters of Explore under a name. Only the person who saved them sees them.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Fit for updateSavedSearch and deleteSavedSearch.' }),
    name: t.exposeString('name', { description: 'What its owner called it; each of their searches has another name.' }),
    query: t.exposeString('query', {
      description: 'The filters as Explore has them in its address, behind the `?`; "" is all projects to map.',
    }),
    opensExplore: t.exposeBoolean('opensExplore', {
      description: 'Explore opens with it where its address has no filters. One search at most.',
    }),
  }),
});

builder.objectField(Viewer, 'savedSearches', (t) =>
  t.prismaField({
    type: [SavedSearch],
    description: `The searches of Explore that they saved, the newest first; at most ${MOST_SEARCHES}.`,
    resolve: (query, { id }, _args, { database }) =>
      database.prisma.savedSearch.findMany({
        ...query,
        where: { personId: id },
        orderBy: { id: 'desc' },
        take: MOST_SEARCHES,
      }),
  }),
);
