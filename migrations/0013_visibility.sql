-- One visibility less: a name listed apart from its amount could still be matched with it. Existing
-- pledges become anonymous, also those that nobody has confirmed yet, and their givers are told.
WITH changed AS (
  UPDATE pledge SET visibility = 'anonymous' WHERE visibility = 'amount-hidden'
  RETURNING signatory_id, status)
INSERT INTO mail (id, kind, address, data, created_at, due_at)
SELECT gen_random_uuid(), 'now-anonymous', email, '{}', now(), now()
FROM signatory
WHERE email IS NOT NULL AND confirmed_at IS NOT NULL AND status <> 'rejected'
  AND id IN (SELECT signatory_id FROM changed WHERE status IN ('pending', 'accepted'));
UPDATE sign_up SET input = jsonb_set(input, '{pledge,visibility}', '"anonymous"')
WHERE input #>> '{pledge,visibility}' = 'amount-hidden';
-- A table is not altered while a trigger of it waits for the commit.
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE pledge
  DROP CONSTRAINT pledge_visibility_check,
  ADD CONSTRAINT pledge_visibility_check CHECK (visibility IN ('public', 'anonymous'));
-- No cached page keeps a name.
UPDATE names_version SET version = version + 1;

ALTER TABLE pledge
  -- Of an anonymous one: since when it waits to be accepted with others, and who found it fit.
  ADD ready_at timestamptz,
  ADD ready_by text CHECK (ready_by IN ('policy', 'admin')),
  ADD CHECK ((ready_at IS NULL) = (ready_by IS NULL)),
  ADD CHECK (ready_at IS NULL OR status = 'pending' AND visibility = 'anonymous'),
  -- What a payer and a bank know the pledge by where it isn't public: nothing leads from it to `ref`.
  ADD payment_ref text;
UPDATE pledge SET payment_ref = upper(left(replace(gen_random_uuid()::text, '-', ''), 12));
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE pledge ALTER payment_ref SET NOT NULL, ADD UNIQUE (payment_ref);
CREATE INDEX pledge_ready ON pledge (ready_at) WHERE ready_at IS NOT NULL;

GRANT UPDATE (ready_at, ready_by) ON pledge TO muster_app;
