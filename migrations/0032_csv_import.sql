-- CSV files that admins bring. The file is kept until it is recorded or left, at most a day: it has personal data.
CREATE TABLE csv_import (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('signatories', 'pledges', 'agreements', 'receipts')),
  admin_id uuid NOT NULL REFERENCES admin,
  -- Compressed; null once it is recorded.
  file bytea CHECK (length(file) <= 34000000),
  -- Which column each field is in, and what the admin said once for all rows.
  answers jsonb,
  -- How many rows were recorded.
  recorded integer,
  created_at timestamptz NOT NULL,
  recorded_at timestamptz,
  undone_at timestamptz,
  CHECK ((file IS NULL) = (recorded_at IS NOT NULL) AND (recorded IS NULL) = (recorded_at IS NULL))
);
CREATE INDEX csv_import_newest ON csv_import (created_at);

-- What each row made, so that it makes nothing a second time, and can be taken back.
CREATE TABLE csv_item (
  -- A hash of its external id; without one, of its content and its place among equal rows.
  key text COLLATE "C" PRIMARY KEY,
  import_id uuid NOT NULL REFERENCES csv_import,
  -- The signatory's id, the pledge's reference, or the batch of movements.
  made text NOT NULL
);
CREATE INDEX csv_item_import ON csv_item (import_id);

GRANT SELECT, INSERT, DELETE ON csv_import, csv_item TO muster_app;
GRANT UPDATE (file, answers, recorded, recorded_at, undone_at) ON csv_import TO muster_app;
