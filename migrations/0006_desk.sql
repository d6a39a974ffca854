-- The admin's desk: who may sign in to it and how, what was done there, and what it adds to evidence.

CREATE TABLE admin (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  email text NOT NULL,
  -- The folded address: one admin each while it is not removed.
  email_key text NOT NULL,
  role text NOT NULL CHECK (role IN ('viewer', 'operator', 'owner')),
  created_at timestamptz NOT NULL,
  -- Of the link in the newest invitation, until it is used: a passkey is made by it.
  invite_hash bytea UNIQUE CHECK (length(invite_hash) = 32),
  invite_expires_at timestamptz,
  -- Removed is kept, for the trail names it.
  removed_at timestamptz
);
CREATE UNIQUE INDEX admin_email_key ON admin (email_key) WHERE removed_at IS NULL;

-- A WebAuthn credential.
CREATE TABLE passkey (
  id uuid PRIMARY KEY,
  admin_id uuid NOT NULL REFERENCES admin,
  -- base64url
  credential_id text NOT NULL UNIQUE,
  public_key bytea NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL,
  -- As its owner calls it.
  name text NOT NULL,
  created_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX passkey_admin ON passkey (admin_id);

-- What a passkey is asked to sign: made for one page, used once, gone in minutes.
CREATE TABLE challenge (
  hash bytea PRIMARY KEY CHECK (length(hash) = 32),
  purpose text NOT NULL CHECK (purpose IN ('sign-in', 'touch', 'passkey', 'owner')),
  -- Who is asked, where that is known: of a first owner, the id that is going to be theirs.
  admin_id uuid,
  expires_at timestamptz NOT NULL
);
CREATE INDEX challenge_expiry ON challenge (expires_at);

CREATE TABLE recovery_code (
  hash bytea PRIMARY KEY CHECK (length(hash) = 32),
  admin_id uuid NOT NULL REFERENCES admin,
  created_at timestamptz NOT NULL
);
CREATE INDEX recovery_code_admin ON recovery_code (admin_id);

-- A program's way in, with rights of its own. Shown once; only its hash is here.
CREATE TABLE api_token (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  rights text[] NOT NULL,
  made_by uuid NOT NULL REFERENCES admin,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  used_at timestamptz
);

-- A session is a signatory's or an admin's; an admin's `confirmed_at` is the passkey's last touch.
ALTER TABLE session
  ALTER signatory_id DROP NOT NULL,
  ADD admin_id uuid REFERENCES admin,
  ADD CHECK (num_nonnulls(signatory_id, admin_id) = 1);
CREATE INDEX session_admin ON session (admin_id);

-- Who did what to what, when and from where. Names of changed personal fields, never their values.
CREATE TABLE audit (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  -- session, token, bootstrap, machine, signatory or public.
  by text NOT NULL,
  admin_id uuid REFERENCES admin,
  -- The session's or the token's id; sessions are deleted.
  means_id uuid,
  signatory_id uuid REFERENCES signatory,
  -- Of admins alone.
  "from" text,
  act text NOT NULL,
  object text,
  fields text[] NOT NULL,
  facts jsonb NOT NULL
);
CREATE INDEX audit_object ON audit (object, id);
CREATE INDEX audit_act ON audit (act, id);
CREATE INDEX audit_admin ON audit (admin_id, id);
CREATE INDEX audit_signatory ON audit (signatory_id, id) WHERE signatory_id IS NOT NULL;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What an admin asked back of a giver, while it waits; and why a signature was rejected.
ALTER TABLE signatory ADD question text, ADD asked_at timestamptz, ADD reason text;
-- Who else has an address on this domain.
CREATE INDEX signatory_domain ON signatory (split_part(email_key, '@', 2));
ALTER TABLE pledge ADD question text, ADD asked_at timestamptz;

-- Of a batch: the agreement's or the bank's reference, and what the bank kept. Never public.
ALTER TABLE evidence
  ADD reference text,
  ADD fee_minor bigint CHECK (fee_minor >= 0);

-- The acceptances that were taken back, for the lists that tell when a pledge was accepted.
CREATE INDEX movement_undone ON movement (pledge_id) WHERE to_stage = 'outside';

-- Why the initiative's terms changed, beside the ledger entry that says what they are since.
CREATE TABLE initiative_change (
  seq bigint PRIMARY KEY REFERENCES ledger_entry,
  reason text NOT NULL
);

CREATE TABLE milestone (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('funding', 'gpus')),
  -- Minor units of the initiative's currency, or GPUs at once.
  reaches bigint NOT NULL CHECK (reaches > 0),
  label text NOT NULL,
  UNIQUE (kind, reaches)
);

GRANT SELECT, INSERT, UPDATE ON admin TO muster_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON passkey TO muster_app;
GRANT SELECT, INSERT, DELETE ON challenge, recovery_code, milestone TO muster_app;
GRANT SELECT, INSERT, UPDATE ON api_token TO muster_app;
GRANT SELECT, INSERT ON audit, initiative_change TO muster_app;
GRANT UPDATE (question, asked_at) ON signatory, pledge TO muster_app;
GRANT UPDATE (reason) ON signatory TO muster_app;
GRANT UPDATE (call, funding_target_minor, gpus_target, gpu_seconds_target, starts_on, ends_on, deadline_on,
  note, closed, recipient) ON initiative TO muster_app;
