-- Time that people spent on projects, from locks that have ended, however they ended: seconds. Validations that ran at the same
-- time count once: the union of the times is measured. $1 projects, $2 people, pairwise.
select asked.project_id, asked.person_id,
       coalesce(sum(h.duration_seconds) filter (where h.kind in ('LOCKED_FOR_MAPPING', 'EXTENDED_FOR_MAPPING', 'AUTO_UNLOCKED_FOR_MAPPING')), 0) as mapping,
       coalesce((select sum(extract(epoch from upper(r) - lower(r)))
                   from unnest(range_agg(tstzrange(h.at, h.at + make_interval(secs => h.duration_seconds)))
                               filter (where h.kind in ('LOCKED_FOR_VALIDATION', 'EXTENDED_FOR_VALIDATION', 'AUTO_UNLOCKED_FOR_VALIDATION'))) r), 0)::float8 as validating
  from unnest($1::int[], $2::int[]) asked (project_id, person_id)
  join task_history h on h.person_id = asked.person_id and h.project_id = asked.project_id and h.duration_seconds is not null
 group by 1, 2;
