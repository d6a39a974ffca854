-- Givers are told of each step once, and emails that can't be sent wait for an admin.

-- What somebody was told of: the email itself is deleted once it is sent. `object` is a reference, code or id.
CREATE TABLE told (
  kind text NOT NULL,
  object text NOT NULL,
  occasion text NOT NULL,
  at timestamptz NOT NULL,
  UNIQUE (kind, object, occasion)
);
GRANT SELECT, INSERT ON told TO muster_app;

ALTER TABLE mail
  -- How the last try failed, without the receiver.
  ADD error jsonb,
  -- Nobody tries it again until an admin says so.
  ADD given_up_at timestamptz;
DROP INDEX mail_turn;
CREATE INDEX mail_turn ON mail (turn_at) WHERE given_up_at IS NULL;
CREATE INDEX mail_failed ON mail (created_at) WHERE error IS NOT NULL;
