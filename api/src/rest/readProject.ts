import type { Context } from '../graphql/context.js';
import { canManage, canSee } from '../modules/projects/policy.js';
import { standingOf, type Standing } from '../modules/projects/standing.js';
import type { Viewer } from '../viewer.js';
import { notFound, refuse } from './errors.js';

/** A project as v2 looks at it before it shows anything of it: 404, or 403 for drafts and private projects of others. */
export async function readableProject(context: Context, viewer: Viewer | null, projectId: number): Promise<Standing> {
  const standing = await knownProject(context, viewer, projectId);
  if (canSee(standing)) return standing;
  if (standing.status === 'DRAFT')
    refuse(403, 'ProjectNotFetched', 'This project is a draft: only those who manage it see it.');
  refuse(403, 'PrivateProject', 'This project is private, and not open to you.');
}

/** As readableProject, of what belongs to a project: there the original tells visitors that a draft is private. */
export async function readablePart(context: Context, viewer: Viewer | null, projectId: number): Promise<Standing> {
  const standing = await knownProject(context, viewer, projectId);
  if (!viewer && !canSee(standing)) refuse(403, 'PrivateProject', 'This project is not open to visitors. Sign in.');
  return canSee(standing) ? standing : readableProject(context, viewer, projectId);
}

/** A project whose managers alone may go on: 404, or 403 with the SubCode. */
export async function managedProject(
  context: Context,
  viewer: Viewer,
  projectId: number,
  subCode = 'UserPermissionError',
): Promise<Standing> {
  const standing = await knownProject(context, viewer, projectId);
  if (!canManage(standing)) refuse(403, subCode, 'Only those who manage this project can do this.');
  return standing;
}

async function knownProject(context: Context, viewer: Viewer | null, projectId: number): Promise<Standing> {
  return (
    (projectId > 0 && (await standingOf(context, viewer, projectId))) || notFound('PROJECT', { project_id: projectId })
  );
}
