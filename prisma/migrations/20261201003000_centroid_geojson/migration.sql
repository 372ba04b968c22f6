-- The centroid as GeoJSON, to six decimals: a search says where all that fit are, and writing 5,000 points took a third of its time.
ALTER TABLE "project" ADD COLUMN "centroid_geojson" TEXT GENERATED ALWAYS AS (st_asgeojson(centroid, 6)) STORED;
-- What a search lists and counts in its usual order, with what says who may see it: read from the index alone, for visitors and for who is
-- signed in. What it puts on the map has an index of its own: with the points the first would be four times as long to count.
DROP INDEX "project_open_status_priority_id_idx", "project_status_priority_id_idx";
CREATE INDEX "project_status_priority_id_idx" ON "project" ("status", "priority", "id" DESC) INCLUDE ("is_open", "private", "author_id", "organisation_id");
CREATE INDEX "project_on_map_idx" ON "project" ("status", "priority", "id" DESC) INCLUDE ("is_open", "private", "author_id", "organisation_id", "centroid_geojson");
