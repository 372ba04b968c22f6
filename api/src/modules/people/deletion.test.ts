import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailTo, startMailbox, type Mailbox } from '../../../test/mailbox.js';
import { v2 } from '../../../test/rest.js';
import { startServer, type TestServer } from '../../../test/server.js';
import { newOrganisation } from '../../../test/world.js';
import { notify } from '../notifications/service.js';
import { startSession } from '../sign-in/service.js';
import { recordSignIn } from './service.js';

const MINE = `{ viewer { apiKeys { id } interests { id } savedSearches { id } organisationsManaged { id } account { email }
  dataExport } }`;

describe('a deleted account', () => {
  let server: TestServer;
  let mailbox: Mailbox;
  beforeAll(async () => {
    mailbox = await startMailbox();
    server = await startServer(mailTo(mailbox), { jobs: false });
  });
  afterAll(async () => {
    await server?.stop();
    await mailbox?.stop();
  });

  it('leaves nothing behind that was the person’s own, and lets nobody in by it, also once they are back', async () => {
    const { prisma, pool } = server.database;
    const admin = await server.person('admin', 'ADMIN');
    const kim = await server.person('kim');
    const act = async (name: string, input: object, { token } = kim, fields = '__typename') => {
      const type = name.charAt(0).toUpperCase() + name.slice(1);
      const { result } = await server.get(
        `mutation ($input: ${type}Input!) { result: ${name}(input: $input) { ... on Error { message } ... on ${type}Payload { ${fields} } } }`,
        { input },
        token,
      );
      expect(result).not.toHaveProperty('message');
      return result;
    };
    const organisationId = await newOrganisation(server, admin.token);
    await act('updateOrganisation', { organisationId, managerUsernames: ['admin', 'kim'] }, admin);
    const { team } = await act('createTeam', { organisationId, name: 'Delta' }, admin, 'team { id }');
    await act('joinTeam', { teamId: team.id });
    const { interest } = await act('createInterest', { name: 'Rivers' }, admin, 'interest { id }');
    await act('setMyInterests', { interestIds: [interest.id] });
    await act('saveSearch', { name: 'kept', query: 'q=x' });
    const inAWeek = new Date(Date.now() + 7 * 86_400_000).toISOString();
    const { key } = await act('createApiKey', { name: 'app', scope: 'MANAGE', expiresAt: inAWeek }, kim, 'key');
    await v2(server, '/notifications/queries/own/count-unread/', { token: kim.token });
    await prisma.person.update({ where: { id: kim.id }, data: { email: 'kim@example.org', emailVerified: true } });
    await prisma.personStatistics.create({ data: { personId: kim.id, figures: { building: 3 } } });
    await notify(server.database, [
      { type: 'INVITATION_NOTIFICATION', to: [kim.id], subject: 'Come to Delta', body: 'x' },
    ]);

    const rows = async () => {
      const { rows: columns } = await pool.query<{ table: string; column: string }>(
        `select c.conrelid::regclass::text as table, a.attname as column
           from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
          where c.contype = 'f' and c.confrelid = 'person'::regclass`,
      );
      const found = await Promise.all(
        columns.map(async ({ table, column }) => {
          const { rowCount } = await pool.query(`select from "${table}" where "${column}" = $1`, [kim.id]);
          return rowCount ? table : undefined;
        }),
      );
      const { rows: jobs } = await pool.query(`select from graphile_worker.jobs where key like 'mail % ' || $1`, [
        kim.id,
      ]);
      return [...found.filter((table) => table !== undefined), ...jobs.map(() => 'a mail that waits')].sort();
    };
    expect(await rows()).toEqual([
      'a mail that waits',
      'application_key',
      'mail_item',
      'message',
      'notification_bell',
      'organisation_manager',
      'person_interest',
      'person_statistics',
      'saved_search',
      'session',
      'team_member',
    ]);

    await act('deleteAccount', { personId: kim.id });
    expect(await rows()).toEqual([]);
    expect((await server.get('{ viewer { person { id } } }', {}, kim.token)).viewer).toBe(null);
    expect((await server.ask('{ viewer { person { id } } }', {}, key)).data?.viewer ?? null).toBe(null);

    await recordSignIn(server.database, { id: kim.id, username: 'kim', pictureUrl: null, changesetCount: 0 }, false);
    expect((await server.ask('{ viewer { person { id } } }', {}, key)).data?.viewer ?? null).toBe(null);
    const { token } = await startSession(server.database, kim.id, 3600, 'test');
    const { viewer } = await server.get(MINE, {}, token);
    expect(viewer).toMatchObject({
      apiKeys: [],
      interests: [],
      savedSearches: [],
      organisationsManaged: [],
      account: { email: null },
      dataExport: { savedSearches: [], teams: [], mails: [], applicationKeys: [], outsideStatistics: null },
    });
  });
});
