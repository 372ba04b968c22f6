-- Projects with texts in up to three languages, teams, and what people said.
insert into projects (id, status, created, priority, default_locale, author_id, difficulty, private, changeset_comment, imagery, last_updated, mapping_types, total_tasks,
                      tasks_mapped, tasks_validated, tasks_bad_imagery, license_id, centroid, geometry, task_creation_mode, featured, country, organisation_id,
                      mapping_permission, validation_permission, progress_email_sent)
select id, case when id <= 3 or h < 0.7 then 1 when h < 0.95 then 0 else 2 end, created_at, floor(4 * pg_temp.h(id, 52))::int, 'en', pg_temp.one_of(people, id, 50),
       1 + floor(3 * pg_temp.h(id, 53))::int, pg_temp.h(id, 59) < 0.02, '#project-' || id, 'Bing', coalesce(last, created_at + interval '1 day'),
       array[1 + floor(5 * pg_temp.h(id, 54))::int], tasks, coalesce(mapped, 0), coalesce(validated, 0), coalesce(bad, 0), case when id % 50 = 0 then 1 + id % 5 end,
       st_centroid(area), area, 0, id % 400 = 0, array[(array['Kenya', 'Nepal', 'Peru', 'Germany', 'Philippines'])[1 + floor(5 * pg_temp.h(id, 55))::int]],
       1 + floor(organisations * pg_temp.h(id, 51))::int, case when pg_temp.h(id, 69) < 0.8 then 0 else 2 end, case when pg_temp.h(id, 70) < 0.5 then 0 else 2 end, done > 0.5
  from size cross join plan cross join lateral (select pg_temp.h(id, 56) as h) x
  left join (select project_id, count(*) filter (where status = 'MAPPED') as mapped, count(*) filter (where status = 'VALIDATED') as validated,
                    count(*) filter (where status = 'BADIMAGERY') as bad, max(began) + interval '9 days' as last from doing group by project_id) d on d.project_id = id;

insert into project_info (project_id, locale, name, short_description, description, instructions, per_task_instructions)
select id, locale, name || ' ' || place || ' ' || id, '<p>Buildings and roads of ' || place || ' before the rains.</p>',
       '<p>' || repeat('The ' || place || ' valley floods each year. With buildings and roads on the map help gets there <em>faster</em>. ', 8) || '</p>',
       '<ul><li>' || repeat('Draw each building as seen on the imagery, square where it is square. Join roads where they meet. ', 6) || '</li></ul>', ''
  from plan, lateral (select (array['Kisumu', 'Pokhara', 'Iquitos', 'Ahrweiler', 'Leyte', 'Beira', 'Goma', 'Sylhet'])[1 + floor(8 * pg_temp.h(id, 57))::int] as place) x,
       (values ('en', 'Mapping', 1), ('fr', 'Cartographie', 0.3), ('es', 'Mapeo', 0.2)) l (locale, name, share)
 where pg_temp.h(id, 58) < share;
insert into project_custom_editors (project_id, name, url) select id, 'Another editor', 'https://example.org/edit' from plan where id % 200 = 0;
insert into project_teams (project_id, team_id, role)
select distinct p.id, 1 + floor(teams * pg_temp.h(2 * p.id + k, 60))::int, k from size, plan p, generate_series(1, 2) k;
insert into project_allowed_users (project_id, user_id)
select distinct p.id, pg_temp.one_of(people, 9 * p.id + k, 45) from size, projects p, generate_series(0, 8) k where private;
insert into campaign_projects (campaign_id, project_id) select 1 + floor(50 * pg_temp.h(id, 61))::int, id from plan where pg_temp.h(id, 62) < 0.5;
insert into project_interests (project_id, interest_id) select id, 1 + floor(20 * pg_temp.h(id, 63))::int from plan;
insert into project_partnerships (project_id, partner_id, started_on) select id, 1 + floor(10 * pg_temp.h(id, 64))::int, created_at from plan where pg_temp.h(id, 65) < 0.1;
insert into project_partnerships_history (partnership_id, project_id, partner_id, action_date, action, started_on_new)
select id, project_id, partner_id, started_on, 0, started_on from project_partnerships;
insert into project_favorites (project_id, user_id) select distinct p.id, pg_temp.one_of(people, 4 * p.id + k, 66) from size, plan p, generate_series(0, 3) k;
insert into project_chat (project_id, user_id, time_stamp, message)
select p.id, pg_temp.one_of(people, 20 * p.id + k, 67), created_at + pg_temp.h(20 * p.id + k, 68) * span,
       '<p>The imagery is older than the road in the north. Take <strong>the other one</strong>.</p>'
  from size, plan p, generate_series(1, 6) k order by p.id, k;
insert into priority_areas (id, geometry) select id, st_expand(st_centroid(area), 0.005) from plan where id % 10 = 0;
insert into project_priority_areas (project_id, priority_area_id) select id, id from plan where id % 10 = 0;
