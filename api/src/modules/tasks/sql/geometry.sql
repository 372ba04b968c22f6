-- $1 task ids; EPSG:4326, areas in m2
select task_id, geojson::json as geojson, area_m2, x, y, zoom, is_square, extra_properties,
       array[st_xmin(geometry), st_ymin(geometry), st_xmax(geometry), st_ymax(geometry)] as bbox
  from task_geometry where task_id = any ($1::int[]);
