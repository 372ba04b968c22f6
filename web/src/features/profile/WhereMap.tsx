import type { MultiPolygon, Polygon, Position } from 'geojson';
import { useEffect, useState } from 'react';
import { loadCountries } from '../../map/base/countries';
import classes from './WhereMap.module.css';

/** Degrees of latitude that are drawn: nobody maps the ice of the poles. */
const [NORTH, SOUTH] = [78, -56];

type Props = {
  /** English names of the countries worked in. */
  countries: readonly string[];
  /** A ring a project, larger for more tasks. */
  places: readonly { key: string; at: Position; tasks: number }[];
};

/** The world, small, with the countries somebody mapped in and a ring for each project. The list beside it says the same. */
export default function WhereMap({ countries, places }: Props) {
  const [land, setLand] = useState<{ name: string; path: string }[]>([]);
  useEffect(() => {
    let left = false;
    void loadCountries('coarse').then(
      ({ features }) =>
        !left &&
        setLand(features.map(({ geometry, properties }) => ({ name: properties.name, path: pathOf(geometry) }))),
      () => undefined, // the rings stand on the sea then, and the list is there
    );
    return () => {
      left = true;
    };
  }, []);
  const most = Math.max(1, ...places.map(({ tasks }) => tasks));
  const worked = new Set(countries);
  return (
    <svg className={classes.world} viewBox={`-180 ${-NORTH} 360 ${NORTH - SOUTH}`} aria-hidden="true">
      {land.map(({ name, path }, index) => (
        <path key={index} d={path} data-worked={worked.has(name) || undefined} />
      ))}
      {places.map(({ key, at: [x = 0, y = 0], tasks }) => (
        <circle key={key} cx={x} cy={-y} r={2.2 + 4.2 * Math.sqrt(tasks / most)} />
      ))}
    </svg>
  );
}

/** An area as an SVG path, longitude to the right and latitude upward; a tenth of a degree is finer than it is drawn. */
function pathOf(geometry: Polygon | MultiPolygon): string {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const ring = (points: Position[]) =>
    `M${points.map(([x = 0, y = 0]) => `${x.toFixed(1)} ${(-y).toFixed(1)}`).join('L')}Z`;
  return polygons.flatMap((rings) => rings.map(ring)).join('');
}
