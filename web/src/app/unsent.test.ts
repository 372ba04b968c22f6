import { beforeEach, describe, expect, it, vi } from 'vitest';

const kept = new Map<string, string>();
vi.stubGlobal('localStorage', {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => kept.set(key, value),
});
vi.stubGlobal('window', { addEventListener: () => undefined, removeEventListener: () => undefined });

const mapping = (taskNumber: number, comment = '') => ({
  kind: 'map' as const,
  person: 7,
  project: 3,
  input: { projectId: '3', taskNumber, lockVersion: 1, status: 'MAPPED' as const, comment },
});
const validation = (...tasks: number[]) => ({
  kind: 'validate' as const,
  person: 7,
  project: 3,
  input: {
    projectId: '3',
    results: tasks.map((taskNumber) => ({ taskNumber, lockVersion: 1, status: 'VALIDATED' as const })),
  },
});

describe('what was not sent', () => {
  beforeEach(() => {
    kept.clear();
    vi.resetModules();
  });

  it('is there again after a reload', async () => {
    (await import('./unsent')).unsent.keep(mapping(5));
    vi.resetModules();
    expect((await import('./unsent')).unsent.get()).toEqual([mapping(5)]);
  });

  it('gives way to what the same task was handed in with later, and to nothing else', async () => {
    const { unsent } = await import('./unsent');
    unsent.keep(mapping(5));
    unsent.keep(mapping(6));
    unsent.keep(validation(5));
    unsent.keep(mapping(5, 'Once more.'));
    expect(unsent.get()).toEqual([mapping(6), validation(5), mapping(5, 'Once more.')]);
  });

  it('is dropped with any of its tasks, and says so once', async () => {
    const { unsent } = await import('./unsent');
    unsent.keep(validation(1, 2, 3));
    let told = 0;
    unsent.subscribe(() => told++);
    unsent.drop(validation(9));
    unsent.drop(validation(2));
    expect([unsent.get(), told]).toEqual([[], 1]);
  });

  it('that cannot be read does no harm', async () => {
    kept.set('taskgrid-unsent', '{');
    expect((await import('./unsent')).unsent.get()).toEqual([]);
  });
});
