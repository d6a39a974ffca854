-- Blocks live for a day at most. Compressing them took half of Postgres' time while a file was read.
ALTER TABLE metering_block
  ALTER jobs SET STORAGE EXTERNAL,
  ALTER starts SET STORAGE EXTERNAL,
  ALTER seconds SET STORAGE EXTERNAL,
  ALTER gpus SET STORAGE EXTERNAL,
  ALTER types SET STORAGE EXTERNAL,
  ALTER running SET STORAGE EXTERNAL;
