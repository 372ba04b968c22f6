-- Reads an area of interest. $1 geometries (see read_polygons), $2 whether features must be apart (arbitrary tasks).
-- samples: points inside it, [lon, lat], to find its countries by.
select a.fault, a.index, a.other, case when a.at is not null then array[st_x(a.at), st_y(a.at)] end as at,
       encode(st_asewkb(a.area), 'hex') as area, a.area_m2, a.bbox, a.repairs,
       (select json_agg(json_build_array(st_x(p), st_y(p)))
          from (select st_pointonsurface(piece) as p from st_subdivide(a.area, 64) piece order by st_area(piece) desc limit 40) s) as samples
  from area_of_interest($1::jsonb, $2) a;
