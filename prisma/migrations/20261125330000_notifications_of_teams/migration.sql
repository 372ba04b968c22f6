-- The team that a notification is about, and when a person last opened the list of what is new.
ALTER TABLE "message" ADD COLUMN "team_id" INTEGER;
ALTER TABLE "message" ADD CONSTRAINT "message_team_id_fkey"
  FOREIGN KEY ("team_id") REFERENCES "team" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "message_team_id_idx" ON "message" ("team_id");

CREATE TABLE "notification_bell" (
  "person_id" INTEGER NOT NULL,
  "opened_at" TIMESTAMPTZ(6) NOT NULL,
  CONSTRAINT "notification_bell_pkey" PRIMARY KEY ("person_id"),
  CONSTRAINT "notification_bell_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
