-- Writes messages to those who want them: select * from notify_people($messages, $after) → who got one. $messages: a JSON array of
-- {"type", "to": [ids], "from", "project", "task", "team", "subject", "body"}. Nobody hears of what they did themselves, and who deleted
-- their account hears nothing. $after: after how many seconds they are mailed too, to those who want that; null: no mail.
drop function if exists notify_people(jsonb);
create or replace function notify_people(p_messages jsonb, p_mail_after double precision) returns setof int language plpgsql as $$
declare
  v_messages int[];
  v_receivers int[];
begin
  with sent as (
    insert into message (type, receiver_id, sender_id, project_id, task_id, team_id, subject, body)
    select m.type, p.id, m."from", m.project, m.task, m.team, m.subject, m.body
      from rows from (jsonb_to_recordset(p_messages) as (type message_type, "to" int[], "from" int, project int, task int, team int, subject text, body text))
           with ordinality m (type, "to", "from", project, task, team, subject, body, ord)
      join person p on p.id = any (m."to")
     where p.deleted_at is null and p.id is distinct from m."from" and wants_in_app(p.id, m.type)
     order by m.ord, p.id
    returning id, receiver_id)
  select array_agg(id), array_agg(distinct receiver_id) into v_messages, v_receivers from sent;
  if p_mail_after is not null then perform mail_messages(v_messages, p_mail_after); end if;
  return query select unnest(v_receivers);
end $$;

-- What people get when they have not chosen: everything but comments that do not name them.
create or replace function usually_in_app(p_type message_type) returns boolean language sql immutable as $$
  select p_type not in ('TASK_COMMENT_NOTIFICATION', 'PROJECT_CHAT_NOTIFICATION');
$$;

-- Whether such a message comes to a person. System messages always do.
create or replace function wants_in_app(p_person int, p_type message_type) returns boolean language sql stable as $$
  select p_type = 'SYSTEM' or coalesce((select in_app from notification_preference where person_id = p_person and type = p_type),
                                       usually_in_app(p_type));
$$;
