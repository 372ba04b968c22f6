import { describe, expect, it } from 'vitest';
import { counter } from '../../../test/watch.js';
import { tasksOfAProject } from '../../../test/tasksOf.js';

const FIGURES = `tasksMapped tasksValidated tasksInvalidated tasksValidatedByOthers tasksInvalidatedByOthers projectsMapped
  mappingSeconds validatingSeconds days { date count mapped validated invalidated } countries { name mapped validated total } interests { name projects share }
  projects { project { number } mapped validated total lastAt }`;

describe('statistics of a person', () => {
  const world = tasksOfAProject();
  const statisticsOf = async (id: number) =>
    (await world.server.get(`query ($id: ID!) { person(id: $id) { statistics { ${FIGURES} } } }`, { id })).person
      .statistics;

  it('count tasks once, by state, by others, by day, country and interest', async () => {
    const { prisma } = world.server.database;
    await prisma.project.update({ where: { id: world.p }, data: { countries: ['Kenya', 'Uganda'] } });
    await prisma.projectInterest.create({
      data: { project: { connect: { id: world.p } }, interest: { create: { name: 'Health' } } },
    });
    await world.map(1, world.mapper);
    await world.map(2, world.mapper, 'BADIMAGERY');
    await world.map(3, world.mapper);
    await world.validate(1, 'VALIDATED');
    await world.validate(3, 'INVALIDATED');
    await world.map(3, world.mapper);

    expect(await statisticsOf(world.mapper.id)).toMatchObject({
      tasksMapped: 2,
      tasksValidated: 0,
      tasksInvalidated: 0,
      tasksValidatedByOthers: 1,
      tasksInvalidatedByOthers: 1,
      projectsMapped: 1,
      days: [{ date: new Date().toISOString().slice(0, 10), count: 3, mapped: 3, validated: 0, invalidated: 0 }],
      projects: [{ project: { number: world.p }, mapped: 3, validated: 0, total: 3 }],
      countries: [
        { name: 'Kenya', mapped: 3, validated: 0, total: 3 },
        { name: 'Uganda', mapped: 3, validated: 0, total: 3 },
      ],
      interests: [{ name: 'Health', projects: 1, share: 1 }],
    });
    expect(await statisticsOf(world.validator.id)).toMatchObject({
      tasksMapped: 0,
      tasksValidated: 1,
      tasksInvalidated: 1,
      projectsMapped: 0,
      tasksValidatedByOthers: 0,
    });
  });

  it('name the projects that the viewer may see, and no others', async () => {
    await world.map(1, world.mapper);
    const { prisma } = world.server.database;
    await prisma.project.update({ where: { id: world.p }, data: { private: true } });
    const numbers = async (token?: string) => {
      const query =
        'query ($id: ID!) { person(id: $id) { statistics { projects(first: 200) { project { number } } } } }';
      const { person } = await world.server.get(query, { id: world.mapper.id }, token);
      return person.statistics.projects.map((one: { project: { number: number } }) => one.project.number);
    };
    expect(await numbers(world.admin.token)).toContain(world.p);
    expect(await numbers()).not.toContain(world.p);
  });

  it('measure validations that overlap once, mapping in full', async () => {
    const someone = await world.server.person('measured');
    const { prisma } = world.server.database;
    const task = await prisma.task.findFirstOrThrow({ where: { projectId: world.p } });
    const lock = (kind: 'LOCKED_FOR_VALIDATION' | 'LOCKED_FOR_MAPPING', minute: number, minutes: number) => ({
      projectId: world.p,
      taskId: task.id,
      personId: someone.id,
      at: new Date(Date.UTC(2026, 0, 1, 10, minute)),
      kind,
      durationSeconds: minutes * 60,
      lockVersion: 1,
    });
    await prisma.taskHistory.createMany({
      data: [
        lock('LOCKED_FOR_VALIDATION', 0, 10),
        lock('LOCKED_FOR_VALIDATION', 0, 10),
        lock('LOCKED_FOR_VALIDATION', 5, 10),
        lock('LOCKED_FOR_VALIDATION', 30, 1),
        lock('LOCKED_FOR_MAPPING', 40, 2),
        lock('LOCKED_FOR_MAPPING', 50, 3),
      ],
    });
    expect(await statisticsOf(someone.id)).toMatchObject({ validatingSeconds: 16 * 60, mappingSeconds: 5 * 60 });
  });

  it('of many people take as many statements as of few', async () => {
    const statements = async (first: number) => {
      const query = `{ people(first: ${first}) { nodes { username statistics { ${FIGURES} } } } }`;
      await world.server.get(query, {}, world.mapper.token);
      const before = counter.statements;
      await world.server.get(query, {}, world.mapper.token);
      return counter.statements - before;
    };
    expect(await statements(6)).toBe(await statements(3));
  });
});
