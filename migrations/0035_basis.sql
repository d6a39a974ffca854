-- What the goal of GPUs at once counts: null, those at one site; 'all', those at all sites together.
ALTER TABLE initiative ADD gpus_basis text CHECK (gpus_basis = 'all');
GRANT UPDATE (gpus_basis) ON initiative TO muster_app;

-- The public page adds up what was granted by hours and is due; grants are few among pledges.
CREATE INDEX pledge_grant ON pledge (from_on) WHERE from_on IS NOT NULL;
