-- Creates a project with its tasks, all or nothing; returns its id. p_area: MultiPolygon, EPSG:4326.
-- p_mode GRID: the tiles of p_zoom, cut at the edge when p_clip; or, as always for ARBITRARY, one task for each geometry of
-- p_polygons (see read_polygons) with what is in the same place of p_properties: x, y, zoom, is_square, properties.
-- p_settings: the project's columns and texts. database: of a sandbox, null for OSM.
-- Raises TG001 for more than p_limit tasks, TG002 when there would be none, TG003 for priority areas outside the area, TG005
-- (detail: its number) for a task whose outline cannot be used.
create or replace function create_project(p_author int, p_settings jsonb, p_area geometry, p_area_m2 float8, p_mode task_creation_mode,
  p_zoom int, p_clip boolean, p_limit int, p_polygons jsonb, p_properties jsonb, p_priority_areas geometry) returns int
language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  project_id_ int;
  made int;
begin
  insert into project (author_id, organisation_id, default_locale, priority, difficulty, mapping_types, imagery, due_date, countries,
                       area_of_interest, centroid, area_m2, task_creation_mode, grid_zoom, database, sandbox,
                       mapping_editors, validation_editors)
  select p_author, s.organisation_id, s.locale, coalesce(s.priority, 'MEDIUM'), coalesce(s.difficulty, 'MODERATE'), coalesce(s.mapping_types, '{}'), s.imagery,
         s.due_date, s.countries, p_area, lonlat_centroid(p_area), p_area_m2, p_mode, case p_mode when 'GRID' then p_zoom end, coalesce(s.database, 'OSM'), s.database is not null,
         coalesce(s.editors, '{ID,JOSM,RAPID}'), coalesce(s.editors, '{ID,JOSM,RAPID}')
    from jsonb_to_record(p_settings) s (organisation_id int, locale text, priority project_priority, difficulty project_difficulty,
           mapping_types mapping_type[], imagery text, due_date timestamptz, countries text[], database text, editors editor[])
  returning id into project_id_;
  update project set changeset_comment = coalesce(p_settings ->> 'changeset_comment', (p_settings ->> 'comment_prefix') || '-' || id) where id = project_id_;
  perform keep_sandbox_apart(project_id_);
  insert into project_text (project_id, locale, name, short_description, description, instructions, per_task_instructions)
  select project_id_, s.locale, s.name, s.short_description, s.description, s.instructions, s.per_task_instructions
    from jsonb_to_record(p_settings) s (locale text, name text, short_description text, description text, instructions text, per_task_instructions text);
  if p_priority_areas is not null then
    if not st_intersects(p_area, p_priority_areas) then raise exception 'priority areas lie outside' using errcode = 'TG003'; end if;
    insert into priority_area (project_id, geometry) select project_id_, st_multi(geom) from st_dump(p_priority_areas);
  end if;

  create temporary table new_task on commit drop as
    select row_number() over (order by g.x, g.y)::int as number, g.x, g.y, p_zoom as zoom, g.is_square, g.geom, null::jsonb as properties
      from grid_tasks(p_area, p_zoom, p_clip, p_limit) g where p_mode = 'GRID' and p_polygons is null
    union all
    select (r.index + 1)::int, g.x, g.y, g.zoom, square.is_square, case when square.is_square then st_multi(tile) else st_forcepolygonccw(r.geom) end,
           nullif(g.properties, '{}')
      from read_polygons(p_polygons) r
     cross join lateral jsonb_to_record(p_properties -> r.index) g (x int, y int, zoom int, is_square boolean, properties jsonb)
     cross join lateral (select case when g.is_square then tile_geometry(g.x, g.y, g.zoom) end as tile) t
      -- A square is one where it lies as its numbers say: by them it is drawn and split.
     cross join lateral (select coalesce(st_area(st_symdifference(r.geom, tile)) < 0.05 * st_area(tile), false) as is_square) square;
  if exists (select from new_task where geom is null) then
    raise exception 'no sound outline' using errcode = 'TG005', detail = (select min(number) from new_task where geom is null);
  end if;
  select count(*) into made from new_task;
  if made > p_limit then raise exception 'too many tasks' using errcode = 'TG001', detail = made; end if;
  if made = 0 then raise exception 'no tasks' using errcode = 'TG002'; end if;

  insert into project_progress (project_id, total_tasks) values (project_id_, made);
  with inserted as (
    insert into task (project_id, number, changed_by) select project_id_, number, p_author from new_task order by number returning id, number
  )
  insert into task_geometry (task_id, project_id, geometry, geometry_3857, label_3857, geojson, area_m2, x, y, zoom, is_square, extra_properties)
  select i.id, project_id_, n.geom, m.geom_3857, st_pointonsurface(m.geom_3857), st_asgeojson(n.geom, 6), st_area(n.geom::geography),
         n.x, n.y, n.zoom, n.is_square, n.properties
    from new_task n
    join inserted i using (number)
    cross join lateral (select case when n.is_square then st_multi(tile_geometry_3857(n.x, n.y, n.zoom)) else st_transform(n.geom, 3857) end as geom_3857) m;
  drop table new_task;
  -- Until statistics know of so many rows, the next task near another is looked for by sorting all of them.
  if made > 2000 then
    analyze task;
    analyze task_geometry;
  end if;
  return project_id_;
end $$;
