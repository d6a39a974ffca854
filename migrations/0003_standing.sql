-- Where the amounts of each pledge stand as of the newest checkpoint: the fold of its movements, kept by
-- the transaction that makes the checkpoint, so that lists need no sums. verify recomputes it.

CREATE TABLE standing (
  pledge_id uuid PRIMARY KEY REFERENCES pledge,
  -- Its first movement, which accepted it, and its newest.
  first_seq bigint NOT NULL UNIQUE,
  latest_seq bigint NOT NULL UNIQUE,
  pledged bigint NOT NULL,
  waiting bigint NOT NULL,
  committed bigint NOT NULL,
  received bigint NOT NULL,
  disputed bigint NOT NULL,
  refunded bigint NOT NULL,
  withdrawn bigint NOT NULL,
  lapsed bigint NOT NULL,
  pledged_base bigint NOT NULL,
  waiting_base bigint NOT NULL,
  committed_base bigint NOT NULL,
  received_base bigint NOT NULL,
  disputed_base bigint NOT NULL,
  refunded_base bigint NOT NULL,
  withdrawn_base bigint NOT NULL,
  lapsed_base bigint NOT NULL,
  -- All that ever left outside, and what is secured: what lists are sorted by.
  total_base bigint NOT NULL GENERATED ALWAYS AS
    (pledged_base + waiting_base + committed_base + received_base + disputed_base + refunded_base + withdrawn_base + lapsed_base) STORED,
  secured_base bigint NOT NULL GENERATED ALWAYS AS (committed_base + received_base) STORED
);

CREATE INDEX standing_amount ON standing (total_base DESC, first_seq DESC);
CREATE INDEX standing_secured ON standing (secured_base DESC, first_seq DESC);

INSERT INTO standing (pledge_id, first_seq, latest_seq,
  pledged, waiting, committed, received, disputed, refunded, withdrawn, lapsed,
  pledged_base, waiting_base, committed_base, received_base, disputed_base, refunded_base, withdrawn_base, lapsed_base)
SELECT pledge_id, min(seq), max(seq),
    sum(CASE 'pledged' WHEN to_stage THEN quantity WHEN from_stage THEN -quantity ELSE 0 END),
    sum(CASE 'waiting' WHEN to_stage THEN quantity WHEN from_stage THEN -quantity ELSE 0 END),
    sum(CASE 'committed' WHEN to_stage THEN quantity WHEN from_stage THEN -quantity ELSE 0 END),
    sum(CASE 'received' WHEN to_stage THEN quantity WHEN from_stage THEN -quantity ELSE 0 END),
    sum(CASE 'disputed' WHEN to_stage THEN quantity WHEN from_stage THEN -quantity ELSE 0 END),
    sum(CASE 'refunded' WHEN to_stage THEN quantity WHEN from_stage THEN -quantity ELSE 0 END),
    sum(CASE 'withdrawn' WHEN to_stage THEN quantity WHEN from_stage THEN -quantity ELSE 0 END),
    sum(CASE 'lapsed' WHEN to_stage THEN quantity WHEN from_stage THEN -quantity ELSE 0 END),
    sum(CASE 'pledged' WHEN to_stage THEN base WHEN from_stage THEN -base ELSE 0 END),
    sum(CASE 'waiting' WHEN to_stage THEN base WHEN from_stage THEN -base ELSE 0 END),
    sum(CASE 'committed' WHEN to_stage THEN base WHEN from_stage THEN -base ELSE 0 END),
    sum(CASE 'received' WHEN to_stage THEN base WHEN from_stage THEN -base ELSE 0 END),
    sum(CASE 'disputed' WHEN to_stage THEN base WHEN from_stage THEN -base ELSE 0 END),
    sum(CASE 'refunded' WHEN to_stage THEN base WHEN from_stage THEN -base ELSE 0 END),
    sum(CASE 'withdrawn' WHEN to_stage THEN base WHEN from_stage THEN -base ELSE 0 END),
    sum(CASE 'lapsed' WHEN to_stage THEN base WHEN from_stage THEN -base ELSE 0 END)
FROM movement
WHERE seq < (SELECT max(size) FROM checkpoint)
GROUP BY pledge_id;

GRANT SELECT, INSERT, UPDATE ON standing TO muster_app;
