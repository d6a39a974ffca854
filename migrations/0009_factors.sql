-- What GPU models are counted as: H100-equivalents per GPU are tflops ÷ 989.4. Terms keep the factor of
-- the day on which they were accepted; the one of a later day is another row.
CREATE TABLE gpu_factor (
  model text NOT NULL,
  -- Acceptances from this day on take it, until another one holds.
  holds_from date NOT NULL,
  -- The dense peak of one GPU, a decimal.
  tflops text NOT NULL,
  -- What it is the peak of: a model without BF16 is counted by its FP16.
  basis text NOT NULL CHECK (basis IN ('BF16', 'FP16')),
  source text NOT NULL,
  url text,
  -- Null: it came with the software, and holds from the beginning.
  created_at timestamptz,
  PRIMARY KEY (model, holds_from)
);

INSERT INTO gpu_factor (model, holds_from, tflops, basis, source, url)
SELECT model, '1900-01-01', tflops, basis,
  'The vendor’s data sheet, as collected in stas00/ml-engineering',
  'https://github.com/stas00/ml-engineering/tree/master/compute/accelerator'
FROM (VALUES
  ('A100', '312', 'BF16'), ('H100-SXM', '989.4', 'BF16'), ('H100-PCIe', '756', 'BF16'),
  ('H200', '989.4', 'BF16'), ('B200', '2250', 'BF16'), ('B300', '2250', 'BF16'),
  ('GB200', '2500', 'BF16'), ('GB300', '2500', 'BF16'), ('MI300X', '1307.4', 'BF16'),
  ('MI325X', '1307.4', 'BF16'), ('MI355X', '2516.6', 'BF16'), ('TPU-v5p', '459', 'BF16'),
  ('V100', '125', 'FP16')) AS seed (model, tflops, basis);

-- What an hour of an H100 costs, by a source: only to say what money would buy, never to count it.
CREATE TABLE gpu_price (
  -- UUIDv7: of two of one day the later one is meant.
  id uuid PRIMARY KEY,
  priced_on date NOT NULL,
  -- In major units of the initiative's currency, a decimal.
  per_hour text NOT NULL,
  source text NOT NULL,
  url text,
  created_at timestamptz NOT NULL
);

-- Terms were accepted by a factor, and pages have said what a price was: what was given as their source stands.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON gpu_factor FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON gpu_factor FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON gpu_price FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON gpu_price FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON gpu_factor, gpu_price TO muster_app;

-- What jobs used on a day of the hours that a pledge keeps available (measured_by 'reservation'). It is shown
-- beside what was delivered and is in no total, so a better figure takes the place of what was known.
CREATE TABLE gpu_use (
  pledge_id uuid NOT NULL REFERENCES pledge,
  used_on date NOT NULL,
  gpu_seconds bigint NOT NULL CHECK (gpu_seconds >= 0),
  PRIMARY KEY (pledge_id, used_on)
);
GRANT SELECT, INSERT, UPDATE ON gpu_use TO muster_app;

-- Until when an admin still expects what the windows of a pledge have not brought. Null: for 30 days after each.
ALTER TABLE pledge ADD COLUMN expected_until date;
GRANT UPDATE (expected_until) ON pledge TO muster_app;
