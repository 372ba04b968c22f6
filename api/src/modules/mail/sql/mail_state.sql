-- How mail stands: what waits, and what was sent and failed in the last day.
select (select count(*)::int from (select distinct person_id, kind from mail_item where mail_id is null) w) as gathering_count,
       (select count(*)::int from mail where state in ('QUEUED', 'SENDING')) as queued_count,
       (select count(*)::int from mail where state = 'SENT' and changed_at > now() - interval '1 day') as sent_count,
       (select count(*)::int from mail where state = 'FAILED' and changed_at > now() - interval '1 day') as failed_count;
