-- What the last look at a file found, until the file is recorded: a million rows are then not sorted twice.
ALTER TABLE metering ADD COLUMN tally json;
GRANT UPDATE (tally) ON metering TO muster_app;
