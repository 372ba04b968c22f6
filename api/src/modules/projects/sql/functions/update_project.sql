-- Changes the settings of a project that p_changes names, all or nothing; what it does not name stays as the row has it now.
-- p_changes: columns of project, and as whole new lists allowed_people, campaigns, interests (ids), teams ([{team, role}]),
-- custom_editor ({name, description, url} or null), priority_areas (geometries, see read_polygons; p_priority_areas is all of
-- them in one, EPSG:4326, or null); texts ([{locale, name, short_description, …}]) are written whole, languages that it does not name stay.
-- p_since: raises TG004, with the moment as detail, when the settings were changed after it (compared in milliseconds).
-- Raises TG003 for priority areas outside the area.
create or replace function update_project(p_project int, p_changes jsonb, p_since timestamptz, p_priority_areas geometry) returns void
language plpgsql as $$
declare
  was project;
  new_ project;
begin
  select * into strict was from project where id = p_project for no key update;
  if p_since < date_trunc('milliseconds', was.changed_at) then
    raise exception 'changed meanwhile' using errcode = 'TG004', detail = to_json(was.changed_at) #>> '{}';
  end if;
  new_ := jsonb_populate_record(was, p_changes);
  if was.sandbox then -- only for trying out: never urgent, and only iD can open its database
    new_.priority := 'LOW';
    new_.mapping_editors := '{ID}';
    new_.validation_editors := '{ID}';
  end if;
  update project set
    status = new_.status, countries = new_.countries,
    priority = new_.priority, difficulty = new_.difficulty, default_locale = new_.default_locale, mapping_types = new_.mapping_types,
    mapping_editors = new_.mapping_editors, validation_editors = new_.validation_editors,
    mapping_permission = new_.mapping_permission, validation_permission = new_.validation_permission,
    mapping_level_id = new_.mapping_level_id, validation_level_id = new_.validation_level_id,
    enforce_random_task_selection = new_.enforce_random_task_selection, enforce_assignment = new_.enforce_assignment,
    private = new_.private, changeset_comment = new_.changeset_comment, imagery = new_.imagery, license_id = new_.license_id,
    due_date = new_.due_date, josm_preset = new_.josm_preset, id_presets = new_.id_presets, extra_id_params = new_.extra_id_params,
    rapid_power_user = new_.rapid_power_user, osmcha_filter_id = new_.osmcha_filter_id, organisation_id = new_.organisation_id,
    -- Grows by a millisecond at least: clients know moments in milliseconds.
    changed_at = greatest(clock_timestamp(), was.changed_at + interval '1 millisecond')
   where id = p_project;

  if p_changes ? 'texts' then
    insert into project_text (project_id, locale, name, short_description, description, instructions, per_task_instructions)
    select p_project, t.locale, t.name, t.short_description, t.description, t.instructions, t.per_task_instructions
      from jsonb_to_recordset(p_changes -> 'texts')
        as t (locale text, name text, short_description text, description text, instructions text, per_task_instructions text)
    on conflict (project_id, locale) do update
       set name = excluded.name, short_description = excluded.short_description, description = excluded.description,
           instructions = excluded.instructions, per_task_instructions = excluded.per_task_instructions;
    -- There is always a text in its own language, if only an empty one.
    insert into project_text (project_id, locale) values (p_project, new_.default_locale) on conflict do nothing;
  end if;
  if p_changes ? 'teams' then
    delete from project_team t
     where t.project_id = p_project
       and not exists (select from jsonb_to_recordset(p_changes -> 'teams') as g (team int, role team_role) where g.team = t.team_id and g.role = t.role);
    insert into project_team (project_id, team_id, role)
    select p_project, g.team, g.role from jsonb_to_recordset(p_changes -> 'teams') as g (team int, role team_role) on conflict do nothing;
  end if;
  if p_changes ? 'allowed_people' then
    delete from project_allowed_person where project_id = p_project and not p_changes -> 'allowed_people' @> to_jsonb(person_id);
    insert into project_allowed_person (project_id, person_id)
    select p_project, id::int from jsonb_array_elements_text(p_changes -> 'allowed_people') id on conflict do nothing;
  end if;
  if p_changes ? 'campaigns' then
    delete from campaign_project where project_id = p_project and not p_changes -> 'campaigns' @> to_jsonb(campaign_id);
    insert into campaign_project (project_id, campaign_id)
    select p_project, id::int from jsonb_array_elements_text(p_changes -> 'campaigns') id on conflict do nothing;
  end if;
  if p_changes ? 'interests' then
    delete from project_interest where project_id = p_project and not p_changes -> 'interests' @> to_jsonb(interest_id);
    insert into project_interest (project_id, interest_id)
    select p_project, id::int from jsonb_array_elements_text(p_changes -> 'interests') id on conflict do nothing;
  end if;
  if p_changes -> 'custom_editor' = 'null' then
    delete from project_custom_editor where project_id = p_project;
  elsif p_changes ? 'custom_editor' then
    insert into project_custom_editor (project_id, name, description, url)
    select p_project, e.name, e.description, e.url from jsonb_to_record(p_changes -> 'custom_editor') e (name text, description text, url text)
    on conflict (project_id) do update set name = excluded.name, description = excluded.description, url = excluded.url;
  end if;
  if p_changes ? 'priority_areas' then
    if not st_intersects(was.area_of_interest, p_priority_areas) then raise exception 'priority areas lie outside' using errcode = 'TG003'; end if;
    delete from priority_area where project_id = p_project;
    insert into priority_area (project_id, geometry)
    select p_project, geom from read_polygons(p_changes -> 'priority_areas') where geom is not null order by index;
  end if;
end $$;
