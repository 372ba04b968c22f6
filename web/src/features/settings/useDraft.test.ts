import { describe, expect, it } from 'vitest';
import { conflictsOf, openChanges, readKept } from './useDraft';

const saved = { name: 'Ana', city: 'Beira', country: 'Mozambique' };

describe('a form over what is saved', () => {
  it('holds only what differs', () => {
    const changes = { name: { was: 'Ana', now: 'Ana M.' }, city: { was: 'Beira', now: 'Beira' } };
    expect(Object.keys(openChanges(saved, changes))).toEqual(['name']);
  });

  it('names what was changed elsewhere to something else, not what became the same', () => {
    const changes = { name: { was: 'Anna', now: 'Ana M.' }, city: { was: 'Dondo', now: 'Beira' } };
    expect(conflictsOf(saved, changes)).toEqual(['name']);
  });

  it('leaves out what was kept by an older page, or is broken', () => {
    expect(openChanges(saved, { phone: { was: '', now: '1' } })).toEqual({});
    expect(readKept('x', { getItem: () => '{"a' })).toEqual({});
    expect(readKept('x', { getItem: () => 'null' })).toEqual({});
  });
});
