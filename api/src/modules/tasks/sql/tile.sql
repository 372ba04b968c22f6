-- One vector tile of a project's grid: geometry only, so it can be cached for ever under the grid's version.
-- Layers: tasks (polygons) and labels (one point a task, on which icons hang; left out while a task is under 40 of a tile's
-- 512 pixels, where no icon is drawn). "offset 0": each is cut to the tile once, not once more to see whether anything is left.
-- $1 project, $2 z, $3 x, $4 y
with bounds as (select ST_TileEnvelope($2, $3, $4) as box),
found as materialized (
  select g.task_id as id, t.number, g.geometry_3857, g.label_3857, bounds.box
    from bounds
    join task_geometry g on g.geometry_3857 && bounds.box and g.project_id = $1
    join task t on t.id = g.task_id
   where t.status <> 'SPLIT'
)
select coalesce((select ST_AsMVT(layer, 'tasks', 4096, 'geom', 'id') from (
         select id, number, ST_AsMVTGeom(geometry_3857, box, 4096, 16, true) as geom from found offset 0) layer where geom is not null), ''::bytea)
    || coalesce((select ST_AsMVT(layer, 'labels', 4096, 'geom', 'id') from (
         select id, number, ST_AsMVTGeom(label_3857, box, 4096, 0, true) as geom from found
          where (select count(*) from found) <= 1500 offset 0) layer where geom is not null), ''::bytea) as mvt;
