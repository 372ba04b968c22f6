import { builder } from '../../graphql/builder.js';

export const ProjectStatus = builder.enumType('ProjectStatus', {
  values: { ARCHIVED: {}, PUBLISHED: {}, DRAFT: { description: 'Seen only by those who manage it.' } },
});
export const ProjectPriority = builder.enumType('ProjectPriority', {
  values: ['URGENT', 'HIGH', 'MEDIUM', 'LOW'] as const,
});
export const ProjectDifficulty = builder.enumType('ProjectDifficulty', {
  values: ['EASY', 'MODERATE', 'CHALLENGING'] as const,
});
export const MappingType = builder.enumType('MappingType', {
  description: 'What is to be mapped.',
  values: ['ROADS', 'BUILDINGS', 'WATERWAYS', 'LAND_USE', 'OTHER'] as const,
});
export const Editor = builder.enumType('Editor', {
  values: ['ID', 'JOSM', 'POTLATCH_2', 'FIELD_PAPERS', 'CUSTOM', 'RAPID'] as const,
});
export const TaskCreationMode = builder.enumType('TaskCreationMode', {
  values: {
    GRID: { description: 'Square tasks of one zoom.' },
    ARBITRARY: { description: 'One task for each polygon that was given.' },
  },
});
