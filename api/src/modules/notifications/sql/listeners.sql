-- Who is to hear of comments on tasks: those they mention, and those who changed the task's state. $1 project, $2 a JSON array of
-- {"task": id, "names": [usernames], "groups": ["author", "managers", "mappers", "contributors"]}, $3 the writer, who hears nothing.
with said as (
  select * from jsonb_to_recordset($2::jsonb) as s (task int, names text[], groups text[])),
mentioned as (
  select s.task, p.id from said s join person p on p.username = any (s.names)
   union
  select s.task, pr.author_id from said s join project pr on pr.id = $1 where 'author' = any (s.groups)
   union
  select s.task, m.person_id from said s join project pr on pr.id = $1 join organisation_manager m on m.organisation_id = pr.organisation_id
   where 'managers' = any (s.groups)
   union
  select s.task, m.person_id from said s join project_team pt on pt.project_id = $1 and pt.role = 'PROJECT_MANAGER'
    join team_member m on m.team_id = pt.team_id and m.active where 'managers' = any (s.groups)
   union
  select s.task, h.person_id from said s join task_history h on h.task_id = s.task and h.kind = 'STATE_CHANGE' and h.status = 'MAPPED' and not h.undo
   where 'mappers' = any (s.groups)
   union
  select s.task, h.person_id from said s join task_history h on h.task_id = s.task and h.kind <> 'COMMENT' where 'contributors' = any (s.groups))
select task, id as person_id, true as mentioned from mentioned where id <> $3
 union all
select distinct s.task, h.person_id, false from said s join task_history h on h.task_id = s.task and h.kind = 'STATE_CHANGE'
 where h.person_id <> $3 and not exists (select from mentioned m where m.task = s.task and m.id = h.person_id);
