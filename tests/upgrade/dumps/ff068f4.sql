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

INSERT INTO public.admin_rate VALUES
	('KWD', '2026-03-09', '3.25', '1', 'Central Bank of Nowhere', 'https://example.org/rates', '2026-03-10 12:00:00+00');

INSERT INTO public.checkpoint VALUES
	(17, '\xec76564cc98f5d56e7663dd620a37db0c9e45d27cbc8324227a9018caa73ff43', 'localhost:8080
17
7HZWTMmPXVbnZj3WIKN9sMnkXSfLyDJCJ6kBjKpz/0M=

— localhost:8080 12+/scqJKqLfxwhfKDuUj4/Ov/csfpHbthUemTuHQg1Nvzm9mSO8pCOW+Lr+G/Nl9lWir47MxitQfRhhrHDtAioYDwY=
', '{"v":1,"targets":{"funding":["USD","10000000000"],"gpus":10000,"gpuHours":"87600000.00","from":"2026-01-01","to":"2027-01-01"},"signatories":{"person":1,"organisation":1},"flows":{"A100/bought":{"committed":["18000000","5676167"]},"EUR":{"waiting":["4000000","4665600"]},"GBP":{"pledged":["10000","13440"],"received":["30000","40319"],"disputed":["34000","45695"],"refunded":["6000","8063"]},"KRW":{"withdrawn":["1000000","69030"]}},"months":{"2026-01":["0","40319"]}}', '\x1023859762330d86489c9cc057856e378b9de2a809ca69374d8e6b6c046ce250258a21d0e6b01913fcb3a852f9d7fcd6b52fb55eca71be3ad725ae00b2c758fc', 0, '2026-03-10 12:00:00+00'),
	(34, '\x9c6715b7b554f59b0e73ee93a5982cb6223842aadd2678c0267870a493bcd1ab', 'localhost:8080
34
nGcVt7VU9ZsOc+6TpZgstiI4QqrdJnjAJnhwpJO80as=

— localhost:8080 12+/saautM62MYCJoJDYh+pyNYsZrKC2stUCXxRiTUCvl1rObVWkkiYbS0MujR9zF8FtQsIdXBFBmunN2yN+0VqVDAk=
', '{"v":1,"targets":{"funding":["USD","10000000000"],"gpus":10000,"gpuHours":"87600000.00","from":"2026-01-01","to":"2027-01-01"},"signatories":{"person":2,"organisation":1},"flows":{"A100/bought":{"committed":["18000000","5676167"]},"EUR":{"waiting":["4000000","4665600"]},"GBP":{"pledged":["10000","13440"],"received":["30000","40319"],"disputed":["34000","45695"],"refunded":["6000","8063"]},"H100-SXM":{"pledged":["36495360000","36495360000"]},"KRW":{"withdrawn":["1000000","69030"]},"USD":{"pledged":["310000","310000"],"committed":["60000","60000"],"received":["30000","30000"]}},"months":{"2026-01":["0","40319"],"2026-03":["60000","30000"]}}', '\xb606585ce8ee8f4378ce0bd7aa9e51b337184699fc32cb8a700b84235c0f6ce21160c07828400c60084472bc36a130933c19031e8ebc714db6f66f82990e79dc', 34, '2026-03-10 12:00:00+00'),
	(44, '\xe257abbd3683174c26e610edabda276055b47765cdbdbd4e87f42c05e1261148', 'localhost:8080
44
4lervTaDF0wm5hDtq9onYFW0d2XNvb1Oh/QsBeEmEUg=

— localhost:8080 12+/sQ18A7mBdpC3XdIIimbfZqRU44wLCPKKqFAsr7pkWMCASne6ChyudMgE0fsGf2QGKLZ/qiQP2B7920BsEn3Q4wg=
', '{"v":1,"targets":{"funding":["USD","10000000000"],"gpus":10000,"gpuHours":"87600000.00","from":"2026-01-01","to":"2027-01-01"},"signatories":{"person":2,"organisation":1},"flows":{"A100/bought":{"committed":["18000000","5676167"]},"EUR":{"waiting":["4000000","4665600"]},"GBP":{"pledged":["10000","13440"],"received":["30000","40319"],"disputed":["34000","45695"],"refunded":["6000","8063"]},"H100-SXM":{"pledged":["36495360000","36495360000"],"committed":["12165083100","12165083100"],"received":["36900","36900"]},"JPY":{"lapsed":["70000","44366"]},"KRW":{"withdrawn":["1000000","69030"]},"USD":{"pledged":["310000","310000"],"committed":["60000","60000"],"received":["25000","25000"],"refunded":["5000","5000"]}},"months":{"2026-01":["0","40319"],"2026-03":["60000","25000"]}}', '\xb606585ce8ee8f4378ce0bd7aa9e51b337184699fc32cb8a700b84235c0f6ce2ec491446d58cb8cd8e580a05f0a2bfff1ca5a069a9770b0b8b7c93e8ed0b603b1e7dcd6ffe2718d581be951e8fd7e2c4c9cb83d43ce9eaf23fd0a4a240191719', 44, '2026-03-10 12:00:00+00'),
	(50, '\xca076e6f57b9bb3e8cdfd1685f7792f90a9fdcf5071ba46f12c22880700edbe1', 'localhost:8080
50
ygdub1e5uz6M39FoX3eS+Qqf3PUHG6RvEsIogHAO2+E=

— localhost:8080 12+/sbsBaOzbi195iDdJ2UxDOfMLyra7NVaUYjOtIUeaGJ+5NNz4rLXeEYTad1Xft/OU60WuM8juJZVR5sCm0Ca9FQY=
', '{"v":1,"targets":{"funding":["USD","10000000000"],"gpus":10000,"gpuHours":"87600000.00","from":"2026-01-01","to":"2027-01-01"},"signatories":{"person":3,"organisation":1},"flows":{"A100/bought":{"committed":["18000000","5676167"]},"EUR":{"waiting":["4000000","4665600"]},"GBP":{"pledged":["10000","13440"],"received":["30000","40319"],"disputed":["34000","45695"],"refunded":["6000","8063"]},"H100-SXM":{"pledged":["48660454800","48660454800"],"committed":["12165083100","12165083100"],"received":["62100","62100"]},"JPY":{"lapsed":["70000","44366"]},"KRW":{"withdrawn":["1000000","69030"]},"KWD":{"pledged":["12345","4012"]},"USD":{"pledged":["310000","310000"],"committed":["60000","60000"],"received":["25000","25000"],"refunded":["5000","5000"]}},"months":{"2026-01":["0","40319"],"2026-03":["60000","25000"]}}', '\xb606585ce8ee8f4378ce0bd7aa9e51b337184699fc32cb8a700b84235c0f6ce2dcadb0ec23abc6d46529284151bbd3c8554fe05c29ac23c43e059a9a17f55e1a71a354bc93d1f41062c47a1edb72a2873f9f235924caebe04abd9c1d6826902d', 50, '2026-03-10 12:00:00+00');

INSERT INTO public.derived VALUES
	(34, 'capacity-1', '{"held":{"allSites":0,"largestSite":0,"from":null},"heldPromised":1536,"steps":[{"on":"2026-03-01","secured":0,"largestSite":0,"promised":1536,"bought":0},{"on":"2026-12-01","secured":0,"largestSite":0,"promised":0,"bought":0}]}'),
	(44, 'capacity-1', '{"held":{"allSites":512,"largestSite":512,"from":"2026-03-01"},"heldPromised":1536,"steps":[{"on":"2026-03-01","secured":512,"largestSite":512,"promised":1536,"bought":0},{"on":"2026-12-01","secured":0,"largestSite":0,"promised":0,"bought":0}]}'),
	(50, 'capacity-1', '{"held":{"allSites":512,"largestSite":512,"from":"2026-03-01"},"heldPromised":2048,"steps":[{"on":"2026-03-01","secured":512,"largestSite":512,"promised":2048,"bought":0},{"on":"2026-12-01","secured":0,"largestSite":0,"promised":0,"bought":0}]}');

INSERT INTO public.entry_name VALUES
	(1, '01a22ba6-353f-71ab-bdd6-884d50ba215c', '\x90d3a9eabdea8e592af1dab84c84f68e42ae2d8c74fb5e06c04250a7186a6db2', 'Example University'),
	(2, '01a22ba6-3541-7173-bc07-4778a43cfa21', '\x1cc7718b9235fe126efa65e1f44fbbcb07e4db91fe16ba8072dc5aa0efae003c', 'Eli Example'),
	(3, '01a22ba6-353f-71ab-bdd6-884d50ba215c', '\x7d07330b4bd905187fde8f2cf317eaf4b56d1107044bc8d8edf94578df4035b6', 'Example University'),
	(5, '01a22ba6-3541-7173-bc07-4778a43cfa21', '\x2791cec0efc05ee9f60d30637283d8c8b2e4f8073be3fb220f1eca52c7303ccd', 'Eli Example'),
	(8, '01a22ba6-3541-7173-bc07-4778a43cfa21', '\xc0cea4e15479ab2bbe876283c700fb3ce3de0ff121d27424c2940b97c3024b8c', 'Eli Example'),
	(14, '01a22ba6-353f-71ab-bdd6-884d50ba215c', '\x262cbba5e9aec2fa76d420f6e3568b8afd3a3fff8052258ff890786f582294e8', 'Example University'),
	(17, '01a22ba6-3734-72f3-81cd-165a5dde3976', '\x9f40bede9fb2fed90becf082304179adcd33b10fa583766eb573d9c8564bcb6b', 'Ada Example'),
	(18, '01a22ba6-3734-72f3-81cd-165a5dde3976', '\x078190001b5b4adb038b232686c6cd08ee4205e6f25a5bfde58d5c769df1dbdf', 'Ada Example'),
	(20, '01a22ba6-3734-72f3-81cd-165a5dde3976', '\x4caa6bd6d318fa0841efa16482b1b10cdeb6bb4bf770599f0695624683a8e6f9', 'Ada Example'),
	(22, '01a22ba6-3734-72f3-81cd-165a5dde3976', '\xa18b4321292414a2a36aac44679c1280f6e430a3ad510c862a26a740c1f3cead', 'Ada Example'),
	(24, '01a22ba6-3734-72f3-81cd-165a5dde3976', '\xbee945be7de7dda49916103f7e682e483a3a22bf701896cacfa20e2b38d9302b', 'Ada Example'),
	(26, '01a22ba6-3734-72f3-81cd-165a5dde3976', '\x256cbfbb82233e76186c8f8d4774c620c3fb74af78d6f6290727688b199a3f57', 'Ada Example'),
	(28, '01a22ba6-3734-72f3-81cd-165a5dde3976', '\x9565f121a0ac7fce32857c8d502bd45c5fb2f893356d4fcf986b6c5431447198', 'Ada Example'),
	(30, '01a22ba6-3734-72f3-81cd-165a5dde3976', '\x588dba7ac8b90e55b56d5a286b6c092a74269244f0baa701c8367f4002a4fedd', 'Ada Example'),
	(37, '01a22ba6-3734-72f3-81cd-165a5dde3976', '\x48a12341cd1f31fa656c5795c3d3c089807fe89ba1c0d304e785ac1d08fe2175', 'Ada Example'),
	(40, '01a22ba6-3734-72f3-81cd-165a5dde3976', '\x7078b14baf12776d63c9d1aa7bf66744204bf5d4b587c3517e715e4af36caf1e', 'Ada Example'),
	(44, '01a22ba6-3929-75e7-a433-41dbc2ae7041', '\x3f667cdc80930dff57977d089b91793c39edc58a3081dbe9a7e5c9784caf1e8b', 'Bo Example'),
	(45, '01a22ba6-3929-75e7-a433-41dbc2ae7041', '\xcc2acaa9539e9ca2961a3e22f307692d58ac890eb43fd2f92c05d6f15fbfa4ac', 'Bo Example'),
	(48, '01a22ba6-3929-75e7-a433-41dbc2ae7041', '\x15de88a5eb16ec073265ebaf3d923d8d17de56d04fabb725a2844556fece476e', 'Bo Example');

INSERT INTO public.evidence VALUES
	('27K5C14B6KZY6T92', 'https://press.example/2', 'Signed in Oslo.'),
	('GQY8BYHRQXDYBDM7', NULL, 'Another pledge’s.'),
	('MX8AZV59P2MGETK9', NULL, 'Nothing came.'),
	('FMZDNZQWMECVPDBA', NULL, 'Of the scheduler.');

INSERT INTO public.idempotency VALUES
	('\x3b20ed737467b63e3b83794aca0f9e715e74d27b7490d5a04cd9fdeff803d0d1', '\x833f453a0e84f79f3bd29405468c06656b9e4ec0f143422f98229a77048d0097', 201, '{"id":"01a22ba6-3734-72f3-81cd-165a5dde3976","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x7b27e06275a3fa73cabc17abfd53f2a54e1d80888ad81cb81c4eb5dc15718210', '\x764c6e4bc37f75066353e78264ab3d92bc8e3e6a833dd990f626948d89ae38dd', 201, '{"id":"01a22ba6-3734-72f3-81cd-165a5dde3976","status":"published","seq":17}', '2026-03-10 12:00:00+00'),
	('\x5d49d1265a992e8b9e64385bc4bf0f02c49bd54828ca0ed42f8e723961d8a273', '\xfed1178c9dee447eca251258e50d20f194e7e5c5ea9e9b947dda091faef1ffd3', 201, '{"ref":"THE3Y94NEJ","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xc66c9f6f8b21da937deb5a3112a5ef08aaf7ae657aefb1b9073122ace2d168ca', '\x8c7cd7c8d14278ce99aec76e62735254e0b7a26f23071e6089debfd8646bb1d3', 201, '{"batch":"P79E1YHF96V6VN3N","movements":[{"seq":19,"verb":"pledge","from":"outside","to":"pledged","asset":"USD","amount":"1000.00","base":"1000.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\xbc98c98d4dbc693b528eba85fa08de81c3cf003b93490811d3d79c7b0de152ce', '\xa3e164d484d4f809d0dc763f5312ea5fb491c0badaf74a3853d40c41ece25434', 201, '{"ref":"NWW078GNDS","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x924b59580f93860388253b2dd0561504d1fea3955014d7bf22ad95bc37f77dd5', '\x7f858b9fe8e9cfc6d5fe9b39ed85c3af6b337b338835c4cc52a0dfe232b2d785', 201, '{"batch":"0Q0XY8HC5DPMV9CQ","movements":[{"seq":21,"verb":"pledge","from":"outside","to":"pledged","asset":"H100-SXM","gpuHours":"3379200.00","gpuSeconds":"12165120000","h100eHours":"3379200.00","windows":[{"gpus":512,"from":"2026-03-01","to":"2026-12-01","availability":"1"}],"occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\xf3b4ba5af82357cb696f2c6c0d5f3ff57e67c08c620dceee7be23de9d5ddded7', '\x86a5ddc59ac802a72ef45292059f0151a0d1211dde5c9ba217052dc2266498e9', 201, '{"ref":"RX4H7MY7W0","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xee9b4db357b3e5d4a27fa544953bef0c52610434d98bb5ea349aa8bf65321e8a', '\xcf17d5193b817dc27ecf7282b22a21206f40b5e314aa5880baf4a7cdca25087a', 201, '{"batch":"X305QC7KT55X5328","movements":[{"seq":23,"verb":"pledge","from":"outside","to":"pledged","asset":"USD","amount":"1000.00","base":"1000.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\xbe8103d4a9f21038a8a4f8f553e7e4f91d096fb8f1a8942f80ca602eab9a041e', '\x9381712393af89aefcea787e25b2afd237574e1fe6c94355870e61605dbec993', 201, '{"ref":"7G3V7YYXS4","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xe3598366f21d1f677c92cc37d4ebcdd737528552a739cc5e562c27906553d114', '\x606ba28c41c5be5715ddd5ede67a4c99d74cd10306398599c34922172efc5b14', 201, '{"batch":"XXZZY7BMH4242VV6","movements":[{"seq":25,"verb":"pledge","from":"outside","to":"pledged","asset":"H100-SXM","gpuHours":"3379200.00","gpuSeconds":"12165120000","h100eHours":"3379200.00","windows":[{"gpus":512,"from":"2026-03-01","to":"2026-12-01","availability":"1"}],"occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x6b0e12887f622cc756f490eb81536344d4cf8b0099149cd35ae5a65e4b06ddac', '\xf5b52b839eaab0e606eb9dd5c3875bb35e7dfe3a377f008f40237faff950fb92', 201, '{"ref":"7DP1N3RW2C","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xe1d72cb69137c750250234db2e2e53b4d5174ba14f643e0407a738fc897fe1fa', '\x1d866ee50f67bc9238e4c1c5c545341a8073d4a143db8bc7f60b6706408b7145', 201, '{"batch":"5DN4Y7AJZ17TH1DG","movements":[{"seq":27,"verb":"pledge","from":"outside","to":"pledged","asset":"USD","amount":"1000.00","base":"1000.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\xfba4b72e0fc33965575cf4cc50f7a9b0cbb06fd75822408306ba1f0c2399380a', '\xa1f76dd2f2e54f54eeb431d5435b0d27003b768da4f118c926a2869e37483ca7', 201, '{"ref":"05GMRJSKMT","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xef53aafdc64703b84736e0016ed1ee06044596069391439598ddb18c2f1e4b50', '\x4a86dcd7b564e18afcaee5196d19362478d29db39911ddca793ded7af680c40e', 201, '{"batch":"7759MFD9AJH07XBF","movements":[{"seq":29,"verb":"pledge","from":"outside","to":"pledged","asset":"H100-SXM","gpuHours":"3379200.00","gpuSeconds":"12165120000","h100eHours":"3379200.00","windows":[{"gpus":512,"from":"2026-03-01","to":"2026-12-01","availability":"1"}],"occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x07d4a27b3726f986c5f5f3ebf0b46d76a57c0e801e217096029a93cc686edf66', '\x58f97b8fe29b401be2ae5c7b2ba207730a886313e9e53b4187c9f0cd69350691', 201, '{"ref":"6SH9JNA5QW","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xe136f41a5591edf7f7b1c64811d987fafad0d39c7d3eb03707bed50361fd60c8', '\x8798cf2734d7d9620d2df12e5681c7e2cd03c3134bd43a3931fa505020fef0cc', 201, '{"batch":"EAEFPX6WK10GCA0C","movements":[{"seq":31,"verb":"pledge","from":"outside","to":"pledged","asset":"USD","amount":"1000.00","base":"1000.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x4e609344643a5e25b8b60db210c4e91ed45d7e4d5d778f108f787c41d946d77c', '\x24a7e1fc01f329b42375dd1a7c90d0e2b6600be21b99a86d40dbe8600d2947bf', 201, '{"batch":"27K5C14B6KZY6T92","movements":[{"seq":32,"verb":"commit","from":"pledged","to":"committed","asset":"USD","amount":"900.00","base":"900.00","occurredOn":"2026-03-10","grade":"signed-agreement"}]}', '2026-03-10 12:00:00+00'),
	('\x5dd9c94649b22100607e37ec5f9e8a64c8f8e6b6496dbdb3a5e41b2e2911103f', '\x4acabba8b869137a257643acacbf2201d86fa0dc731085357aa115cf2bcecbdf', 201, '{"batch":"3PK2QCRKD0BTVBME","movements":[{"seq":33,"verb":"receive","from":"committed","to":"received","asset":"USD","amount":"300.00","base":"300.00","occurredOn":"2026-03-10","grade":"payment"}]}', '2026-03-10 12:00:00+00'),
	('\x75d612f7163e6197413f689d6ba26778042a23a65e3e06250a9f9200474e86fa', '\x76330174dd2728c1267275f112a40f3a2b82ea53713bf3f695a4d3f63c901d4b', 201, '{"batch":"0159MXJZEDET1Y5K","movements":[{"seq":34,"verb":"refund","from":"received","to":"refunded","asset":"USD","amount":"50.00","base":"50.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x0ca5d00beda74c0fb00091305aff435dacc30011c65e33e7e3e57a5bf6ef4386', '\x08e5eda2e91da95d77e7bb2364111338bec78db7434f022434ed9209ad00c916', 201, '{"batch":"REVX3VYSS9HS4DQ5","movements":[{"seq":35,"verb":"receive","from":"committed","to":"received","asset":"USD","amount":"100.00","base":"100.00","occurredOn":"2026-03-10","grade":"payment"}]}', '2026-03-10 12:00:00+00'),
	('\x8d75847f1647765c19cd5f140e7cbc0cb08d35e3dc29ddeaa7cc7c332d99cdb2', '\xf5146e0db8d52d8703340ffd8f003a064506f23146961cd03a3bebde54045c2d', 201, '{"batch":"GQY8BYHRQXDYBDM7","movements":[{"seq":36,"verb":"reverse","from":"received","to":"committed","asset":"USD","amount":"100.00","base":"100.00","occurredOn":"2026-03-10","grade":"self-asserted","reverses":35}]}', '2026-03-10 12:00:00+00'),
	('\x159ec38a1de409f0b8aa5cd0d609c52cddd28c9a803b9e1a2c74ecd4a021a5f7', '\xd89a130330350374aa72f0e1143aa0c54da3f574a89491ba029d43a25b5759f5', 201, '{"ref":"YP1EGEBNHW","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x6d3b462b65825d5306adb6b1af426f6fe439af9518b58b90640c660551fde367', '\x88b1026f4328662279a3295d260538f0d9f444c040116c6e317f65e553675252', 201, '{"batch":"Z65FVK0GG1XCVTDZ","movements":[{"seq":38,"verb":"pledge","from":"outside","to":"pledged","asset":"JPY","amount":"70000","base":"443.66","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x62bd8923f583d27c49769b15491d5a627f0b3bf9083bba7143ba589b385fc4a3', '\x967f0308ca572d1aaf606f4939f64de9d2cde4896d25ade3e39cea53b5195d54', 201, '{"batch":"MX8AZV59P2MGETK9","movements":[{"seq":39,"verb":"lapse","from":"pledged","to":"lapsed","asset":"JPY","amount":"70000","base":"443.66","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x66eb721d34cdc4e6befb493b17fd50a43130a2373eff9a9f0155af973159c515', '\x779f8d8dc77077f91889cdc3981d4071ad1941f3aab1bfbc03c6ea31553c8468', 201, '{"ref":"C1GC252J6K","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x32f169b28527a014f7ffb0e79fde5e5c3219aae95db0f9391f9c0c40f160dc66', '\x6f3d1c7f159834d328a00e1e29d7fd8dc14468087e6fb1d61f839640a38f25ae', 201, '{"batch":"CA2ARX0A43WBA8KW","movements":[{"seq":41,"verb":"pledge","from":"outside","to":"pledged","asset":"H100-SXM","gpuHours":"3379200.00","gpuSeconds":"12165120000","h100eHours":"3379200.00","windows":[{"gpus":512,"from":"2026-03-01","to":"2026-12-01","availability":"1"}],"occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x92399b8476704a263a46fe1bae2de7af0893250ab37c761c808ff3969d92e80c', '\x4954bd8ece5556105e32a7d1128b2ac049549abb7d99399ac0031276285015ac', 201, '{"batch":"8ZMQRYSX39Y0ZYQ2","movements":[{"seq":42,"verb":"commit","from":"pledged","to":"committed","asset":"H100-SXM","gpuHours":"3379200.00","gpuSeconds":"12165120000","h100eHours":"3379200.00","windows":[{"gpus":512,"from":"2026-03-01","to":"2026-12-01","availability":"1"}],"occurredOn":"2026-03-10","grade":"signed-agreement"}]}', '2026-03-10 12:00:00+00'),
	('\x1821b3b75475e2f69e4fa76e311b98da84689b352208adfe5127f915e4284b90', '\xd23fe917117c71f7bb0f1a510932028a9bbeeb825c7c68f07e85ce5f962a79fd', 201, '{"batch":"RGJZVMY6FZ05W7HA","movements":[{"seq":43,"verb":"receive","from":"committed","to":"received","asset":"H100-SXM","gpuHours":"10.25","gpuSeconds":"36900","h100eHours":"10.25","occurredOn":"2026-03-10","grade":"provider-statement"}]}', '2026-03-10 12:00:00+00'),
	('\x03ca62b0f7de5bd361717aab5a837f4a99bacb59d1d4c689e38e03a9611e116c', '\x6afe460c1241e36aa8e0a543c4260a70829d8d06298ca298be5dacf3ac0cd5f4', 201, '{"ref":"VX3NT76T1X","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x0e4c019b1305f945d57e523ef18d07d13a6f8cc5be403d6ed946c6fb6eefa441', '\x4331dd9fab97b7b62d86366765e44f6709c2f6c526fe3a60b7bca1e82ec7bead', 201, '{"ref":"A2DXN9VBF5","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x529f0b2b636640b206c1f6a36de41d00dca8dae6dd9facd890a2e198a00be4f0', '\xf1c4f5e0bccc8eee25867d11a884eef8173fafb1a2c3ddf6591c30c45fab1713', 201, '{"ref":"A2DXN9VBF5","status":"rejected"}', '2026-03-10 12:00:00+00'),
	('\xb0455c2720f024721ccaf5fd7d4ff4f0c32a10303d89388ba80ee70b549777b3', '\xf26d739d4bdd318424017e610ea5668bcc26ccc46919870d4fe364e3755f5095', 201, '{"id":"01a22ba6-3929-75e7-a433-41dbc2ae7041","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xa9f9b52250eca4e67431723717c25ae9174f5403028417f8757556f5b17c1eba', '\x2cd9a7ad0674328420a38cbd2102aa0ce7476601984775b7823bb6f07962a864', 201, '{"id":"01a22ba6-3929-75e7-a433-41dbc2ae7041","status":"published","seq":44}', '2026-03-10 12:00:00+00'),
	('\x3231001cf124b369b9124445b57ff7f300ccb5b08cfe44cc961fa69414ff8286', '\xcf2a2f447cbf0d662639dd43e7b17dd026b1da7e5ed98a0f3c5974475be4649b', 201, '{"ref":"W2449HW06K","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x488c177b5ac3c594294035d6f2bc0a44cfd5bb2cfd0fda5d5be5515dc07dc9e4', '\xdafe900e8c4ebdaa500450bea0e2ca9f5d83a503f10b2d42a97c03e3963e9ecb', 201, '{"batch":"ZSCJSGTXZQTPS9M7","movements":[{"seq":46,"verb":"pledge","from":"outside","to":"pledged","asset":"H100-SXM","gpuHours":"3379200.00","gpuSeconds":"12165120000","h100eHours":"3379200.00","windows":[{"gpus":512,"from":"2026-03-01","to":"2026-12-01","availability":"1"}],"occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x82cc40d0c24749d7ccf8f4364901bf233da05250379b649efffc4a72dfb98e89', '\xfd01ff780b89a235eef86fb4c1a5fd03075d65c398f32b8d2ed0d0e28e6c8f75', 201, '{"batch":"FMZDNZQWMECVPDBA","movements":[{"seq":47,"verb":"receive","from":"pledged","to":"received","asset":"H100-SXM","gpuHours":"7.00","gpuSeconds":"25200","h100eHours":"7.00","occurredOn":"2026-03-10","grade":"metered"}]}', '2026-03-10 12:00:00+00'),
	('\x00f410baa580c217e7d259fd5cc10c85aa07a69b64a2054eda5bbb90fa434e69', '\x7e77510dd679d5a2eb50cecb11679098bedbe216e6b5d5a5c04b4fffbeda4f26', 201, '{"currency":"KWD","ratedOn":"2026-03-09","rate":{"num":"3.25","den":"1","source":"ADMIN"}}', '2026-03-10 12:00:00+00'),
	('\x4761e339ca6ea82f0233cb768a2c9acfec890bce7043f469482d8f7c8c76ad91', '\xeefd27ce39cf2e9bd8f45f70231e2b0742d29a341b4844b465d09341362c68ef', 201, '{"ref":"CHW1R94PQJ","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x639b215a7095bf443ffe0714166fddc0d1309d309328aa097987380749ce42af', '\xc091c4c50ecd87b9ba70a1d143088a273a1c536d155878cc48ecc25e08936ffa', 201, '{"batch":"4FGV3GF7Q3QVZWMQ","movements":[{"seq":49,"verb":"pledge","from":"outside","to":"pledged","asset":"KWD","amount":"12.345","base":"40.12","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00');

INSERT INTO public.imported VALUES
	('initiative', '\x7888d292aae55c7bb14557f3582af44f0667c525ece961d457a788afe48823ca', 'Open Model Initiative'),
	('signatory uni', '\x244d0396d0a3cb764ff837cc5d24fb052ca1a67814711a92edefbf91efe96758', '01a22ba6-353f-71ab-bdd6-884d50ba215c'),
	('signatory eli', '\x3c3413fce2c16f7727a33c584ef0981cbbc092cf402251350b4633bee431b3dd', '01a22ba6-3541-7173-bc07-4778a43cfa21'),
	('pledge grant', '\x5b181c8d30e10eecaac3878aae08ba2292c4d817063fe445f266c2f9c965fa75', '8GQJWTCS4Z'),
	('pledge taken-back', '\x631d0cbe6ea7f3ce74284c5426e75ce0ed0c63c397645e7e8703549358ba47a3', 'SC0F67XJYS'),
	('pledge disputed', '\xf90dc6e89732668ba99633426cfe90162ad5ba5dc5dbaaa065d602141348a110', '43CC3G9Q3E'),
	('pledge hours', '\xe26d16207884dd92834e8871d35d83906731cad11c81a66591ac5ff26bcecdb4', '1HEEMP0QY0'),
	('movement 0 grant', '\xdbdf28cdfbe25ed1de278a7ceb81c73ea809c066baa709e71f326752c7b66990', '3W7ME5TKN4CF90KR'),
	('movement 0 taken-back', '\x80e51912a81b84e008bf588fbc7e1d9be1d516b237e74f6abed818fd16c845c9', 'QE4H26NSZ4JKQMZ2'),
	('movement 1 taken-back', '\x2b19bd0926e3ab26d86b9d2e67955fef24a18854bdf8e79c0b504ec0a199b756', '69VET8T0J7S7RGDT'),
	('movement 0 disputed', '\xcf982f90e3b6c73fa037a346d7c2c3e3827cf78eaba951e1d6618219b2a0b0ba', 'JW0CYQGWC0Z63BRZ'),
	('movement 1 disputed', '\x8bbd4dfabde5868fe3e82b6d038299423326e7e6bf41f498a822986b660bdd85', '0ZHGQD223HEYVREX'),
	('movement 2 disputed', '\xc0313711843810a87c6e17e6c54a395856fad3f49435898f5d5f5938012b702f', 'T98BDD1BE3X3DEMN'),
	('movement 3 disputed', '\xf784bf33ea02c69c9f656d684c94c2746633a8b88d9ce20d4b4753a6cad93a0b', 'GTSJF70DG9DZMHJG'),
	('movement 4 disputed', '\x2994e67fa6ea223ba55549d85123b34d8ab0037258048a0d142179a8ba8db322', 'EN4J91KPQRZ7CFWW'),
	('movement 0 hours', '\x791b131fce235e163abb3b0fed1d88e3d224d17a4620a99b76c61767ff5362a7', 'SABX293AH5GNHZDV'),
	('movement 1 hours', '\x4a7792556147128731c63fcbea976ed556c05673ac9207ef392ea1620939cfa2', 'HBK130JK7SWH34RD');

INSERT INTO public.initiative VALUES
	(1, 'Open Model Initiative', 'One lab, in the open.', 'USD', 10000000000, 10000, 315360000000, '2026-01-01', '2027-01-01', '2027-06-30', 'A note.', false, false, '{"name": "Example Foundation", "contact": "pay@foundation.example", "country": "Norway", "taxStatus": "charity", "refundPolicy": "https://foundation.example/refunds", "registration": "000000-TEST", "privacyNotice": "https://foundation.example/privacy"}');

INSERT INTO public.ledger_entry VALUES
	(0, 'initiative', '\x7b2276223a312c226b696e64223a22696e6974696174697665222c2266756e64696e67223a5b22555344222c223130303030303030303030225d2c2267707573223a31303030302c22677075486f757273223a2238373630303030302e3030222c2266726f6d223a22323032362d30312d3031222c22746f223a22323032372d30312d3031227d', '\x74f7433cadebee279ab3c8fbc5b6c12d75bb235b4039ec1d60ca223450b6c229', '2026-03-10 12:00:00+00'),
	(1, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a2253443750564b45304d36384a222c2277686f223a2264626265343133346632326334643565393039313833626233326163636339633931346666383731663665353665313633333466333836376563383530626635222c2274797065223a226f7267616e69736174696f6e222c22616374223a227369676e222c226f6e223a22323032362d30312d3032227d', '\xce8ba49febdb4d37bcf60029cc5f75499a909135322b4fe85a12854b6ef01012', '2026-03-10 12:00:00+00'),
	(2, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a225757483654545a5446563242222c2277686f223a2239616430303035663036386339343534343833643839363763393036633830393035643237613831623138333234393662323236663865396632323866333831222c2274797065223a22706572736f6e222c22616374223a227369676e222c226f6e223a22323032362d30332d3130227d', '\xbcdefc31e1009af82958c6d055ffd1984890e51147ee318f22c4ce09b95ac60e', '2026-03-10 12:00:00+00'),
	(3, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a223847514a57544353345a222c2277686f223a2239663861636536633035373933633235393037313134623833313730363434613536383437333339653836326461306234623832613737386435303234663965222c226173736574223a22455552222c227175616e74697479223a2234303030303030222c2272617465223a5b22312e31363634222c2231225d2c22726174654f6e223a22323032362d30312d3035222c2272617465536f75726365223a22454342222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a7b226b696e64223a227468726573686f6c64222c226d6574726963223a226f7267616e69736174696f6e73222c22636f756e7473223a22636f6d6d6974746564222c2272656163686573223a223430222c226279223a6e756c6c7d2c226669726d223a747275657d', '\xc045ee51ff8df7020253e329fccb86be3d88a3f2eccee1b06552ee4268fc3411', '2026-03-10 12:00:00+00'),
	(4, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a223847514a57544353345a222c226261746368223a223357374d4535544b4e34434639304b52222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a2277616974696e67222c227175616e74697479223a2234303030303030222c2262617365223a2234363635363030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3035222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xfdae75536a277b79ff3f09063a101efd7db9bec4e029582503e66ec760199ba8', '2026-03-10 12:00:00+00'),
	(5, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a22534330463637584a5953222c2277686f223a2236386436356638663963376335643862623865633137303330383964376331653738626263363466313635363035306363363935656564306565393564376565222c226173736574223a224b5257222c227175616e74697479223a2231303030303030222c2272617465223a5b22312e31373037222c22313639352e3933225d2c22726174654f6e223a22323032362d30312d3036222c2272617465536f75726365223a22454342222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x9290f1aba298876419aed2bdac9d088ced12fc6bd8e719f0885ef9e9f77c6f4e', '2026-03-10 12:00:00+00'),
	(6, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22534330463637584a5953222c226261746368223a225145344832364e535a344a4b514d5a32222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a2231303030303030222c2262617365223a223639303330222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3036222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x6b94b8110747f4d92fbd386e76ee71dc85cd959df2c63d6c9ec4ebdbf2f9e5fc', '2026-03-10 12:00:00+00'),
	(7, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22534330463637584a5953222c226261746368223a2236395645543854304a37533752474454222c2276657262223a227769746864726177222c2266726f6d223a22706c6564676564222c22746f223a2277697468647261776e222c227175616e74697479223a2231303030303030222c2262617365223a223639303330222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3037222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x60f78c05c3c4706673f4e3cb5a4c9c3ddc53e357c5ea8d840b5c9328d30e64bb', '2026-03-10 12:00:00+00'),
	(8, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a2234334343334739513345222c2277686f223a2235366637653937363938623639323865373535386562663239376263323437613132383033643161323930346336353730303561663865623265336266666238222c226173736574223a22474250222c227175616e74697479223a223830303030222c2272617465223a5b22312e31363735222c22302e38363837225d2c22726174654f6e223a22323032362d30312d3038222c2272617465536f75726365223a22454342222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\xc8015eb39c9b429fc817020e0e9caa2ea1e534176572ee456f06f22911fc0592', '2026-03-10 12:00:00+00'),
	(9, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2234334343334739513345222c226261746368223a224a5730435951475743305a363342525a222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223830303030222c2262617365223a22313037353137222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3038222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xba2d5f645607a25d59e4e39c23a56b2733369020a84b37a2e87d031daa787085', '2026-03-10 12:00:00+00'),
	(10, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2234334343334739513345222c226261746368223a22305a4847514432323348455956524558222c2276657262223a2272656365697665222c2266726f6d223a22706c6564676564222c22746f223a227265636569766564222c227175616e74697479223a223730303030222c2262617365223a223934303737222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3039222c226772616465223a227061796d656e74222c227265766572736573223a6e756c6c7d', '\xb3f5908acbdbb87ee7bbb4b662babb6fc7fa4d9bd520ec03b3451d8a8619b649', '2026-03-10 12:00:00+00'),
	(11, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2234334343334739513345222c226261746368223a2254393842444431424533583344454d4e222c2276657262223a2264697370757465222c2266726f6d223a227265636569766564222c22746f223a226469737075746564222c227175616e74697479223a223530303030222c2262617365223a223637313937222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3132222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x37222df8b9249c3fc35380378213decd56800f1e11934f1513408ee2f5cf9a8c', '2026-03-10 12:00:00+00'),
	(12, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2234334343334739513345222c226261746368223a224754534a463730444739445a4d484a47222c2276657262223a2277696e222c2266726f6d223a226469737075746564222c22746f223a227265636569766564222c227175616e74697479223a223130303030222c2262617365223a223133343339222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3133222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x2ad570cda281156e54962779bf17935a447af9256daac6f214c0b0ce2c413aee', '2026-03-10 12:00:00+00'),
	(13, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2234334343334739513345222c226261746368223a22454e344a39314b5051525a3743465757222c2276657262223a226c6f7365222c2266726f6d223a226469737075746564222c22746f223a22726566756e646564222c227175616e74697479223a2236303030222c2262617365223a2238303633222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3134222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x8b65667d2dec82bb4cb0a79a991f04cb288070b61845a5105d89e1d4048eedd5', '2026-03-10 12:00:00+00'),
	(14, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a22314845454d5030515930222c2277686f223a2237623934353334616536353364646439333139346562356135326239313231316338393639383534303163303537303231346339623538633035656561653863222c226173736574223a2241313030222c227175616e74697479223a223138303030303030222c2272617465223a5b22333132222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22626f75676874222c2273697465223a22483639504132595a222c2277696e646f7773223a5b5b6e756c6c2c22323032362d30322d3031222c22323032362d30382d3031222c6e756c6c5d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x32051bb09aef907852e5e8da34b6de5b8f83b6983e63c179abad3d101835e1f2', '2026-03-10 12:00:00+00'),
	(15, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22314845454d5030515930222c226261746368223a2253414258323933414835474e485a4456222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223138303030303030222c2262617365223a2235363736313637222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30322d3032222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xdf6ccaabf7dbc99128dcc0aac2fb2275202b3dda412c82830a08f26380c2ca7f', '2026-03-10 12:00:00+00'),
	(16, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22314845454d5030515930222c226261746368223a2248424b3133304a4b3753574833345244222c2276657262223a22636f6d6d6974222c2266726f6d223a22706c6564676564222c22746f223a22636f6d6d6974746564222c227175616e74697479223a223138303030303030222c2262617365223a2235363736313637222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30322d3033222c226772616465223a227369676e65642d61677265656d656e74222c227265766572736573223a6e756c6c7d', '\x258a21d0e6b01913fcb3a852f9d7fcd6b52fb55eca71be3ad725ae00b2c758fc', '2026-03-10 12:00:00+00'),
	(17, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a223432334a4d4b37354745414e222c2277686f223a2230623663346239623263313230303631386464616462353564623633656435333938656563396163623531373266663437666230666433373262653537653334222c2274797065223a22706572736f6e222c22616374223a227369676e222c226f6e223a22323032362d30332d3130227d', '\xd2484bf1e7e30018937ea76d7580a1f4e05053b8d2ca79de25fc40cab925473e', '2026-03-10 12:00:00+00'),
	(18, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a22544845335939344e454a222c2277686f223a2238616263383239353065613732666362383362356630613838323064356339613465343863373833336131666530353531306437333636353531356366303831222c226173736574223a22555344222c227175616e74697479223a22313030303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a5b5b22323032362d30332d3331222c223430303030225d2c5b22323032362d30362d3330222c223630303030225d5d2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x9d792af67589d349bd16c32f67b466b5e49a6bd654661bdef2ab5de5b67971c5', '2026-03-10 12:00:00+00'),
	(19, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22544845335939344e454a222c226261746368223a22503739453159484639365636564e334e222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a22313030303030222c2262617365223a22313030303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x3596a77c8b2664803f3701c0adab9d7cf6062505f369b3171ab4cd23e06d691d', '2026-03-10 12:00:00+00'),
	(20, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a224e5757303738474e4453222c2277686f223a2230366438393363316264633965393064643362646631623836396461646539393337653837336135666130633664323462303037353937353762396137653231222c226173736574223a22483130302d53584d222c227175616e74697479223a223132313635313230303030222c2272617465223a5b223938392e34222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22676976656e222c2273697465223a22435a4a54594a5337222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x25c6571904b3d254e3dff6f8bb4ec02039e288ece5e0046a2c3bf321e442d662', '2026-03-10 12:00:00+00'),
	(21, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a224e5757303738474e4453222c226261746368223a2230513058593848433544504d56394351222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223132313635313230303030222c2262617365223a223132313635313230303030222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x47682bd20d3087063cf3bb7d9256741e3eb50497b972a6eec9dee1bc223a655d', '2026-03-10 12:00:00+00'),
	(22, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a2252583448374d59375730222c2277686f223a2265313764363763313935653965343937383137656539383663353931396436613365373462303866383733613232653030363531396564383762313066313065222c226173736574223a22555344222c227175616e74697479223a22313030303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a5b5b22323032362d30332d3331222c223430303030225d2c5b22323032362d30362d3330222c223630303030225d5d2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x7c07a6a05e8744ab64be09043d8c0d28713493dd908090ea1f94da19e0da74c4', '2026-03-10 12:00:00+00'),
	(23, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2252583448374d59375730222c226261746368223a22583330355143374b5435355835333238222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a22313030303030222c2262617365223a22313030303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x178910be6fb44c8869f1e2f020463aea3fea2a3d0eae49a78d8d9fd01d47ab90', '2026-03-10 12:00:00+00'),
	(24, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a2237473356375959585334222c2277686f223a2231316630613165333030643661303766333033343035633832396662656431363132326337656462313532663237353262343933306137313162333030363163222c226173736574223a22483130302d53584d222c227175616e74697479223a223132313635313230303030222c2272617465223a5b223938392e34222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22676976656e222c2273697465223a22435a4a54594a5337222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x084104859614b1d02a537cec2d53373c3a9cedf1860188a8227e102e76b006d3', '2026-03-10 12:00:00+00'),
	(25, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2237473356375959585334222c226261746368223a2258585a5a5937424d4834323432565636222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223132313635313230303030222c2262617365223a223132313635313230303030222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x4c2464a11030c8c7b739472dbcc592b17ddfad9a06a595a7ed0a10f17c7bca9b', '2026-03-10 12:00:00+00'),
	(26, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a22374450314e3352573243222c2277686f223a2238333336643435313564393066343435643837616465313537663730366239633966356339383964346363323639653132636636353937623938636662663536222c226173736574223a22555344222c227175616e74697479223a22313030303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a5b5b22323032362d30332d3331222c223430303030225d2c5b22323032362d30362d3330222c223630303030225d5d2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x059e71e10688d9d795cf782a5c4606c73fdd3992f707f9fc102d4508e8d857af', '2026-03-10 12:00:00+00'),
	(27, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22374450314e3352573243222c226261746368223a2235444e345937414a5a31375448314447222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a22313030303030222c2262617365223a22313030303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xb610aa7cd334c0ae93af2b72acbda813cb5b1f37bb0e14c9d98795b71965e6fc', '2026-03-10 12:00:00+00'),
	(28, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a223035474d524a534b4d54222c2277686f223a2231383831643235356638313261396532343964613462363436373430623638303132383466313035346362393837386230326165356663346135383764336437222c226173736574223a22483130302d53584d222c227175616e74697479223a223132313635313230303030222c2272617465223a5b223938392e34222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22676976656e222c2273697465223a22435a4a54594a5337222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x8f8f9abe1b311efdde4e2e0b3ba9075606e2d26edfed915ae1f1a0edc51d099d', '2026-03-10 12:00:00+00'),
	(29, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a223035474d524a534b4d54222c226261746368223a22373735394d464439414a483037584246222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223132313635313230303030222c2262617365223a223132313635313230303030222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xb4f4a748459b0ab283cf485738b1ff50f4a7b9969f1767e2a707b63468f4eea1', '2026-03-10 12:00:00+00'),
	(30, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a22365348394a4e41355157222c2277686f223a2262353731303462383661353433633439376234626431353133316264343635623534653966623439643562616261356565613931656366363739363634363064222c226173736574223a22555344222c227175616e74697479223a22313030303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a5b5b22323032362d30332d3331222c223430303030225d2c5b22323032362d30362d3330222c223630303030225d5d2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x755833028549d6f74df1a581a61fc67331e079c1017a1ef2660df2e0cee5d758', '2026-03-10 12:00:00+00'),
	(31, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22365348394a4e41355157222c226261746368223a2245414546505836574b31304743413043222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a22313030303030222c2262617365223a22313030303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x6f5686a6c7bb437a491ff41c414c6aa4117fd59140c94c4befce22bd8aea0c34', '2026-03-10 12:00:00+00'),
	(32, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22365348394a4e41355157222c226261746368223a2232374b3543313442364b5a5936543932222c2276657262223a22636f6d6d6974222c2266726f6d223a22706c6564676564222c22746f223a22636f6d6d6974746564222c227175616e74697479223a223930303030222c2262617365223a223930303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a227369676e65642d61677265656d656e74222c227265766572736573223a6e756c6c7d', '\xc126d0f9ef90b41bb0a496f67fa6fcd2ed64d6044a063f24e29512c750d9e7b9', '2026-03-10 12:00:00+00'),
	(33, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22365348394a4e41355157222c226261746368223a2233504b325143524b4430425456424d45222c2276657262223a2272656365697665222c2266726f6d223a22636f6d6d6974746564222c22746f223a227265636569766564222c227175616e74697479223a223330303030222c2262617365223a223330303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a227061796d656e74222c227265766572736573223a6e756c6c7d', '\xefbb914b2858b72d8ee8098a4c3907acf1474eb75dc738fb5acf594cb54b0c59', '2026-03-10 12:00:00+00'),
	(34, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22365348394a4e41355157222c226261746368223a22303135394d584a5a454445543159354b222c2276657262223a22726566756e64222c2266726f6d223a227265636569766564222c22746f223a22726566756e646564222c227175616e74697479223a2235303030222c2262617365223a2235303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x2154d4645eefebf628c45add807e7e6bb9a6ec77733cabe45be161f34ff07e3b', '2026-03-10 12:00:00+00'),
	(35, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22365348394a4e41355157222c226261746368223a2252455658335659535339485334445135222c2276657262223a2272656365697665222c2266726f6d223a22636f6d6d6974746564222c22746f223a227265636569766564222c227175616e74697479223a223130303030222c2262617365223a223130303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a227061796d656e74222c227265766572736573223a6e756c6c7d', '\x9baaf7231892a7319a0ff2f423e6903324dff9cb1460b80ad1873b1051c2fdc8', '2026-03-10 12:00:00+00'),
	(36, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22365348394a4e41355157222c226261746368223a2247515938425948525158445942444d37222c2276657262223a2272657665727365222c2266726f6d223a227265636569766564222c22746f223a22636f6d6d6974746564222c227175616e74697479223a223130303030222c2262617365223a223130303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a33357d', '\x7de4d09c7d456cb1780b02402b94e0551b886183ac68ac23f1ad22b3058d560e', '2026-03-10 12:00:00+00'),
	(37, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a22595031454745424e4857222c2277686f223a2238663564613763613162623463653039323465663333356336326536626463636430636536356165643936373031666631306331303133383437326339333934222c226173736574223a224a5059222c227175616e74697479223a223730303030222c2272617465223a5b22312e31363431222c223138332e3637225d2c22726174654f6e223a22323032362d30332d3130222c2272617465536f75726365223a22454342222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x5d9fe4aaddda8a2597195414cdf62fdb5bf052e08d3628eb9d7771a52fa6da6b', '2026-03-10 12:00:00+00'),
	(38, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22595031454745424e4857222c226261746368223a225a363546564b3047473158435654445a222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223730303030222c2262617365223a223434333636222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x1930744b568492e132edf58e58530e0a8070a71efc5f9b1fa62021c46faf127a', '2026-03-10 12:00:00+00'),
	(39, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22595031454745424e4857222c226261746368223a224d5838415a56353950324d4745544b39222c2276657262223a226c61707365222c2266726f6d223a22706c6564676564222c22746f223a226c6170736564222c227175616e74697479223a223730303030222c2262617365223a223434333636222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x52e55050f2b9fc3840e85f1c0fec747fd14fcf9e1cc759e125e97ddae10a5982', '2026-03-10 12:00:00+00'),
	(40, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a22433147433235324a364b222c2277686f223a2231396264313637623932613135343330303335376230643530653936383565373165366665356430306537643831383864656134636564646138326531386437222c226173736574223a22483130302d53584d222c227175616e74697479223a223132313635313230303030222c2272617465223a5b223938392e34222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22676976656e222c2273697465223a2251415658335a3630222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\xb582b5fd181e513a59abecd6885e14a51cc5d6ff58f70ff2227389b5670f5793', '2026-03-10 12:00:00+00'),
	(41, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22433147433235324a364b222c226261746368223a2243413241525830413433574241384b57222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223132313635313230303030222c2262617365223a223132313635313230303030222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xf2f57f6c2fecffa736c243db5fd36d7997606717acc0c498cf700768a390f4ed', '2026-03-10 12:00:00+00'),
	(42, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22433147433235324a364b222c226261746368223a22385a4d5152595358333959305a595132222c2276657262223a22636f6d6d6974222c2266726f6d223a22706c6564676564222c22746f223a22636f6d6d6974746564222c227175616e74697479223a223132313635313230303030222c2262617365223a223132313635313230303030222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a227369676e65642d61677265656d656e74222c227265766572736573223a6e756c6c7d', '\x327527f3bd5b6c9f78fd50b12f2fc747833bba4520d8f6630378ee9e7ef7b654', '2026-03-10 12:00:00+00'),
	(43, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22433147433235324a364b222c226261746368223a2252474a5a564d5936465a303557374841222c2276657262223a2272656365697665222c2266726f6d223a22636f6d6d6974746564222c22746f223a227265636569766564222c227175616e74697479223a223336393030222c2262617365223a223336393030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2270726f76696465722d73746174656d656e74222c227265766572736573223a6e756c6c7d', '\x25c85f1a4a00ff4715ac230b08fcc850b0d6aff15b935c1550f7b320dd700e17', '2026-03-10 12:00:00+00'),
	(44, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a2251344a445642304351353036222c2277686f223a2261306265616336306337613262393563326539656239343532623938336136386136636231393739383034333035366665303730376635663631346135356230222c2274797065223a22706572736f6e222c22616374223a227369676e222c226f6e223a22323032362d30332d3130227d', '\x705ee6e44bf34ed0a169521fbaf41f292ec3c38860215d34d79a48e68c9abfa6', '2026-03-10 12:00:00+00'),
	(45, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a225732343439485730364b222c2277686f223a2261363134363231383862373730376431636439343737623439643035346631366230653161316132613863616361633532333832333461356261343935623039222c226173736574223a22483130302d53584d222c227175616e74697479223a223132313635313230303030222c2272617465223a5b223938392e34222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22676976656e222c2273697465223a22435a4a54594a5337222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x1f31aea516c6a9f0d0824422bd94bcdf074aa565942d95056882dfdff8773cd4', '2026-03-10 12:00:00+00'),
	(46, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a225732343439485730364b222c226261746368223a225a53434a534754585a51545053394d37222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223132313635313230303030222c2262617365223a223132313635313230303030222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x908e7a006913110ea3dceeb1a0dfde310dd6e1ddb29795478a42f224741fa1ae', '2026-03-10 12:00:00+00'),
	(47, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a225732343439485730364b222c226261746368223a22464d5a444e5a51574d45435650444241222c2276657262223a2272656365697665222c2266726f6d223a22706c6564676564222c22746f223a227265636569766564222c227175616e74697479223a223235323030222c2262617365223a223235323030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a226d657465726564222c227265766572736573223a6e756c6c7d', '\x0979b289f48430554bf78da445ab901ebb34676c132d8d67f371e50d671a46d6', '2026-03-10 12:00:00+00'),
	(48, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a224348573152393450514a222c2277686f223a2236643237656362356134636635613964666162363533633638346164323964396133323366626337336236363062316161316462626236323264353636383233222c226173736574223a224b5744222c227175616e74697479223a223132333435222c2272617465223a5b22332e3235222c2231225d2c22726174654f6e223a22323032362d30332d3039222c2272617465536f75726365223a2241444d494e222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x4b6ccf6ce67007c9e0979452af203711d02fe604c336b8824fce361cf8a47bb2', '2026-03-10 12:00:00+00'),
	(49, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a224348573152393450514a222c226261746368223a223446475633474637513351565a574d51222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223132333435222c2262617365223a2234303132222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x5d4f25f67f77360782b655fecce4e566f38e20b2cd2f727084f5e3b345a24b8e', '2026-03-10 12:00:00+00');

INSERT INTO public.ledger_head VALUES
	(1, 50);

INSERT INTO public.log_identity VALUES
	(1, 'localhost:8080', 'localhost:8080+d76fbfb1+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs');

INSERT INTO public.migration VALUES
	('0001_core.sql', '0fafb47a881cce1e9591b0571e7764a706c384286eb05a003b079f95afb71676', '2026-11-30 08:50:38.439758+00'),
	('0002_append_only.sql', 'c7f8a3c017e56b2fbc951e00bbeb9a7b61cf95b95d99b8d084975513a4ae7401', '2026-11-30 08:50:38.53979+00'),
	('0003_standing.sql', 'ecff2b7393d6a37647f8ffea4d770199f1b7c9b3c45678d468ac6f12280206fd', '2026-11-30 08:50:38.546499+00'),
	('0004_admin_rate.sql', '781cfa24005346437a72c69cdba894813e95e8c59e9aee9b282e807c5b861cab', '2026-11-30 08:50:38.559213+00');

INSERT INTO public.movement VALUES
	(4, '01a22ba6-354b-72b8-a51a-eb5e6458b6e5', '3W7ME5TKN4CF90KR', 'pledge', 'outside', 'waiting', 4000000, 4665600, NULL, '2026-01-05', 'self-asserted', NULL),
	(6, '01a22ba6-354c-732a-bfef-242ca71c56b8', 'QE4H26NSZ4JKQMZ2', 'pledge', 'outside', 'pledged', 1000000, 69030, NULL, '2026-01-06', 'self-asserted', NULL),
	(7, '01a22ba6-354c-732a-bfef-242ca71c56b8', '69VET8T0J7S7RGDT', 'withdraw', 'pledged', 'withdrawn', 1000000, 69030, NULL, '2026-01-07', 'self-asserted', NULL),
	(9, '01a22ba6-354c-732a-bfef-2b2b9fbe2caf', 'JW0CYQGWC0Z63BRZ', 'pledge', 'outside', 'pledged', 80000, 107517, NULL, '2026-01-08', 'self-asserted', NULL),
	(10, '01a22ba6-354c-732a-bfef-2b2b9fbe2caf', '0ZHGQD223HEYVREX', 'receive', 'pledged', 'received', 70000, 94077, NULL, '2026-01-09', 'payment', NULL),
	(11, '01a22ba6-354c-732a-bfef-2b2b9fbe2caf', 'T98BDD1BE3X3DEMN', 'dispute', 'received', 'disputed', 50000, 67197, NULL, '2026-01-12', 'self-asserted', NULL),
	(12, '01a22ba6-354c-732a-bfef-2b2b9fbe2caf', 'GTSJF70DG9DZMHJG', 'win', 'disputed', 'received', 10000, 13439, NULL, '2026-01-13', 'self-asserted', NULL),
	(13, '01a22ba6-354c-732a-bfef-2b2b9fbe2caf', 'EN4J91KPQRZ7CFWW', 'lose', 'disputed', 'refunded', 6000, 8063, NULL, '2026-01-14', 'self-asserted', NULL),
	(15, '01a22ba6-354c-732a-bfef-2c7824e4bfed', 'SABX293AH5GNHZDV', 'pledge', 'outside', 'pledged', 18000000, 5676167, NULL, '2026-02-02', 'self-asserted', NULL),
	(16, '01a22ba6-354c-732a-bfef-2c7824e4bfed', 'HBK130JK7SWH34RD', 'commit', 'pledged', 'committed', 18000000, 5676167, NULL, '2026-02-03', 'signed-agreement', NULL),
	(19, '01a22ba6-375e-7570-9992-563d8c8006c9', 'P79E1YHF96V6VN3N', 'pledge', 'outside', 'pledged', 100000, 100000, NULL, '2026-03-10', 'self-asserted', NULL),
	(21, '01a22ba6-37ab-7295-b4f8-785fc65813ed', '0Q0XY8HC5DPMV9CQ', 'pledge', 'outside', 'pledged', 12165120000, 12165120000, '[[512, "2026-03-01", "2026-12-01", "1"]]', '2026-03-10', 'self-asserted', NULL),
	(23, '01a22ba6-37c0-7521-b816-33f991b09b87', 'X305QC7KT55X5328', 'pledge', 'outside', 'pledged', 100000, 100000, NULL, '2026-03-10', 'self-asserted', NULL),
	(25, '01a22ba6-37d6-72d1-8760-695545a0bdcc', 'XXZZY7BMH4242VV6', 'pledge', 'outside', 'pledged', 12165120000, 12165120000, '[[512, "2026-03-01", "2026-12-01", "1"]]', '2026-03-10', 'self-asserted', NULL),
	(27, '01a22ba6-37e8-7417-817a-de33649bca0e', '5DN4Y7AJZ17TH1DG', 'pledge', 'outside', 'pledged', 100000, 100000, NULL, '2026-03-10', 'self-asserted', NULL),
	(29, '01a22ba6-37fd-76bc-8c59-9b58296b0a36', '7759MFD9AJH07XBF', 'pledge', 'outside', 'pledged', 12165120000, 12165120000, '[[512, "2026-03-01", "2026-12-01", "1"]]', '2026-03-10', 'self-asserted', NULL),
	(31, '01a22ba6-3816-7240-8c31-79678093ef16', 'EAEFPX6WK10GCA0C', 'pledge', 'outside', 'pledged', 100000, 100000, NULL, '2026-03-10', 'self-asserted', NULL),
	(32, '01a22ba6-3816-7240-8c31-79678093ef16', '27K5C14B6KZY6T92', 'commit', 'pledged', 'committed', 90000, 90000, NULL, '2026-03-10', 'signed-agreement', NULL),
	(33, '01a22ba6-3816-7240-8c31-79678093ef16', '3PK2QCRKD0BTVBME', 'receive', 'committed', 'received', 30000, 30000, NULL, '2026-03-10', 'payment', NULL),
	(34, '01a22ba6-3816-7240-8c31-79678093ef16', '0159MXJZEDET1Y5K', 'refund', 'received', 'refunded', 5000, 5000, NULL, '2026-03-10', 'self-asserted', NULL),
	(35, '01a22ba6-3816-7240-8c31-79678093ef16', 'REVX3VYSS9HS4DQ5', 'receive', 'committed', 'received', 10000, 10000, NULL, '2026-03-10', 'payment', NULL),
	(36, '01a22ba6-3816-7240-8c31-79678093ef16', 'GQY8BYHRQXDYBDM7', 'reverse', 'received', 'committed', 10000, 10000, NULL, '2026-03-10', 'self-asserted', 35),
	(38, '01a22ba6-38ae-76d7-a489-888ced31c7db', 'Z65FVK0GG1XCVTDZ', 'pledge', 'outside', 'pledged', 70000, 44366, NULL, '2026-03-10', 'self-asserted', NULL),
	(39, '01a22ba6-38ae-76d7-a489-888ced31c7db', 'MX8AZV59P2MGETK9', 'lapse', 'pledged', 'lapsed', 70000, 44366, NULL, '2026-03-10', 'self-asserted', NULL),
	(41, '01a22ba6-38d9-7391-aa0c-f6f8ab614274', 'CA2ARX0A43WBA8KW', 'pledge', 'outside', 'pledged', 12165120000, 12165120000, '[[512, "2026-03-01", "2026-12-01", "1"]]', '2026-03-10', 'self-asserted', NULL),
	(42, '01a22ba6-38d9-7391-aa0c-f6f8ab614274', '8ZMQRYSX39Y0ZYQ2', 'commit', 'pledged', 'committed', 12165120000, 12165120000, '[[512, "2026-03-01", "2026-12-01", "1"]]', '2026-03-10', 'signed-agreement', NULL),
	(43, '01a22ba6-38d9-7391-aa0c-f6f8ab614274', 'RGJZVMY6FZ05W7HA', 'receive', 'committed', 'received', 36900, 36900, NULL, '2026-03-10', 'provider-statement', NULL),
	(46, '01a22ba6-3939-702e-b9a0-94486e758775', 'ZSCJSGTXZQTPS9M7', 'pledge', 'outside', 'pledged', 12165120000, 12165120000, '[[512, "2026-03-01", "2026-12-01", "1"]]', '2026-03-10', 'self-asserted', NULL),
	(47, '01a22ba6-3939-702e-b9a0-94486e758775', 'FMZDNZQWMECVPDBA', 'receive', 'pledged', 'received', 25200, 25200, NULL, '2026-03-10', 'metered', NULL),
	(49, '01a22ba6-396c-729e-a018-595a91957eea', '4FGV3GF7Q3QVZWMQ', 'pledge', 'outside', 'pledged', 12345, 4012, NULL, '2026-03-10', 'self-asserted', NULL);

INSERT INTO public.names_version VALUES
	(1, 0);

INSERT INTO public.pledge VALUES
	('01a22ba6-354b-72b8-a51a-eb5e6458b6e5', '8GQJWTCS4Z', '01a22ba6-353f-71ab-bdd6-884d50ba215c', 'EUR', 4000000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', '{"by": null, "kind": "threshold", "counts": "committed", "metric": "organisations", "reaches": "40"}', true, 'public', NULL, 'accepted', NULL, '1.1664', '1', '2026-01-05', 'ECB', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba6-354c-732a-bfef-242ca71c56b8', 'SC0F67XJYS', '01a22ba6-3541-7173-bc07-4778a43cfa21', 'KRW', 1000000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '1.1707', '1695.93', '2026-01-06', 'ECB', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba6-354c-732a-bfef-2b2b9fbe2caf', '43CC3G9Q3E', '01a22ba6-3541-7173-bc07-4778a43cfa21', 'GBP', 80000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '1.1675', '0.8687', '2026-01-08', 'ECB', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba6-354c-732a-bfef-2c7824e4bfed', '1HEEMP0QY0', '01a22ba6-353f-71ab-bdd6-884d50ba215c', 'A100', 18000000, 'bought', 'H69PA2YZ', 'Example Cloud', '[]', '2026-02-01', '2026-08-01', '[]', NULL, false, 'public', NULL, 'accepted', NULL, '312', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba6-375e-7570-9992-563d8c8006c9', 'THE3Y94NEJ', '01a22ba6-3734-72f3-81cd-165a5dde3976', 'USD', 100000, NULL, NULL, NULL, '[]', NULL, NULL, '[["2026-03-31", "40000"], ["2026-06-30", "60000"]]', NULL, false, 'public', 'Ask us in May.', 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba6-37ab-7295-b4f8-785fc65813ed', 'NWW078GNDS', '01a22ba6-3734-72f3-81cd-165a5dde3976', 'H100-SXM', 12165120000, 'given', 'CZJTYJS7', NULL, '[[512, "2026-03-01", "2026-12-01", "1"]]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '989.4', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba6-37c0-7521-b816-33f991b09b87', 'RX4H7MY7W0', '01a22ba6-3734-72f3-81cd-165a5dde3976', 'USD', 100000, NULL, NULL, NULL, '[]', NULL, NULL, '[["2026-03-31", "40000"], ["2026-06-30", "60000"]]', NULL, false, 'amount-hidden', 'Ask us in May.', 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba6-37d6-72d1-8760-695545a0bdcc', '7G3V7YYXS4', '01a22ba6-3734-72f3-81cd-165a5dde3976', 'H100-SXM', 12165120000, 'given', 'CZJTYJS7', NULL, '[[512, "2026-03-01", "2026-12-01", "1"]]', NULL, NULL, '[]', NULL, false, 'amount-hidden', NULL, 'accepted', NULL, '989.4', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba6-37e8-7417-817a-de33649bca0e', '7DP1N3RW2C', '01a22ba6-3734-72f3-81cd-165a5dde3976', 'USD', 100000, NULL, NULL, NULL, '[]', NULL, NULL, '[["2026-03-31", "40000"], ["2026-06-30", "60000"]]', NULL, false, 'anonymous', 'Ask us in May.', 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba6-37fd-76bc-8c59-9b58296b0a36', '05GMRJSKMT', '01a22ba6-3734-72f3-81cd-165a5dde3976', 'H100-SXM', 12165120000, 'given', 'CZJTYJS7', NULL, '[[512, "2026-03-01", "2026-12-01", "1"]]', NULL, NULL, '[]', NULL, false, 'anonymous', NULL, 'accepted', NULL, '989.4', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba6-3816-7240-8c31-79678093ef16', '6SH9JNA5QW', '01a22ba6-3734-72f3-81cd-165a5dde3976', 'USD', 100000, NULL, NULL, NULL, '[]', NULL, NULL, '[["2026-03-31", "40000"], ["2026-06-30", "60000"]]', NULL, false, 'public', NULL, 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba6-38ae-76d7-a489-888ced31c7db', 'YP1EGEBNHW', '01a22ba6-3734-72f3-81cd-165a5dde3976', 'JPY', 70000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '1.1641', '183.67', '2026-03-10', 'ECB', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba6-38d9-7391-aa0c-f6f8ab614274', 'C1GC252J6K', '01a22ba6-3734-72f3-81cd-165a5dde3976', 'H100-SXM', 12165120000, 'given', 'QAVX3Z60', NULL, '[[512, "2026-03-01", "2026-12-01", "1"]]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '989.4', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba6-3908-769a-b32b-90b162060ce0', 'VX3NT76T1X', '01a22ba6-3734-72f3-81cd-165a5dde3976', 'USD', 1234, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'pending', NULL, NULL, NULL, NULL, NULL, '2026-03-10 12:00:00+00', NULL),
	('01a22ba6-390e-74fe-850b-e81902436791', 'A2DXN9VBF5', '01a22ba6-3734-72f3-81cd-165a5dde3976', 'USD', 5678, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'rejected', 'A test.', NULL, NULL, NULL, NULL, '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba6-3939-702e-b9a0-94486e758775', 'W2449HW06K', '01a22ba6-3929-75e7-a433-41dbc2ae7041', 'H100-SXM', 12165120000, 'given', 'CZJTYJS7', NULL, '[[512, "2026-03-01", "2026-12-01", "1"]]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '989.4', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba6-396c-729e-a018-595a91957eea', 'CHW1R94PQJ', '01a22ba6-3929-75e7-a433-41dbc2ae7041', 'KWD', 12345, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '3.25', '1', '2026-03-09', 'ADMIN', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00');

INSERT INTO public.reported VALUES
	(0, 'Example Daily’s Example Bank', NULL, NULL, 'https://press.example/1', NULL);

INSERT INTO public.signatory VALUES
	('01a22ba6-353f-71ab-bdd6-884d50ba215c', 'SD7PVKE0M68J', 'organisation', 'Example University', NULL, NULL, NULL, NULL, NULL, NULL, NULL, true, 'published', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba6-3541-7173-bc07-4778a43cfa21', 'WWH6TTZTFV2B', 'person', 'Eli Example', 'engineer', NULL, NULL, NULL, NULL, NULL, NULL, false, 'published', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba6-3734-72f3-81cd-165a5dde3976', '423JMK75GEAN', 'person', 'Ada Example', NULL, NULL, NULL, 'ada.examplex@example.org', 'ada.examplex@example.org', NULL, NULL, true, 'published', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba6-3929-75e7-a433-41dbc2ae7041', 'Q4JDVB0CQ506', 'person', 'Bo Example', NULL, NULL, NULL, 'bo.examplex@example.org', 'bo.examplex@example.org', NULL, NULL, true, 'published', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00');

INSERT INTO public.site VALUES
	('H69PA2YZ', 'Bergen', 'bergen'),
	('CZJTYJS7', 'Oslo', 'oslo'),
	('QAVX3Z60', 'Tromsø', 'tromsø');

INSERT INTO public.standing VALUES
	('01a22ba6-354b-72b8-a51a-eb5e6458b6e5', 4, 4, 0, 4000000, 0, 0, 0, 0, 0, 0, 0, 4665600, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22ba6-354c-732a-bfef-242ca71c56b8', 6, 7, 0, 0, 0, 0, 0, 0, 1000000, 0, 0, 0, 0, 0, 0, 0, 69030, 0, DEFAULT, DEFAULT),
	('01a22ba6-354c-732a-bfef-2b2b9fbe2caf', 9, 13, 10000, 0, 0, 30000, 34000, 6000, 0, 0, 13440, 0, 0, 40319, 45695, 8063, 0, 0, DEFAULT, DEFAULT),
	('01a22ba6-354c-732a-bfef-2c7824e4bfed', 15, 16, 0, 0, 18000000, 0, 0, 0, 0, 0, 0, 0, 5676167, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22ba6-375e-7570-9992-563d8c8006c9', 19, 19, 100000, 0, 0, 0, 0, 0, 0, 0, 100000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22ba6-37ab-7295-b4f8-785fc65813ed', 21, 21, 12165120000, 0, 0, 0, 0, 0, 0, 0, 12165120000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22ba6-37c0-7521-b816-33f991b09b87', 23, 23, 100000, 0, 0, 0, 0, 0, 0, 0, 100000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22ba6-37d6-72d1-8760-695545a0bdcc', 25, 25, 12165120000, 0, 0, 0, 0, 0, 0, 0, 12165120000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22ba6-37e8-7417-817a-de33649bca0e', 27, 27, 100000, 0, 0, 0, 0, 0, 0, 0, 100000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22ba6-37fd-76bc-8c59-9b58296b0a36', 29, 29, 12165120000, 0, 0, 0, 0, 0, 0, 0, 12165120000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22ba6-3816-7240-8c31-79678093ef16', 31, 36, 10000, 0, 60000, 25000, 0, 5000, 0, 0, 10000, 0, 60000, 25000, 0, 5000, 0, 0, DEFAULT, DEFAULT),
	('01a22ba6-38ae-76d7-a489-888ced31c7db', 38, 39, 0, 0, 0, 0, 0, 0, 0, 70000, 0, 0, 0, 0, 0, 0, 0, 44366, DEFAULT, DEFAULT),
	('01a22ba6-38d9-7391-aa0c-f6f8ab614274', 41, 43, 0, 0, 12165083100, 36900, 0, 0, 0, 0, 0, 0, 12165083100, 36900, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22ba6-3939-702e-b9a0-94486e758775', 46, 47, 12165094800, 0, 0, 25200, 0, 0, 0, 0, 12165094800, 0, 0, 25200, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22ba6-396c-729e-a018-595a91957eea', 49, 49, 12345, 0, 0, 0, 0, 0, 0, 0, 4012, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT);

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
