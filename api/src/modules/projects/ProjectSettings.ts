import { builder } from '../../graphql/builder.js';
import { Campaign } from '../campaigns/Campaign.js';
import { Interest } from '../interests/Interest.js';
import { License } from '../licences/License.js';
import { Person } from '../people/Person.js';
import { ProjectPermission } from './enums.js';
import { allowedPeopleOf, campaignsOf, customEditorOf, interestsOf, licensesOf } from './loadSettings.js';
import { canManage } from './policy.js';
import { Project } from './Project.js';
import { standingOf } from './standing.js';

const ProjectLabel = builder.objectRef<{ id: number; name: string }>('ProjectLabel').implement({
  description: 'Something that a project is marked with, by number and name: a campaign, an interest, a licence.',
  fields: (t) => ({
    number: t.exposeInt('id', { description: 'Its id, as updateProject and the filters of lists take it.' }),
    name: t.exposeString('name', { description: 'As people see it.' }),
  }),
});

const CustomEditor = builder
  .objectRef<{ name: string; description: string | null; url: string }>('CustomEditor')
  .implement({
    description: 'An editor that a project brings along; offered where its editors include CUSTOM.',
    fields: (t) => ({
      name: t.exposeString('name', { description: 'As people see it in the list of editors.' }),
      description: t.exposeString('description', { nullable: true, description: 'What is special about it.' }),
      url: t.exposeString('url', { description: 'The address that opens it, http or https.' }),
    }),
  });

const sandboxEditorUrl = (url: string | undefined, database: string) =>
  url && database !== 'OSM' ? `${url.replaceAll('{database}', encodeURIComponent(database))}/edit?editor=id` : null;

builder.prismaObjectFields(Project, (t) => ({
  settingsChanged: t.expose('changedAt', {
    type: 'DateTime',
    description: 'When settings or texts were last changed. Send it back as `ifUnchangedSince` with an edit.',
  }),
  defaultLocale: t.exposeString('defaultLocale', {
    description: 'The language of its own texts, such as en: what the others fall back to.',
  }),
  mappingPermission: t.expose('mappingPermission', { type: ProjectPermission, description: 'Who may map.' }),
  validationPermission: t.expose('validationPermission', {
    type: ProjectPermission,
    description: 'Who may validate.',
  }),
  mappingLevel: t.relation('mappingLevel', { description: 'The least level of those who map.' }),
  validationLevel: t.relation('validationLevel', { description: 'The least level of those who validate.' }),
  enforceAssignment: t.exposeBoolean('enforceAssignment', {
    description: 'Tasks that were assigned to somebody are for them alone.',
  }),
  requiredLicense: t.field({
    type: License,
    nullable: true,
    description: 'The terms that everybody accepts before they map or validate; null when there are none.',
    resolve: async ({ licenseId }, _args, context) => (licenseId === null ? null : licensesOf(context, licenseId)),
  }),
  license: t.field({
    type: ProjectLabel,
    nullable: true,
    deprecationReason: 'requiredLicense has the licence itself.',
    description: 'The terms that everybody accepts before they map or validate; null when there are none.',
    resolve: async ({ licenseId }, _args, context) => (licenseId === null ? null : licensesOf(context, licenseId)),
  }),
  josmPreset: t.exposeString('josmPreset', {
    nullable: true,
    description: 'Presets for JOSM; null for its own.',
  }),
  idPresets: t.exposeStringList('idPresets', {
    description: 'The presets that iD offers, such as building/house; all of them when empty.',
  }),
  extraIdParams: t.exposeString('extraIdParams', {
    nullable: true,
    description: "What is added to the address of iD's page, such as offset=-10,5.",
  }),
  rapidPowerUser: t.exposeBoolean('rapidPowerUser', {
    description: 'Rapid opens with its dialog for power users, and so with all of its data sets.',
  }),
  osmchaFilterId: t.exposeString('osmchaFilterId', {
    nullable: true,
    description: 'Filter of OSMCha that shows the changesets of this project; null when there is none.',
  }),
  sandbox: t.exposeBoolean('sandbox', {
    description: 'Its edits go to a database for trying out, and never to OpenStreetMap.',
  }),
  database: t.exposeString('database', { description: 'Where its edits go: OSM, or the name of a sandbox.' }),
  idEditorUrl: t.string({
    nullable: true,
    description:
      'Where iD opens for it: Instance.idEditorUrl, for a sandbox a page of its own server. Null for a sandbox whose server is not known here: open no editor then, its edits would go to OpenStreetMap.',
    resolve: ({ sandbox, database }, _args, { settings: { editors, sandboxes } }) =>
      sandbox ? sandboxEditorUrl(sandboxes.url, database) : editors.id,
  }),
  featured: t.exposeBoolean('featured', { description: 'Shown on the first page, see featuredProjects.' }),
  customEditor: t.field({
    type: CustomEditor,
    nullable: true,
    description: 'The editor that it brings along; null when it brings none.',
    resolve: ({ id }, _args, context) => customEditorOf(context, id),
  }),
  partOfCampaigns: t.field({
    type: [Campaign],
    description: 'The campaigns that it is part of, by name.',
    resolve: ({ id }, _args, context) => campaignsOf(context, id),
  }),
  campaigns: t.field({
    type: [ProjectLabel],
    deprecationReason: 'partOfCampaigns has the campaigns themselves.',
    description: 'The campaigns that it is part of, by name.',
    resolve: ({ id }, _args, context) => campaignsOf(context, id),
  }),
  ofInterests: t.field({
    type: [Interest],
    description: 'Who it is of interest to, by name; compared with what people say of themselves.',
    resolve: ({ id }, _args, context) => interestsOf(context, id),
  }),
  interests: t.field({
    type: [ProjectLabel],
    deprecationReason: 'ofInterests has the interests themselves.',
    description: 'Who it is of interest to, by name; compared with what people say of themselves.',
    resolve: ({ id }, _args, context) => interestsOf(context, id),
  }),
  allowedPeople: t.field({
    type: [Person],
    nullable: true,
    description: 'Who may see and work on it while it is private, by name; null for those who do not manage it.',
    resolve: async ({ id }, _args, context) => {
      const standing = await standingOf(context, context.viewer, id);
      return standing && canManage(standing) ? allowedPeopleOf(context, id) : null;
    },
  }),
}));
