-- Figures of people from the history. $1 people. What was undone counts, the undoing itself does not. Tasks that are
-- validated together take their time once: the union of the times is measured.
select asked.person_id, own.*, others.*, worked.mapping_seconds, worked.validating_seconds
  from unnest($1::int[]) asked (person_id)
 cross join lateral (
   select count(distinct task_id) filter (where status = 'MAPPED')::int as tasks_mapped,
          count(distinct task_id) filter (where status = 'VALIDATED')::int as tasks_validated,
          count(distinct task_id) filter (where status = 'INVALIDATED')::int as tasks_invalidated,
          count(distinct project_id) filter (where status = 'MAPPED')::int as projects_mapped
     from task_history where person_id = asked.person_id and kind = 'STATE_CHANGE' and not undo and credited) own
 cross join lateral (
   select count(distinct h.task_id) filter (where h.status = 'VALIDATED')::int as validated_by_others,
          count(distinct h.task_id) filter (where h.status = 'INVALIDATED')::int as invalidated_by_others
     from (select distinct task_id from task_history
            where person_id = asked.person_id and kind = 'STATE_CHANGE' and not undo and credited and status in ('MAPPED', 'VALIDATED', 'INVALIDATED')) mine
     join task_history h on h.task_id = mine.task_id and h.person_id <> asked.person_id and h.kind = 'STATE_CHANGE' and not h.undo and h.credited) others
 cross join lateral (
   select coalesce(sum(duration_seconds) filter (where kind::text like '%MAPPING'), 0) as mapping_seconds,
          coalesce((select sum(extract(epoch from upper(r) - lower(r)))
                      from unnest(range_agg(tstzrange(at, at + make_interval(secs => duration_seconds)))
                                  filter (where kind in ('LOCKED_FOR_VALIDATION', 'EXTENDED_FOR_VALIDATION'))) r), 0)::float8 as validating_seconds
     from task_history where person_id = asked.person_id and duration_seconds is not null) worked;
