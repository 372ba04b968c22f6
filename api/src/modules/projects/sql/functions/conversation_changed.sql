-- Writes down which comments are new, changed or gone, and says whose conversation that is once the transaction commits.
-- Positions have no gaps and appear in order: one writer of a project at a time.
create or replace function conversation_changed() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('conversation_changed'), project_id)
     from (select distinct project_id from changed order by project_id) projects;
  insert into project_comment_change (project_id, position, comment_id)
  select c.project_id,
         coalesce((select max(position) from project_comment_change h where h.project_id = c.project_id), 0)
           + row_number() over (partition by c.project_id order by c.id),
         c.id
    from changed c
    join project p on p.id = c.project_id; -- a project that goes takes its conversation with it
  -- A payload holds 8,000 bytes: 500 ids at most.
  perform pg_notify('taskgrid_conversations', string_agg(project_id::text, ','))
     from (select project_id, (row_number() over () - 1) / 500 as part from (select distinct project_id from changed) c) projects
    group by part;
  return null;
end $$;
create or replace trigger comment_posted after insert on project_comment
  referencing new table as changed for each statement execute function conversation_changed();
create or replace trigger comment_changed after update on project_comment
  referencing new table as changed for each statement execute function conversation_changed();
create or replace trigger comment_deleted after delete on project_comment
  referencing old table as changed for each statement execute function conversation_changed();
