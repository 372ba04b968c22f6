-- The stories, step by step: who (1 the mapper, 2 the validator, 3 a second mapper), when (days and minutes after it began).
create temporary table step (story int, step int, who int, days int, minutes int, kind history_kind, status task_status);
insert into step values
  (1, 1, 1, 0, 0, 'LOCKED_FOR_MAPPING', null), (1, 2, 3, 1, 0, 'AUTO_UNLOCKED_FOR_MAPPING', null),
  (2, 1, 1, 0, 0, 'LOCKED_FOR_MAPPING', null), (2, 2, 1, 0, 40, 'COMMENT', null), (2, 3, 1, 0, 40, 'STATE_CHANGE', 'MAPPED'),
  (3, 1, 1, 0, 0, 'LOCKED_FOR_MAPPING', null), (3, 2, 1, 0, 60, 'LOCKED_FOR_MAPPING', null), (3, 3, 1, 0, 100, 'COMMENT', null),
  (3, 4, 1, 0, 100, 'STATE_CHANGE', 'MAPPED'), (3, 5, 2, 2, 0, 'LOCKED_FOR_VALIDATION', null), (3, 6, 2, 2, 40, 'COMMENT', null),
  (3, 7, 2, 2, 40, 'STATE_CHANGE', 'VALIDATED'), (3, 8, 1, 3, 0, 'COMMENT', null),
  (4, 1, 1, 0, 0, 'LOCKED_FOR_MAPPING', null), (4, 2, 1, 0, 40, 'COMMENT', null), (4, 3, 1, 0, 40, 'STATE_CHANGE', 'MAPPED'),
  (4, 4, 2, 2, 0, 'LOCKED_FOR_VALIDATION', null), (4, 5, 2, 2, 40, 'COMMENT', null), (4, 6, 2, 2, 40, 'STATE_CHANGE', 'INVALIDATED'),
  (5, 1, 1, 0, 0, 'LOCKED_FOR_MAPPING', null), (5, 2, 1, 0, 40, 'COMMENT', null), (5, 3, 1, 0, 40, 'STATE_CHANGE', 'MAPPED'),
  (5, 4, 2, 2, 0, 'LOCKED_FOR_VALIDATION', null), (5, 5, 2, 2, 40, 'COMMENT', null), (5, 6, 2, 2, 40, 'STATE_CHANGE', 'INVALIDATED'),
  (5, 7, 3, 5, 0, 'LOCKED_FOR_MAPPING', null), (5, 8, 3, 5, 40, 'COMMENT', null), (5, 9, 3, 5, 40, 'STATE_CHANGE', 'MAPPED'),
  (5, 10, 2, 8, 0, 'LOCKED_FOR_VALIDATION', null), (5, 11, 2, 8, 40, 'COMMENT', null), (5, 12, 2, 8, 40, 'STATE_CHANGE', 'VALIDATED'),
  (5, 13, 3, 9, 0, 'COMMENT', null),
  (6, 1, 1, 0, 0, 'LOCKED_FOR_MAPPING', null), (6, 2, 1, 0, 40, 'COMMENT', null), (6, 3, 1, 0, 40, 'STATE_CHANGE', 'BADIMAGERY');

-- In the order in which it happened, as an instance writes it down. No lock has a version: this was before the event log.
insert into task_history (project_id, task_id, person_id, at, kind, status, comment, duration_seconds)
select project_id, id, (array[mapper, validator, second_mapper])[who], at, kind, step.status,
       case kind when 'COMMENT' then (array['Two houses are hidden under trees.', 'All roads are in, the footpaths are missing.',
         'Please square the buildings.', 'Done as far as the imagery goes.'])[1 + (id + step) % 4] end,
       case when kind not in ('COMMENT', 'STATE_CHANGE') then 600 + 1500 * pg_temp.h(id, step) end
  from doing join step using (story), lateral (select began + make_interval(days => days, mins => minutes) as at) x
 order by at, id, step;
