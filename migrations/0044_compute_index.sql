-- Undelivered hours are worked out for pledges of compute alone, which may be few among many of money.
CREATE INDEX pledge_compute ON pledge (id) WHERE source IS NOT NULL;
