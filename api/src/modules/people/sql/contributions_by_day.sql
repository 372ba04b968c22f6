-- Results a day (UTC) of the last year, newest first. $1 people.
select person_id, to_char(at at time zone 'UTC', 'YYYY-MM-DD') as date, count(*)::int as count,
       count(*) filter (where status = 'MAPPED')::int as mapped,
       count(*) filter (where status = 'VALIDATED')::int as validated,
       count(*) filter (where status = 'INVALIDATED')::int as invalidated
  from task_history
 where person_id = any ($1::int[]) and kind = 'STATE_CHANGE' and not undo and credited
   and status in ('MAPPED', 'VALIDATED', 'INVALIDATED') and at > now() - interval '1 year'
 group by 1, 2 order by 2 desc;
