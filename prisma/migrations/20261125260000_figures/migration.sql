-- Figures are read from the history itself: these let them read what they need and no more.

-- The time of a person, in all or in one project.
CREATE INDEX task_history_time ON task_history (person_id, project_id) INCLUDE (kind, at, duration_seconds)
 WHERE duration_seconds IS NOT NULL;

-- What came of tasks day by day, over all projects.
CREATE INDEX task_history_results ON task_history (at) INCLUDE (project_id, status)
 WHERE kind = 'STATE_CHANGE' AND credited AND NOT undo AND status IN ('MAPPED', 'VALIDATED', 'BADIMAGERY');

-- The area of tasks by their state.
CREATE INDEX task_geometry_area ON task_geometry (task_id) INCLUDE (area_m2);
