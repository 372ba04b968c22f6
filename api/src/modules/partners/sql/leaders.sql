-- Who did most of the same: of each asked one at most $4 people, those who mapped and validated most first. $1 partners,
-- $2 from, $3 until before.
with asked as (
  select * from unnest($1::int[], $2::timestamptz[], $3::timestamptz[], $4::int[]) with ordinality as a (partner_id, since, until, rows, ord))
select a.ord::int, b.* from asked a
 cross join lateral (
   select h.person_id as "personId", count(distinct h.task_id) filter (where h.status = 'MAPPED')::int as "tasksMapped",
          count(distinct h.task_id) filter (where h.status = 'VALIDATED')::int as "tasksValidated",
          count(distinct h.task_id) filter (where h.status = 'INVALIDATED')::int as "tasksInvalidated"
     from partnership p
     join task_history h on h.project_id = p.project_id and h.at >= greatest(p.started_on, a.since)
                        and h.at < coalesce(least(p.ended_on, a.until), 'infinity')
    where p.partner_id = a.partner_id and h.kind = 'STATE_CHANGE' and not h.undo and h.credited
      and h.status in ('MAPPED', 'VALIDATED', 'INVALIDATED', 'BADIMAGERY')
    group by 1
    order by count(distinct h.task_id) filter (where h.status = 'MAPPED')
             + count(distinct h.task_id) filter (where h.status = 'VALIDATED') desc, 1
    limit a.rows) b
 order by a.ord, b."tasksMapped" + b."tasksValidated" desc, b."personId";
