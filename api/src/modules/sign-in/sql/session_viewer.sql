-- The person behind a session that is in force. $1 hash of the token.
select s.id as session_id, s.last_seen_at < now() - interval '5 minutes' as stale, p.id, p.username, p.role, p.picture_url, l.ordering as level_ordering,
       exists (select from organisation_manager m where m.person_id = p.id) as manages
  from session s
  join person p on p.id = s.person_id
  join mapping_level l on l.id = p.level_id
 where s.token_hash = $1 and s.revoked_at is null and s.expires_at > now() and p.deleted_at is null;
