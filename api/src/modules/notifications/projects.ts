import { statement, type Database } from '../../database/database.js';
import type { Viewer } from '../../viewer.js';
import { notify, quietly } from './notify.js';
import { whoSees } from './whoSees.js';

const TRANSFER = statement(import.meta.url, 'sql/transfer');
const FAVOURITES = {
  name: 'notifications/favourites',
  text: 'select person_id from project_favourite where project_id = $1',
};

/** Tells the new author, the former one and the managers of the organisation that a project was given to somebody else. */
export const notifyOfTransfer = (
  database: Database,
  giver: Viewer,
  projectId: number,
  formerAuthorId: number,
): Promise<void> =>
  quietly(async () => {
    const [row] = await database.query<{ author_id: number; author: string; managers: number[] }>(TRANSFER, [
      projectId,
    ]);
    const { author_id, author, managers } = row!;
    const about = { type: 'SYSTEM' as const, from: giver.id, projectId };
    await notify(database, [
      {
        ...about,
        to: [author_id],
        subject: `You are the author of project ${projectId} now`,
        body: `Project ${projectId} was given to you: you manage it from now on.`,
      },
      {
        ...about,
        to: [...new Set([formerAuthorId, ...managers])].filter((person) => person !== author_id),
        subject: `Project ${projectId} has another author`,
        body: `Project ${projectId} was given to @[${author}], who manages it from now on.`,
      },
    ]);
  });

const NEWS = {
  PUBLISHED: { subject: 'is open', body: 'is open now: you can take a task there.' },
  ARCHIVED: { subject: 'was archived', body: 'was archived: no more work is asked for there. You can still read it.' },
};

/** Tells those who have a project among their favourites, and may see it, that it was opened or archived. */
export const notifyOfStatus = (
  database: Database,
  manager: Viewer,
  projectId: number,
  status: keyof typeof NEWS,
): Promise<void> =>
  quietly(async () => {
    const fans = await database.query<{ person_id: number }>(FAVOURITES, [projectId]);
    const may = await whoSees(
      database,
      projectId,
      fans.map(({ person_id }) => person_id),
    );
    await notify(database, [
      {
        type: 'PROJECT_ACTIVITY_NOTIFICATION',
        to: [...may],
        from: manager.id,
        projectId,
        subject: `Project ${projectId} ${NEWS[status].subject}`,
        body: `Project ${projectId}, one of your favourites, ${NEWS[status].body}`,
      },
    ]);
  });
