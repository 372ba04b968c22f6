import { z } from 'zod';

// Answers that many operations share.

/** `{"Success": "…"}` */
export const success = z.object({ Success: z.string() }).describe('Done; the words are for people.');

/** `{"Status": "…"}` */
export const status = z.object({ Status: z.string() });

/** No answer: `null`, or an empty body. */
export const nothing = z.null();

/** A moment, ISO 8601 in UTC. */
export const time = z.string().meta({ format: 'date-time' });

export const pagination = z
  .object({
    hasNext: z.boolean(),
    hasPrev: z.boolean(),
    nextNum: z.int().nullable(),
    page: z.int(),
    pages: z.int(),
    prevNum: z.int().nullable(),
    perPage: z.int(),
    total: z.int(),
  })
  .describe('Where this page stands among all.');

/** The pagination object of page `page` (from 1) of `total` things; a page beyond the last is empty, not an error. */
export function paginationOf(page: number, perPage: number, total: number): z.infer<typeof pagination> {
  const pages = Math.ceil(total / perPage);
  const [hasNext, hasPrev] = [page < pages, page > 1];
  return {
    hasNext,
    hasPrev,
    nextNum: hasNext ? page + 1 : null,
    page,
    pages,
    prevNum: hasPrev ? page - 1 : null,
    perPage,
    total,
  };
}

/** GeoJSON of any kind, passed on as PostGIS wrote it. */
export const geometry = z
  .looseObject({ type: z.string() })
  .describe('A GeoJSON geometry, longitude before latitude, in degrees (EPSG:4326).');
export const featureCollection = z
  .object({
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.looseObject({
        type: z.literal('Feature'),
        geometry: geometry.nullable(),
        properties: z.record(z.string(), z.unknown()).nullable(),
      }),
    ),
  })
  .describe('GeoJSON features, in degrees (EPSG:4326).');
