-- What happened in a project is figured out from this index alone: days, time spent and what was done last read no rows, which lie
-- all over the table.
DROP INDEX task_history_activity;
CREATE INDEX task_history_activity ON task_history (project_id, at DESC, id) INCLUDE (task_id, person_id, kind, status, duration_seconds) WHERE kind <> 'COMMENT';
