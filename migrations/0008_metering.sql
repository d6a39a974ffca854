-- What the records of a provider's scheduler say that was delivered. Of owners, accounts and names of jobs nothing is kept.

-- A file that was read for a pledge; and recorded, once it has a batch.
CREATE TABLE metering (
  id uuid PRIMARY KEY,
  pledge_id uuid NOT NULL REFERENCES pledge,
  -- Within it a job's id is one job's.
  cluster text NOT NULL,
  -- Of the times that carry none; null where all said theirs.
  zone text,
  -- Shown ids name an array's jobs otherwise than raw ones.
  raw_ids boolean,
  -- The model of each type of GPU, as the cluster calls the type; '' are those without.
  models jsonb NOT NULL,
  -- Of the file, and what stood in its rows (compute/job.ts); null while it is read.
  sha256 bytea CHECK (length(sha256) = 32),
  counts jsonb,
  batch text UNIQUE,
  created_at timestamptz NOT NULL
);
CREATE INDEX metering_cluster ON metering (cluster) WHERE batch IS NOT NULL;
CREATE INDEX metering_pledge ON metering (pledge_id);

-- The jobs of a file that is not recorded, some thousands to a row: a million are there in a second or two, and
-- gone in none. The lists are of one length.
CREATE TABLE metering_block (
  metering_id uuid NOT NULL,
  jobs text[] NOT NULL,
  -- Seconds since 1970-01-01 UTC.
  starts bigint[] NOT NULL,
  seconds integer[] NOT NULL,
  gpus integer[] NOT NULL,
  types text[] NOT NULL,
  -- Whether it had not ended.
  running boolean[] NOT NULL
);
CREATE INDEX metering_block_metering ON metering_block (metering_id);

-- When a job's GPUs were recorded as delivered: no second twice. No foreign key, whose check would be half of the
-- time that a large file takes: one statement reads the blocks of a metering and writes these.
CREATE TABLE metered_job (
  metering_id uuid NOT NULL,
  job text COLLATE "C" NOT NULL,
  -- A requeued job has several. Seconds since 1970-01-01 UTC, as those of `ran` and `ended_at`.
  started_at bigint NOT NULL,
  type text COLLATE "C" NOT NULL,
  gpus integer NOT NULL,
  -- Empty where the file says no more than that the job has ended.
  ran int8multirange NOT NULL,
  -- Null where it was running still.
  ended_at bigint
);
-- By job first: whether it is known with another start is asked as well. A file is added in that order.
CREATE INDEX metered_job_job ON metered_job (job, started_at);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON metered_job FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON metered_job FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A file whose hours are in the ledger stays known, or it could be recorded again.
CREATE FUNCTION refuse_forgetting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM movement WHERE batch = OLD.batch) THEN
    RAISE EXCEPTION 'a file that delivered is kept';
  END IF;
  RETURN OLD;
END $$;

CREATE TRIGGER append_only BEFORE UPDATE ON metering FOR EACH ROW
  WHEN (OLD.batch IS NOT NULL) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER kept BEFORE DELETE ON metering FOR EACH ROW
  WHEN (OLD.batch IS NOT NULL) EXECUTE FUNCTION refuse_forgetting();

GRANT SELECT, INSERT, DELETE ON metering, metering_block TO muster_app;
GRANT UPDATE (zone, raw_ids, sha256, counts, batch) ON metering TO muster_app;
GRANT SELECT, INSERT ON metered_job TO muster_app;
