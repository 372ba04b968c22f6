import { InvalidInput, NotFound, NotPermitted, NotSignedIn } from '../../errors.js';
import { builder, oneInput } from '../../graphql/builder.js';
import { MAX_INT, numberOf } from '../../graphql/ids.js';
import { connectionOf, counted, numberCursor, pageOf } from '../../graphql/page.js';
import { Permission, permission } from '../../graphql/Permission.js';
import { signedIn } from '../../viewer.js';
import { htmlOf } from '../../texts/html.js';
import { Person } from '../people/Person.js';
import { personById } from '../people/load.js';
import {
  commentCountOf,
  commentsOf,
  deleteComment,
  postComment,
  visibleComment,
  whyNotDeleteThis,
} from './comments.js';
import { canSee, whyNotComment } from './policy.js';
import { Project } from './Project.js';
import { projectPayload } from './payload.js';
import { standingOf } from './standing.js';

export const ProjectComment = builder.prismaNode('ProjectComment', {
  description: 'What somebody said in the conversation of a project.',
  id: { resolve: ({ id }) => id },
  nullable: true,
  // One that the viewer may not see is no node, as if there were none.
  findUnique: async (id, context) => ({ id: await visibleComment(context, numberOf('ProjectComment', id)) }),
  authScopes: async ({ projectId }, context) => {
    const standing = await standingOf(context, context.viewer, projectId);
    return standing !== undefined && canSee(standing);
  },
  runScopesOnType: true,
  fields: (t) => ({
    markdown: t.exposeString('markdown', {
      description: 'Markdown as it was written; `html` is safe to show.',
    }),
    html: t.string({
      description: '`markdown` as HTML that is safe to show as it is.',
      resolve: ({ markdown }, _args, { settings }) => htmlOf(markdown, settings),
    }),
    at: t.expose('at', { type: 'DateTime', description: 'When it was posted.' }),
    person: t.field({
      type: Person,
      description: 'Who said it.',
      resolve: ({ personId }, _args, context, info) => personById(context, personId, info),
    }),
    viewerCanDelete: t.field({
      type: Permission,
      description: 'Who said it may, and those who manage the project.',
      resolve: async (comment, _args, context) => permission(await whyNotDeleteThis(context, comment)),
    }),
  }),
});

const ProjectCommentEdge = builder.edgeObject({ type: ProjectComment, name: 'ProjectCommentEdge' });
const ProjectCommentConnection = builder.connectionObject(
  { type: ProjectComment, name: 'ProjectCommentConnection' },
  ProjectCommentEdge,
);

builder.prismaObjectFields(Project, (t) => ({
  comments: t.connection(
    {
      type: ProjectComment,
      description: 'The conversation about it, newest first.',
      resolve: async ({ id }, args, context, info) => {
        const { limit, after } = pageOf(args);
        const before = numberCursor(after);
        const totalCount = counted(info, () => commentCountOf(context, id));
        const rows = await commentsOf(context, {
          projectId: id,
          limit: limit + 1,
          before: before === null ? null : Math.min(before, MAX_INT),
        });
        return {
          ...connectionOf(rows, limit, after, (comment) => String(comment.id)),
          totalCount,
        };
      },
    },
    ProjectCommentConnection,
    ProjectCommentEdge,
  ),
  viewerCanComment: t.field({
    type: Permission,
    description: 'Everybody who sees it may, once signed in and unless blocked.',
    resolve: async ({ id }, _args, context) =>
      permission(whyNotComment((await standingOf(context, context.viewer, id))!)),
  }),
}));

const PostProjectCommentInput = builder.inputType('PostProjectCommentInput', {
  description: 'What to say, and where.',
  fields: (t) => ({
    projectId: t.id({ required: true, description: 'Number or node id.' }),
    markdown: t.string({ required: true, description: 'Markdown, at most 5,000 characters.' }),
  }),
});

const PostProjectCommentPayload = builder.objectRef<{ id: number }>('PostProjectCommentPayload').implement({
  description: 'The comment was posted.',
  fields: (t) => ({
    comment: t.prismaField({
      type: ProjectComment,
      description: 'As it now stands in the conversation.',
      resolve: (query, { id }, _args, { database }) =>
        database.prisma.projectComment.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});

const DeleteProjectCommentInput = builder.inputType('DeleteProjectCommentInput', {
  description: 'Names one comment.',
  fields: (t) => ({ commentId: t.id({ required: true, description: 'Its node id.' }) }),
});

builder.mutationFields((t) => ({
  postProjectComment: t.field({
    type: PostProjectCommentPayload,
    description: 'Says something in the conversation of a project. For everybody who sees it and is not blocked.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound, InvalidInput] },
    args: oneInput(PostProjectCommentInput),
    resolve: (_root, { input }, context) =>
      postComment(context, signedIn(context.viewer), numberOf('Project', input.projectId), input.markdown),
  }),
  deleteProjectComment: t.field({
    type: projectPayload('DeleteProjectCommentPayload'),
    description: 'Deletes a comment for good. For who said it, and those who manage the project.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound] },
    args: oneInput(DeleteProjectCommentInput),
    resolve: async (_root, { input }, context) => ({
      projectId: await deleteComment(context, signedIn(context.viewer), numberOf('ProjectComment', input.commentId)),
    }),
  }),
}));
