import { expect, it, vi } from 'vitest';
import { mailTo, startMailbox } from '../../../test/mailbox.js';
import { startServer } from '../../../test/server.js';
import { notify } from '../notifications/service.js';

it(
  'gathers what comes close together, and gets it there once the mail server answers again',
  { timeout: 60_000 },
  async () => {
    let mailbox = await startMailbox();
    const { port } = mailbox;
    const server = await startServer({ ...mailTo(mailbox), TM_MAIL_DELAY: '0.5s' });
    try {
      const people = await Promise.all(['one', 'two'].map((name) => server.person(name)));
      const ids = people.map(({ id }) => id);
      for (const { id, username } of people)
        await server.database.prisma.person.update({
          where: { id },
          data: { email: `${username}@example.org`, emailVerified: true },
        });
      const tell = (subject: string) =>
        notify(server.database, [{ type: 'INVITATION_NOTIFICATION', to: ids, subject, body: 'x' }]);
      const mails = () => server.database.prisma.mail.findMany({ orderBy: { personId: 'asc' } });
      const subjects = () => mailbox.mails.map(({ subject }) => subject);
      const waiting = { timeout: 30_000, interval: 100 };

      // Nobody is there.
      await mailbox.stop();
      await tell('First');
      await vi.waitFor(async () => {
        const tried = await mails();
        expect(tried.map(({ state, attempts }) => state === 'QUEUED' && attempts > 0)).toEqual([true, true]);
        for (const { reason } of tried) expect(reason).toContain('ECONNREFUSED');
      }, waiting);

      // Then somebody who is busy with one of them, and takes the other.
      mailbox = await startMailbox(port);
      let busy = true;
      mailbox.refuse = (address) => (busy && address.startsWith('two') ? { code: 451, message: 'Busy' } : undefined);
      await tell('Second');
      await vi.waitFor(async () => {
        expect(subjects()).toEqual(['2 new notifications']);
        expect((await mails()).map(({ state, reason }) => ({ state, reason }))).toEqual([
          { state: 'SENT', reason: null },
          { state: 'QUEUED', reason: expect.stringContaining('Busy') },
        ]);
      }, waiting);

      busy = false;
      await vi.waitFor(() => expect(subjects()).toEqual(['2 new notifications', '2 new notifications']), waiting);
      await vi.waitFor(
        async () => expect((await mails()).map(({ state }) => state)).toEqual(['SENT', 'SENT']),
        waiting,
      );
      expect(await server.database.prisma.mailItem.count()).toBe(0);
      const { rows } = await server.database.pool.query(`select key from graphile_worker.jobs where key like 'mail %'`);
      expect(rows).toEqual([]);
    } finally {
      await server.stop();
      await mailbox.stop();
    }
  },
);
