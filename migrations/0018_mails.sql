-- Nobody shuts others out of their mail: who asked, in which order it goes out, and where signatories signed in.

ALTER TABLE mail
  -- A keyed hash of the network that asked for the email; null for those that nobody asked for.
  ADD network bytea CHECK (length(network) = 32),
  -- The signatory whose open session asked for it.
  ADD asked_by uuid,
  -- What is due goes out in this order (server/mail/queue.ts).
  ADD turn_at timestamptz;
UPDATE mail SET turn_at = created_at;
ALTER TABLE mail ALTER turn_at SET NOT NULL;
CREATE INDEX mail_turn ON mail (turn_at);

-- Where somebody signed in before: a keyed hash of signatory and network, so that two rows of one network have
-- nothing in common.
CREATE TABLE known_network (
  signatory_id uuid NOT NULL REFERENCES signatory,
  hash bytea NOT NULL CHECK (length(hash) = 32),
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (signatory_id, hash)
);
CREATE INDEX known_network_expiry ON known_network (expires_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON known_network TO muster_app;

-- Answers are given again for 30 days (server/db/write.ts).
CREATE INDEX idempotency_age ON idempotency (created_at);
GRANT DELETE ON idempotency TO muster_app;
