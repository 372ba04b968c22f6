import { InUse, InvalidInput, NameTaken, NotFound, NotPermitted, NotSignedIn } from '../../errors.js';
import { builder, oneInput } from '../../graphql/builder.js';
import { deletedPayload } from '../../graphql/deleted.js';
import { Permission, permission } from '../../graphql/Permission.js';
import { signedIn } from '../../viewer.js';
import { whyNotAdminister } from '../organisations/policy.js';
import { MappingIssueCategory } from '../tasks/TaskHistory.js';
import { createMappingIssueCategory, deleteMappingIssueCategory, updateMappingIssueCategory } from './service.js';

const categoryPayload = (name: string, description: string) =>
  builder.objectRef<{ id: number }>(name).implement({
    description,
    fields: (t) => ({
      category: t.field({
        type: MappingIssueCategory,
        description: 'As it is now.',
        resolve: async ({ id }, _args, { database }) => {
          const category = await database.prisma.mappingIssueCategory.findUniqueOrThrow({ where: { id } });
          return { ...category, number: id };
        },
      }),
    }),
  });

builder.objectFields(MappingIssueCategory, (t) => ({
  viewerCanEdit: t.field({
    type: Permission,
    description: 'Change, archive and delete it: administrators may.',
    resolve: (_category, _args, { viewer }) => permission(whyNotAdminister(viewer)),
  }),
}));

const CreateMappingIssueCategoryInput = builder.inputType('CreateMappingIssueCategoryInput', {
  description: 'The new mapping issue category.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Unique; at most 255 characters.' }),
    description: t.string({ description: 'What belongs to it; at most 10,000 characters.' }),
  }),
});
const UpdateMappingIssueCategoryInput = builder.inputType('UpdateMappingIssueCategoryInput', {
  description: 'What to change. What is left out stays as it is.',
  fields: (t) => ({
    categoryNumber: t.int({ required: true, description: 'MappingIssueCategory.number.' }),
    name: t.string({ description: 'Unique; at most 255 characters.' }),
    description: t.string({ description: 'What belongs to it; at most 10,000 characters; null removes it.' }),
    archived: t.boolean({ description: 'True: validators do not choose it any more; what they chose stays.' }),
  }),
});
const DeleteMappingIssueCategoryInput = builder.inputType('DeleteMappingIssueCategoryInput', {
  description: 'The mapping issue category to delete.',
  fields: (t) => ({ categoryNumber: t.int({ required: true, description: 'MappingIssueCategory.number.' }) }),
});

builder.mutationFields((t) => ({
  createMappingIssueCategory: t.field({
    type: categoryPayload('CreateMappingIssueCategoryPayload', 'The mapping issue category was created.'),
    description: 'Creates a mapping issue category. For administrators.',
    errors: { types: [NotSignedIn, NotPermitted, InvalidInput, NameTaken] },
    args: oneInput(CreateMappingIssueCategoryInput),
    resolve: (_root, { input }, context) => createMappingIssueCategory(context, signedIn(context.viewer), input),
  }),
  updateMappingIssueCategory: t.field({
    type: categoryPayload('UpdateMappingIssueCategoryPayload', 'The mapping issue category was changed.'),
    description: 'Changes a mapping issue category. For administrators.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound, InvalidInput, NameTaken] },
    args: oneInput(UpdateMappingIssueCategoryInput),
    resolve: (_root, { input: { categoryNumber, ...input } }, context) =>
      updateMappingIssueCategory(context, signedIn(context.viewer), categoryNumber, input),
  }),
  deleteMappingIssueCategory: t.field({
    type: deletedPayload('DeleteMappingIssueCategoryPayload', 'mapping issue category'),
    description:
      'Deletes a mapping issue category that no validator has chosen yet; archive it instead. For administrators.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound, InUse] },
    args: oneInput(DeleteMappingIssueCategoryInput),
    resolve: (_root, { input }, context) =>
      deleteMappingIssueCategory(context, signedIn(context.viewer), input.categoryNumber),
  }),
}));
