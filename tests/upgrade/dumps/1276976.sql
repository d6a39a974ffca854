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
	(17, '\xa4c34c6939d9f6e21dbc13f5abb39052edd0b7f7a72fea9750eafb79341bf003', 'localhost:8080
17
pMNMaTnZ9uIdvBP1q7OQUu3Qt/enL+qXUOr7eTQb8AM=

— localhost:8080 12+/sddeBg1KG6C3qhNho1gMvS6XKv9lireV5W36QlfAhNX68P827A4Gr1dS+WoszVrgT9KXlKuPToF8InSbvd4/kg0=
', '{"v":1,"targets":{"funding":["USD","10000000000"],"gpus":10000,"gpuHours":"87600000.00","from":"2026-01-01","to":"2027-01-01"},"signatories":{"person":1,"organisation":1},"flows":{"A100/bought":{"committed":["18000000","5676167"]},"EUR":{"waiting":["4000000","4665600"]},"GBP":{"pledged":["10000","13440"],"received":["30000","40319"],"disputed":["34000","45695"],"refunded":["6000","8063"]},"KRW":{"withdrawn":["1000000","69030"]}},"months":{"2026-01":["0","40319"]}}', '\xd02bf0cc04e15a584b2837dd166a0162391e8514f72d60c7411a485c1890cff0b0ef2b31b4ac13e1d27381e2af4172feef061e32532633a56432c3745d7b25b9', 0, '2026-03-10 12:00:00+00'),
	(26, '\xb349a70cdb9e35574d3c325f6973ae0793f402908273b0c6a2c44f215c16e5b7', 'localhost:8080
26
s0mnDNueNVdNPDJfaXOuB5P0ApCCc7DGosRPIVwW5bc=

— localhost:8080 12+/sQ2DSOX5zxtGG7K9oAk8zBESHTCH6F/2Cm4zQFZ7WAdiOa2vcZT30BqIXnkVX4lC3vIbFuYBHz3Zxb5yT2rAewo=
', '{"v":1,"targets":{"funding":["USD","10000000000"],"gpus":10000,"gpuHours":"87600000.00","from":"2026-01-01","to":"2027-01-01"},"signatories":{"person":2,"organisation":1},"flows":{"A100/bought":{"committed":["18000000","5676167"]},"EUR":{"waiting":["4000000","4665600"]},"GBP":{"pledged":["10000","13440"],"received":["30000","40319"],"disputed":["34000","45695"],"refunded":["6000","8063"]},"H100-SXM":{"pledged":["24330240000","24330240000"]},"KRW":{"withdrawn":["1000000","69030"]},"USD":{"pledged":["200000","200000"]}},"months":{"2026-01":["0","40319"]}}', '\xd02bf0cc04e15a584b2837dd166a0162391e8514f72d60c7411a485c1890cff041e8382b299137188ddcdaf40135e589c8f40b54259dc7728b7a05a8d813eadfa8c13598bc755efd5a7d309ff87f8395ca271fc2bc366a62ba632fe7cb595161', 26, '2026-03-10 12:00:00+00'),
	(39, '\x06f5910c8fec30d867b0f5f0dc128474393c783867d4421f968365f364c34f3a', 'localhost:8080
39
BvWRDI/sMNhnsPXw3BKEdDk8eDhn1EIfloNl82TDTzo=

— localhost:8080 12+/sd4EH/MABIN4EjxmzX67H0lZfk57ha/FuosSM4K7HgTT7WSWzb1/4bUCwOk/rEhtIburYqdnCFr3rxpjNDvw4wc=
', '{"v":1,"targets":{"funding":["USD","10000000000"],"gpus":10000,"gpuHours":"87600000.00","from":"2026-01-01","to":"2027-01-01"},"signatories":{"person":2,"organisation":1},"flows":{"A100/bought":{"committed":["18000000","5676167"]},"EUR":{"waiting":["4000000","4665600"]},"GBP":{"pledged":["10000","13440"],"received":["30000","40319"],"disputed":["34000","45695"],"refunded":["6000","8063"]},"H100-SXM":{"pledged":["36495360000","36495360000"]},"JPY":{"pledged":["70000","44366"]},"KRW":{"withdrawn":["1000000","69030"]},"USD":{"pledged":["310000","310000"],"committed":["60000","60000"],"received":["25000","25000"],"refunded":["5000","5000"]}},"months":{"2026-01":["0","40319"],"2026-03":["60000","25000"]}}', '\x9c5692e66f54c5bbb43e88b53c763368644b3c5dd925fd266ea9bf2f61f7fa135e616c1d41e3fd305ee35edca702a82ac5b85c3049aa4b994b3350e4864aa11cc6fdf97e69c89cf69fa6306574b2a89601854fb8c59d25d9debf666f2e2777b25f0b0694ebf26585bdb99c3b0a631e21ffa27db2f9f22589ff5fbfaba77e21fb', 39, '2026-03-10 12:00:00+00'),
	(48, '\xd3de349ae4d86981cf1664d678947282dffd2893c2d67ca0ac682c15831831c9', 'localhost:8080
48
0940muTYaYHPFmTWeJRygt/9KJPC1nygrGgsFYMYMck=

— localhost:8080 12+/sUn254iofd6XCi+8+m44KVB93rdcEp4J1auun2mLQVr+wEM0iICD/J0uS57CmtONC3b4XeWZ8byAisY/AnAnqg4=
', '{"v":1,"targets":{"funding":["USD","10000000000"],"gpus":10000,"gpuHours":"87600000.00","from":"2026-01-01","to":"2027-01-01"},"signatories":{"person":3,"organisation":1},"flows":{"A100/bought":{"committed":["18000000","5676167"]},"EUR":{"waiting":["4000000","4665600"]},"GBP":{"pledged":["10000","13440"],"received":["30000","40319"],"disputed":["34000","45695"],"refunded":["6000","8063"]},"H100-SXM":{"pledged":["48660454800","48660454800"],"committed":["12165083100","12165083100"],"received":["62100","62100"]},"JPY":{"lapsed":["70000","44366"]},"KRW":{"withdrawn":["1000000","69030"]},"USD":{"pledged":["310000","310000"],"committed":["60000","60000"],"received":["25000","25000"],"refunded":["5000","5000"]}},"months":{"2026-01":["0","40319"],"2026-03":["60000","25000"]}}', '\x9c5692e66f54c5bbb43e88b53c763368644b3c5dd925fd266ea9bf2f61f7fa130036315fa8358c7d81335fcf10364c429cd173452e9c3e786eb2a41bea3662ba', 48, '2026-03-10 12:00:00+00');

INSERT INTO public.derived VALUES
	(26, 'capacity-1', '{"held":{"allSites":0,"largestSite":0,"from":null},"heldPromised":1024,"steps":[{"on":"2026-03-01","secured":0,"largestSite":0,"promised":1024,"bought":0},{"on":"2026-12-01","secured":0,"largestSite":0,"promised":0,"bought":0}]}'),
	(39, 'capacity-1', '{"held":{"allSites":0,"largestSite":0,"from":null},"heldPromised":1536,"steps":[{"on":"2026-03-01","secured":0,"largestSite":0,"promised":1536,"bought":0},{"on":"2026-12-01","secured":0,"largestSite":0,"promised":0,"bought":0}]}'),
	(48, 'capacity-1', '{"held":{"allSites":512,"largestSite":512,"from":"2026-03-01"},"heldPromised":2048,"steps":[{"on":"2026-03-01","secured":512,"largestSite":512,"promised":2048,"bought":0},{"on":"2026-12-01","secured":0,"largestSite":0,"promised":0,"bought":0}]}');

INSERT INTO public.entry_name VALUES
	(1, '01a22ba5-bdb6-772d-82c6-d7bc88e1383d', '\xa8fa454463efa24d06f557ffe90a6e6c8a50f7e84134d8aaa8cd95cb23eb3cef', 'Example University'),
	(2, '01a22ba5-bdb7-76aa-b9b7-b1dcc54afb01', '\x6d89f052d8c7efa6f091b9b1aaa731869d3e029b4e326b10850406ed8c5cb55f', 'Eli Example'),
	(3, '01a22ba5-bdb6-772d-82c6-d7bc88e1383d', '\x716b504c9c876b03ce10c64f2ac37e4a9f6e124ccb6cd4a8106426f50af648e9', 'Example University'),
	(5, '01a22ba5-bdb7-76aa-b9b7-b1dcc54afb01', '\x018622d34d4f803f3c8404a0c94f71fc47737663d09703b3def57657bf83f862', 'Eli Example'),
	(8, '01a22ba5-bdb7-76aa-b9b7-b1dcc54afb01', '\x645c865d327f4e3e0938f05992b99cfa9418d325dfe825d1e3ed579b6d471708', 'Eli Example'),
	(14, '01a22ba5-bdb6-772d-82c6-d7bc88e1383d', '\x43350823444ccafaefb1fbd909bf6b1948fe02ca2c71dfcb3e4ebf86f2550845', 'Example University'),
	(17, '01a22ba5-bed9-73d0-b86b-b2872051b545', '\x413efa8675c92f3467eb4bde7180ef6ca64137380410ad5aeea5821b48c104b3', 'Ada Example'),
	(18, '01a22ba5-bed9-73d0-b86b-b2872051b545', '\xa0a534bd5e481a81e4d4c601b5fc984757e1b67f4807badd76e371bc6d4c359d', 'Ada Example'),
	(20, '01a22ba5-bed9-73d0-b86b-b2872051b545', '\xa2690a6fadb4fa06fce2dc3672d38ce7750f91082bc044d9be91fe5dbec63076', 'Ada Example'),
	(22, '01a22ba5-bed9-73d0-b86b-b2872051b545', '\xd4cf38aed95e11660a4fc0bb2f9849e8dc7c1f3e6f092a35d742d1361c654a3a', 'Ada Example'),
	(24, '01a22ba5-bed9-73d0-b86b-b2872051b545', '\xca238c51cb1aa3585c8975c795cb34604d4f4824b1e94b44a66be1dd5331505b', 'Ada Example'),
	(26, '01a22ba5-bed9-73d0-b86b-b2872051b545', '\xbe5b6fd25e84bb6abe746c13158833aefc29dc3d58b711223e6875773a269c59', 'Ada Example'),
	(28, '01a22ba5-bed9-73d0-b86b-b2872051b545', '\x8fcc1195cbf53f63a59f74eae0e8d21c544d9260ed2e02c35f2327474b0086c0', 'Ada Example'),
	(30, '01a22ba5-bed9-73d0-b86b-b2872051b545', '\x03a28970a097ac90c1eeadd020659398ba8070c10fb57f3bbbaa9f565f344fb4', 'Ada Example'),
	(37, '01a22ba5-bed9-73d0-b86b-b2872051b545', '\x1c58e3eae8817ff7357657dcc26d0e27cc66d2f30b4529236817e118752f4fd3', 'Ada Example'),
	(40, '01a22ba5-bed9-73d0-b86b-b2872051b545', '\xf582c3682e717757e3b9383ec85d4f629244ed6e99e234304369e42ea0da642d', 'Ada Example'),
	(44, '01a22ba5-c120-7101-bacb-fc8d16354f38', '\x380e1781d5f73067f11fa9c6eda9bc4884fa9573c446e5279f56f455c85538d4', 'Bo Example'),
	(45, '01a22ba5-c120-7101-bacb-fc8d16354f38', '\xa7abfd887826a38f92554abe1d4541c38ba35af76a52ea6e496d00aa56356818', 'Bo Example');

INSERT INTO public.evidence VALUES
	('AYCXWZPS5WS806JT', 'https://press.example/2', 'Signed in Oslo.'),
	('SH8J2RHX2EVPRF58', NULL, 'Another pledge’s.'),
	('HVHTKTZ1P8C62TKJ', NULL, 'Nothing came.'),
	('GZMFJJX69Q1WWKP6', NULL, 'Of the scheduler.');

INSERT INTO public.idempotency VALUES
	('\x98774a7f99ea0c53ef46c6c639d0f1deab6806547fe1257c6a359a04ead74318', '\x833f453a0e84f79f3bd29405468c06656b9e4ec0f143422f98229a77048d0097', 201, '{"id":"01a22ba5-bed9-73d0-b86b-b2872051b545","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x752c3b907f6dffcae1c2f6f7530fee801923ae8eea5435e539f76d0888be16c0', '\x701bdc7bb16f2a4dd9319572e44ff637d54d8aef07317da01b334c181bf01993', 201, '{"id":"01a22ba5-bed9-73d0-b86b-b2872051b545","status":"published","seq":17}', '2026-03-10 12:00:00+00'),
	('\x0d1a7dd7680f767db10438c003c53e2a00e9b4386fef76a886aac8b1227cd2d5', '\x7649164d351a5d1defd1659f78ade3183f7db854be67f66271f4cb79a6cf7528', 201, '{"ref":"E6KWE5VQW6","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x02d520f611dc649e63b81b025e0cb3751e6d3a31740a8617670612d2e7ec1794', '\x30814ce146b30d7b91a083565aaa0bc8479ee8a0652e0ad83fd72b2d033d8c61', 201, '{"batch":"ZEHNAYGYN74HV4KF","movements":[{"seq":19,"verb":"pledge","from":"outside","to":"pledged","asset":"USD","amount":"1000.00","base":"1000.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x0349dbf90b1d963149243265a1dd50b130a3f4148ee7cd103f8be55e83fd8f27', '\x895ecffae06b3878b3435d5a5f1d9a65504267544225b3e7f7726e33747611dc', 201, '{"ref":"P7D72MH929","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x7040b8c357b2201f1d248d143430428445b5cc80b3a84a6c914ca1c1f2879c30', '\xc8a41b4b47991f782433ea2f23965d206a2f0000c3b20af714748880033f980a', 201, '{"batch":"2WSC0FAYBMKCP3HV","movements":[{"seq":21,"verb":"pledge","from":"outside","to":"pledged","asset":"H100-SXM","gpuHours":"3379200.00","gpuSeconds":"12165120000","h100eHours":"3379200.00","windows":[{"gpus":512,"from":"2026-03-01","to":"2026-12-01","availability":"1"}],"occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x022fdafd613b677775d940a4d4d284bc66328e88b788f72b6d17a97e8d54b89d', '\x04b59a26e22b6038158d6627d5c1d9897896b15bd3cbf40e9d7f835821966aa4', 201, '{"ref":"ZPWJF354TA","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x577768c84d4c4c12f09ec39398c27c2b7a87d464bce5e65f88f04db06d0a03f5', '\xb71f5914178257bf158b7e617e2025d006974e45e611f4751d94ecfaf35bbacd', 201, '{"batch":"BP665D8GCCX54SN6","movements":[{"seq":23,"verb":"pledge","from":"outside","to":"pledged","asset":"USD","amount":"1000.00","base":"1000.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x047dd0d69c16702c7ff4a94d8679e7d106996af7381a6b5189374e220cecb6ce', '\xdc3ff8804f67285067fbc302f077a82b7b168be333c9f242622b628c577f41c8', 201, '{"ref":"P4MY18EVZ0","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x93491411ca6f6c9b6c919e463a0ccff6ffd5bb6bd2ca7f75608102b68b5670cd', '\x924d60796ea15b5ed9f21d2cc818d9882ab855a696d46210fb09beecc0c5fba2', 201, '{"batch":"1KJZNE5BAQ14WWZ5","movements":[{"seq":25,"verb":"pledge","from":"outside","to":"pledged","asset":"H100-SXM","gpuHours":"3379200.00","gpuSeconds":"12165120000","h100eHours":"3379200.00","windows":[{"gpus":512,"from":"2026-03-01","to":"2026-12-01","availability":"1"}],"occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\xf78d4880624ec733e95dbf4cd739714f5cd61f6eb9b975f66ddf969bdb125801', '\xc16587af3719a250e7e07e4c8d4793309233fd2685a12759f684c3a1854d84c6', 201, '{"ref":"Z3QT2FSQQH","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xba506958833f7fd7274dfd62607cc51cf567acfb32c88e8c477a0a7b287c3f07', '\x79944111eca864f23e2b2a3ce09212e7b5cb31799d2d55c46b4f17cb918b02b6', 201, '{"batch":"WNKVD967QY0SBN0M","movements":[{"seq":27,"verb":"pledge","from":"outside","to":"pledged","asset":"USD","amount":"1000.00","base":"1000.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x15fa0c87c2d896ba192913698fa00e1e7869113bc2fc8175800e48c4692ac030', '\xa159136ac646d17b8e9b7f854fadaa47f61012ed89c4d9b96c9a8d32a22eebf4', 201, '{"ref":"QQVQ93M70M","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xfa8aa14a0811bff15705236ec9b70cac1496c4c8d8926dd356502a3547046bf0', '\x5b5416a145da05eb9987d6b2d121963ddec5cab224b0178548615c2a9dcde039', 201, '{"batch":"Y5GHGK0FZJ207TW1","movements":[{"seq":29,"verb":"pledge","from":"outside","to":"pledged","asset":"H100-SXM","gpuHours":"3379200.00","gpuSeconds":"12165120000","h100eHours":"3379200.00","windows":[{"gpus":512,"from":"2026-03-01","to":"2026-12-01","availability":"1"}],"occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\xb0b8658b9d4be75257581fca35d2ff308fa41a8cecbe666f6223d35b1ae772ca', '\x70e7ca96384963d7f99b8911484d088c187454b0aaabcd3a98cf1b3be1f2e746', 201, '{"ref":"ZQ82C0CBHC","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xccef93e545859799370d4149c239faef497b7af8f3787966a024fb598d24c638', '\xed7439d74942a547ad79c98b1c6b940a4816626fe19c94db70e265b38c7a002b', 201, '{"batch":"EBF9GDC616KJJZTA","movements":[{"seq":31,"verb":"pledge","from":"outside","to":"pledged","asset":"USD","amount":"1000.00","base":"1000.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x5640f728b612f5e91f9ef6985cf44126c86eb62078ff850bab1f2de3c31ee63c', '\xe5b03f7df841a4f5164e3e4026a6954c00c6e2231ccad16346a8b7a49b129a7d', 201, '{"batch":"AYCXWZPS5WS806JT","movements":[{"seq":32,"verb":"commit","from":"pledged","to":"committed","asset":"USD","amount":"900.00","base":"900.00","occurredOn":"2026-03-10","grade":"signed-agreement"}]}', '2026-03-10 12:00:00+00'),
	('\xd1f1b4ba10eb893ad4626f9723a7e5c03b538d0c9a2239c80530aa5b18fc7930', '\x79fdd8a8b1b5c18d0cdf8077beb46357e600ac5709bb772a10599f63202d1cb0', 201, '{"batch":"MP7TZN82QAW4NNC0","movements":[{"seq":33,"verb":"receive","from":"committed","to":"received","asset":"USD","amount":"300.00","base":"300.00","occurredOn":"2026-03-10","grade":"payment"}]}', '2026-03-10 12:00:00+00'),
	('\xcd56255c4c78c999a8b5dedf65d0b14f8a8e5671dc5f83b2028f5d01afb6cac5', '\x57c7f8ee21f29032fa69659b42c686f46ac63b6870fc284c952945971d52b2f0', 201, '{"batch":"JGHKY4GTM1E02VXZ","movements":[{"seq":34,"verb":"refund","from":"received","to":"refunded","asset":"USD","amount":"50.00","base":"50.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x5f13929c97e5c6ec8b7955fe51f1f24506b6b08f90c9d0a0f30e2c4005f73688', '\x734815efaeece5f83d6c4816dde84ef1b1ee833e870175e7a1182bc18fd1ff8d', 201, '{"batch":"TDG09KN38BYHQ7WG","movements":[{"seq":35,"verb":"receive","from":"committed","to":"received","asset":"USD","amount":"100.00","base":"100.00","occurredOn":"2026-03-10","grade":"payment"}]}', '2026-03-10 12:00:00+00'),
	('\x66b7f3c5fd6346255e9813929fcc5c05372e8e54f500740a3ed305d735ef9f7a', '\xb86b6620639502c09fd6e16662c27ef38c88650fb6ce7acdb60eed2243ee20ea', 201, '{"batch":"SH8J2RHX2EVPRF58","movements":[{"seq":36,"verb":"reverse","from":"received","to":"committed","asset":"USD","amount":"100.00","base":"100.00","occurredOn":"2026-03-10","grade":"self-asserted","reverses":35}]}', '2026-03-10 12:00:00+00'),
	('\x4f36cb994a99d1eb417e1cb8535dbfa1046633791ffa0277e02a05266f97cc7b', '\xe89379f04a19e3d8609c0de824be252f47dd59ecb69040404f221c68fabc79cb', 201, '{"ref":"ZR1MFEFN23","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x3ab3127a1600de38b5aacfc76bd4fde4a38f33ef2d817e933055c941986da72f', '\x2257413936ea26c31b372dc823073268210ad6f028f28664a30dab7ddbd45bff', 201, '{"batch":"7CZM9FKB0AJ96NYX","movements":[{"seq":38,"verb":"pledge","from":"outside","to":"pledged","asset":"JPY","amount":"70000","base":"443.66","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x43c4ac380c5bab4bf1b3d805b9e38cb59468ae3e74bbcbd21dfb563c9c011bd7', '\xeb3307e5b8caa3d0f3b8177ef35f9c9886b3a508efbd042f4332e964bc08f191', 201, '{"batch":"HVHTKTZ1P8C62TKJ","movements":[{"seq":39,"verb":"lapse","from":"pledged","to":"lapsed","asset":"JPY","amount":"70000","base":"443.66","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x7ac6058b0ec88e6c9c6f4ffa8289f0dbd7cecddebbc916977fcdb0d7fe091189', '\xb7fa31c689d380f6411d52d187502b0553d4c1feadfe9a1f0062d50d13b41f53', 201, '{"ref":"STXM0ZHWB3","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x20c761120af0b344c3b5fb4ee6730bab7ae391aa9311d0b6cc7005ca688bc79c', '\xfc1cef0351d5d39ad447e650083dc68606234a51be23a06eae80826a522963fe', 201, '{"batch":"55RJ8GZTB2HS5TBW","movements":[{"seq":41,"verb":"pledge","from":"outside","to":"pledged","asset":"H100-SXM","gpuHours":"3379200.00","gpuSeconds":"12165120000","h100eHours":"3379200.00","windows":[{"gpus":512,"from":"2026-03-01","to":"2026-12-01","availability":"1"}],"occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x8bec2612a2b21f3d32c438977a580f8c7b5e16b1c53426633a32a276afc361ae', '\xde5581714c2346458348e669914d28dbcf7c8320b1a91ea2958e1f074f84ffc4', 201, '{"batch":"VNARJP0ST9JBDFAR","movements":[{"seq":42,"verb":"commit","from":"pledged","to":"committed","asset":"H100-SXM","gpuHours":"3379200.00","gpuSeconds":"12165120000","h100eHours":"3379200.00","windows":[{"gpus":512,"from":"2026-03-01","to":"2026-12-01","availability":"1"}],"occurredOn":"2026-03-10","grade":"signed-agreement"}]}', '2026-03-10 12:00:00+00'),
	('\xcdfd5df0f806a62da6643d94053b70392d108dc4f9097c42b2bd2f4b65fed483', '\x8a83d640187b45b6906e4c28f237558dff1de8947bff6308f48dd2ecd92851a5', 201, '{"batch":"X57F06DZR9WRA2B1","movements":[{"seq":43,"verb":"receive","from":"committed","to":"received","asset":"H100-SXM","gpuHours":"10.25","gpuSeconds":"36900","h100eHours":"10.25","occurredOn":"2026-03-10","grade":"provider-statement"}]}', '2026-03-10 12:00:00+00'),
	('\x89dfb825714d53967f14228e8b1fce2e85eb7e3b4970ced22473cf39b0beaeb2', '\x0217a6cd2c1eb50ef9b8a851fdccb5dee4d14cacdd4089dd546b6e95e1d8c0ea', 201, '{"ref":"3PTA4NQ5NF","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x9e171d5482bd9877614690bda24989c0a5cd9fc866fc0736933baa85abb67e73', '\xfb48d22ae6852f65109601b0b5727bfc6983537af5720e68bf5666d2b6e80bb2', 201, '{"ref":"TQE0FV5N6F","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x49193640157162c7aadb46797505fd28621878f9aad3cce2c1953b008d7957a0', '\xdd16e5b8fd1dea5ac46bef16132169693889cf5e457c92e8cc251c51d34a4f2a', 201, '{"ref":"TQE0FV5N6F","status":"rejected"}', '2026-03-10 12:00:00+00'),
	('\x6eef51dec26cb0921608b3025e27c1be24488710e34e99ef3f52469fbed7074f', '\xf26d739d4bdd318424017e610ea5668bcc26ccc46919870d4fe364e3755f5095', 201, '{"id":"01a22ba5-c120-7101-bacb-fc8d16354f38","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x8d5611bb6170380a17d5bf03e76aa2c05342147a18e9d58864af68b1b468fad4', '\x779b0e2f6aab759f7c9383fed2e647c4e99fab906e6bba18533247ebfffd80f9', 201, '{"id":"01a22ba5-c120-7101-bacb-fc8d16354f38","status":"published","seq":44}', '2026-03-10 12:00:00+00'),
	('\x35002fadac28b9b80f0642f2750407d4055f03300fe805c6044845556a852c11', '\xcbc34e4ac68017da316581268cf9a39e9518b4ee23461684ec4bed92a662c221', 201, '{"ref":"W1TBR9DY7S","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xd0d323197152f3cf46d312f27882bbc2591034bee58006b1ecc90043bbe94a67', '\x439b78d916682be022c9ffa4da60780cb01226b030ce51e3ae8e4502c99bc14d', 201, '{"batch":"2FC0K9CZRW8ENMBG","movements":[{"seq":46,"verb":"pledge","from":"outside","to":"pledged","asset":"H100-SXM","gpuHours":"3379200.00","gpuSeconds":"12165120000","h100eHours":"3379200.00","windows":[{"gpus":512,"from":"2026-03-01","to":"2026-12-01","availability":"1"}],"occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x2aff7e86d88236db57cb4e12c7ed5cff41496106a20ce2f73d802d3ddcaf6298', '\x062d8476da73c166740e0bd12fe468c1b1ad33363dec3baf19b07f27af627589', 201, '{"batch":"GZMFJJX69Q1WWKP6","movements":[{"seq":47,"verb":"receive","from":"pledged","to":"received","asset":"H100-SXM","gpuHours":"7.00","gpuSeconds":"25200","h100eHours":"7.00","occurredOn":"2026-03-10","grade":"metered"}]}', '2026-03-10 12:00:00+00');

INSERT INTO public.imported VALUES
	('initiative', '\x7888d292aae55c7bb14557f3582af44f0667c525ece961d457a788afe48823ca', 'Open Model Initiative'),
	('signatory uni', '\x244d0396d0a3cb764ff837cc5d24fb052ca1a67814711a92edefbf91efe96758', '01a22ba5-bdb6-772d-82c6-d7bc88e1383d'),
	('signatory eli', '\x3c3413fce2c16f7727a33c584ef0981cbbc092cf402251350b4633bee431b3dd', '01a22ba5-bdb7-76aa-b9b7-b1dcc54afb01'),
	('pledge grant', '\x5b181c8d30e10eecaac3878aae08ba2292c4d817063fe445f266c2f9c965fa75', '9JVY6J5FRR'),
	('pledge taken-back', '\x631d0cbe6ea7f3ce74284c5426e75ce0ed0c63c397645e7e8703549358ba47a3', 'SQN29ZKSGM'),
	('pledge disputed', '\xf90dc6e89732668ba99633426cfe90162ad5ba5dc5dbaaa065d602141348a110', 'YEHCFPTF8N'),
	('pledge hours', '\xe26d16207884dd92834e8871d35d83906731cad11c81a66591ac5ff26bcecdb4', 'PK51QRRBGT'),
	('movement 0 grant', '\xdbdf28cdfbe25ed1de278a7ceb81c73ea809c066baa709e71f326752c7b66990', '4WJ0MQPQDKE8PVN7'),
	('movement 0 taken-back', '\x80e51912a81b84e008bf588fbc7e1d9be1d516b237e74f6abed818fd16c845c9', 'DASG3G3Q2BFWEC1N'),
	('movement 1 taken-back', '\x2b19bd0926e3ab26d86b9d2e67955fef24a18854bdf8e79c0b504ec0a199b756', 'JN0H3QY9M0DN9S0G'),
	('movement 0 disputed', '\xcf982f90e3b6c73fa037a346d7c2c3e3827cf78eaba951e1d6618219b2a0b0ba', 'W2YZ6F3SF4AGHXBS'),
	('movement 1 disputed', '\x8bbd4dfabde5868fe3e82b6d038299423326e7e6bf41f498a822986b660bdd85', '3RAPNZFWB1A386BC'),
	('movement 2 disputed', '\xc0313711843810a87c6e17e6c54a395856fad3f49435898f5d5f5938012b702f', 'VJEY09SFR3G82487'),
	('movement 3 disputed', '\xf784bf33ea02c69c9f656d684c94c2746633a8b88d9ce20d4b4753a6cad93a0b', 'JMS4K53MWYYRRBVE'),
	('movement 4 disputed', '\x2994e67fa6ea223ba55549d85123b34d8ab0037258048a0d142179a8ba8db322', '70KGEPTE94QF89TR'),
	('movement 0 hours', '\x791b131fce235e163abb3b0fed1d88e3d224d17a4620a99b76c61767ff5362a7', 'MJZEJ8D7M8ACX9GB'),
	('movement 1 hours', '\x4a7792556147128731c63fcbea976ed556c05673ac9207ef392ea1620939cfa2', 'JJF7048NFZJ47X9A');

INSERT INTO public.initiative VALUES
	(1, 'Open Model Initiative', 'One lab, in the open.', 'USD', 10000000000, 10000, 315360000000, '2026-01-01', '2027-01-01', '2027-06-30', 'A note.', false, false, '{"name": "Example Foundation", "contact": "pay@foundation.example", "country": "Norway", "taxStatus": "charity", "refundPolicy": "https://foundation.example/refunds", "registration": "000000-TEST", "privacyNotice": "https://foundation.example/privacy"}');

INSERT INTO public.ledger_entry VALUES
	(0, 'initiative', '\x7b2276223a312c226b696e64223a22696e6974696174697665222c2266756e64696e67223a5b22555344222c223130303030303030303030225d2c2267707573223a31303030302c22677075486f757273223a2238373630303030302e3030222c2266726f6d223a22323032362d30312d3031222c22746f223a22323032372d30312d3031227d', '\x74f7433cadebee279ab3c8fbc5b6c12d75bb235b4039ec1d60ca223450b6c229', '2026-03-10 12:00:00+00'),
	(1, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a223631314356374e5631315a51222c2277686f223a2264616564656139386636613130623239366161343833393164376533663530626263356234303332336333393838376535363664643836356335353933306166222c2274797065223a226f7267616e69736174696f6e222c22616374223a227369676e222c226f6e223a22323032362d30312d3032227d', '\x01f35f8e3c0cf63c114ddf94ceae24f3091baf1b577df42daf931ff28501d67b', '2026-03-10 12:00:00+00'),
	(2, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a2231563353594e385131563241222c2277686f223a2262323736623334313439303236393331343136383962623739313162383136353435663936333731653234363237393534336461633735386339336535626434222c2274797065223a22706572736f6e222c22616374223a227369676e222c226f6e223a22323032362d30332d3130227d', '\x795bd1af4d7d4f3e6728c9058451564c1e1cc304ef76c87165fc7e7fa7e8b6ae', '2026-03-10 12:00:00+00'),
	(3, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a22394a5659364a35465252222c2277686f223a2261313435653631663736396231643939316163356134396634626132626661353361316232353665306566633033353264613936393237643865656265613439222c226173736574223a22455552222c227175616e74697479223a2234303030303030222c2272617465223a5b22312e31363634222c2231225d2c22726174654f6e223a22323032362d30312d3035222c2272617465536f75726365223a22454342222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a7b226b696e64223a227468726573686f6c64222c226d6574726963223a226f7267616e69736174696f6e73222c22636f756e7473223a22636f6d6d6974746564222c2272656163686573223a223430222c226279223a6e756c6c7d2c226669726d223a747275657d', '\x7342f5700814f6dbf3caad5e816fc88bc9ffaa2d42e123607412a06e6adf3683', '2026-03-10 12:00:00+00'),
	(4, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22394a5659364a35465252222c226261746368223a2234574a304d515051444b453850564e37222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a2277616974696e67222c227175616e74697479223a2234303030303030222c2262617365223a2234363635363030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3035222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xf2492424305ac01ae65eed92a327293e1f3cc355d7d8a34a12964f963377bdcd', '2026-03-10 12:00:00+00'),
	(5, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a2253514e32395a4b53474d222c2277686f223a2261313633313765306130366664313934663632326463353661363338336439306138383566336634636633646434353434303234383265333233306639636338222c226173736574223a224b5257222c227175616e74697479223a2231303030303030222c2272617465223a5b22312e31373037222c22313639352e3933225d2c22726174654f6e223a22323032362d30312d3036222c2272617465536f75726365223a22454342222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x9e031a26c811e49f2df6a0d18069567b1be0bea9334dde584c036c67ed46bb86', '2026-03-10 12:00:00+00'),
	(6, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2253514e32395a4b53474d222c226261746368223a224441534733473351324246574543314e222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a2231303030303030222c2262617365223a223639303330222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3036222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x259066ab41359b097f25c36ed6534b2d13973d8d52c884bce93854fcd6934fdc', '2026-03-10 12:00:00+00'),
	(7, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2253514e32395a4b53474d222c226261746368223a224a4e3048335159394d30444e39533047222c2276657262223a227769746864726177222c2266726f6d223a22706c6564676564222c22746f223a2277697468647261776e222c227175616e74697479223a2231303030303030222c2262617365223a223639303330222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3037222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x52fca8d26ba8b6189f61d4439c7947aa38e3a997ea61b2a55a638edc4fbdcbfb', '2026-03-10 12:00:00+00'),
	(8, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a225945484346505446384e222c2277686f223a2263613366313363633732626339633865613239393361623437316434623430333764383063646436323066363566336637653963363337383536316562356338222c226173736574223a22474250222c227175616e74697479223a223830303030222c2272617465223a5b22312e31363735222c22302e38363837225d2c22726174654f6e223a22323032362d30312d3038222c2272617465536f75726365223a22454342222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\xd93ed9cbcb6b78b600b01749c41eb60ef812e9d12f1d51ab58e00c4ddb327670', '2026-03-10 12:00:00+00'),
	(9, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a225945484346505446384e222c226261746368223a225732595a364633534634414748584253222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223830303030222c2262617365223a22313037353137222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3038222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x276ce2492e5ecad8565c2cf0740e1e3eab47d41151d24fb95fffd8c1482825fb', '2026-03-10 12:00:00+00'),
	(10, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a225945484346505446384e222c226261746368223a22335241504e5a46574231413338364243222c2276657262223a2272656365697665222c2266726f6d223a22706c6564676564222c22746f223a227265636569766564222c227175616e74697479223a223730303030222c2262617365223a223934303737222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3039222c226772616465223a227061796d656e74222c227265766572736573223a6e756c6c7d', '\xae1e9082168e141456312f9b5b7465c5194c163aedbad8323720aec0223ee649', '2026-03-10 12:00:00+00'),
	(11, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a225945484346505446384e222c226261746368223a22564a4559303953465233473832343837222c2276657262223a2264697370757465222c2266726f6d223a227265636569766564222c22746f223a226469737075746564222c227175616e74697479223a223530303030222c2262617365223a223637313937222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3132222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xa3540d1dc497fbfb7f9342aa8c97546e0a1c9e2acccd6dae2b5838ed966705de', '2026-03-10 12:00:00+00'),
	(12, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a225945484346505446384e222c226261746368223a224a4d53344b35334d5759595252425645222c2276657262223a2277696e222c2266726f6d223a226469737075746564222c22746f223a227265636569766564222c227175616e74697479223a223130303030222c2262617365223a223133343339222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3133222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xe50c8613111d331c7fea0b2f1b9c7c1780979a6f272ae83e732c6033a391b7ad', '2026-03-10 12:00:00+00'),
	(13, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a225945484346505446384e222c226261746368223a2237304b47455054453934514638395452222c2276657262223a226c6f7365222c2266726f6d223a226469737075746564222c22746f223a22726566756e646564222c227175616e74697479223a2236303030222c2262617365223a2238303633222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3134222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xae3d8cec4e4f6264bf5cdba59023c43af33fbe6a7db6c75393776fc651356f4c', '2026-03-10 12:00:00+00'),
	(14, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a22504b3531515252424754222c2277686f223a2237353632313735336163356562643162373465653638626361653163363235336132613366333161303462336231356438303964353666326363663939643264222c226173736574223a2241313030222c227175616e74697479223a223138303030303030222c2272617465223a5b22333132222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22626f75676874222c2273697465223a22313137365a5a3033222c2277696e646f7773223a5b5b6e756c6c2c22323032362d30322d3031222c22323032362d30382d3031222c6e756c6c5d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x2e930adf9cc5179682230af95ed3a1f7b577fe2365a9878a9ed01ecf3670dd1f', '2026-03-10 12:00:00+00'),
	(15, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22504b3531515252424754222c226261746368223a224d4a5a454a3844374d38414358394742222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223138303030303030222c2262617365223a2235363736313637222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30322d3032222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xe3ec55fb42ad95b636b02cd2baba6a950d993c725c82df697f459f72ad2b8429', '2026-03-10 12:00:00+00'),
	(16, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22504b3531515252424754222c226261746368223a224a4a46373034384e465a4a3437583941222c2276657262223a22636f6d6d6974222c2266726f6d223a22706c6564676564222c22746f223a22636f6d6d6974746564222c227175616e74697479223a223138303030303030222c2262617365223a2235363736313637222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30322d3033222c226772616465223a227369676e65642d61677265656d656e74222c227265766572736573223a6e756c6c7d', '\xb0ef2b31b4ac13e1d27381e2af4172feef061e32532633a56432c3745d7b25b9', '2026-03-10 12:00:00+00'),
	(17, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a2230354b545747383541515447222c2277686f223a2232666461323930373864396639393830656632666633343161316434393061376531386133633035646437613433376330323937373065343761393236396263222c2274797065223a22706572736f6e222c22616374223a227369676e222c226f6e223a22323032362d30332d3130227d', '\x094206499b5931c2254290c26834201e862e073528934dec9e55c5d8289c73c4', '2026-03-10 12:00:00+00'),
	(18, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a2245364b57453556515736222c2277686f223a2235613664643733373934393131666165393563326438653534366563343735396638306237666365333562376539383437653566393163373661623264643431222c226173736574223a22555344222c227175616e74697479223a22313030303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a5b5b22323032362d30332d3331222c223430303030225d2c5b22323032362d30362d3330222c223630303030225d5d2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x60dd067dff2a9ff6655e8ceb84f5881c7592ac37a7aabc47feeb9c17cd74cd05', '2026-03-10 12:00:00+00'),
	(19, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2245364b57453556515736222c226261746368223a225a45484e415947594e37344856344b46222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a22313030303030222c2262617365223a22313030303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x4b5118789ae3004f02855807d5aa93f3ffa0fa4f6b1398add0a3049a14b68ab4', '2026-03-10 12:00:00+00'),
	(20, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a2250374437324d48393239222c2277686f223a2264663833663765636634303562336461376162613839383766333464356565666362316363323231363134656562346338363162616437626562626161663231222c226173736574223a22483130302d53584d222c227175616e74697479223a223132313635313230303030222c2272617465223a5b223938392e34222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22676976656e222c2273697465223a223741453531444d54222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x18fd538a512532d253a2c09c83fde6d1db9374b48b45af6b2783adef3dbd0e3a', '2026-03-10 12:00:00+00'),
	(21, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2250374437324d48393239222c226261746368223a223257534330464159424d4b4350334856222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223132313635313230303030222c2262617365223a223132313635313230303030222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x08fc134d2d3de910813f5fa887525037fd0ee1688572de90da25ab4ba5446eb9', '2026-03-10 12:00:00+00'),
	(22, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a225a50574a463335345441222c2277686f223a2264323165363762656636613437653032323866656537306163653132326464393230333564656338646536386138333532316534623834343664366664646165222c226173736574223a22555344222c227175616e74697479223a22313030303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a5b5b22323032362d30332d3331222c223430303030225d2c5b22323032362d30362d3330222c223630303030225d5d2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\xf490becd00dc0e9edba4fd1fb4bea6c74e75c3ddc217fdbef843800ccd39c7b7', '2026-03-10 12:00:00+00'),
	(23, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a225a50574a463335345441222c226261746368223a2242503636354438474343583534534e36222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a22313030303030222c2262617365223a22313030303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x623f76c05591bd535a63e966c776295ae02f1995101e072f1a7ace7b5c4cf785', '2026-03-10 12:00:00+00'),
	(24, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a2250344d59313845565a30222c2277686f223a2261376663333233656439383335313832373164653136656362393330336664313439633963343364613136613663323435653464366131303735383831363438222c226173736574223a22483130302d53584d222c227175616e74697479223a223132313635313230303030222c2272617465223a5b223938392e34222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22676976656e222c2273697465223a223741453531444d54222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\xd0301d5f5326a6e06ede44491c89176f9ba3394694eaa64bd468f50d7938e787', '2026-03-10 12:00:00+00'),
	(25, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2250344d59313845565a30222c226261746368223a22314b4a5a4e4535424151313457575a35222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223132313635313230303030222c2262617365223a223132313635313230303030222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xcf8474384ac7aff9229bbc67078082f660017d8a01bc436c4ae7ea7c4cecae8b', '2026-03-10 12:00:00+00'),
	(26, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a225a335154324653515148222c2277686f223a2237333436356132616535353837643436333836363433353130393135353830363336343635326262386330613035666563623934363432653734623335653266222c226173736574223a22555344222c227175616e74697479223a22313030303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a5b5b22323032362d30332d3331222c223430303030225d2c5b22323032362d30362d3330222c223630303030225d5d2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\xd3de89d7328a7d6fb649a4303d43528cc19f941a62bbae354e204242a17ef0ab', '2026-03-10 12:00:00+00'),
	(27, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a225a335154324653515148222c226261746368223a22574e4b564439363751593053424e304d222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a22313030303030222c2262617365223a22313030303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x57dc4f2dc17c6a531b55e48acdd9092e286a960f0dc99d969c4d6cadf23de376', '2026-03-10 12:00:00+00'),
	(28, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a225151565139334d37304d222c2277686f223a2233393364303536666238383734383163313231623563663638353737626234376339623064633939643361373066643237353334666634646238303866623031222c226173736574223a22483130302d53584d222c227175616e74697479223a223132313635313230303030222c2272617465223a5b223938392e34222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22676976656e222c2273697465223a223741453531444d54222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x594730b6da9868d5cc9f2e38923ac6b238e8685ca66dcb1a2317a1cec06cbc0f', '2026-03-10 12:00:00+00'),
	(29, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a225151565139334d37304d222c226261746368223a2259354748474b30465a4a323037545731222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223132313635313230303030222c2262617365223a223132313635313230303030222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x1872e70f745e35a2c2b97a31d531507e6b59e231dd440683d721a61c1f6348a5', '2026-03-10 12:00:00+00'),
	(30, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a225a513832433043424843222c2277686f223a2237313930316564316531656639613530393331626435616231336634633834636235383735633666633661393161613962656663663561353731323164613363222c226173736574223a22555344222c227175616e74697479223a22313030303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a5b5b22323032362d30332d3331222c223430303030225d2c5b22323032362d30362d3330222c223630303030225d5d2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x09800e5f7e51df823818a63f1c719ec047117eb03e7328c6a000d20f44659b95', '2026-03-10 12:00:00+00'),
	(31, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a225a513832433043424843222c226261746368223a22454246394744433631364b4a4a5a5441222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a22313030303030222c2262617365223a22313030303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xd676dcc1478b3f2ef6e9c2aded7e3763f5571fa6c90e0b4004e98618223cadd0', '2026-03-10 12:00:00+00'),
	(32, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a225a513832433043424843222c226261746368223a2241594358575a50533557533830364a54222c2276657262223a22636f6d6d6974222c2266726f6d223a22706c6564676564222c22746f223a22636f6d6d6974746564222c227175616e74697479223a223930303030222c2262617365223a223930303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a227369676e65642d61677265656d656e74222c227265766572736573223a6e756c6c7d', '\xb321401ee94a3683326458f3e503c39acae24776d8eb69051b81c53df26c6aba', '2026-03-10 12:00:00+00'),
	(33, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a225a513832433043424843222c226261746368223a224d5037545a4e3832514157344e4e4330222c2276657262223a2272656365697665222c2266726f6d223a22636f6d6d6974746564222c22746f223a227265636569766564222c227175616e74697479223a223330303030222c2262617365223a223330303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a227061796d656e74222c227265766572736573223a6e756c6c7d', '\xc35e6c356d327491ae957ea73bf23ad6e83bcc353ccb3ee4e274295f8ac77998', '2026-03-10 12:00:00+00'),
	(34, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a225a513832433043424843222c226261746368223a224a47484b593447544d3145303256585a222c2276657262223a22726566756e64222c2266726f6d223a227265636569766564222c22746f223a22726566756e646564222c227175616e74697479223a2235303030222c2262617365223a2235303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x4ef19174280e7418b0674aa2a5ac75040b872fac2aefc1ebeb72fecdf818ac21', '2026-03-10 12:00:00+00'),
	(35, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a225a513832433043424843222c226261746368223a2254444730394b4e333842594851375747222c2276657262223a2272656365697665222c2266726f6d223a22636f6d6d6974746564222c22746f223a227265636569766564222c227175616e74697479223a223130303030222c2262617365223a223130303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a227061796d656e74222c227265766572736573223a6e756c6c7d', '\x2bb81f3a4f4e2660973a2ec98662a2a90538a77afcd9821ff455797b3b291653', '2026-03-10 12:00:00+00'),
	(36, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a225a513832433043424843222c226261746368223a225348384a325248583245565052463538222c2276657262223a2272657665727365222c2266726f6d223a227265636569766564222c22746f223a22636f6d6d6974746564222c227175616e74697479223a223130303030222c2262617365223a223130303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a33357d', '\x2cbe7ec711836b0a638f6b2d914192c7e244003b87e58a71a0251ad4561c09c4', '2026-03-10 12:00:00+00'),
	(37, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a225a52314d4645464e3233222c2277686f223a2263323665393330353262333463386239326238613033366332343738313333613938393162393765653930373635323031616532636365343031386161393162222c226173736574223a224a5059222c227175616e74697479223a223730303030222c2272617465223a5b22312e31363431222c223138332e3637225d2c22726174654f6e223a22323032362d30332d3130222c2272617465536f75726365223a22454342222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x80c614bf00bca6177acb840cb68b06f6ef589da955075453174ceec2b4edf8ce', '2026-03-10 12:00:00+00'),
	(38, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a225a52314d4645464e3233222c226261746368223a2237435a4d39464b4230414a39364e5958222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223730303030222c2262617365223a223434333636222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x5f0b0694ebf26585bdb99c3b0a631e21ffa27db2f9f22589ff5fbfaba77e21fb', '2026-03-10 12:00:00+00'),
	(39, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a225a52314d4645464e3233222c226261746368223a22485648544b545a315038433632544b4a222c2276657262223a226c61707365222c2266726f6d223a22706c6564676564222c22746f223a226c6170736564222c227175616e74697479223a223730303030222c2262617365223a223434333636222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x35d1eb8343f589f9608f7c681330dc6da5299d0598f4d726cf852e52947ce636', '2026-03-10 12:00:00+00'),
	(40, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a225354584d305a48574233222c2277686f223a2263356539376431393638326161666135303865636665643739396639346436663133636238393063656364323264346433323130613139363037613465333762222c226173736574223a22483130302d53584d222c227175616e74697479223a223132313635313230303030222c2272617465223a5b223938392e34222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22676976656e222c2273697465223a224847343934573745222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x143fba013faac7f7a623064b2014d48a3b677371b2f4376531030bfeaefaec9c', '2026-03-10 12:00:00+00'),
	(41, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a225354584d305a48574233222c226261746368223a223535524a38475a544232485335544257222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223132313635313230303030222c2262617365223a223132313635313230303030222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xb65d69e4e21de920299c785970e8a2fa2fd31af23176c7af9a791815c8834e29', '2026-03-10 12:00:00+00'),
	(42, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a225354584d305a48574233222c226261746368223a22564e41524a50305354394a4244464152222c2276657262223a22636f6d6d6974222c2266726f6d223a22706c6564676564222c22746f223a22636f6d6d6974746564222c227175616e74697479223a223132313635313230303030222c2262617365223a223132313635313230303030222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a227369676e65642d61677265656d656e74222c227265766572736573223a6e756c6c7d', '\x5f4d7818029c0eb9b84d8217af704033458085b06f3f59612c8bff281827f0c7', '2026-03-10 12:00:00+00'),
	(43, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a225354584d305a48574233222c226261746368223a22583537463036445a5239575241324231222c2276657262223a2272656365697665222c2266726f6d223a22636f6d6d6974746564222c22746f223a227265636569766564222c227175616e74697479223a223336393030222c2262617365223a223336393030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2270726f76696465722d73746174656d656e74222c227265766572736573223a6e756c6c7d', '\xb0483be81bf8bb146ea41112902818c08a5640d2e7ac4f4ddceb1db5c07f229c', '2026-03-10 12:00:00+00'),
	(44, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a22325133594e53525250573646222c2277686f223a2239643966333366343834633862316332353736643532633962623938656238363231633531336638336137326263346433303761623033303338343238656635222c2274797065223a22706572736f6e222c22616374223a227369676e222c226f6e223a22323032362d30332d3130227d', '\x9d2f0f27e4d03c9c04e8118da65e50b2692ddbaf8b08ac56407c66e1f93d87ef', '2026-03-10 12:00:00+00'),
	(45, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a2257315442523944593753222c2277686f223a2231373736346337623237353631623933666533626632353230393737313461306230336636346332623965613062343137303739373937303135366564363238222c226173736574223a22483130302d53584d222c227175616e74697479223a223132313635313230303030222c2272617465223a5b223938392e34222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22676976656e222c2273697465223a223741453531444d54222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\xcdcf686d001eaf364339f25c44dec6891a69127320726e3cb1ad0b98e3d0dc2e', '2026-03-10 12:00:00+00'),
	(46, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2257315442523944593753222c226261746368223a22324643304b39435a525738454e4d4247222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223132313635313230303030222c2262617365223a223132313635313230303030222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x3697c438001322d11b5551a67a7f557d4dd625c371616bd30fa0c75c64d7af52', '2026-03-10 12:00:00+00'),
	(47, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2257315442523944593753222c226261746368223a22475a4d464a4a583639513157574b5036222c2276657262223a2272656365697665222c2266726f6d223a22706c6564676564222c22746f223a227265636569766564222c227175616e74697479223a223235323030222c2262617365223a223235323030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a226d657465726564222c227265766572736573223a6e756c6c7d', '\xab6e28343ddb1f36afa7f8b1b45f6d4757d026b4f3a5dc64ecea2e4ca5c36432', '2026-03-10 12:00:00+00');

INSERT INTO public.ledger_head VALUES
	(1, 48);

INSERT INTO public.log_identity VALUES
	(1, 'localhost:8080', 'localhost:8080+d76fbfb1+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs');

INSERT INTO public.migration VALUES
	('0001_core.sql', '0fafb47a881cce1e9591b0571e7764a706c384286eb05a003b079f95afb71676', '2026-11-30 08:50:07.918516+00'),
	('0002_append_only.sql', 'c7f8a3c017e56b2fbc951e00bbeb9a7b61cf95b95d99b8d084975513a4ae7401', '2026-11-30 08:50:08.066342+00'),
	('0003_standing.sql', 'a43333fe6f723689f1812c15f1cddf68f1a00f9c9f3f200b69537140517c49fd', '2026-11-30 08:50:08.07638+00');

INSERT INTO public.movement VALUES
	(4, '01a22ba5-bdbd-76a9-992a-c405de525ee1', '4WJ0MQPQDKE8PVN7', 'pledge', 'outside', 'waiting', 4000000, 4665600, NULL, '2026-01-05', 'self-asserted', NULL),
	(6, '01a22ba5-bdbe-72ac-8d8f-0667ad579209', 'DASG3G3Q2BFWEC1N', 'pledge', 'outside', 'pledged', 1000000, 69030, NULL, '2026-01-06', 'self-asserted', NULL),
	(7, '01a22ba5-bdbe-72ac-8d8f-0667ad579209', 'JN0H3QY9M0DN9S0G', 'withdraw', 'pledged', 'withdrawn', 1000000, 69030, NULL, '2026-01-07', 'self-asserted', NULL),
	(9, '01a22ba5-bdbe-72ac-8d8f-0b1ad51f939e', 'W2YZ6F3SF4AGHXBS', 'pledge', 'outside', 'pledged', 80000, 107517, NULL, '2026-01-08', 'self-asserted', NULL),
	(10, '01a22ba5-bdbe-72ac-8d8f-0b1ad51f939e', '3RAPNZFWB1A386BC', 'receive', 'pledged', 'received', 70000, 94077, NULL, '2026-01-09', 'payment', NULL),
	(11, '01a22ba5-bdbe-72ac-8d8f-0b1ad51f939e', 'VJEY09SFR3G82487', 'dispute', 'received', 'disputed', 50000, 67197, NULL, '2026-01-12', 'self-asserted', NULL),
	(12, '01a22ba5-bdbe-72ac-8d8f-0b1ad51f939e', 'JMS4K53MWYYRRBVE', 'win', 'disputed', 'received', 10000, 13439, NULL, '2026-01-13', 'self-asserted', NULL),
	(13, '01a22ba5-bdbe-72ac-8d8f-0b1ad51f939e', '70KGEPTE94QF89TR', 'lose', 'disputed', 'refunded', 6000, 8063, NULL, '2026-01-14', 'self-asserted', NULL),
	(15, '01a22ba5-bdbe-72ac-8d8f-0fef7ad827b0', 'MJZEJ8D7M8ACX9GB', 'pledge', 'outside', 'pledged', 18000000, 5676167, NULL, '2026-02-02', 'self-asserted', NULL),
	(16, '01a22ba5-bdbe-72ac-8d8f-0fef7ad827b0', 'JJF7048NFZJ47X9A', 'commit', 'pledged', 'committed', 18000000, 5676167, NULL, '2026-02-03', 'signed-agreement', NULL),
	(19, '01a22ba5-bf21-76ec-8b63-2597c4dc4fa2', 'ZEHNAYGYN74HV4KF', 'pledge', 'outside', 'pledged', 100000, 100000, NULL, '2026-03-10', 'self-asserted', NULL),
	(21, '01a22ba5-bf6d-70a3-8245-2d0dd777dec4', '2WSC0FAYBMKCP3HV', 'pledge', 'outside', 'pledged', 12165120000, 12165120000, '[[512, "2026-03-01", "2026-12-01", "1"]]', '2026-03-10', 'self-asserted', NULL),
	(23, '01a22ba5-bf8d-7301-bdbf-2a4f224e5c96', 'BP665D8GCCX54SN6', 'pledge', 'outside', 'pledged', 100000, 100000, NULL, '2026-03-10', 'self-asserted', NULL),
	(25, '01a22ba5-bfb3-7245-9a7b-fc9544dc9843', '1KJZNE5BAQ14WWZ5', 'pledge', 'outside', 'pledged', 12165120000, 12165120000, '[[512, "2026-03-01", "2026-12-01", "1"]]', '2026-03-10', 'self-asserted', NULL),
	(27, '01a22ba5-bfd9-764f-86a1-8bc4ea24a613', 'WNKVD967QY0SBN0M', 'pledge', 'outside', 'pledged', 100000, 100000, NULL, '2026-03-10', 'self-asserted', NULL),
	(29, '01a22ba5-bfff-754b-8a70-020847ddede8', 'Y5GHGK0FZJ207TW1', 'pledge', 'outside', 'pledged', 12165120000, 12165120000, '[[512, "2026-03-01", "2026-12-01", "1"]]', '2026-03-10', 'self-asserted', NULL),
	(31, '01a22ba5-c029-72ee-bf7b-a2012cae90cc', 'EBF9GDC616KJJZTA', 'pledge', 'outside', 'pledged', 100000, 100000, NULL, '2026-03-10', 'self-asserted', NULL),
	(32, '01a22ba5-c029-72ee-bf7b-a2012cae90cc', 'AYCXWZPS5WS806JT', 'commit', 'pledged', 'committed', 90000, 90000, NULL, '2026-03-10', 'signed-agreement', NULL),
	(33, '01a22ba5-c029-72ee-bf7b-a2012cae90cc', 'MP7TZN82QAW4NNC0', 'receive', 'committed', 'received', 30000, 30000, NULL, '2026-03-10', 'payment', NULL),
	(34, '01a22ba5-c029-72ee-bf7b-a2012cae90cc', 'JGHKY4GTM1E02VXZ', 'refund', 'received', 'refunded', 5000, 5000, NULL, '2026-03-10', 'self-asserted', NULL),
	(35, '01a22ba5-c029-72ee-bf7b-a2012cae90cc', 'TDG09KN38BYHQ7WG', 'receive', 'committed', 'received', 10000, 10000, NULL, '2026-03-10', 'payment', NULL),
	(36, '01a22ba5-c029-72ee-bf7b-a2012cae90cc', 'SH8J2RHX2EVPRF58', 'reverse', 'received', 'committed', 10000, 10000, NULL, '2026-03-10', 'self-asserted', 35),
	(38, '01a22ba5-c0a7-7151-8e4a-79b4d3a86743', '7CZM9FKB0AJ96NYX', 'pledge', 'outside', 'pledged', 70000, 44366, NULL, '2026-03-10', 'self-asserted', NULL),
	(39, '01a22ba5-c0a7-7151-8e4a-79b4d3a86743', 'HVHTKTZ1P8C62TKJ', 'lapse', 'pledged', 'lapsed', 70000, 44366, NULL, '2026-03-10', 'self-asserted', NULL),
	(41, '01a22ba5-c0d5-74a8-ab25-aaeaf51704b4', '55RJ8GZTB2HS5TBW', 'pledge', 'outside', 'pledged', 12165120000, 12165120000, '[[512, "2026-03-01", "2026-12-01", "1"]]', '2026-03-10', 'self-asserted', NULL),
	(42, '01a22ba5-c0d5-74a8-ab25-aaeaf51704b4', 'VNARJP0ST9JBDFAR', 'commit', 'pledged', 'committed', 12165120000, 12165120000, '[[512, "2026-03-01", "2026-12-01", "1"]]', '2026-03-10', 'signed-agreement', NULL),
	(43, '01a22ba5-c0d5-74a8-ab25-aaeaf51704b4', 'X57F06DZR9WRA2B1', 'receive', 'committed', 'received', 36900, 36900, NULL, '2026-03-10', 'provider-statement', NULL),
	(46, '01a22ba5-c13f-7255-8995-7b4564517e70', '2FC0K9CZRW8ENMBG', 'pledge', 'outside', 'pledged', 12165120000, 12165120000, '[[512, "2026-03-01", "2026-12-01", "1"]]', '2026-03-10', 'self-asserted', NULL),
	(47, '01a22ba5-c13f-7255-8995-7b4564517e70', 'GZMFJJX69Q1WWKP6', 'receive', 'pledged', 'received', 25200, 25200, NULL, '2026-03-10', 'metered', NULL);

INSERT INTO public.names_version VALUES
	(1, 0);

INSERT INTO public.pledge VALUES
	('01a22ba5-bdbd-76a9-992a-c405de525ee1', '9JVY6J5FRR', '01a22ba5-bdb6-772d-82c6-d7bc88e1383d', 'EUR', 4000000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', '{"by": null, "kind": "threshold", "counts": "committed", "metric": "organisations", "reaches": "40"}', true, 'public', NULL, 'accepted', NULL, '1.1664', '1', '2026-01-05', 'ECB', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-bdbe-72ac-8d8f-0667ad579209', 'SQN29ZKSGM', '01a22ba5-bdb7-76aa-b9b7-b1dcc54afb01', 'KRW', 1000000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '1.1707', '1695.93', '2026-01-06', 'ECB', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-bdbe-72ac-8d8f-0b1ad51f939e', 'YEHCFPTF8N', '01a22ba5-bdb7-76aa-b9b7-b1dcc54afb01', 'GBP', 80000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '1.1675', '0.8687', '2026-01-08', 'ECB', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-bdbe-72ac-8d8f-0fef7ad827b0', 'PK51QRRBGT', '01a22ba5-bdb6-772d-82c6-d7bc88e1383d', 'A100', 18000000, 'bought', '1176ZZ03', 'Example Cloud', '[]', '2026-02-01', '2026-08-01', '[]', NULL, false, 'public', NULL, 'accepted', NULL, '312', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-bf21-76ec-8b63-2597c4dc4fa2', 'E6KWE5VQW6', '01a22ba5-bed9-73d0-b86b-b2872051b545', 'USD', 100000, NULL, NULL, NULL, '[]', NULL, NULL, '[["2026-03-31", "40000"], ["2026-06-30", "60000"]]', NULL, false, 'public', 'Ask us in May.', 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-bf6d-70a3-8245-2d0dd777dec4', 'P7D72MH929', '01a22ba5-bed9-73d0-b86b-b2872051b545', 'H100-SXM', 12165120000, 'given', '7AE51DMT', NULL, '[[512, "2026-03-01", "2026-12-01", "1"]]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '989.4', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-bf8d-7301-bdbf-2a4f224e5c96', 'ZPWJF354TA', '01a22ba5-bed9-73d0-b86b-b2872051b545', 'USD', 100000, NULL, NULL, NULL, '[]', NULL, NULL, '[["2026-03-31", "40000"], ["2026-06-30", "60000"]]', NULL, false, 'amount-hidden', 'Ask us in May.', 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-bfb3-7245-9a7b-fc9544dc9843', 'P4MY18EVZ0', '01a22ba5-bed9-73d0-b86b-b2872051b545', 'H100-SXM', 12165120000, 'given', '7AE51DMT', NULL, '[[512, "2026-03-01", "2026-12-01", "1"]]', NULL, NULL, '[]', NULL, false, 'amount-hidden', NULL, 'accepted', NULL, '989.4', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-bfd9-764f-86a1-8bc4ea24a613', 'Z3QT2FSQQH', '01a22ba5-bed9-73d0-b86b-b2872051b545', 'USD', 100000, NULL, NULL, NULL, '[]', NULL, NULL, '[["2026-03-31", "40000"], ["2026-06-30", "60000"]]', NULL, false, 'anonymous', 'Ask us in May.', 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-bfff-754b-8a70-020847ddede8', 'QQVQ93M70M', '01a22ba5-bed9-73d0-b86b-b2872051b545', 'H100-SXM', 12165120000, 'given', '7AE51DMT', NULL, '[[512, "2026-03-01", "2026-12-01", "1"]]', NULL, NULL, '[]', NULL, false, 'anonymous', NULL, 'accepted', NULL, '989.4', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-c029-72ee-bf7b-a2012cae90cc', 'ZQ82C0CBHC', '01a22ba5-bed9-73d0-b86b-b2872051b545', 'USD', 100000, NULL, NULL, NULL, '[]', NULL, NULL, '[["2026-03-31", "40000"], ["2026-06-30", "60000"]]', NULL, false, 'public', NULL, 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-c0a7-7151-8e4a-79b4d3a86743', 'ZR1MFEFN23', '01a22ba5-bed9-73d0-b86b-b2872051b545', 'JPY', 70000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '1.1641', '183.67', '2026-03-10', 'ECB', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-c0d5-74a8-ab25-aaeaf51704b4', 'STXM0ZHWB3', '01a22ba5-bed9-73d0-b86b-b2872051b545', 'H100-SXM', 12165120000, 'given', 'HG494W7E', NULL, '[[512, "2026-03-01", "2026-12-01", "1"]]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '989.4', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-c104-7158-96ae-a66096c05f59', '3PTA4NQ5NF', '01a22ba5-bed9-73d0-b86b-b2872051b545', 'USD', 1234, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'pending', NULL, NULL, NULL, NULL, NULL, '2026-03-10 12:00:00+00', NULL),
	('01a22ba5-c10d-771d-8ca1-63ad3d6e7155', 'TQE0FV5N6F', '01a22ba5-bed9-73d0-b86b-b2872051b545', 'USD', 5678, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'rejected', 'A test.', NULL, NULL, NULL, NULL, '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-c13f-7255-8995-7b4564517e70', 'W1TBR9DY7S', '01a22ba5-c120-7101-bacb-fc8d16354f38', 'H100-SXM', 12165120000, 'given', '7AE51DMT', NULL, '[[512, "2026-03-01", "2026-12-01", "1"]]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '989.4', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00');

INSERT INTO public.reported VALUES
	(0, 'Example Daily’s Example Bank', NULL, NULL, 'https://press.example/1', NULL);

INSERT INTO public.signatory VALUES
	('01a22ba5-bdb6-772d-82c6-d7bc88e1383d', '611CV7NV11ZQ', 'organisation', 'Example University', NULL, NULL, NULL, NULL, NULL, NULL, NULL, true, 'published', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-bdb7-76aa-b9b7-b1dcc54afb01', '1V3SYN8Q1V2A', 'person', 'Eli Example', 'engineer', NULL, NULL, NULL, NULL, NULL, NULL, false, 'published', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-bed9-73d0-b86b-b2872051b545', '05KTWG85AQTG', 'person', 'Ada Example', NULL, NULL, NULL, 'ada.examplex@example.org', 'ada.examplex@example.org', NULL, NULL, true, 'published', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-c120-7101-bacb-fc8d16354f38', '2Q3YNSRRPW6F', 'person', 'Bo Example', NULL, NULL, NULL, 'bo.examplex@example.org', 'bo.examplex@example.org', NULL, NULL, true, 'published', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00');

INSERT INTO public.site VALUES
	('1176ZZ03', 'Bergen', 'bergen'),
	('7AE51DMT', 'Oslo', 'oslo'),
	('HG494W7E', 'Tromsø', 'tromsø');

INSERT INTO public.standing VALUES
	('01a22ba5-bdbd-76a9-992a-c405de525ee1', 4, 4, 0, 4000000, 0, 0, 0, 0, 0, 0, 0, 4665600, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22ba5-bdbe-72ac-8d8f-0667ad579209', 6, 7, 0, 0, 0, 0, 0, 0, 1000000, 0, 0, 0, 0, 0, 0, 0, 69030, 0, DEFAULT, DEFAULT),
	('01a22ba5-bdbe-72ac-8d8f-0b1ad51f939e', 9, 13, 10000, 0, 0, 30000, 34000, 6000, 0, 0, 13440, 0, 0, 40319, 45695, 8063, 0, 0, DEFAULT, DEFAULT),
	('01a22ba5-bdbe-72ac-8d8f-0fef7ad827b0', 15, 16, 0, 0, 18000000, 0, 0, 0, 0, 0, 0, 0, 5676167, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22ba5-bf21-76ec-8b63-2597c4dc4fa2', 19, 19, 100000, 0, 0, 0, 0, 0, 0, 0, 100000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22ba5-bf6d-70a3-8245-2d0dd777dec4', 21, 21, 12165120000, 0, 0, 0, 0, 0, 0, 0, 12165120000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22ba5-bf8d-7301-bdbf-2a4f224e5c96', 23, 23, 100000, 0, 0, 0, 0, 0, 0, 0, 100000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22ba5-bfb3-7245-9a7b-fc9544dc9843', 25, 25, 12165120000, 0, 0, 0, 0, 0, 0, 0, 12165120000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22ba5-bfd9-764f-86a1-8bc4ea24a613', 27, 27, 100000, 0, 0, 0, 0, 0, 0, 0, 100000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22ba5-bfff-754b-8a70-020847ddede8', 29, 29, 12165120000, 0, 0, 0, 0, 0, 0, 0, 12165120000, 0, 0, 0, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22ba5-c029-72ee-bf7b-a2012cae90cc', 31, 36, 10000, 0, 60000, 25000, 0, 5000, 0, 0, 10000, 0, 60000, 25000, 0, 5000, 0, 0, DEFAULT, DEFAULT),
	('01a22ba5-c0a7-7151-8e4a-79b4d3a86743', 38, 39, 0, 0, 0, 0, 0, 0, 0, 70000, 0, 0, 0, 0, 0, 0, 0, 44366, DEFAULT, DEFAULT),
	('01a22ba5-c0d5-74a8-ab25-aaeaf51704b4', 41, 43, 0, 0, 12165083100, 36900, 0, 0, 0, 0, 0, 0, 12165083100, 36900, 0, 0, 0, 0, DEFAULT, DEFAULT),
	('01a22ba5-c13f-7255-8995-7b4564517e70', 46, 47, 12165094800, 0, 0, 25200, 0, 0, 0, 0, 12165094800, 0, 0, 25200, 0, 0, 0, 0, DEFAULT, DEFAULT);

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
