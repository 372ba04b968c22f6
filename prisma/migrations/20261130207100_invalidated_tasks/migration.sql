-- The figures of a project count what needs more mapping: without this they read all its tasks, or all that are free.
CREATE INDEX task_invalidated ON task (project_id) WHERE status = 'INVALIDATED';
