-- The same hour by hour or day by day (UTC), the oldest first: the last $5 in which somebody worked. $1 partners, $2 from,
-- $3 until before, $4 hour or day, each asked one in this order.
with asked as (
  select * from unnest($1::int[], $2::timestamptz[], $3::timestamptz[], $4::text[]) with ordinality as a (partner_id, since, until, every, ord))
select a.ord::int, b.* from asked a
 cross join lateral (
   select date_trunc(a.every, h.at, 'UTC') as start, count(distinct h.person_id)::int as contributors,
          count(distinct h.task_id) filter (where h.status = 'MAPPED')::int as "tasksMapped",
          count(distinct h.task_id) filter (where h.status = 'VALIDATED')::int as "tasksValidated",
          count(distinct h.task_id) filter (where h.status = 'INVALIDATED')::int as "tasksInvalidated"
     from partnership p
     join task_history h on h.project_id = p.project_id and h.at >= greatest(p.started_on, a.since)
                        and h.at < coalesce(least(p.ended_on, a.until), 'infinity')
    where p.partner_id = a.partner_id and h.kind = 'STATE_CHANGE' and not h.undo and h.credited
      and h.status in ('MAPPED', 'VALIDATED', 'INVALIDATED', 'BADIMAGERY')
    group by 1 order by 1 desc limit $5) b
 order by a.ord, b.start;
