import { expect } from 'vitest';
import { findInconsistencies } from '../src/modules/tasks/check.js';
import { v2, type V2Request } from './rest.js';
import { tasksOfAProject, type Person } from './tasksOf.js';

/** How long a lock lasted, as the history of v2 writes it. */
export const LASTED = expect.stringMatching(/^\d\d:\d\d:\d\d(\.\d{6})?$/);

/** Status and SubCode of an answer, in either shape of v2's errors. */
export const said = ({
  status,
  body,
}: {
  status: number;
  body: { SubCode?: string; error?: { sub_code: string } };
}) => [status, body.SubCode ?? body.error?.sub_code];

/** The tasks of tasksOf.ts, as an old client works on them. */
export function tasksOverV2() {
  const w = tasksOfAProject();
  const call = (path: string, who?: Person, request: V2Request = {}) =>
    v2(w.server, path, { ...request, token: who?.token });
  const post = (action: string, who?: Person, body?: unknown) =>
    call(`/projects/${w.p}/tasks/actions/${action}/`, who, { method: 'POST', body });
  const task = async (n: number) => (await call(`/projects/${w.p}/tasks/${n}/`)).body;
  return Object.assign(w, {
    call,
    post,
    task,
    /** What happened to a task, the newest first: action, text, name. */
    entries: async (n: number) =>
      (await task(n)).taskHistory.map((entry: { action: string; actionText: string | null; actionBy: string }) => [
        entry.action,
        entry.actionText,
        entry.actionBy,
      ]),
    mapOverV2: async (n: number, who = w.mapper, status = 'MAPPED') => {
      await post(`lock-for-mapping/${n}`, who);
      return post(`unlock-after-mapping/${n}`, who, { status });
    },
    consistent: async () => expect(await findInconsistencies(w.server.database, [w.p])).toEqual([]),
  });
}
