-- What happened in projects, and who did it, newest first in each. $1 projects, $2 rows of each, $3 only before this id; each of the following,
-- where it is not null: $4 only these kinds (all but comments when null), $5 by this person, $6 in the task of this number, $7 then
-- or later, $8 before then
select listed.*, p.*
  from unnest($1::int[]) asked (project_id)
 cross join lateral (
  select h.project_id, h.id, h.task_id, t.number, h.person_id, h.at, h.kind, h.status, h.comment, h.duration_seconds, h.undo, h.credited
    from task_history_with_open_lock h join task t on t.id = h.task_id
   where h.project_id = asked.project_id and ($3::bigint is null or h.id < $3)
     and case when $4::text[] is null then h.kind <> 'COMMENT' else h.kind::text = any ($4) end
     and ($5::int is null or h.person_id = $5) and ($6::int is null or h.task_id = (select id from task where project_id = asked.project_id and number = $6))
     and ($7::timestamptz is null or h.at >= $7) and ($8::timestamptz is null or h.at < $8)
   order by h.id desc limit $2) listed
 cross join lateral (select username, picture_url, role from person where id = listed.person_id limit 1) p;
