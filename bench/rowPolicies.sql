-- What a PostGraphile on these tables needs to know who sees what, the way its manual tells it: a role for requests, the person of the
-- session as a setting, and row policies. The rule is that of canSee in api/src/modules/projects/policy.ts. The owner of the
-- tables, as whom our program comes, is bound by none of it.
drop schema if exists bench cascade; -- an earlier run that was stopped
do $$ begin
  if exists (select from pg_roles where rolname = 'bench_reader') then execute 'drop owned by bench_reader cascade'; drop role bench_reader; end if;
end $$;
create role bench_reader nologin;
grant usage on schema public to bench_reader;
grant select on all tables in schema public to bench_reader;
create schema bench;
grant usage on schema bench to bench_reader;

create function bench.person_id() returns int language sql stable parallel safe as $$
  select nullif(current_setting('bench.person_id', true), '')::int $$;
-- What decides reads tables that the rows asked for do not stand in: once, and without policies of its own.
create function bench.is_admin() returns boolean language sql stable security definer as $$
  select exists (select from person where id = bench.person_id() and role = 'ADMIN' and deleted_at is null) $$;
create function bench.team_roles(project int) returns text[] language sql stable security definer as $$
  select array_agg(pt.role::text) from project_team pt join team_member m on m.team_id = pt.team_id
   where pt.project_id = project and m.person_id = bench.person_id() and m.active $$;

-- The cheap conditions first: most projects are everybody's.
create policy bench on project for select to bench_reader using (
  (is_open and not private)
  or author_id = bench.person_id()
  or (select bench.is_admin())
  or exists (select from organisation_manager m where m.organisation_id = project.organisation_id and m.person_id = bench.person_id())
  or 'PROJECT_MANAGER' = any (bench.team_roles(id))
  or is_open and (exists (select from project_allowed_person a where a.project_id = id and a.person_id = bench.person_id())
                  or bench.team_roles(id) && '{MAPPER,VALIDATOR}'));
alter table project enable row level security;
do $$
declare child text;
begin
  foreach child in array '{project_text,project_contributor,project_progress,project_team,task,task_history}'::text[] loop
    execute format('create policy bench on %I for select to bench_reader using (exists (select from project p where p.id = project_id))', child);
    execute format('alter table %I enable row level security', child);
  end loop;
end $$;
create policy bench on task_geometry for select to bench_reader using (exists (select from task t where t.id = task_id));
alter table task_geometry enable row level security;
create policy bench on task_issue for select to bench_reader using (exists (select from task_history h where h.id = history_id));
alter table task_issue enable row level security;
create policy bench on team for select to bench_reader using (
  visibility = 'PUBLIC' or (select bench.is_admin()) or exists (select from team_member m where m.team_id = id and m.person_id = bench.person_id()));
alter table team enable row level security;
