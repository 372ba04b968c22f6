-- Versions of what REST v2 shows of projects. `tasks` grows with all that v2_features.sql tells; locks that run out leave no event before
-- they are swept, so those in force are counted. `work` also with the names, pictures and levels of who worked on them; `whole` with
-- all that a project's managers can set as well.
-- A view: a function of SQL is planned anew at each call, which takes ten times as long.
create or replace view v2_version as
  select g.project_id, v.tasks, concat_ws('.', v.tasks, people.version) as work, concat_ws('.', v.tasks, people.version, projects.version) as whole
    from project_progress g
   cross join people_version people
   cross join projects_version projects
   cross join lateral (
     select concat_ws('.', g.event_position, g.grid_version,
              (select count(*) from task t where t.project_id = g.project_id and t.lock_holder is not null and t.lock_expires_at > statement_timestamp())) as tasks
     ) v;
drop function if exists v2_work_version(int), v2_tasks_version(int), v2_task_features(int, int[]);
