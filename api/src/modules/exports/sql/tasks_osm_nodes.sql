-- The corners of every ring, numbered through. $1 project, $2 numbers, $3 statuses; null: all.
select nodes as piece
  from (
    select number, part, ring, line, corners, sum(corners) over (order by number, part, ring) - corners as before
      from exported_rings($1, $2, $3)
  ) numbered
  cross join lateral (
    select string_agg('<node id="-' || before + path[1] || '" action="modify" visible="true" lat="' || degrees_text(st_y(geom))
             || '" lon="' || degrees_text(st_x(geom)) || '"/>' || E'\n', '' order by path) as nodes
      from st_dumppoints(line) where path[1] <= corners
  ) n
 order by number, part, ring
