import { beforeAll, describe, expect, it } from 'vitest';
import { tasksOfAProject, type Person } from '../../../test/tasksOf.js';

const PEOPLE = [
  'visitor',
  'stranger',
  'blocked',
  'splitter',
  'blockedSplitter',
  'reader',
  'teamMapper',
  'teamValidator',
  'formerValidator',
  'teamManager',
  'organisationManager',
  'author',
  'admin',
] as const;
type Who = (typeof PEOPLE)[number];
const MAY: readonly Who[] = ['splitter', 'teamValidator', 'teamManager', 'organisationManager', 'author', 'admin'];

describe('who may undo a split', () => {
  const w = tasksOfAProject();
  const people = {} as Record<Who, Person | undefined>;

  beforeAll(async () => {
    for (const who of PEOPLE)
      people[who] =
        who === 'visitor'
          ? undefined
          : await w.server.person(`the ${who}`, who === 'admin' ? 'ADMIN' : who === 'blocked' ? 'READ_ONLY' : 'MAPPER');
  });

  /** Validation is for teams, and everybody stands to the project as their name says. */
  async function standings() {
    const { prisma } = w.server.database;
    const { organisationId } = await prisma.project.update({
      where: { id: w.p },
      data: { validationPermission: 'TEAMS', authorId: people.author!.id },
    });
    await prisma.organisationManager.create({
      data: { organisationId: organisationId!, personId: people.organisationManager!.id },
    });
    const roles = { reader: 'READ_ONLY', teamMapper: 'MAPPER', teamValidator: 'VALIDATOR' } as const;
    for (const [who, role] of Object.entries({
      ...roles,
      formerValidator: 'VALIDATOR',
      teamManager: 'PROJECT_MANAGER',
    }))
      await prisma.team.create({
        data: {
          organisationId: organisationId!,
          name: `${who} of ${w.p}`,
          members: { create: { personId: people[who as Who]!.id, active: who !== 'formerValidator' } },
          projects: { create: { projectId: w.p, role: role as (typeof roles)[keyof typeof roles] } },
        },
      });
    await prisma.person.updateMany({
      where: { id: { in: [people.teamValidator!.id, people.formerValidator!.id] } },
      data: { levelId: 2 },
    });
  }
  async function split(by: Person): Promise<number[]> {
    await w.act('lock', { n: 1 }, by);
    const { tasks } = await w.act('split', { n: 1 }, by);
    return tasks.map(({ number }: { number: number }) => number);
  }
  const can = async (n: number, who?: Person) =>
    (await w.project(`task(number: ${n}) { viewerCanUndoSplit { allowed reason } }`, who)).task.viewerCanUndoSplit;

  it.each(PEOPLE)('%s: what is told is what is done', async (who) => {
    await standings();
    const [part] = await split(who === 'blockedSplitter' ? people.blockedSplitter! : people.splitter!);
    if (who === 'blockedSplitter')
      await w.server.database.prisma.person.update({
        where: { id: people.blockedSplitter!.id },
        data: { role: 'READ_ONLY' },
      });
    const told = await can(part!, people[who]);
    const done = await w.act('undoSplit', { n: part }, people[who]);
    expect(told.allowed).toBe(MAY.includes(who));
    expect(done.__typename).toBe(
      told.allowed ? 'UndoSplitPayload' : who === 'visitor' ? 'NotSignedIn' : 'NotPermitted',
    );
    if (done.reason) expect(told.reason).toBe(done.reason);
  });

  it('and not of a task that is no part, whose part is worked on, or was', async () => {
    const agreed = async (n: number, type: string, reason: string) => {
      expect(await can(n, w.mapper)).toEqual({ allowed: false, reason });
      expect((await w.act('undoSplit', { n }, w.mapper)).__typename).toBe(type);
    };
    await agreed(2, 'NotFromSplit', 'NOT_FROM_SPLIT');
    const [first, second] = await split(w.mapper);
    await w.act('lock', { n: second }, w.other);
    await agreed(first!, 'TaskAlreadyLocked', 'LOCKED_BY_OTHER');
    await w.act('stop', { n: second }, w.other);
    expect(await can(first!, w.mapper)).toEqual({ allowed: true, reason: null });
    await w.map(second!, w.other);
    await agreed(first!, 'PartChanged', 'PART_CHANGED');
    await w.act('lock', { n: first }, w.mapper);
    await w.act('split', { n: first }, w.mapper);
    await agreed(second!, 'PartChanged', 'PART_CHANGED');
  });
});
