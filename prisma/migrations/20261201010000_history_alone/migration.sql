-- Figures of a person, and who did what to tasks last, are read from these indexes alone: each row lies on another page of the table.
DROP INDEX "task_history_person_id_at_idx", "task_history_task_id_id_idx";
CREATE INDEX "task_history_person_id_at_idx" ON "task_history" ("person_id", "at") INCLUDE ("task_id", "project_id", "kind", "status", "undo", "credited");
CREATE INDEX "task_history_task_id_id_idx" ON "task_history" ("task_id", "id") INCLUDE ("person_id", "at", "kind", "status", "undo", "credited");
