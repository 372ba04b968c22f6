import type { Context } from '../graphql/context.js';
import { canManage, canSee, SEEN_BY_ALL } from '../modules/projects/policy.js';
import { standingOf, type Standing } from '../modules/projects/standing.js';
import type { Viewer } from '../viewer.js';
import { notFound, refuse } from './errors.js';

/** Versions of what v2 shows of a project (the view v2_version), of the moment at which the viewer was seen to be allowed to. */
export interface Readable {
  /** Of its tasks. */
  tasks: string;
  /** Of the work on it, with the people who did it. */
  work: string;
  /** Of all of it: settings, texts, areas and what it is linked to as well. */
  whole: string;
}

const READABLE = {
  name: 'rest/readable',
  text: `select ${SEEN_BY_ALL} as everybody, v.tasks, v.work, v.whole
           from project p join v2_version v on v.project_id = p.id where p.id = $1`,
};

/** A project as v2 looks at it before it shows anything of it: 404, or 403 for drafts and private projects of others. */
export const readableProject = (context: Context, viewer: Viewer | null, projectId: number): Promise<Readable> =>
  readable(context, viewer, projectId, ({ status }) =>
    status === 'DRAFT'
      ? refuse(403, 'ProjectNotFetched', 'This project is a draft: only those who manage it see it.')
      : refuse(403, 'PrivateProject', 'This project is private, and not open to you.'),
  );

/** As readableProject, of what belongs to a project: there the original tells visitors that a draft is private. */
export const readablePart = (context: Context, viewer: Viewer | null, projectId: number): Promise<Readable> =>
  viewer
    ? readableProject(context, viewer, projectId)
    : readable(context, viewer, projectId, () =>
        refuse(403, 'PrivateProject', 'This project is not open to visitors. Sign in.'),
      );

/** Most projects are everybody's, which one short statement tells; how the viewer stands to it is asked of the others alone. */
async function readable(
  context: Context,
  viewer: Viewer | null,
  projectId: number,
  otherwise: (standing: Standing) => never,
): Promise<Readable> {
  const [project] = await context.database.query<Readable & { everybody: boolean }>(READABLE, [projectId]);
  if (!project) notFound('PROJECT', { project_id: projectId });
  if (project.everybody) return project;
  const standing = await knownProject(context, viewer, projectId);
  return canSee(standing) ? project : otherwise(standing);
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
