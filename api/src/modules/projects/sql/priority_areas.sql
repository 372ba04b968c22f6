-- Priority areas, dissolved. $1 project ids
select project_id as id, st_asgeojson(st_multi(st_union(geometry)), 6)::json as area from priority_area where project_id = any ($1::int[]) group by project_id;
