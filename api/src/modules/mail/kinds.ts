import type { MessageType } from '../../generated/prisma/client.js';

/** What notifications of a type are about, to go on a sentence with: "mails about …". */
export const ABOUT: Record<MessageType, string> = {
  SYSTEM: 'your account and level',
  BROADCAST: 'messages from managers of projects',
  MENTION_NOTIFICATION: 'comments that mention you',
  VALIDATION_NOTIFICATION: 'tasks of yours that were validated',
  INVALIDATION_NOTIFICATION: 'tasks of yours that need more mapping',
  REQUEST_TEAM_NOTIFICATION: 'requests to join teams',
  INVITATION_NOTIFICATION: 'teams that you were added to',
  TASK_COMMENT_NOTIFICATION: 'comments on tasks that you worked on',
  PROJECT_CHAT_NOTIFICATION: 'comments on your projects',
  PROJECT_ACTIVITY_NOTIFICATION: 'news of projects',
  TEAM_BROADCAST: 'messages from managers of your teams',
};

/** "a, b and c". */
export const listed = (phrases: string[]) => new Intl.ListFormat('en').format(phrases);
