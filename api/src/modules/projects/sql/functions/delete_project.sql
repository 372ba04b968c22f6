-- Deletes a project with all that hangs on it, unless something was done in it: returns the number of tasks that are not
-- ready any more or that somebody holds, and deletes only when it is 0.
create or replace function delete_project(p_project int) returns int language plpgsql as $$
declare
  worked int;
begin
  perform from task where project_id = p_project order by id for update; -- nobody begins meanwhile
  perform from project_progress where project_id = p_project for update;
  select count(*) into worked from task
   where project_id = p_project and (status not in ('READY', 'SPLIT') or lock_expires_at > clock_timestamp());
  if worked = 0 then delete from project where id = p_project; end if;
  return worked;
end $$;
