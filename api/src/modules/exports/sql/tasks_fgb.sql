-- FlatGeobuf without an index has a header that tells no number of features, and then the features one after the other: so it is
-- made of many small files that lose their header. Nothing in it is null: PostGIS 3.3 writes a row wrongly then. Text is empty instead,
-- and the number of the task that it was split from 0. $1 project, $2 numbers, $3 statuses; null: all.
select substring(file from fgb_start(file) + 1) as piece
  from (
    select batch, st_asflatgeobuf(feature, false, 'geometry') as file
      from (select *, (row_number() over (order by number) - 1) / 250 as batch from exported_tasks($1, $2, $3)) t
      cross join lateral (
        select number, status, coalesce(parent, 0) as parent_number, coalesce(mapped_by, '') as mapped_by, coalesce(validated_by, '') as validated_by,
               coalesce(locked_by, '') as locked_by, coalesce(changed_by, '') as last_changed_by, iso_time(changed_at) as last_changed_at,
               area_m2, is_square, geometry
      ) feature
     group by batch
  ) files
 order by batch
