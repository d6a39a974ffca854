-- The ledger's truth: one row for each log, a head that no login can move alone, and a seal over
-- every change of what stands outside the leaves.

-- A database that lost entries goes on under a new log: `…/2`. Why it was begun is public.
ALTER TABLE log_identity
  DROP CONSTRAINT log_identity_id_check,
  ALTER id DROP DEFAULT,
  -- The size that the log began at: the entries that the database had.
  ADD from_size bigint NOT NULL DEFAULT 0,
  -- The size of the checkpoint that was shown and lost.
  ADD lost_size bigint,
  ADD reason text,
  ADD begun_at timestamptz,
  -- Signed by the log's own key: nobody else can say that a log ended, and where.
  ADD note text;

-- The application begins the first log. Another one is the owner's to begin: npm run new-log.
CREATE FUNCTION refuse_other_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.id <> 1 AND NOT pg_has_role(current_user,
    (SELECT relowner FROM pg_class WHERE oid = 'log_identity'::regclass), 'MEMBER') THEN
    RAISE EXCEPTION 'only the owner begins another log' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER first_only BEFORE INSERT ON log_identity FOR EACH ROW EXECUTE FUNCTION refuse_other_log();
REVOKE INSERT ON log_identity FROM muster_app;
GRANT INSERT (id, origin, verifier_key) ON log_identity TO muster_app;

ALTER TABLE derived DROP CONSTRAINT derived_size_fkey;
ALTER TABLE checkpoint
  ADD log smallint NOT NULL DEFAULT 1 REFERENCES log_identity,
  DROP CONSTRAINT checkpoint_pkey,
  ADD PRIMARY KEY (size, log);
ALTER TABLE checkpoint ALTER log DROP DEFAULT;

-- A head without its entries would stop every later write.
CREATE FUNCTION refuse_head_without_entries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM ledger_entry WHERE seq >= OLD.size) <> NEW.size - OLD.size
    OR (SELECT max(seq) + 1 FROM ledger_entry) <> NEW.size THEN
    RAISE EXCEPTION 'the head of the ledger moves only with its entries' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER with_entries AFTER UPDATE ON ledger_head DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION refuse_head_without_entries();

-- A login's own temporary table, ledger_head say, must not stand in for the real one.
DO $$
DECLARE name regprocedure;
BEGIN
  FOR name IN SELECT oid FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prorettype = 'trigger'::regtype
  LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = public, pg_temp', name);
  END LOOP;
  EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
END $$;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;

-- What changed in a protected row, without saying it: SHA-256(salt || row). Never published.
CREATE TABLE row_state (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tbl text NOT NULL,
  row_key text NOT NULL,
  -- Null: the row was deleted.
  hash bytea CHECK (length(hash) = 32),
  -- The seal that covers it; null until the next one.
  sealed_in bigint
);
CREATE INDEX row_state_unsealed ON row_state (id) WHERE sealed_in IS NULL;

-- The salt of each row's newest state. An earlier one is overwritten, so that nobody can guess what the row said.
CREATE TABLE row_salt (
  tbl text NOT NULL,
  row_key text NOT NULL,
  salt bytea NOT NULL CHECK (length(salt) = 32),
  PRIMARY KEY (tbl, row_key)
);

-- Signed by the log's key: each seal covers the states since the one before, and the times that
-- entries and checkpoints were recorded at (server/ledger/seal.ts).
CREATE TABLE seal (
  n bigint PRIMARY KEY,
  log smallint NOT NULL REFERENCES log_identity,
  -- The newest checkpoint's.
  size bigint NOT NULL,
  head bytea NOT NULL CHECK (length(head) = 32),
  note text NOT NULL
);

-- Which tables are protected: what tells their rows apart, and what may change without a state.
CREATE TABLE protected_table (
  tbl text PRIMARY KEY,
  key text NOT NULL,
  unstated text[] NOT NULL
);

-- The row as text that is the same on every server: jsonb orders its keys. A new column that is null changes nothing.
CREATE FUNCTION state_text(tbl text, source text) RETURNS text LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT format('SELECT %s AS row_key, jsonb_strip_nulls(to_jsonb(%I)%s)::text AS body FROM %I', key, source,
    CASE WHEN unstated <> '{}' THEN format(' - %L::text[]', unstated) ELSE '' END, source)
  FROM protected_table WHERE protected_table.tbl = state_text.tbl
$$;

-- A salt is 244 random bits. States up to `batch` rows that have none; says how many.
CREATE FUNCTION state_existing(tbl text, batch int) RETURNS int LANGUAGE plpgsql
  SET search_path = public, pg_temp SET timezone = 'UTC' SET datestyle = 'ISO' SET bytea_output = 'hex' AS $$
DECLARE stated int;
BEGIN
  EXECUTE format($sql$
    WITH given AS MATERIALIZED (
      SELECT row_key, sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) AS salt, body FROM (%1$s) AS lacking
      WHERE NOT EXISTS (SELECT FROM row_salt WHERE row_salt.tbl = %2$L AND row_salt.row_key = lacking.row_key)
      LIMIT %3$s),
    stated AS (
      INSERT INTO row_state (tbl, row_key, hash)
      SELECT %2$L, row_key, sha256(salt || convert_to(body, 'UTF8')) FROM given)
    INSERT INTO row_salt SELECT %2$L, row_key, salt FROM given
  $sql$, state_text(tbl, tbl), tbl, batch);
  GET DIAGNOSTICS stated = ROW_COUNT;
  RETURN stated;
END $$;

-- The first start states what there was before there were seals: a batch at a time. Afterwards it refuses.
CREATE FUNCTION state_before_seals(batch int) RETURNS int LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
DECLARE name text; stated int := 0;
BEGIN
  IF EXISTS (SELECT FROM seal) THEN
    RAISE EXCEPTION 'the ledger is sealed already' USING ERRCODE = 'restrict_violation';
  END IF;
  FOR name IN SELECT tbl FROM protected_table ORDER BY tbl LOOP
    stated := state_existing(name, batch);
    EXIT WHEN stated > 0;
  END LOOP;
  RETURN stated;
END $$;

-- Protects a table: each change appends its rows' states, in one statement however many they are.
-- It runs as the owner, so that no login can write a state by itself. A server of an older version
-- makes no states, so its writes fail.
CREATE FUNCTION protect(tbl text, key text, unstated text[] DEFAULT '{}') RETURNS void LANGUAGE plpgsql
  SET search_path = public, pg_temp AS $protect$
DECLARE name text := 'state_' || tbl;
BEGIN
  INSERT INTO protected_table VALUES (tbl, key, unstated);
  EXECUTE format($function$
    CREATE FUNCTION %1$I() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = public, pg_temp SET timezone = 'UTC' SET datestyle = 'ISO' SET bytea_output = 'hex' AS $body$
    BEGIN
      IF current_setting('muster.states', true) IS DISTINCT FROM 'on' THEN
        RAISE EXCEPTION 'only a server of this version may change %2$s' USING ERRCODE = 'restrict_violation';
      END IF;
      IF TG_OP = 'DELETE' THEN
        WITH gone AS (%4$s), forgotten AS (
          DELETE FROM row_salt USING gone WHERE row_salt.tbl = %2$L AND row_salt.row_key = gone.row_key)
        INSERT INTO row_state (tbl, row_key) SELECT %2$L, row_key FROM gone;
        RETURN NULL;
      END IF;
      IF TG_OP = 'INSERT' THEN
        WITH given AS MATERIALIZED (SELECT row_key, body, %6$s AS salt FROM (%3$s) AS fresh),
        stated AS (INSERT INTO row_state (tbl, row_key, hash)
          SELECT %2$L, row_key, sha256(salt || convert_to(body, 'UTF8')) FROM given)
        INSERT INTO row_salt SELECT %2$L, row_key, salt FROM given;
        RETURN NULL;
      END IF;
      WITH given AS MATERIALIZED (SELECT row_key, body, %6$s AS salt FROM (%5$s) AS changed),
      stated AS (INSERT INTO row_state (tbl, row_key, hash)
        SELECT %2$L, row_key, sha256(salt || convert_to(body, 'UTF8')) FROM given)
      INSERT INTO row_salt SELECT %2$L, row_key, salt FROM given
      ON CONFLICT ON CONSTRAINT row_salt_pkey DO UPDATE SET salt = excluded.salt;
      RETURN NULL;
    END $body$
  $function$, name, tbl, state_text(tbl, 'fresh'), state_text(tbl, 'gone'),
    -- Where some columns may change without a state, others must have changed for one.
    state_text(tbl, 'fresh') || CASE WHEN unstated <> '{}' THEN ' EXCEPT ' || state_text(tbl, 'gone') ELSE '' END,
    $$sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))$$);
  EXECUTE format('CREATE TRIGGER state_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION %I()', tbl, name);
  EXECUTE format('CREATE TRIGGER state_update AFTER UPDATE ON %I REFERENCING OLD TABLE AS gone NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION %I()', tbl, name);
  EXECUTE format('CREATE TRIGGER state_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION %I()', tbl, name);
  -- Once there are seals nobody else states what is there.
  WHILE EXISTS (SELECT FROM seal) AND state_existing(tbl, 50000) > 0 LOOP END LOOP;
END $protect$;

SELECT protect('initiative', 'id::text');
SELECT protect('initiative_change', 'seq::text');
SELECT protect('reported', 'position::text');
SELECT protect('milestone', 'id::text');
SELECT protect('signatory', 'id::text');
SELECT protect('pledge', 'id::text');
SELECT protect('site', 'code');
SELECT protect('evidence', 'batch');
SELECT protect('audit', 'id::text');
SELECT protect('admin', 'id::text');
SELECT protect('passkey', 'id::text', '{counter,used_at}');
SELECT protect('api_token', 'id::text', '{used_at}');
SELECT protect('reference_rate', $$concat_ws(' ', currency, rated_on)$$);
SELECT protect('admin_rate', $$concat_ws(' ', currency, rated_on)$$);
SELECT protect('gpu_factor', $$concat_ws(' ', model, holds_from)$$);
SELECT protect('gpu_price', 'id::text');
SELECT protect('gpu_use', $$concat_ws(' ', pledge_id, used_on)$$);
SELECT protect('provider_batch', 'batch');

-- Seals follow one another.
CREATE FUNCTION refuse_other_seal() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.n <> (SELECT coalesce(max(n) + 1, 0) FROM seal) THEN
    RAISE EXCEPTION 'seal % is not the next one', NEW.n USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER in_order BEFORE INSERT ON seal FOR EACH ROW EXECUTE FUNCTION refuse_other_seal();

-- A state is sealed once, by the next seal, and stays.
CREATE FUNCTION refuse_other_state() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP <> 'UPDATE' OR OLD.sealed_in IS NOT NULL
    OR NEW.sealed_in IS DISTINCT FROM (SELECT coalesce(max(n) + 1, 0) FROM seal)
    OR (NEW.id, NEW.tbl, NEW.row_key, NEW.hash) IS DISTINCT FROM (OLD.id, OLD.tbl, OLD.row_key, OLD.hash) THEN
    RAISE EXCEPTION 'a state stays as it is' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON row_state FOR EACH ROW EXECUTE FUNCTION refuse_other_state();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON row_state FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON seal FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON seal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT EXECUTE ON FUNCTION state_before_seals(int) TO muster_app;
GRANT SELECT ON row_state, row_salt, seal, protected_table TO muster_app;
GRANT UPDATE (sealed_in) ON row_state TO muster_app;
GRANT INSERT ON seal TO muster_app;
