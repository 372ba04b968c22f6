-- JSON of a text, null where it is none.
create or replace function original.json_of(p_text text) returns jsonb language plpgsql immutable strict parallel safe as $$
begin
  return p_text::jsonb;
exception when data_exception then
  return null;
end $$;

-- Instances from before levels could be changed have no tables of them: theirs are ours.
insert into original.mapping_levels (id, name, ordering, approvals_required, color, is_beginner)
select id, name, ordering, approvals_required, color, is_beginner from mapping_level where not exists (select from original.mapping_levels);
insert into original.mapping_badges (id, name, description, image_path, requirements, is_enabled, is_internal)
select id, name, description, image_path, requirements::text, is_enabled, is_internal from badge where not exists (select from original.mapping_badges);
insert into original.mapping_level_badges (level_id, badge_id)
select level_id, badge_id from level_badge where not exists (select from original.mapping_level_badges);

-- Numbers of people are those of OpenStreetMap and fit into 31 bits.
with t as (delete from original.users where id not between -2147483648 and 2147483647 returning *)
insert into original.finding (rule, table_name, key, what, done)
select 'impossible number', 'users', id::text, coalesce(username, ''), 'set aside' from t;

-- A person whose level is gone begins again.
with t as (
  update original.users u set mapping_level = (select id from original.mapping_levels order by not coalesce(is_beginner, false), ordering limit 1)
   where not exists (select from original.mapping_levels l where l.id = u.mapping_level) returning *)
insert into original.finding (rule, table_name, key, what, done)
select 'orphan', 'users', id::text, 'no such mapping level', 'has the lowest level' from t;

with t as (
  update original.projects p set (mapping_permission_level_id, validation_permission_level_id) = (
      coalesce((select id from original.mapping_levels l where l.id = mapping_permission_level_id), lowest.id),
      coalesce((select id from original.mapping_levels l where l.id = validation_permission_level_id), lowest.id))
    from (select id from original.mapping_levels order by not coalesce(is_beginner, false), ordering limit 1) lowest
   where not exists (select from original.mapping_levels l where l.id = p.mapping_permission_level_id)
      or not exists (select from original.mapping_levels l where l.id = p.validation_permission_level_id) returning p.id)
insert into original.finding (rule, table_name, key, what, done)
select 'orphan', 'projects', id::text, 'no such mapping level', 'asks for the lowest level' from t;

-- Addresses are kept in small letters: a person types them as they like.
with t as (
  update original.users u set email_address = nullif(lower(trim(u.email_address)), '') from original.users before
   where before.ctid = u.ctid and u.email_address <> lower(trim(u.email_address)) returning u.id, before.email_address)
insert into original.finding (rule, table_name, key, what, done)
select 'mixed-case e-mail', 'users', id::text, email_address, 'written in small letters' from t;

insert into original.finding (rule, table_name, key, what, done)
select 'shared e-mail', 'users', id::text, email_address, 'kept with each of them'
  from (select id, email_address, count(*) over (partition by email_address) as people from original.users where email_address is not null) u where people > 1;

with t as (
  update original.users u set (tasks_mapped, tasks_validated, tasks_invalidated) =
      (greatest(coalesce(u.tasks_mapped, 0), 0), greatest(coalesce(u.tasks_validated, 0), 0), greatest(coalesce(u.tasks_invalidated, 0), 0))
   where coalesce(least(u.tasks_mapped, u.tasks_validated, u.tasks_invalidated), -1) < 0 or num_nulls(u.tasks_mapped, u.tasks_validated, u.tasks_invalidated) > 0
  returning id)
insert into original.finding (rule, table_name, key, what, done) select 'counter below nothing', 'users', id::text, 'tasks of the person', 'taken as 0' from t;

with t as (
  update original.users u set default_editor = 'ID' where default_editor is not null and default_editor not in ('ID', 'JOSM', 'POTLATCH_2', 'FIELD_PAPERS', 'CUSTOM', 'RAPID')
  returning id)
insert into original.finding (rule, table_name, key, what, done) select 'unknown editor', 'users', id::text, 'default editor', 'taken as ID' from t;

update original.partners set permalink = null where permalink = '';
with t as (delete from original.users_with_email where coalesce(trim(email), '') = '' returning id)
insert into original.finding (rule, table_name, key, what, done) select 'no e-mail', 'users_with_email', id::text, 'empty', 'set aside' from t;

-- Keys are signed with the secret of the original: here they open nothing.
insert into original.finding (rule, table_name, key, what, done)
select 'application key', 'application_keys', id::text, 'of person ' || "user" || ': signed with the secret of the original, which is not in its database', 'not carried over: the person makes a new one'
  from original.application_keys;
