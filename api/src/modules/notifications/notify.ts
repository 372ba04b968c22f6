import type { Database } from '../../database/database.js';
import type { MessageType } from '../../generated/prisma/client.js';

const NOTIFY = { name: 'notifications/notify', text: 'select * from notify_people($1::jsonb, $2)' };

export interface Notification {
  type: MessageType;
  /** OSM ids; those who did it themselves, deleted their account or do not want it are left out. */
  to: number[];
  /** Null: the system. */
  from?: number | null;
  projectId?: number | null;
  /** Task.id, not its number. */
  taskId?: number | null;
  teamId?: number | null;
  /** Plain text, without the name of the sender: that can change, and go. */
  subject: string;
  /** Markdown. */
  body: string;
}

/**
 * Sends notifications, all in one statement, to those who want them, and has them mailed to those who want that. Call it after the commit of what they tell. It never
 * throws: what was done stays done when nobody could be told.
 */
export async function notify(database: Database, notifications: Notification[]): Promise<void> {
  const messages = notifications
    .filter(({ to }) => to.length > 0)
    .map(({ projectId, taskId, teamId, ...rest }) => ({ ...rest, project: projectId, task: taskId, team: teamId }));
  if (messages.length === 0) return;
  await quietly(async () => void (await database.query(NOTIFY, [JSON.stringify(messages), database.mailAfterSeconds])));
}

/** Runs what tells somebody; that it failed is logged, and changes nothing else. */
export async function quietly(action: () => Promise<void>): Promise<void> {
  await action().catch((error: unknown) => console.error('Somebody could not be notified:', error));
}
