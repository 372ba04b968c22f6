-- An area of interest as text of GeoJSON, to be passed on. $1 project
select st_asgeojson(area_of_interest, 6) as area from project where id = $1;
