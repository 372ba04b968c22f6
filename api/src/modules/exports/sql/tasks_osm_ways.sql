-- A closed way for every ring, over the nodes of tasks_osm_nodes. What the task is, is said on its way, or where it has several rings
-- on their relation. $1 project, $2 numbers, $3 statuses; null: all.
select '<way id="-' || way || '" action="modify" visible="true">' || refs || '<nd ref="-' || before + 1 || '"/>'
       || case when rings = 1 then '<tag k="task" v="' || number || '"/><tag k="status" v="' || status || '"/>' else '' end || '</way>' || E'\n' as piece
  from (
    select number, status, rings, part, ring, corners, row_number() over in_order as way, sum(corners) over in_order - corners as before
      from exported_rings($1, $2, $3)
    window in_order as (order by number, part, ring)
  ) numbered
  cross join lateral (
    select string_agg('<nd ref="-' || before + corner || '"/>', '' order by corner) as refs from generate_series(1, corners) corner
  ) r
 order by number, part, ring
