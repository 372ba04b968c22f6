import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startMailbox, mailTo, type Mailbox } from './mailbox.js';
import { oldClient, type OldClient } from './oldClient.js';
import { tokenHeader } from './rest.js';
import { startServer, type TestServer } from './server.js';
import { boxOfTiles, freeEverybody, newOrganisation, publishedProject } from './world.js';

// Turns that a visit to the original's client can take: polling, a lock that ran out, a team that is needed, a mail.

type Person = Awaited<ReturnType<TestServer['person']>>;
let server: TestServer;
let mailbox: Mailbox;
let pictures: string;
let people: Record<'admin' | 'mapper' | 'other', Person>;
let admin: OldClient;
let me: OldClient;
let other: OldClient;
let organisationId: number;
let p: number;

beforeAll(async () => {
  mailbox = await startMailbox();
  pictures = await mkdtemp(join(tmpdir(), 'taskgrid-'));
  server = await startServer({ ...mailTo(mailbox), DATA_DIR: pictures, TM_APP_BASE_URL: 'https://tasks.example.org' });
  people = {
    admin: await server.person('ada', 'ADMIN'),
    mapper: await server.person('max'),
    other: await server.person('eva'),
  };
  [admin, me, other] = [people.admin, people.mapper, people.other].map(({ token }) =>
    oldClient(() => server, token),
  ) as [OldClient, OldClient, OldClient];
  organisationId = Number(await newOrganisation(server, people.admin.token));
});
afterAll(async () => {
  await server?.stop();
  await mailbox?.stop();
  await rm(pictures, { recursive: true, force: true });
});
beforeEach(async () => {
  await freeEverybody(server);
  p = await publishedProject(server, people.admin.token, {
    areaOfInterest: boxOfTiles(14, 2, 2),
    zoom: 14,
    organisationId: String(organisationId),
  });
});

describe('the old client', () => {
  it('polls: a browser that has the answer is told that nothing changed, until something does', async () => {
    const poll = async (etag?: string) => {
      const answer = await fetch(`${server.url}/api/v2/projects/${p}/activities/latest/`, {
        headers: {
          'content-type': 'application/json',
          'accept-language': 'en',
          authorization: tokenHeader(people.mapper.token),
          ...(etag ? { 'if-none-match': etag } : {}),
        },
      });
      await answer.text();
      return { status: answer.status, etag: answer.headers.get('etag')! };
    };
    const first = await poll();
    expect(first).toEqual({ status: 200, etag: expect.any(String) });
    expect((await poll(first.etag)).status).toBe(304);
    await other.post(`projects/${p}/tasks/actions/lock-for-mapping/1/`);
    expect((await poll(first.etag)).status).toBe(200);
  });

  it('loses a lock whose time is up, is told so, and takes it again', async () => {
    const actions = `projects/${p}/tasks/actions`;
    const lock = () => me.post(`${actions}/lock-for-mapping/1/`);
    await lock();
    await server.database.pool.query('update task set lock_expires_at = now() where lock_holder is not null');
    expect(await me.get('users/queries/tasks/locked/')).toMatchObject({ lockedTasks: [] });
    expect((await me.get(`projects/${p}/tasks/`)).features[0].properties.taskStatus).toBe('READY');
    expect((await me.refused('POST', `${actions}/extend/`, { taskIds: [1] }))[0]).toBe(403);
    expect(await lock()).toMatchObject({ taskStatus: 'LOCKED_FOR_MAPPING', lockHolder: 'max' });
    expect(await me.post(`${actions}/stop-mapping/1/`, { comment: '' })).toMatchObject({ taskStatus: 'READY' });
  });

  it('is led to the task that is held in another project', async () => {
    await me.post(`projects/${p}/tasks/actions/lock-for-mapping/2/`);
    const elsewhere = await publishedProject(server, people.admin.token, {
      areaOfInterest: boxOfTiles(14, 2, 2),
      zoom: 14,
    });
    expect(await me.refused('POST', `projects/${elsewhere}/tasks/actions/lock-for-mapping/1/`)).toEqual([
      403,
      'UserAlreadyHasTaskLocked',
    ]);
    expect(await me.get('users/queries/tasks/locked/')).toMatchObject({ lockedTasks: [2], projectId: p });
    expect((await me.get('users/queries/tasks/locked/details/')).tasks).toMatchObject([{ taskId: 2, projectId: p }]);
  });

  it('needs a team, finds it on the project, joins it and maps', async () => {
    const { teamId } = await admin.post('teams/', {
      name: `Mappers ${p}`,
      description: '',
      organisation_id: organisationId,
      joinMethod: 'ANY',
      visibility: 'PUBLIC',
    });
    const project = await admin.get(`projects/${p}/`);
    await admin.patch(`projects/${p}/`, {
      ...project,
      mappingPermission: 'TEAMS',
      teams: [{ teamId, name: `Mappers ${p}`, role: 'MAPPER' }],
    });
    const lock = `projects/${p}/tasks/actions/lock-for-mapping/1/`;
    expect((await me.refused('POST', lock))[0]).toBe(403);
    const { teams, mappingPermission } = await me.get(`projects/${p}/queries/summary/`);
    expect([mappingPermission, teams]).toEqual(['TEAMS', [expect.objectContaining({ teamId, role: 'MAPPER' })]]);
    expect(await me.get(`teams/${teamId}/`)).toMatchObject({ team_projects: [{ project_id: p, role: 'MAPPER' }] });
    await me.post(`teams/${teamId}/actions/join/`);
    expect((await me.get(`teams/?omitMemberList=true&member=${people.mapper.id}`)).teams).toMatchObject([{ teamId }]);
    expect((await me.get('projects/?action=map&omitMapResults=true')).results).toContainEqual(
      expect.objectContaining({ projectId: p }),
    );
    await me.post(lock);
  });

  it('puts a picture into a comment, which shows it to everybody', async () => {
    const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkwM9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const { url } = await me.post('system/image-upload/', { mime: 'image/png', data: png, filename: 'roof.png' });
    await me.post(`projects/${p}/comments/`, { message: `See ![image](${url}) #roofs` });
    const { chat } = await oldClient(() => server).get(`projects/${p}/comments/?perPage=5&page=1`);
    const source = /<img[^>]* src="([^"]+)"/.exec(chat[0].message)?.[1];
    expect(source).toBe(url);
    const shown = await fetch(new URL(new URL(source!).pathname, server.url));
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/png']);
  });

  it('says a mail address, follows the link of the mail and is verified', async () => {
    await me.patch('users/me/actions/set-user/', { id: people.mapper.id, emailAddress: 'max@example.org' });
    const deadline = Date.now() + 15_000;
    while (mailbox.to('max@example.org').length === 0 && Date.now() < deadline) await sleep(100);
    const text = mailbox.to('max@example.org')[0]!.text!;
    const link = new URL(/https?:\S+verify-email\S*/.exec(text)![0]);
    const token = link.searchParams.get('token')!;
    const username = link.searchParams.get('username') ?? 'max';
    const verify = `system/authentication/email/?token=${encodeURIComponent(token)}&username=${username}`;
    expect(await oldClient(() => server).get(verify)).toEqual({ Status: 'OK' });
    expect(await me.get('users/queries/max/')).toMatchObject({ isEmailVerified: true });
    const wrong = 'system/authentication/email/?token=x&username=max';
    expect(await oldClient(() => server).refused('GET', wrong)).toEqual([403, 'BadSignature']);
  });

  it('downloads the list of projects, for the language of the page', async () => {
    const file = await admin.call('GET', 'projects/?downloadAsCSV=true&projectStatuses=PUBLISHED&orderBy=id');
    expect([file.status, file.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/csv')]);
    expect(file.body).toMatch(/^projectId,name,priority,difficulty,status/);
  });

  it('reads in every language that its selector offers', async () => {
    const codes = 'cs de el en es fa-IR fr he hu id it ja ko nl_NL pt pt-BR sv sw tr uk zh_TW'.split(' ');
    for (const code of codes) {
      const reader = oldClient(() => server, people.mapper.token, code);
      expect((await reader.get(`projects/${p}/`)).projectInfo.name).toBe('A project');
    }
  });

  it('leaves for good, and others keep what was mapped', async () => {
    const eva = people.other;
    await other.post(`projects/${p}/tasks/actions/lock-for-mapping/3/`);
    await other.post(`projects/${p}/tasks/actions/unlock-after-mapping/3/`, { status: 'MAPPED', comment: '' });
    expect(await me.refused('DELETE', `users/${eva.id}/`)).toEqual([401, 'UserPermissionError']);
    expect(await other.delete(`users/${eva.id}/`)).toMatchObject({ username: `user_${eva.id}`, emailAddress: null });
    expect((await other.call('GET', 'notifications/queries/own/count-unread/')).status).toBe(401);
    expect((await me.get(`projects/${p}/contributions/`)).userContributions).toMatchObject([
      { username: `user_${eva.id}`, mappedTasks: [3] },
    ]);
  });
});
