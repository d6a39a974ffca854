-- What an initiative begins with, and can change later.

ALTER TABLE initiative
  -- Until then the public sees the name and this time alone.
  ADD opens_at timestamptz,
  -- SHA-256 of the link by which first signatories sign until then.
  ADD invite_hash bytea CHECK (length(invite_hash) = 32);
GRANT UPDATE (name, opens_at, invite_hash) ON initiative TO muster_app;

-- When somebody asked for news, which nobody else may ask for them.
ALTER TABLE signatory ADD news_at timestamptz;
GRANT UPDATE (news_at) ON signatory TO muster_app;

-- Since when an admin has it shown first; twelve at most (server/signatories/first.ts).
ALTER TABLE signatory ADD first_at timestamptz;
GRANT UPDATE (first_at) ON signatory TO muster_app;
