-- A status that a manager set for many tasks, or that a part inherited from the task it was split from, is nobody's work.
ALTER TABLE "task_history" ADD COLUMN "credited" BOOLEAN NOT NULL DEFAULT true;

CREATE OR REPLACE VIEW task_history_with_open_lock AS
  SELECT id, project_id, task_id, person_id, at, kind, status, comment, duration_seconds, lock_version, undo, credited FROM task_history
  UNION ALL
  SELECT lock_history_id, project_id, id, lock_holder, lock_since,
         ((CASE WHEN lock_extended THEN 'EXTENDED_FOR_' ELSE 'LOCKED_FOR_' END) || lock_kind)::history_kind,
         NULL, NULL, NULL, lock_version, false, true
    FROM task WHERE lock_holder IS NOT NULL;

-- What a task was when it was split, so that the split can be undone. A task with status SPLIT and no row here was a part
-- of a split that was undone.
CREATE TABLE "task_split" (
    "task_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "status" "task_status" NOT NULL,
    "mapped_by" INTEGER,
    "validated_by" INTEGER,
    "invalidation_id" INTEGER,

    CONSTRAINT "task_split_pkey" PRIMARY KEY ("task_id")
);
CREATE INDEX "task_split_person_id_idx" ON "task_split"("person_id");
ALTER TABLE "task_split" ADD CONSTRAINT "task_split_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "task_split" ADD CONSTRAINT "task_split_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Splits until now were of tasks held for mapping: ready, or sent back.
INSERT INTO task_split (task_id, person_id, at, status, invalidation_id)
SELECT t.id, h.person_id, h.at, coalesce(b.status, 'READY'), CASE b.status WHEN 'INVALIDATED' THEN i.id END
  FROM task t
 CROSS JOIN LATERAL (SELECT id, person_id, at FROM task_history WHERE task_id = t.id AND status = 'SPLIT' ORDER BY id DESC LIMIT 1) h
  LEFT JOIN LATERAL (SELECT status FROM task_history WHERE task_id = t.id AND kind = 'STATE_CHANGE' AND id < h.id ORDER BY id DESC LIMIT 1) b ON true
  LEFT JOIN LATERAL (SELECT max(id) AS id FROM task_invalidation WHERE task_id = t.id) i ON true
 WHERE t.status = 'SPLIT';
