import { builder } from '../../graphql/builder.js';
import { editorsInPage } from '../../editors.js';
import { Editor } from '../projects/enums.js';
import type { Settings } from '../../settings.js';

const EditorInPage = builder.objectRef<ReturnType<typeof editorsInPage>[number]>('EditorInPage').implement({
  description: 'An editor that this server has, to be opened in a frame of the web UI.',
  fields: (t) => ({
    editor: t.expose('editor', { type: Editor, description: 'Which one: ID or RAPID.' }),
    version: t.exposeString('version', { description: 'The version of it, as its makers count.' }),
    assetsUrl: t.exposeString('assetsUrl', {
      description: 'Path of its files on this server, with a slash at its end.',
    }),
  }),
});

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
    editorsInPage: t.field({
      type: [EditorInPage],
      description: 'The editors that the web UI can show in its own page; others are opened where the addresses say.',
      resolve: () => editorsInPage(),
    }),
    sandboxes: t.stringList({
      description: 'Databases for trying out that a project can be created for; empty when there are none.',
      resolve: ({ sandboxes }) => sandboxes.names,
    }),
    sandboxAuthUrl: t.string({
      nullable: true,
      description:
        'Where people get an access token for a sandbox: POST /sessions, then /osm_authorization in the browser, then GET /sessions/{id}. Null: iD opens on the sandbox’s own site.',
      resolve: ({ sandboxes }) => sandboxes.authUrl ?? null,
    }),
    sendsMail: t.boolean({
      description:
        'Whether mail is sent at all. Where it is not, addresses stay unverified, and what is chosen for mails counts once it is.',
      resolve: ({ mail }) => mail !== undefined,
    }),
    takesMessages: t.boolean({
      description: 'Whether somebody reads what is sent to /api/v2/system/contact-admin/.',
      resolve: ({ contactAddress }) => contactAddress !== undefined,
    }),
    languages: t.stringList({
      nullable: true,
      description: 'Codes of the languages that the interface is offered in, such as pt_BR; null: in all that it has.',
      resolve: ({ chosenLanguages }) => chosenLanguages,
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
