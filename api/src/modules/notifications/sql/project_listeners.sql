-- Who is to hear of a comment in a project's conversation. $1 project, $2 usernames, $3 groups, $4 the writer, who hears nothing. Besides
-- those it mentions: who worked there or has it as a favourite, if they ask for such news.
with mentioned as (
  select id from person where username = any ($2::text[])
   union
  select author_id from project where id = $1 and 'author' = any ($3::text[])
   union
  select m.person_id from project pr join organisation_manager m on m.organisation_id = pr.organisation_id
   where pr.id = $1 and 'managers' = any ($3::text[])
   union
  select m.person_id from project_team pt join team_member m on m.team_id = pt.team_id and m.active
   where pt.project_id = $1 and pt.role = 'PROJECT_MANAGER' and 'managers' = any ($3::text[])
   union
  select person_id from task_history where project_id = $1 and kind = 'STATE_CHANGE' and status = 'MAPPED' and not undo and 'mappers' = any ($3::text[])
   union
  select person_id from project_contributor where project_id = $1 and 'contributors' = any ($3::text[]))
select id as person_id, true as mentioned from mentioned where id <> $4
 union all
select f.person_id, false
  from (select person_id from project_contributor where project_id = $1
         union select person_id from project_favourite where project_id = $1) f
 where f.person_id <> $4 and wants_in_app(f.person_id, 'PROJECT_CHAT_NOTIFICATION')
   and not exists (select from mentioned m where m.id = f.person_id);
