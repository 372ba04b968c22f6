-- The square of a grid tile in EPSG:4326. x grows eastward and y northward from the south-west corner of the Web Mercator
-- square; its half side is H = 156543.0339 · 256 / 2 m. Tile (x, y) of zoom z spans x·step − H … (x+1)·step − H, step = H / 2^(z−1).
-- Neighbours share their corners exactly, also across zooms: step is halved without rounding.
create or replace function tile_geometry(p_x int, p_y int, p_zoom int) returns geometry
language sql immutable parallel safe as $$
  select st_transform(tile_geometry_3857(p_x, p_y, p_zoom), 4326);
$$;

-- The same in metres of EPSG:3857; the ring runs counter-clockwise, as GeoJSON wants it.
create or replace function tile_geometry_3857(p_x int, p_y int, p_zoom int) returns geometry
language sql immutable parallel safe as $$
  select st_forcepolygonccw(st_makeenvelope(p_x * step - h, p_y * step - h, (p_x + 1) * step - h, (p_y + 1) * step - h, 3857))
    from (select 20037508.3392::float8 as h, 20037508.3392::float8 / 2 ^ (p_zoom - 1) as step) m;
$$;
