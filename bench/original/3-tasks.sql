-- Tasks as the stories left them.
insert into tasks (id, project_id, x, y, zoom, geometry, task_status, mapped_by, validated_by, is_square)
select number, project_id, x, y, zoom,
       st_multi(st_transform(st_makeenvelope(x * edge - half, y * edge - half, (x + 1) * edge - half, (y + 1) * edge - half, 3857), 4326)),
       case status when 'READY' then 0 when 'MAPPED' then 2 when 'VALIDATED' then 4 when 'INVALIDATED' then 5 else 6 end,
       case when status in ('MAPPED', 'BADIMAGERY') or story = 3 then mapper when story = 5 then second_mapper end, case status when 'VALIDATED' then validator end, true
  from doing, lateral (select 20037508.3392::float8 as half, 20037508.3392::float8 / 2 ^ (zoom - 1) as edge) m order by doing.id;
insert into task_annotations (project_id, task_id, annotation_type, annotation_source, updated_timestamp, properties)
select project_id, number, 'prediction', 'a model', began, json_build_object('buildings', id % 90) from doing where project_id % 20 = 0;
