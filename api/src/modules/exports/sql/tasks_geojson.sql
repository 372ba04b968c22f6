-- Features, outlines counter-clockwise as RFC 7946 asks. $1 project, $2 numbers, $3 statuses; null: all.
select '{"type":"Feature","id":' || number || ',"geometry":' || st_asgeojson(st_forcepolygonccw(geometry), 6) || ',"properties":'
       || row_to_json((select p from (select number, status, parent as "parentNumber", mapped_by as "mappedBy", validated_by as "validatedBy",
            locked_by as "lockedBy", changed_by as "lastChangedBy", iso_time(changed_at) as "lastChangedAt", round(area_m2::numeric, 1) as "areaM2",
            x, y, zoom, is_square as "isSquare", extra_properties as "extraProperties") p)) || '}' as piece
  from exported_tasks($1, $2, $3)
 order by number
