-- A way for each outline of a task with its nodes behind it, as REST v2 gives them to JOSM: every point is a node of its own, and
-- holes are left out. The first outline's way has the number of the task, further ones a million more each.
-- $1 project, $2 numbers, $3 statuses; null: all.
select '<way id="-' || (part - 1) * 1000000 + number || '" action="modify" visible="true">' || string_agg('<nd ref="-' || n || '"/>', '' order by n) || '</way>'
       || string_agg('<node action="modify" visible="true" id="-' || n || '" lon="' || v2_degrees(st_x(point)) || '" lat="' || v2_degrees(st_y(point)) || '"/>', '' order by n)
       || E'\n' as piece
  from (select number, part, point, row_number() over (order by number, part, at) as n from v2_outlines($1, $2, $3)) numbered
 group by number, part
 order by number, part
