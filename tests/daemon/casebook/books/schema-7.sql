-- A case book of schema 7, as make_book.py made it; people and letters are invented.
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
INSERT INTO meta (name, value) VALUES ('clean', '0');
INSERT INTO meta (name, value) VALUES ('morning-list', '2025-06-02');
INSERT INTO meta (name, value) VALUES ('morning-since', '1748872800570505 2');
INSERT INTO meta (name, value) VALUES ('reminded', '2025-06-02');
INSERT INTO meta (name, value) VALUES ('schema_by', '0.1.0');
INSERT INTO counters (year, last) VALUES (2025, 10);
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', '18908ee67ce917e6e5ddee2903be8ab075475280e74c27343c7e068a809754c9', 1748872801515010, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', '2edb13a15fd3515c2dd963107a0bf5bb1abcc0b049b18f16f1ad628d5eb10029', 1748872801162989, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', '451e340d5a2432003dd683bafb68ac7d668dc556c4773f9c5e27de36d4cfad88', 1748872801648016, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', '578922cb708d4c2284e84c360f3a350a5fd1a4a552a6a7e41d8b86d06adf4361', 1748872800760576, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', '68362b66b329cb82c7792121e2c3a8dc088c44592fa6fa5772ebfa1e9ecda225', 1748872800953522, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', '6921416a4ddf34859bbdf6688d6e1bb9c887edbedd81c97465c6f84e538479d3', 1748872802407197, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', '9821779cfd9e4047bd446bcd46e23999d1b4587fec95b97fec1130d303d3f162', 1748872801350637, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', 'b9143d549189e51dd2d55db2a5a02456c32cade4270bc114fb33bb4026477254', 1748872800691117, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', 'bb41f68b225070baf1e059f0228c50bda6e65dc4d8f61da53900787d986c0364', 1748872801454954, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', 'd32b2ca0a5f66ccf0a26347fe92d274239e929b0b3a2f26e9d199d7dbb673d7c', 1748872801075577, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', 'd64bf05c78daad52424a208948a844ae1ecc6dd7847398f32c5d13716d4e5b7e', 1748872800850697, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', 'e4f920ca4780dbfffa493091f83140f800c22ca30b4a35766bf11095c23e1a0b', 1748872801254973, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', 'fd5e832da1649d9caac3fae70f5b00e3d4af8cc20c1fcdab3a370aae39cf8f61', 1748872802224985, 'taken');
INSERT INTO cases (id, number, short, salt, status, office, priority, channel, restricted, review, decided_by, written_to, source, imported, opened, updated, due, closed, short_acknowledged, first_response, clock_from, first_span, resolve_span, resolve_due, statutory, paused, paused_until, merged_into, languages, news_told, campaign, answered) VALUES (1, 'TT-2025-000001-9', '2025-000001-9', X'756CADA514241F35190E4B78DCCEC3C7', 'new', 'roads', 1, 'email', 0, NULL, 'Roads', 'ward2@town.example', 'pipe', 0, 1748872800695743, 1748872801922602, 1749069000000000, NULL, NULL, NULL, 1748872800691012, '2 business days', '10 business days', 1750105800000000, 0, NULL, NULL, NULL, '["en"]', NULL, NULL, NULL);
INSERT INTO cases (id, number, short, salt, status, office, priority, channel, restricted, review, decided_by, written_to, source, imported, opened, updated, due, closed, short_acknowledged, first_response, clock_from, first_span, resolve_span, resolve_due, statutory, paused, paused_until, merged_into, languages, news_told, campaign, answered) VALUES (2, 'TT-2025-000002-4', '2025-000002-4', X'056C50E93D4A5D48E8A2345ABA6709B1', 'new', 'waste', 1, 'email', 0, NULL, 'Waste', 'info@town.example', 'pipe', 0, 1748872800762650, 1748872800823057, NULL, NULL, NULL, NULL, 1748872800760492, '', '', NULL, 0, NULL, NULL, NULL, '["fr"]', NULL, NULL, NULL);
INSERT INTO cases (id, number, short, salt, status, office, priority, channel, restricted, review, decided_by, written_to, source, imported, opened, updated, due, closed, short_acknowledged, first_response, clock_from, first_span, resolve_span, resolve_due, statutory, paused, paused_until, merged_into, languages, news_told, campaign, answered) VALUES (3, 'TT-2025-000003-5', '2025-000003-5', X'53F1B720E36360DADF09C163303466B9', 'closed', 'front-desk', 1, 'email', 0, NULL, 'address', 'info@town.example', 'pipe', 0, 1748872800968126, 1748872802007670, 1749069000000000, 1748872801998971, NULL, NULL, 1748872800953414, '2 business days', '', NULL, 0, NULL, NULL, NULL, '["en"]', 1748872801998971, NULL, NULL);
INSERT INTO cases (id, number, short, salt, status, office, priority, channel, restricted, review, decided_by, written_to, source, imported, opened, updated, due, closed, short_acknowledged, first_response, clock_from, first_span, resolve_span, resolve_due, statutory, paused, paused_until, merged_into, languages, news_told, campaign, answered) VALUES (4, 'TT-2025-000004-3', '2025-000004-3', X'79080FFD6002DAE1AE99B8700E463B14', 'open', 'ward-1', 1, 'email', 0, NULL, 'Roads', 'ward2@town.example', 'pipe', 0, 1748872801077729, 1748872801922602, NULL, NULL, NULL, NULL, 1748872801075473, '', '', NULL, 0, NULL, NULL, NULL, '["en"]', 1748872801755032, NULL, NULL);
INSERT INTO cases (id, number, short, salt, status, office, priority, channel, restricted, review, decided_by, written_to, source, imported, opened, updated, due, closed, short_acknowledged, first_response, clock_from, first_span, resolve_span, resolve_due, statutory, paused, paused_until, merged_into, languages, news_told, campaign, answered) VALUES (5, 'TT-2025-000005-6', '2025-000005-6', X'F789B0622D59685C3B05B656798EC432', 'new', 'waste', 1, 'email', 0, NULL, 'Waste', 'waste@town.example', 'pipe', 0, 1748872801359956, 1748872801402614, NULL, NULL, NULL, NULL, 1748872801350515, '', '', NULL, 0, NULL, NULL, NULL, '["en"]', NULL, NULL, NULL);
INSERT INTO cases (id, number, short, salt, status, office, priority, channel, restricted, review, decided_by, written_to, source, imported, opened, updated, due, closed, short_acknowledged, first_response, clock_from, first_span, resolve_span, resolve_due, statutory, paused, paused_until, merged_into, languages, news_told, campaign, answered) VALUES (6, 'TT-2025-000006-2', '2025-000006-2', X'AA3DAB01E62B331CAE3DD50819707862', 'new', 'mayor', 1, 'email', 0, NULL, 'address', 'mayor@town.example', 'pipe', 0, 1748872801463871, 1748872801488035, NULL, NULL, NULL, NULL, 1748872801454853, '', '', NULL, 0, NULL, NULL, NULL, '["en"]', NULL, NULL, NULL);
INSERT INTO cases (id, number, short, salt, status, office, priority, channel, restricted, review, decided_by, written_to, source, imported, opened, updated, due, closed, short_acknowledged, first_response, clock_from, first_span, resolve_span, resolve_due, statutory, paused, paused_until, merged_into, languages, news_told, campaign, answered) VALUES (7, 'TT-2025-000007-0', '2025-000007-0', X'6E3063DD957F62C570589AAA081CFDAB', 'new', 'ward-2', 1, 'email', 0, NULL, 'address', 'ward2@town.example', 'pipe', 0, 1748872801517047, 1748872801551187, NULL, NULL, NULL, NULL, 1748872801514915, '', '', NULL, 0, NULL, NULL, NULL, '["en"]', NULL, NULL, NULL);
INSERT INTO cases (id, number, short, salt, status, office, priority, channel, restricted, review, decided_by, written_to, source, imported, opened, updated, due, closed, short_acknowledged, first_response, clock_from, first_span, resolve_span, resolve_due, statutory, paused, paused_until, merged_into, languages, news_told, campaign, answered) VALUES (8, 'TT-2025-000008-1', '2025-000008-1', X'7EFB1AE0BF29450E158EEF71B1A42349', 'new', 'ward-2', 1, 'email', 0, NULL, 'address', 'ward2@town.example', 'pipe', 0, 1748872801649809, 1748872801675108, NULL, NULL, NULL, NULL, 1748872801647892, '', '', NULL, 0, NULL, NULL, NULL, '["en","fr"]', NULL, NULL, NULL);
INSERT INTO cases (id, number, short, salt, status, office, priority, channel, restricted, review, decided_by, written_to, source, imported, opened, updated, due, closed, short_acknowledged, first_response, clock_from, first_span, resolve_span, resolve_due, statutory, paused, paused_until, merged_into, languages, news_told, campaign, answered) VALUES (9, 'TT-2025-000009-7', '2025-000009-7', X'D9C0AF9ABB673CAE9DD1E14B6A8B4448', 'new', 'front-desk', 1, 'email', 0, NULL, 'address', 'info@town.example', 'pipe', 0, 1748872802238644, 1748872802238644, 1749069000000000, NULL, NULL, NULL, 1748872802224884, '2 business days', '', NULL, 0, NULL, NULL, NULL, '["en"]', NULL, NULL, NULL);
INSERT INTO cases (id, number, short, salt, status, office, priority, channel, restricted, review, decided_by, written_to, source, imported, opened, updated, due, closed, short_acknowledged, first_response, clock_from, first_span, resolve_span, resolve_due, statutory, paused, paused_until, merged_into, languages, news_told, campaign, answered) VALUES (10, 'TT-2025-000010-0', '2025-000010-0', X'EC7669F26699351DE0BE0F0E31FB6E24', 'new', 'front-desk', 1, 'email', 0, NULL, 'address', 'info@town.example', 'pipe', 0, 1748872802415917, 1748872802415917, 1749069000000000, NULL, NULL, NULL, 1748872802407104, '2 business days', '', NULL, 0, NULL, NULL, NULL, '["en"]', NULL, NULL, NULL);
INSERT INTO case_copies (case_id, office, rule, written_to) VALUES (1, 'ward-2', '', 'ward2@town.example');
INSERT INTO case_copies (case_id, office, rule, written_to) VALUES (2, 'front-desk', '', 'info@town.example');
INSERT INTO case_copies (case_id, office, rule, written_to) VALUES (2, 'ward-2', 'Ward 2 street named', '');
INSERT INTO case_copies (case_id, office, rule, written_to) VALUES (4, 'ward-2', '', 'ward2@town.example');
INSERT INTO case_labels (case_id, label) VALUES (1, 'roads');
INSERT INTO case_labels (case_id, label) VALUES (2, 'waste');
INSERT INTO case_labels (case_id, label) VALUES (4, 'roads');
INSERT INTO case_labels (case_id, label) VALUES (5, 'waste');
INSERT INTO case_links (case_id, other) VALUES (1, 4);
INSERT INTO participants (case_id, person, proven) VALUES (1, X'98EFE317EDAAE208FE77CBC921E32F97048897C7A13C1CBB91B0CEF6AB4B79F5', 1);
INSERT INTO participants (case_id, person, proven) VALUES (2, X'B35B112A4DF69E226E89FA7D00D6B8409459C57B0188DE0EBB4CB10DD6120D52', 1);
INSERT INTO participants (case_id, person, proven) VALUES (3, X'B3E22F52D19D80A62E648C020104009BBC79F2ADA29A7C9742376EC8EEF97BC2', 1);
INSERT INTO participants (case_id, person, proven) VALUES (4, X'BEAB5312D8B3FDD1A98F1C7E09BA8D983AD7B3DA1C5588BFFE20E8A9A1DDDB25', 1);
INSERT INTO participants (case_id, person, proven) VALUES (5, X'40848830D4C4C2CE56FD209F112E52943DA35F1D1E7896ED5415596EDAA1487D', 1);
INSERT INTO participants (case_id, person, proven) VALUES (6, X'B4042EFAF6F480A4CC45FDCBA005154377D098EA2DCE4719EF07799339C36290', 1);
INSERT INTO participants (case_id, person, proven) VALUES (7, X'D2903EE6D4D7EDC91433CCB33747922C2A10F3E508DE9839F7047AD6A4977B31', 1);
INSERT INTO participants (case_id, person, proven) VALUES (8, X'C6CE80CD88E96383BC110CE38F87CA4FE3DB47BD6BBF2F33412BF9AD40607CFC', 1);
INSERT INTO participants (case_id, person, proven) VALUES (9, X'8BCCF26195F805E8558EBE0C1C4BF1F317FF6FE4BEBB1759A2E3FF78B42250E8', 1);
INSERT INTO participants (case_id, person, proven) VALUES (10, X'0DF891B77C92D8EAF9A47D56779E485DBE79901232BA8CE758C40ACC94C43BC4', 1);
INSERT INTO thread_ids (message, case_id) VALUES (X'09A68FB0412D54CB4D1CBE0EDE38ABEDBC68BAD5218A80B78D46273BF1EF9D3D', 4);
INSERT INTO thread_ids (message, case_id) VALUES (X'14A72BBE4CE0A1FF24FF5973DF7780B915DC510F63A3BBA8F9D1EAC78BAA14C0', 9);
INSERT INTO thread_ids (message, case_id) VALUES (X'2C23BD1A4C6B1A7051A9DE977C28BDFAA94689B8FA27ABB4C160A17F88AEB6F8', 1);
INSERT INTO thread_ids (message, case_id) VALUES (X'366D1DF3E3AE32331E83689FCB9EAB21098BFD9AD53DAD4D38F9216C869C7A5F', 2);
INSERT INTO thread_ids (message, case_id) VALUES (X'3B6F6169FCDE6528BD0E1B03C2D223590C0FF90C4687BEE30BD4A6877B1287B7', 4);
INSERT INTO thread_ids (message, case_id) VALUES (X'474457AA74057FBD3BF43AD25FA318DD902C488320A613E820E23C7203C09E31', 10);
INSERT INTO thread_ids (message, case_id) VALUES (X'47888B429A946BE33E0478075A67C79F2431F864C4C647805A15E153A19B2DA0', 7);
INSERT INTO thread_ids (message, case_id) VALUES (X'53E203C6F4F0B45560E1253D77A672EBF678825CBF648E5890E2F98CB2D8CE7F', 8);
INSERT INTO thread_ids (message, case_id) VALUES (X'5CD89B1C5577DC292811925FC972FAF7E510277E78F6CF6B8A47BF3E9A29A2CD', 10);
INSERT INTO thread_ids (message, case_id) VALUES (X'5D097A6B03597C46D704F94F11558F501DEB965F149C54EA2D83ADC838FB26AA', 3);
INSERT INTO thread_ids (message, case_id) VALUES (X'5D927CF3B65805190E226C5733A0862E584F404C18CA4B4862B5743D7C3EDD26', 7);
INSERT INTO thread_ids (message, case_id) VALUES (X'819773B0D4ADCC33DA00900CE70641DFF77FDDB94FEE7580BC566966A3CEF7F9', 8);
INSERT INTO thread_ids (message, case_id) VALUES (X'81E50F78264DA752E3874B8777108FDF50BF6E327A18B206E74740C3E0AA4AFF', 1);
INSERT INTO thread_ids (message, case_id) VALUES (X'826FC52D29E7ECABD4BC38F12A1690C75FA387309DB12EB9A60AE4DAE82C30CF', 5);
INSERT INTO thread_ids (message, case_id) VALUES (X'83D31682D02764B195166188298FFAD25B87852F341AE3E959A15FFDA100FDE1', 10);
INSERT INTO thread_ids (message, case_id) VALUES (X'84C172FF3FF15923ABCA91392BB154F1D03478C21B302405CB7A83E90E7083C4', 8);
INSERT INTO thread_ids (message, case_id) VALUES (X'86973B39037D5D2F54ACCA843BD15E7D0C41F688278BE09894F0FC203BAE1F17', 1);
INSERT INTO thread_ids (message, case_id) VALUES (X'8772F550445590AF8F304A748E6F8D4734A46EB4FAAC67D5DEBE5706CDB4491A', 3);
INSERT INTO thread_ids (message, case_id) VALUES (X'8C064B4047F5AC392B6261879E8E763CE4D33F59469ABBA9E1B76D781ACDDB66', 2);
INSERT INTO thread_ids (message, case_id) VALUES (X'90374DD454E2CC66225E97691FB2892AC261B3C27FA747081A33A0B1BB166895', 6);
INSERT INTO thread_ids (message, case_id) VALUES (X'953E9E0933510B0DC9A73FFEDC1FC8FC343F4FB211DE5F1AFE4955E6D8EB4875', 7);
INSERT INTO thread_ids (message, case_id) VALUES (X'9D33509EECA0F1721D72433872A4A5BB3E4E06ABFDA9F12764F69588BAFAA3A6', 1);
INSERT INTO thread_ids (message, case_id) VALUES (X'A60A447D92EF527DC56C1A94B4CB20ABCD175FACA6DEA3F871E69581E35A8E6A', 6);
INSERT INTO thread_ids (message, case_id) VALUES (X'B5060A60701CDC4ADDF22EACFE7851BB6B28AC9ACE818CA8AB77714DDF68D1C5', 6);
INSERT INTO thread_ids (message, case_id) VALUES (X'B6CC1628C29E5B8DD45B100D921CBB9B51EE1F471250B083EBF10DBF4753FD9D', 4);
INSERT INTO thread_ids (message, case_id) VALUES (X'BC96C40317FD5C31EE9318728C205DFE3C2C92CF531FE5F5A4A4DFF47D06CB00', 4);
INSERT INTO thread_ids (message, case_id) VALUES (X'BF47B0684D45F60298531A25B66462D1D2DDC86A8AE5CDA6D373BF55626629AC', 4);
INSERT INTO thread_ids (message, case_id) VALUES (X'C1A1934AB988407D4CF954F3625FB67C3B7E9E1BFF222DF5C9577F7B10B913CD', 2);
INSERT INTO thread_ids (message, case_id) VALUES (X'C2B9D099D95A3484B840E36209788A3FCF117483CFD8C1D3919E0CF1B09ED29A', 9);
INSERT INTO thread_ids (message, case_id) VALUES (X'C5FC539D65F8C1F5027D6F34DDFC7932E9079CD1383736713826ED9FB0F6EF71', 9);
INSERT INTO thread_ids (message, case_id) VALUES (X'CD6E5EF643D1C450360A0E6E65A16CF329D8B2A9ABCCEC64EBFA585F4EDD3917', 5);
INSERT INTO thread_ids (message, case_id) VALUES (X'CDDFCD120C2E4C3B9456DA1D523232AE3BC4B084BDF8856595BA97CB5076D519', 1);
INSERT INTO thread_ids (message, case_id) VALUES (X'D28E350556AC3F79BE4F58A6626E53C83F138DFECB53AC135BA555CEB92A5780', 5);
INSERT INTO thread_ids (message, case_id) VALUES (X'D42E3A706C1E3B9DA810828CB553DA081E6F3805A49066B8A73D916B08D1D301', 3);
INSERT INTO thread_ids (message, case_id) VALUES (X'D6A398090BFA14B4D1CEE8E1EC04EA9FEE011D3AFD77A54CBE7702D4209828FF', 2);
INSERT INTO thread_ids (message, case_id) VALUES (X'DDCA57CC37B2197089634B43BA93CDDBFA797C341302EA86AB96B9B6BCD38E0B', 3);
INSERT INTO thread_ids (message, case_id) VALUES (X'DF935377E53D58779F71055E8D7EAAE43E3A8BC0CF9957B95AD0C464083ADC26', 1);
INSERT INTO thread_ids (message, case_id) VALUES (X'E68A296152A89DCDC2F0E122E7324AE7365222C80E5A985C4DAF1109B9F4234E', 4);
INSERT INTO thread_ids (message, case_id) VALUES (X'F42800DF84A8F107D195E28E02C9C81B1C87BDAE94BB9B1C89A221DAB5E72556', 1);
INSERT INTO thread_ids (message, case_id) VALUES (X'FA7C256FEFE3FAE3DEB570B6436B360904695AD38F6C1DA190F21BFFB3CA186B', 2);
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (1, 'i-3s7dzg3vnwmpbk67', 'pipe', 'b9143d549189e51dd2d55db2a5a02456c32cade4270bc114fb33bb4026477254', 'case', '', 1, NULL, NULL, 0, 1748872800691012, 1748872800695743, 1795446000000000, 'b9143d549189e51dd2d55db2a5a02456c32cade4270bc114fb33bb4026477254', X'63646165303937336335636532343933356364366238623566653361613238616332336537653638666137326537343865353139643664393638386538373139', 249, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack en');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (2, 'i-h3ngyxbwaskguwmv', 'pipe', '578922cb708d4c2284e84c360f3a350a5fd1a4a552a6a7e41d8b86d06adf4361', 'case', '', 2, NULL, NULL, 0, 1748872800760492, 1748872800762650, 1795446000000000, '578922cb708d4c2284e84c360f3a350a5fd1a4a552a6a7e41d8b86d06adf4361', X'32646463643539356436313337636437616363366531613662653431643131613766343765626537316632623734393064306531356563616130663633396636', 252, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack fr');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (3, 'i-krafgi2ybn3oaxox', 'pipe', 'd64bf05c78daad52424a208948a844ae1ecc6dd7847398f32c5d13716d4e5b7e', 'addition', '', 1, NULL, NULL, 1, 1748872800850622, 1748872800859936, 1795446000000000, 'd64bf05c78daad52424a208948a844ae1ecc6dd7847398f32c5d13716d4e5b7e', X'32333835613432633138356235363533393964393232643237616436356238373862663562633466383137373834366161623166343733303432623331383339', 232, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack withheld: unproven');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (4, 'i-a2ulonjyka73f4ia', 'pipe', '68362b66b329cb82c7792121e2c3a8dc088c44592fa6fa5772ebfa1e9ecda225', 'case', '', 3, NULL, NULL, 0, 1748872800953414, 1748872800968126, 1795446000000000, '68362b66b329cb82c7792121e2c3a8dc088c44592fa6fa5772ebfa1e9ecda225', X'35663463346338663263373961333266343033653662323764636265373432306131396136616666333564656164393835346538333963633166663266346436', 237, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack en');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (5, 'i-lzyuuy7crhqxt4dz', 'pipe', 'd32b2ca0a5f66ccf0a26347fe92d274239e929b0b3a2f26e9d199d7dbb673d7c', 'case', '', 4, NULL, NULL, 0, 1748872801075473, 1748872801077729, 1795446000000000, 'd32b2ca0a5f66ccf0a26347fe92d274239e929b0b3a2f26e9d199d7dbb673d7c', X'35626637633533613263336539653963303161363362353833626166316631383966393366663864396439633531373935383835363963646361393963396561', 233, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack en');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (6, 'i-gyl2d4q2rr2qm5uj', 'pipe', '2edb13a15fd3515c2dd963107a0bf5bb1abcc0b049b18f16f1ad628d5eb10029', 'ignored', 'newsletter', NULL, NULL, NULL, 0, 1748872801162878, 1748872801168314, 1795446000000000, '2edb13a15fd3515c2dd963107a0bf5bb1abcc0b049b18f16f1ad628d5eb10029', X'30303333643166656339386436373437383862303364303138623732323932663534346233643165336466653732386432616336636332303131323963666136', 252, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack withheld: ignored');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (7, 'i-xir44ueasaxlaxxo', 'pipe', 'e4f920ca4780dbfffa493091f83140f800c22ca30b4a35766bf11095c23e1a0b', 'quarantined', 'over 30 Received lines', NULL, NULL, NULL, 0, 1748872801254855, 1748872801264699, 1795446000000000, 'e4f920ca4780dbfffa493091f83140f800c22ca30b4a35766bf11095c23e1a0b', X'39343664333064383062393331303562373438663430396230633961643233396433313832383765306332336166353232336434373361656662306437386636', 1946, 'email', 0, 0, NULL, NULL, 0, NULL, '');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (8, 'i-cwxyju3ktjh7k6dn', 'pipe', '9821779cfd9e4047bd446bcd46e23999d1b4587fec95b97fec1130d303d3f162', 'case', '', 5, NULL, NULL, 0, 1748872801350515, 1748872801359956, 1795446000000000, '9821779cfd9e4047bd446bcd46e23999d1b4587fec95b97fec1130d303d3f162', X'62363731353839343231353762336232653563386234313030623361636332613666306635366564663465386239353739303738663834316337653962663762', 230, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack en');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (9, 'i-stb3c6ayexqg5cum', 'pipe', 'bb41f68b225070baf1e059f0228c50bda6e65dc4d8f61da53900787d986c0364', 'case', '', 6, NULL, NULL, 0, 1748872801454853, 1748872801463871, 1795446000000000, 'bb41f68b225070baf1e059f0228c50bda6e65dc4d8f61da53900787d986c0364', X'37343933666236393239633731633439636432366236316564666232333536656665623566396563613765386639383561363861323964643831386166666162', 219, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack en');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (10, 'i-lcxdwhch4sich5zv', 'pipe', '18908ee67ce917e6e5ddee2903be8ab075475280e74c27343c7e068a809754c9', 'case', '', 7, NULL, NULL, 0, 1748872801514915, 1748872801517047, 1795446000000000, '18908ee67ce917e6e5ddee2903be8ab075475280e74c27343c7e068a809754c9', X'33366664326435306666343338336334336163373961366662323336353032663634316461383438653333636166663033663565313032353666373034663464', 226, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack en');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (11, 'i-36vitcpjcfreqsht', 'pipe', '451e340d5a2432003dd683bafb68ac7d668dc556c4773f9c5e27de36d4cfad88', 'case', '', 8, NULL, NULL, 0, 1748872801647892, 1748872801649809, 1795446000000000, '451e340d5a2432003dd683bafb68ac7d668dc556c4773f9c5e27de36d4cfad88', X'64376565613962303363613361383538306539613430343932346334666631643833316237653839633930666431363135383965616230306263623365613161', 217, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack en, fr');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (12, 'i-dx7vvv23o5ve7p7d', 'pipe', 'fd5e832da1649d9caac3fae70f5b00e3d4af8cc20c1fcdab3a370aae39cf8f61', 'case', '', 9, NULL, NULL, 0, 1748872802224884, 1748872802238644, 1795446000000000, 'fd5e832da1649d9caac3fae70f5b00e3d4af8cc20c1fcdab3a370aae39cf8f61', X'35346631366664616234313131353865373130316364343833633161323230353466313538346333363966326633633736326362323239663837356463376566', 233, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack en');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (13, 'i-gec7xpajdkk3y6cn', 'pipe', '6921416a4ddf34859bbdf6688d6e1bb9c887edbedd81c97465c6f84e538479d3', 'case', '', 10, NULL, NULL, 0, 1748872802407104, 1748872802415917, 1795446000000000, '6921416a4ddf34859bbdf6688d6e1bb9c887edbedd81c97465c6f84e538479d3', X'66393661393061633561396261396239343033636430633039613731393466326464323962613261326365393661323666626365663362313266383832613330', 231, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack en');
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
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (1, NULL, 1748872800509324, 'daemon', 'rules_accepted', 'sha256:ed38c5c03fd12babe801c92834bd3cb46011e6f71cd0becad54ca6a8c7acd5d3', X'', X'0F6C5AD488F864FA40609B398D678129B29A3F0477EDD7596047A86160C33D7D');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (2, NULL, 1748872800546909, 'daemon', 'started', '', X'', X'5DE20F3CFF1DDBCD35808F03BFDCE04184D37C99897ED4096FAB1A7F4F2CCF5F');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (3, 1, 1748872800695743, 'resident', 'received', 'i-3s7dzg3vnwmpbk67 through pipe', X'', X'EF6384447018541383535DAA6E359DA8A5528B8D69A0068C0E8FCCF2279D0B7C');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (4, 1, 1748872800695743, 'daemon', 'decided', 'roads (Roads)', X'', X'434A861B700D9967E3CA9252E47C3D290897F04FD7D8D029F2782A361D82F675');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (5, 1, 1748872800695743, 'daemon', 'acknowledged', 'acknowledgement (en)', X'', X'8BA7D0C1945430AA8E6E084CB5DA74CED20E490914D80ACC7C534BA7C3E295C7');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (6, 1, 1748872800695743, 'daemon', 'forwarded', 'roads (answers)', X'', X'DCA46DBA042EC87602BAE14A3D38FAA9E86479F20EF6B864AF60B91016E73166');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (7, 1, 1748872800695743, 'daemon', 'forwarded', 'ward-2 (copy)', X'', X'B7FA92AAD4D3042BE8ACA0B008430BBDC3E82996FABF35E64080AA64B9A89BD0');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (8, 1, 1748872800738972, 'daemon', 'sent', 'acknowledgement', X'', X'69CBF6ADF23DBD02360ECC78AD806D531A36FA89FA269F7E7B0C0F90BAF28237');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (9, 1, 1748872800738972, 'daemon', 'sent', 'forward to roads', X'', X'0CB81386AF1492077F943C40496B2466393870DF24A2CEE3081407E729086129');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (10, 1, 1748872800738972, 'daemon', 'sent', 'forward to ward-2', X'', X'8878A6903720E6CEAC466567278F3EA89793DB43B7712DF3944E89B7F150E94F');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (11, 2, 1748872800762650, 'resident', 'received', 'i-h3ngyxbwaskguwmv through pipe', X'', X'C00119FB87FB2D5E9A15752BD336D722DF1A9C84E0C92A9B2FB751C382E48A83');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (12, 2, 1748872800762650, 'daemon', 'decided', 'waste (Waste)', X'', X'AAD61C1C6F72F446D81E56EDE2C100850DCC3CD05F0B58B36A5A4366249C2BCF');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (13, 2, 1748872800762650, 'daemon', 'acknowledged', 'acknowledgement (fr)', X'', X'E8E3979ED95D7472F34FE909DA4A37AB88B2846168C696EDFD6C12C3049502A6');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (14, 2, 1748872800762650, 'daemon', 'forwarded', 'waste (answers)', X'', X'BD42B28ABD5438FA2DB11E437F61F289224A731FA3CC0F6DAA58432D8CE44529');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (15, 2, 1748872800762650, 'daemon', 'forwarded', 'front-desk (copy)', X'', X'A43BD693B30AF8D887DD160F2C7E2CEC9DF977B3CFA7911EBD698325BCA184EB');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (16, 2, 1748872800762650, 'daemon', 'forwarded', 'ward-2 (copy)', X'', X'61F24359ECFB216F4826ABA3599EA5245EBF9D46D141C7D062B2D6D55EF81FE6');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (17, 2, 1748872800823057, 'daemon', 'sent', 'acknowledgement', X'', X'16D1555EBCF159BB5BE05FFC1C63787EACA88F4062DA32340B2E6BCAE20FCF90');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (18, 2, 1748872800823057, 'daemon', 'sent', 'forward to waste', X'', X'269C62157AA526FA170ACF9E86BE460EE02E3433EB3C36830093F190DA7B93F7');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (19, 2, 1748872800823057, 'daemon', 'sent', 'forward to front-desk', X'', X'38D097F4E60C3B762FA9B51ABAD846D21E5DBA61BFC7D5B6E7AB0E19745D49BD');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (20, 2, 1748872800823057, 'daemon', 'sent', 'forward to ward-2', X'', X'BFEC7B160B75D8E94F5C814E3F48AA293702BFC7EBC4C02AE516BC5C2D79D425');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (21, 1, 1748872800859936, 'resident', 'received', 'i-krafgi2ybn3oaxox through pipe', X'', X'129856B7A283DB24F180498FC2D6517389B53B6B824A1FBDBBE1C4C54D1A3E71');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (22, 1, 1748872800859936, 'daemon', 'joined', 'carries the number, unproven', X'', X'BA71F304C4ECB3026DF9BD7ADF9A4FE4C02965A8BCF212E9DADAD63F54C08629');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (23, 1, 1748872800859936, 'daemon', 'withheld', 'unproven', X'', X'9EB91E4F2D34923CF96CC2F05ED591549D276455467CD4B364E4188BFDEF59D5');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (24, 1, 1748872800859936, 'daemon', 'forwarded', 'roads (addition)', X'', X'25640F46A5CF82AF0C643CAB51663C6BE34F86D22CCD445EC281A9DBEA5B9FF0');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (25, 1, 1748872800859936, 'daemon', 'forwarded', 'ward-2 (addition)', X'', X'D5D4200CDF3D32D6AAA37FF4FDA04EE3BF211CE58F71EA78FA760D99425DA043');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (26, 1, 1748872800882332, 'daemon', 'sent', 'forward to roads', X'', X'4B8EBAA9E29CD0DA3DD15A896DF515568FE75975680F0DC77B5FF3590AA96680');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (27, 1, 1748872800882332, 'daemon', 'sent', 'forward to ward-2', X'', X'9024EDAACF027EF671893BE3E3516C19806A2C2700CFDE518E67FABCB6B7D7EC');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (28, 3, 1748872800968126, 'resident', 'received', 'i-a2ulonjyka73f4ia through pipe', X'', X'D945E4D5D78293279F25623A8BC9E6D4155F2464CAF917DFEBF4D0978550C2A0');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (29, 3, 1748872800968126, 'daemon', 'decided', 'front-desk (address)', X'', X'C170D3746517B6C035D5CAEBC0D05AD50D396F53CF6A8CB4D0ADBB5F5C656AE3');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (30, 3, 1748872800968126, 'daemon', 'acknowledged', 'acknowledgement (en)', X'', X'5450857AE233B90527E07AEE29355DEE4C66464D8CF956EE243ED23BDCB4E655');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (31, 3, 1748872800968126, 'daemon', 'forwarded', 'front-desk (answers)', X'', X'83D1EBDDFE0EC9CC01E0546C177671A7189DB752F6D038E36B3A50F0E2DFACF1');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (32, 3, 1748872801014735, 'daemon', 'sent', 'acknowledgement', X'', X'C7E5576F83833283402F7461376B503FA0695905554764D9DEC57A5EDBE558D0');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (33, 3, 1748872801014735, 'daemon', 'sent', 'forward to front-desk', X'', X'EBF5CE8801EA43E9360964867308DD02F3D675D5C3A98D32983259A4E9E974F0');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (34, 4, 1748872801077729, 'resident', 'received', 'i-lzyuuy7crhqxt4dz through pipe', X'', X'844AA44CA59FA2D4190B8CA2BEB0F18FDE107569BE5E18A20E1243A340DFE942');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (35, 4, 1748872801077729, 'daemon', 'decided', 'roads (Roads)', X'', X'BE67A8B76DC1338BBA841EAE89A110521BE0A868D8482A030EEE709FCBAB8E32');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (36, 4, 1748872801077729, 'daemon', 'acknowledged', 'acknowledgement (en)', X'', X'954F77218D0DE29DC3C806E27EA56264F1AFD6713256CFC7AD67ABBE695D394A');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (37, 4, 1748872801077729, 'daemon', 'forwarded', 'roads (answers)', X'', X'2553A25B3C6601CAE8538CD569EF82793BD2E82C7691CA5D9E68033006E8BC87');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (38, 4, 1748872801077729, 'daemon', 'forwarded', 'ward-2 (copy)', X'', X'71DB821A841950FF96DF9BEB0077301DC106D84017C8A9EB52F4D39EC129AB44');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (39, 4, 1748872801151475, 'daemon', 'sent', 'acknowledgement', X'', X'D7EDFE4DA9A87BFD323B793BEA4E3E165A61728C09573BEF153C2158B01E9ECC');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (40, 4, 1748872801151475, 'daemon', 'sent', 'forward to roads', X'', X'DD5F8717127B0EE33B42A780773696057EAE96A641C14D75E26EBCC82977C2E1');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (41, 4, 1748872801151475, 'daemon', 'sent', 'forward to ward-2', X'', X'F06AE056158D0CEBAAFC2A0E261F3DC446F9F7E7F7E0ACE2EF377C8598E31EC1');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (42, NULL, 1748872801168314, 'daemon', 'ignored', 'i-gyl2d4q2rr2qm5uj through pipe: newsletter', X'', X'71A1ABA8E92315C15935590176063374956509C52A2009D304940D04CC207D8E');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (43, NULL, 1748872801264699, 'daemon', 'quarantined', 'i-xir44ueasaxlaxxo through pipe: over 30 Received lines', X'', X'C5BB797C8B6A6B705E199F2ED3A1B16AD255B84B05B6090162C2C4DC5CDA6353');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (44, 5, 1748872801359956, 'resident', 'received', 'i-cwxyju3ktjh7k6dn through pipe', X'', X'A57033BF5CE85221BBD7A81DA2E4E8C52CDFF0D3DCFF96B995CC12BF01BB3276');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (45, 5, 1748872801359956, 'daemon', 'decided', 'waste (Waste)', X'', X'16F8910D1AEDC31B56A3BC83B3F6EA939365E770569E1703E049CD8A344DDA87');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (46, 5, 1748872801359956, 'daemon', 'acknowledged', 'acknowledgement (en)', X'', X'E3D63526266A68D73768041D38A3FAF5520FBFB217157863E9066592EBFFC435');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (47, 5, 1748872801359956, 'daemon', 'forwarded', 'waste (answers)', X'', X'E8B675DA30DC0FBF69CA785E9246E57BCCE14B0F489AC81D01B9B922BD81FA48');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (48, 5, 1748872801402614, 'daemon', 'failed', 'acknowledgement', X'27FFBB0D7AD802396BF6CF599AF6D48DAFCD0DF2C3320FBCB52D23B63A42D8BE', X'5CDE4F7F2FE449882A34A2511F1B39976E1388BF02E09502694FBC1B5F7DE4F1');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (49, 5, 1748872801402614, 'daemon', 'sent', 'forward to waste', X'', X'CBD212F2EF2CA09360626FA0D848BFDCF37643B6885539BBC4FDFCFEA1BAF174');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (50, 6, 1748872801463871, 'resident', 'received', 'i-stb3c6ayexqg5cum through pipe', X'', X'EA18AD5C5D1608F2C1E586EDD8F8EEC4A2EDC74C271E41E1DA733595B5083C07');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (51, 6, 1748872801463871, 'daemon', 'decided', 'mayor (address)', X'', X'B62733044002292903E20E349BFAECEBC7B360963B36BBAED2E6D7FF2EFD750C');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (52, 6, 1748872801463871, 'daemon', 'acknowledged', 'acknowledgement (en)', X'', X'D02BCAEB6059058D51719B5D0441C16B0944E5BFCC644F818C6AC92A2B484AB2');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (53, 6, 1748872801463871, 'daemon', 'forwarded', 'mayor (answers)', X'', X'ED3A4880FE4E941E760203E3088A51E4E521F71F7E8F5B5CE0B5B73C62F77607');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (54, 6, 1748872801488035, 'daemon', 'sent', 'forward to mayor', X'', X'8BE5E83ED676EFC6439DEDE5CF3D907CC2D2941D19AE4EF3DC7E2EF64D574164');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (55, 7, 1748872801517047, 'resident', 'received', 'i-lcxdwhch4sich5zv through pipe', X'', X'6C4C9510B19C1599BA75ABDA09D0047C2C0B4C7FA3DF2A84F632E4C8C51AEB33');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (56, 7, 1748872801517047, 'daemon', 'decided', 'ward-2 (address)', X'', X'0B407A7CE9F482C00225F9D80B45391FCB8276B31B797FD60A18D2BF60EABC3B');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (57, 7, 1748872801517047, 'daemon', 'acknowledged', 'acknowledgement (en)', X'', X'6EBCD8718F3E964092361A9201A2061C610CE929281D1A26766D118C1B2A22F3');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (58, 7, 1748872801517047, 'daemon', 'forwarded', 'ward-2 (answers)', X'', X'819EC7176B21E64CDD349D7F058482DA7C7ECA95434A6104E3CBF1D5970B2C5E');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (59, 7, 1748872801551187, 'daemon', 'sent', 'forward to ward-2', X'', X'85C58BCE80D114DE2FD7F5940E0E04AE7AF7BE021CE41D42A10C3D531F13E884');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (60, 8, 1748872801649809, 'resident', 'received', 'i-36vitcpjcfreqsht through pipe', X'', X'F9A5FFEB2BEABF8D44765A71DA550760D9502F3CAD33C2E57D6427A8C56911B4');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (61, 8, 1748872801649809, 'daemon', 'decided', 'ward-2 (address)', X'', X'8BCC734488A2328E65D4F362BA11DD86E3EB06C51BCDC92979CBC4BFB1075423');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (62, 8, 1748872801649809, 'daemon', 'acknowledged', 'acknowledgement (en, fr)', X'', X'8226599ADEE744DE42CB760E647E44E3F58493D7FA33746725533B93003024FD');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (63, 8, 1748872801649809, 'daemon', 'forwarded', 'ward-2 (answers)', X'', X'B87AD8252FF8E8A9ADDFE95B77765FE65F93CA4973F9E8B40D8516A2AE52904F');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (64, 8, 1748872801675108, 'daemon', 'uncertain', 'acknowledgement: no answer after the letter was handed over; it is sent once more', X'', X'BBB446905EA8668A944EB5E15ECBE4862319674D4F3B3190CEB299D57EE047A0');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (65, 8, 1748872801675108, 'daemon', 'sent', 'forward to ward-2', X'', X'83A6B58768F3C3812ED19EB81B96C34216BE48AEA5FDD8B550705914F0B6CC6E');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (66, 4, 1748872801755032, 'root', 'assigned', 'roads → ward-1', X'', X'47D53C659F254105BF90C0E901FC4136588B2F05C9B504514ADE8DDFC8077C47');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (67, 4, 1748872801755032, 'daemon', 'forwarded', 'ward-1 (answers)', X'', X'77B2B8C8026F131D3F12DF9037BCBE88067DAFAE2BC0BB37E18A793718156A83');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (68, 4, 1748872801755032, 'daemon', 'acknowledged', 'update (en)', X'', X'B8585DF17A66BC76FB1577E2426BA95F1C87F4F9C5477B60519066F047A14458');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (69, 4, 1748872801790647, 'daemon', 'sent', 'forward to ward-1', X'', X'1E85F8FA66A6EFD91E702BEA05747C8EEBD6085F3125FA6A1B87707F363B940B');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (70, 4, 1748872801790647, 'daemon', 'sent', 'update', X'', X'C595530D53756880EE3989D7E612FAA964D48FCDD29F6C80BAA774FEB0EB9F19');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (71, 1, 1748872801846946, 'root', 'note', '', X'769F85BA418FBA9C86E3D1D70DED2C0FEA718CA07B0195CE5FD1B97CCAF38815', X'7E49B466FFB23C577994179F0AF01FF7B40C4AD612A1AD38C0613ED6BD031B52');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (72, 1, 1748872801922602, 'root', 'linked', 'TT-2025-000004-3', X'', X'0F418EC34B68C38A5864D69659635DA45F7344E2C18138A65F80D2DF161AECF8');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (73, 4, 1748872801922602, 'root', 'linked', 'TT-2025-000001-9', X'', X'EB11AE87EC2DC27514CD840601E049C52268D07AC35554E286FE74AC6DD60EE9');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (74, 3, 1748872801998971, 'root', 'closed', '', X'64C702F934549094C15C31C1A3F75A54D804677BF5860E68DA591CD776BE312C', X'1430268A2154B27274258FFA6EF7C008AD2DFE5924E1ECDFB49C171B67FD74DC');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (75, 3, 1748872801998971, 'daemon', 'acknowledged', 'closed (en)', X'', X'2FD078C52D6099C4DCD8D23C5B0E65024F18FD71F3A6B7FE59A2628D7FCBD38D');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (76, 3, 1748872802007670, 'daemon', 'sent', 'update', X'', X'B1B410A62757DA161CBB1906179074E37820CD3EB34AE05A4F1BFEFA3996BB4D');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (77, 6, 1748872802097774, 'root', 'withheld', 'acknowledgement: o-jb5kbtwe2mfwbuhq discarded', X'851C221FB0F103326C2B6EFC47C2B00307FF144A0ACEE788136422C5ECCC7916', X'2E926BB9F4EF10D098E5D3E6BE41544D0AA5FD3AE2C5C843D05C0C38291020F5');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (78, 9, 1748872802238644, 'resident', 'received', 'i-dx7vvv23o5ve7p7d through pipe', X'', X'B32BC205178ED8F47C21C74B661B516CD8BD8A580DBD5E8BF97EAC501D6FB9FB');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (79, 9, 1748872802238644, 'daemon', 'decided', 'front-desk (address)', X'', X'CAB2DDF6701A6EEE45067E388C3BA696A119BBC11E184FD5FEAE78F42263B562');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (80, 9, 1748872802238644, 'daemon', 'acknowledged', 'acknowledgement (en)', X'', X'52A1046DF54FD8DE534928CC40D59AB9013F0C87D4A7445CA4A676B5C7712712');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (81, 9, 1748872802238644, 'daemon', 'forwarded', 'front-desk (answers)', X'', X'DDCD8819E0F70822CAF6AF05EB5947F834015B2ABB2F2CD83FFE031F838331A1');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (82, 10, 1748872802415917, 'resident', 'received', 'i-gec7xpajdkk3y6cn through pipe', X'', X'06F2F97A7FC5AF50650E02F15D004B04A9C8FD2BE3E91D3E8F524AD8F95524C6');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (83, 10, 1748872802415917, 'daemon', 'decided', 'front-desk (address)', X'', X'E546D57122A370804ACC33A1E76A2C548ECB225AFAAC976CC1A93964F56F9750');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (84, 10, 1748872802415917, 'daemon', 'acknowledged', 'acknowledgement (en)', X'', X'BA3D6B3ED991570E7426C59B7321B8DCD2D97622804541443D5A88199E26610C');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (85, 10, 1748872802415917, 'daemon', 'forwarded', 'front-desk (answers)', X'', X'64D9C5118A06B1F47C4F468A5CB1F2BCD9273E29357E3C9F27C355EB152AD1C7');
INSERT INTO event_parts (seq, part, own_salt) VALUES (48, '550 5.1.1 no such mailbox', NULL);
INSERT INTO event_parts (seq, part, own_salt) VALUES (71, 'The crew was there at noon.', NULL);
INSERT INTO event_parts (seq, part, own_salt) VALUES (74, 'They were told.', NULL);
INSERT INTO event_parts (seq, part, own_salt) VALUES (77, 'told by telephone', NULL);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (1, 'o-n6yphwvfqrxfbmpj', 1, 1, 'acknowledgement', '', '', '', '', 'ward2@town.example', 'acknowledgement', '["en"]', '<k1.2025-000001-9.a.o5shdsqtogyeleckjtq5nleece.o-n6yphwvfqrxfbmpj@town.example>', 1749069000000000, 0, 0, 'sent', 'queued', NULL, 1748872800695743, 1748872800738972, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (2, 'o-y3obtba4hielsri5', 1, 1, 'forward', 'roads', 'answers', 'Roads', '', 'ward2@town.example', '', '[]', '<k1.2025-000001-9.f.3tntw2xy2mzmkozbo6kx7vgv2u.o-y3obtba4hielsri5@town.example>', 1749069000000000, 0, 0, 'sent', 'queued', NULL, 1748872800695743, 1748872800738972, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (3, 'o-2ruohnruqxmihsrs', 1, 1, 'forward', 'ward-2', 'copy', '', 'ward2@town.example', 'ward2@town.example', '', '[]', '<k1.2025-000001-9.f.3tntw2xy2mzmkozbo6kx7vgv2u.o-2ruohnruqxmihsrs@town.example>', 1749069000000000, 0, 0, 'sent', 'queued', NULL, 1748872800695743, 1748872800738972, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (4, 'o-bqj3b4vt6dwme6vo', 2, 2, 'acknowledgement', '', '', '', '', 'info@town.example', 'acknowledgement', '["fr"]', '<k1.2025-000002-4.a.v7sgwknf3533appzhpevx2lhlu.o-bqj3b4vt6dwme6vo@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872800762650, 1748872800823057, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (5, 'o-4zzg3pl2vwl5su3e', 2, 2, 'forward', 'waste', 'answers', 'Waste', '', 'info@town.example', '', '[]', '<k1.2025-000002-4.f.w7v36u2wtqjukm4rh7dirlkhfe.o-4zzg3pl2vwl5su3e@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872800762650, 1748872800823057, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (6, 'o-arb232awirt5cxvp', 2, 2, 'forward', 'front-desk', 'copy', '', 'info@town.example', 'info@town.example', '', '[]', '<k1.2025-000002-4.f.w7v36u2wtqjukm4rh7dirlkhfe.o-arb232awirt5cxvp@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872800762650, 1748872800823057, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (7, 'o-p7tbhedupzchdqjg', 2, 2, 'forward', 'ward-2', 'copy', 'Ward 2 street named', '', 'info@town.example', '', '[]', '<k1.2025-000002-4.f.w7v36u2wtqjukm4rh7dirlkhfe.o-p7tbhedupzchdqjg@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872800762650, 1748872800823057, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (8, 'o-zbted5hhr3b2dsny', 1, 3, 'forward', 'roads', 'addition', '', '', 'ward2@town.example', '', '[]', '<k1.2025-000001-9.f.3tntw2xy2mzmkozbo6kx7vgv2u.o-zbted5hhr3b2dsny@town.example>', 1749069000000000, 0, 0, 'sent', 'queued', NULL, 1748872800859936, 1748872800882332, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (9, 'o-habyhmoe6hymzazr', 1, 3, 'forward', 'ward-2', 'addition', '', '', 'ward2@town.example', '', '[]', '<k1.2025-000001-9.f.3tntw2xy2mzmkozbo6kx7vgv2u.o-habyhmoe6hymzazr@town.example>', 1749069000000000, 0, 0, 'sent', 'queued', NULL, 1748872800859936, 1748872800882332, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (10, 'o-yt2w5h4v43wjs56m', 3, 4, 'acknowledgement', '', '', '', '', 'info@town.example', 'acknowledgement', '["en"]', '<k1.2025-000003-5.a.xpu4su5eesncqfta6easar4ojm.o-yt2w5h4v43wjs56m@town.example>', 1749069000000000, 0, 0, 'sent', 'queued', NULL, 1748872800968126, 1748872801014735, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (11, 'o-t65dibvlydph7ai3', 3, 4, 'forward', 'front-desk', 'answers', '', 'info@town.example', 'info@town.example', '', '[]', '<k1.2025-000003-5.f.vi7i5svjvbbpd6kfn4zozn4pb4.o-t65dibvlydph7ai3@town.example>', 1749069000000000, 0, 0, 'sent', 'queued', NULL, 1748872800968126, 1748872801014735, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (12, 'o-2xu5n6qxi6udtvvi', 4, 5, 'acknowledgement', '', '', '', '', 'ward2@town.example', 'acknowledgement', '["en"]', '<k1.2025-000004-3.a.s2qeugjogncbykox277owpxjc4.o-2xu5n6qxi6udtvvi@town.example>', 1749069000000000, 0, 0, 'sent', 'queued', NULL, 1748872801077729, 1748872801151475, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (13, 'o-t5637liiu75orysw', 4, 5, 'forward', 'roads', 'answers', 'Roads', '', 'ward2@town.example', '', '[]', '<k1.2025-000004-3.f.fujdwojhwyvez2pi3bvs56vay4.o-t5637liiu75orysw@town.example>', 1749069000000000, 0, 0, 'sent', 'queued', NULL, 1748872801077729, 1748872801151475, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (14, 'o-oei4fot74exc4sfu', 4, 5, 'forward', 'ward-2', 'copy', '', 'ward2@town.example', 'ward2@town.example', '', '[]', '<k1.2025-000004-3.f.fujdwojhwyvez2pi3bvs56vay4.o-oei4fot74exc4sfu@town.example>', 1749069000000000, 0, 0, 'sent', 'queued', NULL, 1748872801077729, 1748872801151475, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (15, 'o-yn7srgvcbg4qrtbe', 5, 8, 'acknowledgement', '', '', '', '', 'waste@town.example', 'acknowledgement', '["en"]', '<k1.2025-000005-6.a.r2xchk3numes3hya6jxlwb3wcq.o-yn7srgvcbg4qrtbe@town.example>', NULL, 0, 0, 'failed', 'queued', NULL, 1748872801359956, 1748872801402614, 1, 0, 0, 0, 1);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (16, 'o-aefeu3og26pxfxxn', 5, 8, 'forward', 'waste', 'answers', 'Waste', 'waste@town.example', 'waste@town.example', '', '[]', '<k1.2025-000005-6.f.wrya4rnaokis7cmuvw6vfcs5mq.o-aefeu3og26pxfxxn@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872801359956, 1748872801402614, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (17, 'o-jb5kbtwe2mfwbuhq', 6, 9, 'acknowledgement', '', '', '', '', 'mayor@town.example', 'acknowledgement', '["en"]', '<k1.2025-000006-2.a.df6niqaxsndpmmo2m6tcvpeqsm.o-jb5kbtwe2mfwbuhq@town.example>', NULL, 0, 0, 'withheld', 'queued', NULL, 1748872801463871, 1748872802097774, 1, 1, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (18, 'o-ykdttdrmzczswklr', 6, 9, 'forward', 'mayor', 'answers', '', 'mayor@town.example', 'mayor@town.example', '', '[]', '<k1.2025-000006-2.f.bjctis6ls2uu2injz7kdhsoovm.o-ykdttdrmzczswklr@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872801463871, 1748872801488035, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (19, 'o-fy5letqvddlvo42n', 7, 10, 'acknowledgement', '', '', '', '', 'ward2@town.example', 'acknowledgement', '["en"]', '<k1.2025-000007-0.a.qgqmecpb3gfhgdqxceajaazbzq.o-fy5letqvddlvo42n@town.example>', NULL, 0, 0, 'deferred', 'queued', 1748872861551187, 1748872801517047, 1748872801551187, 1, 1, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (20, 'o-j75lbn6qnjjpteoy', 7, 10, 'forward', 'ward-2', 'answers', '', 'ward2@town.example', 'ward2@town.example', '', '[]', '<k1.2025-000007-0.f.xcaxhrxxwq2ygwqxsw3vzuwmnm.o-j75lbn6qnjjpteoy@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872801517047, 1748872801551187, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (21, 'o-p5x4fum2gvwycocp', 8, 11, 'acknowledgement', '', '', '', '', 'ward2@town.example', 'acknowledgement', '["en","fr"]', '<k1.2025-000008-1.a.bp3d2dgo2lu2exrt5ngwyrlvzi.o-p5x4fum2gvwycocp@town.example>', NULL, 0, 0, 'uncertain', 'queued', 1748873401675108, 1748872801649809, 1748872801675108, 1, 0, 1, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (22, 'o-o2zvi7itcpnu5mu4', 8, 11, 'forward', 'ward-2', 'answers', '', 'ward2@town.example', 'ward2@town.example', '', '[]', '<k1.2025-000008-1.f.vsbks5vojflmp6hbcdfokedwhi.o-o2zvi7itcpnu5mu4@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872801649809, 1748872801675108, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (23, 'o-z5luaot4u3qt7bt6', 4, 5, 'forward', 'ward-1', 'answers', '', 'ward2@town.example', 'ward2@town.example', '', '[]', '<k1.2025-000004-3.f.fujdwojhwyvez2pi3bvs56vay4.o-z5luaot4u3qt7bt6@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872801755032, 1748872801790647, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (24, 'o-h7eyk7xyemp2aaa2', 4, 5, 'update', '', '', '', '', 'ward2@town.example', 'update', '["en"]', '<k1.2025-000004-3.a.s2qeugjogncbykox277owpxjc4.o-h7eyk7xyemp2aaa2@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872801755032, 1748872801790647, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (25, 'o-x4tzw7wufai7u3o7', 3, 4, 'update', '', '', '', '', 'info@town.example', 'closed', '["en"]', '<k1.2025-000003-5.a.xpu4su5eesncqfta6easar4ojm.o-x4tzw7wufai7u3o7@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872801998971, 1748872802007670, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (26, 'o-af7jdbsrb5i3fdmc', 9, 12, 'acknowledgement', '', '', '', '', 'info@town.example', 'acknowledgement', '["en"]', '<k1.2025-000009-7.a.35nxihsei2hashs2cpujojsrjy.o-af7jdbsrb5i3fdmc@town.example>', 1749069000000000, 0, 0, 'sending', 'queued', NULL, 1748872802238644, 1748872802251346, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (27, 'o-rdy7rzwupgtxgfav', 9, 12, 'forward', 'front-desk', 'answers', '', 'info@town.example', 'info@town.example', '', '[]', '<k1.2025-000009-7.f.rsw62exg54npsxokur7vtbmzga.o-rdy7rzwupgtxgfav@town.example>', 1749069000000000, 0, 0, 'sending', 'queued', NULL, 1748872802238644, 1748872802251346, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (28, 'o-3xor53ovirqxaaw4', 10, 13, 'acknowledgement', '', '', '', '', 'info@town.example', 'acknowledgement', '["en"]', '<k1.2025-000010-0.a.hxfbfoczxuagvjwqbkngnjp4nu.o-3xor53ovirqxaaw4@town.example>', 1749069000000000, 0, 0, 'queued', 'queued', 1748872802415917, 1748872802415917, 1748872802415917, 0, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (29, 'o-5suzjr5k5br5ch53', 10, 13, 'forward', 'front-desk', 'answers', '', 'info@town.example', 'info@town.example', '', '[]', '<k1.2025-000010-0.f.b4hcoyvhcqsyto7mul2brjswte.o-5suzjr5k5br5ch53@town.example>', 1749069000000000, 0, 0, 'queued', 'queued', 1748872802415917, 1748872802415917, 1748872802415917, 0, 0, 0, 0, 0);
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
INSERT INTO outbox_texts (outbox_id, recipient, facts, in_reply_to, refs, subject, body, last_reply) VALUES (8, 'roads@office.testing.invalid', '', '["<k1.2025-000001-9.f.3tntw2xy2mzmkozbo6kx7vgv2u.o-y3obtba4hielsri5@town.example>"]', '["<k1.2025-000001-9.f.3tntw2xy2mzmkozbo6kx7vgv2u.o-y3obtba4hielsri5@town.example>"]', '[TT-2025-000001-9] Re: A matter', 'Case TT-2025-000001-9, letter received on Monday, June 2, 2025, at 10:00 a.m.

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
INSERT INTO outbox_texts (outbox_id, recipient, facts, in_reply_to, refs, subject, body, last_reply) VALUES (9, 'ward-2@office.testing.invalid', '', '["<k1.2025-000001-9.f.3tntw2xy2mzmkozbo6kx7vgv2u.o-2ruohnruqxmihsrs@town.example>"]', '["<k1.2025-000001-9.f.3tntw2xy2mzmkozbo6kx7vgv2u.o-2ruohnruqxmihsrs@town.example>"]', '[TT-2025-000001-9] Re: A matter', 'Case TT-2025-000001-9, letter received on Monday, June 2, 2025, at 10:00 a.m.

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
INSERT INTO outbox_texts (outbox_id, recipient, facts, in_reply_to, refs, subject, body, last_reply) VALUES (25, 'chen@people.example.org', '{"closing":"s-z6rfrovxvcjo7ohw","en":{"accountable":"the front desk manager","accountable_start":"The front desk manager","clerk_address":"clerk@staff.testing.invalid","clerk_phone":"613-555-0100","closed_on":"Monday, June 2","emergency_danger":"911","help_phone":"613-555-0100","help_relay":"711","hours":"Monday to Friday, 8:30 a.m. to 4:30 p.m.","office":"the front desk","office_of":"the front desk","office_short":"the front desk","office_start":"The front desk","office_this":"the front desk","post":"1 Main Street, Testing","privacy_authority":"Municipal Act","privacy_contact":"privacy@staff.testing.invalid","privacy_kept":"two years","town":"Town of Testing"}}', '["<m4@people.example.org>"]', '["<m4@people.example.org>"]', '[TT-2025-000003-5] We closed your case', 'Hello,

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
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'2CD9AF2533B72F902C03B1FD0A8EEACDDC02431C28D231715CC16D9CA9A13883', 1748872800695743, 1);
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'DD574D2F46D1693AEA83D6EA545183EACB157EFDC25330A1DBAB499367DA3BD4', 1748872800000000, 10);
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'AA46E2CA23E4C4CE5614280B9F38658206DA05B7B88349D685F4B087E8983F93', 1748872800762650, 1);
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'F5B571C55A3F8E001CC92951927266C342FFBCB7B762EE3CE77CB5D9E46A6F6C', 1748872800968126, 1);
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'9ED5BCB0A332F38E924837ACC5258105C072AFF03A866B486FAA11D599BF930D', 1748872801077729, 1);
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'AF9A5DBF6A802E5F1AEE83ADBC4A7012235024CC23E15B1B18DC7CD3A10DFD61', 1748872801359956, 1);
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'92BE3FD7A52A0B94E3A054FF2C9CE9367DB58E2054336B85AAE958B435757097', 1748872801463871, 1);
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'78BB35FE7C7F2C98A8FD1529D16AFF6DBAADEBF0B9A46E03613EDDD08EBA00B3', 1748872801517047, 1);
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'9BFF6F92CBE59B806D07CBB8EEF496EF9FC35F2FFF6BA509EB6DC020EE254954', 1748872801649809, 1);
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'8EC68CEF24E91983EBFA3E6742311BC4B8E9AA59011D73EB9B0E780F7FDB20A0', 1748872802238644, 1);
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'486BA5FE2AF9882C48CA0F717B0F76DA054A1D0378EC1201A425501A6954BAEC', 1748872802415917, 1);
INSERT INTO accepted (id, version, at, who, files) VALUES (1, 'sha256:ed38c5c03fd12babe801c92834bd3cb46011e6f71cd0becad54ca6a8c7acd5d3', 1748872800509324, 'daemon', '{"letters":[{"name":"letters/acknowledgement-closed.en.txt","text":"Subject: [{{number}}]{{^urgent}} We have your letter{{#closed}}. Our offices are closed.{{/closed}}{{/urgent}}\n\n{{#first_of_several}}Le français suit.{{/first_of_several}}\n\n{{^urgent}}\nHello,\n\nThis is an automatic message. No one has read your letter yet.\nWe got it on {{received}}.{{#next_opening}} Our offices are closed now. They open on {{next_opening}}. We count the days from then.{{/next_opening}}\n{{#delayed}}Our mail system did not work for a while. Your letter waited, and we could read it only on {{delayed}}.{{/delayed}}\n\n{{#emergency_danger}}IS ANYONE IN DANGER? Call {{emergency_danger}}.{{/emergency_danger}}\nFor a road danger at night or on a weekend, call {{emergency_roads}}. Someone answers 24 hours a day.\n{{/urgent}}\n\nYOUR CASE NUMBER\n{{number}}\n\n{{^urgent}}\nYOUR LETTER\nIt begins: \"{{gist}}\"\nIt came with {{files}}.\n{{#several}}You wrote to more than one of our offices. We treat your letter as one case.{{/several}}\n{{#staff}}You wrote from an address of the Town. We treat your letter like any other.{{/staff}}\n{{#unreadable}}Our system could not read part of your letter. We keep all of it, and a person can look at it. If you think something got lost, reply and tell us.{{/unreadable}}\n{{/urgent}}\n\n{{#answer}}\nAN ANSWER YOU CAN USE NOW\n{{answer}}\n\n{{#answered_yes}}\nDid this answer you?\nThis answered me, close my case: {{answered_yes}}\n\nI still need a person: {{answered_no}}\n\nIf you click nothing, a person answers you.\n{{/answered_yes}}\n{{/answer}}\n\nWHO WILL ANSWER\n{{#office}}{{office_start}}.{{^urgent}}{{#accountable}} {{accountable_start}} is responsible.{{/accountable}}{{/urgent}}{{#alerted}} We are also alerting {{alerted}}.{{/alerted}}{{/office}}\n{{#stands_in}}\n{{#stand_in_until}}{{stand_in_for_start}} is away until {{stand_in_until}}. {{stand_in_acting_start}} acts for it.{{/stand_in_until}}\n{{#stand_in_vacant}}{{stand_in_for_start}} is vacant. {{stand_in_acting_start}} acts for it.{{/stand_in_vacant}}\n{{#stand_in_retired}}{{stand_in_for_start}} has closed for good. {{stand_in_acting_start}} does its work now.{{/stand_in_retired}}\n{{/stands_in}}\n{{#review}}A person in the Town Clerk''s office reads your letter and chooses the office that will answer you.{{#alerted}} We are also alerting {{alerted}}.{{/alerted}}{{/review}}\n{{#office}}\n{{^urgent}}\n{{#because}}Why {{office}}: {{because}}.{{/because}}\n{{#by_address}}Why {{office}}: you wrote to {{by_address}}.{{/by_address}}\n{{#by_fallback}}Why {{office}}: none of our rules fits your letter. A person there finds the right office.{{/by_fallback}}\n{{/urgent}}\n{{#restricted}}Only this office gets your letter.{{#not_sent}} You also wrote to {{not_sent}}. One of our rules keeps your letter from going there.{{/not_sent}}{{/restricted}}\n{{^urgent}}\n{{^has_copies}}\n{{#by_rule}}A rule set by the Town Clerk chose this office. {{/by_rule}}Is this the wrong office? Reply and tell us. A person will read your reply.\n{{/has_copies}}\n{{/urgent}}\n{{/office}}\n\n{{#has_copies}}\nWHO ELSE GETS A COPY\n{{#copies}}\n{{copy_start}}{{#copy_address}}, because you wrote to {{copy_address}}{{/copy_address}}{{#copy_because}}, because {{copy_because}}{{/copy_because}}.\n{{/copies}}\n{{#by_rule}}A rule set by the Town Clerk chose these offices. {{/by_rule}}Is this the wrong office? Reply and tell us. A person will read your reply.\n{{/has_copies}}\n\nWHO CAN READ YOUR LETTER\n{{#readers}}\n- {{reader_office}}{{#reader_people}}: {{reader_people}}{{/reader_people}}\n{{/readers}}\n- {{always_readers_start}}\n\n{{^urgent}}\nWHAT HAPPENS NEXT\n{{#first_response}}- By {{first_response}}: a person from {{office}} answers you.{{/first_response}}\n{{#resolution}}- By {{resolution}}: {{office}} plans to fix the problem, or tells you why it needs more time.{{/resolution}}\n{{^ask_after}}\n{{#office}}- A person from {{office}} reads your letter. We cannot promise you a day.{{/office}}\n{{#review}}- A person chooses the office. We cannot promise you a day yet.{{/review}}\n{{/ask_after}}\n{{#ask_after}}If you hear nothing by {{ask_after}}, {{/ask_after}}{{^ask_after}}To ask about your letter, {{/ask_after}}{{#clerk_phone}}call the Town Clerk at {{clerk_phone}} or {{/clerk_phone}}write to {{clerk_address}}. Give your case number.\n{{/urgent}}\n\nTO ADD SOMETHING\nReply to this message.{{#office_phone}} You can also call {{office}} at {{office_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, or write to {{post}}{{/post}}.{{/office_phone}}{{^office_phone}}{{#help_phone}} You can also call {{help_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, or write to {{post}}{{/post}}.{{/help_phone}}{{^help_phone}}{{#post}} You can also write to {{post}}.{{/post}}{{/help_phone}}{{/office_phone}}\n\nYOUR PRIVACY\nWe use your letter to answer it. {{#member}}This office''s letters belong to the councillor, not to the Town. {{/member}}{{^member}}{{#privacy_kept}}We keep it for {{privacy_kept}}. {{/privacy_kept}}{{/member}}{{#privacy_contact}}To see it, correct it or ask a question, write to {{privacy_contact}}.{{/privacy_contact}}\n{{^member}}The law that lets us do this: {{privacy_authority}}.{{/member}}\n\n{{#help_phone}}Do you need large print, another format or another language? Call {{help_phone}}{{#help_relay}} (TTY {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}Français : composez le {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/acknowledgement-closed.fr.txt","text":"Subject: [{{number}}]{{^urgent}} Nous avons reçu votre lettre{{#closed}}. Nos bureaux sont fermés.{{/closed}}{{/urgent}}\n\n{{#first_of_several}}English follows.{{/first_of_several}}\n\n{{^urgent}}\nBonjour,\n\nCe message est automatique. Personne n''a encore lu votre lettre.\nNous l''avons reçue {{received}}.{{#next_opening}} Nos bureaux sont fermés. Ils ouvrent {{next_opening}}. Les délais comptent à partir de ce moment.{{/next_opening}}\n{{#delayed}}Notre système de courriel n''a pas fonctionné pendant un moment. Votre lettre a attendu, et nous avons pu la lire seulement {{delayed}}.{{/delayed}}\n\n{{#emergency_danger}}QUELQU''UN EST EN DANGER? Composez le {{emergency_danger}}.{{/emergency_danger}}\nPour un danger sur la route, le soir ou la fin de semaine, composez le {{emergency_roads}}. On répond 24 heures sur 24.\n{{/urgent}}\n\nVOTRE NUMÉRO DE DOSSIER\n{{number}}\n\n{{^urgent}}\nVOTRE LETTRE\nElle commence ainsi : « {{gist}} »\nElle contient {{files}}.\n{{#several}}Vous avez écrit à plusieurs de nos bureaux. Votre lettre forme un seul dossier.{{/several}}\n{{#staff}}Vous avez écrit d''une adresse de la Ville. Nous traitons votre lettre comme les autres.{{/staff}}\n{{#unreadable}}Notre système n''a pas pu lire une partie de votre lettre. Nous la gardons au complet, et une personne peut la regarder. Si vous pensez qu''il manque quelque chose, répondez et dites-le-nous.{{/unreadable}}\n{{/urgent}}\n\n{{#answer}}\nUNE RÉPONSE UTILE DÈS MAINTENANT\n{{answer}}\n\n{{#answered_yes}}\nAvez-vous votre réponse?\nJ''ai ma réponse, fermez mon dossier : {{answered_yes}}\n\nJ''ai encore besoin d''une personne : {{answered_no}}\n\nSi vous ne cliquez sur rien, une personne vous répond.\n{{/answered_yes}}\n{{/answer}}\n\nQUI VA VOUS RÉPONDRE\n{{#office}}{{office_start}}.{{^urgent}}{{#accountable}} Le responsable est {{accountable}}.{{/accountable}}{{/urgent}}{{#alerted}} Nous alertons aussi {{alerted}}.{{/alerted}}{{/office}}\n{{#stands_in}}\n{{#stand_in_until}}Une absence finit {{stand_in_until}}. D''ici là, {{stand_in_acting}} répond à la place {{stand_in_for_of}}.{{/stand_in_until}}\n{{#stand_in_vacant}}{{stand_in_acting_start}} répond à la place {{stand_in_for_of}}, où le poste est vacant.{{/stand_in_vacant}}\n{{#stand_in_retired}}{{stand_in_acting_start}} répond à la place {{stand_in_for_of}}, qui n''existe plus.{{/stand_in_retired}}\n{{/stands_in}}\n{{#review}}Une personne du greffe lit votre lettre et choisit le bureau qui va vous répondre.{{#alerted}} Nous alertons aussi {{alerted}}.{{/alerted}}{{/review}}\n{{#office}}\n{{^urgent}}\n{{#because}}Pourquoi {{office_this}} : {{because}}.{{/because}}\n{{#by_address}}Pourquoi {{office_this}} : vous avez écrit à {{by_address}}.{{/by_address}}\n{{#by_fallback}}Pourquoi {{office_this}} : aucune de nos règles ne convient à votre lettre. Une personne y trouve le bon bureau.{{/by_fallback}}\n{{/urgent}}\n{{#restricted}}Votre lettre va seulement à cet endroit.{{#not_sent}} Vous avez aussi écrit à d''autres : {{not_sent}}. Une de nos règles empêche votre lettre d''y aller.{{/not_sent}}{{/restricted}}\n{{^urgent}}\n{{^has_copies}}\n{{#by_rule}}Une règle fixée par le greffe a choisi ce bureau. {{/by_rule}}Ce n''est pas le bon bureau? Répondez et dites-le-nous. Une personne lira votre réponse.\n{{/has_copies}}\n{{/urgent}}\n{{/office}}\n\n{{#has_copies}}\nQUI D''AUTRE REÇOIT UNE COPIE\n{{#copies}}\n{{copy_start}}{{#copy_address}}, parce que vous avez écrit à {{copy_address}}{{/copy_address}}{{#copy_because}}, parce que {{copy_because}}{{/copy_because}}.\n{{/copies}}\n{{#by_rule}}Une règle fixée par le greffe a choisi ces bureaux. {{/by_rule}}Ce n''est pas le bon bureau? Répondez et dites-le-nous. Une personne lira votre réponse.\n{{/has_copies}}\n\nQUI PEUT LIRE VOTRE LETTRE\n{{#readers}}\n- {{reader_office}}{{#reader_people}} : {{reader_people}}{{/reader_people}}\n{{/readers}}\n- {{always_readers_start}}\n\n{{^urgent}}\nLA SUITE\n{{#first_response}}- D''ici {{first_response}} : une personne {{office_of}} vous répond.{{/first_response}}\n{{#resolution}}- D''ici {{resolution}} : {{office_short}} compte régler le problème, ou vous dit pourquoi il faut plus de temps.{{/resolution}}\n{{^ask_after}}\n{{#office}}- Une personne {{office_of}} lit votre lettre. Nous ne pouvons pas vous promettre de date.{{/office}}\n{{#review}}- Une personne choisit le bureau. Nous ne pouvons pas encore vous promettre de date.{{/review}}\n{{/ask_after}}\n{{#ask_after}}Si vous n''avez rien reçu {{ask_after}}, {{/ask_after}}{{^ask_after}}Pour demander où en est votre lettre, {{/ask_after}}{{#clerk_phone}}appelez le greffe au {{clerk_phone}} ou {{/clerk_phone}}écrivez à {{clerk_address}}. Donnez votre numéro de dossier.\n{{/urgent}}\n\nPOUR AJOUTER QUELQUE CHOSE\nRépondez à ce message.{{#office_phone}} Vous pouvez aussi appeler {{office}} au {{office_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, ou écrire au {{post}}{{/post}}.{{/office_phone}}{{^office_phone}}{{#help_phone}} Vous pouvez aussi composer le {{help_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, ou écrire au {{post}}{{/post}}.{{/help_phone}}{{^help_phone}}{{#post}} Vous pouvez aussi écrire au {{post}}.{{/post}}{{/help_phone}}{{/office_phone}}\n\nVOS RENSEIGNEMENTS\nVotre lettre nous sert à vous répondre. {{#member}}Les lettres de ce bureau appartiennent au conseiller, pas à la Ville. {{/member}}{{^member}}{{#privacy_kept}}Nous la gardons {{privacy_kept}}. {{/privacy_kept}}{{/member}}{{#privacy_contact}}Pour la consulter, la corriger ou poser une question : {{privacy_contact}}.{{/privacy_contact}}\n{{^member}}La loi qui nous le permet : {{privacy_authority}}.{{/member}}\n\n{{#help_phone}}Vous voulez de gros caractères, un autre format ou une autre langue? Composez le {{help_phone}}{{#help_relay}} (ATS {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}English: call {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/acknowledgement.en.txt","text":"Subject: [{{number}}]{{^urgent}} We have your letter{{/urgent}}\n\n{{#first_of_several}}Le français suit.{{/first_of_several}}\n\n{{^urgent}}\nHello,\n\nThis is an automatic message. No one has read your letter yet.\nWe got it on {{received}}.\n{{#delayed}}Our mail system did not work for a while. Your letter waited, and we could read it only on {{delayed}}.{{/delayed}}\n{{/urgent}}\n\nYOUR CASE NUMBER\n{{number}}\n\n{{^urgent}}\nYOUR LETTER\nIt begins: \"{{gist}}\"\nIt came with {{files}}.\n{{#several}}You wrote to more than one of our offices. We treat your letter as one case.{{/several}}\n{{#staff}}You wrote from an address of the Town. We treat your letter like any other.{{/staff}}\n{{#unreadable}}Our system could not read part of your letter. We keep all of it, and a person can look at it. If you think something got lost, reply and tell us.{{/unreadable}}\n{{/urgent}}\n\n{{#answer}}\nAN ANSWER YOU CAN USE NOW\n{{answer}}\n\n{{#answered_yes}}\nDid this answer you?\nThis answered me, close my case: {{answered_yes}}\n\nI still need a person: {{answered_no}}\n\nIf you click nothing, a person answers you.\n{{/answered_yes}}\n{{/answer}}\n\nWHO WILL ANSWER\n{{#office}}{{office_start}}.{{^urgent}}{{#accountable}} {{accountable_start}} is responsible.{{/accountable}}{{/urgent}}{{#alerted}} We are also alerting {{alerted}}.{{/alerted}}{{/office}}\n{{#stands_in}}\n{{#stand_in_until}}{{stand_in_for_start}} is away until {{stand_in_until}}. {{stand_in_acting_start}} acts for it.{{/stand_in_until}}\n{{#stand_in_vacant}}{{stand_in_for_start}} is vacant. {{stand_in_acting_start}} acts for it.{{/stand_in_vacant}}\n{{#stand_in_retired}}{{stand_in_for_start}} has closed for good. {{stand_in_acting_start}} does its work now.{{/stand_in_retired}}\n{{/stands_in}}\n{{#review}}A person in the Town Clerk''s office reads your letter and chooses the office that will answer you.{{#alerted}} We are also alerting {{alerted}}.{{/alerted}}{{/review}}\n{{#office}}\n{{^urgent}}\n{{#because}}Why {{office}}: {{because}}.{{/because}}\n{{#by_address}}Why {{office}}: you wrote to {{by_address}}.{{/by_address}}\n{{#by_fallback}}Why {{office}}: none of our rules fits your letter. A person there finds the right office.{{/by_fallback}}\n{{/urgent}}\n{{#restricted}}Only this office gets your letter.{{#not_sent}} You also wrote to {{not_sent}}. One of our rules keeps your letter from going there.{{/not_sent}}{{/restricted}}\n{{^urgent}}\n{{^has_copies}}\n{{#by_rule}}A rule set by the Town Clerk chose this office. {{/by_rule}}Is this the wrong office? Reply and tell us. A person will read your reply.\n{{/has_copies}}\n{{/urgent}}\n{{/office}}\n\n{{#has_copies}}\nWHO ELSE GETS A COPY\n{{#copies}}\n{{copy_start}}{{#copy_address}}, because you wrote to {{copy_address}}{{/copy_address}}{{#copy_because}}, because {{copy_because}}{{/copy_because}}.\n{{/copies}}\n{{#by_rule}}A rule set by the Town Clerk chose these offices. {{/by_rule}}Is this the wrong office? Reply and tell us. A person will read your reply.\n{{/has_copies}}\n\nWHO CAN READ YOUR LETTER\n{{#readers}}\n- {{reader_office}}{{#reader_people}}: {{reader_people}}{{/reader_people}}\n{{/readers}}\n- {{always_readers_start}}\n\n{{^urgent}}\nWHAT HAPPENS NEXT\n{{#first_response}}- By {{first_response}}: a person from {{office}} answers you.{{/first_response}}\n{{#resolution}}- By {{resolution}}: {{office}} plans to fix the problem, or tells you why it needs more time.{{/resolution}}\n{{^ask_after}}\n{{#office}}- A person from {{office}} reads your letter. We cannot promise you a day.{{/office}}\n{{#review}}- A person chooses the office. We cannot promise you a day yet.{{/review}}\n{{/ask_after}}\n{{#ask_after}}If you hear nothing by {{ask_after}}, {{/ask_after}}{{^ask_after}}To ask about your letter, {{/ask_after}}{{#clerk_phone}}call the Town Clerk at {{clerk_phone}} or {{/clerk_phone}}write to {{clerk_address}}. Give your case number.\n{{/urgent}}\n\nTO ADD SOMETHING\nReply to this message.{{#office_phone}} You can also call {{office}} at {{office_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, or write to {{post}}{{/post}}.{{/office_phone}}{{^office_phone}}{{#help_phone}} You can also call {{help_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, or write to {{post}}{{/post}}.{{/help_phone}}{{^help_phone}}{{#post}} You can also write to {{post}}.{{/post}}{{/help_phone}}{{/office_phone}}\n\nYOUR PRIVACY\nWe use your letter to answer it. {{#member}}This office''s letters belong to the councillor, not to the Town. {{/member}}{{^member}}{{#privacy_kept}}We keep it for {{privacy_kept}}. {{/privacy_kept}}{{/member}}{{#privacy_contact}}To see it, correct it or ask a question, write to {{privacy_contact}}.{{/privacy_contact}}\n{{^member}}The law that lets us do this: {{privacy_authority}}.{{/member}}\n\n{{#help_phone}}Do you need large print, another format or another language? Call {{help_phone}}{{#help_relay}} (TTY {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}Français : composez le {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/acknowledgement.fr.txt","text":"Subject: [{{number}}]{{^urgent}} Nous avons reçu votre lettre{{/urgent}}\n\n{{#first_of_several}}English follows.{{/first_of_several}}\n\n{{^urgent}}\nBonjour,\n\nCe message est automatique. Personne n''a encore lu votre lettre.\nNous l''avons reçue {{received}}.\n{{#delayed}}Notre système de courriel n''a pas fonctionné pendant un moment. Votre lettre a attendu, et nous avons pu la lire seulement {{delayed}}.{{/delayed}}\n{{/urgent}}\n\nVOTRE NUMÉRO DE DOSSIER\n{{number}}\n\n{{^urgent}}\nVOTRE LETTRE\nElle commence ainsi : « {{gist}} »\nElle contient {{files}}.\n{{#several}}Vous avez écrit à plusieurs de nos bureaux. Votre lettre forme un seul dossier.{{/several}}\n{{#staff}}Vous avez écrit d''une adresse de la Ville. Nous traitons votre lettre comme les autres.{{/staff}}\n{{#unreadable}}Notre système n''a pas pu lire une partie de votre lettre. Nous la gardons au complet, et une personne peut la regarder. Si vous pensez qu''il manque quelque chose, répondez et dites-le-nous.{{/unreadable}}\n{{/urgent}}\n\n{{#answer}}\nUNE RÉPONSE UTILE DÈS MAINTENANT\n{{answer}}\n\n{{#answered_yes}}\nAvez-vous votre réponse?\nJ''ai ma réponse, fermez mon dossier : {{answered_yes}}\n\nJ''ai encore besoin d''une personne : {{answered_no}}\n\nSi vous ne cliquez sur rien, une personne vous répond.\n{{/answered_yes}}\n{{/answer}}\n\nQUI VA VOUS RÉPONDRE\n{{#office}}{{office_start}}.{{^urgent}}{{#accountable}} Le responsable est {{accountable}}.{{/accountable}}{{/urgent}}{{#alerted}} Nous alertons aussi {{alerted}}.{{/alerted}}{{/office}}\n{{#stands_in}}\n{{#stand_in_until}}Une absence finit {{stand_in_until}}. D''ici là, {{stand_in_acting}} répond à la place {{stand_in_for_of}}.{{/stand_in_until}}\n{{#stand_in_vacant}}{{stand_in_acting_start}} répond à la place {{stand_in_for_of}}, où le poste est vacant.{{/stand_in_vacant}}\n{{#stand_in_retired}}{{stand_in_acting_start}} répond à la place {{stand_in_for_of}}, qui n''existe plus.{{/stand_in_retired}}\n{{/stands_in}}\n{{#review}}Une personne du greffe lit votre lettre et choisit le bureau qui va vous répondre.{{#alerted}} Nous alertons aussi {{alerted}}.{{/alerted}}{{/review}}\n{{#office}}\n{{^urgent}}\n{{#because}}Pourquoi {{office_this}} : {{because}}.{{/because}}\n{{#by_address}}Pourquoi {{office_this}} : vous avez écrit à {{by_address}}.{{/by_address}}\n{{#by_fallback}}Pourquoi {{office_this}} : aucune de nos règles ne convient à votre lettre. Une personne y trouve le bon bureau.{{/by_fallback}}\n{{/urgent}}\n{{#restricted}}Votre lettre va seulement à cet endroit.{{#not_sent}} Vous avez aussi écrit à d''autres : {{not_sent}}. Une de nos règles empêche votre lettre d''y aller.{{/not_sent}}{{/restricted}}\n{{^urgent}}\n{{^has_copies}}\n{{#by_rule}}Une règle fixée par le greffe a choisi ce bureau. {{/by_rule}}Ce n''est pas le bon bureau? Répondez et dites-le-nous. Une personne lira votre réponse.\n{{/has_copies}}\n{{/urgent}}\n{{/office}}\n\n{{#has_copies}}\nQUI D''AUTRE REÇOIT UNE COPIE\n{{#copies}}\n{{copy_start}}{{#copy_address}}, parce que vous avez écrit à {{copy_address}}{{/copy_address}}{{#copy_because}}, parce que {{copy_because}}{{/copy_because}}.\n{{/copies}}\n{{#by_rule}}Une règle fixée par le greffe a choisi ces bureaux. {{/by_rule}}Ce n''est pas le bon bureau? Répondez et dites-le-nous. Une personne lira votre réponse.\n{{/has_copies}}\n\nQUI PEUT LIRE VOTRE LETTRE\n{{#readers}}\n- {{reader_office}}{{#reader_people}} : {{reader_people}}{{/reader_people}}\n{{/readers}}\n- {{always_readers_start}}\n\n{{^urgent}}\nLA SUITE\n{{#first_response}}- D''ici {{first_response}} : une personne {{office_of}} vous répond.{{/first_response}}\n{{#resolution}}- D''ici {{resolution}} : {{office_short}} compte régler le problème, ou vous dit pourquoi il faut plus de temps.{{/resolution}}\n{{^ask_after}}\n{{#office}}- Une personne {{office_of}} lit votre lettre. Nous ne pouvons pas vous promettre de date.{{/office}}\n{{#review}}- Une personne choisit le bureau. Nous ne pouvons pas encore vous promettre de date.{{/review}}\n{{/ask_after}}\n{{#ask_after}}Si vous n''avez rien reçu {{ask_after}}, {{/ask_after}}{{^ask_after}}Pour demander où en est votre lettre, {{/ask_after}}{{#clerk_phone}}appelez le greffe au {{clerk_phone}} ou {{/clerk_phone}}écrivez à {{clerk_address}}. Donnez votre numéro de dossier.\n{{/urgent}}\n\nPOUR AJOUTER QUELQUE CHOSE\nRépondez à ce message.{{#office_phone}} Vous pouvez aussi appeler {{office}} au {{office_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, ou écrire au {{post}}{{/post}}.{{/office_phone}}{{^office_phone}}{{#help_phone}} Vous pouvez aussi composer le {{help_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, ou écrire au {{post}}{{/post}}.{{/help_phone}}{{^help_phone}}{{#post}} Vous pouvez aussi écrire au {{post}}.{{/post}}{{/help_phone}}{{/office_phone}}\n\nVOS RENSEIGNEMENTS\nVotre lettre nous sert à vous répondre. {{#member}}Les lettres de ce bureau appartiennent au conseiller, pas à la Ville. {{/member}}{{^member}}{{#privacy_kept}}Nous la gardons {{privacy_kept}}. {{/privacy_kept}}{{/member}}{{#privacy_contact}}Pour la consulter, la corriger ou poser une question : {{privacy_contact}}.{{/privacy_contact}}\n{{^member}}La loi qui nous le permet : {{privacy_authority}}.{{/member}}\n\n{{#help_phone}}Vous voulez de gros caractères, un autre format ou une autre langue? Composez le {{help_phone}}{{#help_relay}} (ATS {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}English: call {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/addition.en.txt","text":"Subject: [{{number}}]{{^urgent}} We added your letter to your case{{/urgent}}\n\n{{#first_of_several}}Le français suit.{{/first_of_several}}\n\n{{^urgent}}\nHello,\n\nThis is an automatic message. No one has read your letter yet.\nWe got it on {{received}}.\n{{#delayed}}Our mail system did not work for a while. Your letter waited, and we could read it only on {{delayed}}.{{/delayed}}\n{{/urgent}}\n\nYOUR CASE NUMBER\n{{number}}\n\nWHAT YOU SENT\n{{^urgent}}It begins: \"{{gist}}\"{{/urgent}}\nIt came with {{files}}.\n{{#unreadable}}Our system could not read part of your letter. We keep all of it, and a person can look at it.{{/unreadable}}\n\nWHO GETS IT\nThe people who have your case get this letter too.\n{{#copies}}\n{{copy_start}}{{#copy_address}}, because you wrote to {{copy_address}}{{/copy_address}}{{#copy_because}}, because {{copy_because}}{{/copy_because}}.\n{{/copies}}\n{{#alerted}}We are also alerting {{alerted}}.{{/alerted}}\nIs your letter about something else? Reply and tell us. A person will read your reply.\n\n{{#help_phone}}Do you need large print, another format or another language? Call {{help_phone}}{{#help_relay}} (TTY {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}Français : composez le {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/addition.fr.txt","text":"Subject: [{{number}}]{{^urgent}} Nous avons ajouté votre lettre à votre dossier{{/urgent}}\n\n{{#first_of_several}}English follows.{{/first_of_several}}\n\n{{^urgent}}\nBonjour,\n\nCe message est automatique. Personne n''a encore lu votre lettre.\nNous l''avons reçue {{received}}.\n{{#delayed}}Notre système de courriel n''a pas fonctionné pendant un moment. Votre lettre a attendu, et nous avons pu la lire seulement {{delayed}}.{{/delayed}}\n{{/urgent}}\n\nVOTRE NUMÉRO DE DOSSIER\n{{number}}\n\nCE QUE VOUS AVEZ ENVOYÉ\n{{^urgent}}Votre lettre commence ainsi : « {{gist}} »{{/urgent}}\nElle contient {{files}}.\n{{#unreadable}}Notre système n''a pas pu lire une partie de votre lettre. Nous la gardons au complet, et une personne peut la regarder.{{/unreadable}}\n\nQUI LA REÇOIT\nLes personnes qui ont votre dossier reçoivent aussi cette lettre.\n{{#copies}}\n{{copy_start}}{{#copy_address}}, parce que vous avez écrit à {{copy_address}}{{/copy_address}}{{#copy_because}}, parce que {{copy_because}}{{/copy_because}}.\n{{/copies}}\n{{#alerted}}Nous alertons aussi {{alerted}}.{{/alerted}}\nVotre lettre parle d''autre chose? Répondez et dites-le-nous. Une personne lira votre réponse.\n\n{{#help_phone}}Vous voulez de gros caractères, un autre format ou une autre langue? Composez le {{help_phone}}{{#help_relay}} (ATS {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}English: call {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/answer-garbage.en.txt","text":"Subject: Garbage and recycling days\n\nWe collect garbage and recycling once a week. Put everything at the curb before 7 a.m. on your day.\n- Ward 1: Tuesday\n- Ward 2: Wednesday\nWhen the day is a holiday, we come one day later.\n"},{"name":"letters/answer-garbage.fr.txt","text":"Subject: Jours de collecte\n\nNous ramassons les ordures et le recyclage une fois par semaine. Mettez tout au bord de la rue avant 7 h le jour de la collecte.\n- Quartier 1 : mardi\n- Quartier 2 : mercredi\nSi c''est un jour férié, nous passons un jour plus tard.\n"},{"name":"letters/closed.en.txt","text":"Subject: [{{number}}] We closed your case\n\n{{#first_of_several}}Le français suit.{{/first_of_several}}\n\nHello,\n\nWe closed your case on {{closed_on}}.\n\nYOUR CASE NUMBER\n{{number}}\n\nIS IT SETTLED?\n{{#settled_yes}}\nYes, it is settled: {{settled_yes}}\n\nNot yet: {{settled_not_yet}}\n\nThe link opens a page with a button. You can add a few words there. If you say \"not yet\", your case opens again.\n{{/settled_yes}}\n{{^settled_yes}}\nNot settled? Reply to this message and your case opens again.\n{{/settled_yes}}\n\n{{#office}}\nWHO HAD YOUR CASE\n{{office_start}}.{{#accountable}} {{accountable_start}} is responsible.{{/accountable}}{{#office_phone}} You can call {{office_phone}}{{#hours}}, {{hours}}{{/hours}}.{{/office_phone}}\n{{/office}}\n\n{{#help_phone}}Do you need large print, another format or another language? Call {{help_phone}}{{#help_relay}} (TTY {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}Français : composez le {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/closed.fr.txt","text":"Subject: [{{number}}] Nous avons fermé votre dossier\n\n{{#first_of_several}}English follows.{{/first_of_several}}\n\nBonjour,\n\nNous avons fermé votre dossier {{closed_on}}.\n\nVOTRE NUMÉRO DE DOSSIER\n{{number}}\n\nEST-CE RÉGLÉ?\n{{#settled_yes}}\nOui, c''est réglé : {{settled_yes}}\n\nPas encore : {{settled_not_yet}}\n\nLe lien ouvre une page avec un bouton. Vous pouvez y ajouter quelques mots. Si vous répondez « pas encore », votre dossier est rouvert.\n{{/settled_yes}}\n{{^settled_yes}}\nCe n''est pas réglé? Répondez à ce message et votre dossier est rouvert.\n{{/settled_yes}}\n\n{{#office}}\nQUI AVAIT VOTRE DOSSIER\n{{office_start}}.{{#accountable}} Le responsable est {{accountable}}.{{/accountable}}{{#office_phone}} Vous pouvez composer le {{office_phone}}{{#hours}}, {{hours}}{{/hours}}.{{/office_phone}}\n{{/office}}\n\n{{#help_phone}}Vous voulez de gros caractères, un autre format ou une autre langue? Composez le {{help_phone}}{{#help_relay}} (ATS {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}English: call {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/forward.en.txt","text":"Subject: [{{number}}]\n\nCase {{number}}{{#received}}, letter received on {{received}}{{/received}}.\n\nWHY YOU GET IT\n{{#role_answers}}Your office answers this letter.{{/role_answers}}\n{{#role_copy}}This is a copy. Another office answers the letter.{{/role_copy}}\n{{#role_addition}}This letter joins a case that you have.{{/role_addition}}\n{{#role_review}}No office has this letter yet. Please choose the office that will answer it.{{/role_review}}\nThe rule \"{{rule}}\" sends it to you.\nThe resident wrote to {{written_to}}.\n{{#restricted}}A rule lets only your office have this letter. Please do not pass it on.{{/restricted}}\n\nBY WHEN\nWe told the resident that your office answers by {{due}}.\n\nIF YOU REPLY TO THIS MESSAGE\n{{#reply_direct}}Your reply goes straight to the resident ({{reply_to}}).{{#case_address}} Put {{case_address}} in Cc, so that the case knows that you answered.{{/case_address}}{{/reply_direct}}\n{{#reply_through}}Write above the first line of this message. We send what you write, your name and your files on to the resident, and nothing else.{{/reply_through}}\n{{^reply_direct}}{{^reply_through}}We have no address of the resident. No reply can reach them by e-mail.{{/reply_through}}{{/reply_direct}}\n{{#resident}}The resident''s address is {{resident}}.{{/resident}}\n\nFOR THE CASE\n{{#reply_through}}Answer: {{answer_link}}{{/reply_through}}\nThis is not ours: {{not_ours_link}}\nIt is settled, close the case: {{close_link}}\n\n{{#unreadable}}Our system could not read part of this letter.{{/unreadable}}\n\nATTACHMENTS WE LEFT OUT\n{{#left_out}}\n- {{left_out_name}} ({{left_out_size}}){{#left_out_refused}}, because mail systems refuse files of this type{{/left_out_refused}}{{#left_out_large}}, because the message would be too large{{/left_out_large}}\n{{/left_out}}\n\n--------------------\nFrom: {{letter_from}}\nDate: {{letter_date}}\nSubject: {{letter_subject}}\n"},{"name":"letters/forward.fr.txt","text":"Subject: [{{number}}]\n\nDossier {{number}}{{#received}}, lettre reçue {{received}}{{/received}}.\n\nPOURQUOI VOUS LA RECEVEZ\n{{#role_answers}}Votre bureau répond à cette lettre.{{/role_answers}}\n{{#role_copy}}Ceci est une copie. Un autre bureau répond à la lettre.{{/role_copy}}\n{{#role_addition}}Cette lettre s''ajoute à un dossier que vous avez.{{/role_addition}}\n{{#role_review}}Aucun bureau n''a encore cette lettre. Choisissez le bureau qui va y répondre.{{/role_review}}\nLa règle « {{rule}} » vous l''envoie.\nLa personne a écrit à {{written_to}}.\n{{#restricted}}Selon une règle, seul votre bureau peut avoir cette lettre. Ne la transmettez pas.{{/restricted}}\n\nPOUR QUAND\nNous avons dit à la personne que votre bureau répond d''ici {{due}}.\n\nSI VOUS RÉPONDEZ À CE MESSAGE\n{{#reply_direct}}Votre réponse va directement à la personne ({{reply_to}}).{{#case_address}} Mettez {{case_address}} en copie (Cc), pour que le dossier sache que vous avez répondu.{{/case_address}}{{/reply_direct}}\n{{#reply_through}}Écrivez au-dessus de la première ligne de ce message. Nous envoyons à la personne ce que vous écrivez, votre nom et vos fichiers, et rien d''autre.{{/reply_through}}\n{{^reply_direct}}{{^reply_through}}Nous n''avons pas l''adresse de la personne. Aucune réponse ne peut l''atteindre par courriel.{{/reply_through}}{{/reply_direct}}\n{{#resident}}L''adresse de la personne est {{resident}}.{{/resident}}\n\nPOUR LE DOSSIER\n{{#reply_through}}Répondre : {{answer_link}}{{/reply_through}}\nCe n''est pas pour nous : {{not_ours_link}}\nC''est réglé, fermer le dossier : {{close_link}}\n\n{{#unreadable}}Notre système n''a pas pu lire une partie de cette lettre.{{/unreadable}}\n\nFICHIERS QUE NOUS N''ENVOYONS PAS\n{{#left_out}}\n- {{left_out_name}} ({{left_out_size}}){{#left_out_refused}}, parce que les serveurs refusent ce type de fichier{{/left_out_refused}}{{#left_out_large}}, parce que le message serait trop lourd{{/left_out_large}}\n{{/left_out}}\n\n--------------------\nDe : {{letter_from}}\nDate : {{letter_date}}\nObjet : {{letter_subject}}\n"},{"name":"letters/invitation.en.txt","text":"Subject: [{{number}}] We have your invitation\n\n{{#first_of_several}}Le français suit.{{/first_of_several}}\n\nHello,\n\nThis is an automatic message. It does not accept or decline your invitation. No one has read it yet.\nWe got it on {{received}}.\n\nYOUR CASE NUMBER\n{{number}}\n\nWHO WILL ANSWER\n{{#office}}{{office_start}}.{{#accountable}} {{accountable_start}} is responsible.{{/accountable}}{{/office}}\n{{#review}}A person in the Town Clerk''s office reads your invitation and chooses the office that will answer you.{{/review}}\n\nWHO CAN READ YOUR INVITATION\n{{#readers}}\n- {{reader_office}}{{#reader_people}}: {{reader_people}}{{/reader_people}}\n{{/readers}}\n- {{always_readers_start}}\n\nWHAT HAPPENS NEXT\nA person tells you whether someone can come. Until then, please count on nobody.\n{{#first_response}}You hear from us by {{first_response}}.{{/first_response}}\n{{#ask_after}}If you hear nothing by {{ask_after}}, {{/ask_after}}{{^ask_after}}To ask about your invitation, {{/ask_after}}{{#clerk_phone}}call the Town Clerk at {{clerk_phone}} or {{/clerk_phone}}write to {{clerk_address}}. Give your case number.\n\nTo add something, reply to this message.\n\n{{#help_phone}}Do you need large print, another format or another language? Call {{help_phone}}{{#help_relay}} (TTY {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}Français : composez le {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/invitation.fr.txt","text":"Subject: [{{number}}] Nous avons reçu votre invitation\n\n{{#first_of_several}}English follows.{{/first_of_several}}\n\nBonjour,\n\nCe message est automatique. Il n''accepte pas et ne refuse pas votre invitation. Personne ne l''a encore lue.\nNous l''avons reçue {{received}}.\n\nVOTRE NUMÉRO DE DOSSIER\n{{number}}\n\nQUI VA VOUS RÉPONDRE\n{{#office}}{{office_start}}.{{#accountable}} Responsable : {{accountable}}.{{/accountable}}{{/office}}\n{{#review}}Une personne du greffe lit votre invitation et choisit le bureau qui vous répondra.{{/review}}\n\nQUI PEUT LIRE VOTRE INVITATION\n{{#readers}}\n- {{reader_office}}{{#reader_people}} : {{reader_people}}{{/reader_people}}\n{{/readers}}\n- {{always_readers_start}}\n\nLA SUITE\nUne personne vous dit si quelqu''un peut venir. D''ici là, ne comptez sur personne.\n{{#first_response}}Vous aurez de nos nouvelles d''ici {{first_response}}.{{/first_response}}\n{{#ask_after}}Si vous n''avez rien reçu {{ask_after}}, {{/ask_after}}{{^ask_after}}Pour demander des nouvelles, {{/ask_after}}{{#clerk_phone}}appelez le greffe au {{clerk_phone}} ou {{/clerk_phone}}écrivez à {{clerk_address}}. Donnez votre numéro de dossier.\n\nPour ajouter quelque chose, répondez à ce message.\n\n{{#help_phone}}Vous voulez de gros caractères, un autre format ou une autre langue? Composez le {{help_phone}}{{#help_relay}} (ATS {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}English: call {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/notice-crisis.en.txt","text":"Subject: NEED HELP NOW? CALL OR TEXT {{emergency_crisis}}\n\nIF YOU THINK OF ENDING YOUR LIFE, CALL OR TEXT {{emergency_crisis}} NOW.\nYou can talk to someone 24 hours a day. It costs nothing.\nIf anyone is in danger, call {{emergency_danger}}.\n\nThis message is automatic. No one may see your letter for hours. We sent you this notice because your letter uses words we treat as urgent.\n"},{"name":"letters/notice-crisis.fr.txt","text":"Subject: BESOIN D''AIDE MAINTENANT? APPELEZ OU TEXTEZ LE {{emergency_crisis}}\n\nSI VOUS PENSEZ À METTRE FIN À VOS JOURS, APPELEZ OU TEXTEZ LE {{emergency_crisis}} TOUT DE SUITE.\nQuelqu''un vous écoute 24 heures sur 24. C''est gratuit.\nSi une personne est en danger, composez le {{emergency_danger}}.\n\nCe message est automatique. Des heures peuvent passer avant qu''une personne voie votre lettre. Vous recevez cet avis parce que votre lettre contient des mots que nous traitons comme urgents.\n"},{"name":"letters/notice-danger.en.txt","text":"Subject: DANGER? CALL {{emergency_danger}} NOW\n\nIF ANYONE IS IN DANGER, CALL {{emergency_danger}} NOW.\nDo not wait for an answer to this message. It is automatic. No one may see your letter for hours.\n\nA wire is down: stay 10 metres (33 feet) away. Do not touch it. Call {{emergency_danger}}. Then call Example Hydro at 613-555-0198, 24 hours a day.\nYou smell gas: leave the building first. Then call {{emergency_danger}} from outside.\n\nWe sent you this notice because your letter uses words we treat as urgent. If it is not urgent, you do not need to do anything.\n"},{"name":"letters/notice-danger.fr.txt","text":"Subject: DANGER? COMPOSEZ LE {{emergency_danger}}\n\nSI QUELQU''UN EST EN DANGER, COMPOSEZ LE {{emergency_danger}} TOUT DE SUITE.\nN''attendez pas de réponse à ce message. Il est automatique. Des heures peuvent passer avant qu''une personne voie votre lettre.\n\nUn fil électrique est tombé : restez à 10 mètres. N''y touchez pas. Composez le {{emergency_danger}}. Appelez ensuite Hydro Exemple au 613-555-0198, 24 heures sur 24.\nÇa sent le gaz : sortez d''abord. Composez ensuite le {{emergency_danger}} de l''extérieur.\n\nVous recevez cet avis parce que votre lettre contient des mots que nous traitons comme urgents. Si ce n''est pas urgent, vous n''avez rien à faire.\n"},{"name":"letters/notice-threat.en.txt","text":"Subject: IN DANGER? CALL {{emergency_danger}} NOW\n\nIF SOMEONE THREATENS YOU OR ANYONE ELSE, CALL {{emergency_danger}} NOW.\nDo not wait for an answer to this message. It is automatic. No one may see your letter for hours.\nGo to a safe place if you can. Keep messages and pictures: the police will ask for them.\n\nWe sent you this notice because your letter uses words we treat as urgent. If it is not urgent, you do not need to do anything.\n"},{"name":"letters/notice-threat.fr.txt","text":"Subject: EN DANGER? COMPOSEZ LE {{emergency_danger}}\n\nSI QUELQU''UN VOUS MENACE OU MENACE UNE AUTRE PERSONNE, COMPOSEZ LE {{emergency_danger}} TOUT DE SUITE.\nN''attendez pas de réponse à ce message. Il est automatique. Des heures peuvent passer avant qu''une personne voie votre lettre.\nMettez-vous à l''abri si vous le pouvez. Gardez les messages et les images : la police les demandera.\n\nVous recevez cet avis parce que votre lettre contient des mots que nous traitons comme urgents. Si ce n''est pas urgent, vous n''avez rien à faire.\n"},{"name":"letters/staff.en.txt","text":"Subject: [{{number}}] We have your letter\n\n{{#first_of_several}}Le français suit.{{/first_of_several}}\n\nYou wrote to a general address of the Town from a staff address. This is an automatic message.\nWe got your letter on {{received}}.{{#files}} It came with {{files}}.{{/files}}\n\nCase number: {{number}}\n{{#office}}It is with {{office}}.{{#first_response}} They answer by {{first_response}}.{{/first_response}}{{/office}}\n{{#review}}A person in the Town Clerk''s office chooses the office that has it.{{/review}}\n\nIf you passed on a resident''s letter: the resident does not hear from us. We answered only you. Ask the Town Clerk ({{clerk_address}}) to open the case in the resident''s name.\n\nTo add something, reply to this message.\n\n{{town}}\n"},{"name":"letters/staff.fr.txt","text":"Subject: [{{number}}] Nous avons reçu votre lettre\n\n{{#first_of_several}}English follows.{{/first_of_several}}\n\nVous avez écrit à une adresse générale de la Ville depuis une adresse du personnel. Ce message est automatique.\nNous avons reçu votre lettre {{received}}.{{#files}} Elle contient {{files}}.{{/files}}\n\nNuméro de dossier : {{number}}\n{{#office}}Le dossier est confié à ce bureau : {{office}}.{{#first_response}} Réponse d''ici {{first_response}}.{{/first_response}}{{/office}}\n{{#review}}Une personne du greffe choisit le bureau qui s''en occupe.{{/review}}\n\nSi vous avez transmis la lettre d''une résidente ou d''un résident : cette personne ne reçoit rien de nous. Nous n''avons répondu qu''à vous. Demandez au greffe ({{clerk_address}}) d''ouvrir le dossier à son nom.\n\nPour ajouter quelque chose, répondez à ce message.\n\n{{town}}\n"},{"name":"letters/too-large.en.txt","text":"Subject: Your letter is too large for our mail system\n\n{{#first_of_several}}Le français suit.{{/first_of_several}}\n\nHello,\n\nThis is an automatic message. We could not take your letter.\nIt came on {{received}}.\nIt is larger than {{max_size}}. That is the most we can take.\n\nWHAT TO DO NOW\nSend your letter again without the files, or with smaller files. No office has your letter until then.\n{{#help_phone}}Do you need help? Call {{help_phone}}{{#hours}}, {{hours}}{{/hours}}.{{/help_phone}}\nYou can also write to {{post}}.\n\n{{#emergency_danger}}IS ANYONE IN DANGER? Call {{emergency_danger}}.{{/emergency_danger}}\n\n{{#help_phone}}Do you need large print, another format or another language? Call {{help_phone}}{{#help_relay}} (TTY {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}Français : composez le {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/too-large.fr.txt","text":"Subject: Votre lettre est trop lourde pour notre courriel\n\n{{#first_of_several}}English follows.{{/first_of_several}}\n\nBonjour,\n\nCe message est automatique. Nous n''avons pas pu prendre votre lettre.\nElle est arrivée {{received}}.\nElle dépasse {{max_size}}. C''est le plus que nous pouvons prendre.\n\nQUE FAIRE MAINTENANT\nEnvoyez de nouveau votre lettre, sans les fichiers ou avec de plus petits fichiers. D''ici là, aucun bureau n''a votre lettre.\n{{#help_phone}}Avez-vous besoin d''aide? Composez le {{help_phone}}{{#hours}}, {{hours}}{{/hours}}.{{/help_phone}}\nVous pouvez aussi écrire au {{post}}.\n\n{{#emergency_danger}}QUELQU''UN EST EN DANGER? Composez le {{emergency_danger}}.{{/emergency_danger}}\n\n{{#help_phone}}Vous voulez de gros caractères, un autre format ou une autre langue? Composez le {{help_phone}}{{#help_relay}} (ATS {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}English: call {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/update.en.txt","text":"Subject: [{{number}}] News about your letter\n\nHello,\n\nThere is news about your letter.\n{{#rerouted}}We sent your letter to another office. The office that had it told us that this is not its work.{{/rerouted}}\n{{#acting}}Nobody holds the office that had your letter just now.{{#office}} {{office_start}} acts for it.{{/office}}{{/acting}}\n{{#assigned}}{{#office}}{{office_start}} has your letter now.{{/office}}{{/assigned}}\n{{#extended}}We need more time. The new day is below.{{/extended}}\n{{#closed_on}}We closed your case on {{closed_on}}. Not settled? Reply to this message and your case opens again.{{/closed_on}}\n\nYOUR CASE NUMBER\n{{number}}\n\n{{#consent_yes}}\nWHO MAY HAVE YOUR CASE\nSomebody else takes over from the office that had your letter. May they have your case?\n\nYes: {{consent_yes}}\n\nNo: {{consent_no}}\n\nThe link opens a page with a button.\n{{/consent_yes}}\n\n{{^closed_on}}\nWHO WILL ANSWER\n{{#review}}A person in the Town Clerk''s office chooses the office that will answer you.{{/review}}\n{{#office}}{{office_start}}.{{#accountable}} {{accountable_start}} is responsible.{{/accountable}}{{/office}}\n{{#because}}Why {{office}}: {{because}}.{{/because}}\n\nWHAT HAPPENS NEXT\n{{#first_response}}- By {{first_response}}: a person from {{office}} answers you.{{/first_response}}\n{{#resolution}}- By {{resolution}}: {{office}} plans to fix the problem, or tells you why it needs more time.{{/resolution}}\n{{#review}}- A person chooses the office. We cannot promise you a day yet.{{/review}}\n{{#ask_after}}If you hear nothing by {{ask_after}}, {{/ask_after}}{{^ask_after}}To ask about your letter, {{/ask_after}}{{#clerk_phone}}call the Town Clerk at {{clerk_phone}} or {{/clerk_phone}}write to {{clerk_address}}. Give your case number.\n{{/closed_on}}\n\nTO ADD SOMETHING\nReply to this message.{{#office_phone}} You can also call {{office}} at {{office_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, or write to {{post}}{{/post}}.{{/office_phone}}{{^office_phone}}{{#help_phone}} You can also call {{help_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, or write to {{post}}{{/post}}.{{/help_phone}}{{^help_phone}}{{#post}} You can also write to {{post}}.{{/post}}{{/help_phone}}{{/office_phone}}\n\n{{#help_phone}}Do you need large print, another format or another language? Call {{help_phone}}{{#help_relay}} (TTY {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}Français : composez le {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/update.fr.txt","text":"Subject: [{{number}}] Des nouvelles de votre lettre\n\nBonjour,\n\nIl y a du nouveau au sujet de votre lettre.\n{{#rerouted}}Nous avons envoyé votre lettre à un autre bureau. Celui qui l''avait nous a dit que ce n''est pas son travail.{{/rerouted}}\n{{#acting}}En ce moment, personne n''occupe le poste qui avait votre lettre.{{#office}} {{office_start}} le remplace.{{/office}}{{/acting}}\n{{#assigned}}{{#office}}{{office_start}} a maintenant votre lettre.{{/office}}{{/assigned}}\n{{#extended}}Il nous faut plus de temps. Le nouveau jour est indiqué plus bas.{{/extended}}\n{{#closed_on}}Nous avons fermé votre dossier {{closed_on}}. Ce n''est pas réglé? Répondez à ce message et votre dossier est rouvert.{{/closed_on}}\n\nVOTRE NUMÉRO DE DOSSIER\n{{number}}\n\n{{#consent_yes}}\nQUI PEUT AVOIR VOTRE DOSSIER\nUne autre personne prend la relève du poste qui avait votre lettre. Peut-elle avoir votre dossier?\n\nOui : {{consent_yes}}\n\nNon : {{consent_no}}\n\nLe lien ouvre une page avec un bouton.\n{{/consent_yes}}\n\n{{^closed_on}}\nQUI VA VOUS RÉPONDRE\n{{#review}}Une personne du greffe choisit le bureau qui va vous répondre.{{/review}}\n{{#office}}{{office_start}}.{{#accountable}} Le responsable est {{accountable}}.{{/accountable}}{{/office}}\n{{#because}}Pourquoi {{office_this}} : {{because}}.{{/because}}\n\nLA SUITE\n{{#first_response}}- D''ici {{first_response}} : une personne {{office_of}} vous répond.{{/first_response}}\n{{#resolution}}- D''ici {{resolution}} : {{office_short}} compte régler le problème, ou vous dit pourquoi il faut plus de temps.{{/resolution}}\n{{#review}}- Une personne choisit le bureau. Nous ne pouvons pas encore vous promettre un jour.{{/review}}\n{{#ask_after}}Si vous n''avez rien reçu {{ask_after}}, {{/ask_after}}{{^ask_after}}Pour demander où en est votre lettre, {{/ask_after}}{{#clerk_phone}}appelez le greffe au {{clerk_phone}} ou {{/clerk_phone}}écrivez à {{clerk_address}}. Donnez votre numéro de dossier.\n{{/closed_on}}\n\nPOUR AJOUTER QUELQUE CHOSE\nRépondez à ce message.{{#office_phone}} Vous pouvez aussi appeler {{office}} au {{office_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, ou écrire au {{post}}{{/post}}.{{/office_phone}}{{^office_phone}}{{#help_phone}} Vous pouvez aussi composer le {{help_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, ou écrire au {{post}}{{/post}}.{{/help_phone}}{{^help_phone}}{{#post}} Vous pouvez aussi écrire au {{post}}.{{/post}}{{/help_phone}}{{/office_phone}}\n\n{{#help_phone}}Vous voulez de gros caractères, un autre format ou une autre langue? Composez le {{help_phone}}{{#help_relay}} (ATS {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}English: call {{help_phone}}.{{/one_language}}\n\n{{town}}\n"}],"rules":[{"name":"rules/10-topics.yaml","text":"version: 1\nlists:\n  road words: [pothole*, nid* de poule*, sidewalk, sidewalks, trottoir*]\n  waste words: [garbage, recycling, ordures, recyclage]\nrules:\n  - rule: Ward 2 street named\n    when: {text: {word: [Maple Street, \"rue de l''Église\"]}}\n    then: {copy: ward-2}\n    because: {en: it names a street of Ward 2, fr: elle nomme une rue du quartier 2}\n  - rule: Roads\n    when: {text: {word: {list: road words}}}\n    then: {assign: roads, label: roads}\n    because: {en: it mentions a road or sidewalk, fr: elle parle d''une rue ou d''un trottoir}\n  - rule: Waste\n    when: {text: {word: {list: waste words}}}\n    then: {assign: waste, label: waste}\n    because: {en: it mentions garbage or recycling, fr: elle parle des ordures ou du recyclage}\n  - rule: Newsletters\n    when: {header: {name: List-Unsubscribe, exists: true}}\n    then: {ignore: newsletter}\nacknowledge:\n  - {rule: usual, when: always, then: {template: acknowledgement}}\n"}],"town":{"name":"town.yaml","text":"version: 1\ntown: {name: {en: Town of Testing, fr: Ville de Testing}, time_zone: America/Toronto, languages: [en, fr], default_language: en}\ncase_number: {prefix: TT}\nclerk: {address: clerk@staff.testing.invalid, phone: 613-555-0100}\nhelp: {phone: 613-555-0100, relay: \"711\", post: \"1 Main Street, Testing\"}\nprivacy:\n  authority: {en: Municipal Act, fr: Loi sur les municipalités}\n  contact: privacy@staff.testing.invalid\n  kept: {en: two years, fr: deux ans}\nemergency: {danger: \"911\"}\nalways_readers: {en: the Town Clerk''s staff, fr: le personnel du greffe}\ncalendar:\n  until: 2099-12-31\n  hours: {mon-fri: \"08:30-16:30\"}\noffices:\n  front-desk:\n    name: {en: the front desk, fr: l''accueil}\n    accountable: {en: the front desk manager, fr: le chef de l''accueil}\n    address: front-desk@office.testing.invalid\n    readers: {en: three clerks, fr: trois commis}\n    standard: {first_response: 2 business days}\n  ward-1:\n    name: {en: the Ward 1 office, fr: le bureau du quartier 1}\n    accountable: {en: the Ward 1 Councillor, fr: le conseiller du quartier 1}\n    address: ward-1@office.testing.invalid\n    readers: {en: the councillor, fr: le conseiller}\n  ward-2:\n    name: {en: the Ward 2 office, fr: le bureau du quartier 2}\n    accountable: {en: the Ward 2 Councillor, fr: le conseiller du quartier 2}\n    address: ward-2@office.testing.invalid\n    readers: {en: the councillor, fr: le conseiller}\n  mayor:\n    name: {en: the Mayor''s office, fr: le bureau du maire}\n    accountable: {en: the Mayor, fr: le maire}\n    address: mayor@office.testing.invalid\n    readers: {en: the Mayor and one assistant, fr: le maire et un adjoint}\n  roads:\n    name: {en: Roads, fr: Service des routes}\n    accountable: {en: the Manager of Roads, fr: le chef du service des routes}\n    address: roads@office.testing.invalid\n    readers: {en: four staff, fr: quatre employés}\n    standard: {first_response: 2 business days, resolve: 10 business days}\n  waste:\n    name: {en: Waste, fr: Service des déchets}\n    accountable: {en: the Manager of Waste, fr: le chef du service des déchets}\n    address: waste@office.testing.invalid\n    readers: {en: two staff, fr: deux employés}\naddresses:\n  info@town.example: front-desk\n  ward1@town.example: ward-1\n  ward2@town.example: ward-2\n  mayor@town.example: mayor\n  roads@town.example: roads\n  waste@town.example: waste\nfallback: front-desk\n"}}');
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
INSERT INTO closings (id, public, case_id, at, who, answer, answered) VALUES (1, 's-z6rfrovxvcjo7ohw', 3, 1748872801998971, 'root', '', NULL);
PRAGMA user_version = 7;
