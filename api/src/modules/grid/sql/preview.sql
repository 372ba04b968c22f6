-- What a grid would be. $1 area (EWKB, hex), $2 zoom, $3 clip, $4 most tasks, $5 most tasks to draw (0: none)
with t as materialized (select * from grid_tasks($1::text::geometry, $2, $3, $4)),
     n as (select count(*)::int as count, percentile_cont(0.5) within group (order by rough_area_m2(geom)) as median from t)
select n.count, n.median,
       case when n.count <= $5 then (
         select '{"type":"FeatureCollection","features":[' || coalesce(string_agg('{"type":"Feature","geometry":' || st_asgeojson(geom, 6)
                  || ',"properties":{"x":' || x || ',"y":' || y || ',"zoom":' || $2 || ',"isSquare":' || is_square || '}}', ','), '') || ']}' from t) end as tasks,
       st_asgeojson($1::text::geometry, 6) as area
  from n;
