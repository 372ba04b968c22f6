import { z } from 'zod';
import type { Database } from '../../database/database.js';
import { success } from '../../rest/answers.js';
import { notFound } from '../../rest/errors.js';
import { operation } from '../../rest/operation.js';
import { bool, id, text } from '../../rest/values.js';
import {
  allCategories,
  createMappingIssueCategory,
  deleteMappingIssueCategory,
  readCategory,
  updateMappingIssueCategory,
} from './service.js';

const tag = 'issues';
const category = z.object({
  categoryId: z.int(),
  name: z.string(),
  description: z.string().nullable(),
  archived: z.boolean(),
});
const body = z.object({
  name: text({ min: 1, max: 255 }),
  description: text({ max: 10_000 }).nullish(),
  archived: bool().nullish(),
});
const params = { category_id: id() };
const missing = { 404: 'There is no such category.' };
const categoryOf = ({
  id,
  name,
  description,
  archived,
}: {
  id: number;
  name: string;
  description: string | null;
  archived: boolean;
}) => ({
  categoryId: id,
  name,
  description,
  archived,
});

async function categoryNumbered(database: Database, category_id: number) {
  return categoryOf((await readCategory(database, category_id)) ?? notFound('ISSUE_CATEGORY', { category_id }));
}

export const issueCategoriesOperations = [
  operation({
    method: 'GET',
    path: '/tasks/issues/categories/',
    tag,
    summary: 'The kinds of issues that validators find, by name.',
    access: 'open',
    query: { includeArchived: bool().default(false) },
    answers: z.object({ categories: z.array(category) }),
    service: 'issue-categories: read',
    handler: async ({ context: { database }, query: { includeArchived } }) => ({
      categories: (await allCategories(database, includeArchived)).map(categoryOf),
    }),
  }),
  operation({
    method: 'POST',
    path: '/tasks/issues/categories/',
    tag,
    summary: 'Makes a category.',
    access: 'admin',
    body,
    invalidBody: [400, 'InvalidData', 422],
    answers: z.object({ categoryId: z.int() }),
    fails: { 409: 'Another one has this name.' },
    refusals: { NAME_TAKEN: [409, 'NameExists'] },
    service: 'issue-categories: createMappingIssueCategory',
    differences: ['A name that is taken is a 409 NameExists, not a 500.'],
    handler: async ({ context, viewer, body }) => ({
      categoryId: (await createMappingIssueCategory(context, viewer, body)).id,
    }),
  }),
  operation({
    method: 'GET',
    path: '/tasks/issues/categories/{category_id}/',
    tag,
    summary: 'One category.',
    access: 'open',
    params,
    answers: category,
    fails: missing,
    service: 'issue-categories: read',
    handler: ({ context: { database }, params }) => categoryNumbered(database, params.category_id),
  }),
  operation({
    method: 'PATCH',
    path: '/tasks/issues/categories/{category_id}/',
    tag,
    summary: 'Changes a category.',
    access: 'admin',
    params,
    body,
    answers: category,
    fails: { ...missing, 409: 'Another one has this name.' },
    refusals: { NAME_TAKEN: [409, 'NameExists'] },
    service: 'issue-categories: updateMappingIssueCategory',
    differences: ['A name that is taken is a 409 NameExists, not a 500. A description that is left out stays.'],
    handler: async ({ context, viewer, params: { category_id }, body }) => {
      await updateMappingIssueCategory(context, viewer, category_id, body);
      return categoryNumbered(context.database, category_id);
    },
  }),
  operation({
    method: 'DELETE',
    path: '/tasks/issues/categories/{category_id}/',
    tag,
    summary: 'Deletes a category that no validator has chosen.',
    access: 'admin',
    params,
    answers: success,
    fails: { ...missing, 409: 'Validators have chosen it.' },
    service: 'issue-categories: deleteMappingIssueCategory',
    differences: ['One in use is a 409, not a 500.'],
    handler: async ({ context, viewer, params: { category_id } }) => {
      await deleteMappingIssueCategory(context, viewer, category_id);
      return { Success: 'The mapping issue category was deleted.' };
    },
  }),
];
