-- A track for each task, with a segment for each of its outlines and holes. GPX has no longitude of 180.
-- $1 project, $2 numbers, $3 statuses; null: all.
select '<trk><name>Task ' || number || '</name><type>' || status || '</type>' || string_agg(segment, '' order by part, ring) || '</trk>' || E'\n' as piece
  from exported_rings($1, $2, $3)
  cross join lateral (
    select '<trkseg>' || string_agg('<trkpt lat="' || degrees_text(st_y(geom)) || '" lon="' || degrees_text(least(st_x(geom), 179.999999)) || '"/>', ''
             order by path) || '</trkseg>' as segment
      from st_dumppoints(line)
  ) s
 group by number, status
 order by number
