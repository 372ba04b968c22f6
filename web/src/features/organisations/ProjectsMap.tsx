import 'maplibre-gl/dist/maplibre-gl.css';
import { useQuery } from '@apollo/client/react';
import { useComputedColorScheme } from '@mantine/core';
import { Map, Marker } from '@vis.gl/react-maplibre';
import * as maplibre from 'maplibre-gl';
import { useEffect, useMemo, useRef, useState } from 'react';
import { defineMessages, useIntl } from 'react-intl';
import { graphql } from '../../gql';
import { baseStyle, fadeDuration, furnish } from '../../map/base';
import { NoMap } from '../../map/projects/NoMap';
import { readPoints } from '../../map/projects/clusters';
import classes from './ProjectsMap.module.css';

const projectsMapQuery = graphql(`
  query OrganisationMap($filter: ProjectFilter!) {
    projectMap(filter: $filter)
  }
`);

const messages = defineMessages({
  map: { id: 'organisation.map', defaultMessage: 'Map of its open projects' },
});

/** Where an organisation maps: a dot a project. The cards beside it lead there; the map only shows. */
export default function ProjectsMap({ organisation }: { organisation: string }) {
  const intl = useIntl();
  const scheme = useComputedColorScheme('light');
  const { data } = useQuery(projectsMapQuery, { variables: { filter: { organisationId: organisation } } });
  const points = useMemo(() => readPoints(data?.projectMap), [data]);
  const style = useMemo(() => baseStyle(scheme), [scheme]);
  const [failed, setFailed] = useState(false);
  const undo = useRef<() => void>(undefined);
  useEffect(() => () => undo.current?.(), []);

  if (points.length === 0) return null;
  if (failed) return <NoMap className={classes.note} />;
  const bounds = new maplibre.LngLatBounds();
  for (const { geometry } of points) bounds.extend(geometry.coordinates as [number, number]);
  return (
    <div className={classes.map} dir="ltr" role="img" aria-label={intl.formatMessage(messages.map)}>
      <Map
        key={organisation}
        mapLib={maplibre}
        mapStyle={style}
        initialViewState={{
          bounds: bounds.toArray().flat() as [number, number, number, number],
          fitBoundsOptions: { padding: 40, maxZoom: 4 },
        }}
        minZoom={0}
        interactive={false}
        attributionControl={false}
        fadeDuration={fadeDuration}
        onLoad={({ target }) => {
          undo.current = furnish(target);
        }}
        onError={({ error }) => {
          if (/webgl/i.test(error.message)) setFailed(true);
        }}
        style={{ position: 'absolute', inset: 0 }}
      >
        {points.map(({ geometry, properties }) => (
          <Marker key={properties.number} longitude={geometry.coordinates[0]!} latitude={geometry.coordinates[1]!}>
            <i className={classes.dot} title={properties.name} />
          </Marker>
        ))}
      </Map>
    </div>
  );
}
