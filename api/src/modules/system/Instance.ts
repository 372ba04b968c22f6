import { builder } from '../../graphql/builder.js';
import type { Settings } from '../../settings.js';

const Instance = builder.objectRef<Settings>('Instance').implement({
  description: 'This installation: its limits and the services it works with.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What the operators call it; for titles.' }),
    lockDurationSeconds: t.int({
      description: 'How long a task stays with who took it, seconds; extendLocks gives that long again.',
      resolve: ({ lockSeconds }) => Math.round(lockSeconds),
    }),
    maxAreaKm2: t.float({ description: 'Largest area of interest, km².', resolve: ({ limits }) => limits.areaKm2 }),
    maxTasks: t.int({
      description: 'Most tasks that a project can be created with.',
      resolve: ({ limits }) => limits.tasks,
    }),
    maxInputBytes: t.int({
      description: 'Largest area of interest as JSON, bytes.',
      resolve: ({ limits }) => limits.inputBytes,
    }),
    osmUrl: t.string({
      description: 'The OpenStreetMap website that people, changesets and edits belong to.',
      resolve: ({ osm }) => osm.url,
    }),
    standIn: t.boolean({
      description: 'True where openstreetmap.org is replaced by the built-in stand-in.',
      resolve: ({ osm }) => osm.standIn,
    }),
    signInUrl: t.string({
      description:
        'Where to send a browser to sign in; a path on this server. `?return_to=` takes the path to come back to.',
      resolve: () => '/sign-in',
    }),
    idEditorUrl: t.string({ description: 'Where the iD editor opens.', resolve: ({ editors }) => editors.id }),
    rapidEditorUrl: t.string({ description: 'Where the Rapid editor opens.', resolve: ({ editors }) => editors.rapid }),
    sandboxes: t.stringList({
      description: 'Databases for trying out that a project can be created for; empty when there are none.',
      resolve: ({ sandboxes }) => sandboxes.names,
    }),
    josmRemoteUrl: t.string({
      description: "Where JOSM on the person's computer listens for remote control.",
      resolve: ({ editors }) => editors.josm,
    }),
  }),
});

builder.queryField('instance', (t) =>
  t.field({
    type: Instance,
    description: 'This installation, the same for everyone.',
    resolve: (_root, _args, { settings }) => settings,
  }),
);
