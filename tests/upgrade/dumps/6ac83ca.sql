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
    note text
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
    CONSTRAINT pledge_check CHECK (((status <> 'accepted'::text) OR ((rate_num IS NOT NULL) AND (rate_den IS NOT NULL)))),
    CONSTRAINT pledge_measured_by_check CHECK ((measured_by = ANY (ARRAY['jobs'::text, 'reservation'::text]))),
    CONSTRAINT pledge_quantity_check CHECK ((quantity > 0)),
    CONSTRAINT pledge_source_check CHECK ((source = ANY (ARRAY['given'::text, 'bought'::text]))),
    CONSTRAINT pledge_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'accepted'::text, 'rejected'::text, 'withdrawn'::text]))),
    CONSTRAINT pledge_visibility_check CHECK ((visibility = ANY (ARRAY['public'::text, 'amount-hidden'::text, 'anonymous'::text])))
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
    signatory_id uuid NOT NULL,
    browser text,
    created_at timestamp with time zone NOT NULL,
    confirmed_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
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

INSERT INTO public.admin_notice VALUES
	(1, '1970-01-01 00:00:00+00');

INSERT INTO public.admin_rate VALUES
	('KWD', '2026-03-09', '3.25', '1', 'Central Bank of Nowhere', 'https://example.org/rates', '2026-03-10 12:00:00+00');

INSERT INTO public.checkpoint VALUES
	(17, '\xd0ce19b7bfc6c04290f77e6ded910653f812b4d64634fea3e52a8b1974e3f030', 'localhost:8080
17
0M4Zt7/GwEKQ935t7ZEGU/gStNZGNP6j5SqLGXTj8DA=

— localhost:8080 12+/sTgO9PyJLR7x+2PszVx/FafTuxKFc5dnfaJ1fJuDbe5+PLYkUOXnM9EenRwYKRttD9ne4OolYVKuYezb3vczaQA=
', '{"v":1,"targets":{"funding":["USD","10000000000"],"gpus":10000,"gpuHours":"87600000.00","from":"2026-01-01","to":"2027-01-01"},"signatories":{"person":1,"organisation":1},"flows":{"A100/bought":{"committed":["18000000","5676167"]},"EUR":{"waiting":["4000000","4665600"]},"GBP":{"pledged":["10000","13440"],"received":["30000","40319"],"disputed":["34000","45695"],"refunded":["6000","8063"]},"KRW":{"withdrawn":["1000000","69030"]}},"months":{"2026-01":["0","40319"]}}', '\x3294e7052bfc55eff23594708fbc8a6bb63cd3e620f8fbda12e2c23a7b8d34287d309951562aa8f85466ab0d310de174b6470944f4f2c59d95c922b9c1f2d38d', 0, '2026-03-10 12:00:00+00'),
	(24, '\xa5b37a7a6522ce6a43c18a5db391cb2ea0510634d7d98f67ea5a1f3254fbf21f', 'localhost:8080
24
pbN6emUizmpDwYpds5HLLqBRBjTX2Y9n6lofMlT78h8=

— localhost:8080 12+/sZr2DBFexJdpQtlH1r75ZgvwUgEbclRI4kjoTCCSfNITTWZtmjj3C5KISvAE3906rFuFTIxgnZVMV2PFFnYRJwQ=
', '{"v":1,"targets":{"funding":["USD","10000000000"],"gpus":10000,"gpuHours":"87600000.00","from":"2026-01-01","to":"2027-01-01"},"signatories":{"person":2,"organisation":1},"flows":{"A100/bought":{"committed":["18000000","5676167"]},"EUR":{"waiting":["4000000","4665600"]},"GBP":{"pledged":["10000","13440"],"received":["30000","40319"],"disputed":["34000","45695"],"refunded":["6000","8063"]},"H100-SXM":{"pledged":["12165120000","12165120000"]},"KRW":{"withdrawn":["1000000","69030"]},"USD":{"pledged":["200000","200000"]}},"months":{"2026-01":["0","40319"]}}', '\x3294e7052bfc55eff23594708fbc8a6bb63cd3e620f8fbda12e2c23a7b8d34289ad3064ce0f68aaa82a48700b05fc85d319062d63d0dc93721582ecd415195f1', 24, '2026-03-10 12:00:00+00'),
	(39, '\x4d759f8d241e026d31c08e2ae2c6e8d4c3d0de6b4a49c1eb012f18839e76a21b', 'localhost:8080
39
TXWfjSQeAm0xwI4q4sbo1MPQ3mtKScHrAS8Yg552ohs=

— localhost:8080 12+/sQo7tSnW5Hjd4WxkpIw8115+Z0yBjvY3in58BFSPoDECfBLniW0JgTXGLFE3ODl2jBVvirBm0FNs1SCegDbN3wA=
', '{"v":1,"targets":{"funding":["USD","10000000000"],"gpus":10000,"gpuHours":"87600000.00","from":"2026-01-01","to":"2027-01-01"},"signatories":{"person":2,"organisation":1},"flows":{"A100/bought":{"committed":["18000000","5676167"]},"EUR":{"waiting":["4000000","4665600"]},"GBP":{"pledged":["10000","13440"],"received":["30000","40319"],"disputed":["34000","45695"],"refunded":["6000","8063"]},"H100-SXM":{"pledged":["36495360000","36495360000"]},"JPY":{"pledged":["70000","44366"]},"KRW":{"withdrawn":["1000000","69030"]},"USD":{"pledged":["310000","310000"],"committed":["60000","60000"],"received":["25000","25000"],"refunded":["5000","5000"]}},"months":{"2026-01":["0","40319"],"2026-03":["60000","25000"]}}', '\x9a5f56384da41f64d07336c13f6f7b0ab91b4657607af10b1bce4bcbf489f85d6b6c9f5c374d5633daf74605031a2c076b5fd25edfa88fb28e57e083bd3a9f8d102cbab3aefe8abdf399e16d049d2f0111b58a17635194932410f7ecea2b53d7fba780b3747f1fdb2af81dbc1b718f5064ab6ef97cff8811c90fc7bb73849b60', 39, '2026-03-10 12:00:00+00'),
	(50, '\x959143ae11a620c138dd698dbc6aec23202ad450235fe39aabf4120bd32a8a6e', 'localhost:8080
50
lZFDrhGmIME43WmNvGrsIyAq1FAjX+Oaq/QSC9Mqim4=

— localhost:8080 12+/scBuRzgKp7M+q/7W28lVMphl90h/RocS+rTI5A5U0ka6fyfuJXJx85gsliFuQMfOLn6HlAGlfR/HlY4vkfTz8wU=
', '{"v":1,"targets":{"funding":["USD","10000000000"],"gpus":10000,"gpuHours":"87600000.00","from":"2026-01-01","to":"2027-01-01"},"signatories":{"person":3,"organisation":1},"flows":{"A100/bought":{"committed":["18000000","5676167"]},"EUR":{"waiting":["4000000","4665600"]},"GBP":{"pledged":["10000","13440"],"received":["30000","40319"],"disputed":["34000","45695"],"refunded":["6000","8063"]},"H100-SXM":{"pledged":["48660454800","48660454800"],"committed":["12165083100","12165083100"],"received":["62100","62100"]},"JPY":{"lapsed":["70000","44366"]},"KRW":{"withdrawn":["1000000","69030"]},"KWD":{"pledged":["12345","4012"]},"USD":{"pledged":["310000","310000"],"committed":["60000","60000"],"received":["25000","25000"],"refunded":["5000","5000"]}},"months":{"2026-01":["0","40319"],"2026-03":["60000","25000"]}}', '\x9a5f56384da41f64d07336c13f6f7b0ab91b4657607af10b1bce4bcbf489f85d19e38eac3b34a3feb7fdfb0da4319e7864b265500281c765cac93b07cd6e89f767492fdb99d1fda4b75925aa942122757d3c9245b7a84bbca03a4934f6b5bd2a', 50, '2026-03-10 12:00:00+00'),
	(60, '\x117e5fb0c166e3fe4ecf3468e16a4b76cc106dcb7098caa12ff4b075b57e9689', 'localhost:8080
60
EX5fsMFm4/5OzzRo4WpLdswQbctwmMqhL/SwdbV+lok=

— localhost:8080 12+/sb+oTsAnABsqhzCz/538QS/DY90AsmN++GiAgJ4FvJrpz91Arb/zS6P7O+FGppCdpi0wKbAq/mN3yJttwXN+9gU=
', '{"v":1,"targets":{"funding":["USD","10000000000"],"gpus":10000,"gpuHours":"87600000.00","from":"2026-01-01","to":"2027-01-01"},"signatories":{"person":5,"organisation":1},"flows":{"A100/bought":{"committed":["18000000","5676167"]},"EUR":{"waiting":["4000000","4665600"]},"GBP":{"pledged":["10000","13440"],"received":["30000","40319"],"disputed":["34000","45695"],"refunded":["6000","8063"]},"H100-SXM":{"pledged":["48660454800","48660454800"],"committed":["12165083100","12165083100"],"received":["62100","62100"]},"JPY":{"lapsed":["70000","44366"]},"KRW":{"withdrawn":["1000000","69030"]},"KWD":{"pledged":["12345","4012"]},"USD":{"pledged":["315000","315000"],"committed":["60000","60000"],"received":["25000","25000"],"refunded":["5000","5000"],"withdrawn":["3000","3000"]}},"months":{"2026-01":["0","40319"],"2026-03":["60000","25000"]}}', '\x9a5f56384da41f64d07336c13f6f7b0ab91b4657607af10b1bce4bcbf489f85d19e38eac3b34a3feb7fdfb0da4319e7864b265500281c765cac93b07cd6e89f720d5f1d00a52a797cdccffdc5b3d31cfa8767fbb8d013a8dee5b8b36802f259a9f989ec10481773e57b322111b7217646765df167500bec04d62609604c3e858', 50, '2026-03-10 12:00:00+00'),
	(64, '\x0802e4b213fac1009969cf6184d9731e38dda9646ee1131b4b1a3e9f892fa7a2', 'localhost:8080
64
CALkshP6wQCZac9hhNlzHjjdqWRu4RMbSxo+n4kvp6I=

— localhost:8080 12+/sXRVQtcAWGMHL6uiEkEBnBs4cq/SCMhkLSpT2WeEcQhPJ9Ixfr6N8SEyvuz6eOtdqAwrBoUxESGUy1nXkIcB5Q4=
', '{"v":1,"targets":{"funding":["USD","10000000000"],"gpus":10000,"gpuHours":"87600000.00","from":"2026-01-01","to":"2027-01-01"},"signatories":{"person":5,"organisation":1},"flows":{"A100/bought":{"committed":["18000000","5676167"]},"EUR":{"waiting":["4000000","4665600"]},"GBP":{"pledged":["10000","13440"],"received":["30000","40319"],"disputed":["34000","45695"],"refunded":["6000","8063"]},"H100-SXM":{"pledged":["48660454800","48660454800"],"committed":["12165083100","12165083100"],"received":["62100","62100"]},"JPY":{"lapsed":["70000","44366"]},"KRW":{"withdrawn":["1000000","69030"]},"KWD":{"pledged":["12345","4012"]},"USD":{"pledged":["815000","815000"],"committed":["60000","60000"],"received":["25000","25000"],"refunded":["5000","5000"],"withdrawn":["3000","3000"]}},"months":{"2026-01":["0","40319"],"2026-03":["60000","25000"]}}', '\x0802e4b213fac1009969cf6184d9731e38dda9646ee1131b4b1a3e9f892fa7a2', 50, '2026-03-10 12:00:00+00');

INSERT INTO public.derived VALUES
	(24, 'capacity-1', '{"held":{"allSites":0,"largestSite":0,"from":null},"heldPromised":512,"steps":[{"on":"2026-03-01","secured":0,"largestSite":0,"promised":512,"bought":0},{"on":"2026-12-01","secured":0,"largestSite":0,"promised":0,"bought":0}]}'),
	(39, 'capacity-1', '{"held":{"allSites":0,"largestSite":0,"from":null},"heldPromised":1536,"steps":[{"on":"2026-03-01","secured":0,"largestSite":0,"promised":1536,"bought":0},{"on":"2026-12-01","secured":0,"largestSite":0,"promised":0,"bought":0}]}'),
	(50, 'capacity-1', '{"held":{"allSites":512,"largestSite":512,"from":"2026-03-01"},"heldPromised":2048,"steps":[{"on":"2026-03-01","secured":512,"largestSite":512,"promised":2048,"bought":0},{"on":"2026-12-01","secured":0,"largestSite":0,"promised":0,"bought":0}]}');

INSERT INTO public.entry_name VALUES
	(1, '01a22ba9-88c0-76b0-8920-53d83531b60f', '\xfb0a8ab7c3bc8a85466ccfafd392ee1e4aeae71cbb3d999444e6d9d97bda3eb0', 'Example University'),
	(2, '01a22ba9-88c1-7358-9fa4-eef8cf3f3173', '\xc9228fd690f9dbf00bfe1cd86295ded33b35af606a335a265e151baa07f35e5c', 'Eli Example'),
	(3, '01a22ba9-88c0-76b0-8920-53d83531b60f', '\x1a29a22611e06830097618c24e225992d9e39db9646269a8d99c1e8c93323ec2', 'Example University'),
	(5, '01a22ba9-88c1-7358-9fa4-eef8cf3f3173', '\x0e1173f0426279398ad8362a614ebfa2945c48ed9a59af1092659e3edbae491c', 'Eli Example'),
	(8, '01a22ba9-88c1-7358-9fa4-eef8cf3f3173', '\xbb5044121054c7c5b6e9fe15aade31f8afa9ac968c0cc8d653cbe131d1870e65', 'Eli Example'),
	(14, '01a22ba9-88c0-76b0-8920-53d83531b60f', '\x5f4cb450baa3980eca7d7cdc0b29818989bcda4c28bd273245bb443ed95e90aa', 'Example University'),
	(17, '01a22ba9-8b2a-7510-9bbc-6edbd11d4da0', '\x422f19f3de5532619f9bdf77cc02770bfac3ff102eaae66347cb6f0d126bb479', 'Ada Example'),
	(18, '01a22ba9-8b2a-7510-9bbc-6edbd11d4da0', '\xc256f68b4981fe26fa1e2caaa36463bb24ff2a57fd168a817e68004b098f8d7d', 'Ada Example'),
	(20, '01a22ba9-8b2a-7510-9bbc-6edbd11d4da0', '\x2c5e503a79ba06b313a6f7bb4acf3c23b6dad8713ec09925f9fd6d50f4192cd0', 'Ada Example'),
	(22, '01a22ba9-8b2a-7510-9bbc-6edbd11d4da0', '\x973d8c236866bd8d7717b11a264a313db757176706e46dc23f2dd3996448ffca', 'Ada Example'),
	(24, '01a22ba9-8b2a-7510-9bbc-6edbd11d4da0', '\xadbd07c481fcf4890c4a684ff4f01a297548583730a039b2692300074d22d7f2', 'Ada Example'),
	(26, '01a22ba9-8b2a-7510-9bbc-6edbd11d4da0', '\x38f365ba547ef8e0df732d6371557dc1c27a19e1eec9bd2b43614da4ad5ae255', 'Ada Example'),
	(28, '01a22ba9-8b2a-7510-9bbc-6edbd11d4da0', '\x1e2951d803af8255de9e6545a072e5c0f435db040e1342a0dd64b1171f8949e7', 'Ada Example'),
	(30, '01a22ba9-8b2a-7510-9bbc-6edbd11d4da0', '\x02eca6e7d6661580309f1da73c076dbae25dd7ee9d6219d7e9a0994895732cd4', 'Ada Example'),
	(37, '01a22ba9-8b2a-7510-9bbc-6edbd11d4da0', '\x80eee44daec226f79b2fdedfd4716f4f1d2e9a58e64cbb1f18d763bb51ca962e', 'Ada Example'),
	(40, '01a22ba9-8b2a-7510-9bbc-6edbd11d4da0', '\xe6620cc1e0408138b5df85873db9845b52193f01e3e7c795dafbd21eae352b35', 'Ada Example'),
	(44, '01a22ba9-8d8e-71f2-9ac6-764ac4927ebe', '\xdd6f9744e0d0658315187e92aaa797c541b0b3e30e83a386ee3276017c225fb2', 'Bo Example'),
	(45, '01a22ba9-8d8e-71f2-9ac6-764ac4927ebe', '\x931415c0b574905e0c0a5ec58cc59cb5943c339431b1685690ed3aec783ca979', 'Bo Example'),
	(48, '01a22ba9-8d8e-71f2-9ac6-764ac4927ebe', '\xd82c119e493df87ef570381851c64a6a5db7d681f11fe1b0398892d84956957d', 'Bo Example'),
	(50, '01a22ba9-8ec0-7744-ac51-7800980cdce8', '\xd7e7eb164695c3ae0031f81de5f9358f50428609eff97185cda747ac596a045e', 'Fay  Example-Sample'),
	(51, '01a22ba9-8ec0-7744-ac51-7800980cdce8', '\x37a955d9212b500a9642c6bb636a89f2ef5517573ffc0df544b9ed65aa131942', 'Fay  Example-Sample'),
	(53, '01a22ba9-8ec0-7744-ac51-7800980cdce8', '\x002e3699ac0a5b1d7f45e1be2857a3be2de8ee7a64196841a35dbbe4496e6cef', 'Fay  Example-Sample'),
	(55, '01a22ba9-8ec0-7744-ac51-7800980cdce8', '\x29ee64cfdbf31e18bebdf9727c74ac255f19f91c54d4027dec64549f2f8263cd', 'Fay  Example-Sample'),
	(56, '01a22ba9-8ec0-7744-ac51-7800980cdce8', '\x4cc337e5cfc24a7aef03c4f00592f324accc13760a00683ffc429eb356278d6e', 'Fay  Example-Sample'),
	(59, '01a22ba9-8fd2-77da-bdaf-7594c754323d', '\x08cfba2b0c242b41b43becaf09d2d10bcaa1aa5ccc6c26dbbd298d189038784a', 'Gus Example'),
	(60, '01a22ba9-9009-771b-b9a8-e9cf89de4155', '\x4d34ae4fccbca574874bcf0008cc1b2f9cbccfafdce5dbc1aeebd6208052519f', 'Hal Example'),
	(61, '01a22ba9-9009-771b-b9a8-e9cf89de4155', '\x97aea9a705faef6862ad4dec10fcfaa295eca24c97a443bcdfa5776b44604098', 'Hal Example'),
	(62, '01a22ba9-8ec0-7744-ac51-7800980cdce8', '\xc996b304cec131b605de46291d806cecd76794d109edccd6bec2e65cb1a2dd56', 'Fay  Example-Sample');

INSERT INTO public.evidence VALUES
	('4SNPJT25EZAZ5H6H', 'https://press.example/2', 'Signed in Oslo.'),
	('QF8JNVY4D365GNBH', NULL, 'Another pledge’s.'),
	('P6NXBB41P6W29FVD', NULL, 'Nothing came.'),
	('P601R53F1989S449', NULL, 'Of the scheduler.');

INSERT INTO public.idempotency VALUES
	('\x38b72b770ca9b93238b408d71ae0623bb66619afa06a190faac536f60a0af33f', '\x833f453a0e84f79f3bd29405468c06656b9e4ec0f143422f98229a77048d0097', 201, '{"id":"01a22ba9-8b2a-7510-9bbc-6edbd11d4da0","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x19f636231fd873d678991035c90774e2cf3be4eaf4fef32333ba25389203839b', '\x872a4f418e2c771b8a65fd8a8fae6a07a8a6ec67ab85516aa6186307e196fa0c', 201, '{"id":"01a22ba9-8b2a-7510-9bbc-6edbd11d4da0","status":"published","seq":17}', '2026-03-10 12:00:00+00'),
	('\x1c162437e38099e91993fd782be7035a96a1e3f902aae7b03ffc0a484fa14980', '\x1f49673bc15bc491698f8f01c0df039335b2fc01a340b989697455f988ca36cb', 201, '{"ref":"5QZ0QTRKC7","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x032d9602c7856f5476ecaf2de1a4740630f5a38515be5e3cf56cdb38a5a969c4', '\x35a6720e6b47f50b5cc0f88323bf861f795f43c8aa87dcc0273c4ef9d28cfb58', 201, '{"batch":"QFGB0K7N41YHQYS9","movements":[{"seq":19,"verb":"pledge","from":"outside","to":"pledged","asset":"USD","amount":"1000.00","base":"1000.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x9a6016db546aa67fb8abe658cecf84b8a82ab1335058c9ca16c9bc1dab793ce9', '\xb9c75b87b5780bf3fe292454f4b56e23cebd3f0008823bbcc320d483282e34ec', 201, '{"ref":"AVK4R2QMP2","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x61fe452974d46ebf2488c4241ffe74d2aeee9cefa86c40af9be4a691d2d97481', '\x52e13bdb380333945017541aff5fb21877e017bcb224c69bf6c1adb1abc0c63e', 201, '{"batch":"1V64M4F3H67642JF","movements":[{"seq":21,"verb":"pledge","from":"outside","to":"pledged","asset":"H100-SXM","gpuHours":"3379200.00","gpuSeconds":"12165120000","h100eHours":"3379200.00","windows":[{"gpus":512,"from":"2026-03-01","to":"2026-12-01","availability":"1"}],"occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\xcf5ee6c2851e219f57956dcb2a7268bd3b94d3af93a5aa4254469a7d071be699', '\xaffdefcfec87f9c95473c7281e427e5a93bb9f7f114a63cf328deb3c3188dd15', 201, '{"ref":"VZKDBTGPHY","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xb62df3f2299aec76b3a7d631552d0f2281b782262f6b0639c0dd9876556ea4cb', '\xd612ac725c6fe56b2cf49d1dce2ec67d316c8959c49f6cc1da5904c6405a3c43', 201, '{"batch":"9V2AFXPCG02TB52N","movements":[{"seq":23,"verb":"pledge","from":"outside","to":"pledged","asset":"USD","amount":"1000.00","base":"1000.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\xd3ea1c1af6ea4453219b6b36c258f5e3f4a51b7eb7ff88549e55017233789b2e', '\x2ddec3e77b4f7dcf6208d4007c813bb02bfb81e764a0f537bd4ba164c050c783', 201, '{"ref":"3TQC7P8WSE","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xda26372be90c84fadeaed4c04ad29c51b408308b1cab56b0ecfd05eeac7ee408', '\x4a17ba515bb867c1b54b23777f856a88a22ad1ae0a7263eff93f7bd1f5aa8690', 201, '{"batch":"3PYXJRFX5KM1X5FR","movements":[{"seq":25,"verb":"pledge","from":"outside","to":"pledged","asset":"H100-SXM","gpuHours":"3379200.00","gpuSeconds":"12165120000","h100eHours":"3379200.00","windows":[{"gpus":512,"from":"2026-03-01","to":"2026-12-01","availability":"1"}],"occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x33c7a07f50099852da303d327a275a13061031e2891fff855dfd476bbc28fc73', '\x376fc1a5694e0f8bd021dece0d65dc646697eaf3a43bde1d306a0608ef4e4b1f', 201, '{"ref":"NZ25NNNARG","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xc607e70b01710cd9fdef902ae312f20c74d14447091c0e4673c44d0ffcb68e49', '\x07e4b79045e4469d0fd7212d393c3a9c877a62f31c621d5b52926cf31f73c5ac', 201, '{"batch":"DQESN1TQ3HEDKR2X","movements":[{"seq":27,"verb":"pledge","from":"outside","to":"pledged","asset":"USD","amount":"1000.00","base":"1000.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\xb13620c1326fcb64b35eaab1a1f38547005abbd8937b0a21e51643b5df21dab0', '\x66ef81cba55a4bf007b3ce24cee3a3835429f204f8ebb8a9368f75b45be8c98f', 201, '{"ref":"MMHXSYWMGV","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x4d625316a1d4ac3490ff2a39295be0bb95de4e946b69b8e0803aa79ee97eb16d', '\x8e27e6bba6db78f3b7a8fe4dce5a89c3e02703c3ca2968a4bc743dad69a6ab6b', 201, '{"batch":"09H1J3D5304WQAK0","movements":[{"seq":29,"verb":"pledge","from":"outside","to":"pledged","asset":"H100-SXM","gpuHours":"3379200.00","gpuSeconds":"12165120000","h100eHours":"3379200.00","windows":[{"gpus":512,"from":"2026-03-01","to":"2026-12-01","availability":"1"}],"occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\xe9c98da86750f3981a54a4f2b04da02bcee9cd41f6f5252a731a1039a9fa6300', '\xdd990356f1ad5f2645fd183ae21e102768b9dc9d1591d13075cc71939b8f2a84', 201, '{"ref":"VNXTG7JSQ6","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x1538e98beb5638a53bebe7a0e1513830042f8cf8aefba8395fc18e0b1eca5508', '\xd7e97d4f1a73ee1e05f7e0acad7e793bda94e3e1b8dcd19b92999ce2c2ed05d2', 201, '{"batch":"Z8Z60ZGNM134SDVR","movements":[{"seq":31,"verb":"pledge","from":"outside","to":"pledged","asset":"USD","amount":"1000.00","base":"1000.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x5a5f995417b39b679b7e1015bbd0cfcc01f1b7a0ad87bf8ec5da5c47291a9ccb', '\x7d4104f8f84a27291da1cc93b33e1dcae819cdf9c7f0ae40355ce69e0e01c4f8', 201, '{"batch":"4SNPJT25EZAZ5H6H","movements":[{"seq":32,"verb":"commit","from":"pledged","to":"committed","asset":"USD","amount":"900.00","base":"900.00","occurredOn":"2026-03-10","grade":"signed-agreement"}]}', '2026-03-10 12:00:00+00'),
	('\xa4c663209c081fbe857f42eb49cc04385174f541535081528a675ad013ea5d97', '\xda466c2425a499da5bbdc44fce402412dbfdc0a80142eb998d6a88ced09298ba', 201, '{"batch":"CJM46P7RJWBJ7GJR","movements":[{"seq":33,"verb":"receive","from":"committed","to":"received","asset":"USD","amount":"300.00","base":"300.00","occurredOn":"2026-03-10","grade":"payment"}]}', '2026-03-10 12:00:00+00'),
	('\x62b44b97891412dbace4ff93824cd7ca60a24a29c56159fe3546794a248ea687', '\x6b3dbe0e462ae3bf8d2885011e846f230c6b9f028dabec7d9bb54a49019599c1', 201, '{"batch":"397D7Q3J95BWRZ9Z","movements":[{"seq":34,"verb":"refund","from":"received","to":"refunded","asset":"USD","amount":"50.00","base":"50.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x04b3b00148e8708936c7142bfafd3f8769901ceaff61a3f6eafbdef67135a91c', '\x91ef05d656dcb9657300a9e3a0a93f28567a8a8e777dddf413be008b2f06f005', 201, '{"batch":"K3JVWDNMB7JT0ZB4","movements":[{"seq":35,"verb":"receive","from":"committed","to":"received","asset":"USD","amount":"100.00","base":"100.00","occurredOn":"2026-03-10","grade":"payment"}]}', '2026-03-10 12:00:00+00'),
	('\xe031c79e4d6dc2a85ba744c1b989f2c16962c1a961f65452a37a65ed9e08f080', '\xb6a8f9ebf314dafe574bd70bbbdfa6d6f7fe0651f7c2eb8026acc309e87fa890', 201, '{"batch":"QF8JNVY4D365GNBH","movements":[{"seq":36,"verb":"reverse","from":"received","to":"committed","asset":"USD","amount":"100.00","base":"100.00","occurredOn":"2026-03-10","grade":"self-asserted","reverses":35}]}', '2026-03-10 12:00:00+00'),
	('\x26497190c31b46eda1ee2872f5bfb9752d001295a534ce67c7d4643fe357ab57', '\xf5d1235abf3741387e41c07601eac45bbc8930fe3de97502fa5f880a9c53dbd1', 201, '{"ref":"VZ28KX4YTZ","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x8187794575450731d04625e35bf3bf34ace7a4a0dab90920c9270d83be01eb52', '\xfd57b1670098f9a81dfa0a2f6c3b40f771cde2ce13dbb2885ec9a392c6a7282f', 201, '{"batch":"M1G6YZQB5W2VJ8BM","movements":[{"seq":38,"verb":"pledge","from":"outside","to":"pledged","asset":"JPY","amount":"70000","base":"443.66","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x0d100ef46f3717e10e906bab9e0d5cde4ae784e1c985b9b77bc3dd5046c21e52', '\x30d8704d185ecc88534a4bedeab1216c7de1ebd1e7519bdfbff67e1378b0ab28', 201, '{"batch":"P6NXBB41P6W29FVD","movements":[{"seq":39,"verb":"lapse","from":"pledged","to":"lapsed","asset":"JPY","amount":"70000","base":"443.66","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\xeebaf8bdf1da48c0a34dedc61dfc3e5189669313f0ec785d7e786737607cb1c7', '\xb2697838e0bb1b80c0686b51d433a70b51bba2d2fb914e407919872b4a9e8199', 201, '{"ref":"3VDYY40M68","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x16552e293674eb2c3bafec0b1be86d7a998e96831678ff3af3572c57659247a9', '\x20028f143fd6d58e8f84ca0a263dd6d113641a673083fe3e6a96ce284f4fef0e', 201, '{"batch":"6BQCMJBJ1S0AEAJW","movements":[{"seq":41,"verb":"pledge","from":"outside","to":"pledged","asset":"H100-SXM","gpuHours":"3379200.00","gpuSeconds":"12165120000","h100eHours":"3379200.00","windows":[{"gpus":512,"from":"2026-03-01","to":"2026-12-01","availability":"1"}],"occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x5684f026e087068c53e2c1abdc7c76d952f2aca9f086af49cbe00f2d07e1e250', '\xe57a9b6f434ba614840155b0b2deb380d7cee252e0686a0dd613a161e12ac61f', 201, '{"batch":"VQMEZ3G12DVVPFB8","movements":[{"seq":42,"verb":"commit","from":"pledged","to":"committed","asset":"H100-SXM","gpuHours":"3379200.00","gpuSeconds":"12165120000","h100eHours":"3379200.00","windows":[{"gpus":512,"from":"2026-03-01","to":"2026-12-01","availability":"1"}],"occurredOn":"2026-03-10","grade":"signed-agreement"}]}', '2026-03-10 12:00:00+00'),
	('\x5bb25f6d3b0763ce6b3c83418ff77a9e789ae92f7ed0e856a6b85bf0eaab8df3', '\xcf2a717acda39f023e9edc67e9e42860195fbd712ffc18cd5dfdb9daaec97318', 201, '{"batch":"GQB5G4PMA4WCMWK0","movements":[{"seq":43,"verb":"receive","from":"committed","to":"received","asset":"H100-SXM","gpuHours":"10.25","gpuSeconds":"36900","h100eHours":"10.25","occurredOn":"2026-03-10","grade":"provider-statement"}]}', '2026-03-10 12:00:00+00'),
	('\xa88012f05f1d1a7dde85d0ad203441a0d9a5767a4085a8527548edc6a349aead', '\xe23504c14c50cf44e576f0935cd17800f3b12bcf7c3ca0ccafe940d8a7301efe', 201, '{"ref":"KN5G2BSFW2","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xcd047ed674a988c047357134469e5a8e20f48cf019d355ef05d5a96882c8a0fa', '\xe45cf444a0e798d8301bce84290100aff802c6baef6f30ab36cfb1b10963af9f', 201, '{"ref":"TAW6D7T8EB","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xbbab8c12c259e5ad576e91d33e88065d2944e32c4b64fdef3152b2e95823bf44', '\xeae6d97c100b4154e45f9efece2981b92c68264de61f3cf8c733691c7099bf2e', 201, '{"ref":"TAW6D7T8EB","status":"rejected"}', '2026-03-10 12:00:00+00'),
	('\xc6fb114712184f54bc61c06a8e10e79972178909b8ba2fa98a5588f0c8aba441', '\xf26d739d4bdd318424017e610ea5668bcc26ccc46919870d4fe364e3755f5095', 201, '{"id":"01a22ba9-8d8e-71f2-9ac6-764ac4927ebe","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xdd5aca57e513e8ebfc57f1ba420c85bb4aa10af1bfbaf6506dfab6500389f2ce', '\x4fe8dbc5ae9c2f94c98956da07d0a08d62a81f26e9c1b528231fc192c98733c0', 201, '{"id":"01a22ba9-8d8e-71f2-9ac6-764ac4927ebe","status":"published","seq":44}', '2026-03-10 12:00:00+00'),
	('\xcfffd51f37355b557c43c06957f111d00009b0a321bf982c31c912f08c487154', '\x81b2767cd9d0a44cd8b0afaef7cac757136b393f5bf4bffbf2539b13ce2a1b85', 201, '{"ref":"S4CE95NHS5","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xb3de0480b10e1a65442d7d7cc79312b70986476dea95c0f639a711e10e4cb865', '\x80883b5c76535d8dff37b461c4797cfbe088ee404eb2e6541cb5e1a7bbe5116d', 201, '{"batch":"DBMSAS0RVJEAQQX3","movements":[{"seq":46,"verb":"pledge","from":"outside","to":"pledged","asset":"H100-SXM","gpuHours":"3379200.00","gpuSeconds":"12165120000","h100eHours":"3379200.00","windows":[{"gpus":512,"from":"2026-03-01","to":"2026-12-01","availability":"1"}],"occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x6a8c4ed7211228f4bb620c0f083cc80a3096a514d2e03374ad0b73950a2a5d07', '\xf8ff90beeed8053353c92367d97353879a0c8f6da10655e84fe2ae8c176e081d', 201, '{"batch":"P601R53F1989S449","movements":[{"seq":47,"verb":"receive","from":"pledged","to":"received","asset":"H100-SXM","gpuHours":"7.00","gpuSeconds":"25200","h100eHours":"7.00","occurredOn":"2026-03-10","grade":"metered"}]}', '2026-03-10 12:00:00+00'),
	('\x10c466bda8f58fe267f39393a37ed1113b26c6631c5ddd4ac787b87489101781', '\x7e77510dd679d5a2eb50cecb11679098bedbe216e6b5d5a5c04b4fffbeda4f26', 201, '{"currency":"KWD","ratedOn":"2026-03-09","rate":{"num":"3.25","den":"1","source":"ADMIN"}}', '2026-03-10 12:00:00+00'),
	('\x6001c4dbdb8ea6ce74aa5a564f99f4f61c391356743e9e542614475f0101ac5d', '\xaf4a4062b68f24daf018266eccdb5beed5b5ee7e6f9789a7a7802388775bb6bd', 201, '{"ref":"VHNE6D82XR","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xb01ca4fb6a06f3ea8db13a4029746b26b1c98b191c5beb29268db35c9f46e0a2', '\x5141dc7174013552e29b9c76a535b4c56fcd0e31674a7ebeafb01e4da63c3392', 201, '{"batch":"EZA4W6MKB9R9C6VA","movements":[{"seq":49,"verb":"pledge","from":"outside","to":"pledged","asset":"KWD","amount":"12.345","base":"40.12","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\xc83a563a6e9751a0734e7399bf9b127c58492ed01a36a2284c15620b21ee1359', '\xb804ff82ff0be831aa80162f9943599b6b0d7095bbf6938f342bee2806d3f96c', 202, '{"status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xab6f6db853b5e9423f1467a55bf13416acf843e48453f6357250568fcc80c1ff', '\xdd14b6ce33bb865b04d8a41fdc4e7597d451aeb7aac323724be149f4ee59dda0', 202, '{"status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x92b1a12b9b28d1edf5e09d801ad3ce390bd3c0e0b23d0917f17cc88850f794bb', '\x7fb8582412763e7942a9ab4173bf1483bc65e413bfa2bda0a62dd8427f6fbc56', 202, '{"status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x3197d982b5c1375b7405f6fc922973aaa6671bbe6910fa95ea92b45b728e46ca', '\x83e418ffcd961dafdabbed926060f7448dbbcbd4527338d731888161e8a84810', 202, '{"status":"sent"}', '2026-03-10 12:00:00+00'),
	('\x8bf6c00c43140205bc1d3b1b87890f39800874454f3939b5047e8b9cb2e14b3a', '\xc0ad0421ad7da731820034788dac394fead246f469913b34b92a82254c76509f', 201, '{"batch":"7B726SYS1QCQHZ0S","movements":[{"seq":63,"verb":"pledge","from":"outside","to":"pledged","asset":"USD","amount":"5000.00","base":"5000.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x14508ab891921cbcdc17dd6aa4e647e9a667762053c8256140938a2a08914366', '\x2f5b73869b1ff43f13d9f4c8f0851fbb1c0044ad7e6d46c2ad75a1b9181bf4c9', 201, '{"ref":"D23541GEJF","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x13d385fd44652d4e02554adcafe39c7d920192aaf1243724bf063d21d089ccdd', '\xbdd0038b63aa03532704685d31eb955c4fedcb817af8ef87aee51e9e43adbe0b', 201, '{"ref":"D23541GEJF","status":"rejected"}', '2026-03-10 12:00:00+00'),
	('\x07f4db0557be00c44a27c8b61edc2b679df1be09c87125640051a14cf0d022a3', '\x4ae7ec28a52b40084ce9cf5a946890063760084c46f31e6524a3d4ae8b2713f5', 201, '{"ref":"05BWBFT3HJ","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x07838975f64b5ab32ab47bd9d55a1214fb6223eed05e908f68c9ae1b820e424c', '\x16c2192bc83b4c9fd0e8ab07ad6227b682478c3f101800552ca93dcb1b517173', 201, '{"ref":"05BWBFT3HJ","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xcb0138da2b83c6a87f57eea481e3b4f1eb061ea718ef22166744710da21c90a8', '\x36ab493d15665da35eb39e38bb55c92f8426b8e157437d9b3caa8c2e1e7ffc1f', 201, '{"ref":"J3N1HSXHSK","status":"accepted"}', '2026-03-10 12:00:00+00'),
	('\x482dc5102f03a130f7dbd8a9c362d75f977b4b32a0c0a4be58aaf50ccc8f7399', '\xdc9a715bf6c23000e74cd4253034ec8a4033f23c52f6efa5d9c03f29dd5facbb', 201, '{"ref":"J3N1HSXHSK","status":"accepted"}', '2026-03-10 12:00:00+00'),
	('\x10be1853614adfa50673f18053eab1ef93e20bd8875c9ab62e1cd71e000979cb', '\xf11f768f6d605c2449e7f843c51f7c7e1d63553babccbc9698abb71e4633a0e1', 201, '{"ref":"J3N1HSXHSK","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xc1f7f8f09a8d0c60bb2dfa7635ced57a7c8a3e92f15517e590f306e292ead0c4', '\x36ab493d15665da35eb39e38bb55c92f8426b8e157437d9b3caa8c2e1e7ffc1f', 201, '{"ref":"G1YWTK4J5J","status":"accepted"}', '2026-03-10 12:00:00+00'),
	('\x35a46aad8c4145124b67092b512c2300b5b5254a6a8f60d5389b486b74a05c70', '\x983c87436a4425b9b914c7fd0b104d7347037c1bcadb4b7276d6aa4c2efbceba', 201, '{"batch":"ZAEKNBEWFSVMS0MV","movements":[{"seq":58,"verb":"withdraw","from":"pledged","to":"withdrawn","asset":"USD","amount":"30.00","base":"30.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x5924021da4f1bc26d85911b177c44857177e027f99c21a601c1f80a06bad9fc5', '\x84d7ea9fc07a8ecb7de04c656755839d14d2aed501da8f9202e4def7744bf1a1', 202, '{"status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x32c08111b65fc5dd433437d6adb21c22b43c2f48c3fae038a3d86666b72392d4', '\xf3b4bd7874406449726921a597e7774ffc24ee04de7deec0a0eea69ebadbf96e', 201, '{"id":"01a22ba9-9009-771b-b9a8-e9cf89de4155","status":"withdrawn"}', '2026-03-10 12:00:00+00'),
	('\x81e8d8ac0d2d558d256c72e149d3aa6e03389a9824dcae77971c241548d27da9', '\x6ba9ffd82c5f957d9d6ea4def97a83816cdb0beafab67fc205727f212bfedb04', 202, '{"status":"pending"}', '2026-03-10 12:00:00+00');

INSERT INTO public.imported VALUES
	('initiative', '\x7888d292aae55c7bb14557f3582af44f0667c525ece961d457a788afe48823ca', 'Open Model Initiative'),
	('signatory uni', '\x244d0396d0a3cb764ff837cc5d24fb052ca1a67814711a92edefbf91efe96758', '01a22ba9-88c0-76b0-8920-53d83531b60f'),
	('signatory eli', '\x3c3413fce2c16f7727a33c584ef0981cbbc092cf402251350b4633bee431b3dd', '01a22ba9-88c1-7358-9fa4-eef8cf3f3173'),
	('pledge grant', '\x5b181c8d30e10eecaac3878aae08ba2292c4d817063fe445f266c2f9c965fa75', 'W2YHWYJ0TA'),
	('pledge taken-back', '\x631d0cbe6ea7f3ce74284c5426e75ce0ed0c63c397645e7e8703549358ba47a3', 'QB6A5N9NDS'),
	('pledge disputed', '\xf90dc6e89732668ba99633426cfe90162ad5ba5dc5dbaaa065d602141348a110', 'GJ4KG4VVSE'),
	('pledge hours', '\xe26d16207884dd92834e8871d35d83906731cad11c81a66591ac5ff26bcecdb4', 'APK2M4M3E1'),
	('movement 0 grant', '\xdbdf28cdfbe25ed1de278a7ceb81c73ea809c066baa709e71f326752c7b66990', 'PQFTS2QHTQ2D4KA9'),
	('movement 0 taken-back', '\x80e51912a81b84e008bf588fbc7e1d9be1d516b237e74f6abed818fd16c845c9', 'XG753ZXK6HBBQRW5'),
	('movement 1 taken-back', '\x2b19bd0926e3ab26d86b9d2e67955fef24a18854bdf8e79c0b504ec0a199b756', 'E9CACA1T33YRWC7Q'),
	('movement 0 disputed', '\xcf982f90e3b6c73fa037a346d7c2c3e3827cf78eaba951e1d6618219b2a0b0ba', 'AF8N0AR327085JFY'),
	('movement 1 disputed', '\x8bbd4dfabde5868fe3e82b6d038299423326e7e6bf41f498a822986b660bdd85', 'M1FF33D6BJGYRN5B'),
	('movement 2 disputed', '\xc0313711843810a87c6e17e6c54a395856fad3f49435898f5d5f5938012b702f', '6JNH0PZH9BP3FCVS'),
	('movement 3 disputed', '\xf784bf33ea02c69c9f656d684c94c2746633a8b88d9ce20d4b4753a6cad93a0b', 'H6EXRG9R0SABXR8G'),
	('movement 4 disputed', '\x2994e67fa6ea223ba55549d85123b34d8ab0037258048a0d142179a8ba8db322', '73DFXHPFYE4YZQ6R'),
	('movement 0 hours', '\x791b131fce235e163abb3b0fed1d88e3d224d17a4620a99b76c61767ff5362a7', 'A5KDC93T7HF3RGQ7'),
	('movement 1 hours', '\x4a7792556147128731c63fcbea976ed556c05673ac9207ef392ea1620939cfa2', '4W9K9Z4QHV7Q3S94');

INSERT INTO public.initiative VALUES
	(1, 'Open Model Initiative', 'One lab, in the open.', 'USD', 10000000000, 10000, 315360000000, '2026-01-01', '2027-01-01', '2027-06-30', 'A note.', false, false, '{"name": "Example Foundation", "contact": "pay@foundation.example", "country": "Norway", "taxStatus": "charity", "refundPolicy": "https://foundation.example/refunds", "registration": "000000-TEST", "privacyNotice": "https://foundation.example/privacy"}');

INSERT INTO public.ledger_entry VALUES
	(0, 'initiative', '\x7b2276223a312c226b696e64223a22696e6974696174697665222c2266756e64696e67223a5b22555344222c223130303030303030303030225d2c2267707573223a31303030302c22677075486f757273223a2238373630303030302e3030222c2266726f6d223a22323032362d30312d3031222c22746f223a22323032372d30312d3031227d', '\x74f7433cadebee279ab3c8fbc5b6c12d75bb235b4039ec1d60ca223450b6c229', '2026-03-10 12:00:00+00'),
	(1, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a22463439513446425346304459222c2277686f223a2262386138656366663063356532626530366664363862313464663437623137383934313037633266343463653064333133653464303533623231353637623935222c2274797065223a226f7267616e69736174696f6e222c22616374223a227369676e222c226f6e223a22323032362d30312d3032227d', '\xa104592800e92cf04b8659f8c174a91390f63aa8b33b9dee737ad78b40f5fe9e', '2026-03-10 12:00:00+00'),
	(2, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a225a514d535753515a4e4a3357222c2277686f223a2265653361316661316462383665323566383539373263363837613461336532363538636538326630336139336439613566396538653839656364663837316232222c2274797065223a22706572736f6e222c22616374223a227369676e222c226f6e223a22323032362d30332d3130227d', '\x030c24f28768fb08aaac7958cdc756c042b4749c0b3cb99b653091f2a3e3b190', '2026-03-10 12:00:00+00'),
	(3, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a225732594857594a305441222c2277686f223a2238366661646563326437316336666134353834366463333364616164663630306438303864666531613464393030316432303133353130323433393234386434222c226173736574223a22455552222c227175616e74697479223a2234303030303030222c2272617465223a5b22312e31363634222c2231225d2c22726174654f6e223a22323032362d30312d3035222c2272617465536f75726365223a22454342222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a7b226b696e64223a227468726573686f6c64222c226d6574726963223a226f7267616e69736174696f6e73222c22636f756e7473223a22636f6d6d6974746564222c2272656163686573223a223430222c226279223a6e756c6c7d2c226669726d223a747275657d', '\x40d6bc0e4d84cce8d97a522569fa465b2a129bb07889347a890a083a5be19c7c', '2026-03-10 12:00:00+00'),
	(4, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a225732594857594a305441222c226261746368223a22505146545332514854513244344b4139222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a2277616974696e67222c227175616e74697479223a2234303030303030222c2262617365223a2234363635363030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3035222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x66eed6ae6a68368ce10fcb5de19eddd1d8569f66ae9a02b1a183667e0856fb93', '2026-03-10 12:00:00+00'),
	(5, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a2251423641354e394e4453222c2277686f223a2264366434326233306535376463326534303136356261333434343765373164613166643765343361626364393063373866396538646431623166346165323835222c226173736574223a224b5257222c227175616e74697479223a2231303030303030222c2272617465223a5b22312e31373037222c22313639352e3933225d2c22726174654f6e223a22323032362d30312d3036222c2272617465536f75726365223a22454342222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x02991359ff46f007f984f8de9a297e8594ace0b9190272f08b8e2358ed066dd5', '2026-03-10 12:00:00+00'),
	(6, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2251423641354e394e4453222c226261746368223a2258473735335a584b3648424251525735222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a2231303030303030222c2262617365223a223639303330222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3036222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x25adb2f641372c8d1ab96a9d02f108777f80a7cba5dbbc922f66c7a58b75ef8e', '2026-03-10 12:00:00+00'),
	(7, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2251423641354e394e4453222c226261746368223a2245394341434131543333595257433751222c2276657262223a227769746864726177222c2266726f6d223a22706c6564676564222c22746f223a2277697468647261776e222c227175616e74697479223a2231303030303030222c2262617365223a223639303330222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3037222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xf5e9ebf5e5052c467280d6c140be23de53fd9f71d744244f099fd6530e9e5d90', '2026-03-10 12:00:00+00'),
	(8, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a22474a344b473456565345222c2277686f223a2261626634353933666265306334376639623239356465643563373163616233626162336534613234623632363466666661316265613534663861666562643531222c226173736574223a22474250222c227175616e74697479223a223830303030222c2272617465223a5b22312e31363735222c22302e38363837225d2c22726174654f6e223a22323032362d30312d3038222c2272617465536f75726365223a22454342222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x4f4da4e2d5df8cf553e325d32fafbeb9a4b55a7856c728165ef6098a1e7bb1ae', '2026-03-10 12:00:00+00'),
	(9, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22474a344b473456565345222c226261746368223a224146384e3041523332373038354a4659222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223830303030222c2262617365223a22313037353137222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3038222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x3361509fc31857ee60435121d7a604341e86e1b5032977ed06b81271423be1a9', '2026-03-10 12:00:00+00'),
	(10, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22474a344b473456565345222c226261746368223a224d31464633334436424a4759524e3542222c2276657262223a2272656365697665222c2266726f6d223a22706c6564676564222c22746f223a227265636569766564222c227175616e74697479223a223730303030222c2262617365223a223934303737222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3039222c226772616465223a227061796d656e74222c227265766572736573223a6e756c6c7d', '\xd138f6739209904d130dab14d44aa1e39cb482ca4b34aeb5ae9ae77892b25877', '2026-03-10 12:00:00+00'),
	(11, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22474a344b473456565345222c226261746368223a22364a4e4830505a483942503346435653222c2276657262223a2264697370757465222c2266726f6d223a227265636569766564222c22746f223a226469737075746564222c227175616e74697479223a223530303030222c2262617365223a223637313937222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3132222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x51b508706615361b9eaabc9cdc34dc225e911f19c708e0da76211873a1c529ad', '2026-03-10 12:00:00+00'),
	(12, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22474a344b473456565345222c226261746368223a2248364558524739523053414258523847222c2276657262223a2277696e222c2266726f6d223a226469737075746564222c22746f223a227265636569766564222c227175616e74697479223a223130303030222c2262617365223a223133343339222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3133222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xd57a0210b1f201856bf4d998f7ec4d1bd731ee3aa5cfc898950c7fe8a7a45bde', '2026-03-10 12:00:00+00'),
	(13, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22474a344b473456565345222c226261746368223a223733444658485046594534595a513652222c2276657262223a226c6f7365222c2266726f6d223a226469737075746564222c22746f223a22726566756e646564222c227175616e74697479223a2236303030222c2262617365223a2238303633222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3134222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x98028f15a89c9db5a9e1e8f36708b29c69d728aa36fc60a9cf6eebd5b721bd7c', '2026-03-10 12:00:00+00'),
	(14, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a2241504b324d344d334531222c2277686f223a2230326331386533626236316135666566383539633064326434653534323866343436646266366337616333343034326631323161666133656339643635663530222c226173736574223a2241313030222c227175616e74697479223a223138303030303030222c2272617465223a5b22333132222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22626f75676874222c2273697465223a225831544d54524b4e222c2277696e646f7773223a5b5b6e756c6c2c22323032362d30322d3031222c22323032362d30382d3031222c6e756c6c5d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\xaf456411652e9566fb6e0ea94af992736012e3e9256f6b8eed14907bf87522bd', '2026-03-10 12:00:00+00'),
	(15, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2241504b324d344d334531222c226261746368223a2241354b44433933543748463352475137222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223138303030303030222c2262617365223a2235363736313637222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30322d3032222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xfdae0681d225d3756556a1a61540217db276425390a7f6db4dd35ddb57232e16', '2026-03-10 12:00:00+00'),
	(16, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2241504b324d344d334531222c226261746368223a223457394b395a34514856375133533934222c2276657262223a22636f6d6d6974222c2266726f6d223a22706c6564676564222c22746f223a22636f6d6d6974746564222c227175616e74697479223a223138303030303030222c2262617365223a2235363736313637222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30322d3033222c226772616465223a227369676e65642d61677265656d656e74222c227265766572736573223a6e756c6c7d', '\x7d309951562aa8f85466ab0d310de174b6470944f4f2c59d95c922b9c1f2d38d', '2026-03-10 12:00:00+00'),
	(17, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a224d5a59364b315a5a465a4846222c2277686f223a2236646466333566663832656461666432313565316261363132636532366666623833313164396536343139633335303663336134383833376362323230343064222c2274797065223a22706572736f6e222c22616374223a227369676e222c226f6e223a22323032362d30332d3130227d', '\x81bac6e0001c71cb9172619783ffee1af478d93105439a419c1d5744cfaef38e', '2026-03-10 12:00:00+00'),
	(18, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a2235515a305154524b4337222c2277686f223a2235313165363963383962656138303666306433356535636266343635396437663134306635383965323430323366333461656138313639653066363436316638222c226173736574223a22555344222c227175616e74697479223a22313030303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a5b5b22323032362d30332d3331222c223430303030225d2c5b22323032362d30362d3330222c223630303030225d5d2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x362e45e383874c93cbcfb364f248c1a222c0d14939d48f03bba60d2c5e6042b7', '2026-03-10 12:00:00+00'),
	(19, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2235515a305154524b4337222c226261746368223a2251464742304b374e3431594851595339222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a22313030303030222c2262617365223a22313030303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xa144b9a9d0bf035e9124143c3a8eca8c8428d4ffa61dac69731abb07afe1d2f3', '2026-03-10 12:00:00+00'),
	(20, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a2241564b345232514d5032222c2277686f223a2262666166663034303632313030613266333564323733623964393933386663373761633534373331626339393765366262626139303566383436626631323861222c226173736574223a22483130302d53584d222c227175616e74697479223a223132313635313230303030222c2272617465223a5b223938392e34222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22676976656e222c2273697465223a224844563857463745222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\xdea6949fd2294109bc8ad7b81541170135fbdc5a1e3b56b33b2193ddd7abb000', '2026-03-10 12:00:00+00'),
	(21, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2241564b345232514d5032222c226261746368223a22315636344d3446334836373634324a46222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223132313635313230303030222c2262617365223a223132313635313230303030222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x9f367a7b72a07321231717c727ab231590fd21663c361c9e1aad5463b66c65c6', '2026-03-10 12:00:00+00'),
	(22, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a22565a4b44425447504859222c2277686f223a2231646362363364306231393831396666393337613532303864303734303130623237306339303563353965663861623733396135313363336633306331343234222c226173736574223a22555344222c227175616e74697479223a22313030303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a5b5b22323032362d30332d3331222c223430303030225d2c5b22323032362d30362d3330222c223630303030225d5d2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x88a2677bfa849b5a00a744fc045a2c5821ef8a1b85a45b40ffc2ac2fe3588786', '2026-03-10 12:00:00+00'),
	(23, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22565a4b44425447504859222c226261746368223a223956324146585043473032544235324e222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a22313030303030222c2262617365223a22313030303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x6a60e3501759b0b72b184a75fb8b98289a15e10994a1232f3087c8837b353718', '2026-03-10 12:00:00+00'),
	(24, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a2233545143375038575345222c2277686f223a2264323137373336333862616261643533633261636266393466646331326361313835643131636633616539616233396639656533643937646563343738643563222c226173736574223a22483130302d53584d222c227175616e74697479223a223132313635313230303030222c2272617465223a5b223938392e34222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22676976656e222c2273697465223a224844563857463745222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x6365e30a1b9fa5dc1aa4c89a449e72c37e7b46235add3c7e9405775d3ee8e326', '2026-03-10 12:00:00+00'),
	(25, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2233545143375038575345222c226261746368223a22335059584a524658354b4d3158354652222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223132313635313230303030222c2262617365223a223132313635313230303030222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x549f4c7ec26cd974409e2936c8b0e344b7cca94950caa4278c68961950ffa591', '2026-03-10 12:00:00+00'),
	(26, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a224e5a32354e4e4e415247222c2277686f223a2232353266366536396639633938373038656663623136613761633334306461333163366131316666323163306535633365343339336431323538636166326662222c226173736574223a22555344222c227175616e74697479223a22313030303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a5b5b22323032362d30332d3331222c223430303030225d2c5b22323032362d30362d3330222c223630303030225d5d2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x7e7eef786aaf5da86f1f810667e53fcfafc08c8c7523a786571f5e11fb117b48', '2026-03-10 12:00:00+00'),
	(27, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a224e5a32354e4e4e415247222c226261746368223a22445145534e315451334845444b523258222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a22313030303030222c2262617365223a22313030303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x0a5f36859e5918c65b71b80fe10c6b5d40fdebde18a0bc49b613666b2a65a6cb', '2026-03-10 12:00:00+00'),
	(28, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a224d4d48585359574d4756222c2277686f223a2232616564356339356562313833306632363366623165653135663337336238613732633437663563643939313634396261356134613135613637636366353532222c226173736574223a22483130302d53584d222c227175616e74697479223a223132313635313230303030222c2272617465223a5b223938392e34222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22676976656e222c2273697465223a224844563857463745222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\xc7d9cb353c38555eba13be49212d7fda84a8f6f2e818ef39649f62030af3f4ce', '2026-03-10 12:00:00+00'),
	(29, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a224d4d48585359574d4756222c226261746368223a22303948314a3344353330345751414b30222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223132313635313230303030222c2262617365223a223132313635313230303030222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x502fecc63034a226ecbf2fa67947d4998601314d7ded3c04575a9721a6206a59', '2026-03-10 12:00:00+00'),
	(30, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a22564e585447374a535136222c2277686f223a2262633437366363363831303134373530643134386538346339346631373231343434383663303464383235636633336633643538333030653835626165323337222c226173736574223a22555344222c227175616e74697479223a22313030303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a5b5b22323032362d30332d3331222c223430303030225d2c5b22323032362d30362d3330222c223630303030225d5d2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x7233d6dc751bbb1a63452c0e8f2caed68803097c6d334e14811c4e3c492d3e0a', '2026-03-10 12:00:00+00'),
	(31, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22564e585447374a535136222c226261746368223a225a385a36305a474e4d31333453445652222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a22313030303030222c2262617365223a22313030303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xf3e419deca72b022bfc88c794167fd7ed489491ddff4a990d618d47ed4d5c3f1', '2026-03-10 12:00:00+00'),
	(32, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22564e585447374a535136222c226261746368223a2234534e504a543235455a415a35483648222c2276657262223a22636f6d6d6974222c2266726f6d223a22706c6564676564222c22746f223a22636f6d6d6974746564222c227175616e74697479223a223930303030222c2262617365223a223930303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a227369676e65642d61677265656d656e74222c227265766572736573223a6e756c6c7d', '\x886ad6f71e4e233bdc51a4e0c0ad64f0004c2b5129e5e162872326e7f3ee4db2', '2026-03-10 12:00:00+00'),
	(33, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22564e585447374a535136222c226261746368223a22434a4d34365037524a57424a37474a52222c2276657262223a2272656365697665222c2266726f6d223a22636f6d6d6974746564222c22746f223a227265636569766564222c227175616e74697479223a223330303030222c2262617365223a223330303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a227061796d656e74222c227265766572736573223a6e756c6c7d', '\x5bc35f8f6df29a667410880d1e6090992fda6582ac6bc6a58740d3b7cb34db2b', '2026-03-10 12:00:00+00'),
	(34, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22564e585447374a535136222c226261746368223a22333937443751334a39354257525a395a222c2276657262223a22726566756e64222c2266726f6d223a227265636569766564222c22746f223a22726566756e646564222c227175616e74697479223a2235303030222c2262617365223a2235303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xaae25b4fb0142f1c60529888de2d90eb0f6095f4a3d88faa639c05f7a4290e8a', '2026-03-10 12:00:00+00'),
	(35, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22564e585447374a535136222c226261746368223a224b334a5657444e4d42374a54305a4234222c2276657262223a2272656365697665222c2266726f6d223a22636f6d6d6974746564222c22746f223a227265636569766564222c227175616e74697479223a223130303030222c2262617365223a223130303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a227061796d656e74222c227265766572736573223a6e756c6c7d', '\x0db0e6179963a7fd11dc21e9573a886b3a2f762af849a2152b83d7785ef47d20', '2026-03-10 12:00:00+00'),
	(36, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22564e585447374a535136222c226261746368223a225146384a4e56593444333635474e4248222c2276657262223a2272657665727365222c2266726f6d223a227265636569766564222c22746f223a22636f6d6d6974746564222c227175616e74697479223a223130303030222c2262617365223a223130303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a33357d', '\x9b37d4c4257860fd096b13102944a584d6579c0ae750cca05defebad285543cb', '2026-03-10 12:00:00+00'),
	(37, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a22565a32384b583459545a222c2277686f223a2232616266393137383863616134636664656161613638653763616635366363656234666532306338623739373237656634386663363332373363656639656535222c226173736574223a224a5059222c227175616e74697479223a223730303030222c2272617465223a5b22312e31363431222c223138332e3637225d2c22726174654f6e223a22323032362d30332d3130222c2272617465536f75726365223a22454342222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\xf049bdeeae2ab1777ac0f77247836777859f319d019de40c9f4f3765eca4cf25', '2026-03-10 12:00:00+00'),
	(38, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22565a32384b583459545a222c226261746368223a224d314736595a5142355732564a38424d222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223730303030222c2262617365223a223434333636222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xfba780b3747f1fdb2af81dbc1b718f5064ab6ef97cff8811c90fc7bb73849b60', '2026-03-10 12:00:00+00'),
	(39, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22565a32384b583459545a222c226261746368223a2250364e58424234315036573239465644222c2276657262223a226c61707365222c2266726f6d223a22706c6564676564222c22746f223a226c6170736564222c227175616e74697479223a223730303030222c2262617365223a223434333636222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x0108e0e3d30d861dbc724ea11a1a56b79d7adc09cc060e4474c66793758ae037', '2026-03-10 12:00:00+00'),
	(40, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a22335644595934304d3638222c2277686f223a2264336633376365663265613539303236363063303936616361396563656461636332303064393937613664316633313935356233613136313163323138313963222c226173736574223a22483130302d53584d222c227175616e74697479223a223132313635313230303030222c2272617465223a5b223938392e34222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22676976656e222c2273697465223a22584b535053535959222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\xa84821ade30702e9fc0f4afb54a9e6c80f509772378ce9e654bdf87e8dc451ea', '2026-03-10 12:00:00+00'),
	(41, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22335644595934304d3638222c226261746368223a22364251434d4a424a3153304145414a57222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223132313635313230303030222c2262617365223a223132313635313230303030222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x7bd7b0bf80a3dbafcc4e68575d62af91f916abdae6f72170e2309b54649de6f5', '2026-03-10 12:00:00+00'),
	(42, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22335644595934304d3638222c226261746368223a2256514d455a3347313244565650464238222c2276657262223a22636f6d6d6974222c2266726f6d223a22706c6564676564222c22746f223a22636f6d6d6974746564222c227175616e74697479223a223132313635313230303030222c2262617365223a223132313635313230303030222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a227369676e65642d61677265656d656e74222c227265766572736573223a6e756c6c7d', '\x093682020b1be11c27b4bc8f155158532654f608cda48a692266e6fe5e04d652', '2026-03-10 12:00:00+00'),
	(43, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22335644595934304d3638222c226261746368223a22475142354734504d413457434d574b30222c2276657262223a2272656365697665222c2266726f6d223a22636f6d6d6974746564222c22746f223a227265636569766564222c227175616e74697479223a223336393030222c2262617365223a223336393030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2270726f76696465722d73746174656d656e74222c227265766572736573223a6e756c6c7d', '\x4464961c198ff3aaf27a285d51434313d40322e4b2f7c33f899126b386f3bcff', '2026-03-10 12:00:00+00'),
	(44, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a2235433937464a4b4b3948534e222c2277686f223a2230636661653766313861326139663364643337313735323837363264336363393765653766333234663537636663396565646633376235353732636530326239222c2274797065223a22706572736f6e222c22616374223a227369676e222c226f6e223a22323032362d30332d3130227d', '\x969683a7c54d1166b82ce17c5fc41431300e11dd4ed68e44465c6f4df91c0a9a', '2026-03-10 12:00:00+00'),
	(50, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a22424139594e30313044445139222c2277686f223a2264353536363736376463393235316338363266356337353865343463666637306331336566343636386430666430356361626634373830663231303837323261222c2274797065223a22706572736f6e222c22616374223a227369676e222c226f6e223a22323032362d30332d3130227d', '\x5559f948d569d3ec91aa7ee33d10063ce820d0c673f384a11085f319c2e88f45', '2026-03-10 12:00:00+00'),
	(45, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a225334434539354e485335222c2277686f223a2234326563383034633630323461333238663738376434613362343730643532316230363239373430396336396432616464376135383932326234653661373564222c226173736574223a22483130302d53584d222c227175616e74697479223a223132313635313230303030222c2272617465223a5b223938392e34222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22676976656e222c2273697465223a224844563857463745222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x2de8789372a2cb2de86745adfb5babce3d919a141826618f3050ab4ff976ea2c', '2026-03-10 12:00:00+00'),
	(46, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a225334434539354e485335222c226261746368223a2244424d5341533052564a454151515833222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223132313635313230303030222c2262617365223a223132313635313230303030222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x07457cf8b383c1ac5a1b2d9050c07b8ec848e5f5c4042438ee6cd0b4220be38f', '2026-03-10 12:00:00+00'),
	(47, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a225334434539354e485335222c226261746368223a2250363031523533463139383953343439222c2276657262223a2272656365697665222c2266726f6d223a22706c6564676564222c22746f223a227265636569766564222c227175616e74697479223a223235323030222c2262617365223a223235323030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a226d657465726564222c227265766572736573223a6e756c6c7d', '\xc39f9aaa12382638382e1446a47921273df25a7b39fdd73ca524338f25379a74', '2026-03-10 12:00:00+00'),
	(48, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a2256484e45364438325852222c2277686f223a2238303831646238643931666463303330313466653165663261643830393463653332323061303832653262393764623863646132643366393632373736353761222c226173736574223a224b5744222c227175616e74697479223a223132333435222c2272617465223a5b22332e3235222c2231225d2c22726174654f6e223a22323032362d30332d3039222c2272617465536f75726365223a2241444d494e222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x5631261bd81b953a9248de3c7c4723b4068ad7eb3c7e37d32669f882db778db6', '2026-03-10 12:00:00+00'),
	(49, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2256484e45364438325852222c226261746368223a22455a413457364d4b4239523943365641222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223132333435222c2262617365223a2234303132222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x5d85c088bf204f6ea952ba4908103dbb5348e86674d408542854cd928029632b', '2026-03-10 12:00:00+00'),
	(59, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a22394459324533574d484a5830222c2277686f223a2236343235353135393865353063393033613664616131386333353232373832623338376361633539353261666334393531653135623363356138396233613565222c2274797065223a22706572736f6e222c22616374223a227369676e222c226f6e223a22323032362d30332d3130227d', '\x9369ffa0ec3374b686362191f1b506926afd3718b0862c8370a249ff284c58b8', '2026-03-10 12:00:00+00'),
	(62, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a224a334e3148535848534b222c2277686f223a2239396365303631323731383461623038303238656334653530656231343762333662353934393035396465366161393838373362633631663733363134303936222c226173736574223a22555344222c227175616e74697479223a22353033303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a5b5b22323032362d31322d3031222c22353033303030225d5d2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x44a1fe3f56dc6f71eb8db69cb28e8e0e3b4520384589477e62e07d06e85a135b', '2026-03-10 12:00:00+00'),
	(63, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a224a334e3148535848534b222c226261746368223a22374237323653595331514351485a3053222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a22353030303030222c2262617365223a22353030303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x47bf1435c5da0d55998b0ae2c81e92e36adeade831e4a43a3a8b5edfe0d9045d', '2026-03-10 12:00:00+00'),
	(51, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a2241313832343830355257222c2277686f223a2263383331633534333137633035386636643633306163613931313762346161613037653636356263643863623566373131623537373031396163373032356136222c226173736574223a22555344222c227175616e74697479223a2232303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\xc56b5807c320dbd1fa3ee898c45c87478aae49a0e1bdf954109eb4552377c05e', '2026-03-10 12:00:00+00'),
	(52, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2241313832343830355257222c226261746368223a225231534e31565434484d53344256314d222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a2232303030222c2262617365223a2232303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x6880734ff2a6cfea568e448604cde3f8b779ae89b237ce73f33bf31e1da02b12', '2026-03-10 12:00:00+00'),
	(53, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a224a334e3148535848534b222c2277686f223a2238376236643438393561633830636265393630303931343863376534383639666331373563656466366533323638613761393933363933333938636261333538222c226173736574223a22555344222c227175616e74697479223a2233303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x20ba3f26a4b0fc4265e8247210829ef82e0034682fdc9f6806185a437f485e5d', '2026-03-10 12:00:00+00'),
	(54, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a224a334e3148535848534b222c226261746368223a2259364537515a4536324b504859465057222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a2233303030222c2262617365223a2233303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x54f1382a27ab5bb22549b3034a0349236c9c47c0aac634cabed9a092bf822308', '2026-03-10 12:00:00+00'),
	(55, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a224a334e3148535848534b222c2277686f223a2263643435613630653164346265613466333434666134333738366663353663386234633237346437643133366236626465386436663161333163336261656639222c226173736574223a22555344222c227175616e74697479223a2233303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a5b5b22323032362d31322d3031222c2233303030225d5d2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x682eb58eed12a592d5a1f874a69c6eec63f231d9e05a841234e47878200d31eb', '2026-03-10 12:00:00+00'),
	(56, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a2247315957544b344a354a222c2277686f223a2239326537363830306663643466376234623661316336396263663231636231356631616564646439343263313134316333353439613264313333383964626561222c226173736574223a22555344222c227175616e74697479223a2233303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x3c55ea5561220d10b47258c84d9fb9dbe12465b34d687aec8b591b8a25e6e3d0', '2026-03-10 12:00:00+00'),
	(57, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2247315957544b344a354a222c226261746368223a223836313544583638504848393632394b222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a2233303030222c2262617365223a2233303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x614de4299d417751227b1b2470d6408b54efcb9669ee27ad4e305ad71e120699', '2026-03-10 12:00:00+00'),
	(58, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2247315957544b344a354a222c226261746368223a225a41454b4e4245574653564d53304d56222c2276657262223a227769746864726177222c2266726f6d223a22706c6564676564222c22746f223a2277697468647261776e222c227175616e74697479223a2233303030222c2262617365223a2233303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x9179bb086ec242cfc45ae12bda447b6f19427107244f5de227cda79268a28d10', '2026-03-10 12:00:00+00'),
	(60, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a22473751364238534b39354156222c2277686f223a2238623135336238653833313135656465356231393965633134363765383934363238356637316238303137363237633831313062623337323134313131626533222c2274797065223a22706572736f6e222c22616374223a227369676e222c226f6e223a22323032362d30332d3130227d', '\x389fe7f6a0bf8b889459af292047e4e63dee9e3bdb5943cc56012b0d7a9d25a4', '2026-03-10 12:00:00+00'),
	(61, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a22473751364238534b39354156222c2277686f223a2230346435643663393861373039653762393936663635646230383231316437313336386566613663343038623532653535393138636632633666643832663262222c2274797065223a22706572736f6e222c22616374223a227769746864726177222c226f6e223a22323032362d30332d3130227d', '\x1f094957f5788a86ae524a26b0033a254dfa13ab46149497ce2249aa1dbaf2b4', '2026-03-10 12:00:00+00');

INSERT INTO public.ledger_head VALUES
	(1, 64);

INSERT INTO public.limit_use VALUES
	('\x5e87e24ce21e5b6cf7220e347c37221d9ba38cb7801f1a6b20311c630292109c', 1, '2026-03-10 13:00:00+00'),
	('\x7af993547e12c6e2fb2cf41847315677cf0761f23c6d2445f5fb28fbac620c4d', 1, '2026-03-10 13:00:00+00'),
	('\x5cd3bbd066e63da8a5685eb40d23fb19e12393385d6073496d5d51b347280e55', 1, '2026-03-10 13:00:00+00'),
	('\x6f8ac0f9867c3d67b87ea81f317492aae271cc3ade1cc05be161712206333cfa', 3, '2026-03-10 13:00:00+00'),
	('\xb55ae278691eaaab17bd178aa0218c41650920aae93dbc68eb2e4aca10b1d9e3', 1, '2026-03-10 13:00:00+00'),
	('\x0e2c9a8d0c8c1b3786aff0da754d9d834ea864b955e7d3e043c72bae3ae255ea', 1, '2026-03-10 13:00:00+00'),
	('\x7e17bb2c00640b24dd3a8ad86cab58800194d1432ab67043fb2e4ffc2da5371f', 5, '2026-03-10 13:00:00+00'),
	('\xbd2d7e197695db84d7d10972a5039c560584e95c04465a6c48b6c02c5041c9ed', 1, '2026-03-10 13:00:00+00'),
	('\x25598610755c440b2e4034b0b353e7dc3bcf2eb2e7907f78e0fa62c726fb92c9', 1, '2026-03-10 13:00:00+00'),
	('\x3c97e917cc5bfb884347413689867b9c1f2a5f502d47c01c55e1a92fb1e2529f', 6, '2026-03-10 13:00:00+00'),
	('\xfe57d7cb4d050979ad1137e2ee5d42860013d6d3930dabc265113b1c33a5c288', 1, '2026-03-10 13:00:00+00'),
	('\xd0cbb5f8b57b7e26400c113c1549ce767efe452d61714e93c9b1730a13222499', 9, '2026-03-10 13:00:00+00');

INSERT INTO public.link VALUES
	('\xc35393650d41a8a2689651f3e26c009a3366402cec415a22995e1cfce5cf62cf', 'confirm', '01a22ba9-8ddf-736b-b266-71a175f40973', NULL, NULL, NULL, '2026-03-10 12:00:00+00', '2026-03-10 12:15:00+00', '2026-03-10 12:00:00+00'),
	('\xccd09ad9738dc3633b575e6e13666bf6d1d3faf8299ccd1aeb38a99249a660ce', 'confirm', '01a22ba9-8f76-7502-bc91-9c0b93c8c4d4', NULL, NULL, NULL, '2026-03-10 12:00:00+00', '2026-03-10 12:15:00+00', '2026-03-10 12:00:00+00'),
	('\x54386617c7a1ad02464bb6db923ee2287bdbefa376664e2f249707ff09c9c152', 'confirm', '01a22ba9-8fe7-71fa-a9ca-1d36a072134e', NULL, NULL, NULL, '2026-03-10 12:00:00+00', '2026-03-10 12:15:00+00', '2026-03-10 12:00:00+00'),
	('\x652dc55fe594e67b92685f328c1256a8b5c5bfc89ea9774d196d39ccb7eaa2db', 'confirm', '01a22ba9-9021-70cd-a378-b0efc89326f3', NULL, NULL, NULL, '2026-03-10 12:00:00+00', '2026-03-10 12:15:00+00', NULL);

INSERT INTO public.log_identity VALUES
	(1, 'localhost:8080', 'localhost:8080+d76fbfb1+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs');

INSERT INTO public.mail VALUES
	('01a22ba9-9040-7158-b40c-cc7f638d23c3', 'confirm', 'jo@uni.example', '{"signUpId": "01a22ba9-9040-7158-b40c-cbe8de0eddcf"}', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', 0),
	('01a22ba9-9049-7130-b84b-3bf0a852b603', 'new-address', 'fay@new.example', '{"signatoryId": "01a22ba9-8ec0-7744-ac51-7800980cdce8"}', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', 0),
	('01a22ba9-9059-77cf-930c-9162033b9fc4', 'decided', 'fay@uni.example', '{"ref": "J3N1HSXHSK", "reason": null, "decision": "accepted"}', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', 0),
	('01a22ba9-9071-779e-92af-54ec66e30d9c', 'decided', 'fay@uni.example', '{"ref": "D23541GEJF", "reason": "Too soon.", "decision": "rejected"}', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', 0);

INSERT INTO public.migration VALUES
	('0001_core.sql', '0fafb47a881cce1e9591b0571e7764a706c384286eb05a003b079f95afb71676', '2026-11-30 08:54:17.697113+00'),
	('0002_append_only.sql', 'c7f8a3c017e56b2fbc951e00bbeb9a7b61cf95b95d99b8d084975513a4ae7401', '2026-11-30 08:54:17.793491+00'),
	('0003_standing.sql', 'ecff2b7393d6a37647f8ffea4d770199f1b7c9b3c45678d468ac6f12280206fd', '2026-11-30 08:54:17.799701+00'),
	('0004_admin_rate.sql', '781cfa24005346437a72c69cdba894813e95e8c59e9aee9b282e807c5b861cab', '2026-11-30 08:54:17.812619+00'),
	('0005_people.sql', '017423d955d17e2c3675cadbcab825dfc9f8ab9e75a2c7a4a4f219699de0df50', '2026-11-30 08:54:17.823287+00');

INSERT INTO public.movement VALUES
	(4, '01a22ba9-88c8-7668-9809-345cc2f2dde2', 'PQFTS2QHTQ2D4KA9', 'pledge', 'outside', 'waiting', 4000000, 4665600, NULL, '2026-01-05', 'self-asserted', NULL),
	(6, '01a22ba9-88c9-71d0-9bae-98824a33e463', 'XG753ZXK6HBBQRW5', 'pledge', 'outside', 'pledged', 1000000, 69030, NULL, '2026-01-06', 'self-asserted', NULL),
	(7, '01a22ba9-88c9-71d0-9bae-98824a33e463', 'E9CACA1T33YRWC7Q', 'withdraw', 'pledged', 'withdrawn', 1000000, 69030, NULL, '2026-01-07', 'self-asserted', NULL),
	(9, '01a22ba9-88c9-71d0-9bae-9d3aeaef5f12', 'AF8N0AR327085JFY', 'pledge', 'outside', 'pledged', 80000, 107517, NULL, '2026-01-08', 'self-asserted', NULL),
	(10, '01a22ba9-88c9-71d0-9bae-9d3aeaef5f12', 'M1FF33D6BJGYRN5B', 'receive', 'pledged', 'received', 70000, 94077, NULL, '2026-01-09', 'payment', NULL),
	(11, '01a22ba9-88c9-71d0-9bae-9d3aeaef5f12', '6JNH0PZH9BP3FCVS', 'dispute', 'received', 'disputed', 50000, 67197, NULL, '2026-01-12', 'self-asserted', NULL),
	(12, '01a22ba9-88c9-71d0-9bae-9d3aeaef5f12', 'H6EXRG9R0SABXR8G', 'win', 'disputed', 'received', 10000, 13439, NULL, '2026-01-13', 'self-asserted', NULL),
	(13, '01a22ba9-88c9-71d0-9bae-9d3aeaef5f12', '73DFXHPFYE4YZQ6R', 'lose', 'disputed', 'refunded', 6000, 8063, NULL, '2026-01-14', 'self-asserted', NULL),
	(15, '01a22ba9-88c9-71d0-9bae-a381f5388bd8', 'A5KDC93T7HF3RGQ7', 'pledge', 'outside', 'pledged', 18000000, 5676167, NULL, '2026-02-02', 'self-asserted', NULL),
	(16, '01a22ba9-88c9-71d0-9bae-a381f5388bd8', '4W9K9Z4QHV7Q3S94', 'commit', 'pledged', 'committed', 18000000, 5676167, NULL, '2026-02-03', 'signed-agreement', NULL),
	(19, '01a22ba9-8b75-77b9-b793-1a919eea0b7c', 'QFGB0K7N41YHQYS9', 'pledge', 'outside', 'pledged', 100000, 100000, NULL, '2026-03-10', 'self-asserted', NULL),
	(21, '01a22ba9-8bcc-72d8-8934-d0237e08f453', '1V64M4F3H67642JF', 'pledge', 'outside', 'pledged', 12165120000, 12165120000, '[[512, "2026-03-01", "2026-12-01", "1"]]', '2026-03-10', 'self-asserted', NULL),
	(23, '01a22ba9-8be6-7502-9aef-d0e7bad5c1a8', '9V2AFXPCG02TB52N', 'pledge', 'outside', 'pledged', 100000, 100000, NULL, '2026-03-10', 'self-asserted', NULL),
	(25, '01a22ba9-8c15-7741-9ceb-7e393693d8d1', '3PYXJRFX5KM1X5FR', 'pledge', 'outside', 'pledged', 12165120000, 12165120000, '[[512, "2026-03-01", "2026-12-01", "1"]]', '2026-03-10', 'self-asserted', NULL),
	(27, '01a22ba9-8c41-7735-a7e4-9f56fc1d13dd', 'DQESN1TQ3HEDKR2X', 'pledge', 'outside', 'pledged', 100000, 100000, NULL, '2026-03-10', 'self-asserted', NULL),
	(29, '01a22ba9-8c59-7689-b825-8f1b0350a9ef', '09H1J3D5304WQAK0', 'pledge', 'outside', 'pledged', 12165120000, 12165120000, '[[512, "2026-03-01", "2026-12-01", "1"]]', '2026-03-10', 'self-asserted', NULL),
	(31, '01a22ba9-8c6c-7527-8ee1-5ece4bf31534', 'Z8Z60ZGNM134SDVR', 'pledge', 'outside', 'pledged', 100000, 100000, NULL, '2026-03-10', 'self-asserted', NULL),
	(32, '01a22ba9-8c6c-7527-8ee1-5ece4bf31534', '4SNPJT25EZAZ5H6H', 'commit', 'pledged', 'committed', 90000, 90000, NULL, '2026-03-10', 'signed-agreement', NULL),
	(33, '01a22ba9-8c6c-7527-8ee1-5ece4bf31534', 'CJM46P7RJWBJ7GJR', 'receive', 'committed', 'received', 30000, 30000, NULL, '2026-03-10', 'payment', NULL),
	(34, '01a22ba9-8c6c-7527-8ee1-5ece4bf31534', '397D7Q3J95BWRZ9Z', 'refund', 'received', 'refunded', 5000, 5000, NULL, '2026-03-10', 'self-asserted', NULL),
	(35, '01a22ba9-8c6c-7527-8ee1-5ece4bf31534', 'K3JVWDNMB7JT0ZB4', 'receive', 'committed', 'received', 10000, 10000, NULL, '2026-03-10', 'payment', NULL),
	(36, '01a22ba9-8c6c-7527-8ee1-5ece4bf31534', 'QF8JNVY4D365GNBH', 'reverse', 'received', 'committed', 10000, 10000, NULL, '2026-03-10', 'self-asserted', 35),
	(38, '01a22ba9-8cfe-768a-9775-7c74c7a551ce', 'M1G6YZQB5W2VJ8BM', 'pledge', 'outside', 'pledged', 70000, 44366, NULL, '2026-03-10', 'self-asserted', NULL),
	(39, '01a22ba9-8cfe-768a-9775-7c74c7a551ce', 'P6NXBB41P6W29FVD', 'lapse', 'pledged', 'lapsed', 70000, 44366, NULL, '2026-03-10', 'self-asserted', NULL),
	(41, '01a22ba9-8d27-722e-bb1c-61702f82d120', '6BQCMJBJ1S0AEAJW', 'pledge', 'outside', 'pledged', 12165120000, 12165120000, '[[512, "2026-03-01", "2026-12-01", "1"]]', '2026-03-10', 'self-asserted', NULL),
	(42, '01a22ba9-8d27-722e-bb1c-61702f82d120', 'VQMEZ3G12DVVPFB8', 'commit', 'pledged', 'committed', 12165120000, 12165120000, '[[512, "2026-03-01", "2026-12-01", "1"]]', '2026-03-10', 'signed-agreement', NULL),
	(43, '01a22ba9-8d27-722e-bb1c-61702f82d120', 'GQB5G4PMA4WCMWK0', 'receive', 'committed', 'received', 36900, 36900, NULL, '2026-03-10', 'provider-statement', NULL),
	(46, '01a22ba9-8da2-74a8-b661-3f92feb75c76', 'DBMSAS0RVJEAQQX3', 'pledge', 'outside', 'pledged', 12165120000, 12165120000, '[[512, "2026-03-01", "2026-12-01", "1"]]', '2026-03-10', 'self-asserted', NULL),
	(47, '01a22ba9-8da2-74a8-b661-3f92feb75c76', 'P601R53F1989S449', 'receive', 'pledged', 'received', 25200, 25200, NULL, '2026-03-10', 'metered', NULL),
	(49, '01a22ba9-8dce-7402-9080-e918bb365922', 'EZA4W6MKB9R9C6VA', 'pledge', 'outside', 'pledged', 12345, 4012, NULL, '2026-03-10', 'self-asserted', NULL),
	(52, '01a22ba9-8ec9-740b-aa14-82e62944b808', 'R1SN1VT4HMS4BV1M', 'pledge', 'outside', 'pledged', 2000, 2000, NULL, '2026-03-10', 'self-asserted', NULL),
	(54, '01a22ba9-8f0b-71fe-97a7-6f0ac2caf40f', 'Y6E7QZE62KPHYFPW', 'pledge', 'outside', 'pledged', 3000, 3000, NULL, '2026-03-10', 'self-asserted', NULL),
	(57, '01a22ba9-8f51-77d6-854c-a347c500fe42', '8615DX68PHH9629K', 'pledge', 'outside', 'pledged', 3000, 3000, NULL, '2026-03-10', 'self-asserted', NULL),
	(58, '01a22ba9-8f51-77d6-854c-a347c500fe42', 'ZAEKNBEWFSVMS0MV', 'withdraw', 'pledged', 'withdrawn', 3000, 3000, NULL, '2026-03-10', 'self-asserted', NULL),
	(63, '01a22ba9-8f0b-71fe-97a7-6f0ac2caf40f', '7B726SYS1QCQHZ0S', 'pledge', 'outside', 'pledged', 500000, 500000, NULL, '2026-03-10', 'self-asserted', NULL);

INSERT INTO public.names_version VALUES
	(1, 0);

INSERT INTO public.pledge VALUES
	('01a22ba9-88c8-7668-9809-345cc2f2dde2', 'W2YHWYJ0TA', '01a22ba9-88c0-76b0-8920-53d83531b60f', 'EUR', 4000000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', '{"by": null, "kind": "threshold", "counts": "committed", "metric": "organisations", "reaches": "40"}', true, 'public', NULL, 'accepted', NULL, '1.1664', '1', '2026-01-05', 'ECB', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL),
	('01a22ba9-88c9-71d0-9bae-98824a33e463', 'QB6A5N9NDS', '01a22ba9-88c1-7358-9fa4-eef8cf3f3173', 'KRW', 1000000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '1.1707', '1695.93', '2026-01-06', 'ECB', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL),
	('01a22ba9-88c9-71d0-9bae-9d3aeaef5f12', 'GJ4KG4VVSE', '01a22ba9-88c1-7358-9fa4-eef8cf3f3173', 'GBP', 80000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '1.1675', '0.8687', '2026-01-08', 'ECB', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL),
	('01a22ba9-88c9-71d0-9bae-a381f5388bd8', 'APK2M4M3E1', '01a22ba9-88c0-76b0-8920-53d83531b60f', 'A100', 18000000, 'bought', 'X1TMTRKN', 'Example Cloud', '[]', '2026-02-01', '2026-08-01', '[]', NULL, false, 'public', NULL, 'accepted', NULL, '312', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, 'jobs', NULL),
	('01a22ba9-8b75-77b9-b793-1a919eea0b7c', '5QZ0QTRKC7', '01a22ba9-8b2a-7510-9bbc-6edbd11d4da0', 'USD', 100000, NULL, NULL, NULL, '[]', NULL, NULL, '[["2026-03-31", "40000"], ["2026-06-30", "60000"]]', NULL, false, 'public', 'Ask us in May.', 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL),
	('01a22ba9-8bcc-72d8-8934-d0237e08f453', 'AVK4R2QMP2', '01a22ba9-8b2a-7510-9bbc-6edbd11d4da0', 'H100-SXM', 12165120000, 'given', 'HDV8WF7E', NULL, '[[512, "2026-03-01", "2026-12-01", "1"]]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '989.4', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, 'jobs', NULL),
	('01a22ba9-8be6-7502-9aef-d0e7bad5c1a8', 'VZKDBTGPHY', '01a22ba9-8b2a-7510-9bbc-6edbd11d4da0', 'USD', 100000, NULL, NULL, NULL, '[]', NULL, NULL, '[["2026-03-31", "40000"], ["2026-06-30", "60000"]]', NULL, false, 'amount-hidden', 'Ask us in May.', 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL),
	('01a22ba9-8c15-7741-9ceb-7e393693d8d1', '3TQC7P8WSE', '01a22ba9-8b2a-7510-9bbc-6edbd11d4da0', 'H100-SXM', 12165120000, 'given', 'HDV8WF7E', NULL, '[[512, "2026-03-01", "2026-12-01", "1"]]', NULL, NULL, '[]', NULL, false, 'amount-hidden', NULL, 'accepted', NULL, '989.4', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, 'jobs', NULL),
	('01a22ba9-8c41-7735-a7e4-9f56fc1d13dd', 'NZ25NNNARG', '01a22ba9-8b2a-7510-9bbc-6edbd11d4da0', 'USD', 100000, NULL, NULL, NULL, '[]', NULL, NULL, '[["2026-03-31", "40000"], ["2026-06-30", "60000"]]', NULL, false, 'anonymous', 'Ask us in May.', 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL),
	('01a22ba9-8c59-7689-b825-8f1b0350a9ef', 'MMHXSYWMGV', '01a22ba9-8b2a-7510-9bbc-6edbd11d4da0', 'H100-SXM', 12165120000, 'given', 'HDV8WF7E', NULL, '[[512, "2026-03-01", "2026-12-01", "1"]]', NULL, NULL, '[]', NULL, false, 'anonymous', NULL, 'accepted', NULL, '989.4', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, 'jobs', NULL),
	('01a22ba9-8c6c-7527-8ee1-5ece4bf31534', 'VNXTG7JSQ6', '01a22ba9-8b2a-7510-9bbc-6edbd11d4da0', 'USD', 100000, NULL, NULL, NULL, '[]', NULL, NULL, '[["2026-03-31", "40000"], ["2026-06-30", "60000"]]', NULL, false, 'public', NULL, 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL),
	('01a22ba9-8cfe-768a-9775-7c74c7a551ce', 'VZ28KX4YTZ', '01a22ba9-8b2a-7510-9bbc-6edbd11d4da0', 'JPY', 70000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '1.1641', '183.67', '2026-03-10', 'ECB', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL),
	('01a22ba9-8d27-722e-bb1c-61702f82d120', '3VDYY40M68', '01a22ba9-8b2a-7510-9bbc-6edbd11d4da0', 'H100-SXM', 12165120000, 'given', 'XKSPSSYY', NULL, '[[512, "2026-03-01", "2026-12-01", "1"]]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '989.4', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, 'jobs', NULL),
	('01a22ba9-8d58-75fe-86dd-043f2836d8ec', 'KN5G2BSFW2', '01a22ba9-8b2a-7510-9bbc-6edbd11d4da0', 'USD', 1234, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'pending', NULL, NULL, NULL, NULL, NULL, '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL, NULL),
	('01a22ba9-8d64-70ed-bdf8-32bd7555ef42', 'TAW6D7T8EB', '01a22ba9-8b2a-7510-9bbc-6edbd11d4da0', 'USD', 5678, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'rejected', 'A test.', NULL, NULL, NULL, NULL, '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL),
	('01a22ba9-8da2-74a8-b661-3f92feb75c76', 'S4CE95NHS5', '01a22ba9-8d8e-71f2-9ac6-764ac4927ebe', 'H100-SXM', 12165120000, 'given', 'HDV8WF7E', NULL, '[[512, "2026-03-01", "2026-12-01", "1"]]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '989.4', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, 'jobs', NULL),
	('01a22ba9-8dce-7402-9080-e918bb365922', 'VHNE6D82XR', '01a22ba9-8d8e-71f2-9ac6-764ac4927ebe', 'KWD', 12345, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '3.25', '1', '2026-03-09', 'ADMIN', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL),
	('01a22ba9-8ec9-740b-aa14-82e62944b808', 'A1824805RW', '01a22ba9-8ec0-7744-ac51-7800980cdce8', 'USD', 2000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL),
	('01a22ba9-8ee7-77c4-8b15-2e27852f6518', '05BWBFT3HJ', '01a22ba9-8ec0-7744-ac51-7800980cdce8', 'USD', 310000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'pending', NULL, NULL, NULL, NULL, NULL, '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL, NULL),
	('01a22ba9-8f0b-71fe-97a7-6f0ac2caf40f', 'J3N1HSXHSK', '01a22ba9-8ec0-7744-ac51-7800980cdce8', 'USD', 503000, NULL, NULL, NULL, '[]', NULL, NULL, '[["2026-12-01", "503000"]]', NULL, false, 'public', NULL, 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL),
	('01a22ba9-8f51-77d6-854c-a347c500fe42', 'G1YWTK4J5J', '01a22ba9-8ec0-7744-ac51-7800980cdce8', 'USD', 3000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL),
	('01a22ba9-9066-70c3-92fa-9c9f72bd3693', 'D23541GEJF', '01a22ba9-8ec0-7744-ac51-7800980cdce8', 'USD', 7000000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', 'Ask us in May.', 'rejected', 'Too soon.', NULL, NULL, NULL, NULL, '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, NULL, NULL);

INSERT INTO public.reported VALUES
	(0, 'Example Daily’s Example Bank', NULL, NULL, 'https://press.example/1', NULL);

INSERT INTO public.session VALUES
	('01a22ba9-8ecc-74ad-8205-d5dd2a9e6e22', '\xb1395f51f3fa2b3be50a086c360cb6d1b946fdf012758a6ad7cc692a2b8a43e7', '01a22ba9-8ec0-7744-ac51-7800980cdce8', 'node', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-04-09 12:00:00+00'),
	('01a22ba9-8fd5-753d-91d0-83cfb1839b39', '\x50306804300a3cc60e9d4cb75569effa122f7f7be67edb47c5cf39e172e9c3f7', '01a22ba9-8fd2-77da-bdaf-7594c754323d', 'node', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-04-09 12:00:00+00'),
	('01a22ba9-900b-70ad-af62-58e7743dc300', '\x7871ae2ddd0cddf0b03d319522cf815b20ccbd9227435bf5c510dc0a733bd66e', '01a22ba9-9009-771b-b9a8-e9cf89de4155', 'node', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-04-09 12:00:00+00');

INSERT INTO public.sign_up VALUES
	('01a22ba9-8ddf-736b-b266-71a175f40973', 'fay@uni.example', 'fay@uni.example', '{"kind": "person", "name": "Fay  Example-Sample", "role": "librarian", "adult": true, "email": "fay@uni.example", "notice": "2026-11", "pledge": {"firm": false, "kind": "funding", "asset": "USD", "amount": "20.00", "visibility": "public"}, "public": true, "country": "NO", "statement": "In the open."}', '2026-03-10 12:00:00+00'),
	('01a22ba9-8f76-7502-bc91-9c0b93c8c4d4', 'gus@uni.example', 'gus@uni.example', '{"kind": "person", "name": "Gus Example", "adult": true, "email": "gus@uni.example", "notice": "2026-11", "public": false}', '2026-03-10 12:00:00+00'),
	('01a22ba9-8fe7-71fa-a9ca-1d36a072134e', 'hal@uni.example', 'hal@uni.example', '{"kind": "person", "name": "Hal Example", "adult": true, "email": "hal@uni.example", "notice": "2026-11", "public": true}', '2026-03-10 12:00:00+00'),
	('01a22ba9-9021-70cd-a378-b0efc89326f3', 'ida@uni.example', 'ida@uni.example', '{"kind": "person", "name": "Ida Example", "adult": true, "email": "ida@uni.example", "notice": "2026-11", "public": true}', '2026-03-10 12:00:00+00'),
	('01a22ba9-9040-7158-b40c-cbe8de0eddcf', 'jo@uni.example', 'jo@uni.example', '{"kind": "person", "name": "Jo Example", "adult": true, "email": "jo@uni.example", "notice": "2026-11", "public": true}', '2026-03-10 12:00:00+00');

INSERT INTO public.signatory VALUES
	('01a22ba9-88c0-76b0-8920-53d83531b60f', 'F49Q4FBSF0DY', 'organisation', 'Example University', NULL, NULL, NULL, NULL, NULL, NULL, NULL, true, 'published', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, '{}', NULL, NULL),
	('01a22ba9-88c1-7358-9fa4-eef8cf3f3173', 'ZQMSWSQZNJ3W', 'person', 'Eli Example', 'engineer', NULL, NULL, NULL, NULL, NULL, NULL, false, 'published', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, '{}', NULL, NULL),
	('01a22ba9-8b2a-7510-9bbc-6edbd11d4da0', 'MZY6K1ZZFZHF', 'person', 'Ada Example', NULL, NULL, NULL, 'ada.examplex@example.org', 'ada.examplex@example.org', NULL, NULL, true, 'published', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, '{}', NULL, NULL),
	('01a22ba9-8d8e-71f2-9ac6-764ac4927ebe', '5C97FJKK9HSN', 'person', 'Bo Example', NULL, NULL, NULL, 'bo.examplex@example.org', 'bo.examplex@example.org', NULL, NULL, true, 'published', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, NULL, '{}', NULL, NULL),
	('01a22ba9-8ec0-7744-ac51-7800980cdce8', 'BA9YN010DDQ9', 'person', 'Fay  Example-Sample', 'librarian', NULL, NULL, 'fay@uni.example', 'fay@uni.example', 'NO', 'In the open.', true, 'published', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, '{}', '2026-11', '2026-03-10 12:00:00+00'),
	('01a22ba9-8fd2-77da-bdaf-7594c754323d', '9DY2E3WMHJX0', 'person', 'Gus Example', NULL, NULL, NULL, 'gus@uni.example', 'gus@uni.example', NULL, NULL, false, 'published', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, '{}', '2026-11', '2026-03-10 12:00:00+00'),
	('01a22ba9-9009-771b-b9a8-e9cf89de4155', 'G7Q6B8SK95AV', 'person', 'Hal Example', NULL, NULL, NULL, 'hal@uni.example', 'hal@uni.example', NULL, NULL, true, 'withdrawn', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00', NULL, '{}', '2026-11', '2026-03-10 12:00:00+00');

INSERT INTO public.site VALUES
	('X1TMTRKN', 'Bergen', 'bergen'),
	('HDV8WF7E', 'Oslo', 'oslo'),
	('XKSPSSYY', 'Tromsø', 'tromsø');

INSERT INTO public.standing VALUES
	('01a22ba9-88c8-7668-9809-345cc2f2dde2', 4, 4, 0, 4000000, 0, 0, 0, 0, 0, 0, 0, 4665600, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22ba9-88c9-71d0-9bae-98824a33e463', 6, 7, 0, 0, 0, 0, 0, 0, 1000000, 0, 0, 0, 0, 0, 0, 0, 69030, 0, DEFAULT, DEFAULT),
	('01a22ba9-88c9-71d0-9bae-9d3aeaef5f12', 9, 13, 10000, 0, 0, 30000, 34000, 6000, 0, 0, 13440, 0, 0, 40319, 45695, 8063, 0, 0, DEFAULT, DEFAULT),
	('01a22ba9-88c9-71d0-9bae-a381f5388bd8', 15, 16, 0, 0, 18000000, 0, 0, 0, 0, 0, 0, 0, 5676167, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22ba9-8b75-77b9-b793-1a919eea0b7c', 19, 19, 100000, 0, 0, 0, 0, 0, 0, 0, 100000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22ba9-8bcc-72d8-8934-d0237e08f453', 21, 21, 12165120000, 0, 0, 0, 0, 0, 0, 0, 12165120000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22ba9-8be6-7502-9aef-d0e7bad5c1a8', 23, 23, 100000, 0, 0, 0, 0, 0, 0, 0, 100000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22ba9-8c15-7741-9ceb-7e393693d8d1', 25, 25, 12165120000, 0, 0, 0, 0, 0, 0, 0, 12165120000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22ba9-8c41-7735-a7e4-9f56fc1d13dd', 27, 27, 100000, 0, 0, 0, 0, 0, 0, 0, 100000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22ba9-8c59-7689-b825-8f1b0350a9ef', 29, 29, 12165120000, 0, 0, 0, 0, 0, 0, 0, 12165120000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22ba9-8c6c-7527-8ee1-5ece4bf31534', 31, 36, 10000, 0, 60000, 25000, 0, 5000, 0, 0, 10000, 0, 60000, 25000, 0, 5000, 0, 0, DEFAULT, DEFAULT),
	('01a22ba9-8cfe-768a-9775-7c74c7a551ce', 38, 39, 0, 0, 0, 0, 0, 0, 0, 70000, 0, 0, 0, 0, 0, 0, 0, 44366, DEFAULT, DEFAULT),
	('01a22ba9-8d27-722e-bb1c-61702f82d120', 41, 43, 0, 0, 12165083100, 36900, 0, 0, 0, 0, 0, 0, 12165083100, 36900, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22ba9-8da2-74a8-b661-3f92feb75c76', 46, 47, 12165094800, 0, 0, 25200, 0, 0, 0, 0, 12165094800, 0, 0, 25200, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22ba9-8dce-7402-9080-e918bb365922', 49, 49, 12345, 0, 0, 0, 0, 0, 0, 0, 4012, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22ba9-8ec9-740b-aa14-82e62944b808', 52, 52, 2000, 0, 0, 0, 0, 0, 0, 0, 2000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22ba9-8f51-77d6-854c-a347c500fe42', 57, 58, 0, 0, 0, 0, 0, 0, 3000, 0, 0, 0, 0, 0, 0, 0, 3000, 0, DEFAULT, DEFAULT),
	('01a22ba9-8f0b-71fe-97a7-6f0ac2caf40f', 54, 63, 503000, 0, 0, 0, 0, 0, 0, 0, 503000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT);

ALTER TABLE ONLY public.admin_notice
    ADD CONSTRAINT admin_notice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.admin_rate
    ADD CONSTRAINT admin_rate_pkey PRIMARY KEY (currency, rated_on);

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

ALTER TABLE ONLY public.movement
    ADD CONSTRAINT movement_pkey PRIMARY KEY (seq);

ALTER TABLE ONLY public.movement
    ADD CONSTRAINT movement_reverses_key UNIQUE (reverses);

ALTER TABLE ONLY public.names_version
    ADD CONSTRAINT names_version_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.pledge
    ADD CONSTRAINT pledge_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.pledge
    ADD CONSTRAINT pledge_ref_key UNIQUE (ref);

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

CREATE INDEX limit_use_end ON public.limit_use USING btree (ends_at);

CREATE INDEX link_expiry ON public.link USING btree (expires_at);

CREATE INDEX link_sign_up ON public.link USING btree (sign_up_id);

CREATE INDEX link_signatory ON public.link USING btree (signatory_id);

CREATE INDEX mail_due ON public.mail USING btree (due_at);

CREATE INDEX movement_batch ON public.movement USING btree (batch);

CREATE INDEX movement_pledge ON public.movement USING btree (pledge_id, seq);

CREATE INDEX movement_windows ON public.movement USING btree (seq) WHERE (windows IS NOT NULL);

CREATE INDEX pledge_signatory ON public.pledge USING btree (signatory_id);

CREATE INDEX pledge_waiting ON public.pledge USING btree (created_at) WHERE ((status = 'pending'::text) OR (asked IS NOT NULL));

CREATE INDEX session_expiry ON public.session USING btree (expires_at);

CREATE INDEX session_signatory ON public.session USING btree (signatory_id);

CREATE INDEX sign_up_age ON public.sign_up USING btree (created_at);

CREATE INDEX sign_up_email ON public.sign_up USING btree (email_key, created_at);

CREATE UNIQUE INDEX signatory_email_key ON public.signatory USING btree (email_key) WHERE (status <> 'rejected'::text);

CREATE INDEX signatory_list ON public.signatory USING btree (id) WHERE ((status = 'published'::text) AND public);

CREATE INDEX signatory_name ON public.signatory USING btree (lower(name));

CREATE INDEX signatory_waiting ON public.signatory USING btree (created_at) WHERE (status = 'pending'::text);

CREATE INDEX signatory_wall ON public.signatory USING btree (kind, published_at, id) WHERE ((status = 'published'::text) AND public);

CREATE INDEX standing_amount ON public.standing USING btree (total_base DESC, first_seq DESC);

CREATE INDEX standing_secured ON public.standing USING btree (secured_base DESC, first_seq DESC);

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.admin_rate FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.checkpoint FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.ledger_entry FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.log_identity FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.movement FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.admin_rate FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.checkpoint FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.ledger_entry FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.ledger_head FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.log_identity FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.movement FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON public.ledger_head FOR EACH ROW EXECUTE FUNCTION public.refuse_shrinking();

CREATE TRIGGER terms_stand BEFORE UPDATE ON public.pledge FOR EACH ROW WHEN (((old.status = 'accepted'::text) AND (new.status = 'accepted'::text) AND ((new.quantity < old.quantity) OR ((((((((((new.asset IS DISTINCT FROM old.asset) OR (new.source IS DISTINCT FROM old.source)) OR (new.site IS DISTINCT FROM old.site)) OR (new.windows IS DISTINCT FROM old.windows)) OR (new.from_on IS DISTINCT FROM old.from_on)) OR (new.to_on IS DISTINCT FROM old.to_on)) OR (new.condition IS DISTINCT FROM old.condition)) OR (new.firm IS DISTINCT FROM old.firm)) OR (new.rate_num IS DISTINCT FROM old.rate_num)) OR (new.rate_den IS DISTINCT FROM old.rate_den))))) EXECUTE FUNCTION public.refuse_other_terms();

CREATE TRIGGER within_head BEFORE INSERT ON public.checkpoint FOR EACH ROW EXECUTE FUNCTION public.refuse_checkpoint_beyond_head();

CREATE TRIGGER within_head BEFORE INSERT ON public.ledger_entry FOR EACH ROW EXECUTE FUNCTION public.refuse_entry_beyond_head();

ALTER TABLE ONLY public.derived
    ADD CONSTRAINT derived_size_fkey FOREIGN KEY (size) REFERENCES public.checkpoint(size);

ALTER TABLE ONLY public.entry_name
    ADD CONSTRAINT entry_name_seq_fkey FOREIGN KEY (seq) REFERENCES public.ledger_entry(seq);

ALTER TABLE ONLY public.entry_name
    ADD CONSTRAINT entry_name_signatory_id_fkey FOREIGN KEY (signatory_id) REFERENCES public.signatory(id);

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

ALTER TABLE ONLY public.pledge
    ADD CONSTRAINT pledge_signatory_id_fkey FOREIGN KEY (signatory_id) REFERENCES public.signatory(id);

ALTER TABLE ONLY public.pledge
    ADD CONSTRAINT pledge_site_fkey FOREIGN KEY (site) REFERENCES public.site(code);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_signatory_id_fkey FOREIGN KEY (signatory_id) REFERENCES public.signatory(id);

ALTER TABLE ONLY public.standing
    ADD CONSTRAINT standing_pledge_id_fkey FOREIGN KEY (pledge_id) REFERENCES public.pledge(id);

GRANT SELECT,UPDATE ON TABLE public.admin_notice TO muster_app;

GRANT SELECT,INSERT ON TABLE public.admin_rate TO muster_app;

GRANT SELECT,INSERT ON TABLE public.checkpoint TO muster_app;

GRANT SELECT,INSERT ON TABLE public.derived TO muster_app;

GRANT SELECT,INSERT ON TABLE public.entry_name TO muster_app;

GRANT SELECT,INSERT ON TABLE public.evidence TO muster_app;

GRANT SELECT,INSERT ON TABLE public.idempotency TO muster_app;

GRANT SELECT,INSERT ON TABLE public.imported TO muster_app;

GRANT SELECT,INSERT ON TABLE public.initiative TO muster_app;

GRANT SELECT,INSERT ON TABLE public.ledger_entry TO muster_app;

GRANT SELECT ON TABLE public.ledger_head TO muster_app;

GRANT UPDATE(size) ON TABLE public.ledger_head TO muster_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.limit_use TO muster_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.link TO muster_app;

GRANT SELECT,INSERT ON TABLE public.log_identity TO muster_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mail TO muster_app;

GRANT SELECT ON TABLE public.migration TO muster_app;

GRANT SELECT,INSERT ON TABLE public.movement TO muster_app;

GRANT SELECT ON TABLE public.names_version TO muster_app;

GRANT UPDATE(version) ON TABLE public.names_version TO muster_app;

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

GRANT SELECT,INSERT ON TABLE public.site TO muster_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.standing TO muster_app;
