-- Whose edits are to be counted anew, those never counted first. $1 most people: of those who were here in the last month.
select p.id
  from person p left join person_statistics s on s.person_id = p.id
 where p.deleted_at is null and p.last_seen_at > now() - interval '30 days'
   and (s.obtained_at is null or s.obtained_at < now() - interval '20 hours')
 order by s.obtained_at nulls first, p.id
 limit $1;
