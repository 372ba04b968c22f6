-- Gives a new project the settings of another, and its texts in languages that the new one does not have; returns the new one.
-- Its teams come along when p_with_teams. Not copied: status, area, tasks, what people did there, who is allowed, featured,
-- sandbox and database. p_source null: nothing is copied.
create or replace function copy_project_settings(p_source int, p_with_teams boolean, p_project int) returns int
language plpgsql as $$
begin
  if p_source is null then return p_project; end if;
  update project p set
    priority = s.priority, difficulty = s.difficulty, mapping_types = s.mapping_types, mapping_editors = s.mapping_editors,
    validation_editors = s.validation_editors, mapping_permission = s.mapping_permission, validation_permission = s.validation_permission,
    mapping_level_id = s.mapping_level_id, validation_level_id = s.validation_level_id,
    enforce_random_task_selection = s.enforce_random_task_selection, enforce_assignment = s.enforce_assignment, private = s.private,
    imagery = s.imagery, license_id = s.license_id, due_date = s.due_date, josm_preset = s.josm_preset, id_presets = s.id_presets,
    extra_id_params = s.extra_id_params, rapid_power_user = s.rapid_power_user, osmcha_filter_id = s.osmcha_filter_id,
    -- Its own hashtag in place of the other's, then whatever else the other says.
    changeset_comment = trim(p.changeset_comment || ' '
      || replace(s.changeset_comment, regexp_replace(p.changeset_comment, '\d+$', s.id::text), ''))
   from project s where s.id = p_source and p.id = p_project;
  perform keep_sandbox_apart(p_project);
  insert into project_text (project_id, locale, name, short_description, description, instructions, per_task_instructions)
  select p_project, locale, name, short_description, description, instructions, per_task_instructions from project_text where project_id = p_source
  on conflict do nothing;
  insert into campaign_project (project_id, campaign_id) select p_project, campaign_id from campaign_project where project_id = p_source;
  insert into project_interest (project_id, interest_id) select p_project, interest_id from project_interest where project_id = p_source;
  insert into project_custom_editor (project_id, name, description, url)
  select p_project, name, description, url from project_custom_editor where project_id = p_source;
  insert into project_team (project_id, team_id, role) select p_project, team_id, role from project_team where project_id = p_source and p_with_teams;
  return p_project;
end $$;
