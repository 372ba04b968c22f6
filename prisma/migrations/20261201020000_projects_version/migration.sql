-- Grows with whatever REST v2 shows of projects, or finds them by, beside the work on them and the people: settings, texts, areas, and what they are
-- linked to, of any project. As people_version does; one row for all, as projects are changed rarely and read all the time.
CREATE TABLE "projects_version" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "version" BIGINT NOT NULL DEFAULT 1,

    CONSTRAINT "projects_version_pkey" PRIMARY KEY ("id"),
    CONSTRAINT one_row CHECK (id = 1)
);
INSERT INTO "projects_version" DEFAULT VALUES;

-- Some change people as well, such as an account that is deleted. All take the row of people first, so that nobody waits in a circle.
CREATE FUNCTION raise_projects_version() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  perform from people_version for no key update;
  update projects_version set version = version + 1 where xmin <> pg_current_xact_id()::xid;
  return null;
end $$;

CREATE CONSTRAINT TRIGGER project_raises_version AFTER INSERT OR UPDATE OR DELETE ON "project"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_projects_version();
CREATE CONSTRAINT TRIGGER project_text_raises_version AFTER INSERT OR UPDATE OR DELETE ON "project_text"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_projects_version();
CREATE CONSTRAINT TRIGGER project_team_raises_version AFTER INSERT OR UPDATE OR DELETE ON "project_team"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_projects_version();
CREATE CONSTRAINT TRIGGER allowed_person_raises_version AFTER INSERT OR UPDATE OR DELETE ON "project_allowed_person"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_projects_version();
CREATE CONSTRAINT TRIGGER campaign_project_raises_version AFTER INSERT OR UPDATE OR DELETE ON "campaign_project"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_projects_version();
CREATE CONSTRAINT TRIGGER project_interest_raises_version AFTER INSERT OR UPDATE OR DELETE ON "project_interest"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_projects_version();
CREATE CONSTRAINT TRIGGER custom_editor_raises_version AFTER INSERT OR UPDATE OR DELETE ON "project_custom_editor"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_projects_version();
CREATE CONSTRAINT TRIGGER priority_area_raises_version AFTER INSERT OR UPDATE OR DELETE ON "priority_area"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_projects_version();
CREATE CONSTRAINT TRIGGER campaign_raises_version AFTER UPDATE ON "campaign"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_projects_version();
CREATE CONSTRAINT TRIGGER interest_raises_version AFTER UPDATE ON "interest"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_projects_version();
CREATE CONSTRAINT TRIGGER organisation_of_projects_raises_version AFTER UPDATE OF slug ON "organisation"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_projects_version();

-- Who manages an organisation sees its drafts.
CREATE CONSTRAINT TRIGGER organisation_manager_raises_version AFTER INSERT OR UPDATE OR DELETE ON "organisation_manager"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_people_version();
