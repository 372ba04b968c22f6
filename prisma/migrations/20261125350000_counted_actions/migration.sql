-- How often somebody did what may be done so many times within a while, counted for all instances together.
CREATE TABLE "counted_action" (
  "key" TEXT NOT NULL,
  "count" INTEGER NOT NULL DEFAULT 1,
  "until" TIMESTAMPTZ(6) NOT NULL,
  CONSTRAINT "counted_action_pkey" PRIMARY KEY ("key")
);
