-- Where projects are. $1 project ids
select id, lonlat_bbox(area_of_interest) as bbox, centroid_geojson::json as centroid from project where id = any ($1::int[]);
