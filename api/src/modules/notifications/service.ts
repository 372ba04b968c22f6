import { statement, type Database } from '../../database/database.js';
import { written, type Parameter } from '../../database/written.js';
import type { MessageType } from '../../generated/prisma/client.js';
import type { Viewer } from '../../viewer.js';
import { mentionsIn } from '../../texts/mentions.js';
import { notify, quietly, type Notification } from './notify.js';
import { whoSees } from './whoSees.js';

export { notify } from './notify.js';
export { setPreferences, preferencesOf } from './preferences.js';
export { notifyOfStatus, notifyOfTransfer } from './projects.js';
export { notifyOfJoinDecision, notifyOfJoinRequest, notifyOfRemoval, notifyOfTeamInvitation } from './teams.js';

const LISTENERS = statement(import.meta.url, 'sql/listeners');
const PROJECT_LISTENERS = statement(import.meta.url, 'sql/project_listeners');
const VERDICTS = statement(import.meta.url, 'sql/verdicts');

/** A comment that was written on a task. */
export interface TaskComment {
  taskId: number;
  taskNumber: number;
  comment: string;
}

/** Tells those whom comments mention, and those who changed the state of the tasks. One call for all comments of an action. */
export async function notifyOfTaskComments(
  database: Database,
  writer: Viewer,
  projectId: number,
  comments: TaskComment[],
): Promise<void> {
  if (comments.length === 0) return;
  await quietly(async () => {
    const to = await listenersOf(database, writer, projectId, comments);
    await notify(
      database,
      comments.flatMap(({ taskId, taskNumber, comment }): Notification[] => {
        const about = { from: writer.id, projectId, taskId, body: comment };
        return [
          {
            ...about,
            type: 'MENTION_NOTIFICATION',
            to: to(taskId, true),
            subject: `You were mentioned in a comment on task ${taskNumber} of project ${projectId}`,
          },
          {
            ...about,
            type: 'TASK_COMMENT_NOTIFICATION',
            to: to(taskId, false),
            subject: `New comment on task ${taskNumber} of project ${projectId}`,
          },
        ];
      }),
    );
  });
}

/** Tells those whom notes on tasks mention; each once, however many notes name them. */
export async function notifyOfAnnotations(
  database: Database,
  writer: Viewer,
  projectId: number,
  notes: TaskComment[],
): Promise<void> {
  const naming = notes.filter(({ comment }) => {
    const { names, groups } = mentionsIn(comment);
    return names.length + groups.length > 0;
  });
  if (naming.length === 0) return;
  await quietly(async () => {
    const to = await listenersOf(database, writer, projectId, naming);
    const told = new Set<number>();
    await notify(
      database,
      naming.map(({ taskId, taskNumber, comment }) => {
        const people = to(taskId, true).filter((person) => !told.has(person));
        people.forEach((person) => told.add(person));
        return {
          type: 'MENTION_NOTIFICATION',
          to: people,
          from: writer.id,
          projectId,
          taskId,
          subject: `You were mentioned in a note on task ${taskNumber} of project ${projectId}`,
          body: comment,
        };
      }),
    );
  });
}

/** Who is to hear of what was written on a task: those it mentions, or those who worked there and are not mentioned. */
async function listenersOf(database: Database, writer: Viewer, projectId: number, comments: TaskComment[]) {
  const said = comments.map(({ taskId, comment }) => ({ task: taskId, ...mentionsIn(comment) }));
  const listeners = await database.query<{ task: number; person_id: number; mentioned: boolean }>(LISTENERS, [
    projectId,
    JSON.stringify(said),
    writer.id,
  ]);
  const mayRead = await whoSees(
    database,
    projectId,
    listeners.map((row) => row.person_id),
  );
  return (taskId: number, mentioned: boolean): number[] =>
    listeners
      .filter((row) => row.task === taskId && row.mentioned === mentioned && mayRead.has(row.person_id))
      .map((row) => row.person_id);
}

/** Tells those whom a comment in a project's conversation mentions, and those who ask to hear of all comments there. */
export const notifyOfProjectComment = (
  database: Database,
  writer: Viewer,
  projectId: number,
  comment: string,
): Promise<void> =>
  quietly(async () => {
    const { names, groups } = mentionsIn(comment);
    const listeners = await database.query<{ person_id: number; mentioned: boolean }>(PROJECT_LISTENERS, [
      projectId,
      names,
      groups,
      writer.id,
    ]);
    const mayRead = await whoSees(
      database,
      projectId,
      listeners.map((row) => row.person_id),
    );
    const to = (mentioned: boolean) =>
      listeners.filter((row) => row.mentioned === mentioned && mayRead.has(row.person_id)).map((row) => row.person_id);
    const about = { from: writer.id, projectId, body: comment };
    await notify(database, [
      {
        ...about,
        type: 'MENTION_NOTIFICATION',
        to: to(true),
        subject: `You were mentioned in the conversation of project ${projectId}`,
      },
      {
        ...about,
        type: 'PROJECT_CHAT_NOTIFICATION',
        to: to(false),
        subject: `New comment in the conversation of project ${projectId}`,
      },
    ]);
  });

/** Tells mappers what a validator said of their work: one notification a mapper and verdict, naming the first task. */
export async function notifyOfVerdicts(
  database: Database,
  validator: Viewer,
  projectId: number,
  verdicts: { taskNumber: number; status: string }[],
): Promise<void> {
  const told = verdicts.filter(({ status }) => status === 'VALIDATED' || status === 'INVALIDATED');
  if (told.length === 0) return;
  await quietly(async () => {
    const rows = await database.query<{ task_id: number; number: number; mapper_id: number | null }>(VERDICTS, [
      projectId,
      told.map(({ taskNumber }) => taskNumber),
    ]);
    const tasks = new Map(rows.map((row) => [row.number, row]));
    const first = new Map<string, Notification & { others: number }>();
    for (const { taskNumber, status } of told) {
      const task = tasks.get(taskNumber);
      if (!task?.mapper_id) continue;
      const key = `${task.mapper_id} ${status}`;
      const known = first.get(key);
      if (known) known.others++;
      else
        first.set(key, { ...verdictOn(task, projectId, status), to: [task.mapper_id], from: validator.id, others: 0 });
    }
    await notify(
      database,
      [...first.values()].map(({ others, ...notification }) => ({
        ...notification,
        body: others > 0 ? `${notification.body} The same goes for ${others} more of your tasks.` : notification.body,
      })),
    );
  });
}

function verdictOn({ task_id, number }: { task_id: number; number: number }, projectId: number, status: string) {
  const about = { projectId, taskId: task_id };
  return status === 'VALIDATED'
    ? {
        ...about,
        type: 'VALIDATION_NOTIFICATION' as const,
        subject: `Your work on task ${number} of project ${projectId} was validated`,
        body: `Thank you: a validator looked at task ${number} and found it good.`,
      }
    : {
        ...about,
        type: 'INVALIDATION_NOTIFICATION' as const,
        subject: `Task ${number} of project ${projectId} needs more mapping`,
        body: `A validator looked at task ${number} and sent it back. The comments there say what is missing.`,
      };
}

/** Greets who signed in for the first time. */
export const welcome = (database: Database, personId: number) =>
  notify(database, [
    {
      type: 'SYSTEM',
      to: [personId],
      subject: 'Welcome',
      body: 'Good that you are here. Choose a project, take a task and map it: what you finish is looked at by a validator, who tells you what was good and what is missing. What you are told of, and how, you choose in [your settings](/settings).',
    },
  ]);

/** Congratulates who reached a level. */
export const congratulate = (database: Database, personId: number, levelName: string) =>
  notify(database, [
    {
      type: 'SYSTEM',
      to: [personId],
      subject: `You reached the level ${levelName}`,
      body: `Congratulations: you are now at the level ${levelName}. Projects that ask for it are open to you.`,
    },
  ]);

export interface NotificationFilter {
  types?: MessageType[] | null;
  read?: boolean | null;
  project?: number | null;
  taskNumber?: number | null;
  senderPrefix?: string | null;
}

/** Which of a person's notifications fit a filter: a condition over message m, whose values `parameter` takes in. */
export function notificationsThat(personId: number, filter: NotificationFilter, parameter: Parameter): string {
  const { types, read, project, taskNumber } = filter;
  const prefix = filter.senderPrefix?.replaceAll('\0', '').trim();
  const conditions = [`m.receiver_id = ${parameter(personId)}`];
  if (types) conditions.push(`m.type = any (${parameter(types)}::message_type[])`);
  if (read != null) conditions.push(`m.read_at is ${read ? 'not ' : ''}null`);
  if (project != null) conditions.push(`m.project_id = ${parameter(project)}`);
  if (taskNumber != null)
    conditions.push(`exists (select from task t where t.id = m.task_id and t.number = ${parameter(taskNumber)})`);
  if (prefix)
    conditions.push(
      `exists (select from person s where s.id = m.sender_id and s.username ilike ${parameter(`${prefix.replace(/[\\%_]/g, '\\$&')}%`)})`,
    );
  return conditions.join(' and ');
}

/** How many of a person's notifications fit a filter. */
export async function countOf({ query }: Database, personId: number, filter: NotificationFilter): Promise<number> {
  const values: unknown[] = [];
  const fit = notificationsThat(personId, filter, (value) => `$${values.push(value)}`);
  const [row] = await query<{ count: number }>(
    written(`select count(*)::int as count from message m where ${fit}`),
    values,
  );
  return row!.count;
}

export const unreadCount = ({ prisma }: Database, personId: number): Promise<number> =>
  prisma.message.count({ where: { receiverId: personId, readAt: null } });
