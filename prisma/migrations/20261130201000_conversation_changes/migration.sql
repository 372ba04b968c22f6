-- What changed in the conversation of a project, in order: who follows it resumes behind a position, also past what was deleted.
CREATE TABLE "project_comment_change" (
    "project_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "comment_id" INTEGER NOT NULL,

    CONSTRAINT "project_comment_change_pkey" PRIMARY KEY ("project_id", "position")
);
ALTER TABLE "project_comment_change" ADD CONSTRAINT "project_comment_change_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;
