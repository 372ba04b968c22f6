import { describe, expect, it } from 'vitest';
import { tasksOfAProject } from '../../../test/tasksOf.js';

describe('assigned tasks', () => {
  const w = tasksOfAProject();
  const enforce = () =>
    w.server.database.prisma.project.update({ where: { id: w.p }, data: { enforceAssignment: true } });
  const canMap = async (n: number, who: typeof w.mapper) =>
    (await w.project(`task(number: ${n}) { viewerCanMap { allowed reason } }`, who)).task.viewerCanMap;

  it('name people and teams, for everybody to see, until managers take them off', async () => {
    const { organisationId } = await w.server.database.prisma.project.findUniqueOrThrow({ where: { id: w.p } });
    const team = await w.server.database.prisma.team.create({
      data: { organisationId: organisationId!, name: `Walkers ${w.p}` },
    });
    await w.server.database.prisma.teamMember.create({
      data: { teamId: team.id, personId: w.other.id, active: true },
    });
    const both = [
      { person: { username: 'mapper' }, team: null },
      { person: null, team: { name: team.name } },
    ];
    const all = { n: [1, 2], people: [String(w.mapper.id)], teams: [String(team.id)] };
    expect(await w.act('assign', all, w.admin)).toMatchObject({ tasks: [{ assignees: both }, { assignees: both }] });
    expect(await w.act('assign', all, w.admin)).toMatchObject({ tasks: [{ assignees: both }, { assignees: both }] });
    expect((await w.project('task(number: 2) { assignees { person { username } } }')).task.assignees).toHaveLength(2);
    await enforce();
    for (const [who, reason] of [
      [w.mapper, null],
      [w.other, null],
      [w.validator, 'NOT_ASSIGNED'],
      [w.admin, 'NOT_ASSIGNED'],
    ] as const) {
      expect(await canMap(1, who)).toEqual({ allowed: reason === null, reason });
      const answer = await w.act('lock', { n: 1 }, who);
      expect(answer).toMatchObject(reason ? { reason } : { task: { status: 'LOCKED_FOR_MAPPING' } });
      if (!reason) await w.act('stop', { n: 1 }, who);
    }
    expect(await w.act('unassign', { n: [1], people: [String(w.mapper.id)] }, w.admin)).toMatchObject({
      tasks: [{ assignees: [{ person: null }] }],
    });
    expect(await w.act('unassign', { n: [1, 2] }, w.admin)).toMatchObject({
      tasks: [{ assignees: [] }, { assignees: [] }],
    });
    expect(await canMap(1, w.validator)).toEqual({ allowed: true, reason: null });
  });

  it('can be taken by others unless the project says no, but are not given to them as the next task', async () => {
    await w.act('assign', { n: [2, 3, 4, 5, 6, 7, 8, 9], people: [String(w.mapper.id)] }, w.admin);
    expect((await w.act('next', {}, w.other)).task.number).toBe(1);
    expect((await w.act('next', {}, w.mapper)).task.number).toBe(2);
    expect(await w.act('next', { near: 2 }, w.validator)).toMatchObject({ __typename: 'NothingLeft' });
    expect((await w.act('lock', { n: 5 }, w.validator)).task.status).toBe('LOCKED_FOR_MAPPING');
  });

  it('hand their assignment on when they are split, and are validated by anybody', async () => {
    await w.act('assign', { n: [1, 2], people: [String(w.mapper.id)] }, w.admin);
    await enforce();
    await w.act('lock', { n: 1 }, w.mapper);
    const { tasks } = await w.act('split', { n: 1 }, w.mapper);
    expect(await canMap(tasks[0].number, w.other)).toMatchObject({ reason: 'NOT_ASSIGNED' });
    await w.map(2, w.mapper);
    expect(await w.validate(2, 'VALIDATED')).toMatchObject({ tasks: [{ status: 'VALIDATED' }] });
  });

  it('are told to live followers, and refused where something is wrong', async () => {
    const people = [String(w.mapper.id)];
    await w.act('assign', { n: [1], people }, w.admin);
    const { rows } = await w.server.database.pool.query(
      'select kind, number from project_event where project_id = $1 order by position desc limit 1',
      [w.p],
    );
    expect(rows).toEqual([{ kind: 'ASSIGNED', number: 1 }]);
    expect(await w.act('assign', { n: [1, 77], people }, w.admin)).toMatchObject({ code: 'TASK_NOT_FOUND' });
    expect(await w.act('assign', { n: [1] }, w.admin)).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await w.act('assign', { n: [], people }, w.admin)).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await w.act('assign', { n: [1], people: ['9'] }, w.admin)).toMatchObject({ code: 'PERSON_NOT_FOUND' });
    expect(await w.act('assign', { n: [1], teams: ['9999'] }, w.admin)).toMatchObject({ code: 'TEAM_NOT_FOUND' });
    for (const action of ['assign', 'unassign'] as const) {
      expect(await w.act(action, { n: [1], people }, w.mapper)).toMatchObject({ reason: 'NOT_MANAGER' });
      expect(await w.act(action, { n: [1], people }, w.blocked)).toMatchObject({ reason: 'USER_BLOCKED' });
      expect(await w.act(action, { n: [1], people })).toMatchObject({ __typename: 'NotSignedIn' });
    }
  });
});
