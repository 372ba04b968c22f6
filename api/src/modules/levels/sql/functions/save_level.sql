-- Creates a level ($level null) behind all others, or changes one: select save_level($level, $name, $approvals, $color, $badges) → its id,
-- null when there is none. What is null stays. Who was nominated for it, or voted on, is no longer: the rule has changed.
create or replace function save_level(p_level int, p_name text, p_approvals int, p_color text, p_badges int[]) returns int language plpgsql as $$
declare
  id_ int := p_level;
begin
  lock table mapping_level in share row exclusive mode; -- two new levels never take the same place
  if id_ is null then
    insert into mapping_level (name, approvals_required, color, ordering)
    select p_name, coalesce(p_approvals, 0), nullif(p_color, ''), max(ordering) + 1 from mapping_level returning id into id_;
  else
    update mapping_level
       set name = coalesce(p_name, name), approvals_required = coalesce(p_approvals, approvals_required),
           color = case when p_color is null then color else nullif(p_color, '') end
     where id = id_;
    if not found then return null; end if;
    if p_approvals is not null or p_badges is not null then perform clear_nominations(array[id_]); end if;
  end if;
  if p_badges is not null then
    delete from level_badge where level_id = id_ and badge_id <> all (p_badges);
    insert into level_badge (level_id, badge_id) select id_, unnest(p_badges) on conflict do nothing;
  end if;
  return id_;
end $$;

create or replace function clear_nominations(p_levels int[]) returns void language sql as $$
  delete from level_vote where level_id = any (p_levels);
  delete from level_nomination where level_id = any (p_levels);
$$;
