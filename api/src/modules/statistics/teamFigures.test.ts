import { describe, expect, it } from 'vitest';
import { counter } from '../../../test/watch.js';
import { tasksOfAProject } from '../../../test/tasksOf.js';

describe('figures of a team', () => {
  const w = tasksOfAProject();

  it('count its people by level and what is left on its projects, for many teams at once', async () => {
    const { prisma } = w.server.database;
    const { organisationId } = await prisma.project.findUniqueOrThrow({ where: { id: w.p } });
    const team = (name: string, role: 'MAPPER' | 'READ_ONLY', members: object[]) =>
      prisma.team.create({
        data: {
          organisationId: organisationId!,
          name,
          members: { create: members as { personId: number }[] },
          projects: { create: { projectId: w.p, role } },
        },
      });
    const { id } = await team('mappers', 'MAPPER', [
      { personId: w.mapper.id, active: true, function: 'MANAGER' },
      { personId: w.validator.id, active: true },
      { personId: w.other.id, active: false },
    ]);
    await prisma.projectTeam.create({ data: { projectId: w.p, teamId: id, role: 'VALIDATOR' } });
    await team('readers', 'READ_ONLY', []);
    await w.map(1, w.mapper);
    await w.map(2, w.mapper, 'BADIMAGERY');
    await w.map(3, w.mapper);
    await w.validate(3, 'VALIDATED');

    const FIGURES =
      'figures { members managers byLevel { name count } publishedProjects archivedProjects tasksToMap tasksToValidate }';
    const ask = async (teamId: number) =>
      (await w.server.get(`query ($id: ID!) { team(id: $id) { ${FIGURES} } }`, { id: teamId }, w.mapper.token)).team;
    expect(await ask(id)).toEqual({
      figures: {
        members: 2,
        managers: 1,
        byLevel: [
          { name: 'BEGINNER', count: 1 },
          { name: 'INTERMEDIATE', count: 1 },
        ],
        publishedProjects: 1,
        archivedProjects: 0,
        tasksToMap: 6,
        tasksToValidate: 2,
      },
    });
    const readers = await prisma.team.findFirstOrThrow({ where: { name: 'readers' } });
    expect(await ask(readers.id)).toMatchObject({
      figures: { members: 0, managers: 0, byLevel: [], publishedProjects: 0, tasksToMap: 0, tasksToValidate: 0 },
    });
    const statements = async (first: number) => {
      const before = counter.statements;
      await w.server.get(`{ teams(first: ${first}) { nodes { name ${FIGURES} } } }`, {}, w.mapper.token);
      return counter.statements - before;
    };
    expect(await statements(2)).toBe(await statements(1));
  });
});
