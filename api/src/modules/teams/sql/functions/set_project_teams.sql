-- Gives teams their roles on projects: p_links [{project, team, roles}]; no roles: the team leaves the project. All or
-- nothing, judged by what the projects are left with in the end: TG010 (detail {project, role}) when a role that was
-- taken from a team, and that the project needs, has no team any more. A link with `unguarded` is not judged so.
create or replace function set_project_teams(p_links jsonb) returns void language plpgsql as $$
declare
  taken jsonb;
  lost record;
begin
  perform from project where id in (select (link->>'project')::int from jsonb_array_elements(p_links) link) order by id for no key update;

  with links as (
    select (link->>'project')::int as project_id, (link->>'team')::int as team_id, link->'roles' as roles,
           (link->'unguarded')::boolean is true as unguarded from jsonb_array_elements(p_links) link),
  gone as (
    delete from project_team t using links l
     where t.project_id = l.project_id and t.team_id = l.team_id and not l.roles ? t.role::text
    returning t.project_id as project, t.role, l.unguarded),
  come as (
    insert into project_team (project_id, team_id, role)
    select l.project_id, l.team_id, role::team_role from links l, jsonb_array_elements_text(l.roles) role
        on conflict do nothing)
  select jsonb_agg(gone) into taken from gone where not unguarded;

  -- A statement of its own, so that it sees what the last one left.
  select r.project, r.role into lost
    from jsonb_to_recordset(coalesce(taken, '[]')) as r (project int, role team_role) join project p on p.id = r.project
   where (r.role = 'PROJECT_MANAGER' or r.role = 'MAPPER' and p.mapping_permission = 'TEAMS'
          or r.role = 'VALIDATOR' and p.validation_permission = 'TEAMS')
     and not exists (select from project_team t where t.project_id = r.project and t.role = r.role)
   order by 1, 2 limit 1;
  if found then
    raise exception 'last team' using errcode = 'TG010', detail = jsonb_build_object('project', lost.project, 'role', lost.role)::text;
  end if;
end $$;
