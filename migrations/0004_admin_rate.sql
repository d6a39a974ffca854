-- Rates that an admin gives for a currency that the European Central Bank has none of: the
-- initiative's currency per unit of it, as a fraction of which one side is 1. What stands behind a
-- rate is free text, so it is in no leaf; terms name it by the code ADMIN and its day.
CREATE TABLE admin_rate (
  currency text NOT NULL,
  rated_on date NOT NULL,
  num text NOT NULL,
  den text NOT NULL CHECK (num = '1' OR den = '1'),
  source text NOT NULL,
  url text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (currency, rated_on)
);

-- Terms were accepted by it: what was given as their source stands.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON admin_rate FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON admin_rate FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON admin_rate TO muster_app;
