import type { GeoJSON } from 'geojson';
import { useQuery } from '@apollo/client/react';
import { useDebouncedValue } from '@mantine/hooks';
import { graphql } from '../../gql';
import type { PreviewGridQuery } from '../../gql/graphql';
import type { Draft } from './draft';

const previewGridQuery = graphql(`
  query PreviewGrid($areaOfInterest: GeoJSON!, $zoom: Int, $clip: Boolean) {
    previewGrid(areaOfInterest: $areaOfInterest, zoom: $zoom, clip: $clip) {
      ... on GridPreview {
        areaM2
        bbox
        zoom
        taskCount
        taskAreaM2
        tasks
        repairs
      }
      ... on Error {
        message
        code
      }
      ... on InvalidGeometry {
        featureIndex
        featureName
        reason
        at
      }
      ... on TooManyTasks {
        limit
        count
      }
    }
  }
`);

const NOWHERE: GeoJSON = { type: 'FeatureCollection', features: [] };

type Result = PreviewGridQuery['previewGrid'];
export type GridPreview = Extract<Result, { __typename: 'GridPreview' }>;
export type AreaProblem = Exclude<Result, { __typename: 'GridPreview' }>;

/**
 * What the server makes of the draft's area: its size, and the grid it would get. Asked again a moment after a change;
 * the last good picture stays meanwhile.
 */
export function usePreview({ area, zoom, clip }: Draft) {
  const [asked] = useDebouncedValue(zoom, 250);
  const { data, previousData, loading, error, refetch } = useQuery(previewGridQuery, {
    variables: { areaOfInterest: area?.polygons ?? NOWHERE, zoom: asked, clip },
    skip: !area,
    // An area can be megabytes, and its text would be the key in the cache.
    fetchPolicy: 'no-cache',
  });
  if (!area) return { preview: null, problem: null, waiting: false, error: undefined, retry: refetch };
  const result = data?.previewGrid;
  const last = result ?? previousData?.previewGrid;
  return {
    preview: last?.__typename === 'GridPreview' ? last : null,
    problem: result && result.__typename !== 'GridPreview' ? result : null,
    waiting: loading || asked !== zoom,
    error,
    retry: refetch,
  };
}

export type Preview = ReturnType<typeof usePreview>;

/** Where on the map a problem is, [lon, lat]; null where it has no place, or its coordinates are no degrees. */
export function placeOf(problem: AreaProblem | null): readonly [number, number] | null {
  if (problem?.__typename !== 'InvalidGeometry') return null;
  const [lon, lat] = problem.at ?? [];
  if (lon === undefined || lat === undefined || Math.abs(lon) > 180 || Math.abs(lat) > 90) return null;
  return [lon, lat];
}
