-- Changes what is sent of a team, all or nothing. $1 team, $2 changes by column. `members` ([{person, function,
-- joinRequestNotifications, unchanged}]) replaces its members; who asked to join and is not named goes on waiting.
with changed as (
  update team
     set name = coalesce($2::jsonb->>'name', name), organisation_id = coalesce(($2->>'organisationId')::int, organisation_id),
         description = case when $2 ? 'description' then $2->>'description' else description end,
         visibility = coalesce(($2->>'visibility')::team_visibility, visibility),
         join_method = coalesce(($2->>'joinMethod')::team_join_method, join_method)
   where id = $1 returning id),
named as (
  select (member->>'person')::int as person_id, (member->>'function')::team_member_function as function,
         (member->>'joinRequestNotifications')::boolean as notifications, (member->'unchanged')::boolean is true as unchanged
    from jsonb_array_elements($2->'members') member),
gone as (
  delete from team_member m using changed
   where m.team_id = changed.id and m.active and $2 ? 'members' and m.person_id not in (select person_id from named)),
come as (
  insert into team_member as m (team_id, person_id, function, active, join_request_notifications, joined_at)
  select changed.id, person_id, function, true, coalesce(notifications, false), now() from changed, named where not unchanged
      on conflict (team_id, person_id) do update
     set function = excluded.function, active = true, joined_at = case when m.active then m.joined_at else excluded.joined_at end,
         join_request_notifications = coalesce(
           (select notifications from named where named.person_id = excluded.person_id), m.join_request_notifications))
select id from changed;
