-- Numbers of the tasks that stand as people's work, in order. $1 projects, $2 people, pairwise.
select asked.project_id, asked.person_id,
       coalesce(array_agg(t.number order by t.number) filter (where t.mapped_by = asked.person_id and t.status <> 'BADIMAGERY'), '{}') as mapped,
       coalesce(array_agg(t.number order by t.number) filter (where t.validated_by = asked.person_id), '{}') as validated,
       coalesce(array_agg(t.number order by t.number) filter (where t.mapped_by = asked.person_id and t.status = 'BADIMAGERY'), '{}') as "badImagery"
  from unnest($1::int[], $2::int[]) asked (project_id, person_id)
 cross join lateral (select number, status, mapped_by, validated_by from task where project_id = asked.project_id and mapped_by = asked.person_id
                      union
                     select number, status, mapped_by, validated_by from task where project_id = asked.project_id and validated_by = asked.person_id) t
 group by 1, 2;
