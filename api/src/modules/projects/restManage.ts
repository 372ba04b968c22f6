import { z } from 'zod';
import type { Database } from '../../database/database.js';
import { success } from '../../rest/answers.js';
import { notFound, refuse } from '../../rest/errors.js';
import { counted, interestOf } from '../../rest/interests.js';
import { operation } from '../../rest/operation.js';
import { managedProject, readableProject } from '../../rest/readProject.js';
import { id, int, text } from '../../rest/values.js';
import { deleteProject, setFavourite, setFeatured, transferProject } from './manage.js';
import { updateProject } from './update.js';

const params = { project_id: id() };
const noProject = { 404: 'There is no such project.' };
const done = z.object({ Success: z.literal(true) });
const favourited = z.object({ project_id: z.int() });

const isFeatured = async ({ prisma }: Database, id: number) =>
  (await prisma.project.findUnique({ where: { id }, select: { featured: true } }))?.featured ?? false;

const isFavourite = async ({ prisma }: Database, projectId: number, personId: number) =>
  (await prisma.projectFavourite.count({ where: { projectId, personId } })) > 0;

export const projectManageOperations = [
  operation({
    method: 'DELETE',
    path: '/projects/{project_id}/',
    tag: 'projects',
    summary: 'Deletes a project for good, as long as nobody has worked in it.',
    access: 'login',
    params,
    answers: success,
    fails: { ...noProject, 403: 'Not managed by the viewer, or there is work in it.' },
    refusals: {
      'NOT_PERMITTED/NOT_MANAGER': [403, 'DeletePermissionError'],
      PROJECT_HAS_WORK: [403, 'HasMappedTasks'],
    },
    service: 'projects: deleteProject',
    handler: async ({ context, viewer, params: { project_id } }) => {
      await managedProject(context, viewer, project_id);
      await deleteProject(context, viewer, project_id);
      return { Success: 'Project deleted' };
    },
  }),
  operation({
    method: 'POST',
    path: '/projects/{project_id}/actions/transfer-ownership/',
    tag: 'projects',
    summary: 'Makes another person the author of a project.',
    access: 'login',
    params,
    body: z.object({ username: text({ min: 1, max: 255 }) }),
    invalidBody: [400, 'InvalidData', 422],
    answers: success,
    fails: { ...noProject, 403: 'The viewer may not give it away, or the other may not have it.' },
    refusals: {
      NOT_PERMITTED: [403, 'TransferPermissionError'],
      // It is there, but the viewer does not even see it.
      PROJECT_NOT_FOUND: [403, 'TransferPermissionError'],
      INVALID_INPUT: [403, 'InvalidNewOwner'],
    },
    service: 'projects: transferProject',
    differences: ['A project that is not there is a 404, not a 500.'],
    handler: async ({ context, viewer, params: { project_id }, body: { username } }) => {
      const { prisma } = context.database;
      const [heir, project] = await Promise.all([
        prisma.person.findFirst({ where: { username, deletedAt: null }, select: { id: true } }),
        prisma.project.findUnique({ where: { id: project_id }, select: { authorId: true } }),
      ]);
      if (!heir) notFound('USER', { username });
      if (!project) notFound('PROJECT', { project_id });
      if (heir.id !== project.authorId) await transferProject(context, viewer, project_id, username);
      return { Success: 'Project Transferred' };
    },
  }),
  operation({
    method: 'POST',
    path: '/projects/{project_id}/actions/feature/',
    tag: 'projects',
    summary: 'Shows a project on the first page.',
    access: 'login',
    params,
    answers: done,
    fails: { ...noProject, 403: 'Not managed by the viewer, or featured already.' },
    service: 'projects: setFeatured',
    handler: async ({ context, viewer, params: { project_id } }) => {
      await managedProject(context, viewer, project_id);
      if (await isFeatured(context.database, project_id))
        refuse(403, 'AlreadyFeatured', 'This project is on the first page already.');
      await setFeatured(context, viewer, project_id, true);
      return { Success: true };
    },
  }),
  operation({
    method: 'POST',
    path: '/projects/{project_id}/actions/remove-feature/',
    tag: 'projects',
    summary: 'Shows a project on the first page no longer.',
    access: 'login',
    params,
    answers: done,
    fails: { ...noProject, 403: 'Not managed by the viewer, or not featured.' },
    service: 'projects: setFeatured',
    handler: async ({ context, viewer, params: { project_id } }) => {
      await managedProject(context, viewer, project_id);
      if (!(await isFeatured(context.database, project_id)))
        refuse(403, 'NotFeatured', 'This project is not on the first page.');
      await setFeatured(context, viewer, project_id, false);
      return { Success: true };
    },
  }),
  operation({
    method: 'POST',
    path: '/projects/{project_id}/actions/set-interests/',
    tag: 'projects',
    summary: 'Marks a project with interests, in place of those it had.',
    access: 'login',
    params,
    body: z.object({ interests: z.array(int()).max(200) }),
    answers: z.object({ interests: z.array(counted) }),
    fails: { 404: 'There is no such project, or no such interest.' },
    service: 'projects: updateProject',
    differences: ['It works: the original answers 500 whatever is sent.'],
    handler: async ({ context, viewer, params: { project_id }, body }) => {
      await managedProject(context, viewer, project_id);
      const known = await knownInterests(context.database, body.interests);
      await updateProject(context, viewer, project_id, { interestIds: body.interests });
      return { interests: known.map((each) => interestOf(each)) };
    },
  }),
  operation({
    method: 'GET',
    path: '/projects/{project_id}/favorite/',
    tag: 'projects',
    summary: "Whether a project is among the viewer's favourites.",
    access: 'login',
    params,
    answers: z.object({ favorited: z.boolean() }),
    fails: noProject,
    service: 'projects: read',
    handler: async ({ context, viewer, params: { project_id } }) => {
      await readableProject(context, viewer, project_id);
      return { favorited: await isFavourite(context.database, project_id, viewer.id) };
    },
  }),
  operation({
    method: 'POST',
    path: '/projects/{project_id}/favorite/',
    tag: 'projects',
    summary: "Puts a project among the viewer's favourites; twice is once.",
    access: 'login',
    keyScope: 'MAP',
    params,
    status: 201,
    answers: favourited,
    fails: noProject,
    service: 'projects: setFavourite',
    handler: async ({ context, viewer, params: { project_id } }) => {
      await readableProject(context, viewer, project_id);
      await setFavourite(context, viewer, project_id, true);
      return { project_id };
    },
  }),
  operation({
    method: 'DELETE',
    path: '/projects/{project_id}/favorite/',
    tag: 'projects',
    summary: "Takes a project out of the viewer's favourites.",
    access: 'login',
    keyScope: 'MAP',
    params,
    answers: favourited,
    fails: { ...noProject, 400: 'It is not among them.' },
    service: 'projects: setFavourite',
    handler: async ({ context, viewer, params: { project_id } }) => {
      await readableProject(context, viewer, project_id);
      if (!(await isFavourite(context.database, project_id, viewer.id)))
        refuse(400, 'NotFeatured', 'This project is not among your favourites.');
      await setFavourite(context, viewer, project_id, false);
      return { project_id };
    },
  }),
];

/** Interests by their numbers. Throws Refused for the first that there is not. */
async function knownInterests({ prisma }: Database, ids: number[]) {
  const known = await prisma.interest.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } });
  const missing = ids.find((id) => !known.some((interest) => interest.id === id));
  if (missing !== undefined) notFound('INTEREST', { interest_id: missing });
  return known;
}
