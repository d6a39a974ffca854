-- Beside names from the press: what is offered that is neither money nor GPU time. It is in no total and in no leaf.
ALTER TABLE reported
  ADD what text,
  -- What the giver says that it is worth, in words.
  ADD value text,
  -- The last day on which it can be had.
  ADD expires_on date,
  -- The pledge that it became, or the one whose hours were bought with it.
  ADD pledge_id uuid REFERENCES pledge,
  ADD pledge_is text CHECK (pledge_is IN ('became', 'hours')),
  ADD CONSTRAINT reported_pledge_check CHECK ((pledge_id IS NULL) = (pledge_is IS NULL)),
  -- What was moved to the top has one, the lowest first; the others follow by position.
  ADD rank integer,
  -- Null for what an initiative file brought.
  ADD added_at timestamptz;
CREATE INDEX reported_pledge ON reported (pledge_id) WHERE pledge_id IS NOT NULL;
CREATE INDEX reported_expires ON reported (expires_on) WHERE expires_on IS NOT NULL;

GRANT UPDATE (name, role, affiliation, source, reported_on, what, value, expires_on, pledge_id, pledge_is, rank)
  ON reported TO muster_app;
GRANT DELETE ON reported TO muster_app;
