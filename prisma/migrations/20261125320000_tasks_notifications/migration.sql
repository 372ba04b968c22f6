-- A switch of old clients, which does nothing in the original either: it is kept so that it stays as they set it.
ALTER TABLE "person" ADD COLUMN "tasks_notifications" BOOLEAN NOT NULL DEFAULT true;
