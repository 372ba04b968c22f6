-- Whether a project was ever shown to those it is for: a published one is, a draft is not, and one that is archived stays
-- what it was. Archiving a draft so shows nobody what its managers were still preparing.
ALTER TABLE "project" ADD COLUMN "is_open" BOOLEAN NOT NULL DEFAULT false;
UPDATE "project" SET "is_open" = status <> 'DRAFT';

CREATE FUNCTION project_status_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.is_open := NEW.status <> 'DRAFT';
  ELSIF NEW.status <> OLD.status THEN
    NEW.is_open := CASE NEW.status WHEN 'PUBLISHED' THEN true WHEN 'DRAFT' THEN false ELSE OLD.is_open END;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER project_status_changed BEFORE INSERT OR UPDATE OF status ON "project" FOR EACH ROW EXECUTE FUNCTION project_status_changed();
