import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mailTo, startMailbox, type Mailbox } from '../../../test/mailbox.js';
import { tasksOfAProject } from '../../../test/tasksOf.js';
import { mailProgress, watchProgress } from './jobs.js';

const JOBS = `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
               where t.identifier = 'mail-progress' order by j.id`;

describe('mail about the progress of a project', () => {
  const env: Record<string, string> = {};
  let mailbox: Mailbox;
  beforeAll(async () => {
    mailbox = await startMailbox();
    Object.assign(env, mailTo(mailbox));
  });
  afterAll(() => mailbox?.stop());
  const w = tasksOfAProject(env, { jobs: false });

  beforeEach(async () => {
    mailbox.mails.length = 0;
    const { database } = w.server;
    await database.pool.query(`delete from graphile_worker._private_jobs`);
    await database.prisma.notificationPreference.deleteMany();
    for (const { id, username } of [w.mapper, w.other, w.validator])
      await database.prisma.person.update({
        where: { id },
        data: { email: `${username}@example.org`, emailVerified: true },
      });
  });

  const watch = () => watchProgress.run(w.server.services, {});
  const asked = async () =>
    (
      await w.server.database.pool.query<{ payload: { person: number; project: number; percent: number } }>(JOBS)
    ).rows.map(({ payload }) => payload);
  const sendAll = async () => {
    const said = [];
    for (const payload of await asked()) said.push(await mailProgress.run(w.server.services, payload));
    await w.server.database.pool.query(`delete from graphile_worker._private_jobs`);
    return said;
  };
  const subjects = (who: { username: string }) =>
    mailbox.to(`${who.username}@example.org`).map(({ subject }) => subject);
  /** Nine tasks: `mapped` of them are mapped by w.mapper, `validated` of those validated. */
  const reach = async (mapped: number, validated: number) => {
    const { pool } = w.server.database;
    await pool.query(
      'insert into project_contributor (project_id, person_id) values ($1, $2), ($1, $3) on conflict do nothing',
      [w.p, w.mapper.id, w.validator.id],
    );
    await pool.query('update project_progress set tasks_mapped = $2, tasks_validated = $3 where project_id = $1', [
      w.p,
      mapped - validated,
      validated,
    ]);
  };

  it('comes once at one half, also when that was jumped over, and once at the end', async () => {
    await reach(8, 0);
    await watch();
    expect(await asked()).toEqual([]);
    await reach(9, 1);
    await Promise.all([watch(), watch()]);
    expect(await asked()).toHaveLength(2);
    expect(await sendAll()).toEqual(['Sent.', 'Sent.']);
    expect(subjects(w.mapper)).toEqual(['A project is half done']);
    expect(subjects(w.validator)).toEqual(['A project is half done']);
    expect(subjects(w.other)).toEqual([]);
    const [mail] = mailbox.to('mapper@example.org');
    expect(mail!.text).toContain(`http://127.0.0.1:3000/projects/${w.p}`);
    expect(mail!.headers.has('list-unsubscribe') || mail!.headers.has('list')).toBe(true);
    await reach(9, 5);
    await watch();
    expect(await asked()).toEqual([]);
    await reach(9, 9);
    await watch();
    await sendAll();
    expect(subjects(w.mapper)).toEqual(['A project is half done', 'A project is done']);
    await reach(9, 0);
    await reach(9, 9);
    await watch();
    expect(await asked()).toEqual([]);
    expect(await w.server.database.prisma.message.count({ where: { projectId: w.p } })).toBe(0);
  });

  it('is one mail when all was done at once, and twice the same job is one mail', async () => {
    await reach(9, 9);
    await watch();
    const [first] = await asked();
    expect((await asked()).map(({ percent }) => percent)).toEqual([100, 100]);
    expect(await mailProgress.run(w.server.services, first)).toBe('Sent.');
    expect(await mailProgress.run(w.server.services, first)).toMatch(/sent before/);
  });

  it('does not come to who wants none, cannot see the project, or did not prove their address', async () => {
    const { prisma } = w.server.database;
    await prisma.notificationPreference.create({
      data: { personId: w.validator.id, type: 'PROJECT_ACTIVITY_NOTIFICATION', byMail: false },
    });
    await reach(9, 9);
    await watch();
    expect((await asked()).map(({ person }) => person)).toEqual([w.mapper.id]);
    await prisma.project.update({ where: { id: w.p }, data: { private: true } });
    expect(await sendAll()).toEqual([expect.stringMatching(/not get this mail/)]);
    expect(mailbox.mails).toEqual([]);
  });

  it('is tried again while the mail server is busy', async () => {
    await reach(9, 9);
    await watch();
    const [first] = await asked();
    mailbox.refuse = () => ({ code: 451, message: 'Busy' });
    await expect(mailProgress.run(w.server.services, first)).rejects.toThrow(/Busy/);
    mailbox.refuse = () => undefined;
    expect(await mailProgress.run(w.server.services, first)).toBe('Sent.');
  });

  it('is noticed but not sent where it is switched off', async () => {
    await reach(9, 9);
    const { services } = w.server;
    await watchProgress.run({ ...services, settings: { ...services.settings, progressMails: false } }, {});
    expect(await asked()).toEqual([]);
    await watch();
    expect(await asked()).toEqual([]);
  });
});
