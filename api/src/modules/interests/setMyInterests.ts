import { InvalidInput, NotSignedIn } from '../../errors.js';
import { builder, oneInput } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { signedIn, type Viewer as SignedInPerson } from '../../viewer.js';
import { Viewer } from '../people/Viewer.js';
import { setMyInterests } from './service.js';

const SetMyInterestsInput = builder.inputType('SetMyInterestsInput', {
  description: 'What the viewer is interested in.',
  fields: (t) => ({
    interestIds: t.idList({
      required: true,
      description: 'Numbers or node ids, at most 200; they replace those before.',
    }),
  }),
});
const SetMyInterestsPayload = builder.objectRef<SignedInPerson>('SetMyInterestsPayload').implement({
  description: 'The choice is kept.',
  fields: (t) => ({
    viewer: t.field({ type: Viewer, description: 'With the new interests.', resolve: (viewer) => viewer }),
  }),
});

builder.mutationField('setMyInterests', (t) =>
  t.field({
    type: SetMyInterestsPayload,
    description: 'Says what the viewer is interested in, in place of what it was.',
    errors: { types: [NotSignedIn, InvalidInput] },
    args: oneInput(SetMyInterestsInput),
    resolve: async (_root, { input }, context) => {
      const viewer = signedIn(context.viewer);
      await setMyInterests(
        context,
        viewer,
        input.interestIds.map((id) => numberOf('Interest', id)),
      );
      return viewer;
    },
  }),
);
