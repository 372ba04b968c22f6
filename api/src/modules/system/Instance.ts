import { builder } from '../../graphql/builder.js';
import type { Settings } from '../../settings.js';

const Instance = builder.objectRef<Settings>('Instance').implement({
  description: 'This installation: its limits and the services it works with.',
  fields: (t) => ({
    name: t.exposeString('name'),
    lockDurationSeconds: t.int({ resolve: ({ lockSeconds }) => Math.round(lockSeconds) }),
    maxAreaKm2: t.float({ resolve: ({ limits }) => limits.areaKm2 }),
    maxTasks: t.int({ resolve: ({ limits }) => limits.tasks }),
    maxInputBytes: t.int({ resolve: ({ limits }) => limits.inputBytes }),
    osmUrl: t.string({ resolve: ({ osm }) => osm.url }),
    standIn: t.boolean({
      description: 'True where openstreetmap.org is replaced by the built-in stand-in.',
      resolve: ({ osm }) => osm.standIn,
    }),
    signInUrl: t.string({ resolve: () => '/sign-in' }),
    idEditorUrl: t.string({ resolve: ({ editors }) => editors.id }),
    rapidEditorUrl: t.string({ resolve: ({ editors }) => editors.rapid }),
    josmRemoteUrl: t.string({ resolve: ({ editors }) => editors.josm }),
  }),
});

builder.queryField('instance', (t) => t.field({ type: Instance, resolve: (_root, _args, { settings }) => settings }));
