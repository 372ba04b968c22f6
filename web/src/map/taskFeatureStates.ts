import type { Map as MapLibreMap } from 'maplibre-gl';
import { lessMotion } from './base';
import { LABELS_LAYER, TASKS_LAYER, TASKS_SOURCE, type TaskFeatureState } from './taskLayers';
import type { TaskStateStore } from './taskStateStore';

const FLASH_MS = 900;
/** More changes at once than this are a replay after a break, not something to watch. */
const MOST_FLASHES = 40;

const MARKS = ['selected', 'own'] as const;
type Mark = (typeof MARKS)[number];

/**
 * Paints the store's states onto the map as feature-state, change by change: no tile is fetched again and no React node
 * exists for a task. States belong to the map's source, so they are set again whenever that source is a new one.
 */
export class TaskFeatureStates {
  private source: unknown = null;
  private readonly marks: Record<Mark, Set<number>> = { selected: new Set(), own: new Set() };
  private hovered: number | null = null;
  private readonly flashes = new Map<number, ReturnType<typeof setTimeout>>();
  private readonly stop: (() => void)[] = [];

  constructor(
    private readonly map: MapLibreMap,
    private readonly store: TaskStateStore,
  ) {
    const check = () => this.paintAllIfNew();
    map.on('styledata', check);
    map.on('sourcedata', check);
    const unsubscribe = store.onChange(({ mapIds }) => this.paint(mapIds));
    this.stop.push(
      () => map.off('styledata', check),
      () => map.off('sourcedata', check),
      unsubscribe,
    );
    check();
  }

  /** Marks exactly these tasks (map ids) as selected, or as the viewer's own. */
  mark(which: Mark, mapIds: Iterable<number>): void {
    const next = new Set(mapIds);
    for (const id of this.marks[which]) if (!next.has(id)) this.set(id, { [which]: false });
    for (const id of next) if (!this.marks[which].has(id)) this.set(id, { [which]: true });
    this.marks[which] = next;
  }

  /** Marks the task under the pointer, or none. */
  hover(mapId: number | null): void {
    if (mapId === this.hovered) return;
    if (this.hovered !== null) this.set(this.hovered, { hover: false });
    if (mapId !== null) this.set(mapId, { hover: true });
    this.hovered = mapId;
  }

  dispose(): void {
    for (const each of this.stop) each();
    for (const timer of this.flashes.values()) clearTimeout(timer);
  }

  private set(mapId: number, state: TaskFeatureState): void {
    if (!this.map.getSource(TASKS_SOURCE)) return;
    this.map.setFeatureState({ source: TASKS_SOURCE, sourceLayer: TASKS_LAYER, id: mapId }, state);
    if ('s' in state) {
      this.map.setFeatureState({ source: TASKS_SOURCE, sourceLayer: LABELS_LAYER, id: mapId }, state);
    }
  }

  private paintAllIfNew(): void {
    const source = this.map.getSource(TASKS_SOURCE);
    if (!source || source === this.source || !this.store.loaded) return;
    this.source = source;
    this.store.forEach((mapId, s) => {
      if (s !== 0) this.set(mapId, { s });
    });
    for (const which of MARKS) {
      for (const id of this.marks[which]) this.set(id, { [which]: true });
    }
    if (this.hovered !== null) this.set(this.hovered, { hover: true });
    // For who measures (bench/web.ts): every tile is there and painted in its states.
    void this.map.once('idle', () => performance.mark('tasks-drawn'));
  }

  private paint(mapIds: readonly number[]): void {
    // Loaded anew, or not painted at all yet: both are one pass over everything.
    if (!this.source) return this.paintAllIfNew();
    for (const mapId of mapIds) {
      const s = this.store.stateIndexOf(mapId);
      if (s !== undefined) this.set(mapId, { s });
    }
    if (mapIds.length <= MOST_FLASHES && !lessMotion()) {
      for (const mapId of mapIds) this.flash(mapId);
    }
  }

  private flash(mapId: number): void {
    clearTimeout(this.flashes.get(mapId));
    this.set(mapId, { flash: true });
    this.flashes.set(
      mapId,
      setTimeout(() => {
        this.flashes.delete(mapId);
        this.set(mapId, { flash: false });
      }, FLASH_MS),
    );
  }
}
