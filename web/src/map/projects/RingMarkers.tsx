import { Marker } from '@vis.gl/react-maplibre';
import type { ReactNode } from 'react';
import { standsFor, type Clusters, type Ring } from './clusters';
import { RingMark } from './RingMark';

type Props = {
  rings: readonly Ring[];
  clusters: Clusters;
  lit: number | null;
  onLight: (number: number | null) => void;
  onOpenGroup: (ring: Ring) => void;
  /** What is drawn round the mark of a ring. */
  around?: (ring: Ring, mark: ReactNode) => ReactNode;
};

/** The rings at their places, the lit one above the others. */
export function RingMarkers({ rings, clusters, lit, onLight, onOpenGroup, around = (_, mark) => mark }: Props) {
  return rings.map((ring) => {
    const isLit = lit !== null && standsFor(ring, lit, clusters);
    return (
      <Marker key={ring.key} longitude={ring.at[0]} latitude={ring.at[1]} style={{ zIndex: isLit ? 2 : 1 }}>
        {around(
          ring,
          <RingMark
            ring={ring}
            lit={isLit}
            onOpenGroup={() => onOpenGroup(ring)}
            onLight={(on) => onLight(on ? (ring.project?.number ?? null) : null)}
          />,
        )}
      </Marker>
    );
  });
}
