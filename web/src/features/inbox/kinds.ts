import {
  IconAt,
  IconArrowBackUp,
  IconBuildingBroadcastTower,
  IconChecks,
  IconFolder,
  IconInfoCircle,
  IconMessage,
  IconMessages,
  IconSpeakerphone,
  IconUserPlus,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import type { NotificationType } from '../../gql/graphql';

/** The sign of each type of message. Its subject says the same in words. */
export const TYPE_ICONS: Record<NotificationType, Icon> = {
  SYSTEM: IconInfoCircle,
  BROADCAST: IconSpeakerphone,
  TEAM_BROADCAST: IconBuildingBroadcastTower,
  MENTION_NOTIFICATION: IconAt,
  VALIDATION_NOTIFICATION: IconChecks,
  INVALIDATION_NOTIFICATION: IconArrowBackUp,
  TASK_COMMENT_NOTIFICATION: IconMessage,
  PROJECT_CHAT_NOTIFICATION: IconMessages,
  PROJECT_ACTIVITY_NOTIFICATION: IconFolder,
  REQUEST_TEAM_NOTIFICATION: IconUserPlus,
  INVITATION_NOTIFICATION: IconUsers,
};
