import { describe, expect, it } from 'vitest';
import { statement } from '../../database/database.js';
import { tasksOfAProject, type Person } from '../../../test/tasksOf.js';
import { boxOfTiles, publishedProject } from '../../../test/world.js';

const INCONSISTENCIES = statement(import.meta.url, 'sql/inconsistencies');

describe('bulk actions', () => {
  const w = tasksOfAProject();
  const bulk = (action: string, selection: object, who: Person | undefined = w.admin, more: object = {}) =>
    w.act('bulk', { action, selection, ...more }, who);
  const preview = (action: string, selection: object, who: Person | undefined = w.admin, more: object = {}) =>
    w.act('bulkPreview', { action, selection, ...more }, who);
  const statuses = async () =>
    (await w.project('tasks { nodes { status } }')).tasks.nodes.map(({ status }: { status: string }) => status);
  const counters = async (who: Person) => {
    const person = await w.server.database.prisma.person.findUniqueOrThrow({ where: { id: who.id } });
    return [person.tasksMapped, person.tasksValidated, person.tasksInvalidated];
  };
  const sound = async () => expect(await w.server.database.query(INCONSISTENCIES, [[w.p]])).toEqual([]);

  it('says first what would change and what not, and changes exactly that', async () => {
    await w.map(1, w.mapper);
    await w.map(2, w.mapper, 'BADIMAGERY');
    await w.act('lock', { n: 3 }, w.other);
    const expected = {
      changedCount: 7,
      leftCount: 2,
      groups: [
        { outcome: 'CHANGED', status: 'LOCKED_FOR_MAPPING', newStatus: 'MAPPED', count: 1, taskNumbers: [3] },
        { outcome: 'CHANGED', status: 'READY', newStatus: 'MAPPED', count: 6, taskNumbers: [4, 5, 6, 7, 8, 9] },
        { outcome: 'WRONG_STATE', status: 'BADIMAGERY', newStatus: null, count: 1, taskNumbers: [2] },
        { outcome: 'WRONG_STATE', status: 'MAPPED', newStatus: null, count: 1, taskNumbers: [1] },
      ],
    };
    expect(await preview('MARK_MAPPED', { all: true })).toMatchObject(expected);
    expect((await statuses())[3]).toBe('READY');
    const before = await counters(w.admin);
    expect(await bulk('MARK_MAPPED', { all: true })).toMatchObject({
      ...expected,
      project: { figures: { mapped: 8, badImagery: 1, ready: 0 } },
    });
    expect(await counters(w.admin)).toEqual(before);
    expect(await w.history(3)).toMatchObject([
      { kind: 'STATE_CHANGE', status: 'MAPPED', person: { username: 'admin' } },
      { kind: 'LOCKED_FOR_MAPPING', durationSeconds: expect.any(Number), person: { username: 'other' } },
    ]);
    await sound();
  });

  it('tells whose lock it ended so at the submit, and can leave such tasks alone', async () => {
    const { task } = await w.act('lock', { n: 3 }, w.other);
    expect(await bulk('MARK_MAPPED', { taskNumbers: [3, 4] }, w.admin, { leaveLocked: true })).toMatchObject({
      changedCount: 1,
      groups: [{ outcome: 'CHANGED' }, { outcome: 'LOCKED', taskNumbers: [3] }],
    });
    expect(await bulk('RESET', { taskNumbers: [3, 4, 77] })).toMatchObject({
      changedCount: 2,
      leftCount: 1,
      groups: [{}, {}, { outcome: 'NOT_FOUND', taskNumbers: [77] }],
    });
    expect(await w.act('submit', { n: 3, version: task.lock.version, status: 'MAPPED' }, w.other)).toMatchObject({
      __typename: 'LockEnded',
    });
    await sound();
  });

  it('validates and invalidates with the records of invalidations kept', async () => {
    await w.map(1, w.mapper);
    expect(await bulk('MARK_VALIDATED', { statuses: ['MAPPED'] })).toMatchObject({ changedCount: 1 });
    expect((await w.project('task(number: 1) { mappedBy { username } validatedBy { username } }')).task).toEqual({
      mappedBy: { username: 'mapper' },
      validatedBy: { username: 'admin' },
    });
    expect(await bulk('INVALIDATE', { all: true })).toMatchObject({ changedCount: 1 });
    const records = () => w.server.database.prisma.taskInvalidation.findMany({ where: { projectId: w.p } });
    expect(await records()).toMatchObject([{ mapperId: w.mapper.id, invalidatorId: w.admin.id, closed: false }]);
    await sound();
    expect(await w.act('undo', { n: 1 }, w.admin)).toMatchObject({
      task: { status: 'VALIDATED', mappedBy: { username: 'mapper' } },
    });
    await bulk('INVALIDATE', { all: true });
    await bulk('MARK_MAPPED', { all: true });
    await bulk('MARK_VALIDATED', { all: true });
    expect(await records()).toMatchObject([{ closed: true, validatorId: w.admin.id }]);
    expect(await w.project('figures { validated percentValidated }')).toEqual({
      figures: { validated: 9, percentValidated: 100 },
    });
    await sound();
  });

  it('resets bad imagery and everything', async () => {
    await w.map(1, w.mapper, 'BADIMAGERY');
    await w.map(2, w.mapper);
    await w.validate(2, 'INVALIDATED');
    expect(await bulk('RESET_BAD_IMAGERY', { all: true })).toMatchObject({ changedCount: 1 });
    expect((await w.project('task(number: 1) { status mappedBy { username } }')).task).toEqual({
      status: 'READY',
      mappedBy: null,
    });
    expect(await bulk('RESET', { all: true })).toMatchObject({ changedCount: 1 });
    expect(new Set(await statuses())).toEqual(new Set(['READY']));
    expect((await w.history(2))[1]).toMatchObject({ kind: 'COMMENT', comment: 'Task reset' });
    await sound();
  });

  it('takes back what one person validated or marked as bad imagery, and no more', async () => {
    await w.map(1, w.mapper);
    await w.map(2, w.mapper);
    await w.map(3, w.other, 'BADIMAGERY');
    await w.validate(1, 'VALIDATED');
    await w.validate(2, 'VALIDATED', undefined, w.admin);
    const before = await counters(w.validator);
    expect(await bulk('RESET_BY_PERSON', { all: true }, w.admin, { authorId: String(w.validator.id) })).toMatchObject({
      changedCount: 1,
    });
    expect((await counters(w.validator))[1]).toBe(before[1]! - 1);
    expect((await statuses()).slice(0, 3)).toEqual(['MAPPED', 'VALIDATED', 'BADIMAGERY']);
    await bulk('RESET_BY_PERSON', { all: true }, w.admin, { authorId: String(w.other.id) });
    expect((await statuses()).slice(0, 3)).toEqual(['MAPPED', 'VALIDATED', 'READY']);
    await sound();
  });

  it('chooses by person and by a drawn area', async () => {
    await w.map(1, w.mapper);
    await w.map(9, w.other);
    expect(await preview('RESET', { personId: String(w.other.id) })).toMatchObject({
      groups: [{ taskNumbers: [9] }],
    });
    expect(await preview('MARK_MAPPED', { area: boxOfTiles(14, 2, 1) })).toMatchObject({
      changedCount: 1,
      groups: [{ taskNumbers: [4] }, { outcome: 'WRONG_STATE', taskNumbers: [1] }],
    });
  });

  it('wants to know which tasks, and what for', async () => {
    expect(await bulk('RESET', {})).toMatchObject({ __typename: 'InvalidInput' });
    expect(await bulk('RESET', { taskNumbers: [] })).toMatchObject({ __typename: 'InvalidInput' });
    expect(await bulk('RESET_BY_PERSON', { all: true })).toMatchObject({ __typename: 'InvalidInput' });
    expect(await bulk('RESET', { all: true }, w.admin, { authorId: '1' })).toMatchObject({
      __typename: 'InvalidInput',
    });
    expect(await bulk('RESET', { personId: '424242' })).toMatchObject({ code: 'PERSON_NOT_FOUND' });
    expect(await bulk('RESET', { area: { type: 'Point', coordinates: [0, 0] } })).toMatchObject({
      __typename: 'InvalidGeometry',
    });
  });

  it('is for those who manage the project', async () => {
    const { database } = w.server;
    const manager = await w.server.person('organisation-manager');
    const lead = await w.server.person('team-lead');
    const { organisationId } = await database.prisma.project.findUniqueOrThrow({ where: { id: w.p } });
    await database.prisma.organisationManager.create({
      data: { organisationId: organisationId!, personId: manager.id },
    });
    const team = await database.prisma.team.create({ data: { organisationId: organisationId!, name: `Leads ${w.p}` } });
    await database.prisma.teamMember.create({ data: { teamId: team.id, personId: lead.id, active: true } });
    await database.prisma.projectTeam.create({ data: { projectId: w.p, teamId: team.id, role: 'PROJECT_MANAGER' } });
    for (const who of [w.admin, manager, lead])
      expect((await bulk('RESET', { all: true }, who)).__typename).toBe('BulkTaskActionPayload');
    await database.prisma.projectTeam.updateMany({ where: { projectId: w.p }, data: { role: 'VALIDATOR' } });
    for (const who of [w.mapper, w.validator, lead])
      expect(await bulk('RESET', { all: true }, who)).toMatchObject({ reason: 'NOT_MANAGER' });
    expect(await preview('RESET', { all: true }, w.mapper)).toMatchObject({ reason: 'NOT_MANAGER' });
    expect(await bulk('RESET', { all: true }, w.blocked)).toMatchObject({ reason: 'USER_BLOCKED' });
    expect(await w.act('bulk', { action: 'RESET', selection: { all: true } })).toMatchObject({
      __typename: 'NotSignedIn',
    });
    await database.prisma.project.update({ where: { id: w.p }, data: { private: true } });
    expect(await bulk('RESET', { all: true }, w.mapper)).toMatchObject({ code: 'PROJECT_NOT_FOUND' });
  });

  it('does 10,000 tasks in a few seconds', async () => {
    w.p = await publishedProject(w.server, w.admin.token, { areaOfInterest: boxOfTiles(17, 100, 100), zoom: 17 });
    for (const action of ['MARK_MAPPED', 'MARK_VALIDATED', 'INVALIDATE', 'RESET']) {
      const start = performance.now();
      expect(await bulk(action, { all: true })).toMatchObject({ changedCount: 10_000 });
      expect(performance.now() - start).toBeLessThan(10_000); // half a second on two cores that do nothing else
    }
    expect(await w.project('figures { ready mapped validated }')).toEqual({
      figures: { ready: 10_000, mapped: 0, validated: 0 },
    });
  });
});
