import { statement } from '../../database/database.js';
import { builder } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { connectionOf, counted, numberCursor, pageOf } from '../../graphql/page.js';
import { batchedPages } from '../../graphql/perRequest.js';
import { grouped } from '../../grouped.js';
import { Project } from '../projects/Project.js';
import type { HistoryRow } from './rows.js';
import { TaskHistoryConnection, TaskHistoryEdge, TaskHistoryKind } from './TaskHistory.js';

const ACTIVITY = statement(import.meta.url, 'sql/activity');
const ACTIVITY_COUNT = statement(import.meta.url, 'sql/activity_count');

const ActivityFilter = builder.inputType('ActivityFilter', {
  description: 'What of the things that happened: those that fit all that is given.',
  fields: (t) => ({
    kinds: t.field({ type: [TaskHistoryKind], description: 'Only of these kinds; all but COMMENT when left out.' }),
    personId: t.id({ description: 'OSM id or node id of who did it.' }),
    taskNumber: t.int({ description: 'In this task: Task.number.' }),
    from: t.field({ type: 'DateTime', description: 'Then or later; a lock counts when it began.' }),
    to: t.field({ type: 'DateTime', description: 'Before then.' }),
  }),
});

/** The filter as the parameters of the statements. */
const parametersOf = (filter: typeof ActivityFilter.$inferInput | null | undefined) => [
  filter?.kinds ?? null,
  filter?.personId == null ? null : numberOf('Person', filter.personId),
  filter?.taskNumber ?? null,
  storable(filter?.from),
  storable(filter?.to),
];
/** Years of four digits: what lies beyond is before, or after, everything. */
const storable = (moment: Date | null | undefined) =>
  moment && new Date(Math.min(Math.max(moment.getTime(), Date.UTC(1000, 0)), Date.UTC(9999, 0))).toISOString();

type Parameters = ReturnType<typeof parametersOf>;

const activityOf = batchedPages(
  async (projects, page: { rows: number; before: number | null; parameters: Parameters }, { database }) => {
    const values = [projects, page.rows, page.before, ...page.parameters];
    const rows = await database.read<HistoryRow & { project_id: number }>(ACTIVITY, values);
    const of = grouped(rows, ({ project_id }) => project_id);
    return (project): HistoryRow[] => of.get(project) ?? [];
  },
);
const activityCountOf = batchedPages(async (projects, { parameters }: { parameters: Parameters }, { database }) => {
  const rows = await database.read<{ project_id: number; count: number }>(ACTIVITY_COUNT, [projects, ...parameters]);
  const counts = new Map(rows.map(({ project_id, count }) => [project_id, count]));
  return (project) => counts.get(project) ?? 0;
});

builder.objectField(Project, 'activity', (t) =>
  t.connection(
    {
      type: TaskHistoryEdge.node,
      description: 'What happened, newest first; comments left out unless the filter names them.',
      args: { filter: t.arg({ type: ActivityFilter, description: 'Everything but comments when left out.' }) },
      resolve: async ({ id }, { filter, ...args }, context, info) => {
        const { limit, after } = pageOf(args);
        const parameters = parametersOf(filter);
        const totalCount = counted(info, () => activityCountOf(context, id, { parameters }));
        const rows = await activityOf(context, id, { rows: limit + 1, before: numberCursor(after), parameters });
        return {
          ...connectionOf(rows, limit, after, (row) => String(row.id)),
          totalCount,
        };
      },
    },
    TaskHistoryConnection,
    TaskHistoryEdge.edge,
  ),
);
