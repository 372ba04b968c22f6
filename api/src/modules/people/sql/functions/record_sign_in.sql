-- Writes down what OpenStreetMap says of a person who signs in:
-- select * from record_sign_in($osm_id, $username, $picture_url, $changeset_count, $is_named_admin, $promotes) → whether they are new
-- here, and the id of the level they have reached by it (null: none, or not looked at).
drop function if exists record_sign_in(int, text, text, int, boolean); -- it used to know fewer arguments
create or replace function record_sign_in(p_id int, p_username text, p_picture text, p_changesets int, p_is_admin boolean,
                                          p_promotes boolean default true)
returns table (is_new boolean, level_reached int) language plpgsql as $$
begin
  -- One at a time: two accounts may be swapping their names.
  perform pg_advisory_xact_lock(hashtext('record_sign_in'));

  -- A name belongs to one account there. Whoever still has it here was renamed, and brings the new name with their next
  -- sign-in; until then they are user_<id>, which OpenStreetMap gives to nobody else.
  update person set username = 'user_' || id where username = p_username and id <> p_id;

  is_new := not exists (select from person where id = p_id);
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

  return query select is_new, case when p_promotes then promote(p_id) end;
end $$;
