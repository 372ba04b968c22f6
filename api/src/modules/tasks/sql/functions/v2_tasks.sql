-- Tasks as REST v2 shows them, each with its whole history, newest first, in the order of the numbers; those that there are not
-- are left out: select * from v2_tasks($project, $numbers, $locales); locales in the order wanted, in small letters.
-- The per-task instructions are in the first locale that has them, else in the project's own; with what they are filled in with.
-- A part of a split has the history of the task it came from, without the lock under which it was split, and without the
-- properties of an uploaded polygon: so it is in the original.
-- Task by task: to set up one statement for whatever a task may have takes longer than the few that most need.
drop function if exists v2_tasks(int, int[], text[]);
create function v2_tasks(p_project int, p_numbers int[], p_locales text[])
returns table (number int, status text, holder text, history json, annotations json, template text, x int, y int, zoom int, extra_properties jsonb)
language plpgsql stable as $$
#variable_conflict use_column
declare
  t      task;
  lines  int[];      -- the task, and those it came from
  above  int;
  hidden bigint[];   -- locks under which these were split
begin
  select words.per_task_instructions into template
    from project p
   cross join array_append(p_locales, lower(p.default_locale)) wanted (locales)
    join project_text words on words.project_id = p.id and words.per_task_instructions <> '' and lower(words.locale) = any (wanted.locales)
   where p.id = p_project
   order by array_position(wanted.locales, lower(words.locale)) limit 1;
  template := coalesce(template, '');

  foreach number in array p_numbers loop
    select * into t from task where project_id = p_project and number = v2_tasks.number;
    continue when t.id is null or t.status = 'SPLIT';
    status := t.status;
    holder := null;
    if t.lock_expires_at > statement_timestamp() then
      status := 'LOCKED_FOR_' || t.lock_kind;
      select username into holder from person where id = t.lock_holder;
    end if;

    lines := array[t.id];
    hidden := '{}';
    above := t.parent_id;
    while above is not null loop
      lines := lines || above;
      hidden := hidden || coalesce((select max(id) from task_history where task_id = above and kind in ('LOCKED_FOR_MAPPING', 'LOCKED_FOR_VALIDATION')), 0);
      select parent_id into above from task where id = above;
    end loop;
    select coalesce(json_agg(json_build_object('historyId', h.id, 'taskId', null, 'action', h.kind, 'actionText', v2_action_text(h.status, h.comment, h.duration_seconds),
             'actionDate', v2_time(h.at), 'actionBy', b.username, 'pictureUrl', b.picture_url, 'issues', i.list) order by h.id desc), '[]')
      into history
      from (select id, person_id, at, kind, status, comment, duration_seconds from task_history where task_id = any (lines) and id <> all (hidden)
            union all
            select t.lock_history_id, t.lock_holder, t.lock_since, ((case when t.lock_extended then 'EXTENDED_FOR_' else 'LOCKED_FOR_' end) || t.lock_kind)::history_kind, null, null, null where t.lock_holder is not null) h
      -- One by one: how long a history is, the planner does not know, and it would read all people for it.
     cross join lateral (select username, picture_url from person where id = h.person_id limit 1) b
      left join lateral (
        select json_agg(json_build_object('categoryId', c.id, 'name', c.name, 'count', n.count) order by c.name) as list
          from task_issue n join mapping_issue_category c on c.id = n.category_id where n.history_id = h.id
      ) i on h.kind = 'STATE_CHANGE';

    select coalesce(json_agg(json_build_object('taskId', t.number, 'annotationType', n.type, 'annotationSource', n.source, 'annotationMarkdown', n.markdown,
             'properties', n.properties) order by n.type), '[]')
      into annotations
      from task_annotation n where n.task_id = t.id;

    if template <> '' then
      select g.x, g.y, g.zoom, case when t.parent_id is null then g.extra_properties end into x, y, zoom, extra_properties
        from task_geometry g where g.task_id = t.id;
    end if;
    return next;
  end loop;
end $$;
