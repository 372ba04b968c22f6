import { InvalidInput, NotFound, NotPermitted, NotSignedIn } from '../../errors.js';
import { builder, oneInput } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { signedIn } from '../../viewer.js';
import { AreaTooLarge, InputTooLarge, InvalidGeometry } from '../grid/errors.js';
import { Editor, MappingType, ProjectDifficulty, ProjectPermission, ProjectPriority } from './enums.js';
import { ChangedMeanwhile } from './errors.js';
import { projectPayload } from './payload.js';
import { updateProject } from './update.js';

const CustomEditorInput = builder.inputType('CustomEditorInput', {
  description: 'An editor that the project brings along. Let people use it with CUSTOM in the editors.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'As people see it; at most 50 characters.' }),
    description: t.string({ description: 'What is special about it; at most 2,000 characters.' }),
    url: t.string({ required: true, description: 'The address that opens it, http or https.' }),
  }),
});

const UpdateProjectInput = builder.inputType('UpdateProjectInput', {
  description:
    'What to change. What is left out stays as it is, and so does what is null, unless its description says that null removes it. A list replaces the whole list.',
  fields: (t) => ({
    projectId: t.id({ required: true, description: 'Number or node id.' }),
    ifUnchangedSince: t.field({
      type: 'DateTime',
      description:
        'Project.settingsChanged as it was read: ChangedMeanwhile if somebody changed settings or texts since. Overwrites when left out.',
    }),
    organisationId: t.id({ description: 'Moves it to another organisation, which the viewer must manage as well.' }),
    priority: t.field({ type: ProjectPriority, description: 'How urgent it is. That of a sandbox stays LOW.' }),
    difficulty: t.field({ type: ProjectDifficulty, description: 'How much experience it asks for.' }),
    defaultLocale: t.string({
      description: 'Its own language, such as en; a published project needs its texts in it first.',
    }),
    mappingTypes: t.field({ type: [MappingType], description: 'What is to be mapped.' }),
    mappingEditors: t.field({ type: [Editor], description: 'For mappers, at least one. That of a sandbox stays ID.' }),
    validationEditors: t.field({
      type: [Editor],
      description: 'For validators, at least one. That of a sandbox stays ID.',
    }),
    mappingPermission: t.field({ type: ProjectPermission, description: 'Who may map.' }),
    validationPermission: t.field({ type: ProjectPermission, description: 'Who may validate.' }),
    mappingLevelId: t.id({ description: 'Number of the least level of those who map.' }),
    validationLevelId: t.id({ description: 'Number of the least level of those who validate.' }),
    enforceRandomTaskSelection: t.boolean({ description: 'Mappers are to be given a task, not to choose one.' }),
    enforceAssignment: t.boolean({ description: 'Tasks that were assigned to somebody are for them alone.' }),
    private: t.boolean({ description: 'Only for the people and teams it is given to.' }),
    allowedUsernames: t.stringList({
      description: 'Who may see and work on it while it is private, by their exact names; at most 1,000.',
    }),
    licenseId: t.id({ description: 'Number of the terms that everybody accepts first; null removes them.' }),
    imagery: t.string({ description: 'Id of an editor layer, or a tile address; null or empty removes it.' }),
    changesetComment: t.string({
      description: "At most 1,000 characters; null or empty: the usual hashtag with the project's number.",
    }),
    dueDate: t.field({ type: 'DateTime', description: 'When it should be done; null removes it.' }),
    interestIds: t.idList({ description: 'Numbers of the interests it is marked with.' }),
    campaignIds: t.idList({ description: 'Numbers of the campaigns it is part of.' }),
    priorityAreas: t.field({
      type: 'GeoJSON',
      description: 'Polygons in the area, to be mapped first; null or an empty FeatureCollection removes them.',
    }),
    customEditor: t.field({ type: CustomEditorInput, description: 'The editor it brings along; null removes it.' }),
    osmchaFilterId: t.string({
      description: 'Id of an OSMCha filter, or the address of its page; null or empty removes it.',
    }),
    idPresets: t.stringList({ description: 'The presets that iD offers, at most 200; all when empty.' }),
    josmPreset: t.string({ description: 'At most 10,000 characters; null or empty removes it.' }),
    extraIdParams: t.string({
      description: "Added to the address of iD's page, at most 2,000 characters; null or empty removes it.",
    }),
    rapidPowerUser: t.boolean({ description: 'Rapid opens with its dialog for power users.' }),
  }),
});

const numberIn = (type: string, id: string | null | undefined) => (id == null ? id : numberOf(type, id));
const numbersIn = (type: string, ids: string[] | null | undefined) => ids?.map((id) => numberOf(type, id));

builder.mutationField('updateProject', (t) =>
  t.field({
    type: projectPayload('UpdateProjectPayload'),
    description:
      'Changes the settings that are sent, all or nothing. Texts: updateProjectTexts; status: publishProject, archiveProject, returnProjectToDraft. For those who manage it.',
    errors: {
      types: [
        NotSignedIn,
        NotPermitted,
        NotFound,
        InvalidInput,
        ChangedMeanwhile,
        InvalidGeometry,
        AreaTooLarge,
        InputTooLarge,
      ],
    },
    args: oneInput(UpdateProjectInput),
    resolve: async (_root, { input }, context) => {
      const { projectId: id, ifUnchangedSince, ...settings } = input;
      const projectId = numberOf('Project', id);
      await updateProject(
        context,
        signedIn(context.viewer),
        projectId,
        {
          ...settings,
          organisationId: numberIn('Organisation', settings.organisationId),
          mappingLevelId: numberIn('MappingLevel', settings.mappingLevelId),
          validationLevelId: numberIn('MappingLevel', settings.validationLevelId),
          licenseId: numberIn('License', settings.licenseId),
          campaignIds: numbersIn('Campaign', settings.campaignIds),
          interestIds: numbersIn('Interest', settings.interestIds),
        },
        ifUnchangedSince,
      );
      return { projectId };
    },
  }),
);
