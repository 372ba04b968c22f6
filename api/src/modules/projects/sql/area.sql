-- Areas of interest. $1 project ids
select id, st_asgeojson(area_of_interest, 6)::json as area from project where id = any ($1::int[]);
