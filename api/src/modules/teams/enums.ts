import { builder } from '../../graphql/builder.js';

export const TeamVisibility = builder.enumType('TeamVisibility', {
  description: 'Who knows of a team.',
  values: {
    PUBLIC: { description: 'Everybody.' },
    PRIVATE: { description: 'Its members, those who asked to join, managers of its organisation, administrators.' },
  },
});
export const TeamJoinMethod = builder.enumType('TeamJoinMethod', {
  description: 'How somebody comes into a team.',
  values: {
    ANY: { description: 'Who wants to join is in at once.' },
    BY_REQUEST: { description: 'Who wants to join asks, and a manager of the team decides.' },
    BY_INVITE: { description: 'Only managers of the team add people.' },
  },
});
export const TeamMemberFunction = builder.enumType('TeamMemberFunction', {
  description: 'What a person is in a team.',
  values: {
    MANAGER: { description: 'Changes the team and decides who is in it.' },
    MEMBER: { description: 'Has what the roles of the team give, and nothing to decide.' },
  },
});
export const TeamRole = builder.enumType('TeamRole', {
  description: 'What the members of a team may do in a project.',
  values: {
    READ_ONLY: { description: 'Nothing beyond what everybody may.' },
    MAPPER: { description: 'Map, also where only teams may.' },
    VALIDATOR: { description: 'Map and validate, also where only teams may.' },
    PROJECT_MANAGER: { description: 'Everything that the author of the project may.' },
  },
});
