delete from level_badge;
delete from badge;
delete from mapping_level;
insert into mapping_level (id, name, approvals_required, color, ordering, is_beginner)
select id, name, greatest(coalesce(approvals_required, 0), 0), color, ordering, coalesce(is_beginner, false) from original.mapping_levels;
insert into badge (id, name, description, image_path, requirements, is_enabled, is_internal)
select id, name, coalesce(description, ''), image_path, coalesce(requirements::jsonb, '{}'), coalesce(is_enabled, true), coalesce(is_internal, false)
  from original.mapping_badges;
insert into level_badge (level_id, badge_id) select distinct level_id, badge_id from original.mapping_level_badges;
