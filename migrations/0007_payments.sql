-- What is paid through Stripe: what was asked of whom, what Stripe told of it, and what the two differ in.

-- A way to pay that somebody was given: one Checkout session, or one invoice.
CREATE TABLE payment (
  id uuid PRIMARY KEY,
  -- Names it in our addresses and to Stripe.
  code text NOT NULL UNIQUE,
  -- Of a gift without a signature: null until it has come.
  pledge_id uuid REFERENCES pledge,
  way text NOT NULL CHECK (way IN ('checkout', 'invoice')),
  currency text NOT NULL,
  -- ISO 4217 minor units.
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  -- Where the payer says to be.
  country text NOT NULL,
  livemode boolean NOT NULL,
  status text NOT NULL CHECK (status IN ('new', 'open', 'processing', 'paid', 'failed', 'expired')),
  -- Stripe's: cs_… or in_…, its address, the pi_… behind it, and the ch_… or py_… by which that has come.
  object text UNIQUE,
  url text,
  intent text UNIQUE,
  charge text UNIQUE,
  -- Where it is confirmed to.
  email text,
  -- What an admin should look at: codes, payments/flags.ts.
  flags text[] NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL,
  -- When it was last looked at over there.
  checked_at timestamptz,
  -- From when on it is closed over there if it is expected no more; null once there is nothing to close.
  closing_at timestamptz,
  paid_at timestamptz,
  -- Whether it is looked at each day, besides what is open: payments/watched.ts.
  watched boolean NOT NULL DEFAULT false,
  -- What was said of it there at the look that was recorded last: a digest, without the payer. Of two looks that
  -- overlap it tells that one was recorded while the other was under way.
  said bytea CHECK (length(said) = 32)
);
CREATE INDEX payment_pledge ON payment (pledge_id);
-- What is looked for again and again, among all that has ended.
CREATE INDEX payment_unfinished ON payment (id) WHERE status IN ('new', 'open', 'processing') OR watched;

-- Each thing of Stripe's makes each verb once: the exactly-once of payments rests on this key.
CREATE TABLE provider_batch (
  -- pi_… of a receipt, re_… of a refund, du_… of a dispute.
  object text NOT NULL,
  verb text NOT NULL CHECK (verb IN ('receive', 'refund', 'dispute', 'win', 'lose', 'reverse')),
  batch text NOT NULL UNIQUE,
  payment_id uuid NOT NULL REFERENCES payment,
  amount_minor bigint NOT NULL,
  happened_at timestamptz NOT NULL,
  -- What of it reached the balance over there, in that balance's currency, once that is known.
  balance_object text,
  balance_currency text,
  fee_minor bigint,
  net_minor bigint,
  PRIMARY KEY (object, verb)
);
CREATE INDEX provider_batch_payment ON provider_batch (payment_id);
CREATE INDEX provider_batch_time ON provider_batch (happened_at);

-- What an admin asked Stripe to give back: the idempotency key over there follows from the id.
CREATE TABLE refund_order (
  id uuid PRIMARY KEY,
  payment_id uuid NOT NULL REFERENCES payment,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  reason text NOT NULL,
  -- re_…, once it is there.
  object text UNIQUE,
  refusal text,
  created_at timestamptz NOT NULL
);
CREATE INDEX refund_order_payment ON refund_order (payment_id);

-- The inbox. No payload: it holds what is personal, and what counts is fetched.
CREATE TABLE stripe_event (
  id text PRIMARY KEY,
  type text NOT NULL,
  object text,
  payment_id uuid REFERENCES payment,
  livemode boolean NOT NULL,
  -- applied; nothing: it says nothing new; unknown: of no use to us; unmatched: an admin has to look.
  outcome text NOT NULL CHECK (outcome IN ('applied', 'nothing', 'unknown', 'unmatched')),
  -- Why it is unmatched: a code, and its particulars.
  reason text,
  detail text,
  -- An admin has put it aside, with a note.
  aside_note text,
  received_at timestamptz NOT NULL
);
CREATE INDEX stripe_event_unmatched ON stripe_event (received_at, id) WHERE outcome = 'unmatched' AND aside_note IS NULL;
CREATE INDEX stripe_event_payment ON stripe_event (payment_id);

-- Of a pledge, for the account that its giver transfers to is a customer's.
CREATE TABLE stripe_customer (
  customer text PRIMARY KEY,
  pledge_id uuid NOT NULL REFERENCES pledge,
  -- A customer of the test mode is none of the live one.
  livemode boolean NOT NULL,
  -- When it was found deleted over there: the pledge's next invoice is another one's.
  gone_at timestamptz
);
CREATE UNIQUE INDEX stripe_customer_pledge ON stripe_customer (pledge_id, livemode) WHERE gone_at IS NULL;

-- Cash that Stripe holds for a customer and has not applied to an invoice: listed, and in no total.
CREATE TABLE unapplied_cash (
  customer text NOT NULL,
  currency text NOT NULL,
  amount_minor bigint NOT NULL,
  as_of timestamptz NOT NULL,
  PRIMARY KEY (customer, currency)
);

-- By what an admin or Stripe names a batch, a comparison finds it.
CREATE INDEX evidence_reference ON evidence (reference) WHERE reference IS NOT NULL;

-- Each comparison with Stripe's balance, and what differs until a later one finds it mended.
CREATE TABLE reconciliation (
  id uuid PRIMARY KEY,
  from_on date NOT NULL,
  to_on date NOT NULL,
  compared integer NOT NULL,
  differences integer NOT NULL,
  finished_at timestamptz NOT NULL
);
CREATE INDEX reconciliation_time ON reconciliation (finished_at);
CREATE TABLE difference (
  -- missing here, extra here, or another amount.
  kind text NOT NULL CHECK (kind IN ('missing', 'extra', 'amount')),
  object text NOT NULL,
  verb text NOT NULL,
  payment_id uuid REFERENCES payment,
  currency text NOT NULL,
  theirs_minor bigint,
  ours_minor bigint,
  happened_at timestamptz NOT NULL,
  found_at timestamptz NOT NULL,
  aside_note text,
  PRIMARY KEY (object, verb)
);
CREATE INDEX difference_time ON difference (happened_at);

-- Somebody who gives and has not signed: in no list of signatories, and never named.
ALTER TABLE signatory
  DROP CONSTRAINT signatory_status_check,
  ADD CONSTRAINT signatory_status_check CHECK (status IN ('pending', 'published', 'rejected', 'withdrawn', 'giver'));

-- A link that is mailed to pay a pledge by, as often as it takes: it opens nothing else.
CREATE TABLE pay_link (
  token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
  pledge_id uuid NOT NULL REFERENCES pledge,
  expires_at timestamptz NOT NULL
);
CREATE INDEX pay_link_expiry ON pay_link (expires_at);

CREATE TRIGGER append_only BEFORE DELETE ON provider_batch FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON provider_batch FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON payment, provider_batch, refund_order, stripe_event, stripe_customer, reconciliation TO muster_app;
GRANT UPDATE (pledge_id, status, object, url, intent, charge, email, flags, checked_at, closing_at, paid_at, watched, said)
  ON payment TO muster_app;
GRANT UPDATE (balance_object, balance_currency, fee_minor, net_minor) ON provider_batch TO muster_app;
GRANT UPDATE (object, refusal) ON refund_order TO muster_app;
GRANT UPDATE (gone_at) ON stripe_customer TO muster_app;
GRANT UPDATE (payment_id, outcome, reason, detail, aside_note) ON stripe_event TO muster_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON unapplied_cash, difference TO muster_app;
GRANT SELECT, INSERT, DELETE ON pay_link TO muster_app;
