-- What a signatory does for itself: signs up, proves its address, signs in, pledges and changes its mind.

ALTER TABLE signatory
  -- When its address was proved by a link; null for whom an admin or a file has entered.
  ADD confirmed_at timestamptz,
  -- The domain of its web address, when the proved address is on it.
  ADD verified_domain text,
  -- Why it waits for an admin in place of being published: codes, signatories/review.ts.
  ADD review text[] NOT NULL DEFAULT '{}',
  -- The version of the notice that was consented to, and when.
  ADD notice text,
  ADD consented_at timestamptz,
  -- What tells two names apart: nameKey, signatories/schemas.ts.
  ADD name_key text NOT NULL DEFAULT '',
  DROP CONSTRAINT signatory_status_check,
  ADD CONSTRAINT signatory_status_check CHECK (status IN ('pending', 'published', 'rejected', 'withdrawn'));

ALTER TABLE pledge
  ADD purchase_order text,
  -- {kind, name}: a fund, an agency or a matching employer that the money comes through.
  ADD paid_through jsonb,
  ADD measured_by text CHECK (measured_by IN ('jobs', 'reservation')),
  -- A larger amount that waits for an admin: {quantity, instalments, askedAt}.
  ADD asked jsonb,
  -- Counts what its giver has changed: an admin decides on the one that was looked at.
  ADD revision integer NOT NULL DEFAULT 0,
  DROP CONSTRAINT pledge_status_check,
  ADD CONSTRAINT pledge_status_check CHECK (status IN ('pending', 'accepted', 'rejected', 'withdrawn'));
CREATE INDEX signatory_waiting ON signatory (created_at) WHERE status = 'pending';
CREATE INDEX pledge_waiting ON pledge (created_at) WHERE status = 'pending' OR asked IS NOT NULL;

-- What was typed by somebody whose address is not proved yet: no signatory, and in no list. Each try is
-- a row of its own, and its link confirms that one: nobody confirms what another typed.
CREATE TABLE sign_up (
  id uuid PRIMARY KEY,
  email text NOT NULL,
  email_key text NOT NULL,
  input jsonb NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX sign_up_email ON sign_up (email_key, created_at);
CREATE INDEX sign_up_age ON sign_up (created_at);

-- A magic link: of its token only the SHA-256 is here. Used once, within its time.
CREATE TABLE link (
  token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
  purpose text NOT NULL CHECK (purpose IN ('confirm', 'sign-in', 'address')),
  -- Of `confirm`: what it confirms. Else the signatory.
  sign_up_id uuid REFERENCES sign_up ON DELETE CASCADE,
  signatory_id uuid REFERENCES signatory,
  -- Of `address`: the new one.
  address text,
  -- Where to go on, a path of ours.
  next text,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  CHECK ((sign_up_id IS NULL) <> (signatory_id IS NULL))
);
CREATE INDEX link_expiry ON link (expires_at);
CREATE INDEX link_signatory ON link (signatory_id);
CREATE INDEX link_sign_up ON link (sign_up_id);

-- A signed-in browser or program. Revoked is deleted.
CREATE TABLE session (
  id uuid PRIMARY KEY,
  token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  signatory_id uuid NOT NULL REFERENCES signatory,
  -- As the browser names itself, for its owner to know it by.
  browser text,
  created_at timestamptz NOT NULL,
  -- When its owner last proved the address in it: what is grave asks for it anew.
  confirmed_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX session_signatory ON session (signatory_id);
CREATE INDEX session_expiry ON session (expires_at);

-- Mail to be sent, put here by the transaction that it tells of. Holds no token: a link is made as it is sent.
CREATE TABLE mail (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  address text NOT NULL,
  data jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  -- When it may be tried next: put off by whoever tries, so that no other one does meanwhile.
  due_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0
);
CREATE INDEX mail_due ON mail (due_at);

-- How often something was done in a stretch of time; keys are hashes.
CREATE TABLE limit_use (
  key bytea PRIMARY KEY,
  uses integer NOT NULL,
  ends_at timestamptz NOT NULL
);
CREATE INDEX limit_use_end ON limit_use (ends_at);

-- When admins were last told of what waits.
CREATE TABLE admin_notice (
  id smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1),
  sent_at timestamptz NOT NULL
);
INSERT INTO admin_notice (sent_at) VALUES ('1970-01-01Z');

GRANT SELECT, INSERT, UPDATE, DELETE ON sign_up, link, session, mail, limit_use TO muster_app;
GRANT SELECT, UPDATE ON admin_notice TO muster_app;
GRANT UPDATE (version) ON names_version TO muster_app;
GRANT UPDATE (role, affiliation, url, country, statement, public, email, email_key, confirmed_at,
  verified_domain, review, notice, consented_at) ON signatory TO muster_app;
GRANT UPDATE (asset, quantity, source, site, provider, windows, from_on, to_on, instalments, condition, firm,
  visibility, note, purchase_order, paid_through, measured_by, asked, revision) ON pledge TO muster_app;

-- An accepted pledge is what its terms in the ledger say: it can only be promised more, or later.
CREATE FUNCTION refuse_other_terms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'pledge % is accepted: its terms stand', OLD.ref USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER terms_stand BEFORE UPDATE ON pledge FOR EACH ROW
  WHEN (OLD.status = 'accepted' AND NEW.status = 'accepted'
    AND (NEW.quantity < OLD.quantity
      OR (NEW.asset, NEW.source, NEW.site, NEW.windows, NEW.from_on, NEW.to_on, NEW.condition, NEW.firm, NEW.rate_num, NEW.rate_den)
        IS DISTINCT FROM
        (OLD.asset, OLD.source, OLD.site, OLD.windows, OLD.from_on, OLD.to_on, OLD.condition, OLD.firm, OLD.rate_num, OLD.rate_den)))
  EXECUTE FUNCTION refuse_other_terms();

-- Who has signed under this name already. Of those from before it is as near as SQL gets.
UPDATE signatory SET name_key = regexp_replace(lower(normalize(name, NFKC)), '[[:space:][:punct:]]', '', 'g');
CREATE INDEX signatory_name ON signatory (name_key);
