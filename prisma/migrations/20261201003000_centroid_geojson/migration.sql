-- The centroid as GeoJSON, to six decimals: a search says where all that fit are, and writing 5,000 points took a third of its time.
ALTER TABLE "project" ADD COLUMN "centroid_geojson" TEXT GENERATED ALWAYS AS (st_asgeojson(centroid, 6)) STORED;
-- With it, so that a search with a map reads the index alone too.
DROP INDEX "project_open_status_priority_id_idx";
CREATE INDEX "project_open_status_priority_id_idx" ON "project" ("status", "priority", "id" DESC) INCLUDE ("centroid_geojson") WHERE "is_open" AND NOT "private";
