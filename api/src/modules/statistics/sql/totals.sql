-- This installation in numbers, as of now.
select (select count(distinct lock_holder)::int from task where lock_expires_at > statement_timestamp()) as "peopleAtWork",
       (select count(*)::int from person where deleted_at is null) as people,
       (select count(distinct validated_by)::int from task where validated_by is not null) as validators,
       (select count(*)::int from project where status <> 'DRAFT') as projects,
       (select count(*)::int from project where status = 'DRAFT') as drafts,
       (select count(*)::int from project where status = 'PUBLISHED') as "publishedProjects",
       (select count(*)::int from project where status <> 'DRAFT' and organisation_id is null) as "projectsOfNoOrganisation",
       (select count(*)::int from organisation) as organisations,
       (select count(*)::int from campaign) as campaigns,
       tasks.total as tasks, tasks.mapped as "tasksMapped", tasks.validated as "tasksValidated"
  from (select coalesce(sum(g.total_tasks), 0)::int as total, coalesce(sum(g.tasks_mapped + g.tasks_validated), 0)::int as mapped,
               coalesce(sum(g.tasks_validated), 0)::int as validated
          from project_progress g join project p on p.id = g.project_id where p.status <> 'DRAFT') tasks;
