-- People whose name begins like $1 (a pattern of ILIKE), those who work on project $2 (may be null) first: $3 of them after $4.
with fitting as (
  select p.username, exists (select from project_contributor c where c.project_id = $2::int and c.person_id = p.id) as participates
    from person p where p.deleted_at is null and p.username ilike $1)
select (select count(*)::int from fitting) as total,
       (select coalesce(json_agg(json_build_object('username', username, 'participates', participates) order by participates desc, username), '[]')
          from (select * from fitting order by participates desc, username limit $3 offset $4::bigint) page) as people;
