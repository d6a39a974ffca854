-- What banks booked: credits, and credits that a bank took back. Other debits are read to check balances, and not kept.
CREATE TABLE bank_entry (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- SHA-256 of account, currency, day, amount, the bank's reference or else the texts, and its place among equals
  -- (server/bank/statement.ts). The same entry in another file has the same.
  key bytea NOT NULL UNIQUE CHECK (length(key) = 32),
  format text NOT NULL CHECK (format IN ('camt', 'csv')),
  account text NOT NULL,
  currency text NOT NULL,
  booked_on date NOT NULL,
  -- Negative where the bank took a credit back.
  amount_minor bigint NOT NULL CHECK (amount_minor <> 0),
  -- The bank's, which is unique, and the payer's, which needn't be.
  reference text,
  payer_reference text,
  -- Personal: forgotten 400 days after the entry was booked (server/postman/sweep.ts).
  name text,
  text text,
  -- The receipt that was recorded from it. If that is undone, the entry is open again.
  batch text UNIQUE,
  aside_note text,
  read_at timestamptz NOT NULL
);
CREATE INDEX bank_entry_open ON bank_entry (booked_on, id) WHERE aside_note IS NULL;
CREATE INDEX bank_entry_day ON bank_entry (booked_on);
CREATE INDEX bank_entry_account ON bank_entry (account, booked_on);

GRANT SELECT, INSERT ON bank_entry TO muster_app;
GRANT UPDATE (name, text, payer_reference, batch, aside_note) ON bank_entry TO muster_app;
