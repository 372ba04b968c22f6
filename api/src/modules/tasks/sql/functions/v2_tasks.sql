-- Tasks as REST v2 shows them, each with its whole history, newest first: select * from v2_tasks($project, $numbers, $locales);
-- locales in the order wanted, in small letters. The per-task instructions are in the first locale that has them, else in the
-- project's own; to be filled in.
-- A part of a split has the history of the task it came from, without the lock under which it was split, and without the
-- properties of an uploaded polygon: so it is in the original.
-- A function for its plan: to make it anew takes longer than the work.
create or replace function v2_tasks(p_project int, p_numbers int[], p_locales text[])
returns table (number int, project_id int, status text, holder text, history json, annotations json, newest text, template text,
               x int, y int, zoom int, extra_properties jsonb)
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  return query
  with recursive asked as (
    select t.*, p.default_locale, h.username as holder
      from task_now t join project p on p.id = t.project_id left join person h on h.id = t.lock_holder
     where t.id = any (task_ids(p_project, p_numbers))
  ), line as (
    select id as task, id, parent_id, false as is_parent from asked
    union all
    select line.task, t.id, t.parent_id, true from line join task t on t.id = line.parent_id
  )
  select a.number, a.project_id, a.status, a.holder, coalesce(past.rows, '[]') as history, coalesce(notes.list, '[]') as annotations, past.newest,
         coalesce(words.template, '') as template, g.x, g.y, g.zoom, case when a.parent_id is null then g.extra_properties end as extra_properties
    from asked a
    join task_geometry g on g.task_id = a.id
    cross join lateral (
      select json_agg(json_build_object('historyId', h.id, 'taskId', null, 'action', h.kind, 'actionText', v2_action_text(h.status, h.comment, h.duration_seconds),
               'actionDate', v2_time(h.at), 'actionBy', b.username, 'pictureUrl', b.picture_url, 'issues', i.list) order by h.id desc) as rows,
             v2_time((array_agg(h.at order by h.id desc))[1]) as newest
        from line l
        join task_history_with_open_lock h on h.task_id = l.id
        -- One by one: how long a history is, the planner does not know, and it would read all people for it.
        cross join lateral (select username, picture_url from person where id = h.person_id limit 1) b
        left join lateral (
          select json_agg(json_build_object('categoryId', c.id, 'name', c.name, 'count', n.count) order by c.name) as list
            from task_issue n join mapping_issue_category c on c.id = n.category_id where n.history_id = h.id
        ) i on h.kind = 'STATE_CHANGE'
       where l.task = a.id
         and not (l.is_parent and h.id = (select max(k.id) from task_history k where k.task_id = l.id and k.kind in ('LOCKED_FOR_MAPPING', 'LOCKED_FOR_VALIDATION')))
    ) past
    left join lateral (
      select json_agg(json_build_object('taskId', a.number, 'annotationType', n.type, 'annotationSource', n.source, 'annotationMarkdown', n.markdown,
               'properties', n.properties) order by n.type) as list
        from task_annotation n where n.task_id = a.id
    ) notes on true
    left join lateral (
      select x.per_task_instructions as template
        from project_text x, array_append(p_locales, lower(a.default_locale)) wanted (locales)
       where x.project_id = a.project_id and x.per_task_instructions <> '' and lower(x.locale) = any (wanted.locales)
       order by array_position(wanted.locales, lower(x.locale)) limit 1
    ) words on true;
end $$;
