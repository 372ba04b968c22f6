import { isToMap, isToValidate, stateIndex, STATES, type TaskState } from './states';

export type LockKind = 'MAPPING' | 'VALIDATION';

export interface Holder {
  osmId: number;
  username: string;
  pictureUrl?: string | null;
}

/** What `project.taskStates` answers. */
export interface TaskStatesSnapshot {
  cursor: string;
  /** [first mapId, first number, length] for each stretch of `statuses`. */
  runs: readonly (readonly number[])[];
  /** One digit a task: its state under any lock. */
  statuses: string;
  locks: readonly { mapId: number; number: number; kind: LockKind; holder: Holder; expiresAt: string }[];
}

/** One event of the subscription `projectTasks`; it carries the task's whole new state. */
export interface TaskStateEvent {
  cursor: string;
  at: string;
  kind: string;
  person?: Holder | null;
  mapId: number;
  number: number;
  statusUnderLock: TaskState;
  lock?: { kind: LockKind; holder: Holder; expiresAt: string } | null;
  removed: boolean;
  gridVersion: number;
}

export interface TaskStatesUpdate {
  cursor: string;
  events: readonly TaskStateEvent[];
}

export interface LockInForce {
  mapId: number;
  number: number;
  kind: LockKind;
  holder: Holder;
  /** Milliseconds since 1970, by the server's clock. */
  expiresAt: number;
}

/** One task as the list and the card need it. The same object is handed out until the task changes. */
export interface TaskNow {
  mapId: number;
  number: number;
  state: TaskState;
  lock: LockInForce | null;
  /** Who changed it last and when, as far as it was seen live; null: not changed since the page was loaded. */
  lastChange: { at: string; person: Holder | null } | null;
}

export type StateCounts = Readonly<Record<TaskState, number>> & {
  readonly total: number;
  readonly toMap: number;
  readonly toValidate: number;
};

export interface StoreClock {
  /** Milliseconds since 1970 on the server. */
  now(): number;
  /** Calls back once after `delay` milliseconds; the answer takes it back. */
  after(delay: number, callback: () => void): () => void;
}

/** What changed in one go: tasks by map id, and whether the set of tasks (so the geometry) did. */
export interface StoreChange {
  mapIds: readonly number[];
  grid: boolean;
}

type Topic = 'counts' | 'locks' | 'grid' | number;

const GONE = 255;
/** Browsers cannot wait longer than about 24 days in one go. */
const LONGEST_WAIT = 2 ** 31 - 1;

/** Positions of the event log as numbers. A cursor that is no number cannot be compared, and counts as newer. */
function position(cursor: string): number {
  return /^\d+$/.test(cursor) ? Number(cursor) : Number.POSITIVE_INFINITY;
}

/**
 * The states of all tasks of one project: built from the compact snapshot, kept by the feed. 50,000 tasks are a few
 * typed arrays; people who watch are told by topic, so that a change of one task renders what shows that task and the
 * counts, and nothing else.
 *
 * An event is applied when it is newer than what its task already shows. Events may thus come twice, late or in another
 * order, and the last state wins. Locks end by themselves when their time is over.
 */
export class TaskStateStore {
  cursor: string | null = null;
  gridVersion = 0;

  private size = 0;
  /** Position of the snapshot: what happened up to there is in it, a task it does not name included. */
  private since = 0;
  private mapIds = new Int32Array(0);
  private numbers = new Int32Array(0);
  /** State under any lock, as index into STATES; GONE for a task that was split. */
  private under = new Uint8Array(0);
  /** Position of the last event applied to the task. */
  private applied = new Float64Array(0);
  private readonly slotOfMapId = new Map<number, number>();
  private readonly slotOfNumber = new Map<number, number>();
  private readonly lockOfSlot = new Map<number, LockInForce>();
  private readonly changeOfSlot = new Map<number, { at: string; person: Holder | null }>();

  private tally = new Int32Array(STATES.length);
  private countsNow: StateCounts | null = null;
  private locksNow: readonly LockInForce[] | null = null;
  private readonly taskNow = new Map<number, TaskNow>();

  private readonly listeners = new Map<Topic, Set<() => void>>();
  private readonly changeListeners = new Set<(change: StoreChange) => void>();
  private cancelExpiry: (() => void) | null = null;

  constructor(private readonly clock: StoreClock) {}

  /** True once a snapshot has been loaded. */
  get loaded(): boolean {
    return this.cursor !== null;
  }

  /** Starts from a snapshot, in place of whatever was known. */
  load(snapshot: TaskStatesSnapshot, gridVersion: number): void {
    const length = snapshot.statuses.length;
    this.size = length;
    this.mapIds = new Int32Array(length);
    this.numbers = new Int32Array(length);
    this.under = new Uint8Array(length);
    this.since = /^\d+$/.test(snapshot.cursor) ? Number(snapshot.cursor) : 0;
    this.applied = new Float64Array(length).fill(this.since);
    this.slotOfMapId.clear();
    this.slotOfNumber.clear();
    this.lockOfSlot.clear();
    this.changeOfSlot.clear();
    this.taskNow.clear();
    this.tally = new Int32Array(STATES.length);
    let slot = 0;
    for (const [firstMapId = 0, firstNumber = 0, run = 0] of snapshot.runs) {
      for (let step = 0; step < run && slot < length; step++, slot++) {
        this.place(slot, firstMapId + step, firstNumber + step);
        this.under[slot] = snapshot.statuses.charCodeAt(slot) - 48;
      }
    }
    this.size = slot;
    const now = this.clock.now();
    for (const lock of snapshot.locks) {
      const at = this.slotOfMapId.get(lock.mapId);
      const expiresAt = Date.parse(lock.expiresAt);
      if (at !== undefined && expiresAt > now) this.lockOfSlot.set(at, { ...lock, expiresAt });
    }
    for (let each = 0; each < this.size; each++) this.tally[this.effective(each)]!++;
    this.cursor = snapshot.cursor;
    this.gridVersion = Math.max(this.gridVersion, gridVersion);
    this.waitForExpiry();
    this.tell(Array.from(this.mapIds.subarray(0, this.size)), true, true);
  }

  /** Applies a batch of the feed and remembers where to go on after a break. */
  apply(update: TaskStatesUpdate): void {
    const changed = new Set<number>();
    let grid = false;
    let locks = false;
    for (const event of update.events) {
      let slot = this.slotOfMapId.get(event.mapId);
      const at = position(event.cursor);
      if (slot === undefined) {
        if (event.removed || at <= this.since) continue;
        slot = this.add(event.mapId, event.number);
        grid = true;
      } else if (at !== Number.POSITIVE_INFINITY && at <= this.applied[slot]!) {
        continue;
      }
      this.applied[slot] = at === Number.POSITIVE_INFINITY ? 0 : at;
      locks = this.change(slot, event) || locks;
      changed.add(event.mapId);
      if (event.gridVersion > this.gridVersion) {
        this.gridVersion = event.gridVersion;
        grid = true;
      }
    }
    if (this.cursor === null || position(update.cursor) > position(this.cursor) || !/^\d+$/.test(update.cursor)) {
      this.cursor = update.cursor;
    }
    if (changed.size === 0) return;
    this.waitForExpiry();
    this.tell([...changed], grid, locks);
  }

  /** State of a task as index into STATES, a lock in force first; undefined for a task that is not there. */
  stateIndexOf(mapId: number): number | undefined {
    const slot = this.slotOfMapId.get(mapId);
    return slot === undefined || this.under[slot] === GONE ? undefined : this.effective(slot);
  }

  /** One task by its number in the project; null when there is none (any more). */
  task(number: number): TaskNow | null {
    const slot = this.slotOfNumber.get(number);
    if (slot === undefined || this.under[slot] === GONE) return null;
    const known = this.taskNow.get(slot);
    if (known) return known;
    const task: TaskNow = {
      mapId: this.mapIds[slot]!,
      number,
      state: STATES[this.effective(slot)]!,
      lock: this.lockOfSlot.get(slot) ?? null,
      lastChange: this.changeOfSlot.get(slot) ?? null,
    };
    this.taskNow.set(slot, task);
    return task;
  }

  /** A task's number, by the id it has on the map. */
  numberOf(mapId: number): number | undefined {
    const slot = this.slotOfMapId.get(mapId);
    return slot === undefined ? undefined : this.numbers[slot];
  }

  /** How many tasks are in each state, and how many a mapper or a validator could take. */
  counts(): StateCounts {
    if (this.countsNow) return this.countsNow;
    const entries = STATES.map((state, index) => [state, this.tally[index]!] as const);
    const sum = (which: (state: TaskState) => boolean) =>
      entries.reduce((total, [state, count]) => total + (which(state) ? count : 0), 0);
    this.countsNow = {
      ...(Object.fromEntries(entries) as Record<TaskState, number>),
      total: sum(() => true),
      toMap: sum(isToMap),
      toValidate: sum(isToValidate),
    };
    return this.countsNow;
  }

  /** The locks in force. */
  locks(): readonly LockInForce[] {
    this.locksNow ??= [...this.lockOfSlot.values()];
    return this.locksNow;
  }

  /** Numbers of all tasks that are in one of the states, in the order of their numbers in the snapshot. */
  numbersIn(which: (state: TaskState) => boolean): number[] {
    const wanted = STATES.map(which);
    const found: number[] = [];
    for (let slot = 0; slot < this.size; slot++) {
      if (this.under[slot] !== GONE && wanted[this.effective(slot)]) found.push(this.numbers[slot]!);
    }
    return found;
  }

  /** Calls `visit` with the map id and the state's index of every task. */
  forEach(visit: (mapId: number, stateIndex: number) => void): void {
    for (let slot = 0; slot < this.size; slot++) {
      if (this.under[slot] !== GONE) visit(this.mapIds[slot]!, this.effective(slot));
    }
  }

  /** Tells when a topic changed: the counts, the locks, the set of tasks, or one task by its number. */
  subscribe(topic: Topic, listener: () => void): () => void {
    const set = this.listeners.get(topic) ?? new Set();
    set.add(listener);
    this.listeners.set(topic, set);
    return () => {
      set.delete(listener);
      if (set.size === 0) this.listeners.delete(topic);
    };
  }

  /** Tells which tasks changed, once a batch. */
  onChange(listener: (change: StoreChange) => void): () => void {
    this.changeListeners.add(listener);
    return () => this.changeListeners.delete(listener);
  }

  /** Ends the waiting for expiries. */
  dispose(): void {
    this.cancelExpiry?.();
    this.cancelExpiry = null;
  }

  private effective(slot: number): number {
    const lock = this.lockOfSlot.get(slot);
    if (lock) return lock.kind === 'MAPPING' ? 1 : 3;
    return this.under[slot]!;
  }

  private place(slot: number, mapId: number, number: number): void {
    this.mapIds[slot] = mapId;
    this.numbers[slot] = number;
    this.slotOfMapId.set(mapId, slot);
    this.slotOfNumber.set(number, slot);
  }

  private add(mapId: number, number: number): number {
    if (this.size === this.mapIds.length) {
      const grow = <A extends Int32Array | Uint8Array | Float64Array>(old: A, next: A): A => (next.set(old), next);
      const length = this.size + Math.max(64, this.size >> 3);
      this.mapIds = grow(this.mapIds, new Int32Array(length));
      this.numbers = grow(this.numbers, new Int32Array(length));
      this.under = grow(this.under, new Uint8Array(length));
      this.applied = grow(this.applied, new Float64Array(length));
    }
    const slot = this.size++;
    this.place(slot, mapId, number);
    this.under[slot] = GONE;
    return slot;
  }

  /** Takes an event's state over; true when the locks changed. */
  private change(slot: number, event: TaskStateEvent): boolean {
    const hadLock = this.lockOfSlot.has(slot);
    if (this.under[slot] !== GONE) this.tally[this.effective(slot)]!--;
    this.lockOfSlot.delete(slot);
    this.under[slot] = event.removed ? GONE : stateIndex(event.statusUnderLock);
    const expiresAt = event.lock ? Date.parse(event.lock.expiresAt) : 0;
    if (event.lock && !event.removed && expiresAt > this.clock.now()) {
      const { kind, holder } = event.lock;
      this.lockOfSlot.set(slot, { mapId: event.mapId, number: event.number, kind, holder, expiresAt });
    }
    if (!event.removed) this.tally[this.effective(slot)]!++;
    // A comment or an assignment is news of a task, but no change of its state.
    if (event.kind !== 'COMMENTED' && event.kind !== 'ASSIGNED') {
      this.changeOfSlot.set(slot, { at: event.at, person: event.person ?? null });
    }
    this.taskNow.delete(slot);
    return hadLock || this.lockOfSlot.has(slot);
  }

  private waitForExpiry(): void {
    this.dispose();
    let first = Number.POSITIVE_INFINITY;
    for (const lock of this.lockOfSlot.values()) first = Math.min(first, lock.expiresAt);
    if (first === Number.POSITIVE_INFINITY) return;
    const delay = Math.min(Math.max(first - this.clock.now(), 0), LONGEST_WAIT);
    this.cancelExpiry = this.clock.after(delay, () => this.endExpired());
  }

  private endExpired(): void {
    const now = this.clock.now();
    const changed: number[] = [];
    for (const [slot, lock] of this.lockOfSlot) {
      if (lock.expiresAt > now) continue;
      this.tally[this.effective(slot)]!--;
      this.lockOfSlot.delete(slot);
      this.tally[this.effective(slot)]!++;
      this.taskNow.delete(slot);
      changed.push(lock.mapId);
    }
    this.waitForExpiry();
    if (changed.length > 0) this.tell(changed, false, true);
  }

  private tell(mapIds: readonly number[], grid: boolean, locks: boolean): void {
    this.countsNow = null;
    if (locks) this.locksNow = null;
    const topics: Topic[] = ['counts'];
    if (locks) topics.push('locks');
    if (grid) topics.push('grid');
    for (const topic of topics) for (const listener of [...(this.listeners.get(topic) ?? [])]) listener();
    const slots = mapIds.map((mapId) => this.slotOfMapId.get(mapId)!);
    for (const slot of slots) {
      for (const listener of [...(this.listeners.get(this.numbers[slot]!) ?? [])]) listener();
    }
    for (const listener of [...this.changeListeners]) listener({ mapIds, grid });
  }
}
