-- What must hold after an import, one row for each thing that does not.
with kept as (
  select 'users' as name, (select count(*) from original.users) as there, (select count(*) from person) as here union all
  select 'organisations', (select count(*) from original.organisations), (select count(*) from organisation) union all
  select 'teams', (select count(*) from original.teams), (select count(*) from team) union all
  select 'team_members', (select count(*) from original.team_members), (select count(*) from team_member) union all
  select 'campaigns', (select count(*) from original.campaigns), (select count(*) from campaign) union all
  select 'projects', (select count(*) from original.projects), (select count(*) from project) union all
  select 'project_info', (select count(*) from original.project_info), (select count(*) from project_text) union all
  select 'project_favorites', (select count(*) from original.project_favorites), (select count(*) from project_favourite) union all
  select 'project_partnerships', (select count(*) from original.project_partnerships), (select count(*) from partnership) union all
  select 'project_chat', (select count(*) from original.project_chat), (select count(*) from project_comment) union all
  select 'tasks', (select count(*) from original.tasks), (select count(*) from task_geometry) union all
  select 'task_history', (select count(*) from original.task_history), (select count(*) from task_history h where not exists (
      select from original.ready_history r where r.id = h.id and not r.credited)) union all
  select 'task_mapping_issues', (select count(*) from original.task_mapping_issues), (select count(*) from task_issue) union all
  select 'task_annotations', (select count(*) from original.task_annotations), (select count(*) from task_annotation) union all
  select 'user_licenses', (select count(*) from original.user_licenses), (select count(*) from license_acceptance) union all
  select 'messages', (select count(*) from original.messages), (select count(*) from message))
select format('%s: %s rows should be here, %s are', name, there, here) as what from kept where there <> here
union all
select format('project %s: %s tasks should be here, %s are', project_id, there, here)
  from (select project_id, count(*) as there from original.tasks group by project_id) a
  full join (select project_id, count(*) as here from task group by project_id) b using (project_id) where there is distinct from here
union all
select format('task %s of project %s: its geometry is not valid or not of the same area', t.number, t.project_id)
  from original.ready_task t join original.tasks o on o.project_id = t.project_id and o.id = t.number join task_geometry g on g.task_id = t.id
 where not st_isvalid(g.geometry) or abs(g.area_m2 - st_area(o.geometry::geography)) > 1e-6 * g.area_m2
union all
select format('project %s: its area is not valid', id) from project where not st_isvalid(area_of_interest)
union all
select format('%s: %s rows were copied, %s are left, and %s are listed as set aside', name, copied, staged, listed)
  from (select k.name, s.rows as copied, k.there as staged,
               (select count(*) from original.finding f where f.table_name = k.name and f.done = 'set aside') as listed
          from kept k join original.import_step s on s.name = 'copy ' || k.name) x
 where copied <> staged + listed;
