import { z } from 'zod';
import { success } from '../../rest/answers.js';
import { notFound, type Refusals } from '../../rest/errors.js';
import { counted, interestOf } from '../../rest/interests.js';
import { operation } from '../../rest/operation.js';
import { id, text } from '../../rest/values.js';
import { assertKeepsShared } from '../organisations/service.js';
import { allInterests, createInterest, deleteInterest, readInterest, updateInterest } from './service.js';

const tag = 'interests';
const interest = z.object({ id: z.int(), name: z.string() });
const body = z.object({ name: text({ min: 1, max: 255 }) });
const params = { interest_id: id() };
const refusals = { NOT_PERMITTED: [403, 'UserNotPermitted'] } satisfies Refusals;
const forKeepers = 'Only managers of an organisation and administrators.';

export const interestsOperations = [
  operation({
    method: 'GET',
    path: '/interests/',
    tag,
    summary: 'All interests, by number.',
    access: 'open',
    answers: z.object({ interests: z.array(counted) }),
    service: 'interests: read',
    handler: async ({ context: { database } }) => ({
      interests: (await allInterests(database)).map((each) => interestOf(each)),
    }),
  }),
  operation({
    method: 'POST',
    path: '/interests/',
    tag,
    summary: 'Makes an interest.',
    access: 'login',
    body,
    answers: interest,
    fails: { 400: 'Another one has this name.', 403: forKeepers },
    refusals,
    service: 'interests: createInterest',
    handler: async ({ context, viewer, body: { name } }) => {
      const { id } = await createInterest(context, viewer, { name });
      return { id, name: name.trim() };
    },
  }),
  operation({
    method: 'GET',
    path: '/interests/{interest_id}/',
    tag,
    summary: 'One interest.',
    access: 'login',
    params,
    answers: interest,
    fails: { 403: forKeepers, 404: 'There is no such interest.' },
    refusals,
    service: 'interests: read',
    handler: async ({ context: { database }, viewer, params: { interest_id } }) => {
      await assertKeepsShared(database, viewer);
      const found = await readInterest(database, interest_id);
      return found ? { id: found.id, name: found.name } : notFound('INTEREST', { interest_id });
    },
  }),
  operation({
    method: 'PATCH',
    path: '/interests/{interest_id}/',
    tag,
    summary: 'Renames an interest.',
    access: 'login',
    params,
    body,
    answers: interest,
    fails: { 400: 'Another one has this name.', 403: forKeepers, 404: 'There is no such interest.' },
    refusals,
    service: 'interests: updateInterest',
    differences: ['A name that is taken is a 400 NameExists, not a 500.'],
    handler: async ({ context, viewer, params: { interest_id }, body: { name } }) => {
      await updateInterest(context, viewer, interest_id, { name });
      return { id: interest_id, name: name.trim() };
    },
  }),
  operation({
    method: 'DELETE',
    path: '/interests/{interest_id}/',
    tag,
    summary: 'Deletes an interest that nobody has.',
    access: 'login',
    params,
    answers: success,
    fails: { 403: forKeepers, 404: 'There is no such interest.', 409: 'People or projects have it.' },
    refusals,
    service: 'interests: deleteInterest',
    differences: ['One in use is a 409, not a 500.'],
    handler: async ({ context, viewer, params: { interest_id } }) => {
      await deleteInterest(context, viewer, interest_id);
      return { Success: 'The interest was deleted.' };
    },
  }),
];
