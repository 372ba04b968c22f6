-- What happened in a project, comments aside, by its time: a page of it, how much there is, and who took part are read from this
-- alone.
CREATE INDEX task_history_activity ON task_history (project_id, at DESC, id) INCLUDE (task_id, person_id) WHERE kind <> 'COMMENT';
