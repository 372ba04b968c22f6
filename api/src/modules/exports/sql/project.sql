-- What the documents of a project say of it, and its version: it changes with all that they tell of its tasks. Locks that run out
-- leave no event before they are swept, so those in force are counted; people may change their names. $1 project.
select (select t.name from project_text t where t.project_id = p.id and t.name <> '' order by t.locale = p.default_locale desc limit 1) as name,
       md5(concat_ws('.', g.event_position, g.grid_version, p.changed_at,
         (select count(*) from task_now n where n.project_id = p.id and n.lock_kind is not null),
         (select string_agg(username, ',' order by id) from person
           where id in (select unnest(array[mapped_by, validated_by, changed_by, lock_holder]) from task where project_id = p.id)))) as version
  from project p join project_progress g on g.project_id = p.id
 where p.id = $1
