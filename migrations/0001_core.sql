-- The core: the ledger, what it is about, and what is served from it.
-- Runs on Postgres >= 15 and on the embedded database alike.

CREATE TABLE initiative (
  id smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1),
  name text NOT NULL,
  call text NOT NULL,
  currency text NOT NULL,
  funding_target_minor bigint CHECK (funding_target_minor > 0),
  gpus_target integer CHECK (gpus_target > 0),
  gpu_seconds_target bigint CHECK (gpu_seconds_target > 0),
  starts_on date,
  ends_on date,
  deadline_on date,
  note text,
  closed boolean NOT NULL,
  demonstration boolean NOT NULL,
  recipient jsonb
);

-- What the press named: apart from the ledger, in no count.
CREATE TABLE reported (
  position integer PRIMARY KEY,
  name text NOT NULL,
  role text,
  affiliation text,
  source text NOT NULL,
  reported_on date
);

CREATE TABLE signatory (
  id uuid PRIMARY KEY,
  code text NOT NULL UNIQUE,
  kind text NOT NULL CHECK (kind IN ('person', 'organisation')),
  name text NOT NULL,
  role text,
  affiliation text,
  url text,
  email text,
  -- The folded address: one signature each while it stands.
  email_key text,
  country text,
  statement text,
  public boolean NOT NULL,
  status text NOT NULL CHECK (status IN ('pending', 'published', 'rejected')),
  created_at timestamptz NOT NULL,
  published_at timestamptz
);
CREATE UNIQUE INDEX signatory_email_key ON signatory (email_key) WHERE status <> 'rejected';
CREATE INDEX signatory_wall ON signatory (kind, published_at, id) WHERE status = 'published' AND public;
CREATE INDEX signatory_list ON signatory (id) WHERE status = 'published' AND public;

CREATE TABLE site (
  code text PRIMARY KEY,
  name text NOT NULL,
  name_key text NOT NULL UNIQUE
);

CREATE TABLE pledge (
  id uuid PRIMARY KEY,
  ref text NOT NULL UNIQUE,
  signatory_id uuid NOT NULL REFERENCES signatory,
  asset text NOT NULL,
  quantity bigint NOT NULL CHECK (quantity > 0),
  source text CHECK (source IN ('given', 'bought')),
  site text REFERENCES site,
  provider text,
  windows jsonb NOT NULL,
  from_on date,
  to_on date,
  instalments jsonb NOT NULL,
  condition jsonb,
  firm boolean NOT NULL,
  visibility text NOT NULL CHECK (visibility IN ('public', 'amount-hidden', 'anonymous')),
  note text,
  status text NOT NULL CHECK (status IN ('pending', 'accepted', 'rejected')),
  reason text,
  -- Fixed at acceptance.
  rate_num text,
  rate_den text,
  rate_on date,
  rate_source text,
  created_at timestamptz NOT NULL,
  decided_at timestamptz,
  CHECK (status <> 'accepted' OR (rate_num IS NOT NULL AND rate_den IS NOT NULL))
);
CREATE INDEX pledge_signatory ON pledge (signatory_id);

-- The ledger. seq is gapless from 0: append() takes it from the head row, last in its transaction.
CREATE TABLE ledger_head (
  id smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1),
  size bigint NOT NULL
);
INSERT INTO ledger_head (size) VALUES (0);

CREATE TABLE ledger_entry (
  seq bigint PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('initiative', 'signature', 'terms', 'movement')),
  leaf bytea NOT NULL,
  leaf_hash bytea NOT NULL CHECK (length(leaf_hash) = 32),
  recorded_at timestamptz NOT NULL
);

CREATE TABLE movement (
  seq bigint PRIMARY KEY REFERENCES ledger_entry,
  pledge_id uuid NOT NULL REFERENCES pledge,
  batch text NOT NULL,
  verb text NOT NULL,
  from_stage text NOT NULL,
  to_stage text NOT NULL CHECK (to_stage <> from_stage),
  quantity bigint NOT NULL CHECK (quantity > 0),
  base bigint NOT NULL CHECK (base >= 0),
  windows jsonb,
  occurred_on date NOT NULL,
  grade text NOT NULL,
  -- A movement is taken back once.
  reverses bigint UNIQUE REFERENCES movement
);
CREATE INDEX movement_pledge ON movement (pledge_id, seq);
CREATE INDEX movement_batch ON movement (batch);
CREATE INDEX movement_windows ON movement (seq) WHERE windows IS NOT NULL;

-- What stands behind a batch beyond its grade. Free text, so it is in no leaf.
CREATE TABLE evidence (
  batch text PRIMARY KEY,
  url text,
  note text
);

-- What a leaf's `who` commits to: SHA-256(0x00 || salt || name). Erasing a person deletes the row.
CREATE TABLE entry_name (
  seq bigint PRIMARY KEY REFERENCES ledger_entry,
  signatory_id uuid NOT NULL REFERENCES signatory,
  salt bytea NOT NULL CHECK (length(salt) = 32),
  name text NOT NULL
);

CREATE TABLE log_identity (
  id smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1),
  origin text NOT NULL,
  verifier_key text NOT NULL
);

CREATE TABLE checkpoint (
  size bigint PRIMARY KEY,
  root bytea NOT NULL CHECK (length(root) = 32),
  note text NOT NULL,
  -- json, not jsonb: it is compared and sent as it was written.
  totals json NOT NULL,
  -- The hashes of the full subtrees that make up `size`, the largest first.
  frontier bytea NOT NULL,
  -- The size of the newest checkpoint up to this one whose entries moved windows; 0 before any did.
  capacity_size bigint NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE derived (
  size bigint NOT NULL REFERENCES checkpoint,
  kind text NOT NULL,
  json json NOT NULL,
  PRIMARY KEY (kind, size)
);

-- Grows when public names change without a ledger entry, so that rendered pages are made anew.
CREATE TABLE names_version (
  id smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1),
  version bigint NOT NULL
);
INSERT INTO names_version (version) VALUES (0);

CREATE TABLE idempotency (
  key bytea PRIMARY KEY,
  request_hash bytea NOT NULL,
  status smallint NOT NULL,
  answer json NOT NULL,
  created_at timestamptz NOT NULL
);

-- What came from initiative files, by the file's own keys, so that a file may come twice.
CREATE TABLE imported (
  path text PRIMARY KEY,
  digest bytea NOT NULL,
  id text NOT NULL
);

-- Units of a currency per euro, as the source prints them.
CREATE TABLE reference_rate (
  currency text NOT NULL,
  rated_on date NOT NULL,
  per_euro text NOT NULL,
  source text NOT NULL,
  PRIMARY KEY (currency, rated_on)
);
