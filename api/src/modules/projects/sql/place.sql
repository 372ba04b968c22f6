-- Where projects are. $1 project ids
select id, lonlat_bbox(area_of_interest) as bbox, st_asgeojson(centroid, 6)::json as centroid from project where id = any ($1::int[]);
