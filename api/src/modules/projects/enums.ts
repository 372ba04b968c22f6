import { builder } from '../../graphql/builder.js';

export const ProjectStatus = builder.enumType('ProjectStatus', {
  description: 'How far a project is open.',
  values: {
    ARCHIVED: {
      description:
        'Over: not in the lists of work, still readable unless it was never published, and tasks can still be worked on.',
    },
    PUBLISHED: { description: 'Open to everyone it is for.' },
    DRAFT: { description: 'Being prepared: seen only by those who manage it.' },
  },
});
export const ProjectPriority = builder.enumType('ProjectPriority', {
  description: 'How urgent the managers say a project is; lists begin with the most urgent.',
  values: {
    URGENT: { description: 'Before everything else, such as after a disaster.' },
    HIGH: { description: 'Soon.' },
    MEDIUM: { description: 'The usual.' },
    LOW: { description: 'When there is time.' },
  },
});
export const ProjectDifficulty = builder.enumType('ProjectDifficulty', {
  description: 'How much experience the mapping asks for; advice, not a rule.',
  values: {
    EASY: { description: 'Fit for a first task.' },
    MODERATE: { description: 'Some experience helps.' },
    CHALLENGING: { description: 'For experienced mappers.' },
  },
});
export const MappingType = builder.enumType('MappingType', {
  description: 'What is to be mapped.',
  values: {
    ROADS: { description: 'Roads and paths.' },
    BUILDINGS: { description: 'Outlines of buildings.' },
    WATERWAYS: { description: 'Rivers, streams, lakes.' },
    LAND_USE: { description: 'Fields, forest, settlements.' },
    OTHER: { description: 'Something else; the instructions say what.' },
  },
});
export const Editor = builder.enumType('Editor', {
  description: 'An OpenStreetMap editor that a project lets people use.',
  values: {
    ID: { description: 'iD, in the browser (Instance.idEditorUrl).' },
    JOSM: { description: "JOSM on the person's computer, by remote control (Instance.josmRemoteUrl)." },
    POTLATCH_2: { description: 'Potlatch 2; no longer made, kept for old projects.' },
    FIELD_PAPERS: { description: 'Field Papers: printed maps.' },
    CUSTOM: { description: "An editor of the project's own." },
    RAPID: { description: 'Rapid: iD with detected roads and buildings (Instance.rapidEditorUrl).' },
  },
});
export const TaskCreationMode = builder.enumType('TaskCreationMode', {
  description: 'How the area was divided into tasks.',
  values: {
    GRID: { description: 'Square tasks of one zoom.' },
    ARBITRARY: { description: 'One task for each polygon that was given.' },
  },
});
export const ProjectPermission = builder.enumType('ProjectPermission', {
  description: 'Who may work on a project, besides the level it asks for.',
  values: {
    ANY: { description: 'Everybody who has the level.' },
    TEAMS: { description: "Only members of the project's teams who have the level." },
  },
});
