import { NotFound, NotPermitted, NotSignedIn } from '../../errors.js';
import { builder, oneInput } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { signedIn } from '../../viewer.js';
import { Person, UserRole } from './Person.js';
import { deleteAccount, setExpertMode, setRole } from './service.js';

/** What a mutation of one person gives: the person as they are now. */
const personPayload = (name: string, description: string) =>
  builder.objectRef<number>(name).implement({
    description,
    fields: (t) => ({
      person: t.prismaField({
        type: Person,
        description: 'As they are now.',
        resolve: (query, id, _args, { database }) =>
          database.prisma.person.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  });

const personId = { required: true, description: 'OSM id or node id of the person.' } as const;

const SetRoleInput = builder.inputType('SetRoleInput', {
  description: 'Whose role, and which.',
  fields: (t) => ({
    personId: t.id(personId),
    role: t.field({ type: UserRole, required: true, description: 'READ_ONLY blocks; MAPPER is everyone else.' }),
  }),
});
const SetExpertModeInput = builder.inputType('SetExpertModeInput', {
  description: 'Whose expert mode, and how.',
  fields: (t) => ({
    personId: t.id(personId),
    isExpert: t.boolean({ required: true, description: 'True: shown the settings of experts.' }),
  }),
});
const DeleteAccountInput = builder.inputType('DeleteAccountInput', {
  description: 'Whose account.',
  fields: (t) => ({ personId: t.id(personId) }),
});

builder.mutationFields((t) => ({
  setRole: t.field({
    type: personPayload('SetRolePayload', 'The role was set.'),
    description:
      'Blocks a person, unblocks them, or makes them an administrator. For administrators; the last one stays.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound] },
    args: oneInput(SetRoleInput),
    resolve: async (_root, { input }, { database, viewer }) => {
      const id = numberOf('Person', input.personId);
      await setRole(database, signedIn(viewer), id, input.role);
      return id;
    },
  }),
  setExpertMode: t.field({
    type: personPayload('SetExpertModePayload', 'The expert mode was switched.'),
    description: 'Switches the expert mode of a person: of oneself, or of anybody as an administrator.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound] },
    args: oneInput(SetExpertModeInput),
    resolve: async (_root, { input }, { database, viewer }) => {
      const id = numberOf('Person', input.personId);
      await setExpertMode(database, signedIn(viewer), id, input.isExpert);
      return id;
    },
  }),
  deleteAccount: t.field({
    type: personPayload('DeleteAccountPayload', 'The account was deleted.'),
    description:
      'Deletes an account, for good: name, settings, notifications and comments go, sessions end; the mapping stays, under user_<id>. Of oneself, or of anybody as an administrator.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound] },
    args: oneInput(DeleteAccountInput),
    resolve: async (_root, { input }, { database, viewer }) => {
      const id = numberOf('Person', input.personId);
      await deleteAccount(database, signedIn(viewer), id);
      return id;
    },
  }),
}));
