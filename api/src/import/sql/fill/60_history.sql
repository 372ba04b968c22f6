insert into mapping_issue_category (id, name, description, archived) select id, name, description, coalesce(archived, false) from original.mapping_issue_categories;
select original.lay_aside('task_history');
select original.lay_aside('person_task'); -- which the history fills
insert into task_history (id, project_id, task_id, person_id, at, kind, status, comment, duration_seconds, undo, credited)
select h.id, h.project_id, t.id, h.user_id, h.at at time zone 'UTC', h.kind, h.status, h.comment, h.duration_seconds, h.undo, h.credited
  from original.ready_history h join original.ready_task t on t.project_id = h.project_id and t.number = h.number
 order by h.id;
select original.put_back('task_history');
select original.put_back('person_task');
insert into task_issue (history_id, category_id, count) select task_history_id, mapping_issue_category_id, count from original.task_mapping_issues;
insert into task_invalidation (id, project_id, task_id, history_id, mapper_id, mapped_at, invalidator_id, invalidated_at, validator_id, validated_at, closed, changed_at)
select id, project_id, task_id, history_id, mapper_id, mapped_date at time zone 'UTC', invalidator_id, invalidated_date at time zone 'UTC',
       validator_id, validated_date at time zone 'UTC', closed, coalesce(updated_date, validated_date, invalidated_date) at time zone 'UTC'
  from original.ready_invalidation;
insert into task_annotation (task_id, type, source, markdown, properties, changed_at)
select t.id, a.annotation_type, a.annotation_source, a.annotation_markdown, coalesce(a.properties::jsonb, '{}'), coalesce(a.updated_timestamp at time zone 'UTC', now())
  from original.task_annotations a join original.ready_task t on t.project_id = a.project_id and t.number = a.task_id where a.annotation_type is not null;
-- Everyone who ever finished work on a task.
insert into project_contributor (project_id, person_id, since)
select project_id, user_id, min(at) at time zone 'UTC' from original.ready_history
 where status in ('MAPPED', 'VALIDATED', 'INVALIDATED', 'BADIMAGERY') and credited group by project_id, user_id;
