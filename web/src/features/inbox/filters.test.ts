import { describe, expect, it } from 'vitest';
import { isNarrowed, KINDS, readFilters, toQuery, withoutFilters, writeFilters, type Filters } from './filters';

const some: Filters = { kind: 'tasks', unread: true, project: 12, from: 'kes', order: 'oldest' };

describe('the filters of the inbox', () => {
  it('come back from the address as they were written there', () => {
    expect(readFilters(writeFilters(some))).toEqual(some);
    expect(writeFilters(readFilters(new URLSearchParams())).toString()).toBe('');
  });

  it('leave out what an address says that they do not know', () => {
    const read = readFilters(new URLSearchParams('kind=toString&order=best&project=-4&unread=1'));
    expect(read).toEqual(readFilters(new URLSearchParams()));
  });

  it('ask for the types of the kind, and only for what was chosen', () => {
    expect(toQuery(some)).toEqual({
      filter: { types: [...KINDS.tasks], read: false, projectId: '12', senderPrefix: 'kes' },
      orderBy: 'OLDEST',
    });
    expect(toQuery(withoutFilters(some))).toEqual({ filter: {}, orderBy: 'OLDEST' });
  });

  it('have each type in one kind', () => {
    const types = Object.values(KINDS).flatMap((of): string[] => (of ? [...of] : []));
    expect(new Set(types).size).toBe(types.length);
  });

  it('do not count the order as a narrowing', () => {
    expect(isNarrowed(some)).toBe(true);
    expect(isNarrowed(withoutFilters(some))).toBe(false);
  });
});
