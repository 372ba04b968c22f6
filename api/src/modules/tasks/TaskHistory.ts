import { builder } from '../../graphql/builder.js';
import { htmlOf } from '../../texts/html.js';
import { personById } from '../people/load.js';
import { Person } from '../people/Person.js';
import { issuesOf } from './load.js';
import type { HistoryRow, IssueRow } from './rows.js';

export const TaskHistoryKind = builder.enumType('TaskHistoryKind', {
  description: 'What an entry of a history tells. A lock is one entry, also while it is in force.',
  values: {
    LOCKED_FOR_MAPPING: { description: 'Somebody took it to map, and held it for durationSeconds.' },
    LOCKED_FOR_VALIDATION: { description: 'Somebody took it to validate, and held it for durationSeconds.' },
    EXTENDED_FOR_MAPPING: { description: 'As LOCKED_FOR_MAPPING, for the time since the lock was extended.' },
    EXTENDED_FOR_VALIDATION: { description: 'As LOCKED_FOR_VALIDATION, for the time since the lock was extended.' },
    AUTO_UNLOCKED_FOR_MAPPING: { description: 'A lock for mapping ran out.' },
    AUTO_UNLOCKED_FOR_VALIDATION: { description: 'A lock for validation ran out.' },
    STATE_CHANGE: { description: 'The task got a new `status`.' },
    COMMENT: { description: 'Somebody wrote a `comment`.' },
  },
});

interface Category {
  number: number;
  name: string;
  description: string | null;
  archived: boolean;
}

export const MappingIssueCategory = builder.objectRef<Category>('MappingIssueCategory').implement({
  description: 'A kind of fault that validators count.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Its id, for MappingIssueInput.' }),
    name: t.exposeString('name', { description: 'As people see it.' }),
    description: t.exposeString('description', {
      description: 'What counts as one; null when nobody wrote it.',
      nullable: true,
    }),
    archived: t.exposeBoolean('archived', { description: 'Validators do not choose it any more.' }),
  }),
});

const MappingIssue = builder.objectRef<IssueRow>('MappingIssue').implement({
  description: 'How often a validator found a kind of fault.',
  fields: (t) => ({
    category: t.field({ type: MappingIssueCategory, description: 'The kind of fault.', resolve: (issue) => issue }),
    count: t.exposeInt('count', { description: 'How many were found; at least 1.' }),
  }),
});

builder.queryField('mappingIssueCategories', (t) =>
  t.field({
    type: [MappingIssueCategory],
    description: 'The kinds of fault that a validator can count, by name; without those not used any more.',
    args: { includeArchived: t.arg.boolean({ description: 'Those that are not used any more as well.' }) },
    resolve: async (_root, { includeArchived }, { database }) => {
      const categories = await database.prisma.mappingIssueCategory.findMany({
        where: includeArchived ? {} : { archived: false },
        orderBy: { name: 'asc' },
      });
      return categories.map(({ id, ...category }) => ({ number: id, ...category }));
    },
  }),
);

export const TaskHistoryEntry = builder.objectRef<HistoryRow>('TaskHistoryEntry').implement({
  description: 'Something that happened to a task.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Unique among history entries; no node id.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When; for a lock, when it began.' }),
    kind: t.field({
      type: TaskHistoryKind,
      description: 'What happened.',
      resolve: ({ kind }) => kind as typeof TaskHistoryKind.$inferType,
    }),
    person: t.field({
      type: Person,
      description: 'Who did it.',
      resolve: ({ person_id: id, username, picture_url: pictureUrl, role }, _args, context, info) =>
        personById(context, id, info, { id, username, pictureUrl, role }),
    }),
    taskNumber: t.exposeInt('number', {
      description: 'The task it happened to: for a task that came from a split, also the one it was split from.',
    }),
    status: t.exposeString('status', {
      nullable: true,
      description: 'STATE_CHANGE: the new status (READY, MAPPED, VALIDATED, INVALIDATED, BADIMAGERY or SPLIT).',
    }),
    comment: t.exposeString('comment', {
      description: 'COMMENT: what was written, Markdown; null for other kinds.',
      nullable: true,
    }),
    commentHtml: t.string({
      description: '`comment` as HTML that is safe to show as it is.',
      nullable: true,
      resolve: ({ comment }, _args, { settings }) => comment && htmlOf(comment, settings),
    }),
    durationSeconds: t.int({
      nullable: true,
      description: 'Locks: seconds held; null while in force.',
      resolve: ({ duration_seconds }) => (duration_seconds === null ? null : Math.round(duration_seconds)),
    }),
    undo: t.exposeBoolean('undo', { description: 'STATE_CHANGE that was an undo.' }),
    credited: t.exposeBoolean('credited', {
      description:
        "False for a status that bulkTaskAction set or that came with a split: it counts as nobody's own work.",
    }),
    issues: t.field({
      type: [MappingIssue],
      description: 'STATE_CHANGE by a validator: the faults that were counted; else empty.',
      resolve: ({ id, kind, issues }, _args, context) =>
        kind === 'STATE_CHANGE' ? (issues ?? issuesOf(context, id)) : [],
    }),
  }),
});

const edge = builder.edgeObject({ type: TaskHistoryEntry, name: 'TaskHistoryEdge' });
export const TaskHistoryEdge = { node: TaskHistoryEntry, edge };

export const TaskHistoryConnection = builder.connectionObject(
  {
    type: TaskHistoryEntry,
    name: 'TaskHistoryConnection',
  },
  edge,
);
