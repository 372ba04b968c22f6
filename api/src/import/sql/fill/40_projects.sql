create or replace function original.editors(int[]) returns editor[] language sql immutable parallel safe as $$
  select coalesce(array_agg((array['ID', 'JOSM', 'POTLATCH_2', 'FIELD_PAPERS', 'CUSTOM', 'RAPID'])[n + 1]::editor order by nth), '{}')
    from unnest($1) with ordinality e (n, nth) where n between 0 and 5
$$;
create or replace function original.mapping_types(int[]) returns mapping_type[] language sql immutable parallel safe as $$
  select coalesce(array_agg((array['ROADS', 'BUILDINGS', 'WATERWAYS', 'LAND_USE', 'OTHER'])[n]::mapping_type order by nth), '{}')
    from unnest($1) with ordinality e (n, nth) where n between 1 and 5
$$;

insert into project (id, status, author_id, organisation_id, created_at, changed_at, priority, difficulty, default_locale, mapping_types, mapping_editors,
                     validation_editors, mapping_permission, validation_permission, mapping_level_id, validation_level_id, enforce_random_task_selection,
                     private, featured, changeset_comment, imagery, license_id, due_date, josm_preset, id_presets, extra_id_params, rapid_power_user,
                     osmcha_filter_id, database, sandbox, progress_mail_sent_at, countries, task_creation_mode, grid_zoom, area_of_interest, centroid, area_m2)
select p.id, (array['ARCHIVED', 'PUBLISHED', 'DRAFT'])[status + 1]::project_status, author_id, organisation_id,
       coalesce(created, last_updated, now() at time zone 'UTC') at time zone 'UTC', coalesce(last_updated, created, now() at time zone 'UTC') at time zone 'UTC',
       (array['URGENT', 'HIGH', 'MEDIUM', 'LOW'])[priority + 1]::project_priority, (array['EASY', 'MODERATE', 'CHALLENGING'])[difficulty]::project_difficulty,
       coalesce(default_locale, 'en'), original.mapping_types(mapping_types), original.editors(mapping_editors), original.editors(validation_editors),
       case mapping_permission when 0 then 'ANY' else 'TEAMS' end::project_permission, case validation_permission when 0 then 'ANY' else 'TEAMS' end::project_permission,
       mapping_permission_level_id, validation_permission_level_id, coalesce(enforce_random_task_selection, false), coalesce(private, false), coalesce(featured, false),
       coalesce(changeset_comment, ''), imagery, license_id, due_date at time zone 'UTC', josm_preset, array_remove(coalesce(id_presets, '{}'), null), extra_id_params,
       coalesce(rapid_power_user, false), osmcha_filter_id, coalesce(database, 'OSM'), coalesce(sandbox, false),
       case when progress_email_sent then coalesce(last_updated, created, now() at time zone 'UTC') at time zone 'UTC' end, array_remove(coalesce(country, '{}'), null),
       case task_creation_mode when 0 then 'GRID' else 'ARBITRARY' end::task_creation_mode,
       case task_creation_mode when 0 then grid.zoom end,
       st_force2d(geometry), lonlat_centroid(st_force2d(geometry)), st_area(st_force2d(geometry)::geography)
  from original.projects p
  left join (select project_id, min(zoom) as zoom from original.tasks group by project_id) grid on grid.project_id = p.id;
insert into project_progress (project_id, total_tasks, tasks_mapped, tasks_validated, tasks_bad_imagery, last_updated)
select g.project_id, g.total, g.mapped, g.validated, g.bad_imagery, p.changed_at from original.ready_progress g join project p on p.id = g.project_id;
-- What is as far already is no news to anybody.
update project p set progress_mail_sent_at = coalesce(p.progress_mail_sent_at, now()),
       completion_mail_sent_at = case when g.tasks_validated >= g.total_tasks - g.tasks_bad_imagery then now() end
  from project_progress g
 where g.project_id = p.id and g.total_tasks > g.tasks_bad_imagery and g.tasks_mapped + 2 * g.tasks_validated >= g.total_tasks - g.tasks_bad_imagery;

-- The words of a project are made once from all its texts, by the function that the trigger would call for each text.
alter table project_text disable trigger user;
insert into project_text (project_id, locale, name, short_description, description, instructions, per_task_instructions)
select project_id, locale, coalesce(name, ''), coalesce(short_description, ''), coalesce(description, ''), coalesce(instructions, ''), coalesce(per_task_instructions, '')
  from original.project_info;
alter table project_text enable trigger user;
select refresh_project_words(project_id) from (select distinct project_id from project_text) p;

insert into project_custom_editor (project_id, name, description, url)
select project_id, coalesce(name, ''), description, coalesce(url, '') from original.project_custom_editors;
insert into project_team (project_id, team_id, role)
select project_id, team_id, (array['READ_ONLY', 'MAPPER', 'VALIDATOR', 'PROJECT_MANAGER'])[role + 2]::team_role from original.project_teams;
insert into project_allowed_person (project_id, person_id) select project_id, user_id from original.project_allowed_users;
insert into project_favourite (project_id, person_id) select project_id, user_id from original.project_favorites;
insert into project_interest (project_id, interest_id) select project_id, interest_id from original.project_interests;
insert into campaign_project (campaign_id, project_id) select campaign_id, project_id from original.campaign_projects;
insert into priority_area (project_id, geometry)
select l.project_id, st_multi(st_force2d(a.geometry)) from original.project_priority_areas l join original.priority_areas a on a.id = l.priority_area_id order by l.project_id, a.id;
insert into partnership (id, project_id, partner_id, started_on, ended_on)
select id, project_id, partner_id, coalesce(started_on, 'epoch') at time zone 'UTC', ended_on at time zone 'UTC' from original.project_partnerships;
insert into partnership_history (id, partnership_id, project_id, partner_id, action, acted_at, started_on_old, ended_on_old, started_on_new, ended_on_new)
select id, partnership_id, project_id, partner_id, (array['CREATE', 'DELETE', 'UPDATE'])[action + 1]::partnership_action, action_date at time zone 'UTC',
       started_on_old at time zone 'UTC', ended_on_old at time zone 'UTC', started_on_new at time zone 'UTC', ended_on_new at time zone 'UTC'
  from original.project_partnerships_history;
-- Nobody follows these conversations yet.
alter table project_comment disable trigger comment_posted;
insert into project_comment (id, project_id, person_id, at, markdown)
select id, project_id, user_id, coalesce(time_stamp at time zone 'UTC', now()), coalesce(message, '') from original.project_chat;
alter table project_comment enable trigger comment_posted;
