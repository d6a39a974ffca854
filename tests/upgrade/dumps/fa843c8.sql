DO $$ BEGIN CREATE ROLE muster_app NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$;

CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION public.refuse_checkpoint_beyond_head() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF NEW.size > (SELECT size FROM ledger_head) THEN
    RAISE EXCEPTION 'checkpoint % is beyond the head of the ledger', NEW.size USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION public.refuse_entry_beyond_head() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF NEW.seq >= (SELECT size FROM ledger_head) THEN
    RAISE EXCEPTION 'entry % is beyond the head of the ledger', NEW.seq USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION public.refuse_other_terms() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  RAISE EXCEPTION 'pledge % is accepted: its terms stand', OLD.ref USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION public.refuse_shrinking() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP <> 'UPDATE' OR NEW.id <> OLD.id OR NEW.size <= OLD.size THEN
    RAISE EXCEPTION 'the ledger only grows' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TABLE public.admin (
    id uuid NOT NULL,
    name text NOT NULL,
    email text NOT NULL,
    email_key text NOT NULL,
    role text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    invite_hash bytea,
    invite_expires_at timestamp with time zone,
    removed_at timestamp with time zone,
    CONSTRAINT admin_invite_hash_check CHECK ((length(invite_hash) = 32)),
    CONSTRAINT admin_role_check CHECK ((role = ANY (ARRAY['viewer'::text, 'operator'::text, 'owner'::text])))
);

CREATE TABLE public.admin_notice (
    id smallint DEFAULT 1 NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    CONSTRAINT admin_notice_id_check CHECK ((id = 1))
);

CREATE TABLE public.admin_rate (
    currency text NOT NULL,
    rated_on date NOT NULL,
    num text NOT NULL,
    den text NOT NULL,
    source text NOT NULL,
    url text,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT admin_rate_check CHECK (((num = '1'::text) OR (den = '1'::text)))
);

CREATE TABLE public.api_token (
    id uuid NOT NULL,
    name text NOT NULL,
    token_hash bytea NOT NULL,
    rights text[] NOT NULL,
    made_by uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    used_at timestamp with time zone,
    CONSTRAINT api_token_token_hash_check CHECK ((length(token_hash) = 32))
);

CREATE TABLE public.audit (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    by text NOT NULL,
    admin_id uuid,
    means_id uuid,
    signatory_id uuid,
    "from" text,
    act text NOT NULL,
    object text,
    fields text[] NOT NULL,
    facts jsonb NOT NULL
);

ALTER TABLE public.audit ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.audit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.challenge (
    hash bytea NOT NULL,
    purpose text NOT NULL,
    admin_id uuid,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT challenge_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT challenge_purpose_check CHECK ((purpose = ANY (ARRAY['sign-in'::text, 'touch'::text, 'passkey'::text, 'owner'::text])))
);

CREATE TABLE public.checkpoint (
    size bigint NOT NULL,
    root bytea NOT NULL,
    note text NOT NULL,
    totals json NOT NULL,
    frontier bytea NOT NULL,
    capacity_size bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT checkpoint_root_check CHECK ((length(root) = 32))
);

CREATE TABLE public.derived (
    size bigint NOT NULL,
    kind text NOT NULL,
    json json NOT NULL
);

CREATE TABLE public.entry_name (
    seq bigint NOT NULL,
    signatory_id uuid NOT NULL,
    salt bytea NOT NULL,
    name text NOT NULL,
    CONSTRAINT entry_name_salt_check CHECK ((length(salt) = 32))
);

CREATE TABLE public.evidence (
    batch text NOT NULL,
    url text,
    note text,
    reference text,
    fee_minor bigint,
    CONSTRAINT evidence_fee_minor_check CHECK ((fee_minor >= 0))
);

CREATE TABLE public.idempotency (
    key bytea NOT NULL,
    request_hash bytea NOT NULL,
    status smallint NOT NULL,
    answer json NOT NULL,
    created_at timestamp with time zone NOT NULL
);

CREATE TABLE public.imported (
    path text NOT NULL,
    digest bytea NOT NULL,
    id text NOT NULL
);

CREATE TABLE public.initiative (
    id smallint DEFAULT 1 NOT NULL,
    name text NOT NULL,
    call text NOT NULL,
    currency text NOT NULL,
    funding_target_minor bigint,
    gpus_target integer,
    gpu_seconds_target bigint,
    starts_on date,
    ends_on date,
    deadline_on date,
    note text,
    closed boolean NOT NULL,
    demonstration boolean NOT NULL,
    recipient jsonb,
    CONSTRAINT initiative_funding_target_minor_check CHECK ((funding_target_minor > 0)),
    CONSTRAINT initiative_gpu_seconds_target_check CHECK ((gpu_seconds_target > 0)),
    CONSTRAINT initiative_gpus_target_check CHECK ((gpus_target > 0)),
    CONSTRAINT initiative_id_check CHECK ((id = 1))
);

CREATE TABLE public.initiative_change (
    seq bigint NOT NULL,
    reason text NOT NULL
);

CREATE TABLE public.ledger_entry (
    seq bigint NOT NULL,
    kind text NOT NULL,
    leaf bytea NOT NULL,
    leaf_hash bytea NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT ledger_entry_kind_check CHECK ((kind = ANY (ARRAY['initiative'::text, 'signature'::text, 'terms'::text, 'movement'::text]))),
    CONSTRAINT ledger_entry_leaf_hash_check CHECK ((length(leaf_hash) = 32))
);

CREATE TABLE public.ledger_head (
    id smallint DEFAULT 1 NOT NULL,
    size bigint NOT NULL,
    CONSTRAINT ledger_head_id_check CHECK ((id = 1))
);

CREATE TABLE public.limit_use (
    key bytea NOT NULL,
    uses integer NOT NULL,
    ends_at timestamp with time zone NOT NULL
);

CREATE TABLE public.link (
    token_hash bytea NOT NULL,
    purpose text NOT NULL,
    sign_up_id uuid,
    signatory_id uuid,
    address text,
    next text,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT link_check CHECK (((sign_up_id IS NULL) <> (signatory_id IS NULL))),
    CONSTRAINT link_purpose_check CHECK ((purpose = ANY (ARRAY['confirm'::text, 'sign-in'::text, 'address'::text]))),
    CONSTRAINT link_token_hash_check CHECK ((length(token_hash) = 32))
);

CREATE TABLE public.log_identity (
    id smallint DEFAULT 1 NOT NULL,
    origin text NOT NULL,
    verifier_key text NOT NULL,
    CONSTRAINT log_identity_id_check CHECK ((id = 1))
);

CREATE TABLE public.mail (
    id uuid NOT NULL,
    kind text NOT NULL,
    address text NOT NULL,
    data jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    attempts integer DEFAULT 0 NOT NULL
);

CREATE TABLE public.migration (
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.milestone (
    id uuid NOT NULL,
    kind text NOT NULL,
    reaches bigint NOT NULL,
    label text NOT NULL,
    CONSTRAINT milestone_kind_check CHECK ((kind = ANY (ARRAY['funding'::text, 'gpus'::text]))),
    CONSTRAINT milestone_reaches_check CHECK ((reaches > 0))
);

CREATE TABLE public.movement (
    seq bigint NOT NULL,
    pledge_id uuid NOT NULL,
    batch text NOT NULL,
    verb text NOT NULL,
    from_stage text NOT NULL,
    to_stage text NOT NULL,
    quantity bigint NOT NULL,
    base bigint NOT NULL,
    windows jsonb,
    occurred_on date NOT NULL,
    grade text NOT NULL,
    reverses bigint,
    CONSTRAINT movement_base_check CHECK ((base >= 0)),
    CONSTRAINT movement_check CHECK ((to_stage <> from_stage)),
    CONSTRAINT movement_quantity_check CHECK ((quantity > 0))
);

CREATE TABLE public.names_version (
    id smallint DEFAULT 1 NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT names_version_id_check CHECK ((id = 1))
);

CREATE TABLE public.passkey (
    id uuid NOT NULL,
    admin_id uuid NOT NULL,
    credential_id text NOT NULL,
    public_key bytea NOT NULL,
    counter bigint NOT NULL,
    transports text[] NOT NULL,
    name text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone
);

CREATE TABLE public.pledge (
    id uuid NOT NULL,
    ref text NOT NULL,
    signatory_id uuid NOT NULL,
    asset text NOT NULL,
    quantity bigint NOT NULL,
    source text,
    site text,
    provider text,
    windows jsonb NOT NULL,
    from_on date,
    to_on date,
    instalments jsonb NOT NULL,
    condition jsonb,
    firm boolean NOT NULL,
    visibility text NOT NULL,
    note text,
    status text NOT NULL,
    reason text,
    rate_num text,
    rate_den text,
    rate_on date,
    rate_source text,
    created_at timestamp with time zone NOT NULL,
    decided_at timestamp with time zone,
    purchase_order text,
    paid_through jsonb,
    measured_by text,
    asked jsonb,
    revision integer DEFAULT 0 NOT NULL,
    question text,
    asked_at timestamp with time zone,
    CONSTRAINT pledge_check CHECK (((status <> 'accepted'::text) OR ((rate_num IS NOT NULL) AND (rate_den IS NOT NULL)))),
    CONSTRAINT pledge_measured_by_check CHECK ((measured_by = ANY (ARRAY['jobs'::text, 'reservation'::text]))),
    CONSTRAINT pledge_quantity_check CHECK ((quantity > 0)),
    CONSTRAINT pledge_source_check CHECK ((source = ANY (ARRAY['given'::text, 'bought'::text]))),
    CONSTRAINT pledge_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'accepted'::text, 'rejected'::text, 'withdrawn'::text]))),
    CONSTRAINT pledge_visibility_check CHECK ((visibility = ANY (ARRAY['public'::text, 'amount-hidden'::text, 'anonymous'::text])))
);

CREATE TABLE public.recovery_code (
    hash bytea NOT NULL,
    admin_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT recovery_code_hash_check CHECK ((length(hash) = 32))
);

CREATE TABLE public.reference_rate (
    currency text NOT NULL,
    rated_on date NOT NULL,
    per_euro text NOT NULL,
    source text NOT NULL
);

CREATE TABLE public.reported (
    "position" integer NOT NULL,
    name text NOT NULL,
    role text,
    affiliation text,
    source text NOT NULL,
    reported_on date
);

CREATE TABLE public.session (
    id uuid NOT NULL,
    token_hash bytea NOT NULL,
    signatory_id uuid,
    browser text,
    created_at timestamp with time zone NOT NULL,
    confirmed_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    admin_id uuid,
    CONSTRAINT session_check CHECK ((num_nonnulls(signatory_id, admin_id) = 1)),
    CONSTRAINT session_token_hash_check CHECK ((length(token_hash) = 32))
);

CREATE TABLE public.sign_up (
    id uuid NOT NULL,
    email text NOT NULL,
    email_key text NOT NULL,
    input jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL
);

CREATE TABLE public.signatory (
    id uuid NOT NULL,
    code text NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    role text,
    affiliation text,
    url text,
    email text,
    email_key text,
    country text,
    statement text,
    public boolean NOT NULL,
    status text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    published_at timestamp with time zone,
    confirmed_at timestamp with time zone,
    verified_domain text,
    review text[] DEFAULT '{}'::text[] NOT NULL,
    notice text,
    consented_at timestamp with time zone,
    name_key text DEFAULT ''::text NOT NULL,
    question text,
    asked_at timestamp with time zone,
    reason text,
    CONSTRAINT signatory_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'organisation'::text]))),
    CONSTRAINT signatory_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'published'::text, 'rejected'::text, 'withdrawn'::text])))
);

CREATE TABLE public.site (
    code text NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL
);

CREATE TABLE public.standing (
    pledge_id uuid NOT NULL,
    first_seq bigint NOT NULL,
    latest_seq bigint NOT NULL,
    pledged bigint NOT NULL,
    waiting bigint NOT NULL,
    committed bigint NOT NULL,
    received bigint NOT NULL,
    disputed bigint NOT NULL,
    refunded bigint NOT NULL,
    withdrawn bigint NOT NULL,
    lapsed bigint NOT NULL,
    pledged_base bigint NOT NULL,
    waiting_base bigint NOT NULL,
    committed_base bigint NOT NULL,
    received_base bigint NOT NULL,
    disputed_base bigint NOT NULL,
    refunded_base bigint NOT NULL,
    withdrawn_base bigint NOT NULL,
    lapsed_base bigint NOT NULL,
    total_base bigint GENERATED ALWAYS AS ((((((((pledged_base + waiting_base) + committed_base) + received_base) + disputed_base) + refunded_base) + withdrawn_base) + lapsed_base)) STORED NOT NULL,
    secured_base bigint GENERATED ALWAYS AS ((committed_base + received_base)) STORED NOT NULL
);

INSERT INTO public.admin VALUES
	('19d8c473-254f-434d-a229-28f468189d56', 'Cy Example', '19d8c473-254f-434d-a229-28f468189d56@desk.example', '19d8c473-254f-434d-a229-28f468189d56@desk.example', 'owner', '2026-03-10 12:00:00+00', NULL, NULL, NULL),
	('9427f2a4-ccba-48d4-9a9e-fe775422e1d7', 'Bo Example', '9427f2a4-ccba-48d4-9a9e-fe775422e1d7@desk.example', '9427f2a4-ccba-48d4-9a9e-fe775422e1d7@desk.example', 'operator', '2026-03-10 12:00:00+00', NULL, NULL, NULL),
	('01a22baa-d887-725d-8ee4-c6dbd3cf8522', 'Lou Example', 'lou@desk.example', 'lou@desk.example', 'viewer', '2026-03-10 12:00:00+00', NULL, NULL, NULL);

INSERT INTO public.admin_notice VALUES
	(1, '1970-01-01 00:00:00+00');

INSERT INTO public.admin_rate VALUES
	('KWD', '2026-03-09', '3.25', '1', 'Central Bank of Nowhere', 'https://example.org/rates', '2026-03-10 12:00:00+00');

INSERT INTO public.api_token VALUES
	('01a22baa-d893-7469-81ea-e1af97039c14', 'nightly export', '\x6c28ca69f05c279b12fea8931cc370a36425e693d55e01e289381580a4fa4976', '{export}', '19d8c473-254f-434d-a229-28f468189d56', '2026-03-10 12:00:00+00', '2026-04-09 12:00:00+00', NULL, NULL);

INSERT INTO public.audit OVERRIDING SYSTEM VALUE VALUES
	(1, '2026-03-10 12:00:00+00', 'machine', NULL, NULL, NULL, NULL, 'initiative.import', NULL, '{}', '{}'),
	(2, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'signatory.enter', '01a22baa-ccf4-70c2-a0dc-34d66046fadb', '{}', '{}'),
	(3, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'signatory.publish', '01a22baa-ccf4-70c2-a0dc-34d66046fadb', '{}', '{}'),
	(4, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.log', 'S6DJ3RD159', '{}', '{"status": "pending"}'),
	(5, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.accept', 'S6DJ3RD159', '{}', '{"batch": "XTJKYX63QMSCYC6M"}'),
	(6, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.log', 'K9NTW607VC', '{}', '{"status": "pending"}'),
	(7, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.accept', 'K9NTW607VC', '{}', '{"batch": "Y17VA1NDT5BCBT1K"}'),
	(8, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.log', '80V9EZSG1M', '{}', '{"status": "pending"}'),
	(9, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.accept', '80V9EZSG1M', '{}', '{"batch": "N7FSY147T5FV3V0S"}'),
	(10, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.log', '6H4Q2CMBWV', '{}', '{"status": "pending"}'),
	(11, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.accept', '6H4Q2CMBWV', '{}', '{"batch": "7HA52NREE5V2DH9X"}'),
	(12, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.log', '0AGPJP7JYF', '{}', '{"status": "pending"}'),
	(13, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.accept', '0AGPJP7JYF', '{}', '{"batch": "C5W3VXMDXHMNNY7Y"}'),
	(14, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.log', 'J2X2PN8ZZ4', '{}', '{"status": "pending"}'),
	(15, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.accept', 'J2X2PN8ZZ4', '{}', '{"batch": "YGFH394NQNTQG242"}'),
	(16, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.log', 'PJ4FJQ5CYC', '{}', '{"status": "pending"}'),
	(17, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.accept', 'PJ4FJQ5CYC', '{}', '{"batch": "9S919M1K7TFMTWY3"}'),
	(18, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.commit', 'PJ4FJQ5CYC', '{}', '{"batch": "TQ54S79VT207VGP1"}'),
	(19, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.receive', 'PJ4FJQ5CYC', '{}', '{"batch": "MVHVDM3Y06G3JGXF"}'),
	(20, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.refund', 'PJ4FJQ5CYC', '{}', '{"batch": "X23BZWB3BSRAVGZ9"}'),
	(21, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.receive', 'PJ4FJQ5CYC', '{}', '{"batch": "M654BCZCC59S9AD8"}'),
	(22, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'batch.reverse', 'M654BCZCC59S9AD8', '{}', '{"batch": "8EFA0QDWDVE00G21"}'),
	(23, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.log', '9RWHQ2CK1G', '{}', '{"status": "pending"}'),
	(24, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.accept', '9RWHQ2CK1G', '{}', '{"batch": "YNYV2V6K015A946T"}'),
	(25, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.lapse', '9RWHQ2CK1G', '{}', '{"batch": "HZAV3Y4DK53K0TAK"}'),
	(26, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.log', 'YM5R0Z34WA', '{}', '{"status": "pending"}'),
	(27, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.accept', 'YM5R0Z34WA', '{}', '{"batch": "8G89AJJJ4BMV0MVZ"}'),
	(28, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.commit', 'YM5R0Z34WA', '{}', '{"batch": "NMS2Q11QZ8AGTKN0"}'),
	(29, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.receive', 'YM5R0Z34WA', '{}', '{"batch": "2VVEJ8GRJF7W771P"}'),
	(30, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.log', 'ZPA23ERKAC', '{}', '{"status": "pending"}'),
	(31, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.log', 'GX8GM92N94', '{}', '{"status": "pending"}'),
	(32, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.reject', 'GX8GM92N94', '{}', '{}'),
	(33, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'signatory.enter', '01a22baa-d2d9-7072-b070-372a27478cdc', '{}', '{}'),
	(34, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'signatory.publish', '01a22baa-d2d9-7072-b070-372a27478cdc', '{}', '{}'),
	(35, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.log', 'ZT2GPRKEM0', '{}', '{"status": "pending"}'),
	(36, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.accept', 'ZT2GPRKEM0', '{}', '{"batch": "R07MSM5828DFZ285"}'),
	(37, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.receive', 'ZT2GPRKEM0', '{}', '{"batch": "567X2675AVRM4V3W"}'),
	(38, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'rate.give', 'KWD 2026-03-09', '{}', '{}'),
	(39, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.log', 'ERWWEDRZTK', '{}', '{"status": "pending"}'),
	(40, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.accept', 'ERWWEDRZTK', '{}', '{"batch": "5SS5Q25RC2C3C3CS"}'),
	(41, '2026-03-10 12:00:00+00', 'signatory', NULL, NULL, '01a22baa-d4d7-750d-9158-f3518eadd70f', NULL, 'signatory.enter', '01a22baa-d4d7-750d-9158-f3518eadd70f', '{}', '{"status": "published"}'),
	(42, '2026-03-10 12:00:00+00', 'signatory', NULL, NULL, '01a22baa-d4d7-750d-9158-f3518eadd70f', NULL, 'pledge.log', 'T41M3KT7GH', '{}', '{"status": "accepted"}'),
	(43, '2026-03-10 12:00:00+00', 'signatory', NULL, NULL, '01a22baa-d4d7-750d-9158-f3518eadd70f', NULL, 'pledge.log', 'A28HBMWNB4', '{}', '{"status": "pending"}'),
	(44, '2026-03-10 12:00:00+00', 'signatory', NULL, NULL, '01a22baa-d4d7-750d-9158-f3518eadd70f', NULL, 'pledge.edit', 'A28HBMWNB4', '{quantity,purchaseOrder,paidThrough}', '{}'),
	(45, '2026-03-10 12:00:00+00', 'signatory', NULL, NULL, '01a22baa-d4d7-750d-9158-f3518eadd70f', NULL, 'pledge.log', 'VYBQZPEA37', '{}', '{"status": "accepted"}'),
	(46, '2026-03-10 12:00:00+00', 'signatory', NULL, NULL, '01a22baa-d4d7-750d-9158-f3518eadd70f', NULL, 'pledge.instalments', 'VYBQZPEA37', '{}', '{}'),
	(47, '2026-03-10 12:00:00+00', 'signatory', NULL, NULL, '01a22baa-d4d7-750d-9158-f3518eadd70f', NULL, 'pledge.increase', 'VYBQZPEA37', '{}', '{"status": "pending"}'),
	(48, '2026-03-10 12:00:00+00', 'signatory', NULL, NULL, '01a22baa-d4d7-750d-9158-f3518eadd70f', NULL, 'pledge.log', 'R35S57X91Y', '{}', '{"status": "accepted"}'),
	(49, '2026-03-10 12:00:00+00', 'signatory', NULL, NULL, '01a22baa-d4d7-750d-9158-f3518eadd70f', NULL, 'pledge.withdraw', 'R35S57X91Y', '{}', '{"batch": "0P9R9YH0MA80VGN4"}'),
	(50, '2026-03-10 12:00:00+00', 'signatory', NULL, NULL, '01a22baa-d699-75f1-9b03-3df35603313d', NULL, 'signatory.enter', '01a22baa-d699-75f1-9b03-3df35603313d', '{}', '{"status": "published"}'),
	(51, '2026-03-10 12:00:00+00', 'signatory', NULL, NULL, '01a22baa-d724-77af-a95d-f7ce076b8be5', NULL, 'signatory.enter', '01a22baa-d724-77af-a95d-f7ce076b8be5', '{}', '{"status": "published"}'),
	(52, '2026-03-10 12:00:00+00', 'signatory', NULL, NULL, '01a22baa-d724-77af-a95d-f7ce076b8be5', NULL, 'signatory.withdraw', '01a22baa-d724-77af-a95d-f7ce076b8be5', '{}', '{}'),
	(54, '2026-03-10 12:00:00+00', 'signatory', NULL, NULL, '01a22baa-d4d7-750d-9158-f3518eadd70f', NULL, 'pledge.log', 'HHQCQGX0H8', '{}', '{"status": "pending"}'),
	(55, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.reject', 'HHQCQGX0H8', '{}', '{}'),
	(56, '2026-03-10 12:00:00+00', 'session', '9427f2a4-ccba-48d4-9a9e-fe775422e1d7', '01a22baa-d83a-74d7-8465-27b1202edeb9', NULL, '127.0.0.1', 'passkey.add', '01a22baa-d864-7129-b2d7-76efc8ae70f6', '{}', '{}'),
	(57, '2026-03-10 12:00:00+00', 'session', '9427f2a4-ccba-48d4-9a9e-fe775422e1d7', '01a22baa-d83a-74d7-8465-27b1202edeb9', NULL, '127.0.0.1', 'recovery.make', NULL, '{}', '{}'),
	(58, '2026-03-10 12:00:00+00', 'session', '19d8c473-254f-434d-a229-28f468189d56', '01a22baa-d831-721b-8e40-b682aa3f5945', NULL, '127.0.0.1', 'admin.invite', '01a22baa-d887-725d-8ee4-c6dbd3cf8522', '{}', '{"role": "viewer"}'),
	(59, '2026-03-10 12:00:00+00', 'session', '19d8c473-254f-434d-a229-28f468189d56', '01a22baa-d831-721b-8e40-b682aa3f5945', NULL, '127.0.0.1', 'token.make', '01a22baa-d893-7469-81ea-e1af97039c14', '{}', '{"days": 30, "rights": "export"}'),
	(60, '2026-03-10 12:00:00+00', 'session', '19d8c473-254f-434d-a229-28f468189d56', '01a22baa-d831-721b-8e40-b682aa3f5945', NULL, '127.0.0.1', 'initiative.change', NULL, '{}', '{"entry": 62, "reason": "A second site", "targets.funding": "100000000.00 → 120000000.00"}'),
	(61, '2026-03-10 12:00:00+00', 'session', '19d8c473-254f-434d-a229-28f468189d56', '01a22baa-d831-721b-8e40-b682aa3f5945', NULL, '127.0.0.1', 'initiative.milestones', NULL, '{}', '{"gpus": "", "funding": "30000000.00"}'),
	(62, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'signatory.enter', '01a22baa-d8fc-7039-a0a9-cba7efea5265', '{}', '{}'),
	(63, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'signatory.publish', '01a22baa-d8fc-7039-a0a9-cba7efea5265', '{}', '{}'),
	(64, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.log', '3WC2NV5W4V', '{}', '{"status": "pending"}'),
	(66, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.log', '2D5JRP8B7N', '{}', '{"status": "pending"}'),
	(67, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.accept', '2D5JRP8B7N', '{}', '{"batch": "J51JVKCA0Y67Z1RB"}'),
	(68, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.receive', '2D5JRP8B7N', '{}', '{"batch": "3JND6XJS1YAN0TMK"}');

INSERT INTO public.challenge VALUES
	('\x2234bec3add7cac8432d4aa98661be6111235cae426c575d70413e35b536b1b4', 'sign-in', NULL, '2026-03-10 12:05:00+00');

INSERT INTO public.checkpoint VALUES
	(17, '\xe11b3e1fb1527c1796fd3e5576fb85382b8e0eebbdf141a45d90c061998c59e1', 'localhost:8080
17
4Rs+H7FSfBeW/T5VdvuFOCuODuu98UGkXZDAYZmMWeE=

— localhost:8080 12+/sVLTrvPWjwgz3wBaQt0vQOTAF8vv1TYnfDgcdnlNPCpogTrLwKO6IOPF3klOBVpvbdhlfJodV/72vRqYm/Avkw8=
', '{"v":1,"targets":{"funding":["USD","10000000000"],"gpus":10000,"gpuHours":"87600000.00","from":"2026-01-01","to":"2027-01-01"},"signatories":{"person":1,"organisation":1},"flows":{"A100/bought":{"committed":["18000000","5676167"]},"EUR":{"waiting":["4000000","4665600"]},"GBP":{"pledged":["10000","13440"],"received":["30000","40319"],"disputed":["34000","45695"],"refunded":["6000","8063"]},"KRW":{"withdrawn":["1000000","69030"]}},"months":{"2026-01":["0","40319"]}}', '\xdc7671ef092f957e2d10af72e563e85dbe5a290e088603a561440110f5a069edb9d7e715219890dbd02684df947a491aa8b1eedfbcf9a6bf734059fcef02b852', 0, '2026-03-10 12:00:00+00'),
	(18, '\x7ac8e6f466946417e757b3034b6099a9e19a356e05860971411e8662169d3e86', 'localhost:8080
18
esjm9GaUZBfnV7MDS2CZqeGaNW4FhglxQR6GYhadPoY=

— localhost:8080 12+/safie+WYIbCSF2DX7a9VgKNXn0PP0FM1WiRWLdKhwHitle10cot+dmbwo2cFEkGR3tIlV/006+22a9P/6BqbbgQ=
', '{"v":1,"targets":{"funding":["USD","10000000000"],"gpus":10000,"gpuHours":"87600000.00","from":"2026-01-01","to":"2027-01-01"},"signatories":{"person":2,"organisation":1},"flows":{"A100/bought":{"committed":["18000000","5676167"]},"EUR":{"waiting":["4000000","4665600"]},"GBP":{"pledged":["10000","13440"],"received":["30000","40319"],"disputed":["34000","45695"],"refunded":["6000","8063"]},"KRW":{"withdrawn":["1000000","69030"]}},"months":{"2026-01":["0","40319"]}}', '\xdc7671ef092f957e2d10af72e563e85dbe5a290e088603a561440110f5a069edc3ee4bf29bddf57abf27a11cc5fc2f1cf32b1fa2bdc8ce131a5b308224eb77c4', 0, '2026-03-10 12:00:00+00'),
	(24, '\xf515a534769129cf9b79736d71e46bac79da95571e3dc582a3e043c05b804893', 'localhost:8080
24
9RWlNHaRKc+beXNtceRrrHnalVcePcWCo+BDwFuASJM=

— localhost:8080 12+/se4P3jx6rUm+WDYOkr6MywSNO9lNYVkXQKE1gT6SauNRwtfRM1ApIOQbOrdoLRGJ6k3ln8KiB1GgKaDdWAOQSg0=
', '{"v":1,"targets":{"funding":["USD","10000000000"],"gpus":10000,"gpuHours":"87600000.00","from":"2026-01-01","to":"2027-01-01"},"signatories":{"person":2,"organisation":1},"flows":{"A100/bought":{"committed":["18000000","5676167"]},"EUR":{"waiting":["4000000","4665600"]},"GBP":{"pledged":["10000","13440"],"received":["30000","40319"],"disputed":["34000","45695"],"refunded":["6000","8063"]},"H100-SXM":{"pledged":["12165120000","12165120000"]},"KRW":{"withdrawn":["1000000","69030"]},"USD":{"pledged":["200000","200000"]}},"months":{"2026-01":["0","40319"]}}', '\xdc7671ef092f957e2d10af72e563e85dbe5a290e088603a561440110f5a069edce7dc6c89a7b859fb22c683c060b3c9b2f598ee3d30917ef85c69f2c18d39953', 24, '2026-03-10 12:00:00+00'),
	(28, '\x2f33d7dd1b44f66aa1f3ae4601cf4157cc494b6a7c5e80edb0358f1e962aea21', 'localhost:8080
28
LzPX3RtE9mqh865GAc9BV8xJS2p8XoDtsDWPHpYq6iE=

— localhost:8080 12+/saYGd+golJTNY7eEJNN2SnQTQSUOJnAuRE0zwxsFHOSLHcZROYsGjZ2O3xfOVyl4TjV9vZ31NiP9f1lVgIeq/ws=
', '{"v":1,"targets":{"funding":["USD","10000000000"],"gpus":10000,"gpuHours":"87600000.00","from":"2026-01-01","to":"2027-01-01"},"signatories":{"person":2,"organisation":1},"flows":{"A100/bought":{"committed":["18000000","5676167"]},"EUR":{"waiting":["4000000","4665600"]},"GBP":{"pledged":["10000","13440"],"received":["30000","40319"],"disputed":["34000","45695"],"refunded":["6000","8063"]},"H100-SXM":{"pledged":["24330240000","24330240000"]},"KRW":{"withdrawn":["1000000","69030"]},"USD":{"pledged":["300000","300000"]}},"months":{"2026-01":["0","40319"]}}', '\xdc7671ef092f957e2d10af72e563e85dbe5a290e088603a561440110f5a069edce7dc6c89a7b859fb22c683c060b3c9b2f598ee3d30917ef85c69f2c18d399538ab86573dc4024e11e3304ff959148cf93a315b5d07a6d1e04db665c274af8f2', 28, '2026-03-10 12:00:00+00'),
	(33, '\x3475afd27e5e6a08850725559808bfc27751d74c991ad28a5f9ef58994883105', 'localhost:8080
33
NHWv0n5eagiFByVVmAi/wndR10yZGtKKX571iZSIMQU=

— localhost:8080 12+/sZc/ixL3EWGX/dsPswIvwBnMnsmYwV3LPXc0jLy3zZEHuG4j8yFwDN12I8pIL+CKHdlrgK7Jg6VJiatRFCthdAs=
', '{"v":1,"targets":{"funding":["USD","10000000000"],"gpus":10000,"gpuHours":"87600000.00","from":"2026-01-01","to":"2027-01-01"},"signatories":{"person":2,"organisation":1},"flows":{"A100/bought":{"committed":["18000000","5676167"]},"EUR":{"waiting":["4000000","4665600"]},"GBP":{"pledged":["10000","13440"],"received":["30000","40319"],"disputed":["34000","45695"],"refunded":["6000","8063"]},"H100-SXM":{"pledged":["36495360000","36495360000"]},"KRW":{"withdrawn":["1000000","69030"]},"USD":{"pledged":["310000","310000"],"committed":["90000","90000"]}},"months":{"2026-01":["0","40319"],"2026-03":["90000","0"]}}', '\x85f32abd42ea2493c6227e229dffc6051fe81b6a227be4c2b84c434c9e38dd54905d442cd067d9b892ad2ba911a5968d59698a4fbb9d96a88a81a6f2e6eb4118', 33, '2026-03-10 12:00:00+00'),
	(39, '\xafa06e6b28564ab7c23bdfe8065cdd89940f9297b695a6459db9bba64c0b20b1', 'localhost:8080
39
r6BuayhWSrfCO9/oBlzdiZQPkpe2laZFnbm7pkwLILE=

— localhost:8080 12+/sWgtnJXDzP/T/5SoDHDyDBotyj6/bQiSgYRiWq21QMJlASkeeMxW5vKnnZfilmxZ93/PogJDwJuhSiAm4d5jwwY=
', '{"v":1,"targets":{"funding":["USD","10000000000"],"gpus":10000,"gpuHours":"87600000.00","from":"2026-01-01","to":"2027-01-01"},"signatories":{"person":2,"organisation":1},"flows":{"A100/bought":{"committed":["18000000","5676167"]},"EUR":{"waiting":["4000000","4665600"]},"GBP":{"pledged":["10000","13440"],"received":["30000","40319"],"disputed":["34000","45695"],"refunded":["6000","8063"]},"H100-SXM":{"pledged":["36495360000","36495360000"]},"JPY":{"pledged":["70000","44366"]},"KRW":{"withdrawn":["1000000","69030"]},"USD":{"pledged":["310000","310000"],"committed":["60000","60000"],"received":["25000","25000"],"refunded":["5000","5000"]}},"months":{"2026-01":["0","40319"],"2026-03":["60000","25000"]}}', '\x85f32abd42ea2493c6227e229dffc6051fe81b6a227be4c2b84c434c9e38dd54cf7d08d4b0e219339006e0770ae6ca956e44eba7075ed40246f4c0faa3ad564275b36f2beaeb55b2f2ba9c096a4bd4ffe5e2fa9dbadcda84b57e3b3f0f1b61613b8e09e46b1007ec486f998533f376259bee52715c76b2685e23aed0753d34e8', 33, '2026-03-10 12:00:00+00'),
	(44, '\x7356de0722878c809f018e622c3bd7cf6200d497587e4260ff0a1a18b3462faa', 'localhost:8080
44
c1beByKHjICfAY5iLDvXz2IA1JdYfkJg/woaGLNGL6o=

— localhost:8080 12+/sRnHwZQeYFyl0rwl4eZeaBoOrJSyT7+cD0Xuf1tVWeI92b3LnzrXdcMHS3vd/YHQ7jJ4+riCpI4Sy60N0/jVmAY=
', '{"v":1,"targets":{"funding":["USD","10000000000"],"gpus":10000,"gpuHours":"87600000.00","from":"2026-01-01","to":"2027-01-01"},"signatories":{"person":2,"organisation":1},"flows":{"A100/bought":{"committed":["18000000","5676167"]},"EUR":{"waiting":["4000000","4665600"]},"GBP":{"pledged":["10000","13440"],"received":["30000","40319"],"disputed":["34000","45695"],"refunded":["6000","8063"]},"H100-SXM":{"pledged":["36495360000","36495360000"],"committed":["12165083100","12165083100"],"received":["36900","36900"]},"JPY":{"lapsed":["70000","44366"]},"KRW":{"withdrawn":["1000000","69030"]},"USD":{"pledged":["310000","310000"],"committed":["60000","60000"],"received":["25000","25000"],"refunded":["5000","5000"]}},"months":{"2026-01":["0","40319"],"2026-03":["60000","25000"]}}', '\x85f32abd42ea2493c6227e229dffc6051fe81b6a227be4c2b84c434c9e38dd5494ab9b61f5f1ffae8756a4003f99a63857d92b450d81f24952ba01786032900e1f28efd68b8ae8a88b314d310c0c8417fdb28085c9cc369b6e0833f3247e1908', 44, '2026-03-10 12:00:00+00'),
	(50, '\xead185adcf0131a7aa4b7db63ed1f5196ed4c75fc55e025620210cfd64f525d1', 'localhost:8080
50
6tGFrc8BMaeqS322PtH1GW7Ux1/FXgJWICEM/WT1JdE=

— localhost:8080 12+/sdKwEcBbpMQm+k7Mj+fkv8Io5Y3Z2RUJ2+CKWGrsMR7zaFndly+69SQd0U89/x4vj/veXRCXdwHUrIJAf9h4jgo=
', '{"v":1,"targets":{"funding":["USD","10000000000"],"gpus":10000,"gpuHours":"87600000.00","from":"2026-01-01","to":"2027-01-01"},"signatories":{"person":3,"organisation":1},"flows":{"A100/bought":{"committed":["18000000","5676167"]},"EUR":{"waiting":["4000000","4665600"]},"GBP":{"pledged":["10000","13440"],"received":["30000","40319"],"disputed":["34000","45695"],"refunded":["6000","8063"]},"H100-SXM":{"pledged":["48660454800","48660454800"],"committed":["12165083100","12165083100"],"received":["62100","62100"]},"JPY":{"lapsed":["70000","44366"]},"KRW":{"withdrawn":["1000000","69030"]},"KWD":{"pledged":["12345","4012"]},"USD":{"pledged":["310000","310000"],"committed":["60000","60000"],"received":["25000","25000"],"refunded":["5000","5000"]}},"months":{"2026-01":["0","40319"],"2026-03":["60000","25000"]}}', '\x85f32abd42ea2493c6227e229dffc6051fe81b6a227be4c2b84c434c9e38dd542122a8e96f664d46f988b9c62d26bf5beb7d219d1c83e07360d713c4173151eea9e4b0789350587c2914a63d44a7b2d45cb1a6de9f14e16abd1a809aba781a00', 50, '2026-03-10 12:00:00+00'),
	(56, '\xa1a1ea787e789a23aadcd38b50cb2518d2c4c7049568a4323b791a7a1c45074c', 'localhost:8080
56
oaHqeH54miOq3NOLUMslGNLExwSVaKQyO3kaehxFB0w=

— localhost:8080 12+/seJr2ohJHh7OWGltjDArfoRhlwgRbP4kNw9sVxvZVflyT8/dMvGxQSQy5d2EYuEm/Bk73dbuuoV2O+hxQyr0MAA=
', '{"v":1,"targets":{"funding":["USD","10000000000"],"gpus":10000,"gpuHours":"87600000.00","from":"2026-01-01","to":"2027-01-01"},"signatories":{"person":4,"organisation":1},"flows":{"A100/bought":{"committed":["18000000","5676167"]},"EUR":{"waiting":["4000000","4665600"]},"GBP":{"pledged":["10000","13440"],"received":["30000","40319"],"disputed":["34000","45695"],"refunded":["6000","8063"]},"H100-SXM":{"pledged":["48660454800","48660454800"],"committed":["12165083100","12165083100"],"received":["62100","62100"]},"JPY":{"lapsed":["70000","44366"]},"KRW":{"withdrawn":["1000000","69030"]},"KWD":{"pledged":["12345","4012"]},"USD":{"pledged":["315000","315000"],"committed":["60000","60000"],"received":["25000","25000"],"refunded":["5000","5000"]}},"months":{"2026-01":["0","40319"],"2026-03":["60000","25000"]}}', '\x85f32abd42ea2493c6227e229dffc6051fe81b6a227be4c2b84c434c9e38dd542122a8e96f664d46f988b9c62d26bf5beb7d219d1c83e07360d713c4173151eedd58ec170e0a83dcaf5f916951313331d1dbdd96310fe69816a96b0c2b4bde1b', 50, '2026-03-10 12:00:00+00'),
	(60, '\xc9c524c64cd371c5d3850d3da65bafde6f2a719aef47961b710eeb5ee8d57e2e', 'localhost:8080
60
ycUkxkzTccXThQ09pluv3m8qcZrvR5YbcQ7rXujVfi4=

— localhost:8080 12+/sTcxTJhoD9Dkgrfsy/4zTEmyP8osiibJwOeAILniskMzKU5JKkm3B/m0qth4KN+cnwdF9VUf7xyYTUf2LYUcDA0=
', '{"v":1,"targets":{"funding":["USD","10000000000"],"gpus":10000,"gpuHours":"87600000.00","from":"2026-01-01","to":"2027-01-01"},"signatories":{"person":5,"organisation":1},"flows":{"A100/bought":{"committed":["18000000","5676167"]},"EUR":{"waiting":["4000000","4665600"]},"GBP":{"pledged":["10000","13440"],"received":["30000","40319"],"disputed":["34000","45695"],"refunded":["6000","8063"]},"H100-SXM":{"pledged":["48660454800","48660454800"],"committed":["12165083100","12165083100"],"received":["62100","62100"]},"JPY":{"lapsed":["70000","44366"]},"KRW":{"withdrawn":["1000000","69030"]},"KWD":{"pledged":["12345","4012"]},"USD":{"pledged":["315000","315000"],"committed":["60000","60000"],"received":["25000","25000"],"refunded":["5000","5000"],"withdrawn":["3000","3000"]}},"months":{"2026-01":["0","40319"],"2026-03":["60000","25000"]}}', '\x85f32abd42ea2493c6227e229dffc6051fe81b6a227be4c2b84c434c9e38dd542122a8e96f664d46f988b9c62d26bf5beb7d219d1c83e07360d713c4173151eedd58ec170e0a83dcaf5f916951313331d1dbdd96310fe69816a96b0c2b4bde1b566d52a453e3643b9985045212d568a0034873c7c87dfab2b3036af6eb86e3ea', 50, '2026-03-10 12:00:00+00'),
	(62, '\x840f21304979bc7162750dd1e8f0262123eb1080c4da89f95b47192c03d597a7', 'localhost:8080
62
hA8hMEl5vHFidQ3R6PAmISPrEIDE2on5W0cZLAPVl6c=

— localhost:8080 12+/sTw+dVvoskE9d6HQn7cnjiU469hE7gGXFzaaJh/nZ21X0QnuVNEVm8faPbuOs9PNkxZnEunrRFGA9hnyc4zdvg0=
', '{"v":1,"targets":{"funding":["USD","10000000000"],"gpus":10000,"gpuHours":"87600000.00","from":"2026-01-01","to":"2027-01-01"},"signatories":{"person":5,"organisation":1},"flows":{"A100/bought":{"committed":["18000000","5676167"]},"EUR":{"waiting":["4000000","4665600"]},"GBP":{"pledged":["10000","13440"],"received":["30000","40319"],"disputed":["34000","45695"],"refunded":["6000","8063"]},"H100-SXM":{"pledged":["48660454800","48660454800"],"committed":["12165083100","12165083100"],"received":["62100","62100"]},"JPY":{"lapsed":["70000","44366"]},"KRW":{"withdrawn":["1000000","69030"]},"KWD":{"pledged":["12345","4012"]},"USD":{"pledged":["315000","315000"],"committed":["60000","60000"],"received":["25000","25000"],"refunded":["5000","5000"],"withdrawn":["3000","3000"]}},"months":{"2026-01":["0","40319"],"2026-03":["60000","25000"]}}', '\x85f32abd42ea2493c6227e229dffc6051fe81b6a227be4c2b84c434c9e38dd542122a8e96f664d46f988b9c62d26bf5beb7d219d1c83e07360d713c4173151eedd58ec170e0a83dcaf5f916951313331d1dbdd96310fe69816a96b0c2b4bde1b566d52a453e3643b9985045212d568a0034873c7c87dfab2b3036af6eb86e3eade3d64db25b121070739f78d82ed65317eeca0ce4c79c96d13898a429691f882', 50, '2026-03-10 12:00:00+00'),
	(67, '\x36644987045c0ad2a2426a89c1ea9380f1271d51a14622a8d17c44b364f552bc', 'localhost:8080
67
NmRJhwRcCtKiQmqJweqTgPEnHVGhRiKo0XxEs2T1Urw=

— localhost:8080 12+/sQDSeiFGdNCKm0NS6WnJp+SrMhkKgS9F1nL3AdY9z+Dt8kacv+XhEsxq+6s72QM8tsElfuXdvR4Eg7VhdKwknQg=
', '{"v":1,"targets":{"funding":["USD","12000000000"],"gpus":10000,"gpuHours":"87600000.00","from":"2026-01-01","to":"2027-01-01"},"signatories":{"person":6,"organisation":1},"flows":{"A100/bought":{"committed":["18000000","5676167"]},"EUR":{"waiting":["4000000","4665600"]},"GBP":{"pledged":["10000","13440"],"received":["30000","40319"],"disputed":["34000","45695"],"refunded":["6000","8063"]},"H100-SXM":{"pledged":["48660454800","48660454800"],"committed":["12165083100","12165083100"],"received":["62100","62100"]},"JPY":{"lapsed":["70000","44366"]},"KRW":{"withdrawn":["1000000","69030"]},"KWD":{"pledged":["12345","4012"]},"USD":{"pledged":["410000","410000"],"committed":["60000","60000"],"received":["30000","30000"],"refunded":["5000","5000"],"withdrawn":["3000","3000"]}},"months":{"2026-01":["0","40319"],"2026-03":["60000","30000"]}}', '\x4babd6d005f715472c65120e4305cab76f959b89e15aae13ca42c480ff2e516403cac2ddf0e52a09560fe8b69bbb7a1a490eb087b903f39afe23f86aba9e66c8e5b2809b226bf191b10d39fb6d1ebf64b58dac590ec893753c9a6d13502ee53a', 50, '2026-03-10 12:00:00+00');

INSERT INTO public.derived VALUES
	(24, 'capacity-1', '{"held":{"allSites":0,"largestSite":0,"from":null},"heldPromised":512,"steps":[{"on":"2026-03-01","secured":0,"largestSite":0,"promised":512,"bought":0},{"on":"2026-12-01","secured":0,"largestSite":0,"promised":0,"bought":0}]}'),
	(28, 'capacity-1', '{"held":{"allSites":0,"largestSite":0,"from":null},"heldPromised":1024,"steps":[{"on":"2026-03-01","secured":0,"largestSite":0,"promised":1024,"bought":0},{"on":"2026-12-01","secured":0,"largestSite":0,"promised":0,"bought":0}]}'),
	(33, 'capacity-1', '{"held":{"allSites":0,"largestSite":0,"from":null},"heldPromised":1536,"steps":[{"on":"2026-03-01","secured":0,"largestSite":0,"promised":1536,"bought":0},{"on":"2026-12-01","secured":0,"largestSite":0,"promised":0,"bought":0}]}'),
	(44, 'capacity-1', '{"held":{"allSites":512,"largestSite":512,"from":"2026-03-01"},"heldPromised":1536,"steps":[{"on":"2026-03-01","secured":512,"largestSite":512,"promised":1536,"bought":0},{"on":"2026-12-01","secured":0,"largestSite":0,"promised":0,"bought":0}]}'),
	(50, 'capacity-1', '{"held":{"allSites":512,"largestSite":512,"from":"2026-03-01"},"heldPromised":2048,"steps":[{"on":"2026-03-01","secured":512,"largestSite":512,"promised":2048,"bought":0},{"on":"2026-12-01","secured":0,"largestSite":0,"promised":0,"bought":0}]}');

INSERT INTO public.entry_name VALUES
	(1, '01a22baa-c948-70dc-8aac-233cd1c46e5c', '\x7f4d4dd5236b386027158aaee0d13c2c4126e039734bc7a6fa7ab7855c5c2057', 'Example University'),
	(2, '01a22baa-c94b-7121-b543-ebef19c45148', '\xcdfaa537207e592029f03e2ae890fe98d815e6f32d513e15fccecce704a44408', 'Eli Example'),
	(3, '01a22baa-c948-70dc-8aac-233cd1c46e5c', '\xd686f583a106aaa3a5abbe3a94b486803afaaee68a913926c8b037042c112923', 'Example University'),
	(5, '01a22baa-c94b-7121-b543-ebef19c45148', '\xced269ee484ffeb3cbb9acbabddaed4ab9fb8a9b6e71ea4d3c30d5798db1fdf7', 'Eli Example'),
	(8, '01a22baa-c94b-7121-b543-ebef19c45148', '\xc32c64570361f9fd5d37b9392f0e474f9c2f850ee55e3b3cd7ca8a24e34a64eb', 'Eli Example'),
	(14, '01a22baa-c948-70dc-8aac-233cd1c46e5c', '\xa2e76bcee0400fe73b669c7579025d5cbd37c3e74d7d19b9ab00aa167919e21d', 'Example University'),
	(17, '01a22baa-ccf4-70c2-a0dc-34d66046fadb', '\xcf33a387574b3c16446759158c3dfffaf8222dddaeb0bf16fe9f70aaca83ade6', 'Ada Example'),
	(18, '01a22baa-ccf4-70c2-a0dc-34d66046fadb', '\xc4aa07d8dbf63f03f2bca86d52b735ab30403c4f9b58036e9c60a1761bca6c7c', 'Ada Example'),
	(20, '01a22baa-ccf4-70c2-a0dc-34d66046fadb', '\x703484594c0e61baee37420baa94f77f0aa37b47c9b63360caf2d6496f636eaa', 'Ada Example'),
	(22, '01a22baa-ccf4-70c2-a0dc-34d66046fadb', '\xb40466b0ff0d51ea4ce41d2a0c8e5571f8f04e8b2d55008176164cc1ba1045c6', 'Ada Example'),
	(24, '01a22baa-ccf4-70c2-a0dc-34d66046fadb', '\xc374f86be1cd0b045e5b8f4df7aa2239f270606afc85754abf3f8f56592e4471', 'Ada Example'),
	(26, '01a22baa-ccf4-70c2-a0dc-34d66046fadb', '\x6f09e16bd759c7b628a832c9eab2588794848c26f15266d2783e64b7f9d481dd', 'Ada Example'),
	(28, '01a22baa-ccf4-70c2-a0dc-34d66046fadb', '\x1d158b4cce3bb55902565f829a45d20f223e2554b1bcad38b04b5c5165d659a6', 'Ada Example'),
	(30, '01a22baa-ccf4-70c2-a0dc-34d66046fadb', '\x99ab0ca86cbc8b58eaa00e29dafe3b8714e11a33f3ca280c4b1cabbcb1ac2af0', 'Ada Example'),
	(37, '01a22baa-ccf4-70c2-a0dc-34d66046fadb', '\xfcd6b0c72ffe4f770730a1601b616303e4d5c9e191f0a4e2246b84f76015fbd1', 'Ada Example'),
	(40, '01a22baa-ccf4-70c2-a0dc-34d66046fadb', '\xd98c2f335ebdaa0dff205ebc651a7d170d68a7f79a04ab0b7f02e05e3d981497', 'Ada Example'),
	(44, '01a22baa-d2d9-7072-b070-372a27478cdc', '\xbced4030e29cfd060218682a8f8c0e4a58cb871062d5b69b37386ed1ca5bcaa0', 'Bo Example'),
	(45, '01a22baa-d2d9-7072-b070-372a27478cdc', '\x8a427dac55eed36b6a74e2455b6a101daca22c28cda629c9d4d67f9754e75d17', 'Bo Example'),
	(48, '01a22baa-d2d9-7072-b070-372a27478cdc', '\x9774ceed6a282540f8287c5a8802077d907fefa3a582d3d5f5e17f06bf3d494a', 'Bo Example'),
	(50, '01a22baa-d4d7-750d-9158-f3518eadd70f', '\x571f094f614c2f8c598fabbe7e185877b5b4366c3f09774fbdc5dd41848f60e1', 'Fay  Example-Sample'),
	(51, '01a22baa-d4d7-750d-9158-f3518eadd70f', '\x7ba1588ea1d1f7a4723b8085a360f8810f2b4f3cbd3f17f06b1c27ac26ab76cb', 'Fay  Example-Sample'),
	(53, '01a22baa-d4d7-750d-9158-f3518eadd70f', '\x1de46fa426f62570adb8413c220b8f4aea021b65b1d7126662b85fb10dc1af0d', 'Fay  Example-Sample'),
	(55, '01a22baa-d4d7-750d-9158-f3518eadd70f', '\xb47e52f535b86b4b086d5b702ec07401fcf9a14ba19d41b4f8278ec9e99874b1', 'Fay  Example-Sample'),
	(56, '01a22baa-d4d7-750d-9158-f3518eadd70f', '\xb20a7d95f1463e23348a24569e6a3453d88af81ae8d020fd931bff4f5c63dc0f', 'Fay  Example-Sample'),
	(59, '01a22baa-d699-75f1-9b03-3df35603313d', '\xe5d826d866c98a6c77af604f7f8f96166af40e4444f3b5a808b0dfd2b9de8920', 'Gus Example'),
	(60, '01a22baa-d724-77af-a95d-f7ce076b8be5', '\xf7d9fbc2485b7ba486e02e1a1825a030b26559871d5ba21b0f5efaa77b46f25b', 'Hal Example'),
	(61, '01a22baa-d724-77af-a95d-f7ce076b8be5', '\x74fb17b2b039f6200772f66fe4cf9363ae79d805d758fb5993d8b809c01fe7b6', 'Hal Example'),
	(63, '01a22baa-d8fc-7039-a0a9-cba7efea5265', '\xde5eb90264e082b322b5db4e41e357676b28b0f64bd38e30838d41b19c1df92b', 'Max Example'),
	(64, '01a22baa-d8fc-7039-a0a9-cba7efea5265', '\x1015cba3a119f5e922021cce9126c4d25c321557559150b41d1ba24417bb8efd', 'Max Example');

INSERT INTO public.evidence VALUES
	('TQ54S79VT207VGP1', 'https://press.example/2', 'Signed in Oslo.', NULL, NULL),
	('8EFA0QDWDVE00G21', NULL, 'Another pledge’s.', NULL, NULL),
	('HZAV3Y4DK53K0TAK', NULL, 'Nothing came.', NULL, NULL),
	('567X2675AVRM4V3W', NULL, 'Of the scheduler.', NULL, NULL),
	('3JND6XJS1YAN0TMK', NULL, NULL, 'WIRE-7', 150);

INSERT INTO public.idempotency VALUES
	('\xd187ba863b35dcadf4addb89cb6f0b6cea795a47c1b763c168bf68afde87538b', '\x833f453a0e84f79f3bd29405468c06656b9e4ec0f143422f98229a77048d0097', 201, '{"id":"01a22baa-ccf4-70c2-a0dc-34d66046fadb","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x7c93a3b24c355232fef83f75857ce464ff4b040034d392a9039c2f401cdec321', '\xa51a7aecebd066bf14a887906021cf6ffc74520b6baae8701e685a7ffe41b60f', 201, '{"id":"01a22baa-ccf4-70c2-a0dc-34d66046fadb","status":"published","seq":17}', '2026-03-10 12:00:00+00'),
	('\x98b40ad16e6db51dc29abf831c38d7fd591ef0ded1712aacbd7baf7e0aa60afb', '\x3afdba07c277504da24d9d8d4738cf9f44058dc463319490cb3e5ec5b27c8ae0', 201, '{"ref":"S6DJ3RD159","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x1220113453b02b556bafd5c420a14ae546e293951db62ed69ee6101441ce2432', '\x727a51b5fc8c7fd854048034da8450a483c6126561ebb83beb2d54a801b055e1', 201, '{"batch":"XTJKYX63QMSCYC6M","movements":[{"seq":19,"verb":"pledge","from":"outside","to":"pledged","asset":"USD","amount":"1000.00","base":"1000.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x61685df0f3c121d1475c61ca9355b1866183e30e39cd5839e53278dc6d50dee3', '\xdc7280805b806382b708fd436312a837715c2de95160fc6f29f24573d42d28b1', 201, '{"ref":"K9NTW607VC","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x21a7a90ca5b092187ac404e0b46c70770def07e1710b00fd75fbeab3c09c295c', '\x4e633f3d8466cc550a633e19b6cd4edb017f25b0fc8f74c31a103fbb52ce073f', 201, '{"batch":"Y17VA1NDT5BCBT1K","movements":[{"seq":21,"verb":"pledge","from":"outside","to":"pledged","asset":"H100-SXM","gpuHours":"3379200.00","gpuSeconds":"12165120000","h100eHours":"3379200.00","windows":[{"gpus":512,"from":"2026-03-01","to":"2026-12-01","availability":"1"}],"occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x4ad23656e96cf9e5da3fdf83fe279cbddc6e6882e88f70f94443cd1ae85d1aaf', '\xcb1b5f398abaf691ebe72623d9bb5e3bd44be2a09a163e979d4cb6bb05729862', 201, '{"ref":"80V9EZSG1M","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x08a47a18a3eb5636d38b6819ed5ffce063893f02fcc0a1050b25c3fd4c4209f2', '\x0ce6f3d29a21ddc84e1cadb2a9176ecdf1eacf29b13cefbb1b6975bee140023d', 201, '{"batch":"N7FSY147T5FV3V0S","movements":[{"seq":23,"verb":"pledge","from":"outside","to":"pledged","asset":"USD","amount":"1000.00","base":"1000.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x842282a8db3bb3865167f024345549657bac547d2701b94cc6603d7a7fe4995b', '\xc547c5be63854e9a4606daefc2e88fd42bcebc5bed495c2c7dc81f8936644ef4', 201, '{"ref":"6H4Q2CMBWV","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x9e8f2f7e9b1261b8f7648a6233a66ed244d823bc728d285a234ee90bc4d4d744', '\x9167e3dcf01e5660c3a039ccf9daf491172bb8ca660f6ab7091560f794f35cef', 201, '{"batch":"7HA52NREE5V2DH9X","movements":[{"seq":25,"verb":"pledge","from":"outside","to":"pledged","asset":"H100-SXM","gpuHours":"3379200.00","gpuSeconds":"12165120000","h100eHours":"3379200.00","windows":[{"gpus":512,"from":"2026-03-01","to":"2026-12-01","availability":"1"}],"occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\xe063b3d82badedf326365d1c0682b344fe60d6dbdea5b3cc1b4310b9463a983a', '\x600553184b3d2f3c6356706e81b7bd4e121e8fc4c713613e4b475006b96616f9', 201, '{"ref":"0AGPJP7JYF","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x4c87b744a262ee764ad6d308f200fabb55c06640489659aedd7f52e7d8843036', '\xe95236cf779d705688e6011b869872e9116b56caad9667dbafed10f2913e403c', 201, '{"batch":"C5W3VXMDXHMNNY7Y","movements":[{"seq":27,"verb":"pledge","from":"outside","to":"pledged","asset":"USD","amount":"1000.00","base":"1000.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x63ad93b7250a3496ba82260ea62ec4c33d8900623aa1189419b68d35b0dcd62c', '\x2c966b1388bba006bc237e784dedd90f8c824153bcf66104b8a5deb69734555e', 201, '{"ref":"J2X2PN8ZZ4","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x056a2c706dba3dd0a07b607a07124410dd0a8348abf48a4ddbc7ec7cb72033a4', '\x7e90e9e7d8fef9ddd270045d9e6608fb9beaad3ee49a1ca87a7f44184bd3d26c', 201, '{"batch":"YGFH394NQNTQG242","movements":[{"seq":29,"verb":"pledge","from":"outside","to":"pledged","asset":"H100-SXM","gpuHours":"3379200.00","gpuSeconds":"12165120000","h100eHours":"3379200.00","windows":[{"gpus":512,"from":"2026-03-01","to":"2026-12-01","availability":"1"}],"occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x23b910e17433351aa48ba5d6ae6f4b7ab926fb6eac7dd7b1b47304d952c7cc93', '\x4c071c150c8354ccce470e5357778d4baafaf0aa83cb96ed79554e3ac26b498c', 201, '{"ref":"PJ4FJQ5CYC","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x9ecb0b8c5a98d29d8fadf68813a5caa95ad1c35d2b1f7d1912e94323c35e7e05', '\x3e7ce177e8c738ce7c8e7f65765780eeca25d676f870c208f8946c186f6c4147', 201, '{"batch":"9S919M1K7TFMTWY3","movements":[{"seq":31,"verb":"pledge","from":"outside","to":"pledged","asset":"USD","amount":"1000.00","base":"1000.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x3eacfc39a9887d2d52049f7bf681180e88191d2d99aea96d32f5362bd7b0ae7f', '\xdb3aeb199a1430636cdd6bf07be55a6421a6a3e947f069b0573b2a549f58e6a1', 201, '{"batch":"TQ54S79VT207VGP1","movements":[{"seq":32,"verb":"commit","from":"pledged","to":"committed","asset":"USD","amount":"900.00","base":"900.00","occurredOn":"2026-03-10","grade":"signed-agreement"}]}', '2026-03-10 12:00:00+00'),
	('\x22e630bd1b012a1873891a5c897d7bf808ddbc68a0028cc0fb99bad49722cd53', '\x50b582e49a88cd80f082c9ea079b88c7e5e7a62d2a1e6b4aa5801c5ea89117b2', 201, '{"batch":"MVHVDM3Y06G3JGXF","movements":[{"seq":33,"verb":"receive","from":"committed","to":"received","asset":"USD","amount":"300.00","base":"300.00","occurredOn":"2026-03-10","grade":"payment"}]}', '2026-03-10 12:00:00+00'),
	('\x830ddc26e1e710ea7658a8e6095a85db82a92fc1f7863b85b908d96f91974ae2', '\x94f509513bc8d526c35f050e8f3f0d6a8d191126e84afca201c1468c3182fe54', 201, '{"batch":"X23BZWB3BSRAVGZ9","movements":[{"seq":34,"verb":"refund","from":"received","to":"refunded","asset":"USD","amount":"50.00","base":"50.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x327593c4ad9b5e05c907ce9c7d470012dee8f9ba9b73a110f7232fddea834cf6', '\xf8ff769259bc3e096660da76833bac9423b90b404e45e1adb4d2460bbf19853d', 201, '{"batch":"M654BCZCC59S9AD8","movements":[{"seq":35,"verb":"receive","from":"committed","to":"received","asset":"USD","amount":"100.00","base":"100.00","occurredOn":"2026-03-10","grade":"payment"}]}', '2026-03-10 12:00:00+00'),
	('\x9afdb3eb3cd14fbad61daa59b5ef2c5308b0c91c8751875bb559eac3977b2b13', '\xcbdbd3640aae06d6e4c5f739f3ea93d9573d4267aa4f01c593421baee6a6ae4b', 201, '{"batch":"8EFA0QDWDVE00G21","movements":[{"seq":36,"verb":"reverse","from":"received","to":"committed","asset":"USD","amount":"100.00","base":"100.00","occurredOn":"2026-03-10","grade":"self-asserted","reverses":35}]}', '2026-03-10 12:00:00+00'),
	('\xb7997b1acd01d977f376a799378e506a155a5241f9f61c290e87abfb6d6a57f5', '\x9ec44a594c94f239e2c6a1e5ab126a3e614122c196120f6dc08d62af97d41a63', 201, '{"ref":"9RWHQ2CK1G","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x404a74b53c9f0f83ec61feff4367d03cf2c3631677e54723d5f743b63a14eb6a', '\xe3281182e5ac3712f5114f61919595492bb6c811262f140e501f761d34c7e1ea', 201, '{"batch":"YNYV2V6K015A946T","movements":[{"seq":38,"verb":"pledge","from":"outside","to":"pledged","asset":"JPY","amount":"70000","base":"443.66","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\xa8383c5f305b05e674da82e060b77a417fe944354488398c477380e7563b67e4', '\x021d61911873ff2c1afd167372f9932795a96d710d6b12400050770a520fc449', 201, '{"batch":"HZAV3Y4DK53K0TAK","movements":[{"seq":39,"verb":"lapse","from":"pledged","to":"lapsed","asset":"JPY","amount":"70000","base":"443.66","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x642c6d8d98ffb1f8b04cd254a28bbd1481fa563399127286b19bc03fc5c17701', '\x1685c45a5c2a0de2eb537877d6b4564a8adfc03267f151c85f007a3d6e497275', 201, '{"ref":"YM5R0Z34WA","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x4a994735d49ab7800f4e1ba89c1ba0310497d4b1bd5927b10258d0ceefa2996d', '\x03b6d8b285297a084bcadff5e688d67f7051cc3e077635dd4625e74c4ff8e759', 201, '{"batch":"8G89AJJJ4BMV0MVZ","movements":[{"seq":41,"verb":"pledge","from":"outside","to":"pledged","asset":"H100-SXM","gpuHours":"3379200.00","gpuSeconds":"12165120000","h100eHours":"3379200.00","windows":[{"gpus":512,"from":"2026-03-01","to":"2026-12-01","availability":"1"}],"occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\xd7bb8562f5186ce84633f1ef3db0702bd4235afde7dc7e721e70c5ad457e244e', '\x8d007b3779cb19b15d509b3b6e75d819722cfbb353cde80c1f6fbcbac645e75e', 201, '{"batch":"NMS2Q11QZ8AGTKN0","movements":[{"seq":42,"verb":"commit","from":"pledged","to":"committed","asset":"H100-SXM","gpuHours":"3379200.00","gpuSeconds":"12165120000","h100eHours":"3379200.00","windows":[{"gpus":512,"from":"2026-03-01","to":"2026-12-01","availability":"1"}],"occurredOn":"2026-03-10","grade":"signed-agreement"}]}', '2026-03-10 12:00:00+00'),
	('\xe007d0dc4e09b9efda55c47be7bf798ab6f0ed60b4b04479ad11a3d9da890e6b', '\x765e486212ea426f702a81ccbda7d7a8c9ee276749fd14d072ed4b5f4a67bdfb', 201, '{"batch":"2VVEJ8GRJF7W771P","movements":[{"seq":43,"verb":"receive","from":"committed","to":"received","asset":"H100-SXM","gpuHours":"10.25","gpuSeconds":"36900","h100eHours":"10.25","occurredOn":"2026-03-10","grade":"provider-statement"}]}', '2026-03-10 12:00:00+00'),
	('\x9d2bb0f71ab082e47675bd47b1eb37009f45b458155d0d9b85322d9c1401549b', '\x8d35c85899fdae4094702c1e8d1f4f6c97b08e28d89c84555a19e0d518c0abfd', 201, '{"ref":"ZPA23ERKAC","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x2eaea21c23a8ed9734f7ca1d475aabc39714141df2687a3cf44891ce83718b47', '\x99e54fcb9c2068f35c1bdaa7b6d0a14980e8cacbb9c0ff2c1e992c481558eec1', 201, '{"ref":"GX8GM92N94","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xb7387dcb2214b8d88bed7775e0a0fce0bbc7bba937cdf4faa2bb959e503cff8e', '\xef2f42fe7c0bb06595489de19f442e8ebe99ae875799d27691e195918408f0b9', 201, '{"ref":"GX8GM92N94","status":"rejected"}', '2026-03-10 12:00:00+00'),
	('\x4431979f31d7fcb5b704aa8488a05ada9d50e96ef8fb989ed2c2d8006ca17cf5', '\xf26d739d4bdd318424017e610ea5668bcc26ccc46919870d4fe364e3755f5095', 201, '{"id":"01a22baa-d2d9-7072-b070-372a27478cdc","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x0aaa58424a2e93c70c76c48626f0e8d33472a44794124df52ea946289eb9b4e5', '\x25f53cb5c23a1eef2efd1980758f5c0ab1b691207426d469bc23799ec396ddec', 201, '{"id":"01a22baa-d2d9-7072-b070-372a27478cdc","status":"published","seq":44}', '2026-03-10 12:00:00+00'),
	('\x7abeb25435078adb188a3e9af05f37ff9f06e630bac95b7c3f675d756e058965', '\xe530b41faf897049de7cc9279d104d3ba028b4d0516002bb9580e3e0a5c3c96c', 201, '{"ref":"ZT2GPRKEM0","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x460c4e18cf9841b439b21dca798d9c0ff4d7640fcdf958bf730043fd587509e5', '\xd4315f93d61db21550e06418f43fc68245c3cde40958b02b8f14cede24277bab', 201, '{"batch":"R07MSM5828DFZ285","movements":[{"seq":46,"verb":"pledge","from":"outside","to":"pledged","asset":"H100-SXM","gpuHours":"3379200.00","gpuSeconds":"12165120000","h100eHours":"3379200.00","windows":[{"gpus":512,"from":"2026-03-01","to":"2026-12-01","availability":"1"}],"occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x9881c4797298684c0235d5f1b98268b2d699ea9b14b25cb9fd13df4b444f3c4f', '\x5dbd7ee7341def11c40b5143c6101acbea4b04d2cb96a1965b9673fbaa917f23', 201, '{"batch":"567X2675AVRM4V3W","movements":[{"seq":47,"verb":"receive","from":"pledged","to":"received","asset":"H100-SXM","gpuHours":"7.00","gpuSeconds":"25200","h100eHours":"7.00","occurredOn":"2026-03-10","grade":"metered"}]}', '2026-03-10 12:00:00+00'),
	('\xec069ffa51e2dba7cb0f6f76509069619fd5a6424e6a2446116c4abe411e700b', '\x7e77510dd679d5a2eb50cecb11679098bedbe216e6b5d5a5c04b4fffbeda4f26', 201, '{"currency":"KWD","ratedOn":"2026-03-09","rate":{"num":"3.25","den":"1","source":"ADMIN"}}', '2026-03-10 12:00:00+00'),
	('\xb997750b14edc68046189c58c7e25e903166ef03ede18fa3f72efdaee892cb51', '\x82b4de65cdc4ecec4c9cb1bb56422e7ddd80d4c79c356896ef8b7a6dcb835d3a', 201, '{"ref":"ERWWEDRZTK","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x188f686bb6a6ff5b4bb0737e5c6b4a70e0402a470439a037acc0d0beede3449c', '\xc16cac5dfa01fd035e65fb79e5b4cb2319eb5051218f9a6a35a4971eda6d79e5', 201, '{"batch":"5SS5Q25RC2C3C3CS","movements":[{"seq":49,"verb":"pledge","from":"outside","to":"pledged","asset":"KWD","amount":"12.345","base":"40.12","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x8cef90f45af7c24ca7630f6778b55ab83e0773c58b677fa2f8b9539d2774e2da', '\xb804ff82ff0be831aa80162f9943599b6b0d7095bbf6938f342bee2806d3f96c', 202, '{"status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x7cae821b6ceb4c8e2b1ba38b41ca0c3ea959fdf9a786cef15f6757b37dffc4cd', '\xf3b4bd7874406449726921a597e7774ffc24ee04de7deec0a0eea69ebadbf96e', 201, '{"id":"01a22baa-d724-77af-a95d-f7ce076b8be5","status":"withdrawn"}', '2026-03-10 12:00:00+00'),
	('\x6f79e6663cf5dd377e17641a0013d38058cc630c0562c9e051f774d49dce4a86', '\x6ba9ffd82c5f957d9d6ea4def97a83816cdb0beafab67fc205727f212bfedb04', 202, '{"status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x0b1918a247793554f029c92fc0141dd846ec825dc75516b104222656e761efa8', '\x4ae7ec28a52b40084ce9cf5a946890063760084c46f31e6524a3d4ae8b2713f5', 201, '{"ref":"A28HBMWNB4","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xa21a9256669085e5574bf07c04ec0102c65f0ee7db73481e38e5f572a86f9ed1', '\xd7fe9825c7f2da9c6ed5a688cc15323baec62e5afdd78aba82b2f723fe78975d', 201, '{"ref":"A28HBMWNB4","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x80b0fc57aae88f6352481201c025418a3d214e47fd99b266a9069e39c4b1ba0f', '\x36ab493d15665da35eb39e38bb55c92f8426b8e157437d9b3caa8c2e1e7ffc1f', 201, '{"ref":"VYBQZPEA37","status":"accepted"}', '2026-03-10 12:00:00+00'),
	('\x8ee59a08c1164f5f0372febf136b811351261cbecacf6d7aec9dd019208a59d1', '\xc1a37116b8c47b26a516705010daff669b3223f1b79213292af096549688e8bf', 201, '{"ref":"VYBQZPEA37","status":"accepted"}', '2026-03-10 12:00:00+00'),
	('\x8809812172d3f418ac3ab250ad5edb10da2b13f95c6affa0fd518c98a9fff2be', '\x3fd3b8b907375d716a28f9ab5ec254ddd587b51f66f556f0dfed9eaf190f3995', 201, '{"ref":"VYBQZPEA37","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x70c5534581de7ba5abeda31d1427ca333726e9e1a325124a6355df00e436dece', '\x36ab493d15665da35eb39e38bb55c92f8426b8e157437d9b3caa8c2e1e7ffc1f', 201, '{"ref":"R35S57X91Y","status":"accepted"}', '2026-03-10 12:00:00+00'),
	('\x0dad58ad326fec73abfb9ea6fb614690622c55e146e78158e0453554bdfea5b2', '\xf94d8ebf9c5a9cd8d8c311615c5aac98a309de103250654d533481029e77fca7', 201, '{"batch":"0P9R9YH0MA80VGN4","movements":[{"seq":58,"verb":"withdraw","from":"pledged","to":"withdrawn","asset":"USD","amount":"30.00","base":"30.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x8d761cb305a76607d530a8c2fcdca66c1a325ec8130f74ce97327e19907a19b2', '\x84d7ea9fc07a8ecb7de04c656755839d14d2aed501da8f9202e4def7744bf1a1', 202, '{"status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x5b7d1ff1aace96ebb0aa184c4ace68e801394e63b4df8f26812e0e168859cb8c', '\xdd14b6ce33bb865b04d8a41fdc4e7597d451aeb7aac323724be149f4ee59dda0', 202, '{"status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x399a547b601de4a7c80c86b2d7a96c60305b3dcc787224f607d7ba17a7793d47', '\x7fb8582412763e7942a9ab4173bf1483bc65e413bfa2bda0a62dd8427f6fbc56', 202, '{"status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x8c1b480acc8be1d48f6515cf18456cf267b10d630e61ecd4aacc07141e6b3415', '\x83e418ffcd961dafdabbed926060f7448dbbcbd4527338d731888161e8a84810', 202, '{"status":"sent"}', '2026-03-10 12:00:00+00'),
	('\x5e906ce252fd0615f8d1b5e1b41297fde4c381e124ea65675c9d05893c9ce312', '\x2f5b73869b1ff43f13d9f4c8f0851fbb1c0044ad7e6d46c2ad75a1b9181bf4c9', 201, '{"ref":"HHQCQGX0H8","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xa0518751444d7c8e80a227c773e54ce96155d6c7ee85430d89a312f892c202c5', '\x4ff3db3085613b2c5d1aeb529217e8232b9a095223a14c42f80aac3ba350f66c', 201, '{"ref":"HHQCQGX0H8","status":"rejected"}', '2026-03-10 12:00:00+00'),
	('\x61470fe21659313d53aaf0ac1e44baba4024792600cb291500344eb0d1fb3850', '\x3db4f4b4bfa5502d69f34c442e1faedaf1d6019bbb90118f44a4d512f6e1ae0d', 201, '{"id":"01a22baa-d887-725d-8ee4-c6dbd3cf8522"}', '2026-03-10 12:00:00+00'),
	('\x1c05a194be6f2ce30f6a6ba94d9fb938f712f48d8298d28411623f33fbd867aa', '\x69b341c2595454ef065ae637f83589615f340917692bd822fd6c9c2ddb7fd4a6', 201, '{"id":"01a22baa-d893-7469-81ea-e1af97039c14"}', '2026-03-10 12:00:00+00'),
	('\x3f35adcf1e1f42e2f572a82600a481b82bc99a1f8ef2a614d45cae563c72dcfe', '\x45d8bbda056c6015b195036071aa752cdb36a04879155ca8e9fa86d6cc478f62', 201, '{"changed":["targets.funding"],"entry":62}', '2026-03-10 12:00:00+00'),
	('\xd94a84dcb69db6e00db5ba93e7e1fc5826a1e40a706fc852efe13ba2e52c7840', '\x7f3767583d7d048834f4544fadc6eea4ea5cfde32667d7c65cf827273cb846da', 201, '{"funding":1,"gpus":0}', '2026-03-10 12:00:00+00'),
	('\x9ae247559ac8e5e559a5b957158d6623e994ee2cfe9676e902f91ed7141798c6', '\xf8f3e9ca4ec0976b37526a3a036f825f943cb821d742287da7b477183fe1c159', 201, '{"id":"01a22baa-d8fc-7039-a0a9-cba7efea5265","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xb96f02c0f027eba7dbb9d17589d7ef3a3bd92dac07155c58090e8ed063b9645d', '\x72cf4fa15f8e239c7cd6af03fa43965e7bb6c21d1ea9116c5cc502ab4d17b454', 201, '{"id":"01a22baa-d8fc-7039-a0a9-cba7efea5265","status":"published","seq":63}', '2026-03-10 12:00:00+00'),
	('\x8c85e9b8f0dfd72cc36180b80a27468b835eeb74fad6b10463854843463b25b1', '\x49b8ba0c538efdd936a49eb1f800e7ac1763a4a3b2bfae9e7daa09cb0c5ff6a0', 201, '{"ref":"3WC2NV5W4V","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xcaae10bbf2403435e8276a026551f5063e315c65338248eeca254c5afe9efc44', '\x6e4bf408c6522f8ba307a3bfd58b8fbd29f2ab78546e68e08583f3687e662998', 201, '{"ref":"2D5JRP8B7N","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xe46dbcc418e9a2f8d5d9f791e0ef640d31e3baed0578f12a7d83a4e673bb674f', '\xcca6d50b38a2b1eeda6021ef3a72243ce11ff72892e3b30f2aa21f372e14f946', 201, '{"batch":"J51JVKCA0Y67Z1RB","movements":[{"seq":65,"verb":"pledge","from":"outside","to":"pledged","asset":"USD","amount":"1000.00","base":"1000.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\xec8aa262694218189d20a8c46156ea24a801aa7d9b602f06985ed8a31ffa3081', '\x1e6f719079acc5ddec6090bba49f1979e10314fdcf46afd1a4db12c80255116a', 201, '{"batch":"3JND6XJS1YAN0TMK","movements":[{"seq":66,"verb":"receive","from":"pledged","to":"received","asset":"USD","amount":"50.00","base":"50.00","occurredOn":"2026-03-10","grade":"payment"}]}', '2026-03-10 12:00:00+00');

INSERT INTO public.imported VALUES
	('initiative', '\x7888d292aae55c7bb14557f3582af44f0667c525ece961d457a788afe48823ca', 'Open Model Initiative'),
	('signatory uni', '\x244d0396d0a3cb764ff837cc5d24fb052ca1a67814711a92edefbf91efe96758', '01a22baa-c948-70dc-8aac-233cd1c46e5c'),
	('signatory eli', '\x3c3413fce2c16f7727a33c584ef0981cbbc092cf402251350b4633bee431b3dd', '01a22baa-c94b-7121-b543-ebef19c45148'),
	('pledge grant', '\x5b181c8d30e10eecaac3878aae08ba2292c4d817063fe445f266c2f9c965fa75', '0YHBGQCR5Q'),
	('pledge taken-back', '\x631d0cbe6ea7f3ce74284c5426e75ce0ed0c63c397645e7e8703549358ba47a3', '65WSB68DKA'),
	('pledge disputed', '\xf90dc6e89732668ba99633426cfe90162ad5ba5dc5dbaaa065d602141348a110', 'RR51EGA69F'),
	('pledge hours', '\xe26d16207884dd92834e8871d35d83906731cad11c81a66591ac5ff26bcecdb4', 'XF2A8VQ8NM'),
	('movement 0 grant', '\xdbdf28cdfbe25ed1de278a7ceb81c73ea809c066baa709e71f326752c7b66990', 'A5JD5FGFNGJTEY2T'),
	('movement 0 taken-back', '\x80e51912a81b84e008bf588fbc7e1d9be1d516b237e74f6abed818fd16c845c9', 'A3SC672WRV0NGZ1N'),
	('movement 1 taken-back', '\x2b19bd0926e3ab26d86b9d2e67955fef24a18854bdf8e79c0b504ec0a199b756', 'JQPJ87GZ5P44F57W'),
	('movement 0 disputed', '\xcf982f90e3b6c73fa037a346d7c2c3e3827cf78eaba951e1d6618219b2a0b0ba', 'ZJQQQQ43H9205NBQ'),
	('movement 1 disputed', '\x8bbd4dfabde5868fe3e82b6d038299423326e7e6bf41f498a822986b660bdd85', '5FAQZZDZQM8WV8W6'),
	('movement 2 disputed', '\xc0313711843810a87c6e17e6c54a395856fad3f49435898f5d5f5938012b702f', 'X9QZ83RSAKMJVRV5'),
	('movement 3 disputed', '\xf784bf33ea02c69c9f656d684c94c2746633a8b88d9ce20d4b4753a6cad93a0b', '5V3R2576P65AQXCM'),
	('movement 4 disputed', '\x2994e67fa6ea223ba55549d85123b34d8ab0037258048a0d142179a8ba8db322', '91W5KAMNA792H902'),
	('movement 0 hours', '\x791b131fce235e163abb3b0fed1d88e3d224d17a4620a99b76c61767ff5362a7', 'BDFDGKNFEDW5SHNX'),
	('movement 1 hours', '\x4a7792556147128731c63fcbea976ed556c05673ac9207ef392ea1620939cfa2', 'VHRH4D3XCGSF3MYY');

INSERT INTO public.initiative VALUES
	(1, 'Open Model Initiative', 'One lab, in the open.', 'USD', 12000000000, 10000, 315360000000, '2026-01-01', '2027-01-01', '2027-06-30', 'A note.', false, false, '{"name": "Example Foundation", "contact": "pay@foundation.example", "country": "Norway", "taxStatus": "charity", "refundPolicy": "https://foundation.example/refunds", "registration": "000000-TEST", "privacyNotice": "https://foundation.example/privacy"}');

INSERT INTO public.initiative_change VALUES
	(62, 'A second site');

INSERT INTO public.ledger_entry VALUES
	(0, 'initiative', '\x7b2276223a312c226b696e64223a22696e6974696174697665222c2266756e64696e67223a5b22555344222c223130303030303030303030225d2c2267707573223a31303030302c22677075486f757273223a2238373630303030302e3030222c2266726f6d223a22323032362d30312d3031222c22746f223a22323032372d30312d3031227d', '\x74f7433cadebee279ab3c8fbc5b6c12d75bb235b4039ec1d60ca223450b6c229', '2026-03-10 12:00:00+00'),
	(1, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a22343551583352425439594a5a222c2277686f223a2232353039393435353830636466363530646130393835666361663735663637363538333233613131343033313866653261373736316464633831376431336632222c2274797065223a226f7267616e69736174696f6e222c22616374223a227369676e222c226f6e223a22323032362d30312d3032227d', '\x802f5996834e0168eb041798cccc7ac02c24810d19faf1d67b8e48347f177839', '2026-03-10 12:00:00+00'),
	(2, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a2245504b52414b514243354837222c2277686f223a2239653437353362656464616661366634313230306237353133316365616464306266633531643662316534663865313936616131656135393162373439623863222c2274797065223a22706572736f6e222c22616374223a227369676e222c226f6e223a22323032362d30332d3130227d', '\x7201ceaa101a23f3fe054f60fd18215309b043af9d605c5eb1ba02bdd36ed9c1', '2026-03-10 12:00:00+00'),
	(3, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a2230594842475143523551222c2277686f223a2266656232356231356437316639343235333333363733656338363265383262333937663037613365333834623531303635303135346637656437343961613733222c226173736574223a22455552222c227175616e74697479223a2234303030303030222c2272617465223a5b22312e31363634222c2231225d2c22726174654f6e223a22323032362d30312d3035222c2272617465536f75726365223a22454342222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a7b226b696e64223a227468726573686f6c64222c226d6574726963223a226f7267616e69736174696f6e73222c22636f756e7473223a22636f6d6d6974746564222c2272656163686573223a223430222c226279223a6e756c6c7d2c226669726d223a747275657d', '\xbe8a55e0e0a525843396a02015932bcc2baf819bfc7bdc252bccbc1e98bcef44', '2026-03-10 12:00:00+00'),
	(4, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2230594842475143523551222c226261746368223a2241354a44354647464e474a5445593254222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a2277616974696e67222c227175616e74697479223a2234303030303030222c2262617365223a2234363635363030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3035222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x1246360af92b2725d84122e7efe4ec6af6a802f02e5fb8ea7a6c03d33e610bff', '2026-03-10 12:00:00+00'),
	(5, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a2236355753423638444b41222c2277686f223a2239333236393732376465623261356465393133353136333563656532353334333434636530626264623161323333643363653464316363643666663966616662222c226173736574223a224b5257222c227175616e74697479223a2231303030303030222c2272617465223a5b22312e31373037222c22313639352e3933225d2c22726174654f6e223a22323032362d30312d3036222c2272617465536f75726365223a22454342222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x3cf49c88c5b67f7c404edc956ad945dfe7a1fb6bbd2f445205853afed97656d9', '2026-03-10 12:00:00+00'),
	(6, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2236355753423638444b41222c226261746368223a2241335343363732575256304e475a314e222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a2231303030303030222c2262617365223a223639303330222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3036222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x6214353413337d6361d603d2489ba0b63790fd81ecf75dabbb3a49653394dcfc', '2026-03-10 12:00:00+00'),
	(7, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2236355753423638444b41222c226261746368223a224a51504a3837475a3550343446353757222c2276657262223a227769746864726177222c2266726f6d223a22706c6564676564222c22746f223a2277697468647261776e222c227175616e74697479223a2231303030303030222c2262617365223a223639303330222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3037222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xc71d52be1f7da12b7c54d999a6d66b09b04fdc57bfd164401f59dd38eff5b41b', '2026-03-10 12:00:00+00'),
	(8, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a2252523531454741363946222c2277686f223a2234633238343761333435386130663939363939643766313564323464306463623630303835363938616565636130323135303730316539363465353965663532222c226173736574223a22474250222c227175616e74697479223a223830303030222c2272617465223a5b22312e31363735222c22302e38363837225d2c22726174654f6e223a22323032362d30312d3038222c2272617465536f75726365223a22454342222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x0a8be3041d4765dc0f252726915149e792e44efd9e8f1a016ea287838706fdf4', '2026-03-10 12:00:00+00'),
	(9, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2252523531454741363946222c226261746368223a225a4a51515151343348393230354e4251222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223830303030222c2262617365223a22313037353137222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3038222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xb649422c8c99258a89a533f42ee1b9d27d78527cd340cbb77f1cbb1d6fbf4ffd', '2026-03-10 12:00:00+00'),
	(10, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2252523531454741363946222c226261746368223a22354641515a5a445a514d385756385736222c2276657262223a2272656365697665222c2266726f6d223a22706c6564676564222c22746f223a227265636569766564222c227175616e74697479223a223730303030222c2262617365223a223934303737222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3039222c226772616465223a227061796d656e74222c227265766572736573223a6e756c6c7d', '\xb9f62cad4293ec07d04f1d314eab4c1ca2edff0bef257e6d957d71364128cb72', '2026-03-10 12:00:00+00'),
	(11, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2252523531454741363946222c226261746368223a225839515a38335253414b4d4a56525635222c2276657262223a2264697370757465222c2266726f6d223a227265636569766564222c22746f223a226469737075746564222c227175616e74697479223a223530303030222c2262617365223a223637313937222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3132222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xabe553cf90467c983be0a0eac7cb29c629c2418e30a6d826ee50c059531905f6', '2026-03-10 12:00:00+00'),
	(12, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2252523531454741363946222c226261746368223a223556335232353736503635415158434d222c2276657262223a2277696e222c2266726f6d223a226469737075746564222c22746f223a227265636569766564222c227175616e74697479223a223130303030222c2262617365223a223133343339222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3133222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x92f2868367fb7998b6ff12ebe7cb6740059fb2a5f9382fab704ea3b9d0831e94', '2026-03-10 12:00:00+00'),
	(13, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2252523531454741363946222c226261746368223a22393157354b414d4e4137393248393032222c2276657262223a226c6f7365222c2266726f6d223a226469737075746564222c22746f223a22726566756e646564222c227175616e74697479223a2236303030222c2262617365223a2238303633222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3134222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xe4d87e4efc348c2a6f8f85aa0e379f370325ffc295cb0f29c124604dd823eb5a', '2026-03-10 12:00:00+00'),
	(14, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a2258463241385651384e4d222c2277686f223a2264313635336134383630656664366634643537323138633132323362666331666161666535616633636162656466313936653865313439643436336364623233222c226173736574223a2241313030222c227175616e74697479223a223138303030303030222c2272617465223a5b22333132222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22626f75676874222c2273697465223a224b464e4642525746222c2277696e646f7773223a5b5b6e756c6c2c22323032362d30322d3031222c22323032362d30382d3031222c6e756c6c5d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\xa24421241210ffcbf49e6b8e0a1dad4a47aefe7cb4e28071ecc5f7d7941175a6', '2026-03-10 12:00:00+00'),
	(15, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2258463241385651384e4d222c226261746368223a2242444644474b4e464544573553484e58222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223138303030303030222c2262617365223a2235363736313637222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30322d3032222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xf0b32a5027074b33896f79704782ae01b4da4628e7d596a0e210af0393e00612', '2026-03-10 12:00:00+00'),
	(16, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2258463241385651384e4d222c226261746368223a22564852483444335843475346334d5959222c2276657262223a22636f6d6d6974222c2266726f6d223a22706c6564676564222c22746f223a22636f6d6d6974746564222c227175616e74697479223a223138303030303030222c2262617365223a2235363736313637222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30322d3033222c226772616465223a227369676e65642d61677265656d656e74222c227265766572736573223a6e756c6c7d', '\xb9d7e715219890dbd02684df947a491aa8b1eedfbcf9a6bf734059fcef02b852', '2026-03-10 12:00:00+00'),
	(17, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a224748464e39415852364d5141222c2277686f223a2232393661383164353166376263646332333431333039316532353831643661336566633239653830656665356162396131633066636666616431366464313061222c2274797065223a22706572736f6e222c22616374223a227369676e222c226f6e223a22323032362d30332d3130227d', '\xbe3896182b75714e98e5b90f2e8219df0ec49c177e11ebc5f37f933a33349696', '2026-03-10 12:00:00+00'),
	(18, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a225336444a335244313539222c2277686f223a2230396362336531353636363836636663343564633530643535346531323632623832303430623531306636356335303034623038363664353562613066326632222c226173736574223a22555344222c227175616e74697479223a22313030303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a5b5b22323032362d30332d3331222c223430303030225d2c5b22323032362d30362d3330222c223630303030225d5d2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\xa2995e16c244f377f5e4ed2308ae71bcbe8548f61acdd3d919b8fb9c232c64ae', '2026-03-10 12:00:00+00'),
	(19, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a225336444a335244313539222c226261746368223a2258544a4b59583633514d53435943364d222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a22313030303030222c2262617365223a22313030303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x2a1fd25a9ad2aedf6f3b53b88dcb867cfac2358b413e81ebde33e2dc7f978c2e', '2026-03-10 12:00:00+00'),
	(20, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a224b394e54573630375643222c2277686f223a2238626531393965346562366130343837373737363630383737376363303735333536373034613162363430363935356366656165663734636138366563323462222c226173736574223a22483130302d53584d222c227175616e74697479223a223132313635313230303030222c2272617465223a5b223938392e34222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22676976656e222c2273697465223a224142423458434d33222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x6dec19a74c6baeb915c595d422fa383b5f37d23894e271e247e292d07909b07b', '2026-03-10 12:00:00+00'),
	(21, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a224b394e54573630375643222c226261746368223a225931375641314e44543542434254314b222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223132313635313230303030222c2262617365223a223132313635313230303030222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x3411671a810238a810b50080691ab97bf2c6630f0800abe83f95d3e3575a7572', '2026-03-10 12:00:00+00'),
	(22, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a2238305639455a5347314d222c2277686f223a2232343464613636373837636666633266653466636662333631343731356162323139346465633363393831336662663464333663646166383165356664636666222c226173736574223a22555344222c227175616e74697479223a22313030303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a5b5b22323032362d30332d3331222c223430303030225d2c5b22323032362d30362d3330222c223630303030225d5d2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x3a7da264cd6f61ada6fb693978663d392fc881b708723f51f8715225ea6199ed', '2026-03-10 12:00:00+00'),
	(23, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2238305639455a5347314d222c226261746368223a224e374653593134375435465633563053222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a22313030303030222c2262617365223a22313030303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x118b95fa1292dcd1b970ed386c42c1d6d2b984e439cbcf865049148f93b95a83', '2026-03-10 12:00:00+00'),
	(24, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a223648345132434d425756222c2277686f223a2237613965393936326562633164643334633632653438653436643939363835373837653738376232353361323262333133373330333932303639613436663139222c226173736574223a22483130302d53584d222c227175616e74697479223a223132313635313230303030222c2272617465223a5b223938392e34222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22676976656e222c2273697465223a224142423458434d33222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x3f7a2ac74d15144f2df755dc520a8aa2b0ddc8d657e1d3ca7f0c02f1a0332614', '2026-03-10 12:00:00+00'),
	(25, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a223648345132434d425756222c226261746368223a2237484135324e52454535563244483958222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223132313635313230303030222c2262617365223a223132313635313230303030222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x26bc23e9cc7353a39068a888a0f36d434abc6a3001967508079b0c2e757a5265', '2026-03-10 12:00:00+00'),
	(26, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a22304147504a50374a5946222c2277686f223a2231366261336534326138643065313032356366353334373539656564323761666336316230346663343761373337663664663832663263613736616333356431222c226173736574223a22555344222c227175616e74697479223a22313030303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a5b5b22323032362d30332d3331222c223430303030225d2c5b22323032362d30362d3330222c223630303030225d5d2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\xbfdbfe4dbf3de4be2d4366c1ddfc9a0264c0baeb67295aec56391fc1c4541a26', '2026-03-10 12:00:00+00'),
	(27, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22304147504a50374a5946222c226261746368223a224335573356584d4458484d4e4e593759222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a22313030303030222c2262617365223a22313030303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x72740bbb6fc4856424d08dc8ea9d40cc22dd8ba1535611c8b0b6a1550f7b38eb', '2026-03-10 12:00:00+00'),
	(28, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a224a325832504e385a5a34222c2277686f223a2265353038623137353366376661363239623337393063613666376434636639623132613965386365333162313431333463643161313538363234383332663938222c226173736574223a22483130302d53584d222c227175616e74697479223a223132313635313230303030222c2272617465223a5b223938392e34222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22676976656e222c2273697465223a224142423458434d33222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x2bef2f91716c9135b9e935db14a3fa68bcb7a9a700b8f91bfebb6871ad36dc70', '2026-03-10 12:00:00+00'),
	(29, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a224a325832504e385a5a34222c226261746368223a22594746483339344e514e545147323432222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223132313635313230303030222c2262617365223a223132313635313230303030222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x36996ff54e73a6ab2cf09b21a0e1081830aaa92841ff31a7e6b5d20464ba902f', '2026-03-10 12:00:00+00'),
	(30, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a22504a34464a5135435943222c2277686f223a2236616165396438656163663639656237323736313631333733313561643839396234646333613234363433333338333434666662346434396535376534386466222c226173736574223a22555344222c227175616e74697479223a22313030303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a5b5b22323032362d30332d3331222c223430303030225d2c5b22323032362d30362d3330222c223630303030225d5d2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\xd9e9dea5fc18cfea62a831344b704550b165cb15648acf54f093bd3498d806f4', '2026-03-10 12:00:00+00'),
	(31, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22504a34464a5135435943222c226261746368223a2239533931394d314b3754464d54575933222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a22313030303030222c2262617365223a22313030303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x522ba123822f2bda8f680b77afd522583cee621908ad91a8cc9af93d389250a4', '2026-03-10 12:00:00+00'),
	(32, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22504a34464a5135435943222c226261746368223a2254513534533739565432303756475031222c2276657262223a22636f6d6d6974222c2266726f6d223a22706c6564676564222c22746f223a22636f6d6d6974746564222c227175616e74697479223a223930303030222c2262617365223a223930303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a227369676e65642d61677265656d656e74222c227265766572736573223a6e756c6c7d', '\x905d442cd067d9b892ad2ba911a5968d59698a4fbb9d96a88a81a6f2e6eb4118', '2026-03-10 12:00:00+00'),
	(36, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22504a34464a5135435943222c226261746368223a2238454641305144574456453030473231222c2276657262223a2272657665727365222c2266726f6d223a227265636569766564222c22746f223a22636f6d6d6974746564222c227175616e74697479223a223130303030222c2262617365223a223130303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a33357d', '\x238b6e2653e0b8cdc75e31d521bd0af3fccb1e849373b6d279baac0e5e9c815e', '2026-03-10 12:00:00+00'),
	(37, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a22395257485132434b3147222c2277686f223a2234653161323735656639653665326636373835316231643830373166653964346664306631373930333562633430393665356431613832353363363462333066222c226173736574223a224a5059222c227175616e74697479223a223730303030222c2272617465223a5b22312e31363431222c223138332e3637225d2c22726174654f6e223a22323032362d30332d3130222c2272617465536f75726365223a22454342222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x48bf64d954cdc21ccdf1ff958dcfb680e05191eb6bf52b6168ff82d19fc1fad6', '2026-03-10 12:00:00+00'),
	(38, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22395257485132434b3147222c226261746368223a22594e59563256364b3031354139343654222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223730303030222c2262617365223a223434333636222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x3b8e09e46b1007ec486f998533f376259bee52715c76b2685e23aed0753d34e8', '2026-03-10 12:00:00+00'),
	(39, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22395257485132434b3147222c226261746368223a22485a4156335934444b35334b3054414b222c2276657262223a226c61707365222c2266726f6d223a22706c6564676564222c22746f223a226c6170736564222c227175616e74697479223a223730303030222c2262617365223a223434333636222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x84cb446b8db6cb83de150e4bdb9b5f5c30d131a921ed211805420ff04979e58e', '2026-03-10 12:00:00+00'),
	(40, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a22594d3552305a33345741222c2277686f223a2231653437323865306630366635393163333634396164656563626536313461383830336132393961333131653134636361376335303430383863363637326662222c226173736574223a22483130302d53584d222c227175616e74697479223a223132313635313230303030222c2272617465223a5b223938392e34222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22676976656e222c2273697465223a2231505848414b4d4a222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\xbb8da9ba7d829b826d30be66b238777b352935d2cb0dfd773dd99120d4bea654', '2026-03-10 12:00:00+00'),
	(41, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22594d3552305a33345741222c226261746368223a2238473839414a4a4a34424d56304d565a222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223132313635313230303030222c2262617365223a223132313635313230303030222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xf28cf641d22aaa289c9558c64568e0b3e28059c82a2627f84a1efabfafe9d5b2', '2026-03-10 12:00:00+00'),
	(42, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22594d3552305a33345741222c226261746368223a224e4d5332513131515a384147544b4e30222c2276657262223a22636f6d6d6974222c2266726f6d223a22706c6564676564222c22746f223a22636f6d6d6974746564222c227175616e74697479223a223132313635313230303030222c2262617365223a223132313635313230303030222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a227369676e65642d61677265656d656e74222c227265766572736573223a6e756c6c7d', '\xb1d3312ec9e47e4310997662521c01d83a986536a22edb465fd2ba985d034a38', '2026-03-10 12:00:00+00'),
	(43, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22594d3552305a33345741222c226261746368223a22325656454a3847524a46375737373150222c2276657262223a2272656365697665222c2266726f6d223a22636f6d6d6974746564222c22746f223a227265636569766564222c227175616e74697479223a223336393030222c2262617365223a223336393030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2270726f76696465722d73746174656d656e74222c227265766572736573223a6e756c6c7d', '\xfaa26a41af5e0254f0769291d28e7db17312969779aa6786e83fbb3b4ebb0942', '2026-03-10 12:00:00+00'),
	(50, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a22375151453954503831415836222c2277686f223a2266383935303633373332363539303365363831653965323132613162363163393332643230646534333466343035633839323732666137333631316463306636222c2274797065223a22706572736f6e222c22616374223a227369676e222c226f6e223a22323032362d30332d3130227d', '\x474ec2609acaebd8f656becac9b683c0d710f9548ff5a5096060b87727fd6a19', '2026-03-10 12:00:00+00'),
	(51, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a225434314d334b54374748222c2277686f223a2262626334663731633162326461633634363630393536336166366235323635613137303138333562333435316638636136633366616333333637343966656438222c226173736574223a22555344222c227175616e74697479223a2232303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x54e939040c549f02777699bdb0eab535c67fdc3a51137713bfeb473556b44153', '2026-03-10 12:00:00+00'),
	(52, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a225434314d334b54374748222c226261746368223a2245305758593856585039393359434557222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a2232303030222c2262617365223a2232303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x4adcb7253d55c3dcc4654b0be6d000ccca1cd4ad80b31a064efb25a4e22a01e1', '2026-03-10 12:00:00+00'),
	(53, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a22565942515a5045413337222c2277686f223a2234386538633466383866333665396135333131626133326331653739386466353262643238386532313637343464303036383133393939613436643863313932222c226173736574223a22555344222c227175616e74697479223a2233303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x62041d38c36fdfdf02fd52d401fed4b3b873852efdf75ba88fcde6af8b0e2093', '2026-03-10 12:00:00+00'),
	(33, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22504a34464a5135435943222c226261746368223a224d564856444d3359303647334a475846222c2276657262223a2272656365697665222c2266726f6d223a22636f6d6d6974746564222c22746f223a227265636569766564222c227175616e74697479223a223330303030222c2262617365223a223330303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a227061796d656e74222c227265766572736573223a6e756c6c7d', '\xfa689dbc3ef40dc0049b7e6c42427ba091f2d3ae1afbc657c2f95485b0ee1be7', '2026-03-10 12:00:00+00'),
	(34, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22504a34464a5135435943222c226261746368223a22583233425a5742334253524156475a39222c2276657262223a22726566756e64222c2266726f6d223a227265636569766564222c22746f223a22726566756e646564222c227175616e74697479223a2235303030222c2262617365223a2235303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xe59c0782a446e31eae065958753ea905f7c71ac3c693e7ded8863b53bd298d7d', '2026-03-10 12:00:00+00'),
	(35, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22504a34464a5135435943222c226261746368223a224d36353442435a434335395339414438222c2276657262223a2272656365697665222c2266726f6d223a22636f6d6d6974746564222c22746f223a227265636569766564222c227175616e74697479223a223130303030222c2262617365223a223130303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a227061796d656e74222c227265766572736573223a6e756c6c7d', '\xebb33642381ced705bff7314771607fda2688e6002f3ae4f4d4999e21ccd30b1', '2026-03-10 12:00:00+00'),
	(44, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a2247444451434a50324838584e222c2277686f223a2234383536353234613931393861383064643638616436373661653065323237306366313761386538393634303932643236346234663433616434323966373332222c2274797065223a22706572736f6e222c22616374223a227369676e222c226f6e223a22323032362d30332d3130227d', '\x5674832288c80f853f940d5c7dc6947a471fb8b18253a9c7999affa3b3910806', '2026-03-10 12:00:00+00'),
	(45, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a225a54324750524b454d30222c2277686f223a2234303335336635363138373063386235656163333533616662356563366266643638306166366161393431643838303037383336326337353061306361333163222c226173736574223a22483130302d53584d222c227175616e74697479223a223132313635313230303030222c2272617465223a5b223938392e34222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22676976656e222c2273697465223a224142423458434d33222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x84e912b168f5eb4ca7f0f1505274f0f3d2fa7e147bd4f2091b930e2c08c00d4f', '2026-03-10 12:00:00+00'),
	(46, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a225a54324750524b454d30222c226261746368223a225230374d534d3538323844465a323835222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223132313635313230303030222c2262617365223a223132313635313230303030222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x420eb9466ac912b909a38be562da31cbb6027cfea5123e7c1faa3c1a29bbfb3e', '2026-03-10 12:00:00+00'),
	(47, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a225a54324750524b454d30222c226261746368223a2235363758323637354156524d34563357222c2276657262223a2272656365697665222c2266726f6d223a22706c6564676564222c22746f223a227265636569766564222c227175616e74697479223a223235323030222c2262617365223a223235323030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a226d657465726564222c227265766572736573223a6e756c6c7d', '\x2ff1f9f680cf9dc92b64f2d2623088680d5d240f4f4a5bd49fbfa577fd66fbac', '2026-03-10 12:00:00+00'),
	(48, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a22455257574544525a544b222c2277686f223a2231393831373732326336636466656131643563316430376436633335613764373061656635613331376539343138306630656432303131643835366239333531222c226173736574223a224b5744222c227175616e74697479223a223132333435222c2272617465223a5b22332e3235222c2231225d2c22726174654f6e223a22323032362d30332d3039222c2272617465536f75726365223a2241444d494e222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x984efd19e6b17564ff5e4db07b27bec63338e741b8853ab7232d7e79363f8150', '2026-03-10 12:00:00+00'),
	(49, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22455257574544525a544b222c226261746368223a2235535335513235524332433343334353222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223132333435222c2262617365223a2234303132222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xc3f29577f18af17083a96b67827fd79ea637ba7167f9a56a9d72451e70c793fc', '2026-03-10 12:00:00+00'),
	(60, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a223146305a5050414a39483154222c2277686f223a2236336533373566636166333734306131393162323961643464646338333937363637363438376239356636346537623838306238633337653433666662383261222c2274797065223a22706572736f6e222c22616374223a227369676e222c226f6e223a22323032362d30332d3130227d', '\x7a70da6c5475067af3e22889633b04b063ebb06b10bb96ea51bce836d2d33884', '2026-03-10 12:00:00+00'),
	(61, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a223146305a5050414a39483154222c2277686f223a2262613961363236393931316634623631663165393437373338383232646434306131383565643533643636393766373263383633373461396134343633303836222c2274797065223a22706572736f6e222c22616374223a227769746864726177222c226f6e223a22323032362d30332d3130227d', '\x0f87ea15bcafad5e0575c9698413220d050c6cc8267fedd2233c5db5e82c069c', '2026-03-10 12:00:00+00'),
	(54, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22565942515a5045413337222c226261746368223a2244425941464339395a45545751545231222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a2233303030222c2262617365223a2233303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xafb53860dbdcc04a7c1d768d8d11cfcc2bf3e870aebcf454ba3a0c1c009434ab', '2026-03-10 12:00:00+00'),
	(55, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a22565942515a5045413337222c2277686f223a2262646239623033346432656536646262396262653939643766393337636566653463383132386536353233376661306666633832383538343434313336323038222c226173736574223a22555344222c227175616e74697479223a2233303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a5b5b22323032362d31322d3031222c2233303030225d5d2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x9b3e91cab796efdbe9ad689472eca9558984107a51ee12354f3c335d0f28047b', '2026-03-10 12:00:00+00'),
	(56, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a2252333553353758393159222c2277686f223a2265663430386630383961346162333833663538616531316230333762653562333638613038613563653461623461393131663734366166666265386438623131222c226173736574223a22555344222c227175616e74697479223a2233303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x5f74b363e1e25c226614e9def317d8a456713ec71ef5dc0da083e5fe794d7cab', '2026-03-10 12:00:00+00'),
	(57, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2252333553353758393159222c226261746368223a224b4531584d3043303350365034504747222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a2233303030222c2262617365223a2233303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x69db94825e33bd6578e3b3aa40a7112169c69390c5df11a796ec21f3fdc1e912', '2026-03-10 12:00:00+00'),
	(58, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2252333553353758393159222c226261746368223a2230503952395948304d41383056474e34222c2276657262223a227769746864726177222c2266726f6d223a22706c6564676564222c22746f223a2277697468647261776e222c227175616e74697479223a2233303030222c2262617365223a2233303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x8e55b6016f0cb92b6814dfa9f4b27caf0d2da40698be641ff04314c62946e5b7', '2026-03-10 12:00:00+00'),
	(59, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a22413743343646594a46333232222c2277686f223a2266653731623261353364366137313834376536633332343734376162363962663431653730333165333939643531353238333432323136393362316636326535222c2274797065223a22706572736f6e222c22616374223a227369676e222c226f6e223a22323032362d30332d3130227d', '\x9cac6d96618a322577852b795ca8264f87cbe7e56ab97255d63c0ac9c4e08277', '2026-03-10 12:00:00+00'),
	(62, 'initiative', '\x7b2276223a312c226b696e64223a22696e6974696174697665222c2266756e64696e67223a5b22555344222c223132303030303030303030225d2c2267707573223a31303030302c22677075486f757273223a2238373630303030302e3030222c2266726f6d223a22323032362d30312d3031222c22746f223a22323032372d30312d3031227d', '\xa9dddad0bd1f892fa728cbee38edbc3fa9e4ddf5eb1d9434c8469708db8f9e9f', '2026-03-10 12:00:00+00'),
	(63, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a224242564435434e5037593545222c2277686f223a2264393963613461303761333261353238353335366162383231343237663961373438313062343762396532366564353665306461383965656562386430613564222c2274797065223a22706572736f6e222c22616374223a227369676e222c226f6e223a22323032362d30332d3130227d', '\x05bd99f5303c6a914ae44159eeee38cd99c035972ee0e970e94fe5a028a57b8a', '2026-03-10 12:00:00+00'),
	(64, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a223244354a52503842374e222c2277686f223a2237376263343735306539613865623333346631373663386639613463373362613661336530633634646433376231363165663262636162323663363263613130222c226173736574223a22555344222c227175616e74697479223a22313030303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x8ce663b1c474d4392e96e9abc4e8e61d66603038f802e5c4a1b167ab116ebef0', '2026-03-10 12:00:00+00'),
	(65, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a223244354a52503842374e222c226261746368223a224a35314a564b4341305936375a315242222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a22313030303030222c2262617365223a22313030303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x47719e7874483370e19f5472ca7d6a461c8d73d2d44b6a6ce4e59cc645f64afc', '2026-03-10 12:00:00+00'),
	(66, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a223244354a52503842374e222c226261746368223a22334a4e4436584a533159414e30544d4b222c2276657262223a2272656365697665222c2266726f6d223a22706c6564676564222c22746f223a227265636569766564222c227175616e74697479223a2235303030222c2262617365223a2235303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a227061796d656e74222c227265766572736573223a6e756c6c7d', '\xe5b2809b226bf191b10d39fb6d1ebf64b58dac590ec893753c9a6d13502ee53a', '2026-03-10 12:00:00+00');

INSERT INTO public.ledger_head VALUES
	(1, 67);

INSERT INTO public.limit_use VALUES
	('\x5e87e24ce21e5b6cf7220e347c37221d9ba38cb7801f1a6b20311c630292109c', 1, '2026-03-10 13:00:00+00'),
	('\x7af993547e12c6e2fb2cf41847315677cf0761f23c6d2445f5fb28fbac620c4d', 1, '2026-03-10 13:00:00+00'),
	('\x5cd3bbd066e63da8a5685eb40d23fb19e12393385d6073496d5d51b347280e55', 1, '2026-03-10 13:00:00+00'),
	('\x6f8ac0f9867c3d67b87ea81f317492aae271cc3ade1cc05be161712206333cfa', 3, '2026-03-10 13:00:00+00'),
	('\x12aff7823dff1c9b10027c735ec0d312717a2e7432545d41a6ce334cce364ff8', 1, '2026-03-10 13:00:00+00'),
	('\x0e2c9a8d0c8c1b3786aff0da754d9d834ea864b955e7d3e043c72bae3ae255ea', 1, '2026-03-10 13:00:00+00'),
	('\xda6d32ff4a6489ff3d57affa041adfa37879f14355c2c7c32532617f3ab22f64', 5, '2026-03-10 13:00:00+00'),
	('\x3c97e917cc5bfb884347413689867b9c1f2a5f502d47c01c55e1a92fb1e2529f', 6, '2026-03-10 13:00:00+00'),
	('\x2112840d8b5f29a963cfed0a9b9a6afb24c1f580b3cbe6124fa0835f8e59c44a', 9, '2026-03-10 13:00:00+00'),
	('\x8a4b3a0af5dabb8c5b8fce3fbd61e3097a2de6dc1f8f58dec3da846a72fb6c86', 1, '2026-03-10 12:15:00+00');

INSERT INTO public.link VALUES
	('\x73b58bbef0f918d121958c39a93cf23441b37969006ba89e95e98378bcc19492', 'confirm', '01a22baa-d3c3-755f-a925-3d2474380910', NULL, NULL, NULL, '2026-03-10 12:00:00+00', '2026-03-10 12:15:00+00', '2026-03-10 12:00:00+00'),
	('\xee200e947b6a46fac05acec317d505b96b6a384ed15f519ebd35342996361e0f', 'confirm', '01a22baa-d659-7646-8a1d-ebdb502df9a0', NULL, NULL, NULL, '2026-03-10 12:00:00+00', '2026-03-10 12:15:00+00', '2026-03-10 12:00:00+00'),
	('\xb24b46963fc6ff10e2e90fcc362dae7de9ecc5037a2f9b764186af49dad8f546', 'confirm', '01a22baa-d6c0-74bb-b21f-381972895421', NULL, NULL, NULL, '2026-03-10 12:00:00+00', '2026-03-10 12:15:00+00', '2026-03-10 12:00:00+00'),
	('\x43c98f82a563bdcca4f913a22e1d4393bf5ef07ebeb55e7d7b56842fe4f83bc9', 'confirm', '01a22baa-d775-73ab-8f4e-ad126eb79f27', NULL, NULL, NULL, '2026-03-10 12:00:00+00', '2026-03-10 12:15:00+00', NULL);

INSERT INTO public.log_identity VALUES
	(1, 'localhost:8080', 'localhost:8080+d76fbfb1+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs');

INSERT INTO public.mail VALUES
	('01a22baa-d7d6-7676-8e7b-984bc09b50a2', 'confirm', 'jo@uni.example', '{"signUpId": "01a22baa-d7cc-7184-acc8-755d8e83274f"}', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', 0),
	('01a22baa-d7e7-7564-a7f5-c14b969aba28', 'new-address', 'fay@new.example', '{"sessionId": "01a22baa-d4f0-76eb-9a0a-4dbca4f28d81", "signatoryId": "01a22baa-d4d7-750d-9158-f3518eadd70f"}', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', 0),
	('01a22baa-d7e8-73b3-a616-fb50f45382ea', 'address-asked', 'fay@uni.example', '{}', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', 0),
	('01a22baa-d828-736b-99c4-e2da1bfb8298', 'decided', 'fay@uni.example', '{"ref": "HHQCQGX0H8", "asset": "USD", "isMore": false, "reason": "Too soon.", "decision": "rejected", "quantity": "7000000"}', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', 0),
	('01a22baa-d88e-752a-aef0-c46ffcac6281', 'invite', 'lou@desk.example', '{"adminId": "01a22baa-d887-725d-8ee4-c6dbd3cf8522"}', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', 0);

INSERT INTO public.migration VALUES
	('0001_core.sql', '0fafb47a881cce1e9591b0571e7764a706c384286eb05a003b079f95afb71676', '2026-11-30 08:55:30.74268+00'),
	('0002_append_only.sql', 'c7f8a3c017e56b2fbc951e00bbeb9a7b61cf95b95d99b8d084975513a4ae7401', '2026-11-30 08:55:30.81984+00'),
	('0003_standing.sql', 'ecff2b7393d6a37647f8ffea4d770199f1b7c9b3c45678d468ac6f12280206fd', '2026-11-30 08:55:30.83066+00'),
	('0004_admin_rate.sql', '781cfa24005346437a72c69cdba894813e95e8c59e9aee9b282e807c5b861cab', '2026-11-30 08:55:30.844082+00'),
	('0005_people.sql', '52615590bf9a6cbd334a188002289e099d5fdd4d573beb58bcfd462e3ad68862', '2026-11-30 08:55:30.849727+00'),
	('0006_desk.sql', '59486c6f9513a206f276131b283563b091ca82ad0c88a95f89baba81d9ebd752', '2026-11-30 08:55:30.882776+00');

INSERT INTO public.milestone VALUES
	('01a22baa-d8f8-7763-a237-29a183af6a8c', 'funding', 3000000000, 'first training run');

INSERT INTO public.movement VALUES
	(4, '01a22baa-c953-7647-9f8b-017b7def22dc', 'A5JD5FGFNGJTEY2T', 'pledge', 'outside', 'waiting', 4000000, 4665600, NULL, '2026-01-05', 'self-asserted', NULL),
	(6, '01a22baa-c954-7392-870e-324c86388c3c', 'A3SC672WRV0NGZ1N', 'pledge', 'outside', 'pledged', 1000000, 69030, NULL, '2026-01-06', 'self-asserted', NULL),
	(7, '01a22baa-c954-7392-870e-324c86388c3c', 'JQPJ87GZ5P44F57W', 'withdraw', 'pledged', 'withdrawn', 1000000, 69030, NULL, '2026-01-07', 'self-asserted', NULL),
	(9, '01a22baa-c954-7392-870e-37bf5fb77216', 'ZJQQQQ43H9205NBQ', 'pledge', 'outside', 'pledged', 80000, 107517, NULL, '2026-01-08', 'self-asserted', NULL),
	(10, '01a22baa-c954-7392-870e-37bf5fb77216', '5FAQZZDZQM8WV8W6', 'receive', 'pledged', 'received', 70000, 94077, NULL, '2026-01-09', 'payment', NULL),
	(11, '01a22baa-c954-7392-870e-37bf5fb77216', 'X9QZ83RSAKMJVRV5', 'dispute', 'received', 'disputed', 50000, 67197, NULL, '2026-01-12', 'self-asserted', NULL),
	(12, '01a22baa-c954-7392-870e-37bf5fb77216', '5V3R2576P65AQXCM', 'win', 'disputed', 'received', 10000, 13439, NULL, '2026-01-13', 'self-asserted', NULL),
	(13, '01a22baa-c954-7392-870e-37bf5fb77216', '91W5KAMNA792H902', 'lose', 'disputed', 'refunded', 6000, 8063, NULL, '2026-01-14', 'self-asserted', NULL),
	(15, '01a22baa-c954-7392-870e-3a568f15c5f7', 'BDFDGKNFEDW5SHNX', 'pledge', 'outside', 'pledged', 18000000, 5676167, NULL, '2026-02-02', 'self-asserted', NULL),
	(16, '01a22baa-c954-7392-870e-3a568f15c5f7', 'VHRH4D3XCGSF3MYY', 'commit', 'pledged', 'committed', 18000000, 5676167, NULL, '2026-02-03', 'signed-agreement', NULL),
	(19, '01a22baa-cd97-70ab-bd2f-65aecd70e3b5', 'XTJKYX63QMSCYC6M', 'pledge', 'outside', 'pledged', 100000, 100000, NULL, '2026-03-10', 'self-asserted', NULL),
	(21, '01a22baa-ce95-7772-b0c1-896bbe58438c', 'Y17VA1NDT5BCBT1K', 'pledge', 'outside', 'pledged', 12165120000, 12165120000, '[[512, "2026-03-01", "2026-12-01", "1"]]', '2026-03-10', 'self-asserted', NULL),
	(23, '01a22baa-cec1-776f-8745-8cc00c84af75', 'N7FSY147T5FV3V0S', 'pledge', 'outside', 'pledged', 100000, 100000, NULL, '2026-03-10', 'self-asserted', NULL),
	(25, '01a22baa-cef6-739d-ac95-d3d74c1a2732', '7HA52NREE5V2DH9X', 'pledge', 'outside', 'pledged', 12165120000, 12165120000, '[[512, "2026-03-01", "2026-12-01", "1"]]', '2026-03-10', 'self-asserted', NULL),
	(27, '01a22baa-cf9d-718d-b5c2-22e6acbdf754', 'C5W3VXMDXHMNNY7Y', 'pledge', 'outside', 'pledged', 100000, 100000, NULL, '2026-03-10', 'self-asserted', NULL),
	(29, '01a22baa-d048-751f-b4d7-2edb99936254', 'YGFH394NQNTQG242', 'pledge', 'outside', 'pledged', 12165120000, 12165120000, '[[512, "2026-03-01", "2026-12-01", "1"]]', '2026-03-10', 'self-asserted', NULL),
	(31, '01a22baa-d0a2-72b1-9057-c19a30690169', '9S919M1K7TFMTWY3', 'pledge', 'outside', 'pledged', 100000, 100000, NULL, '2026-03-10', 'self-asserted', NULL),
	(32, '01a22baa-d0a2-72b1-9057-c19a30690169', 'TQ54S79VT207VGP1', 'commit', 'pledged', 'committed', 90000, 90000, NULL, '2026-03-10', 'signed-agreement', NULL),
	(33, '01a22baa-d0a2-72b1-9057-c19a30690169', 'MVHVDM3Y06G3JGXF', 'receive', 'committed', 'received', 30000, 30000, NULL, '2026-03-10', 'payment', NULL),
	(34, '01a22baa-d0a2-72b1-9057-c19a30690169', 'X23BZWB3BSRAVGZ9', 'refund', 'received', 'refunded', 5000, 5000, NULL, '2026-03-10', 'self-asserted', NULL),
	(35, '01a22baa-d0a2-72b1-9057-c19a30690169', 'M654BCZCC59S9AD8', 'receive', 'committed', 'received', 10000, 10000, NULL, '2026-03-10', 'payment', NULL),
	(36, '01a22baa-d0a2-72b1-9057-c19a30690169', '8EFA0QDWDVE00G21', 'reverse', 'received', 'committed', 10000, 10000, NULL, '2026-03-10', 'self-asserted', 35),
	(38, '01a22baa-d1cc-75f1-8f46-7b2c52cfdc51', 'YNYV2V6K015A946T', 'pledge', 'outside', 'pledged', 70000, 44366, NULL, '2026-03-10', 'self-asserted', NULL),
	(39, '01a22baa-d1cc-75f1-8f46-7b2c52cfdc51', 'HZAV3Y4DK53K0TAK', 'lapse', 'pledged', 'lapsed', 70000, 44366, NULL, '2026-03-10', 'self-asserted', NULL),
	(41, '01a22baa-d21d-74e7-be58-4f9e003fb5c0', '8G89AJJJ4BMV0MVZ', 'pledge', 'outside', 'pledged', 12165120000, 12165120000, '[[512, "2026-03-01", "2026-12-01", "1"]]', '2026-03-10', 'self-asserted', NULL),
	(42, '01a22baa-d21d-74e7-be58-4f9e003fb5c0', 'NMS2Q11QZ8AGTKN0', 'commit', 'pledged', 'committed', 12165120000, 12165120000, '[[512, "2026-03-01", "2026-12-01", "1"]]', '2026-03-10', 'signed-agreement', NULL),
	(43, '01a22baa-d21d-74e7-be58-4f9e003fb5c0', '2VVEJ8GRJF7W771P', 'receive', 'committed', 'received', 36900, 36900, NULL, '2026-03-10', 'provider-statement', NULL),
	(46, '01a22baa-d33c-76ad-baaf-673bd62011be', 'R07MSM5828DFZ285', 'pledge', 'outside', 'pledged', 12165120000, 12165120000, '[[512, "2026-03-01", "2026-12-01", "1"]]', '2026-03-10', 'self-asserted', NULL),
	(47, '01a22baa-d33c-76ad-baaf-673bd62011be', '567X2675AVRM4V3W', 'receive', 'pledged', 'received', 25200, 25200, NULL, '2026-03-10', 'metered', NULL),
	(49, '01a22baa-d396-777a-9770-7f5454f654b2', '5SS5Q25RC2C3C3CS', 'pledge', 'outside', 'pledged', 12345, 4012, NULL, '2026-03-10', 'self-asserted', NULL),
	(52, '01a22baa-d4e9-75ba-bb8d-013c90222d78', 'E0WXY8VXP993YCEW', 'pledge', 'outside', 'pledged', 2000, 2000, NULL, '2026-03-10', 'self-asserted', NULL),
	(54, '01a22baa-d576-7201-bdc2-06cc089e1dd5', 'DBYAFC99ZETWQTR1', 'pledge', 'outside', 'pledged', 3000, 3000, NULL, '2026-03-10', 'self-asserted', NULL),
	(57, '01a22baa-d5e4-7529-8ff8-390a44be03a5', 'KE1XM0C03P6P4PGG', 'pledge', 'outside', 'pledged', 3000, 3000, NULL, '2026-03-10', 'self-asserted', NULL),
	(58, '01a22baa-d5e4-7529-8ff8-390a44be03a5', '0P9R9YH0MA80VGN4', 'withdraw', 'pledged', 'withdrawn', 3000, 3000, NULL, '2026-03-10', 'self-asserted', NULL),
	(65, '01a22baa-d91a-7586-b8c5-12d2b41a054f', 'J51JVKCA0Y67Z1RB', 'pledge', 'outside', 'pledged', 100000, 100000, NULL, '2026-03-10', 'self-asserted', NULL),
	(66, '01a22baa-d91a-7586-b8c5-12d2b41a054f', '3JND6XJS1YAN0TMK', 'receive', 'pledged', 'received', 5000, 5000, NULL, '2026-03-10', 'payment', NULL);

INSERT INTO public.names_version VALUES
	(1, 2);

INSERT INTO public.passkey VALUES
	('01a22baa-d864-7129-b2d7-76efc8ae70f6', '9427f2a4-ccba-48d4-9a9e-fe775422e1d7', '7pmrHOys-dP_XSjXTmNHuA', '\xa50102032620012158208b207bd943a1e791742d02992bb3d79f487fabccb96882090ab8a3a8a92ae0b0225820b174fb0890e77a39d632f6cd774a2146d18302312620decb0afaf5f1c2843344', 1, '{internal}', 'Another program', '2026-03-10 12:00:00+00', NULL);

INSERT INTO public.pledge VALUES
	('01a22baa-c953-7647-9f8b-017b7def22dc', '0YHBGQCR5Q', '01a22baa-c948-70dc-8aac-233cd1c46e5c', 'EUR', 4000000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', '{"by": null, "kind": "threshold", "counts": "committed", "metric": "organisations", "reaches": "40"}', true, 'public', NULL, 'accepted', NULL, '1.1664', '1', '2026-01-05', 'ECB', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL, 0, NULL, NULL),
	('01a22baa-c954-7392-870e-324c86388c3c', '65WSB68DKA', '01a22baa-c94b-7121-b543-ebef19c45148', 'KRW', 1000000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '1.1707', '1695.93', '2026-01-06', 'ECB', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL, 0, NULL, NULL),
	('01a22baa-c954-7392-870e-37bf5fb77216', 'RR51EGA69F', '01a22baa-c94b-7121-b543-ebef19c45148', 'GBP', 80000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '1.1675', '0.8687', '2026-01-08', 'ECB', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL, 0, NULL, NULL),
	('01a22baa-c954-7392-870e-3a568f15c5f7', 'XF2A8VQ8NM', '01a22baa-c948-70dc-8aac-233cd1c46e5c', 'A100', 18000000, 'bought', 'KFNFBRWF', 'Example Cloud', '[]', '2026-02-01', '2026-08-01', '[]', NULL, false, 'public', NULL, 'accepted', NULL, '312', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, 'jobs', NULL, 0, NULL, NULL),
	('01a22baa-cd97-70ab-bd2f-65aecd70e3b5', 'S6DJ3RD159', '01a22baa-ccf4-70c2-a0dc-34d66046fadb', 'USD', 100000, NULL, NULL, NULL, '[]', NULL, NULL, '[["2026-03-31", "40000"], ["2026-06-30", "60000"]]', NULL, false, 'public', 'Ask us in May.', 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL, 0, NULL, NULL),
	('01a22baa-ce95-7772-b0c1-896bbe58438c', 'K9NTW607VC', '01a22baa-ccf4-70c2-a0dc-34d66046fadb', 'H100-SXM', 12165120000, 'given', 'ABB4XCM3', NULL, '[[512, "2026-03-01", "2026-12-01", "1"]]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '989.4', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, 'jobs', NULL, 0, NULL, NULL),
	('01a22baa-cec1-776f-8745-8cc00c84af75', '80V9EZSG1M', '01a22baa-ccf4-70c2-a0dc-34d66046fadb', 'USD', 100000, NULL, NULL, NULL, '[]', NULL, NULL, '[["2026-03-31", "40000"], ["2026-06-30", "60000"]]', NULL, false, 'amount-hidden', 'Ask us in May.', 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL, 0, NULL, NULL),
	('01a22baa-cef6-739d-ac95-d3d74c1a2732', '6H4Q2CMBWV', '01a22baa-ccf4-70c2-a0dc-34d66046fadb', 'H100-SXM', 12165120000, 'given', 'ABB4XCM3', NULL, '[[512, "2026-03-01", "2026-12-01", "1"]]', NULL, NULL, '[]', NULL, false, 'amount-hidden', NULL, 'accepted', NULL, '989.4', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, 'jobs', NULL, 0, NULL, NULL),
	('01a22baa-cf9d-718d-b5c2-22e6acbdf754', '0AGPJP7JYF', '01a22baa-ccf4-70c2-a0dc-34d66046fadb', 'USD', 100000, NULL, NULL, NULL, '[]', NULL, NULL, '[["2026-03-31", "40000"], ["2026-06-30", "60000"]]', NULL, false, 'anonymous', 'Ask us in May.', 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL, 0, NULL, NULL),
	('01a22baa-d048-751f-b4d7-2edb99936254', 'J2X2PN8ZZ4', '01a22baa-ccf4-70c2-a0dc-34d66046fadb', 'H100-SXM', 12165120000, 'given', 'ABB4XCM3', NULL, '[[512, "2026-03-01", "2026-12-01", "1"]]', NULL, NULL, '[]', NULL, false, 'anonymous', NULL, 'accepted', NULL, '989.4', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, 'jobs', NULL, 0, NULL, NULL),
	('01a22baa-d0a2-72b1-9057-c19a30690169', 'PJ4FJQ5CYC', '01a22baa-ccf4-70c2-a0dc-34d66046fadb', 'USD', 100000, NULL, NULL, NULL, '[]', NULL, NULL, '[["2026-03-31", "40000"], ["2026-06-30", "60000"]]', NULL, false, 'public', NULL, 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL, 0, NULL, NULL),
	('01a22baa-d1cc-75f1-8f46-7b2c52cfdc51', '9RWHQ2CK1G', '01a22baa-ccf4-70c2-a0dc-34d66046fadb', 'JPY', 70000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '1.1641', '183.67', '2026-03-10', 'ECB', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL, 0, NULL, NULL),
	('01a22baa-d21d-74e7-be58-4f9e003fb5c0', 'YM5R0Z34WA', '01a22baa-ccf4-70c2-a0dc-34d66046fadb', 'H100-SXM', 12165120000, 'given', '1PXHAKMJ', NULL, '[[512, "2026-03-01", "2026-12-01", "1"]]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '989.4', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, 'jobs', NULL, 0, NULL, NULL),
	('01a22baa-d292-7145-9ad5-95b29b5d9452', 'ZPA23ERKAC', '01a22baa-ccf4-70c2-a0dc-34d66046fadb', 'USD', 1234, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'pending', NULL, NULL, NULL, NULL, NULL, '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL),
	('01a22baa-d2a7-7525-a72d-49b2fa28bda8', 'GX8GM92N94', '01a22baa-ccf4-70c2-a0dc-34d66046fadb', 'USD', 5678, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'rejected', 'A test.', NULL, NULL, NULL, NULL, '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL, 0, NULL, NULL),
	('01a22baa-d33c-76ad-baaf-673bd62011be', 'ZT2GPRKEM0', '01a22baa-d2d9-7072-b070-372a27478cdc', 'H100-SXM', 12165120000, 'given', 'ABB4XCM3', NULL, '[[512, "2026-03-01", "2026-12-01", "1"]]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '989.4', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, 'jobs', NULL, 0, NULL, NULL),
	('01a22baa-d396-777a-9770-7f5454f654b2', 'ERWWEDRZTK', '01a22baa-d2d9-7072-b070-372a27478cdc', 'KWD', 12345, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '3.25', '1', '2026-03-09', 'ADMIN', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL, 0, NULL, NULL),
	('01a22baa-d4e9-75ba-bb8d-013c90222d78', 'T41M3KT7GH', '01a22baa-d4d7-750d-9158-f3518eadd70f', 'USD', 2000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL, 0, NULL, NULL),
	('01a22baa-d518-7792-98aa-c5e44417c5bb', 'A28HBMWNB4', '01a22baa-d4d7-750d-9158-f3518eadd70f', 'USD', 310000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'pending', NULL, NULL, NULL, NULL, NULL, '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL, NULL, 1, NULL, NULL),
	('01a22baa-d576-7201-bdc2-06cc089e1dd5', 'VYBQZPEA37', '01a22baa-d4d7-750d-9158-f3518eadd70f', 'USD', 3000, NULL, NULL, NULL, '[]', NULL, NULL, '[["2026-12-01", "3000"]]', NULL, false, 'public', NULL, 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, '{"askedAt": "2026-03-10T12:00:00.000Z", "quantity": "503000", "instalments": [["2026-12-01", "503000"]]}', 1, NULL, NULL),
	('01a22baa-d5e4-7529-8ff8-390a44be03a5', 'R35S57X91Y', '01a22baa-d4d7-750d-9158-f3518eadd70f', 'USD', 3000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL, 0, NULL, NULL),
	('01a22baa-d816-7427-83d6-8328da92cd15', 'HHQCQGX0H8', '01a22baa-d4d7-750d-9158-f3518eadd70f', 'USD', 7000000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', 'Ask us in May.', 'rejected', 'Too soon.', NULL, NULL, NULL, NULL, '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL, 0, NULL, NULL),
	('01a22baa-d90d-7045-aa12-086ad31f8bed', '3WC2NV5W4V', '01a22baa-d8fc-7039-a0a9-cba7efea5265', 'USD', 400000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'pending', NULL, NULL, NULL, NULL, NULL, '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL),
	('01a22baa-d91a-7586-b8c5-12d2b41a054f', '2D5JRP8B7N', '01a22baa-d8fc-7039-a0a9-cba7efea5265', 'USD', 100000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL, 0, NULL, NULL);

INSERT INTO public.recovery_code VALUES
	('\x794eb6241665b809e0875982ab75f8ebbe3bd4a7425fa64168cda85d1316546e', '9427f2a4-ccba-48d4-9a9e-fe775422e1d7', '2026-03-10 12:00:00+00'),
	('\x4ed7224a8f715a4aa010942fcd00a438dcd2adca11c433b5274b4aecd69023b2', '9427f2a4-ccba-48d4-9a9e-fe775422e1d7', '2026-03-10 12:00:00+00'),
	('\x94762ecd80906853c631c23e12e531a49f502223cf7ef64d865f829d8a3c81f3', '9427f2a4-ccba-48d4-9a9e-fe775422e1d7', '2026-03-10 12:00:00+00'),
	('\xd5f19b48d60734a71c74bd1339a50aff15c55c7fcba338f28cb1a8cd1adc45fa', '9427f2a4-ccba-48d4-9a9e-fe775422e1d7', '2026-03-10 12:00:00+00'),
	('\x22c8143c80629daf18f6c5bab5cd2f42af1b561b8d34e7ce8a27d3d5143bafeb', '9427f2a4-ccba-48d4-9a9e-fe775422e1d7', '2026-03-10 12:00:00+00'),
	('\x0d594ee72cc323806dd0a2684bd49cf8d95ec881fffcda3e0b33ad83ee4bb749', '9427f2a4-ccba-48d4-9a9e-fe775422e1d7', '2026-03-10 12:00:00+00'),
	('\x16c65d2db4aa04b5fd1af023ddfd451064682d243f775df33479944fd4cf771c', '9427f2a4-ccba-48d4-9a9e-fe775422e1d7', '2026-03-10 12:00:00+00'),
	('\x53b006f79f8513d258a892cbd7ba21973c65680f12a2eb5049510491f04abb0a', '9427f2a4-ccba-48d4-9a9e-fe775422e1d7', '2026-03-10 12:00:00+00'),
	('\x97249e705689cad2cb05a65281fe3460bc47157bb6420777a7f944251b32517e', '9427f2a4-ccba-48d4-9a9e-fe775422e1d7', '2026-03-10 12:00:00+00'),
	('\x406d80f9315bdb4645da2d3e82ba3599ccdc0a0d31e775e51062b9be6077d4f7', '9427f2a4-ccba-48d4-9a9e-fe775422e1d7', '2026-03-10 12:00:00+00');

INSERT INTO public.reported VALUES
	(0, 'Example Daily’s Example Bank', NULL, NULL, 'https://press.example/1', NULL);

INSERT INTO public.session VALUES
	('01a22baa-d4f0-76eb-9a0a-4dbca4f28d81', '\xe26f1ed9ee12be43d4b2ce42ae15e25c678698c8887f3fe7815a864bd6c733fe', '01a22baa-d4d7-750d-9158-f3518eadd70f', 'node', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-04-09 12:00:00+00', NULL),
	('01a22baa-d6a4-70e8-a0f6-f903306236e7', '\xc9deb45e6114a396fd5333a30c0a9d87b2bfea741e252eef343c19130cc036a7', '01a22baa-d699-75f1-9b03-3df35603313d', 'node', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-04-09 12:00:00+00', NULL),
	('01a22baa-d731-702b-bb2f-dd47546d87d9', '\x5efc4c8ee31f13b657a1e9feb4fb65679fce31a44c9ce85d49c6c6f2747a20fa', '01a22baa-d724-77af-a95d-f7ce076b8be5', 'node', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-04-09 12:00:00+00', NULL),
	('01a22baa-d831-721b-8e40-b682aa3f5945', '\x1cb489d29385a8d4916c55a8a5ed8d21134793d0f3f43fa8d3bde258bf4ee0c9', NULL, 'a test', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-03-11 00:00:00+00', '19d8c473-254f-434d-a229-28f468189d56'),
	('01a22baa-d83a-74d7-8465-27b1202edeb9', '\xdc0888fcae2b9d68911b4ba7fd8c29de52532dc5e1118d8ad5e625fb94e14c85', NULL, 'a test', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-03-11 00:00:00+00', '9427f2a4-ccba-48d4-9a9e-fe775422e1d7');

INSERT INTO public.sign_up VALUES
	('01a22baa-d3c3-755f-a925-3d2474380910', 'fay@uni.example', 'fay@uni.example', '{"kind": "person", "name": "Fay  Example-Sample", "role": "librarian", "adult": true, "email": "fay@uni.example", "notice": "2026-11", "pledge": {"firm": false, "kind": "funding", "asset": "USD", "amount": "20.00", "visibility": "public"}, "public": true, "country": "NO", "statement": "In the open."}', '2026-03-10 12:00:00+00'),
	('01a22baa-d659-7646-8a1d-ebdb502df9a0', 'gus@uni.example', 'gus@uni.example', '{"kind": "person", "name": "Gus Example", "adult": true, "email": "gus@uni.example", "notice": "2026-11", "public": false}', '2026-03-10 12:00:00+00'),
	('01a22baa-d6c0-74bb-b21f-381972895421', 'hal@uni.example', 'hal@uni.example', '{"kind": "person", "name": "Hal Example", "adult": true, "email": "hal@uni.example", "notice": "2026-11", "public": true}', '2026-03-10 12:00:00+00'),
	('01a22baa-d775-73ab-8f4e-ad126eb79f27', 'ida@uni.example', 'ida@uni.example', '{"kind": "person", "name": "Ida Example", "adult": true, "email": "ida@uni.example", "notice": "2026-11", "public": true}', '2026-03-10 12:00:00+00'),
	('01a22baa-d7cc-7184-acc8-755d8e83274f', 'jo@uni.example', 'jo@uni.example', '{"kind": "person", "name": "Jo Example", "adult": true, "email": "jo@uni.example", "notice": "2026-11", "public": true}', '2026-03-10 12:00:00+00');

INSERT INTO public.signatory VALUES
	('01a22baa-c948-70dc-8aac-233cd1c46e5c', '45QX3RBT9YJZ', 'organisation', 'Example University', NULL, NULL, NULL, NULL, NULL, NULL, NULL, true, 'published', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, '{}', NULL, NULL, 'exampleuniversity', NULL, NULL, NULL),
	('01a22baa-c94b-7121-b543-ebef19c45148', 'EPKRAKQBC5H7', 'person', 'Eli Example', 'engineer', NULL, NULL, NULL, NULL, NULL, NULL, false, 'published', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, '{}', NULL, NULL, 'eliexample', NULL, NULL, NULL),
	('01a22baa-ccf4-70c2-a0dc-34d66046fadb', 'GHFN9AXR6MQA', 'person', 'Ada Example', NULL, NULL, NULL, 'ada.examplex@example.org', 'ada.examplex@example.org', NULL, NULL, true, 'published', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, '{}', NULL, NULL, 'adaexample', NULL, NULL, NULL),
	('01a22baa-d2d9-7072-b070-372a27478cdc', 'GDDQCJP2H8XN', 'person', 'Bo Example', NULL, NULL, NULL, 'bo.examplex@example.org', 'bo.examplex@example.org', NULL, NULL, true, 'published', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, '{}', NULL, NULL, 'boexample', NULL, NULL, NULL),
	('01a22baa-d4d7-750d-9158-f3518eadd70f', '7QQE9TP81AX6', 'person', 'Fay  Example-Sample', 'librarian', NULL, NULL, 'fay@uni.example', 'fay@uni.example', 'NO', 'In the open.', true, 'published', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, '{}', '2026-11', '2026-03-10 12:00:00+00', 'fayexamplesample', NULL, NULL, NULL),
	('01a22baa-d699-75f1-9b03-3df35603313d', 'A7C46FYJF322', 'person', 'Gus Example', NULL, NULL, NULL, 'gus@uni.example', 'gus@uni.example', NULL, NULL, false, 'published', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, '{}', '2026-11', '2026-03-10 12:00:00+00', 'gusexample', NULL, NULL, NULL),
	('01a22baa-d724-77af-a95d-f7ce076b8be5', '1F0ZPPAJ9H1T', 'person', 'Hal Example', NULL, NULL, NULL, 'hal@uni.example', 'hal@uni.example', NULL, NULL, true, 'withdrawn', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, '{}', '2026-11', '2026-03-10 12:00:00+00', 'halexample', NULL, NULL, NULL),
	('01a22baa-d8fc-7039-a0a9-cba7efea5265', 'BBVD5CNP7Y5E', 'person', 'Max Example', NULL, NULL, NULL, 'max.examplex@example.org', 'max.examplex@example.org', NULL, NULL, true, 'published', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, '{}', NULL, NULL, 'maxexample', NULL, NULL, NULL);

INSERT INTO public.site VALUES
	('KFNFBRWF', 'Bergen', 'bergen'),
	('ABB4XCM3', 'Oslo', 'oslo'),
	('1PXHAKMJ', 'Tromsø', 'tromsø');

INSERT INTO public.standing VALUES
	('01a22baa-c953-7647-9f8b-017b7def22dc', 4, 4, 0, 4000000, 0, 0, 0, 0, 0, 0, 0, 4665600, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22baa-c954-7392-870e-324c86388c3c', 6, 7, 0, 0, 0, 0, 0, 0, 1000000, 0, 0, 0, 0, 0, 0, 0, 69030, 0, DEFAULT, DEFAULT),
	('01a22baa-c954-7392-870e-37bf5fb77216', 9, 13, 10000, 0, 0, 30000, 34000, 6000, 0, 0, 13440, 0, 0, 40319, 45695, 8063, 0, 0, DEFAULT, DEFAULT),
	('01a22baa-c954-7392-870e-3a568f15c5f7', 15, 16, 0, 0, 18000000, 0, 0, 0, 0, 0, 0, 0, 5676167, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22baa-cd97-70ab-bd2f-65aecd70e3b5', 19, 19, 100000, 0, 0, 0, 0, 0, 0, 0, 100000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22baa-ce95-7772-b0c1-896bbe58438c', 21, 21, 12165120000, 0, 0, 0, 0, 0, 0, 0, 12165120000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22baa-cec1-776f-8745-8cc00c84af75', 23, 23, 100000, 0, 0, 0, 0, 0, 0, 0, 100000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22baa-cef6-739d-ac95-d3d74c1a2732', 25, 25, 12165120000, 0, 0, 0, 0, 0, 0, 0, 12165120000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22baa-cf9d-718d-b5c2-22e6acbdf754', 27, 27, 100000, 0, 0, 0, 0, 0, 0, 0, 100000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22baa-d048-751f-b4d7-2edb99936254', 29, 29, 12165120000, 0, 0, 0, 0, 0, 0, 0, 12165120000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22baa-d0a2-72b1-9057-c19a30690169', 31, 36, 10000, 0, 60000, 25000, 0, 5000, 0, 0, 10000, 0, 60000, 25000, 0, 5000, 0, 0, DEFAULT, DEFAULT),
	('01a22baa-d1cc-75f1-8f46-7b2c52cfdc51', 38, 39, 0, 0, 0, 0, 0, 0, 0, 70000, 0, 0, 0, 0, 0, 0, 0, 44366, DEFAULT, DEFAULT),
	('01a22baa-d21d-74e7-be58-4f9e003fb5c0', 41, 43, 0, 0, 12165083100, 36900, 0, 0, 0, 0, 0, 0, 12165083100, 36900, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22baa-d33c-76ad-baaf-673bd62011be', 46, 47, 12165094800, 0, 0, 25200, 0, 0, 0, 0, 12165094800, 0, 0, 25200, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22baa-d396-777a-9770-7f5454f654b2', 49, 49, 12345, 0, 0, 0, 0, 0, 0, 0, 4012, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22baa-d4e9-75ba-bb8d-013c90222d78', 52, 52, 2000, 0, 0, 0, 0, 0, 0, 0, 2000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22baa-d576-7201-bdc2-06cc089e1dd5', 54, 54, 3000, 0, 0, 0, 0, 0, 0, 0, 3000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22baa-d5e4-7529-8ff8-390a44be03a5', 57, 58, 0, 0, 0, 0, 0, 0, 3000, 0, 0, 0, 0, 0, 0, 0, 3000, 0, DEFAULT, DEFAULT),
	('01a22baa-d91a-7586-b8c5-12d2b41a054f', 65, 66, 95000, 0, 0, 5000, 0, 0, 0, 0, 95000, 0, 0, 5000, 0, 0, 0, 0, DEFAULT, DEFAULT);

SELECT pg_catalog.setval('public.audit_id_seq', 68, true);

ALTER TABLE ONLY public.admin
    ADD CONSTRAINT admin_invite_hash_key UNIQUE (invite_hash);

ALTER TABLE ONLY public.admin_notice
    ADD CONSTRAINT admin_notice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.admin
    ADD CONSTRAINT admin_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.admin_rate
    ADD CONSTRAINT admin_rate_pkey PRIMARY KEY (currency, rated_on);

ALTER TABLE ONLY public.api_token
    ADD CONSTRAINT api_token_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.api_token
    ADD CONSTRAINT api_token_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.challenge
    ADD CONSTRAINT challenge_pkey PRIMARY KEY (hash);

ALTER TABLE ONLY public.checkpoint
    ADD CONSTRAINT checkpoint_pkey PRIMARY KEY (size);

ALTER TABLE ONLY public.derived
    ADD CONSTRAINT derived_pkey PRIMARY KEY (kind, size);

ALTER TABLE ONLY public.entry_name
    ADD CONSTRAINT entry_name_pkey PRIMARY KEY (seq);

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT evidence_pkey PRIMARY KEY (batch);

ALTER TABLE ONLY public.idempotency
    ADD CONSTRAINT idempotency_pkey PRIMARY KEY (key);

ALTER TABLE ONLY public.imported
    ADD CONSTRAINT imported_pkey PRIMARY KEY (path);

ALTER TABLE ONLY public.initiative_change
    ADD CONSTRAINT initiative_change_pkey PRIMARY KEY (seq);

ALTER TABLE ONLY public.initiative
    ADD CONSTRAINT initiative_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.ledger_entry
    ADD CONSTRAINT ledger_entry_pkey PRIMARY KEY (seq);

ALTER TABLE ONLY public.ledger_head
    ADD CONSTRAINT ledger_head_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.limit_use
    ADD CONSTRAINT limit_use_pkey PRIMARY KEY (key);

ALTER TABLE ONLY public.link
    ADD CONSTRAINT link_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY public.log_identity
    ADD CONSTRAINT log_identity_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.mail
    ADD CONSTRAINT mail_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.milestone
    ADD CONSTRAINT milestone_kind_reaches_key UNIQUE (kind, reaches);

ALTER TABLE ONLY public.milestone
    ADD CONSTRAINT milestone_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.movement
    ADD CONSTRAINT movement_pkey PRIMARY KEY (seq);

ALTER TABLE ONLY public.movement
    ADD CONSTRAINT movement_reverses_key UNIQUE (reverses);

ALTER TABLE ONLY public.names_version
    ADD CONSTRAINT names_version_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.passkey
    ADD CONSTRAINT passkey_credential_id_key UNIQUE (credential_id);

ALTER TABLE ONLY public.passkey
    ADD CONSTRAINT passkey_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.pledge
    ADD CONSTRAINT pledge_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.pledge
    ADD CONSTRAINT pledge_ref_key UNIQUE (ref);

ALTER TABLE ONLY public.recovery_code
    ADD CONSTRAINT recovery_code_pkey PRIMARY KEY (hash);

ALTER TABLE ONLY public.reference_rate
    ADD CONSTRAINT reference_rate_pkey PRIMARY KEY (currency, rated_on);

ALTER TABLE ONLY public.reported
    ADD CONSTRAINT reported_pkey PRIMARY KEY ("position");

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY public.sign_up
    ADD CONSTRAINT sign_up_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.signatory
    ADD CONSTRAINT signatory_code_key UNIQUE (code);

ALTER TABLE ONLY public.signatory
    ADD CONSTRAINT signatory_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.site
    ADD CONSTRAINT site_name_key_key UNIQUE (name_key);

ALTER TABLE ONLY public.site
    ADD CONSTRAINT site_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.standing
    ADD CONSTRAINT standing_first_seq_key UNIQUE (first_seq);

ALTER TABLE ONLY public.standing
    ADD CONSTRAINT standing_latest_seq_key UNIQUE (latest_seq);

ALTER TABLE ONLY public.standing
    ADD CONSTRAINT standing_pkey PRIMARY KEY (pledge_id);

CREATE UNIQUE INDEX admin_email_key ON public.admin USING btree (email_key) WHERE (removed_at IS NULL);

CREATE INDEX audit_act ON public.audit USING btree (act, id);

CREATE INDEX audit_admin ON public.audit USING btree (admin_id, id);

CREATE INDEX audit_object ON public.audit USING btree (object, id);

CREATE INDEX audit_signatory ON public.audit USING btree (signatory_id, id) WHERE (signatory_id IS NOT NULL);

CREATE INDEX challenge_expiry ON public.challenge USING btree (expires_at);

CREATE INDEX limit_use_end ON public.limit_use USING btree (ends_at);

CREATE INDEX link_expiry ON public.link USING btree (expires_at);

CREATE INDEX link_sign_up ON public.link USING btree (sign_up_id);

CREATE INDEX link_signatory ON public.link USING btree (signatory_id);

CREATE INDEX mail_due ON public.mail USING btree (due_at);

CREATE INDEX movement_batch ON public.movement USING btree (batch);

CREATE INDEX movement_pledge ON public.movement USING btree (pledge_id, seq);

CREATE INDEX movement_undone ON public.movement USING btree (pledge_id) WHERE (to_stage = 'outside'::text);

CREATE INDEX movement_windows ON public.movement USING btree (seq) WHERE (windows IS NOT NULL);

CREATE INDEX passkey_admin ON public.passkey USING btree (admin_id);

CREATE INDEX pledge_signatory ON public.pledge USING btree (signatory_id);

CREATE INDEX pledge_waiting ON public.pledge USING btree (created_at) WHERE ((status = 'pending'::text) OR (asked IS NOT NULL));

CREATE INDEX recovery_code_admin ON public.recovery_code USING btree (admin_id);

CREATE INDEX session_admin ON public.session USING btree (admin_id);

CREATE INDEX session_expiry ON public.session USING btree (expires_at);

CREATE INDEX session_signatory ON public.session USING btree (signatory_id);

CREATE INDEX sign_up_age ON public.sign_up USING btree (created_at);

CREATE INDEX sign_up_email ON public.sign_up USING btree (email_key, created_at);

CREATE INDEX signatory_domain ON public.signatory USING btree (split_part(email_key, '@'::text, 2));

CREATE UNIQUE INDEX signatory_email_key ON public.signatory USING btree (email_key) WHERE (status <> 'rejected'::text);

CREATE INDEX signatory_list ON public.signatory USING btree (id) WHERE ((status = 'published'::text) AND public);

CREATE INDEX signatory_name ON public.signatory USING btree (name_key);

CREATE INDEX signatory_waiting ON public.signatory USING btree (created_at) WHERE (status = 'pending'::text);

CREATE INDEX signatory_wall ON public.signatory USING btree (kind, published_at, id) WHERE ((status = 'published'::text) AND public);

CREATE INDEX standing_amount ON public.standing USING btree (total_base DESC, first_seq DESC);

CREATE INDEX standing_secured ON public.standing USING btree (secured_base DESC, first_seq DESC);

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.admin_rate FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.audit FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.checkpoint FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.ledger_entry FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.log_identity FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.movement FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.admin_rate FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.audit FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.checkpoint FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.ledger_entry FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.ledger_head FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.log_identity FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.movement FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON public.ledger_head FOR EACH ROW EXECUTE FUNCTION public.refuse_shrinking();

CREATE TRIGGER terms_stand BEFORE UPDATE ON public.pledge FOR EACH ROW WHEN (((old.status = 'accepted'::text) AND (new.status = 'accepted'::text) AND ((new.quantity < old.quantity) OR ((((((((((new.asset IS DISTINCT FROM old.asset) OR (new.source IS DISTINCT FROM old.source)) OR (new.site IS DISTINCT FROM old.site)) OR (new.windows IS DISTINCT FROM old.windows)) OR (new.from_on IS DISTINCT FROM old.from_on)) OR (new.to_on IS DISTINCT FROM old.to_on)) OR (new.condition IS DISTINCT FROM old.condition)) OR (new.firm IS DISTINCT FROM old.firm)) OR (new.rate_num IS DISTINCT FROM old.rate_num)) OR (new.rate_den IS DISTINCT FROM old.rate_den))))) EXECUTE FUNCTION public.refuse_other_terms();

CREATE TRIGGER within_head BEFORE INSERT ON public.checkpoint FOR EACH ROW EXECUTE FUNCTION public.refuse_checkpoint_beyond_head();

CREATE TRIGGER within_head BEFORE INSERT ON public.ledger_entry FOR EACH ROW EXECUTE FUNCTION public.refuse_entry_beyond_head();

ALTER TABLE ONLY public.api_token
    ADD CONSTRAINT api_token_made_by_fkey FOREIGN KEY (made_by) REFERENCES public.admin(id);

ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_admin_id_fkey FOREIGN KEY (admin_id) REFERENCES public.admin(id);

ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_signatory_id_fkey FOREIGN KEY (signatory_id) REFERENCES public.signatory(id);

ALTER TABLE ONLY public.derived
    ADD CONSTRAINT derived_size_fkey FOREIGN KEY (size) REFERENCES public.checkpoint(size);

ALTER TABLE ONLY public.entry_name
    ADD CONSTRAINT entry_name_seq_fkey FOREIGN KEY (seq) REFERENCES public.ledger_entry(seq);

ALTER TABLE ONLY public.entry_name
    ADD CONSTRAINT entry_name_signatory_id_fkey FOREIGN KEY (signatory_id) REFERENCES public.signatory(id);

ALTER TABLE ONLY public.initiative_change
    ADD CONSTRAINT initiative_change_seq_fkey FOREIGN KEY (seq) REFERENCES public.ledger_entry(seq);

ALTER TABLE ONLY public.link
    ADD CONSTRAINT link_sign_up_id_fkey FOREIGN KEY (sign_up_id) REFERENCES public.sign_up(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.link
    ADD CONSTRAINT link_signatory_id_fkey FOREIGN KEY (signatory_id) REFERENCES public.signatory(id);

ALTER TABLE ONLY public.movement
    ADD CONSTRAINT movement_pledge_id_fkey FOREIGN KEY (pledge_id) REFERENCES public.pledge(id);

ALTER TABLE ONLY public.movement
    ADD CONSTRAINT movement_reverses_fkey FOREIGN KEY (reverses) REFERENCES public.movement(seq);

ALTER TABLE ONLY public.movement
    ADD CONSTRAINT movement_seq_fkey FOREIGN KEY (seq) REFERENCES public.ledger_entry(seq);

ALTER TABLE ONLY public.passkey
    ADD CONSTRAINT passkey_admin_id_fkey FOREIGN KEY (admin_id) REFERENCES public.admin(id);

ALTER TABLE ONLY public.pledge
    ADD CONSTRAINT pledge_signatory_id_fkey FOREIGN KEY (signatory_id) REFERENCES public.signatory(id);

ALTER TABLE ONLY public.pledge
    ADD CONSTRAINT pledge_site_fkey FOREIGN KEY (site) REFERENCES public.site(code);

ALTER TABLE ONLY public.recovery_code
    ADD CONSTRAINT recovery_code_admin_id_fkey FOREIGN KEY (admin_id) REFERENCES public.admin(id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_admin_id_fkey FOREIGN KEY (admin_id) REFERENCES public.admin(id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_signatory_id_fkey FOREIGN KEY (signatory_id) REFERENCES public.signatory(id);

ALTER TABLE ONLY public.standing
    ADD CONSTRAINT standing_pledge_id_fkey FOREIGN KEY (pledge_id) REFERENCES public.pledge(id);

GRANT SELECT,INSERT,UPDATE ON TABLE public.admin TO muster_app;

GRANT SELECT,UPDATE ON TABLE public.admin_notice TO muster_app;

GRANT SELECT,INSERT ON TABLE public.admin_rate TO muster_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.api_token TO muster_app;

GRANT SELECT,INSERT ON TABLE public.audit TO muster_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.challenge TO muster_app;

GRANT SELECT,INSERT ON TABLE public.checkpoint TO muster_app;

GRANT SELECT,INSERT ON TABLE public.derived TO muster_app;

GRANT SELECT,INSERT ON TABLE public.entry_name TO muster_app;

GRANT SELECT,INSERT ON TABLE public.evidence TO muster_app;

GRANT SELECT,INSERT ON TABLE public.idempotency TO muster_app;

GRANT SELECT,INSERT ON TABLE public.imported TO muster_app;

GRANT SELECT,INSERT ON TABLE public.initiative TO muster_app;

GRANT UPDATE(call) ON TABLE public.initiative TO muster_app;

GRANT UPDATE(funding_target_minor) ON TABLE public.initiative TO muster_app;

GRANT UPDATE(gpus_target) ON TABLE public.initiative TO muster_app;

GRANT UPDATE(gpu_seconds_target) ON TABLE public.initiative TO muster_app;

GRANT UPDATE(starts_on) ON TABLE public.initiative TO muster_app;

GRANT UPDATE(ends_on) ON TABLE public.initiative TO muster_app;

GRANT UPDATE(deadline_on) ON TABLE public.initiative TO muster_app;

GRANT UPDATE(note) ON TABLE public.initiative TO muster_app;

GRANT UPDATE(closed) ON TABLE public.initiative TO muster_app;

GRANT UPDATE(recipient) ON TABLE public.initiative TO muster_app;

GRANT SELECT,INSERT ON TABLE public.initiative_change TO muster_app;

GRANT SELECT,INSERT ON TABLE public.ledger_entry TO muster_app;

GRANT SELECT ON TABLE public.ledger_head TO muster_app;

GRANT UPDATE(size) ON TABLE public.ledger_head TO muster_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.limit_use TO muster_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.link TO muster_app;

GRANT SELECT,INSERT ON TABLE public.log_identity TO muster_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mail TO muster_app;

GRANT SELECT ON TABLE public.migration TO muster_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.milestone TO muster_app;

GRANT SELECT,INSERT ON TABLE public.movement TO muster_app;

GRANT SELECT ON TABLE public.names_version TO muster_app;

GRANT UPDATE(version) ON TABLE public.names_version TO muster_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.passkey TO muster_app;

GRANT SELECT,INSERT ON TABLE public.pledge TO muster_app;

GRANT UPDATE(asset) ON TABLE public.pledge TO muster_app;

GRANT UPDATE(quantity) ON TABLE public.pledge TO muster_app;

GRANT UPDATE(source) ON TABLE public.pledge TO muster_app;

GRANT UPDATE(site) ON TABLE public.pledge TO muster_app;

GRANT UPDATE(provider) ON TABLE public.pledge TO muster_app;

GRANT UPDATE(windows) ON TABLE public.pledge TO muster_app;

GRANT UPDATE(from_on) ON TABLE public.pledge TO muster_app;

GRANT UPDATE(to_on) ON TABLE public.pledge TO muster_app;

GRANT UPDATE(instalments) ON TABLE public.pledge TO muster_app;

GRANT UPDATE(condition) ON TABLE public.pledge TO muster_app;

GRANT UPDATE(firm) ON TABLE public.pledge TO muster_app;

GRANT UPDATE(visibility) ON TABLE public.pledge TO muster_app;

GRANT UPDATE(note) ON TABLE public.pledge TO muster_app;

GRANT UPDATE(status) ON TABLE public.pledge TO muster_app;

GRANT UPDATE(reason) ON TABLE public.pledge TO muster_app;

GRANT UPDATE(rate_num) ON TABLE public.pledge TO muster_app;

GRANT UPDATE(rate_den) ON TABLE public.pledge TO muster_app;

GRANT UPDATE(rate_on) ON TABLE public.pledge TO muster_app;

GRANT UPDATE(rate_source) ON TABLE public.pledge TO muster_app;

GRANT UPDATE(decided_at) ON TABLE public.pledge TO muster_app;

GRANT UPDATE(purchase_order) ON TABLE public.pledge TO muster_app;

GRANT UPDATE(paid_through) ON TABLE public.pledge TO muster_app;

GRANT UPDATE(measured_by) ON TABLE public.pledge TO muster_app;

GRANT UPDATE(asked) ON TABLE public.pledge TO muster_app;

GRANT UPDATE(revision) ON TABLE public.pledge TO muster_app;

GRANT UPDATE(question) ON TABLE public.pledge TO muster_app;

GRANT UPDATE(asked_at) ON TABLE public.pledge TO muster_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.recovery_code TO muster_app;

GRANT SELECT,INSERT ON TABLE public.reference_rate TO muster_app;

GRANT SELECT,INSERT ON TABLE public.reported TO muster_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.session TO muster_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sign_up TO muster_app;

GRANT SELECT,INSERT ON TABLE public.signatory TO muster_app;

GRANT UPDATE(role) ON TABLE public.signatory TO muster_app;

GRANT UPDATE(affiliation) ON TABLE public.signatory TO muster_app;

GRANT UPDATE(url) ON TABLE public.signatory TO muster_app;

GRANT UPDATE(email) ON TABLE public.signatory TO muster_app;

GRANT UPDATE(email_key) ON TABLE public.signatory TO muster_app;

GRANT UPDATE(country) ON TABLE public.signatory TO muster_app;

GRANT UPDATE(statement) ON TABLE public.signatory TO muster_app;

GRANT UPDATE(public) ON TABLE public.signatory TO muster_app;

GRANT UPDATE(status) ON TABLE public.signatory TO muster_app;

GRANT UPDATE(published_at) ON TABLE public.signatory TO muster_app;

GRANT UPDATE(confirmed_at) ON TABLE public.signatory TO muster_app;

GRANT UPDATE(verified_domain) ON TABLE public.signatory TO muster_app;

GRANT UPDATE(review) ON TABLE public.signatory TO muster_app;

GRANT UPDATE(notice) ON TABLE public.signatory TO muster_app;

GRANT UPDATE(consented_at) ON TABLE public.signatory TO muster_app;

GRANT UPDATE(question) ON TABLE public.signatory TO muster_app;

GRANT UPDATE(asked_at) ON TABLE public.signatory TO muster_app;

GRANT UPDATE(reason) ON TABLE public.signatory TO muster_app;

GRANT SELECT,INSERT ON TABLE public.site TO muster_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.standing TO muster_app;
