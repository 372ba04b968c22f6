-- Priority areas as text of a list of GeoJSON polygons, to be passed on. $1 project
select '[' || coalesce(string_agg(st_asgeojson(part.geom, 6), ',' order by a.id, part.path), '') || ']' as areas
  from priority_area a, st_dump(a.geometry) part where a.project_id = $1;
