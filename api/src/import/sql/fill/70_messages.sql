-- Whoever listens learns of new messages; of old ones there is nothing to learn.
alter table message disable trigger message_sent;
select original.lay_aside('message');
insert into message (id, type, receiver_id, sender_id, project_id, task_id, subject, html_subject, body, at, read_at)
select m.id, (array['SYSTEM', 'BROADCAST', 'MENTION_NOTIFICATION', 'VALIDATION_NOTIFICATION', 'INVALIDATION_NOTIFICATION', 'REQUEST_TEAM_NOTIFICATION',
               'INVITATION_NOTIFICATION', 'TASK_COMMENT_NOTIFICATION', 'PROJECT_CHAT_NOTIFICATION', 'PROJECT_ACTIVITY_NOTIFICATION',
               'TEAM_BROADCAST'])[m.message_type]::message_type,
       m.to_user_id, m.from_user_id, m.project_id, t.id,
       -- A subject is plain words here; what the original wrote into it were links.
       replace(replace(replace(replace(regexp_replace(coalesce(m.subject, ''), '<[^<>]*>', '', 'g'), '&lt;', '<'), '&gt;', '>'), '&quot;', '"'), '&amp;', '&'),
       coalesce(m.subject, ''), coalesce(m.message, ''), coalesce(m.date at time zone 'UTC', now()), case when m.read then coalesce(m.date at time zone 'UTC', now()) end
  from original.messages m
  left join original.ready_task t on t.project_id = m.project_id and t.number = m.task_id
 order by m.id;
select original.put_back('message');
alter table message enable trigger message_sent;
insert into banner (id, markdown, visible) select 1, coalesce(message, ''), coalesce(visible, false) from original.banner on conflict (id) do update set markdown = excluded.markdown, visible = excluded.visible;
insert into release_version (id, tag_name, published_at) select 1, tag_name, published_at at time zone 'UTC' from original.release_version on conflict (id) do nothing;
