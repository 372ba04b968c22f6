import { defineMessages } from 'react-intl';
import type { NotificationType } from '../gql/graphql';

/** What notifications of a type tell, whole messages each, for every page that names them. */
export const notificationWords: Record<NotificationType, { id: string; defaultMessage: string }> = defineMessages({
  MENTION_NOTIFICATION: { id: 'told.mention', defaultMessage: 'Somebody names you in a comment' },
  INVALIDATION_NOTIFICATION: { id: 'told.sentBack', defaultMessage: 'A task you mapped needs more mapping' },
  VALIDATION_NOTIFICATION: { id: 'told.validated', defaultMessage: 'A task you mapped is validated' },
  TASK_COMMENT_NOTIFICATION: { id: 'told.taskComment', defaultMessage: 'Comments on tasks you worked on' },
  PROJECT_CHAT_NOTIFICATION: { id: 'told.projectComment', defaultMessage: 'Comments on your projects' },
  PROJECT_ACTIVITY_NOTIFICATION: { id: 'told.favourite', defaultMessage: 'A favourite project opens or is archived' },
  BROADCAST: { id: 'told.broadcast', defaultMessage: 'Messages from the managers of a project' },
  TEAM_BROADCAST: { id: 'told.team', defaultMessage: 'Messages from the managers of your team' },
  REQUEST_TEAM_NOTIFICATION: { id: 'told.request', defaultMessage: 'Requests to join a team, and the answers' },
  INVITATION_NOTIFICATION: { id: 'told.invitation', defaultMessage: 'You come into a team, or leave it' },
  SYSTEM: { id: 'told.system', defaultMessage: 'News of your account and level' },
});
