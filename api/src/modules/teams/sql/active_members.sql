-- Who is in teams, by name, with how many of their function there are. $1 teams, $2 at most so many of each function in a
-- team, null: all
select "teamId", username, function, "joinRequestNotifications", "pictureUrl", count
  from (select m.team_id as "teamId", p.username, m.function, m.join_request_notifications as "joinRequestNotifications",
               p.picture_url as "pictureUrl", row_number() over (partition by m.team_id, m.function order by p.username) as position,
               count(*) over (partition by m.team_id, m.function)::int as count
          from team_member m join person p on p.id = m.person_id
         where m.team_id = any ($1::int[]) and m.active) members
 where $2::int is null or position <= $2
 order by "teamId", function, username;
