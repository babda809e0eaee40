-- A case book of schema 8, as make_book.py made it; people and letters are invented.
PRAGMA foreign_keys = OFF;
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE counters (year INTEGER PRIMARY KEY, last INTEGER NOT NULL);

CREATE TABLE sources (name TEXT PRIMARY KEY, first_start INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE seen (
  source TEXT NOT NULL,
  delivery_key TEXT NOT NULL,
  at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'taken', 'before_start', 'vanished')),
  PRIMARY KEY (source, delivery_key)) WITHOUT ROWID;
CREATE INDEX seen_waiting ON seen (source) WHERE state = 'waiting';
CREATE TABLE attempts (
  source TEXT NOT NULL,
  delivery_key TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (source, delivery_key)) WITHOUT ROWID;

CREATE TABLE cases (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  short TEXT NOT NULL UNIQUE,
  salt BLOB,
  status TEXT NOT NULL CHECK (status IN ('new', 'review', 'open', 'waiting', 'closed')),
  office TEXT,
  priority INTEGER NOT NULL,
  channel TEXT NOT NULL,
  restricted INTEGER NOT NULL,
  review TEXT,
  decided_by TEXT NOT NULL,
  written_to TEXT NOT NULL,
  source TEXT NOT NULL,
  imported INTEGER NOT NULL,
  opened INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  due INTEGER,
  closed INTEGER,
  short_acknowledged INTEGER,
  first_response INTEGER);
CREATE INDEX cases_status ON cases (status, id);
CREATE INDEX cases_office ON cases (office, id);
CREATE TABLE case_copies (
  case_id INTEGER NOT NULL REFERENCES cases,
  office TEXT NOT NULL,
  rule TEXT NOT NULL,
  written_to TEXT NOT NULL,
  PRIMARY KEY (case_id, office)) WITHOUT ROWID;
CREATE TABLE case_labels (
  case_id INTEGER NOT NULL REFERENCES cases,
  label TEXT NOT NULL,
  PRIMARY KEY (case_id, label)) WITHOUT ROWID;
CREATE TABLE case_links (
  case_id INTEGER NOT NULL REFERENCES cases,
  other INTEGER NOT NULL REFERENCES cases,
  PRIMARY KEY (case_id, other)) WITHOUT ROWID;
CREATE TABLE participants (
  case_id INTEGER NOT NULL REFERENCES cases,
  person BLOB NOT NULL,
  proven INTEGER NOT NULL,
  PRIMARY KEY (case_id, person)) WITHOUT ROWID;
CREATE TABLE thread_ids (
  message BLOB NOT NULL,
  case_id INTEGER NOT NULL REFERENCES cases,
  PRIMARY KEY (message, case_id)) WITHOUT ROWID;

CREATE TABLE inbounds (
  id INTEGER PRIMARY KEY,
  public TEXT NOT NULL UNIQUE,
  source TEXT NOT NULL,
  delivery_key TEXT NOT NULL,
  outcome TEXT CHECK (outcome IN ('case', 'addition', 'duplicate', 'quarantined', 'ignored')),
  reason TEXT NOT NULL,
  case_id INTEGER REFERENCES cases,
  same_as INTEGER REFERENCES inbounds,
  office TEXT,
  unproven INTEGER NOT NULL,
  received INTEGER NOT NULL,
  recorded INTEGER NOT NULL,
  sent INTEGER,
  sha256 TEXT NOT NULL,
  letter_key BLOB NOT NULL,
  size INTEGER NOT NULL,
  channel TEXT NOT NULL,
  junk INTEGER NOT NULL,
  before_start INTEGER NOT NULL,
  oversize INTEGER,
  unreadable TEXT,
  attempts INTEGER NOT NULL,
  discarded INTEGER,
  acknowledgement TEXT NOT NULL,
  UNIQUE (source, delivery_key));
CREATE INDEX inbounds_letter_key ON inbounds (letter_key) WHERE length(letter_key) > 0;
CREATE INDEX inbounds_case ON inbounds (case_id, id) WHERE case_id IS NOT NULL;
CREATE INDEX inbounds_apart ON inbounds (outcome, id) WHERE outcome IS NULL OR outcome IN ('quarantined', 'ignored');

CREATE TABLE octets (inbound_id INTEGER PRIMARY KEY REFERENCES inbounds, frame BLOB NOT NULL, envelope TEXT NOT NULL);
CREATE TABLE letters (
  inbound_id INTEGER PRIMARY KEY REFERENCES inbounds,
  resident TEXT,
  resident_name TEXT NOT NULL,
  subject TEXT NOT NULL,
  message_id TEXT,
  gist TEXT NOT NULL);
CREATE TABLE attachments (
  inbound_id INTEGER NOT NULL REFERENCES inbounds,
  position INTEGER NOT NULL,
  name TEXT,
  type TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  inline INTEGER NOT NULL,
  PRIMARY KEY (inbound_id, position)) WITHOUT ROWID;
CREATE TABLE traces (
  inbound_id INTEGER PRIMARY KEY REFERENCES inbounds,
  rule_set TEXT NOT NULL,
  configuration TEXT NOT NULL,
  trace TEXT NOT NULL);

CREATE TABLE search_text (
  inbound_id INTEGER PRIMARY KEY REFERENCES inbounds,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  names TEXT NOT NULL);
CREATE VIRTUAL TABLE search USING fts5 (
  subject, body, names, content = 'search_text', content_rowid = 'inbound_id',
  tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER search_text_added AFTER INSERT ON search_text BEGIN
  INSERT INTO search (rowid, subject, body, names) VALUES (new.inbound_id, new.subject, new.body, new.names);
END;
CREATE TRIGGER search_text_erased AFTER DELETE ON search_text BEGIN
  INSERT INTO search (search, rowid, subject, body, names)
  VALUES ('delete', old.inbound_id, old.subject, old.body, old.names);
END;

CREATE TABLE events (
  seq INTEGER PRIMARY KEY,
  case_id INTEGER REFERENCES cases,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  what TEXT NOT NULL,
  detail TEXT NOT NULL,
  private_mac BLOB NOT NULL,
  hash BLOB NOT NULL);
CREATE INDEX events_case ON events (case_id, seq) WHERE case_id IS NOT NULL;
CREATE TABLE event_parts (seq INTEGER PRIMARY KEY REFERENCES events, part TEXT NOT NULL, own_salt BLOB);

CREATE TABLE outbox (
  id INTEGER PRIMARY KEY,
  public TEXT NOT NULL UNIQUE,
  case_id INTEGER REFERENCES cases,
  inbound_id INTEGER REFERENCES inbounds,
  kind TEXT NOT NULL CHECK (kind IN ('acknowledgement', 'forward', 'update', 'reply', 'notice')),
  office TEXT NOT NULL,
  role TEXT NOT NULL,
  reason_rule TEXT NOT NULL,
  written_to TEXT NOT NULL,
  sender TEXT NOT NULL,
  template TEXT NOT NULL,
  languages TEXT NOT NULL,
  message_id TEXT NOT NULL UNIQUE,
  due INTEGER,
  restricted INTEGER NOT NULL,
  without_attachments INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL
    CHECK (state IN ('queued', 'sending', 'sent', 'deferred', 'uncertain', 'failed', 'withheld')),
  was TEXT NOT NULL DEFAULT 'queued',
  next INTEGER,
  created INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  deferrals INTEGER NOT NULL DEFAULT 0,
  unknowns INTEGER NOT NULL DEFAULT 0,
  repeat INTEGER NOT NULL DEFAULT 0,
  undelivered INTEGER NOT NULL DEFAULT 0);
CREATE INDEX outbox_due ON outbox (next, id) WHERE next IS NOT NULL;
CREATE INDEX outbox_sending ON outbox (id) WHERE state = 'sending';
CREATE INDEX outbox_case ON outbox (case_id, id);
CREATE INDEX outbox_trouble ON outbox (state) WHERE state IN ('failed', 'uncertain', 'deferred');
CREATE TABLE outbox_texts (
  outbox_id INTEGER PRIMARY KEY REFERENCES outbox,
  recipient TEXT NOT NULL,
  facts TEXT NOT NULL,
  in_reply_to TEXT NOT NULL,
  refs TEXT NOT NULL,
  subject TEXT NOT NULL DEFAULT '',
  body TEXT NOT NULL DEFAULT '',
  last_reply TEXT NOT NULL DEFAULT '');

CREATE TABLE acknowledgement_counts (person BLOB NOT NULL, at INTEGER NOT NULL);
CREATE INDEX acknowledgement_counts_person ON acknowledgement_counts (person, at);
CREATE INDEX acknowledgement_counts_at ON acknowledgement_counts (at);

CREATE TABLE accepted (id INTEGER PRIMARY KEY, version TEXT NOT NULL, at INTEGER NOT NULL, who TEXT NOT NULL,
  files TEXT NOT NULL);
PRAGMA application_id = 1685023604;

CREATE TABLE alerts (
  case_id INTEGER NOT NULL REFERENCES cases,
  office TEXT NOT NULL,
  next INTEGER NOT NULL,
  PRIMARY KEY (case_id, office)) WITHOUT ROWID;
CREATE INDEX alerts_next ON alerts (next);

CREATE TABLE alarms (
  kind TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  since INTEGER,
  told INTEGER NOT NULL,
  known INTEGER NOT NULL) WITHOUT ROWID;
ALTER TABLE acknowledgement_counts ADD COLUMN count INTEGER NOT NULL DEFAULT 1;

ALTER TABLE letters ADD COLUMN phone TEXT NOT NULL DEFAULT '';
ALTER TABLE letters ADD COLUMN place TEXT NOT NULL DEFAULT '';
CREATE INDEX participants_person ON participants (person);

CREATE TABLE service_requests (
  case_id INTEGER PRIMARY KEY REFERENCES cases,
  service TEXT NOT NULL,
  requested INTEGER NOT NULL,
  address TEXT NOT NULL,
  address_id TEXT NOT NULL,
  latitude REAL,
  longitude REAL,
  media_url TEXT NOT NULL);
CREATE INDEX service_requests_requested ON service_requests (requested);
CREATE INDEX events_ending ON events (at) WHERE what IN ('closed', 'reopened');

ALTER TABLE cases ADD COLUMN clock_from INTEGER;
ALTER TABLE cases ADD COLUMN first_span TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN resolve_span TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN resolve_due INTEGER;
ALTER TABLE cases ADD COLUMN statutory INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cases ADD COLUMN paused INTEGER;
ALTER TABLE cases ADD COLUMN paused_until INTEGER;
ALTER TABLE cases ADD COLUMN merged_into INTEGER REFERENCES cases;
ALTER TABLE cases ADD COLUMN languages TEXT NOT NULL DEFAULT '[]';
ALTER TABLE cases ADD COLUMN news_told INTEGER;
ALTER TABLE cases ADD COLUMN campaign INTEGER;
ALTER TABLE cases ADD COLUMN answered INTEGER;
CREATE INDEX cases_merged ON cases (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX cases_campaign ON cases (campaign) WHERE campaign IS NOT NULL;
CREATE INDEX cases_opened ON cases (opened);
CREATE INDEX cases_due ON cases (due) WHERE due IS NOT NULL AND first_response IS NULL;
CREATE INDEX cases_resolve_due ON cases (resolve_due) WHERE resolve_due IS NOT NULL;
CREATE INDEX cases_paused ON cases (paused_until) WHERE paused IS NOT NULL;

CREATE TABLE parties (
  case_id INTEGER NOT NULL REFERENCES cases,
  role TEXT NOT NULL CHECK (role IN ('resident', 'copied')),
  address TEXT NOT NULL,
  name TEXT NOT NULL,
  proven INTEGER NOT NULL,
  PRIMARY KEY (case_id, role, address)) WITHOUT ROWID;

CREATE TABLE news (
  case_id INTEGER PRIMARY KEY REFERENCES cases,
  due INTEGER NOT NULL,
  what TEXT NOT NULL);
CREATE INDEX news_due ON news (due);

CREATE TABLE closings (
  id INTEGER PRIMARY KEY,
  public TEXT NOT NULL UNIQUE,
  case_id INTEGER NOT NULL REFERENCES cases,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  answer TEXT NOT NULL DEFAULT '' CHECK (answer IN ('', 'yes', 'not yet')),
  answered INTEGER);
CREATE INDEX closings_case ON closings (case_id, id);
CREATE INDEX closings_at ON closings (at);

CREATE TABLE misroutes (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES cases,
  inbound_id INTEGER REFERENCES inbounds,
  at INTEGER NOT NULL,
  office TEXT NOT NULL,
  gone_to TEXT NOT NULL,
  decided_by TEXT NOT NULL);
CREATE INDEX misroutes_case ON misroutes (case_id);
CREATE INDEX misroutes_at ON misroutes (at);

CREATE TABLE escalations (
  case_id INTEGER NOT NULL REFERENCES cases,
  due INTEGER NOT NULL,
  step INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (case_id, due, step)) WITHOUT ROWID;

CREATE TABLE sketches (inbound_id INTEGER PRIMARY KEY REFERENCES inbounds, sketch BLOB NOT NULL);
CREATE TABLE bands (band INTEGER NOT NULL, inbound_id INTEGER NOT NULL REFERENCES inbounds,
  PRIMARY KEY (band, inbound_id)) WITHOUT ROWID;
CREATE TABLE campaigns (
  id INTEGER PRIMARY KEY,
  public TEXT NOT NULL UNIQUE,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  letters INTEGER NOT NULL,
  inbound_id INTEGER NOT NULL REFERENCES inbounds);
CREATE TABLE mentions (
  place TEXT NOT NULL,
  case_id INTEGER NOT NULL REFERENCES cases,
  at INTEGER NOT NULL,
  PRIMARY KEY (place, case_id)) WITHOUT ROWID;
CREATE INDEX mentions_at ON mentions (at);
CREATE TABLE recurring (
  id INTEGER PRIMARY KEY,
  public TEXT NOT NULL UNIQUE,
  place TEXT NOT NULL,
  topic TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('confirmed', 'dismissed')),
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  UNIQUE (place, topic));

CREATE INDEX cases_open ON cases (office, status) WHERE status <> 'closed';
CREATE INDEX cases_next_due ON cases (office,
  CASE WHEN status = 'closed' THEN NULL WHEN first_response IS NULL AND due IS NOT NULL THEN due ELSE resolve_due END)
  WHERE status IN ('new', 'open');
CREATE INDEX events_consent ON events (case_id) WHERE what = 'consent';

DROP TRIGGER search_text_added;
INSERT INTO meta (name, value) VALUES ('clean', '0');
INSERT INTO meta (name, value) VALUES ('morning-list', '2025-06-02');
INSERT INTO meta (name, value) VALUES ('morning-since', '1748872800077165 2');
INSERT INTO meta (name, value) VALUES ('reminded', '2025-06-02');
INSERT INTO meta (name, value) VALUES ('schema_by', '0.1.0');
INSERT INTO counters (year, last) VALUES (2025, 10);
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', '18908ee67ce917e6e5ddee2903be8ab075475280e74c27343c7e068a809754c9', 1748872800401707, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', '2edb13a15fd3515c2dd963107a0bf5bb1abcc0b049b18f16f1ad628d5eb10029', 1748872800303860, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', '451e340d5a2432003dd683bafb68ac7d668dc556c4773f9c5e27de36d4cfad88', 1748872800442218, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', '578922cb708d4c2284e84c360f3a350a5fd1a4a552a6a7e41d8b86d06adf4361', 1748872800189644, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', '68362b66b329cb82c7792121e2c3a8dc088c44592fa6fa5772ebfa1e9ecda225', 1748872800232780, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', '6921416a4ddf34859bbdf6688d6e1bb9c887edbedd81c97465c6f84e538479d3', 1748872800675423, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', '9821779cfd9e4047bd446bcd46e23999d1b4587fec95b97fec1130d303d3f162', 1748872800350715, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', 'b9143d549189e51dd2d55db2a5a02456c32cade4270bc114fb33bb4026477254', 1748872800146861, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', 'bb41f68b225070baf1e059f0228c50bda6e65dc4d8f61da53900787d986c0364', 1748872800378091, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', 'd32b2ca0a5f66ccf0a26347fe92d274239e929b0b3a2f26e9d199d7dbb673d7c', 1748872800265864, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', 'd64bf05c78daad52424a208948a844ae1ecc6dd7847398f32c5d13716d4e5b7e', 1748872800211035, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', 'e4f920ca4780dbfffa493091f83140f800c22ca30b4a35766bf11095c23e1a0b', 1748872800327700, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', 'fd5e832da1649d9caac3fae70f5b00e3d4af8cc20c1fcdab3a370aae39cf8f61', 1748872800633797, 'taken');
INSERT INTO cases (id, number, short, salt, status, office, priority, channel, restricted, review, decided_by, written_to, source, imported, opened, updated, due, closed, short_acknowledged, first_response, clock_from, first_span, resolve_span, resolve_due, statutory, paused, paused_until, merged_into, languages, news_told, campaign, answered) VALUES (1, 'TT-2025-000001-9', '2025-000001-9', X'090739ADF4CA3BC92964DDD47430D72C', 'new', 'roads', 1, 'email', 0, NULL, 'Roads', 'ward2@town.example', 'pipe', 0, 1748872800151380, 1748872800535457, 1749069000000000, NULL, NULL, NULL, 1748872800146800, '2 business days', '10 business days', 1750105800000000, 0, NULL, NULL, NULL, '["en"]', NULL, NULL, NULL);
INSERT INTO cases (id, number, short, salt, status, office, priority, channel, restricted, review, decided_by, written_to, source, imported, opened, updated, due, closed, short_acknowledged, first_response, clock_from, first_span, resolve_span, resolve_due, statutory, paused, paused_until, merged_into, languages, news_told, campaign, answered) VALUES (2, 'TT-2025-000002-4', '2025-000002-4', X'5BFC2EC3B231ADD19FF1A888C82C59A8', 'new', 'waste', 1, 'email', 0, NULL, 'Waste', 'info@town.example', 'pipe', 0, 1748872800191653, 1748872800226811, NULL, NULL, NULL, NULL, 1748872800189580, '', '', NULL, 0, NULL, NULL, NULL, '["fr"]', NULL, NULL, NULL);
INSERT INTO cases (id, number, short, salt, status, office, priority, channel, restricted, review, decided_by, written_to, source, imported, opened, updated, due, closed, short_acknowledged, first_response, clock_from, first_span, resolve_span, resolve_due, statutory, paused, paused_until, merged_into, languages, news_told, campaign, answered) VALUES (3, 'TT-2025-000003-5', '2025-000003-5', X'88A815DEBE65D73FF0682725145D7D6E', 'closed', 'front-desk', 1, 'email', 0, NULL, 'address', 'info@town.example', 'pipe', 0, 1748872800234066, 1748872800567085, 1749069000000000, 1748872800554842, NULL, NULL, 1748872800232762, '2 business days', '', NULL, 0, NULL, NULL, NULL, '["en"]', 1748872800554842, NULL, NULL);
INSERT INTO cases (id, number, short, salt, status, office, priority, channel, restricted, review, decided_by, written_to, source, imported, opened, updated, due, closed, short_acknowledged, first_response, clock_from, first_span, resolve_span, resolve_due, statutory, paused, paused_until, merged_into, languages, news_told, campaign, answered) VALUES (4, 'TT-2025-000004-3', '2025-000004-3', X'7CE12B74EA34FECF81573FB1A71970D4', 'open', 'ward-1', 1, 'email', 0, NULL, 'Roads', 'ward2@town.example', 'pipe', 0, 1748872800272130, 1748872800535457, NULL, NULL, NULL, NULL, 1748872800265828, '', '', NULL, 0, NULL, NULL, NULL, '["en"]', 1748872800490704, NULL, NULL);
INSERT INTO cases (id, number, short, salt, status, office, priority, channel, restricted, review, decided_by, written_to, source, imported, opened, updated, due, closed, short_acknowledged, first_response, clock_from, first_span, resolve_span, resolve_due, statutory, paused, paused_until, merged_into, languages, news_told, campaign, answered) VALUES (5, 'TT-2025-000005-6', '2025-000005-6', X'38B8B0EC0B3E4715270DDC36B50E5011', 'new', 'waste', 1, 'email', 0, NULL, 'Waste', 'waste@town.example', 'pipe', 0, 1748872800355207, 1748872800366555, NULL, NULL, NULL, NULL, 1748872800350666, '', '', NULL, 0, NULL, NULL, NULL, '["en"]', NULL, NULL, NULL);
INSERT INTO cases (id, number, short, salt, status, office, priority, channel, restricted, review, decided_by, written_to, source, imported, opened, updated, due, closed, short_acknowledged, first_response, clock_from, first_span, resolve_span, resolve_due, statutory, paused, paused_until, merged_into, languages, news_told, campaign, answered) VALUES (6, 'TT-2025-000006-2', '2025-000006-2', X'44412461C5C57F20DF12D23E0A17296F', 'new', 'mayor', 1, 'email', 0, NULL, 'address', 'mayor@town.example', 'pipe', 0, 1748872800379007, 1748872800391063, NULL, NULL, NULL, NULL, 1748872800378050, '', '', NULL, 0, NULL, NULL, NULL, '["en"]', NULL, NULL, NULL);
INSERT INTO cases (id, number, short, salt, status, office, priority, channel, restricted, review, decided_by, written_to, source, imported, opened, updated, due, closed, short_acknowledged, first_response, clock_from, first_span, resolve_span, resolve_due, statutory, paused, paused_until, merged_into, languages, news_told, campaign, answered) VALUES (7, 'TT-2025-000007-0', '2025-000007-0', X'2B7D33542A50F1EC09324CB7821A4FA3', 'new', 'ward-2', 1, 'email', 0, NULL, 'address', 'ward2@town.example', 'pipe', 0, 1748872800402903, 1748872800415279, NULL, NULL, NULL, NULL, 1748872800401665, '', '', NULL, 0, NULL, NULL, NULL, '["en"]', NULL, NULL, NULL);
INSERT INTO cases (id, number, short, salt, status, office, priority, channel, restricted, review, decided_by, written_to, source, imported, opened, updated, due, closed, short_acknowledged, first_response, clock_from, first_span, resolve_span, resolve_due, statutory, paused, paused_until, merged_into, languages, news_told, campaign, answered) VALUES (8, 'TT-2025-000008-1', '2025-000008-1', X'5EFD1D313224189BCDC478863AC43A5D', 'new', 'ward-2', 1, 'email', 0, NULL, 'address', 'ward2@town.example', 'pipe', 0, 1748872800447070, 1748872800461500, NULL, NULL, NULL, NULL, 1748872800442162, '', '', NULL, 0, NULL, NULL, NULL, '["en","fr"]', NULL, NULL, NULL);
INSERT INTO cases (id, number, short, salt, status, office, priority, channel, restricted, review, decided_by, written_to, source, imported, opened, updated, due, closed, short_acknowledged, first_response, clock_from, first_span, resolve_span, resolve_due, statutory, paused, paused_until, merged_into, languages, news_told, campaign, answered) VALUES (9, 'TT-2025-000009-7', '2025-000009-7', X'989E10997E6268AD68C4AC4E7D951E60', 'new', 'front-desk', 1, 'email', 0, NULL, 'address', 'info@town.example', 'pipe', 0, 1748872800635074, 1748872800635074, 1749069000000000, NULL, NULL, NULL, 1748872800633752, '2 business days', '', NULL, 0, NULL, NULL, NULL, '["en"]', NULL, NULL, NULL);
INSERT INTO cases (id, number, short, salt, status, office, priority, channel, restricted, review, decided_by, written_to, source, imported, opened, updated, due, closed, short_acknowledged, first_response, clock_from, first_span, resolve_span, resolve_due, statutory, paused, paused_until, merged_into, languages, news_told, campaign, answered) VALUES (10, 'TT-2025-000010-0', '2025-000010-0', X'BE0FF22561DC48E59DF95C6D921D3E11', 'new', 'front-desk', 1, 'email', 0, NULL, 'address', 'info@town.example', 'pipe', 0, 1748872800679056, 1748872800679056, 1749069000000000, NULL, NULL, NULL, 1748872800675374, '2 business days', '', NULL, 0, NULL, NULL, NULL, '["en"]', NULL, NULL, NULL);
INSERT INTO case_copies (case_id, office, rule, written_to) VALUES (1, 'ward-2', '', 'ward2@town.example');
INSERT INTO case_copies (case_id, office, rule, written_to) VALUES (2, 'front-desk', '', 'info@town.example');
INSERT INTO case_copies (case_id, office, rule, written_to) VALUES (2, 'ward-2', 'Ward 2 street named', '');
INSERT INTO case_copies (case_id, office, rule, written_to) VALUES (4, 'ward-2', '', 'ward2@town.example');
INSERT INTO case_labels (case_id, label) VALUES (1, 'roads');
INSERT INTO case_labels (case_id, label) VALUES (2, 'waste');
INSERT INTO case_labels (case_id, label) VALUES (4, 'roads');
INSERT INTO case_labels (case_id, label) VALUES (5, 'waste');
INSERT INTO case_links (case_id, other) VALUES (1, 4);
INSERT INTO participants (case_id, person, proven) VALUES (1, X'2380033530DD158488A11513C1530D7BDC5F7D55E00FC39A01CBE5C9BA154E98', 1);
INSERT INTO participants (case_id, person, proven) VALUES (2, X'D16958F57FDB31B022896931B1146C0E82AC70E0A40FC2716E5CFDAAA625CB3A', 1);
INSERT INTO participants (case_id, person, proven) VALUES (3, X'A89293E8C4428BB43AF24C5570F0C9744EF025517D94CD2AFE449E8389E888D9', 1);
INSERT INTO participants (case_id, person, proven) VALUES (4, X'139AB79E0BD01334D84175844331701ADFBF6972D0B9B3B73DD54F141912DE42', 1);
INSERT INTO participants (case_id, person, proven) VALUES (5, X'36C18796D3CFAC9C9F60C288E50E3F6759A723D99FF1E9993CD5B161D00591AD', 1);
INSERT INTO participants (case_id, person, proven) VALUES (6, X'1A94557B332FE94E4940ADC56B7832E823446350682BA28C4F15BF103A259460', 1);
INSERT INTO participants (case_id, person, proven) VALUES (7, X'B6116D1F6156DC7829A4814124F515CAF93AE990115CF3CA2A609F2F2B15A567', 1);
INSERT INTO participants (case_id, person, proven) VALUES (8, X'C51C5787046A882A041ED15C006ACFB8067B4DAD3D9D062CA2FFDBDF10322726', 1);
INSERT INTO participants (case_id, person, proven) VALUES (9, X'FBB704B77549E60A9604A543C8F910145558531461A90E72FCE14C37E08011EA', 1);
INSERT INTO participants (case_id, person, proven) VALUES (10, X'B4258FA37237F08710C7A26DAC4BF5B9EC528D68E0BFE4A418888CE46923C66E', 1);
INSERT INTO thread_ids (message, case_id) VALUES (X'02E4C6B8CC880CFFC8FEBD73698E28C63C1D810E91F6B7C8BAFA1DFCCAF1C85F', 1);
INSERT INTO thread_ids (message, case_id) VALUES (X'04D50F463D43C31B2DEE7CB2D8052D24E613EAC74C581FC0F7F1270D3F947950', 8);
INSERT INTO thread_ids (message, case_id) VALUES (X'0A3185310BB7FEE2313FD8E1B22E4055B1116AD4D1303DE7EC89DF3083D0EEB8', 2);
INSERT INTO thread_ids (message, case_id) VALUES (X'0C7725E492C1C9EF21486D3979ACDC5C2FFD394E97F0E4DC61EC1F326DC440D5', 8);
INSERT INTO thread_ids (message, case_id) VALUES (X'17830891DB24D20BA33D845D48AB838A10EDF4FF49E87ECAF3A352D65579378B', 10);
INSERT INTO thread_ids (message, case_id) VALUES (X'200346FABA66FA036FF5238D1A5D6EAF3B49E77EAF86C2B698D99F4A0CA70145', 4);
INSERT INTO thread_ids (message, case_id) VALUES (X'218446C68ED12C6EA6B7795680F4092053E82816713B4FB7009BD4DFDC20D839', 4);
INSERT INTO thread_ids (message, case_id) VALUES (X'22E09F9311BA59BF495E13DC85B9FEB206CCF65645065BB8D8950ECAE86DE9CD', 2);
INSERT INTO thread_ids (message, case_id) VALUES (X'264D565928C2B0CD00289F052A25E10C09AF0208EF8E7ED01A596F6A29BCEE7B', 3);
INSERT INTO thread_ids (message, case_id) VALUES (X'278B6954255E97555B78517D5F185405FEE3658BB3F4BC88A0988B85801C1BCC', 6);
INSERT INTO thread_ids (message, case_id) VALUES (X'40CD5BE815F5672E0309FD72F320E1609D2CC2881D86B41DCD66F69ECB88770D', 6);
INSERT INTO thread_ids (message, case_id) VALUES (X'479E6362EE733D05AF5A39C2EAC5C09F40735945370AB94D955E0758D7999BD1', 4);
INSERT INTO thread_ids (message, case_id) VALUES (X'4947DAB1FB33A66C0FA092F8D0529FF759092B2FCBA1239550232F4609FC221A', 9);
INSERT INTO thread_ids (message, case_id) VALUES (X'627D29FE5D2490FA2018691275081A0D9F09376271C892A6E97F15771264681B', 7);
INSERT INTO thread_ids (message, case_id) VALUES (X'62A60E0739AF1C4A9A47993F8A16F0826962D971AF05DA9678BA027CF29951BF', 1);
INSERT INTO thread_ids (message, case_id) VALUES (X'64B250AE288F5C6B0B90D7623429D3578CA4EEB596963996B6616E2DA5B8565F', 9);
INSERT INTO thread_ids (message, case_id) VALUES (X'6C2A891D8E160BBA95B495B8053A32A516D0F36903B22AC4FF67712A5C657F65', 10);
INSERT INTO thread_ids (message, case_id) VALUES (X'738C89AA902877959DFDD5D648A37521735D6BF95AF37797C62E2444C24AB3A2', 5);
INSERT INTO thread_ids (message, case_id) VALUES (X'770C4D6EB0F990EED49E018F216C7CE0ACC85DD2CF924BFD51A23088DD0F314F', 10);
INSERT INTO thread_ids (message, case_id) VALUES (X'7AC060355D3B5AD04A1A6C6474BD69A89031B2260672ADBE5865E2A246AE0530', 9);
INSERT INTO thread_ids (message, case_id) VALUES (X'7DAD15D0A1915461B2DD0E691BB1877863D366A46B3A3853788E3EA83433F7B9', 1);
INSERT INTO thread_ids (message, case_id) VALUES (X'82663D67465920665FD7EF6EC9A56696070F3B2B8AE75B5EEA16D5212DFEF48D', 1);
INSERT INTO thread_ids (message, case_id) VALUES (X'9B9DEEEC780ABE8114FB4D8C2426AE30B5B985AFE585B926838C32801D20431D', 5);
INSERT INTO thread_ids (message, case_id) VALUES (X'A3EA3396F16E9AE94E50C9A5829A100A99E999E5B9FB3FD3FA0E9DC96F834A0B', 3);
INSERT INTO thread_ids (message, case_id) VALUES (X'A66893D5E913967A7A79A2378238DBF7760E71816CE3D65325C9083D0E025103', 2);
INSERT INTO thread_ids (message, case_id) VALUES (X'B0424F0F00BCAB8E5F5A7CD6FD707FDE99827A3B918FE12105D5E1DDAC8F5309', 1);
INSERT INTO thread_ids (message, case_id) VALUES (X'B51199271E1EA71DC53D32B80091ECFC71B7A5FE4BA2E21D663EDC804DF68894', 4);
INSERT INTO thread_ids (message, case_id) VALUES (X'BC2260DD6361249AB27B160DCEDBE128A3D47FA0371EA2EA61343D03DAC9A988', 2);
INSERT INTO thread_ids (message, case_id) VALUES (X'BCA5DC7E934A8360565139593E645A64E28EBA10E39CCEC3D6E124BF9F8B19FD', 1);
INSERT INTO thread_ids (message, case_id) VALUES (X'C0DDE7C828798C5F63D1EFBF5B86DD19FFBCA0FDCD81FF1938ABB0665E4E3173', 3);
INSERT INTO thread_ids (message, case_id) VALUES (X'C21233C44B6F62907E8607E82EDA60A6E589BC1A954EEB044A9E1719A90E47F9', 6);
INSERT INTO thread_ids (message, case_id) VALUES (X'C45E137427B5402B0B5C5593EA8BB7A4CBABE410A66E989E7B9082ECB11A6881', 2);
INSERT INTO thread_ids (message, case_id) VALUES (X'CA00D2BBF6689E9ABA2D5DAEF9CCA1FFE6F8470B9EB5701D19BBF80B09FAA711', 4);
INSERT INTO thread_ids (message, case_id) VALUES (X'D647CBE1879C4027976012B879BE31CF6B1B57F3E93C477B1BBDDA34603CD8B5', 3);
INSERT INTO thread_ids (message, case_id) VALUES (X'D718245C1D66D82A4469F6F7BF3315DE6A665CE5E0B4A703A82B870BBE2C686E', 1);
INSERT INTO thread_ids (message, case_id) VALUES (X'E52C84F281FB8882C86E142522ED2512275C6099097D4F5918731C812F8E78CA', 8);
INSERT INTO thread_ids (message, case_id) VALUES (X'E565FEF8C2DAA87439D13B5DE7411AA2921CAA55061D153DAFFAC0B49149815D', 4);
INSERT INTO thread_ids (message, case_id) VALUES (X'FEB63CBD20708CCE371A6B166D6D9FDD5AD0B0EB295EC9CB3E41F714D4224484', 7);
INSERT INTO thread_ids (message, case_id) VALUES (X'FFB6AA9AEAFAE3324266C18429664A5019C532A421D1DB9787D2B0093BDC9612', 5);
INSERT INTO thread_ids (message, case_id) VALUES (X'FFB9EA5A61B330F091729B299CBA2D7620591DD1CF957B6341AEE028FA54A505', 7);
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (1, 'i-t3n466uduzaygkd6', 'pipe', 'b9143d549189e51dd2d55db2a5a02456c32cade4270bc114fb33bb4026477254', 'case', '', 1, NULL, NULL, 0, 1748872800146800, 1748872800151380, 1795446000000000, 'b9143d549189e51dd2d55db2a5a02456c32cade4270bc114fb33bb4026477254', X'63646165303937336335636532343933356364366238623566653361613238616332336537653638666137326537343865353139643664393638386538373139', 249, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack en');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (2, 'i-vboj3zejtvhg6v6a', 'pipe', '578922cb708d4c2284e84c360f3a350a5fd1a4a552a6a7e41d8b86d06adf4361', 'case', '', 2, NULL, NULL, 0, 1748872800189580, 1748872800191653, 1795446000000000, '578922cb708d4c2284e84c360f3a350a5fd1a4a552a6a7e41d8b86d06adf4361', X'32646463643539356436313337636437616363366531613662653431643131613766343765626537316632623734393064306531356563616130663633396636', 252, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack fr');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (3, 'i-qtrhxaglrivlswpq', 'pipe', 'd64bf05c78daad52424a208948a844ae1ecc6dd7847398f32c5d13716d4e5b7e', 'addition', '', 1, NULL, NULL, 1, 1748872800210899, 1748872800212170, 1795446000000000, 'd64bf05c78daad52424a208948a844ae1ecc6dd7847398f32c5d13716d4e5b7e', X'32333835613432633138356235363533393964393232643237616436356238373862663562633466383137373834366161623166343733303432623331383339', 232, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack withheld: unproven');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (4, 'i-b4uh2owyrzk623mo', 'pipe', '68362b66b329cb82c7792121e2c3a8dc088c44592fa6fa5772ebfa1e9ecda225', 'case', '', 3, NULL, NULL, 0, 1748872800232762, 1748872800234066, 1795446000000000, '68362b66b329cb82c7792121e2c3a8dc088c44592fa6fa5772ebfa1e9ecda225', X'35663463346338663263373961333266343033653662323764636265373432306131396136616666333564656164393835346538333963633166663266346436', 237, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack en');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (5, 'i-gmjnlmna7g6mrsi2', 'pipe', 'd32b2ca0a5f66ccf0a26347fe92d274239e929b0b3a2f26e9d199d7dbb673d7c', 'case', '', 4, NULL, NULL, 0, 1748872800265828, 1748872800272130, 1795446000000000, 'd32b2ca0a5f66ccf0a26347fe92d274239e929b0b3a2f26e9d199d7dbb673d7c', X'35626637633533613263336539653963303161363362353833626166316631383966393366663864396439633531373935383835363963646361393963396561', 233, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack en');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (6, 'i-d3qywgtgq6lsoazf', 'pipe', '2edb13a15fd3515c2dd963107a0bf5bb1abcc0b049b18f16f1ad628d5eb10029', 'ignored', 'newsletter', NULL, NULL, NULL, 0, 1748872800303800, 1748872800307075, 1795446000000000, '2edb13a15fd3515c2dd963107a0bf5bb1abcc0b049b18f16f1ad628d5eb10029', X'30303333643166656339386436373437383862303364303138623732323932663534346233643165336466653732386432616336636332303131323963666136', 252, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack withheld: ignored');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (7, 'i-7squf3nbf4f5smfa', 'pipe', 'e4f920ca4780dbfffa493091f83140f800c22ca30b4a35766bf11095c23e1a0b', 'quarantined', 'over 30 Received lines', NULL, NULL, NULL, 0, 1748872800327622, 1748872800331160, 1795446000000000, 'e4f920ca4780dbfffa493091f83140f800c22ca30b4a35766bf11095c23e1a0b', X'39343664333064383062393331303562373438663430396230633961643233396433313832383765306332336166353232336434373361656662306437386636', 1946, 'email', 0, 0, NULL, NULL, 0, NULL, '');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (8, 'i-zdxwmw2jiccajhao', 'pipe', '9821779cfd9e4047bd446bcd46e23999d1b4587fec95b97fec1130d303d3f162', 'case', '', 5, NULL, NULL, 0, 1748872800350666, 1748872800355207, 1795446000000000, '9821779cfd9e4047bd446bcd46e23999d1b4587fec95b97fec1130d303d3f162', X'62363731353839343231353762336232653563386234313030623361636332613666306635366564663465386239353739303738663834316337653962663762', 230, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack en');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (9, 'i-vakktkiwla6fty7i', 'pipe', 'bb41f68b225070baf1e059f0228c50bda6e65dc4d8f61da53900787d986c0364', 'case', '', 6, NULL, NULL, 0, 1748872800378050, 1748872800379007, 1795446000000000, 'bb41f68b225070baf1e059f0228c50bda6e65dc4d8f61da53900787d986c0364', X'37343933666236393239633731633439636432366236316564666232333536656665623566396563613765386639383561363861323964643831386166666162', 219, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack en');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (10, 'i-dvescyq4ag4d6nox', 'pipe', '18908ee67ce917e6e5ddee2903be8ab075475280e74c27343c7e068a809754c9', 'case', '', 7, NULL, NULL, 0, 1748872800401665, 1748872800402903, 1795446000000000, '18908ee67ce917e6e5ddee2903be8ab075475280e74c27343c7e068a809754c9', X'33366664326435306666343338336334336163373961366662323336353032663634316461383438653333636166663033663565313032353666373034663464', 226, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack en');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (11, 'i-vejd247og3fooier', 'pipe', '451e340d5a2432003dd683bafb68ac7d668dc556c4773f9c5e27de36d4cfad88', 'case', '', 8, NULL, NULL, 0, 1748872800442162, 1748872800447070, 1795446000000000, '451e340d5a2432003dd683bafb68ac7d668dc556c4773f9c5e27de36d4cfad88', X'64376565613962303363613361383538306539613430343932346334666631643833316237653839633930666431363135383965616230306263623365613161', 217, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack en, fr');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (12, 'i-72kznx5ugghdealz', 'pipe', 'fd5e832da1649d9caac3fae70f5b00e3d4af8cc20c1fcdab3a370aae39cf8f61', 'case', '', 9, NULL, NULL, 0, 1748872800633752, 1748872800635074, 1795446000000000, 'fd5e832da1649d9caac3fae70f5b00e3d4af8cc20c1fcdab3a370aae39cf8f61', X'35346631366664616234313131353865373130316364343833633161323230353466313538346333363966326633633736326362323239663837356463376566', 233, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack en');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (13, 'i-qo5ndh7fnlgz3tuv', 'pipe', '6921416a4ddf34859bbdf6688d6e1bb9c887edbedd81c97465c6f84e538479d3', 'case', '', 10, NULL, NULL, 0, 1748872800675374, 1748872800679056, 1795446000000000, '6921416a4ddf34859bbdf6688d6e1bb9c887edbedd81c97465c6f84e538479d3', X'66393661393061633561396261396239343033636430633039613731393466326464323962613261326365393661323666626365663362313266383832613330', 231, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack en');
INSERT INTO octets (inbound_id, frame, envelope) VALUES (1, X'28B52FFD20F96D050092CB2522408B9B03385A9662B20D05FB08597C4676E10D4D91825606B3B77C6ECE28BFF3E70249296CB1BEE1A267477A5FAA637FDD85EF3CC8F8417C279BCDC76808E2EB1B46528B43B8290E923F1082CE24B596C04ABCDA5A3CC016B34322388019E025E3F6454552FA5D742E70DB853734A245522F929B600C8A11B76424E5E6520D922278683A7CB872E7C93F097C88706B161392A7D15E2106009C095ECCD306BA0079452CA134B5A03801', '{"from":null,"to":[]}');
INSERT INTO octets (inbound_id, frame, envelope) VALUES (2, X'28B52FFD20FCB50500724B2829604B9B03300C108601E940226EB1C6649BD369513F4E3DA0D0F88E7C45ED9C0AA56A1F700C822B70094929CACED3544CE4B93EAE329E359ACCEEB9F8687634CF0E7AC345E0F7AC0749B1B7BC310C126D1CB336925A4B60255F6D017C802D7689457800FB026EE34DDB3192628DF21113DEDA41231C92212938B1CDEC0374DEB621A9B7B7B120298226EE7314AAE803AD424C3B0BD5B1BC41B453486094AD0B0106005E0C66C668BB1E4A2010B5A8A55850C8', '{"from":null,"to":[]}');
INSERT INTO octets (inbound_id, frame, envelope) VALUES (3, X'28B52FFD20E825050082CA2322306DDB063621FB6C7BE5C3877A68E94FD28A070A18CB73664FE57E061C5894020225492511BBBF7D761F871ADE8CA496D63C178CB51085A06D2485C8E03A262A0760C80EC1055FD8138E1BCF6D5D24F5B65BDB079E10B0145C0C43B61C07E1B98E672FAC8342E4202917712BD8E369F46427A967E347909400E471D3884DF6E1E17D14EAB47932B41A2CF722BD8E06005F469B7451C205CC2B0208A5B405250F', '{"from":null,"to":[]}');
INSERT INTO octets (inbound_id, frame, envelope) VALUES (4, X'28B52FFD20ED1D0500C28A2321204D550718211820E32617459180FD9A0BA27A1C76AFD68F47FC322584500298076A1DFBCB9D96927AA34FD33B5D3AFE5B3F44F7D69FEE50A316004CDC1603E38F9BF38C5A8C0530C3AC318505108618420FBC409C88CAB87DDDA296FCAE8326705BE70E0B52825A71D255942136B8A9825A6E5065815A038F54E8227E1C8AF49112FF9CC4EDAD6B8C28A53D420600658216F3B4812E405E1175A8A28E2D79', '{"from":null,"to":[]}');
INSERT INTO octets (inbound_id, frame, envelope) VALUES (5, X'28B52FFD20E9250500C24A2422406B9C033D504A6FE13A2A124B5D611D8A680C4BB6575F3374EF9A5C980C70E7CF056A215019CB88C7C55B95DBB946523667D833A29C145AC4ABE2512B79CA1D7370682263D4462DC612769C3916F081C6DA1D16E102ED00709B3BED64D462EDCEF782BB5ED00644C3510B4EDB4B8338A7BB7DD4BA7BCB066A1124785F3E28A291B42A2DC90B29778ACE840372A35521050033461BE802F415B186AAE4D8E204', '{"from":null,"to":[]}');
INSERT INTO octets (inbound_id, frame, envelope) VALUES (6, X'28B52FFD20FC850500F24A2521408D7388242790A480167F091C230DB6967A4864C34572D9B6342B5115104A1704874A737E3C3A3D4A383C5C2C2C5976B4DF699699C61D8D89DAE390BE350709A648651824866C6BDC38546A40A554AA0232B1D44A4923A4C04A80A71BA9FCCB3874FE5F9604A9EF60082662387C26FDCB7AF09DA476C3612A6B2F385C40BCD946B0C20ED40C2D50479A2235F2AB901E8F9E170208001023303391380DD68CD106BA007D45ACA12A39B63801', '{"from":null,"to":[]}');
INSERT INTO octets (inbound_id, frame, envelope) VALUES (7, X'28B52FFD609A064D0500B20A2421204D55075370B140E6B1DB122D0FE0C14EEC40C340E137D8C3E7CB6801021A703C6A1D0ECE8E7770EFE06C46AD82E613CDF7AFA3C3D5F104C10E33040FB92A09063F2B49BCA8C5980033CE94017CA0B1F6A9151ED0AE80BD5C59AEA2566429F7FDE02A1D8E6826835A70D132692EEEE2DA0D6A5D5F4704B50C9ED86F25F860286A8E92A81B42AE0F72170C18A7642607008D6EFD01309C3663B4812E405F116BA84A8E2D4E', '{"from":null,"to":[]}');
INSERT INTO octets (inbound_id, frame, envelope) VALUES (8, X'28B52FFD20E6050500524A23223067AC0E008264BE405F47ACA3654074BEAFDB4FD1950E70C7E807A982925A95A202AC1973119836AFD12F6EFECC4872129CA55F88614D21914345C0ED136BDD85B5F710CFFDC16778E278C72B1EF8E17861F272B81D15D6E876477980C376F6A0A10C589B1677B25DA375C80C6B879269006B8B87B28CD71A2B4DBC5312AB7592EE841C421D09DCA4546F4105003B461BE8011A02B18E8AA4ADE509', '{"from":null,"to":[]}');
INSERT INTO octets (inbound_id, frame, envelope) VALUES (9, X'28B52FFD20DBD5040092C9212340A738074CF672CBCA6E17973F0B2BAC2391792F565B6C95046A04EF312603DCF973018B290553034E499750A73B8B2920F3F734DA464A510B2DE61CC2B5BBE70C4F2C6EB9013B7E585E880CFD6DEBB3D8DC6E8577FE1A6009265564B178C0DD4C4E50F8C792C5FE204FC6628B68325484557692BCB289511268126E337F03AD8F1667D50B0905003D461BE8012202B190E2B405E509', '{"from":null,"to":[]}');
INSERT INTO octets (inbound_id, frame, envelope) VALUES (10, X'28B52FFD20E2C50400024A211E40AD1E18CD2D8CE6D06D8351FAAF744C83018361B78246563619E03C2007AC258FCAD056D352C9D4D696DE67C3DA53E4B2D131B88EB8AAFA61ED3DC173FBE25376001F5C881F36001730FDD9D8CF0E6BB5FF596EB3F11BED60580AD6E6E5CF40A8F2B5D117AC6D945E0BAC11A2EA92239D3445BD29C33F458ECAFE65A3F48C70B35ADF8905007C8C0ED0C346040220C5740B0A19', '{"from":null,"to":[]}');
INSERT INTO octets (inbound_id, frame, envelope) VALUES (11, X'28B52FFD20D9AD04007289202040A53A07A8952B97FF7A8B2AC72DF066C389B2807A8DC0BDBAB69B31EC963F13CA10495A80EFCE3EA32C49A472D820DA42B1AAD651E61CC1B53BE892179E7B17E0C407EF82899DC3EDD8289BDB1DE599C37E6C80C362289B2EEEE53D335E87DC507628791E9419A0C9320E2CB212C54B2D0C5951A3783ECA61D451D1A669F52E0205007C8C0ED0C346040220C5740B0A19', '{"from":null,"to":[]}');
INSERT INTO octets (inbound_id, frame, envelope) VALUES (12, X'28B52FFD20E91D0500720A24222089580747EB9A876AFF27ECA59E0018FC0845A8122828B6D32DE89F3181145270306A21F500F245A88F139AEA09E66D1A1760249D1F472D9748E58F69308EB0566ED46A0DD1D8DB6BC913AEB927B4E30777C3ECE68F2D64D4A26C2D945FFCD9013610B8016ACDA9EDD20513FA6B47AD3FD994A19622D2965081118EA46669A93C2136755495BFC7C2079BF45A06080500788C0ED0C33E04A222C5740B0A19', '{"from":null,"to":[]}');
INSERT INTO octets (inbound_id, frame, envelope) VALUES (13, X'28B52FFD20E715050092CA2322406BAB033820099B88B56822E1580B00C4F1A816B97A2B03F689BCDF980C785ACE012825BD2DDF5B1F8FED0C30DF95F5B79D2D561557964089515CF3F51820CAC81815819252010AB95A4AB9C0A2963BF0C199E500CB882FED7C5082DA9DEE045FBDD086C2A180D23EB81D5ED8F6C50994BE1CC302940618905D3E68A20D8FF53931971BCD17EB4440163A5A13020500688C0ED085FD2BA21205F4AD250F', '{"from":null,"to":[]}');
INSERT INTO letters (inbound_id, resident, resident_name, subject, message_id, gist, phone, place) VALUES (1, 'ana@people.example.org', '', 'A matter', '<m1@people.example.org>', 'There is a pothole in Maple Street in front of number 12.', '', '');
INSERT INTO letters (inbound_id, resident, resident_name, subject, message_id, gist, phone, place) VALUES (2, 'benoit@people.example.org', '', 'Ordures', '<m2@people.example.org>', 'Les ordures n''ont pas été ramassées rue de l''Église.', '', '');
INSERT INTO letters (inbound_id, resident, resident_name, subject, message_id, gist, phone, place) VALUES (3, 'ana@people.example.org', '', 'Re: [TT-2025-000001-9] A matter', '<m3@people.example.org>', 'It is deeper now.', '', '');
INSERT INTO letters (inbound_id, resident, resident_name, subject, message_id, gist, phone, place) VALUES (4, 'chen@people.example.org', '', 'A matter', '<m4@people.example.org>', 'Please thank the crew that swept our street.', '', '');
INSERT INTO letters (inbound_id, resident, resident_name, subject, message_id, gist, phone, place) VALUES (5, 'dora@people.example.org', '', 'A matter', '<m5@people.example.org>', 'The sidewalk of Maple Street is broken.', '', '');
INSERT INTO letters (inbound_id, resident, resident_name, subject, message_id, gist, phone, place) VALUES (6, 'shop@people.example.org', '', 'A matter', '<m6@people.example.org>', 'Our offers.', '', '');
INSERT INTO letters (inbound_id, resident, resident_name, subject, message_id, gist, phone, place) VALUES (8, 'perm-eva@people.example.org', '', 'A matter', '<m8@people.example.org>', 'The recycling box is broken.', '', '');
INSERT INTO letters (inbound_id, resident, resident_name, subject, message_id, gist, phone, place) VALUES (9, 'temp-finn@people.example.org', '', 'A matter', '<m9@people.example.org>', 'A lamp is dark.', '', '');
INSERT INTO letters (inbound_id, resident, resident_name, subject, message_id, gist, phone, place) VALUES (10, 'temp-gita@people.example.org', '', 'A matter', '<m10@people.example.org>', 'Another lamp is dark.', '', '');
INSERT INTO letters (inbound_id, resident, resident_name, subject, message_id, gist, phone, place) VALUES (11, 'drop-hugo@people.example.org', '', 'A matter', '<m11@people.example.org>', 'A tree fell.', '', '');
INSERT INTO letters (inbound_id, resident, resident_name, subject, message_id, gist, phone, place) VALUES (12, 'slow-ines@people.example.org', '', 'A matter', '<m12@people.example.org>', 'The playground swing squeaks.', '', '');
INSERT INTO letters (inbound_id, resident, resident_name, subject, message_id, gist, phone, place) VALUES (13, 'jonas@people.example.org', '', 'A matter', '<m13@people.example.org>', 'The bench in the park is wet paint.', '', '');
INSERT INTO traces (inbound_id, rule_set, configuration, trace) VALUES (1, 'sha256:c4df74af2b8934efcad486e61c5313912d4b4f6b0356fac103350087a405c01b', 'sha256:ed38c5c03fd12babe801c92834bd3cb46011e6f71cd0becad54ca6a8c7acd5d3', '{"acknowledge":true,"assign":"roads","copies":["ward-2"],"decided_by":"Roads","ignored":null,"labels":["roads"],"language":"en","matched":["Ward 2 street named","Roads"],"notices":[],"outcome":"case","priority":"normal","restrict":false,"review":null,"rule_set":"sha256:c4df74af2b8934efcad486e61c5313912d4b4f6b0356fac103350087a405c01b","stands_in":[],"template":"acknowledgement","trace":[{"conditions":[{"condition":"text word ''Maple Street''","matched":true,"seen":"Maple Street"}],"file":"10-topics.yaml","kind":"adds","line":6,"matched":true,"rule":"Ward 2 street named"},{"conditions":[{"condition":"text word ''pothole*''","matched":true,"seen":"pothole"}],"file":"10-topics.yaml","kind":"decides","line":10,"matched":true,"rule":"Roads"},{"conditions":[{"condition":"always","matched":true,"seen":""}],"file":"10-topics.yaml","kind":"acknowledges","line":22,"matched":true,"rule":"usual","section":"acknowledge"}],"withheld":null}');
INSERT INTO traces (inbound_id, rule_set, configuration, trace) VALUES (2, 'sha256:c4df74af2b8934efcad486e61c5313912d4b4f6b0356fac103350087a405c01b', 'sha256:ed38c5c03fd12babe801c92834bd3cb46011e6f71cd0becad54ca6a8c7acd5d3', '{"acknowledge":true,"assign":"waste","copies":["front-desk","ward-2"],"decided_by":"Waste","ignored":null,"labels":["waste"],"language":"fr","matched":["Ward 2 street named","Waste"],"notices":[],"outcome":"case","priority":"normal","restrict":false,"review":null,"rule_set":"sha256:c4df74af2b8934efcad486e61c5313912d4b4f6b0356fac103350087a405c01b","stands_in":[],"template":"acknowledgement","trace":[{"conditions":[{"condition":"text word ''rue de l''Église''","matched":true,"seen":"rue de l''Église"}],"file":"10-topics.yaml","kind":"adds","line":6,"matched":true,"rule":"Ward 2 street named"},{"conditions":[{"condition":"text word ''ordures''","matched":true,"seen":"Ordures"}],"file":"10-topics.yaml","kind":"decides","line":14,"matched":true,"rule":"Waste"},{"conditions":[{"condition":"always","matched":true,"seen":""}],"file":"10-topics.yaml","kind":"acknowledges","line":22,"matched":true,"rule":"usual","section":"acknowledge"}],"withheld":null}');
INSERT INTO traces (inbound_id, rule_set, configuration, trace) VALUES (3, 'sha256:c4df74af2b8934efcad486e61c5313912d4b4f6b0356fac103350087a405c01b', 'sha256:ed38c5c03fd12babe801c92834bd3cb46011e6f71cd0becad54ca6a8c7acd5d3', '{"acknowledge":true,"assign":null,"copies":["ward-2"],"decided_by":"","ignored":null,"labels":[],"language":"en","matched":[],"notices":[],"outcome":"case","priority":"normal","restrict":false,"review":null,"rule_set":"sha256:c4df74af2b8934efcad486e61c5313912d4b4f6b0356fac103350087a405c01b","stands_in":[],"template":"acknowledgement","trace":[],"withheld":null}');
INSERT INTO traces (inbound_id, rule_set, configuration, trace) VALUES (4, 'sha256:c4df74af2b8934efcad486e61c5313912d4b4f6b0356fac103350087a405c01b', 'sha256:ed38c5c03fd12babe801c92834bd3cb46011e6f71cd0becad54ca6a8c7acd5d3', '{"acknowledge":true,"assign":"front-desk","copies":[],"decided_by":"address","ignored":null,"labels":[],"language":"en","matched":[],"notices":[],"outcome":"case","priority":"normal","restrict":false,"review":null,"rule_set":"sha256:c4df74af2b8934efcad486e61c5313912d4b4f6b0356fac103350087a405c01b","stands_in":[],"template":"acknowledgement","trace":[{"conditions":[{"condition":"always","matched":true,"seen":""}],"file":"10-topics.yaml","kind":"acknowledges","line":22,"matched":true,"rule":"usual","section":"acknowledge"}],"withheld":null}');
INSERT INTO traces (inbound_id, rule_set, configuration, trace) VALUES (5, 'sha256:c4df74af2b8934efcad486e61c5313912d4b4f6b0356fac103350087a405c01b', 'sha256:ed38c5c03fd12babe801c92834bd3cb46011e6f71cd0becad54ca6a8c7acd5d3', '{"acknowledge":true,"assign":"roads","copies":["ward-2"],"decided_by":"Roads","ignored":null,"labels":["roads"],"language":"en","matched":["Ward 2 street named","Roads"],"notices":[],"outcome":"case","priority":"normal","restrict":false,"review":null,"rule_set":"sha256:c4df74af2b8934efcad486e61c5313912d4b4f6b0356fac103350087a405c01b","stands_in":[],"template":"acknowledgement","trace":[{"conditions":[{"condition":"text word ''Maple Street''","matched":true,"seen":"Maple Street"}],"file":"10-topics.yaml","kind":"adds","line":6,"matched":true,"rule":"Ward 2 street named"},{"conditions":[{"condition":"text word ''sidewalk''","matched":true,"seen":"sidewalk"}],"file":"10-topics.yaml","kind":"decides","line":10,"matched":true,"rule":"Roads"},{"conditions":[{"condition":"always","matched":true,"seen":""}],"file":"10-topics.yaml","kind":"acknowledges","line":22,"matched":true,"rule":"usual","section":"acknowledge"}],"withheld":null}');
INSERT INTO traces (inbound_id, rule_set, configuration, trace) VALUES (6, 'sha256:c4df74af2b8934efcad486e61c5313912d4b4f6b0356fac103350087a405c01b', 'sha256:ed38c5c03fd12babe801c92834bd3cb46011e6f71cd0becad54ca6a8c7acd5d3', '{"acknowledge":false,"assign":null,"copies":[],"decided_by":"Newsletters","ignored":"newsletter","labels":[],"language":null,"matched":["Newsletters"],"notices":[],"outcome":"ignored","priority":"normal","restrict":false,"review":null,"rule_set":"sha256:c4df74af2b8934efcad486e61c5313912d4b4f6b0356fac103350087a405c01b","stands_in":[],"template":"acknowledgement","trace":[{"conditions":[{"condition":"header List-Unsubscribe exists true","matched":true,"seen":"<mailto:leave@shop.example>"}],"file":"10-topics.yaml","kind":"decides","line":18,"matched":true,"rule":"Newsletters"},{"conditions":[{"condition":"always","matched":true,"seen":""}],"file":"10-topics.yaml","kind":"acknowledges","line":22,"matched":true,"rule":"usual","section":"acknowledge"}],"withheld":"ignored"}');
INSERT INTO traces (inbound_id, rule_set, configuration, trace) VALUES (8, 'sha256:c4df74af2b8934efcad486e61c5313912d4b4f6b0356fac103350087a405c01b', 'sha256:ed38c5c03fd12babe801c92834bd3cb46011e6f71cd0becad54ca6a8c7acd5d3', '{"acknowledge":true,"assign":"waste","copies":[],"decided_by":"Waste","ignored":null,"labels":["waste"],"language":"en","matched":["Waste"],"notices":[],"outcome":"case","priority":"normal","restrict":false,"review":null,"rule_set":"sha256:c4df74af2b8934efcad486e61c5313912d4b4f6b0356fac103350087a405c01b","stands_in":[],"template":"acknowledgement","trace":[{"conditions":[{"condition":"text word ''recycling''","matched":true,"seen":"recycling"}],"file":"10-topics.yaml","kind":"decides","line":14,"matched":true,"rule":"Waste"},{"conditions":[{"condition":"always","matched":true,"seen":""}],"file":"10-topics.yaml","kind":"acknowledges","line":22,"matched":true,"rule":"usual","section":"acknowledge"}],"withheld":null}');
INSERT INTO traces (inbound_id, rule_set, configuration, trace) VALUES (9, 'sha256:c4df74af2b8934efcad486e61c5313912d4b4f6b0356fac103350087a405c01b', 'sha256:ed38c5c03fd12babe801c92834bd3cb46011e6f71cd0becad54ca6a8c7acd5d3', '{"acknowledge":true,"assign":"mayor","copies":[],"decided_by":"address","ignored":null,"labels":[],"language":"en","matched":[],"notices":[],"outcome":"case","priority":"normal","restrict":false,"review":null,"rule_set":"sha256:c4df74af2b8934efcad486e61c5313912d4b4f6b0356fac103350087a405c01b","stands_in":[],"template":"acknowledgement","trace":[{"conditions":[{"condition":"always","matched":true,"seen":""}],"file":"10-topics.yaml","kind":"acknowledges","line":22,"matched":true,"rule":"usual","section":"acknowledge"}],"withheld":null}');
INSERT INTO traces (inbound_id, rule_set, configuration, trace) VALUES (10, 'sha256:c4df74af2b8934efcad486e61c5313912d4b4f6b0356fac103350087a405c01b', 'sha256:ed38c5c03fd12babe801c92834bd3cb46011e6f71cd0becad54ca6a8c7acd5d3', '{"acknowledge":true,"assign":"ward-2","copies":[],"decided_by":"address","ignored":null,"labels":[],"language":"en","matched":[],"notices":[],"outcome":"case","priority":"normal","restrict":false,"review":null,"rule_set":"sha256:c4df74af2b8934efcad486e61c5313912d4b4f6b0356fac103350087a405c01b","stands_in":[],"template":"acknowledgement","trace":[{"conditions":[{"condition":"always","matched":true,"seen":""}],"file":"10-topics.yaml","kind":"acknowledges","line":22,"matched":true,"rule":"usual","section":"acknowledge"}],"withheld":null}');
INSERT INTO traces (inbound_id, rule_set, configuration, trace) VALUES (11, 'sha256:c4df74af2b8934efcad486e61c5313912d4b4f6b0356fac103350087a405c01b', 'sha256:ed38c5c03fd12babe801c92834bd3cb46011e6f71cd0becad54ca6a8c7acd5d3', '{"acknowledge":true,"assign":"ward-2","copies":[],"decided_by":"address","ignored":null,"labels":[],"language":null,"matched":[],"notices":[],"outcome":"case","priority":"normal","restrict":false,"review":null,"rule_set":"sha256:c4df74af2b8934efcad486e61c5313912d4b4f6b0356fac103350087a405c01b","stands_in":[],"template":"acknowledgement","trace":[{"conditions":[{"condition":"always","matched":true,"seen":""}],"file":"10-topics.yaml","kind":"acknowledges","line":22,"matched":true,"rule":"usual","section":"acknowledge"}],"withheld":null}');
INSERT INTO traces (inbound_id, rule_set, configuration, trace) VALUES (12, 'sha256:c4df74af2b8934efcad486e61c5313912d4b4f6b0356fac103350087a405c01b', 'sha256:ed38c5c03fd12babe801c92834bd3cb46011e6f71cd0becad54ca6a8c7acd5d3', '{"acknowledge":true,"assign":"front-desk","copies":[],"decided_by":"address","ignored":null,"labels":[],"language":"en","matched":[],"notices":[],"outcome":"case","priority":"normal","restrict":false,"review":null,"rule_set":"sha256:c4df74af2b8934efcad486e61c5313912d4b4f6b0356fac103350087a405c01b","stands_in":[],"template":"acknowledgement","trace":[{"conditions":[{"condition":"always","matched":true,"seen":""}],"file":"10-topics.yaml","kind":"acknowledges","line":22,"matched":true,"rule":"usual","section":"acknowledge"}],"withheld":null}');
INSERT INTO traces (inbound_id, rule_set, configuration, trace) VALUES (13, 'sha256:c4df74af2b8934efcad486e61c5313912d4b4f6b0356fac103350087a405c01b', 'sha256:ed38c5c03fd12babe801c92834bd3cb46011e6f71cd0becad54ca6a8c7acd5d3', '{"acknowledge":true,"assign":"front-desk","copies":[],"decided_by":"address","ignored":null,"labels":[],"language":"en","matched":[],"notices":[],"outcome":"case","priority":"normal","restrict":false,"review":null,"rule_set":"sha256:c4df74af2b8934efcad486e61c5313912d4b4f6b0356fac103350087a405c01b","stands_in":[],"template":"acknowledgement","trace":[{"conditions":[{"condition":"always","matched":true,"seen":""}],"file":"10-topics.yaml","kind":"acknowledges","line":22,"matched":true,"rule":"usual","section":"acknowledge"}],"withheld":null}');
INSERT INTO search_text (inbound_id, subject, body, names) VALUES (1, 'a matter', 'there is a pothole in maple street in front of number 12', 'ana people example org ana people example org');
INSERT INTO search_text (inbound_id, subject, body, names) VALUES (2, 'ordures', 'les ordures n ont pas ete ramassees rue de l eglise', 'benoit people example org benoit people example org');
INSERT INTO search_text (inbound_id, subject, body, names) VALUES (3, 're tt 2025 000001 9 a matter', 'it is deeper now', 'ana people example org ana people example org');
INSERT INTO search_text (inbound_id, subject, body, names) VALUES (4, 'a matter', 'please thank the crew that swept our street', 'chen people example org chen people example org');
INSERT INTO search_text (inbound_id, subject, body, names) VALUES (5, 'a matter', 'the sidewalk of maple street is broken', 'dora people example org dora people example org');
INSERT INTO search_text (inbound_id, subject, body, names) VALUES (8, 'a matter', 'the recycling box is broken', 'perm eva people example org perm eva people example org');
INSERT INTO search_text (inbound_id, subject, body, names) VALUES (9, 'a matter', 'a lamp is dark', 'temp finn people example org temp finn people example org');
INSERT INTO search_text (inbound_id, subject, body, names) VALUES (10, 'a matter', 'another lamp is dark', 'temp gita people example org temp gita people example org');
INSERT INTO search_text (inbound_id, subject, body, names) VALUES (11, 'a matter', 'a tree fell', 'drop hugo people example org drop hugo people example org');
INSERT INTO search_text (inbound_id, subject, body, names) VALUES (12, 'a matter', 'the playground swing squeaks', 'slow ines people example org slow ines people example org');
INSERT INTO search_text (inbound_id, subject, body, names) VALUES (13, 'a matter', 'the bench in the park is wet paint', 'jonas people example org jonas people example org');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (1, NULL, 1748872800061815, 'daemon', 'rules_accepted', 'sha256:ed38c5c03fd12babe801c92834bd3cb46011e6f71cd0becad54ca6a8c7acd5d3', X'', X'3A5DCC7717FAF0BFD8C174BE233FC256999826CB3B940C09EE06AD80564679F9');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (2, NULL, 1748872800063629, 'daemon', 'started', '', X'', X'B82FB8E5F0CCF22D58FD4EF8C68A69BB0A58A0A48BFCF1A6C135D65248002C80');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (3, 1, 1748872800151380, 'resident', 'received', 'i-t3n466uduzaygkd6 through pipe', X'', X'EF81A4D6199FE18A994A3D5FF77D2AB228121C807D6A1AF91B802BD3807477B1');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (4, 1, 1748872800151380, 'daemon', 'decided', 'roads (Roads)', X'', X'21C4A023543EA2A33B989BFB3B31113410D7D1D1D4A58820098F6873F9AA9496');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (5, 1, 1748872800151380, 'daemon', 'acknowledged', 'acknowledgement (en)', X'', X'5E4A4D6190034C8E145F707EE875AACF055A5304DC3475A7CF2A33DF0536608E');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (6, 1, 1748872800151380, 'daemon', 'forwarded', 'roads (answers)', X'', X'A730F4AA8E5D5BAD2A1B257FC84DFD66FA0FAFBD4EDFFBFD081314B7A5DAE448');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (7, 1, 1748872800151380, 'daemon', 'forwarded', 'ward-2 (copy)', X'', X'D64B3423D64408C95163B3E256658BC93AA2BE83AECD2A0992AD051EEAD4F880');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (8, 2, 1748872800191653, 'resident', 'received', 'i-vboj3zejtvhg6v6a through pipe', X'', X'5AD973A8E2EDE25447B66AEED320F82D2AE739DA0A726E3CFAE2C8CEF60CD3F6');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (9, 2, 1748872800191653, 'daemon', 'decided', 'waste (Waste)', X'', X'9B6EEF7E1C6EBE20271F25F8FA200FBFAC26448DA82D99F9C38B127705AD8194');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (10, 2, 1748872800191653, 'daemon', 'acknowledged', 'acknowledgement (fr)', X'', X'8E723BF7C7A3B1E5436577085EBCD8119AC1D4B9106C21DD7093BB20EB709382');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (11, 2, 1748872800191653, 'daemon', 'forwarded', 'waste (answers)', X'', X'9493A289B730D7D21DD95916BA73CAD48A09F65B60A5E6B618445977C5108E6F');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (12, 2, 1748872800191653, 'daemon', 'forwarded', 'front-desk (copy)', X'', X'5782A60EE2C0FBA38FA27B7AAFC058315DC4EC536364E21520685EDFA6CC81EF');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (13, 2, 1748872800191653, 'daemon', 'forwarded', 'ward-2 (copy)', X'', X'1D972F2EAEE64789D4377BA08C8116057037E295A0342D5DFBE7E8FA84E6C431');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (14, 1, 1748872800207199, 'daemon', 'sent', 'acknowledgement', X'', X'A37725B35BBB97255E3D475EDACA314A920AE2A7F3F71E55ACB1CECE71712631');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (15, 1, 1748872800207199, 'daemon', 'sent', 'forward to roads', X'', X'2B64CAE292DDB25E1FE278B229609D29B2E0B87800EAA9091A539F52E6935406');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (16, 1, 1748872800207199, 'daemon', 'sent', 'forward to ward-2', X'', X'46C7D802F40AA2DCC7937CCF7E588FACCA7783BA6ECEC2073D27B98F9166C05A');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (17, 1, 1748872800212170, 'resident', 'received', 'i-qtrhxaglrivlswpq through pipe', X'', X'DCB1002B9857434D0B858DE106BF91DB20017E5BCAC1578ADAC30EE58007359E');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (18, 1, 1748872800212170, 'daemon', 'joined', 'carries the number, unproven', X'', X'1E4F3B24C433D3A0E492F11A12E4D9EF3402B4A4DC729507A7E24AA3C2EBA86F');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (19, 1, 1748872800212170, 'daemon', 'withheld', 'unproven', X'', X'EC0E2CBC79008F6D30EB57B88CF82939BC095C8CF4E7BE0980EE82BCB5EA1FC2');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (20, 1, 1748872800212170, 'daemon', 'forwarded', 'roads (addition)', X'', X'2456D5B676070E9D408EAB6DF329F978FB9BCE9337D7C27699AA864B980757CF');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (21, 1, 1748872800212170, 'daemon', 'forwarded', 'ward-2 (addition)', X'', X'82FC1A0148C6ED9C3DD9B2CE52B74C7D156BDC75FD71E737BFD32072AEE42748');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (22, 2, 1748872800226811, 'daemon', 'sent', 'acknowledgement', X'', X'E055CBCC818C7F443E15EA91B4AA2D17A71C252184D51073AE8D01EE7D1E84DA');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (23, 2, 1748872800226811, 'daemon', 'sent', 'forward to waste', X'', X'7D96195690B6BEF660319D16A092BDAD7B39E64A11026B025418DC877EDACFBF');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (24, 2, 1748872800226811, 'daemon', 'sent', 'forward to front-desk', X'', X'D912CC8B140DD49FA3673A93AB42F802B6FF17B4175CBF26F88F914FD5056A8E');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (25, 2, 1748872800226811, 'daemon', 'sent', 'forward to ward-2', X'', X'619FF257EE2F80C789C938BCCD55FBFCC5EB7CC9DB07F4A3F4EE665BD9B131A9');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (26, 3, 1748872800234066, 'resident', 'received', 'i-b4uh2owyrzk623mo through pipe', X'', X'1CA8AA62CA1570E3007A532FE89B5577CC82762737A4418001B7CDEA96ADC418');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (27, 3, 1748872800234066, 'daemon', 'decided', 'front-desk (address)', X'', X'EA403D8C33EA96F2B9F74DE0D73C35BA556EF0E9DEC74FD20E27BC7578ED35A3');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (28, 3, 1748872800234066, 'daemon', 'acknowledged', 'acknowledgement (en)', X'', X'CA51F0A6304102ADAD15A12348474E8E30701169557B617277E40A2E1F323C1B');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (29, 3, 1748872800234066, 'daemon', 'forwarded', 'front-desk (answers)', X'', X'C842CB48C49132552DCD0D48780D4F26B404305AA4121D2A4E57CBA47927A233');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (30, 1, 1748872800246035, 'daemon', 'sent', 'forward to roads', X'', X'B03A6433EC25613DDC4D5A94AA846857193B0D2B38DE0FF29C574369FE494B29');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (31, 1, 1748872800246035, 'daemon', 'sent', 'forward to ward-2', X'', X'15CEC428ED9B4751A7CE75F31D3931D8A819AFDF60DEF3C80A25B5861BA7A4BD');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (32, 3, 1748872800256054, 'daemon', 'sent', 'acknowledgement', X'', X'0EBF4266AA124B179388D7B87323F8BD4386DD7769D1BAC935909F127ED268E2');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (33, 3, 1748872800256054, 'daemon', 'sent', 'forward to front-desk', X'', X'51E3674C48317C328852FEEB7F613F287B66B7577AD80E121371A294020F3B50');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (34, 4, 1748872800272130, 'resident', 'received', 'i-gmjnlmna7g6mrsi2 through pipe', X'', X'49E2FBC7AC6FC50B5613C85F9433E599E3B29AD912257EE677E93736BDA850C7');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (35, 4, 1748872800272130, 'daemon', 'decided', 'roads (Roads)', X'', X'CD3CEEF4959617FE559470EF067315C5C954F8244038D573118F9C353678E084');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (36, 4, 1748872800272130, 'daemon', 'acknowledged', 'acknowledgement (en)', X'', X'0B90FF19C8E75BAFC82D76CAA95D02C54E48B0E12DD2652E458A8472498DF36B');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (37, 4, 1748872800272130, 'daemon', 'forwarded', 'roads (answers)', X'', X'F195452A1A2642C814A960AA4F0726DCDC26B71BAFA13C02AB52C1DC42DE7C9E');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (38, 4, 1748872800272130, 'daemon', 'forwarded', 'ward-2 (copy)', X'', X'A07639BEA51027CEB9A59DEC033607DED6EF580C500AFF1761E2D1C773D6FC3B');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (39, 4, 1748872800291447, 'daemon', 'sent', 'acknowledgement', X'', X'8B9B598A2DF9EE22FA6517B8EA954E11B7CF683ADD46B19EAB325CF4CBDC2029');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (40, 4, 1748872800291447, 'daemon', 'sent', 'forward to roads', X'', X'D43236D9DBA02E745A28BE33BB44AC5F39E11D0A69123B82E739FCC07BB5E961');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (41, 4, 1748872800291447, 'daemon', 'sent', 'forward to ward-2', X'', X'65C2919BFF286226BA8D52AC7EDC67FE3BF2DD2DE666A7954AFD69474D9FA22F');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (42, NULL, 1748872800307075, 'daemon', 'ignored', 'i-d3qywgtgq6lsoazf through pipe: newsletter', X'', X'2BDBB7ACB68F6B7BAFFE8C93BDB07D3F236032CBDD7739C8C456333E2EB0E1A8');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (43, NULL, 1748872800331160, 'daemon', 'quarantined', 'i-7squf3nbf4f5smfa through pipe: over 30 Received lines', X'', X'75468DA6D84AAF52EA3E844E493BD8546AC6A145A07EBDE8992DA5430D0EF3B6');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (44, 5, 1748872800355207, 'resident', 'received', 'i-zdxwmw2jiccajhao through pipe', X'', X'DDE0358658EC12D82073723DE38150043FC9F2267E0B85706C36B2814CB638E8');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (45, 5, 1748872800355207, 'daemon', 'decided', 'waste (Waste)', X'', X'501A2F921ACDC62807B457D8B20315A854524FCD5A30E9C7A83A134143DE7143');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (46, 5, 1748872800355207, 'daemon', 'acknowledged', 'acknowledgement (en)', X'', X'C70E6C6B209A96E9C5098E934FA9A8CE106D853E340701E309C46FD24C05CABB');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (47, 5, 1748872800355207, 'daemon', 'forwarded', 'waste (answers)', X'', X'7F4860C6882DAD96496CD9E2E064A03A522F4278766F0CD0A616E835D09D318A');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (48, 5, 1748872800366555, 'daemon', 'failed', 'acknowledgement', X'27A68F237FB3E6A9757C2E52021038BDB4A85ECA95994B4FB6F74CB5923B6DBE', X'FE5F417B5ADBC29BA9CEE239C65B9B676D245B7975F1B46175F43A828E153197');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (49, 5, 1748872800366555, 'daemon', 'sent', 'forward to waste', X'', X'2FE0EB30127B51D7329EDF768AA6361A6E1AF15F5052DFA232C15B6AD8CC5687');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (50, 6, 1748872800379007, 'resident', 'received', 'i-vakktkiwla6fty7i through pipe', X'', X'53A03FAFD2F478923ED0BE2C98A09FDAC27CFFD270AB10592541DA8B370E91C4');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (51, 6, 1748872800379007, 'daemon', 'decided', 'mayor (address)', X'', X'95CC9087A268B6280A6FD2B0D9BB9FCB2AD3D6A261398F11D655F9E4029A6323');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (52, 6, 1748872800379007, 'daemon', 'acknowledged', 'acknowledgement (en)', X'', X'499C6096CAEA4C570E29379A9C4A9F1544972AFEDBF3BA0121222FED15547600');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (53, 6, 1748872800379007, 'daemon', 'forwarded', 'mayor (answers)', X'', X'6503C1C4BEDDC77A83A7148B69C30B44885AC84D1FA641C4F7C64E8A9872D7EB');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (54, 6, 1748872800391063, 'daemon', 'sent', 'forward to mayor', X'', X'23F7A1BD9122DCCE838DAE9B732BB4C081C42696CA14403564B2C28F1173C402');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (55, 7, 1748872800402903, 'resident', 'received', 'i-dvescyq4ag4d6nox through pipe', X'', X'396A112F0EE6A9F9BFC58CE3352E328A19320C427FC4714B71EBC70A7FAA0CF5');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (56, 7, 1748872800402903, 'daemon', 'decided', 'ward-2 (address)', X'', X'0171C7FC160ED989A3C1435443910678064742F80A8C89813A865D60465A256B');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (57, 7, 1748872800402903, 'daemon', 'acknowledged', 'acknowledgement (en)', X'', X'16EFC4276A77FA7684E142DAC4054E4C6C9E8278A7354E7423565C64D56A168F');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (58, 7, 1748872800402903, 'daemon', 'forwarded', 'ward-2 (answers)', X'', X'3FE5F4587D5E7FC918C36F2B64CCD9D491594AD90EBA9ECC652D24EF0338A653');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (59, 7, 1748872800415279, 'daemon', 'sent', 'forward to ward-2', X'', X'4A46E5266C5EA4AE2BCACEB475F913167A9A4036F2C9B15419EB73390C05DD25');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (60, 8, 1748872800447070, 'resident', 'received', 'i-vejd247og3fooier through pipe', X'', X'907223E879E1DB3FC575E62F1395EC16F641E85D9B70800AEFD9BF4C70CAE522');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (61, 8, 1748872800447070, 'daemon', 'decided', 'ward-2 (address)', X'', X'427281AFF9D94B2C555DF71BAA33FFDD8F89344C4081DECCDD9E2377DEECAFD9');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (62, 8, 1748872800447070, 'daemon', 'acknowledged', 'acknowledgement (en, fr)', X'', X'5F7C0AA094F40F009631759157208F8D0C77CB9956C2AB141716117765273E05');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (63, 8, 1748872800447070, 'daemon', 'forwarded', 'ward-2 (answers)', X'', X'BEEC198F2B538C6EE7A18CD24C68EFDCED45306D9E782AF7E16CE1DB1EA4F7A5');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (64, 8, 1748872800461500, 'daemon', 'uncertain', 'acknowledgement: no answer after the letter was handed over; it is sent once more', X'', X'33894F92B7A6CCAD3F42ABA618E32D66B1534A8DCC1C0A93696FC3D69CD0676C');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (65, 8, 1748872800461500, 'daemon', 'sent', 'forward to ward-2', X'', X'A9A069827FF9950FAC23CD3EC2A765188F0B459B9689C38482EBC44D2414D3D0');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (66, 4, 1748872800490704, 'root', 'assigned', 'roads → ward-1', X'', X'AA9B23C987153187FA81E208B44C2FCC95263B5ADCFE80B201CDB3FEA8A77509');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (67, 4, 1748872800490704, 'daemon', 'forwarded', 'ward-1 (answers)', X'', X'410881CA7AA919DF2FC212DFF03467547612FB2B54E63E06B413F11D6FD41E85');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (68, 4, 1748872800490704, 'daemon', 'acknowledged', 'update (en)', X'', X'ECB61883A612AC055995D8D16B34AE09F72DE80903DB0950F4C0A9522ECA973F');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (69, 4, 1748872800504955, 'daemon', 'sent', 'forward to ward-1', X'', X'0909C84D9BF8CEAE70FDEF0B2B95033B2BDEF217349DD3E15D41BCB42A3DADB5');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (70, 4, 1748872800504955, 'daemon', 'sent', 'update', X'', X'8FAEFDE96B366C1F9BE482BCA1111E49BB4D6E3BD207E3CB3BC4C7853FB36287');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (71, 1, 1748872800514218, 'root', 'note', '', X'532893757CD1E33AA9B796D1BC60A4E035264E8EC1F171E56402BD6AE0512E73', X'201ADA7769D37161C1364EA6ADBB3D3D9423400EC479226C203AD1A3AFF8D5F4');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (72, 1, 1748872800535457, 'root', 'linked', 'TT-2025-000004-3', X'', X'DDE7178E745CF0C6681715CE00ABC0EC6219945ED85B1BE4F7A1E28F96906997');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (73, 4, 1748872800535457, 'root', 'linked', 'TT-2025-000001-9', X'', X'E64BA2CB2BEB3BC61AF804BAE2A8852F25508F74F6B8E654531CDE0A439F2770');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (74, 3, 1748872800554842, 'root', 'closed', '', X'4CDDE7C9801C1ED2C8DFCEF1F6FDFCAEE61C8E51410F2C00AA1AD9939628DD52', X'46CA09F73DCE7E7D8F2FCAC555D22037819328542EA2CCC3216E87AF9977E64F');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (75, 3, 1748872800554842, 'daemon', 'acknowledged', 'closed (en)', X'', X'5F0156AB18B150A227200FABB664BE9A3B54C8299FE1DC00F367A9ED9ED51BFA');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (76, 3, 1748872800567085, 'daemon', 'sent', 'update', X'', X'1B1ABA14D0A4B7D527E79AA76F0491244B2DA53AD8A9C299A32F40DC2169FF58');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (77, 6, 1748872800595569, 'root', 'withheld', 'acknowledgement: o-vtgc26l6cfc33zq3 discarded', X'7C3C834AC34E04B26AC2FF0CE738EF5B7D0ADBFA51681F08EE20ACDB84727670', X'638D0FEA43F57AC40F96B516F339B7033DDBDEB1933E7BCB2F345D1F442AA5AA');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (78, 9, 1748872800635074, 'resident', 'received', 'i-72kznx5ugghdealz through pipe', X'', X'F3C88FCA93104A1D23EDC2CEF6BED247446B4AE8CBDAD26E8A48AEB01063C55C');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (79, 9, 1748872800635074, 'daemon', 'decided', 'front-desk (address)', X'', X'B3F144C4E7B9910724D23F2217AA70D3D0BB8985E7F2680B07367C4004341E1D');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (80, 9, 1748872800635074, 'daemon', 'acknowledged', 'acknowledgement (en)', X'', X'AEF87C102649ECA2FCE8C0DF0373981F64603518DA8BD5962F6AFBFBDD1C368A');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (81, 9, 1748872800635074, 'daemon', 'forwarded', 'front-desk (answers)', X'', X'A80EB883FB2128DCF58A9CC3DE946F3849842BD7E00E06320C3777CEAF914C4A');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (82, 10, 1748872800679056, 'resident', 'received', 'i-qo5ndh7fnlgz3tuv through pipe', X'', X'FFA2AD4D6C14637E089ADCD947290D0B6B252F2BD9DF9DE1896D56DE9044093E');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (83, 10, 1748872800679056, 'daemon', 'decided', 'front-desk (address)', X'', X'CAEF8082CE0625A903324F188C3E532340A4DDF9B32E5EADE8D91D1CEA4B5DA0');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (84, 10, 1748872800679056, 'daemon', 'acknowledged', 'acknowledgement (en)', X'', X'B572D1DA8ABB582B7DF01D14DC190994C8C2594BD0446C31BD53886A8896FDFD');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (85, 10, 1748872800679056, 'daemon', 'forwarded', 'front-desk (answers)', X'', X'1088A085A90812EBC56B0AE6F2C94DD0A43FCA817B98A27C0ED4F36E86D61E0F');
INSERT INTO event_parts (seq, part, own_salt) VALUES (48, '550 5.1.1 no such mailbox', NULL);
INSERT INTO event_parts (seq, part, own_salt) VALUES (71, 'The crew was there at noon.', NULL);
INSERT INTO event_parts (seq, part, own_salt) VALUES (74, 'They were told.', NULL);
INSERT INTO event_parts (seq, part, own_salt) VALUES (77, 'told by telephone', NULL);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (1, 'o-4r2j72rnebu3wgxl', 1, 1, 'acknowledgement', '', '', '', '', 'ward2@town.example', 'acknowledgement', '["en"]', '<k1.2025-000001-9.a.6qbqc5cx6bhqtu4rpa357teehu.o-4r2j72rnebu3wgxl@town.example>', 1749069000000000, 0, 0, 'sent', 'queued', NULL, 1748872800151380, 1748872800207199, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (2, 'o-va2khjicv272gdv2', 1, 1, 'forward', 'roads', 'answers', 'Roads', '', 'ward2@town.example', '', '[]', '<k1.2025-000001-9.f.uvy4rpyryhrtqrqmpyoe2nppaq.o-va2khjicv272gdv2@town.example>', 1749069000000000, 0, 0, 'sent', 'queued', NULL, 1748872800151380, 1748872800207199, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (3, 'o-7dpslnm7bjhuohaa', 1, 1, 'forward', 'ward-2', 'copy', '', 'ward2@town.example', 'ward2@town.example', '', '[]', '<k1.2025-000001-9.f.uvy4rpyryhrtqrqmpyoe2nppaq.o-7dpslnm7bjhuohaa@town.example>', 1749069000000000, 0, 0, 'sent', 'queued', NULL, 1748872800151380, 1748872800207199, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (4, 'o-2yamgxvtv75ynhee', 2, 2, 'acknowledgement', '', '', '', '', 'info@town.example', 'acknowledgement', '["fr"]', '<k1.2025-000002-4.a.vc74ogmkobzq3k2ldxobusbc34.o-2yamgxvtv75ynhee@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872800191653, 1748872800226811, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (5, 'o-ihwv42jmovyhz566', 2, 2, 'forward', 'waste', 'answers', 'Waste', '', 'info@town.example', '', '[]', '<k1.2025-000002-4.f.2v3s7bu6mdf4uqhegbnv45lu24.o-ihwv42jmovyhz566@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872800191653, 1748872800226811, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (6, 'o-g6fljqh2bse62jnr', 2, 2, 'forward', 'front-desk', 'copy', '', 'info@town.example', 'info@town.example', '', '[]', '<k1.2025-000002-4.f.2v3s7bu6mdf4uqhegbnv45lu24.o-g6fljqh2bse62jnr@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872800191653, 1748872800226811, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (7, 'o-22kcpcvmfuect7hl', 2, 2, 'forward', 'ward-2', 'copy', 'Ward 2 street named', '', 'info@town.example', '', '[]', '<k1.2025-000002-4.f.2v3s7bu6mdf4uqhegbnv45lu24.o-22kcpcvmfuect7hl@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872800191653, 1748872800226811, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (8, 'o-rnv2kb6admudm6y7', 1, 3, 'forward', 'roads', 'addition', '', '', 'ward2@town.example', '', '[]', '<k1.2025-000001-9.f.uvy4rpyryhrtqrqmpyoe2nppaq.o-rnv2kb6admudm6y7@town.example>', 1749069000000000, 0, 0, 'sent', 'queued', NULL, 1748872800212170, 1748872800246035, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (9, 'o-3hnkp4wadst5mogd', 1, 3, 'forward', 'ward-2', 'addition', '', '', 'ward2@town.example', '', '[]', '<k1.2025-000001-9.f.uvy4rpyryhrtqrqmpyoe2nppaq.o-3hnkp4wadst5mogd@town.example>', 1749069000000000, 0, 0, 'sent', 'queued', NULL, 1748872800212170, 1748872800246035, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (10, 'o-26duymnjcnkb4s3t', 3, 4, 'acknowledgement', '', '', '', '', 'info@town.example', 'acknowledgement', '["en"]', '<k1.2025-000003-5.a.4oqe5aee2icih4ss6e2apsxvr4.o-26duymnjcnkb4s3t@town.example>', 1749069000000000, 0, 0, 'sent', 'queued', NULL, 1748872800234066, 1748872800256054, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (11, 'o-kogwalsjtmqza7fc', 3, 4, 'forward', 'front-desk', 'answers', '', 'info@town.example', 'info@town.example', '', '[]', '<k1.2025-000003-5.f.2lpkvzu5y7nirwfue3co5tpjoy.o-kogwalsjtmqza7fc@town.example>', 1749069000000000, 0, 0, 'sent', 'queued', NULL, 1748872800234066, 1748872800256054, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (12, 'o-y7raokpsx23loivl', 4, 5, 'acknowledgement', '', '', '', '', 'ward2@town.example', 'acknowledgement', '["en"]', '<k1.2025-000004-3.a.2a7mamkobztmbh7bad6mprz6ie.o-y7raokpsx23loivl@town.example>', 1749069000000000, 0, 0, 'sent', 'queued', NULL, 1748872800272130, 1748872800291447, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (13, 'o-mlstazwxhhnqcl3h', 4, 5, 'forward', 'roads', 'answers', 'Roads', '', 'ward2@town.example', '', '[]', '<k1.2025-000004-3.f.ybonrrfppu66cwkeqauczkmzim.o-mlstazwxhhnqcl3h@town.example>', 1749069000000000, 0, 0, 'sent', 'queued', NULL, 1748872800272130, 1748872800291447, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (14, 'o-j6tpn7dxq7tetunz', 4, 5, 'forward', 'ward-2', 'copy', '', 'ward2@town.example', 'ward2@town.example', '', '[]', '<k1.2025-000004-3.f.ybonrrfppu66cwkeqauczkmzim.o-j6tpn7dxq7tetunz@town.example>', 1749069000000000, 0, 0, 'sent', 'queued', NULL, 1748872800272130, 1748872800291447, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (15, 'o-qvs5hrjitkiypbfo', 5, 8, 'acknowledgement', '', '', '', '', 'waste@town.example', 'acknowledgement', '["en"]', '<k1.2025-000005-6.a.pz6xvc4a3upqkplvkla57dmrpm.o-qvs5hrjitkiypbfo@town.example>', NULL, 0, 0, 'failed', 'queued', NULL, 1748872800355207, 1748872800366555, 1, 0, 0, 0, 1);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (16, 'o-cddnea4qblsqtar4', 5, 8, 'forward', 'waste', 'answers', 'Waste', 'waste@town.example', 'waste@town.example', '', '[]', '<k1.2025-000005-6.f.m2wg3vljtht743rwsazcr5eza4.o-cddnea4qblsqtar4@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872800355207, 1748872800366555, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (17, 'o-vtgc26l6cfc33zq3', 6, 9, 'acknowledgement', '', '', '', '', 'mayor@town.example', 'acknowledgement', '["en"]', '<k1.2025-000006-2.a.wxuugomwc2bqg4qy7outetxtgm.o-vtgc26l6cfc33zq3@town.example>', NULL, 0, 0, 'withheld', 'queued', NULL, 1748872800379007, 1748872800595569, 1, 1, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (18, 'o-detbxoawkfeymy6w', 6, 9, 'forward', 'mayor', 'answers', '', 'mayor@town.example', 'mayor@town.example', '', '[]', '<k1.2025-000006-2.f.pexol2uxrqv3mfvrmjdvjn7xby.o-detbxoawkfeymy6w@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872800379007, 1748872800391063, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (19, 'o-shjgm5o6yu44oxu4', 7, 10, 'acknowledgement', '', '', '', '', 'ward2@town.example', 'acknowledgement', '["en"]', '<k1.2025-000007-0.a.oqnc5sy6wu325vgcpcld4deiqi.o-shjgm5o6yu44oxu4@town.example>', NULL, 0, 0, 'deferred', 'queued', 1748872860415279, 1748872800402903, 1748872800415279, 1, 1, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (20, 'o-v3pz3ubpt3l7kp5y', 7, 10, 'forward', 'ward-2', 'answers', '', 'ward2@town.example', 'ward2@town.example', '', '[]', '<k1.2025-000007-0.f.aqphtv7mu2q4diae47fnhtc7iy.o-v3pz3ubpt3l7kp5y@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872800402903, 1748872800415279, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (21, 'o-cxlyhkjbpmfmc6n7', 8, 11, 'acknowledgement', '', '', '', '', 'ward2@town.example', 'acknowledgement', '["en","fr"]', '<k1.2025-000008-1.a.arotzia35ss42o5wb57yribm64.o-cxlyhkjbpmfmc6n7@town.example>', NULL, 0, 0, 'uncertain', 'queued', 1748873400461500, 1748872800447070, 1748872800461500, 1, 0, 1, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (22, 'o-ikalozfw7v4mdeqm', 8, 11, 'forward', 'ward-2', 'answers', '', 'ward2@town.example', 'ward2@town.example', '', '[]', '<k1.2025-000008-1.f.ji5ib4sx7ubys3ke476ddz4fxa.o-ikalozfw7v4mdeqm@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872800447070, 1748872800461500, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (23, 'o-ctyh2flr44j3as4d', 4, 5, 'forward', 'ward-1', 'answers', '', 'ward2@town.example', 'ward2@town.example', '', '[]', '<k1.2025-000004-3.f.ybonrrfppu66cwkeqauczkmzim.o-ctyh2flr44j3as4d@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872800490704, 1748872800504955, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (24, 'o-2ea3jzwzjymjtsf6', 4, 5, 'update', '', '', '', '', 'ward2@town.example', 'update', '["en"]', '<k1.2025-000004-3.a.2a7mamkobztmbh7bad6mprz6ie.o-2ea3jzwzjymjtsf6@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872800490704, 1748872800504955, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (25, 'o-tydkn2yc6pw4ueza', 3, 4, 'update', '', '', '', '', 'info@town.example', 'closed', '["en"]', '<k1.2025-000003-5.a.4oqe5aee2icih4ss6e2apsxvr4.o-tydkn2yc6pw4ueza@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872800554842, 1748872800567085, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (26, 'o-53qm6xd4eq6os2px', 9, 12, 'acknowledgement', '', '', '', '', 'info@town.example', 'acknowledgement', '["en"]', '<k1.2025-000009-7.a.pdobmgo7e5wg7ge4mukbkkp6rq.o-53qm6xd4eq6os2px@town.example>', 1749069000000000, 0, 0, 'sending', 'queued', NULL, 1748872800635074, 1748872800638579, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (27, 'o-vlgcpiewy2vtar6f', 9, 12, 'forward', 'front-desk', 'answers', '', 'info@town.example', 'info@town.example', '', '[]', '<k1.2025-000009-7.f.kywej4vctqqzwnvm3zp5jpelre.o-vlgcpiewy2vtar6f@town.example>', 1749069000000000, 0, 0, 'sending', 'queued', NULL, 1748872800635074, 1748872800638579, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (28, 'o-fqyhx6zmvu64uu6h', 10, 13, 'acknowledgement', '', '', '', '', 'info@town.example', 'acknowledgement', '["en"]', '<k1.2025-000010-0.a.wamxjv2ksq55y7tygvvc3ye4pi.o-fqyhx6zmvu64uu6h@town.example>', 1749069000000000, 0, 0, 'queued', 'queued', 1748872800679056, 1748872800679056, 1748872800679056, 0, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (29, 'o-6jtp355j7olwxzbu', 10, 13, 'forward', 'front-desk', 'answers', '', 'info@town.example', 'info@town.example', '', '[]', '<k1.2025-000010-0.f.mkijit6rclfgdc3efqjpjyjgyy.o-6jtp355j7olwxzbu@town.example>', 1749069000000000, 0, 0, 'queued', 'queued', 1748872800679056, 1748872800679056, 1748872800679056, 0, 0, 0, 0, 0);
INSERT INTO outbox_texts (outbox_id, recipient, facts, in_reply_to, refs, subject, body, last_reply) VALUES (1, 'ana@people.example.org', '{"en":{"accountable":"the Manager of Roads","accountable_start":"The Manager of Roads","always_readers":"the Town Clerk''s staff","always_readers_start":"The Town Clerk''s staff","ask_after":"June 4","because":"your letter mentions a road or sidewalk","by_rule":true,"clerk_address":"clerk@staff.testing.invalid","clerk_phone":"613-555-0100","copies":[{"copy":"the Ward 2 office","copy_address":"ward2@town.example","copy_start":"The Ward 2 office"}],"emergency_danger":"911","first_response":"Wednesday, June 4","has_copies":true,"help_phone":"613-555-0100","help_relay":"711","hours":"Monday to Friday, 8:30 a.m. to 4:30 p.m.","max_size":"50 MB","office":"Roads","office_of":"Roads","office_short":"Roads","office_start":"Roads","office_this":"Roads","post":"1 Main Street, Testing","privacy_authority":"Municipal Act","privacy_contact":"privacy@staff.testing.invalid","privacy_kept":"two years","readers":[{"reader_office":"Roads","reader_people":"four staff"},{"reader_office":"the Ward 2 office","reader_people":"the councillor"}],"received":"Monday, June 2, 2025, at 10:00 a.m.","resolution":"Monday, June 16","town":"Town of Testing"}}', '["<m1@people.example.org>"]', '["<m1@people.example.org>"]', '[TT-2025-000001-9] We have your letter', 'Hello,

This is an automatic message. No one has read your letter yet.
We got it on Monday, June 2, 2025, at 10:00 a.m.

YOUR CASE NUMBER
TT-2025-000001-9

WHO WILL ANSWER
Roads. The Manager of Roads is responsible.
Why Roads: your letter mentions a road or sidewalk.

WHO ELSE GETS A COPY
The Ward 2 office, because you wrote to ward2@town.example.
A rule set by the Town Clerk chose these offices. Is this the wrong office? Reply and tell us. A person will read your reply.

WHO CAN READ YOUR LETTER
- Roads: four staff
- the Ward 2 office: the councillor
- The Town Clerk''s staff

WHAT HAPPENS NEXT
- By Wednesday, June 4: a person from Roads answers you.
- By Monday, June 16: Roads plans to fix the problem, or tells you why it needs more time.
If you hear nothing by June 4, call the Town Clerk at 613-555-0100 or write to clerk@staff.testing.invalid. Give your case number.

TO ADD SOMETHING
Reply to this message. You can also call 613-555-0100, Monday to Friday, 8:30 a.m. to 4:30 p.m., or write to 1 Main Street, Testing.

YOUR PRIVACY
We use your letter to answer it. We keep it for two years. To see it, correct it or ask a question, write to privacy@staff.testing.invalid.
The law that lets us do this: Municipal Act.

Do you need large print, another format or another language? Call 613-555-0100 (TTY 711).
Français : composez le 613-555-0100.

Town of Testing
', '250 2.0.0 kept');
INSERT INTO outbox_texts (outbox_id, recipient, facts, in_reply_to, refs, subject, body, last_reply) VALUES (2, 'roads@office.testing.invalid', '', '[]', '[]', '[TT-2025-000001-9] A matter', 'Case TT-2025-000001-9, letter received on Monday, June 2, 2025, at 10:00 a.m.

WHY YOU GET IT
Your office answers this letter.
The rule "Roads" sends it to you.

BY WHEN
We told the resident that your office answers by Wednesday, June 4, at 4:30 p.m.

IF YOU REPLY TO THIS MESSAGE
Your reply goes straight to the resident (ana@people.example.org). Put ward2@town.example in Cc, so that the case knows that you answered.

FOR THE CASE
This is not ours: mailto:ward2@town.example?subject=%5BTT-2025-000001-9%5D&body=%23not-ours
It is settled, close the case: mailto:ward2@town.example?subject=%5BTT-2025-000001-9%5D&body=%23close

--------------------
From: ana@people.example.org
Date: Monday, November 23, 2026, at 10:00 a.m.
Subject: A matter

There is a pothole in Maple Street in front of number 12.
', '250 2.0.0 kept');
INSERT INTO outbox_texts (outbox_id, recipient, facts, in_reply_to, refs, subject, body, last_reply) VALUES (3, 'ward-2@office.testing.invalid', '', '[]', '[]', '[TT-2025-000001-9] A matter', 'Case TT-2025-000001-9, letter received on Monday, June 2, 2025, at 10:00 a.m.

WHY YOU GET IT
This is a copy. Another office answers the letter.
The resident wrote to ward2@town.example.

BY WHEN
We told the resident that your office answers by Wednesday, June 4, at 4:30 p.m.

IF YOU REPLY TO THIS MESSAGE
Your reply goes straight to the resident (ana@people.example.org). Put ward2@town.example in Cc, so that the case knows that you answered.

--------------------
From: ana@people.example.org
Date: Monday, November 23, 2026, at 10:00 a.m.
Subject: A matter

There is a pothole in Maple Street in front of number 12.
', '250 2.0.0 kept');
INSERT INTO outbox_texts (outbox_id, recipient, facts, in_reply_to, refs, subject, body, last_reply) VALUES (4, 'benoit@people.example.org', '{"fr":{"accountable":"le chef du service des déchets","accountable_start":"Le chef du service des déchets","always_readers":"le personnel du greffe","always_readers_start":"Le personnel du greffe","because":"votre lettre parle des ordures ou du recyclage","by_rule":true,"clerk_address":"clerk@staff.testing.invalid","clerk_phone":"613-555-0100","copies":[{"copy":"l''accueil","copy_address":"info@town.example","copy_start":"L''accueil"},{"copy":"le bureau du quartier 2","copy_address":"","copy_because":"votre lettre nomme une rue du quartier 2","copy_start":"Le bureau du quartier 2"}],"emergency_danger":"911","has_copies":true,"help_phone":"613-555-0100","help_relay":"711","hours":"du lundi au vendredi, de 8 h 30 à 16 h 30","max_size":"50 Mo","office":"le service des déchets","office_of":"du service des déchets","office_short":"le service","office_start":"Le service des déchets","office_this":"ce service","post":"1 Main Street, Testing","privacy_authority":"Loi sur les municipalités","privacy_contact":"privacy@staff.testing.invalid","privacy_kept":"deux ans","readers":[{"reader_office":"Service des déchets","reader_people":"deux employés"},{"reader_office":"l''accueil","reader_people":"trois commis"},{"reader_office":"le bureau du quartier 2","reader_people":"le conseiller"}],"received":"le lundi 2 juin 2025 à 10 h","town":"Ville de Testing"}}', '["<m2@people.example.org>"]', '["<m2@people.example.org>"]', '[TT-2025-000002-4] Nous avons reçu votre lettre', 'Bonjour,

Ce message est automatique. Personne n''a encore lu votre lettre.
Nous l''avons reçue le lundi 2 juin 2025 à 10 h.

VOTRE NUMÉRO DE DOSSIER
TT-2025-000002-4

QUI VA VOUS RÉPONDRE
Le service des déchets. Le responsable est le chef du service des déchets.
Pourquoi ce service : votre lettre parle des ordures ou du recyclage.

QUI D''AUTRE REÇOIT UNE COPIE
L''accueil, parce que vous avez écrit à info@town.example.
Le bureau du quartier 2, parce que votre lettre nomme une rue du quartier 2.
Une règle fixée par le greffe a choisi ces bureaux. Ce n''est pas le bon bureau? Répondez et dites-le-nous. Une personne lira votre réponse.

QUI PEUT LIRE VOTRE LETTRE
- Service des déchets : deux employés
- l''accueil : trois commis
- le bureau du quartier 2 : le conseiller
- Le personnel du greffe

LA SUITE
- Une personne du service des déchets lit votre lettre. Nous ne pouvons pas vous promettre de date.
Pour demander où en est votre lettre, appelez le greffe au 613-555-0100 ou écrivez à clerk@staff.testing.invalid. Donnez votre numéro de dossier.

POUR AJOUTER QUELQUE CHOSE
Répondez à ce message. Vous pouvez aussi composer le 613-555-0100, du lundi au vendredi, de 8 h 30 à 16 h 30, ou écrire au 1 Main Street, Testing.

VOS RENSEIGNEMENTS
Votre lettre nous sert à vous répondre. Nous la gardons deux ans. Pour la consulter, la corriger ou poser une question : privacy@staff.testing.invalid.
La loi qui nous le permet : Loi sur les municipalités.

Vous voulez de gros caractères, un autre format ou une autre langue? Composez le 613-555-0100 (ATS 711).
English: call 613-555-0100.

Ville de Testing
', '250 2.0.0 kept');
INSERT INTO outbox_texts (outbox_id, recipient, facts, in_reply_to, refs, subject, body, last_reply) VALUES (5, 'waste@office.testing.invalid', '', '[]', '[]', '[TT-2025-000002-4] Ordures', 'Case TT-2025-000002-4, letter received on Monday, June 2, 2025, at 10:00 a.m.

WHY YOU GET IT
Your office answers this letter.
The rule "Waste" sends it to you.

IF YOU REPLY TO THIS MESSAGE
Your reply goes straight to the resident (benoit@people.example.org). Put info@town.example in Cc, so that the case knows that you answered.

FOR THE CASE
This is not ours: mailto:info@town.example?subject=%5BTT-2025-000002-4%5D&body=%23not-ours
It is settled, close the case: mailto:info@town.example?subject=%5BTT-2025-000002-4%5D&body=%23close

--------------------
From: benoit@people.example.org
Date: Monday, November 23, 2026, at 10:00 a.m.
Subject: Ordures

Les ordures n''ont pas été ramassées rue de l''Église.
', '250 2.0.0 kept');
INSERT INTO outbox_texts (outbox_id, recipient, facts, in_reply_to, refs, subject, body, last_reply) VALUES (6, 'front-desk@office.testing.invalid', '', '[]', '[]', '[TT-2025-000002-4] Ordures', 'Case TT-2025-000002-4, letter received on Monday, June 2, 2025, at 10:00 a.m.

WHY YOU GET IT
This is a copy. Another office answers the letter.
The resident wrote to info@town.example.

IF YOU REPLY TO THIS MESSAGE
Your reply goes straight to the resident (benoit@people.example.org). Put info@town.example in Cc, so that the case knows that you answered.

--------------------
From: benoit@people.example.org
Date: Monday, November 23, 2026, at 10:00 a.m.
Subject: Ordures

Les ordures n''ont pas été ramassées rue de l''Église.
', '250 2.0.0 kept');
INSERT INTO outbox_texts (outbox_id, recipient, facts, in_reply_to, refs, subject, body, last_reply) VALUES (7, 'ward-2@office.testing.invalid', '', '[]', '[]', '[TT-2025-000002-4] Ordures', 'Case TT-2025-000002-4, letter received on Monday, June 2, 2025, at 10:00 a.m.

WHY YOU GET IT
This is a copy. Another office answers the letter.
The rule "Ward 2 street named" sends it to you.

IF YOU REPLY TO THIS MESSAGE
Your reply goes straight to the resident (benoit@people.example.org). Put info@town.example in Cc, so that the case knows that you answered.

--------------------
From: benoit@people.example.org
Date: Monday, November 23, 2026, at 10:00 a.m.
Subject: Ordures

Les ordures n''ont pas été ramassées rue de l''Église.
', '250 2.0.0 kept');
INSERT INTO outbox_texts (outbox_id, recipient, facts, in_reply_to, refs, subject, body, last_reply) VALUES (8, 'roads@office.testing.invalid', '', '["<k1.2025-000001-9.f.uvy4rpyryhrtqrqmpyoe2nppaq.o-va2khjicv272gdv2@town.example>"]', '["<k1.2025-000001-9.f.uvy4rpyryhrtqrqmpyoe2nppaq.o-va2khjicv272gdv2@town.example>"]', '[TT-2025-000001-9] Re: A matter', 'Case TT-2025-000001-9, letter received on Monday, June 2, 2025, at 10:00 a.m.

WHY YOU GET IT
This letter joins a case that you have.

BY WHEN
We told the resident that your office answers by Wednesday, June 4, at 4:30 p.m.

IF YOU REPLY TO THIS MESSAGE
Your reply goes straight to the resident (ana@people.example.org). Put ward2@town.example in Cc, so that the case knows that you answered.

FOR THE CASE
This is not ours: mailto:ward2@town.example?subject=%5BTT-2025-000001-9%5D&body=%23not-ours
It is settled, close the case: mailto:ward2@town.example?subject=%5BTT-2025-000001-9%5D&body=%23close

--------------------
From: ana@people.example.org
Date: Monday, November 23, 2026, at 10:00 a.m.
Subject: Re: [TT-2025-000001-9] A matter

It is deeper now.
', '250 2.0.0 kept');
INSERT INTO outbox_texts (outbox_id, recipient, facts, in_reply_to, refs, subject, body, last_reply) VALUES (9, 'ward-2@office.testing.invalid', '', '["<k1.2025-000001-9.f.uvy4rpyryhrtqrqmpyoe2nppaq.o-7dpslnm7bjhuohaa@town.example>"]', '["<k1.2025-000001-9.f.uvy4rpyryhrtqrqmpyoe2nppaq.o-7dpslnm7bjhuohaa@town.example>"]', '[TT-2025-000001-9] Re: A matter', 'Case TT-2025-000001-9, letter received on Monday, June 2, 2025, at 10:00 a.m.

WHY YOU GET IT
This letter joins a case that you have.

BY WHEN
We told the resident that your office answers by Wednesday, June 4, at 4:30 p.m.

IF YOU REPLY TO THIS MESSAGE
Your reply goes straight to the resident (ana@people.example.org). Put ward2@town.example in Cc, so that the case knows that you answered.

FOR THE CASE
This is not ours: mailto:ward2@town.example?subject=%5BTT-2025-000001-9%5D&body=%23not-ours
It is settled, close the case: mailto:ward2@town.example?subject=%5BTT-2025-000001-9%5D&body=%23close

--------------------
From: ana@people.example.org
Date: Monday, November 23, 2026, at 10:00 a.m.
Subject: Re: [TT-2025-000001-9] A matter

It is deeper now.
', '250 2.0.0 kept');
INSERT INTO outbox_texts (outbox_id, recipient, facts, in_reply_to, refs, subject, body, last_reply) VALUES (10, 'chen@people.example.org', '{"en":{"accountable":"the front desk manager","accountable_start":"The front desk manager","always_readers":"the Town Clerk''s staff","always_readers_start":"The Town Clerk''s staff","ask_after":"June 4","by_address":"info@town.example","clerk_address":"clerk@staff.testing.invalid","clerk_phone":"613-555-0100","emergency_danger":"911","first_response":"Wednesday, June 4","help_phone":"613-555-0100","help_relay":"711","hours":"Monday to Friday, 8:30 a.m. to 4:30 p.m.","max_size":"50 MB","office":"the front desk","office_of":"the front desk","office_short":"the front desk","office_start":"The front desk","office_this":"the front desk","post":"1 Main Street, Testing","privacy_authority":"Municipal Act","privacy_contact":"privacy@staff.testing.invalid","privacy_kept":"two years","readers":[{"reader_office":"the front desk","reader_people":"three clerks"}],"received":"Monday, June 2, 2025, at 10:00 a.m.","town":"Town of Testing"}}', '["<m4@people.example.org>"]', '["<m4@people.example.org>"]', '[TT-2025-000003-5] We have your letter', 'Hello,

This is an automatic message. No one has read your letter yet.
We got it on Monday, June 2, 2025, at 10:00 a.m.

YOUR CASE NUMBER
TT-2025-000003-5

WHO WILL ANSWER
The front desk. The front desk manager is responsible.
Why the front desk: you wrote to info@town.example.
Is this the wrong office? Reply and tell us. A person will read your reply.

WHO CAN READ YOUR LETTER
- the front desk: three clerks
- The Town Clerk''s staff

WHAT HAPPENS NEXT
- By Wednesday, June 4: a person from the front desk answers you.
If you hear nothing by June 4, call the Town Clerk at 613-555-0100 or write to clerk@staff.testing.invalid. Give your case number.

TO ADD SOMETHING
Reply to this message. You can also call 613-555-0100, Monday to Friday, 8:30 a.m. to 4:30 p.m., or write to 1 Main Street, Testing.

YOUR PRIVACY
We use your letter to answer it. We keep it for two years. To see it, correct it or ask a question, write to privacy@staff.testing.invalid.
The law that lets us do this: Municipal Act.

Do you need large print, another format or another language? Call 613-555-0100 (TTY 711).
Français : composez le 613-555-0100.

Town of Testing
', '250 2.0.0 kept');
INSERT INTO outbox_texts (outbox_id, recipient, facts, in_reply_to, refs, subject, body, last_reply) VALUES (11, 'front-desk@office.testing.invalid', '', '[]', '[]', '[TT-2025-000003-5] A matter', 'Case TT-2025-000003-5, letter received on Monday, June 2, 2025, at 10:00 a.m.

WHY YOU GET IT
Your office answers this letter.
The resident wrote to info@town.example.

BY WHEN
We told the resident that your office answers by Wednesday, June 4, at 4:30 p.m.

IF YOU REPLY TO THIS MESSAGE
Your reply goes straight to the resident (chen@people.example.org). Put info@town.example in Cc, so that the case knows that you answered.

FOR THE CASE
This is not ours: mailto:info@town.example?subject=%5BTT-2025-000003-5%5D&body=%23not-ours
It is settled, close the case: mailto:info@town.example?subject=%5BTT-2025-000003-5%5D&body=%23close

--------------------
From: chen@people.example.org
Date: Monday, November 23, 2026, at 10:00 a.m.
Subject: A matter

Please thank the crew that swept our street.
', '250 2.0.0 kept');
INSERT INTO outbox_texts (outbox_id, recipient, facts, in_reply_to, refs, subject, body, last_reply) VALUES (12, 'dora@people.example.org', '{"en":{"accountable":"the Manager of Roads","accountable_start":"The Manager of Roads","always_readers":"the Town Clerk''s staff","always_readers_start":"The Town Clerk''s staff","ask_after":"June 4","because":"your letter mentions a road or sidewalk","by_rule":true,"clerk_address":"clerk@staff.testing.invalid","clerk_phone":"613-555-0100","copies":[{"copy":"the Ward 2 office","copy_address":"ward2@town.example","copy_start":"The Ward 2 office"}],"emergency_danger":"911","first_response":"Wednesday, June 4","has_copies":true,"help_phone":"613-555-0100","help_relay":"711","hours":"Monday to Friday, 8:30 a.m. to 4:30 p.m.","max_size":"50 MB","office":"Roads","office_of":"Roads","office_short":"Roads","office_start":"Roads","office_this":"Roads","post":"1 Main Street, Testing","privacy_authority":"Municipal Act","privacy_contact":"privacy@staff.testing.invalid","privacy_kept":"two years","readers":[{"reader_office":"Roads","reader_people":"four staff"},{"reader_office":"the Ward 2 office","reader_people":"the councillor"}],"received":"Monday, June 2, 2025, at 10:00 a.m.","resolution":"Monday, June 16","town":"Town of Testing"}}', '["<m5@people.example.org>"]', '["<m5@people.example.org>"]', '[TT-2025-000004-3] We have your letter', 'Hello,

This is an automatic message. No one has read your letter yet.
We got it on Monday, June 2, 2025, at 10:00 a.m.

YOUR CASE NUMBER
TT-2025-000004-3

WHO WILL ANSWER
Roads. The Manager of Roads is responsible.
Why Roads: your letter mentions a road or sidewalk.

WHO ELSE GETS A COPY
The Ward 2 office, because you wrote to ward2@town.example.
A rule set by the Town Clerk chose these offices. Is this the wrong office? Reply and tell us. A person will read your reply.

WHO CAN READ YOUR LETTER
- Roads: four staff
- the Ward 2 office: the councillor
- The Town Clerk''s staff

WHAT HAPPENS NEXT
- By Wednesday, June 4: a person from Roads answers you.
- By Monday, June 16: Roads plans to fix the problem, or tells you why it needs more time.
If you hear nothing by June 4, call the Town Clerk at 613-555-0100 or write to clerk@staff.testing.invalid. Give your case number.

TO ADD SOMETHING
Reply to this message. You can also call 613-555-0100, Monday to Friday, 8:30 a.m. to 4:30 p.m., or write to 1 Main Street, Testing.

YOUR PRIVACY
We use your letter to answer it. We keep it for two years. To see it, correct it or ask a question, write to privacy@staff.testing.invalid.
The law that lets us do this: Municipal Act.

Do you need large print, another format or another language? Call 613-555-0100 (TTY 711).
Français : composez le 613-555-0100.

Town of Testing
', '250 2.0.0 kept');
INSERT INTO outbox_texts (outbox_id, recipient, facts, in_reply_to, refs, subject, body, last_reply) VALUES (13, 'roads@office.testing.invalid', '', '[]', '[]', '[TT-2025-000004-3] A matter', 'Case TT-2025-000004-3, letter received on Monday, June 2, 2025, at 10:00 a.m.

WHY YOU GET IT
Your office answers this letter.
The rule "Roads" sends it to you.

BY WHEN
We told the resident that your office answers by Wednesday, June 4, at 4:30 p.m.

IF YOU REPLY TO THIS MESSAGE
Your reply goes straight to the resident (dora@people.example.org). Put ward2@town.example in Cc, so that the case knows that you answered.

FOR THE CASE
This is not ours: mailto:ward2@town.example?subject=%5BTT-2025-000004-3%5D&body=%23not-ours
It is settled, close the case: mailto:ward2@town.example?subject=%5BTT-2025-000004-3%5D&body=%23close

--------------------
From: dora@people.example.org
Date: Monday, November 23, 2026, at 10:00 a.m.
Subject: A matter

The sidewalk of Maple Street is broken.
', '250 2.0.0 kept');
INSERT INTO outbox_texts (outbox_id, recipient, facts, in_reply_to, refs, subject, body, last_reply) VALUES (14, 'ward-2@office.testing.invalid', '', '[]', '[]', '[TT-2025-000004-3] A matter', 'Case TT-2025-000004-3, letter received on Monday, June 2, 2025, at 10:00 a.m.

WHY YOU GET IT
This is a copy. Another office answers the letter.
The resident wrote to ward2@town.example.

BY WHEN
We told the resident that your office answers by Wednesday, June 4, at 4:30 p.m.

IF YOU REPLY TO THIS MESSAGE
Your reply goes straight to the resident (dora@people.example.org). Put ward2@town.example in Cc, so that the case knows that you answered.

--------------------
From: dora@people.example.org
Date: Monday, November 23, 2026, at 10:00 a.m.
Subject: A matter

The sidewalk of Maple Street is broken.
', '250 2.0.0 kept');
INSERT INTO outbox_texts (outbox_id, recipient, facts, in_reply_to, refs, subject, body, last_reply) VALUES (15, 'perm-eva@people.example.org', '{"en":{"accountable":"the Manager of Waste","accountable_start":"The Manager of Waste","always_readers":"the Town Clerk''s staff","always_readers_start":"The Town Clerk''s staff","because":"your letter mentions garbage or recycling","by_rule":true,"clerk_address":"clerk@staff.testing.invalid","clerk_phone":"613-555-0100","emergency_danger":"911","help_phone":"613-555-0100","help_relay":"711","hours":"Monday to Friday, 8:30 a.m. to 4:30 p.m.","max_size":"50 MB","office":"Waste","office_of":"Waste","office_short":"Waste","office_start":"Waste","office_this":"Waste","post":"1 Main Street, Testing","privacy_authority":"Municipal Act","privacy_contact":"privacy@staff.testing.invalid","privacy_kept":"two years","readers":[{"reader_office":"Waste","reader_people":"two staff"}],"received":"Monday, June 2, 2025, at 10:00 a.m.","town":"Town of Testing"}}', '["<m8@people.example.org>"]', '["<m8@people.example.org>"]', '', '', '550 5.1.1 no such mailbox');
INSERT INTO outbox_texts (outbox_id, recipient, facts, in_reply_to, refs, subject, body, last_reply) VALUES (16, 'waste@office.testing.invalid', '', '[]', '[]', '[TT-2025-000005-6] A matter', 'Case TT-2025-000005-6, letter received on Monday, June 2, 2025, at 10:00 a.m.

WHY YOU GET IT
Your office answers this letter.
The rule "Waste" sends it to you.
The resident wrote to waste@town.example.

IF YOU REPLY TO THIS MESSAGE
Your reply goes straight to the resident (perm-eva@people.example.org). Put waste@town.example in Cc, so that the case knows that you answered.

FOR THE CASE
This is not ours: mailto:waste@town.example?subject=%5BTT-2025-000005-6%5D&body=%23not-ours
It is settled, close the case: mailto:waste@town.example?subject=%5BTT-2025-000005-6%5D&body=%23close

--------------------
From: perm-eva@people.example.org
Date: Monday, November 23, 2026, at 10:00 a.m.
Subject: A matter

The recycling box is broken.
', '250 2.0.0 kept');
INSERT INTO outbox_texts (outbox_id, recipient, facts, in_reply_to, refs, subject, body, last_reply) VALUES (17, 'temp-finn@people.example.org', '{"en":{"accountable":"the Mayor","accountable_start":"The Mayor","always_readers":"the Town Clerk''s staff","always_readers_start":"The Town Clerk''s staff","by_address":"mayor@town.example","clerk_address":"clerk@staff.testing.invalid","clerk_phone":"613-555-0100","emergency_danger":"911","help_phone":"613-555-0100","help_relay":"711","hours":"Monday to Friday, 8:30 a.m. to 4:30 p.m.","max_size":"50 MB","office":"the Mayor''s office","office_of":"the Mayor''s office","office_short":"the Mayor''s office","office_start":"The Mayor''s office","office_this":"the Mayor''s office","post":"1 Main Street, Testing","privacy_authority":"Municipal Act","privacy_contact":"privacy@staff.testing.invalid","privacy_kept":"two years","readers":[{"reader_office":"the Mayor''s office","reader_people":"the Mayor and one assistant"}],"received":"Monday, June 2, 2025, at 10:00 a.m.","town":"Town of Testing"}}', '["<m9@people.example.org>"]', '["<m9@people.example.org>"]', '', '', '450 4.2.1 try later');
INSERT INTO outbox_texts (outbox_id, recipient, facts, in_reply_to, refs, subject, body, last_reply) VALUES (18, 'mayor@office.testing.invalid', '', '[]', '[]', '[TT-2025-000006-2] A matter', 'Case TT-2025-000006-2, letter received on Monday, June 2, 2025, at 10:00 a.m.

WHY YOU GET IT
Your office answers this letter.
The resident wrote to mayor@town.example.

IF YOU REPLY TO THIS MESSAGE
Your reply goes straight to the resident (temp-finn@people.example.org). Put mayor@town.example in Cc, so that the case knows that you answered.

FOR THE CASE
This is not ours: mailto:mayor@town.example?subject=%5BTT-2025-000006-2%5D&body=%23not-ours
It is settled, close the case: mailto:mayor@town.example?subject=%5BTT-2025-000006-2%5D&body=%23close

--------------------
From: temp-finn@people.example.org
Date: Monday, November 23, 2026, at 10:00 a.m.
Subject: A matter

A lamp is dark.
', '250 2.0.0 kept');
INSERT INTO outbox_texts (outbox_id, recipient, facts, in_reply_to, refs, subject, body, last_reply) VALUES (19, 'temp-gita@people.example.org', '{"en":{"accountable":"the Ward 2 Councillor","accountable_start":"The Ward 2 Councillor","always_readers":"the Town Clerk''s staff","always_readers_start":"The Town Clerk''s staff","by_address":"ward2@town.example","clerk_address":"clerk@staff.testing.invalid","clerk_phone":"613-555-0100","emergency_danger":"911","help_phone":"613-555-0100","help_relay":"711","hours":"Monday to Friday, 8:30 a.m. to 4:30 p.m.","max_size":"50 MB","office":"the Ward 2 office","office_of":"the Ward 2 office","office_short":"the Ward 2 office","office_start":"The Ward 2 office","office_this":"the Ward 2 office","post":"1 Main Street, Testing","privacy_authority":"Municipal Act","privacy_contact":"privacy@staff.testing.invalid","privacy_kept":"two years","readers":[{"reader_office":"the Ward 2 office","reader_people":"the councillor"}],"received":"Monday, June 2, 2025, at 10:00 a.m.","town":"Town of Testing"}}', '["<m10@people.example.org>"]', '["<m10@people.example.org>"]', '', '', '450 4.2.1 try later');
INSERT INTO outbox_texts (outbox_id, recipient, facts, in_reply_to, refs, subject, body, last_reply) VALUES (20, 'ward-2@office.testing.invalid', '', '[]', '[]', '[TT-2025-000007-0] A matter', 'Case TT-2025-000007-0, letter received on Monday, June 2, 2025, at 10:00 a.m.

WHY YOU GET IT
Your office answers this letter.
The resident wrote to ward2@town.example.

IF YOU REPLY TO THIS MESSAGE
Your reply goes straight to the resident (temp-gita@people.example.org). Put ward2@town.example in Cc, so that the case knows that you answered.

FOR THE CASE
This is not ours: mailto:ward2@town.example?subject=%5BTT-2025-000007-0%5D&body=%23not-ours
It is settled, close the case: mailto:ward2@town.example?subject=%5BTT-2025-000007-0%5D&body=%23close

--------------------
From: temp-gita@people.example.org
Date: Monday, November 23, 2026, at 10:00 a.m.
Subject: A matter

Another lamp is dark.
', '250 2.0.0 kept');
INSERT INTO outbox_texts (outbox_id, recipient, facts, in_reply_to, refs, subject, body, last_reply) VALUES (21, 'drop-hugo@people.example.org', '{"en":{"accountable":"the Ward 2 Councillor","accountable_start":"The Ward 2 Councillor","always_readers":"the Town Clerk''s staff","always_readers_start":"The Town Clerk''s staff","by_address":"ward2@town.example","clerk_address":"clerk@staff.testing.invalid","clerk_phone":"613-555-0100","emergency_danger":"911","help_phone":"613-555-0100","help_relay":"711","hours":"Monday to Friday, 8:30 a.m. to 4:30 p.m.","max_size":"50 MB","office":"the Ward 2 office","office_of":"the Ward 2 office","office_short":"the Ward 2 office","office_start":"The Ward 2 office","office_this":"the Ward 2 office","post":"1 Main Street, Testing","privacy_authority":"Municipal Act","privacy_contact":"privacy@staff.testing.invalid","privacy_kept":"two years","readers":[{"reader_office":"the Ward 2 office","reader_people":"the councillor"}],"received":"Monday, June 2, 2025, at 10:00 a.m.","town":"Town of Testing"},"fr":{"accountable":"le conseiller du quartier 2","accountable_start":"Le conseiller du quartier 2","always_readers":"le personnel du greffe","always_readers_start":"Le personnel du greffe","by_address":"ward2@town.example","clerk_address":"clerk@staff.testing.invalid","clerk_phone":"613-555-0100","emergency_danger":"911","help_phone":"613-555-0100","help_relay":"711","hours":"du lundi au vendredi, de 8 h 30 à 16 h 30","max_size":"50 Mo","office":"le bureau du quartier 2","office_of":"du bureau du quartier 2","office_short":"le bureau","office_start":"Le bureau du quartier 2","office_this":"ce bureau","post":"1 Main Street, Testing","privacy_authority":"Loi sur les municipalités","privacy_contact":"privacy@staff.testing.invalid","privacy_kept":"deux ans","readers":[{"reader_office":"le bureau du quartier 2","reader_people":"le conseiller"}],"received":"le lundi 2 juin 2025 à 10 h","town":"Ville de Testing"}}', '["<m11@people.example.org>"]', '["<m11@people.example.org>"]', '', '', 'the mail server closed the connection');
INSERT INTO outbox_texts (outbox_id, recipient, facts, in_reply_to, refs, subject, body, last_reply) VALUES (22, 'ward-2@office.testing.invalid', '', '[]', '[]', '[TT-2025-000008-1] A matter', 'Case TT-2025-000008-1, letter received on Monday, June 2, 2025, at 10:00 a.m.

WHY YOU GET IT
Your office answers this letter.
The resident wrote to ward2@town.example.

IF YOU REPLY TO THIS MESSAGE
Your reply goes straight to the resident (drop-hugo@people.example.org). Put ward2@town.example in Cc, so that the case knows that you answered.

FOR THE CASE
This is not ours: mailto:ward2@town.example?subject=%5BTT-2025-000008-1%5D&body=%23not-ours
It is settled, close the case: mailto:ward2@town.example?subject=%5BTT-2025-000008-1%5D&body=%23close

--------------------
From: drop-hugo@people.example.org
Date: Monday, November 23, 2026, at 10:00 a.m.
Subject: A matter

A tree fell.
', '250 2.0.0 kept');
INSERT INTO outbox_texts (outbox_id, recipient, facts, in_reply_to, refs, subject, body, last_reply) VALUES (23, 'ward-1@office.testing.invalid', '', '[]', '[]', '[TT-2025-000004-3] A matter', 'Case TT-2025-000004-3, letter received on Monday, June 2, 2025, at 10:00 a.m.

WHY YOU GET IT
Your office answers this letter.
The resident wrote to ward2@town.example.

IF YOU REPLY TO THIS MESSAGE
Your reply goes straight to the resident (dora@people.example.org). Put ward2@town.example in Cc, so that the case knows that you answered.

FOR THE CASE
This is not ours: mailto:ward2@town.example?subject=%5BTT-2025-000004-3%5D&body=%23not-ours
It is settled, close the case: mailto:ward2@town.example?subject=%5BTT-2025-000004-3%5D&body=%23close

--------------------
From: dora@people.example.org
Date: Monday, November 23, 2026, at 10:00 a.m.
Subject: A matter

The sidewalk of Maple Street is broken.
', '250 2.0.0 kept');
INSERT INTO outbox_texts (outbox_id, recipient, facts, in_reply_to, refs, subject, body, last_reply) VALUES (24, 'dora@people.example.org', '{"en":{"accountable":"the Ward 1 Councillor","accountable_start":"The Ward 1 Councillor","assigned":true,"clerk_address":"clerk@staff.testing.invalid","clerk_phone":"613-555-0100","emergency_danger":"911","help_phone":"613-555-0100","help_relay":"711","hours":"Monday to Friday, 8:30 a.m. to 4:30 p.m.","office":"the Ward 1 office","office_of":"the Ward 1 office","office_short":"the Ward 1 office","office_start":"The Ward 1 office","office_this":"the Ward 1 office","post":"1 Main Street, Testing","privacy_authority":"Municipal Act","privacy_contact":"privacy@staff.testing.invalid","privacy_kept":"two years","town":"Town of Testing"}}', '["<m5@people.example.org>"]', '["<m5@people.example.org>"]', '[TT-2025-000004-3] News about your letter', 'Hello,

There is news about your letter.
The Ward 1 office has your letter now.

YOUR CASE NUMBER
TT-2025-000004-3

WHO WILL ANSWER
The Ward 1 office. The Ward 1 Councillor is responsible.

WHAT HAPPENS NEXT
To ask about your letter, call the Town Clerk at 613-555-0100 or write to clerk@staff.testing.invalid. Give your case number.

TO ADD SOMETHING
Reply to this message. You can also call 613-555-0100, Monday to Friday, 8:30 a.m. to 4:30 p.m., or write to 1 Main Street, Testing.

Do you need large print, another format or another language? Call 613-555-0100 (TTY 711).
Français : composez le 613-555-0100.

Town of Testing
', '250 2.0.0 kept');
INSERT INTO outbox_texts (outbox_id, recipient, facts, in_reply_to, refs, subject, body, last_reply) VALUES (25, 'chen@people.example.org', '{"closing":"s-3dr4n4d6o5x65b4m","en":{"accountable":"the front desk manager","accountable_start":"The front desk manager","clerk_address":"clerk@staff.testing.invalid","clerk_phone":"613-555-0100","closed_on":"Monday, June 2","emergency_danger":"911","help_phone":"613-555-0100","help_relay":"711","hours":"Monday to Friday, 8:30 a.m. to 4:30 p.m.","office":"the front desk","office_of":"the front desk","office_short":"the front desk","office_start":"The front desk","office_this":"the front desk","post":"1 Main Street, Testing","privacy_authority":"Municipal Act","privacy_contact":"privacy@staff.testing.invalid","privacy_kept":"two years","town":"Town of Testing"}}', '["<m4@people.example.org>"]', '["<m4@people.example.org>"]', '[TT-2025-000003-5] We closed your case', 'Hello,

We closed your case on Monday, June 2.

YOUR CASE NUMBER
TT-2025-000003-5

IS IT SETTLED?
Not settled? Reply to this message and your case opens again.

WHO HAD YOUR CASE
The front desk. The front desk manager is responsible.

Do you need large print, another format or another language? Call 613-555-0100 (TTY 711).
Français : composez le 613-555-0100.

Town of Testing
', '250 2.0.0 kept');
INSERT INTO outbox_texts (outbox_id, recipient, facts, in_reply_to, refs, subject, body, last_reply) VALUES (26, 'slow-ines@people.example.org', '{"en":{"accountable":"the front desk manager","accountable_start":"The front desk manager","always_readers":"the Town Clerk''s staff","always_readers_start":"The Town Clerk''s staff","ask_after":"June 4","by_address":"info@town.example","clerk_address":"clerk@staff.testing.invalid","clerk_phone":"613-555-0100","emergency_danger":"911","first_response":"Wednesday, June 4","help_phone":"613-555-0100","help_relay":"711","hours":"Monday to Friday, 8:30 a.m. to 4:30 p.m.","max_size":"50 MB","office":"the front desk","office_of":"the front desk","office_short":"the front desk","office_start":"The front desk","office_this":"the front desk","post":"1 Main Street, Testing","privacy_authority":"Municipal Act","privacy_contact":"privacy@staff.testing.invalid","privacy_kept":"two years","readers":[{"reader_office":"the front desk","reader_people":"three clerks"}],"received":"Monday, June 2, 2025, at 10:00 a.m.","town":"Town of Testing"}}', '["<m12@people.example.org>"]', '["<m12@people.example.org>"]', '', '', '');
INSERT INTO outbox_texts (outbox_id, recipient, facts, in_reply_to, refs, subject, body, last_reply) VALUES (27, 'front-desk@office.testing.invalid', '', '[]', '[]', '', '', '');
INSERT INTO outbox_texts (outbox_id, recipient, facts, in_reply_to, refs, subject, body, last_reply) VALUES (28, 'jonas@people.example.org', '{"en":{"accountable":"the front desk manager","accountable_start":"The front desk manager","always_readers":"the Town Clerk''s staff","always_readers_start":"The Town Clerk''s staff","ask_after":"June 4","by_address":"info@town.example","clerk_address":"clerk@staff.testing.invalid","clerk_phone":"613-555-0100","emergency_danger":"911","first_response":"Wednesday, June 4","help_phone":"613-555-0100","help_relay":"711","hours":"Monday to Friday, 8:30 a.m. to 4:30 p.m.","max_size":"50 MB","office":"the front desk","office_of":"the front desk","office_short":"the front desk","office_start":"The front desk","office_this":"the front desk","post":"1 Main Street, Testing","privacy_authority":"Municipal Act","privacy_contact":"privacy@staff.testing.invalid","privacy_kept":"two years","readers":[{"reader_office":"the front desk","reader_people":"three clerks"}],"received":"Monday, June 2, 2025, at 10:00 a.m.","town":"Town of Testing"}}', '["<m13@people.example.org>"]', '["<m13@people.example.org>"]', '', '', '');
INSERT INTO outbox_texts (outbox_id, recipient, facts, in_reply_to, refs, subject, body, last_reply) VALUES (29, 'front-desk@office.testing.invalid', '', '[]', '[]', '', '', '');
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'D8F0E4B452BDD6941CC708470C089E92357863DFD963AC0A8EE9B120DD12BE56', 1748872800151380, 1);
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'0C3B1E753781AB7411AA30FE5D1B8F6FCF0FEAA4B4FAEA808CA4C5E6D7F2609B', 1748872800000000, 10);
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'13B56883A2C8079E4F609400B04EFFE8ECAB9F1AC855B0F5385AE250B1AD9E79', 1748872800191653, 1);
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'845F5800E51ADD0FE60FEE1C3BB058474A75D04E0390D55F6A6AABFE8E18E955', 1748872800234066, 1);
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'CB0BC7E630341A382DAB5A35ED3E76428774ECDA3634E357E7E2708CBF93EFDA', 1748872800272130, 1);
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'ABE818D7359E265659B8FD41FEA474C5838EAB002534E05AB2BD41EA64163ADB', 1748872800355207, 1);
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'517847904BB7F6ADBDE45383741A88CE0820E42E02C3A068D86304F98174D889', 1748872800379007, 1);
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'6519F18F0ABA09916FD797FD6135E78994C42B9F9D70DB582BA2FB822FB98CF4', 1748872800402903, 1);
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'EB27CE6299EA3BCBC863FD264A9754081030A617B8B92DD84E399AB054E3138D', 1748872800447070, 1);
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'47D554C0F157F47CF5DC8618C04632812BF28759669E4626F822E551370035A7', 1748872800635074, 1);
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'B692156CEA0B90E50471FD3A143BC8B969F082B4BA6AFA2F7411758FFE57923B', 1748872800679056, 1);
INSERT INTO accepted (id, version, at, who, files) VALUES (1, 'sha256:ed38c5c03fd12babe801c92834bd3cb46011e6f71cd0becad54ca6a8c7acd5d3', 1748872800061815, 'daemon', '{"letters":[{"name":"letters/acknowledgement-closed.en.txt","text":"Subject: [{{number}}]{{^urgent}} We have your letter{{#closed}}. Our offices are closed.{{/closed}}{{/urgent}}\n\n{{#first_of_several}}Le français suit.{{/first_of_several}}\n\n{{^urgent}}\nHello,\n\nThis is an automatic message. No one has read your letter yet.\nWe got it on {{received}}.{{#next_opening}} Our offices are closed now. They open on {{next_opening}}. We count the days from then.{{/next_opening}}\n{{#delayed}}Our mail system did not work for a while. Your letter waited, and we could read it only on {{delayed}}.{{/delayed}}\n\n{{#emergency_danger}}IS ANYONE IN DANGER? Call {{emergency_danger}}.{{/emergency_danger}}\nFor a road danger at night or on a weekend, call {{emergency_roads}}. Someone answers 24 hours a day.\n{{/urgent}}\n\nYOUR CASE NUMBER\n{{number}}\n\n{{^urgent}}\nYOUR LETTER\nIt begins: \"{{gist}}\"\nIt came with {{files}}.\n{{#several}}You wrote to more than one of our offices. We treat your letter as one case.{{/several}}\n{{#staff}}You wrote from an address of the Town. We treat your letter like any other.{{/staff}}\n{{#unreadable}}Our system could not read part of your letter. We keep all of it, and a person can look at it. If you think something got lost, reply and tell us.{{/unreadable}}\n{{/urgent}}\n\n{{#answer}}\nAN ANSWER YOU CAN USE NOW\n{{answer}}\n\n{{#answered_yes}}\nDid this answer you?\nThis answered me, close my case: {{answered_yes}}\n\nI still need a person: {{answered_no}}\n\nIf you click nothing, a person answers you.\n{{/answered_yes}}\n{{/answer}}\n\nWHO WILL ANSWER\n{{#office}}{{office_start}}.{{^urgent}}{{#accountable}} {{accountable_start}} is responsible.{{/accountable}}{{/urgent}}{{#alerted}} We are also alerting {{alerted}}.{{/alerted}}{{/office}}\n{{#stands_in}}\n{{#stand_in_until}}{{stand_in_for_start}} is away until {{stand_in_until}}. {{stand_in_acting_start}} acts for it.{{/stand_in_until}}\n{{#stand_in_vacant}}{{stand_in_for_start}} is vacant. {{stand_in_acting_start}} acts for it.{{/stand_in_vacant}}\n{{#stand_in_retired}}{{stand_in_for_start}} has closed for good. {{stand_in_acting_start}} does its work now.{{/stand_in_retired}}\n{{/stands_in}}\n{{#review}}A person in the Town Clerk''s office reads your letter and chooses the office that will answer you.{{#alerted}} We are also alerting {{alerted}}.{{/alerted}}{{/review}}\n{{#office}}\n{{^urgent}}\n{{#because}}Why {{office}}: {{because}}.{{/because}}\n{{#by_address}}Why {{office}}: you wrote to {{by_address}}.{{/by_address}}\n{{#by_fallback}}Why {{office}}: none of our rules fits your letter. A person there finds the right office.{{/by_fallback}}\n{{/urgent}}\n{{#restricted}}Only this office gets your letter.{{#not_sent}} You also wrote to {{not_sent}}. One of our rules keeps your letter from going there.{{/not_sent}}{{/restricted}}\n{{^urgent}}\n{{^has_copies}}\n{{#by_rule}}A rule set by the Town Clerk chose this office. {{/by_rule}}Is this the wrong office? Reply and tell us. A person will read your reply.\n{{/has_copies}}\n{{/urgent}}\n{{/office}}\n\n{{#has_copies}}\nWHO ELSE GETS A COPY\n{{#copies}}\n{{copy_start}}{{#copy_address}}, because you wrote to {{copy_address}}{{/copy_address}}{{#copy_because}}, because {{copy_because}}{{/copy_because}}.\n{{/copies}}\n{{#by_rule}}A rule set by the Town Clerk chose these offices. {{/by_rule}}Is this the wrong office? Reply and tell us. A person will read your reply.\n{{/has_copies}}\n\nWHO CAN READ YOUR LETTER\n{{#readers}}\n- {{reader_office}}{{#reader_people}}: {{reader_people}}{{/reader_people}}\n{{/readers}}\n- {{always_readers_start}}\n\n{{^urgent}}\nWHAT HAPPENS NEXT\n{{#first_response}}- By {{first_response}}: a person from {{office}} answers you.{{/first_response}}\n{{#resolution}}- By {{resolution}}: {{office}} plans to fix the problem, or tells you why it needs more time.{{/resolution}}\n{{^ask_after}}\n{{#office}}- A person from {{office}} reads your letter. We cannot promise you a day.{{/office}}\n{{#review}}- A person chooses the office. We cannot promise you a day yet.{{/review}}\n{{/ask_after}}\n{{#ask_after}}If you hear nothing by {{ask_after}}, {{/ask_after}}{{^ask_after}}To ask about your letter, {{/ask_after}}{{#clerk_phone}}call the Town Clerk at {{clerk_phone}} or {{/clerk_phone}}write to {{clerk_address}}. Give your case number.\n{{/urgent}}\n\nTO ADD SOMETHING\nReply to this message.{{#office_phone}} You can also call {{office}} at {{office_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, or write to {{post}}{{/post}}.{{/office_phone}}{{^office_phone}}{{#help_phone}} You can also call {{help_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, or write to {{post}}{{/post}}.{{/help_phone}}{{^help_phone}}{{#post}} You can also write to {{post}}.{{/post}}{{/help_phone}}{{/office_phone}}\n\nYOUR PRIVACY\nWe use your letter to answer it. {{#member}}This office''s letters belong to the councillor, not to the Town. {{/member}}{{^member}}{{#privacy_kept}}We keep it for {{privacy_kept}}. {{/privacy_kept}}{{/member}}{{#privacy_contact}}To see it, correct it or ask a question, write to {{privacy_contact}}.{{/privacy_contact}}\n{{^member}}The law that lets us do this: {{privacy_authority}}.{{/member}}\n\n{{#help_phone}}Do you need large print, another format or another language? Call {{help_phone}}{{#help_relay}} (TTY {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}Français : composez le {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/acknowledgement-closed.fr.txt","text":"Subject: [{{number}}]{{^urgent}} Nous avons reçu votre lettre{{#closed}}. Nos bureaux sont fermés.{{/closed}}{{/urgent}}\n\n{{#first_of_several}}English follows.{{/first_of_several}}\n\n{{^urgent}}\nBonjour,\n\nCe message est automatique. Personne n''a encore lu votre lettre.\nNous l''avons reçue {{received}}.{{#next_opening}} Nos bureaux sont fermés. Ils ouvrent {{next_opening}}. Les délais comptent à partir de ce moment.{{/next_opening}}\n{{#delayed}}Notre système de courriel n''a pas fonctionné pendant un moment. Votre lettre a attendu, et nous avons pu la lire seulement {{delayed}}.{{/delayed}}\n\n{{#emergency_danger}}QUELQU''UN EST EN DANGER? Composez le {{emergency_danger}}.{{/emergency_danger}}\nPour un danger sur la route, le soir ou la fin de semaine, composez le {{emergency_roads}}. On répond 24 heures sur 24.\n{{/urgent}}\n\nVOTRE NUMÉRO DE DOSSIER\n{{number}}\n\n{{^urgent}}\nVOTRE LETTRE\nElle commence ainsi : « {{gist}} »\nElle contient {{files}}.\n{{#several}}Vous avez écrit à plusieurs de nos bureaux. Votre lettre forme un seul dossier.{{/several}}\n{{#staff}}Vous avez écrit d''une adresse de la Ville. Nous traitons votre lettre comme les autres.{{/staff}}\n{{#unreadable}}Notre système n''a pas pu lire une partie de votre lettre. Nous la gardons au complet, et une personne peut la regarder. Si vous pensez qu''il manque quelque chose, répondez et dites-le-nous.{{/unreadable}}\n{{/urgent}}\n\n{{#answer}}\nUNE RÉPONSE UTILE DÈS MAINTENANT\n{{answer}}\n\n{{#answered_yes}}\nAvez-vous votre réponse?\nJ''ai ma réponse, fermez mon dossier : {{answered_yes}}\n\nJ''ai encore besoin d''une personne : {{answered_no}}\n\nSi vous ne cliquez sur rien, une personne vous répond.\n{{/answered_yes}}\n{{/answer}}\n\nQUI VA VOUS RÉPONDRE\n{{#office}}{{office_start}}.{{^urgent}}{{#accountable}} Le responsable est {{accountable}}.{{/accountable}}{{/urgent}}{{#alerted}} Nous alertons aussi {{alerted}}.{{/alerted}}{{/office}}\n{{#stands_in}}\n{{#stand_in_until}}Une absence finit {{stand_in_until}}. D''ici là, {{stand_in_acting}} répond à la place {{stand_in_for_of}}.{{/stand_in_until}}\n{{#stand_in_vacant}}{{stand_in_acting_start}} répond à la place {{stand_in_for_of}}, où le poste est vacant.{{/stand_in_vacant}}\n{{#stand_in_retired}}{{stand_in_acting_start}} répond à la place {{stand_in_for_of}}, qui n''existe plus.{{/stand_in_retired}}\n{{/stands_in}}\n{{#review}}Une personne du greffe lit votre lettre et choisit le bureau qui va vous répondre.{{#alerted}} Nous alertons aussi {{alerted}}.{{/alerted}}{{/review}}\n{{#office}}\n{{^urgent}}\n{{#because}}Pourquoi {{office_this}} : {{because}}.{{/because}}\n{{#by_address}}Pourquoi {{office_this}} : vous avez écrit à {{by_address}}.{{/by_address}}\n{{#by_fallback}}Pourquoi {{office_this}} : aucune de nos règles ne convient à votre lettre. Une personne y trouve le bon bureau.{{/by_fallback}}\n{{/urgent}}\n{{#restricted}}Votre lettre va seulement à cet endroit.{{#not_sent}} Vous avez aussi écrit à d''autres : {{not_sent}}. Une de nos règles empêche votre lettre d''y aller.{{/not_sent}}{{/restricted}}\n{{^urgent}}\n{{^has_copies}}\n{{#by_rule}}Une règle fixée par le greffe a choisi ce bureau. {{/by_rule}}Ce n''est pas le bon bureau? Répondez et dites-le-nous. Une personne lira votre réponse.\n{{/has_copies}}\n{{/urgent}}\n{{/office}}\n\n{{#has_copies}}\nQUI D''AUTRE REÇOIT UNE COPIE\n{{#copies}}\n{{copy_start}}{{#copy_address}}, parce que vous avez écrit à {{copy_address}}{{/copy_address}}{{#copy_because}}, parce que {{copy_because}}{{/copy_because}}.\n{{/copies}}\n{{#by_rule}}Une règle fixée par le greffe a choisi ces bureaux. {{/by_rule}}Ce n''est pas le bon bureau? Répondez et dites-le-nous. Une personne lira votre réponse.\n{{/has_copies}}\n\nQUI PEUT LIRE VOTRE LETTRE\n{{#readers}}\n- {{reader_office}}{{#reader_people}} : {{reader_people}}{{/reader_people}}\n{{/readers}}\n- {{always_readers_start}}\n\n{{^urgent}}\nLA SUITE\n{{#first_response}}- D''ici {{first_response}} : une personne {{office_of}} vous répond.{{/first_response}}\n{{#resolution}}- D''ici {{resolution}} : {{office_short}} compte régler le problème, ou vous dit pourquoi il faut plus de temps.{{/resolution}}\n{{^ask_after}}\n{{#office}}- Une personne {{office_of}} lit votre lettre. Nous ne pouvons pas vous promettre de date.{{/office}}\n{{#review}}- Une personne choisit le bureau. Nous ne pouvons pas encore vous promettre de date.{{/review}}\n{{/ask_after}}\n{{#ask_after}}Si vous n''avez rien reçu {{ask_after}}, {{/ask_after}}{{^ask_after}}Pour demander où en est votre lettre, {{/ask_after}}{{#clerk_phone}}appelez le greffe au {{clerk_phone}} ou {{/clerk_phone}}écrivez à {{clerk_address}}. Donnez votre numéro de dossier.\n{{/urgent}}\n\nPOUR AJOUTER QUELQUE CHOSE\nRépondez à ce message.{{#office_phone}} Vous pouvez aussi appeler {{office}} au {{office_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, ou écrire au {{post}}{{/post}}.{{/office_phone}}{{^office_phone}}{{#help_phone}} Vous pouvez aussi composer le {{help_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, ou écrire au {{post}}{{/post}}.{{/help_phone}}{{^help_phone}}{{#post}} Vous pouvez aussi écrire au {{post}}.{{/post}}{{/help_phone}}{{/office_phone}}\n\nVOS RENSEIGNEMENTS\nVotre lettre nous sert à vous répondre. {{#member}}Les lettres de ce bureau appartiennent au conseiller, pas à la Ville. {{/member}}{{^member}}{{#privacy_kept}}Nous la gardons {{privacy_kept}}. {{/privacy_kept}}{{/member}}{{#privacy_contact}}Pour la consulter, la corriger ou poser une question : {{privacy_contact}}.{{/privacy_contact}}\n{{^member}}La loi qui nous le permet : {{privacy_authority}}.{{/member}}\n\n{{#help_phone}}Vous voulez de gros caractères, un autre format ou une autre langue? Composez le {{help_phone}}{{#help_relay}} (ATS {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}English: call {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/acknowledgement.en.txt","text":"Subject: [{{number}}]{{^urgent}} We have your letter{{/urgent}}\n\n{{#first_of_several}}Le français suit.{{/first_of_several}}\n\n{{^urgent}}\nHello,\n\nThis is an automatic message. No one has read your letter yet.\nWe got it on {{received}}.\n{{#delayed}}Our mail system did not work for a while. Your letter waited, and we could read it only on {{delayed}}.{{/delayed}}\n{{/urgent}}\n\nYOUR CASE NUMBER\n{{number}}\n\n{{^urgent}}\nYOUR LETTER\nIt begins: \"{{gist}}\"\nIt came with {{files}}.\n{{#several}}You wrote to more than one of our offices. We treat your letter as one case.{{/several}}\n{{#staff}}You wrote from an address of the Town. We treat your letter like any other.{{/staff}}\n{{#unreadable}}Our system could not read part of your letter. We keep all of it, and a person can look at it. If you think something got lost, reply and tell us.{{/unreadable}}\n{{/urgent}}\n\n{{#answer}}\nAN ANSWER YOU CAN USE NOW\n{{answer}}\n\n{{#answered_yes}}\nDid this answer you?\nThis answered me, close my case: {{answered_yes}}\n\nI still need a person: {{answered_no}}\n\nIf you click nothing, a person answers you.\n{{/answered_yes}}\n{{/answer}}\n\nWHO WILL ANSWER\n{{#office}}{{office_start}}.{{^urgent}}{{#accountable}} {{accountable_start}} is responsible.{{/accountable}}{{/urgent}}{{#alerted}} We are also alerting {{alerted}}.{{/alerted}}{{/office}}\n{{#stands_in}}\n{{#stand_in_until}}{{stand_in_for_start}} is away until {{stand_in_until}}. {{stand_in_acting_start}} acts for it.{{/stand_in_until}}\n{{#stand_in_vacant}}{{stand_in_for_start}} is vacant. {{stand_in_acting_start}} acts for it.{{/stand_in_vacant}}\n{{#stand_in_retired}}{{stand_in_for_start}} has closed for good. {{stand_in_acting_start}} does its work now.{{/stand_in_retired}}\n{{/stands_in}}\n{{#review}}A person in the Town Clerk''s office reads your letter and chooses the office that will answer you.{{#alerted}} We are also alerting {{alerted}}.{{/alerted}}{{/review}}\n{{#office}}\n{{^urgent}}\n{{#because}}Why {{office}}: {{because}}.{{/because}}\n{{#by_address}}Why {{office}}: you wrote to {{by_address}}.{{/by_address}}\n{{#by_fallback}}Why {{office}}: none of our rules fits your letter. A person there finds the right office.{{/by_fallback}}\n{{/urgent}}\n{{#restricted}}Only this office gets your letter.{{#not_sent}} You also wrote to {{not_sent}}. One of our rules keeps your letter from going there.{{/not_sent}}{{/restricted}}\n{{^urgent}}\n{{^has_copies}}\n{{#by_rule}}A rule set by the Town Clerk chose this office. {{/by_rule}}Is this the wrong office? Reply and tell us. A person will read your reply.\n{{/has_copies}}\n{{/urgent}}\n{{/office}}\n\n{{#has_copies}}\nWHO ELSE GETS A COPY\n{{#copies}}\n{{copy_start}}{{#copy_address}}, because you wrote to {{copy_address}}{{/copy_address}}{{#copy_because}}, because {{copy_because}}{{/copy_because}}.\n{{/copies}}\n{{#by_rule}}A rule set by the Town Clerk chose these offices. {{/by_rule}}Is this the wrong office? Reply and tell us. A person will read your reply.\n{{/has_copies}}\n\nWHO CAN READ YOUR LETTER\n{{#readers}}\n- {{reader_office}}{{#reader_people}}: {{reader_people}}{{/reader_people}}\n{{/readers}}\n- {{always_readers_start}}\n\n{{^urgent}}\nWHAT HAPPENS NEXT\n{{#first_response}}- By {{first_response}}: a person from {{office}} answers you.{{/first_response}}\n{{#resolution}}- By {{resolution}}: {{office}} plans to fix the problem, or tells you why it needs more time.{{/resolution}}\n{{^ask_after}}\n{{#office}}- A person from {{office}} reads your letter. We cannot promise you a day.{{/office}}\n{{#review}}- A person chooses the office. We cannot promise you a day yet.{{/review}}\n{{/ask_after}}\n{{#ask_after}}If you hear nothing by {{ask_after}}, {{/ask_after}}{{^ask_after}}To ask about your letter, {{/ask_after}}{{#clerk_phone}}call the Town Clerk at {{clerk_phone}} or {{/clerk_phone}}write to {{clerk_address}}. Give your case number.\n{{/urgent}}\n\nTO ADD SOMETHING\nReply to this message.{{#office_phone}} You can also call {{office}} at {{office_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, or write to {{post}}{{/post}}.{{/office_phone}}{{^office_phone}}{{#help_phone}} You can also call {{help_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, or write to {{post}}{{/post}}.{{/help_phone}}{{^help_phone}}{{#post}} You can also write to {{post}}.{{/post}}{{/help_phone}}{{/office_phone}}\n\nYOUR PRIVACY\nWe use your letter to answer it. {{#member}}This office''s letters belong to the councillor, not to the Town. {{/member}}{{^member}}{{#privacy_kept}}We keep it for {{privacy_kept}}. {{/privacy_kept}}{{/member}}{{#privacy_contact}}To see it, correct it or ask a question, write to {{privacy_contact}}.{{/privacy_contact}}\n{{^member}}The law that lets us do this: {{privacy_authority}}.{{/member}}\n\n{{#help_phone}}Do you need large print, another format or another language? Call {{help_phone}}{{#help_relay}} (TTY {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}Français : composez le {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/acknowledgement.fr.txt","text":"Subject: [{{number}}]{{^urgent}} Nous avons reçu votre lettre{{/urgent}}\n\n{{#first_of_several}}English follows.{{/first_of_several}}\n\n{{^urgent}}\nBonjour,\n\nCe message est automatique. Personne n''a encore lu votre lettre.\nNous l''avons reçue {{received}}.\n{{#delayed}}Notre système de courriel n''a pas fonctionné pendant un moment. Votre lettre a attendu, et nous avons pu la lire seulement {{delayed}}.{{/delayed}}\n{{/urgent}}\n\nVOTRE NUMÉRO DE DOSSIER\n{{number}}\n\n{{^urgent}}\nVOTRE LETTRE\nElle commence ainsi : « {{gist}} »\nElle contient {{files}}.\n{{#several}}Vous avez écrit à plusieurs de nos bureaux. Votre lettre forme un seul dossier.{{/several}}\n{{#staff}}Vous avez écrit d''une adresse de la Ville. Nous traitons votre lettre comme les autres.{{/staff}}\n{{#unreadable}}Notre système n''a pas pu lire une partie de votre lettre. Nous la gardons au complet, et une personne peut la regarder. Si vous pensez qu''il manque quelque chose, répondez et dites-le-nous.{{/unreadable}}\n{{/urgent}}\n\n{{#answer}}\nUNE RÉPONSE UTILE DÈS MAINTENANT\n{{answer}}\n\n{{#answered_yes}}\nAvez-vous votre réponse?\nJ''ai ma réponse, fermez mon dossier : {{answered_yes}}\n\nJ''ai encore besoin d''une personne : {{answered_no}}\n\nSi vous ne cliquez sur rien, une personne vous répond.\n{{/answered_yes}}\n{{/answer}}\n\nQUI VA VOUS RÉPONDRE\n{{#office}}{{office_start}}.{{^urgent}}{{#accountable}} Le responsable est {{accountable}}.{{/accountable}}{{/urgent}}{{#alerted}} Nous alertons aussi {{alerted}}.{{/alerted}}{{/office}}\n{{#stands_in}}\n{{#stand_in_until}}Une absence finit {{stand_in_until}}. D''ici là, {{stand_in_acting}} répond à la place {{stand_in_for_of}}.{{/stand_in_until}}\n{{#stand_in_vacant}}{{stand_in_acting_start}} répond à la place {{stand_in_for_of}}, où le poste est vacant.{{/stand_in_vacant}}\n{{#stand_in_retired}}{{stand_in_acting_start}} répond à la place {{stand_in_for_of}}, qui n''existe plus.{{/stand_in_retired}}\n{{/stands_in}}\n{{#review}}Une personne du greffe lit votre lettre et choisit le bureau qui va vous répondre.{{#alerted}} Nous alertons aussi {{alerted}}.{{/alerted}}{{/review}}\n{{#office}}\n{{^urgent}}\n{{#because}}Pourquoi {{office_this}} : {{because}}.{{/because}}\n{{#by_address}}Pourquoi {{office_this}} : vous avez écrit à {{by_address}}.{{/by_address}}\n{{#by_fallback}}Pourquoi {{office_this}} : aucune de nos règles ne convient à votre lettre. Une personne y trouve le bon bureau.{{/by_fallback}}\n{{/urgent}}\n{{#restricted}}Votre lettre va seulement à cet endroit.{{#not_sent}} Vous avez aussi écrit à d''autres : {{not_sent}}. Une de nos règles empêche votre lettre d''y aller.{{/not_sent}}{{/restricted}}\n{{^urgent}}\n{{^has_copies}}\n{{#by_rule}}Une règle fixée par le greffe a choisi ce bureau. {{/by_rule}}Ce n''est pas le bon bureau? Répondez et dites-le-nous. Une personne lira votre réponse.\n{{/has_copies}}\n{{/urgent}}\n{{/office}}\n\n{{#has_copies}}\nQUI D''AUTRE REÇOIT UNE COPIE\n{{#copies}}\n{{copy_start}}{{#copy_address}}, parce que vous avez écrit à {{copy_address}}{{/copy_address}}{{#copy_because}}, parce que {{copy_because}}{{/copy_because}}.\n{{/copies}}\n{{#by_rule}}Une règle fixée par le greffe a choisi ces bureaux. {{/by_rule}}Ce n''est pas le bon bureau? Répondez et dites-le-nous. Une personne lira votre réponse.\n{{/has_copies}}\n\nQUI PEUT LIRE VOTRE LETTRE\n{{#readers}}\n- {{reader_office}}{{#reader_people}} : {{reader_people}}{{/reader_people}}\n{{/readers}}\n- {{always_readers_start}}\n\n{{^urgent}}\nLA SUITE\n{{#first_response}}- D''ici {{first_response}} : une personne {{office_of}} vous répond.{{/first_response}}\n{{#resolution}}- D''ici {{resolution}} : {{office_short}} compte régler le problème, ou vous dit pourquoi il faut plus de temps.{{/resolution}}\n{{^ask_after}}\n{{#office}}- Une personne {{office_of}} lit votre lettre. Nous ne pouvons pas vous promettre de date.{{/office}}\n{{#review}}- Une personne choisit le bureau. Nous ne pouvons pas encore vous promettre de date.{{/review}}\n{{/ask_after}}\n{{#ask_after}}Si vous n''avez rien reçu {{ask_after}}, {{/ask_after}}{{^ask_after}}Pour demander où en est votre lettre, {{/ask_after}}{{#clerk_phone}}appelez le greffe au {{clerk_phone}} ou {{/clerk_phone}}écrivez à {{clerk_address}}. Donnez votre numéro de dossier.\n{{/urgent}}\n\nPOUR AJOUTER QUELQUE CHOSE\nRépondez à ce message.{{#office_phone}} Vous pouvez aussi appeler {{office}} au {{office_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, ou écrire au {{post}}{{/post}}.{{/office_phone}}{{^office_phone}}{{#help_phone}} Vous pouvez aussi composer le {{help_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, ou écrire au {{post}}{{/post}}.{{/help_phone}}{{^help_phone}}{{#post}} Vous pouvez aussi écrire au {{post}}.{{/post}}{{/help_phone}}{{/office_phone}}\n\nVOS RENSEIGNEMENTS\nVotre lettre nous sert à vous répondre. {{#member}}Les lettres de ce bureau appartiennent au conseiller, pas à la Ville. {{/member}}{{^member}}{{#privacy_kept}}Nous la gardons {{privacy_kept}}. {{/privacy_kept}}{{/member}}{{#privacy_contact}}Pour la consulter, la corriger ou poser une question : {{privacy_contact}}.{{/privacy_contact}}\n{{^member}}La loi qui nous le permet : {{privacy_authority}}.{{/member}}\n\n{{#help_phone}}Vous voulez de gros caractères, un autre format ou une autre langue? Composez le {{help_phone}}{{#help_relay}} (ATS {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}English: call {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/addition.en.txt","text":"Subject: [{{number}}]{{^urgent}} We added your letter to your case{{/urgent}}\n\n{{#first_of_several}}Le français suit.{{/first_of_several}}\n\n{{^urgent}}\nHello,\n\nThis is an automatic message. No one has read your letter yet.\nWe got it on {{received}}.\n{{#delayed}}Our mail system did not work for a while. Your letter waited, and we could read it only on {{delayed}}.{{/delayed}}\n{{/urgent}}\n\nYOUR CASE NUMBER\n{{number}}\n\nWHAT YOU SENT\n{{^urgent}}It begins: \"{{gist}}\"{{/urgent}}\nIt came with {{files}}.\n{{#unreadable}}Our system could not read part of your letter. We keep all of it, and a person can look at it.{{/unreadable}}\n\nWHO GETS IT\nThe people who have your case get this letter too.\n{{#copies}}\n{{copy_start}}{{#copy_address}}, because you wrote to {{copy_address}}{{/copy_address}}{{#copy_because}}, because {{copy_because}}{{/copy_because}}.\n{{/copies}}\n{{#alerted}}We are also alerting {{alerted}}.{{/alerted}}\nIs your letter about something else? Reply and tell us. A person will read your reply.\n\n{{#help_phone}}Do you need large print, another format or another language? Call {{help_phone}}{{#help_relay}} (TTY {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}Français : composez le {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/addition.fr.txt","text":"Subject: [{{number}}]{{^urgent}} Nous avons ajouté votre lettre à votre dossier{{/urgent}}\n\n{{#first_of_several}}English follows.{{/first_of_several}}\n\n{{^urgent}}\nBonjour,\n\nCe message est automatique. Personne n''a encore lu votre lettre.\nNous l''avons reçue {{received}}.\n{{#delayed}}Notre système de courriel n''a pas fonctionné pendant un moment. Votre lettre a attendu, et nous avons pu la lire seulement {{delayed}}.{{/delayed}}\n{{/urgent}}\n\nVOTRE NUMÉRO DE DOSSIER\n{{number}}\n\nCE QUE VOUS AVEZ ENVOYÉ\n{{^urgent}}Votre lettre commence ainsi : « {{gist}} »{{/urgent}}\nElle contient {{files}}.\n{{#unreadable}}Notre système n''a pas pu lire une partie de votre lettre. Nous la gardons au complet, et une personne peut la regarder.{{/unreadable}}\n\nQUI LA REÇOIT\nLes personnes qui ont votre dossier reçoivent aussi cette lettre.\n{{#copies}}\n{{copy_start}}{{#copy_address}}, parce que vous avez écrit à {{copy_address}}{{/copy_address}}{{#copy_because}}, parce que {{copy_because}}{{/copy_because}}.\n{{/copies}}\n{{#alerted}}Nous alertons aussi {{alerted}}.{{/alerted}}\nVotre lettre parle d''autre chose? Répondez et dites-le-nous. Une personne lira votre réponse.\n\n{{#help_phone}}Vous voulez de gros caractères, un autre format ou une autre langue? Composez le {{help_phone}}{{#help_relay}} (ATS {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}English: call {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/answer-garbage.en.txt","text":"Subject: Garbage and recycling days\n\nWe collect garbage and recycling once a week. Put everything at the curb before 7 a.m. on your day.\n- Ward 1: Tuesday\n- Ward 2: Wednesday\nWhen the day is a holiday, we come one day later.\n"},{"name":"letters/answer-garbage.fr.txt","text":"Subject: Jours de collecte\n\nNous ramassons les ordures et le recyclage une fois par semaine. Mettez tout au bord de la rue avant 7 h le jour de la collecte.\n- Quartier 1 : mardi\n- Quartier 2 : mercredi\nSi c''est un jour férié, nous passons un jour plus tard.\n"},{"name":"letters/closed.en.txt","text":"Subject: [{{number}}] We closed your case\n\n{{#first_of_several}}Le français suit.{{/first_of_several}}\n\nHello,\n\nWe closed your case on {{closed_on}}.\n\nYOUR CASE NUMBER\n{{number}}\n\nIS IT SETTLED?\n{{#settled_yes}}\nYes, it is settled: {{settled_yes}}\n\nNot yet: {{settled_not_yet}}\n\nThe link opens a page with a button. You can add a few words there. If you say \"not yet\", your case opens again.\n{{/settled_yes}}\n{{^settled_yes}}\nNot settled? Reply to this message and your case opens again.\n{{/settled_yes}}\n\n{{#office}}\nWHO HAD YOUR CASE\n{{office_start}}.{{#accountable}} {{accountable_start}} is responsible.{{/accountable}}{{#office_phone}} You can call {{office_phone}}{{#hours}}, {{hours}}{{/hours}}.{{/office_phone}}\n{{/office}}\n\n{{#help_phone}}Do you need large print, another format or another language? Call {{help_phone}}{{#help_relay}} (TTY {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}Français : composez le {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/closed.fr.txt","text":"Subject: [{{number}}] Nous avons fermé votre dossier\n\n{{#first_of_several}}English follows.{{/first_of_several}}\n\nBonjour,\n\nNous avons fermé votre dossier {{closed_on}}.\n\nVOTRE NUMÉRO DE DOSSIER\n{{number}}\n\nEST-CE RÉGLÉ?\n{{#settled_yes}}\nOui, c''est réglé : {{settled_yes}}\n\nPas encore : {{settled_not_yet}}\n\nLe lien ouvre une page avec un bouton. Vous pouvez y ajouter quelques mots. Si vous répondez « pas encore », votre dossier est rouvert.\n{{/settled_yes}}\n{{^settled_yes}}\nCe n''est pas réglé? Répondez à ce message et votre dossier est rouvert.\n{{/settled_yes}}\n\n{{#office}}\nQUI AVAIT VOTRE DOSSIER\n{{office_start}}.{{#accountable}} Le responsable est {{accountable}}.{{/accountable}}{{#office_phone}} Vous pouvez composer le {{office_phone}}{{#hours}}, {{hours}}{{/hours}}.{{/office_phone}}\n{{/office}}\n\n{{#help_phone}}Vous voulez de gros caractères, un autre format ou une autre langue? Composez le {{help_phone}}{{#help_relay}} (ATS {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}English: call {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/forward.en.txt","text":"Subject: [{{number}}]\n\nCase {{number}}{{#received}}, letter received on {{received}}{{/received}}.\n\nWHY YOU GET IT\n{{#role_answers}}Your office answers this letter.{{/role_answers}}\n{{#role_copy}}This is a copy. Another office answers the letter.{{/role_copy}}\n{{#role_addition}}This letter joins a case that you have.{{/role_addition}}\n{{#role_review}}No office has this letter yet. Please choose the office that will answer it.{{/role_review}}\nThe rule \"{{rule}}\" sends it to you.\nThe resident wrote to {{written_to}}.\n{{#restricted}}A rule lets only your office have this letter. Please do not pass it on.{{/restricted}}\n\nBY WHEN\nWe told the resident that your office answers by {{due}}.\n\nIF YOU REPLY TO THIS MESSAGE\n{{#reply_direct}}Your reply goes straight to the resident ({{reply_to}}).{{#case_address}} Put {{case_address}} in Cc, so that the case knows that you answered.{{/case_address}}{{/reply_direct}}\n{{#reply_through}}Write above the first line of this message. We send what you write, your name and your files on to the resident, and nothing else.{{/reply_through}}\n{{^reply_direct}}{{^reply_through}}We have no address of the resident. No reply can reach them by e-mail.{{/reply_through}}{{/reply_direct}}\n{{#resident}}The resident''s address is {{resident}}.{{/resident}}\n\nFOR THE CASE\n{{#reply_through}}Answer: {{answer_link}}{{/reply_through}}\nThis is not ours: {{not_ours_link}}\nIt is settled, close the case: {{close_link}}\n\n{{#unreadable}}Our system could not read part of this letter.{{/unreadable}}\n\nATTACHMENTS WE LEFT OUT\n{{#left_out}}\n- {{left_out_name}} ({{left_out_size}}){{#left_out_refused}}, because mail systems refuse files of this type{{/left_out_refused}}{{#left_out_large}}, because the message would be too large{{/left_out_large}}\n{{/left_out}}\n\n--------------------\nFrom: {{letter_from}}\nDate: {{letter_date}}\nSubject: {{letter_subject}}\n"},{"name":"letters/forward.fr.txt","text":"Subject: [{{number}}]\n\nDossier {{number}}{{#received}}, lettre reçue {{received}}{{/received}}.\n\nPOURQUOI VOUS LA RECEVEZ\n{{#role_answers}}Votre bureau répond à cette lettre.{{/role_answers}}\n{{#role_copy}}Ceci est une copie. Un autre bureau répond à la lettre.{{/role_copy}}\n{{#role_addition}}Cette lettre s''ajoute à un dossier que vous avez.{{/role_addition}}\n{{#role_review}}Aucun bureau n''a encore cette lettre. Choisissez le bureau qui va y répondre.{{/role_review}}\nLa règle « {{rule}} » vous l''envoie.\nLa personne a écrit à {{written_to}}.\n{{#restricted}}Selon une règle, seul votre bureau peut avoir cette lettre. Ne la transmettez pas.{{/restricted}}\n\nPOUR QUAND\nNous avons dit à la personne que votre bureau répond d''ici {{due}}.\n\nSI VOUS RÉPONDEZ À CE MESSAGE\n{{#reply_direct}}Votre réponse va directement à la personne ({{reply_to}}).{{#case_address}} Mettez {{case_address}} en copie (Cc), pour que le dossier sache que vous avez répondu.{{/case_address}}{{/reply_direct}}\n{{#reply_through}}Écrivez au-dessus de la première ligne de ce message. Nous envoyons à la personne ce que vous écrivez, votre nom et vos fichiers, et rien d''autre.{{/reply_through}}\n{{^reply_direct}}{{^reply_through}}Nous n''avons pas l''adresse de la personne. Aucune réponse ne peut l''atteindre par courriel.{{/reply_through}}{{/reply_direct}}\n{{#resident}}L''adresse de la personne est {{resident}}.{{/resident}}\n\nPOUR LE DOSSIER\n{{#reply_through}}Répondre : {{answer_link}}{{/reply_through}}\nCe n''est pas pour nous : {{not_ours_link}}\nC''est réglé, fermer le dossier : {{close_link}}\n\n{{#unreadable}}Notre système n''a pas pu lire une partie de cette lettre.{{/unreadable}}\n\nFICHIERS QUE NOUS N''ENVOYONS PAS\n{{#left_out}}\n- {{left_out_name}} ({{left_out_size}}){{#left_out_refused}}, parce que les serveurs refusent ce type de fichier{{/left_out_refused}}{{#left_out_large}}, parce que le message serait trop lourd{{/left_out_large}}\n{{/left_out}}\n\n--------------------\nDe : {{letter_from}}\nDate : {{letter_date}}\nObjet : {{letter_subject}}\n"},{"name":"letters/invitation.en.txt","text":"Subject: [{{number}}] We have your invitation\n\n{{#first_of_several}}Le français suit.{{/first_of_several}}\n\nHello,\n\nThis is an automatic message. It does not accept or decline your invitation. No one has read it yet.\nWe got it on {{received}}.\n\nYOUR CASE NUMBER\n{{number}}\n\nWHO WILL ANSWER\n{{#office}}{{office_start}}.{{#accountable}} {{accountable_start}} is responsible.{{/accountable}}{{/office}}\n{{#review}}A person in the Town Clerk''s office reads your invitation and chooses the office that will answer you.{{/review}}\n\nWHO CAN READ YOUR INVITATION\n{{#readers}}\n- {{reader_office}}{{#reader_people}}: {{reader_people}}{{/reader_people}}\n{{/readers}}\n- {{always_readers_start}}\n\nWHAT HAPPENS NEXT\nA person tells you whether someone can come. Until then, please count on nobody.\n{{#first_response}}You hear from us by {{first_response}}.{{/first_response}}\n{{#ask_after}}If you hear nothing by {{ask_after}}, {{/ask_after}}{{^ask_after}}To ask about your invitation, {{/ask_after}}{{#clerk_phone}}call the Town Clerk at {{clerk_phone}} or {{/clerk_phone}}write to {{clerk_address}}. Give your case number.\n\nTo add something, reply to this message.\n\n{{#help_phone}}Do you need large print, another format or another language? Call {{help_phone}}{{#help_relay}} (TTY {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}Français : composez le {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/invitation.fr.txt","text":"Subject: [{{number}}] Nous avons reçu votre invitation\n\n{{#first_of_several}}English follows.{{/first_of_several}}\n\nBonjour,\n\nCe message est automatique. Il n''accepte pas et ne refuse pas votre invitation. Personne ne l''a encore lue.\nNous l''avons reçue {{received}}.\n\nVOTRE NUMÉRO DE DOSSIER\n{{number}}\n\nQUI VA VOUS RÉPONDRE\n{{#office}}{{office_start}}.{{#accountable}} Responsable : {{accountable}}.{{/accountable}}{{/office}}\n{{#review}}Une personne du greffe lit votre invitation et choisit le bureau qui vous répondra.{{/review}}\n\nQUI PEUT LIRE VOTRE INVITATION\n{{#readers}}\n- {{reader_office}}{{#reader_people}} : {{reader_people}}{{/reader_people}}\n{{/readers}}\n- {{always_readers_start}}\n\nLA SUITE\nUne personne vous dit si quelqu''un peut venir. D''ici là, ne comptez sur personne.\n{{#first_response}}Vous aurez de nos nouvelles d''ici {{first_response}}.{{/first_response}}\n{{#ask_after}}Si vous n''avez rien reçu {{ask_after}}, {{/ask_after}}{{^ask_after}}Pour demander des nouvelles, {{/ask_after}}{{#clerk_phone}}appelez le greffe au {{clerk_phone}} ou {{/clerk_phone}}écrivez à {{clerk_address}}. Donnez votre numéro de dossier.\n\nPour ajouter quelque chose, répondez à ce message.\n\n{{#help_phone}}Vous voulez de gros caractères, un autre format ou une autre langue? Composez le {{help_phone}}{{#help_relay}} (ATS {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}English: call {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/notice-crisis.en.txt","text":"Subject: NEED HELP NOW? CALL OR TEXT {{emergency_crisis}}\n\nIF YOU THINK OF ENDING YOUR LIFE, CALL OR TEXT {{emergency_crisis}} NOW.\nYou can talk to someone 24 hours a day. It costs nothing.\nIf anyone is in danger, call {{emergency_danger}}.\n\nThis message is automatic. No one may see your letter for hours. We sent you this notice because your letter uses words we treat as urgent.\n"},{"name":"letters/notice-crisis.fr.txt","text":"Subject: BESOIN D''AIDE MAINTENANT? APPELEZ OU TEXTEZ LE {{emergency_crisis}}\n\nSI VOUS PENSEZ À METTRE FIN À VOS JOURS, APPELEZ OU TEXTEZ LE {{emergency_crisis}} TOUT DE SUITE.\nQuelqu''un vous écoute 24 heures sur 24. C''est gratuit.\nSi une personne est en danger, composez le {{emergency_danger}}.\n\nCe message est automatique. Des heures peuvent passer avant qu''une personne voie votre lettre. Vous recevez cet avis parce que votre lettre contient des mots que nous traitons comme urgents.\n"},{"name":"letters/notice-danger.en.txt","text":"Subject: DANGER? CALL {{emergency_danger}} NOW\n\nIF ANYONE IS IN DANGER, CALL {{emergency_danger}} NOW.\nDo not wait for an answer to this message. It is automatic. No one may see your letter for hours.\n\nA wire is down: stay 10 metres (33 feet) away. Do not touch it. Call {{emergency_danger}}. Then call Example Hydro at 613-555-0198, 24 hours a day.\nYou smell gas: leave the building first. Then call {{emergency_danger}} from outside.\n\nWe sent you this notice because your letter uses words we treat as urgent. If it is not urgent, you do not need to do anything.\n"},{"name":"letters/notice-danger.fr.txt","text":"Subject: DANGER? COMPOSEZ LE {{emergency_danger}}\n\nSI QUELQU''UN EST EN DANGER, COMPOSEZ LE {{emergency_danger}} TOUT DE SUITE.\nN''attendez pas de réponse à ce message. Il est automatique. Des heures peuvent passer avant qu''une personne voie votre lettre.\n\nUn fil électrique est tombé : restez à 10 mètres. N''y touchez pas. Composez le {{emergency_danger}}. Appelez ensuite Hydro Exemple au 613-555-0198, 24 heures sur 24.\nÇa sent le gaz : sortez d''abord. Composez ensuite le {{emergency_danger}} de l''extérieur.\n\nVous recevez cet avis parce que votre lettre contient des mots que nous traitons comme urgents. Si ce n''est pas urgent, vous n''avez rien à faire.\n"},{"name":"letters/notice-threat.en.txt","text":"Subject: IN DANGER? CALL {{emergency_danger}} NOW\n\nIF SOMEONE THREATENS YOU OR ANYONE ELSE, CALL {{emergency_danger}} NOW.\nDo not wait for an answer to this message. It is automatic. No one may see your letter for hours.\nGo to a safe place if you can. Keep messages and pictures: the police will ask for them.\n\nWe sent you this notice because your letter uses words we treat as urgent. If it is not urgent, you do not need to do anything.\n"},{"name":"letters/notice-threat.fr.txt","text":"Subject: EN DANGER? COMPOSEZ LE {{emergency_danger}}\n\nSI QUELQU''UN VOUS MENACE OU MENACE UNE AUTRE PERSONNE, COMPOSEZ LE {{emergency_danger}} TOUT DE SUITE.\nN''attendez pas de réponse à ce message. Il est automatique. Des heures peuvent passer avant qu''une personne voie votre lettre.\nMettez-vous à l''abri si vous le pouvez. Gardez les messages et les images : la police les demandera.\n\nVous recevez cet avis parce que votre lettre contient des mots que nous traitons comme urgents. Si ce n''est pas urgent, vous n''avez rien à faire.\n"},{"name":"letters/staff.en.txt","text":"Subject: [{{number}}] We have your letter\n\n{{#first_of_several}}Le français suit.{{/first_of_several}}\n\nYou wrote to a general address of the Town from a staff address. This is an automatic message.\nWe got your letter on {{received}}.{{#files}} It came with {{files}}.{{/files}}\n\nCase number: {{number}}\n{{#office}}It is with {{office}}.{{#first_response}} They answer by {{first_response}}.{{/first_response}}{{/office}}\n{{#review}}A person in the Town Clerk''s office chooses the office that has it.{{/review}}\n\nIf you passed on a resident''s letter: the resident does not hear from us. We answered only you. Ask the Town Clerk ({{clerk_address}}) to open the case in the resident''s name.\n\nTo add something, reply to this message.\n\n{{town}}\n"},{"name":"letters/staff.fr.txt","text":"Subject: [{{number}}] Nous avons reçu votre lettre\n\n{{#first_of_several}}English follows.{{/first_of_several}}\n\nVous avez écrit à une adresse générale de la Ville depuis une adresse du personnel. Ce message est automatique.\nNous avons reçu votre lettre {{received}}.{{#files}} Elle contient {{files}}.{{/files}}\n\nNuméro de dossier : {{number}}\n{{#office}}Le dossier est confié à ce bureau : {{office}}.{{#first_response}} Réponse d''ici {{first_response}}.{{/first_response}}{{/office}}\n{{#review}}Une personne du greffe choisit le bureau qui s''en occupe.{{/review}}\n\nSi vous avez transmis la lettre d''une résidente ou d''un résident : cette personne ne reçoit rien de nous. Nous n''avons répondu qu''à vous. Demandez au greffe ({{clerk_address}}) d''ouvrir le dossier à son nom.\n\nPour ajouter quelque chose, répondez à ce message.\n\n{{town}}\n"},{"name":"letters/too-large.en.txt","text":"Subject: Your letter is too large for our mail system\n\n{{#first_of_several}}Le français suit.{{/first_of_several}}\n\nHello,\n\nThis is an automatic message. We could not take your letter.\nIt came on {{received}}.\nIt is larger than {{max_size}}. That is the most we can take.\n\nWHAT TO DO NOW\nSend your letter again without the files, or with smaller files. No office has your letter until then.\n{{#help_phone}}Do you need help? Call {{help_phone}}{{#hours}}, {{hours}}{{/hours}}.{{/help_phone}}\nYou can also write to {{post}}.\n\n{{#emergency_danger}}IS ANYONE IN DANGER? Call {{emergency_danger}}.{{/emergency_danger}}\n\n{{#help_phone}}Do you need large print, another format or another language? Call {{help_phone}}{{#help_relay}} (TTY {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}Français : composez le {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/too-large.fr.txt","text":"Subject: Votre lettre est trop lourde pour notre courriel\n\n{{#first_of_several}}English follows.{{/first_of_several}}\n\nBonjour,\n\nCe message est automatique. Nous n''avons pas pu prendre votre lettre.\nElle est arrivée {{received}}.\nElle dépasse {{max_size}}. C''est le plus que nous pouvons prendre.\n\nQUE FAIRE MAINTENANT\nEnvoyez de nouveau votre lettre, sans les fichiers ou avec de plus petits fichiers. D''ici là, aucun bureau n''a votre lettre.\n{{#help_phone}}Avez-vous besoin d''aide? Composez le {{help_phone}}{{#hours}}, {{hours}}{{/hours}}.{{/help_phone}}\nVous pouvez aussi écrire au {{post}}.\n\n{{#emergency_danger}}QUELQU''UN EST EN DANGER? Composez le {{emergency_danger}}.{{/emergency_danger}}\n\n{{#help_phone}}Vous voulez de gros caractères, un autre format ou une autre langue? Composez le {{help_phone}}{{#help_relay}} (ATS {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}English: call {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/update.en.txt","text":"Subject: [{{number}}] News about your letter\n\nHello,\n\nThere is news about your letter.\n{{#rerouted}}We sent your letter to another office. The office that had it told us that this is not its work.{{/rerouted}}\n{{#acting}}Nobody holds the office that had your letter just now.{{#office}} {{office_start}} acts for it.{{/office}}{{/acting}}\n{{#assigned}}{{#office}}{{office_start}} has your letter now.{{/office}}{{/assigned}}\n{{#extended}}We need more time. The new day is below.{{/extended}}\n{{#closed_on}}We closed your case on {{closed_on}}. Not settled? Reply to this message and your case opens again.{{/closed_on}}\n\nYOUR CASE NUMBER\n{{number}}\n\n{{#consent_yes}}\nWHO MAY HAVE YOUR CASE\nSomebody else takes over from the office that had your letter. May they have your case?\n\nYes: {{consent_yes}}\n\nNo: {{consent_no}}\n\nThe link opens a page with a button.\n{{/consent_yes}}\n\n{{^closed_on}}\nWHO WILL ANSWER\n{{#review}}A person in the Town Clerk''s office chooses the office that will answer you.{{/review}}\n{{#office}}{{office_start}}.{{#accountable}} {{accountable_start}} is responsible.{{/accountable}}{{/office}}\n{{#because}}Why {{office}}: {{because}}.{{/because}}\n\nWHAT HAPPENS NEXT\n{{#first_response}}- By {{first_response}}: a person from {{office}} answers you.{{/first_response}}\n{{#resolution}}- By {{resolution}}: {{office}} plans to fix the problem, or tells you why it needs more time.{{/resolution}}\n{{#review}}- A person chooses the office. We cannot promise you a day yet.{{/review}}\n{{#ask_after}}If you hear nothing by {{ask_after}}, {{/ask_after}}{{^ask_after}}To ask about your letter, {{/ask_after}}{{#clerk_phone}}call the Town Clerk at {{clerk_phone}} or {{/clerk_phone}}write to {{clerk_address}}. Give your case number.\n{{/closed_on}}\n\nTO ADD SOMETHING\nReply to this message.{{#office_phone}} You can also call {{office}} at {{office_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, or write to {{post}}{{/post}}.{{/office_phone}}{{^office_phone}}{{#help_phone}} You can also call {{help_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, or write to {{post}}{{/post}}.{{/help_phone}}{{^help_phone}}{{#post}} You can also write to {{post}}.{{/post}}{{/help_phone}}{{/office_phone}}\n\n{{#help_phone}}Do you need large print, another format or another language? Call {{help_phone}}{{#help_relay}} (TTY {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}Français : composez le {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/update.fr.txt","text":"Subject: [{{number}}] Des nouvelles de votre lettre\n\nBonjour,\n\nIl y a du nouveau au sujet de votre lettre.\n{{#rerouted}}Nous avons envoyé votre lettre à un autre bureau. Celui qui l''avait nous a dit que ce n''est pas son travail.{{/rerouted}}\n{{#acting}}En ce moment, personne n''occupe le poste qui avait votre lettre.{{#office}} {{office_start}} le remplace.{{/office}}{{/acting}}\n{{#assigned}}{{#office}}{{office_start}} a maintenant votre lettre.{{/office}}{{/assigned}}\n{{#extended}}Il nous faut plus de temps. Le nouveau jour est indiqué plus bas.{{/extended}}\n{{#closed_on}}Nous avons fermé votre dossier {{closed_on}}. Ce n''est pas réglé? Répondez à ce message et votre dossier est rouvert.{{/closed_on}}\n\nVOTRE NUMÉRO DE DOSSIER\n{{number}}\n\n{{#consent_yes}}\nQUI PEUT AVOIR VOTRE DOSSIER\nUne autre personne prend la relève du poste qui avait votre lettre. Peut-elle avoir votre dossier?\n\nOui : {{consent_yes}}\n\nNon : {{consent_no}}\n\nLe lien ouvre une page avec un bouton.\n{{/consent_yes}}\n\n{{^closed_on}}\nQUI VA VOUS RÉPONDRE\n{{#review}}Une personne du greffe choisit le bureau qui va vous répondre.{{/review}}\n{{#office}}{{office_start}}.{{#accountable}} Le responsable est {{accountable}}.{{/accountable}}{{/office}}\n{{#because}}Pourquoi {{office_this}} : {{because}}.{{/because}}\n\nLA SUITE\n{{#first_response}}- D''ici {{first_response}} : une personne {{office_of}} vous répond.{{/first_response}}\n{{#resolution}}- D''ici {{resolution}} : {{office_short}} compte régler le problème, ou vous dit pourquoi il faut plus de temps.{{/resolution}}\n{{#review}}- Une personne choisit le bureau. Nous ne pouvons pas encore vous promettre un jour.{{/review}}\n{{#ask_after}}Si vous n''avez rien reçu {{ask_after}}, {{/ask_after}}{{^ask_after}}Pour demander où en est votre lettre, {{/ask_after}}{{#clerk_phone}}appelez le greffe au {{clerk_phone}} ou {{/clerk_phone}}écrivez à {{clerk_address}}. Donnez votre numéro de dossier.\n{{/closed_on}}\n\nPOUR AJOUTER QUELQUE CHOSE\nRépondez à ce message.{{#office_phone}} Vous pouvez aussi appeler {{office}} au {{office_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, ou écrire au {{post}}{{/post}}.{{/office_phone}}{{^office_phone}}{{#help_phone}} Vous pouvez aussi composer le {{help_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, ou écrire au {{post}}{{/post}}.{{/help_phone}}{{^help_phone}}{{#post}} Vous pouvez aussi écrire au {{post}}.{{/post}}{{/help_phone}}{{/office_phone}}\n\n{{#help_phone}}Vous voulez de gros caractères, un autre format ou une autre langue? Composez le {{help_phone}}{{#help_relay}} (ATS {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}English: call {{help_phone}}.{{/one_language}}\n\n{{town}}\n"}],"rules":[{"name":"rules/10-topics.yaml","text":"version: 1\nlists:\n  road words: [pothole*, nid* de poule*, sidewalk, sidewalks, trottoir*]\n  waste words: [garbage, recycling, ordures, recyclage]\nrules:\n  - rule: Ward 2 street named\n    when: {text: {word: [Maple Street, \"rue de l''Église\"]}}\n    then: {copy: ward-2}\n    because: {en: it names a street of Ward 2, fr: elle nomme une rue du quartier 2}\n  - rule: Roads\n    when: {text: {word: {list: road words}}}\n    then: {assign: roads, label: roads}\n    because: {en: it mentions a road or sidewalk, fr: elle parle d''une rue ou d''un trottoir}\n  - rule: Waste\n    when: {text: {word: {list: waste words}}}\n    then: {assign: waste, label: waste}\n    because: {en: it mentions garbage or recycling, fr: elle parle des ordures ou du recyclage}\n  - rule: Newsletters\n    when: {header: {name: List-Unsubscribe, exists: true}}\n    then: {ignore: newsletter}\nacknowledge:\n  - {rule: usual, when: always, then: {template: acknowledgement}}\n"}],"town":{"name":"town.yaml","text":"version: 1\ntown: {name: {en: Town of Testing, fr: Ville de Testing}, time_zone: America/Toronto, languages: [en, fr], default_language: en}\ncase_number: {prefix: TT}\nclerk: {address: clerk@staff.testing.invalid, phone: 613-555-0100}\nhelp: {phone: 613-555-0100, relay: \"711\", post: \"1 Main Street, Testing\"}\nprivacy:\n  authority: {en: Municipal Act, fr: Loi sur les municipalités}\n  contact: privacy@staff.testing.invalid\n  kept: {en: two years, fr: deux ans}\nemergency: {danger: \"911\"}\nalways_readers: {en: the Town Clerk''s staff, fr: le personnel du greffe}\ncalendar:\n  until: 2099-12-31\n  hours: {mon-fri: \"08:30-16:30\"}\noffices:\n  front-desk:\n    name: {en: the front desk, fr: l''accueil}\n    accountable: {en: the front desk manager, fr: le chef de l''accueil}\n    address: front-desk@office.testing.invalid\n    readers: {en: three clerks, fr: trois commis}\n    standard: {first_response: 2 business days}\n  ward-1:\n    name: {en: the Ward 1 office, fr: le bureau du quartier 1}\n    accountable: {en: the Ward 1 Councillor, fr: le conseiller du quartier 1}\n    address: ward-1@office.testing.invalid\n    readers: {en: the councillor, fr: le conseiller}\n  ward-2:\n    name: {en: the Ward 2 office, fr: le bureau du quartier 2}\n    accountable: {en: the Ward 2 Councillor, fr: le conseiller du quartier 2}\n    address: ward-2@office.testing.invalid\n    readers: {en: the councillor, fr: le conseiller}\n  mayor:\n    name: {en: the Mayor''s office, fr: le bureau du maire}\n    accountable: {en: the Mayor, fr: le maire}\n    address: mayor@office.testing.invalid\n    readers: {en: the Mayor and one assistant, fr: le maire et un adjoint}\n  roads:\n    name: {en: Roads, fr: Service des routes}\n    accountable: {en: the Manager of Roads, fr: le chef du service des routes}\n    address: roads@office.testing.invalid\n    readers: {en: four staff, fr: quatre employés}\n    standard: {first_response: 2 business days, resolve: 10 business days}\n  waste:\n    name: {en: Waste, fr: Service des déchets}\n    accountable: {en: the Manager of Waste, fr: le chef du service des déchets}\n    address: waste@office.testing.invalid\n    readers: {en: two staff, fr: deux employés}\naddresses:\n  info@town.example: front-desk\n  ward1@town.example: ward-1\n  ward2@town.example: ward-2\n  mayor@town.example: mayor\n  roads@town.example: roads\n  waste@town.example: waste\nfallback: front-desk\n"}}');
INSERT INTO parties (case_id, role, address, name, proven) VALUES (1, 'resident', 'ana@people.example.org', '', 0);
INSERT INTO parties (case_id, role, address, name, proven) VALUES (2, 'resident', 'benoit@people.example.org', '', 0);
INSERT INTO parties (case_id, role, address, name, proven) VALUES (3, 'resident', 'chen@people.example.org', '', 0);
INSERT INTO parties (case_id, role, address, name, proven) VALUES (4, 'resident', 'dora@people.example.org', '', 0);
INSERT INTO parties (case_id, role, address, name, proven) VALUES (5, 'resident', 'perm-eva@people.example.org', '', 0);
INSERT INTO parties (case_id, role, address, name, proven) VALUES (6, 'resident', 'temp-finn@people.example.org', '', 0);
INSERT INTO parties (case_id, role, address, name, proven) VALUES (7, 'resident', 'temp-gita@people.example.org', '', 0);
INSERT INTO parties (case_id, role, address, name, proven) VALUES (8, 'resident', 'drop-hugo@people.example.org', '', 0);
INSERT INTO parties (case_id, role, address, name, proven) VALUES (9, 'resident', 'slow-ines@people.example.org', '', 0);
INSERT INTO parties (case_id, role, address, name, proven) VALUES (10, 'resident', 'jonas@people.example.org', '', 0);
INSERT INTO closings (id, public, case_id, at, who, answer, answered) VALUES (1, 's-3dr4n4d6o5x65b4m', 3, 1748872800554842, 'root', '', NULL);
INSERT INTO search (search) VALUES ('rebuild');
PRAGMA user_version = 8;
