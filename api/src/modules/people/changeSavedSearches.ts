import { InvalidInput, NameTaken, NotFound, NotPermitted, NotSignedIn } from '../../errors.js';
import { builder, oneInput } from '../../graphql/builder.js';
import { deletedPayload } from '../../graphql/deleted.js';
import { numberOf } from '../../graphql/ids.js';
import { signedIn } from '../../viewer.js';
import { MOST_SEARCHES } from './policy.js';
import { SavedSearch } from './SavedSearch.js';
import { deleteSavedSearch, LONGEST_NAME, LONGEST_QUERY, saveSearch, updateSavedSearch } from './savedSearches.js';

const nameField = `Another than those of the viewer's other searches; at most ${LONGEST_NAME} characters.`;
const queryField = `What stands behind the \`?\` of Explore's address; at most ${LONGEST_QUERY.toLocaleString('en')} characters.`;
const idField = "The `id` of one of the viewer's own searches.";

const SaveSearchInput = builder.inputType('SaveSearchInput', {
  description: 'The search to keep.',
  fields: (t) => ({
    name: t.string({ required: true, description: nameField }),
    query: t.string({ required: true, description: queryField }),
  }),
});
const UpdateSavedSearchInput = builder.inputType('UpdateSavedSearchInput', {
  description: 'What to change. What is left out stays as it is.',
  fields: (t) => ({
    savedSearchId: t.id({ required: true, description: idField }),
    name: t.string({ description: nameField }),
    query: t.string({ description: queryField }),
    opensExplore: t.boolean({ description: 'True: Explore opens with it, and with no other.' }),
  }),
});
const DeleteSavedSearchInput = builder.inputType('DeleteSavedSearchInput', {
  description: 'The search to remove.',
  fields: (t) => ({ savedSearchId: t.id({ required: true, description: idField }) }),
});

const savedSearchPayload = (name: string, description: string) =>
  builder.objectRef<{ id: number }>(name).implement({
    description,
    fields: (t) => ({
      savedSearch: t.prismaField({
        type: SavedSearch,
        description: 'As it is now.',
        resolve: (query, { id }, _args, { database }) =>
          database.prisma.savedSearch.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  });

builder.mutationFields((t) => ({
  saveSearch: t.field({
    type: savedSearchPayload('SaveSearchPayload', 'The search is kept.'),
    description: `Keeps a search of Explore for the viewer, wherever they sign in. A person has ${MOST_SEARCHES} at most.`,
    errors: { types: [NotSignedIn, NotPermitted, InvalidInput, NameTaken] },
    args: oneInput(SaveSearchInput),
    resolve: (_root, { input }, { database, viewer }) => saveSearch(database, signedIn(viewer), input),
  }),
  updateSavedSearch: t.field({
    type: savedSearchPayload('UpdateSavedSearchPayload', 'The search was changed.'),
    description: "Renames one of the viewer's saved searches, gives it other filters, or has Explore open with it.",
    errors: { types: [NotSignedIn, NotFound, InvalidInput, NameTaken] },
    args: oneInput(UpdateSavedSearchInput),
    resolve: (_root, { input: { savedSearchId, ...input } }, { database, viewer }) =>
      updateSavedSearch(database, signedIn(viewer), numberOf('SavedSearch', savedSearchId), input),
  }),
  deleteSavedSearch: t.field({
    type: deletedPayload('DeleteSavedSearchPayload', 'saved search'),
    description: "Removes one of the viewer's saved searches.",
    errors: { types: [NotSignedIn, NotFound] },
    args: oneInput(DeleteSavedSearchInput),
    resolve: (_root, { input }, { database, viewer }) =>
      deleteSavedSearch(database, signedIn(viewer), numberOf('SavedSearch', input.savedSearchId)),
  }),
}));
