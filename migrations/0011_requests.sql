-- What is agreed in writing changes only by an admin's decision: its giver asks, one request at a time.
CREATE TABLE pledge_request (
  id uuid PRIMARY KEY,
  pledge_id uuid NOT NULL REFERENCES pledge,
  kind text NOT NULL CHECK (kind IN ('postpone', 'reduce', 'release')),
  -- The giver's own words: for the admins, never public.
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 1000),
  -- Of `postpone`: the instalments in place of those still open. Of `reduce`: by how much, and by which GPUs.
  instalments jsonb,
  quantity bigint CHECK (quantity > 0),
  windows jsonb,
  status text NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'granted', 'refused', 'cancelled')),
  -- The admin's reason, which the giver is sent.
  reason text,
  created_at timestamptz NOT NULL,
  decided_at timestamptz,
  CHECK ((kind = 'postpone') = (instalments IS NOT NULL)),
  CHECK ((kind = 'reduce') = (quantity IS NOT NULL)),
  CHECK (windows IS NULL OR kind = 'reduce'),
  CHECK ((status = 'waiting') = (decided_at IS NULL)),
  CHECK ((status IN ('granted', 'refused')) = (reason IS NOT NULL))
);
CREATE UNIQUE INDEX pledge_request_open ON pledge_request (pledge_id) WHERE status = 'waiting';
CREATE INDEX pledge_request_pledge ON pledge_request (pledge_id, created_at);
CREATE INDEX pledge_request_waiting ON pledge_request (created_at) WHERE status = 'waiting';

GRANT SELECT, INSERT ON pledge_request TO muster_app;
GRANT UPDATE (status, reason, decided_at) ON pledge_request TO muster_app;

-- Which terms entries follow another one of the same pledge: pages tell what changed from the two leaves.
CREATE TABLE terms_change (
  seq bigint PRIMARY KEY REFERENCES ledger_entry,
  pledge_id uuid NOT NULL REFERENCES pledge,
  earlier bigint NOT NULL REFERENCES ledger_entry CHECK (earlier < seq)
);
CREATE INDEX terms_change_pledge ON terms_change (pledge_id, seq);

INSERT INTO terms_change (seq, pledge_id, earlier)
SELECT said.seq, pledge.id, said.earlier
FROM (
  SELECT seq, ref, lag(seq) OVER (PARTITION BY ref ORDER BY seq) AS earlier
  FROM (
    SELECT seq, convert_from(leaf, 'UTF8')::jsonb ->> 'ref' AS ref
    FROM ledger_entry WHERE kind = 'terms') AS entry
) AS said
JOIN pledge ON pledge.ref = said.ref
WHERE said.earlier IS NOT NULL;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON terms_change FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON terms_change FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON terms_change TO muster_app;

SELECT protect('pledge_request', 'id::text');
