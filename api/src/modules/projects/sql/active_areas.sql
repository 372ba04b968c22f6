-- Areas of published public projects with work or comments in the last hours, as a FeatureCollection in JSON text, with the
-- numbers that v2 has for mapping types. $1 hours
select '{"type":"FeatureCollection","features":[' || coalesce(string_agg(format(
         '{"type":"Feature","geometry":%s,"properties":{"project_id":%s,"mapping_types":%s}}', st_asgeojson(p.area_of_interest, 6), p.id,
         (select coalesce(json_agg(array_position(enum_range(null::mapping_type), type)), '[]') from unnest(p.mapping_types) type)), ',' order by p.id), '') || ']}' as areas
  from project p
 where p.status = 'PUBLISHED' and not p.private
   -- Work and comments each from an index of their own, project by project: of all the history only the last hours are read.
   and (exists (select from task_history h where h.project_id = p.id and h.kind <> 'COMMENT' and h.at > now() - make_interval(hours => $1))
        or exists (select from task_history h where h.project_id = p.id and h.kind = 'COMMENT' and h.at > now() - make_interval(hours => $1))
        or exists (select from task t where t.project_id = p.id and t.lock_holder is not null and t.lock_since > now() - make_interval(hours => $1))
        or exists (select from project_comment c where c.project_id = p.id and c.at > now() - make_interval(hours => $1)));
