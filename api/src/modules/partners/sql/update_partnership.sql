-- Changes the period of a partnership; what stays as it is leaves no trace. $1 partnership, $2 start (kept when null),
-- $3 end, $4 whether the end changes, $5 who does it
with old as (select * from partnership where id = $1 for update),
changed as (
  update partnership p set started_on = coalesce($2::timestamptz, old.started_on), ended_on = case when $4::boolean then $3::timestamptz else old.ended_on end
    from old where p.id = old.id returning p.id, p.started_on, p.ended_on),
written as (
  insert into partnership_history (partnership_id, project_id, partner_id, action, started_on_old, ended_on_old, started_on_new, ended_on_new, person_id)
  select old.id, old.project_id, old.partner_id, 'UPDATE', old.started_on, old.ended_on, changed.started_on, changed.ended_on, $5
    from old join changed using (id) where (old.started_on, old.ended_on) is distinct from (changed.started_on, changed.ended_on))
select id from changed;
