-- In the order in which it happened, as an instance writes it down; a lock says how long it was held.
insert into task_history (id, project_id, task_id, action, action_text, action_date, user_id)
select row_number() over (order by at, id, step), project_id, number, kind,
       case kind when 'STATE_CHANGE' then step.status
                 when 'COMMENT' then (array['Two houses are hidden under trees.', 'All roads are in, the footpaths are missing.',
                   'Please square the buildings.', 'Done as far as the imagery goes.'])[1 + (id + step) % 4]
                 when 'AUTO_UNLOCKED_FOR_MAPPING' then '02:00:00'
                 else to_char(make_interval(secs => 600 + 1500 * pg_temp.h(id, step)), 'HH24:MI:SS.US') end,
       at, (array[mapper, validator, second_mapper])[who]
  from doing join step using (story), lateral (select began + make_interval(days => days, mins => minutes) as at) x
 order by at, id, step;

create temporary table verdict as
select h.id as history_id, h.action_text as verdict, h.action_date as at, d.*
  from task_history h join doing d on d.project_id = h.project_id and d.number = h.task_id
 where h.action = 'STATE_CHANGE' and h.action_text in ('VALIDATED', 'INVALIDATED');
insert into task_invalidation_history (project_id, task_id, is_closed, mapper_id, mapped_date, invalidator_id, invalidated_date, invalidation_history_id, validator_id,
                                       validated_date, updated_date)
select project_id, number, story = 5, mapper, began + interval '40 minutes', validator, at, history_id, case story when 5 then validator end,
       case story when 5 then began + interval '8 days 40 minutes' end, case story when 5 then began + interval '8 days 40 minutes' else at end
  from verdict where verdict = 'INVALIDATED' order by history_id;
insert into task_mapping_issues (mapping_issue_category_id, task_history_id, issue, count)
select 1 + history_id % 10, history_id, 'Issue ' || 1 + history_id % 10, 1 + history_id % 3 from verdict where verdict = 'INVALIDATED' and history_id % 3 = 0;

-- What people were told: of half of the verdicts, and by those who lead a project.
insert into messages (message, subject, from_user_id, to_user_id, date, read, message_type, project_id, task_id)
select '<p>Hello, your work on <a href="https://example.org/projects/' || project_id || '/tasks/?search=' || number || '">task ' || number || '</a> was looked at.</p>',
       '<a href="https://example.org/projects/' || project_id || '">Project ' || project_id || '</a>: <a href="https://example.org/projects/' || project_id
         || '/tasks/?search=' || number || '">task ' || number || '</a> is ' || lower(verdict),
       validator, mapper, at, history_id % 4 > 0, case verdict when 'VALIDATED' then 4 else 5 end, project_id, number
  from verdict where history_id % 2 = 0 order by history_id;
insert into messages (message, subject, from_user_id, to_user_id, date, read, message_type, project_id)
select '<p>To all of <a href="https://example.org/projects/' || p.id || '">project ' || p.id || '</a></p><p>The new imagery is there.</p>', 'New imagery', p.author_id,
       pg_temp.one_of(people, 9 * p.id + k, 46), p.last_updated, k % 2 = 0, 2, p.id
  from size, projects p, generate_series(0, 8) k order by p.id, k;
