-- What a visitor's search lists and counts, in its usual order: read from the index alone, without the rows and their areas.
CREATE INDEX "project_open_status_priority_id_idx" ON "project" ("status", "priority", "id" DESC) WHERE "is_open" AND NOT "private";
