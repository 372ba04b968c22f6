import type { Feature, FeatureCollection, Geometry } from 'geojson';

// What the page to map and the editor in its frame say to each other. Both are of this origin and check that the other is:
// the frame is there so that an editor's styles and crashes stay in it, not to guard against it.

export type Boundary = FeatureCollection<Geometry, { name: string }>;
export type BoundaryFeature = Feature<Geometry, { name: string }>;

/** Where the work is. `key` comes back when it is drawn. */
export interface Place {
  key: string;
  /** Zoom of 256 px tiles, latitude, longitude. */
  view: { zoom: number; lat: number; lng: number };
  boundary: Boundary;
}

/** An OpenStreetMap to read from and save to. */
export interface OsmConnection {
  url: string;
  apiUrl: string;
  accessToken: string | null;
}

export interface EditorSettings {
  editor: 'ID' | 'RAPID';
  /** Path of its files, with a slash at its end. */
  assetsUrl: string;
  locale: string;
  dark: boolean;
  changesetComment: string;
  hashtags: string;
  /** As editors take it in their address: an id, or `custom:` and a template. */
  background: string | null;
  presets: readonly string[];
  /** What the project adds to the address of the editor, such as `offset=10,-10`. */
  extra: string;
  powerUser: boolean;
  place: Place;
  /** Null: the person's own OpenStreetMap, for which the frame asks. */
  connection: OsmConnection | null;
}

/** From the page to the frame. */
export type ToEditor = { type: 'start'; settings: EditorSettings } | { type: 'go'; place: Place };

/** From the frame to the page. */
export type FromEditor =
  | { type: 'listening' }
  | { type: 'ready' }
  | { type: 'edits'; count: number }
  | { type: 'drawn'; key: string }
  | { type: 'failed'; message: string };
