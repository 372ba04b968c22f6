import { z } from 'zod';
import { success } from '../../rest/answers.js';
import { notFound } from '../../rest/errors.js';
import { operation } from '../../rest/operation.js';
import { id, text } from '../../rest/values.js';
import { acceptLicense, allLicenses, createLicense, deleteLicense, readLicense, updateLicense } from './service.js';

const tag = 'licenses';
const license = z.object({ licenseId: z.int(), name: z.string(), description: z.string(), plainText: z.string() });
const body = z.object({
  name: text({ min: 1, max: 512 }),
  description: text({ max: 10_000 }).nullish(),
  plainText: text().nullish(),
});
const params = { license_id: id() };
const licenseOf = ({
  id,
  name,
  description,
  plainText,
}: {
  id: number;
  name: string;
  description: string;
  plainText: string;
}) => ({
  licenseId: id,
  name,
  description,
  plainText,
});

export const licensesOperations = [
  operation({
    method: 'GET',
    path: '/licenses/',
    tag,
    summary: 'All licences, by number.',
    access: 'open',
    answers: z.object({ licenses: z.array(license) }),
    service: 'licences: read',
    handler: async ({ context: { database } }) => ({
      licenses: (await allLicenses(database)).map(licenseOf),
    }),
  }),
  operation({
    method: 'POST',
    path: '/licenses/',
    tag,
    summary: 'Makes a licence.',
    access: 'admin',
    body,
    status: 201,
    answers: z.object({ licenseId: z.int() }),
    fails: { 400: 'Another one has this name.' },
    service: 'licences: createLicense',
    handler: async ({ context, viewer, body }) => ({ licenseId: (await createLicense(context, viewer, body)).id }),
  }),
  operation({
    method: 'GET',
    path: '/licenses/{license_id}/',
    tag,
    summary: 'One licence.',
    access: 'open',
    params,
    answers: license,
    fails: { 404: 'There is no such licence.' },
    service: 'licences: read',
    handler: async ({ context: { database }, params: { license_id } }) => {
      const found = await readLicense(database, license_id);
      return found ? licenseOf(found) : notFound('LICENSE', { license_id });
    },
  }),
  operation({
    method: 'PATCH',
    path: '/licenses/{license_id}/',
    tag,
    summary: 'Changes a licence: all three texts are replaced.',
    access: 'admin',
    params,
    body,
    answers: z.object({ status: z.string() }),
    fails: { 400: 'Another one has this name.', 404: 'There is no such licence.' },
    service: 'licences: updateLicense',
    differences: ['One that is not there is a 404; the original says that it was updated.'],
    handler: async ({ context, viewer, params: { license_id }, body: { name, description, plainText } }) => {
      await updateLicense(context, viewer, license_id, {
        name,
        description: description ?? '',
        plainText: plainText ?? '',
      });
      return { status: 'Updated' };
    },
  }),
  operation({
    method: 'DELETE',
    path: '/licenses/{license_id}/',
    tag,
    summary: 'Deletes a licence that no project asks for.',
    access: 'admin',
    params,
    answers: success,
    fails: { 404: 'There is no such licence.', 409: 'A project asks for it.' },
    service: 'licences: deleteLicense',
    differences: ['One that a project asks for is a 409, not a 500.'],
    handler: async ({ context, viewer, params: { license_id } }) => {
      await deleteLicense(context, viewer, license_id);
      return { Success: 'The licence was deleted.' };
    },
  }),
  operation({
    method: 'POST',
    path: '/licenses/{license_id}/actions/accept-for-me/',
    tag,
    summary: 'Accepts a licence for you. Once is enough.',
    access: 'login',
    params,
    answers: success,
    fails: { 404: 'There is no such licence.' },
    service: 'licences: acceptLicense',
    handler: async ({ context, viewer, params: { license_id } }) => {
      await acceptLicense(context, viewer, license_id);
      return { Success: 'Terms accepted.' };
    },
  }),
];
