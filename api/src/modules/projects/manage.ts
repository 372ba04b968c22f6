import { statement } from '../../database/database.js';
import { InvalidInput, NotFound } from '../../errors.js';
import type { Services } from '../../graphql/context.js';
import type { Viewer } from '../../viewer.js';
import { notifyOfTransfer } from '../notifications/service.js';
import { managesAnOrganisation } from '../organisations/service.js';
import { createProject, type NewProject } from './create.js';
import { ProjectHasWork } from './errors.js';
import { canManage, whyNotDelete, whyNotRemember, whyNotTransfer } from './policy.js';
import { editable, visible } from './service.js';

const DELETE = { name: 'projects/delete', text: 'select delete_project($1) as worked' };
const HEIR = statement(import.meta.url, 'sql/heir');
const GIVE = statement(import.meta.url, 'sql/give');

/** Shows a project on the first page, or no longer. Throws NotFound, NotPermitted. */
export async function setFeatured(services: Services, viewer: Viewer, projectId: number, featured: boolean) {
  await editable(services, viewer, projectId);
  await services.database.prisma.project.update({ where: { id: projectId }, data: { featured } });
}

/**
 * Makes another person the author. Throws NotFound (project, person), NotPermitted, InvalidInput for somebody who manages
 * neither the organisation nor the instance.
 */
export async function transferProject(services: Services, viewer: Viewer, projectId: number, username: string) {
  const refusal = whyNotTransfer(await visible(services, viewer, projectId));
  if (refusal) throw refusal;
  const [heir] = await services.database.query<{ id: number; manages: boolean }>(HEIR, [
    projectId,
    username.replaceAll('\0', ''),
  ]);
  if (!heir) throw new NotFound('PERSON', `Nobody called "${username}" has signed in here. Check the name.`);
  if (!heir.manages) {
    throw new InvalidInput([
      {
        path: ['username'],
        message: `${username} does not manage the organisation of this project. Make them a manager first, or choose somebody who is.`,
      },
    ]);
  }
  const [given] = await services.database.query<{ former: number }>(GIVE, [projectId, heir.id]);
  if (given) await notifyOfTransfer(services.database, viewer, projectId, given.former);
}

/** Deletes a project in which nothing was done yet, for good. Throws NotFound, NotPermitted, ProjectHasWork. */
export async function deleteProject(services: Services, viewer: Viewer, projectId: number): Promise<void> {
  const { database } = services;
  const standing = await visible(services, viewer, projectId);
  const refusal = whyNotDelete(standing, await managesAnOrganisation(database, viewer));
  if (refusal) throw refusal;
  const [row] = await database.query<{ worked: number }>(DELETE, [projectId]);
  if (row!.worked > 0) throw new ProjectHasWork(row!.worked);
}

/** Puts a project among the viewer's favourites, or takes it out; twice is once. Throws NotFound, NotPermitted. */
export async function setFavourite(services: Services, viewer: Viewer, projectId: number, favourite: boolean) {
  const refusal = whyNotRemember(await visible(services, viewer, projectId));
  if (refusal) throw refusal;
  const { projectFavourite } = services.database.prisma;
  const row = { projectId, personId: viewer.id };
  if (favourite) await projectFavourite.createMany({ data: row, skipDuplicates: true });
  else await projectFavourite.deleteMany({ where: row });
}

type Area = Pick<
  NewProject,
  'areaOfInterest' | 'taskCreationMode' | 'zoom' | 'clip' | 'tasks' | 'priorityAreas' | 'sandbox' | 'database'
>;

/**
 * Creates a draft over another area with the settings and texts of a project that the viewer may see; its teams come along
 * only for those who manage it. `organisationId`, `name`: those of the project when left out. Throws as createProject does.
 */
export async function cloneProject(
  services: Services,
  viewer: Viewer,
  source: number,
  { organisationId, name, ...area }: Area & { organisationId?: number | null; name?: string | null },
) {
  const standing = await visible(services, viewer, source);
  const project = await services.database.prisma.project.findUniqueOrThrow({
    where: { id: source },
    select: { organisationId: true, defaultLocale: true, texts: true },
  });
  const own = project.texts.find(({ locale }) => locale === project.defaultLocale);
  return createProject(
    services,
    viewer,
    {
      ...area,
      organisationId: organisationId ?? project.organisationId ?? 0,
      locale: project.defaultLocale,
      name: name ?? own?.name,
      shortDescription: own?.shortDescription,
      description: own?.description,
      instructions: own?.instructions,
      perTaskInstructions: own?.perTaskInstructions,
    },
    { from: source, withTeams: canManage(standing) },
  );
}
