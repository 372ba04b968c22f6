-- In the order in which it happened, as an instance writes it down. No lock has a version: this was before the event log.
insert into task_history (project_id, task_id, person_id, at, kind, status, comment, duration_seconds)
select project_id, id, (array[mapper, validator, second_mapper])[who], at, kind::history_kind, step.status::task_status,
       case kind when 'COMMENT' then (array['Two houses are hidden under trees.', 'All roads are in, the footpaths are missing.',
         'Please square the buildings.', 'Done as far as the imagery goes.'])[1 + (id + step) % 4] end,
       case when kind not in ('COMMENT', 'STATE_CHANGE') then 600 + 1500 * pg_temp.h(id, step) end
  from doing join step using (story), lateral (select began + make_interval(days => days, mins => minutes) as at) x
 order by at, id, step;
