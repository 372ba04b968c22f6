-- People who first signed in between $1 and the end of $2 (dates, UTC), by what they are.
with came as (
  select p.level_id, p.gender, p.email_verified,
         exists (select from project_contributor c where c.person_id = p.id) as contributed
    from person p
   where p.deleted_at is null and p.registered_at >= $1::date::timestamp at time zone 'UTC'
     and p.registered_at < ($2::date + 1)::timestamp at time zone 'UTC')
select count(*)::int as total, count(*) filter (where contributed)::int as contributed,
       count(*) filter (where email_verified)::int as "emailVerified",
       count(*) filter (where gender = 'MALE')::int as male, count(*) filter (where gender = 'FEMALE')::int as female,
       count(*) filter (where gender = 'SELF_DESCRIBE')::int as "selfDescribe", count(*) filter (where gender = 'PREFER_NOT')::int as "preferNot",
       (select coalesce(jsonb_agg(jsonb_build_object('number', l.id, 'name', l.name, 'count', coalesce(n.count, 0)) order by l.ordering), '[]')
          from mapping_level l left join (select level_id, count(*)::int as count from came group by level_id) n on n.level_id = l.id) as levels
  from came;
