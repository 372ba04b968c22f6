-- Writes down what OpenStreetMap says of a person who signs in:
-- select record_sign_in($osm_id, $username, $picture_url, $changeset_count, $is_named_admin).
create or replace function record_sign_in(p_id int, p_username text, p_picture text, p_changesets int, p_is_admin boolean)
returns void language plpgsql as $$
declare
  figures jsonb;
  step    mapping_level;
begin
  -- One at a time: two accounts may be swapping their names.
  perform pg_advisory_xact_lock(hashtext('record_sign_in'));

  -- A name belongs to one account there. Whoever still has it here was renamed, and brings the new name with their next
  -- sign-in; until then they are user_<id>, which OpenStreetMap gives to nobody else.
  update person set username = 'user_' || id where username = p_username and id <> p_id;

  insert into person as p (id, username, picture_url, changeset_count, role)
  values (p_id, p_username, p_picture, p_changesets, case when p_is_admin then 'ADMIN' else 'MAPPER' end::user_role)
  on conflict (id) do update
     set username = excluded.username,
         picture_url = excluded.picture_url,
         changeset_count = excluded.changeset_count,
         -- An administrator who was blocked stays blocked.
         role = case when p_is_admin and p.role = 'MAPPER' then 'ADMIN' else p.role end,
         last_seen_at = now(),
         deleted_at = null;

  select coalesce((select s.figures from person_statistics s where s.person_id = p_id), '{}')
         || jsonb_build_object('changeset', p_changesets) into figures;
  insert into person_badge (person_id, badge_id)
  select p_id, b.id
    from badge b
   where b.requirements <> '{}'
     and not exists (select from jsonb_each_text(b.requirements) needed
                      where coalesce((figures ->> needed.key)::numeric, 0) < needed.value::numeric)
  on conflict do nothing;

  -- Up as far as the badges reach; never down, and never past a level that people vote on.
  for step in
    select l.* from mapping_level l
     where l.ordering > (select now.ordering from person p join mapping_level now on now.id = p.level_id where p.id = p_id)
     order by l.ordering
  loop
    exit when step.approvals_required > 0
           or not exists (select from level_badge where level_id = step.id)
           or exists (select from level_badge lb where lb.level_id = step.id
                         and not exists (select from person_badge pb where pb.person_id = p_id and pb.badge_id = lb.badge_id));
    update person set level_id = step.id where id = p_id;
  end loop;
end $$;
