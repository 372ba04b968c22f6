import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { MappingType, ProjectDifficulty, ProjectPriority } from '../../gql/graphql';

export const STEPS = ['area', 'tasks', 'details', 'review'] as const;
export type Step = (typeof STEPS)[number];

export type Area = {
  polygons: FeatureCollection<Polygon | MultiPolygon>;
  /** Name of the file it came from; null when it was drawn on the map, and can be changed there. */
  fileName: string | null;
};

/** All that a person has chosen and typed for a project that is not there yet, or not published yet. */
export type Draft = {
  area: Area | null;
  /** One task a polygon, instead of a grid. */
  ownTasks: boolean;
  /** Zoom of the grid's squares; null as long as the server's proposal holds. */
  zoom: number | null;
  /** Cut the squares at the area's edge. */
  clip: boolean;
  organisationId: string | null;
  name: string;
  shortDescription: string;
  description: string;
  instructions: string;
  difficulty: ProjectDifficulty;
  priority: ProjectPriority;
  mappingTypes: MappingType[];
  imagery: string;
  /** Once the project exists as a draft on the server: area and tasks are settled then. */
  created: { id: string; number: number } | null;
};

export const EMPTY_DRAFT: Draft = {
  area: null,
  ownTasks: false,
  zoom: null,
  clip: true,
  organisationId: null,
  name: '',
  shortDescription: '',
  description: '',
  instructions: '',
  difficulty: 'EASY',
  priority: 'MEDIUM',
  mappingTypes: [],
  imagery: '',
  created: null,
};

const KEY = 'taskgrid-new-project';

/** The draft kept for this tab; what is missing in it, or of an older shape, comes from the empty one. */
export function loadDraft(storage: Pick<Storage, 'getItem'> = sessionStorage): Draft {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEY) ?? '{}');
    return { ...EMPTY_DRAFT, ...(typeof kept === 'object' ? kept : {}) };
  } catch {
    return EMPTY_DRAFT;
  }
}

/** Keeps the draft for a reload. False when the area was too large to be kept with it; the rest is kept all the same. */
export function saveDraft(draft: Draft, storage: Pick<Storage, 'setItem'> = sessionStorage): boolean {
  try {
    storage.setItem(KEY, JSON.stringify(draft));
    return true;
  } catch {
    try {
      storage.setItem(KEY, JSON.stringify({ ...draft, area: null }));
    } catch {
      // A browser that keeps nothing at all: the page works, only a reload begins anew.
    }
    return false;
  }
}

export function forgetDraft(storage: Pick<Storage, 'removeItem'> = sessionStorage): void {
  storage.removeItem(KEY);
}

/** Texts without which the server does not publish a project. */
export const NEEDED_TEXTS = ['name', 'shortDescription', 'description', 'instructions'] as const;
export type NeededText = (typeof NEEDED_TEXTS)[number];

export function missingTexts(draft: Draft): NeededText[] {
  return NEEDED_TEXTS.filter((text) => draft[text].trim() === '');
}
