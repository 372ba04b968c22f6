-- An organisation or a licence that a project names stays: deleting one must not quietly change projects.
ALTER TABLE "project" DROP CONSTRAINT "project_organisation_id_fkey",
  ADD CONSTRAINT "project_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "project" DROP CONSTRAINT "project_license_id_fkey",
  ADD CONSTRAINT "project_license_id_fkey" FOREIGN KEY ("license_id") REFERENCES "license"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
