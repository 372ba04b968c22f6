-- Which tasks people did anything on, and when they last did: what their history says, without reading all of it.
CREATE TABLE "person_task" (
    "person_id" INTEGER NOT NULL,
    "task_id" INTEGER NOT NULL,
    "project_id" INTEGER NOT NULL,
    "last_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "person_task_pkey" PRIMARY KEY ("person_id", "task_id")
) WITH (fillfactor = 90);
INSERT INTO person_task (person_id, task_id, project_id, last_at)
SELECT person_id, task_id, project_id, max(at) FROM task_history GROUP BY person_id, task_id, project_id ORDER BY person_id, task_id;
CREATE INDEX "person_task_task_id_idx" ON "person_task" ("task_id");
ALTER TABLE "person_task" ADD CONSTRAINT "person_task_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Kept by whatever writes the history. Who writes it holds the task's row: two never wait for each other here.
CREATE FUNCTION keep_person_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  insert into person_task as kept (person_id, task_id, project_id, last_at)
  select person_id, task_id, project_id, max(at) from added group by person_id, task_id, project_id order by task_id, person_id
  on conflict (person_id, task_id) do update set last_at = excluded.last_at where excluded.last_at > kept.last_at;
  return null;
end $$;
CREATE TRIGGER task_history_keeps_person_tasks AFTER INSERT ON "task_history" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION keep_person_tasks();

-- Tasks that were split are none: there are few of them, and lists leave them out.
CREATE INDEX task_gone ON task (id) WHERE status = 'SPLIT';

-- Nor are they anybody's work, so that what is counts from the indexes alone.
UPDATE task SET mapped_by = NULL, validated_by = NULL WHERE status = 'SPLIT' AND coalesce(mapped_by, validated_by) IS NOT NULL;
ALTER TABLE task ADD CONSTRAINT gone_is_nobodys CHECK (status <> 'SPLIT' OR (mapped_by IS NULL AND validated_by IS NULL));
