-- Points in the area of a project, [lon, lat], in its largest pieces first: to find its countries by. $1 project
select coalesce(json_agg(json_build_array(st_x(p), st_y(p))), '[]') as samples
  from (select st_pointonsurface(piece) as p from project, st_subdivide(area_of_interest, 64) piece where id = $1
         order by st_area(piece) desc limit 40) s;
