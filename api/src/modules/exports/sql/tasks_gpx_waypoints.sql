-- A waypoint inside each task. GPX has no longitude of 180. $1 project, $2 numbers, $3 statuses; null: all.
select '<wpt lat="' || degrees_text(st_y(label)) || '" lon="' || degrees_text(least(st_x(label), 179.999999)) || '"><name>Task ' || number
       || '</name><type>' || status || '</type></wpt>' || E'\n' as piece
  from exported_tasks($1, $2, $3)
 order by number
