-- What years of use leave behind, in about one of a thousand rows.
update users set email_address = 'Mapper' || id || '@Example.org' where id % 1000 in (7, 8);
update users set email_address = 'shared@example.org' where id % 2000 = 9;
update users set username = null, tasks_invalidated = -1 where id % 2000 = 11;
update users set gender = 9, role = 7 where id % 2000 = 13;
insert into interests (id, name) values (21, 'Interest 1');
insert into user_licenses ("user", license) select 1000000 + n, 1 from size, generate_series(1, people / 1000) n;
insert into team_members (team_id, user_id, function, active, join_request_notifications) select 1000000 + n, n, 2, true, false from size, generate_series(1, teams / 50) n;
update partners set website_links = '[{"name": "Home"' where id = 10;

insert into project_favorites (project_id, user_id) select project_id, min(user_id) from project_favorites where project_id % 250 = 1 group by project_id;
insert into project_favorites (project_id, user_id) select 1000000 + id, 1 from plan where id % 500 = 2;
insert into campaign_projects (campaign_id, project_id) select campaign_id, project_id from campaign_projects where project_id % 500 < 2;
insert into project_partnerships (project_id, partner_id, started_on) select project_id, partner_id, started_on + interval '9 days' from project_partnerships where project_id % 100 = 0;
update projects set total_tasks = total_tasks + 1, tasks_mapped = -1 where id % 500 = 3;
update projects set priority = null, difficulty = 0 where id % 500 = 4;
update projects set geometry = st_multi(st_geomfromtext('POLYGON((0 0, 1 1, 1 0, 0 1, 0 0))', 4326)) where id % 2500 = 40;
insert into projects (id, status, created, author_id, difficulty, total_tasks, tasks_mapped, tasks_validated, tasks_bad_imagery, centroid, geometry, task_creation_mode)
select max(id) + 1, 2, max(created), 1, 1, 0, 0, 0, 0, st_centroid(min(geometry)), min(geometry), 0 from projects;

-- Two tasks of each holder, locked at the same time.
create temporary table held as
select project_id, number, 1 + (row_number() over (order by id) / 2)::int as holder, began from doing where story = 0 and id % 150 = 0;
update tasks t set task_status = 1, locked_by = holder from held h where h.project_id = t.project_id and h.number = t.id;
insert into task_history (id, project_id, task_id, action, action_date, user_id)
select (select max(id) from task_history) + row_number() over (order by project_id, number), project_id, number, 'LOCKED_FOR_MAPPING', began, holder from held;

update tasks t set geometry = st_multi(st_geomfromtext(format('POLYGON((%1$s %2$s, %3$s %4$s, %3$s %2$s, %1$s %4$s, %1$s %2$s))',
         st_xmin(geometry), st_ymin(geometry), st_xmax(geometry), st_ymax(geometry)), 4326)), is_square = false
  from doing d where d.project_id = t.project_id and d.number = t.id and d.id % 5000 = 17;
update tasks t set extra_properties = '{"name": "A' from doing d where d.project_id = t.project_id and d.number = t.id and d.id % 2000 = 19;
update tasks t set y = null from doing d where d.project_id = t.project_id and d.number = t.id and d.id % 5000 = 23;
update tasks t set task_status = 0 from doing d where d.project_id = t.project_id and d.number = t.id and d.id % 500 = 29 and d.status in ('MAPPED', 'VALIDATED');

update task_history set action_text = null where id % 2000 = 1 and action = 'LOCKED_FOR_MAPPING';
update task_history set action_text = '30:00:00' where id % 4000 = 2 and action = 'LOCKED_FOR_MAPPING';
update task_history set action_date = action_date - interval '40 days' where id % 8000 = 3 and action = 'LOCKED_FOR_VALIDATION';
update task_history set action = 'TRANSFERRED' where id % 20000 = 4 and action = 'COMMENT';
update task_history set action_text = null where id % 4000 = 5 and action = 'COMMENT';
update task_history set task_id = 1000000 + task_id where id % 8000 = 6;
update task_invalidation_history set is_closed = null where id % 1000 = 7;
delete from task_invalidation_history where id % 1000 = 8;
insert into task_mapping_issues (mapping_issue_category_id, task_history_id, issue, count)
select 1, id - 1, 'Issue 1', 1 from task_history where action_text = 'INVALIDATED' and id % 500 = 9;
update task_annotations set task_id = 1000000 where id % 1000 = 10;
update messages set to_user_id = 1000000 + to_user_id where id % 2000 = 11;
update messages set message_type = 99 where id % 2000 = 12;
update messages set from_user_id = 1000000 where id % 2000 = 13;
