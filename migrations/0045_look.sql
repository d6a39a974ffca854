-- The initiative's own look: logo, accent colour, a text about it, links. Its row is sealed, and so the logo's hash is.
ALTER TABLE initiative ADD look jsonb;
GRANT UPDATE (look) ON initiative TO muster_app;

-- PNGs as the server drew them. Pages show the one whose SHA-256 `look` has; others wait for their form to be sent.
CREATE TABLE logo (
  hash text PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
  png bytea NOT NULL CHECK (length(png) <= 262144)
);
GRANT SELECT, INSERT, DELETE ON logo TO muster_app;
