import { describe, expect, it } from 'vitest';
import { v2 } from '../../../test/rest.js';
import { tasksOfAProject } from '../../../test/tasksOf.js';

describe('statistics of tasks over REST v2', () => {
  const w = tasksOfAProject();
  const today = new Date().toISOString().slice(0, 10);
  const ask = (query: string, token: string | undefined = w.mapper.token) =>
    v2(w.server, `/tasks/statistics/?${query}`, { token });
  const stats = async (query: string) => (await ask(`startDate=${today}&projectId=${w.p}&${query}`)).body.taskStats;

  it('counts what came into a state each day, also what managers set for many tasks', async () => {
    expect(await stats('')).toEqual([]);
    await w.map(1, w.mapper);
    await w.map(2, w.mapper, 'BADIMAGERY');
    await w.validate(1, 'VALIDATED');
    const all = `/projects/${w.p}/tasks/actions/map-all/`;
    expect((await v2(w.server, all, { method: 'POST', token: w.admin.token })).status).toBe(200);
    expect(await stats('')).toEqual([{ date: today, mapped: 8, validated: 1, badImagery: 1 }]);
    expect(await stats(`endDate=${today}`)).toHaveLength(1);
  });

  it('looks at the projects that fit all that is given', async () => {
    await w.map(1, w.mapper);
    const { prisma } = w.server.database;
    const { organisation } = await prisma.project.update({
      where: { id: w.p },
      data: { countries: ['Kenya'] },
      include: { organisation: true },
    });
    const campaign = await prisma.campaign.create({ data: { name: `Roads ${w.p}` } });
    await prisma.campaignProject.create({ data: { campaignId: campaign.id, projectId: w.p } });
    const fits = [
      `organisationId=${organisation!.id}`,
      `organisationName=${encodeURIComponent(organisation!.name)}`,
      `campaign=${encodeURIComponent(campaign.name)}`,
      'country=KEN',
      'country=',
    ];
    for (const query of fits) expect(await stats(query), query).toHaveLength(1);
    for (const query of ['organisationId=0', 'organisationName=x', 'campaign=x', 'country=_enya', 'country=%25'])
      expect(await stats(query), query).toEqual([]);
    expect((await ask(`startDate=${today}&projectId=${w.p},999999`)).body.taskStats).toHaveLength(1);
  });

  it('says what is wrong with a question', async () => {
    const said = async (query: string) => {
      const { status, body } = await ask(query);
      return [status, body.SubCode];
    };
    expect((await v2(w.server, `/tasks/statistics/?startDate=${today}`)).status).toBe(403);
    expect((await ask('')).status).toBe(422);
    expect(await said('startDate=soon')).toEqual([400, 'InvalidDateValue']);
    expect(await said(`startDate=${today}&endDate=2026-02-30`)).toEqual([400, 'InvalidDateValue']);
    expect(await said('startDate=2026-02-01&endDate=2026-01-01')).toEqual([400, 'InvalidDateRange']);
    expect(await said('startDate=2024-01-01&endDate=2026-01-01')).toEqual([400, 'InvalidDateRange']);
    for (const query of ['organisationId=x', 'projectId=1,x', 'organisationId=99999999999'])
      expect(await said(`startDate=${today}&${query}`), query).toEqual([400, 'InvalidData']);
  });
});
