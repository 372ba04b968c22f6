-- How many tasks of projects are in which state at this moment. $1 project ids
select p.project_id as "projectId", p.total_tasks as "totalTasks", p.tasks_mapped as "mappedUnderLock", p.tasks_validated as "validated",
       p.tasks_bad_imagery as "badImageryUnderLock",
       -- From the counters and the few locks in force; only what needs more mapping is counted in the tasks.
       coalesce(i.invalidated, 0) as "invalidatedUnderLock",
       coalesce(l.mapping, 0) as "lockedForMapping", coalesce(l.validation, 0) as "lockedForValidation",
       coalesce(l.ready, 0) as "readyLocked", coalesce(l.mapped, 0) as "mappedLocked", coalesce(l.invalidated, 0) as "invalidatedLocked",
       coalesce(l.bad_imagery, 0) as "badImageryLocked"
  from project_progress p
  left join (select project_id, count(*)::int as invalidated from task where project_id = any ($1::int[]) and status = 'INVALIDATED' group by project_id) i
    using (project_id)
  left join (
    select project_id, count(*) filter (where lock_kind = 'MAPPING')::int as mapping, count(*) filter (where lock_kind = 'VALIDATION')::int as validation,
           count(*) filter (where status = 'READY')::int as ready, count(*) filter (where status = 'MAPPED')::int as mapped,
           count(*) filter (where status = 'INVALIDATED')::int as invalidated, count(*) filter (where status = 'BADIMAGERY')::int as bad_imagery
      from task where project_id = any ($1::int[]) and lock_expires_at > statement_timestamp() group by project_id) l
    using (project_id)
 where p.project_id = any ($1::int[]);
