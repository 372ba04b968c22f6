-- What a mail tells: its notifications, the oldest first. $1 mail.
select m.id, m.type::text as type, m.subject, m.body, m.at, m.project_id, t.number as task_number, s.username as sender
  from mail_item i
  join message m on m.id = i.message_id
  left join task t on t.id = m.task_id
  left join person s on s.id = m.sender_id
 where i.mail_id = $1
 order by m.id;
