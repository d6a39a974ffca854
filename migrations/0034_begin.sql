-- What an initiative begins with, and can change later.

ALTER TABLE initiative
  -- Until then the public sees the name and this time alone.
  ADD opens_at timestamptz,
  -- SHA-256 of the link by which first signatories sign until then.
  ADD invite_hash bytea CHECK (length(invite_hash) = 32);
GRANT UPDATE (name, opens_at, invite_hash) ON initiative TO muster_app;
