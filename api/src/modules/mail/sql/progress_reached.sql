-- Notes down which published projects came to 50 or 100 % since it was last looked, and asks for the mails that tell it to those who worked
-- there and want such mail: of those that are done already, one. $1: whether such mails are sent at all. Each once, also when it is asked
-- twice at the same moment.
with due as (
  select p.id, g.tasks_validated >= g.total_tasks - g.tasks_bad_imagery as is_done
    from project p join project_progress g on g.project_id = p.id
   where p.status = 'PUBLISHED' and g.total_tasks > g.tasks_bad_imagery
     and (p.progress_mail_sent_at is null and g.tasks_mapped + 2 * g.tasks_validated >= g.total_tasks - g.tasks_bad_imagery
          or p.completion_mail_sent_at is null and g.tasks_validated >= g.total_tasks - g.tasks_bad_imagery)
   order by p.id
     for no key update of p skip locked
), reached as (
  update project p
     set progress_mail_sent_at = coalesce(p.progress_mail_sent_at, clock_timestamp()),
         completion_mail_sent_at = case when d.is_done then clock_timestamp() end
    from due d where p.id = d.id
  returning p.id, case when d.is_done then 100 else 50 end as percent
), asked as (
  select (graphile_worker.add_job('mail-progress', json_build_object('person', w.id, 'project', r.id, 'percent', r.percent), max_attempts => 12)).id as job
    from reached r
    join project_contributor c on c.project_id = r.id
    join person w on w.id = c.person_id
   where $1::boolean and can_get_mail(w) and wants_by_mail(w.id, 'PROJECT_ACTIVITY_NOTIFICATION')
)
select (select count(*)::int from reached) as projects, (select count(job)::int from asked) as mails;
