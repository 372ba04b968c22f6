import { beforeAll, describe, expect, it } from 'vitest';
import { counter } from '../../../test/watch.js';
import { tasksOfAProject } from '../../../test/tasksOf.js';

const FIGURES = 'projects contributors tasksMapped tasksValidated tasksInvalidated';
const NOTHING = { projects: 0, contributors: 0, tasksMapped: 0, tasksValidated: 0, tasksInvalidated: 0 };

describe('the statistics of a partner', () => {
  const w = tasksOfAProject();
  let names = 0;

  const withPartner = async (periods: [from: string, to: string | null][], projectId = w.p) =>
    (
      await w.server.database.prisma.partner.create({
        data: {
          name: `Partner ${++names}`,
          primaryHashtag: '#a',
          partnerships: { create: periods.map(([startedOn, endedOn]) => ({ projectId, startedOn, endedOn })) },
        },
      })
    ).id;
  /** Gives the history of the project times: an hour after the other from noon on. */
  const since = (noon: string) =>
    w.server.database.pool.query(
      `update task_history h set at = $2::timestamptz + n * interval '1 hour'
         from (select id, row_number() over (order by id) - 1 as n from task_history where project_id = $1 and kind = 'STATE_CHANGE') o where o.id = h.id`,
      [w.p, noon],
    );
  const ask = async (id: number, args = '', fields = FIGURES) =>
    (await w.server.get(`{ partner(id: ${id}) { statistics${args} { ${fields} } } }`)).partner.statistics;

  beforeAll(() => w.server.database.prisma.person.update({ where: { id: w.mapper.id }, data: { levelId: 2 } }));

  it('count what was done while the project was with it, by whomever', async () => {
    await w.map(1, w.mapper);
    await w.map(2, w.other);
    await w.validate(1, 'VALIDATED');
    await w.validate(2, 'INVALIDATED', 'Two houses are missing.');
    await w.map(2, w.other);
    await since('2026-03-10T12:00:00Z'); // 12 mapped, 13 mapped, 14 validated, 15 sent back, 16 mapped again
    const all = await withPartner([['2026-03-01T00:00:00Z', null]]);
    const whole = { projects: 1, contributors: 3, tasksMapped: 2, tasksValidated: 1, tasksInvalidated: 1 };
    expect(await ask(all)).toEqual(whole);
    expect(await ask(await withPartner([]))).toEqual(NOTHING);
    expect(await ask(await withPartner([['2026-03-10T16:30:00Z', null]]))).toEqual({ ...NOTHING, projects: 1 });
    // from is in it, to is not
    const middle = await withPartner([['2026-03-10T13:00:00Z', '2026-03-10T15:00:00Z']]);
    const between = { ...NOTHING, projects: 1, contributors: 2, tasksMapped: 1, tasksValidated: 1 };
    expect(await ask(middle)).toEqual(between);
    expect(await ask(all, '(from: "2026-03-10T13:00:00Z", to: "2026-03-10T15:00:00Z")')).toEqual(between);
    expect(await ask(middle, '(from: "2026-03-01T00:00:00Z", to: "2026-04-01T00:00:00Z")')).toEqual(between);
    expect(await ask(middle, '(from: "2026-03-10T15:00:00Z")')).toEqual(NOTHING);
    const twice = await withPartner([
      ['2026-03-10T12:00:00Z', '2026-03-10T13:00:00Z'],
      ['2026-03-10T16:00:00Z', null],
    ]);
    expect(await ask(twice)).toEqual({ ...NOTHING, projects: 1, contributors: 2, tasksMapped: 2 });

    const leaders = async (args: string, of = all) =>
      (await ask(of, args, 'leaders { person { osmId } tasksMapped tasksValidated tasksInvalidated }')).leaders.map(
        (leader: { person: { osmId: number }; [figure: string]: unknown }) => ({
          ...leader,
          person: leader.person.osmId,
        }),
      );
    const none = { tasksMapped: 0, tasksValidated: 0, tasksInvalidated: 0 };
    const validator = { ...none, tasksValidated: 1, tasksInvalidated: 1 };
    const everybody = await leaders('');
    expect(everybody).toHaveLength(3);
    expect(everybody).toContainEqual({ ...validator, person: expect.any(Number) });
    expect(everybody).toContainEqual({ ...none, tasksMapped: 1, person: w.mapper.id });
    expect(everybody).toContainEqual({ ...none, tasksMapped: 1, person: w.other.id });
    expect(await leaders('(to: "2026-03-10T13:00:00Z")')).toEqual([{ ...none, tasksMapped: 1, person: w.mapper.id }]);
    expect((await ask(all, '', 'leaders(first: 1) { tasksMapped }')).leaders).toHaveLength(1);

    const steps = 'overTime(every: HOUR) { start contributors tasksMapped tasksValidated tasksInvalidated }';
    const { overTime } = await ask(middle, '', steps);
    const nobody = { contributors: 1, tasksMapped: 0, tasksValidated: 0, tasksInvalidated: 0 };
    expect(overTime).toEqual([
      { ...nobody, start: '2026-03-10T13:00:00.000Z', tasksMapped: 1 },
      { ...nobody, start: '2026-03-10T14:00:00.000Z', tasksValidated: 1 },
    ]);
    const { projects, ...day } = whole;
    expect(projects).toBe(1);
    expect((await ask(all, '', steps.replace('HOUR', 'DAY'))).overTime).toEqual([
      { ...day, start: '2026-03-10T00:00:00.000Z' },
    ]);
  });

  it('leave out what was undone, what a manager set in bulk, and other projects', async () => {
    const id = await withPartner([['2020-01-01T00:00:00Z', null]]);
    await w.act('bulk', { action: 'MARK_MAPPED', selection: { taskNumbers: [4, 5] } }, w.admin);
    expect(await ask(id)).toEqual({ ...NOTHING, projects: 1 });
    await w.map(1, w.mapper);
    await w.act('undo', { n: 1 }, w.mapper);
    expect((await ask(id)).contributors).toBe(1); // mapping it was work; undoing it was none
    expect((await ask(id)).tasksMapped).toBe(1);
  });

  it('need no more statements for more partners', async () => {
    const list = `query ($first: Int!) { partners(first: $first) { nodes { statistics { ${FIGURES} overTime { start } leaders { person { username } } } lately: statistics(from: "2026-03-10T00:00:00Z") { contributors } } } }`;
    const statements = async (first: number) => {
      const before = counter.statements;
      const { partners } = await w.server.get(list, { first }, w.admin.token);
      expect(partners.nodes).toHaveLength(first);
      return counter.statements - before;
    };
    for (let n = 0; n < 3; n++) await withPartner([['2020-01-01T00:00:00Z', null]]);
    await statements(1);
    expect(await statements(3)).toBe(await statements(1));
  });

  it.each(['(from: "2026-02-01T00:00:00Z", to: "2026-01-01T00:00:00Z")', '(from: "0000-01-01T00:00:00Z")'])(
    'refuse %s',
    async (args) => {
      const id = await withPartner([]);
      const { errors } = await w.server.ask(`{ partner(id: ${id}) { statistics${args} { projects } } }`);
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    },
  );
});
