-- Once for each statement: asked for each entry, it took a twelfth of Postgres' time while a large file was imported.
CREATE OR REPLACE FUNCTION refuse_entry_beyond_head() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE beyond bigint := (SELECT max(seq) FROM added WHERE seq >= (SELECT size FROM ledger_head));
BEGIN
  IF beyond IS NOT NULL THEN
    RAISE EXCEPTION 'entry % is beyond the head of the ledger', beyond USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER within_head ON ledger_entry;
CREATE TRIGGER within_head AFTER INSERT ON ledger_entry REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_entry_beyond_head();
