-- A multipolygon for every task of several rings, over the ways of tasks_osm_ways. $1 project, $2 numbers, $3 statuses; null: all.
select '<relation id="-' || number || '" action="modify" visible="true">'
       || string_agg('<member type="way" ref="-' || way || '" role="' || case ring when 0 then 'outer' else 'inner' end || '"/>', '' order by way)
       || '<tag k="type" v="multipolygon"/><tag k="task" v="' || number || '"/><tag k="status" v="' || status || '"/></relation>' || E'\n' as piece
  from (
    select number, status, rings, ring, row_number() over (order by number, part, ring) as way
      from exported_rings($1, $2, $3)
  ) numbered
 where rings > 1
 group by number, status
 order by number
