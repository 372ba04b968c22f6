-- The level above each person's and what it takes. $1 people, $2 who asks (their own vote).
select p.id as person_id, next.id as level_id, next.name, nomination.nominated_at,
       (select count(*)::int from level_vote v where v.person_id = p.id and v.level_id = next.id) as votes,
       exists (select from level_vote v where v.person_id = p.id and v.level_id = next.id and v.voter_id = $2) as viewer_voted,
       coalesce((select jsonb_agg(jsonb_build_object('metric', needed.key, 'minimum', needed.minimum,
                                  'reached', coalesce((figures.of_person ->> needed.key)::float8, 0)) order by needed.key)
                   from (select r.key, max(r.value::float8) as minimum
                           from level_badge lb join badge b on b.id = lb.badge_id, jsonb_each_text(b.requirements) r
                          where lb.level_id = next.id group by r.key) needed), '[]') as requirements
  from person p
  join mapping_level now on now.id = p.level_id
 cross join lateral (select person_figures(p.id) as of_person) figures
 cross join lateral (select l.* from mapping_level l where l.ordering > now.ordering order by l.ordering limit 1) next
  left join level_nomination nomination on nomination.person_id = p.id and nomination.level_id = next.id
 where p.id = any ($1::int[]);
