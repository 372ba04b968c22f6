import { retryOnce } from '../../database/database.js';
import { InvalidInput } from '../../errors.js';
import type { Services } from '../../graphql/context.js';
import type { Viewer } from '../../viewer.js';
import { readTaskNumbers, standingIn } from './action.js';
import { TasksRefused } from './errors.js';
import { whyNotRemoveTasks } from './policy.js';

const REMOVE = { name: 'tasks/remove', text: 'select * from remove_tasks($1, $2::int[], $3)' };

/**
 * Takes tasks out of a project, all or none; what was done on them stays with those who did it. Administrators only.
 * Throws NotPermitted, NotFound, InvalidInput, and TasksRefused where there are no such tasks.
 */
export async function removeTasks(
  services: Services,
  viewer: Viewer,
  projectId: number,
  asked: number[],
): Promise<void> {
  const refusal = whyNotRemoveTasks(viewer);
  if (refusal) throw refusal;
  await standingIn(services, viewer, projectId);
  const numbers = readTaskNumbers(asked);
  const answers = await retryOnce(() =>
    services.database.query<{ number: number; outcome: string }>(REMOVE, [projectId, numbers, viewer.id]),
  );
  if (answers[0]!.outcome === 'NONE_LEFT')
    throw new InvalidInput([
      { path: ['taskNumbers'], message: 'These are all tasks of the project. Delete the project, or leave it a task.' },
    ]);
  const missing = answers.filter(({ outcome }) => outcome === 'TASK_NOT_FOUND');
  if (missing.length > 0)
    throw new TasksRefused(
      missing.map(({ number, outcome }) => ({
        taskNumber: number,
        code: outcome,
        message: `This project has no task ${number}.`,
        holderId: null,
        expiresAt: null,
        comment: null,
      })),
    );
  services.live.touched(projectId);
}
