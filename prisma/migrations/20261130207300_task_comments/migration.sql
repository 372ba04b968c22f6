-- Where people talked of tasks lately: the other rows of the history have an index of their own.
CREATE INDEX task_history_comments ON task_history (project_id, at) WHERE kind = 'COMMENT';
