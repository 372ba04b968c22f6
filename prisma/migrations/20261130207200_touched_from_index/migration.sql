-- Who touched thousands of tasks has them in as many pages of the table; with all that is asked of them, the index alone is read.
ALTER TABLE person_task DROP CONSTRAINT person_task_pkey,
  ADD CONSTRAINT person_task_pkey PRIMARY KEY (person_id, task_id) INCLUDE (project_id, last_at);
