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

INSERT INTO public.checkpoint VALUES
	(17, '\x1f3be23d02f02c5b979ec6848eb6eef3cac76baa753df55a016eb923484b12e0', 'localhost:8080
17
HzviPQLwLFuXnsaEjrbu88rHa6p1PfVaAW65I0hLEuA=

— localhost:8080 12+/se44QKgoitl7wT2pIWM3EldwVnzVQpR/vW9fJlBe7OrYd8YNUVyr72MTwi2fi1bFDQhh0OuTXDsjyOB3FBwv8gQ=
', '{"v":1,"targets":{"funding":["USD","10000000000"],"gpus":10000,"gpuHours":"87600000.00","from":"2026-01-01","to":"2027-01-01"},"signatories":{"person":1,"organisation":1},"flows":{"A100/bought":{"committed":["18000000","5676167"]},"EUR":{"waiting":["4000000","4665600"]},"GBP":{"pledged":["10000","13440"],"received":["30000","40319"],"disputed":["34000","45695"],"refunded":["6000","8063"]},"KRW":{"withdrawn":["1000000","69030"]}},"months":{"2026-01":["0","40319"]}}', '\x62b2ea8f4890187af6b27c61b5e74de43ec1d2d95f36eb89bcbd1728a2073f4a634ed0ca5bf1150601b6ff7ebb6322ccc7ce38b7b1228c51a0844e4f4249d214', 0, '2026-03-10 12:00:00+00'),
	(39, '\x49262d543e59b1f1b236ff8d4c568564e2b5f836a3035bb7bc9866ef26e438a7', 'localhost:8080
39
SSYtVD5ZsfGyNv+NTFaFZOK1+DajA1u3vJhm7ybkOKc=

— localhost:8080 12+/sY2f219yd7MG4m52wlhnrl7Vojor3fzA9PFOn5xQ3u2nzbOY7lZDEBd/2uk3cZh7/tBn/kl1OK5PYKJuKpnuJQ4=
', '{"v":1,"targets":{"funding":["USD","10000000000"],"gpus":10000,"gpuHours":"87600000.00","from":"2026-01-01","to":"2027-01-01"},"signatories":{"person":2,"organisation":1},"flows":{"A100/bought":{"committed":["18000000","5676167"]},"EUR":{"waiting":["4000000","4665600"]},"GBP":{"pledged":["10000","13440"],"received":["30000","40319"],"disputed":["34000","45695"],"refunded":["6000","8063"]},"H100-SXM":{"pledged":["36495360000","36495360000"]},"JPY":{"pledged":["70000","44366"]},"KRW":{"withdrawn":["1000000","69030"]},"USD":{"pledged":["310000","310000"],"committed":["60000","60000"],"received":["25000","25000"],"refunded":["5000","5000"]}},"months":{"2026-01":["0","40319"],"2026-03":["60000","25000"]}}', '\xab88cbe885bd18ba99048c5b6f176a86f1a353d886e09119479923e419de9750eb28c2286f48e6c5d1f9e481cec117229115625b1a8ecb948125b835eb405f36f562e3493c2f10350a17aaebd40cbdb58f3ed9fb63aa7f3ce1767e433d9eb8de86d6fb1580d80566d20519ca2d925a8d0f1e7ba61b5e82ba972e3b9dc44568c1', 39, '2026-03-10 12:00:00+00'),
	(45, '\xdf3cb8d1124e2fa087d9c65d89179e9dbe92bf9e106a8ae2f81c5d7f8cc2dd57', 'localhost:8080
45
3zy40RJOL6CH2cZdiReenb6Sv54Qaori+Bxdf4zC3Vc=

— localhost:8080 12+/sUiEJiRmAnXIqoI/sfRqmeLHSkaIVMwhSidm14NPqHEsTArA1Y+52GQwzJI40tTxyhitQvjdPgXuONMHuBVPFwQ=
', '{"v":1,"targets":{"funding":["USD","10000000000"],"gpus":10000,"gpuHours":"87600000.00","from":"2026-01-01","to":"2027-01-01"},"signatories":{"person":3,"organisation":1},"flows":{"A100/bought":{"committed":["18000000","5676167"]},"EUR":{"waiting":["4000000","4665600"]},"GBP":{"pledged":["10000","13440"],"received":["30000","40319"],"disputed":["34000","45695"],"refunded":["6000","8063"]},"H100-SXM":{"pledged":["36495360000","36495360000"],"committed":["12165083100","12165083100"],"received":["36900","36900"]},"JPY":{"lapsed":["70000","44366"]},"KRW":{"withdrawn":["1000000","69030"]},"USD":{"pledged":["310000","310000"],"committed":["60000","60000"],"received":["25000","25000"],"refunded":["5000","5000"]}},"months":{"2026-01":["0","40319"],"2026-03":["60000","25000"]}}', '\xab88cbe885bd18ba99048c5b6f176a86f1a353d886e09119479923e419de975046081903bb20826b9a4c818a7d273457722b3a733623fabecb1baf063176978716756c033e4e11ba3e568d9caa04bd999df7b8b909dd768081351c3ab9b51dbd535bc2a0323e2e6f7cb719c366037116e5285c3f89948f326846b614b2b20de4', 45, '2026-03-10 12:00:00+00'),
	(48, '\xef49327118bccb58f4997740e53301ad949b556b9eceff3467f176cec25beee8', 'localhost:8080
48
70kycRi8y1j0mXdA5TMBrZSbVWuezv80Z/F2zsJb7ug=

— localhost:8080 12+/sVRiNtZZhs1frVygNhy3jgqakVh5AqQE0/RrTyUG5U5NVm9/jwZYoYQ6Y7sHpPIs99eEUxtgTaayKYua7lq08As=
', '{"v":1,"targets":{"funding":["USD","10000000000"],"gpus":10000,"gpuHours":"87600000.00","from":"2026-01-01","to":"2027-01-01"},"signatories":{"person":3,"organisation":1},"flows":{"A100/bought":{"committed":["18000000","5676167"]},"EUR":{"waiting":["4000000","4665600"]},"GBP":{"pledged":["10000","13440"],"received":["30000","40319"],"disputed":["34000","45695"],"refunded":["6000","8063"]},"H100-SXM":{"pledged":["48660454800","48660454800"],"committed":["12165083100","12165083100"],"received":["62100","62100"]},"JPY":{"lapsed":["70000","44366"]},"KRW":{"withdrawn":["1000000","69030"]},"USD":{"pledged":["310000","310000"],"committed":["60000","60000"],"received":["25000","25000"],"refunded":["5000","5000"]}},"months":{"2026-01":["0","40319"],"2026-03":["60000","25000"]}}', '\xab88cbe885bd18ba99048c5b6f176a86f1a353d886e09119479923e419de9750b2fade1aba3d4b89275cae250bcb5c40059b35f607311a9c5c7059c2ad1e0886', 48, '2026-03-10 12:00:00+00');

INSERT INTO public.derived VALUES
	(39, 'capacity-1', '{"held":{"allSites":0,"largestSite":0,"from":null},"heldPromised":1536,"steps":[{"on":"2026-03-01","secured":0,"largestSite":0,"promised":1536,"bought":0},{"on":"2026-12-01","secured":0,"largestSite":0,"promised":0,"bought":0}]}'),
	(45, 'capacity-1', '{"held":{"allSites":512,"largestSite":512,"from":"2026-03-01"},"heldPromised":1536,"steps":[{"on":"2026-03-01","secured":512,"largestSite":512,"promised":1536,"bought":0},{"on":"2026-12-01","secured":0,"largestSite":0,"promised":0,"bought":0}]}'),
	(48, 'capacity-1', '{"held":{"allSites":512,"largestSite":512,"from":"2026-03-01"},"heldPromised":2048,"steps":[{"on":"2026-03-01","secured":512,"largestSite":512,"promised":2048,"bought":0},{"on":"2026-12-01","secured":0,"largestSite":0,"promised":0,"bought":0}]}');

INSERT INTO public.entry_name VALUES
	(1, '01a22ba5-1b54-7671-aff0-439eff412fde', '\x72a28b23c242e3dfc5a19e63529ee85ab2cf76462740c86eb8d6fa8cc9c1da14', 'Example University'),
	(2, '01a22ba5-1b55-7087-80bb-0de3f92ed6cd', '\x1103532fcac13789e6d6c18393e5aa7b1da263836f6c032ec0aa7174fc69f739', 'Eli Example'),
	(3, '01a22ba5-1b54-7671-aff0-439eff412fde', '\xa77598b125cf944469f79957541b328b9430d6ab57170e261ec9b2e0d961ae02', 'Example University'),
	(5, '01a22ba5-1b55-7087-80bb-0de3f92ed6cd', '\x2205520d1d264ae02b88ba11e980381a788eabf89f66caf7a47bab4aa41945a2', 'Eli Example'),
	(8, '01a22ba5-1b55-7087-80bb-0de3f92ed6cd', '\xd0efcba302c91b7a01cc291769f1ac6b0b57f95a00d2a1c5a81c4cb754a69d99', 'Eli Example'),
	(14, '01a22ba5-1b54-7671-aff0-439eff412fde', '\xfc3e438a3e2e776be1b1e59bae8779cb389111e3397419b2d0bed604b20f4b03', 'Example University'),
	(17, '01a22ba5-1c31-74e5-9685-2001d6ef8f48', '\x74a34d68895c79ca2efa7a5f4c84b634eb353f3d3779712655c85aa2d8f3e569', 'Ada Example'),
	(18, '01a22ba5-1c31-74e5-9685-2001d6ef8f48', '\x34acc0bfc538668dd8f43c35bce16b4c730f09c434501a6c5d33ce4d0d28078d', 'Ada Example'),
	(20, '01a22ba5-1c31-74e5-9685-2001d6ef8f48', '\xcd0c7d8a2123bc3899d39b43e4d1796255e50fb8f762468b61b02624b8994bea', 'Ada Example'),
	(22, '01a22ba5-1c31-74e5-9685-2001d6ef8f48', '\x033d446524eda0ffa94670dac8c71166915d116de39fdbf390bf4883bf1ab9ab', 'Ada Example'),
	(24, '01a22ba5-1c31-74e5-9685-2001d6ef8f48', '\x8f4709ff5a5505092d2c5697da4e96aeffd7f02f64bdd9fa07e7623c24e501c8', 'Ada Example'),
	(26, '01a22ba5-1c31-74e5-9685-2001d6ef8f48', '\xbc367000a5398eeee09e9d9eed1375fc208c393aeb48270cc4241a0ce72fdfda', 'Ada Example'),
	(28, '01a22ba5-1c31-74e5-9685-2001d6ef8f48', '\x83421ab33eb36bef766349667829024f75924d4167aca12cd419b64a359e9836', 'Ada Example'),
	(30, '01a22ba5-1c31-74e5-9685-2001d6ef8f48', '\xcb3836c415b1286d12b6e2324d83d67413d03af0e9e988b7cfbd62af0b2f3695', 'Ada Example'),
	(37, '01a22ba5-1c31-74e5-9685-2001d6ef8f48', '\x298e65b2cfa8fe847682fd3394166f273ba3a384d7ec720c6f914b52998ccc8f', 'Ada Example'),
	(40, '01a22ba5-1c31-74e5-9685-2001d6ef8f48', '\x51c8ed3ac8fedd2ff20ed770b4f9d71ba5e1ef3f891699b09ccb39ce63e88593', 'Ada Example'),
	(44, '01a22ba5-1d74-76be-8583-2b26867306a9', '\x26216e3f94b304599a62f065c81d9d338a2906027f614ed590f748a5a4ad501d', 'Bo Example'),
	(45, '01a22ba5-1d74-76be-8583-2b26867306a9', '\x86fd23d1a3cd195de5503f0074ad044751b28f75887277c78dc255ae2c77da20', 'Bo Example');

INSERT INTO public.evidence VALUES
	('FQDF6RB9Z1JP7WK1', 'https://press.example/2', 'Signed in Oslo.'),
	('V0TC5H5A9Q84MN42', NULL, 'Another pledge’s.'),
	('1GBGREGVQEEK1FGA', NULL, 'Nothing came.'),
	('3YWFJWYXSQTMM35S', NULL, 'Of the scheduler.');

INSERT INTO public.idempotency VALUES
	('\xacd565c3095cd6a45ae6d49b0a0932acb2d6060e739ad7ab4e8d2ae3505708a2', '\x833f453a0e84f79f3bd29405468c06656b9e4ec0f143422f98229a77048d0097', 201, '{"id":"01a22ba5-1c31-74e5-9685-2001d6ef8f48","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xefcdd995cf861611423a1f45085e9de92b588ebde634204876b704da0991690c', '\x211db6eef62d676bb57e52fc175c990988c6260068a9e44966b0d81598b857aa', 201, '{"id":"01a22ba5-1c31-74e5-9685-2001d6ef8f48","status":"published","seq":17}', '2026-03-10 12:00:00+00'),
	('\x78b6c0cabe0659a3d955cda3fa468e5246e4330d87b5555a3d3b010750932d4c', '\x4e080ad2cbbfc1b2b833651196d4aff256928a2f65107b896b3633fdaffd6267', 201, '{"ref":"CY8N9G0X8M","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xd061a133a491ebc71ad80f47c5b5f6aad81637e84274c0c9e06790a1e703ebf4', '\x420d0d298eeb978b61dcd324e63530d815228ab1f3e8a657f3a7ccfb8a11a9a3', 201, '{"batch":"4RBTAXA47XNRPB6K","movements":[{"seq":19,"verb":"pledge","from":"outside","to":"pledged","asset":"USD","amount":"1000.00","base":"1000.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x62e975b7d133aae4a76f039d443ec867cd70b61e9d8c0e0c28fb14a7d688f0fb', '\x56901f9e1858219d9f0f20ea4654ff89f85245cac61735e67f705ded46c1c94c', 201, '{"ref":"CKWG46P3E9","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xaf30d15f2306d60394767d8f473f81e4a7a08069c6ee66b59ed70687e55bb17c', '\xebdcfc03c09199e7a0d1c84bb708393ecbd6096812a7f7340026d8aff9c66967', 201, '{"batch":"VS7VS88WX689SE7R","movements":[{"seq":21,"verb":"pledge","from":"outside","to":"pledged","asset":"H100-SXM","gpuHours":"3379200.00","gpuSeconds":"12165120000","h100eHours":"3379200.00","windows":[{"gpus":512,"from":"2026-03-01","to":"2026-12-01","availability":"1"}],"occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x56ba6b073cbe0e2c9fa45eab44db85d382f369289dabd32c5414b575e750c625', '\x60908978714a802094b15ef88657f865623e0d85aa8da6c9f4109769132f41fd', 201, '{"ref":"BM49T38BMX","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x1305d2b8d1ac1dc8a211073371c812ffb75f5c84220e7bd1744faf1a2a9d32d2', '\x83c25f2fbeaafc8f77d5ebd3d91c2b004d44189c028617a041e9ff95f14bcaea', 201, '{"batch":"JVFQA19RSXC1W8KA","movements":[{"seq":23,"verb":"pledge","from":"outside","to":"pledged","asset":"USD","amount":"1000.00","base":"1000.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x2319adba20cacf39a2c0e6bbf850bfd9a1a30ce2ef5b988da3d0a08520cf3531', '\x0c0cad60e8286534b33032df3bbf81cd3f2bdd97439082ea9607176b70d48084', 201, '{"ref":"G8V51JYC37","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xcca9b902d37a1188b6680941e245f4249173030342063fcf806e4632e036c9c7', '\xd2314dfdcf763521f0a249dd2cba6f39a66092a88ed3a356111734e40e747043', 201, '{"batch":"Y47SM9173QT1G8D8","movements":[{"seq":25,"verb":"pledge","from":"outside","to":"pledged","asset":"H100-SXM","gpuHours":"3379200.00","gpuSeconds":"12165120000","h100eHours":"3379200.00","windows":[{"gpus":512,"from":"2026-03-01","to":"2026-12-01","availability":"1"}],"occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x703ee22ae9ca1e469786a13bfc8c676e7473d7bcd386a20a74775bdb12642cc7', '\x38a9b0e389266617a5ff692d12596c113d7aa57ddf028c5d2e8029deb069edc4', 201, '{"ref":"C0C6WMC3SD","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x825dd872acaeddb1b85dec107a92d7cab925d0fe95e9245cbc4a3f71f4601e09', '\x0b75cb69b1fe7d2d68644dfbee91963874a4f965eeb300f4a796daab12515303', 201, '{"batch":"EPFTKTP0N9P033EC","movements":[{"seq":27,"verb":"pledge","from":"outside","to":"pledged","asset":"USD","amount":"1000.00","base":"1000.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x7e780deb7bf6a8b281e1f67f95f5c5b4b1b90511f76481023c6fa905512ca18e', '\x57b544effedecbb1f6f3f9b61f170292a1940e924489a282387df650c824ade7', 201, '{"ref":"58CX9EFGZE","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xb58293a6868c37f626e51dfe7e8e88e48895d34baea76f93fa90a9031e110605', '\x3864c8e9a297fefd54ebd10d664125f4e8ba792714f141d960a78e6f60d3f663', 201, '{"batch":"JFC3YNV3RKSKAR35","movements":[{"seq":29,"verb":"pledge","from":"outside","to":"pledged","asset":"H100-SXM","gpuHours":"3379200.00","gpuSeconds":"12165120000","h100eHours":"3379200.00","windows":[{"gpus":512,"from":"2026-03-01","to":"2026-12-01","availability":"1"}],"occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x96cb907e6a46ef0708bf9b5a8680ac3f3a96e313d95e2f2ee4db5301886c92af', '\x98f989fa802e62a0702d23b5485478cd9d57c9f75c2914a1917865c5b0b10dee', 201, '{"ref":"KYMACCSCRP","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x98d311d4469287ad0d9417735a50854014cd58baa5181a4f283aeaef2bf5509f', '\x6215ca337b202b29604fd93b9e66272fb43b1d09b34924dc914a96d6dd909ec1', 201, '{"batch":"DD9D41ECQM8X9ACH","movements":[{"seq":31,"verb":"pledge","from":"outside","to":"pledged","asset":"USD","amount":"1000.00","base":"1000.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\xce98c79e0e1e1f9b42fa3316b1786b7f0b21aa7a3c701eab7431af67505d0f95', '\xd01f6e0333d93e958c2efd3320fe95b12f6f1e896bd9de5261a57be6483e325d', 201, '{"batch":"FQDF6RB9Z1JP7WK1","movements":[{"seq":32,"verb":"commit","from":"pledged","to":"committed","asset":"USD","amount":"900.00","base":"900.00","occurredOn":"2026-03-10","grade":"signed-agreement"}]}', '2026-03-10 12:00:00+00'),
	('\xc3032aee81d4e566448e0c2725b6e8b3a10aafefaacc2b17cf9e5286034e13f3', '\x27b0392d263d535e02adea057fd3d77eca955e05620f799013b76badb98475ee', 201, '{"batch":"YTFXP2CF98KAA7P1","movements":[{"seq":33,"verb":"receive","from":"committed","to":"received","asset":"USD","amount":"300.00","base":"300.00","occurredOn":"2026-03-10","grade":"payment"}]}', '2026-03-10 12:00:00+00'),
	('\x4b38d6d39be7aa944632768f229128bd96e4d7bf67723ffee6de2b95085ccd9c', '\xf5150a7171ba056f2cfc1d2dac02a177a4dfe029baa9f38b48fd56010db589d8', 201, '{"batch":"H8ZTCQBGFYNR9B9X","movements":[{"seq":34,"verb":"refund","from":"received","to":"refunded","asset":"USD","amount":"50.00","base":"50.00","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x9dadfd44829b0f5a242a3e3a7d24a759008e383f63d2e26329b79d739f3fc296', '\x24e5bfa27a1d6ffd8125f375d991465f6c85b15c007e2d38217dc971297b1cc9', 201, '{"batch":"9BTT6DAB89T3NP34","movements":[{"seq":35,"verb":"receive","from":"committed","to":"received","asset":"USD","amount":"100.00","base":"100.00","occurredOn":"2026-03-10","grade":"payment"}]}', '2026-03-10 12:00:00+00'),
	('\xac7fb992167320aab708714c477aac4a843b9d6be5b354d822b477421f19a6a6', '\xc48ebfa4ce7680aa0d6182ab7148166b45d7d9e941d3a256583c6683b27e104a', 201, '{"batch":"V0TC5H5A9Q84MN42","movements":[{"seq":36,"verb":"reverse","from":"received","to":"committed","asset":"USD","amount":"100.00","base":"100.00","occurredOn":"2026-03-10","grade":"self-asserted","reverses":35}]}', '2026-03-10 12:00:00+00'),
	('\xbda24f8819a410cfdb382f059af282c8bb2c238f574f11bd7cabb8dc440f012b', '\x02c2816113693ee37491cbd2eefc1311b16fd95646725c0112875ecf2f96a1f0', 201, '{"ref":"PKEBKDMXSJ","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xd506df965149be41508d4a54efcb14cc11887ce32e027f9eb69a8fab8344afdc', '\x78a531939db075c2ca8eea8309c241e3bb34cacf6ecdb241fa93c5e4251d5da4', 201, '{"batch":"7Y0BZ6S62G7X92EJ","movements":[{"seq":38,"verb":"pledge","from":"outside","to":"pledged","asset":"JPY","amount":"70000","base":"443.66","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\xa787e3dad3db3208573938d1a3e38aad1810dfa72211bacc7ccec17930270836', '\x10ce5478387f982132d08d7a3cf7bbafa98ee6480a4e71ebfdcafd3c00137bb0', 201, '{"batch":"1GBGREGVQEEK1FGA","movements":[{"seq":39,"verb":"lapse","from":"pledged","to":"lapsed","asset":"JPY","amount":"70000","base":"443.66","occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x4b2c414e67b96e0f392eff6a8e9cf6ea9b5652091eef5a20b0a69b104a015808', '\x2b598f8013422a49062efe2fe8651c952fad3cf311be3d495ef8966ae9eb1609', 201, '{"ref":"8S5FHW1518","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x3212a3981bede26f1457f5547cad6166c52b83050423927354b594790fa05738', '\x24b7ddf322ab1405c620a0842ccfd03baad426ac8fcd25ae8529b7a88b866285', 201, '{"batch":"6YBKCFGDYQVQ25V9","movements":[{"seq":41,"verb":"pledge","from":"outside","to":"pledged","asset":"H100-SXM","gpuHours":"3379200.00","gpuSeconds":"12165120000","h100eHours":"3379200.00","windows":[{"gpus":512,"from":"2026-03-01","to":"2026-12-01","availability":"1"}],"occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x9fcb498ab845f737f7939757d58724df22194dbd62fb421b8fac0c0218f3d8f9', '\xac2b597a2bbf2a78b4448d4d04fce361b6baeb0316074036022a19315e67e019', 201, '{"batch":"02AF308HEX0XH2ZY","movements":[{"seq":42,"verb":"commit","from":"pledged","to":"committed","asset":"H100-SXM","gpuHours":"3379200.00","gpuSeconds":"12165120000","h100eHours":"3379200.00","windows":[{"gpus":512,"from":"2026-03-01","to":"2026-12-01","availability":"1"}],"occurredOn":"2026-03-10","grade":"signed-agreement"}]}', '2026-03-10 12:00:00+00'),
	('\x854f7738caca110bd76f42b567c96fad9899814f33c111a8fb6a28de3afdffc3', '\x31ae3c9c3a3a7b4e76de33930b085246abe17c826f98d4c3fb5e796ae603ecd7', 201, '{"batch":"FD2ENSYPSSFMTWRZ","movements":[{"seq":43,"verb":"receive","from":"committed","to":"received","asset":"H100-SXM","gpuHours":"10.25","gpuSeconds":"36900","h100eHours":"10.25","occurredOn":"2026-03-10","grade":"provider-statement"}]}', '2026-03-10 12:00:00+00'),
	('\x883deb0b67928198dcca42dd7457ae07fe16e3d90d76a56e10988eb83da003ad', '\xde604b9fb143cc0f2491cfcf64da5e888203b1daf2c5e7a3c0d8d4e310226e90', 201, '{"ref":"FP30YDGZMD","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xc3a55a5b55c8746b73d6d9d7105ef8450053cd45c2f7c19226097d573db1fa5f', '\x24c23160d981835ba093f87f1692442441ec362023eddcca66a754f8e78ed454', 201, '{"ref":"GQRTRA0EQG","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x9227bab6180baf5c9b3afefe26b88f1e6da509e89b79a29af258b0e3a95c59b5', '\x46a2b17af27663851dc02140b4d89c0e2833e4420b5fc99104da648e1ad00e94', 201, '{"ref":"GQRTRA0EQG","status":"rejected"}', '2026-03-10 12:00:00+00'),
	('\x9c7d054687bffbcf7200679ab6ce9b9ad7823e9908f18cc9ded6166ffbe6d4ba', '\xf26d739d4bdd318424017e610ea5668bcc26ccc46919870d4fe364e3755f5095', 201, '{"id":"01a22ba5-1d74-76be-8583-2b26867306a9","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\x92321494335e80b80f2dccea0a5b4a41e4683d78fb420a832ecf445fc2c895aa', '\xfd0ac98990829931904e953a85854695d6c098a7a57265461b8c5baf0c93b2f8', 201, '{"id":"01a22ba5-1d74-76be-8583-2b26867306a9","status":"published","seq":44}', '2026-03-10 12:00:00+00'),
	('\xfe3af0f3f24aee0bfb94b8035e0a3cd0107cb81c44ae156e4316027b9b4eb764', '\xea459a93d8b8ff81e7021554bce659674c6945cfe6ecda67d9784cd61a6da42b', 201, '{"ref":"NB2SX2GD2G","status":"pending"}', '2026-03-10 12:00:00+00'),
	('\xedf0368590e524f558c8539d3cc947f4c95e25e13d51699924038a6901e1fdb9', '\xa62f61f043e5c587eeeb374c23d1dac27a5a41cf9b40febd4e8188d9a096fc8b', 201, '{"batch":"J4JNQ5D7YD7PTFC3","movements":[{"seq":46,"verb":"pledge","from":"outside","to":"pledged","asset":"H100-SXM","gpuHours":"3379200.00","gpuSeconds":"12165120000","h100eHours":"3379200.00","windows":[{"gpus":512,"from":"2026-03-01","to":"2026-12-01","availability":"1"}],"occurredOn":"2026-03-10","grade":"self-asserted"}]}', '2026-03-10 12:00:00+00'),
	('\x2473c05a7132e269add6b108aeb94a03eda302518855c7134bef14675288a56d', '\xe82586f532bc8aa0a926dcdc90cdfa119b5e29891e80a3bbdfbc65bcd75214a6', 201, '{"batch":"3YWFJWYXSQTMM35S","movements":[{"seq":47,"verb":"receive","from":"pledged","to":"received","asset":"H100-SXM","gpuHours":"7.00","gpuSeconds":"25200","h100eHours":"7.00","occurredOn":"2026-03-10","grade":"metered"}]}', '2026-03-10 12:00:00+00');

INSERT INTO public.imported VALUES
	('initiative', '\x7888d292aae55c7bb14557f3582af44f0667c525ece961d457a788afe48823ca', 'Open Model Initiative'),
	('signatory uni', '\x244d0396d0a3cb764ff837cc5d24fb052ca1a67814711a92edefbf91efe96758', '01a22ba5-1b54-7671-aff0-439eff412fde'),
	('signatory eli', '\x3c3413fce2c16f7727a33c584ef0981cbbc092cf402251350b4633bee431b3dd', '01a22ba5-1b55-7087-80bb-0de3f92ed6cd'),
	('pledge grant', '\x5b181c8d30e10eecaac3878aae08ba2292c4d817063fe445f266c2f9c965fa75', 'VFSJ0VQBRK'),
	('pledge taken-back', '\x631d0cbe6ea7f3ce74284c5426e75ce0ed0c63c397645e7e8703549358ba47a3', 'DE1N8A6PFJ'),
	('pledge disputed', '\xf90dc6e89732668ba99633426cfe90162ad5ba5dc5dbaaa065d602141348a110', 'BSPNWXERTE'),
	('pledge hours', '\xe26d16207884dd92834e8871d35d83906731cad11c81a66591ac5ff26bcecdb4', 'RAWG9DM90Y'),
	('movement 0 grant', '\xdbdf28cdfbe25ed1de278a7ceb81c73ea809c066baa709e71f326752c7b66990', 'MBJ5Z6AXMTVQPJVC'),
	('movement 0 taken-back', '\x80e51912a81b84e008bf588fbc7e1d9be1d516b237e74f6abed818fd16c845c9', '4JQ8SY0KXY1SX4BX'),
	('movement 1 taken-back', '\x2b19bd0926e3ab26d86b9d2e67955fef24a18854bdf8e79c0b504ec0a199b756', '41NTZFKSDV5J5A1H'),
	('movement 0 disputed', '\xcf982f90e3b6c73fa037a346d7c2c3e3827cf78eaba951e1d6618219b2a0b0ba', '2YSHZY6X88XZ9968'),
	('movement 1 disputed', '\x8bbd4dfabde5868fe3e82b6d038299423326e7e6bf41f498a822986b660bdd85', '35MJMX6FSCYC0QYS'),
	('movement 2 disputed', '\xc0313711843810a87c6e17e6c54a395856fad3f49435898f5d5f5938012b702f', '1SMZHBF0BG8EA6PF'),
	('movement 3 disputed', '\xf784bf33ea02c69c9f656d684c94c2746633a8b88d9ce20d4b4753a6cad93a0b', 'PKQ0YXEDWEZANJRH'),
	('movement 4 disputed', '\x2994e67fa6ea223ba55549d85123b34d8ab0037258048a0d142179a8ba8db322', 'MRE42K6EPM6S4WHK'),
	('movement 0 hours', '\x791b131fce235e163abb3b0fed1d88e3d224d17a4620a99b76c61767ff5362a7', 'NRDGJKG1XHR6HN7A'),
	('movement 1 hours', '\x4a7792556147128731c63fcbea976ed556c05673ac9207ef392ea1620939cfa2', 'TTAHDDPSEWA17DND');

INSERT INTO public.initiative VALUES
	(1, 'Open Model Initiative', 'One lab, in the open.', 'USD', 10000000000, 10000, 315360000000, '2026-01-01', '2027-01-01', '2027-06-30', 'A note.', false, false, '{"name": "Example Foundation", "contact": "pay@foundation.example", "country": "Norway", "taxStatus": "charity", "refundPolicy": "https://foundation.example/refunds", "registration": "000000-TEST", "privacyNotice": "https://foundation.example/privacy"}');

INSERT INTO public.ledger_entry VALUES
	(0, 'initiative', '\x7b2276223a312c226b696e64223a22696e6974696174697665222c2266756e64696e67223a5b22555344222c223130303030303030303030225d2c2267707573223a31303030302c22677075486f757273223a2238373630303030302e3030222c2266726f6d223a22323032362d30312d3031222c22746f223a22323032372d30312d3031227d', '\x74f7433cadebee279ab3c8fbc5b6c12d75bb235b4039ec1d60ca223450b6c229', '2026-03-10 12:00:00+00'),
	(1, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a2256584852575932523336504a222c2277686f223a2264373238653231616561636466393339346236663863323261306461663032643139383066623366663032613532346437333735353534353431336665313739222c2274797065223a226f7267616e69736174696f6e222c22616374223a227369676e222c226f6e223a22323032362d30312d3032227d', '\xb5509e03c7bdfc83b373f3c4d18b4fe4fd12b5fb116e807ffb25277aaf47b2e9', '2026-03-10 12:00:00+00'),
	(2, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a22574150363356585053484239222c2277686f223a2232313530636238303331396161333334373533346566646465356262663461333064303061656236333865303537313761616230313266393734636137383335222c2274797065223a22706572736f6e222c22616374223a227369676e222c226f6e223a22323032362d30332d3130227d', '\xd4fe7571c4c11d9fc0bc1263f4dcab9572dfd9a52053979102b2f6c438a2bc4e', '2026-03-10 12:00:00+00'),
	(3, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a225646534a30565142524b222c2277686f223a2239656331383633323439383165363534306465623165303137326139353662323231336639643738643232653236323263636135353834303633356431373266222c226173736574223a22455552222c227175616e74697479223a2234303030303030222c2272617465223a5b22312e31363634222c2231225d2c22726174654f6e223a22323032362d30312d3035222c2272617465536f75726365223a22454342222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a7b226b696e64223a227468726573686f6c64222c226d6574726963223a226f7267616e69736174696f6e73222c22636f756e7473223a22636f6d6d6974746564222c2272656163686573223a223430222c226279223a6e756c6c7d2c226669726d223a747275657d', '\x290823b1e89fe1afd41638ef10d5422a3c0d56d4638242da22d89785e3256438', '2026-03-10 12:00:00+00'),
	(4, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a225646534a30565142524b222c226261746368223a224d424a355a3641584d545651504a5643222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a2277616974696e67222c227175616e74697479223a2234303030303030222c2262617365223a2234363635363030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3035222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xb2bd97092967a5edd933b6330c26ebc08c46c24f3be2c3c1b9b50f5e0abdf0e6', '2026-03-10 12:00:00+00'),
	(5, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a224445314e38413650464a222c2277686f223a2236393339333264373263643032346366633530393638646234656462303465343730333663633365356431633538333635656133633761653265303831383234222c226173736574223a224b5257222c227175616e74697479223a2231303030303030222c2272617465223a5b22312e31373037222c22313639352e3933225d2c22726174654f6e223a22323032362d30312d3036222c2272617465536f75726365223a22454342222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\xe3a9e6bf41a293b272ff4e7498a443bf2e0eff847a5a3f3cfa84a7c777532506', '2026-03-10 12:00:00+00'),
	(6, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a224445314e38413650464a222c226261746368223a22344a51385359304b5859315358344258222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a2231303030303030222c2262617365223a223639303330222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3036222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x089c191fc2e0ac520576056e1d8638059e6ffa6b65637926f78ac7d55e2907a5', '2026-03-10 12:00:00+00'),
	(7, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a224445314e38413650464a222c226261746368223a2234314e545a464b534456354a35413148222c2276657262223a227769746864726177222c2266726f6d223a22706c6564676564222c22746f223a2277697468647261776e222c227175616e74697479223a2231303030303030222c2262617365223a223639303330222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3037222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x81b9bff1d0c7f7e5bd4b0b19e642e78a5e4aa632f15b9a61f5df0536023f93a7', '2026-03-10 12:00:00+00'),
	(8, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a224253504e575845525445222c2277686f223a2235326464366264313732336336303439343937396436323138666464613836653834646636353238636630313661383531306539346235373233663739663132222c226173736574223a22474250222c227175616e74697479223a223830303030222c2272617465223a5b22312e31363735222c22302e38363837225d2c22726174654f6e223a22323032362d30312d3038222c2272617465536f75726365223a22454342222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\xb4c5311f2fdf27809325104dc2256690bc3f36ba93cb50392fa9952711d2bf1a', '2026-03-10 12:00:00+00'),
	(9, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a224253504e575845525445222c226261746368223a22325953485a5936583838585a39393638222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223830303030222c2262617365223a22313037353137222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3038222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x5d03d3309ace5e362b5321a40699d352949b29258a614b87bc780cbd637151df', '2026-03-10 12:00:00+00'),
	(10, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a224253504e575845525445222c226261746368223a2233354d4a4d5836465343594330515953222c2276657262223a2272656365697665222c2266726f6d223a22706c6564676564222c22746f223a227265636569766564222c227175616e74697479223a223730303030222c2262617365223a223934303737222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3039222c226772616465223a227061796d656e74222c227265766572736573223a6e756c6c7d', '\x32bad8683636b082354da221102e94f40a21c83ca05b755223ccf6218bfe698c', '2026-03-10 12:00:00+00'),
	(11, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a224253504e575845525445222c226261746368223a2231534d5a484246304247384541365046222c2276657262223a2264697370757465222c2266726f6d223a227265636569766564222c22746f223a226469737075746564222c227175616e74697479223a223530303030222c2262617365223a223637313937222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3132222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x225cac762318359e87eab1886924f9d6fd7a5a3300565e3c102ee1fda8c57438', '2026-03-10 12:00:00+00'),
	(12, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a224253504e575845525445222c226261746368223a22504b51305958454457455a414e4a5248222c2276657262223a2277696e222c2266726f6d223a226469737075746564222c22746f223a227265636569766564222c227175616e74697479223a223130303030222c2262617365223a223133343339222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3133222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xe2aae944e98665063c6925016114dd96e1d3737cef23edf474a741cf5e74a6f4', '2026-03-10 12:00:00+00'),
	(13, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a224253504e575845525445222c226261746368223a224d524534324b3645504d36533457484b222c2276657262223a226c6f7365222c2266726f6d223a226469737075746564222c22746f223a22726566756e646564222c227175616e74697479223a2236303030222c2262617365223a2238303633222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30312d3134222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x86cd1ea26125d379f39dc9ea31a34f51371f6dcea2e0ea98d2cd9157f5fa5ba3', '2026-03-10 12:00:00+00'),
	(14, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a225241574739444d393059222c2277686f223a2234376630383962353838663338656233356435323836646639316134356236353731623134613063646330643635363339316633663662623633616438386165222c226173736574223a2241313030222c227175616e74697479223a223138303030303030222c2272617465223a5b22333132222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22626f75676874222c2273697465223a2236384641424a4657222c2277696e646f7773223a5b5b6e756c6c2c22323032362d30322d3031222c22323032362d30382d3031222c6e756c6c5d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x2e8631e714be3779a41f253f2aa8cbb22b348b095b34d46f0ea6f0d2b1275aa8', '2026-03-10 12:00:00+00'),
	(15, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a225241574739444d393059222c226261746368223a224e5244474a4b473158485236484e3741222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223138303030303030222c2262617365223a2235363736313637222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30322d3032222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x26157c1eab82997170269ffa8507771ecdb46a33d54b336fc2d7a855eb56e13e', '2026-03-10 12:00:00+00'),
	(16, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a225241574739444d393059222c226261746368223a2254544148444450534557413137444e44222c2276657262223a22636f6d6d6974222c2266726f6d223a22706c6564676564222c22746f223a22636f6d6d6974746564222c227175616e74697479223a223138303030303030222c2262617365223a2235363736313637222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30322d3033222c226772616465223a227369676e65642d61677265656d656e74222c227265766572736573223a6e756c6c7d', '\x634ed0ca5bf1150601b6ff7ebb6322ccc7ce38b7b1228c51a0844e4f4249d214', '2026-03-10 12:00:00+00'),
	(17, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a2231374b3246375859344b5737222c2277686f223a2232393462353161346338303734336535353031356664613038656439353335663939383737656134393838346438323732636536653232396161333231346333222c2274797065223a22706572736f6e222c22616374223a227369676e222c226f6e223a22323032362d30332d3130227d', '\x3d2eb02c560a9c312b4cf1ee8b9fbe4685661878996d272dcff622027e3b6412', '2026-03-10 12:00:00+00'),
	(18, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a224359384e39473058384d222c2277686f223a2239313363653332383437663932313238313638346632393462383562393535663334313536366535383134346637346631356330323265316462386233376165222c226173736574223a22555344222c227175616e74697479223a22313030303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a5b5b22323032362d30332d3331222c223430303030225d2c5b22323032362d30362d3330222c223630303030225d5d2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x45a5ab178f7ffa61f789cf1928bc31a86b98ed137c16c7d4c9938af671e6b6d9', '2026-03-10 12:00:00+00'),
	(19, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a224359384e39473058384d222c226261746368223a22345242544158413437584e525042364b222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a22313030303030222c2262617365223a22313030303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x4509cf38c65baf156450be65c9b70db596bda2701c90011d3f054bea764338f8', '2026-03-10 12:00:00+00'),
	(20, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a22434b5747343650334539222c2277686f223a2237646361613061616439643631666365653930343362616562623464376663383136383563653834646532356538323362333434383061326230633165633339222c226173736574223a22483130302d53584d222c227175616e74697479223a223132313635313230303030222c2272617465223a5b223938392e34222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22676976656e222c2273697465223a224a4557524b363552222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x0993098d6f384a19586cfa7681b74b475688cf41ac83c22513df01b142cdd3e5', '2026-03-10 12:00:00+00'),
	(21, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22434b5747343650334539222c226261746368223a2256533756533838575836383953453752222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223132313635313230303030222c2262617365223a223132313635313230303030222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x146998a892eae863f4ad3d409790612d20bc36fcd17fd0ae37c9f86f3c2b5999', '2026-03-10 12:00:00+00'),
	(22, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a22424d3439543338424d58222c2277686f223a2263643734366264633933306165616461313037313161346338646365623961663131323032386138633931313664316434636564353931366230373365393832222c226173736574223a22555344222c227175616e74697479223a22313030303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a5b5b22323032362d30332d3331222c223430303030225d2c5b22323032362d30362d3330222c223630303030225d5d2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x41d488ff4d30398dc272b8e35f9bafd80155429ba99fdec2cf607ccc0e5e419f', '2026-03-10 12:00:00+00'),
	(23, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22424d3439543338424d58222c226261746368223a224a564651413139525358433157384b41222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a22313030303030222c2262617365223a22313030303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x8a3bf0bc9a842ff431960d85002496ed39765bc97260c06772533c799ad0c5a0', '2026-03-10 12:00:00+00'),
	(24, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a2247385635314a59433337222c2277686f223a2263366262623134633132356239363433623161343765336462366436306239333836616331366332383964343966613630623533383132643061373934653861222c226173736574223a22483130302d53584d222c227175616e74697479223a223132313635313230303030222c2272617465223a5b223938392e34222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22676976656e222c2273697465223a224a4557524b363552222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x50282a2f5df73c7248c452b2a98236f295335a729af4b875fe43b8689459a26c', '2026-03-10 12:00:00+00'),
	(25, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2247385635314a59433337222c226261746368223a22593437534d3931373351543147384438222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223132313635313230303030222c2262617365223a223132313635313230303030222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x4cf127922915e052afffbb2d750a180910317ba45c70c45704c21a0e781b2ead', '2026-03-10 12:00:00+00'),
	(26, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a2243304336574d43335344222c2277686f223a2265613432613866386632333139653238613130383233303033343730323532666635333761656564323162316463323630366335633035383134646230396639222c226173736574223a22555344222c227175616e74697479223a22313030303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a5b5b22323032362d30332d3331222c223430303030225d2c5b22323032362d30362d3330222c223630303030225d5d2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x57f176724ccc9efb891dac5664e13a14e652ddf295b3d7f63750f58cd3d5a965', '2026-03-10 12:00:00+00'),
	(27, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2243304336574d43335344222c226261746368223a22455046544b5450304e39503033334543222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a22313030303030222c2262617365223a22313030303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x2825f3263f10ccc7025beead0eca4ea10bb75e119dbf33cc254601d107bc559e', '2026-03-10 12:00:00+00'),
	(28, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a2235384358394546475a45222c2277686f223a2239613062393337383966323063306234343466386339393632333762343264366432623434633731323630646466393435343665396664306633353634333961222c226173736574223a22483130302d53584d222c227175616e74697479223a223132313635313230303030222c2272617465223a5b223938392e34222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22676976656e222c2273697465223a224a4557524b363552222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x351167d045e3e3c47806106e47fbf5d85ee34611fddaebc63a98f12189c38cbe', '2026-03-10 12:00:00+00'),
	(29, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2235384358394546475a45222c226261746368223a224a464333594e5633524b534b41523335222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223132313635313230303030222c2262617365223a223132313635313230303030222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xfcfc8e82dc0457058f6422bb9476a096f04082a5f4c5d7130df6b4cba66eaf74', '2026-03-10 12:00:00+00'),
	(30, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a224b594d41434353435250222c2277686f223a2261306335386265303430623935376237346334363139346632343032333761623266306262373232383464373639633738386130653634333036326363343735222c226173736574223a22555344222c227175616e74697479223a22313030303030222c2272617465223a5b2231222c2231225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a22504152222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a5b5b22323032362d30332d3331222c223430303030225d2c5b22323032362d30362d3330222c223630303030225d5d2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x088e24ad394ff10554b582202d3a74fac2969943d28e1427435fccbd3c7d9594', '2026-03-10 12:00:00+00'),
	(31, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a224b594d41434353435250222c226261746368223a224444394434314543514d385839414348222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a22313030303030222c2262617365223a22313030303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x1d6d9e5a874789c4bd2d8933b3420f32e209badd65694ba422f6602325ed678c', '2026-03-10 12:00:00+00'),
	(32, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a224b594d41434353435250222c226261746368223a2246514446365242395a314a5037574b31222c2276657262223a22636f6d6d6974222c2266726f6d223a22706c6564676564222c22746f223a22636f6d6d6974746564222c227175616e74697479223a223930303030222c2262617365223a223930303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a227369676e65642d61677265656d656e74222c227265766572736573223a6e756c6c7d', '\x5f3db0d9be4903fc4a7dbed85eb5d2ef4131a835edf922940cdedee5c80e1b47', '2026-03-10 12:00:00+00'),
	(33, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a224b594d41434353435250222c226261746368223a22595446585032434639384b4141375031222c2276657262223a2272656365697665222c2266726f6d223a22636f6d6d6974746564222c22746f223a227265636569766564222c227175616e74697479223a223330303030222c2262617365223a223330303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a227061796d656e74222c227265766572736573223a6e756c6c7d', '\x3d6286659e3a31ce4c6559044790d35faf801bbb4f4b40d84aa52384dd102bde', '2026-03-10 12:00:00+00'),
	(34, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a224b594d41434353435250222c226261746368223a2248385a544351424746594e5239423958222c2276657262223a22726566756e64222c2266726f6d223a227265636569766564222c22746f223a22726566756e646564222c227175616e74697479223a2235303030222c2262617365223a2235303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xe02596dd760709fa079a5e611f36b37b9f98b2921d416507e28675232d5fa442', '2026-03-10 12:00:00+00'),
	(35, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a224b594d41434353435250222c226261746368223a223942545436444142383954334e503334222c2276657262223a2272656365697665222c2266726f6d223a22636f6d6d6974746564222c22746f223a227265636569766564222c227175616e74697479223a223130303030222c2262617365223a223130303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a227061796d656e74222c227265766572736573223a6e756c6c7d', '\x65cecf7f3e1e85ae5945e6db0dc162cb4fd1f4f055622d3e012f9ca987716736', '2026-03-10 12:00:00+00'),
	(36, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a224b594d41434353435250222c226261746368223a225630544335483541395138344d4e3432222c2276657262223a2272657665727365222c2266726f6d223a227265636569766564222c22746f223a22636f6d6d6974746564222c227175616e74697479223a223130303030222c2262617365223a223130303030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a33357d', '\x5228cb4f9d28b5be0a70fb69c3434e7b840ddb6fcd510f805c5ca1afa6eb8518', '2026-03-10 12:00:00+00'),
	(37, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a22504b45424b444d58534a222c2277686f223a2235356437653661663661316463326531663339386539306132366539643734303966316636363162373738353062633835363064306339363563663763316663222c226173736574223a224a5059222c227175616e74697479223a223730303030222c2272617465223a5b22312e31363431222c223138332e3637225d2c22726174654f6e223a22323032362d30332d3130222c2272617465536f75726365223a22454342222c22736f75726365223a6e756c6c2c2273697465223a6e756c6c2c2277696e646f7773223a6e756c6c2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x2a43a43617eb9ec844a17693c440821016dc1be94eaa8352d79152bd83a2f539', '2026-03-10 12:00:00+00'),
	(38, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22504b45424b444d58534a222c226261746368223a22375930425a365336324737583932454a222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223730303030222c2262617365223a223434333636222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x86d6fb1580d80566d20519ca2d925a8d0f1e7ba61b5e82ba972e3b9dc44568c1', '2026-03-10 12:00:00+00'),
	(39, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a22504b45424b444d58534a222c226261746368223a2231474247524547565145454b31464741222c2276657262223a226c61707365222c2266726f6d223a22706c6564676564222c22746f223a226c6170736564222c227175616e74697479223a223730303030222c2262617365223a223434333636222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xd8f237a474c30cfbc2fd16b8cb4f18fa42fef7d5f419e22b1e35e1b1f8cfa6f4', '2026-03-10 12:00:00+00'),
	(40, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a2238533546485731353138222c2277686f223a2238343462653465323032663535306538636265643637643338653836613864343139313062366533313234333433343931653433363332636566643061633930222c226173736574223a22483130302d53584d222c227175616e74697479223a223132313635313230303030222c2272617465223a5b223938392e34222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22676976656e222c2273697465223a224436533348595745222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x8cbf55a9b0627844fcdd78885ccc4614c741bea5ff2aed412e07da1306e4b955', '2026-03-10 12:00:00+00'),
	(41, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2238533546485731353138222c226261746368223a223659424b434647445951565132355639222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223132313635313230303030222c2262617365223a223132313635313230303030222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\xf480106168bcf03bb7e8dd002c81f5d5b5ac880eadd933193905659ce6583e9a', '2026-03-10 12:00:00+00'),
	(42, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2238533546485731353138222c226261746368223a2230324146333038484558305848325a59222c2276657262223a22636f6d6d6974222c2266726f6d223a22706c6564676564222c22746f223a22636f6d6d6974746564222c227175616e74697479223a223132313635313230303030222c2262617365223a223132313635313230303030222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a227369676e65642d61677265656d656e74222c227265766572736573223a6e756c6c7d', '\x2d078339d3f772fc431a9ab81f47b942dd8368fec91f0dfd9a4f2b5746bce790', '2026-03-10 12:00:00+00'),
	(43, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a2238533546485731353138222c226261746368223a22464432454e5359505353464d5457525a222c2276657262223a2272656365697665222c2266726f6d223a22636f6d6d6974746564222c22746f223a227265636569766564222c227175616e74697479223a223336393030222c2262617365223a223336393030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a2270726f76696465722d73746174656d656e74222c227265766572736573223a6e756c6c7d', '\x90f20e83fa588c047b22345951042363922eb50ca15023c300da6380b00a41ab', '2026-03-10 12:00:00+00'),
	(44, 'signature', '\x7b2276223a312c226b696e64223a227369676e6174757265222c227369676e6572223a22464b53565853365444423730222c2277686f223a2262633564306435383335613836613338336135336263623436386165636137646161383961396130666435333564313035663839393332636239303038623833222c2274797065223a22706572736f6e222c22616374223a227369676e222c226f6e223a22323032362d30332d3130227d', '\x535bc2a0323e2e6f7cb719c366037116e5285c3f89948f326846b614b2b20de4', '2026-03-10 12:00:00+00'),
	(45, 'terms', '\x7b2276223a312c226b696e64223a227465726d73222c22726566223a224e423253583247443247222c2277686f223a2235356331353439383030346463356565376136633962373865383661336132393231323539363762313761616435373663613833353136303931386331333732222c226173736574223a22483130302d53584d222c227175616e74697479223a223132313635313230303030222c2272617465223a5b223938392e34222c223938392e34225d2c22726174654f6e223a6e756c6c2c2272617465536f75726365223a2242463136222c22736f75726365223a22676976656e222c2273697465223a224a4557524b363552222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c22696e7374616c6d656e7473223a6e756c6c2c22636f6e646974696f6e223a6e756c6c2c226669726d223a66616c73657d', '\x439a51cb485b9f94b41a2b56f4c8fb72668d5e1646b4d68c9da481d5e17cbe39', '2026-03-10 12:00:00+00'),
	(46, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a224e423253583247443247222c226261746368223a224a344a4e513544375944375054464333222c2276657262223a22706c65646765222c2266726f6d223a226f757473696465222c22746f223a22706c6564676564222c227175616e74697479223a223132313635313230303030222c2262617365223a223132313635313230303030222c2277696e646f7773223a5b5b3531322c22323032362d30332d3031222c22323032362d31322d3031222c2231225d5d2c226f6e223a22323032362d30332d3130222c226772616465223a2273656c662d6173736572746564222c227265766572736573223a6e756c6c7d', '\x8bd556524db7c35d2b024972576c76d27e7695ccf1e753989eac7b1158eb350e', '2026-03-10 12:00:00+00'),
	(47, 'movement', '\x7b2276223a312c226b696e64223a226d6f76656d656e74222c22726566223a224e423253583247443247222c226261746368223a22335957464a5759585351544d4d333553222c2276657262223a2272656365697665222c2266726f6d223a22706c6564676564222c22746f223a227265636569766564222c227175616e74697479223a223235323030222c2262617365223a223235323030222c2277696e646f7773223a6e756c6c2c226f6e223a22323032362d30332d3130222c226772616465223a226d657465726564222c227265766572736573223a6e756c6c7d', '\x5b55c6153031603942847c9811091f5279b4ca823ab324e3cb8f8aff0225f558', '2026-03-10 12:00:00+00');

INSERT INTO public.ledger_head VALUES
	(1, 48);

INSERT INTO public.log_identity VALUES
	(1, 'localhost:8080', 'localhost:8080+d76fbfb1+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs');

INSERT INTO public.migration VALUES
	('0001_core.sql', '0fafb47a881cce1e9591b0571e7764a706c384286eb05a003b079f95afb71676', '2026-11-30 08:49:27.15126+00'),
	('0002_append_only.sql', 'bf81b87ba9247f9d8c1c04c96d1c24f13db46bae84762fd35b15ac4bc61cfd26', '2026-11-30 08:49:27.272754+00');

INSERT INTO public.movement VALUES
	(4, '01a22ba5-1b5a-71af-aa42-3eab4965edaa', 'MBJ5Z6AXMTVQPJVC', 'pledge', 'outside', 'waiting', 4000000, 4665600, NULL, '2026-01-05', 'self-asserted', NULL),
	(6, '01a22ba5-1b5b-7554-8dec-9ca55984386c', '4JQ8SY0KXY1SX4BX', 'pledge', 'outside', 'pledged', 1000000, 69030, NULL, '2026-01-06', 'self-asserted', NULL),
	(7, '01a22ba5-1b5b-7554-8dec-9ca55984386c', '41NTZFKSDV5J5A1H', 'withdraw', 'pledged', 'withdrawn', 1000000, 69030, NULL, '2026-01-07', 'self-asserted', NULL),
	(9, '01a22ba5-1b5b-7554-8dec-a2b131cbb491', '2YSHZY6X88XZ9968', 'pledge', 'outside', 'pledged', 80000, 107517, NULL, '2026-01-08', 'self-asserted', NULL),
	(10, '01a22ba5-1b5b-7554-8dec-a2b131cbb491', '35MJMX6FSCYC0QYS', 'receive', 'pledged', 'received', 70000, 94077, NULL, '2026-01-09', 'payment', NULL),
	(11, '01a22ba5-1b5b-7554-8dec-a2b131cbb491', '1SMZHBF0BG8EA6PF', 'dispute', 'received', 'disputed', 50000, 67197, NULL, '2026-01-12', 'self-asserted', NULL),
	(12, '01a22ba5-1b5b-7554-8dec-a2b131cbb491', 'PKQ0YXEDWEZANJRH', 'win', 'disputed', 'received', 10000, 13439, NULL, '2026-01-13', 'self-asserted', NULL),
	(13, '01a22ba5-1b5b-7554-8dec-a2b131cbb491', 'MRE42K6EPM6S4WHK', 'lose', 'disputed', 'refunded', 6000, 8063, NULL, '2026-01-14', 'self-asserted', NULL),
	(15, '01a22ba5-1b5b-7554-8dec-a7e05bea6f3a', 'NRDGJKG1XHR6HN7A', 'pledge', 'outside', 'pledged', 18000000, 5676167, NULL, '2026-02-02', 'self-asserted', NULL),
	(16, '01a22ba5-1b5b-7554-8dec-a7e05bea6f3a', 'TTAHDDPSEWA17DND', 'commit', 'pledged', 'committed', 18000000, 5676167, NULL, '2026-02-03', 'signed-agreement', NULL),
	(19, '01a22ba5-1c60-74e0-b61e-cb06264982c6', '4RBTAXA47XNRPB6K', 'pledge', 'outside', 'pledged', 100000, 100000, NULL, '2026-03-10', 'self-asserted', NULL),
	(21, '01a22ba5-1c98-7194-b2dd-8da83e8e5e29', 'VS7VS88WX689SE7R', 'pledge', 'outside', 'pledged', 12165120000, 12165120000, '[[512, "2026-03-01", "2026-12-01", "1"]]', '2026-03-10', 'self-asserted', NULL),
	(23, '01a22ba5-1ca9-7765-987e-efe0c45b66f6', 'JVFQA19RSXC1W8KA', 'pledge', 'outside', 'pledged', 100000, 100000, NULL, '2026-03-10', 'self-asserted', NULL),
	(25, '01a22ba5-1cb9-7015-bbd3-84ddab515bb5', 'Y47SM9173QT1G8D8', 'pledge', 'outside', 'pledged', 12165120000, 12165120000, '[[512, "2026-03-01", "2026-12-01", "1"]]', '2026-03-10', 'self-asserted', NULL),
	(27, '01a22ba5-1cc7-7528-9397-b517d3367ff3', 'EPFTKTP0N9P033EC', 'pledge', 'outside', 'pledged', 100000, 100000, NULL, '2026-03-10', 'self-asserted', NULL),
	(29, '01a22ba5-1cd5-77a2-825a-68b8efc6b931', 'JFC3YNV3RKSKAR35', 'pledge', 'outside', 'pledged', 12165120000, 12165120000, '[[512, "2026-03-01", "2026-12-01", "1"]]', '2026-03-10', 'self-asserted', NULL),
	(31, '01a22ba5-1ce1-757b-a8c5-9d90c797bd81', 'DD9D41ECQM8X9ACH', 'pledge', 'outside', 'pledged', 100000, 100000, NULL, '2026-03-10', 'self-asserted', NULL),
	(32, '01a22ba5-1ce1-757b-a8c5-9d90c797bd81', 'FQDF6RB9Z1JP7WK1', 'commit', 'pledged', 'committed', 90000, 90000, NULL, '2026-03-10', 'signed-agreement', NULL),
	(33, '01a22ba5-1ce1-757b-a8c5-9d90c797bd81', 'YTFXP2CF98KAA7P1', 'receive', 'committed', 'received', 30000, 30000, NULL, '2026-03-10', 'payment', NULL),
	(34, '01a22ba5-1ce1-757b-a8c5-9d90c797bd81', 'H8ZTCQBGFYNR9B9X', 'refund', 'received', 'refunded', 5000, 5000, NULL, '2026-03-10', 'self-asserted', NULL),
	(35, '01a22ba5-1ce1-757b-a8c5-9d90c797bd81', '9BTT6DAB89T3NP34', 'receive', 'committed', 'received', 10000, 10000, NULL, '2026-03-10', 'payment', NULL),
	(36, '01a22ba5-1ce1-757b-a8c5-9d90c797bd81', 'V0TC5H5A9Q84MN42', 'reverse', 'received', 'committed', 10000, 10000, NULL, '2026-03-10', 'self-asserted', 35),
	(38, '01a22ba5-1d1b-75ad-b018-318d699b8de6', '7Y0BZ6S62G7X92EJ', 'pledge', 'outside', 'pledged', 70000, 44366, NULL, '2026-03-10', 'self-asserted', NULL),
	(39, '01a22ba5-1d1b-75ad-b018-318d699b8de6', '1GBGREGVQEEK1FGA', 'lapse', 'pledged', 'lapsed', 70000, 44366, NULL, '2026-03-10', 'self-asserted', NULL),
	(41, '01a22ba5-1d39-7537-8f4c-e00186d1c724', '6YBKCFGDYQVQ25V9', 'pledge', 'outside', 'pledged', 12165120000, 12165120000, '[[512, "2026-03-01", "2026-12-01", "1"]]', '2026-03-10', 'self-asserted', NULL),
	(42, '01a22ba5-1d39-7537-8f4c-e00186d1c724', '02AF308HEX0XH2ZY', 'commit', 'pledged', 'committed', 12165120000, 12165120000, '[[512, "2026-03-01", "2026-12-01", "1"]]', '2026-03-10', 'signed-agreement', NULL),
	(43, '01a22ba5-1d39-7537-8f4c-e00186d1c724', 'FD2ENSYPSSFMTWRZ', 'receive', 'committed', 'received', 36900, 36900, NULL, '2026-03-10', 'provider-statement', NULL),
	(46, '01a22ba5-1d82-7110-ae4c-4a0f3f03af18', 'J4JNQ5D7YD7PTFC3', 'pledge', 'outside', 'pledged', 12165120000, 12165120000, '[[512, "2026-03-01", "2026-12-01", "1"]]', '2026-03-10', 'self-asserted', NULL),
	(47, '01a22ba5-1d82-7110-ae4c-4a0f3f03af18', '3YWFJWYXSQTMM35S', 'receive', 'pledged', 'received', 25200, 25200, NULL, '2026-03-10', 'metered', NULL);

INSERT INTO public.names_version VALUES
	(1, 0);

INSERT INTO public.pledge VALUES
	('01a22ba5-1b5a-71af-aa42-3eab4965edaa', 'VFSJ0VQBRK', '01a22ba5-1b54-7671-aff0-439eff412fde', 'EUR', 4000000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', '{"by": null, "kind": "threshold", "counts": "committed", "metric": "organisations", "reaches": "40"}', true, 'public', NULL, 'accepted', NULL, '1.1664', '1', '2026-01-05', 'ECB', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-1b5b-7554-8dec-9ca55984386c', 'DE1N8A6PFJ', '01a22ba5-1b55-7087-80bb-0de3f92ed6cd', 'KRW', 1000000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '1.1707', '1695.93', '2026-01-06', 'ECB', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-1b5b-7554-8dec-a2b131cbb491', 'BSPNWXERTE', '01a22ba5-1b55-7087-80bb-0de3f92ed6cd', 'GBP', 80000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '1.1675', '0.8687', '2026-01-08', 'ECB', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-1b5b-7554-8dec-a7e05bea6f3a', 'RAWG9DM90Y', '01a22ba5-1b54-7671-aff0-439eff412fde', 'A100', 18000000, 'bought', '68FABJFW', 'Example Cloud', '[]', '2026-02-01', '2026-08-01', '[]', NULL, false, 'public', NULL, 'accepted', NULL, '312', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-1c60-74e0-b61e-cb06264982c6', 'CY8N9G0X8M', '01a22ba5-1c31-74e5-9685-2001d6ef8f48', 'USD', 100000, NULL, NULL, NULL, '[]', NULL, NULL, '[["2026-03-31", "40000"], ["2026-06-30", "60000"]]', NULL, false, 'public', 'Ask us in May.', 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-1c98-7194-b2dd-8da83e8e5e29', 'CKWG46P3E9', '01a22ba5-1c31-74e5-9685-2001d6ef8f48', 'H100-SXM', 12165120000, 'given', 'JEWRK65R', NULL, '[[512, "2026-03-01", "2026-12-01", "1"]]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '989.4', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-1ca9-7765-987e-efe0c45b66f6', 'BM49T38BMX', '01a22ba5-1c31-74e5-9685-2001d6ef8f48', 'USD', 100000, NULL, NULL, NULL, '[]', NULL, NULL, '[["2026-03-31", "40000"], ["2026-06-30", "60000"]]', NULL, false, 'amount-hidden', 'Ask us in May.', 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-1cb9-7015-bbd3-84ddab515bb5', 'G8V51JYC37', '01a22ba5-1c31-74e5-9685-2001d6ef8f48', 'H100-SXM', 12165120000, 'given', 'JEWRK65R', NULL, '[[512, "2026-03-01", "2026-12-01", "1"]]', NULL, NULL, '[]', NULL, false, 'amount-hidden', NULL, 'accepted', NULL, '989.4', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-1cc7-7528-9397-b517d3367ff3', 'C0C6WMC3SD', '01a22ba5-1c31-74e5-9685-2001d6ef8f48', 'USD', 100000, NULL, NULL, NULL, '[]', NULL, NULL, '[["2026-03-31", "40000"], ["2026-06-30", "60000"]]', NULL, false, 'anonymous', 'Ask us in May.', 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-1cd5-77a2-825a-68b8efc6b931', '58CX9EFGZE', '01a22ba5-1c31-74e5-9685-2001d6ef8f48', 'H100-SXM', 12165120000, 'given', 'JEWRK65R', NULL, '[[512, "2026-03-01", "2026-12-01", "1"]]', NULL, NULL, '[]', NULL, false, 'anonymous', NULL, 'accepted', NULL, '989.4', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-1ce1-757b-a8c5-9d90c797bd81', 'KYMACCSCRP', '01a22ba5-1c31-74e5-9685-2001d6ef8f48', 'USD', 100000, NULL, NULL, NULL, '[]', NULL, NULL, '[["2026-03-31", "40000"], ["2026-06-30", "60000"]]', NULL, false, 'public', NULL, 'accepted', NULL, '1', '1', NULL, 'PAR', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-1d1b-75ad-b018-318d699b8de6', 'PKEBKDMXSJ', '01a22ba5-1c31-74e5-9685-2001d6ef8f48', 'JPY', 70000, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '1.1641', '183.67', '2026-03-10', 'ECB', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-1d39-7537-8f4c-e00186d1c724', '8S5FHW1518', '01a22ba5-1c31-74e5-9685-2001d6ef8f48', 'H100-SXM', 12165120000, 'given', 'D6S3HYWE', NULL, '[[512, "2026-03-01", "2026-12-01", "1"]]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '989.4', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-1d58-74ed-90f9-6964895b0719', 'FP30YDGZMD', '01a22ba5-1c31-74e5-9685-2001d6ef8f48', 'USD', 1234, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'pending', NULL, NULL, NULL, NULL, NULL, '2026-03-10 12:00:00+00', NULL),
	('01a22ba5-1d5e-7631-b36d-01eb9908b8a1', 'GQRTRA0EQG', '01a22ba5-1c31-74e5-9685-2001d6ef8f48', 'USD', 5678, NULL, NULL, NULL, '[]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'rejected', 'A test.', NULL, NULL, NULL, NULL, '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-1d82-7110-ae4c-4a0f3f03af18', 'NB2SX2GD2G', '01a22ba5-1d74-76be-8583-2b26867306a9', 'H100-SXM', 12165120000, 'given', 'JEWRK65R', NULL, '[[512, "2026-03-01", "2026-12-01", "1"]]', NULL, NULL, '[]', NULL, false, 'public', NULL, 'accepted', NULL, '989.4', '989.4', NULL, 'BF16', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00');

INSERT INTO public.reported VALUES
	(0, 'Example Daily’s Example Bank', NULL, NULL, 'https://press.example/1', NULL);

INSERT INTO public.signatory VALUES
	('01a22ba5-1b54-7671-aff0-439eff412fde', 'VXHRWY2R36PJ', 'organisation', 'Example University', NULL, NULL, NULL, NULL, NULL, NULL, NULL, true, 'published', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-1b55-7087-80bb-0de3f92ed6cd', 'WAP63VXPSHB9', 'person', 'Eli Example', 'engineer', NULL, NULL, NULL, NULL, NULL, NULL, false, 'published', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-1c31-74e5-9685-2001d6ef8f48', '17K2F7XY4KW7', 'person', 'Ada Example', NULL, NULL, NULL, 'ada.examplex@example.org', 'ada.examplex@example.org', NULL, NULL, true, 'published', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00'),
	('01a22ba5-1d74-76be-8583-2b26867306a9', 'FKSVXS6TDB70', 'person', 'Bo Example', NULL, NULL, NULL, 'bo.examplex@example.org', 'bo.examplex@example.org', NULL, NULL, true, 'published', '2026-03-10 12:00:00+00', '2026-03-10 12:00:00+00');

INSERT INTO public.site VALUES
	('68FABJFW', 'Bergen', 'bergen'),
	('JEWRK65R', 'Oslo', 'oslo'),
	('D6S3HYWE', 'Tromsø', 'tromsø');

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
