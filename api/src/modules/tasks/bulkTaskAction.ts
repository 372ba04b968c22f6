import { InvalidInput, NotFound, NotPermitted, NotSignedIn } from '../../errors.js';
import { builder, oneInput } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { signedIn } from '../../viewer.js';
import { AreaTooLarge, InputTooLarge, InvalidGeometry } from '../grid/errors.js';
import { Project } from '../projects/Project.js';
import type { BulkAction, BulkGroup, BulkInput, BulkOutcome } from './bulk.js';
import { STATUS_WORDS } from './errors.js';
import { bulkTaskAction, previewBulkAction } from './service.js';
import { TaskStatus } from './Task.js';

const BulkActionType = builder.enumType('BulkAction', {
  description: 'What managers can do to many tasks at once.',
  values: {
    MARK_MAPPED: { description: 'READY and INVALIDATED become MAPPED.' },
    MARK_VALIDATED: { description: 'MAPPED becomes VALIDATED.' },
    INVALIDATE: { description: 'VALIDATED becomes INVALIDATED: to be mapped again.' },
    RESET_BAD_IMAGERY: { description: 'BADIMAGERY becomes READY.' },
    RESET: { description: 'Everything becomes READY, and whoever works on a task is taken off it.' },
    RESET_BY_PERSON: {
      description: 'What a person validated becomes MAPPED again, what they marked as BADIMAGERY becomes READY.',
    },
  },
} as const);

const BulkSelectionInput = builder.inputType('BulkSelectionInput', {
  description: 'Which tasks: those that fit all that is given. Something must be given.',
  fields: (t) => ({
    all: t.boolean({ description: 'True: every task of the project, or every one that fits the rest.' }),
    taskNumbers: t.intList({ description: 'Task.number of each.' }),
    statuses: t.field({
      type: [TaskStatus],
      description: 'What people see, so LOCKED_… counts before the status under it.',
    }),
    personId: t.id({
      description: 'Tasks that this person maps, mapped, validates or validated; number (OSM id) or node id.',
    }),
    area: t.field({ type: 'GeoJSON', description: 'Tasks that lie in this area, or partly so: a drawn polygon.' }),
  }),
});

const BulkTaskActionInput = builder.inputType('BulkTaskActionInput', {
  description: 'What to do to which tasks of a project.',
  fields: (t) => ({
    projectId: t.id({ description: 'Number or node id.', required: true }),
    action: t.field({ type: BulkActionType, description: 'What to do.', required: true }),
    selection: t.field({ type: BulkSelectionInput, description: 'To which tasks.', required: true }),
    authorId: t.id({ description: 'RESET_BY_PERSON, and only there: whose work; number (OSM id) or node id.' }),
    leaveLocked: t.boolean({
      description:
        'True: tasks that somebody works on stay as they are. Otherwise their work ends, with its time kept.',
    }),
  }),
});

const BulkOutcomeKind = builder.enumType('BulkOutcomeKind', {
  description: 'What a bulk action does to a task.',
  values: {
    CHANGED: { description: 'It gets the new status.' },
    WRONG_STATE: { description: 'Its status is none that the action changes.' },
    LOCKED: { description: 'Somebody works on it, and such tasks are to be left alone.' },
    NOT_FOUND: { description: 'The project has no task of this number.' },
  },
} as const);

const BulkGroupType = builder.objectRef<BulkGroup>('BulkGroup').implement({
  description: 'Tasks with one status to which the same happens.',
  fields: (t) => ({
    outcome: t.expose('outcome', { type: BulkOutcomeKind, description: 'What happens to them.' }),
    status: t.expose('status', {
      type: TaskStatus,
      nullable: true,
      description: 'Their status before, as people see it; null for NOT_FOUND.',
    }),
    newStatus: t.expose('new_status', {
      type: TaskStatus,
      nullable: true,
      description: 'Their status afterwards; null when it stays.',
    }),
    count: t.exposeInt('count', { description: 'How many they are.' }),
    taskNumbers: t.exposeIntList('numbers', { description: 'Task.number of each, in order: to show them on the map.' }),
    message: t.string({ description: 'A sentence for the person.', resolve: sentenceOf }),
  }),
});

function sentenceOf({ outcome, status, new_status, count }: BulkGroup): string {
  const tasks = count === 1 ? '1 task' : `${count.toLocaleString('en')} tasks`;
  const is = count === 1 ? 'is' : 'are';
  if (outcome === 'NOT_FOUND') return `${tasks} of those named ${is} not there. They may have been split.`;
  const now = `${tasks} ${is} ${STATUS_WORDS[status!]}`;
  if (outcome === 'LOCKED') return `${now} and left alone.`;
  if (outcome === 'WRONG_STATE') return `${now}: nothing to change.`;
  return `${now}: from then on ${STATUS_WORDS[new_status!]}.`;
}

const countOf = ({ groups }: BulkOutcome, changed: boolean) =>
  groups.reduce((sum, { outcome, count }) => sum + ((outcome === 'CHANGED') === changed ? count : 0), 0);

const BulkActionPreview = builder.objectRef<BulkOutcome>('BulkActionPreview').implement({
  description: 'What a bulk action would do if it were done now.',
  fields: (t) => ({
    changedCount: t.int({
      description: 'How many tasks would change.',
      resolve: (outcome) => countOf(outcome, true),
    }),
    leftCount: t.int({
      description: 'How many of the chosen tasks would stay as they are.',
      resolve: (outcome) => countOf(outcome, false),
    }),
    groups: t.expose('groups', { type: [BulkGroupType], description: 'Which would change, which not, and why not.' }),
  }),
});

const BulkTaskActionPayload = builder.objectRef<BulkOutcome>('BulkTaskActionPayload').implement({
  description: 'It was done.',
  fields: (t) => ({
    changedCount: t.int({ description: 'How many tasks changed.', resolve: (outcome) => countOf(outcome, true) }),
    leftCount: t.int({
      description: 'How many of the chosen tasks stayed as they were.',
      resolve: (outcome) => countOf(outcome, false),
    }),
    groups: t.expose('groups', { type: [BulkGroupType], description: 'Which changed, which not, and why not.' }),
    project: t.prismaField({
      type: Project,
      description: 'With its new figures.',
      resolve: (query, { projectId }, _args, { database }) =>
        database.prisma.project.findUniqueOrThrow({ ...query, where: { id: projectId } }),
    }),
  }),
});

const refusals = [NotSignedIn, NotPermitted, NotFound, InvalidInput, InvalidGeometry, AreaTooLarge, InputTooLarge];

const wishOf = (input: typeof BulkTaskActionInput.$inferInput): BulkInput => {
  const { personId, ...selection } = input.selection;
  return {
    projectId: numberOf('Project', input.projectId),
    action: input.action as BulkAction,
    selection: { ...selection, personNumber: personId == null ? null : numberOf('Person', personId) },
    authorNumber: input.authorId == null ? null : numberOf('Person', input.authorId),
    leaveLocked: input.leaveLocked,
  };
};

builder.queryField('previewBulkAction', (t) =>
  t.field({
    type: BulkActionPreview,
    description: 'What bulkTaskAction with the same input would do. For managers of the project. Nothing is changed.',
    errors: { types: refusals },
    args: oneInput(BulkTaskActionInput),
    resolve: (_root, { input }, context) => previewBulkAction(context, signedIn(context.viewer), wishOf(input)),
  }),
);

builder.mutationField('bulkTaskAction', (t) =>
  t.field({
    type: BulkTaskActionPayload,
    description:
      "Changes the status of many tasks in one step, for managers of the project. It counts as nobody's own work; the history names the manager.",
    errors: { types: refusals },
    args: oneInput(BulkTaskActionInput),
    resolve: (_root, { input }, context) => bulkTaskAction(context, signedIn(context.viewer), wishOf(input)),
  }),
);
