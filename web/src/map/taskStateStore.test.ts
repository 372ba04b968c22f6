import { describe, expect, it, vi } from 'vitest';
import { TaskStateStore, type StoreClock, type TaskStateEvent } from './taskStateStore';

const HOLDER = { osmId: 7, username: 'mangrove7' };
const OTHER = { osmId: 8, username: 'kestrel' };
const START = Date.parse('2026-03-01T12:00:00Z');
const iso = (minutes: number) => new Date(START + minutes * 60_000).toISOString();

/** A clock that a test moves by hand, and that keeps what waits on it. */
class HandClock implements StoreClock {
  private time = START;
  private waiting: { at: number; callback: () => void }[] = [];
  now = () => this.time;
  after = (delay: number, callback: () => void) => {
    const entry = { at: this.time + delay, callback };
    this.waiting.push(entry);
    return () => {
      this.waiting = this.waiting.filter((other) => other !== entry);
    };
  };
  forward(minutes: number) {
    const until = this.time + minutes * 60_000;
    for (;;) {
      const next = this.waiting.filter((entry) => entry.at <= until).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.waiting = this.waiting.filter((entry) => entry !== next);
      this.time = Math.max(this.time, next.at);
      next.callback();
    }
    this.time = until;
  }
}

/** Tasks 1 to 4 under the map ids 101 to 104, tasks 9 and 10 under 205 and 206. */
function aStore() {
  const clock = new HandClock();
  const store = new TaskStateStore(clock);
  store.load(
    {
      cursor: '50',
      runs: [
        [101, 1, 4],
        [205, 9, 2],
      ],
      statuses: '024562',
      locks: [{ mapId: 206, number: 10, kind: 'VALIDATION', holder: OTHER, expiresAt: iso(30) }],
    },
    3,
  );
  return { clock, store };
}

function event(cursor: number, number: number, more: Partial<TaskStateEvent> = {}): TaskStateEvent {
  return {
    cursor: String(cursor),
    at: iso(0),
    kind: 'LOCKED',
    person: HOLDER,
    mapId: number <= 4 ? 100 + number : 196 + number,
    number,
    statusUnderLock: 'READY',
    lock: null,
    removed: false,
    gridVersion: 3,
    ...more,
  };
}

const locked = (cursor: number, number: number, more: Partial<TaskStateEvent> = {}) =>
  event(cursor, number, { lock: { kind: 'MAPPING', holder: HOLDER, expiresAt: iso(120) }, ...more });
const update = (...events: TaskStateEvent[]) => ({ cursor: events[events.length - 1]!.cursor, events });

describe('a store built from the snapshot', () => {
  it('knows each task by number and by map id, locks before the state under them', () => {
    const { store } = aStore();
    expect(store.task(1)).toMatchObject({ mapId: 101, state: 'READY', lock: null });
    expect(store.task(4)).toMatchObject({ mapId: 104, state: 'INVALIDATED' });
    expect(store.task(9)).toMatchObject({ mapId: 205, state: 'BADIMAGERY' });
    expect(store.task(10)).toMatchObject({ mapId: 206, state: 'LOCKED_FOR_VALIDATION', lock: { holder: OTHER } });
    expect(store.task(5)).toBeNull();
    expect(store.numberOf(205)).toBe(9);
    expect(store.counts()).toMatchObject({ total: 6, READY: 1, MAPPED: 1, LOCKED_FOR_VALIDATION: 1, toMap: 2 });
  });

  it('shows a lock that had ended before it was loaded as free', () => {
    const { clock, store } = aStore();
    clock.forward(60);
    store.load(
      {
        cursor: '51',
        runs: [[101, 1, 1]],
        statuses: '0',
        locks: [{ mapId: 101, number: 1, kind: 'MAPPING', holder: OTHER, expiresAt: iso(30) }],
      },
      3,
    );
    expect(store.task(1)?.state).toBe('READY');
    expect(store.locks()).toEqual([]);
  });

  it('holds 50,000 tasks, and a change of one leaves the objects of the others as they are', () => {
    const store = new TaskStateStore(new HandClock());
    store.load({ cursor: '1', runs: [[1000, 1, 50_000]], statuses: '0'.repeat(50_000), locks: [] }, 1);
    const untouched = store.task(49_999);
    store.apply(update(locked(2, 50_000, { mapId: 50_999 })));
    expect(store.task(50_000)?.state).toBe('LOCKED_FOR_MAPPING');
    expect(store.task(49_999)).toBe(untouched);
    expect(store.counts()).toMatchObject({ READY: 49_999, LOCKED_FOR_MAPPING: 1, total: 50_000 });
  });
});

describe('the feed', () => {
  it('follows a task from its lock to its submit', () => {
    const { store } = aStore();
    store.apply(update(locked(51, 1)));
    expect(store.task(1)).toMatchObject({ state: 'LOCKED_FOR_MAPPING', lock: { holder: HOLDER } });
    expect(store.counts()).toMatchObject({ READY: 0, LOCKED_FOR_MAPPING: 1, toMap: 1 });
    store.apply(update(event(52, 1, { kind: 'SUBMITTED', statusUnderLock: 'MAPPED', at: iso(20) })));
    expect(store.task(1)).toMatchObject({
      state: 'MAPPED',
      lock: null,
      lastChange: { at: iso(20), person: HOLDER },
    });
    expect(store.counts()).toMatchObject({ MAPPED: 2, LOCKED_FOR_MAPPING: 0, total: 6 });
    expect(store.cursor).toBe('52');
  });

  it('counts an event once, however often it comes', () => {
    const { store } = aStore();
    const once = update(locked(51, 1), event(52, 2, { kind: 'SUBMITTED', statusUnderLock: 'VALIDATED' }));
    store.apply(once);
    const counts = store.counts();
    store.apply(once);
    store.apply(once);
    expect(store.counts()).toEqual(counts);
    expect(store.locks().map((lock) => lock.number)).toEqual([10, 1]);
  });

  it('lets a late event of a task lose against a newer one, and still takes that of another task', () => {
    const { store } = aStore();
    store.apply(update(event(53, 1, { kind: 'SUBMITTED', statusUnderLock: 'MAPPED' })));
    store.apply(update(locked(51, 1), locked(52, 4, { statusUnderLock: 'INVALIDATED' })));
    expect(store.task(1)?.state).toBe('MAPPED');
    expect(store.task(4)?.state).toBe('LOCKED_FOR_MAPPING');
    expect(store.cursor).toBe('53');
  });

  it('goes on after the last event when the same stretch is replayed', () => {
    const { store } = aStore();
    const stretch = [
      locked(51, 1),
      event(52, 1, { kind: 'RELEASED' }),
      locked(53, 4, { statusUnderLock: 'INVALIDATED' }),
    ];
    store.apply(update(...stretch));
    store.apply(update(...stretch, event(54, 2, { kind: 'SUBMITTED', statusUnderLock: 'INVALIDATED' })));
    expect(store.task(1)?.state).toBe('READY');
    expect(store.task(2)?.state).toBe('INVALIDATED');
    expect(store.cursor).toBe('54');
  });

  it('does not bring back a task that the snapshot no longer had', () => {
    const { store } = aStore();
    store.apply(update(locked(49, 5, { mapId: 105 })));
    expect(store.task(5)).toBeNull();
    expect(store.counts().total).toBe(6);
  });

  it('replaces a split task by its parts and says that the geometry changed', () => {
    const { store } = aStore();
    const changes: boolean[] = [];
    const grid = vi.fn();
    store.onChange((change) => changes.push(change.grid));
    store.subscribe('grid', grid);
    store.apply(update(locked(51, 1)));
    store.apply(
      update(
        event(52, 1, { kind: 'SPLIT', removed: true, gridVersion: 4 }),
        ...[11, 12, 13, 14].map((number, index) =>
          event(53 + index, number, { kind: 'CREATED', mapId: 300 + number, gridVersion: 4 }),
        ),
      ),
    );
    expect(store.task(1)).toBeNull();
    expect(store.stateIndexOf(101)).toBeUndefined();
    expect(store.task(12)).toMatchObject({ mapId: 312, state: 'READY' });
    expect(store.counts()).toMatchObject({ total: 9, READY: 4, LOCKED_FOR_MAPPING: 0 });
    expect(store.locks().map((lock) => lock.number)).toEqual([10]);
    expect(store.gridVersion).toBe(4);
    expect(changes).toEqual([false, true]);
    expect(grid).toHaveBeenCalledTimes(1);
    expect(store.numbersIn((state) => state === 'READY')).toEqual([11, 12, 13, 14]);
  });
});

describe('the end of a lock', () => {
  it('comes by itself, at its time, and gives the state under it back', () => {
    const { clock, store } = aStore();
    store.apply(update(locked(51, 4, { statusUnderLock: 'INVALIDATED' })));
    clock.forward(29);
    expect(store.task(10)?.state).toBe('LOCKED_FOR_VALIDATION');
    clock.forward(2);
    expect(store.task(10)).toMatchObject({ state: 'MAPPED', lock: null });
    expect(store.task(4)?.state).toBe('LOCKED_FOR_MAPPING');
    clock.forward(90);
    expect(store.task(4)?.state).toBe('INVALIDATED');
    expect(store.locks()).toEqual([]);
    expect(store.counts()).toMatchObject({ MAPPED: 2, INVALIDATED: 1, LOCKED_FOR_MAPPING: 0, total: 6 });
  });

  it('is counted once when the server says so as well', () => {
    const { clock, store } = aStore();
    clock.forward(31);
    store.apply(update(event(51, 10, { kind: 'EXPIRED', statusUnderLock: 'MAPPED' })));
    expect(store.counts()).toMatchObject({ MAPPED: 2, total: 6 });
  });

  it('moves when the lock is extended', () => {
    const { clock, store } = aStore();
    store.apply(
      update(
        event(51, 10, {
          kind: 'EXTENDED',
          statusUnderLock: 'MAPPED',
          lock: { kind: 'VALIDATION', holder: OTHER, expiresAt: iso(150) },
        }),
      ),
    );
    clock.forward(60);
    expect(store.task(10)?.state).toBe('LOCKED_FOR_VALIDATION');
    clock.forward(91);
    expect(store.task(10)?.state).toBe('MAPPED');
  });
});

describe('who is told', () => {
  it('wakes the watchers of what changed, and no one else', () => {
    const { store } = aStore();
    const one = vi.fn();
    const two = vi.fn();
    const counts = vi.fn();
    const locks = vi.fn();
    store.subscribe(1, one);
    store.subscribe(2, two);
    store.subscribe('counts', counts);
    store.subscribe('locks', locks);
    store.apply(update(event(51, 1, { kind: 'UNDONE', statusUnderLock: 'INVALIDATED' })));
    expect([one, two, counts, locks].map((spy) => spy.mock.calls.length)).toEqual([1, 0, 1, 0]);
    store.apply(update(locked(52, 2, { statusUnderLock: 'MAPPED' })));
    expect([one, two, counts, locks].map((spy) => spy.mock.calls.length)).toEqual([1, 1, 2, 1]);
  });

  it('hands out the same counts and locks until they change', () => {
    const { store } = aStore();
    expect(store.counts()).toBe(store.counts());
    expect(store.locks()).toBe(store.locks());
  });
});
