-- Rows of CSV. lon, lat: a point inside the task. $1 project, $2 numbers, $3 statuses; null: all.
select csv_row(project_id::text, number::text, status, parent::text, csv_cell(mapped_by), csv_cell(validated_by), csv_cell(locked_by),
         csv_cell(changed_by), iso_time(changed_at), round(area_m2::numeric, 1)::text, degrees_text(st_x(label)), degrees_text(st_y(label)),
         x::text, y::text, zoom::text) as piece
  from exported_tasks($1, $2, $3)
 order by number
