-- What was done in the projects of partners while they were with them. Asked are partners $1, each from a moment $2 until
-- before a moment $3, either open when null; numbered in this order. A task counts once, however often it was sent back;
-- what managers set in bulk is nobody's work. The periods of a pair do not overlap, so nothing is counted twice.
with asked as (
  select * from unnest($1::int[], $2::timestamptz[], $3::timestamptz[]) with ordinality as a (partner_id, since, until, ord)),
periods as (
  select a.ord, p.project_id, greatest(p.started_on, a.since) as since, coalesce(least(p.ended_on, a.until), 'infinity') as until
    from asked a join partnership p using (partner_id)),
work as (
  select s.ord, h.person_id, h.task_id, h.status
    from periods s join task_history h on h.project_id = s.project_id and h.at >= s.since and h.at < s.until
   where h.kind = 'STATE_CHANGE' and not h.undo and h.credited and h.status in ('MAPPED', 'VALIDATED', 'INVALIDATED', 'BADIMAGERY'))
select a.ord::int, coalesce(p.projects, 0) as projects, coalesce(w.contributors, 0) as contributors, coalesce(w.mapped, 0) as "tasksMapped",
       coalesce(w.validated, 0) as "tasksValidated", coalesce(w.invalidated, 0) as "tasksInvalidated"
  from asked a
  left join (select ord, count(distinct project_id)::int as projects from periods where since < until group by ord) p using (ord)
  left join (select ord, count(distinct person_id)::int as contributors,
                    count(distinct task_id) filter (where status = 'MAPPED')::int as mapped,
                    count(distinct task_id) filter (where status = 'VALIDATED')::int as validated,
                    count(distinct task_id) filter (where status = 'INVALIDATED')::int as invalidated
               from work group by ord) w using (ord);
