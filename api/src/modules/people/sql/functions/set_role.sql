-- Is this the only administrator? Call it with the rows of all administrators locked.
create or replace function is_last_admin(p_person int) returns boolean language sql stable as $$
  select exists (select from person where id = p_person and role = 'ADMIN')
     and not exists (select from person where id <> p_person and role = 'ADMIN' and deleted_at is null);
$$;

-- Gives a person another role: select set_role($person, $role) → DONE, NOT_FOUND or LAST_ADMIN. Two administrators who
-- take the role from each other at once wait for each other here, and the second one stays.
create or replace function set_role(p_person int, p_role user_role) returns text language plpgsql as $$
begin
  perform from person where role = 'ADMIN' or id = p_person order by id for no key update;
  if not exists (select from person where id = p_person and deleted_at is null) then return 'NOT_FOUND'; end if;
  if p_role <> 'ADMIN' and is_last_admin(p_person) then return 'LAST_ADMIN'; end if;
  update person set role = p_role where id = p_person;
  return 'DONE';
end $$;
