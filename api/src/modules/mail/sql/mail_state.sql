-- How mail stands: what waits, what was sent in the last day, what failed in the last 30.
select (select count(*)::int from (select distinct person_id, kind from mail_item where mail_id is null) w) as gathering_count,
       (select count(*)::int from mail where state in ('QUEUED', 'SENDING')) as queued_count,
       (select count(*)::int from mail where state = 'SENT' and changed_at > now() - interval '1 day') as sent_count,
       (select count(*)::int from mail where state = 'FAILED' and changed_at > now() - interval '1 day') as failed_count;
