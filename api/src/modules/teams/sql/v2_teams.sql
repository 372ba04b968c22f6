-- Teams by their numbers as the list of REST v2 shows them, as text. $1 teams, $2 at most so many of each function, and members
-- before managers; null: all, managers first. $3 without people.
with people as (
  select m.team_id, m.function, p.username, row_number() over of_function as position, count(*) over (partition by m.team_id, m.function) as count,
         (select row_to_json(r)::text from (select p.username, m.function, true as active, m.join_request_notifications as "joinRequestNotifications",
                                                   p.picture_url as "pictureUrl", null as "joinedDate") r) as shown
    from team_member m join person p on p.id = m.person_id
   where m.team_id = any ($1::int[]) and m.active and not $3::boolean
  window of_function as (partition by m.team_id, m.function order by p.username)
), lists as (
  select team_id, '[' || string_agg(shown, ',' order by (function = 'MANAGER') = ($2::int is null) desc, username) || ']' as people,
         max(count) filter (where function = 'MEMBER') as members, max(count) filter (where function = 'MANAGER') as managers
    from people where $2::int is null or position <= $2 group by team_id
)
select '[' || coalesce(string_agg(row_to_json(r)::text, ',' order by r."teamId"), '') || ']' as text
  from (select t.id as "teamId", o.id as "organisationId", o.name as organisation, t.name, o.logo, t.description, t.join_method as "joinMethod",
               t.visibility, coalesce(l.people, '[]')::json as members, case when not $3 then coalesce(l.members, 0) end as "membersCount",
               case when not $3 then coalesce(l.managers, 0) end as "managersCount"
          from team t join organisation o on o.id = t.organisation_id left join lists l on l.team_id = t.id
         where t.id = any ($1)) r;
