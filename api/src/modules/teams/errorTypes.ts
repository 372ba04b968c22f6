import { builder } from '../../graphql/builder.js';
import { ErrorInterface } from '../../graphql/errors.js';
import { TeamRole } from './enums.js';
import { AlreadyMember, LastTeam } from './errors.js';

builder.objectType(AlreadyMember, {
  name: 'AlreadyMember',
  description: 'The viewer is in the team, or has asked to join it.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    pending: t.exposeBoolean('pending', { description: 'True: asked to join, and nobody has decided yet.' }),
  }),
});
builder.objectType(LastTeam, {
  name: 'LastTeam',
  description: 'A role that a project needs would be left without a team; nothing was changed.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    projectNumber: t.exposeInt('projectNumber', { description: 'Number of the project.' }),
    role: t.expose('role', { type: TeamRole, description: 'The role that no team would hold any more.' }),
  }),
});
