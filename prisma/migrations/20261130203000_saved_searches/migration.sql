-- A saved search holds what stands behind the ? of Explore's address, and Explore can open with one of a person's. Nothing has
-- written such rows before: there are none to be carried over.
ALTER TABLE "saved_search"
  DROP COLUMN "filter",
  ADD COLUMN "query" TEXT NOT NULL,
  ADD COLUMN "opens_explore" BOOLEAN NOT NULL DEFAULT false,
  ALTER COLUMN "name" TYPE VARCHAR(60);

CREATE UNIQUE INDEX "saved_search_opens_explore" ON "saved_search" ("person_id") WHERE "opens_explore";
