-- Creates a badge ($badge null) or changes one: select save_badge($badge, $values) → its id, null when there is none. $values: a JSON
-- object of the columns to set. Nominations for the levels that ask for it end when its requirements change.
create or replace function save_badge(p_badge int, p_values jsonb) returns int language plpgsql as $$
declare
  id_ int := p_badge;
begin
  if id_ is null then
    insert into badge (name, description, image_path, requirements, is_enabled, is_internal)
    select v.name, coalesce(v.description, ''), v.image_path, v.requirements, coalesce(v.is_enabled, true), coalesce(v.is_internal, false)
      from jsonb_populate_record(null::badge, p_values) v returning id into id_;
    return id_;
  end if;
  update badge b
     set name = v.name, description = v.description, image_path = v.image_path, requirements = v.requirements,
         is_enabled = v.is_enabled, is_internal = v.is_internal
    from badge old, jsonb_populate_record(old, p_values) v
   where b.id = id_ and old.id = id_;
  if not found then return null; end if;
  if p_values ? 'requirements' then
    perform clear_nominations(array(select level_id from level_badge where badge_id = id_));
  end if;
  return id_;
end $$;
