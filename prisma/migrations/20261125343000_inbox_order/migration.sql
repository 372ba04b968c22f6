-- A person's notifications, newest first: a page of them is read from its place on, not sorted out of all of them.
CREATE INDEX "message_receiver_id_at_id_idx" ON "message" ("receiver_id", "at" DESC, "id" DESC);
