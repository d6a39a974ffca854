-- What admins enter on behalf of somebody, and what only admins read of it.

ALTER TABLE signatory
  -- Where an admin got it from, as the admin says: "phone", "the meeting in May".
  ADD entered_from text,
  -- The admins' own notes.
  ADD admin_note text,
  -- Of an organisation: whom to write to.
  ADD contact_name text,
  ADD contact_email text;
ALTER TABLE pledge
  ADD entered_from text,
  -- When the giver confirmed what an admin had entered.
  ADD giver_confirmed_at timestamptz,
  ADD admin_note text,
  -- Signatories who give it together with its giver, in this order.
  ADD members uuid[];
-- Of a payment credited in another currency: what the bank credited, and at which rate.
ALTER TABLE evidence
  ADD credited_minor bigint CHECK (credited_minor > 0),
  ADD credited_currency text,
  ADD exchange_rate text,
  ADD CHECK (num_nonnulls(credited_minor, credited_currency, exchange_rate) IN (0, 3));

GRANT UPDATE (name, name_key, admin_note, contact_name, contact_email) ON signatory TO muster_app;
GRANT UPDATE (signatory_id, giver_confirmed_at, admin_note, members) ON pledge TO muster_app;

-- Pages read names from these rows: who is published under another name has signed anew under it.
CREATE FUNCTION refuse_unsigned_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status = 'published' AND NEW.name IS DISTINCT FROM (
    SELECT name FROM entry_name WHERE signatory_id = NEW.id ORDER BY seq DESC LIMIT 1) THEN
    RAISE EXCEPTION 'a published signatory has the name that it signed under' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER signed_name AFTER UPDATE OF name ON signatory DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.name <> NEW.name) EXECUTE FUNCTION refuse_unsigned_name();
REVOKE EXECUTE ON FUNCTION refuse_unsigned_name() FROM PUBLIC;
CREATE INDEX entry_name_signatory ON entry_name (signatory_id);
