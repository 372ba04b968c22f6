-- Replaces a task by its quarters: select * from split($project, $number, $person). The person must hold it. Parts of a task
-- held for mapping are READY. Parts of a task held for validation keep its status, so that a validator can judge them one by
-- one: that is nobody's new work, and is not credited.
-- A whole tile gives four tiles of the next zoom; any other shape is cut by the vertical and the horizontal through its
-- centroid (EPSG:4326), and empty quarters are left out. The parent stays, with status SPLIT, for its history.
-- Too small (zoom >= 18 or less than 25,000 m2, or nothing to cut): TOO_SMALL. Answers: the new tasks.
create or replace function split(p_project int, p_number int, p_person int) returns setof lock_answer
language plpgsql set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  answer  lock_answer;
  t       task;
  g       task_geometry;
  parts   int[];
  last    int;
  kept    task_status := 'READY';   -- the status of the parts
  invalidation int;
  changes bigint[];
  at      timestamptz;
begin
  answer.number := p_number;
  perform from person where id = p_person for no key update;
  select * into t from task where project_id = p_project and number = p_number for no key update;
  at := clock_timestamp();
  if t.id is null or t.status = 'SPLIT' then answer.outcome := 'TASK_NOT_FOUND'; return next answer; return; end if;
  answer.task_id := t.id;
  answer.status := t.status;
  answer.lock_version := t.lock_version;
  select * into g from task_geometry where task_id = t.id;

  answer.outcome := case
    when g.zoom >= 18 or g.area_m2 < 25000 then 'TOO_SMALL'
    when t.lock_holder is null or t.lock_expires_at <= at then 'NOT_LOCKED'
    when t.lock_holder <> p_person then 'LOCKED_BY_OTHER'
    else 'DONE' end;
  if answer.outcome <> 'DONE' then
    answer.holder := t.lock_holder;
    answer.lock_expires_at := t.lock_expires_at;
    select username into answer.holder_name from person where id = t.lock_holder;
    return next answer;
    return;
  end if;

  perform from project_progress where project_id = p_project for no key update;   -- one numbering at a time
  select max(number) into last from task where project_id = p_project;

  with cut as materialized (
    select ord, x, y, zoom, geom, st_transform(geom, 3857) as geom_3857 from quarters(g) where not st_isempty(geom)
  ), made as (
    insert into task (project_id, number, parent_id, changed_by, changed_at)
    select p_project, last + row_number() over (order by ord), t.id, p_person, at from cut where (select count(*) from cut) > 1
    returning id, number
  ), placed as (
    insert into task_geometry (task_id, project_id, geometry, geometry_3857, label_3857, geojson, area_m2, x, y, zoom, is_square, extra_properties)
    select m.id, p_project, c.geom, c.geom_3857, st_pointonsurface(c.geom_3857), st_asgeojson(c.geom, 6), st_area(c.geom::geography),
           c.x, c.y, c.zoom, c.zoom is not null, g.extra_properties
      from made m join (select *, last + row_number() over (order by ord) as number from cut) c on c.number = m.number
    returning task_id
  )
  select array_agg(task_id order by task_id) into parts from placed;
  if parts is null then answer.outcome := 'TOO_SMALL'; return next answer; return; end if;

  if t.lock_kind = 'VALIDATION' then kept := t.status; end if;
  select id into invalidation from task_invalidation where task_id = t.id and not closed;
  insert into task_split (task_id, person_id, at, status, mapped_by, validated_by, invalidation_id)
  values (t.id, p_person, at, t.status, t.mapped_by, t.validated_by, invalidation);

  perform end_locks(array[t.id], at, false);
  insert into task_history (project_id, task_id, person_id, at, kind, status) values (p_project, t.id, p_person, at, 'STATE_CHANGE', 'SPLIT');
  insert into task_assignee (task_id, person_id, team_id)
  select r.id, a.person_id, a.team_id from unnest(parts) r (id), task_assignee a where a.task_id = t.id;
  changes := array(select nextval('task_history_id') from generate_subscripts(parts, 1));
  insert into task_history (id, project_id, task_id, person_id, at, kind, status, credited)
  select r.change, p_project, r.id, p_person, at, 'STATE_CHANGE', kept, kept = 'READY' from unnest(changes, parts) r (change, id);
  if kept <> 'READY' then
    update task set status = kept, mapped_by = t.mapped_by, validated_by = t.validated_by where id = any (parts);
    -- what the validator before asked for is asked of each part
    insert into task_invalidation (project_id, task_id, history_id, mapper_id, mapped_at, invalidator_id, invalidated_at, validated_by_before, changed_at)
    select p_project, r.id, r.change, i.mapper_id, i.mapped_at, i.invalidator_id, i.invalidated_at, i.validated_by_before, at
      from unnest(changes, parts) r (change, id), task_invalidation i where i.id = invalidation;
  end if;
  update task_invalidation set closed = true, changed_at = at where task_id = t.id and not closed;
  update task set status = 'SPLIT', mapped_by = null, validated_by = null, changed_by = p_person, changed_at = at, lock_version = lock_version + 1
   where id = t.id;
  update project_progress set total_tasks = total_tasks + cardinality(parts) - 1, grid_version = grid_version + 1,
         tasks_mapped      = tasks_mapped      - (t.status = 'MAPPED')::int     + case kept when 'MAPPED' then cardinality(parts) else 0 end,
         tasks_bad_imagery = tasks_bad_imagery - (t.status = 'BADIMAGERY')::int + case kept when 'BADIMAGERY' then cardinality(parts) else 0 end
   where project_id = p_project;
  insert into project_contributor (project_id, person_id, since) values (p_project, p_person, at) on conflict do nothing;
  perform append_events(p_project, 'SPLIT', p_person, at, array[t.id]);
  perform append_events(p_project, 'CREATED', p_person, at, parts);

  return query select c.number, 'DONE'::lock_outcome, c.id, c.status, c.lock_version, null::int, null::text, null::timestamptz, null::int, null::int
    from task c where c.id = any (parts) order by c.number;
end $$;

-- The quarters of a task in the order SW, NW, SE, NE (EPSG:4326); x, y, zoom for tiles only. Half the equator is H metres in
-- EPSG:3857; tile (x, y) of zoom z spans [x·step − H, (x+1)·step − H] with step = H / 2^(z−1), y growing northward.
create or replace function quarters(g task_geometry) returns table (ord int, x int, y int, zoom int, geom geometry)
language sql immutable as $$
  select 1 + 2 * i + j, 2 * g.x + i, 2 * g.y + j, g.zoom + 1, st_multi(tile_geometry(2 * g.x + i, 2 * g.y + j, g.zoom + 1))
    from generate_series(0, 1) i, generate_series(0, 1) j
   where g.is_square and g.zoom is not null
  union all
  select 1 + 2 * i + j, null, null, null, st_multi(st_collectionextract(st_intersection(g.geometry, st_makeenvelope(
           case i when 0 then st_xmin(g.geometry) - 1 else st_x(c) end, case j when 0 then st_ymin(g.geometry) - 1 else st_y(c) end,
           case i when 0 then st_x(c) else st_xmax(g.geometry) + 1 end, case j when 0 then st_y(c) else st_ymax(g.geometry) + 1 end, 4326)), 3))
    from (select st_centroid(g.geometry) as c) centre, generate_series(0, 1) i, generate_series(0, 1) j
   where not (g.is_square and g.zoom is not null);
$$;
