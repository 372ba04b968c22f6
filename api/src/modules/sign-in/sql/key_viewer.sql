-- The person behind an API key that is in force; a blocked person's keys are not. $1 hash of the key.
select k.id as key_id, k.scope, coalesce(k.last_used_at < now() - interval '5 minutes', true) as stale,
       p.id, p.username, p.role, p.picture_url, l.ordering as level_ordering,
       exists (select from organisation_manager m where m.person_id = p.id) as manages
  from application_key k
  join person p on p.id = k.person_id
  join mapping_level l on l.id = p.level_id
 where k.key_hash = $1 and k.revoked_at is null and k.expires_at > now() and p.deleted_at is null and p.role <> 'READ_ONLY';
