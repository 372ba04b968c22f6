import type { QueryResultRow } from 'pg';
import { z } from 'zod';
import { retryOnce, statement } from '../../database/database.js';
import type { Services } from '../../graphql/context.js';
import { batched } from '../../graphql/perRequest.js';
import { grouped } from '../../grouped.js';
import { parseInput, text } from '../../input.js';
import type { Viewer } from '../../viewer.js';
import { notifyOfAnnotations } from '../notifications/service.js';
import { freshTasks, managed, MANY, taskNotFound } from './action.js';
import type { TaskRow } from './rows.js';

const WRITE = statement(import.meta.url, 'sql/write_annotations');
const OF_TASKS = {
  name: 'tasks/annotations',
  text: 'select a.task_id, t.number, a.type, a.source, a.markdown, a.properties, a.changed_at from task_annotation a join task t on t.id = a.task_id where a.task_id = any ($1::int[]) order by a.task_id, a.type',
};

export interface AnnotationRow extends QueryResultRow {
  task_id: number;
  number: number;
  type: string;
  source: string | null;
  markdown: string | null;
  properties: unknown;
  changed_at: Date;
}

export const annotationsOf = batched(async (ids: number[], { database }) => {
  const rows = grouped(await database.query<AnnotationRow>(OF_TASKS, [ids]), ({ task_id }) => task_id);
  return (id: number) => rows.get(id) ?? [];
});

const MOST_PROPERTIES = 20_000;

const OF_PROJECT = {
  name: 'tasks/annotations_of_project',
  text: `select a.id, a.task_id, t.number, a.type, a.source, a.markdown, a.properties, a.changed_at
           from task t join task_annotation a on a.task_id = t.id
          where t.project_id = $1 and ($2::text is null or a.type = $2) and a.id > $3 order by a.id limit $4`,
};
const COUNT_OF_PROJECT = {
  name: 'tasks/annotation_count_of_project',
  text: 'select count(*)::int as count from task t join task_annotation a on a.task_id = t.id where t.project_id = $1 and ($2::text is null or a.type = $2)',
};

const typed = (type: string | null | undefined) => type?.replaceAll('\0', '') ?? null;

/** Annotations of a project's tasks, of one type or all, after the one with an id. */
export const annotationsOfProject = (
  { database }: Pick<Services, 'database'>,
  projectId: number,
  type: string | null | undefined,
  limit: number,
  after: number,
) => database.query<AnnotationRow & { id: number }>(OF_PROJECT, [projectId, typed(type), after, limit]);

/** How many annotations the tasks of a project have. */
export async function countAnnotations(
  { database }: Pick<Services, 'database'>,
  projectId: number,
  type: string | null | undefined,
): Promise<number> {
  return (await database.query<{ count: number }>(COUNT_OF_PROJECT, [projectId, typed(type)]))[0]!.count;
}

/** A JSON object that jsonb can hold. */
const properties = z.unknown().transform((value, { addIssue }) => {
  const json = jsonOf(value ?? {});
  if (json?.startsWith('{') && json.length <= MOST_PROPERTIES && !/\\u(0000|d[89a-f])/.test(json)) return value ?? {};
  addIssue({
    code: 'custom',
    message: `An object of at most ${MOST_PROPERTIES.toLocaleString('en')} characters, without NUL or halves of characters.`,
  });
  return z.NEVER;
});

/** Undefined for what is nested thousands deep, which nothing writes. */
function jsonOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}

const inputOf = (most: number) =>
  z.object({
    type: text(100).trim().min(1, 'Give the annotations a type.'),
    annotations: z
      .array(
        z.object({
          taskNumber: z.int(),
          source: text(1_000).nullish(),
          markdown: text(10_000).nullish(),
          properties: properties.optional(),
        }),
      )
      .min(1, 'Annotate at least one task.')
      .max(most, `At most ${most.toLocaleString('en')} tasks at once.`)
      .refine((list) => new Set(list.map(({ taskNumber }) => taskNumber)).size === list.length, 'Name each task once.'),
  });

export interface Annotations {
  type: string;
  annotations: { taskNumber: number; source?: string | null; markdown?: string | null; properties?: unknown }[];
}

/** Writes annotations of one type, in place of those that the tasks have of it. Managers only. All or none; at most `most` tasks. */
export async function annotateTasks(
  services: Services,
  viewer: Viewer,
  projectId: number,
  wish: Annotations,
  most = MANY,
): Promise<TaskRow[]> {
  await managed(services, viewer, projectId);
  const { type, annotations } = parseInput(inputOf(most), wish);
  const numbers = annotations.map(({ taskNumber }) => taskNumber);
  const [missing] = await retryOnce(() =>
    services.database.query<{ number: number }>(WRITE, [
      projectId,
      type,
      numbers,
      annotations.map(({ source }) => source ?? null),
      annotations.map(({ markdown }) => markdown ?? null),
      JSON.stringify(annotations.map((each) => each.properties ?? {})),
    ]),
  );
  if (missing) throw taskNotFound(missing.number);
  const tasks = await freshTasks(services, projectId, numbers);
  const written = new Map(annotations.map(({ taskNumber, markdown }) => [taskNumber, markdown]));
  await notifyOfAnnotations(
    services.database,
    viewer,
    projectId,
    tasks.map(({ id, number }) => ({ taskId: id, taskNumber: number, comment: written.get(number) ?? '' })),
  );
  return tasks;
}
