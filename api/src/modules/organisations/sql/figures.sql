-- Projects of organisations by status, and the tasks of their published ones by what people see. $1 organisations, $2 only
-- projects that were created in this year (UTC)
with chosen as (
  select * from project
   where organisation_id = any ($1::int[]) and (not $2::boolean or created_at >= date_trunc('year', now(), 'UTC'))),
published as (select organisation_id, id as project_id from chosen where status = 'PUBLISHED'),
projects as (
  select p.organisation_id, count(*) filter (where p.status = 'DRAFT')::int as draft,
         count(*) filter (where p.status = 'PUBLISHED')::int as published,
         count(*) filter (where p.status = 'ARCHIVED')::int as archived,
         count(*) filter (where p.status <> 'DRAFT' and p.created_at >= date_trunc('year', now(), 'UTC'))::int as recent,
         count(*) filter (where p.status = 'PUBLISHED' and greatest(p.changed_at, g.last_updated) < now() - interval '6 months')::int as stale
    from chosen p join project_progress g on g.project_id = p.id group by p.organisation_id),
-- As for one project: from the counters and the few locks in force; only what needs more mapping is counted in the tasks.
counters as (
  select organisation_id, sum(total_tasks)::int as total, sum(tasks_mapped)::int as mapped, sum(tasks_validated)::int as validated,
         sum(tasks_bad_imagery)::int as bad_imagery
    from published join project_progress using (project_id) group by organisation_id),
sent_back as (
  select organisation_id, count(*)::int as tasks from published join task using (project_id)
   where status = 'INVALIDATED' group by organisation_id),
locked as (
  select organisation_id, count(*) filter (where lock_kind = 'MAPPING')::int as mapping,
         count(*) filter (where lock_kind = 'VALIDATION')::int as validation, count(*) filter (where status = 'READY')::int as ready,
         count(*) filter (where status = 'MAPPED')::int as mapped, count(*) filter (where status = 'VALIDATED')::int as validated,
         count(*) filter (where status = 'INVALIDATED')::int as invalidated, count(*) filter (where status = 'BADIMAGERY')::int as bad_imagery
    from published join task using (project_id) where lock_expires_at > statement_timestamp() group by organisation_id)
select o.id as "organisationId", coalesce(p.draft, 0) as draft, coalesce(p.published, 0) as published,
       coalesce(p.archived, 0) as archived, coalesce(p.recent, 0) as recent, coalesce(p.stale, 0) as stale,
       coalesce(c.total - c.mapped - c.validated - c.bad_imagery, 0) - coalesce(s.tasks, 0) - coalesce(l.ready, 0) as ready,
       coalesce(c.mapped, 0) - coalesce(l.mapped, 0) as mapped, coalesce(c.validated, 0) - coalesce(l.validated, 0) as validated,
       coalesce(s.tasks, 0) - coalesce(l.invalidated, 0) as invalidated,
       coalesce(c.bad_imagery, 0) - coalesce(l.bad_imagery, 0) as "badImagery",
       coalesce(l.mapping, 0) as "lockedForMapping", coalesce(l.validation, 0) as "lockedForValidation"
  from unnest($1) as o (id)
  left join projects p on p.organisation_id = o.id
  left join counters c on c.organisation_id = o.id
  left join sent_back s on s.organisation_id = o.id
  left join locked l on l.organisation_id = o.id;
