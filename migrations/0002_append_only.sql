-- The ledger is append-only for everyone: by triggers, for whoever may write; and by a role that
-- may not. muster_app is what the application runs as; logins get it by GRANT muster_app TO ….

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION refuse_shrinking() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'UPDATE' OR NEW.id <> OLD.id OR NEW.size <= OLD.size THEN
    RAISE EXCEPTION 'the ledger only grows' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- append() moves the head first, so what is at or beyond it was not appended by it.
CREATE FUNCTION refuse_entry_beyond_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.seq >= (SELECT size FROM ledger_head) THEN
    RAISE EXCEPTION 'entry % is beyond the head of the ledger', NEW.seq USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION refuse_checkpoint_beyond_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.size > (SELECT size FROM ledger_head) THEN
    RAISE EXCEPTION 'checkpoint % is beyond the head of the ledger', NEW.size USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER within_head BEFORE INSERT ON ledger_entry FOR EACH ROW EXECUTE FUNCTION refuse_entry_beyond_head();
CREATE TRIGGER within_head BEFORE INSERT ON checkpoint FOR EACH ROW EXECUTE FUNCTION refuse_checkpoint_beyond_head();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON ledger_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON movement FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON checkpoint FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON log_identity FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ledger_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON movement FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON checkpoint FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON log_identity FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE ON ledger_head FOR EACH ROW EXECUTE FUNCTION refuse_shrinking();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ledger_head FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The role is the cluster's, and another database's migration may be making it at this moment; an
-- owner who may make no role is refused before anyone looks whether it is there.
DO $$
BEGIN
  CREATE ROLE muster_app NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation OR insufficient_privilege THEN NULL;
END $$;
-- The owner may take the role's place, so that one URL for both still runs with its few rights.
DO $$
BEGIN
  EXECUTE format('GRANT muster_app TO %I', current_user);
EXCEPTION WHEN OTHERS THEN NULL;
END $$;

GRANT SELECT ON ALL TABLES IN SCHEMA public TO muster_app;
GRANT INSERT ON ledger_entry, movement, evidence, entry_name, log_identity, checkpoint, derived,
  initiative, reported, signatory, site, pledge, idempotency, imported, reference_rate TO muster_app;
GRANT UPDATE (size) ON ledger_head TO muster_app;
GRANT UPDATE (status, published_at) ON signatory TO muster_app;
GRANT UPDATE (status, reason, decided_at, rate_num, rate_den, rate_on, rate_source) ON pledge TO muster_app;
