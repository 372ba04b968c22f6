-- A banner that nobody wrote is no row: clients of v2 greet until somebody does.
DELETE FROM "banner" WHERE "markdown" = '' AND NOT "visible";
