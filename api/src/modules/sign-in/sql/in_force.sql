-- Whether what a request came with still lets its person in. $1 session or null, $2 key or null.
select exists (
  select from session s join person p on p.id = s.person_id
   where s.id = $1 and s.revoked_at is null and s.expires_at > now() and p.deleted_at is null
  union all
  select from application_key k join person p on p.id = k.person_id
   where k.id = $2 and k.revoked_at is null and k.expires_at > now() and p.deleted_at is null and p.role <> 'READ_ONLY') as in_force;
