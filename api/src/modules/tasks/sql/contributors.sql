-- Who worked on projects and what stands of it. $1 projects, $2 rows a project, $3 part of a username as a pattern, $4 one person
-- alone, $5 and $6 only behind this place: key and person; $7 of this level alone; /*key*/ is what they are ordered by, the smallest first.
select asked.project_id, listed.*
  from unnest($1::int[]) asked (project_id)
 cross join lateral (
   select w.*
     from (select c.*, /*key*/ as key
             from (select pc.person_id, p.username, pc.since, coalesce(seen.at, pc.since) as last_seen, coalesce(work.mapped, 0) as mapped,
                          coalesce(work.validated, 0) as validated, coalesce(work.bad_imagery, 0) as bad_imagery
                     from project_contributor pc
                     join person p on p.id = pc.person_id
                     left join (
                       select person_id, sum(mapped)::int as mapped, sum(validated)::int as validated, sum(bad_imagery)::int as bad_imagery
                         from (select mapped_by as person_id, count(*) filter (where status <> 'BADIMAGERY') as mapped, 0 as validated,
                                      count(*) filter (where status = 'BADIMAGERY') as bad_imagery
                                 from task where project_id = asked.project_id and mapped_by is not null group by mapped_by
                                union all
                               select validated_by, 0, count(*), 0
                                 from task where project_id = asked.project_id and validated_by is not null group by validated_by) done
                        group by person_id) work on work.person_id = pc.person_id
                     left join (select changed_by, max(changed_at) as at from task where project_id = asked.project_id group by changed_by) seen
                       on seen.changed_by = pc.person_id
                    where pc.project_id = asked.project_id and ($7::int is null or p.level_id = $7)) c
            where ($3::text is null or c.username ilike $3) and ($4::int is null or c.person_id = $4)) w
    where $6::int is null or (w.key, w.person_id) > ($5, $6)
    order by w.key, w.person_id
    limit $2) listed;
