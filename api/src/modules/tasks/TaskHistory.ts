import { builder } from '../../graphql/builder.js';
import { personById } from '../people/load.js';
import { Person } from '../people/Person.js';
import { issuesOf, type IssueRow } from './load.js';
import type { HistoryRow } from './rows.js';

const TaskHistoryKind = builder.enumType('TaskHistoryKind', {
  values: [
    'LOCKED_FOR_MAPPING',
    'LOCKED_FOR_VALIDATION',
    'EXTENDED_FOR_MAPPING',
    'EXTENDED_FOR_VALIDATION',
    'AUTO_UNLOCKED_FOR_MAPPING',
    'AUTO_UNLOCKED_FOR_VALIDATION',
    'STATE_CHANGE',
    'COMMENT',
  ] as const,
});

interface Category {
  number: number;
  name: string;
  description: string | null;
}

const MappingIssueCategory = builder.objectRef<Category>('MappingIssueCategory').implement({
  description: 'A kind of fault that validators count.',
  fields: (t) => ({
    number: t.exposeInt('number'),
    name: t.exposeString('name'),
    description: t.exposeString('description', { nullable: true }),
  }),
});

const MappingIssue = builder.objectRef<IssueRow>('MappingIssue').implement({
  fields: (t) => ({
    category: t.field({ type: MappingIssueCategory, resolve: (issue) => issue }),
    count: t.exposeInt('count'),
  }),
});

builder.queryField('mappingIssueCategories', (t) =>
  t.field({
    type: [MappingIssueCategory],
    resolve: async (_root, _args, { database }) => {
      const categories = await database.prisma.mappingIssueCategory.findMany({
        where: { archived: false },
        orderBy: { name: 'asc' },
      });
      return categories.map(({ id, name, description }) => ({ number: id, name, description }));
    },
  }),
);

export const TaskHistoryEntry = builder.objectRef<HistoryRow>('TaskHistoryEntry').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    at: t.expose('at', { type: 'DateTime' }),
    kind: t.field({ type: TaskHistoryKind, resolve: ({ kind }) => kind as typeof TaskHistoryKind.$inferType }),
    person: t.field({ type: Person, resolve: ({ person_id }, _args, context) => personById(context, person_id) }),
    taskNumber: t.exposeInt('number'),
    status: t.exposeString('status', {
      nullable: true,
      description: 'STATE_CHANGE: the new status (READY, MAPPED, VALIDATED, INVALIDATED, BADIMAGERY or SPLIT).',
    }),
    comment: t.exposeString('comment', { nullable: true }),
    durationSeconds: t.int({
      nullable: true,
      description: 'Locks: seconds held; null while in force.',
      resolve: ({ duration_seconds }) => (duration_seconds === null ? null : Math.round(duration_seconds)),
    }),
    undo: t.exposeBoolean('undo', { description: 'STATE_CHANGE that was an undo.' }),
    issues: t.field({
      type: [MappingIssue],
      resolve: ({ id, kind }, _args, context) => (kind === 'STATE_CHANGE' ? issuesOf(context, id) : []),
    }),
  }),
});

const edge = builder.edgeObject({ type: TaskHistoryEntry, name: 'TaskHistoryEdge' });
export const TaskHistoryEdge = { node: TaskHistoryEntry, edge };

export const TaskHistoryConnection = builder.connectionObject(
  {
    type: TaskHistoryEntry,
    name: 'TaskHistoryConnection',
    fields: (t) => ({
      totalCount: t.int({
        resolve: (connection) => (connection as unknown as { totalCount: () => Promise<number> }).totalCount(),
      }),
    }),
  },
  edge,
);
