import type { Feature, Polygon } from 'geojson';
import type { Map } from 'maplibre-gl';
import { useEffect, useRef } from 'react';
import { TerraDraw, TerraDrawPolygonMode, TerraDrawSelectMode, type GeoJSONStoreFeatures } from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import type { Area } from './draft';

type Hex = `#${string}`;

type Options = {
  map: Map | null;
  /** The area is drawn here, not taken from a file, and may change now. */
  on: boolean;
  /** A new polygon is being drawn; otherwise those there can be pulled into shape. */
  drawing: boolean;
  area: Area | null;
  colours: { accent: Hex; casing: Hex };
  onDrawn: (polygons: Area['polygons']) => void;
  onStopDrawing: () => void;
};

/** Drawing and reshaping the area on the map. Delete takes out the chosen polygon; Escape gives up the one begun. */
export function useDrawing({ map, on, drawing, area, colours, onDrawn, onStopDrawing }: Options): void {
  const draw = useRef<TerraDraw>(null);
  const mine = useRef<Area['polygons'] | null>(null);
  const quiet = useRef(false);
  const callbacks = useRef({ onDrawn, onStopDrawing });
  useEffect(() => {
    callbacks.current = { onDrawn, onStopDrawing };
  });

  const { accent, casing } = colours;
  useEffect(() => {
    if (!map || !on) return;
    const terra = makeDraw(map, accent, casing);
    terra.start();
    terra.setMode('select');
    const report = () => {
      // Clearing and stopping delete too, but nobody did that by hand.
      if (draw.current !== terra || quiet.current) return;
      mine.current = polygonsOf(terra.getSnapshot());
      callbacks.current.onDrawn(mine.current);
    };
    terra.on('finish', (_id, { action }) => {
      report();
      if (action === 'draw') {
        callbacks.current.onStopDrawing();
        terra.setMode('select');
      }
    });
    terra.on('change', (_ids, type) => {
      // In the drawing mode a deletion is the begun polygon given up.
      if (type === 'delete' && terra.getMode() === 'select') report();
    });
    draw.current = terra;
    return () => {
      draw.current = null;
      mine.current = null;
      terra.stop();
    };
  }, [map, on, accent, casing]);

  // What came from elsewhere (a reload, Remove) replaces what is drawn.
  useEffect(() => {
    const terra = draw.current;
    const polygons = area?.polygons ?? null;
    if (!terra || polygons === mine.current) return;
    mine.current = polygons;
    quiet.current = true;
    terra.clear();
    if (polygons) terra.addFeatures(drawable(polygons));
    quiet.current = false;
  }, [map, on, area, accent, casing]);

  useEffect(() => {
    draw.current?.setMode(drawing ? 'polygon' : 'select');
  }, [map, on, drawing, accent, casing]);
}

function makeDraw(map: Map, accent: Hex, casing: Hex): TerraDraw {
  const point = { fill: casing, outline: accent };
  return new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 7 }),
    modes: [
      new TerraDrawPolygonMode({
        pointerDistance: 20,
        styles: {
          fillColor: accent,
          fillOpacity: 0.12,
          outlineColor: accent,
          outlineWidth: 2,
          closingPointColor: point.fill,
          closingPointWidth: 6,
          closingPointOutlineColor: point.outline,
          closingPointOutlineWidth: 2,
        },
      }),
      new TerraDrawSelectMode({
        pointerDistance: 20,
        flags: {
          polygon: {
            feature: { draggable: false, coordinates: { midpoints: true, draggable: true, deletable: true } },
          },
        },
        styles: {
          selectedPolygonColor: accent,
          selectedPolygonFillOpacity: 0.16,
          selectedPolygonOutlineColor: accent,
          selectedPolygonOutlineWidth: 2.5,
          selectionPointColor: point.fill,
          selectionPointWidth: 6,
          selectionPointOutlineColor: point.outline,
          selectionPointOutlineWidth: 2,
          midPointColor: point.outline,
          midPointWidth: 4,
          midPointOutlineColor: point.fill,
          midPointOutlineWidth: 1,
        },
      }),
    ],
  });
}

function polygonsOf(snapshot: GeoJSONStoreFeatures[]): Area['polygons'] {
  return {
    type: 'FeatureCollection',
    features: snapshot
      .filter((feature): feature is GeoJSONStoreFeatures & Feature<Polygon> => feature.geometry.type === 'Polygon')
      .map(({ geometry }) => ({ type: 'Feature', properties: {}, geometry })),
  };
}

function drawable({ features }: Area['polygons']): GeoJSONStoreFeatures<Polygon>[] {
  return features.flatMap(({ geometry }) => {
    const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    return parts.map((coordinates) => ({
      type: 'Feature' as const,
      properties: { mode: 'polygon' },
      geometry: { type: 'Polygon' as const, coordinates },
    }));
  });
}
