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

CREATE FUNCTION public.refuse_shrinking() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP <> 'UPDATE' OR NEW.id <> OLD.id OR NEW.size <= OLD.size THEN
    RAISE EXCEPTION 'the ledger only grows' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

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

CREATE TABLE public.log_identity (
    id smallint DEFAULT 1 NOT NULL,
    origin text NOT NULL,
    verifier_key text NOT NULL,
    CONSTRAINT log_identity_id_check CHECK ((id = 1))
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
    CONSTRAINT pledge_check CHECK (((status <> 'accepted'::text) OR ((rate_num IS NOT NULL) AND (rate_den IS NOT NULL)))),
    CONSTRAINT pledge_quantity_check CHECK ((quantity > 0)),
    CONSTRAINT pledge_source_check CHECK ((source = ANY (ARRAY['given'::text, 'bought'::text]))),
    CONSTRAINT pledge_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'accepted'::text, 'rejected'::text]))),
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
    CONSTRAINT signatory_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'organisation'::text]))),
    CONSTRAINT signatory_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'published'::text, 'rejected'::text])))
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

INSERT INTO public.checkpoint VALUES
	(17, '\x689dc8c0b989e1aa10172a550e903226aafde7762e0d5d9bc8ccc77db7907164', 'localhost:8080
17
aJ3IwLmJ4aoQFypVDpAyJqr953YuDV2byMzHfbeQcWQ=

— localhost:8080 12+/schFBdRWkIfqlFPynMRH5onC8PfpAfJ9DLUEhstj5e2v5ip9F/9yMqCEkIrZpPSoGaphwlAGDRMmU8S0o4XN2Qc=
', '{"v":1,"targets":{"funding":["USD","10000000000"],"gpus":10000,"gpuHours":"87600000.00","from":"2026-01-01","to":"2027-01-01"},"signatories":{"person":1,"organisation":1},"flows":{"A100/bought":{"committed":["18000000","5676167"]},"EUR":{"waiting":["4000000","4665600"]},"GBP":{"pledged":["10000","13440"],"received":["30000","40319"],"disputed":["34000","45695"],"refunded":["6000","8063"]},"KRW":{"withdrawn":["1000000","69030"]}},"months":{"2026-01":["0","40319"]}}', '\x6e524f47f88e81fe1590e2b08bc1cabf72e34f05619c2ef4101003935d07018ef56275fc73eb4e5c012702e8846cd88982654c7cd9a03f8415e26cc7d98eb87f', 0, '2026-03-10 12:00:00+00'),
	(26, '\xfe8cf1e1e77885e12bc56f678e7af20ae3ec57bfb0a3eed340ab05f3133efc1a', 'localhost:8080
26
/ozx4ed4heErxW9njnryCuPsV7+wo+7TQKsF8xM+/Bo=

— localhost:8080 12+/sc/AgvqrLYRUPHzg3lAv5glwlc0wkWGbqbZEfCG03aES/KXe56liScOOqzh5RZoXWJmRZg0Nj5l7rPoeGHF5zA4=
', '{"v":1,"targets":{"funding":["USD","10000000000"],"gpus":10000,"gpuHours":"87600000.00","from":"2026-01-01","to":"2027-01-01"},"signatories":{"person":2,"organisation":1},"flows":{"A100/bought":{"committed":["18000000","5676167"]},"EUR":{"waiting":["4000000","4665600"]},"GBP":{"pledged":["10000","13440"],"received":["30000","40319"],"disputed":["34000","45695"],"refunded":["6000","8063"]},"H100-SXM":{"pledged":["24330240000","24330240000"]},"KRW":{"withdrawn":["1000000","69030"]},"USD":{"pledged":["200000","200000"]}},"months":{"2026-01":["0","40319"]}}', '\x6e524f47f88e81fe1590e2b08bc1cabf72e34f05619c2ef4101003935d07018e8f8bdafc3c9c8868bd9af9d6869a9a4bcc27aff27d5b70ac59ab143eefdc4bbc94db0311593c1c6bfd2bb3da81e783cb40471561a5ed096dad2a743881a8b0b2', 26, '2026-03-10 12:00:00+00'),
	(44, '\x550f0d9447c85a6873d7c5b833c20d216adf272af2b58b5ebd8ad3019b4d6e61', 'localhost:8080
44
VQ8NlEfIWmhz18W4M8INIWrfJyrytYtevYrTAZtNbmE=

— localhost:8080 12+/sfHbL+YpIZ+V8Y6WkBNVlcEFxXfrarm+MGMhQSMTBtllfnXZ3FesW9zQo2K3ar8R/vhdtvXkoxGZ6gUolzi+xQQ=
', '{"v":1,"targets":{"funding":["USD","10000000000"],"gpus":10000,"gpuHours":"87600000.00","from":"2026-01-01","to":"2027-01-01"},"signatories":{"person":2,"organisation":1},"flows":{"A100/bought":{"committed":["18000000","5676167"]},"EUR":{"waiting":["4000000","4665600"]},"GBP":{"pledged":["10000","13440"],"received":["30000","40319"],"disputed":["34000","45695"],"refunded":["6000","8063"]},"H100-SXM":{"pledged":["36495360000","36495360000"],"committed":["12165083100","12165083100"],"received":["36900","36900"]},"JPY":{"lapsed":["70000","44366"]},"KRW":{"withdrawn":["1000000","69030"]},"USD":{"pledged":["310000","310000"],"committed":["60000","60000"],"received":["25000","25000"],"refunded":["5000","5000"]}},"months":{"2026-01":["0","40319"],"2026-03":["60000","25000"]}}', '\x6e66df5a53926e31686f0bfba9e52c3fc53b5c6d53bf1afc462284197c60d11fdb841c13d85e87eb1592f928778db4f8b4919f091e9ef67596f513d08c5e841e8e9b60f440b95b6ac1b7a85516329f55d404ad968fad9d684af5d2db89ed6195', 44, '2026-03-10 12:00:00+00'),
	(48, '\x1b54fc7ec8a4155fd6553da287340cdff3647158ff0d6199134a3b907084b767', 'localhost:8080
48
G1T8fsikFV/WVT2ihzQM3/NkcVj/DWGZE0o7kHCEt2c=

— localhost:8080 12+/saL+vlSYir0WW2x1Psiv5oEX3C1+LbuNTL5WKX8nT8UL8INQ8n3/avqOVa4PSu3xv6A2mO2MvTuhbPXZgkFl/AU=
', '{"v":1,"targets":{"funding":["USD","10000000000"],"gpus":10000,"gpuHours":"87600000.00","from":"2026-01-01","to":"2027-01-01"},"signatories":{"person":3,"organisation":1},"flows":{"A100/bought":{"committed":["18000000","5676167"]},"EUR":{"waiting":["4000000","4665600"]},"GBP":{"pledged":["10000","13440"],"received":["30000","40319"],"disputed":["34000","45695"],"refunded":["6000","8063"]},"H100-SXM":{"pledged":["48660454800","48660454800"],"committed":["12165083100","12165083100"],"received":["62100","62100"]},"JPY":{"lapsed":["70000","44366"]},"KRW":{"withdrawn":["1000000","69030"]},"USD":{"pledged":["310000","310000"],"committed":["60000","60000"],"received":["25000","25000"],"refunded":["5000","5000"]}},"months":{"2026-01":["0","40319"],"2026-03":["60000","25000"]}}', '\x6e66df5a53926e31686f0bfba9e52c3fc53b5c6d53bf1afc462284197c60d11feadce46b717160586795801fbd7d0f3f3ef18b048d54926c4d2732738940c11e', 48, '2026-03-10 12:00:00+00');

INSERT INTO public.derived VALUES
	(26, 'capacity-1', '{"held":{"allSites":0,"largestSite":0,"from":null},"heldPromised":1024,"steps":[{"on":"2026-03-01","secured":0,"largestSite":0,"promised":1024,"bought":0},{"on":"2026-12-01","secured":0,"largestSite":0,"promised":0,"bought":0}]}'),
	(44, 'capacity-1', '{"held":{"allSites":512,"largestSite":512,"from":"2026-03-01"},"heldPromised":1536,"steps":[{"on":"2026-03-01","secured":512,"largestSite":512,"promised":1536,"bought":0},{"on":"2026-12-01","secured":0,"largestSite":0,"promised":0,"bought":0}]}'),
	(48, 'capacity-1', '{"held":{"allSites":512,"largestSite":512,"from":"2026-03-01"},"heldPromised":2048,"steps":[{"on":"2026-03-01","secured":512,"largestSite":512,"promised":2048,"bought":0},{"on":"2026-12-01","secured":0,"largestSite":0,"promised":0,"bought":0}]}');

INSERT INTO public.entry_name VALUES
	(1, '01a22ba5-39cf-7285-b7ca-c771aa2918cf', '\x4a329b521f9c0582fa9f6a40f4009bcabdeede321a77e225d298848a335b8f06', 'Example University'),
	(2, '01a22ba5-39d1-73f2-bb97-4dc74709e84a', '\x4e28e478be0b24c469eb687f00667e89f54b05630c1388d8cb821c7294cd8050', 'Eli Example'),
	(3, '01a22ba5-39cf-7285-b7ca-c771aa2918cf', '\x71c292aee706e488eca9feaedd763cf326f9c22e781f1c107906e24608c4d787', 'Example University'),
	(5, '01a22ba5-39d1-73f2-bb97-4dc74709e84a', '\xf73a37fd977825bec016a58cf1af68a57f80cd3293764c3399cfc34f47d0085d', 'Eli Example'),
	(8, '01a22ba5-39d1-73f2-bb97-4dc74709e84a', '\x196278abfa67bd4fce8d2cc957386f6ab223dc532f837af33bbb75a48918f376', 'Eli Example'),
	(14, '01a22ba5-39cf-7285-b7ca-c771aa2918cf', '\xabee3dd90607fc8868fef1714df0e92c66feda3c9f32bf3a610b27ee9d0b0e54', 'Example University'),
	(17, '01a22ba5-3abd-7783-8ce0-774044d133d2', '\x2096d11ee5e9c86d5d6a03d24aa2598e00d4a88263ec986aef848fa9b4dd1cd1', 'Ada Example'),
	(18, '01a22ba5-3abd-7783-8ce0-774044d133d2', '\x71a32cc0c65ebd404cbd78d903f3d4109819ce001299029eca85b83c637d6ef2', 'Ada Example'),
	(20, '01a22ba5-3abd-7783-8ce0-774044d133d2', '\x7979660f731716038820ed73a91ba3212e8d8d70bcd4c28494682b6cf332de61', 'Ada Example'),
	(22, '01a22ba5-3abd-7783-8ce0-774044d133d2', '\x89152949b3ea651e279a7c087567bda510c116d5e21c3a96c3c5cd2246458814', 'Ada Example'),
	(24, '01a22ba5-3abd-7783-8ce0-774044d133d2', '\x2728d968fba92aca82561909090b2b69385484d820e29b4871a217e7cc6b93b8', 'Ada Example'),
	(26, '01a22ba5-3abd-7783-8ce0-774044d133d2', '\xa95f4daafcfca5584349f77dba42ad55585cefcdf4967c29ea75164b20c29ea9', 'Ada Example'),
	(28, '01a22ba5-3abd-7783-8ce0-774044d133d2', '\xa76398cf1d6cce6a9ec4982433efaff775f37939e0701d02286eeb1fb4602c0e', 'Ada Example'),
	(30, '01a22ba5-3abd-7783-8ce0-774044d133d2', '\x75bae80b46293094a8f7bf91c20f0050f2ad0e653da8a8fad916b4e05796eb6d', 'Ada Example'),
	(37, '01a22ba5-3abd-7783-8ce0-774044d133d2', '\xaa9e09a6410931295753531207c9c54d0b1a9c567b0c0b2471367061bc8609bd', 'Ada Example'),
	(40, '01a22ba5-3abd-7783-8ce0-774044d133d2', '\x88d6fa9df7525ef169ad3b1b2d5c55f57bc5b194a97aed0f2a335fd7659fd5d3', 'Ada Example'),
	(44, '01a22ba5-3c77-7547-81a6-fcd6ca9f3389', '\xd2ccf700a495858d50b51d81d3e2d3cb4e0744dbb85f41b7a793ba54ec49352f', 'Bo Example'),
	(45, '01a22ba5-3c77-7547-81a6-fcd6ca9f3389', '\xb92a0e67664a931727d97f6bb2b523d06ef5df50eb6f18aae3c49f29968c0d11', 'Bo Example');

INSERT INTO public.evidence VALUES
	('084SB5ATN471VJS6', 'https://press.example/2', 'Signed in Oslo.'),
	('6GTBJ3C4MZJNRQ19', NULL, 'Another pledge’s.'),
	('Z6RS0SK4PZZWM27V', NULL, 'Nothing came.'),
	('AZA7ED40W2EM6A5T', NULL, 'Of the scheduler.');

INSERT INTO public.idempotency VALUES
	('\xdb0c29bf85dc095fcf3c230eca8bba03c717e5d5e23163ac79de40b5247c6c6c', '\x833f453a0e84f79f3bd29405468c06656b9e4ec0f143422f98229a77048d0097', 201, '{"id":"01a22ba5-3abd-7783-8ce0-774044d133d2","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xce649a4a4cbf27bf3056871e1cb0c3a24bf26099be348ebdb08d9f0a8d6908c0', '\x45818c5db50d28abfec2c8839324c73e2d906423eea10ca36970e19e9df7052a', 201, '{"id":"01a22ba5-3abd-7783-8ce0-774044d133d2","status":"published","seq":17}', '2026-03-10 12:00:00+00'),
	('\x88c1e7c2324e45bc55e4a4e7ca0e7fd8c450409086531432a9138fc0984b3f97', '\x94682cab755aa6457ceadb83cb78686d0b925f262d1cf6b0bdc9927ce2d5967f', 201, '{"ref":"ENQX5AVS77","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x85e536ab093431e56ac7d5f8c84f81d675d40220dab0eceaafe0b72ae25a1583', '\xd5701832d6225cf77d6651962a531d6263c459193812fb6315f6b31afbb5ad38', 201, '{"batch":"Z6JGDBH9QP85X45H","movements":[{"seq":19,"verb":"pledge","from":"outside","to":"pledged","asset":"USD","amount":"1000.00","base":"1000.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x08d681484c5d574b3ad00cf12c69178acf4265b845c494197f9d3b513053bd41', '\xa597fffa69c374441900773be52aa3fc7c50e7aa7336e7c1424ca8112653f871', 201, '{"ref":"CHS6B6HZVT","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xdd73668b26a46ed6db4a4d060db083ae92fd56277a2973f5f80cf61a1a17c69c', '\xd2f98069bf3db9291ed8f0dd4fc92c7d358e39c78241fd25e1e62d59d14b6b50', 201, '{"batch":"QQD7F7762GZS99Y5","movements":[{"seq":21,"verb":"pledge","from":"outside","to":"pledged","asset":"H100-SXM","gpuHours":"3379200.00","gpuSeconds":"12165120000","h100eHours":"3379200.00","windows":[{"gpus":512,"from":"2026-03-01","to":"2026-12-01","availability":"1"}],"occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x17e1dda61f99bdc860fc30b08a3ff6bf207e5cfb05ca5571401ee69e50861e8d', '\xad7155a4128e31f172b48966b755ab14f9ea98a093337db4a3d78984542d4797', 201, '{"ref":"VT75CCV8A8","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xdf758f758952f5f3923377c0236cc3633ae826edb617e24303cbfc9c3ad67ade', '\x4a3c353c00db7bdfcec43c8080ec1eb129db26f386004666f29323f29be16dc9', 201, '{"batch":"TES1AB11J0X6G83P","movements":[{"seq":23,"verb":"pledge","from":"outside","to":"pledged","asset":"USD","amount":"1000.00","base":"1000.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x5f2f8a7b8f7b21b3f0e2f1af41fa079b12b35019f32b0765dc0407bee752fb1a', '\x236014ef984cfea311ad62d64d47cf44b132d47490b0b401bba7b55525382e62', 201, '{"ref":"7SBXP1GHKH","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x9be3a8a32ebdf5e4432bd0998398609f65f789895c24a4e2b847bba65c64a576', '\x15b621318b3689eb4734ee6280c7dd9c6c02aa420357df58b54075b48d02d1ef', 201, '{"batch":"W79SNYNB3C93SN9B","movements":[{"seq":25,"verb":"pledge","from":"outside","to":"pledged","asset":"H100-SXM","gpuHours":"3379200.00","gpuSeconds":"12165120000","h100eHours":"3379200.00","windows":[{"gpus":512,"from":"2026-03-01","to":"2026-12-01","availability":"1"}],"occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x5fe5ec2a8100c948ba4b4f0aa78d6c326b48b7635fa817903aa1d5722397be24', '\x0023896d89bf891f04100e9f70fff68a7c99114ffbcb8bff8d5425b52fdea218', 201, '{"ref":"S8XDRP4S8V","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xd82dfae6f36ece2f335561adf7bc4af54df87184e7bffe2adcb02908876348bc', '\x7f43f076ee920965ac113589d5ba7ec7ad103a74d3d5d9090a37b45c3f94c28d', 201, '{"batch":"N56AWZQ9TCEY167S","movements":[{"seq":27,"verb":"pledge","from":"outside","to":"pledged","asset":"USD","amount":"1000.00","base":"1000.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\xca3003abf6082aa5193c03a585796ae5950fca53c3c4cf134317d66a763e102f', '\x69cd13db4468b5d2ce445a48b2059e10a4ff1c6c4137c8e050a178112d4cbf6c', 201, '{"ref":"HRD5JC2901","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x47ee4ecac7812d24ff6ca7a7aa9111438733c9b39c27dfc8da301a5d0332b720', '\x865ad50812c7e51384ce2654c6a87810027ddea47f22d568991716a375457064', 201, '{"batch":"7G3HD6JH4T7CQZK6","movements":[{"seq":29,"verb":"pledge","from":"outside","to":"pledged","asset":"H100-SXM","gpuHours":"3379200.00","gpuSeconds":"12165120000","h100eHours":"3379200.00","windows":[{"gpus":512,"from":"2026-03-01","to":"2026-12-01","availability":"1"}],"occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x3935ba819522065b121e20610faabe4f20a4527331ba07fb76a49dc1229bfda2', '\x2f0d2cdde26f6f41e944e954c8273454c42803851f778200cc3267e1e82af54d', 201, '{"ref":"J9Q2HDAF0K","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xba7057b4192246dc73da824a4c6aa830a29499aae48aa98286e1d2ea9d1da7c5', '\x723206c00634bd34b81944551fb19af89e6bcb395238d4729c0b85ba474ab9e3', 201, '{"batch":"0Y514CRXC37E580M","movements":[{"seq":31,"verb":"pledge","from":"outside","to":"pledged","asset":"USD","amount":"1000.00","base":"1000.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x54682d96aec31f6929a9685c03411a88dd1b8d85319ae92a73ca2826cebacc8b', '\xe3b466eacb0e714ca030a23dc63e6b57dfbf9f0a192e490c4072abb7c778b8a7', 201, '{"batch":"084SB5ATN471VJS6","movements":[{"seq":32,"verb":"commit","from":"pledged","to":"committed","asset":"USD","amount":"900.00","base":"900.00","occurredOn":"2026-03-10","grade":"signed-agreement"}]}', '2026-03-10 12:00:00+00'),
	('\x1682856fa567b3e824e739b638c2939586f98ecfc1204c38a628491ef692c5b7', '\xc33922fa88bcb458a09deac5fa223bb7f70d3e6ce783157fb6643126b6429e32', 201, '{"batch":"JRHQHAQBHF3YQXN3","movements":[{"seq":33,"verb":"receive","from":"committed","to":"received","asset":"USD","amount":"300.00","base":"300.00","occurredOn":"2026-03-10","grade":"payment"}]}', '2026-03-10 12:00:00+00'),
	('\x4f6eecf9ff63d524e7260c531c878781d7bacb3f929a9bd1e44d61e992825571', '\x500327026352dc3bc846995a6a705bed5b07f264c55b2bd3a6630d9f96d90a9e', 201, '{"batch":"6Y35YQ6RZSK5FG2Q","movements":[{"seq":34,"verb":"refund","from":"received","to":"refunded","asset":"USD","amount":"50.00","base":"50.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\xff50a946c820ab767f8f9fb186cd173a0946f5292d3868720d3dd085fd054434', '\x0a65db3c7cf9461ae45d8573806122766d2dac618e59429a4e934342d977d6f3', 201, '{"batch":"MN8R8DEM2K0BRYQ2","movements":[{"seq":35,"verb":"receive","from":"committed","to":"received","asset":"USD","amount":"100.00","base":"100.00","occurredOn":"2026-03-10","grade":"payment"}]}', '2026-03-10 12:00:00+00'),
	('\x96f94f7aa1e751bdb77380b5cbdf20d425c5e10d8960dfd95753cde09ef1a03a', '\x35cca1cc881ca3760e29a4914d343ec1bc4889aeeabdefebf269343e2b0c4fc7', 201, '{"batch":"6GTBJ3C4MZJNRQ19","movements":[{"seq":36,"verb":"reverse","from":"received","to":"committed","asset":"USD","amount":"100.00","base":"100.00","occurredOn":"2026-03-10","grade":"self-asserted","reverses":35}]}', '2026-03-10 12:00:00+00'),
	('\x3ff0f7cd43844c0d26e80ff638e459e969b7407747909bf1c78e516fdb5255e4', '\x8b36003ba99523a17d45a110c753b4b801be777cd06e32f61553217229254114', 201, '{"ref":"QPE7NV1NFE","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xaaf890570f1936fcfdcac0da9bda045184c184b515b0b911e678ab02dc529bca', '\xb25013e34e0c2a7d9cd7e2b49c88ae9004f165fc176fc664f9ec5a07bd47d93b', 201, '{"batch":"W0BAH4F6RT7HSERF","movements":[{"seq":38,"verb":"pledge","from":"outside","to":"pledged","asset":"JPY","amount":"70000","base":"443.66","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x23a3b0221a719f31d1391637c707fa3b37c0f5ecc0ace8ce965bc1e2805f7670', '\xa01ae781e4ba6f2d41464ff88cfca227a5fa7dc02fe5e8876cb586b0b65be893', 201, '{"batch":"Z6RS0SK4PZZWM27V","movements":[{"seq":39,"verb":"lapse","from":"pledged","to":"lapsed","asset":"JPY","amount":"70000","base":"443.66","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\xd2a0dac2ee84d3d5b1ba1e718583bb975df1eb4f33561a0a8ac1b2fb576ca07e', '\x6fb57c48fb56231517a8b44c14fc608099f5d09360cd6e17fff8375e2b6976aa', 201, '{"ref":"QX700CXZ7K","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x4a7635fdff136206e36feb28d22cf5e67479305f478e36fb546c52904bd5b0e3', '\x08735917ccd3ffdd9edf0e1f5e47f832fe16bfbc580aa8432347bcb04f57fe8b', 201, '{"batch":"FX83QZQ4XYPG2FH1","movements":[{"seq":41,"verb":"pledge","from":"outside","to":"pledged","asset":"H100-SXM","gpuHours":"3379200.00","gpuSeconds":"12165120000","h100eHours":"3379200.00","windows":[{"gpus":512,"from":"2026-03-01","to":"2026-12-01","availability":"1"}],"occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x54f4dcbbbad547de055d26326cf0d0e781f5343aa151169afc67b7d9ab1f5638', '\xa463b58be5339c994ad4c310679d8ec98b32bbc52dbb6e8154b368e4dd217274', 201, '{"batch":"PX66E65JQJG3YEHJ","movements":[{"seq":42,"verb":"commit","from":"pledged","to":"committed","asset":"H100-SXM","gpuHours":"3379200.00","gpuSeconds":"12165120000","h100eHours":"3379200.00","windows":[{"gpus":512,"from":"2026-03-01","to":"2026-12-01","availability":"1"}],"occurredOn":"2026-03-10","grade":"signed-agreement"}]}', '2026-03-10 12:00:00+00'),
	('\xff284db572b856179175d79be3a2273b5d324fbfb83d295e0553b30b1c4dc798', '\x20cfd2cc42165d0eff57fdb56b7deb5698d3a762ea38ecb7e98fe279b32743ce', 201, '{"batch":"BZXF12W49GSCKK1J","movements":[{"seq":43,"verb":"receive","from":"committed","to":"received","asset":"H100-SXM","gpuHours":"10.25","gpuSeconds":"36900","h100eHours":"10.25","occurredOn":"2026-03-10","grade":"provider-statement"}]}', '2026-03-10 12:00:00+00'),
	('\x81b5ffdde726a95bb4c0bd21c9bca6f1b3ea0c2dc4b021dde9b1cdec8a3b0980', '\x10dc7829bdf2a489b436c0e9327d39c553dd0488f969f0e09fab53a1a33f67af', 201, '{"ref":"KEYW3931P5","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xe4237a20a1bcececd8a850667e05ad4ba8463cdb52274c0186879569ee28d7f0', '\x36cfb991f62e249e91a2ce39383ebe2d781cca6930244ca5ee40fc3dbd94f53f', 201, '{"ref":"WKNBADSQA5","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xecc8e8944786b8318199815b8c6549d02123191b603a6a58fa512bee0858a83d', '\x057fb0133e6f775ab9c944bf14ef8051891ff2bdccea8ae5e24e7ec7bbdcc599', 201, '{"ref":"WKNBADSQA5","status":"rejected"}', '2026-03-10 12:00:00+00'),
	('\xfb3a520e875f4294d9f533aaa7590bd7bfcc1899dac93cec3d8b4f97fc8a2fcf', '\xf26d739d4bdd318424017e610ea5668bcc26ccc46919870d4fe364e3755f5095', 201, '{"id":"01a22ba5-3c77-7547-81a6-fcd6ca9f3389","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x06cf8e7dae3afcaf39fed2ecb2ce5fb75227b8097906da5fbda1acdd8dcab213', '\x5da32c3fa9329902327637367e22b4dd99942319d34fc5fdca38f1a1e4814d85', 201, '{"id":"01a22ba5-3c77-7547-81a6-fcd6ca9f3389","status":"published","seq":44}', '2026-03-10 12:00:00+00'),
	('\x62ba02e68121b1e06cd417b596d6464b77aefdd7c507b0633fc8d11b0d253654', '\xdd837c83cf703ef16251c6486af417e89f53d37bbffbaa1d2860c783714c6432', 201, '{"ref":"Z26S10ZWGM","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xa652ac2af8b00fd665a08b2e629e5661613621c02dc5a05eab78f65434636f33', '\x237f4e123dd30bb9ca3a17dc03642e8e05af4843828a83cc020fb3e4d3793d86', 201, '{"batch":"9EB871F20QRNTT20","movements":[{"seq":46,"verb":"pledge","from":"outside","to":"pledged","asset":"H100-SXM","gpuHours":"3379200.00","gpuSeconds":"12165120000","h100eHours":"3379200.00","windows":[{"gpus":512,"from":"2026-03-01","to":"2026-12-01","availability":"1"}],"occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x4da582e4bd5ef7ed95d4e39f5b60b3b3f5ed1480b2b5652168b4840871b0dec5', '\xb09c248ffee20a308823fb2fe79fecccfdcf83d4610db9202c77bab8858bf67e', 201, '{"batch":"AZA7ED40W2EM6A5T","movements":[{"seq":47,"verb":"receive","from":"pledged","to":"received","asset":"H100-SXM","gpuHours":"7.00","gpuSeconds":"25200","h100eHours":"7.00","occurredOn":"2026-03-10","grade":"metered"}]}', '2026-03-10 12:00:00+00');

INSERT INTO public.imported VALUES
	('initiative', '\x7888d292aae55c7bb14557f3582af44f0667c525ece961d457a788afe48823ca', 'Open Model Initiative'),
	('signatory uni', '\x244d0396d0a3cb764ff837cc5d24fb052ca1a67814711a92edefbf91efe96758', '01a22ba5-39cf-7285-b7ca-c771aa2918cf'),
	('signatory eli', '\x3c3413fce2c16f7727a33c584ef0981cbbc092cf402251350b4633bee431b3dd', '01a22ba5-39d1-73f2-bb97-4dc74709e84a'),
	('pledge grant', '\x5b181c8d30e10eecaac3878aae08ba2292c4d817063fe445f266c2f9c965fa75', 'MBQYM9XQR1'),
	('pledge taken-back', '\x631d0cbe6ea7f3ce74284c5426e75ce0ed0c63c397645e7e8703549358ba47a3', 'HHV1XYHRR2'),
	('pledge disputed', '\xf90dc6e89732668ba99633426cfe90162ad5ba5dc5dbaaa065d602141348a110', '4QC30RPMPJ'),
	('pledge hours', '\xe26d16207884dd92834e8871d35d83906731cad11c81a66591ac5ff26bcecdb4', 'FB7DMKD68F'),
	('movement 0 grant', '\xdbdf28cdfbe25ed1de278a7ceb81c73ea809c066baa709e71f326752c7b66990', 'RX4RK04GBNWHETW8'),
	('movement 0 taken-back', '\x80e51912a81b84e008bf588fbc7e1d9be1d516b237e74f6abed818fd16c845c9', '9CFJJ765GY1AQB3V'),
	('movement 1 taken-back', '\x2b19bd0926e3ab26d86b9d2e67955fef24a18854bdf8e79c0b504ec0a199b756', '0TMKHXM3W8NBXFQD'),
	('movement 0 disputed', '\xcf982f90e3b6c73fa037a346d7c2c3e3827cf78eaba951e1d6618219b2a0b0ba', 'YMNWZG7JJYDPRC63'),
	('movement 1 disputed', '\x8bbd4dfabde5868fe3e82b6d038299423326e7e6bf41f498a822986b660bdd85', 'M888QJGB04WZB88G'),
	('movement 2 disputed', '\xc0313711843810a87c6e17e6c54a395856fad3f49435898f5d5f5938012b702f', '0JKEQSJ4XFW97B0Q'),
	('movement 3 disputed', '\xf784bf33ea02c69c9f656d684c94c2746633a8b88d9ce20d4b4753a6cad93a0b', '3NB2DZ7BDKXHM2X8'),
	('movement 4 disputed', '\x2994e67fa6ea223ba55549d85123b34d8ab0037258048a0d142179a8ba8db322', 'JF0F0YDSGW39KRX6'),
	('movement 0 hours', '\x791b131fce235e163abb3b0fed1d88e3d224d17a4620a99b76c61767ff5362a7', 'C0CK6VNTWAZ9SR0W'),
	('movement 1 hours', '\x4a7792556147128731c63fcbea976ed556c05673ac9207ef392ea1620939cfa2', '3NTSE6Y5WZ6SXGST');

INSERT INTO public.initiative VALUES
	(1, 'Open Model Initiative', 'One lab, in the open.', 'USD', 10000000000, 10000, 315360000000, '2026-01-01', '2027-01-01', '2027-06-30', 'A note.', false, false, '{"name": "Example Foundation", "contact": "pay@foundation.example", "country": "Norway", "taxStatus": "charity", "refundPolicy": "https://foundation.example/refunds", "registration": "000000-TEST", "privacyNotice": "https://foundation.example/privacy"}');

INSERT INTO public.ledger_entry VALUES
	(0, 'initiative', '\x7b2276223a312c226b696e64223a22696e6974696174697665222c2266756e64696e67223a5b22555344222c223130303030303030303030225d2c2267707573223a31303030302c22677075486f757273223a2238373630303030302e3030222c2266726f6d223a22323032362d30312d3031222c22746f223a22323032372d30312d3031227d', '\x74f7433cadebee279ab3c8fbc5b6c12d75bb235b4039ec1d60ca223450b6c229', '2026-03-10 12:00:00+00'),
	(1, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a22354e32373353504245364442222c2277686f223a2263396463363566656365303535363362353233646430313833353933646237356330386666336466373565663437393938303630636265333265306565396461222c2274797065223a226f7267616e69736174696f6e222c22616374223a227369676e222c226f6e223a22323032362d30312d3032227d', '\xdf819969ff03527c0e74d07616b9fced80887ed0b33003eaecd099164d83299b', '2026-03-10 12:00:00+00'),
	(2, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a22364a42354a53365045423137222c2277686f223a2231306164336162663162363430313635326637336339323432323566366337343238356336636531646532623235316638323363323762316334616237383931222c2274797065223a22706572736f6e222c22616374223a227369676e222c226f6e223a22323032362d30332d3130227d', '\x728b89515c7250b7774b8f57ccf4a99ac7bf92f4d43a1ac433a8a4f19f397663', '2026-03-10 12:00:00+00'),
	(3, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a224d4251594d3958515231222c2277686f223a2236333963613461373535353433386638623864363838623965633164636130626664633539333864393136366533353237656638646133643338316130636165222c226173736574223a22455552222c227175616e74697479223a2234303030303030222c2272617465223a5b22312e31363634222c2231225d2c22726174654f6e223a22323032362d30312d3035222c2272617465536f75726365223a22454342222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a7b226b696e64223a227468726573686f6c64222c226d6574726963223a226f7267616e69736174696f6e73222c22636f756e7473223a22636f6d6d6974746564222c2272656163686573223a223430222c226279223a6e756c6c7d2c226669726d223a747275657d', '\x4a1d9b23f00595b50b1448331e9a6b8d428f8a0920209ff0931659fda33fb995', '2026-03-10 12:00:00+00'),
	(4, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a224d4251594d3958515231222c226261746368223a22525834524b303447424e574845545738222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a2277616974696e67222c227175616e74697479223a2234303030303030222c2262617365223a2234363635363030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3035222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x673f563ad6e53bc42a1e64e83ad8522f58dae8d3d58e4e34d5c32ef62d81879e', '2026-03-10 12:00:00+00'),
	(5, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a2248485631585948525232222c2277686f223a2231383565383738626265653039356430316238366665316438653434386162373161313965356661663531653764343638303634396132623932643634633430222c226173736574223a224b5257222c227175616e74697479223a2231303030303030222c2272617465223a5b22312e31373037222c22313639352e3933225d2c22726174654f6e223a22323032362d30312d3036222c2272617465536f75726365223a22454342222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x4b3437b92f2b0f89445db90cbfe7f897a5fb56a940a5a7a2ba3eee9152e43c60', '2026-03-10 12:00:00+00'),
	(6, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2248485631585948525232222c226261746368223a223943464a4a3736354759314151423356222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a2231303030303030222c2262617365223a223639303330222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3036222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xf55c6e78e595c2e8f6aa5698d562ee33354ac98a3dd5aa0764018e9e5ef3209f', '2026-03-10 12:00:00+00'),
	(7, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2248485631585948525232222c226261746368223a2230544d4b48584d3357384e4258465144222c2276657262223a227769746864726177222c2266726f6d223a22706c6564676564222c22746f223a2277697468647261776e222c227175616e74697479223a2231303030303030222c2262617365223a223639303330222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3037222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x3a2163c5104b4e473d41e07221e2012b3f9c5834a1d3d46dc773c2a77ffd34eb', '2026-03-10 12:00:00+00'),
	(8, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a22345143333052504d504a222c2277686f223a2235333035656562613236353930613363353937623138333732393232316136363163646362623032646565376665323465393230613666653830333734303566222c226173736574223a22474250222c227175616e74697479223a223830303030222c2272617465223a5b22312e31363735222c22302e38363837225d2c22726174654f6e223a22323032362d30312d3038222c2272617465536f75726365223a22454342222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\xadf7a0eb8b6ea3b50b0efa5efe1980514cf74e0cb16b9432e4a98484a379d738', '2026-03-10 12:00:00+00'),
	(9, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22345143333052504d504a222c226261746368223a22594d4e575a47374a4a59445052433633222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223830303030222c2262617365223a22313037353137222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3038222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xea5c792eb476b3c0a59a1bdabc054da8802cecf56d9b6e688856373dc740b4fe', '2026-03-10 12:00:00+00'),
	(10, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22345143333052504d504a222c226261746368223a224d383838514a47423034575a42383847222c2276657262223a2272656365697665222c2266726f6d223a22706c6564676564222c22746f223a227265636569766564222c227175616e74697479223a223730303030222c2262617365223a223934303737222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3039222c226772616465223a227061796d656e74222c227265766572736573223a6e756c6c7d', '\xcc91e6d7596f675c9b349a06d012c452d37924195093491ebd96e139da32ab85', '2026-03-10 12:00:00+00'),
	(11, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22345143333052504d504a222c226261746368223a22304a4b4551534a345846573937423051222c2276657262223a2264697370757465222c2266726f6d223a227265636569766564222c22746f223a226469737075746564222c227175616e74697479223a223530303030222c2262617365223a223637313937222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3132222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xc16252b4108f5d7eafbff28791d69f64d2ffb90a6f58fa232c8a26f3587a9c53', '2026-03-10 12:00:00+00'),
	(12, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22345143333052504d504a222c226261746368223a22334e4232445a3742444b58484d325838222c2276657262223a2277696e222c2266726f6d223a226469737075746564222c22746f223a227265636569766564222c227175616e74697479223a223130303030222c2262617365223a223133343339222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3133222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x35181f1a8eeed730067b49330f399f6a1b095800e28ce3024a3022df62f6a915', '2026-03-10 12:00:00+00'),
	(13, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22345143333052504d504a222c226261746368223a224a46304630594453475733394b525836222c2276657262223a226c6f7365222c2266726f6d223a226469737075746564222c22746f223a22726566756e646564222c227175616e74697479223a2236303030222c2262617365223a2238303633222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3134222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xbf39653630e8909622f638d7f4900c6222d7572bff452056207d50b53520065c', '2026-03-10 12:00:00+00'),
	(14, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a22464237444d4b44363846222c2277686f223a2237613366653933376633636537306663663064303137336164376633626234313963376564373762613336633564343439623363333434396233393962666333222c226173736574223a2241313030222c227175616e74697479223a223138303030303030222c2272617465223a5b22333132222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22626f75676874222c2273697465223a224357425232573246222c2277696e646f7773223a5b5b6e756c6c2c22323032362d30322d3031222c22323032362d30382d3031222c6e756c6c5d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x01f333e1a49ca905ddd92ddcc60cf7311ed621488f805fb6ce797576b661ec94', '2026-03-10 12:00:00+00'),
	(15, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22464237444d4b44363846222c226261746368223a224330434b36564e5457415a3953523057222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223138303030303030222c2262617365223a2235363736313637222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30322d3032222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xa5ff1835462f69ca3b078a1d85214ac103a6fb5dc6659e264f37e1f6d79aed4c', '2026-03-10 12:00:00+00'),
	(16, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22464237444d4b44363846222c226261746368223a22334e545345365935575a365358475354222c2276657262223a22636f6d6d6974222c2266726f6d223a22706c6564676564222c22746f223a22636f6d6d6974746564222c227175616e74697479223a223138303030303030222c2262617365223a2235363736313637222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30322d3033222c226772616465223a227369676e65642d61677265656d656e74222c227265766572736573223a6e756c6c7d', '\xf56275fc73eb4e5c012702e8846cd88982654c7cd9a03f8415e26cc7d98eb87f', '2026-03-10 12:00:00+00'),
	(17, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a224a594b463647564653363038222c2277686f223a2262626661323561626561633231346539646234666164346363323339396435666136626133636230613938393938343436393065313331653165343365353864222c2274797065223a22706572736f6e222c22616374223a227369676e222c226f6e223a22323032362d30332d3130227d', '\xa554e9fac4d25fc1d1e625716525482ec197bad75bcdf43d7fa1c0132e13fb29', '2026-03-10 12:00:00+00'),
	(18, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a22454e5158354156533737222c2277686f223a2237666232633063336161666461613561666539323532643336316133346532376638653965386335363231646265363561373633323039386633646432396239222c226173736574223a22555344222c227175616e74697479223a22313030303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a5b5b22323032362d30332d3331222c223430303030225d2c5b22323032362d30362d3330222c223630303030225d5d2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x529e6a5c2a6365ba38e3de1d32ed565d885759422f99902031ef3112137157f5', '2026-03-10 12:00:00+00'),
	(19, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22454e5158354156533737222c226261746368223a225a364a47444248395150383558343548222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a22313030303030222c2262617365223a22313030303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xaa7a93c137bf1df3b62f95df0e1af3b4360a4b6839ea21af6efe562600dbfbef', '2026-03-10 12:00:00+00'),
	(20, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a22434853364236485a5654222c2277686f223a2234333835646636626238393661323463623632636639303564653238323930306262353861353234653564373061613961383838613736616134346430306238222c226173736574223a22483130302d53584d222c227175616e74697479223a223132313635313230303030222c2272617465223a5b223938392e34222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22676976656e222c2273697465223a2250474b5858583857222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x9b5668880d12254468e01984aa22269f931557b5ed6ce831d1228c5374d8d27f', '2026-03-10 12:00:00+00'),
	(21, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22434853364236485a5654222c226261746368223a22515144374637373632475a5339395935222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223132313635313230303030222c2262617365223a223132313635313230303030222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x86fc7befae7e45b94a232cf9b351e53f5ca60f3c7794e031077b381d9ea970af', '2026-03-10 12:00:00+00'),
	(22, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a2256543735434356384138222c2277686f223a2263306263626363343862633863306231616462303435343734313632666262346561356130316632396461653131663534363663373664366130393734353036222c226173736574223a22555344222c227175616e74697479223a22313030303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a5b5b22323032362d30332d3331222c223430303030225d2c5b22323032362d30362d3330222c223630303030225d5d2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x804a2a40b3f1a5830172225e75c04e1a178166c0fc812a3587dcc3800af2509b', '2026-03-10 12:00:00+00'),
	(23, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2256543735434356384138222c226261746368223a2254455331414231314a30583647383350222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a22313030303030222c2262617365223a22313030303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x2616bd110c4cbf5119dbed88a041297cdf751608a92802ff9c892c28f890ff8e', '2026-03-10 12:00:00+00'),
	(24, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a2237534258503147484b48222c2277686f223a2234623633353561626232333730626431326639653930393464386164386661386539333832376237383564303763633365313062386135356363353937336232222c226173736574223a22483130302d53584d222c227175616e74697479223a223132313635313230303030222c2272617465223a5b223938392e34222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22676976656e222c2273697465223a2250474b5858583857222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\xda23dc3de0cf4b40e7dfaf4a34d9935b78dcaf630590ee735b4a89c5733644e5', '2026-03-10 12:00:00+00'),
	(25, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2237534258503147484b48222c226261746368223a22573739534e594e4233433933534e3942222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223132313635313230303030222c2262617365223a223132313635313230303030222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x779482e9a2ab0f46a28c18e830eb86126cc6e0f84657fc9c8148520c5b2e266f', '2026-03-10 12:00:00+00'),
	(26, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a2253385844525034533856222c2277686f223a2263633064346132386535666536653061663065313032653930613034363563363261353630396165366331656165613539366536623137643135383565306564222c226173736574223a22555344222c227175616e74697479223a22313030303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a5b5b22323032362d30332d3331222c223430303030225d2c5b22323032362d30362d3330222c223630303030225d5d2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x92bfa7ddb0c7f467075f95354b27fdbf44797f2a22efc8b38c881e5cc81cf66e', '2026-03-10 12:00:00+00'),
	(27, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2253385844525034533856222c226261746368223a224e353641575a51395443455931363753222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a22313030303030222c2262617365223a22313030303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x97d95e739457912c1343f417c39b4249be02ba232c36c3e0dd83b9d6c7730137', '2026-03-10 12:00:00+00'),
	(28, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a22485244354a4332393031222c2277686f223a2261376436333033643663626532623864356462303636636461303362346233653136333465306638313062383337656665316535633464343764636363653263222c226173736574223a22483130302d53584d222c227175616e74697479223a223132313635313230303030222c2272617465223a5b223938392e34222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22676976656e222c2273697465223a2250474b5858583857222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x0d3b336992f6f85a6a8381142755dcf7c6f6fee09af2d7ec9a6ceb79d9dcd54a', '2026-03-10 12:00:00+00'),
	(29, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22485244354a4332393031222c226261746368223a223747334844364a4834543743515a4b36222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223132313635313230303030222c2262617365223a223132313635313230303030222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xe2c11751c2068c5b67379c4c74cc879ca1995569e70906dc5f0efbea78d87716', '2026-03-10 12:00:00+00'),
	(30, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a224a39513248444146304b222c2277686f223a2238343362656431353338356630636539346633343237623465653431623133343263333134666236363931386636383535623665393739303735643139373039222c226173736574223a22555344222c227175616e74697479223a22313030303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a5b5b22323032362d30332d3331222c223430303030225d2c5b22323032362d30362d3330222c223630303030225d5d2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x014cac22139f7bb2da2b49c0ef77eccbd88ebc363c1e9dfacb14d2be1b43e941', '2026-03-10 12:00:00+00'),
	(31, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a224a39513248444146304b222c226261746368223a223059353134435258433337453538304d222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a22313030303030222c2262617365223a22313030303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x8b0e3a1c4b4b06a3e8be87c66bbd1aa3a7c1644dc74ea7092e38f59d3a233ef6', '2026-03-10 12:00:00+00'),
	(32, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a224a39513248444146304b222c226261746368223a2230383453423541544e343731564a5336222c2276657262223a22636f6d6d6974222c2266726f6d223a22706c6564676564222c22746f223a22636f6d6d6974746564222c227175616e74697479223a223930303030222c2262617365223a223930303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a227369676e65642d61677265656d656e74222c227265766572736573223a6e756c6c7d', '\x3b00fec01850947fa3976e209965e6bcddf3a86a31455f0c2c1d2d212b3db0ab', '2026-03-10 12:00:00+00'),
	(33, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a224a39513248444146304b222c226261746368223a224a524851484151424846335951584e33222c2276657262223a2272656365697665222c2266726f6d223a22636f6d6d6974746564222c22746f223a227265636569766564222c227175616e74697479223a223330303030222c2262617365223a223330303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a227061796d656e74222c227265766572736573223a6e756c6c7d', '\x643f92e9b69d627803808600fdaa090e45553eac501006011b406ebe529cc9df', '2026-03-10 12:00:00+00'),
	(34, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a224a39513248444146304b222c226261746368223a2236593335595136525a534b3546473251222c2276657262223a22726566756e64222c2266726f6d223a227265636569766564222c22746f223a22726566756e646564222c227175616e74697479223a2235303030222c2262617365223a2235303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x38855fb2439c259ad92a8410d274b640d0ef04fb3b0950d9bfa5fbc7ce8dbed4', '2026-03-10 12:00:00+00'),
	(35, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a224a39513248444146304b222c226261746368223a224d4e38523844454d324b304252595132222c2276657262223a2272656365697665222c2266726f6d223a22636f6d6d6974746564222c22746f223a227265636569766564222c227175616e74697479223a223130303030222c2262617365223a223130303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a227061796d656e74222c227265766572736573223a6e756c6c7d', '\x97b4e575f446b012e6b26502925f89d25ed96e80b01c7532d7b6e1873fbe09a5', '2026-03-10 12:00:00+00'),
	(36, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a224a39513248444146304b222c226261746368223a22364754424a3343344d5a4a4e52513139222c2276657262223a2272657665727365222c2266726f6d223a227265636569766564222c22746f223a22636f6d6d6974746564222c227175616e74697479223a223130303030222c2262617365223a223130303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a33357d', '\xcbfb139710372ec3093ebdf987510b762ab6951e5c819d5f18f3715ff700272f', '2026-03-10 12:00:00+00'),
	(37, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a22515045374e56314e4645222c2277686f223a2233386531646232623766663461363963303437366535333663636230383930373637623465656461353665333361383133306534633965656534653637393935222c226173736574223a224a5059222c227175616e74697479223a223730303030222c2272617465223a5b22312e31363431222c223138332e3637225d2c22726174654f6e223a22323032362d30332d3130222c2272617465536f75726365223a22454342222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\xa1dac4554f49fe788b517f2afa48df3951ab4286fb33f4d4b789645205b8e8fe', '2026-03-10 12:00:00+00'),
	(38, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22515045374e56314e4645222c226261746368223a2257304241483446365254374853455246222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223730303030222c2262617365223a223434333636222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xa58078de901f0b82ccf7d96b0d6839e41694981657f045aff3756185f4d77f09', '2026-03-10 12:00:00+00'),
	(39, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22515045374e56314e4645222c226261746368223a225a36525330534b34505a5a574d323756222c2276657262223a226c61707365222c2266726f6d223a22706c6564676564222c22746f223a226c6170736564222c227175616e74697479223a223730303030222c2262617365223a223434333636222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x40939a798738f84e33e1af0e9a4b038d315df9b1db1cecf2286960805317be2f', '2026-03-10 12:00:00+00'),
	(40, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a22515837303043585a374b222c2277686f223a2237356631663463303138633963643432383965386139666436326336623961373239616631323662353339316465333164353663323436383564333933323139222c226173736574223a22483130302d53584d222c227175616e74697479223a223132313635313230303030222c2272617465223a5b223938392e34222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22676976656e222c2273697465223a22335951314b594657222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\xe4e54b81bc4b9a489c53804f1566c01f6307f7beef5f273afc6d61152b3fc6a3', '2026-03-10 12:00:00+00'),
	(41, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22515837303043585a374b222c226261746368223a2246583833515a51345859504732464831222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223132313635313230303030222c2262617365223a223132313635313230303030222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xe4cf14b0b1c01817f22d2d2763c8fda5a29de6a2938e139f8bd6a1f064751c2a', '2026-03-10 12:00:00+00'),
	(42, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22515837303043585a374b222c226261746368223a22505836364536354a514a47335945484a222c2276657262223a22636f6d6d6974222c2266726f6d223a22706c6564676564222c22746f223a22636f6d6d6974746564222c227175616e74697479223a223132313635313230303030222c2262617365223a223132313635313230303030222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a227369676e65642d61677265656d656e74222c227265766572736573223a6e756c6c7d', '\xdcf91660a417bbb885466521fdffdfde602b14f4ac16bc4ba211e509b600ea2c', '2026-03-10 12:00:00+00'),
	(43, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22515837303043585a374b222c226261746368223a22425a584631325734394753434b4b314a222c2276657262223a2272656365697665222c2266726f6d223a22636f6d6d6974746564222c22746f223a227265636569766564222c227175616e74697479223a223336393030222c2262617365223a223336393030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2270726f76696465722d73746174656d656e74222c227265766572736573223a6e756c6c7d', '\x49d6292385385ed8833c8589bb760c0b72b04ee07e6a3f4a6b9697371c55bb78', '2026-03-10 12:00:00+00'),
	(44, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a225a31524241305a4b3635454b222c2277686f223a2230316230333563316365353364386535366664636363336233666336396264626264373663353630326530323230333334643362663763346162313531323231222c2274797065223a22706572736f6e222c22616374223a227369676e222c226f6e223a22323032362d30332d3130227d', '\x9e90fd6ac719eadf0ca1ba8db518600f4dc99fc82a71c1654868b1ec40520490', '2026-03-10 12:00:00+00'),
	(45, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a225a32365331305a57474d222c2277686f223a2262633863306161653038366238383033303137333835626434323065366637313239313731656464373235323136333162323131663466353839643037303166222c226173736574223a22483130302d53584d222c227175616e74697479223a223132313635313230303030222c2272617465223a5b223938392e34222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22676976656e222c2273697465223a2250474b5858583857222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x384dc653400dfac427ad37904231660941efefdc7d091a58c3d5b8efd77ae2b5', '2026-03-10 12:00:00+00'),
	(46, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a225a32365331305a57474d222c226261746368223a2239454238373146323051524e54543230222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223132313635313230303030222c2262617365223a223132313635313230303030222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x992361b9f13674993541aa42d0173ba598305ce0aa45cd0bcc40ddbf317e955e', '2026-03-10 12:00:00+00'),
	(47, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a225a32365331305a57474d222c226261746368223a22415a4137454434305732454d36413554222c2276657262223a2272656365697665222c2266726f6d223a22706c6564676564222c22746f223a227265636569766564222c227175616e74697479223a223235323030222c2262617365223a223235323030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a226d657465726564222c227265766572736573223a6e756c6c7d', '\x5b7ad97b69b82be1dcf89365bada7524da3ba0bb92810bc58030b656f56e93f1', '2026-03-10 12:00:00+00');

INSERT INTO public.ledger_head VALUES
	(1, 48);

INSERT INTO public.log_identity VALUES
	(1, 'localhost:8080', 'localhost:8080+d76fbfb1+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs');

INSERT INTO public.migration VALUES
	('0001_core.sql', '0fafb47a881cce1e9591b0571e7764a706c384286eb05a003b079f95afb71676', '2026-11-30 08:49:35.669772+00'),
	('0002_append_only.sql', 'bf81b87ba9247f9d8c1c04c96d1c24f13db46bae84762fd35b15ac4bc61cfd26', '2026-11-30 08:49:35.795045+00'),
	('0003_standing.sql', 'a43333fe6f723689f1812c15f1cddf68f1a00f9c9f3f200b69537140517c49fd', '2026-11-30 08:49:35.803254+00');

INSERT INTO public.movement VALUES
	(4, '01a22ba5-39d8-7672-ad8a-c0e192ad69ca', 'RX4RK04GBNWHETW8', 'pledge', 'outside', 'waiting', 4000000, 4665600, NULL, '2026-01-05', 'self-asserted', NULL),
	(6, '01a22ba5-39d8-7672-ad8a-c747b2ec8cb1', '9CFJJ765GY1AQB3V', 'pledge', 'outside', 'pledged', 1000000, 69030, NULL, '2026-01-06', 'self-asserted', NULL),
	(7, '01a22ba5-39d8-7672-ad8a-c747b2ec8cb1', '0TMKHXM3W8NBXFQD', 'withdraw', 'pledged', 'withdrawn', 1000000, 69030, NULL, '2026-01-07', 'self-asserted', NULL),
	(9, '01a22ba5-39d9-75fc-8e69-c1932c1debe2', 'YMNWZG7JJYDPRC63', 'pledge', 'outside', 'pledged', 80000, 107517, NULL, '2026-01-08', 'self-asserted', NULL),
	(10, '01a22ba5-39d9-75fc-8e69-c1932c1debe2', 'M888QJGB04WZB88G', 'receive', 'pledged', 'received', 70000, 94077, NULL, '2026-01-09', 'payment', NULL),
	(11, '01a22ba5-39d9-75fc-8e69-c1932c1debe2', '0JKEQSJ4XFW97B0Q', 'dispute', 'received', 'disputed', 50000, 67197, NULL, '2026-01-12', 'self-asserted', NULL),
	(12, '01a22ba5-39d9-75fc-8e69-c1932c1debe2', '3NB2DZ7BDKXHM2X8', 'win', 'disputed', 'received', 10000, 13439, NULL, '2026-01-13', 'self-asserted', NULL),
	(13, '01a22ba5-39d9-75fc-8e69-c1932c1debe2', 'JF0F0YDSGW39KRX6', 'lose', 'disputed', 'refunded', 6000, 8063, NULL, '2026-01-14', 'self-asserted', NULL),
	(15, '01a22ba5-39d9-75fc-8e69-c610bcabbc0d', 'C0CK6VNTWAZ9SR0W', 'pledge', 'outside', 'pledged', 18000000, 5676167, NULL, '2026-02-02', 'self-asserted', NULL),
	(16, '01a22ba5-39d9-75fc-8e69-c610bcabbc0d', '3NTSE6Y5WZ6SXGST', 'commit', 'pledged', 'committed', 18000000, 5676167, NULL, '2026-02-03', 'signed-agreement', NULL),
	(19, '01a22ba5-3b09-74c4-84ad-fdd691969bce', 'Z6JGDBH9QP85X45H', 'pledge', 'outside', 'pledged', 100000, 100000, NULL, '2026-03-10', 'self-asserted', NULL),
	(21, '01a22ba5-3b35-73be-9409-3630ed48cce6', 'QQD7F7762GZS99Y5', 'pledge', 'outside', 'pledged', 12165120000, 12165120000, '[[512, "2026-03-01", "2026-12-01", "1"]]', '2026-03-10', 'self-asserted', NULL),
	(23, '01a22ba5-3b66-7701-b8c4-727b13bf007d', 'TES1AB11J0X6G83P', 'pledge', 'outside', 'pledged', 100000, 100000, NULL, '2026-03-10', 'self-asserted', NULL),
	(25, '01a22ba5-3b83-77f1-807e-6782f2000745', 'W79SNYNB3C93SN9B', 'pledge', 'outside', 'pledged', 12165120000, 12165120000, '[[512, "2026-03-01", "2026-12-01", "1"]]', '2026-03-10', 'self-asserted', NULL),
	(27, '01a22ba5-3b9f-7249-a1d9-2d38e04cd7e7', 'N56AWZQ9TCEY167S', 'pledge', 'outside', 'pledged', 100000, 100000, NULL, '2026-03-10', 'self-asserted', NULL),
	(29, '01a22ba5-3bbc-7547-9f99-c3897af292b3', '7G3HD6JH4T7CQZK6', 'pledge', 'outside', 'pledged', 12165120000, 12165120000, '[[512, "2026-03-01", "2026-12-01", "1"]]', '2026-03-10', 'self-asserted', NULL),
	(31, '01a22ba5-3bd0-77c0-8038-a6f408036187', '0Y514CRXC37E580M', 'pledge', 'outside', 'pledged', 100000, 100000, NULL, '2026-03-10', 'self-asserted', NULL),
	(32, '01a22ba5-3bd0-77c0-8038-a6f408036187', '084SB5ATN471VJS6', 'commit', 'pledged', 'committed', 90000, 90000, NULL, '2026-03-10', 'signed-agreement', NULL),
	(33, '01a22ba5-3bd0-77c0-8038-a6f408036187', 'JRHQHAQBHF3YQXN3', 'receive', 'committed', 'received', 30000, 30000, NULL, '2026-03-10', 'payment', NULL),
	(34, '01a22ba5-3bd0-77c0-8038-a6f408036187', '6Y35YQ6RZSK5FG2Q', 'refund', 'received', 'refunded', 5000, 5000, NULL, '2026-03-10', 'self-asserted', NULL),
	(35, '01a22ba5-3bd0-77c0-8038-a6f408036187', 'MN8R8DEM2K0BRYQ2', 'receive', 'committed', 'received', 10000, 10000, NULL, '2026-03-10', 'payment', NULL),
	(36, '01a22ba5-3bd0-77c0-8038-a6f408036187', '6GTBJ3C4MZJNRQ19', 'reverse', 'received', 'committed', 10000, 10000, NULL, '2026-03-10', 'self-asserted', 35),
	(38, '01a22ba5-3c27-70c2-9658-80c9f02f2133', 'W0BAH4F6RT7HSERF', 'pledge', 'outside', 'pledged', 70000, 44366, NULL, '2026-03-10', 'self-asserted', NULL),
	(39, '01a22ba5-3c27-70c2-9658-80c9f02f2133', 'Z6RS0SK4PZZWM27V', 'lapse', 'pledged', 'lapsed', 70000, 44366, NULL, '2026-03-10', 'self-asserted', NULL),
	(41, '01a22ba5-3c3d-7694-8abf-2a848d4a844b', 'FX83QZQ4XYPG2FH1', 'pledge', 'outside', 'pledged', 12165120000, 12165120000, '[[512, "2026-03-01", "2026-12-01", "1"]]', '2026-03-10', 'self-asserted', NULL),
	(42, '01a22ba5-3c3d-7694-8abf-2a848d4a844b', 'PX66E65JQJG3YEHJ', 'commit', 'pledged', 'committed', 12165120000, 12165120000, '[[512, "2026-03-01", "2026-12-01", "1"]]', '2026-03-10', 'signed-agreement', NULL),
	(43, '01a22ba5-3c3d-7694-8abf-2a848d4a844b', 'BZXF12W49GSCKK1J', 'receive', 'committed', 'received', 36900, 36900, NULL, '2026-03-10', 'provider-statement', NULL),
	(46, '01a22ba5-3c93-7030-9caa-65f2bfe9c344', '9EB871F20QRNTT20', 'pledge', 'outside', 'pledged', 12165120000, 12165120000, '[[512, "2026-03-01", "2026-12-01", "1"]]', '2026-03-10', 'self-asserted', NULL),
	(47, '01a22ba5-3c93-7030-9caa-65f2bfe9c344', 'AZA7ED40W2EM6A5T', 'receive', 'pledged', 'received', 25200, 25200, NULL, '2026-03-10', 'metered', NULL);

INSERT INTO public.names_version VALUES
	(1, 0);

INSERT INTO public.pledge VALUES
	('01a22ba5-39d8-7672-ad8a-c0e192ad69ca', 'MBQYM9XQR1', '01a22ba5-39cf-7285-b7ca-c771aa2918cf', 'EUR', 4000000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', '{"by": null, "kind": "threshold", "counts": "committed", "metric": "organisations", "reaches": "40"}', true, 'public', NULL, 'accepted', NULL, '1.1664', '1', '2026-01-05', 'ECB', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-39d8-7672-ad8a-c747b2ec8cb1', 'HHV1XYHRR2', '01a22ba5-39d1-73f2-bb97-4dc74709e84a', 'KRW', 1000000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '1.1707', '1695.93', '2026-01-06', 'ECB', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-39d9-75fc-8e69-c1932c1debe2', '4QC30RPMPJ', '01a22ba5-39d1-73f2-bb97-4dc74709e84a', 'GBP', 80000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '1.1675', '0.8687', '2026-01-08', 'ECB', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-39d9-75fc-8e69-c610bcabbc0d', 'FB7DMKD68F', '01a22ba5-39cf-7285-b7ca-c771aa2918cf', 'A100', 18000000, 'bought', 'CWBR2W2F', 'Example Cloud', '[]', '2026-02-01', '2026-08-01', '[]', NULL, false, 'public', NULL, 'accepted', NULL, '312', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-3b09-74c4-84ad-fdd691969bce', 'ENQX5AVS77', '01a22ba5-3abd-7783-8ce0-774044d133d2', 'USD', 100000, NULL, NULL, NULL, '[]', NULL, NULL, '[["2026-03-31", "40000"], ["2026-06-30", "60000"]]', NULL, false, 'public', 'Ask us in May.', 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-3b35-73be-9409-3630ed48cce6', 'CHS6B6HZVT', '01a22ba5-3abd-7783-8ce0-774044d133d2', 'H100-SXM', 12165120000, 'given', 'PGKXXX8W', NULL, '[[512, "2026-03-01", "2026-12-01", "1"]]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '989.4', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-3b66-7701-b8c4-727b13bf007d', 'VT75CCV8A8', '01a22ba5-3abd-7783-8ce0-774044d133d2', 'USD', 100000, NULL, NULL, NULL, '[]', NULL, NULL, '[["2026-03-31", "40000"], ["2026-06-30", "60000"]]', NULL, false, 'amount-hidden', 'Ask us in May.', 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-3b83-77f1-807e-6782f2000745', '7SBXP1GHKH', '01a22ba5-3abd-7783-8ce0-774044d133d2', 'H100-SXM', 12165120000, 'given', 'PGKXXX8W', NULL, '[[512, "2026-03-01", "2026-12-01", "1"]]', NULL, NULL, '[]', NULL, false, 'amount-hidden', NULL, 'accepted', NULL, '989.4', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-3b9f-7249-a1d9-2d38e04cd7e7', 'S8XDRP4S8V', '01a22ba5-3abd-7783-8ce0-774044d133d2', 'USD', 100000, NULL, NULL, NULL, '[]', NULL, NULL, '[["2026-03-31", "40000"], ["2026-06-30", "60000"]]', NULL, false, 'anonymous', 'Ask us in May.', 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-3bbc-7547-9f99-c3897af292b3', 'HRD5JC2901', '01a22ba5-3abd-7783-8ce0-774044d133d2', 'H100-SXM', 12165120000, 'given', 'PGKXXX8W', NULL, '[[512, "2026-03-01", "2026-12-01", "1"]]', NULL, NULL, '[]', NULL, false, 'anonymous', NULL, 'accepted', NULL, '989.4', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-3bd0-77c0-8038-a6f408036187', 'J9Q2HDAF0K', '01a22ba5-3abd-7783-8ce0-774044d133d2', 'USD', 100000, NULL, NULL, NULL, '[]', NULL, NULL, '[["2026-03-31", "40000"], ["2026-06-30", "60000"]]', NULL, false, 'public', NULL, 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-3c27-70c2-9658-80c9f02f2133', 'QPE7NV1NFE', '01a22ba5-3abd-7783-8ce0-774044d133d2', 'JPY', 70000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '1.1641', '183.67', '2026-03-10', 'ECB', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-3c3d-7694-8abf-2a848d4a844b', 'QX700CXZ7K', '01a22ba5-3abd-7783-8ce0-774044d133d2', 'H100-SXM', 12165120000, 'given', '3YQ1KYFW', NULL, '[[512, "2026-03-01", "2026-12-01", "1"]]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '989.4', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-3c60-734f-9596-ef3c7438e1a3', 'KEYW3931P5', '01a22ba5-3abd-7783-8ce0-774044d133d2', 'USD', 1234, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'pending', NULL, NULL, NULL, NULL, NULL, '2026-03-10 12:00:00+00', NULL),
	('01a22ba5-3c66-7333-8bd9-073cea0e97e4', 'WKNBADSQA5', '01a22ba5-3abd-7783-8ce0-774044d133d2', 'USD', 5678, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'rejected', 'A test.', NULL, NULL, NULL, NULL, '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-3c93-7030-9caa-65f2bfe9c344', 'Z26S10ZWGM', '01a22ba5-3c77-7547-81a6-fcd6ca9f3389', 'H100-SXM', 12165120000, 'given', 'PGKXXX8W', NULL, '[[512, "2026-03-01", "2026-12-01", "1"]]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '989.4', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00');

INSERT INTO public.reported VALUES
	(0, 'Example Daily’s Example Bank', NULL, NULL, 'https://press.example/1', NULL);

INSERT INTO public.signatory VALUES
	('01a22ba5-39cf-7285-b7ca-c771aa2918cf', '5N273SPBE6DB', 'organisation', 'Example University', NULL, NULL, NULL, NULL, NULL, NULL, NULL, true, 'published', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-39d1-73f2-bb97-4dc74709e84a', '6JB5JS6PEB17', 'person', 'Eli Example', 'engineer', NULL, NULL, NULL, NULL, NULL, NULL, false, 'published', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-3abd-7783-8ce0-774044d133d2', 'JYKF6GVFS608', 'person', 'Ada Example', NULL, NULL, NULL, 'ada.examplex@example.org', 'ada.examplex@example.org', NULL, NULL, true, 'published', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-3c77-7547-81a6-fcd6ca9f3389', 'Z1RBA0ZK65EK', 'person', 'Bo Example', NULL, NULL, NULL, 'bo.examplex@example.org', 'bo.examplex@example.org', NULL, NULL, true, 'published', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00');

INSERT INTO public.site VALUES
	('CWBR2W2F', 'Bergen', 'bergen'),
	('PGKXXX8W', 'Oslo', 'oslo'),
	('3YQ1KYFW', 'Tromsø', 'tromsø');

INSERT INTO public.standing VALUES
	('01a22ba5-39d8-7672-ad8a-c0e192ad69ca', 4, 4, 0, 4000000, 0, 0, 0, 0, 0, 0, 0, 4665600, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22ba5-39d8-7672-ad8a-c747b2ec8cb1', 6, 7, 0, 0, 0, 0, 0, 0, 1000000, 0, 0, 0, 0, 0, 0, 0, 69030, 0, DEFAULT, DEFAULT),
	('01a22ba5-39d9-75fc-8e69-c1932c1debe2', 9, 13, 10000, 0, 0, 30000, 34000, 6000, 0, 0, 13440, 0, 0, 40319, 45695, 8063, 0, 0, DEFAULT, DEFAULT),
	('01a22ba5-39d9-75fc-8e69-c610bcabbc0d', 15, 16, 0, 0, 18000000, 0, 0, 0, 0, 0, 0, 0, 5676167, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22ba5-3b09-74c4-84ad-fdd691969bce', 19, 19, 100000, 0, 0, 0, 0, 0, 0, 0, 100000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22ba5-3b35-73be-9409-3630ed48cce6', 21, 21, 12165120000, 0, 0, 0, 0, 0, 0, 0, 12165120000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22ba5-3b66-7701-b8c4-727b13bf007d', 23, 23, 100000, 0, 0, 0, 0, 0, 0, 0, 100000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22ba5-3b83-77f1-807e-6782f2000745', 25, 25, 12165120000, 0, 0, 0, 0, 0, 0, 0, 12165120000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22ba5-3b9f-7249-a1d9-2d38e04cd7e7', 27, 27, 100000, 0, 0, 0, 0, 0, 0, 0, 100000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22ba5-3bbc-7547-9f99-c3897af292b3', 29, 29, 12165120000, 0, 0, 0, 0, 0, 0, 0, 12165120000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22ba5-3bd0-77c0-8038-a6f408036187', 31, 36, 10000, 0, 60000, 25000, 0, 5000, 0, 0, 10000, 0, 60000, 25000, 0, 5000, 0, 0, DEFAULT, DEFAULT),
	('01a22ba5-3c27-70c2-9658-80c9f02f2133', 38, 39, 0, 0, 0, 0, 0, 0, 0, 70000, 0, 0, 0, 0, 0, 0, 0, 44366, DEFAULT, DEFAULT),
	('01a22ba5-3c3d-7694-8abf-2a848d4a844b', 41, 43, 0, 0, 12165083100, 36900, 0, 0, 0, 0, 0, 0, 12165083100, 36900, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22ba5-3c93-7030-9caa-65f2bfe9c344', 46, 47, 12165094800, 0, 0, 25200, 0, 0, 0, 0, 12165094800, 0, 0, 25200, 0, 0, 0, 0, DEFAULT, DEFAULT);

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

ALTER TABLE ONLY public.log_identity
    ADD CONSTRAINT log_identity_pkey PRIMARY KEY (id);

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

CREATE INDEX movement_batch ON public.movement USING btree (batch);

CREATE INDEX movement_pledge ON public.movement USING btree (pledge_id, seq);

CREATE INDEX movement_windows ON public.movement USING btree (seq) WHERE (windows IS NOT NULL);

CREATE INDEX pledge_signatory ON public.pledge USING btree (signatory_id);

CREATE UNIQUE INDEX signatory_email_key ON public.signatory USING btree (email_key) WHERE (status <> 'rejected'::text);

CREATE INDEX signatory_list ON public.signatory USING btree (id) WHERE ((status = 'published'::text) AND public);

CREATE INDEX signatory_wall ON public.signatory USING btree (kind, published_at, id) WHERE ((status = 'published'::text) AND public);

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.checkpoint FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.ledger_entry FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.log_identity FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.movement FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.checkpoint FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.ledger_entry FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.ledger_head FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.log_identity FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.movement FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON public.ledger_head FOR EACH ROW EXECUTE FUNCTION public.refuse_shrinking();

CREATE TRIGGER within_head BEFORE INSERT ON public.checkpoint FOR EACH ROW EXECUTE FUNCTION public.refuse_checkpoint_beyond_head();

CREATE TRIGGER within_head BEFORE INSERT ON public.ledger_entry FOR EACH ROW EXECUTE FUNCTION public.refuse_entry_beyond_head();

ALTER TABLE ONLY public.derived
    ADD CONSTRAINT derived_size_fkey FOREIGN KEY (size) REFERENCES public.checkpoint(size);

ALTER TABLE ONLY public.entry_name
    ADD CONSTRAINT entry_name_seq_fkey FOREIGN KEY (seq) REFERENCES public.ledger_entry(seq);

ALTER TABLE ONLY public.entry_name
    ADD CONSTRAINT entry_name_signatory_id_fkey FOREIGN KEY (signatory_id) REFERENCES public.signatory(id);

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

ALTER TABLE ONLY public.standing
    ADD CONSTRAINT standing_pledge_id_fkey FOREIGN KEY (pledge_id) REFERENCES public.pledge(id);

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

GRANT SELECT,INSERT ON TABLE public.log_identity TO muster_app;

GRANT SELECT ON TABLE public.migration TO muster_app;

GRANT SELECT,INSERT ON TABLE public.movement TO muster_app;

GRANT SELECT ON TABLE public.names_version TO muster_app;

GRANT SELECT,INSERT ON TABLE public.pledge TO muster_app;

GRANT UPDATE(status) ON TABLE public.pledge TO muster_app;

GRANT UPDATE(reason) ON TABLE public.pledge TO muster_app;

GRANT UPDATE(rate_num) ON TABLE public.pledge TO muster_app;

GRANT UPDATE(rate_den) ON TABLE public.pledge TO muster_app;

GRANT UPDATE(rate_on) ON TABLE public.pledge TO muster_app;

GRANT UPDATE(rate_source) ON TABLE public.pledge TO muster_app;

GRANT UPDATE(decided_at) ON TABLE public.pledge TO muster_app;

GRANT SELECT,INSERT ON TABLE public.reference_rate TO muster_app;

GRANT SELECT,INSERT ON TABLE public.reported TO muster_app;

GRANT SELECT,INSERT ON TABLE public.signatory TO muster_app;

GRANT UPDATE(status) ON TABLE public.signatory TO muster_app;

GRANT UPDATE(published_at) ON TABLE public.signatory TO muster_app;

GRANT SELECT,INSERT ON TABLE public.site TO muster_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.standing TO muster_app;
