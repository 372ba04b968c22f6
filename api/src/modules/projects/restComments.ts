import { z } from 'zod';
import type { Context } from '../../graphql/context.js';
import { pagination, paginationOf, success, time } from '../../rest/answers.js';
import { notFound, refuse } from '../../rest/errors.js';
import { operation } from '../../rest/operation.js';
import { readableProject } from '../../rest/readProject.js';
import { id, int, page } from '../../rest/values.js';
import { writing } from '../../rest/writing.js';
import { oldHtmlOf } from '../../texts/html.js';
import { conversationPage, deleteComment, isCommentOf, postComment } from './comments.js';
import { blocked, canSee } from './policy.js';
import { standingOf } from './standing.js';

const tag = 'projects';
/** What the answer to a new comment shows. */
const FIRST_PAGE = 5;

const conversation = z.object({
  chat: z.array(
    z.object({
      id: z.int(),
      message: z.string().describe('HTML that is safe to show.'),
      pictureUrl: z.string().nullable(),
      timestamp: time,
      username: z.string(),
    }),
  ),
  pagination: pagination.nullable().describe('Null where nothing was said.'),
});

async function shown(context: Context, projectId: number, page: number, size: number) {
  const { comments, total } = await conversationPage(context, projectId, page, size);
  return {
    chat: comments.map(({ id, markdown, at, person }) => ({
      id,
      message: oldHtmlOf(markdown),
      pictureUrl: person.pictureUrl,
      timestamp: at.toISOString(),
      username: person.username,
    })),
    pagination: total === 0 ? null : paginationOf(page, size, total),
  };
}

const comment = writing('message', 'Markdown.');
const project = { project_id: id() };

export const projectCommentsOperations = [
  operation({
    method: 'GET',
    path: '/projects/{project_id}/comments/',
    tag,
    summary: 'The conversation about a project, the newest first.',
    access: 'optional',
    params: project,
    query: { page: page(), perPage: int({ min: 1, max: 1_000 }).default(20) },
    answers: conversation,
    fails: { 403: 'It is a draft, or private.', 404: 'There is no such project.' },
    service: 'projects: conversationPage',
    differences: ['Conversations of drafts and private projects are for those who see the project.'],
    handler: async ({ context, viewer, params: { project_id }, query }) => {
      await readableProject(context, viewer, project_id);
      return shown(context, project_id, query.page, query.perPage);
    },
  }),
  operation({
    method: 'POST',
    path: '/projects/{project_id}/comments/',
    tag,
    summary: 'Says something in the conversation about a project; answers its newest page.',
    access: 'login',
    params: project,
    body: comment.schema,
    answers: conversation,
    fails: { 404: 'There is no such project.' },
    service: 'projects: postComment',
    differences: ['A comment without a word in it is refused, as it is on tasks.'],
    handler: async ({ context, viewer, params: { project_id }, body }) => {
      if (viewer.role === 'READ_ONLY') throw blocked();
      const message = comment.read(body);
      const standing = project_id > 0 && (await standingOf(context, viewer, project_id));
      if (!standing) notFound('PROJECT', { project_id });
      if (!canSee(standing))
        refuse(403, 'UserNotPermitted', 'This project is not open to you: you cannot comment on it.');
      await postComment(context, viewer, project_id, message);
      return shown(context, project_id, 1, FIRST_PAGE);
    },
  }),
  operation({
    method: 'DELETE',
    path: '/projects/{project_id}/comments/{comment_id}/',
    tag,
    summary: 'Deletes a comment: your own, or as a manager of the project.',
    access: 'login',
    params: { ...project, comment_id: id() },
    answers: success,
    fails: { 404: 'There is no such project, or no such comment on it.' },
    refusals: { NOT_PERMITTED: [403, 'DeletePermissionError'] },
    service: 'projects: deleteComment',
    handler: async ({ context, viewer, params: { project_id, comment_id } }) => {
      await readableProject(context, viewer, project_id);
      if (!(await isCommentOf(context, project_id, comment_id)))
        notFound('MESSAGE', { message_id: comment_id, project_id });
      await deleteComment(context, viewer, comment_id);
      return { Success: 'Comment deleted' };
    },
  }),
];
