import { describe, expect, it } from 'vitest';
import { tasksOfAProject } from '../../../test/tasksOf.js';
import { contributionsByDay } from './contributions.js';

describe('contributions by day', () => {
  const change = (day: string, task: number, status: string) => ({ day, task, status });

  it('are replayed in the order they happened', () => {
    expect(
      contributionsByDay([
        change('2026-01-01', 1, 'MAPPED'),
        change('2026-01-01', 1, 'VALIDATED'),
        change('2026-01-01', 2, 'MAPPED'),
        change('2026-01-03', 1, 'INVALIDATED'),
        change('2026-01-03', 1, 'INVALIDATED'),
        change('2026-01-04', 1, 'MAPPED'),
        change('2026-01-04', 2, 'VALIDATED'),
      ]),
    ).toEqual([
      { date: '2026-01-01', mapped: 2, validated: 1, mappedInAll: 2, validatedInAll: 1 },
      { date: '2026-01-03', mapped: 0, validated: 0, mappedInAll: 1, validatedInAll: 0 },
      { date: '2026-01-04', mapped: 1, validated: 1, mappedInAll: 2, validatedInAll: 1 },
    ]);
    expect(contributionsByDay([])).toEqual([]);
  });
});

describe('statistics of a project', () => {
  const w = tasksOfAProject();

  it('count time from locks that ended, validations together once, and what is left at that pace', async () => {
    const fields = 'time { mapping validation averageMapping averageValidation toFinishMapping toFinishValidation }';
    expect((await w.project(fields)).time).toEqual({
      mapping: 0,
      validation: 0,
      averageMapping: 0,
      averageValidation: 0,
      toFinishMapping: 0,
      toFinishValidation: 0,
    });
    await w.map(1, w.mapper);
    await w.map(2, w.mapper);
    const { tasks } = await w.act('lockMany', { n: [1, 2] }, w.validator);
    const results = tasks.map((task: { number: number; lock: { version: number } }) => ({
      taskNumber: task.number,
      lockVersion: task.lock.version,
      status: 'VALIDATED',
      issues: [{ categoryNumber: 1, count: 3 }],
    }));
    await w.act('validate', { results }, w.validator);
    await w.act('lock', { n: 3 }, w.mapper); // in force: not counted yet
    await w.server.database.pool.query(
      `update task_history set duration_seconds = case kind when 'LOCKED_FOR_MAPPING' then 60 else 20 end
        where project_id = $1 and duration_seconds is not null`,
      [w.p],
    );
    expect((await w.project(fields)).time).toEqual({
      mapping: 120,
      validation: 20,
      averageMapping: 60,
      averageValidation: 10,
      toFinishMapping: 420,
      toFinishValidation: 70,
    });
    expect((await w.project('issueCounts { count taskCount category { name } }')).issueCounts).toEqual([
      { count: 6, taskCount: 2, category: { name: 'Missing building' } },
    ]);
    expect(
      (await w.project('contributionsByDay { mapped validated mappedInAll validatedInAll }')).contributionsByDay,
    ).toEqual([{ mapped: 2, validated: 2, mappedInAll: 2, validatedInAll: 2 }]);
  });
});
