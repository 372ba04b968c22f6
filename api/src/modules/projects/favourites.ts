import { NotFound, NotPermitted, NotSignedIn } from '../../errors.js';
import { builder, oneInput } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { signedIn } from '../../viewer.js';
import { favouritesOf } from './loadSettings.js';
import { setFavourite } from './manage.js';
import { projectPayload } from './payload.js';
import { Project } from './Project.js';
import { projectInput } from './publishProject.js';

builder.prismaObjectFields(Project, (t) => ({
  viewerFavourite: t.boolean({
    description: 'It is among the favourites of the viewer; false for a visitor.',
    resolve: ({ id }, _args, context) => favouritesOf(context, id),
  }),
}));

for (const [name, favourite, description] of [
  ['favouriteProject', true, "Puts a project among the viewer's favourites."],
  ['unfavouriteProject', false, "Takes a project out of the viewer's favourites."],
] as const) {
  const capitalised = name.charAt(0).toUpperCase() + name.slice(1);
  builder.mutationField(name, (t) =>
    t.field({
      type: projectPayload(`${capitalised}Payload`),
      description: `${description} Twice is once.`,
      errors: { types: [NotSignedIn, NotPermitted, NotFound] },
      args: oneInput(projectInput(`${capitalised}Input`)),
      resolve: async (_root, { input }, context) => {
        const projectId = numberOf('Project', input.projectId);
        await setFavourite(context, signedIn(context.viewer), projectId, favourite);
        return { projectId };
      },
    }),
  );
}
