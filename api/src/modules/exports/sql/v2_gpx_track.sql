-- A segment of the track for each outline of a task, as REST v2 gives them. $1 project, $2 numbers, $3 statuses; null: all.
select '<trkseg>' || string_agg('<trkpt lon="' || v2_degrees(least(st_x(point), 179.999999)) || '" lat="' || v2_degrees(st_y(point)) || '"/>', '' order by at)
       || '</trkseg>' || E'\n' as piece
  from v2_outlines($1, $2, $3)
 group by number, part
 order by number, part
