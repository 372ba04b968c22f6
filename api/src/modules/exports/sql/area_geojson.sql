-- One feature, outlines counter-clockwise as RFC 7946 asks. $1 project, $2 its name.
select '{"type":"Feature","id":' || id || ',"geometry":' || st_asgeojson(st_forcepolygonccw(area_of_interest), 6) || ',"properties":'
       || json_build_object('project', id, 'name', $2::text, 'areaM2', round(area_m2::numeric)) || '}' as piece
  from project where id = $1
