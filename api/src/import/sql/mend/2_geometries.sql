-- The polygons of a geometry as one MultiPolygon, EPSG:4326; null where it has no area.
create or replace function original.polygons_of(g geometry) returns geometry language sql immutable strict parallel safe as $$
  select case when st_isempty(p) or st_area(p) = 0 then null else p end
    from (select st_multi(st_collectionextract(case when st_isvalid(g) then st_force2d(g) else st_makevalid(st_force2d(g)) end, 3))) x (p)
$$;

with t as (
  update original.projects u set geometry = original.polygons_of(st_setsrid(u.geometry, 4326)) from original.projects before
   where before.ctid = u.ctid and (u.geometry is null or not st_isvalid(u.geometry) or st_area(u.geometry) = 0)
  returning u.id, u.geometry, coalesce(st_isvalidreason(before.geometry), 'none') as reason)
insert into original.finding (rule, table_name, key, what, done)
select 'invalid geometry', 'projects', id::text, reason, case when geometry is null then 'set aside' else 'made valid' end from t;
delete from original.projects where geometry is null;

with t as (
  update original.tasks u set geometry = original.polygons_of(st_setsrid(u.geometry, 4326)) from original.tasks before
   where before.ctid = u.ctid and (u.geometry is null or not st_isvalid(u.geometry) or st_area(u.geometry) = 0)
  returning u.project_id, u.id, u.geometry, coalesce(st_isvalidreason(before.geometry), 'none') as reason)
insert into original.finding (rule, table_name, key, what, done)
select 'invalid geometry', 'tasks', project_id || '/' || id, reason, case when geometry is null then 'set aside' else 'made valid' end from t;
delete from original.tasks where geometry is null;

with t as (
  update original.priority_areas u set geometry = original.polygons_of(st_setsrid(u.geometry, 4326)) from original.priority_areas before
   where before.ctid = u.ctid and (u.geometry is null or not st_isvalid(u.geometry) or st_area(u.geometry) = 0)
  returning u.id, u.geometry, coalesce(st_isvalidreason(before.geometry), 'none') as reason)
insert into original.finding (rule, table_name, key, what, done)
select 'invalid geometry', 'priority_areas', id::text, reason, case when geometry is null then 'set aside' else 'made valid' end from t;
delete from original.priority_areas where geometry is null;

with t as (
  update original.tasks set x = null, y = null, zoom = null where num_nulls(x, y, zoom) in (1, 2) or zoom not between 0 and 30 returning project_id, id)
insert into original.finding (rule, table_name, key, what, done)
select 'half a tile', 'tasks', project_id || '/' || id, 'x, y and zoom are not all there', 'has none of them' from t;

with t as (
  update original.projects p set task_creation_mode = 1
   where task_creation_mode = 0 and not exists (select from original.tasks k where k.project_id = p.id and k.zoom is not null) returning id)
insert into original.finding (rule, table_name, key, what, done)
select 'grid without tiles', 'projects', id::text, 'made of a grid, but no task is a tile', 'taken as made of polygons' from t;
