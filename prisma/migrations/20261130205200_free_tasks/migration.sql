-- What is left to map in a project: next_task reads this alone, however much is done.
CREATE INDEX task_free ON task (project_id, number) WHERE status IN ('READY', 'INVALIDATED');
