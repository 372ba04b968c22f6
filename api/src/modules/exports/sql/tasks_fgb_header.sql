-- The beginning of tasks_fgb, with its columns: cut from a file of one made-up task.
select substring(file for fgb_start(file)) as piece
  from (
    select st_asflatgeobuf(feature, false, 'geometry') as file
      from (select 0 as number, ''::text as status, 0 as parent_number, ''::text as mapped_by, ''::text as validated_by, ''::text as locked_by,
                   ''::text as last_changed_by, ''::text as last_changed_at, 0::float8 as area_m2, false as is_square,
                   st_multi(st_makeenvelope(0, 0, 1, 1, 4326)) as geometry) feature
  ) made_up
