-- Waypoints at every point of the outlines, as REST v2 gives them. $1 project, $2 numbers, $3 statuses; null: all.
select string_agg('<wpt lon="' || v2_degrees(least(st_x(point), 179.999999)) || '" lat="' || v2_degrees(st_y(point)) || '"/>', '' order by part, at)
       || E'\n' as piece
  from v2_outlines($1, $2, $3)
 group by number
 order by number
