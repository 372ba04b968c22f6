import { z } from 'zod';
import { statement } from '../../database/database.js';
import { NotFound, NotPermitted } from '../../errors.js';
import type { ProjectComment } from '../../generated/prisma/client.js';
import type { Services } from '../../graphql/context.js';
import { batched } from '../../graphql/perRequest.js';
import { grouped } from '../../grouped.js';
import { parseInput, text } from '../../input.js';
import type { Viewer } from '../../viewer.js';
import { notifyOfProjectComment } from '../notifications/service.js';
import { canSee, whyNotComment, whyNotDeleteComment } from './policy.js';
import { visible } from './service.js';
import { standingOf } from './standing.js';

const COMMENTS = statement(import.meta.url, 'sql/comments');
const newComment = z.object({ markdown: text(5_000).trim().min(1, 'Write something first.') });

/** Says something in a project's conversation; the comment's id. Throws NotFound, NotPermitted, InvalidInput. */
export async function postComment(services: Services, viewer: Viewer, projectId: number, input: string) {
  const refusal = whyNotComment(await visible(services, viewer, projectId));
  if (refusal) throw refusal;
  const { markdown } = parseInput(newComment, { markdown: input });
  const { database } = services;
  const comment = await database.prisma.projectComment.create({ data: { projectId, personId: viewer.id, markdown } });
  await notifyOfProjectComment(database, viewer, projectId, markdown);
  return comment;
}

/** Deletes a comment, one's own or as a manager; the project it was in. Throws NotFound, NotPermitted. */
export async function deleteComment(services: Services, viewer: Viewer, id: number): Promise<number> {
  const { projectComment } = services.database.prisma;
  const comment = await projectComment.findUnique({ where: { id } });
  const standing = comment && (await visible(services, viewer, comment.projectId).catch(() => undefined));
  if (!standing) throw new NotFound('COMMENT', 'There is no such comment any more.');
  const refusal = whyNotDeleteComment(standing, comment.personId === viewer.id);
  if (refusal) throw refusal;
  await projectComment.deleteMany({ where: { id } });
  return comment.projectId;
}

/** Whether a project has this comment. */
export const isCommentOf = async ({ database }: Pick<Services, 'database'>, projectId: number, id: number) =>
  (await database.prisma.projectComment.count({ where: { id, projectId } })) > 0;

/** One page (from 1) of a project's conversation, the newest first, and how many comments there are. */
export async function conversationPage(
  { database: { prisma } }: Pick<Services, 'database'>,
  projectId: number,
  page: number,
  size: number,
) {
  const [comments, total] = await Promise.all([
    prisma.projectComment.findMany({
      where: { projectId },
      include: { person: { select: { username: true, pictureUrl: true } } },
      orderBy: { id: 'desc' },
      skip: (page - 1) * size,
      take: size,
    }),
    prisma.projectComment.count({ where: { projectId } }),
  ]);
  return { comments, total };
}

/** The id of a comment that the viewer may see, else 0, which nothing has. */
export async function visibleComment(context: Services & { viewer: Viewer | null }, id: number): Promise<number> {
  const comment = await context.database.prisma.projectComment.findUnique({ where: { id } });
  const standing = comment && (await standingOf(context, context.viewer, comment.projectId));
  return standing && canSee(standing) ? id : 0;
}

/** Why the viewer may not delete a comment; undefined when they may. */
export async function whyNotDeleteThis(
  services: Services & { viewer: Viewer | null },
  { projectId, personId }: { projectId: number; personId: number },
) {
  const standing = await standingOf(services, services.viewer, projectId);
  if (!standing) return new NotPermitted('PROJECT_NOT_FOUND', 'The project was deleted, and its conversation with it.');
  return whyNotDeleteComment(standing, personId === services.viewer?.id);
}

interface Page {
  projectId: number;
  limit: number;
  before: number | null;
}
const pages = batched(async (keys: string[], { database }) => {
  const asked = keys.map((key) => JSON.parse(key) as Page);
  const rows = await database.query<ProjectComment & { ord: number }>(COMMENTS, [
    asked.map(({ projectId }) => projectId),
    asked.map(({ limit }) => limit),
    asked.map(({ before }) => before),
  ]);
  const found = grouped(rows, ({ ord }) => ord);
  return (key: string): ProjectComment[] => found.get(keys.indexOf(key) + 1) ?? [];
});

/** Comments of a project, newest first; those of many projects in one statement. */
export const commentsOf = (context: Parameters<typeof pages>[0], page: Page) => pages(context, JSON.stringify(page));

export const commentCountOf = batched(async (ids: number[], { database }) => {
  const rows = await database.prisma.projectComment.groupBy({
    by: 'projectId',
    where: { projectId: { in: ids } },
    _count: true,
  });
  const counts = new Map(rows.map(({ projectId, _count }) => [projectId, _count]));
  return (id: number) => counts.get(id) ?? 0;
});

/** How far each conversation is: the position of its last change. */
export const conversationPositionOf = batched(async (ids: number[], { database }) => {
  const rows = await database.prisma.projectCommentChange.groupBy({
    by: 'projectId',
    where: { projectId: { in: ids } },
    _max: { position: true },
  });
  const positions = new Map(rows.map(({ projectId, _max }) => [projectId, _max.position ?? 0]));
  return (id: number) => positions.get(id) ?? 0;
});
