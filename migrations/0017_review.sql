-- What the names of signatories look like (UTS #39), so that nobody signs as another one in letters that
-- look alike. The start fills it for those who signed before.
CREATE TABLE signatory_skeleton (
  skeleton text NOT NULL,
  signatory_id uuid NOT NULL REFERENCES signatory,
  PRIMARY KEY (skeleton, signatory_id)
);
CREATE INDEX signatory_skeleton_signatory ON signatory_skeleton (signatory_id);
GRANT SELECT, INSERT ON signatory_skeleton TO muster_app;

-- What the admins set about reviews.
CREATE TABLE review_setting (
  id smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1),
  -- Every new signature waits for an admin.
  hold boolean NOT NULL DEFAULT false,
  -- The most that is accepted in a day without an admin, in minor units of the initiative's currency.
  daily_cap_minor bigint CHECK (daily_cap_minor >= 0),
  -- Well-known organisations whose names an admin looks at; null: those that Muster ships.
  organisations text[],
  revision integer NOT NULL DEFAULT 0
);
INSERT INTO review_setting DEFAULT VALUES;
GRANT SELECT ON review_setting TO muster_app;
GRANT UPDATE (hold, daily_cap_minor, organisations, revision) ON review_setting TO muster_app;

-- How much was accepted on a day (UTC) without an admin. Its row is locked by whoever accepts more.
CREATE TABLE accepted_without_admin (
  accepted_on date PRIMARY KEY,
  base_minor bigint NOT NULL CHECK (base_minor >= 0)
);
GRANT SELECT, INSERT, UPDATE (base_minor) ON accepted_without_admin TO muster_app;

-- What an admin decides on many signatures at once: a batch after another, so that a crash loses none, and to be undone.
CREATE TABLE bulk_act (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('accept', 'reject', 'show', 'hide')),
  admin_id uuid NOT NULL REFERENCES admin,
  reason text,
  -- Whom it is about, in order, and a hash of what each said when the admin looked.
  ids uuid[] NOT NULL,
  seen text[] NOT NULL,
  -- How many of them have been decided on.
  done integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  undone_at timestamptz
);
CREATE INDEX bulk_act_newest ON bulk_act (created_at);
CREATE TABLE bulk_batch (
  bulk_id uuid NOT NULL REFERENCES bulk_act,
  n integer NOT NULL,
  -- The signatures that it decided on, and the pledges that were rejected with them.
  signatory_ids uuid[] NOT NULL,
  pledge_ids uuid[] NOT NULL,
  -- How many of its signatures are as they were before; null until it is undone.
  undone integer,
  PRIMARY KEY (bulk_id, n)
);
GRANT SELECT, INSERT ON bulk_act, bulk_batch TO muster_app;
GRANT UPDATE (done, undone_at, seen) ON bulk_act TO muster_app;
GRANT UPDATE (undone) ON bulk_batch TO muster_app;

-- What a signatory says of itself is shown once an admin has looked at it. What is shown by now stays shown.
ALTER TABLE signatory
  -- Since when its statement waits for an admin; null where it is shown or hidden, or there is none.
  ADD statement_waits_since timestamptz,
  -- An admin has decided not to show it.
  ADD statement_hidden boolean;
CREATE INDEX signatory_statement_waits ON signatory (statement_waits_since) WHERE statement_waits_since IS NOT NULL;
GRANT UPDATE (statement_waits_since, statement_hidden) ON signatory TO muster_app;
