-- Which of the given tiles lie in an area. $1 area (MultiPolygon, EPSG:4326, as EWKB in hex), $2 geometries of the tiles,
-- $3 whether what is outside is cut away. index: from 0; piece: what is left of a cut one, GeoJSON; null: it stays as it is.
-- A strip of less than a metre's width is neither a part of the area nor outside it.
select (tile.index - 1)::int as index,
       case when $3 and not whole then st_asgeojson(st_multi(common), 6)::json end as piece
  from (select $1::text::geometry as area) a,
       jsonb_array_elements($2::jsonb) with ordinality tile (geojson, index),
       lateral (select st_makevalid(st_force2d(st_setsrid(st_geomfromgeojson(tile.geojson), 4326))) as geom) given,
       lateral (select st_covers(area, geom) as inside) c,
       lateral (select case when inside then geom else st_collectionextract(st_intersection(area, geom), 3) end as common) i,
       lateral (select inside or st_area(geom) - st_area(common) <= 5e-6 * st_perimeter(geom) as whole) w
 where geom && area and st_area(common) > 5e-6 * st_perimeter(common)
 order by tile.index;
