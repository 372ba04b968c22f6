-- Grows with whatever answers show of people, levels, teams and organisations beside the things they are about: an answer that is
-- kept is named by it, so that it is never the one from before a change.
CREATE TABLE "people_version" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "version" BIGINT NOT NULL DEFAULT 1,

    CONSTRAINT "people_version_pkey" PRIMARY KEY ("id"),
    CONSTRAINT one_row CHECK (id = 1)
);
INSERT INTO "people_version" DEFAULT VALUES;

-- Once a transaction, and as its last lock: everyone who changes people waits for this row, and nobody who has it waits for another.
CREATE FUNCTION raise_people_version() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  update people_version set version = version + 1 where xmin <> pg_current_xact_id()::xid;
  return null;
end $$;

CREATE CONSTRAINT TRIGGER person_raises_version AFTER UPDATE OF username, name, picture_url, level_id, registered_at ON "person"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN ((old.username, old.name, old.picture_url, old.level_id, old.registered_at)
    IS DISTINCT FROM (new.username, new.name, new.picture_url, new.level_id, new.registered_at))
  EXECUTE FUNCTION raise_people_version();
CREATE CONSTRAINT TRIGGER level_raises_version AFTER UPDATE OF name ON "mapping_level"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_people_version();
CREATE CONSTRAINT TRIGGER organisation_raises_version AFTER UPDATE OF name, logo ON "organisation"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_people_version();
CREATE CONSTRAINT TRIGGER team_raises_version AFTER INSERT OR UPDATE OR DELETE ON "team"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_people_version();
CREATE CONSTRAINT TRIGGER team_member_raises_version AFTER INSERT OR UPDATE OR DELETE ON "team_member"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_people_version();
