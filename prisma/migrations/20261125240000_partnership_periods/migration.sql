-- A project is with a partner once at a time: work in a partnership counts once. It ends before the moment that ended it.
ALTER TABLE "partnership" ADD CONSTRAINT "partnership_once_at_a_time"
  EXCLUDE USING gist ("project_id" WITH =, "partner_id" WITH =, tstzrange("started_on", "ended_on") WITH &&);

-- Who changed a partnership.
ALTER TABLE "partnership_history" ADD COLUMN "person_id" INTEGER;
CREATE INDEX "partnership_history_person_id_idx" ON "partnership_history"("person_id");
ALTER TABLE "partnership_history" ADD CONSTRAINT "partnership_history_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
