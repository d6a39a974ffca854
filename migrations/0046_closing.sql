-- The end of a campaign, and its closing statement. `closed` without a time shuts everything, also what was begun.
ALTER TABLE initiative
  ADD closed_at timestamptz,
  ADD closing text,
  ADD CONSTRAINT initiative_closing CHECK ((closed_at IS NULL) = (closing IS NULL) AND (closed OR closed_at IS NULL));
GRANT UPDATE (closed_at, closing) ON initiative TO muster_app;
