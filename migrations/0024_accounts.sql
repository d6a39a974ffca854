-- Where givers transfer money to: a row for each change of a currency's account, and no row ever changes. Each has a MAC
-- under a key that follows from LEDGER_KEY (server/accounts/mac.ts): with the database alone nobody can make one.
CREATE TABLE recipient_account (
  currency text NOT NULL,
  -- Counts from 1 in each currency. The newest one holds.
  revision integer NOT NULL CHECK (revision > 0),
  -- Null: the account was removed.
  holder text,
  iban text,
  account text,
  routing text,
  bic text,
  bank text,
  note text,
  made_at timestamptz NOT NULL,
  -- A day later. Until then givers see the account before it, if `keeps_old`, or none.
  shown_from timestamptz NOT NULL,
  keeps_old boolean NOT NULL,
  mac bytea NOT NULL CHECK (length(mac) = 32),
  PRIMARY KEY (currency, revision)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON recipient_account FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON recipient_account FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON recipient_account TO muster_app;

-- The owners are emailed once about each row that doesn't fit its MAC. This too is a MAC: with the database alone nobody
-- can say that they were.
CREATE TABLE account_alarm (
  mac bytea PRIMARY KEY CHECK (length(mac) = 32),
  told_at timestamptz NOT NULL
);
GRANT SELECT, INSERT ON account_alarm TO muster_app;

SELECT protect('recipient_account', $$concat_ws(' ', currency, revision)$$);
