-- Whether the European Central Bank's rates are fetched daily, as the set-up or the desk says. Null: nobody
-- has said, and nothing is fetched. RATES_URL, where it is set, decides instead.
ALTER TABLE initiative ADD COLUMN fetch_rates boolean;
GRANT UPDATE (fetch_rates) ON initiative TO muster_app;
