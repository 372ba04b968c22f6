-- Does the shorter way round the world around a geometry (EPSG:4326, longitudes within ±180) cross the 180° meridian?
-- It and the next one are not strict: PostgreSQL then writes them out where they are called, which takes a tenth of a call.
create or replace function crosses_antimeridian(g geometry) returns boolean
language sql immutable parallel safe as $$
  select st_xmax(g) - st_xmin(g) > 180 and st_xmax(st_shiftlongitude(g)) - st_xmin(st_shiftlongitude(g)) < st_xmax(g) - st_xmin(g);
$$;

-- [west, south, east, north] in degrees; west > east where the box crosses the 180° meridian (RFC 7946, section 5.2).
create or replace function lonlat_bbox(g geometry) returns float8[]
language sql immutable parallel safe as $$
  select case when g is null then null when crosses_antimeridian(g)
    then array[st_xmin(st_shiftlongitude(g)), st_ymin(g), st_xmax(st_shiftlongitude(g)) - 360, st_ymax(g)]
    else array[st_xmin(g), st_ymin(g), st_xmax(g), st_ymax(g)] end;
$$;

-- The centroid, on the right side of the world for what crosses the 180° meridian.
create or replace function lonlat_centroid(g geometry) returns geometry
language sql immutable strict parallel safe as $$
  select case when crosses_antimeridian(g) then st_wrapx(st_centroid(st_shiftlongitude(g)), 180, -360) else st_centroid(g) end;
$$;
