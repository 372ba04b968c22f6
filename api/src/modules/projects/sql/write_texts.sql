-- Writes texts of a project, a text left out (null) stays as it is. $1 project, $2 [{locale, name, short_description, …}]
with given as (
  select * from jsonb_to_recordset($2::jsonb)
    as g (locale text, name text, short_description text, description text, instructions text, per_task_instructions text)
), touched as (
  update project set changed_at = now() where id = $1
)
insert into project_text as t (project_id, locale, name, short_description, description, instructions, per_task_instructions)
select $1, locale, coalesce(name, ''), coalesce(short_description, ''), coalesce(description, ''), coalesce(instructions, ''), coalesce(per_task_instructions, '')
  from given
on conflict (project_id, locale) do update
   -- What is not given keeps the text of the row as it is now, not as it was when the statement began.
   set (name, short_description, description, instructions, per_task_instructions) = (
     select coalesce(g.name, t.name), coalesce(g.short_description, t.short_description), coalesce(g.description, t.description),
            coalesce(g.instructions, t.instructions), coalesce(g.per_task_instructions, t.per_task_instructions)
       from given g where g.locale = excluded.locale);
