import { InUse, InvalidInput, NameTaken, NotFound, NotPermitted, NotSignedIn } from '../../errors.js';
import { builder, oneInput } from '../../graphql/builder.js';
import { deletedPayload } from '../../graphql/deleted.js';
import { MAX_INT, numberOf } from '../../graphql/ids.js';
import { signedIn } from '../../viewer.js';
import { Person } from '../people/Person.js';
import { Badge, MappingLevel } from './MappingLevel.js';
import { deleteBadge, deleteLevel, saveBadge, saveLevel, setLevel, voteForLevel } from './service.js';

const numberInput = (name: string, what: string) =>
  builder.inputType(name, {
    description: `Which ${what}.`,
    fields: (t) => ({ number: t.int({ required: true, description: `Its id: the \`number\` of the ${what}.` }) }),
  });
const levelPayload = (name: string) =>
  builder.objectRef<number>(name).implement({
    description: 'The level was saved.',
    fields: (t) => ({
      level: t.prismaField({
        type: MappingLevel,
        description: 'As it is now.',
        resolve: (query, id, _args, { database }) =>
          database.prisma.mappingLevel.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  });
const badgePayload = (name: string) =>
  builder.objectRef<number>(name).implement({
    description: 'The badge was saved.',
    fields: (t) => ({
      badge: t.prismaField({
        type: Badge,
        description: 'As it is now.',
        resolve: (query, id, _args, { database }) =>
          database.prisma.badge.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  });
const personPayload = (name: string) =>
  builder.objectRef<number>(name).implement({
    description: 'It was done.',
    fields: (t) => ({
      person: t.prismaField({
        type: Person,
        description: 'As they are now.',
        resolve: (query, id, _args, { database }) =>
          database.prisma.person.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  });

const BadgeRequirementInput = builder.inputType('BadgeRequirementInput', {
  description: 'One figure that a badge asks for.',
  fields: (t) => ({
    metric: t.string({ required: true, description: 'Which figure: changeset, building, highway and so on.' }),
    minimum: t.float({ required: true, description: 'The least it has to be; more than 0.' }),
  }),
});

const approvalsRequired = { description: 'Votes of administrators it takes besides the badges; 0 to 1,000.' } as const;
const color = { description: 'As CSS writes it; "" for none.' } as const;
const requiredBadges = 'Badge.number of all that it takes: 1 to 50.';
const CreateLevelInput = builder.inputType('CreateLevelInput', {
  description: 'The new level, which comes above all others.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Unique; at most 100 characters.' }),
    approvalsRequired: t.int(approvalsRequired),
    color: t.string(color),
    requiredBadges: t.intList({ required: true, description: requiredBadges }),
  }),
});
const UpdateLevelInput = builder.inputType('UpdateLevelInput', {
  description: 'What to change of a level; what is left out stays.',
  fields: (t) => ({
    number: t.int({ required: true, description: 'MappingLevel.number.' }),
    name: t.string({ description: 'Unique; at most 100 characters.' }),
    approvalsRequired: t.int(approvalsRequired),
    color: t.string(color),
    requiredBadges: t.intList({ description: requiredBadges }),
  }),
});
const CreateBadgeInput = builder.inputType('CreateBadgeInput', {
  description: 'The new badge.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Unique; at most 100 characters.' }),
    description: t.string({ description: 'What it stands for; at most 2,000 characters.' }),
    imagePath: t.string({ description: 'Its picture.' }),
    requirements: t.field({ type: [BadgeRequirementInput], required: true, description: '1 to 50, each metric once.' }),
    isEnabled: t.boolean({ description: 'Whether profiles show it; true when left out.' }),
    isInternal: t.boolean({ description: 'Whether it is only there for levels; false when left out.' }),
  }),
});
const UpdateBadgeInput = builder.inputType('UpdateBadgeInput', {
  description: 'What to change of a badge; what is left out stays.',
  fields: (t) => ({
    number: t.int({ required: true, description: 'Badge.number.' }),
    name: t.string({ description: 'Unique; at most 100 characters.' }),
    description: t.string({ description: 'What it stands for; at most 2,000 characters.' }),
    imagePath: t.string({ description: 'Its picture; "" for none.' }),
    requirements: t.field({
      type: [BadgeRequirementInput],
      description: 'All of them anew: 1 to 50, each metric once.',
    }),
    isEnabled: t.boolean({ description: 'Whether profiles show it.' }),
    isInternal: t.boolean({ description: 'Whether it is only there for levels.' }),
  }),
});
const SetLevelInput = builder.inputType('SetLevelInput', {
  description: 'Whose level, and which.',
  fields: (t) => ({
    personId: t.id({ required: true, description: 'OSM id or node id of the person.' }),
    levelNumber: t.int({ required: true, description: 'MappingLevel.number.' }),
  }),
});
const ApproveLevelInput = builder.inputType('ApproveLevelInput', {
  description: 'Whom to vote for.',
  fields: (t) => ({ personId: t.id({ required: true, description: 'OSM id or node id of the person.' }) }),
});

const SAVE_ERRORS = { types: [NotSignedIn, NotPermitted, InvalidInput, NameTaken, NotFound] };
const DELETE_ERRORS = { types: [NotSignedIn, NotPermitted, NotFound, InUse] };

/** 0, which nothing has, for what is no id. */
const idOf = (number: number) => (number > 0 && number <= MAX_INT ? number : 0);

builder.mutationFields((t) => ({
  createLevel: t.field({
    type: levelPayload('CreateLevelPayload'),
    description: 'Creates a level above all others. For administrators.',
    errors: SAVE_ERRORS,
    args: oneInput(CreateLevelInput),
    resolve: (_root, { input }, { database, viewer }) => saveLevel(database, signedIn(viewer), null, input),
  }),
  updateLevel: t.field({
    type: levelPayload('UpdateLevelPayload'),
    description:
      'Changes a level. When votes or badges change, who was nominated for this one is no longer. For administrators.',
    errors: SAVE_ERRORS,
    args: oneInput(UpdateLevelInput),
    resolve: (_root, { input }, { database, viewer }) =>
      saveLevel(database, signedIn(viewer), idOf(input.number), input),
  }),
  deleteLevel: t.field({
    type: deletedPayload('DeleteLevelPayload', 'level'),
    description: 'Deletes a level that no person has and no project asks for. For administrators.',
    errors: DELETE_ERRORS,
    args: oneInput(numberInput('DeleteLevelInput', 'level')),
    resolve: async (_root, { input: { number } }, { database, viewer }) => {
      await deleteLevel(database, signedIn(viewer), idOf(number));
      return { id: number };
    },
  }),
  createBadge: t.field({
    type: badgePayload('CreateBadgePayload'),
    description: 'Creates a badge. For administrators.',
    errors: SAVE_ERRORS,
    args: oneInput(CreateBadgeInput),
    resolve: (_root, { input }, { database, viewer }) => saveBadge(database, signedIn(viewer), null, input),
  }),
  updateBadge: t.field({
    type: badgePayload('UpdateBadgePayload'),
    description:
      'Changes a badge; who has it keeps it. When requirements change, nominations for levels that ask for it end. For administrators.',
    errors: SAVE_ERRORS,
    args: oneInput(UpdateBadgeInput),
    resolve: (_root, { input }, { database, viewer }) =>
      saveBadge(database, signedIn(viewer), idOf(input.number), input),
  }),
  deleteBadge: t.field({
    type: deletedPayload('DeleteBadgePayload', 'badge'),
    description: 'Deletes a badge that nobody has and no level asks for. For administrators.',
    errors: DELETE_ERRORS,
    args: oneInput(numberInput('DeleteBadgeInput', 'badge')),
    resolve: async (_root, { input: { number } }, { database, viewer }) => {
      await deleteBadge(database, signedIn(viewer), idOf(number));
      return { id: number };
    },
  }),
  setLevel: t.field({
    type: personPayload('SetLevelPayload'),
    description: 'Gives a person a level, whatever their badges. For administrators.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound] },
    args: oneInput(SetLevelInput),
    resolve: async (_root, { input }, { database, viewer }) => {
      const id = numberOf('Person', input.personId);
      await setLevel(database, signedIn(viewer), id, idOf(input.levelNumber));
      return id;
    },
  }),
  approveLevel: t.field({
    type: personPayload('ApproveLevelPayload'),
    description:
      'Votes for the level that a person is nominated for; the last vote needed gives it. For administrators, not for themselves.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound] },
    args: oneInput(ApproveLevelInput),
    resolve: async (_root, { input }, { database, viewer }) => {
      const id = numberOf('Person', input.personId);
      await voteForLevel(database, signedIn(viewer), id);
      return id;
    },
  }),
}));
