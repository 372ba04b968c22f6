import { z } from 'zod';
import type { Context } from '../graphql/context.js';
import { withoutSubtags } from '../modules/projects/texts.js';
import { fillIn } from '../modules/tasks/instructions.js';
import type { ShownTask } from '../modules/tasks/rows.js';
import { oldCommentOf, oldHtmlOf } from '../texts/html.js';
import { time } from './answers.js';

const TASKS = { name: 'tasks/v2_tasks', text: 'select * from v2_tasks($1, $2::int[], $3::text[])' };

export const historyEntry = z.object({
  historyId: z.int(),
  taskId: z.int().nullable(),
  action: z.enum([
    'LOCKED_FOR_MAPPING',
    'LOCKED_FOR_VALIDATION',
    'STATE_CHANGE',
    'COMMENT',
    'AUTO_UNLOCKED_FOR_MAPPING',
    'AUTO_UNLOCKED_FOR_VALIDATION',
    'EXTENDED_FOR_MAPPING',
    'EXTENDED_FOR_VALIDATION',
  ]),
  actionText: z
    .string()
    .nullable()
    .describe(
      'STATE_CHANGE: the new status. COMMENT: its words. Locks: how long, HH:MM:SS.ffffff; null while it lasts.',
    ),
  actionDate: time,
  actionBy: z.string(),
  pictureUrl: z.string().nullable(),
  issues: z.array(z.object({ categoryId: z.int(), name: z.string(), count: z.int() })).nullable(),
});

export const taskStatus = z.enum([
  'READY',
  'LOCKED_FOR_MAPPING',
  'MAPPED',
  'LOCKED_FOR_VALIDATION',
  'VALIDATED',
  'INVALIDATED',
  'BADIMAGERY',
]);

/** A task as most operations give it. */
export const task = z
  .object({
    taskId: z.int(),
    projectId: z.int(),
    taskStatus,
    lockHolder: z.string().nullable(),
    taskHistory: z.array(historyEntry).describe('The newest first.'),
    taskAnnotation: z
      .array(
        z.object({
          taskId: z.int(),
          annotationType: z.string(),
          annotationSource: z.string().nullable(),
          annotationMarkdown: z.string().nullable(),
          properties: z.record(z.string(), z.unknown()),
        }),
      )
      .nullable(),
    perTaskInstructions: z.string().nullable().describe('HTML; empty where there are none.'),
    autoUnlockSeconds: z.int(),
    lastUpdated: time.nullable(),
    numberOfComments: z.int().nullable(),
  })
  .describe('A task.');
export type TaskAnswer = z.infer<typeof task>;

interface Row {
  [column: string]: unknown;
  number: number;
  status: TaskAnswer['taskStatus'];
  holder: string | null;
  history: TaskAnswer['taskHistory'];
  annotations: NonNullable<TaskAnswer['taskAnnotation']>;
  template: string;
  x: number | null;
  y: number | null;
  zoom: number | null;
  extra_properties: Record<string, unknown> | null;
}

/** The languages in which v2 shows a task, for the function v2_tasks. */
export const taskLocales = ({ locales }: Context): string[] =>
  locales.flatMap(withoutSubtags).map((locale) => locale.toLowerCase());

/** Tasks of a project with their history, in the order of their numbers here; those that there are not are left out. One statement. */
export async function taskAnswers(context: Context, projectId: number, numbers: number[]): Promise<TaskAnswer[]> {
  const rows = await context.database.query<Row>(TASKS, [projectId, numbers, taskLocales(context)]);
  return rows.map((row) => answerOf(context, projectId, row));
}

/** A task after an action, which may have read already what v2 shows of it. */
export async function taskAnswer(
  context: Context,
  { projectId, number, shown }: ShownTask,
): Promise<TaskAnswer | undefined> {
  return shown ? answerOf(context, projectId, shown as Row) : (await taskAnswers(context, projectId, [number]))[0];
}

const answerOf = ({ settings }: Context, projectId: number, row: Row): TaskAnswer => ({
  taskId: row.number,
  projectId,
  taskStatus: row.status,
  lockHolder: row.holder,
  taskHistory: row.history.map((entry) =>
    entry.action === 'COMMENT' ? { ...entry, actionText: oldCommentOf(entry.actionText ?? '') } : entry,
  ),
  taskAnnotation: row.annotations,
  perTaskInstructions: row.template && oldHtmlOf(fillIn(row.template, row)),
  autoUnlockSeconds: settings.lockSeconds,
  lastUpdated: row.history[0]?.actionDate ?? null,
  numberOfComments: null,
});
