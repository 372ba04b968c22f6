-- Writes a comment into a task's history: select * from comment_on_task($project, $number, $person, $comment).
-- Watchers of the project hear of it; the task's state, and who changed it last, stay as they are.
create or replace function comment_on_task(p_project int, p_number int, p_person int, p_comment text) returns lock_answer
language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  answer lock_answer;
  t      task;
  at     timestamptz;
begin
  answer.number := p_number;
  select * into t from task where project_id = p_project and number = p_number for no key update;
  at := clock_timestamp();
  if t.id is null or t.status = 'SPLIT' then answer.outcome := 'TASK_NOT_FOUND'; return answer; end if;
  answer.task_id := t.id;
  answer.status := t.status;
  answer.lock_version := t.lock_version;
  insert into task_history (project_id, task_id, person_id, at, kind, comment) values (p_project, t.id, p_person, at, 'COMMENT', p_comment);
  perform append_events(p_project, 'COMMENTED', p_person, at, array[t.id]);
  answer.outcome := 'DONE';
  return answer;
end $$;
