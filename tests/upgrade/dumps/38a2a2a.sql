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

CREATE FUNCTION public.refuse_forgetting() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF EXISTS (SELECT FROM movement WHERE batch = OLD.batch) THEN
    RAISE EXCEPTION 'a file that delivered is kept';
  END IF;
  RETURN OLD;
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

CREATE TABLE public.difference (
    kind text NOT NULL,
    object text NOT NULL,
    verb text NOT NULL,
    payment_id uuid,
    currency text NOT NULL,
    theirs_minor bigint,
    ours_minor bigint,
    happened_at timestamp with time zone NOT NULL,
    found_at timestamp with time zone NOT NULL,
    aside_note text,
    CONSTRAINT difference_kind_check CHECK ((kind = ANY (ARRAY['missing'::text, 'extra'::text, 'amount'::text])))
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

CREATE TABLE public.gpu_factor (
    model text NOT NULL,
    holds_from date NOT NULL,
    tflops text NOT NULL,
    basis text NOT NULL,
    source text NOT NULL,
    url text,
    created_at timestamp with time zone,
    CONSTRAINT gpu_factor_basis_check CHECK ((basis = ANY (ARRAY['BF16'::text, 'FP16'::text])))
);

CREATE TABLE public.gpu_price (
    id uuid NOT NULL,
    priced_on date NOT NULL,
    per_hour text NOT NULL,
    source text NOT NULL,
    url text,
    created_at timestamp with time zone NOT NULL
);

CREATE TABLE public.gpu_use (
    pledge_id uuid NOT NULL,
    used_on date NOT NULL,
    gpu_seconds bigint NOT NULL,
    CONSTRAINT gpu_use_gpu_seconds_check CHECK ((gpu_seconds >= 0))
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

CREATE TABLE public.metered_job (
    metering_id uuid NOT NULL,
    job text NOT NULL COLLATE pg_catalog."C",
    started_at bigint NOT NULL,
    type text NOT NULL COLLATE pg_catalog."C",
    gpus integer NOT NULL,
    ran int8multirange NOT NULL,
    ended_at bigint
);

CREATE TABLE public.metering (
    id uuid NOT NULL,
    pledge_id uuid NOT NULL,
    cluster text NOT NULL,
    zone text,
    raw_ids boolean,
    models jsonb NOT NULL,
    sha256 bytea,
    counts jsonb,
    batch text,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT metering_sha256_check CHECK ((length(sha256) = 32))
);

CREATE TABLE public.metering_block (
    metering_id uuid NOT NULL,
    jobs text[] NOT NULL,
    starts bigint[] NOT NULL,
    seconds integer[] NOT NULL,
    gpus integer[] NOT NULL,
    types text[] NOT NULL,
    running boolean[] NOT NULL
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

CREATE TABLE public.pay_link (
    token_hash bytea NOT NULL,
    pledge_id uuid NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT pay_link_token_hash_check CHECK ((length(token_hash) = 32))
);

CREATE TABLE public.payment (
    id uuid NOT NULL,
    code text NOT NULL,
    pledge_id uuid,
    way text NOT NULL,
    currency text NOT NULL,
    amount_minor bigint NOT NULL,
    country text NOT NULL,
    livemode boolean NOT NULL,
    status text NOT NULL,
    object text,
    url text,
    intent text,
    charge text,
    email text,
    flags text[] DEFAULT '{}'::text[] NOT NULL,
    created_at timestamp with time zone NOT NULL,
    checked_at timestamp with time zone,
    closing_at timestamp with time zone,
    paid_at timestamp with time zone,
    watched boolean DEFAULT false NOT NULL,
    said bytea,
    CONSTRAINT payment_amount_minor_check CHECK ((amount_minor > 0)),
    CONSTRAINT payment_said_check CHECK ((length(said) = 32)),
    CONSTRAINT payment_status_check CHECK ((status = ANY (ARRAY['new'::text, 'open'::text, 'processing'::text, 'paid'::text, 'failed'::text, 'expired'::text]))),
    CONSTRAINT payment_way_check CHECK ((way = ANY (ARRAY['checkout'::text, 'invoice'::text])))
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
    expected_until date,
    CONSTRAINT pledge_check CHECK (((status <> 'accepted'::text) OR ((rate_num IS NOT NULL) AND (rate_den IS NOT NULL)))),
    CONSTRAINT pledge_measured_by_check CHECK ((measured_by = ANY (ARRAY['jobs'::text, 'reservation'::text]))),
    CONSTRAINT pledge_quantity_check CHECK ((quantity > 0)),
    CONSTRAINT pledge_source_check CHECK ((source = ANY (ARRAY['given'::text, 'bought'::text]))),
    CONSTRAINT pledge_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'accepted'::text, 'rejected'::text, 'withdrawn'::text]))),
    CONSTRAINT pledge_visibility_check CHECK ((visibility = ANY (ARRAY['public'::text, 'amount-hidden'::text, 'anonymous'::text])))
);

CREATE TABLE public.provider_batch (
    object text NOT NULL,
    verb text NOT NULL,
    batch text NOT NULL,
    payment_id uuid NOT NULL,
    amount_minor bigint NOT NULL,
    happened_at timestamp with time zone NOT NULL,
    balance_object text,
    balance_currency text,
    fee_minor bigint,
    net_minor bigint,
    CONSTRAINT provider_batch_verb_check CHECK ((verb = ANY (ARRAY['receive'::text, 'refund'::text, 'dispute'::text, 'win'::text, 'lose'::text, 'reverse'::text])))
);

CREATE TABLE public.reconciliation (
    id uuid NOT NULL,
    from_on date NOT NULL,
    to_on date NOT NULL,
    compared integer NOT NULL,
    differences integer NOT NULL,
    finished_at timestamp with time zone NOT NULL
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

CREATE TABLE public.refund_order (
    id uuid NOT NULL,
    payment_id uuid NOT NULL,
    amount_minor bigint NOT NULL,
    reason text NOT NULL,
    object text,
    refusal text,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT refund_order_amount_minor_check CHECK ((amount_minor > 0))
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
    CONSTRAINT signatory_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'published'::text, 'rejected'::text, 'withdrawn'::text, 'giver'::text])))
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

CREATE TABLE public.stripe_customer (
    customer text NOT NULL,
    pledge_id uuid NOT NULL,
    livemode boolean NOT NULL,
    gone_at timestamp with time zone
);

CREATE TABLE public.stripe_event (
    id text NOT NULL,
    type text NOT NULL,
    object text,
    payment_id uuid,
    livemode boolean NOT NULL,
    outcome text NOT NULL,
    reason text,
    detail text,
    aside_note text,
    received_at timestamp with time zone NOT NULL,
    CONSTRAINT stripe_event_outcome_check CHECK ((outcome = ANY (ARRAY['applied'::text, 'nothing'::text, 'unknown'::text, 'unmatched'::text])))
);

CREATE TABLE public.unapplied_cash (
    customer text NOT NULL,
    currency text NOT NULL,
    amount_minor bigint NOT NULL,
    as_of timestamp with time zone NOT NULL
);

INSERT INTO public.admin VALUES
	('dec3c1cb-498f-4f43-b06c-dfbdfe9ff365', 'Cy Example', 'dec3c1cb-498f-4f43-b06c-dfbdfe9ff365@desk.example', 'dec3c1cb-498f-4f43-b06c-dfbdfe9ff365@desk.example', 'owner', '2026-03-10 12:00:00+00', NULL, NULL, NULL),
	('800e44eb-a033-4e6f-a3c7-b804404b5ff1', 'Bo Example', '800e44eb-a033-4e6f-a3c7-b804404b5ff1@desk.example', '800e44eb-a033-4e6f-a3c7-b804404b5ff1@desk.example', 'operator', '2026-03-10 12:00:00+00', NULL, NULL, NULL),
	('1309b375-cae7-48a2-8b40-6b1dd8bbf8c2', 'Bo Example', '1309b375-cae7-48a2-8b40-6b1dd8bbf8c2@desk.example', '1309b375-cae7-48a2-8b40-6b1dd8bbf8c2@desk.example', 'operator', '2026-03-10 12:00:00+00', NULL, NULL, NULL),
	('01a22bc4-d26e-766c-8479-eba6359f0cd0', 'Lou Example', 'lou@desk.example', 'lou@desk.example', 'viewer', '2026-03-10 12:00:00+00', '\xd99c45c4db2721786752835c7231a3dde2d08b668da6580853e806c9ba6778f0', '2026-03-17 12:00:00+00', NULL);

INSERT INTO public.admin_notice VALUES
	(1, '1970-01-01 00:00:00+00');

INSERT INTO public.admin_rate VALUES
	('KWD', '2026-03-09', '3.25', '1', 'Central Bank of Nowhere', 'https://example.org/rates', '2026-03-10 12:00:00+00');

INSERT INTO public.api_token VALUES
	('01a22bc4-d296-7500-b516-90bce50e91c5', 'nightly export', '\x1b5c831980958e156077e35dc75ad2dbd520c2e16ab1173172fe43034ca17c91', '{export}', 'dec3c1cb-498f-4f43-b06c-dfbdfe9ff365', '2026-03-10 12:00:00+00', '2026-04-09 12:00:00+00', NULL, NULL);

INSERT INTO public.audit OVERRIDING SYSTEM VALUE VALUES
	(1, '2026-03-10 12:00:00+00', 'machine', NULL, NULL, NULL, NULL, 'initiative.import', NULL, '{}', '{}'),
	(2, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'signatory.enter', '01a22bc4-cc1d-7172-9b1a-6ca0c2bebb2f', '{}', '{}'),
	(3, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'signatory.publish', '01a22bc4-cc1d-7172-9b1a-6ca0c2bebb2f', '{}', '{}'),
	(4, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.log', 'V3H73P621B', '{}', '{"status": "pending"}'),
	(5, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.accept', 'V3H73P621B', '{}', '{"batch": "355SQKXKJ2HGR1T5"}'),
	(6, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.log', 'DTTZP8XBWE', '{}', '{"status": "pending"}'),
	(7, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.accept', 'DTTZP8XBWE', '{}', '{"batch": "P5TVBZM6HMMJ16FG"}'),
	(8, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.log', '6661WP62Y9', '{}', '{"status": "pending"}'),
	(9, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.accept', '6661WP62Y9', '{}', '{"batch": "CPZCAQ17TNFJ8DDG"}'),
	(10, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.log', '5JJY7J0TNP', '{}', '{"status": "pending"}'),
	(11, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.accept', '5JJY7J0TNP', '{}', '{"batch": "9J2DSFM7Z2Y2VP1Y"}'),
	(12, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.log', 'SQQ8S4V8ZC', '{}', '{"status": "pending"}'),
	(13, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.accept', 'SQQ8S4V8ZC', '{}', '{"batch": "AWM4WX2AVSWT6W7X"}'),
	(14, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.log', 'GWWCNQAZTS', '{}', '{"status": "pending"}'),
	(15, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.accept', 'GWWCNQAZTS', '{}', '{"batch": "FGHA9C2CHP5ZAWP9"}'),
	(16, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.log', 'J870K8K7HK', '{}', '{"status": "pending"}'),
	(17, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.accept', 'J870K8K7HK', '{}', '{"batch": "49F47Q6YT6JB8YXA"}'),
	(18, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.commit', 'J870K8K7HK', '{}', '{"batch": "M9WA80Z89NS9DB2P"}'),
	(19, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.receive', 'J870K8K7HK', '{}', '{"batch": "3188628KGFXS3M68"}'),
	(20, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.refund', 'J870K8K7HK', '{}', '{"batch": "AKZ6KABCFPWTG8QS"}'),
	(21, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.receive', 'J870K8K7HK', '{}', '{"batch": "AHFFXX1X4256AHXQ"}'),
	(22, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'batch.reverse', 'AHFFXX1X4256AHXQ', '{}', '{"batch": "VCXXZW4NKMH2D21M"}'),
	(23, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.log', '9Z8DSQ9VJY', '{}', '{"status": "pending"}'),
	(24, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.accept', '9Z8DSQ9VJY', '{}', '{"batch": "Z9GERMRAWPVWVYHJ"}'),
	(25, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.lapse', '9Z8DSQ9VJY', '{}', '{"batch": "SE1REXWXKQ2JHQVZ"}'),
	(26, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.log', 'EREVHKE5AV', '{}', '{"status": "pending"}'),
	(27, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.accept', 'EREVHKE5AV', '{}', '{"batch": "6TA8DQC5DHCXZ0BM"}'),
	(28, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.commit', 'EREVHKE5AV', '{}', '{"batch": "YRBEXAXEX28C35ZH"}'),
	(29, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.receive', 'EREVHKE5AV', '{}', '{"batch": "49WG5CTN90SYW61X"}'),
	(30, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.log', 'GHX5ARHVH5', '{}', '{"status": "pending"}'),
	(31, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.log', 'B9QV1MWBT5', '{}', '{"status": "pending"}'),
	(32, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.reject', 'B9QV1MWBT5', '{}', '{}'),
	(33, '2026-03-10 12:00:00+00', 'session', '800e44eb-a033-4e6f-a3c7-b804404b5ff1', '01a22bc4-d1f2-74f0-8660-30a8ffb22ba6', NULL, '127.0.0.1', 'passkey.add', '01a22bc4-d230-7060-8ad4-c56c4ace7196', '{}', '{}'),
	(34, '2026-03-10 12:00:00+00', 'session', '800e44eb-a033-4e6f-a3c7-b804404b5ff1', '01a22bc4-d1f2-74f0-8660-30a8ffb22ba6', NULL, '127.0.0.1', 'recovery.make', NULL, '{}', '{}'),
	(35, '2026-03-10 12:00:00+00', 'session', 'dec3c1cb-498f-4f43-b06c-dfbdfe9ff365', '01a22bc4-d1ee-73a3-aa18-635444018f31', NULL, '127.0.0.1', 'admin.invite', '01a22bc4-d26e-766c-8479-eba6359f0cd0', '{}', '{"role": "viewer"}'),
	(36, '2026-03-10 12:00:00+00', 'session', 'dec3c1cb-498f-4f43-b06c-dfbdfe9ff365', '01a22bc4-d1ee-73a3-aa18-635444018f31', NULL, '127.0.0.1', 'token.make', '01a22bc4-d296-7500-b516-90bce50e91c5', '{}', '{"days": 30, "rights": "export"}'),
	(37, '2026-03-10 12:00:00+00', 'session', 'dec3c1cb-498f-4f43-b06c-dfbdfe9ff365', '01a22bc4-d1ee-73a3-aa18-635444018f31', NULL, '127.0.0.1', 'initiative.change', NULL, '{}', '{"entry": 44, "reason": "A second site", "targets.funding": "100000000.00 → 120000000.00"}'),
	(38, '2026-03-10 12:00:00+00', 'session', 'dec3c1cb-498f-4f43-b06c-dfbdfe9ff365', '01a22bc4-d1ee-73a3-aa18-635444018f31', NULL, '127.0.0.1', 'initiative.milestones', NULL, '{}', '{"gpus": "", "funding": "30000000.00"}'),
	(39, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'signatory.enter', '01a22bc4-d364-712c-a92e-4690478d1ceb', '{}', '{}'),
	(40, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'signatory.publish', '01a22bc4-d364-712c-a92e-4690478d1ceb', '{}', '{}'),
	(41, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.log', 'F4BP894HAW', '{}', '{"status": "pending"}'),
	(43, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.log', 'N71SDW7PBC', '{}', '{"status": "pending"}'),
	(44, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.accept', 'N71SDW7PBC', '{}', '{"batch": "4SYPR8Z1NWYMC44W"}'),
	(45, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.receive', 'N71SDW7PBC', '{}', '{"batch": "BSTR2F13N75718EQ"}'),
	(46, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'signatory.enter', '01a22bc4-d4f1-71ef-a8e8-cd53a5933f41', '{}', '{}'),
	(47, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'signatory.publish', '01a22bc4-d4f1-71ef-a8e8-cd53a5933f41', '{}', '{}'),
	(48, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.log', 'ZST1QDRE2G', '{}', '{"status": "pending"}'),
	(49, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.accept', 'ZST1QDRE2G', '{}', '{"batch": "PVQW8G6KZ8K8NWE8"}'),
	(50, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.meter', 'ZST1QDRE2G', '{}', '{"batch": "DZKCV9KMWC0YNPVQ"}'),
	(51, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'signatory.enter', '01a22bc4-d728-721c-860d-1867ddbee29f', '{}', '{}'),
	(52, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'signatory.publish', '01a22bc4-d728-721c-860d-1867ddbee29f', '{}', '{}'),
	(53, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.log', 'CH61CNNKAF', '{}', '{"status": "pending"}'),
	(54, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.accept', 'CH61CNNKAF', '{}', '{"batch": "BRHZ1NH8K7MJKVWW"}'),
	(55, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.use', 'CH61CNNKAF', '{}', '{"days": 1, "source": "The operator’s report", "gpuHours": "12.50"}'),
	(56, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'factor.give', 'B200 2026-03-05', '{}', '{}'),
	(57, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'price.give', '2026-03-05', '{}', '{}'),
	(58, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'rate.give', 'KWD 2026-03-09', '{}', '{}'),
	(59, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'signatory.enter', '01a22bc4-d92f-7585-962b-8d89da138326', '{}', '{}'),
	(60, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'signatory.publish', '01a22bc4-d92f-7585-962b-8d89da138326', '{}', '{}'),
	(61, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.log', '26T7AJXBXV', '{}', '{"status": "pending"}'),
	(62, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.accept', '26T7AJXBXV', '{}', '{"batch": "PMJXWJAW5KGGF57V"}'),
	(63, '2026-03-10 12:00:00+00', 'signatory', NULL, NULL, '01a22bc4-d92f-7585-962b-8d89da138326', NULL, 'payment.open', 'TEGDYHH861R4', '{}', '{}'),
	(64, '2026-03-10 12:00:00+00', 'stripe', NULL, NULL, NULL, NULL, 'pledge.receive', '26T7AJXBXV', '{}', '{"batch": "ANHVPBGWY6RFRD3C", "payment": "TEGDYHH861R4"}'),
	(65, '2026-03-10 12:00:00+00', 'session', '1309b375-cae7-48a2-8b40-6b1dd8bbf8c2', NULL, NULL, '127.0.0.1', 'payment.refund', 'TEGDYHH861R4', '{}', '{"order": "01a22bc4-dacf-725c-9cf9-28d7c1b7340d"}'),
	(66, '2026-03-10 12:00:00+00', 'stripe', NULL, NULL, NULL, NULL, 'pledge.refund', '26T7AJXBXV', '{}', '{"batch": "D6QZGKB0307QFJS4", "payment": "TEGDYHH861R4"}'),
	(67, '2026-03-10 12:00:00+00', 'stripe', NULL, NULL, NULL, NULL, 'pledge.dispute', '26T7AJXBXV', '{}', '{"batch": "CH852F9JE7F090BE", "payment": "TEGDYHH861R4"}'),
	(68, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.log', 'AEQJHY3FQA', '{}', '{"status": "pending"}'),
	(69, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.accept', 'AEQJHY3FQA', '{}', '{"batch": "J71SBFRFT6DB53ED"}'),
	(70, '2026-03-10 12:00:00+00', 'signatory', NULL, NULL, '01a22bc4-d92f-7585-962b-8d89da138326', NULL, 'payment.open', '7ZRSE7SF5M4Z', '{}', '{}'),
	(71, '2026-03-10 12:00:00+00', 'public', NULL, NULL, NULL, NULL, 'payment.open', 'CKZDHG64BW6G', '{}', '{}'),
	(72, '2026-03-10 12:00:00+00', 'stripe', NULL, NULL, NULL, NULL, 'pledge.receive', 'VMKRQKWJ53', '{}', '{"batch": "W0SWH58VDQ4PHK2Q", "payment": "CKZDHG64BW6G"}'),
	(73, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.log', '9KY4ZWJBSD', '{}', '{"status": "pending"}'),
	(74, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.accept', '9KY4ZWJBSD', '{}', '{"batch": "DHCEW3JPWK92CTB0"}'),
	(75, '2026-03-10 12:00:00+00', 'signatory', NULL, NULL, '01a22bc4-d92f-7585-962b-8d89da138326', NULL, 'payment.open', 'FPMN6EJP1WRN', '{}', '{}'),
	(76, '2026-03-10 12:00:00+00', 'machine', NULL, NULL, NULL, NULL, 'payment.compare', NULL, '{}', '{"to": "2026-03-10", "from": "2026-03-01"}'),
	(77, '2026-03-10 12:00:00+00', 'signatory', NULL, NULL, '01a22bc4-e231-715a-ae47-a8c0f4f94bf5', NULL, 'signatory.enter', '01a22bc4-e231-715a-ae47-a8c0f4f94bf5', '{}', '{"status": "published"}'),
	(78, '2026-03-10 12:00:00+00', 'signatory', NULL, NULL, '01a22bc4-e231-715a-ae47-a8c0f4f94bf5', NULL, 'pledge.log', 'HH7Q6SPXY8', '{}', '{"status": "accepted"}'),
	(79, '2026-03-10 12:00:00+00', 'signatory', NULL, NULL, '01a22bc4-e231-715a-ae47-a8c0f4f94bf5', NULL, 'pledge.log', 'YZS205SCWZ', '{}', '{"status": "pending"}'),
	(80, '2026-03-10 12:00:00+00', 'signatory', NULL, NULL, '01a22bc4-e231-715a-ae47-a8c0f4f94bf5', NULL, 'pledge.edit', 'YZS205SCWZ', '{quantity,purchaseOrder,paidThrough}', '{}'),
	(81, '2026-03-10 12:00:00+00', 'signatory', NULL, NULL, '01a22bc4-e231-715a-ae47-a8c0f4f94bf5', NULL, 'pledge.log', 'DP07AQBVH6', '{}', '{"status": "accepted"}'),
	(82, '2026-03-10 12:00:00+00', 'signatory', NULL, NULL, '01a22bc4-e231-715a-ae47-a8c0f4f94bf5', NULL, 'pledge.instalments', 'DP07AQBVH6', '{}', '{}'),
	(83, '2026-03-10 12:00:00+00', 'signatory', NULL, NULL, '01a22bc4-e231-715a-ae47-a8c0f4f94bf5', NULL, 'pledge.increase', 'DP07AQBVH6', '{}', '{"status": "pending"}'),
	(84, '2026-03-10 12:00:00+00', 'signatory', NULL, NULL, '01a22bc4-e231-715a-ae47-a8c0f4f94bf5', NULL, 'pledge.log', 'ZS5783C3WN', '{}', '{"status": "accepted"}'),
	(85, '2026-03-10 12:00:00+00', 'signatory', NULL, NULL, '01a22bc4-e231-715a-ae47-a8c0f4f94bf5', NULL, 'pledge.withdraw', 'ZS5783C3WN', '{}', '{"batch": "P8R9WNNEKZ3P7CHC"}'),
	(86, '2026-03-10 12:00:00+00', 'signatory', NULL, NULL, '01a22bc4-e3b8-73a8-ad10-d18d4e32b4c3', NULL, 'signatory.enter', '01a22bc4-e3b8-73a8-ad10-d18d4e32b4c3', '{}', '{"status": "published"}'),
	(87, '2026-03-10 12:00:00+00', 'signatory', NULL, NULL, '01a22bc4-e3e4-72ac-82b6-92935212e036', NULL, 'signatory.enter', '01a22bc4-e3e4-72ac-82b6-92935212e036', '{}', '{"status": "published"}'),
	(88, '2026-03-10 12:00:00+00', 'signatory', NULL, NULL, '01a22bc4-e3e4-72ac-82b6-92935212e036', NULL, 'signatory.withdraw', '01a22bc4-e3e4-72ac-82b6-92935212e036', '{}', '{}'),
	(90, '2026-03-10 12:00:00+00', 'signatory', NULL, NULL, '01a22bc4-e231-715a-ae47-a8c0f4f94bf5', NULL, 'pledge.log', '8W82VVFQRW', '{}', '{"status": "pending"}'),
	(91, '2026-03-10 12:00:00+00', 'bootstrap', NULL, NULL, NULL, '127.0.0.1', 'pledge.reject', '8W82VVFQRW', '{}', '{}');

INSERT INTO public.challenge VALUES
	('\xdba2ddfab4d2b7c5f6366f887c8e5e235961734eff7c94e41de508dd7bf926b2', 'sign-in', NULL, '2026-03-10 12:05:00+00');

INSERT INTO public.checkpoint VALUES
	(17, '\x3978019019a2de0e58eac2f42f172bbb62760553beee7cd02058957ce3d1f053', 'localhost:8080
17
OXgBkBmi3g5Y6sL0Lxcru2J2BVO+7nzQIFiVfOPR8FM=

— localhost:8080 12+/sSvWYvlYLRdZcPVaKeMph3o6tqFgh24TqXl/SyzgRvUm64JGRzTXcmM9EzOZx/zX3no4Qub8X5yfq8Fj9SpMVA0=
', '{"v":1,"targets":{"funding":["USD","10000000000"],"gpus":10000,"gpuHours":"87600000.00","from":"2026-01-01","to":"2027-01-01"},"signatories":{"person":1,"organisation":1},"flows":{"A100/bought":{"committed":["18000000","5676167"]},"EUR":{"waiting":["4000000","4665600"]},"GBP":{"pledged":["10000","13440"],"received":["30000","40319"],"disputed":["34000","45695"],"refunded":["6000","8063"]},"KRW":{"withdrawn":["1000000","69030"]}},"months":{"2026-01":["0","40319"]}}', '\x195fd41ba5c401471dfc0b3eb5af8cc9162d39a1a4c3eec992786d07296919c8e28461757ef3d7611d6d279504dd62c554c56e31f0c06f8c7a098838f90c8023', 0, '2026-03-10 12:00:00+00'),
	(44, '\xa65b40f176230a39de68e6213e0acb910246d34941b64379371916d8a1123c87', 'localhost:8080
44
pltA8XYjCjneaOYhPgrLkQJG00lBtkN5NxkW2KESPIc=

— localhost:8080 12+/sbdqLOC+OQvdEclxkxmYIzfEsTKc4R/NQNqpGUF57r6GBDmuoYz1uh9++sHEhyy/6w5JFIntYcR7rdcohtwQ0g0=
', '{"v":1,"targets":{"funding":["USD","10000000000"],"gpus":10000,"gpuHours":"87600000.00","from":"2026-01-01","to":"2027-01-01"},"signatories":{"person":2,"organisation":1},"flows":{"A100/bought":{"committed":["18000000","5676167"]},"EUR":{"waiting":["4000000","4665600"]},"GBP":{"pledged":["10000","13440"],"received":["30000","40319"],"disputed":["34000","45695"],"refunded":["6000","8063"]},"H100-SXM":{"pledged":["36495360000","36495360000"],"committed":["12165083100","12165083100"],"received":["36900","36900"]},"JPY":{"lapsed":["70000","44366"]},"KRW":{"withdrawn":["1000000","69030"]},"USD":{"pledged":["310000","310000"],"committed":["60000","60000"],"received":["25000","25000"],"refunded":["5000","5000"]}},"months":{"2026-01":["0","40319"],"2026-03":["60000","25000"]}}', '\x119d378e33dae11eb4fb01483372481ab7d613e8e1a52bab57486dcfde1f973e05ed77295799ac2f06585953db4d8ca20fef40b8465c512d5085b33e77732d5ec90e3491efb79e54647180506cc4841659ed22e068a062dcbab71bc265dfc488', 44, '2026-03-10 12:00:00+00'),
	(49, '\xa1fa70a9449c4d76d7e472de76b0eb8914821ec6692668a999ad5f7bb8f9aacb', 'localhost:8080
49
ofpwqUScTXbX5HLedrDriRSCHsZpJmipma1fe7j5qss=

— localhost:8080 12+/sYsFYtzqthVTBZkunAkVDpqso+WB3ZSDj4lU5+aaXAPGSqwtvjBulsdMz8+lDW0wmvC10sQNWUI2nc4eircUTAE=
', '{"v":1,"targets":{"funding":["USD","12000000000"],"gpus":10000,"gpuHours":"87600000.00","from":"2026-01-01","to":"2027-01-01"},"signatories":{"person":3,"organisation":1},"flows":{"A100/bought":{"committed":["18000000","5676167"]},"EUR":{"waiting":["4000000","4665600"]},"GBP":{"pledged":["10000","13440"],"received":["30000","40319"],"disputed":["34000","45695"],"refunded":["6000","8063"]},"H100-SXM":{"pledged":["36495360000","36495360000"],"committed":["12165083100","12165083100"],"received":["36900","36900"]},"JPY":{"lapsed":["70000","44366"]},"KRW":{"withdrawn":["1000000","69030"]},"USD":{"pledged":["405000","405000"],"committed":["60000","60000"],"received":["30000","30000"],"refunded":["5000","5000"]}},"months":{"2026-01":["0","40319"],"2026-03":["60000","30000"]}}', '\x119d378e33dae11eb4fb01483372481ab7d613e8e1a52bab57486dcfde1f973e4705afcb8742e9d370aaca93936770ef6fb57ba658e7a784aa314f522c64655f9bad3f7462abc44e647b1c82476b8bf65eda02022c9939b203d593ee87c6ee61', 44, '2026-03-10 12:00:00+00'),
	(56, '\x557ce676c9d859d8cf50ef961846fabb1d1a9aa6756375b7a765944f9b0a51bb', 'localhost:8080
56
VXzmdsnYWdjPUO+WGEb6ux0amqZ1Y3W3p2WUT5sKUbs=

— localhost:8080 12+/sbQm5fHyS4lj6UgJLs4DOw6yfIXc/j6u739A63hakV4ZMsvd2/N+ERKEHlYmf9VtEV/vKlfprSlPJ7wW9Cp83gs=
', '{"v":1,"targets":{"funding":["USD","12000000000"],"gpus":10000,"gpuHours":"87600000.00","from":"2026-01-01","to":"2027-01-01"},"signatories":{"person":5,"organisation":1},"flows":{"A100":{"pledged":["8287100","2613276"],"received":["7300","2302"]},"A100/bought":{"committed":["18000000","5676167"]},"EUR":{"waiting":["4000000","4665600"]},"GBP":{"pledged":["10000","13440"],"received":["30000","40319"],"disputed":["34000","45695"],"refunded":["6000","8063"]},"H100-SXM":{"pledged":["36495360000","36495360000"],"committed":["12165083100","12165083100"],"received":["36900","36900"]},"JPY":{"lapsed":["70000","44366"]},"KRW":{"withdrawn":["1000000","69030"]},"USD":{"pledged":["405000","405000"],"committed":["60000","60000"],"received":["30000","30000"],"refunded":["5000","5000"]}},"months":{"2026-01":["0","40319"],"2026-03":["60000","30000"]}}', '\x119d378e33dae11eb4fb01483372481ab7d613e8e1a52bab57486dcfde1f973e4705afcb8742e9d370aaca93936770ef6fb57ba658e7a784aa314f522c64655f4c156af37f83f668513859a43cc4c4014fcecbe36773fa82ecb146de993b29c3', 56, '2026-03-10 12:00:00+00'),
	(68, '\x759c332282109a5f52f557eec53c31bd708a76b0bd070607b1e4bd4b2c4b18ab', 'localhost:8080
68
dZwzIoIQml9S9VfuxTwxvXCKdrC9BwYHseS9SyxLGKs=

— localhost:8080 12+/sRIE+FmR/jLjCzZ0l2OEyvlpHjh08mAZFaE+1N5KL5O+TfNk9iKLj6ksVlsI9E0KU6auMNY0RY4kTa+WYb8uPwE=
', '{"v":1,"targets":{"funding":["USD","12000000000"],"gpus":10000,"gpuHours":"87600000.00","from":"2026-01-01","to":"2027-01-01"},"signatories":{"person":6,"organisation":1},"flows":{"A100":{"pledged":["8287100","2613276"],"received":["7300","2302"]},"A100/bought":{"committed":["18000000","5676167"]},"EUR":{"waiting":["4000000","4665600"],"received":["2500","2910"]},"GBP":{"pledged":["10000","13440"],"received":["30000","40319"],"disputed":["34000","45695"],"refunded":["6000","8063"]},"H100-SXM":{"pledged":["36495360000","36495360000"],"committed":["12165083100","12165083100"],"received":["36900","36900"]},"JPY":{"lapsed":["70000","44366"]},"KRW":{"withdrawn":["1000000","69030"]},"USD":{"pledged":["6355000","6355000"],"committed":["60000","60000"],"received":["63000","63000"],"disputed":["5000","5000"],"refunded":["17000","17000"]}},"months":{"2026-01":["0","40319"],"2026-03":["60000","65910"]}}', '\xd168e4b23799d72faee335502e320253909fc4bc481e4148f99f45fd836457e6cf83d6e0712fe55f16c19bdb4297fe7e9951f82f0a1b63dc71df70d88f91fd20', 56, '2026-03-10 12:00:00+00'),
	(80, '\xc4ad530c03a277ff953c47ed2fb47ca4cb922d3241d52a00b43dcfcd081af43c', 'localhost:8080
80
xK1TDAOid/+VPEftL7R8pMuSLTJB1SoAtD3PzQga9Dw=

— localhost:8080 12+/selNuOhG5PTWedIBGogPdNY61CzZi0jsjWSCYeDwqa0Mfu6V9pxBrMz22VhXNJTxTxy8pVp9zUEGC5agU5eXWA0=
', '{"v":1,"targets":{"funding":["USD","12000000000"],"gpus":10000,"gpuHours":"87600000.00","from":"2026-01-01","to":"2027-01-01"},"signatories":{"person":8,"organisation":1},"flows":{"A100":{"pledged":["8287100","2613276"],"received":["7300","2302"]},"A100/bought":{"committed":["18000000","5676167"]},"EUR":{"waiting":["4000000","4665600"],"received":["2500","2910"]},"GBP":{"pledged":["10000","13440"],"received":["30000","40319"],"disputed":["34000","45695"],"refunded":["6000","8063"]},"H100-SXM":{"pledged":["36495360000","36495360000"],"committed":["12165083100","12165083100"],"received":["36900","36900"]},"JPY":{"lapsed":["70000","44366"]},"KRW":{"withdrawn":["1000000","69030"]},"USD":{"pledged":["6360000","6360000"],"committed":["60000","60000"],"received":["63000","63000"],"disputed":["5000","5000"],"refunded":["17000","17000"],"withdrawn":["3000","3000"]}},"months":{"2026-01":["0","40319"],"2026-03":["60000","65910"]}}', '\xd168e4b23799d72faee335502e320253909fc4bc481e4148f99f45fd836457e65486478f55c24aa695adc276ae616cb8a915c03ed1c61a7ebe318f88bd0e26fe', 56, '2026-03-10 12:00:00+00');

INSERT INTO public.derived VALUES
	(44, 'capacity-3', '{"held":{"allSites":512,"largestSite":512,"from":"2026-03-01"},"heldPledged":1536,"heldH100e":{"allSites":512,"largestSite":512,"pledged":1536},"steps":[{"on":"2026-03-01","secured":512,"largestSite":512,"pledged":1536,"largestPledged":1536,"bought":0,"h100e":{"secured":512,"largestSite":512,"pledged":1536,"largestPledged":1536,"bought":0}},{"on":"2026-12-01","secured":0,"largestSite":0,"pledged":0,"largestPledged":0,"bought":0,"h100e":{"secured":0,"largestSite":0,"pledged":0,"largestPledged":0,"bought":0}}],"models":[{"model":"H100-SXM","steps":[["2026-03-01",512,1536,512,1536],["2026-12-01",0,0,0,0]]}],"sites":[{"site":"1GE13YY5","held":{"secured":512,"pledged":0,"h100e":{"secured":512,"pledged":0}},"models":["H100-SXM"],"steps":[["2026-03-01",512,0,512,0],["2026-12-01",0,0,0,0]]},{"site":"TEE1XBPX","held":{"secured":0,"pledged":1536,"h100e":{"secured":0,"pledged":1536}},"models":["H100-SXM"],"steps":[["2026-03-01",0,1536,0,1536],["2026-12-01",0,0,0,0]]}],"due":[{"month":"2026-03","gpuSeconds":"1371340800","h100eGpuSeconds":"1371340800"},{"month":"2026-04","gpuSeconds":"1327104000","h100eGpuSeconds":"1327104000"},{"month":"2026-05","gpuSeconds":"1371340800","h100eGpuSeconds":"1371340800"},{"month":"2026-06","gpuSeconds":"1327104000","h100eGpuSeconds":"1327104000"},{"month":"2026-07","gpuSeconds":"1371340800","h100eGpuSeconds":"1371340800"},{"month":"2026-08","gpuSeconds":"1371340800","h100eGpuSeconds":"1371340800"},{"month":"2026-09","gpuSeconds":"1327104000","h100eGpuSeconds":"1327104000"},{"month":"2026-10","gpuSeconds":"1371340800","h100eGpuSeconds":"1371340800"},{"month":"2026-11","gpuSeconds":"1327104000","h100eGpuSeconds":"1327104000"}]}'),
	(56, 'capacity-3', '{"held":{"allSites":512,"largestSite":512,"from":"2026-03-01"},"heldPledged":1536,"heldH100e":{"allSites":512,"largestSite":512,"pledged":1536},"steps":[{"on":"2026-03-01","secured":512,"largestSite":512,"pledged":1552,"largestPledged":1552,"bought":0,"h100e":{"secured":512,"largestSite":512,"pledged":1541,"largestPledged":1541,"bought":0}},{"on":"2026-03-05","secured":512,"largestSite":512,"pledged":1536,"largestPledged":1536,"bought":0,"h100e":{"secured":512,"largestSite":512,"pledged":1536,"largestPledged":1536,"bought":0}},{"on":"2026-03-07","secured":512,"largestSite":512,"pledged":1552,"largestPledged":1552,"bought":0,"h100e":{"secured":512,"largestSite":512,"pledged":1541,"largestPledged":1541,"bought":0}},{"on":"2026-03-09","secured":512,"largestSite":512,"pledged":1536,"largestPledged":1536,"bought":0,"h100e":{"secured":512,"largestSite":512,"pledged":1536,"largestPledged":1536,"bought":0}},{"on":"2026-12-01","secured":0,"largestSite":0,"pledged":0,"largestPledged":0,"bought":0,"h100e":{"secured":0,"largestSite":0,"pledged":0,"largestPledged":0,"bought":0}}],"models":[{"model":"H100-SXM","steps":[["2026-03-01",512,1536,512,1536],["2026-12-01",0,0,0,0]]},{"model":"A100","steps":[["2026-03-01",0,16,0,5],["2026-03-05",0,0,0,0],["2026-03-07",0,16,0,5],["2026-03-09",0,0,0,0]]}],"sites":[{"site":"1GE13YY5","held":{"secured":512,"pledged":0,"h100e":{"secured":512,"pledged":0}},"models":["H100-SXM"],"steps":[["2026-03-01",512,0,512,0],["2026-12-01",0,0,0,0]]},{"site":"TEE1XBPX","held":{"secured":0,"pledged":1536,"h100e":{"secured":0,"pledged":1536}},"models":["A100","H100-SXM"],"steps":[["2026-03-01",0,1552,0,1541],["2026-03-05",0,1536,0,1536],["2026-03-07",0,1552,0,1541],["2026-03-09",0,1536,0,1536],["2026-12-01",0,0,0,0]]}],"due":[{"month":"2026-03","gpuSeconds":"1371340800","h100eGpuSeconds":"1371340800"},{"month":"2026-04","gpuSeconds":"1327104000","h100eGpuSeconds":"1327104000"},{"month":"2026-05","gpuSeconds":"1371340800","h100eGpuSeconds":"1371340800"},{"month":"2026-06","gpuSeconds":"1327104000","h100eGpuSeconds":"1327104000"},{"month":"2026-07","gpuSeconds":"1371340800","h100eGpuSeconds":"1371340800"},{"month":"2026-08","gpuSeconds":"1371340800","h100eGpuSeconds":"1371340800"},{"month":"2026-09","gpuSeconds":"1327104000","h100eGpuSeconds":"1327104000"},{"month":"2026-10","gpuSeconds":"1371340800","h100eGpuSeconds":"1371340800"},{"month":"2026-11","gpuSeconds":"1327104000","h100eGpuSeconds":"1327104000"}]}');

INSERT INTO public.difference VALUES
	('missing', 'pi_b6679a1b1bb929b0c8db24c3', 'receive', '01a22bc4-df3e-7058-8d47-aeb741658a03', 'USD', 6000, NULL, '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL);

INSERT INTO public.entry_name VALUES
	(1, '01a22bc4-c1f2-719b-aa30-b45a9bb54ad8', '\x7d23ca027e4fdf3281db0526617105726d9383d51908f2758c80b3915fd2ba6a', 'Example University'),
	(2, '01a22bc4-c1f4-774a-8fa2-c2f745dba811', '\x4a5613f2600fe4d2f7006254546ca5040bcf2f807b6d09a12e2baed18bf7dada', 'Eli Example'),
	(3, '01a22bc4-c1f2-719b-aa30-b45a9bb54ad8', '\x6c2948700739cb6cb6445817a9435dc067a143b8832b2deb157edaa37e034ecc', 'Example University'),
	(5, '01a22bc4-c1f4-774a-8fa2-c2f745dba811', '\x50e250d4bc121d05e9813c06027a30a9119da3c173627aaec57c2d08f8942a49', 'Eli Example'),
	(8, '01a22bc4-c1f4-774a-8fa2-c2f745dba811', '\x02c13cc0b6b035574bef813ea990e39edd6dfe70075aba898eed487410b415c7', 'Eli Example'),
	(14, '01a22bc4-c1f2-719b-aa30-b45a9bb54ad8', '\xe433185593ecce4f54cbfbffa28f9c0bd3c197703706f94f0db96903219ac398', 'Example University'),
	(17, '01a22bc4-cc1d-7172-9b1a-6ca0c2bebb2f', '\x76aebf39824fafc92d0fd849512fe12838e1600129e5c6f92d127120d7e550ad', 'Ada Example'),
	(18, '01a22bc4-cc1d-7172-9b1a-6ca0c2bebb2f', '\xb432a5d6ee834ad4c7eeefca224fd4a439b83b38c70d03b51393049c55eff1b9', 'Ada Example'),
	(20, '01a22bc4-cc1d-7172-9b1a-6ca0c2bebb2f', '\x690f5155302984d1140c8d3fd751a2ec40f2acc0afece6166cf75c173250d68d', 'Ada Example'),
	(22, '01a22bc4-cc1d-7172-9b1a-6ca0c2bebb2f', '\x18abe4cea56a02bba8895d59a4ebc10f2938937f4bbe959bd8c26d1a158e156c', 'Ada Example'),
	(24, '01a22bc4-cc1d-7172-9b1a-6ca0c2bebb2f', '\x1886425bd319cfb13e836f5c2be47e9868c5f3b35aeceea4f5c58b5631d51eb3', 'Ada Example'),
	(26, '01a22bc4-cc1d-7172-9b1a-6ca0c2bebb2f', '\x4e311cead3f575ae836ecceb61ea50c320d2cc2affeb33579e524212d0d55e54', 'Ada Example'),
	(28, '01a22bc4-cc1d-7172-9b1a-6ca0c2bebb2f', '\xa5bbbe756467665a3b55cea3cf2a6ebd1dcb0df7232122aa6eace2708e118e34', 'Ada Example'),
	(30, '01a22bc4-cc1d-7172-9b1a-6ca0c2bebb2f', '\x57acef8d67090ccdf2b7c435258f9097a0382e16aeb4d1508f0ca2b29df30e1f', 'Ada Example'),
	(37, '01a22bc4-cc1d-7172-9b1a-6ca0c2bebb2f', '\x0b08bb2041d8a665564ae40d83a7d703bd52ef7e64d9c5963e1576d0ba31e459', 'Ada Example'),
	(40, '01a22bc4-cc1d-7172-9b1a-6ca0c2bebb2f', '\x7400858fcc681417451f8a5866a23c52bb1d41d97a784954f8bf2e169bb5ca54', 'Ada Example'),
	(45, '01a22bc4-d364-712c-a92e-4690478d1ceb', '\x293f945fed7ed8234bc55d296e8ecdc3b46de22105c65f9d9f43ef7d084c8b32', 'Max Example'),
	(46, '01a22bc4-d364-712c-a92e-4690478d1ceb', '\x8581accfa0008565c1dc0eedc41a87a41e23cd7e49ab9f8c9f615bb81f6026b1', 'Max Example'),
	(49, '01a22bc4-d4f1-71ef-a8e8-cd53a5933f41', '\xca780622f01be84d2643360855e632eab3e89b30e771362da418b4f60428084d', 'Ada kciikfah'),
	(50, '01a22bc4-d4f1-71ef-a8e8-cd53a5933f41', '\xb0bc72ad66af0a694a338649cc710a347eb980ff98f7d1c497e5e3458bfdee52', 'Ada kciikfah'),
	(53, '01a22bc4-d728-721c-860d-1867ddbee29f', '\x49a9441743647a647aa02d385907f07b76b0e9041d4bda5aa0f8a6eda9ec2349', 'Ada nnecdncg'),
	(54, '01a22bc4-d728-721c-860d-1867ddbee29f', '\x3d9574b5657f64760cf13a33b88524fa17052718c58ec871f1f748152206080e', 'Ada nnecdncg'),
	(56, '01a22bc4-d92f-7585-962b-8d89da138326', '\x29789a7212bb1c6648a295e2a18a085b51e83b2e2d6bd00e8403fe69a55583c6', 'Nia Example'),
	(57, '01a22bc4-d92f-7585-962b-8d89da138326', '\x430d7cda5d782ff8668e9031b59b6d4aa7851b6b43626f455cf284dd2f19eb33', 'Nia Example'),
	(62, '01a22bc4-d92f-7585-962b-8d89da138326', '\xf0953b2a8aa37d22ca3e83b1cfc78e6fd25cada835b3b3fec3a0811536bd118c', 'Nia Example'),
	(64, '01a22bc4-ded2-72e9-930d-2e2709bd2a8c', '\xbdda7f1a14103eb030ece0fb72f3e54dbad35cb8536c3fc328dbe98f1e0e4a53', 'Ada Example'),
	(66, '01a22bc4-d92f-7585-962b-8d89da138326', '\xe52435863d47a00f7d73c63a3170c4a2fb58ec4295d5b5573b57815426d571ba', 'Nia Example'),
	(68, '01a22bc4-e231-715a-ae47-a8c0f4f94bf5', '\xf4e9b0a9b95965ad81dc298f9ccde6de2144092e6eaae508ee6fd522e35938a7', 'Fay  Example-Sample'),
	(69, '01a22bc4-e231-715a-ae47-a8c0f4f94bf5', '\x184b6854f63a6ba77fef89a6742b19f539727c2a8a12fc772b520d21d0f24705', 'Fay  Example-Sample'),
	(71, '01a22bc4-e231-715a-ae47-a8c0f4f94bf5', '\x495ce168f0b43df53ab99809516f6116f529480b71ffa8be2ef84b0d4a19e6a0', 'Fay  Example-Sample'),
	(73, '01a22bc4-e231-715a-ae47-a8c0f4f94bf5', '\x2b76ea706b15348958e6efb7bd90900f241153e4e725b1bfecb0020c0530e1f3', 'Fay  Example-Sample'),
	(74, '01a22bc4-e231-715a-ae47-a8c0f4f94bf5', '\x4a60bae71ed054c293faa49319e685e69de0bf4216322e2dd412a09d97394fba', 'Fay  Example-Sample'),
	(77, '01a22bc4-e3b8-73a8-ad10-d18d4e32b4c3', '\xdc03a27352f4fc76ca83e9048f2086171b7d043b7b9674a4622621f510ce2eb3', 'Gus Example'),
	(78, '01a22bc4-e3e4-72ac-82b6-92935212e036', '\x2324ef1a00d40dc238ba7a1f8405b55090e5c57b309b073cc2264c622676a4e0', 'Hal Example'),
	(79, '01a22bc4-e3e4-72ac-82b6-92935212e036', '\x8ea3fc54fdeb3bc74058ede0a953f285a07d74194b860a1d88ee9445531334ed', 'Hal Example');

INSERT INTO public.evidence VALUES
	('M9WA80Z89NS9DB2P', 'https://press.example/2', 'Signed in Oslo.', NULL, NULL),
	('VCXXZW4NKMH2D21M', NULL, 'Another pledge’s.', NULL, NULL),
	('SE1REXWXKQ2JHQVZ', NULL, 'Nothing came.', NULL, NULL),
	('BSTR2F13N75718EQ', NULL, NULL, 'WIRE-7', 150),
	('DZKCV9KMWC0YNPVQ', NULL, 'sacct, SHA-256 1c913b299ec669713be70445ccf6a110c3ddefce7fe33a18a7eafcf655f4b3fe', 'saga-bf997c52', NULL),
	('ANHVPBGWY6RFRD3C', NULL, NULL, 'pi_7dc4c367f23587d713f7522c', NULL),
	('D6QZGKB0307QFJS4', NULL, 'Paid twice', 're_58e40f2c6e20f409b30a7419', NULL),
	('CH852F9JE7F090BE', NULL, NULL, 'du_8e2b8eee360e543b15c8d6c6', NULL),
	('W0SWH58VDQ4PHK2Q', NULL, NULL, 'pi_2c38dd87da40d5c1ab9d2953', NULL);

INSERT INTO public.gpu_factor VALUES
	('A100', '1900-01-01', '312', 'BF16', 'The vendor’s data sheet, as collected in stas00/ml-engineering', 'https://github.com/stas00/ml-engineering/tree/master/compute/accelerator', NULL),
	('H100-SXM', '1900-01-01', '989.4', 'BF16', 'The vendor’s data sheet, as collected in stas00/ml-engineering', 'https://github.com/stas00/ml-engineering/tree/master/compute/accelerator', NULL),
	('H100-PCIe', '1900-01-01', '756', 'BF16', 'The vendor’s data sheet, as collected in stas00/ml-engineering', 'https://github.com/stas00/ml-engineering/tree/master/compute/accelerator', NULL),
	('H200', '1900-01-01', '989.4', 'BF16', 'The vendor’s data sheet, as collected in stas00/ml-engineering', 'https://github.com/stas00/ml-engineering/tree/master/compute/accelerator', NULL),
	('B200', '1900-01-01', '2250', 'BF16', 'The vendor’s data sheet, as collected in stas00/ml-engineering', 'https://github.com/stas00/ml-engineering/tree/master/compute/accelerator', NULL),
	('B300', '1900-01-01', '2250', 'BF16', 'The vendor’s data sheet, as collected in stas00/ml-engineering', 'https://github.com/stas00/ml-engineering/tree/master/compute/accelerator', NULL),
	('GB200', '1900-01-01', '2500', 'BF16', 'The vendor’s data sheet, as collected in stas00/ml-engineering', 'https://github.com/stas00/ml-engineering/tree/master/compute/accelerator', NULL),
	('GB300', '1900-01-01', '2500', 'BF16', 'The vendor’s data sheet, as collected in stas00/ml-engineering', 'https://github.com/stas00/ml-engineering/tree/master/compute/accelerator', NULL),
	('MI300X', '1900-01-01', '1307.4', 'BF16', 'The vendor’s data sheet, as collected in stas00/ml-engineering', 'https://github.com/stas00/ml-engineering/tree/master/compute/accelerator', NULL),
	('MI325X', '1900-01-01', '1307.4', 'BF16', 'The vendor’s data sheet, as collected in stas00/ml-engineering', 'https://github.com/stas00/ml-engineering/tree/master/compute/accelerator', NULL),
	('MI355X', '1900-01-01', '2516.6', 'BF16', 'The vendor’s data sheet, as collected in stas00/ml-engineering', 'https://github.com/stas00/ml-engineering/tree/master/compute/accelerator', NULL),
	('TPU-v5p', '1900-01-01', '459', 'BF16', 'The vendor’s data sheet, as collected in stas00/ml-engineering', 'https://github.com/stas00/ml-engineering/tree/master/compute/accelerator', NULL),
	('V100', '1900-01-01', '125', 'FP16', 'The vendor’s data sheet, as collected in stas00/ml-engineering', 'https://github.com/stas00/ml-engineering/tree/master/compute/accelerator', NULL),
	('B200', '2026-03-05', '2200', 'BF16', 'Example data sheet, second edition', 'https://example.org/b200', '2026-03-10 12:00:00+00');

INSERT INTO public.gpu_price VALUES
	('01a22bc4-d823-752a-bff7-1008c4ee7662', '2026-03-05', '2.1', 'Example Cloud', NULL, '2026-03-10 12:00:00+00');

INSERT INTO public.gpu_use VALUES
	('01a22bc4-d778-769b-9188-e4715310c76b', '2026-03-02', 45000);

INSERT INTO public.idempotency VALUES
	('\x0014d052a155f9fdfa9f6dcab774ab261d56479e939d63d1b9c2c15680e5605e', '\x833f453a0e84f79f3bd29405468c06656b9e4ec0f143422f98229a77048d0097', 201, '{"id":"01a22bc4-cc1d-7172-9b1a-6ca0c2bebb2f","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xaabe6cf0202963d4ee9476295f9371e1249144844ee8323493a6f7d10b5c8864', '\x314fb81af97a9b00aec103eb7f43e23f5407db3d737ad3bd1f4b5222079d7152', 201, '{"id":"01a22bc4-cc1d-7172-9b1a-6ca0c2bebb2f","status":"published","seq":17}', '2026-03-10 12:00:00+00'),
	('\xe9f8159399fec29bba049543b5e0a03ac9f2bf55ca1fc4f168fabbfc0d61bc0e', '\x88e533aab307878decd0f3dda3b1397b0db56efbe1041908c5549c507b2622a1', 201, '{"ref":"V3H73P621B","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x19b83b454cbb9f0079909f822bd70c678ab0dabde6b343a34eda66ffabbc7f8d', '\x28af90b834c4409e3444e0521ecd6f4ea511dd27ee2c06215a5ec382b1feca99', 201, '{"batch":"355SQKXKJ2HGR1T5","movements":[{"seq":19,"verb":"pledge","from":"outside","to":"pledged","asset":"USD","amount":"1000.00","base":"1000.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\xd172660a839ab6b70a57b0401b6395820bfd7469d058054cb5e02f50d9a775be', '\xd752cab4087194f42bd0ab54f659393842fbc4d3c69c7170e0b230f5a014c55f', 201, '{"ref":"DTTZP8XBWE","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x0f426429eb750f3d9961effd5954909e82b4cd86fe953caa6f4df99709ac8562', '\x633bd1184016a80fec1072fa77272ed03a075de3f3766093f583c1a1d1419615', 201, '{"batch":"P5TVBZM6HMMJ16FG","movements":[{"seq":21,"verb":"pledge","from":"outside","to":"pledged","asset":"H100-SXM","gpuHours":"3379200.00","gpuSeconds":"12165120000","h100eHours":"3379200.00","windows":[{"gpus":512,"from":"2026-03-01","to":"2026-12-01","availability":"1"}],"occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\xdccfcbda5717226a1df4105cb05974f445fc08567ed77ee8908e3ce76622d47f', '\x02a5d5aca08f07b7e05089a62410eed4fa465e83b829978ec83359affc8ad5dd', 201, '{"ref":"6661WP62Y9","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x579cd9b5a6345699afb1bd3a6496fcf9881fa4fed6066367f0ccdbd2449d4f3f', '\x2df668b3e2c29e4b5983c70d9aaf68c12b67601c20bc4b62e78269adbec1195e', 201, '{"batch":"CPZCAQ17TNFJ8DDG","movements":[{"seq":23,"verb":"pledge","from":"outside","to":"pledged","asset":"USD","amount":"1000.00","base":"1000.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\xe338d090930ebcab2dcfac2c298dc251ca01507ba64163db70b8658ace3cc971', '\x365a7bcc9bbbbd7301d22be3804c8d044a0e2f23446e85b23b0717707e23f330', 201, '{"ref":"5JJY7J0TNP","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xb60f7a2af93c25ef4a2f9384f9d826bf83c962914dab1a7992f5cb59640dd66c', '\x5b5b4300057b530a7405d4ff4e99345f0479e2d4bb284b7a3fb7401718bd1050', 201, '{"batch":"9J2DSFM7Z2Y2VP1Y","movements":[{"seq":25,"verb":"pledge","from":"outside","to":"pledged","asset":"H100-SXM","gpuHours":"3379200.00","gpuSeconds":"12165120000","h100eHours":"3379200.00","windows":[{"gpus":512,"from":"2026-03-01","to":"2026-12-01","availability":"1"}],"occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x17e331644703d9932952082dff07f8042351d1eb8899030b54de16f4eb469de4', '\xf1a9a13e598511166ede38f0f809fab50bb6cc5097cbb3689254bdacdf564499', 201, '{"ref":"SQQ8S4V8ZC","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x82109f06ead0be2140fe6e30f7b16e421eaeff55f593d372dd03019a7487dbc5', '\x261e3bbf286d37db2bf74626b707fe373f93f7a85a5d6eb2415bd1b6c1fd4d8e', 201, '{"batch":"AWM4WX2AVSWT6W7X","movements":[{"seq":27,"verb":"pledge","from":"outside","to":"pledged","asset":"USD","amount":"1000.00","base":"1000.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x4dff8a3120767985c2da2385970e66306fb974de02511a932fabdc8d507a4ff3', '\xb3c0bf2f3054e350f1771f619e94720b36d452ec3e7d8af9acb2d81425bf329d', 201, '{"ref":"GWWCNQAZTS","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x1236eda37d0201c1016b4ad59b20948d980f0362a98d46228ed14b40b9ff4e45', '\x3850a02c747587cbcda4f90b30f53508f42c73840191740fcd40566d45bc8419', 201, '{"batch":"FGHA9C2CHP5ZAWP9","movements":[{"seq":29,"verb":"pledge","from":"outside","to":"pledged","asset":"H100-SXM","gpuHours":"3379200.00","gpuSeconds":"12165120000","h100eHours":"3379200.00","windows":[{"gpus":512,"from":"2026-03-01","to":"2026-12-01","availability":"1"}],"occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x611a543d1d21517019470be52813a4e65a693cdf5b52ead872612a36c9ba65a6', '\xba53b686ca1b135cec215258c640165b646c6647bbe99e5e7519444c7cd0f844', 201, '{"ref":"J870K8K7HK","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xaeaec05c2910e1c18adee9104e9bfc6cd23c8d465d23ebc19a0b64a69d7cf6a1', '\x0b67ffa04c46b8b5c02cf45bad0ae9798a168ba2887d4282350ec90cdd65b607', 201, '{"batch":"49F47Q6YT6JB8YXA","movements":[{"seq":31,"verb":"pledge","from":"outside","to":"pledged","asset":"USD","amount":"1000.00","base":"1000.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x969e66a327198e5280c7fc55c271fa4b6d05a19b9342a10d2e48f8b6874546cc', '\xa8131e5751b4aef6921bfb315734c6d9d5479e974bbaf06c1d62b3bd09255077', 201, '{"batch":"M9WA80Z89NS9DB2P","movements":[{"seq":32,"verb":"commit","from":"pledged","to":"committed","asset":"USD","amount":"900.00","base":"900.00","occurredOn":"2026-03-10","grade":"signed-agreement"}]}', '2026-03-10 12:00:00+00'),
	('\x9a78c0b27676c9c09bb44bbd070cd08dc80c39d7f7f36e2ee4b67949fd936cad', '\x742385842ce599558e4b7b97183b015758bcd9bf62810a37210660cccbfea1a9', 201, '{"batch":"3188628KGFXS3M68","movements":[{"seq":33,"verb":"receive","from":"committed","to":"received","asset":"USD","amount":"300.00","base":"300.00","occurredOn":"2026-03-10","grade":"payment"}]}', '2026-03-10 12:00:00+00'),
	('\x5c3f6f985b99fa46fba71786223c549d01de935b47ed4a331b791905d1f70669', '\xbb2243f7540602075b0fb726da172e4df3cea27ca2cec44eb35550fd4475fa89', 201, '{"batch":"AKZ6KABCFPWTG8QS","movements":[{"seq":34,"verb":"refund","from":"received","to":"refunded","asset":"USD","amount":"50.00","base":"50.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\xab8812b789542b57d8f9754228c65621655fe44d4c39b8d4f05d0063429341cb', '\x54bfda67c41c78a771275a683b9a7eca8969261649969588c05e2725f06d2deb', 201, '{"batch":"AHFFXX1X4256AHXQ","movements":[{"seq":35,"verb":"receive","from":"committed","to":"received","asset":"USD","amount":"100.00","base":"100.00","occurredOn":"2026-03-10","grade":"payment"}]}', '2026-03-10 12:00:00+00'),
	('\x4ec4928fddbd17cb10486148bfc2ea7c09ddf77037ccffcaf5f20d4f905d4ae1', '\x90d8c0784babba4ef80845b8b00b7a31fc340f5b7ce15696e2df262ec1b04261', 201, '{"batch":"VCXXZW4NKMH2D21M","movements":[{"seq":36,"verb":"reverse","from":"received","to":"committed","asset":"USD","amount":"100.00","base":"100.00","occurredOn":"2026-03-10","grade":"self-asserted","reverses":35}]}', '2026-03-10 12:00:00+00'),
	('\x059080d29fc06f23a95a5dc415f1387b1782271b7a23f002c510dcec5472a1b9', '\x7e046ac94a0b342e2654fcf39bd33a1c04ed692081adc4ded4b7b60053eb0c6d', 201, '{"ref":"9Z8DSQ9VJY","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x837fce7cf40a38517b3eb13533b38f1b60533a552970090dff5197353dcf3e2b', '\xfc528957dc4143821246aa728f9609c481acfc0714f0c48caa6e45dc1647debb', 201, '{"batch":"Z9GERMRAWPVWVYHJ","movements":[{"seq":38,"verb":"pledge","from":"outside","to":"pledged","asset":"JPY","amount":"70000","base":"443.66","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x7713667ab65391c58899de5aa42c33426b192964af6fe436e8951267e5074179', '\xfc1f6fb07cef68959e31531dc9baec98d182773a1ad0c6973466cb7c10aa5b37', 201, '{"batch":"SE1REXWXKQ2JHQVZ","movements":[{"seq":39,"verb":"lapse","from":"pledged","to":"lapsed","asset":"JPY","amount":"70000","base":"443.66","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x866fa5300514ab1ed25b7c3bb028b2b94cb353c1408e9cb5dfe974efffd796c6', '\x56408321b595bb9e5913bda8065cdb7bd0ce64bee3f98ddbec43e4ac69d3704a', 201, '{"ref":"EREVHKE5AV","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x34d8d828a07745a29bd065dbec0ea74cc1cb7b8c4add950e2894c7493b3eae53', '\xd5cbb5ed2de9a207d2a96ca801141167ed8e9a2a07f498d4e9620c1d41268253', 201, '{"batch":"6TA8DQC5DHCXZ0BM","movements":[{"seq":41,"verb":"pledge","from":"outside","to":"pledged","asset":"H100-SXM","gpuHours":"3379200.00","gpuSeconds":"12165120000","h100eHours":"3379200.00","windows":[{"gpus":512,"from":"2026-03-01","to":"2026-12-01","availability":"1"}],"occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\xcd1861b9e3880fa7f2eebe275a312fdd7fed666b0f9f4a98361402ab97dc331a', '\x8c41ffea89631cd0b8970f07b1a20f219798122dd0bebfc06bb7be69c3276a04', 201, '{"batch":"YRBEXAXEX28C35ZH","movements":[{"seq":42,"verb":"commit","from":"pledged","to":"committed","asset":"H100-SXM","gpuHours":"3379200.00","gpuSeconds":"12165120000","h100eHours":"3379200.00","windows":[{"gpus":512,"from":"2026-03-01","to":"2026-12-01","availability":"1"}],"occurredOn":"2026-03-10","grade":"signed-agreement"}]}', '2026-03-10 12:00:00+00'),
	('\x698a410a52e6d84963ef663e943b82e8935c57086b5c21c803c67e8df9921828', '\x90041b2487af3b41f5101fda4fd5f64a5a889e5a4991151b91a916dcd1aa62c5', 201, '{"batch":"49WG5CTN90SYW61X","movements":[{"seq":43,"verb":"receive","from":"committed","to":"received","asset":"H100-SXM","gpuHours":"10.25","gpuSeconds":"36900","h100eHours":"10.25","occurredOn":"2026-03-10","grade":"provider-statement"}]}', '2026-03-10 12:00:00+00'),
	('\x743e6e67d1046562517c72ffd4dc969c3a3d740707029b8f58da58bf8e478b7f', '\x08e1ce93dc8a8ccafc65c461b372636db27f4ff68f6d7048a4ebe1b03458351c', 201, '{"ref":"GHX5ARHVH5","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x59f9bf162568ecfd4069a760f4f672d136790fe1d485e929c28845c95ff429c9', '\x06e4920b737bb196d59ab791081de1d28c60f3be7dec5e6ad1b76b8faed0cf9f', 201, '{"ref":"B9QV1MWBT5","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x3a2186a834cefb910d38f913801dde159da90baddaef11c949cb6b9c3083ca77', '\x4026920fb6cbfb564871a9916855617f92d4dc8ba99d4235727049fa8178dfb6', 201, '{"ref":"B9QV1MWBT5","status":"rejected"}', '2026-03-10 12:00:00+00'),
	('\x5cd5f7f529afbaae68319e3573572544cc7e12fbbe9c57feed2a0be8c7e378e3', '\x3db4f4b4bfa5502d69f34c442e1faedaf1d6019bbb90118f44a4d512f6e1ae0d', 201, '{"id":"01a22bc4-d26e-766c-8479-eba6359f0cd0"}', '2026-03-10 12:00:00+00'),
	('\xa39ad6e62ceb928052a961c8427f41c5835e5a66cb7a0dd90922fd7c51efd839', '\x69b341c2595454ef065ae637f83589615f340917692bd822fd6c9c2ddb7fd4a6', 201, '{"id":"01a22bc4-d296-7500-b516-90bce50e91c5"}', '2026-03-10 12:00:00+00'),
	('\x9338d80b5b01cc022a767ca51941f167826aa4b98c3060db25caba35b9d612e2', '\x45d8bbda056c6015b195036071aa752cdb36a04879155ca8e9fa86d6cc478f62', 201, '{"changed":["targets.funding"],"entry":44}', '2026-03-10 12:00:00+00'),
	('\x66e7873a9bb3196c276fd4a5bd231233f5c56c90efa68cc4c19d74f27f7702a9', '\xd548f4eff992e740cf207177353a44894c3c5137d8d309618d3f4676a40dec42', 201, '{"funding":1,"gpus":0}', '2026-03-10 12:00:00+00'),
	('\x907fd0c326f258ed0c2a9fed068ea87d62d023404a590abd40e9611f848e38d0', '\xf8f3e9ca4ec0976b37526a3a036f825f943cb821d742287da7b477183fe1c159', 201, '{"id":"01a22bc4-d364-712c-a92e-4690478d1ceb","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xee4b9478f945faa93fa7ab2698378e1ebc52a39d5beb90d21bc3e2b0d81d636a', '\x263f2c352a4adc96b9ab58bd6d8fade2af330af2731c4e3de8c3beb56460d0d1', 201, '{"id":"01a22bc4-d364-712c-a92e-4690478d1ceb","status":"published","seq":45}', '2026-03-10 12:00:00+00'),
	('\x4d5bed5c41059fd056187cb0d2932417d214fd121773d114266fccf7de589efd', '\x78b8fa9cc457edad5d75786e0e7c7c1eb87d96dc48268de68915d1b9944bf9f7', 201, '{"ref":"F4BP894HAW","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xb30a6aeca41c33764518c370efaef60b8fb3bfba829c97875c305cd67d8785e3', '\xe547a9544dcf55b8a6bf16a4ea7fb72aac6de20dc7735344625288af1cee02b4', 201, '{"ref":"N71SDW7PBC","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xfab8a8aa8544aa48699765f58a06c58548a2ef257b6b03370c43c187675d18f7', '\xc4f56b196a869bc491937cba6b511b60f787d8088a336e3f1779abd3568fa0a5', 201, '{"batch":"4SYPR8Z1NWYMC44W","movements":[{"seq":47,"verb":"pledge","from":"outside","to":"pledged","asset":"USD","amount":"1000.00","base":"1000.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\xaa80e8c46783830776b37fa92440b5a71050e9c7d4a84e2d567167fcc53e63a0', '\x4d445612eed8a983021f8f533b48100a690ebe824a3530687f95d1d032c9c918', 201, '{"batch":"BSTR2F13N75718EQ","movements":[{"seq":48,"verb":"receive","from":"pledged","to":"received","asset":"USD","amount":"50.00","base":"50.00","occurredOn":"2026-03-10","grade":"payment"}]}', '2026-03-10 12:00:00+00'),
	('\x76f628c5c940ec16ac962b89cc81d3436568671541797464b4bd232c679f29df', '\x1c9032b93eba5f5d48d5a7cadaaa380ec11fadfcda7b30bf1ec600e1aec42ab9', 201, '{"id":"01a22bc4-d4f1-71ef-a8e8-cd53a5933f41","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xf46844573a73211272006c4e0a95861eb24810fc2f6731b269be4cb76a1727eb', '\xc3c6c72e93cfd9338e75c03802ba36a5212db4475af51ea919b46d23a81d96e9', 201, '{"id":"01a22bc4-d4f1-71ef-a8e8-cd53a5933f41","status":"published","seq":49}', '2026-03-10 12:00:00+00'),
	('\x8b42768f6c0fd5317bab1bd18b0d5f9f0355855663a9e89ece149df433bc66e8', '\x717e187c393a720bc7256766ce51fbec186ab7ae830437dd3d3301b8529e3243', 201, '{"ref":"ZST1QDRE2G","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xfdd54590745e7a0ee9b5826f31cc31590d62f3e23c242c5e7e0f528a9fa56a82', '\xcd43d066d04e95b8619b429b8a187513f16e9fbb7337637db5cef100d6e0ff81', 201, '{"batch":"PVQW8G6KZ8K8NWE8","movements":[{"seq":51,"verb":"pledge","from":"outside","to":"pledged","asset":"A100","gpuHours":"1152.00","gpuSeconds":"4147200","h100eHours":"363.27","windows":[{"gpus":8,"from":"2026-03-01","to":"2026-03-05","availability":"1"},{"gpus":8,"from":"2026-03-07","to":"2026-03-09","availability":"1"}],"occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x871de6e8e447158ca3aedb3aa28ef0dba4fb7eb9ded2a163aec2389de70cb134', '\xa2c59e116185ad3d48976a68e9a19e949b2dc4da975e05d63dc5d35a15ce449d', 201, '{"batch":"DZKCV9KMWC0YNPVQ","movements":1,"gpuSeconds":"7300","gpuHours":"2.03"}', '2026-03-10 12:00:00+00'),
	('\xf0c22e584e51dd887355e1f99b7a75264c94dc71c53f336be29edae56ec16182', '\x215d543c90a4c3726bde96fca40a90fc995e2d7759c7b3d68ac2a6b532fbef68', 201, '{"id":"01a22bc4-d728-721c-860d-1867ddbee29f","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xeca9a70b321a19118f645be9990b22c707b49d9295e24b70dabcbfcc0d23db10', '\x303555844b147a486d77f69eac579ed8ec50a18fde252a8379613561bc59b198', 201, '{"id":"01a22bc4-d728-721c-860d-1867ddbee29f","status":"published","seq":53}', '2026-03-10 12:00:00+00'),
	('\x4ebe9fe00c016e6cb21a62e107fe287df65c7995f79e27c78b3d2ce3dfd01d5a', '\xfe540af4f410fc59e106bec306d79ae18c09060c86ea7ea0b9b3c3b4cd83de36', 201, '{"ref":"CH61CNNKAF","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xae3b88e4eafbbec621b0e2ab169a96d1e62342a631f4f1f594396d6a20b2d2e1', '\xe7bd3bba1dbaf3a0caed63c18237905c8ffde8ffb570d68d2f2c19216dd46462', 201, '{"batch":"BRHZ1NH8K7MJKVWW","movements":[{"seq":55,"verb":"pledge","from":"outside","to":"pledged","asset":"A100","gpuHours":"1152.00","gpuSeconds":"4147200","h100eHours":"363.27","windows":[{"gpus":8,"from":"2026-03-01","to":"2026-03-05","availability":"1"},{"gpus":8,"from":"2026-03-07","to":"2026-03-09","availability":"1"}],"occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x338ef18e9dce4886b3b508328a3de3405966f9e9402ef64f2dfd1167048e3a49', '\xf0b064ad1a0b7085bba886bc11e6301637f65b8f10ed18855cd7b1516542f2e8', 201, '{"ref":"CH61CNNKAF","days":1,"gpuHours":"12.50"}', '2026-03-10 12:00:00+00'),
	('\x05862878d5c23ff63fcf4424ec926bb47d982e3cc7c5e36bfed29d0038a5390e', '\xc1fc580f36a502e5a024aba78b5cf15fc365c5aa0adff42b6531f1501e1c5112', 201, '{"model":"B200","tflops":"2200","basis":"BF16","source":"Example data sheet, second edition","url":"https://example.org/b200","holdsFrom":"2026-03-05"}', '2026-03-10 12:00:00+00'),
	('\x5709ea0f38680435e9ca5db62c1393baa313bc0e875e9bc8696cc8d38411016c', '\xcd3ae6d379bf0570f03dca5b7f4143da89df03a8875f6a69cbed0a20ad7b85c7', 201, '{"perHour":"2.1","pricedOn":"2026-03-05","source":"Example Cloud","url":null}', '2026-03-10 12:00:00+00'),
	('\x70749dd59ecab4c97d7f9c5cc7edf3b0ac340c10032a765807353b2a2b303ea1', '\x7e77510dd679d5a2eb50cecb11679098bedbe216e6b5d5a5c04b4fffbeda4f26', 201, '{"currency":"KWD","ratedOn":"2026-03-09","rate":{"num":"3.25","den":"1","source":"ADMIN"}}', '2026-03-10 12:00:00+00'),
	('\x7438c2a86d6c2dbb28391259d3636fc39a067df98f20f18483445e7722074b24', '\x931bde17948fb9f2756f5c29d75bc92c864e74c6bfade8b73a322b56b6414476', 201, '{"id":"01a22bc4-d92f-7585-962b-8d89da138326","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x8c985d0fdc724f8478780f8d99adbb0e95ed42d434e28a2b018d9c5550895c19', '\xd599f74f6d8e1a4a22c52f363bd47bb5c3c88b4df3c65cdf798e509b9471c800', 201, '{"id":"01a22bc4-d92f-7585-962b-8d89da138326","status":"published","seq":56}', '2026-03-10 12:00:00+00'),
	('\x1a47a904ef4c473eb9fd523f97d08fa13f8cced5b8259c0fa463fd06734f2d23', '\xf3fd3a138d39d01470ed77ce64310865c87e9dd6629ac84e80aea1741c197478', 201, '{"ref":"26T7AJXBXV","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xa2f413cf54dbf48ac9db607750fb8367d9f6ef57cfd605fda7d53f837051a82a', '\x3de6a7f0b568ab69cc765a0723b48d495f0c046dc226a00a3325094216a94b89', 201, '{"batch":"PMJXWJAW5KGGF57V","movements":[{"seq":58,"verb":"pledge","from":"outside","to":"pledged","asset":"USD","amount":"20000.00","base":"20000.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\xa59e78c2270e3d6fadcb52f2945df9407dadac174ec3fa6d60c1f2c716f6c781', '\xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 201, '{"code":"TEGDYHH861R4"}', '2026-03-10 12:00:00+00'),
	('\x885c7d595a8c6a5562b756267ca30a29741ecb1ef9f508a758acc2a1e67d15b1', '\xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 201, '{"order":"01a22bc4-dacf-725c-9cf9-28d7c1b7340d"}', '2026-03-10 12:00:00+00'),
	('\x5796a5945e1c17900923c92e5479c9bd0398babd6fb8d7df4749fd5e22e4a587', '\xf3fd3a138d39d01470ed77ce64310865c87e9dd6629ac84e80aea1741c197478', 201, '{"ref":"AEQJHY3FQA","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x7a016f2e24aed88f3905e9ab9b55a15fea5eb5cd16f9bf52d1ad74ecff5b2875', '\x9cd580255cf9fb55d24cfe765d691768667ec53776cc4b84f18b69476ae469a6', 201, '{"batch":"J71SBFRFT6DB53ED","movements":[{"seq":63,"verb":"pledge","from":"outside","to":"pledged","asset":"USD","amount":"20000.00","base":"20000.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x403cf128ed60c3dd780301b94da3639ef0681e9d3712c056ba008595a6abc774', '\xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 201, '{"code":"7ZRSE7SF5M4Z"}', '2026-03-10 12:00:00+00'),
	('\x92ba014131fc4725250050cf22fabaf57f79447e679353e4aa561f8d44021b88', '\xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 201, '{"code":"CKZDHG64BW6G"}', '2026-03-10 12:00:00+00'),
	('\xad67dc21713e2e74e692f9a45e708e44b7e02906fe9aa6c091d406a64a50f8ba', '\xf3fd3a138d39d01470ed77ce64310865c87e9dd6629ac84e80aea1741c197478', 201, '{"ref":"9KY4ZWJBSD","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x90f4bf81942ca074b806132f9438022eff4beed950a7a881351437ef1b24448d', '\xe37d5961a2b370d9ff1fd5e97a16c323bce3ceb10d4b2364f7a89c85bb9dbd41', 201, '{"batch":"DHCEW3JPWK92CTB0","movements":[{"seq":67,"verb":"pledge","from":"outside","to":"pledged","asset":"USD","amount":"20000.00","base":"20000.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x7d7bdbbd6c80a576fe2d758116057f27de5fcd12623c839dc6b197a9532c451b', '\xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 201, '{"code":"FPMN6EJP1WRN"}', '2026-03-10 12:00:00+00'),
	('\xa8c025a064e13d47eef4ff74daa68b6cbb7451818cd303d8fdd65cca958dbd09', '\xb804ff82ff0be831aa80162f9943599b6b0d7095bbf6938f342bee2806d3f96c', 202, '{"status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x7f93cb29ed29f7382289e806c900fb36b6d785a173d5400e6e1b22b70f2c0d92', '\x4ae7ec28a52b40084ce9cf5a946890063760084c46f31e6524a3d4ae8b2713f5', 201, '{"ref":"YZS205SCWZ","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x7a7c98261679e99478f21e8a3f94c119d398f57987a2816fda00ee747cdc8744', '\x1967fff9e7b6b418a235a37c84a78fd75457ece12d8c4e1129d7c8e1ffdf73e4', 201, '{"ref":"YZS205SCWZ","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x093b6a18f4d6b4245f422ea8b5ebc0ed203de69466685b388ba7a5b8fab6782f', '\x36ab493d15665da35eb39e38bb55c92f8426b8e157437d9b3caa8c2e1e7ffc1f', 201, '{"ref":"DP07AQBVH6","status":"accepted"}', '2026-03-10 12:00:00+00'),
	('\x3663d534e8192d04c2188a2a9763adf966f23f5d2b7ef8cf5b200f3a26488505', '\xbe74358edd29a823a93dd4759fe7d061d9ebd16fea6d6e225ca78b6979bede36', 201, '{"ref":"DP07AQBVH6","status":"accepted"}', '2026-03-10 12:00:00+00'),
	('\xa351e74746331b69609aac1c13acdb66e40891b26aa50343e7036572f7d32415', '\x9931f815d40f1db038f3bd9010f966bce02b6a9d86aa9b8c36e8f15b0f6ec6a8', 201, '{"ref":"DP07AQBVH6","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x7125eedd73f81893e892fd5034348e36d45437e6e76bd6788a7a8eaf9b69c1f3', '\x36ab493d15665da35eb39e38bb55c92f8426b8e157437d9b3caa8c2e1e7ffc1f', 201, '{"ref":"ZS5783C3WN","status":"accepted"}', '2026-03-10 12:00:00+00'),
	('\xa1fe0ddacae978fbf5dc765e026bd7c2787b8d2ff3bdd1826f4253e1df662347', '\x536de158e388781a65d3ec71d2b0df03651111786f237b5f37b935741ead84f3', 201, '{"batch":"P8R9WNNEKZ3P7CHC","movements":[{"seq":76,"verb":"withdraw","from":"pledged","to":"withdrawn","asset":"USD","amount":"30.00","base":"30.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x918d4e20a45557c31f612c2277c8b44380ed8c9c1dcb16c07dc6a5d6b6a95d58', '\x84d7ea9fc07a8ecb7de04c656755839d14d2aed501da8f9202e4def7744bf1a1', 202, '{"status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x650d599503f3d6dd291de34be0aadc7bd00a1f5190ae5cc09c9928e6e2e0ae84', '\xf3b4bd7874406449726921a597e7774ffc24ee04de7deec0a0eea69ebadbf96e', 201, '{"id":"01a22bc4-e3e4-72ac-82b6-92935212e036","status":"withdrawn"}', '2026-03-10 12:00:00+00'),
	('\xea39b92bf9314ecc498c08029328f55bcc27fa428b58785d4b5b5dd5ffcfa6ce', '\x6ba9ffd82c5f957d9d6ea4def97a83816cdb0beafab67fc205727f212bfedb04', 202, '{"status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xe3205aa4ba4144d36866bd78bb1834a879a4a5f95bc805847285b2ed9ff24805', '\xdd14b6ce33bb865b04d8a41fdc4e7597d451aeb7aac323724be149f4ee59dda0', 202, '{"status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xa95e817244daa68ff7c8f939f328f513b51e8d628c5de33b5242a26cf1d66659', '\x7fb8582412763e7942a9ab4173bf1483bc65e413bfa2bda0a62dd8427f6fbc56', 202, '{"status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xe3f957e21110c470eb584f99b11944f02e350dc94a7bcfd3b98a9cf65528e6bb', '\x83e418ffcd961dafdabbed926060f7448dbbcbd4527338d731888161e8a84810', 202, '{"status":"sent"}', '2026-03-10 12:00:00+00'),
	('\x1ebf288102db091574654df2a2ecad5aca7bf973b2912400543530b943959738', '\x2f5b73869b1ff43f13d9f4c8f0851fbb1c0044ad7e6d46c2ad75a1b9181bf4c9', 201, '{"ref":"8W82VVFQRW","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xebe8328d1aefbb1d2d669c72df66edbcce62013e3932450063b63351aaf04091', '\x59e249d4b796e9bd14bf718802678e5b76f55525f16c63098395849a12cbeb81', 201, '{"ref":"8W82VVFQRW","status":"rejected"}', '2026-03-10 12:00:00+00');

INSERT INTO public.imported VALUES
	('initiative', '\x7888d292aae55c7bb14557f3582af44f0667c525ece961d457a788afe48823ca', 'Open Model Initiative'),
	('signatory uni', '\x244d0396d0a3cb764ff837cc5d24fb052ca1a67814711a92edefbf91efe96758', '01a22bc4-c1f2-719b-aa30-b45a9bb54ad8'),
	('signatory eli', '\x3c3413fce2c16f7727a33c584ef0981cbbc092cf402251350b4633bee431b3dd', '01a22bc4-c1f4-774a-8fa2-c2f745dba811'),
	('pledge grant', '\x5b181c8d30e10eecaac3878aae08ba2292c4d817063fe445f266c2f9c965fa75', 'W3XB7RMPGQ'),
	('pledge taken-back', '\x631d0cbe6ea7f3ce74284c5426e75ce0ed0c63c397645e7e8703549358ba47a3', 'R6857ZFS3N'),
	('pledge disputed', '\xf90dc6e89732668ba99633426cfe90162ad5ba5dc5dbaaa065d602141348a110', '74KJFWDX53'),
	('pledge hours', '\xe26d16207884dd92834e8871d35d83906731cad11c81a66591ac5ff26bcecdb4', '7W5MP63W2K'),
	('movement 0 grant', '\xdbdf28cdfbe25ed1de278a7ceb81c73ea809c066baa709e71f326752c7b66990', '55J7X6WDACSN7HWW'),
	('movement 0 taken-back', '\x80e51912a81b84e008bf588fbc7e1d9be1d516b237e74f6abed818fd16c845c9', '70Y3BFJMFHZYBFDW'),
	('movement 1 taken-back', '\x2b19bd0926e3ab26d86b9d2e67955fef24a18854bdf8e79c0b504ec0a199b756', 'RMRNWD2EK7T14KQH'),
	('movement 0 disputed', '\xcf982f90e3b6c73fa037a346d7c2c3e3827cf78eaba951e1d6618219b2a0b0ba', 'SK7S9E70B11MK0T9'),
	('movement 1 disputed', '\x8bbd4dfabde5868fe3e82b6d038299423326e7e6bf41f498a822986b660bdd85', 'MC60E3MN3QVQ7BQ5'),
	('movement 2 disputed', '\xc0313711843810a87c6e17e6c54a395856fad3f49435898f5d5f5938012b702f', 'F55QCAYRAX26JW9X'),
	('movement 3 disputed', '\xf784bf33ea02c69c9f656d684c94c2746633a8b88d9ce20d4b4753a6cad93a0b', 'Q1VCE51TB3Z23RDN'),
	('movement 4 disputed', '\x2994e67fa6ea223ba55549d85123b34d8ab0037258048a0d142179a8ba8db322', 'J40AD4ADMFK8KGW2'),
	('movement 0 hours', '\x791b131fce235e163abb3b0fed1d88e3d224d17a4620a99b76c61767ff5362a7', 'RD6ED3HRKY9KHCP0'),
	('movement 1 hours', '\x4a7792556147128731c63fcbea976ed556c05673ac9207ef392ea1620939cfa2', 'CW2FJ47B1EHJZX61');

INSERT INTO public.initiative VALUES
	(1, 'Open Model Initiative', 'One lab, in the open.', 'USD', 12000000000, 10000, 315360000000, '2026-01-01', '2027-01-01', '2027-06-30', 'A note.', false, false, '{"name": "Example Foundation", "contact": "pay@foundation.example", "country": "Norway", "taxStatus": "charity", "refundPolicy": "https://foundation.example/refunds", "registration": "000000-TEST", "privacyNotice": "https://foundation.example/privacy"}');

INSERT INTO public.initiative_change VALUES
	(44, 'A second site');

INSERT INTO public.ledger_entry VALUES
	(0, 'initiative', '\x7b2276223a312c226b696e64223a22696e6974696174697665222c2266756e64696e67223a5b22555344222c223130303030303030303030225d2c2267707573223a31303030302c22677075486f757273223a2238373630303030302e3030222c2266726f6d223a22323032362d30312d3031222c22746f223a22323032372d30312d3031227d', '\x74f7433cadebee279ab3c8fbc5b6c12d75bb235b4039ec1d60ca223450b6c229', '2026-03-10 12:00:00+00'),
	(1, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a2232544a385732584551474d4e222c2277686f223a2231353939663762353438633037366639366438393838353434643061323934633734616237653233303739346263323536376266343037383363613635626438222c2274797065223a226f7267616e69736174696f6e222c22616374223a227369676e222c226f6e223a22323032362d30312d3032227d', '\xdb3d32060db8cc90a9555ca5ef894b81fb21b6fc63b9e3551b42c9112928d892', '2026-03-10 12:00:00+00'),
	(2, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a224b4733524e5659434647474d222c2277686f223a2264343264346638633066373131373462376163666164303035663336326432623364653433323130326639643034653733373534613163613037636561656637222c2274797065223a22706572736f6e222c22616374223a227369676e222c226f6e223a22323032362d30332d3130227d', '\x335f494cf12bc7cf584710a1972c8b54dd7b5573b056dc96cd147914db44e147', '2026-03-10 12:00:00+00'),
	(3, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a225733584237524d504751222c2277686f223a2266366631326431383432646637666336633865663437326132343566313838393537613732316164656237306563306330316665363434383962323065313630222c226173736574223a22455552222c227175616e74697479223a2234303030303030222c2272617465223a5b22312e31363634222c2231225d2c22726174654f6e223a22323032362d30312d3035222c2272617465536f75726365223a22454342222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a7b226b696e64223a227468726573686f6c64222c226d6574726963223a226f7267616e69736174696f6e73222c22636f756e7473223a22636f6d6d6974746564222c2272656163686573223a223430222c226279223a6e756c6c7d2c226669726d223a747275657d', '\x536161034e8733981f4e57c7fd6a682656952f591f7ddee192e9e6575a859a83', '2026-03-10 12:00:00+00'),
	(4, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a225733584237524d504751222c226261746368223a2235354a37583657444143534e37485757222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a2277616974696e67222c227175616e74697479223a2234303030303030222c2262617365223a2234363635363030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3035222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x841d61ad17ce9c1e93ed69a16207de483cd4bba23acc7df688ef6b922117e415', '2026-03-10 12:00:00+00'),
	(5, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a2252363835375a4653334e222c2277686f223a2262363764656238633735646432623537396262373638663837646235383537306533313235666465333638323438303331636561663239323134313334663465222c226173736574223a224b5257222c227175616e74697479223a2231303030303030222c2272617465223a5b22312e31373037222c22313639352e3933225d2c22726174654f6e223a22323032362d30312d3036222c2272617465536f75726365223a22454342222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x475f2aaaa21cbce4758aec9aa15a6f68a579f7d8756ebdac401357f814148242', '2026-03-10 12:00:00+00'),
	(6, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2252363835375a4653334e222c226261746368223a223730593342464a4d46485a5942464457222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a2231303030303030222c2262617365223a223639303330222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3036222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x1d5c87eba1859218925ff91fabc1e0625d2f73f493e44127aef53a08e2e2ceac', '2026-03-10 12:00:00+00'),
	(7, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2252363835375a4653334e222c226261746368223a22524d524e574432454b375431344b5148222c2276657262223a227769746864726177222c2266726f6d223a22706c6564676564222c22746f223a2277697468647261776e222c227175616e74697479223a2231303030303030222c2262617365223a223639303330222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3037222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x693996660b9d8d45e3a537b7922031566449565f66fef590d6f19af39255febb', '2026-03-10 12:00:00+00'),
	(8, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a2237344b4a465744583533222c2277686f223a2234623938336439613366306565356565636333626665616132666464393564316666616331613835616339666631666265633038613661613334663337326632222c226173736574223a22474250222c227175616e74697479223a223830303030222c2272617465223a5b22312e31363735222c22302e38363837225d2c22726174654f6e223a22323032362d30312d3038222c2272617465536f75726365223a22454342222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x0e2028d7c52aed32ee606452c5e5ef5e074791cab7f67608e63b6a4f6b05a211', '2026-03-10 12:00:00+00'),
	(9, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2237344b4a465744583533222c226261746368223a22534b3753394537304231314d4b305439222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223830303030222c2262617365223a22313037353137222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3038222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xbff55e8880c4750a294932502ae8d8eb9762e6dabfd2fb5e1d4b636893c010f9', '2026-03-10 12:00:00+00'),
	(10, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2237344b4a465744583533222c226261746368223a224d43363045334d4e3351565137425135222c2276657262223a2272656365697665222c2266726f6d223a22706c6564676564222c22746f223a227265636569766564222c227175616e74697479223a223730303030222c2262617365223a223934303737222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3039222c226772616465223a227061796d656e74222c227265766572736573223a6e756c6c7d', '\x5d7d62cebac56d7046eeb81cdd48a213dcf4a8d314554e8371905f9f800e27b6', '2026-03-10 12:00:00+00'),
	(11, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2237344b4a465744583533222c226261746368223a224635355143415952415832364a573958222c2276657262223a2264697370757465222c2266726f6d223a227265636569766564222c22746f223a226469737075746564222c227175616e74697479223a223530303030222c2262617365223a223637313937222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3132222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x7e226529b0a1499b84e76c821c4014b4579b07ab89577bb6890e3ccb40cc341e', '2026-03-10 12:00:00+00'),
	(12, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2237344b4a465744583533222c226261746368223a22513156434535315442335a323352444e222c2276657262223a2277696e222c2266726f6d223a226469737075746564222c22746f223a227265636569766564222c227175616e74697479223a223130303030222c2262617365223a223133343339222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3133222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xfef163c699a4663567822b39932c4d48704923d3de3c79f790454d3feb4c3b0d', '2026-03-10 12:00:00+00'),
	(13, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2237344b4a465744583533222c226261746368223a224a343041443441444d464b384b475732222c2276657262223a226c6f7365222c2266726f6d223a226469737075746564222c22746f223a22726566756e646564222c227175616e74697479223a2236303030222c2262617365223a2238303633222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3134222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xe866d3f88f33da531961d21de7a6ff11022e4b7b90d1f131f416604a23626271', '2026-03-10 12:00:00+00'),
	(14, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a223757354d50363357324b222c2277686f223a2232363334666366323661366638376534333632356163336664653465326438636639386431343838623435396561653566366563353236653263346630306366222c226173736574223a2241313030222c227175616e74697479223a223138303030303030222c2272617465223a5b22333132222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22626f75676874222c2273697465223a225930455432465943222c2277696e646f7773223a5b5b6e756c6c2c22323032362d30322d3031222c22323032362d30382d3031222c6e756c6c5d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x4deb916fb9c3d27f4170b0a9c36994a7774157d9e875ef508a0bdbdb495de113', '2026-03-10 12:00:00+00'),
	(15, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a223757354d50363357324b222c226261746368223a2252443645443348524b59394b48435030222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223138303030303030222c2262617365223a2235363736313637222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30322d3032222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xfe93a11164f7788600baea2cac9a4e62e8a50c9507caa3768b92a27e48967b8d', '2026-03-10 12:00:00+00'),
	(16, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a223757354d50363357324b222c226261746368223a22435732464a3437423145484a5a583631222c2276657262223a22636f6d6d6974222c2266726f6d223a22706c6564676564222c22746f223a22636f6d6d6974746564222c227175616e74697479223a223138303030303030222c2262617365223a2235363736313637222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30322d3033222c226772616465223a227369676e65642d61677265656d656e74222c227265766572736573223a6e756c6c7d', '\xe28461757ef3d7611d6d279504dd62c554c56e31f0c06f8c7a098838f90c8023', '2026-03-10 12:00:00+00'),
	(17, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a22335a5730473039533530484e222c2277686f223a2263356535356630346536323266653637323434623865653061653133653134373832373265343764356439363561376261306130636264616236343334663133222c2274797065223a22706572736f6e222c22616374223a227369676e222c226f6e223a22323032362d30332d3130227d', '\xb0adf2a72a3ac9aef53dd22c266541e3cb6d87abbde911228be4b39692e48701', '2026-03-10 12:00:00+00'),
	(18, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a2256334837335036323142222c2277686f223a2239333863356538326234656431343865643734346432333464663539333233353239383130306635323232376337376436616134663161366364303735663731222c226173736574223a22555344222c227175616e74697479223a22313030303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a5b5b22323032362d30332d3331222c223430303030225d2c5b22323032362d30362d3330222c223630303030225d5d2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x1d5672e5a480aca855f5389f0dea66c0e81acfb0e38f18d7f135933e09dcbe75', '2026-03-10 12:00:00+00'),
	(19, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2256334837335036323142222c226261746368223a2233353553514b584b4a32484752315435222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a22313030303030222c2262617365223a22313030303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xd5a7ce5c9854c6427ffbfd9d269a36f802daa1714809fd0d37683be54dac7dea', '2026-03-10 12:00:00+00'),
	(20, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a224454545a503858425745222c2277686f223a2239356239656331613235666534323437396661393265393239653463346336343235313733316263623266346136376666393638333064643035616531633966222c226173736574223a22483130302d53584d222c227175616e74697479223a223132313635313230303030222c2272617465223a5b223938392e34222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22676976656e222c2273697465223a225445453158425058222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x4aa1a7be6edd6b81b243706120d600fa5fb9d413d1d8a26f2c818c9f5cd73ed0', '2026-03-10 12:00:00+00'),
	(21, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a224454545a503858425745222c226261746368223a2250355456425a4d36484d4d4a31364647222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223132313635313230303030222c2262617365223a223132313635313230303030222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x2e40349414715d276747141a6432f3cfd078c030f2323aed8426f4ea7e4812e8', '2026-03-10 12:00:00+00'),
	(22, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a2236363631575036325939222c2277686f223a2264383230313863383338303337653931653863393239326339343163326239353163353638343564323162383539636465336536353464663033616632633833222c226173736574223a22555344222c227175616e74697479223a22313030303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a5b5b22323032362d30332d3331222c223430303030225d2c5b22323032362d30362d3330222c223630303030225d5d2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\xab3ea7f73ef34fd381f8a3a0c5025ff2a9de26a594a6198660910204b7e90959', '2026-03-10 12:00:00+00'),
	(23, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2236363631575036325939222c226261746368223a2243505a4341513137544e464a38444447222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a22313030303030222c2262617365223a22313030303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xe0f1786dc8fd0b08bdfc1029ee44f4f41d719c78db98f86c933511f13e92439a', '2026-03-10 12:00:00+00'),
	(24, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a22354a4a59374a30544e50222c2277686f223a2261393262656437613838646230623366666433346638303834383934333365353035326466613337373937333364376435633533346364323837613938356236222c226173736574223a22483130302d53584d222c227175616e74697479223a223132313635313230303030222c2272617465223a5b223938392e34222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22676976656e222c2273697465223a225445453158425058222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\xc54f0b2da706dac180b7a8a6c79ddb7808ad21e26552d795cf845183043a33b5', '2026-03-10 12:00:00+00'),
	(25, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22354a4a59374a30544e50222c226261746368223a22394a324453464d375a32593256503159222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223132313635313230303030222c2262617365223a223132313635313230303030222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x2ff78ff734978b27abde1f6bd3595ce4fbe05eacf9f67659542980c693edc189', '2026-03-10 12:00:00+00'),
	(26, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a2253515138533456385a43222c2277686f223a2261396239373033666437363961636163633834326562613538626361666236633231643233643561313834616533316665316536643034383735356630666166222c226173736574223a22555344222c227175616e74697479223a22313030303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a5b5b22323032362d30332d3331222c223430303030225d2c5b22323032362d30362d3330222c223630303030225d5d2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\xf99056c279e94eaa1254cd91c390e6d72246723dc0fdf477a6ba2c4bd52e12a1', '2026-03-10 12:00:00+00'),
	(27, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2253515138533456385a43222c226261746368223a2241574d34575832415653575436573758222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a22313030303030222c2262617365223a22313030303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x789ec6f31896269e99371715a27cea32fdf5442ac13384afbd57ba2de3e81a42', '2026-03-10 12:00:00+00'),
	(28, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a22475757434e51415a5453222c2277686f223a2264643365383636396631623337303036326661323336363033653963326631356562333161666432343364356265646633303630623933666433376632336333222c226173736574223a22483130302d53584d222c227175616e74697479223a223132313635313230303030222c2272617465223a5b223938392e34222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22676976656e222c2273697465223a225445453158425058222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x92e111a942273ca7fe075af93fdf9b548ef5e4f77a5144a42856a5e531fa03ae', '2026-03-10 12:00:00+00'),
	(29, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22475757434e51415a5453222c226261746368223a2246474841394332434850355a41575039222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223132313635313230303030222c2262617365223a223132313635313230303030222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x3c03bac44d79fa3244eefb8e537c39f1686d1f8b2f756416bb1234b5c5c42743', '2026-03-10 12:00:00+00'),
	(30, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a224a3837304b384b37484b222c2277686f223a2261346433386662356237333736356131636439333935313135323763646163383135636535323137393762646638666361303064363037373835646436623739222c226173736574223a22555344222c227175616e74697479223a22313030303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a5b5b22323032362d30332d3331222c223430303030225d2c5b22323032362d30362d3330222c223630303030225d5d2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x79bd08c9c36d1e445a07ed8e494865666f3b83d336a0bb95c2c1944601d88f02', '2026-03-10 12:00:00+00'),
	(31, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a224a3837304b384b37484b222c226261746368223a22343946343751365954364a4238595841222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a22313030303030222c2262617365223a22313030303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x2d96bfe69ef30ae33b2245f46a1aa263ae3888704fcb4ce88737cfbb78c5a83d', '2026-03-10 12:00:00+00'),
	(32, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a224a3837304b384b37484b222c226261746368223a224d39574138305a38394e533944423250222c2276657262223a22636f6d6d6974222c2266726f6d223a22706c6564676564222c22746f223a22636f6d6d6974746564222c227175616e74697479223a223930303030222c2262617365223a223930303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a227369676e65642d61677265656d656e74222c227265766572736573223a6e756c6c7d', '\x45e402bcf7c31f83a267a59a8ad6b906bae98ca305cef18fadbc4ce185d80fb4', '2026-03-10 12:00:00+00'),
	(33, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a224a3837304b384b37484b222c226261746368223a22333138383632384b47465853334d3638222c2276657262223a2272656365697665222c2266726f6d223a22636f6d6d6974746564222c22746f223a227265636569766564222c227175616e74697479223a223330303030222c2262617365223a223330303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a227061796d656e74222c227265766572736573223a6e756c6c7d', '\x61f1ddbc94ad481b71b318a1f0758379ead0e0c9c4c24bcffa4e00eb6907032c', '2026-03-10 12:00:00+00'),
	(34, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a224a3837304b384b37484b222c226261746368223a22414b5a364b4142434650575447385153222c2276657262223a22726566756e64222c2266726f6d223a227265636569766564222c22746f223a22726566756e646564222c227175616e74697479223a2235303030222c2262617365223a2235303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xb5316b4dfeb33658d4d27aae949b72b838f7a48aac84b7445a278f43aa8016e2', '2026-03-10 12:00:00+00'),
	(35, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a224a3837304b384b37484b222c226261746368223a2241484646585831583432353641485851222c2276657262223a2272656365697665222c2266726f6d223a22636f6d6d6974746564222c22746f223a227265636569766564222c227175616e74697479223a223130303030222c2262617365223a223130303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a227061796d656e74222c227265766572736573223a6e756c6c7d', '\xacd0c8d2983fdb1a6788cffd4073a93afbdda688f518914f842a990b39105d6d', '2026-03-10 12:00:00+00'),
	(36, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a224a3837304b384b37484b222c226261746368223a22564358585a57344e4b4d48324432314d222c2276657262223a2272657665727365222c2266726f6d223a227265636569766564222c22746f223a22636f6d6d6974746564222c227175616e74697479223a223130303030222c2262617365223a223130303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a33357d', '\x20c961b3b18d99ece4da6080602dc9fdd22c72a820663eaf4672eff274c50853', '2026-03-10 12:00:00+00'),
	(37, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a22395a3844535139564a59222c2277686f223a2264656361316362366336646633393462316164336536616563666633313465383232383730313264613362663231343533323163613765623839373434666566222c226173736574223a224a5059222c227175616e74697479223a223730303030222c2272617465223a5b22312e31363431222c223138332e3637225d2c22726174654f6e223a22323032362d30332d3130222c2272617465536f75726365223a22454342222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x9b9c4dd048316840e0f49df5caa2ee16c0478abb5ce29d03ac383affb108eb25', '2026-03-10 12:00:00+00'),
	(38, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22395a3844535139564a59222c226261746368223a225a394745524d5241575056575659484a222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223730303030222c2262617365223a223434333636222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x3e1b29c5bc5f995da29972d44d79d3644532ade54aebae5732de9c8b83ef5129', '2026-03-10 12:00:00+00'),
	(39, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22395a3844535139564a59222c226261746368223a2253453152455857584b51324a4851565a222c2276657262223a226c61707365222c2266726f6d223a22706c6564676564222c22746f223a226c6170736564222c227175616e74697479223a223730303030222c2262617365223a223434333636222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x4809f7d0cd4ad6d147914ab11517c76a0f92f05210a1c3bd4ba0dc89e0c27a9b', '2026-03-10 12:00:00+00'),
	(40, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a2245524556484b45354156222c2277686f223a2262616437333463383162323262353833643236343831313338356631343434393838383734616135363437366166663535386639383630666563613835383730222c226173736574223a22483130302d53584d222c227175616e74697479223a223132313635313230303030222c2272617465223a5b223938392e34222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22676976656e222c2273697465223a223147453133595935222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\xa4cd1dbfb76505ace3d0d887e36e9506138fb3436f0e8ae98296cb509e5de7cc', '2026-03-10 12:00:00+00'),
	(41, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2245524556484b45354156222c226261746368223a223654413844514335444843585a30424d222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223132313635313230303030222c2262617365223a223132313635313230303030222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xeff97a0ffb2e6ce5769933f55f30e9e8f3632f2044dee4f3dcce7a4404c1fa77', '2026-03-10 12:00:00+00'),
	(42, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2245524556484b45354156222c226261746368223a2259524245584158455832384333355a48222c2276657262223a22636f6d6d6974222c2266726f6d223a22706c6564676564222c22746f223a22636f6d6d6974746564222c227175616e74697479223a223132313635313230303030222c2262617365223a223132313635313230303030222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a227369676e65642d61677265656d656e74222c227265766572736573223a6e756c6c7d', '\x143513a6b5c2d572c384ab66c3c5f9f0f27f201ba59bca7f9de8f776e73d4004', '2026-03-10 12:00:00+00'),
	(43, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2245524556484b45354156222c226261746368223a22343957473543544e3930535957363158222c2276657262223a2272656365697665222c2266726f6d223a22636f6d6d6974746564222c22746f223a227265636569766564222c227175616e74697479223a223336393030222c2262617365223a223336393030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2270726f76696465722d73746174656d656e74222c227265766572736573223a6e756c6c7d', '\x8e769a6d30cbeee573e7ab882e094b0204b54d606d5510f548343ba535fe6cf9', '2026-03-10 12:00:00+00'),
	(44, 'initiative', '\x7b2276223a312c226b696e64223a22696e6974696174697665222c2266756e64696e67223a5b22555344222c223132303030303030303030225d2c2267707573223a31303030302c22677075486f757273223a2238373630303030302e3030222c2266726f6d223a22323032362d30312d3031222c22746f223a22323032372d30312d3031227d', '\xa9dddad0bd1f892fa728cbee38edbc3fa9e4ddf5eb1d9434c8469708db8f9e9f', '2026-03-10 12:00:00+00'),
	(45, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a22424e58583051334845345657222c2277686f223a2236643435323464333634386335303238396531646439666235386461653436316465393739396139613133343165303964663732386631336235396461616430222c2274797065223a22706572736f6e222c22616374223a227369676e222c226f6e223a22323032362d30332d3130227d', '\xa0522830bb5c8fcc4dab081f85babc288f6c680b5b8f2e28b41933ecbf8db806', '2026-03-10 12:00:00+00'),
	(46, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a224e373153445737504243222c2277686f223a2230386561393634393537316631646432666434366666383834333336643631666465353166393335613964393663396136366336623832616131653931623934222c226173736574223a22555344222c227175616e74697479223a22313030303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\xa7521f433f1c76bc7df77510919fb16909fc3bb6bda02438c8fddba70eb982e6', '2026-03-10 12:00:00+00'),
	(47, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a224e373153445737504243222c226261746368223a223453595052385a314e57594d43343457222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a22313030303030222c2262617365223a22313030303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x4941b7e33c308f34b11757936cc848ded55df845466662e3e9a5c8c0d236514f', '2026-03-10 12:00:00+00'),
	(48, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a224e373153445737504243222c226261746368223a2242535452324631334e37353731384551222c2276657262223a2272656365697665222c2266726f6d223a22706c6564676564222c22746f223a227265636569766564222c227175616e74697479223a2235303030222c2262617365223a2235303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a227061796d656e74222c227265766572736573223a6e756c6c7d', '\x9bad3f7462abc44e647b1c82476b8bf65eda02022c9939b203d593ee87c6ee61', '2026-03-10 12:00:00+00'),
	(49, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a225253374857383438594d5851222c2277686f223a2231333032653931393065386636326465633535653262386237313963336238613731626434343062323763376636326433366538356261633263353135303034222c2274797065223a22706572736f6e222c22616374223a227369676e222c226f6e223a22323032362d30332d3130227d', '\x858197da9af922335838b94df018465a5c174f9a51584447b754f7e121fbeb64', '2026-03-10 12:00:00+00'),
	(50, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a225a535431514452453247222c2277686f223a2237613337623236353432303737333835373538653430633466363534316139353139633835643063636162633630366363646335643030343933396639653561222c226173736574223a2241313030222c227175616e74697479223a2234313437323030222c2272617465223a5b22333132222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22676976656e222c2273697465223a225445453158425058222c2277696e646f7773223a5b5b382c22323032362d30332d3031222c22323032362d30332d3035222c2231225d2c5b382c22323032362d30332d3037222c22323032362d30332d3039222c2231225d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x2882905e9227c3cb86bbebb0e9924df8c1ec606229f60885c075b5ae61b7f099', '2026-03-10 12:00:00+00'),
	(51, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a225a535431514452453247222c226261746368223a22505651573847364b5a384b384e574538222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a2234313437323030222c2262617365223a2231333037373839222c2277696e646f7773223a5b5b382c22323032362d30332d3031222c22323032362d30332d3035222c2231225d2c5b382c22323032362d30332d3037222c22323032362d30332d3039222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x191de89a2231e5060b8f01732a88b9aa9ec71ada09d4da810f9e4ff93cb100aa', '2026-03-10 12:00:00+00'),
	(52, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a225a535431514452453247222c226261746368223a22445a4b4356394b4d574330594e505651222c2276657262223a2272656365697665222c2266726f6d223a22706c6564676564222c22746f223a227265636569766564222c227175616e74697479223a2237333030222c2262617365223a2232333032222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3032222c226772616465223a226d657465726564222c227265766572736573223a6e756c6c7d', '\xdf967285d4c8860ecb591b68ef2bee26a89d0196953f227089ff5cfd2725c643', '2026-03-10 12:00:00+00'),
	(53, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a224d534734445752523131334b222c2277686f223a2238333336316530333832313363376662336463653331336634613766363835666132386235623662393562346434363638306365346665616663363265306130222c2274797065223a22706572736f6e222c22616374223a227369676e222c226f6e223a22323032362d30332d3130227d', '\x56e5a8ca4fa0203f7e7c45b57d9b75c911ef17ba19fa1a754c8d135e7e818091', '2026-03-10 12:00:00+00'),
	(54, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a2243483631434e4e4b4146222c2277686f223a2230356264366231656538313065333438656336663266393630333931393232623264643062643861653330626430663262303964313262663065366236666231222c226173736574223a2241313030222c227175616e74697479223a2234313437323030222c2272617465223a5b22333132222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22676976656e222c2273697465223a225445453158425058222c2277696e646f7773223a5b5b382c22323032362d30332d3031222c22323032362d30332d3035222c2231225d2c5b382c22323032362d30332d3037222c22323032362d30332d3039222c2231225d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x351ac2da131f3c54b9ac826910e7cb348575aa9bd1831b53274f3a9d6900ad82', '2026-03-10 12:00:00+00'),
	(55, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2243483631434e4e4b4146222c226261746368223a224252485a314e48384b374d4a4b565757222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a2234313437323030222c2262617365223a2231333037373839222c2277696e646f7773223a5b5b382c22323032362d30332d3031222c22323032362d30332d3035222c2231225d2c5b382c22323032362d30332d3037222c22323032362d30332d3039222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xd639b4a2eb1453c98c46424d9adcb8a3c04610e5b4e99ec42673d35d8d3c8021', '2026-03-10 12:00:00+00'),
	(56, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a2251464b474332325231344841222c2277686f223a2230366336313637313635376630313032356665363936643037386530643665623837316263343662383637303464626364646333306265363662643936383334222c2274797065223a22706572736f6e222c22616374223a227369676e222c226f6e223a22323032362d30332d3130227d', '\xe2af793402d70a61e7a9e798cfc5db2a5bf2285cbda9098ba270014c2288fb74', '2026-03-10 12:00:00+00'),
	(57, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a2232365437414a58425856222c2277686f223a2265373639336562366638303265666631396131353665303839663137666266613538356135383666663838613431303664653161643232323433353838643937222c226173736574223a22555344222c227175616e74697479223a2232303030303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x9ac7629e8461b98e28207977d156918ebda9cfcf64890d33f91e33a49be337e3', '2026-03-10 12:00:00+00'),
	(58, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2232365437414a58425856222c226261746368223a22504d4a58574a4157354b474746353756222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a2232303030303030222c2262617365223a2232303030303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xeb95207c1c3ca60d3b9fea4496f1537d4d13138494b80fa5742f6b141a1a5b42', '2026-03-10 12:00:00+00'),
	(59, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2232365437414a58425856222c226261746368223a22414e4856504247575936524652443343222c2276657262223a2272656365697665222c2266726f6d223a22706c6564676564222c22746f223a227265636569766564222c227175616e74697479223a223530303030222c2262617365223a223530303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a227061796d656e74222c227265766572736573223a6e756c6c7d', '\xb981a9a0c6a6da1a1b0edcad2128feb8729b656b1b5a0c5b09e90c656d1ee629', '2026-03-10 12:00:00+00'),
	(60, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2232365437414a58425856222c226261746368223a224436515a474b423033303751464a5334222c2276657262223a22726566756e64222c2266726f6d223a227265636569766564222c22746f223a22726566756e646564222c227175616e74697479223a223132303030222c2262617365223a223132303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a227061796d656e74222c227265766572736573223a6e756c6c7d', '\x5414681454275a9d8f76842c04bd03d775b1fee82dc08e7435c3ec6f559692ed', '2026-03-10 12:00:00+00'),
	(61, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2232365437414a58425856222c226261746368223a22434838353246394a4537463039304245222c2276657262223a2264697370757465222c2266726f6d223a227265636569766564222c22746f223a226469737075746564222c227175616e74697479223a2235303030222c2262617365223a2235303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a227061796d656e74222c227265766572736573223a6e756c6c7d', '\x8ec4f7151381b18bf9c0066a33c080ccdfc274107e58edd6e775dd214585f41a', '2026-03-10 12:00:00+00'),
	(62, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a224145514a485933465141222c2277686f223a2233626434363330356234613233626636396265326364633437353134386362633338663637383134356234376261353366383863336565303639393834343331222c226173736574223a22555344222c227175616e74697479223a2232303030303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x6bab4d6f956f744c8281f5bfeaef5e57a5e3ebff42d31bdcb454086e20933da6', '2026-03-10 12:00:00+00'),
	(63, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a224145514a485933465141222c226261746368223a224a373153424652465436444235334544222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a2232303030303030222c2262617365223a2232303030303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x593b42ba73223559a0e96fa15a045138d86ec63ff8d4bef7bbcd8acfaeaa2e6d', '2026-03-10 12:00:00+00'),
	(64, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a22564d4b52514b574a3533222c2277686f223a2261343763336233336662313365343666613035336330616566313439336533333131376639666462623261383464353065663861623837343262303064313035222c226173736574223a22455552222c227175616e74697479223a2232353030222c2272617465223a5b22312e31363431222c2231225d2c22726174654f6e223a22323032362d30332d3130222c2272617465536f75726365223a22454342222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x13eb68ea7ee060c62b821f3fe585b29d174b754629f84b8e71950abce0ee8855', '2026-03-10 12:00:00+00'),
	(65, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22564d4b52514b574a3533222c226261746368223a22573053574835385644513450484b3251222c2276657262223a2272656365697665222c2266726f6d223a226f757473696465222c22746f223a227265636569766564222c227175616e74697479223a2232353030222c2262617365223a2232393130222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a227061796d656e74222c227265766572736573223a6e756c6c7d', '\x02e4aeb860f135b30acbc73cc1e4a1e51924750d1dc1cfd5ce2f119fa50ae362', '2026-03-10 12:00:00+00'),
	(66, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a22394b59345a574a425344222c2277686f223a2264366439316634326162336566643765306133653766343536353261386464656465663565313638343564653661336333396465636665383937633736323366222c226173736574223a22555344222c227175616e74697479223a2232303030303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x832886860370ee54f55350fdc7e4ce4bf243d9d8733d56c6c702a049516de5f3', '2026-03-10 12:00:00+00'),
	(67, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22394b59345a574a425344222c226261746368223a224448434557334a50574b393243544230222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a2232303030303030222c2262617365223a2232303030303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xad90c86028801d1547d49c555e125782ba6ec0e57bb8b48656881a49ce2b1fb5', '2026-03-10 12:00:00+00'),
	(68, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a2239413033474354394a384247222c2277686f223a2233336136366461613663353730666165386562626334646336323364636336643239353464386337393933323031333066663539376364623537373930306336222c2274797065223a22706572736f6e222c22616374223a227369676e222c226f6e223a22323032362d30332d3130227d', '\xf35ae69ba87b9ace186fb93580660524559f5b762344542de0be243dbe493abe', '2026-03-10 12:00:00+00'),
	(69, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a2248483751365350585938222c2277686f223a2263363836356236613764333030306464613263303336313061386365633763363935613166653932383337363832313032623066323563323233303039646637222c226173736574223a22555344222c227175616e74697479223a2232303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x08f3e148f71bd6791938a7d8f0ace5182e24a5e762b8a2d8d074f6809eb3b238', '2026-03-10 12:00:00+00'),
	(70, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2248483751365350585938222c226261746368223a224538594539384e39434b434257365844222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a2232303030222c2262617365223a2232303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xf34e647d68c9086f7c3962bb9d73991ffb7aca1907556e7b5d15acce2d06a90c', '2026-03-10 12:00:00+00'),
	(71, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a2244503037415142564836222c2277686f223a2234326634346366343266613632663738623439326331373836656634613132393136656361366430303334656364663765646538306230333735633937393033222c226173736574223a22555344222c227175616e74697479223a2233303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x925b893d89aa191f2ac4aec38560ec62c125be29df39a363c281d1498855e2d7', '2026-03-10 12:00:00+00'),
	(72, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2244503037415142564836222c226261746368223a224157433839433334364a5a5452435738222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a2233303030222c2262617365223a2233303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x7143d26c6ff1fd307ec2bea989d09e26900df74f6b37b1e274197a91e4942f1f', '2026-03-10 12:00:00+00'),
	(73, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a2244503037415142564836222c2277686f223a2234633661306466663931663238613465306134613531383063376231343965386666333831386635383762663234373763323234613066343130343437613866222c226173736574223a22555344222c227175616e74697479223a2233303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a5b5b22323032362d31322d3031222c2233303030225d5d2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x729ad37c21288837f98461437bf7cbdc81caf62137e30083704ed113eca3ea14', '2026-03-10 12:00:00+00'),
	(74, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a225a53353738334333574e222c2277686f223a2230613330373136616635656662353762666236616239326137643930323934626462343039333632323565366534393632663039393964303063353932663734222c226173736574223a22555344222c227175616e74697479223a2233303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x55795934cef8bcf5828f707c4cca59b75cf271e93b97b75867e73ba3b3d8a4dd', '2026-03-10 12:00:00+00'),
	(75, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a225a53353738334333574e222c226261746368223a2234414257584d4b38384133594b314b37222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a2233303030222c2262617365223a2233303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xbfd98938717247b9fbb7ca0e0149181b68650d34a3a1f2ea3629cc36b165a3d5', '2026-03-10 12:00:00+00'),
	(76, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a225a53353738334333574e222c226261746368223a2250385239574e4e454b5a335037434843222c2276657262223a227769746864726177222c2266726f6d223a22706c6564676564222c22746f223a2277697468647261776e222c227175616e74697479223a2233303030222c2262617365223a2233303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xde522bb54d7434023aedee57091798338317e3a5d41c1e9b160662014004f972', '2026-03-10 12:00:00+00'),
	(77, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a22584447354b57513637303347222c2277686f223a2235643930663664613761343433616338663930313532653130633434373430316332666134343233376539623732326233373766633631336663306463346661222c2274797065223a22706572736f6e222c22616374223a227369676e222c226f6e223a22323032362d30332d3130227d', '\x44219733f814994bcad45336a1a3e4ca5abac090f611e79a2499684937ccd0f4', '2026-03-10 12:00:00+00'),
	(78, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a22365230563439364a4a353633222c2277686f223a2238663966666132386666383432633961643635303830623361323763313030633964393966623738653138653564326562313239663536353434313931353164222c2274797065223a22706572736f6e222c22616374223a227369676e222c226f6e223a22323032362d30332d3130227d', '\xe10fe5ba1d1e3c4dff8d7c7777128866fe358b89f03a48f1c16dfb33167f7047', '2026-03-10 12:00:00+00'),
	(79, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a22365230563439364a4a353633222c2277686f223a2264323537323632633231346236653430346236666565313137643636643961393233363233363064633837383739616530326137306166613761343963313361222c2274797065223a22706572736f6e222c22616374223a227769746864726177222c226f6e223a22323032362d30332d3130227d', '\x8003cf947702d6286d35916fb814d950ceb27e1374f7c17d02504822953b91c7', '2026-03-10 12:00:00+00');

INSERT INTO public.ledger_head VALUES
	(1, 80);

INSERT INTO public.limit_use VALUES
	('\x8a4b3a0af5dabb8c5b8fce3fbd61e3097a2de6dc1f8f58dec3da846a72fb6c86', 1, '2026-03-10 12:15:00+00'),
	('\x5e87e24ce21e5b6cf7220e347c37221d9ba38cb7801f1a6b20311c630292109c', 1, '2026-03-10 13:00:00+00'),
	('\x7af993547e12c6e2fb2cf41847315677cf0761f23c6d2445f5fb28fbac620c4d', 1, '2026-03-10 13:00:00+00'),
	('\x5cd3bbd066e63da8a5685eb40d23fb19e12393385d6073496d5d51b347280e55', 1, '2026-03-10 13:00:00+00'),
	('\x6f8ac0f9867c3d67b87ea81f317492aae271cc3ade1cc05be161712206333cfa', 3, '2026-03-10 13:00:00+00'),
	('\xdc6c535609e0fbdf09af71f202f062a8777571f6f52b54f3f7532be5cd8cecac', 1, '2026-03-10 13:00:00+00'),
	('\x0e2c9a8d0c8c1b3786aff0da754d9d834ea864b955e7d3e043c72bae3ae255ea', 1, '2026-03-10 13:00:00+00'),
	('\xda6d32ff4a6489ff3d57affa041adfa37879f14355c2c7c32532617f3ab22f64', 5, '2026-03-10 13:00:00+00'),
	('\x3c97e917cc5bfb884347413689867b9c1f2a5f502d47c01c55e1a92fb1e2529f', 6, '2026-03-10 13:00:00+00'),
	('\x35d320c90b4ac98a6f54149440b63d7f218e81bcb62c574873f20d89613010de', 9, '2026-03-10 13:00:00+00');

INSERT INTO public.link VALUES
	('\x65302e7463a92ced25b334d29ae1416e8903d915d2cc2441fbee2a2161e030b8', 'confirm', '01a22bc4-e208-73ed-9add-51e0a7fcc899', NULL, NULL, NULL, '2026-03-10 12:00:00+00', '2026-03-10 12:15:00+00', '2026-03-10 12:00:00+00'),
	('\xd26c8b11fbf216dec3adf80bab53ec18d1cb1e80d62e0b23a44a368ef3e06652', 'confirm', '01a22bc4-e3a4-708c-8e0d-d301b229d774', NULL, NULL, NULL, '2026-03-10 12:00:00+00', '2026-03-10 12:15:00+00', '2026-03-10 12:00:00+00'),
	('\xa98a59770bb833d0ece925120c86b8b9840682f5b7376a4a509ebf7d6386caf4', 'confirm', '01a22bc4-e3d1-778c-a9bf-05222720f4f4', NULL, NULL, NULL, '2026-03-10 12:00:00+00', '2026-03-10 12:15:00+00', '2026-03-10 12:00:00+00'),
	('\x7c0e4b9d0d46c25577cadbcabd0097fddca61102fe215bdd16029a791eda5721', 'confirm', '01a22bc4-e415-73c8-8e66-b5a9841dbc2f', NULL, NULL, NULL, '2026-03-10 12:00:00+00', '2026-03-10 12:15:00+00', NULL);

INSERT INTO public.log_identity VALUES
	(1, 'localhost:8080', 'localhost:8080+d76fbfb1+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs');

INSERT INTO public.mail VALUES
	('01a22bc4-e45b-70bf-906b-c59758706155', 'confirm', 'jo@uni.example', '{"signUpId": "01a22bc4-e45b-70bf-906b-c18789bf4488"}', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', 0),
	('01a22bc4-e462-75c7-bb49-7da34295deda', 'new-address', 'fay@new.example', '{"sessionId": "01a22bc4-e26d-761f-a24c-1a452fc24797", "signatoryId": "01a22bc4-e231-715a-ae47-a8c0f4f94bf5"}', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', 0),
	('01a22bc4-e463-7575-aeb0-37cbb7b53156', 'address-asked', 'fay@uni.example', '{}', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', 0),
	('01a22bc4-e4b0-773a-ac21-59e62bf89b1b', 'decided', 'fay@uni.example', '{"ref": "8W82VVFQRW", "asset": "USD", "isMore": false, "reason": "Too soon.", "decision": "rejected", "quantity": "7000000"}', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', 0);

INSERT INTO public.metered_job VALUES
	('01a22bc4-d585-7358-bc88-5dd91c529067', '1', 1772445600, 'a100', 1, '{[1772445600,1772452800)}', 1772452800),
	('01a22bc4-d585-7358-bc88-5dd91c529067', '2', 1772445600, 'a100', 1, '{[1772445600,1772445700)}', 1772445700);

INSERT INTO public.metering VALUES
	('01a22bc4-d585-7358-bc88-5dd91c529067', '01a22bc4-d515-76dd-a39d-afb8d1b7313a', 'saga-bf997c52', 'UTC', true, '{"a100": "A100"}', '\x1c913b299ec669713be70445ccf6a110c3ddefce7fe33a18a7eafcf655f4b3fe', '{"rows": 2, "steps": 0, "notRun": 0, "unreadable": 0, "withoutGpus": 0, "otherClusters": 0, "firstUnreadable": null}', 'DZKCV9KMWC0YNPVQ', '2026-03-10 12:00:00+00'),
	('01a22bc4-d672-7078-bc6b-ca2adc291f0b', '01a22bc4-d515-76dd-a39d-afb8d1b7313a', 'saga-bf997c52', 'UTC', true, '{"a100": "A100"}', '\xb67c88134cf3da142d8ffb874dc598403a9c7b741a2126eaefd12d652bde3840', '{"rows": 1, "steps": 0, "notRun": 0, "unreadable": 0, "withoutGpus": 0, "otherClusters": 0, "firstUnreadable": null}', NULL, '2026-03-10 12:00:00+00');

INSERT INTO public.metering_block VALUES
	('01a22bc4-d672-7078-bc6b-ca2adc291f0b', '{3}', '{1772532000}', '{3600}', '{1}', '{a100}', '{f}');

INSERT INTO public.migration VALUES
	('0001_core.sql', '0fafb47a881cce1e9591b0571e7764a706c384286eb05a003b079f95afb71676', '2026-11-30 09:23:55.699273+00'),
	('0002_append_only.sql', 'c7f8a3c017e56b2fbc951e00bbeb9a7b61cf95b95d99b8d084975513a4ae7401', '2026-11-30 09:23:55.785919+00'),
	('0003_standing.sql', 'ecff2b7393d6a37647f8ffea4d770199f1b7c9b3c45678d468ac6f12280206fd', '2026-11-30 09:23:55.810475+00'),
	('0004_admin_rate.sql', '781cfa24005346437a72c69cdba894813e95e8c59e9aee9b282e807c5b861cab', '2026-11-30 09:23:55.825608+00'),
	('0005_people.sql', '52615590bf9a6cbd334a188002289e099d5fdd4d573beb58bcfd462e3ad68862', '2026-11-30 09:23:55.841529+00'),
	('0006_desk.sql', '59486c6f9513a206f276131b283563b091ca82ad0c88a95f89baba81d9ebd752', '2026-11-30 09:23:55.875894+00'),
	('0007_payments.sql', '1487f67778f2b011d727dc90a267619a72d97ec9cc29240dbb486a51a14a13b4', '2026-11-30 09:23:55.929949+00'),
	('0008_metering.sql', '23d10e69c58ab0f5c55ed33485eceedab86037bf8d4fe9876958d7a087832f12', '2026-11-30 09:23:56.036868+00'),
	('0009_factors.sql', 'e7731316c8ea1271ef38728ec5c35a888f3e4188fca75d83c60a0162d5e5ba12', '2026-11-30 09:23:56.056468+00');

INSERT INTO public.milestone VALUES
	('01a22bc4-d34d-739f-b0cb-7797a0dc480a', 'funding', 3000000000, 'first training run');

INSERT INTO public.movement VALUES
	(4, '01a22bc4-c208-7439-a1ac-bb707a93e98d', '55J7X6WDACSN7HWW', 'pledge', 'outside', 'waiting', 4000000, 4665600, NULL, '2026-01-05', 'self-asserted', NULL),
	(6, '01a22bc4-c208-7439-a1ac-bcd9767f04bc', '70Y3BFJMFHZYBFDW', 'pledge', 'outside', 'pledged', 1000000, 69030, NULL, '2026-01-06', 'self-asserted', NULL),
	(7, '01a22bc4-c208-7439-a1ac-bcd9767f04bc', 'RMRNWD2EK7T14KQH', 'withdraw', 'pledged', 'withdrawn', 1000000, 69030, NULL, '2026-01-07', 'self-asserted', NULL),
	(9, '01a22bc4-c208-7439-a1ac-c32ae0d8c42e', 'SK7S9E70B11MK0T9', 'pledge', 'outside', 'pledged', 80000, 107517, NULL, '2026-01-08', 'self-asserted', NULL),
	(10, '01a22bc4-c208-7439-a1ac-c32ae0d8c42e', 'MC60E3MN3QVQ7BQ5', 'receive', 'pledged', 'received', 70000, 94077, NULL, '2026-01-09', 'payment', NULL),
	(11, '01a22bc4-c208-7439-a1ac-c32ae0d8c42e', 'F55QCAYRAX26JW9X', 'dispute', 'received', 'disputed', 50000, 67197, NULL, '2026-01-12', 'self-asserted', NULL),
	(12, '01a22bc4-c208-7439-a1ac-c32ae0d8c42e', 'Q1VCE51TB3Z23RDN', 'win', 'disputed', 'received', 10000, 13439, NULL, '2026-01-13', 'self-asserted', NULL),
	(13, '01a22bc4-c208-7439-a1ac-c32ae0d8c42e', 'J40AD4ADMFK8KGW2', 'lose', 'disputed', 'refunded', 6000, 8063, NULL, '2026-01-14', 'self-asserted', NULL),
	(15, '01a22bc4-c208-7439-a1ac-c4b9230cec8b', 'RD6ED3HRKY9KHCP0', 'pledge', 'outside', 'pledged', 18000000, 5676167, NULL, '2026-02-02', 'self-asserted', NULL),
	(16, '01a22bc4-c208-7439-a1ac-c4b9230cec8b', 'CW2FJ47B1EHJZX61', 'commit', 'pledged', 'committed', 18000000, 5676167, NULL, '2026-02-03', 'signed-agreement', NULL),
	(19, '01a22bc4-ccad-76cf-b84a-719b7f2d0d73', '355SQKXKJ2HGR1T5', 'pledge', 'outside', 'pledged', 100000, 100000, NULL, '2026-03-10', 'self-asserted', NULL),
	(21, '01a22bc4-cd56-70c3-b7a4-f41981014f16', 'P5TVBZM6HMMJ16FG', 'pledge', 'outside', 'pledged', 12165120000, 12165120000, '[[512, "2026-03-01", "2026-12-01", "1"]]', '2026-03-10', 'self-asserted', NULL),
	(23, '01a22bc4-cd93-71ac-8948-06f464660b90', 'CPZCAQ17TNFJ8DDG', 'pledge', 'outside', 'pledged', 100000, 100000, NULL, '2026-03-10', 'self-asserted', NULL),
	(25, '01a22bc4-cdce-73f0-ba44-2c242daa1b7b', '9J2DSFM7Z2Y2VP1Y', 'pledge', 'outside', 'pledged', 12165120000, 12165120000, '[[512, "2026-03-01", "2026-12-01", "1"]]', '2026-03-10', 'self-asserted', NULL),
	(27, '01a22bc4-ce11-766d-a0f2-cfdeeb643b08', 'AWM4WX2AVSWT6W7X', 'pledge', 'outside', 'pledged', 100000, 100000, NULL, '2026-03-10', 'self-asserted', NULL),
	(29, '01a22bc4-ce66-7730-8d04-5e72eb94097a', 'FGHA9C2CHP5ZAWP9', 'pledge', 'outside', 'pledged', 12165120000, 12165120000, '[[512, "2026-03-01", "2026-12-01", "1"]]', '2026-03-10', 'self-asserted', NULL),
	(31, '01a22bc4-ce87-7475-b10f-6ebd255dc9e2', '49F47Q6YT6JB8YXA', 'pledge', 'outside', 'pledged', 100000, 100000, NULL, '2026-03-10', 'self-asserted', NULL),
	(32, '01a22bc4-ce87-7475-b10f-6ebd255dc9e2', 'M9WA80Z89NS9DB2P', 'commit', 'pledged', 'committed', 90000, 90000, NULL, '2026-03-10', 'signed-agreement', NULL),
	(33, '01a22bc4-ce87-7475-b10f-6ebd255dc9e2', '3188628KGFXS3M68', 'receive', 'committed', 'received', 30000, 30000, NULL, '2026-03-10', 'payment', NULL),
	(34, '01a22bc4-ce87-7475-b10f-6ebd255dc9e2', 'AKZ6KABCFPWTG8QS', 'refund', 'received', 'refunded', 5000, 5000, NULL, '2026-03-10', 'self-asserted', NULL),
	(35, '01a22bc4-ce87-7475-b10f-6ebd255dc9e2', 'AHFFXX1X4256AHXQ', 'receive', 'committed', 'received', 10000, 10000, NULL, '2026-03-10', 'payment', NULL),
	(36, '01a22bc4-ce87-7475-b10f-6ebd255dc9e2', 'VCXXZW4NKMH2D21M', 'reverse', 'received', 'committed', 10000, 10000, NULL, '2026-03-10', 'self-asserted', 35),
	(38, '01a22bc4-cf56-7779-a528-b80a3a3bfba9', 'Z9GERMRAWPVWVYHJ', 'pledge', 'outside', 'pledged', 70000, 44366, NULL, '2026-03-10', 'self-asserted', NULL),
	(39, '01a22bc4-cf56-7779-a528-b80a3a3bfba9', 'SE1REXWXKQ2JHQVZ', 'lapse', 'pledged', 'lapsed', 70000, 44366, NULL, '2026-03-10', 'self-asserted', NULL),
	(41, '01a22bc4-cfbe-7671-b333-f3c68acd524b', '6TA8DQC5DHCXZ0BM', 'pledge', 'outside', 'pledged', 12165120000, 12165120000, '[[512, "2026-03-01", "2026-12-01", "1"]]', '2026-03-10', 'self-asserted', NULL),
	(42, '01a22bc4-cfbe-7671-b333-f3c68acd524b', 'YRBEXAXEX28C35ZH', 'commit', 'pledged', 'committed', 12165120000, 12165120000, '[[512, "2026-03-01", "2026-12-01", "1"]]', '2026-03-10', 'signed-agreement', NULL),
	(43, '01a22bc4-cfbe-7671-b333-f3c68acd524b', '49WG5CTN90SYW61X', 'receive', 'committed', 'received', 36900, 36900, NULL, '2026-03-10', 'provider-statement', NULL),
	(47, '01a22bc4-d3c3-75e5-8808-d1ebbd9bd274', '4SYPR8Z1NWYMC44W', 'pledge', 'outside', 'pledged', 100000, 100000, NULL, '2026-03-10', 'self-asserted', NULL),
	(48, '01a22bc4-d3c3-75e5-8808-d1ebbd9bd274', 'BSTR2F13N75718EQ', 'receive', 'pledged', 'received', 5000, 5000, NULL, '2026-03-10', 'payment', NULL),
	(51, '01a22bc4-d515-76dd-a39d-afb8d1b7313a', 'PVQW8G6KZ8K8NWE8', 'pledge', 'outside', 'pledged', 4147200, 1307789, '[[8, "2026-03-01", "2026-03-05", "1"], [8, "2026-03-07", "2026-03-09", "1"]]', '2026-03-10', 'self-asserted', NULL),
	(52, '01a22bc4-d515-76dd-a39d-afb8d1b7313a', 'DZKCV9KMWC0YNPVQ', 'receive', 'pledged', 'received', 7300, 2302, NULL, '2026-03-02', 'metered', NULL),
	(55, '01a22bc4-d778-769b-9188-e4715310c76b', 'BRHZ1NH8K7MJKVWW', 'pledge', 'outside', 'pledged', 4147200, 1307789, '[[8, "2026-03-01", "2026-03-05", "1"], [8, "2026-03-07", "2026-03-09", "1"]]', '2026-03-10', 'self-asserted', NULL),
	(58, '01a22bc4-d9ab-71bd-8af8-0a3d2a4c532d', 'PMJXWJAW5KGGF57V', 'pledge', 'outside', 'pledged', 2000000, 2000000, NULL, '2026-03-10', 'self-asserted', NULL),
	(59, '01a22bc4-d9ab-71bd-8af8-0a3d2a4c532d', 'ANHVPBGWY6RFRD3C', 'receive', 'pledged', 'received', 50000, 50000, NULL, '2026-03-10', 'payment', NULL),
	(60, '01a22bc4-d9ab-71bd-8af8-0a3d2a4c532d', 'D6QZGKB0307QFJS4', 'refund', 'received', 'refunded', 12000, 12000, NULL, '2026-03-10', 'payment', NULL),
	(61, '01a22bc4-d9ab-71bd-8af8-0a3d2a4c532d', 'CH852F9JE7F090BE', 'dispute', 'received', 'disputed', 5000, 5000, NULL, '2026-03-10', 'payment', NULL),
	(63, '01a22bc4-dd88-7664-9d3e-ccbb436de8e6', 'J71SBFRFT6DB53ED', 'pledge', 'outside', 'pledged', 2000000, 2000000, NULL, '2026-03-10', 'self-asserted', NULL),
	(65, '01a22bc4-ded9-736d-905c-53f07832b38d', 'W0SWH58VDQ4PHK2Q', 'receive', 'outside', 'received', 2500, 2910, NULL, '2026-03-10', 'payment', NULL),
	(67, '01a22bc4-df10-7427-8525-439b86f57bdf', 'DHCEW3JPWK92CTB0', 'pledge', 'outside', 'pledged', 2000000, 2000000, NULL, '2026-03-10', 'self-asserted', NULL),
	(70, '01a22bc4-e25f-71dc-90d9-41e7dc0eef3a', 'E8YE98N9CKCBW6XD', 'pledge', 'outside', 'pledged', 2000, 2000, NULL, '2026-03-10', 'self-asserted', NULL),
	(72, '01a22bc4-e2e5-7140-bdf4-fd4c870f2fc4', 'AWC89C346JZTRCW8', 'pledge', 'outside', 'pledged', 3000, 3000, NULL, '2026-03-10', 'self-asserted', NULL),
	(75, '01a22bc4-e35b-70d7-a10b-ebf7175f40ee', '4ABWXMK88A3YK1K7', 'pledge', 'outside', 'pledged', 3000, 3000, NULL, '2026-03-10', 'self-asserted', NULL),
	(76, '01a22bc4-e35b-70d7-a10b-ebf7175f40ee', 'P8R9WNNEKZ3P7CHC', 'withdraw', 'pledged', 'withdrawn', 3000, 3000, NULL, '2026-03-10', 'self-asserted', NULL);

INSERT INTO public.names_version VALUES
	(1, 5);

INSERT INTO public.passkey VALUES
	('01a22bc4-d230-7060-8ad4-c56c4ace7196', '800e44eb-a033-4e6f-a3c7-b804404b5ff1', 'QpRA2o_uVP54YG93BemecA', '\xa501020326200121582046b92276db024e8b2c5295711924905bc1b6e436cb5091aca89f555e89da7a95225820cdc8d527935d25d8a732ec0cc08cd4524a34a98ad8c9e4a83a0dcb05d4d7d18d', 1, '{internal}', 'Another program', '2026-03-10 12:00:00+00', NULL);

INSERT INTO public.pay_link VALUES
	('\xea559eb29944256798fa6a603a060f32edea18a10a83c61d31a3d444dd7479e9', '01a22bc4-dd88-7664-9d3e-ccbb436de8e6', '2026-04-09 12:00:00+00');

INSERT INTO public.payment VALUES
	('01a22bc4-d9d7-7281-98f5-13b17e2cdba9', 'TEGDYHH861R4', '01a22bc4-d9ab-71bd-8af8-0a3d2a4c532d', 'checkout', 'USD', 50000, 'NO', false, 'paid', 'cs_test_ebb1067238f1144e922a581a', 'http://127.0.0.1:35803/c/pay/cs_test_ebb1067238f1144e922a581a', 'pi_7dc4c367f23587d713f7522c', 'ch_0bbc197f7ad5b5eec31aac21', 'nia.examplex@example.org', '{}', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', true, '\x70c7267a9670379ec050125c1315c94be637fd157b68a7a5937cf7da1a201253'),
	('01a22bc4-ddc4-7445-9cca-4b4963aad559', '7ZRSE7SF5M4Z', '01a22bc4-dd88-7664-9d3e-ccbb436de8e6', 'invoice', 'USD', 1500000, 'NO', false, 'open', 'in_e7e9510381e0513eefaafa52', 'http://127.0.0.1:35803/i/in_e7e9510381e0513eefaafa52', NULL, NULL, 'nia.examplex@example.org', '{}', '2026-03-10 12:00:00+00', NULL, '2026-03-10 12:00:00+00', NULL, false, NULL),
	('01a22bc4-de27-7389-9c14-62beb2c10e9b', 'CKZDHG64BW6G', '01a22bc4-ded9-736d-905c-53f07832b38d', 'checkout', 'EUR', 2500, 'FR', false, 'paid', 'cs_test_49cef53b80fc7b88d9eb13a5', 'http://127.0.0.1:35803/c/pay/cs_test_49cef53b80fc7b88d9eb13a5', 'pi_2c38dd87da40d5c1ab9d2953', 'ch_924d7a743e1eeadd4b08a2af', 'dee@example.org', '{}', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', false, '\x0781c2c5f3402398233bc27606198523828111d841e8f5e7855ac2d68031a01a'),
	('01a22bc4-df3e-7058-8d47-aeb741658a03', 'FPMN6EJP1WRN', '01a22bc4-df10-7427-8525-439b86f57bdf', 'checkout', 'USD', 6000, 'NO', false, 'open', 'cs_test_9b377e79b1b4611b0c7d5e4a', 'http://127.0.0.1:35803/c/pay/cs_test_9b377e79b1b4611b0c7d5e4a', NULL, NULL, 'nia.examplex@example.org', '{}', '2026-03-10 12:00:00+00', NULL, '2026-03-10 12:00:00+00', NULL, false, NULL);

INSERT INTO public.pledge VALUES
	('01a22bc4-c208-7439-a1ac-bb707a93e98d', 'W3XB7RMPGQ', '01a22bc4-c1f2-719b-aa30-b45a9bb54ad8', 'EUR', 4000000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', '{"by": null, "kind": "threshold", "counts": "committed", "metric": "organisations", "reaches": "40"}', true, 'public', NULL, 'accepted', NULL, '1.1664', '1', '2026-01-05', 'ECB', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL),
	('01a22bc4-c208-7439-a1ac-bcd9767f04bc', 'R6857ZFS3N', '01a22bc4-c1f4-774a-8fa2-c2f745dba811', 'KRW', 1000000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '1.1707', '1695.93', '2026-01-06', 'ECB', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL),
	('01a22bc4-c208-7439-a1ac-c32ae0d8c42e', '74KJFWDX53', '01a22bc4-c1f4-774a-8fa2-c2f745dba811', 'GBP', 80000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '1.1675', '0.8687', '2026-01-08', 'ECB', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL),
	('01a22bc4-c208-7439-a1ac-c4b9230cec8b', '7W5MP63W2K', '01a22bc4-c1f2-719b-aa30-b45a9bb54ad8', 'A100', 18000000, 'bought', 'Y0ET2FYC', 'Example Cloud', '[]', '2026-02-01', '2026-08-01', '[]', NULL, false, 'public', NULL, 'accepted', NULL, '312', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, 'jobs', NULL, 0, NULL, NULL, NULL),
	('01a22bc4-ccad-76cf-b84a-719b7f2d0d73', 'V3H73P621B', '01a22bc4-cc1d-7172-9b1a-6ca0c2bebb2f', 'USD', 100000, NULL, NULL, NULL, '[]', NULL, NULL, '[["2026-03-31", "40000"], ["2026-06-30", "60000"]]', NULL, false, 'public', 'Ask us in May.', 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL),
	('01a22bc4-cd56-70c3-b7a4-f41981014f16', 'DTTZP8XBWE', '01a22bc4-cc1d-7172-9b1a-6ca0c2bebb2f', 'H100-SXM', 12165120000, 'given', 'TEE1XBPX', NULL, '[[512, "2026-03-01", "2026-12-01", "1"]]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '989.4', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, 'jobs', NULL, 0, NULL, NULL, NULL),
	('01a22bc4-cd93-71ac-8948-06f464660b90', '6661WP62Y9', '01a22bc4-cc1d-7172-9b1a-6ca0c2bebb2f', 'USD', 100000, NULL, NULL, NULL, '[]', NULL, NULL, '[["2026-03-31", "40000"], ["2026-06-30", "60000"]]', NULL, false, 'amount-hidden', 'Ask us in May.', 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL),
	('01a22bc4-cdce-73f0-ba44-2c242daa1b7b', '5JJY7J0TNP', '01a22bc4-cc1d-7172-9b1a-6ca0c2bebb2f', 'H100-SXM', 12165120000, 'given', 'TEE1XBPX', NULL, '[[512, "2026-03-01", "2026-12-01", "1"]]', NULL, NULL, '[]', NULL, false, 'amount-hidden', NULL, 'accepted', NULL, '989.4', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, 'jobs', NULL, 0, NULL, NULL, NULL),
	('01a22bc4-ce11-766d-a0f2-cfdeeb643b08', 'SQQ8S4V8ZC', '01a22bc4-cc1d-7172-9b1a-6ca0c2bebb2f', 'USD', 100000, NULL, NULL, NULL, '[]', NULL, NULL, '[["2026-03-31", "40000"], ["2026-06-30", "60000"]]', NULL, false, 'anonymous', 'Ask us in May.', 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL),
	('01a22bc4-ce66-7730-8d04-5e72eb94097a', 'GWWCNQAZTS', '01a22bc4-cc1d-7172-9b1a-6ca0c2bebb2f', 'H100-SXM', 12165120000, 'given', 'TEE1XBPX', NULL, '[[512, "2026-03-01", "2026-12-01", "1"]]', NULL, NULL, '[]', NULL, false, 'anonymous', NULL, 'accepted', NULL, '989.4', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, 'jobs', NULL, 0, NULL, NULL, NULL),
	('01a22bc4-ce87-7475-b10f-6ebd255dc9e2', 'J870K8K7HK', '01a22bc4-cc1d-7172-9b1a-6ca0c2bebb2f', 'USD', 100000, NULL, NULL, NULL, '[]', NULL, NULL, '[["2026-03-31", "40000"], ["2026-06-30", "60000"]]', NULL, false, 'public', NULL, 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL),
	('01a22bc4-cf56-7779-a528-b80a3a3bfba9', '9Z8DSQ9VJY', '01a22bc4-cc1d-7172-9b1a-6ca0c2bebb2f', 'JPY', 70000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '1.1641', '183.67', '2026-03-10', 'ECB', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL),
	('01a22bc4-cfbe-7671-b333-f3c68acd524b', 'EREVHKE5AV', '01a22bc4-cc1d-7172-9b1a-6ca0c2bebb2f', 'H100-SXM', 12165120000, 'given', '1GE13YY5', NULL, '[[512, "2026-03-01", "2026-12-01", "1"]]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '989.4', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, 'jobs', NULL, 0, NULL, NULL, NULL),
	('01a22bc4-d00d-7414-a98e-66bbb2469153', 'GHX5ARHVH5', '01a22bc4-cc1d-7172-9b1a-6ca0c2bebb2f', 'USD', 1234, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'pending', NULL, NULL, NULL, NULL, NULL, '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL),
	('01a22bc4-d029-73b0-8897-4ad68d66c729', 'B9QV1MWBT5', '01a22bc4-cc1d-7172-9b1a-6ca0c2bebb2f', 'USD', 5678, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'rejected', 'A test.', NULL, NULL, NULL, NULL, '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL),
	('01a22bc4-d390-719b-9372-eca755e7f7f2', 'F4BP894HAW', '01a22bc4-d364-712c-a92e-4690478d1ceb', 'USD', 400000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'pending', NULL, NULL, NULL, NULL, NULL, '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL),
	('01a22bc4-d3c3-75e5-8808-d1ebbd9bd274', 'N71SDW7PBC', '01a22bc4-d364-712c-a92e-4690478d1ceb', 'USD', 100000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL),
	('01a22bc4-d515-76dd-a39d-afb8d1b7313a', 'ZST1QDRE2G', '01a22bc4-d4f1-71ef-a8e8-cd53a5933f41', 'A100', 4147200, 'given', 'TEE1XBPX', NULL, '[[8, "2026-03-01", "2026-03-05", "1"], [8, "2026-03-07", "2026-03-09", "1"]]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '312', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, 'jobs', NULL, 0, NULL, NULL, NULL),
	('01a22bc4-d778-769b-9188-e4715310c76b', 'CH61CNNKAF', '01a22bc4-d728-721c-860d-1867ddbee29f', 'A100', 4147200, 'given', 'TEE1XBPX', NULL, '[[8, "2026-03-01", "2026-03-05", "1"], [8, "2026-03-07", "2026-03-09", "1"]]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '312', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, 'reservation', NULL, 0, NULL, NULL, NULL),
	('01a22bc4-d9ab-71bd-8af8-0a3d2a4c532d', '26T7AJXBXV', '01a22bc4-d92f-7585-962b-8d89da138326', 'USD', 2000000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL),
	('01a22bc4-dd88-7664-9d3e-ccbb436de8e6', 'AEQJHY3FQA', '01a22bc4-d92f-7585-962b-8d89da138326', 'USD', 2000000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL),
	('01a22bc4-ded9-736d-905c-53f07832b38d', 'VMKRQKWJ53', '01a22bc4-ded2-72e9-930d-2e2709bd2a8c', 'EUR', 2500, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'anonymous', NULL, 'accepted', NULL, '1.1641', '1', '2026-03-10', 'ECB', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL),
	('01a22bc4-df10-7427-8525-439b86f57bdf', '9KY4ZWJBSD', '01a22bc4-d92f-7585-962b-8d89da138326', 'USD', 2000000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL),
	('01a22bc4-e25f-71dc-90d9-41e7dc0eef3a', 'HH7Q6SPXY8', '01a22bc4-e231-715a-ae47-a8c0f4f94bf5', 'USD', 2000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL),
	('01a22bc4-e295-7518-8a3e-a4f31d66417c', 'YZS205SCWZ', '01a22bc4-e231-715a-ae47-a8c0f4f94bf5', 'USD', 310000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'pending', NULL, NULL, NULL, NULL, NULL, '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL, NULL, 1, NULL, NULL, NULL),
	('01a22bc4-e2e5-7140-bdf4-fd4c870f2fc4', 'DP07AQBVH6', '01a22bc4-e231-715a-ae47-a8c0f4f94bf5', 'USD', 3000, NULL, NULL, NULL, '[]', NULL, NULL, '[["2026-12-01", "3000"]]', NULL, false, 'public', NULL, 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, '{"askedAt": "2026-03-10T12:00:00.000Z", "quantity": "503000", "instalments": [["2026-12-01", "503000"]]}', 1, NULL, NULL, NULL),
	('01a22bc4-e35b-70d7-a10b-ebf7175f40ee', 'ZS5783C3WN', '01a22bc4-e231-715a-ae47-a8c0f4f94bf5', 'USD', 3000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL),
	('01a22bc4-e488-74fd-82f1-6976a8b19510', '8W82VVFQRW', '01a22bc4-e231-715a-ae47-a8c0f4f94bf5', 'USD', 7000000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', 'Ask us in May.', 'rejected', 'Too soon.', NULL, NULL, NULL, NULL, '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL);

INSERT INTO public.provider_batch VALUES
	('pi_7dc4c367f23587d713f7522c', 'receive', 'ANHVPBGWY6RFRD3C', '01a22bc4-d9d7-7281-98f5-13b17e2cdba9', 50000, '2026-03-10 12:00:00+00', 'txn_a31c4541c5e7d983f3f6a60c', 'USD', 1480, 48520),
	('pi_2c38dd87da40d5c1ab9d2953', 'receive', 'W0SWH58VDQ4PHK2Q', '01a22bc4-de27-7389-9c14-62beb2c10e9b', 2500, '2026-03-10 12:00:00+00', 'txn_9cb4ab80c1cd7c8da3128092', 'EUR', 103, 2397),
	('du_8e2b8eee360e543b15c8d6c6', 'dispute', 'CH852F9JE7F090BE', '01a22bc4-d9d7-7281-98f5-13b17e2cdba9', 5000, '2026-03-10 12:00:00+00', 'txn_a3e742f604cd8c43b68c2ee6', 'USD', 1500, -6500),
	('re_58e40f2c6e20f409b30a7419', 'refund', 'D6QZGKB0307QFJS4', '01a22bc4-d9d7-7281-98f5-13b17e2cdba9', 12000, '2026-03-10 12:00:00+00', 'txn_1c566d38d40f3c7b4b347a35', 'USD', 0, -12000);

INSERT INTO public.reconciliation VALUES
	('01a22bc4-df9a-7148-b715-ba06dad6c6c3', '2026-03-01', '2026-03-10', 5, 1, '2026-03-10 12:00:00+00');

INSERT INTO public.recovery_code VALUES
	('\x70889f953b44e994f8e2f78a1003c42335d9ed269776828ea5a8b0129afbc023', '800e44eb-a033-4e6f-a3c7-b804404b5ff1', '2026-03-10 12:00:00+00'),
	('\x363268184f6d143c8ace8695c1eb79026c4c43fb0949f2956ba3313456a10190', '800e44eb-a033-4e6f-a3c7-b804404b5ff1', '2026-03-10 12:00:00+00'),
	('\x8743c37caefd28aa5af8790ddfa60e32005ff492e8d521b3f027a675269ba8ab', '800e44eb-a033-4e6f-a3c7-b804404b5ff1', '2026-03-10 12:00:00+00'),
	('\x92254fbf24e584d3104919de250d69b409b95058d86b832d3d5c8a64850bd7da', '800e44eb-a033-4e6f-a3c7-b804404b5ff1', '2026-03-10 12:00:00+00'),
	('\x85d81557e116c79c443dd9cb7abbb31da7be1ad9ea956750ce9d2f16cbfbece6', '800e44eb-a033-4e6f-a3c7-b804404b5ff1', '2026-03-10 12:00:00+00'),
	('\x00def823fc5e1b154912478f23807ad62ffc68940b7a3696a05836475e9e5dc9', '800e44eb-a033-4e6f-a3c7-b804404b5ff1', '2026-03-10 12:00:00+00'),
	('\x65dffac7e5f214fa7bb5234ac72c4a0daca14a4b6bf4f02f5bfb4bf6e74206a8', '800e44eb-a033-4e6f-a3c7-b804404b5ff1', '2026-03-10 12:00:00+00'),
	('\x7d1e6a0aafdd29c223d6870fdddc4793ae7b2fcb38572c0d7b7bb719bcfde55e', '800e44eb-a033-4e6f-a3c7-b804404b5ff1', '2026-03-10 12:00:00+00'),
	('\xbaeb1c5769d135b1e909977d9531b3a1b728fe76689dbd4a8c7f3b4423fb4dec', '800e44eb-a033-4e6f-a3c7-b804404b5ff1', '2026-03-10 12:00:00+00'),
	('\x260e9f3b6f0be00ce5b78a73f102d63c830465339f799a66c69c38b8a57b850c', '800e44eb-a033-4e6f-a3c7-b804404b5ff1', '2026-03-10 12:00:00+00');

INSERT INTO public.refund_order VALUES
	('01a22bc4-dacf-725c-9cf9-28d7c1b7340d', '01a22bc4-d9d7-7281-98f5-13b17e2cdba9', 12000, 'Paid twice', 're_58e40f2c6e20f409b30a7419', NULL, '2026-03-10 12:00:00+00');

INSERT INTO public.reported VALUES
	(0, 'Example Daily’s Example Bank', NULL, NULL, 'https://press.example/1', NULL);

INSERT INTO public.session VALUES
	('01a22bc4-d1ee-73a3-aa18-635444018f31', '\x8d7f29a47ed0aa0a84dd09aff15f6ecfe358673d1ddcbaab52f88c9d5974fb9d', NULL, 'a test', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-03-11 00:00:00+00', 'dec3c1cb-498f-4f43-b06c-dfbdfe9ff365'),
	('01a22bc4-d1f2-74f0-8660-30a8ffb22ba6', '\x3269c95b54a16edc1032672c103195b0e7bb9329edec09c7cadf42e6e0df5a87', NULL, 'a test', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-03-11 00:00:00+00', '800e44eb-a033-4e6f-a3c7-b804404b5ff1'),
	('01a22bc4-dacd-752a-ab10-c9ed6d96b928', '\x8b7fbda61ed89c60171d6a57340eb158ea26eddab18613197120e2b8f06ecd8e', NULL, 'a test', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-03-11 00:00:00+00', '1309b375-cae7-48a2-8b40-6b1dd8bbf8c2'),
	('01a22bc4-e26d-761f-a24c-1a452fc24797', '\x7694d8d4783011de4b36fc2f58974409c310095f13f2a16afc26ee00b53a0e52', '01a22bc4-e231-715a-ae47-a8c0f4f94bf5', 'node', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-04-09 12:00:00+00', NULL),
	('01a22bc4-e3bc-766c-bbe8-8d206182cac1', '\x1f99bc3fcc6ed790f49d310a0a316880f1776720ff2b73433436398c8411c9ff', '01a22bc4-e3b8-73a8-ad10-d18d4e32b4c3', 'node', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-04-09 12:00:00+00', NULL),
	('01a22bc4-e3e7-77cc-aeea-d757ddd77675', '\xd3564980be4c487eb8a3928b460fce5a0cb1ab60f7937b381e82ab83366f3e10', '01a22bc4-e3e4-72ac-82b6-92935212e036', 'node', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-04-09 12:00:00+00', NULL);

INSERT INTO public.sign_up VALUES
	('01a22bc4-e208-73ed-9add-51e0a7fcc899', 'fay@uni.example', 'fay@uni.example', '{"kind": "person", "name": "Fay  Example-Sample", "role": "librarian", "adult": true, "email": "fay@uni.example", "notice": "2026-11", "pledge": {"firm": false, "kind": "funding", "asset": "USD", "amount": "20.00", "visibility": "public"}, "public": true, "country": "NO", "statement": "In the open."}', '2026-03-10 12:00:00+00'),
	('01a22bc4-e3a4-708c-8e0d-d301b229d774', 'gus@uni.example', 'gus@uni.example', '{"kind": "person", "name": "Gus Example", "adult": true, "email": "gus@uni.example", "notice": "2026-11", "public": false}', '2026-03-10 12:00:00+00'),
	('01a22bc4-e3d1-778c-a9bf-05222720f4f4', 'hal@uni.example', 'hal@uni.example', '{"kind": "person", "name": "Hal Example", "adult": true, "email": "hal@uni.example", "notice": "2026-11", "public": true}', '2026-03-10 12:00:00+00'),
	('01a22bc4-e415-73c8-8e66-b5a9841dbc2f', 'ida@uni.example', 'ida@uni.example', '{"kind": "person", "name": "Ida Example", "adult": true, "email": "ida@uni.example", "notice": "2026-11", "public": true}', '2026-03-10 12:00:00+00'),
	('01a22bc4-e45b-70bf-906b-c18789bf4488', 'jo@uni.example', 'jo@uni.example', '{"kind": "person", "name": "Jo Example", "adult": true, "email": "jo@uni.example", "notice": "2026-11", "public": true}', '2026-03-10 12:00:00+00');

INSERT INTO public.signatory VALUES
	('01a22bc4-c1f2-719b-aa30-b45a9bb54ad8', '2TJ8W2XEQGMN', 'organisation', 'Example University', NULL, NULL, NULL, NULL, NULL, NULL, NULL, true, 'published', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, '{}', NULL, NULL, 'exampleuniversity', NULL, NULL, NULL),
	('01a22bc4-c1f4-774a-8fa2-c2f745dba811', 'KG3RNVYCFGGM', 'person', 'Eli Example', 'engineer', NULL, NULL, NULL, NULL, NULL, NULL, false, 'published', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, '{}', NULL, NULL, 'eliexample', NULL, NULL, NULL),
	('01a22bc4-cc1d-7172-9b1a-6ca0c2bebb2f', '3ZW0G09S50HN', 'person', 'Ada Example', NULL, NULL, NULL, 'ada.examplex@example.org', 'ada.examplex@example.org', NULL, NULL, true, 'published', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, '{}', NULL, NULL, 'adaexample', NULL, NULL, NULL),
	('01a22bc4-d364-712c-a92e-4690478d1ceb', 'BNXX0Q3HE4VW', 'person', 'Max Example', NULL, NULL, NULL, 'max.examplex@example.org', 'max.examplex@example.org', NULL, NULL, true, 'published', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, '{}', NULL, NULL, 'maxexample', NULL, NULL, NULL),
	('01a22bc4-d4f1-71ef-a8e8-cd53a5933f41', 'RS7HW848YMXQ', 'person', 'Ada kciikfah', NULL, NULL, NULL, 'ada.kciikfahx@example.org', 'ada.kciikfahx@example.org', NULL, NULL, true, 'published', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, '{}', NULL, NULL, 'adakciikfah', NULL, NULL, NULL),
	('01a22bc4-d728-721c-860d-1867ddbee29f', 'MSG4DWRR113K', 'person', 'Ada nnecdncg', NULL, NULL, NULL, 'ada.nnecdncgx@example.org', 'ada.nnecdncgx@example.org', NULL, NULL, true, 'published', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, '{}', NULL, NULL, 'adannecdncg', NULL, NULL, NULL),
	('01a22bc4-d92f-7585-962b-8d89da138326', 'QFKGC22R14HA', 'person', 'Nia Example', NULL, NULL, NULL, 'nia.examplex@example.org', 'nia.examplex@example.org', NULL, NULL, true, 'published', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, '{}', NULL, NULL, 'niaexample', NULL, NULL, NULL),
	('01a22bc4-ded2-72e9-930d-2e2709bd2a8c', 'HTK6PKFMYENP', 'person', 'Ada Example', NULL, NULL, NULL, NULL, NULL, 'US', NULL, false, 'giver', '2026-03-10 12:00:00+00', NULL, NULL, NULL, '{}', NULL, NULL, '', NULL, NULL, NULL),
	('01a22bc4-e231-715a-ae47-a8c0f4f94bf5', '9A03GCT9J8BG', 'person', 'Fay  Example-Sample', 'librarian', NULL, NULL, 'fay@uni.example', 'fay@uni.example', 'NO', 'In the open.', true, 'published', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, '{}', '2026-11', '2026-03-10 12:00:00+00', 'fayexamplesample', NULL, NULL, NULL),
	('01a22bc4-e3b8-73a8-ad10-d18d4e32b4c3', 'XDG5KWQ6703G', 'person', 'Gus Example', NULL, NULL, NULL, 'gus@uni.example', 'gus@uni.example', NULL, NULL, false, 'published', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, '{}', '2026-11', '2026-03-10 12:00:00+00', 'gusexample', NULL, NULL, NULL),
	('01a22bc4-e3e4-72ac-82b6-92935212e036', '6R0V496JJ563', 'person', 'Hal Example', NULL, NULL, NULL, 'hal@uni.example', 'hal@uni.example', NULL, NULL, true, 'withdrawn', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, '{}', '2026-11', '2026-03-10 12:00:00+00', 'halexample', NULL, NULL, NULL);

INSERT INTO public.site VALUES
	('Y0ET2FYC', 'Bergen', 'bergen'),
	('TEE1XBPX', 'Oslo', 'oslo'),
	('1GE13YY5', 'Tromsø', 'tromsø');

INSERT INTO public.standing VALUES
	('01a22bc4-c208-7439-a1ac-bb707a93e98d', 4, 4, 0, 4000000, 0, 0, 0, 0, 0, 0, 0, 4665600, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22bc4-c208-7439-a1ac-bcd9767f04bc', 6, 7, 0, 0, 0, 0, 0, 0, 1000000, 0, 0, 0, 0, 0, 0, 0, 69030, 0, DEFAULT, DEFAULT),
	('01a22bc4-c208-7439-a1ac-c32ae0d8c42e', 9, 13, 10000, 0, 0, 30000, 34000, 6000, 0, 0, 13440, 0, 0, 40319, 45695, 8063, 0, 0, DEFAULT, DEFAULT),
	('01a22bc4-c208-7439-a1ac-c4b9230cec8b', 15, 16, 0, 0, 18000000, 0, 0, 0, 0, 0, 0, 0, 5676167, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22bc4-ccad-76cf-b84a-719b7f2d0d73', 19, 19, 100000, 0, 0, 0, 0, 0, 0, 0, 100000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22bc4-cd56-70c3-b7a4-f41981014f16', 21, 21, 12165120000, 0, 0, 0, 0, 0, 0, 0, 12165120000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22bc4-cd93-71ac-8948-06f464660b90', 23, 23, 100000, 0, 0, 0, 0, 0, 0, 0, 100000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22bc4-cdce-73f0-ba44-2c242daa1b7b', 25, 25, 12165120000, 0, 0, 0, 0, 0, 0, 0, 12165120000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22bc4-ce11-766d-a0f2-cfdeeb643b08', 27, 27, 100000, 0, 0, 0, 0, 0, 0, 0, 100000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22bc4-ce66-7730-8d04-5e72eb94097a', 29, 29, 12165120000, 0, 0, 0, 0, 0, 0, 0, 12165120000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22bc4-ce87-7475-b10f-6ebd255dc9e2', 31, 36, 10000, 0, 60000, 25000, 0, 5000, 0, 0, 10000, 0, 60000, 25000, 0, 5000, 0, 0, DEFAULT, DEFAULT),
	('01a22bc4-cf56-7779-a528-b80a3a3bfba9', 38, 39, 0, 0, 0, 0, 0, 0, 0, 70000, 0, 0, 0, 0, 0, 0, 0, 44366, DEFAULT, DEFAULT),
	('01a22bc4-cfbe-7671-b333-f3c68acd524b', 41, 43, 0, 0, 12165083100, 36900, 0, 0, 0, 0, 0, 0, 12165083100, 36900, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22bc4-d3c3-75e5-8808-d1ebbd9bd274', 47, 48, 95000, 0, 0, 5000, 0, 0, 0, 0, 95000, 0, 0, 5000, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22bc4-d515-76dd-a39d-afb8d1b7313a', 51, 52, 4139900, 0, 0, 7300, 0, 0, 0, 0, 1305487, 0, 0, 2302, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22bc4-d778-769b-9188-e4715310c76b', 55, 55, 4147200, 0, 0, 0, 0, 0, 0, 0, 1307789, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22bc4-d9ab-71bd-8af8-0a3d2a4c532d', 58, 61, 1950000, 0, 0, 33000, 5000, 12000, 0, 0, 1950000, 0, 0, 33000, 5000, 12000, 0, 0, DEFAULT, DEFAULT),
	('01a22bc4-dd88-7664-9d3e-ccbb436de8e6', 63, 63, 2000000, 0, 0, 0, 0, 0, 0, 0, 2000000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22bc4-ded9-736d-905c-53f07832b38d', 65, 65, 0, 0, 0, 2500, 0, 0, 0, 0, 0, 0, 0, 2910, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22bc4-df10-7427-8525-439b86f57bdf', 67, 67, 2000000, 0, 0, 0, 0, 0, 0, 0, 2000000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22bc4-e25f-71dc-90d9-41e7dc0eef3a', 70, 70, 2000, 0, 0, 0, 0, 0, 0, 0, 2000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22bc4-e2e5-7140-bdf4-fd4c870f2fc4', 72, 72, 3000, 0, 0, 0, 0, 0, 0, 0, 3000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22bc4-e35b-70d7-a10b-ebf7175f40ee', 75, 76, 0, 0, 0, 0, 0, 0, 3000, 0, 0, 0, 0, 0, 0, 0, 3000, 0, DEFAULT, DEFAULT);

INSERT INTO public.stripe_customer VALUES
	('cus_a99fdc298635c2c32084093e', '01a22bc4-dd88-7664-9d3e-ccbb436de8e6', false, NULL);

INSERT INTO public.stripe_event VALUES
	('evt_1f3ae56a09580c238c6c1699', 'payment_intent.succeeded', 'pi_7dc4c367f23587d713f7522c', '01a22bc4-d9d7-7281-98f5-13b17e2cdba9', false, 'applied', NULL, NULL, NULL, '2026-03-10 12:00:00+00'),
	('evt_efb2d1bc3b59da15b8b3f706', 'charge.succeeded', 'ch_0bbc197f7ad5b5eec31aac21', NULL, false, 'unknown', NULL, NULL, NULL, '2026-03-10 12:00:00+00'),
	('evt_600084b9666df199f776d1c2', 'checkout.session.completed', 'cs_test_ebb1067238f1144e922a581a', '01a22bc4-d9d7-7281-98f5-13b17e2cdba9', false, 'nothing', NULL, NULL, NULL, '2026-03-10 12:00:00+00'),
	('evt_66c06cadc8d9dcca93c69f5c', 'refund.created', 're_58e40f2c6e20f409b30a7419', '01a22bc4-d9d7-7281-98f5-13b17e2cdba9', false, 'applied', NULL, NULL, NULL, '2026-03-10 12:00:00+00'),
	('evt_7206832630557da085383965', 'charge.refunded', 'ch_0bbc197f7ad5b5eec31aac21', '01a22bc4-d9d7-7281-98f5-13b17e2cdba9', false, 'nothing', NULL, NULL, NULL, '2026-03-10 12:00:00+00'),
	('evt_99c984a4be27fdb35d3b04cb', 'charge.dispute.created', 'du_8e2b8eee360e543b15c8d6c6', '01a22bc4-d9d7-7281-98f5-13b17e2cdba9', false, 'nothing', NULL, NULL, NULL, '2026-03-10 12:00:00+00'),
	('evt_87bf01e2adf03cb5b320ca0f', 'charge.dispute.funds_withdrawn', 'du_8e2b8eee360e543b15c8d6c6', '01a22bc4-d9d7-7281-98f5-13b17e2cdba9', false, 'nothing', NULL, NULL, NULL, '2026-03-10 12:00:00+00'),
	('evt_aeb1bcf1a79bf6a69cf56c36', 'invoice.finalized', 'in_e7e9510381e0513eefaafa52', NULL, false, 'unknown', NULL, NULL, NULL, '2026-03-10 12:00:00+00'),
	('evt_af652d22f9c761f4025225d3', 'customer_cash_balance_transaction.created', 'ccsbtxn_197ef05ede6c79b2b8674418', NULL, false, 'applied', NULL, NULL, NULL, '2026-03-10 12:00:00+00'),
	('evt_40484ce45bf87b7c5521992a', 'cash_balance.funds_available', NULL, NULL, false, 'unknown', NULL, NULL, NULL, '2026-03-10 12:00:00+00'),
	('evt_4467f80a294ec38279bf817e', 'payment_intent.succeeded', 'pi_2c38dd87da40d5c1ab9d2953', '01a22bc4-de27-7389-9c14-62beb2c10e9b', false, 'applied', NULL, NULL, NULL, '2026-03-10 12:00:00+00'),
	('evt_8f9fd054cce4bcfe4acbc3f6', 'charge.succeeded', 'ch_924d7a743e1eeadd4b08a2af', NULL, false, 'unknown', NULL, NULL, NULL, '2026-03-10 12:00:00+00'),
	('evt_561b7a4a8469f9c8c45c3231', 'checkout.session.completed', 'cs_test_49cef53b80fc7b88d9eb13a5', '01a22bc4-de27-7389-9c14-62beb2c10e9b', false, 'nothing', NULL, NULL, NULL, '2026-03-10 12:00:00+00');

INSERT INTO public.unapplied_cash VALUES
	('cus_a99fdc298635c2c32084093e', 'USD', 100000, '2026-03-10 12:00:00+00');

SELECT pg_catalog.setval('public.audit_id_seq', 91, true);

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

ALTER TABLE ONLY public.difference
    ADD CONSTRAINT difference_pkey PRIMARY KEY (object, verb);

ALTER TABLE ONLY public.entry_name
    ADD CONSTRAINT entry_name_pkey PRIMARY KEY (seq);

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT evidence_pkey PRIMARY KEY (batch);

ALTER TABLE ONLY public.gpu_factor
    ADD CONSTRAINT gpu_factor_pkey PRIMARY KEY (model, holds_from);

ALTER TABLE ONLY public.gpu_price
    ADD CONSTRAINT gpu_price_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.gpu_use
    ADD CONSTRAINT gpu_use_pkey PRIMARY KEY (pledge_id, used_on);

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

ALTER TABLE ONLY public.metering
    ADD CONSTRAINT metering_batch_key UNIQUE (batch);

ALTER TABLE ONLY public.metering
    ADD CONSTRAINT metering_pkey PRIMARY KEY (id);

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

ALTER TABLE ONLY public.pay_link
    ADD CONSTRAINT pay_link_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY public.payment
    ADD CONSTRAINT payment_charge_key UNIQUE (charge);

ALTER TABLE ONLY public.payment
    ADD CONSTRAINT payment_code_key UNIQUE (code);

ALTER TABLE ONLY public.payment
    ADD CONSTRAINT payment_intent_key UNIQUE (intent);

ALTER TABLE ONLY public.payment
    ADD CONSTRAINT payment_object_key UNIQUE (object);

ALTER TABLE ONLY public.payment
    ADD CONSTRAINT payment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.pledge
    ADD CONSTRAINT pledge_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.pledge
    ADD CONSTRAINT pledge_ref_key UNIQUE (ref);

ALTER TABLE ONLY public.provider_batch
    ADD CONSTRAINT provider_batch_batch_key UNIQUE (batch);

ALTER TABLE ONLY public.provider_batch
    ADD CONSTRAINT provider_batch_pkey PRIMARY KEY (object, verb);

ALTER TABLE ONLY public.reconciliation
    ADD CONSTRAINT reconciliation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.recovery_code
    ADD CONSTRAINT recovery_code_pkey PRIMARY KEY (hash);

ALTER TABLE ONLY public.reference_rate
    ADD CONSTRAINT reference_rate_pkey PRIMARY KEY (currency, rated_on);

ALTER TABLE ONLY public.refund_order
    ADD CONSTRAINT refund_order_object_key UNIQUE (object);

ALTER TABLE ONLY public.refund_order
    ADD CONSTRAINT refund_order_pkey PRIMARY KEY (id);

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

ALTER TABLE ONLY public.stripe_customer
    ADD CONSTRAINT stripe_customer_pkey PRIMARY KEY (customer);

ALTER TABLE ONLY public.stripe_event
    ADD CONSTRAINT stripe_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.unapplied_cash
    ADD CONSTRAINT unapplied_cash_pkey PRIMARY KEY (customer, currency);

CREATE UNIQUE INDEX admin_email_key ON public.admin USING btree (email_key) WHERE (removed_at IS NULL);

CREATE INDEX audit_act ON public.audit USING btree (act, id);

CREATE INDEX audit_admin ON public.audit USING btree (admin_id, id);

CREATE INDEX audit_object ON public.audit USING btree (object, id);

CREATE INDEX audit_signatory ON public.audit USING btree (signatory_id, id) WHERE (signatory_id IS NOT NULL);

CREATE INDEX challenge_expiry ON public.challenge USING btree (expires_at);

CREATE INDEX difference_time ON public.difference USING btree (happened_at);

CREATE INDEX evidence_reference ON public.evidence USING btree (reference) WHERE (reference IS NOT NULL);

CREATE INDEX limit_use_end ON public.limit_use USING btree (ends_at);

CREATE INDEX link_expiry ON public.link USING btree (expires_at);

CREATE INDEX link_sign_up ON public.link USING btree (sign_up_id);

CREATE INDEX link_signatory ON public.link USING btree (signatory_id);

CREATE INDEX mail_due ON public.mail USING btree (due_at);

CREATE INDEX metered_job_job ON public.metered_job USING btree (job, started_at);

CREATE INDEX metering_block_metering ON public.metering_block USING btree (metering_id);

CREATE INDEX metering_cluster ON public.metering USING btree (cluster) WHERE (batch IS NOT NULL);

CREATE INDEX metering_pledge ON public.metering USING btree (pledge_id);

CREATE INDEX movement_batch ON public.movement USING btree (batch);

CREATE INDEX movement_pledge ON public.movement USING btree (pledge_id, seq);

CREATE INDEX movement_undone ON public.movement USING btree (pledge_id) WHERE (to_stage = 'outside'::text);

CREATE INDEX movement_windows ON public.movement USING btree (seq) WHERE (windows IS NOT NULL);

CREATE INDEX passkey_admin ON public.passkey USING btree (admin_id);

CREATE INDEX pay_link_expiry ON public.pay_link USING btree (expires_at);

CREATE INDEX payment_pledge ON public.payment USING btree (pledge_id);

CREATE INDEX payment_unfinished ON public.payment USING btree (id) WHERE ((status = ANY (ARRAY['new'::text, 'open'::text, 'processing'::text])) OR watched);

CREATE INDEX pledge_signatory ON public.pledge USING btree (signatory_id);

CREATE INDEX pledge_waiting ON public.pledge USING btree (created_at) WHERE ((status = 'pending'::text) OR (asked IS NOT NULL));

CREATE INDEX provider_batch_payment ON public.provider_batch USING btree (payment_id);

CREATE INDEX provider_batch_time ON public.provider_batch USING btree (happened_at);

CREATE INDEX reconciliation_time ON public.reconciliation USING btree (finished_at);

CREATE INDEX recovery_code_admin ON public.recovery_code USING btree (admin_id);

CREATE INDEX refund_order_payment ON public.refund_order USING btree (payment_id);

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

CREATE UNIQUE INDEX stripe_customer_pledge ON public.stripe_customer USING btree (pledge_id, livemode) WHERE (gone_at IS NULL);

CREATE INDEX stripe_event_payment ON public.stripe_event USING btree (payment_id);

CREATE INDEX stripe_event_unmatched ON public.stripe_event USING btree (received_at, id) WHERE ((outcome = 'unmatched'::text) AND (aside_note IS NULL));

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.admin_rate FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.audit FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.checkpoint FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.gpu_factor FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.gpu_price FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.ledger_entry FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.log_identity FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.metered_job FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only BEFORE UPDATE ON public.metering FOR EACH ROW WHEN ((old.batch IS NOT NULL)) EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.movement FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE ON public.provider_batch FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER kept BEFORE DELETE ON public.metering FOR EACH ROW WHEN ((old.batch IS NOT NULL)) EXECUTE FUNCTION public.refuse_forgetting();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.admin_rate FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.audit FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.checkpoint FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.gpu_factor FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.gpu_price FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.ledger_entry FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.ledger_head FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.log_identity FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.metered_job FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.movement FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.provider_batch FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

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

ALTER TABLE ONLY public.difference
    ADD CONSTRAINT difference_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES public.payment(id);

ALTER TABLE ONLY public.entry_name
    ADD CONSTRAINT entry_name_seq_fkey FOREIGN KEY (seq) REFERENCES public.ledger_entry(seq);

ALTER TABLE ONLY public.entry_name
    ADD CONSTRAINT entry_name_signatory_id_fkey FOREIGN KEY (signatory_id) REFERENCES public.signatory(id);

ALTER TABLE ONLY public.gpu_use
    ADD CONSTRAINT gpu_use_pledge_id_fkey FOREIGN KEY (pledge_id) REFERENCES public.pledge(id);

ALTER TABLE ONLY public.initiative_change
    ADD CONSTRAINT initiative_change_seq_fkey FOREIGN KEY (seq) REFERENCES public.ledger_entry(seq);

ALTER TABLE ONLY public.link
    ADD CONSTRAINT link_sign_up_id_fkey FOREIGN KEY (sign_up_id) REFERENCES public.sign_up(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.link
    ADD CONSTRAINT link_signatory_id_fkey FOREIGN KEY (signatory_id) REFERENCES public.signatory(id);

ALTER TABLE ONLY public.metering
    ADD CONSTRAINT metering_pledge_id_fkey FOREIGN KEY (pledge_id) REFERENCES public.pledge(id);

ALTER TABLE ONLY public.movement
    ADD CONSTRAINT movement_pledge_id_fkey FOREIGN KEY (pledge_id) REFERENCES public.pledge(id);

ALTER TABLE ONLY public.movement
    ADD CONSTRAINT movement_reverses_fkey FOREIGN KEY (reverses) REFERENCES public.movement(seq);

ALTER TABLE ONLY public.movement
    ADD CONSTRAINT movement_seq_fkey FOREIGN KEY (seq) REFERENCES public.ledger_entry(seq);

ALTER TABLE ONLY public.passkey
    ADD CONSTRAINT passkey_admin_id_fkey FOREIGN KEY (admin_id) REFERENCES public.admin(id);

ALTER TABLE ONLY public.pay_link
    ADD CONSTRAINT pay_link_pledge_id_fkey FOREIGN KEY (pledge_id) REFERENCES public.pledge(id);

ALTER TABLE ONLY public.payment
    ADD CONSTRAINT payment_pledge_id_fkey FOREIGN KEY (pledge_id) REFERENCES public.pledge(id);

ALTER TABLE ONLY public.pledge
    ADD CONSTRAINT pledge_signatory_id_fkey FOREIGN KEY (signatory_id) REFERENCES public.signatory(id);

ALTER TABLE ONLY public.pledge
    ADD CONSTRAINT pledge_site_fkey FOREIGN KEY (site) REFERENCES public.site(code);

ALTER TABLE ONLY public.provider_batch
    ADD CONSTRAINT provider_batch_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES public.payment(id);

ALTER TABLE ONLY public.recovery_code
    ADD CONSTRAINT recovery_code_admin_id_fkey FOREIGN KEY (admin_id) REFERENCES public.admin(id);

ALTER TABLE ONLY public.refund_order
    ADD CONSTRAINT refund_order_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES public.payment(id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_admin_id_fkey FOREIGN KEY (admin_id) REFERENCES public.admin(id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_signatory_id_fkey FOREIGN KEY (signatory_id) REFERENCES public.signatory(id);

ALTER TABLE ONLY public.standing
    ADD CONSTRAINT standing_pledge_id_fkey FOREIGN KEY (pledge_id) REFERENCES public.pledge(id);

ALTER TABLE ONLY public.stripe_customer
    ADD CONSTRAINT stripe_customer_pledge_id_fkey FOREIGN KEY (pledge_id) REFERENCES public.pledge(id);

ALTER TABLE ONLY public.stripe_event
    ADD CONSTRAINT stripe_event_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES public.payment(id);

GRANT SELECT,INSERT,UPDATE ON TABLE public.admin TO muster_app;

GRANT SELECT,UPDATE ON TABLE public.admin_notice TO muster_app;

GRANT SELECT,INSERT ON TABLE public.admin_rate TO muster_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.api_token TO muster_app;

GRANT SELECT,INSERT ON TABLE public.audit TO muster_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.challenge TO muster_app;

GRANT SELECT,INSERT ON TABLE public.checkpoint TO muster_app;

GRANT SELECT,INSERT ON TABLE public.derived TO muster_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.difference TO muster_app;

GRANT SELECT,INSERT ON TABLE public.entry_name TO muster_app;

GRANT SELECT,INSERT ON TABLE public.evidence TO muster_app;

GRANT SELECT,INSERT ON TABLE public.gpu_factor TO muster_app;

GRANT SELECT,INSERT ON TABLE public.gpu_price TO muster_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.gpu_use TO muster_app;

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

GRANT SELECT,INSERT ON TABLE public.metered_job TO muster_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.metering TO muster_app;

GRANT UPDATE(zone) ON TABLE public.metering TO muster_app;

GRANT UPDATE(raw_ids) ON TABLE public.metering TO muster_app;

GRANT UPDATE(sha256) ON TABLE public.metering TO muster_app;

GRANT UPDATE(counts) ON TABLE public.metering TO muster_app;

GRANT UPDATE(batch) ON TABLE public.metering TO muster_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.metering_block TO muster_app;

GRANT SELECT ON TABLE public.migration TO muster_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.milestone TO muster_app;

GRANT SELECT,INSERT ON TABLE public.movement TO muster_app;

GRANT SELECT ON TABLE public.names_version TO muster_app;

GRANT UPDATE(version) ON TABLE public.names_version TO muster_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.passkey TO muster_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.pay_link TO muster_app;

GRANT SELECT,INSERT ON TABLE public.payment TO muster_app;

GRANT UPDATE(pledge_id) ON TABLE public.payment TO muster_app;

GRANT UPDATE(status) ON TABLE public.payment TO muster_app;

GRANT UPDATE(object) ON TABLE public.payment TO muster_app;

GRANT UPDATE(url) ON TABLE public.payment TO muster_app;

GRANT UPDATE(intent) ON TABLE public.payment TO muster_app;

GRANT UPDATE(charge) ON TABLE public.payment TO muster_app;

GRANT UPDATE(email) ON TABLE public.payment TO muster_app;

GRANT UPDATE(flags) ON TABLE public.payment TO muster_app;

GRANT UPDATE(checked_at) ON TABLE public.payment TO muster_app;

GRANT UPDATE(closing_at) ON TABLE public.payment TO muster_app;

GRANT UPDATE(paid_at) ON TABLE public.payment TO muster_app;

GRANT UPDATE(watched) ON TABLE public.payment TO muster_app;

GRANT UPDATE(said) ON TABLE public.payment TO muster_app;

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

GRANT UPDATE(expected_until) ON TABLE public.pledge TO muster_app;

GRANT SELECT,INSERT ON TABLE public.provider_batch TO muster_app;

GRANT UPDATE(balance_object) ON TABLE public.provider_batch TO muster_app;

GRANT UPDATE(balance_currency) ON TABLE public.provider_batch TO muster_app;

GRANT UPDATE(fee_minor) ON TABLE public.provider_batch TO muster_app;

GRANT UPDATE(net_minor) ON TABLE public.provider_batch TO muster_app;

GRANT SELECT,INSERT ON TABLE public.reconciliation TO muster_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.recovery_code TO muster_app;

GRANT SELECT,INSERT ON TABLE public.reference_rate TO muster_app;

GRANT SELECT,INSERT ON TABLE public.refund_order TO muster_app;

GRANT UPDATE(object) ON TABLE public.refund_order TO muster_app;

GRANT UPDATE(refusal) ON TABLE public.refund_order TO muster_app;

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

GRANT SELECT,INSERT ON TABLE public.stripe_customer TO muster_app;

GRANT UPDATE(gone_at) ON TABLE public.stripe_customer TO muster_app;

GRANT SELECT,INSERT ON TABLE public.stripe_event TO muster_app;

GRANT UPDATE(payment_id) ON TABLE public.stripe_event TO muster_app;

GRANT UPDATE(outcome) ON TABLE public.stripe_event TO muster_app;

GRANT UPDATE(reason) ON TABLE public.stripe_event TO muster_app;

GRANT UPDATE(detail) ON TABLE public.stripe_event TO muster_app;

GRANT UPDATE(aside_note) ON TABLE public.stripe_event TO muster_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.unapplied_cash TO muster_app;
