-- Whom was mailed that a project is half done or done, and when that was noticed. What is as far already is no news.
ALTER TABLE "project" ADD COLUMN "completion_mail_sent_at" TIMESTAMPTZ(6);

CREATE TABLE "progress_mail" (
  "project_id" INTEGER NOT NULL,
  "person_id" INTEGER NOT NULL,
  "percent" INTEGER NOT NULL,
  "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "progress_mail_pkey" PRIMARY KEY ("project_id", "person_id", "percent"),
  CONSTRAINT "progress_mail_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "progress_mail_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "progress_mail_person_id_idx" ON "progress_mail" ("person_id");

UPDATE "project" p
   SET "progress_mail_sent_at" = coalesce(p."progress_mail_sent_at", now()),
       "completion_mail_sent_at" = CASE WHEN g."tasks_validated" >= g."total_tasks" - g."tasks_bad_imagery" THEN now() END
  FROM "project_progress" g
 WHERE g."project_id" = p."id" AND g."total_tasks" > g."tasks_bad_imagery"
   AND g."tasks_mapped" + 2 * g."tasks_validated" >= g."total_tasks" - g."tasks_bad_imagery";
