import { describe, expect, it } from 'vitest';
import { tasksOfAProject, type Person } from '../../../test/tasksOf.js';
import { boxOfTiles, newOrganisation, publishedProject } from '../../../test/world.js';

const TODAY = new Date().toISOString().slice(0, 10);
const DAY = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY).toISOString().slice(0, 10);

describe('statistics over all projects', () => {
  const w = tasksOfAProject();
  const byDay = async (filter: object, who: Person | undefined = w.mapper) =>
    (
      await w.server.get(
        `query ($filter: TaskStatisticsFilter!) { result: taskStatistics(filter: $filter) { __typename
          ... on TaskStatistics { mapped validated badImagery days { date mapped validated badImagery } } ... on Error { code message } } }`,
        { filter: { from: daysAgo(30), ...filter } },
        who?.token,
      )
    ).result;
  const work = async () => {
    for (const n of [1, 2, 3]) await w.map(n, w.mapper);
    await w.map(4, w.mapper, 'BADIMAGERY');
    await w.validate(1, 'VALIDATED');
    await w.validate(2, 'INVALIDATED');
    await w.map(2, w.mapper);
    await w.act('undo', { n: 1 }, w.validator);
  };

  it('count what came of tasks each day, not what was undone or set for many', async () => {
    await work();
    await w.act('bulk', { action: 'MARK_MAPPED', selection: { taskNumbers: [5, 6] } }, w.admin);
    const here = { projectIds: [String(w.p)] };
    const { rowCount } = await w.server.database.pool.query(
      `update task_history set at = at - interval '2 days' where project_id = $1 and status = 'BADIMAGERY'`,
      [w.p],
    );
    expect(rowCount).toBe(1);
    expect(await byDay(here)).toEqual({
      __typename: 'TaskStatistics',
      mapped: 4,
      validated: 1,
      badImagery: 1,
      days: [
        { date: daysAgo(2), mapped: 0, validated: 0, badImagery: 1 },
        { date: TODAY, mapped: 4, validated: 1, badImagery: 0 },
      ],
    });
    expect((await byDay({ ...here, to: daysAgo(1) })).days).toHaveLength(1);
    expect((await byDay({ ...here, from: TODAY, to: TODAY })).days).toHaveLength(1);
  });

  it('are of chosen projects, an organisation, a campaign or a country', async () => {
    const { prisma } = w.server.database;
    await w.map(1, w.mapper);
    const first = w.p;
    const organisationId = await newOrganisation(w.server, w.admin.token);
    w.p = await publishedProject(w.server, w.admin.token, {
      areaOfInterest: boxOfTiles(14, 2, 2),
      zoom: 14,
      organisationId,
    });
    for (const n of [1, 2]) await w.map(n, w.mapper);
    await prisma.project.update({ where: { id: w.p }, data: { countries: ['Vanuatu'] } });
    const campaign = await prisma.campaign.create({
      data: { name: `For ${w.p}`, projects: { create: { projectId: w.p } } },
    });
    const projectIds = [first, w.p].map(String);
    expect(await byDay({ projectIds })).toMatchObject({ mapped: 3 });
    expect(await byDay({ organisationId })).toMatchObject({ mapped: 2 });
    expect(await byDay({ campaignId: String(campaign.id) })).toMatchObject({ mapped: 2 });
    expect(await byDay({ country: 'Vanuatu' })).toMatchObject({ mapped: 2 });
    expect(await byDay({ projectIds: [String(first)], country: 'Vanuatu' })).toMatchObject({ mapped: 0, days: [] });
    expect(await byDay({ projectIds: [] })).toMatchObject({ mapped: 0 });
    expect(await byDay({ organisationId: 'nothing' })).toMatchObject({ mapped: 0 });
    await prisma.project.update({ where: { id: w.p }, data: { private: true } });
    expect(await byDay({ projectIds }, w.other)).toMatchObject({ mapped: 1 });
    expect(await byDay({ projectIds }, w.admin)).toMatchObject({ mapped: 3 });
    const { campaigns } = await w.server.get('{ campaigns { nodes { number projectCount } } }');
    expect(campaigns.nodes).toContainEqual({ number: campaign.id, projectCount: 1 });
  });

  it('refuse days that are none, that run backward, or too many', async () => {
    for (const period of [
      { from: 'yesterday' },
      { from: '2026-02-30' },
      { from: TODAY, to: daysAgo(1) },
      { from: daysAgo(367) },
      { from: '' },
      { from: TODAY, to: '\0' },
    ]) {
      expect(await byDay(period), JSON.stringify(period)).toMatchObject({ __typename: 'InvalidInput' });
      const people = `query ($from: String!, $to: String) { result: peopleStatistics(from: $from, to: $to) { __typename } }`;
      if (period.from !== daysAgo(367))
        expect((await w.server.get(people, period, w.mapper.token)).result).toEqual({ __typename: 'InvalidInput' });
    }
    expect((await byDay({}, { token: undefined } as unknown as Person)).__typename).toBe('NotSignedIn');
  });

  it('of people count who came, by level, gender and what they did', async () => {
    const { prisma } = w.server.database;
    await w.map(1, w.mapper);
    await prisma.person.update({
      where: { id: w.mapper.id },
      data: { gender: 'FEMALE', email: 'a@b.org', emailVerified: true },
    });
    await prisma.person.update({ where: { id: w.other.id }, data: { registeredAt: new Date(Date.now() - 3 * DAY) } });
    const FIELDS =
      'total contributed emailVerified male female selfDescribed preferNotToSay byLevel { levelNumber name count }';
    const ask = async (from: string, to?: string, token: string | undefined = w.mapper.token) =>
      (
        await w.server.get(
          `query ($from: String!, $to: String) { result: peopleStatistics(from: $from, to: $to) { __typename ... on PeopleStatistics { ${FIELDS} } } }`,
          { from, to },
          token,
        )
      ).result;
    const all = await ask(daysAgo(30));
    expect(all).toMatchObject({ total: 5, emailVerified: 1, male: 0, female: 1, selfDescribed: 0, preferNotToSay: 0 });
    expect(all.byLevel.slice(0, 2)).toEqual([
      { levelNumber: 1, name: 'BEGINNER', count: 4 },
      { levelNumber: 2, name: 'INTERMEDIATE', count: 1 },
    ]);
    expect(all.byLevel.at(-1).count).toBe(0);
    expect(await ask(daysAgo(3), daysAgo(3))).toMatchObject({ total: 1 });
    expect(await ask(daysAgo(1_098))).toMatchObject({ total: 5 });
    expect((await ask(daysAgo(1_099))).__typename).toBe('InvalidInput');
    const { result } = await w.server.get(
      `{ result: peopleStatistics(from: "${TODAY}") { __typename ... on Error { code } } }`,
    );
    expect(result).toEqual({ __typename: 'NotSignedIn', code: 'NOT_SIGNED_IN' });
  });

  it('of the installation are for everybody, and agree with its projects', async () => {
    await work();
    await w.validate(3, 'VALIDATED');
    await w.act('lock', { n: 9 }, w.other);
    const FIELDS = `peopleAtWork people validators projects publishedProjects projectsOfNoOrganisation organisations campaigns
      tasks tasksMapped tasksValidated area { totalM2 mappedM2 validatedM2 } editStatistics { problem }`;
    const { statistics } = await w.server.get(`{ statistics { ${FIELDS} } }`);
    const { rows } = await w.server.database.pool.query(
      `select count(*)::int as projects, sum(total_tasks)::int as tasks, sum(tasks_mapped + tasks_validated)::int as mapped,
              sum(tasks_validated)::int as validated from project_progress`,
    );
    expect(statistics).toMatchObject({
      peopleAtWork: 1,
      people: 5,
      validators: 1,
      projects: rows[0].projects,
      publishedProjects: rows[0].projects,
      projectsOfNoOrganisation: 0,
      tasks: rows[0].tasks,
      tasksMapped: rows[0].mapped,
      tasksValidated: rows[0].validated,
      editStatistics: { problem: 'NOT_SET_UP' },
    });
    const { totalM2, mappedM2, validatedM2 } = statistics.area;
    // squares of one zoom at the equator
    expect(mappedM2 / totalM2).toBeCloseTo(rows[0].mapped / rows[0].tasks, 2);
    expect(validatedM2).toBeLessThanOrEqual(mappedM2);
  });
});
