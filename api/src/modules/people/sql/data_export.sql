-- All that is kept about one person, as one JSON object. $1 person, $2 most rows of each list; `counts` says how many there are.
select jsonb_build_object(
  'exportedAt', now(),
  'mostRowsOfAList', $2::int,
  'counts', jsonb_build_object(
    'taskHistory', (select count(*) from task_history where person_id = $1),
    'projectComments', (select count(*) from project_comment where person_id = $1),
    'notifications', (select count(*) from message where receiver_id = $1)),
  'profile', (select to_jsonb(p) - 'level_id' || jsonb_build_object('level', l.name) from person p join mapping_level l on l.id = p.level_id where p.id = $1),
  'outsideStatistics', (select figures from person_statistics where person_id = $1),
  'badges', coalesce((select jsonb_agg(jsonb_build_object('name', b.name, 'awardedAt', pb.awarded_at) order by pb.awarded_at)
    from person_badge pb join badge b on b.id = pb.badge_id where pb.person_id = $1), '[]'),
  'interests', coalesce((select jsonb_agg(i.name order by i.name) from person_interest pi join interest i on i.id = pi.interest_id where pi.person_id = $1), '[]'),
  'licencesAccepted', coalesce((select jsonb_agg(jsonb_build_object('name', l.name, 'acceptedAt', a.accepted_at) order by a.accepted_at)
    from license_acceptance a join license l on l.id = a.license_id where a.person_id = $1), '[]'),
  'organisationsManaged', coalesce((select jsonb_agg(o.name order by o.name) from organisation_manager m join organisation o on o.id = m.organisation_id where m.person_id = $1), '[]'),
  'teams', coalesce((select jsonb_agg(jsonb_build_object('name', t.name, 'function', m.function, 'active', m.active, 'joinedAt', m.joined_at) order by t.name)
    from team_member m join team t on t.id = m.team_id where m.person_id = $1), '[]'),
  'favouriteProjects', coalesce((select jsonb_agg(project_id order by project_id) from project_favourite where person_id = $1), '[]'),
  'savedSearches', coalesce((select jsonb_agg(jsonb_build_object('name', name, 'query', query, 'opensExplore', opens_explore, 'createdAt', created_at) order by id) from saved_search where person_id = $1), '[]'),
  'notificationPreferences', coalesce((select jsonb_agg(to_jsonb(n) - 'person_id' order by type) from notification_preference n where person_id = $1), '[]'),
  'sessions', coalesce((select jsonb_agg(to_jsonb(s) order by s.created_at desc) from (
    select created_at, last_seen_at, expires_at, revoked_at, user_agent from session where person_id = $1 order by created_at desc limit $2) s), '[]'),
  'applicationKeys', coalesce((select jsonb_agg(to_jsonb(k) order by k.created_at desc) from (
    select name, prefix, scope, created_at, expires_at, last_used_at, revoked_at from application_key where person_id = $1 order by created_at desc limit $2) k), '[]'),
  'projectComments', coalesce((select jsonb_agg(to_jsonb(c) order by c.at desc) from (
    select project_id, at, markdown from project_comment where person_id = $1 order by at desc limit $2) c), '[]'),
  'taskHistory', coalesce((select jsonb_agg(to_jsonb(h) order by h.at desc) from (
    select h.project_id, t.number, h.at, h.kind, h.status, h.comment, h.duration_seconds
      from task_history h join task t on t.id = h.task_id where h.person_id = $1 order by h.at desc limit $2) h), '[]'),
  'mails', coalesce((select jsonb_agg(to_jsonb(m) order by m.created_at desc) from (
    select kind, state, address, created_at, changed_at from mail where person_id = $1 order by created_at desc limit $2) m), '[]'),
  'notifications', coalesce((select jsonb_agg(to_jsonb(m) order by m.at desc) from (
    select type, project_id, subject, body, at, read_at from message where receiver_id = $1 order by at desc limit $2) m), '[]')
) as everything;
