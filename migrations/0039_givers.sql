-- What each giver's public pledges are worth in base, as of the newest checkpoint, so that lists of givers need no sums.
-- Anonymous pledges and what the initiative bought are in none. Triggers keep it with `standing`, as the owner: no login
-- can write a figure by itself. verify recomputes it.
CREATE TABLE giver_sum (
  kind text NOT NULL CHECK (kind IN ('funding', 'compute')),
  -- No foreign key: a checkpoint must not wait for whoever locks signatories.
  signatory_id uuid NOT NULL,
  received bigint NOT NULL,
  committed bigint NOT NULL,
  pledged bigint NOT NULL,
  waiting bigint NOT NULL,
  -- Disputed, refunded, withdrawn and lapsed.
  gone bigint NOT NULL,
  amount bigint NOT NULL GENERATED ALWAYS AS (received + committed + pledged + waiting) STORED,
  -- Of all that was ever pledged, in millionths: it doesn't grow when the rest is dropped.
  share integer NOT NULL GENERATED ALWAYS AS
    (COALESCE(div(received::numeric * 1000000, NULLIF(received + committed + pledged + waiting + gone, 0)), 0)::integer) STORED,
  PRIMARY KEY (kind, signatory_id)
);
CREATE INDEX giver_sum_amount ON giver_sum (kind, amount, signatory_id);
CREATE INDEX giver_sum_share ON giver_sum (kind, share, amount, signatory_id);
CREATE INDEX giver_sum_signatory ON giver_sum (signatory_id);

-- The same from scratch.
CREATE VIEW giver_sum_due AS
SELECT CASE WHEN pledge.source IS NULL THEN 'funding' ELSE 'compute' END AS kind, pledge.signatory_id,
  sum(received_base)::bigint AS received, sum(committed_base)::bigint AS committed,
  sum(pledged_base)::bigint AS pledged, sum(waiting_base)::bigint AS waiting,
  sum(disputed_base + refunded_base + withdrawn_base + lapsed_base)::bigint AS gone
FROM standing JOIN pledge ON pledge.id = standing.pledge_id
WHERE pledge.visibility = 'public' AND pledge.source IS DISTINCT FROM 'bought'
GROUP BY 1, 2;
INSERT INTO giver_sum SELECT * FROM giver_sum_due;

-- Adds up what pledges became, and takes off what they were.
DO $do$
DECLARE
  added text := $sql$
    INSERT INTO giver_sum AS kept (kind, signatory_id, received, committed, pledged, waiting, gone)
    SELECT CASE WHEN pledge.source IS NULL THEN 'funding' ELSE 'compute' END, pledge.signatory_id,
      %1$s sum(received_base), %1$s sum(committed_base), %1$s sum(pledged_base), %1$s sum(waiting_base),
      %1$s sum(disputed_base + refunded_base + withdrawn_base + lapsed_base)
    FROM %2$s AS changed JOIN pledge ON pledge.id = changed.pledge_id
    WHERE pledge.visibility = 'public' AND pledge.source IS DISTINCT FROM 'bought'
    GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (kind, signatory_id) DO UPDATE SET received = kept.received + excluded.received,
      committed = kept.committed + excluded.committed, pledged = kept.pledged + excluded.pledged,
      waiting = kept.waiting + excluded.waiting, gone = kept.gone + excluded.gone;
  $sql$;
BEGIN
  EXECUTE format($function$
    CREATE FUNCTION sum_givers() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = public, pg_temp AS $body$
    BEGIN
      IF TG_OP <> 'INSERT' THEN %s END IF;
      IF TG_OP <> 'DELETE' THEN %s END IF;
      RETURN NULL;
    END $body$
  $function$, format(added, '-', 'before'), format(added, '', 'after'));
END $do$;
CREATE TRIGGER givers_insert AFTER INSERT ON standing REFERENCING NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION sum_givers();
CREATE TRIGGER givers_update AFTER UPDATE ON standing REFERENCING OLD TABLE AS before NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION sum_givers();
CREATE TRIGGER givers_delete AFTER DELETE ON standing REFERENCING OLD TABLE AS before
  FOR EACH STATEMENT EXECUTE FUNCTION sum_givers();

-- Two records were joined: both are summed anew. The lock waits for a checkpoint under way, and lets none begin.
CREATE FUNCTION sum_givers_anew() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
DECLARE
  givers uuid[] := (
    SELECT array_agg(unnest) FROM before JOIN after USING (id), unnest(ARRAY[before.signatory_id, after.signatory_id])
    WHERE (before.signatory_id, before.visibility, before.source)
      IS DISTINCT FROM (after.signatory_id, after.visibility, after.source));
BEGIN
  IF givers IS NULL THEN RETURN NULL; END IF;
  LOCK TABLE giver_sum IN SHARE ROW EXCLUSIVE MODE;
  DELETE FROM giver_sum WHERE signatory_id = ANY (givers);
  INSERT INTO giver_sum SELECT * FROM giver_sum_due WHERE signatory_id = ANY (givers);
  RETURN NULL;
END $$;
CREATE TRIGGER givers_joined AFTER UPDATE ON pledge REFERENCING OLD TABLE AS before NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION sum_givers_anew();

GRANT SELECT ON giver_sum, giver_sum_due TO muster_app;
