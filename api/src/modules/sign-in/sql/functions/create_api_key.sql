-- Makes a key unless the person has as many in force as they may: select create_api_key(…) → its id, null where they have.
-- Who makes several at once waits here, so that each sees those before it.
create or replace function create_api_key(
  p_person int, p_hash bytea, p_prefix text, p_name text, p_scope key_scope, p_expires timestamptz, p_most int
) returns int language plpgsql as $$
declare
  made int;
begin
  perform from person where id = p_person for no key update;
  if (select count(*) from application_key
       where person_id = p_person and revoked_at is null and expires_at > clock_timestamp()) >= p_most then return null; end if;
  insert into application_key (person_id, key_hash, prefix, name, scope, expires_at)
    values (p_person, p_hash, p_prefix, p_name, p_scope, p_expires) returning id into made;
  return made;
end $$;
