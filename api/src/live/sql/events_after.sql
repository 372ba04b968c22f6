-- What happened after a position: a subscription's catch-up and its live feed. $1 project, $2 position, $3 limit.
-- Safe as it stands: positions are taken under the project's row lock, so they appear in order and without gaps.
select e.position, e.at, e.kind, e.task_id, e.number, e.status, e.lock_kind, e.lock_expires_at, e.lock_version, e.grid_version,
       e.person_id, p.username as person_username, p.picture_url as person_picture_url,
       e.lock_holder, h.username as holder_username, h.picture_url as holder_picture_url
  from project_event e
  join person p on p.id = e.person_id
  left join person h on h.id = e.lock_holder
 where e.project_id = $1 and e.position > $2
 order by e.position
 limit $3;
