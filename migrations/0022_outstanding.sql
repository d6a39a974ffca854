-- What is expected of money, instalment by instalment, as of the newest checkpoint: kept by the transaction that makes
-- the checkpoint, so that lists of what is due need not lay out every pledge. verify recomputes it.

CREATE TABLE outstanding_part (
  pledge_id uuid NOT NULL REFERENCES pledge,
  position integer NOT NULL,
  first_seq bigint NOT NULL,
  -- Null for what is due on no day: the rest of a pledge, or all of it.
  due_on date,
  quantity bigint NOT NULL,
  received bigint NOT NULL,
  outstanding bigint NOT NULL,
  committed bigint NOT NULL,
  committed_base bigint NOT NULL,
  pledged bigint NOT NULL,
  pledged_base bigint NOT NULL,
  waiting bigint NOT NULL,
  waiting_base bigint NOT NULL,
  PRIMARY KEY (pledge_id, position)
);

CREATE INDEX outstanding_part_due ON outstanding_part (due_on);

-- Of how many entries it is.
CREATE TABLE outstanding_size (
  id smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1),
  size bigint NOT NULL
);

INSERT INTO outstanding_size (size) SELECT coalesce(max(size), 0) FROM checkpoint;

INSERT INTO outstanding_part (pledge_id, position, first_seq, due_on, quantity, received, outstanding,
  committed, committed_base, pledged, pledged_base, waiting, waiting_base)
SELECT pledge_id, position, first_seq, due_on, part_quantity, of_received, of_committed + of_pledged + of_waiting,
  of_committed, CASE WHEN of_committed = 0 THEN 0 WHEN filled.committed = filled.committed_base THEN of_committed
    ELSE (div(filled.committed_base::numeric * least(greatest(filled.stop - (filled.received), 0), filled.committed), filled.committed)
      - div(filled.committed_base::numeric * least(greatest((filled.stop - filled.part_quantity) - (filled.received), 0), filled.committed), filled.committed))::bigint END,
  of_pledged, CASE WHEN of_pledged = 0 THEN 0 WHEN filled.pledged = filled.pledged_base THEN of_pledged
    ELSE (div(filled.pledged_base::numeric * least(greatest(filled.stop - (filled.received + filled.committed), 0), filled.pledged), filled.pledged)
      - div(filled.pledged_base::numeric * least(greatest((filled.stop - filled.part_quantity) - (filled.received + filled.committed), 0), filled.pledged), filled.pledged))::bigint END,
  of_waiting, CASE WHEN of_waiting = 0 THEN 0 WHEN filled.waiting = filled.waiting_base THEN of_waiting
    ELSE (div(filled.waiting_base::numeric * least(greatest(filled.stop - (filled.received + filled.committed + filled.pledged), 0), filled.waiting), filled.waiting)
      - div(filled.waiting_base::numeric * least(greatest((filled.stop - filled.part_quantity) - (filled.received + filled.committed + filled.pledged), 0), filled.waiting), filled.waiting))::bigint END
FROM (
  SELECT standing.*, part.position, part.due_on, part.quantity AS part_quantity, part.stop,
    greatest(least(part.stop, standing.received) - greatest(part.stop - part.quantity, 0), 0) AS of_received,
    greatest(least(part.stop, standing.received + standing.committed) - greatest(part.stop - part.quantity, standing.received), 0) AS of_committed,
    greatest(least(part.stop, standing.received + standing.committed + standing.pledged) - greatest(part.stop - part.quantity, standing.received + standing.committed), 0) AS of_pledged,
    greatest(least(part.stop, standing.received + standing.committed + standing.pledged + standing.waiting) - greatest(part.stop - part.quantity, standing.received + standing.committed + standing.pledged), 0) AS of_waiting
  FROM standing
  JOIN pledge ON pledge.id = standing.pledge_id
  CROSS JOIN LATERAL (
    SELECT position, due_on, quantity, (sum(quantity) OVER (ORDER BY due_on, position))::bigint AS stop
    FROM (
      SELECT position, (instalment ->> 0)::date AS due_on, (instalment ->> 1)::bigint AS quantity
      FROM jsonb_array_elements(pledge.instalments || '[[null, "1000000000000000000"]]'::jsonb)
        WITH ORDINALITY AS listed (instalment, position)
    ) AS listed
  ) AS part
  WHERE standing.pledged + standing.waiting + standing.committed > 0 AND pledge.source IS NULL
) AS filled
WHERE of_committed + of_pledged + of_waiting > 0;

GRANT SELECT, INSERT, DELETE ON outstanding_part TO muster_app;
GRANT SELECT ON outstanding_size TO muster_app;
GRANT UPDATE (size) ON outstanding_size TO muster_app;
