import { z } from 'zod';
import type { Services } from '../../graphql/context.js';
import { parseInput, text } from '../../input.js';
import type { Viewer } from '../../viewer.js';
import { notifyOfTaskComments } from '../notifications/service.js';
import { canSee } from '../projects/policy.js';
import { act, freshTask, projectNotFound, standingIn, taskNotFound } from './action.js';
import type { TaskName } from './errors.js';
import { whyNotComment } from './policy.js';
import type { TaskRow } from './rows.js';

const COMMENT = { name: 'tasks/comment', text: 'select * from comment_on_task($1, $2, $3, $4)' };

const said = z.object({
  comment: text(10_000).trim().min(1, 'Write something first: an empty comment is not kept.'),
});

/** Adds a comment to a task's history, whatever the task's state. Throws NotPermitted, NotFound, InvalidInput. */
export async function commentOnTask(
  services: Services,
  viewer: Viewer,
  name: TaskName,
  input: { comment: string },
): Promise<TaskRow> {
  const standing = await standingIn(services, viewer, name.projectId);
  if (!canSee(standing)) throw projectNotFound();
  const refusal = whyNotComment(standing);
  if (refusal) throw refusal;
  const { comment } = parseInput(said, input);
  const [answer] = await act(services, name.projectId, COMMENT, [name.projectId, name.number, viewer.id, comment]);
  if (answer!.outcome !== 'DONE') throw taskNotFound(name.number);
  const task = await freshTask(services, name);
  await notifyOfTaskComments(services.database, viewer, name.projectId, [
    { taskId: task.id, taskNumber: name.number, comment },
  ]);
  return task;
}
