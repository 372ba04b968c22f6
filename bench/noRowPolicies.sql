-- Takes away what rowPolicies.sql made: the instance is as it was.
do $$
declare guarded text;
begin
  foreach guarded in array '{project,project_text,project_contributor,project_progress,project_team,task,task_history,task_geometry,task_issue,team}'::text[] loop
    execute format('drop policy if exists bench on %I', guarded);
    execute format('alter table %I disable row level security', guarded);
  end loop;
end $$;
drop schema bench cascade;
drop owned by bench_reader cascade;
drop role bench_reader;
