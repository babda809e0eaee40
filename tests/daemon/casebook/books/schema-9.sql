-- A case book of schema 9, as make_book.py made it; people and letters are invented.
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

PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql,
  'status IN (''new'', ''review'', ''open'', ''waiting'', ''closed'')',
  'status = ''new'' OR status = ''review'' OR status = ''open'' OR status = ''waiting'' OR status = ''closed''')
  WHERE name = 'cases';
UPDATE sqlite_schema SET sql = replace(sql,
  'outcome IN (''case'', ''addition'', ''duplicate'', ''quarantined'', ''ignored'')',
  'outcome = ''case'' OR outcome = ''addition'' OR outcome = ''duplicate'' OR outcome = ''quarantined'' OR ' ||
  'outcome = ''ignored''')
  WHERE name = 'inbounds';
UPDATE sqlite_schema SET sql = replace(replace(sql,
  'kind IN (''acknowledgement'', ''forward'', ''update'', ''reply'', ''notice'')',
  'kind = ''acknowledgement'' OR kind = ''forward'' OR kind = ''update'' OR kind = ''reply'' OR kind = ''notice'''),
  'state IN (''queued'', ''sending'', ''sent'', ''deferred'', ''uncertain'', ''failed'', ''withheld'')',
  'state = ''queued'' OR state = ''sending'' OR state = ''sent'' OR state = ''deferred'' OR state = ''uncertain'' OR ' ||
  'state = ''failed'' OR state = ''withheld''')
  WHERE name = 'outbox';
UPDATE sqlite_schema SET sql = replace(sql,
  'state IN (''waiting'', ''taken'', ''before_start'', ''vanished'')',
  'state = ''waiting'' OR state = ''taken'' OR state = ''before_start'' OR state = ''vanished''')
  WHERE name = 'seen';
PRAGMA writable_schema = RESET;
DROP INDEX outbox_trouble;
CREATE INDEX outbox_trouble ON outbox (state) WHERE state = 'failed' OR state = 'uncertain' OR state = 'deferred';
INSERT INTO meta (name, value) VALUES ('clean', '0');
INSERT INTO meta (name, value) VALUES ('morning-list', '2025-06-02');
INSERT INTO meta (name, value) VALUES ('morning-since', '1748872800069175 2');
INSERT INTO meta (name, value) VALUES ('reminded', '2025-06-02');
INSERT INTO meta (name, value) VALUES ('schema_by', '0.1.0');
INSERT INTO counters (year, last) VALUES (2025, 10);
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', '18908ee67ce917e6e5ddee2903be8ab075475280e74c27343c7e068a809754c9', 1748872800384312, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', '2edb13a15fd3515c2dd963107a0bf5bb1abcc0b049b18f16f1ad628d5eb10029', 1748872800281874, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', '451e340d5a2432003dd683bafb68ac7d668dc556c4773f9c5e27de36d4cfad88', 1748872800436567, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', '578922cb708d4c2284e84c360f3a350a5fd1a4a552a6a7e41d8b86d06adf4361', 1748872800171517, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', '68362b66b329cb82c7792121e2c3a8dc088c44592fa6fa5772ebfa1e9ecda225', 1748872800224257, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', '6921416a4ddf34859bbdf6688d6e1bb9c887edbedd81c97465c6f84e538479d3', 1748872800674285, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', '9821779cfd9e4047bd446bcd46e23999d1b4587fec95b97fec1130d303d3f162', 1748872800331700, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', 'b9143d549189e51dd2d55db2a5a02456c32cade4270bc114fb33bb4026477254', 1748872800148078, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', 'bb41f68b225070baf1e059f0228c50bda6e65dc4d8f61da53900787d986c0364', 1748872800358457, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', 'd32b2ca0a5f66ccf0a26347fe92d274239e929b0b3a2f26e9d199d7dbb673d7c', 1748872800253532, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', 'd64bf05c78daad52424a208948a844ae1ecc6dd7847398f32c5d13716d4e5b7e', 1748872800196486, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', 'e4f920ca4780dbfffa493091f83140f800c22ca30b4a35766bf11095c23e1a0b', 1748872800309356, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', 'fd5e832da1649d9caac3fae70f5b00e3d4af8cc20c1fcdab3a370aae39cf8f61', 1748872800631712, 'taken');
INSERT INTO cases (id, number, short, salt, status, office, priority, channel, restricted, review, decided_by, written_to, source, imported, opened, updated, due, closed, short_acknowledged, first_response, clock_from, first_span, resolve_span, resolve_due, statutory, paused, paused_until, merged_into, languages, news_told, campaign, answered) VALUES (1, 'TT-2025-000001-9', '2025-000001-9', X'6FD863E21FB4D4482B151610B2C9F195', 'new', 'roads', 1, 'email', 0, NULL, 'Roads', 'ward2@town.example', 'pipe', 0, 1748872800149784, 1748872800522998, 1749069000000000, NULL, NULL, NULL, 1748872800148010, '2 business days', '10 business days', 1750105800000000, 0, NULL, NULL, NULL, '["en"]', NULL, NULL, NULL);
INSERT INTO cases (id, number, short, salt, status, office, priority, channel, restricted, review, decided_by, written_to, source, imported, opened, updated, due, closed, short_acknowledged, first_response, clock_from, first_span, resolve_span, resolve_due, statutory, paused, paused_until, merged_into, languages, news_told, campaign, answered) VALUES (2, 'TT-2025-000002-4', '2025-000002-4', X'2128E46450F89B5C3053C98B29DC6C77', 'new', 'waste', 1, 'email', 0, NULL, 'Waste', 'info@town.example', 'pipe', 0, 1748872800172755, 1748872800178803, NULL, NULL, NULL, NULL, 1748872800171462, '', '', NULL, 0, NULL, NULL, NULL, '["fr"]', NULL, NULL, NULL);
INSERT INTO cases (id, number, short, salt, status, office, priority, channel, restricted, review, decided_by, written_to, source, imported, opened, updated, due, closed, short_acknowledged, first_response, clock_from, first_span, resolve_span, resolve_due, statutory, paused, paused_until, merged_into, languages, news_told, campaign, answered) VALUES (3, 'TT-2025-000003-5', '2025-000003-5', X'9426B2BC116DBA7B4681A90CE29BD5A7', 'closed', 'front-desk', 1, 'email', 0, NULL, 'address', 'info@town.example', 'pipe', 0, 1748872800225342, 1748872800548502, 1749069000000000, 1748872800544181, NULL, NULL, 1748872800224195, '2 business days', '', NULL, 0, NULL, NULL, NULL, '["en"]', 1748872800544181, NULL, NULL);
INSERT INTO cases (id, number, short, salt, status, office, priority, channel, restricted, review, decided_by, written_to, source, imported, opened, updated, due, closed, short_acknowledged, first_response, clock_from, first_span, resolve_span, resolve_due, statutory, paused, paused_until, merged_into, languages, news_told, campaign, answered) VALUES (4, 'TT-2025-000004-3', '2025-000004-3', X'06BB9A47C2AC853C0DA72E5D37C8456B', 'open', 'ward-1', 1, 'email', 0, NULL, 'Roads', 'ward2@town.example', 'pipe', 0, 1748872800254580, 1748872800522998, NULL, NULL, NULL, NULL, 1748872800253475, '', '', NULL, 0, NULL, NULL, NULL, '["en"]', 1748872800480623, NULL, NULL);
INSERT INTO cases (id, number, short, salt, status, office, priority, channel, restricted, review, decided_by, written_to, source, imported, opened, updated, due, closed, short_acknowledged, first_response, clock_from, first_span, resolve_span, resolve_due, statutory, paused, paused_until, merged_into, languages, news_told, campaign, answered) VALUES (5, 'TT-2025-000005-6', '2025-000005-6', X'0CFEDBB9C7B6FC440F39E4D86C99DB21', 'new', 'waste', 1, 'email', 0, NULL, 'Waste', 'waste@town.example', 'pipe', 0, 1748872800332627, 1748872800338483, NULL, NULL, NULL, NULL, 1748872800331648, '', '', NULL, 0, NULL, NULL, NULL, '["en"]', NULL, NULL, NULL);
INSERT INTO cases (id, number, short, salt, status, office, priority, channel, restricted, review, decided_by, written_to, source, imported, opened, updated, due, closed, short_acknowledged, first_response, clock_from, first_span, resolve_span, resolve_due, statutory, paused, paused_until, merged_into, languages, news_told, campaign, answered) VALUES (6, 'TT-2025-000006-2', '2025-000006-2', X'A1A936D41EE8F7E8E3B4CDF45C8EFE80', 'new', 'mayor', 1, 'email', 0, NULL, 'address', 'mayor@town.example', 'pipe', 0, 1748872800359428, 1748872800365252, NULL, NULL, NULL, NULL, 1748872800358352, '', '', NULL, 0, NULL, NULL, NULL, '["en"]', NULL, NULL, NULL);
INSERT INTO cases (id, number, short, salt, status, office, priority, channel, restricted, review, decided_by, written_to, source, imported, opened, updated, due, closed, short_acknowledged, first_response, clock_from, first_span, resolve_span, resolve_due, statutory, paused, paused_until, merged_into, languages, news_told, campaign, answered) VALUES (7, 'TT-2025-000007-0', '2025-000007-0', X'AB93F2F8C447C66153E5E33B4CBD06FB', 'new', 'ward-2', 1, 'email', 0, NULL, 'address', 'ward2@town.example', 'pipe', 0, 1748872800385208, 1748872800391293, NULL, NULL, NULL, NULL, 1748872800384253, '', '', NULL, 0, NULL, NULL, NULL, '["en"]', NULL, NULL, NULL);
INSERT INTO cases (id, number, short, salt, status, office, priority, channel, restricted, review, decided_by, written_to, source, imported, opened, updated, due, closed, short_acknowledged, first_response, clock_from, first_span, resolve_span, resolve_due, statutory, paused, paused_until, merged_into, languages, news_told, campaign, answered) VALUES (8, 'TT-2025-000008-1', '2025-000008-1', X'C3391C1A43B8995ACBF8BD4B5B64C2E8', 'new', 'ward-2', 1, 'email', 0, NULL, 'address', 'ward2@town.example', 'pipe', 0, 1748872800437553, 1748872800443149, NULL, NULL, NULL, NULL, 1748872800436500, '', '', NULL, 0, NULL, NULL, NULL, '["en","fr"]', NULL, NULL, NULL);
INSERT INTO cases (id, number, short, salt, status, office, priority, channel, restricted, review, decided_by, written_to, source, imported, opened, updated, due, closed, short_acknowledged, first_response, clock_from, first_span, resolve_span, resolve_due, statutory, paused, paused_until, merged_into, languages, news_told, campaign, answered) VALUES (9, 'TT-2025-000009-7', '2025-000009-7', X'F2A45B0F46F1BFB69A63DFDF07AFCC8D', 'new', 'front-desk', 1, 'email', 0, NULL, 'address', 'info@town.example', 'pipe', 0, 1748872800632905, 1748872800632905, 1749069000000000, NULL, NULL, NULL, 1748872800631632, '2 business days', '', NULL, 0, NULL, NULL, NULL, '["en"]', NULL, NULL, NULL);
INSERT INTO cases (id, number, short, salt, status, office, priority, channel, restricted, review, decided_by, written_to, source, imported, opened, updated, due, closed, short_acknowledged, first_response, clock_from, first_span, resolve_span, resolve_due, statutory, paused, paused_until, merged_into, languages, news_told, campaign, answered) VALUES (10, 'TT-2025-000010-0', '2025-000010-0', X'59F9FF8D636C3633B932CE51B122EEBE', 'new', 'front-desk', 1, 'email', 0, NULL, 'address', 'info@town.example', 'pipe', 0, 1748872800675231, 1748872800675231, 1749069000000000, NULL, NULL, NULL, 1748872800674222, '2 business days', '', NULL, 0, NULL, NULL, NULL, '["en"]', NULL, NULL, NULL);
INSERT INTO case_copies (case_id, office, rule, written_to) VALUES (1, 'ward-2', '', 'ward2@town.example');
INSERT INTO case_copies (case_id, office, rule, written_to) VALUES (2, 'front-desk', '', 'info@town.example');
INSERT INTO case_copies (case_id, office, rule, written_to) VALUES (2, 'ward-2', 'Ward 2 street named', '');
INSERT INTO case_copies (case_id, office, rule, written_to) VALUES (4, 'ward-2', '', 'ward2@town.example');
INSERT INTO case_labels (case_id, label) VALUES (1, 'roads');
INSERT INTO case_labels (case_id, label) VALUES (2, 'waste');
INSERT INTO case_labels (case_id, label) VALUES (4, 'roads');
INSERT INTO case_labels (case_id, label) VALUES (5, 'waste');
INSERT INTO case_links (case_id, other) VALUES (1, 4);
INSERT INTO participants (case_id, person, proven) VALUES (1, X'22E2AF46072735F987061A90376883EE98AA2B39CE79835936E220030BBEBECA', 1);
INSERT INTO participants (case_id, person, proven) VALUES (2, X'CB479B9CCE293CF671D0D72CEEF2D98135E55945CC7513344C7B9DECD97E7796', 1);
INSERT INTO participants (case_id, person, proven) VALUES (3, X'DBBFD4639C759694327E7E707CD14C924976692839F100E23E04382D712091CE', 1);
INSERT INTO participants (case_id, person, proven) VALUES (4, X'B6A4586ED0914CD60E9366032168D930163C38DA17F42E53C708DB59DAAEFED5', 1);
INSERT INTO participants (case_id, person, proven) VALUES (5, X'EF6567A191D2B6C13BA366C182A94C91D24CAFE0D9C6B982C1C767B96F61554E', 1);
INSERT INTO participants (case_id, person, proven) VALUES (6, X'C7FB463B5BB49DF0C09DDF5C886702F8C25B0C11BF9E54570D91DAB61322C950', 1);
INSERT INTO participants (case_id, person, proven) VALUES (7, X'6AC7B03C2BCC6F38ED47F088F4B9DBA9F433FCEFD4E737A4B6D2F99C78C01FA3', 1);
INSERT INTO participants (case_id, person, proven) VALUES (8, X'2AEC00A3525B7BB4E89351BD3FA0EA48410C3FCD75D1305C9EA7CA740C6704AF', 1);
INSERT INTO participants (case_id, person, proven) VALUES (9, X'0EBA4BCC1F4AA74DD8AE06FBAB7527C3CF3D1E881437F2D16CAEFD465CCC86C0', 1);
INSERT INTO participants (case_id, person, proven) VALUES (10, X'21F5DBEE1BFED5943963192C141BDEC2F5CC911F96408A51F289739F3A9EEFE9', 1);
INSERT INTO thread_ids (message, case_id) VALUES (X'0B9E1D393B57DAC52F1C2A2BF01C1FB25D656CEBC796E64B8D1885C22173C49E', 7);
INSERT INTO thread_ids (message, case_id) VALUES (X'28F803EF40142085BDDC705087B179BBC3D5B8CFB41A3AA4C41AC520806F4389', 5);
INSERT INTO thread_ids (message, case_id) VALUES (X'4415970E7EA721BB78BB9F3EFE3C2879D1EAE1D35454C17848049EB972D024D0', 6);
INSERT INTO thread_ids (message, case_id) VALUES (X'6085DF3DB929478339AB37DCD768D8BF8DFE0A2359EC559FEF29DF2D7D653B86', 8);
INSERT INTO thread_ids (message, case_id) VALUES (X'615347B851A16EDC04AA4E23D6249E013512AC82000540C2BB484BE7C98D57E7', 10);
INSERT INTO thread_ids (message, case_id) VALUES (X'7232268A9A6DC0A87552F532BE558F79A9B9B54249A432ACCC681F31DE4F47FF', 4);
INSERT INTO thread_ids (message, case_id) VALUES (X'728B5C3E44F5271FB4959D7AD14EC9A955C4BA9BE68D78C4A092275093C7EBD2', 2);
INSERT INTO thread_ids (message, case_id) VALUES (X'88B206B75229893E65B97E57326B3E03539649BF00A371A71F56A41FFE3AFD5F', 9);
INSERT INTO thread_ids (message, case_id) VALUES (X'A7290D5F959CEF2935F7C5042877394050AAF3D50B309B7427FE5807160F91F5', 1);
INSERT INTO thread_ids (message, case_id) VALUES (X'B265BA035E3C00D36165D8226ED0494FD96F5787ACAF05E2B9B02715CFDCBEFD', 3);
INSERT INTO thread_ids (message, case_id) VALUES (X'E1DEA99D4FF3F9AC236290325BD077F0A390A480D91D4DBFADD48AA4640016AC', 1);
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (1, 'i-agltb4jhsx3szuw3', 'pipe', 'b9143d549189e51dd2d55db2a5a02456c32cade4270bc114fb33bb4026477254', 'case', '', 1, NULL, NULL, 0, 1748872800148010, 1748872800149784, 1795446000000000, 'b9143d549189e51dd2d55db2a5a02456c32cade4270bc114fb33bb4026477254', X'63646165303937336335636532343933356364366238623566653361613238616332336537653638666137326537343865353139643664393638386538373139', 249, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack en');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (2, 'i-agltb4jhvqirz2vi', 'pipe', '578922cb708d4c2284e84c360f3a350a5fd1a4a552a6a7e41d8b86d06adf4361', 'case', '', 2, NULL, NULL, 0, 1748872800171462, 1748872800172755, 1795446000000000, '578922cb708d4c2284e84c360f3a350a5fd1a4a552a6a7e41d8b86d06adf4361', X'32646463643539356436313337636437616363366531613662653431643131613766343765626537316632623734393064306531356563616130663633396636', 252, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack fr');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (3, 'i-agltb4jhyxnsails', 'pipe', 'd64bf05c78daad52424a208948a844ae1ecc6dd7847398f32c5d13716d4e5b7e', 'addition', '', 1, NULL, NULL, 1, 1748872800196433, 1748872800197700, 1795446000000000, 'd64bf05c78daad52424a208948a844ae1ecc6dd7847398f32c5d13716d4e5b7e', X'32333835613432633138356235363533393964393232643237616436356238373862663562633466383137373834366161623166343733303432623331383339', 232, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack withheld: unproven');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (4, 'i-agltb4jh4hb34l3c', 'pipe', '68362b66b329cb82c7792121e2c3a8dc088c44592fa6fa5772ebfa1e9ecda225', 'case', '', 3, NULL, NULL, 0, 1748872800224195, 1748872800225342, 1795446000000000, '68362b66b329cb82c7792121e2c3a8dc088c44592fa6fa5772ebfa1e9ecda225', X'35663463346338663263373961333266343033653662323764636265373432306131396136616666333564656164393835346538333963633166663266346436', 237, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack en');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (5, 'i-agltb4jh7zauhd77', 'pipe', 'd32b2ca0a5f66ccf0a26347fe92d274239e929b0b3a2f26e9d199d7dbb673d7c', 'case', '', 4, NULL, NULL, 0, 1748872800253475, 1748872800254580, 1795446000000000, 'd32b2ca0a5f66ccf0a26347fe92d274239e929b0b3a2f26e9d199d7dbb673d7c', X'35626637633533613263336539653963303161363362353833626166316631383966393366663864396439633531373935383835363963646361393963396561', 233, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack en');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (6, 'i-agltb4jidp47ff66', 'pipe', '2edb13a15fd3515c2dd963107a0bf5bb1abcc0b049b18f16f1ad628d5eb10029', 'ignored', 'newsletter', NULL, NULL, NULL, 0, 1748872800281808, 1748872800283137, 1795446000000000, '2edb13a15fd3515c2dd963107a0bf5bb1abcc0b049b18f16f1ad628d5eb10029', X'30303333643166656339386436373437383862303364303138623732323932663534346233643165336466653732386432616336636332303131323963666136', 252, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack withheld: ignored');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (7, 'i-agltb4jig2l2ogct', 'pipe', 'e4f920ca4780dbfffa493091f83140f800c22ca30b4a35766bf11095c23e1a0b', 'quarantined', 'over 30 Received lines', NULL, NULL, NULL, 0, 1748872800309283, 1748872800310425, 1795446000000000, 'e4f920ca4780dbfffa493091f83140f800c22ca30b4a35766bf11095c23e1a0b', X'39343664333064383062393331303562373438663430396230633961643233396433313832383765306332336166353232336434373361656662306437386636', 1946, 'email', 0, 0, NULL, NULL, 0, NULL, '');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (8, 'i-agltb4jijta4aaao', 'pipe', '9821779cfd9e4047bd446bcd46e23999d1b4587fec95b97fec1130d303d3f162', 'case', '', 5, NULL, NULL, 0, 1748872800331648, 1748872800332627, 1795446000000000, '9821779cfd9e4047bd446bcd46e23999d1b4587fec95b97fec1130d303d3f162', X'62363731353839343231353762336232653563386234313030623361636332613666306635366564663465386239353739303738663834316337653962663762', 230, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack en');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (9, 'i-agltb4jim6mccnmn', 'pipe', 'bb41f68b225070baf1e059f0228c50bda6e65dc4d8f61da53900787d986c0364', 'case', '', 6, NULL, NULL, 0, 1748872800358352, 1748872800359428, 1795446000000000, 'bb41f68b225070baf1e059f0228c50bda6e65dc4d8f61da53900787d986c0364', X'37343933666236393239633731633439636432366236316564666232333536656665623566396563613765386639383561363861323964643831386166666162', 219, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack en');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (10, 'i-agltb4jiqhypucve', 'pipe', '18908ee67ce917e6e5ddee2903be8ab075475280e74c27343c7e068a809754c9', 'case', '', 7, NULL, NULL, 0, 1748872800384253, 1748872800385208, 1795446000000000, '18908ee67ce917e6e5ddee2903be8ab075475280e74c27343c7e068a809754c9', X'33366664326435306666343338336334336163373961366662323336353032663634316461383438653333636166663033663565313032353666373034663464', 226, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack en');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (11, 'i-agltb4jiwuhargeu', 'pipe', '451e340d5a2432003dd683bafb68ac7d668dc556c4773f9c5e27de36d4cfad88', 'case', '', 8, NULL, NULL, 0, 1748872800436500, 1748872800437553, 1795446000000000, '451e340d5a2432003dd683bafb68ac7d668dc556c4773f9c5e27de36d4cfad88', X'64376565613962303363613361383538306539613430343932346334666631643833316237653839633930666431363135383965616230306263623365613161', 217, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack en, fr');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (12, 'i-agltb4jjpbvvylei', 'pipe', 'fd5e832da1649d9caac3fae70f5b00e3d4af8cc20c1fcdab3a370aae39cf8f61', 'case', '', 9, NULL, NULL, 0, 1748872800631632, 1748872800632905, 1795446000000000, 'fd5e832da1649d9caac3fae70f5b00e3d4af8cc20c1fcdab3a370aae39cf8f61', X'35346631366664616234313131353865373130316364343833633161323230353466313538346333363966326633633736326362323239663837356463376566', 233, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack en');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (13, 'i-agltb4jjup75dxjb', 'pipe', '6921416a4ddf34859bbdf6688d6e1bb9c887edbedd81c97465c6f84e538479d3', 'case', '', 10, NULL, NULL, 0, 1748872800674222, 1748872800675231, 1795446000000000, '6921416a4ddf34859bbdf6688d6e1bb9c887edbedd81c97465c6f84e538479d3', X'66393661393061633561396261396239343033636430633039613731393466326464323962613261326365393661323666626365663362313266383832613330', 231, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack en');
INSERT INTO octets (inbound_id, frame, envelope) VALUES (1, X'28B52FFD20F96D0500528C2722306BDC0631907BBD6C97A166E5FE00887BFE3747B32091F59A1C759582861641290149254B392BA345EE8D7DBBE5C69DF356E5565C9F97CC9D737DB6E97DCF43CE95B55924A5B4E52C7180A823214899A410051039224364A87C60E1BAC3223C601DC02D73A69D89A458BBB3BDE0AC17B481112992728F6DC462E07C9CED22A9B3B66C9014818337D1E7B57CD0449FB7FA10E972396B3A1310C751AB4203000BC6A8C82B625528AA0C', '{"from":null,"to":[]}');
INSERT INTO octets (inbound_id, frame, envelope) VALUES (2, X'28B52FFD20FCC50500F28B2929704BD301FCFFFE7F5D25C048B61D4D762124F263A3E7D0F37F0D11C6B45578F15DB851355597EF002C6A2DDFC6612AA6C4F1237E04BD97A65DF73868698AD2E47590E3D3E459BD3F508B3D0C37878172C6EDFEA156A6402ACE6C992D013CC0925942111CC0BC78FA707B740EB5F6308AC004B7E8F00848C4A0D69BD0D8D087D7B869835A6E8FC202B50818A8CB1DE871145FEE407AA8111B7D8730DC20A253501E8CE2170204005E0CA6644C9940202A9445ED01', '{"from":null,"to":[]}');
INSERT INTO octets (inbound_id, frame, envelope) VALUES (3, X'28B52FFD20E82D0500428B2522208DB60D36287A68397A2207EE167C1673EA6C4D49F135E4A9E4037065405420300C28290FB7BF75BB903B0EEF064A0C533C190DB511759C75A084984075C4444C5C1EB0701D820DCEAC0334763CB79581D2DB6E6527B882805A10115125162ED53409CF7D3C9B611F16260828B5877BB1204F9F2737283D19BF029406228F959538A611ABACC4F1BA8536553C1B5A0F547B93DE470300E2CBA8C82B625528AA0C', '{"from":null,"to":[]}');
INSERT INTO octets (inbound_id, frame, envelope) VALUES (4, X'28B52FFD20ED250500824B2521306D9C031D2F77B6B09E95287F3D82950494750AD7B65C6593EE086760510A08944925FBBB7D76907A9F47CFBBD83ABA637CB68E688BADFFD61B475202CEE26420207FACF7DE480A71001123266222800914542CA1090E50AC68DA707E172329F7DDE5D8C0B9CC211AA085A45AA4BB5087F6E05486A49C8EBA83A40A1E4E93378FB3269EBC79F4CFA29D318B93ED7220CD417B8503000BC6A8C82BA27AD44A0F', '{"from":null,"to":[]}');
INSERT INTO octets (inbound_id, frame, envelope) VALUES (5, X'28B52FFD20E92D0500428B2522408BD4011C21B7534A47019F3106EB804C58542952102529DD6584CA2603786D8D0B6A2DD025DA1C9622DEBF2DC377A264CCA0963839BD89483EA4A116E249181707CA1F294967D4BA439CE23BBCC30BF0003B660745B0003300A48CF19B0BB5DA77F371817117DEE09830D482265D056B5A4E466DA8657CB419A845F068BADC899E7CF87227D2478A6CDA248C90CD04056A93BD4203004BC6A8E82B6279D4AA0C', '{"from":null,"to":[]}');
INSERT INTO octets (inbound_id, frame, envelope) VALUES (6, X'28B52FFD20FC850500F28B2720406D74409B6E58C98551237238461A6C6DE49084C0A86AD8611BCB8C610F7D4D874A63ED7078B229E1F050B1FC694D43B8A3F58F20564C6E3B106B34676A9243F20D3A482826776190F4835B6BC6A1EA8026A9BAAAAB01995874498823A4C09200923372FB7971C8FA9F5512E47EA3219C89E1508AF837CB03E348AE371CE62A6705878A0773A5A3A538A2958E96F76A963F8DC97D9E1512894DDF0B0104008418F14BC628E32B0278D44A0F', '{"from":null,"to":[]}');
INSERT INTO octets (inbound_id, frame, envelope) VALUES (7, X'28B52FFD609A065D0500328B2522306DAB0303ECA6AAAC53659C74E4431A272D3E589C69716E9348FF5DA8A0210D032A2829ABC57E5F6DBF5AEC06A502E713CEF7AC9FC3753104821BDC10B0E5BA4848D8B18F073350CA14C8E4999AA909F00195EA90567880BAA235E3CA7017283D8670D90FAEB0C1114E6440A9451A326ABD8D5CBB01A52BEB87809281E3B5C28F632BC10A3FAED931AEFB59AE0F701792F622E42605008D6EFD01309C5E3246195F11C0A3567A', '{"from":null,"to":[]}');
INSERT INTO octets (inbound_id, frame, envelope) VALUES (8, X'28B52FFD20E60D0500D28A2422408B9B03C07FB1CE64672DD4129BAA1FAD37A1295210AD6ED7842D0D3019E0CE9F0B4929EE0EFA18470F4F94B1E31E4FF3D0FCF98E4652042DE15C20AC3B2C8ACE480A51009711133111C0030B2E8E68820316239C329C5FB648EA7D97351B38B77903036148CA497415DF88499CDA48CAD9F41D2455E03C55FE408D4DAEFC81F4908245BEDA3B94703A96292CF720FB8503004BC754340462C9091514', '{"from":null,"to":[]}');
INSERT INTO octets (inbound_id, frame, envelope) VALUES (9, X'28B52FFD20DBD5040012CA222240A7B8014CFE4C454932D65757966FE0BB034EF0B4F045A4C808340D980C70E7CF058B290591039292123A9ED2594CE198DCA7D13A628A6A68315584B6545DD5554326165DD2C01D7958B2F01CCAEDE767B1D8FFECD2C97D8026985491C5DE817F133D815DAE4B16CB751E198B2DA2E84A4FD031422B3D416FD8BC270934E8FA99DC81E7477BB1FA860403008BC7544404620D621414', '{"from":null,"to":[]}');
INSERT INTO octets (inbound_id, frame, envelope) VALUES (10, X'28B52FFD20E2D5040082CA221F404BDD98662A4A1223760316CB5525242C25A81D0DCE92DB579B31ECCE9F0B6A150D91998C9E848EA18CEDBCBF442D35DC91AB10B06E388A7A514B154059AAAEEAAA91014D5B3A7841265A229E2FB9FDACA815FB9F5D26B9BFD00C0A12825A6FF2471A1379CAF504B5729DC701B5049AE84543D0F143170D416F88F03F0D83AEFFC8759E0DD88BD2F7410300CCC7544404620D621414', '{"from":null,"to":[]}');
INSERT INTO octets (inbound_id, frame, envelope) VALUES (11, X'28B52FFD20D9AD0400F289212040A5BA01A8CAADE5EF9DB5CA710BBCD970A22CA03E2673ABFC6A3386DDF973018B2110368076CF5766B124898A7283680DBD696A67B15DC236DDE55DDE440B6E9D0A7842074E05923BCAFDAF596CF6FF8BCA28FFA3031C146331A9F25FDC335FA5EC8DC594A3CFC36206683AD250C637D04843E92D1787A8A8499F8FA21CFD53346952DF8B0300CCC7544404620D621414', '{"from":null,"to":[]}');
INSERT INTO octets (inbound_id, frame, envelope) VALUES (12, X'28B52FFD20E9150500F2CA2420304DF4435D3796752B431E2D4971CD7D6CF257D1025B48D197088392522050022819F381798598DBA0F3CC6580F5659B602EAE370C4AEB78C8B652A0BCB1397D41891980D5323773F3B1018BD746BCC12ED62AE02FDB4E998292744AD9DB816DBAE00E0A350125F83C4DBE013ADBCFA0B4FD5E12A024D0E41BEEE263126EB88BEF31990E1DF5BC9BC87643D98182B252470803008CC7543404A20E62D41E', '{"from":null,"to":[]}');
INSERT INTO octets (inbound_id, frame, envelope) VALUES (13, X'28B52FFD20E715050012CB242140A9B40D9828DA49CA34CF624D6F81A16609594AAC1E4C1EB3A1C1399301EEF8892831BD2BD95B2B7FD6175AB2ABEAEFBA82AC3EAECA815202E1288E8C824523F93CDA40E90EE096DFE11D1EE201CD35676083279A1F961B47ED64A0D4B43B9D0F1C1BA292072501A5AD702F5861D7911D281D1D6E042809441A333A614E3628A313C6CA164F2E4B1447D579B06CA3B4220403008CC6A8E82BA29E804A0F', '{"from":null,"to":[]}');
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
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (1, NULL, 1748872800059496, 'daemon', 'rules_accepted', 'sha256:ed38c5c03fd12babe801c92834bd3cb46011e6f71cd0becad54ca6a8c7acd5d3', X'', X'19AC51FD093A488837D842844D4AD11874056ED792A7193B8E85F6414E984538');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (2, NULL, 1748872800061524, 'daemon', 'started', '', X'', X'EA1D9A2C0398B5A8ACBF21642C05ED78EAABB159E3C5D280DE7A15B736C494C6');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (3, 1, 1748872800149784, 'resident', 'received', 'i-agltb4jhsx3szuw3 through pipe', X'', X'DD8F6243C62FBE15878883F5C1E867DA7FC7E494351FFB6392C62D98D2CE1D0D');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (4, 1, 1748872800149784, 'daemon', 'decided', 'roads (Roads)', X'', X'30405217F50D7C01C89DE111B2F0F69A6AF27575938D0F233E171DCE29EFFDC2');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (5, 1, 1748872800149784, 'daemon', 'acknowledged', 'acknowledgement (en)', X'', X'C1F060005B8B2EB39EBFD25D8C144D5BD40EBFA004C5BD73022A690487CD39D9');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (6, 1, 1748872800149784, 'daemon', 'forwarded', 'roads (answers)', X'', X'2AB6F611C21F99F4E976F496E61AB8E57ECE73340775C7966B6FAED4E3A5FD15');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (7, 1, 1748872800149784, 'daemon', 'forwarded', 'ward-2 (copy)', X'', X'4F06DA4D8F98621BEA67B3E747F3D7F50DB9AA388FD47C6DD6A1AD44510F1ACB');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (8, 1, 1748872800159378, 'daemon', 'sent', 'acknowledgement', X'', X'D58F6A6CF3176B2D42BE57332BD854AF136F1E1181F6019B3B9CCA33AF5D582B');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (9, 1, 1748872800159378, 'daemon', 'sent', 'forward to roads', X'', X'FE21C20BFECEBF6F4EBAFEFAF66EBFDE6D4575D7F7671C305310C9104E260063');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (10, 1, 1748872800159378, 'daemon', 'sent', 'forward to ward-2', X'', X'7B9A94000BB6FE03DAE61F955D48991EF9319159F80BED143CDF618C07F229A0');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (11, 2, 1748872800172755, 'resident', 'received', 'i-agltb4jhvqirz2vi through pipe', X'', X'0DE1EE5D89F091CA7784745B5F4DF469FF82BDC9DD35AD43868E28D57ED3AB2A');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (12, 2, 1748872800172755, 'daemon', 'decided', 'waste (Waste)', X'', X'AE5F98E63BB26F7D46356BF756FAC1E59FB3701E7A136DACA53BFB4B4CD4AF54');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (13, 2, 1748872800172755, 'daemon', 'acknowledged', 'acknowledgement (fr)', X'', X'5D573D42AA2563649C3BEBAF4D17574D61D008D8E8A6FFF1F5626E9B7DD035BB');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (14, 2, 1748872800172755, 'daemon', 'forwarded', 'waste (answers)', X'', X'A019D12ACAEE21951F802F573F480ACCA0BFB8CC82B9228F5D7601A35F70E791');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (15, 2, 1748872800172755, 'daemon', 'forwarded', 'front-desk (copy)', X'', X'B55221BDA8B476F74457542087A3D7BC680F94185761045E2A1AD04269FD2235');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (16, 2, 1748872800172755, 'daemon', 'forwarded', 'ward-2 (copy)', X'', X'559FDB714D80FC0DAFBE79E22F465361E25211751B6C67342386A855C3F145D8');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (17, 2, 1748872800178803, 'daemon', 'sent', 'acknowledgement', X'', X'2FFC5DD60973B0BFB06ED180EBE9E1C80F2EC3D044BB267FCC0678081EA38BEE');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (18, 2, 1748872800178803, 'daemon', 'sent', 'forward to waste', X'', X'C8F0240C19B2A368125E9F6FDC3EBD7978F7E730EFB6E1E5014BE0A78D3A7FAA');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (19, 2, 1748872800178803, 'daemon', 'sent', 'forward to front-desk', X'', X'83825C09217ED79D2162D773F4696932F4E2537C7F0D13C3FDABA8CFDDFCF48F');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (20, 2, 1748872800178803, 'daemon', 'sent', 'forward to ward-2', X'', X'DA9F2A42FF01F752A5B3322E213A96DCCA2A62970A78CE1E0B498A91AF554A57');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (21, 1, 1748872800197700, 'resident', 'received', 'i-agltb4jhyxnsails through pipe', X'', X'D8AB7370E6AA2A039160E7AB32A34E6CEFF3A049FEEC43201B4A35D7A96A4DF8');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (22, 1, 1748872800197700, 'daemon', 'joined', 'carries the number, unproven', X'', X'CFE9E8890B9767C58AF6691AE3B5D8062902E69D64C1C1F1496B5DDB63100E16');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (23, 1, 1748872800197700, 'daemon', 'withheld', 'unproven', X'', X'9EF63E0CDEB8113401F63DB5EEA6C72ADA14D1C8EDF957BC78FA3429384E0F98');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (24, 1, 1748872800197700, 'daemon', 'forwarded', 'roads (addition)', X'', X'3EAEB70E62EB6E60C32D8C5D65ED15A16A39A8071A29466F7D77A941A45A64B4');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (25, 1, 1748872800197700, 'daemon', 'forwarded', 'ward-2 (addition)', X'', X'55C7EC2A6F02F50C7D3D482251719A54E972948C7915334D8A4FB488590E1BB7');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (26, 1, 1748872800204748, 'daemon', 'sent', 'forward to roads', X'', X'64FFE4D0DD3C1E54C394117295FF7C916BD05C7D6600929A1229471CBE2F301B');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (27, 1, 1748872800204748, 'daemon', 'sent', 'forward to ward-2', X'', X'48B5B55F493A1414313FA88C431F96B23F916E912E41E91425E0385833DC4D77');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (28, 3, 1748872800225342, 'resident', 'received', 'i-agltb4jh4hb34l3c through pipe', X'', X'BEFDDB47562B2F6089FF68E168A1204889C595386A0A84C46A8C3DC9DEE54ACC');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (29, 3, 1748872800225342, 'daemon', 'decided', 'front-desk (address)', X'', X'EED79F9D1A73BA11765FC647F94DADD3450B1E142D19A94931A5D0D0AACEAD55');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (30, 3, 1748872800225342, 'daemon', 'acknowledged', 'acknowledgement (en)', X'', X'EC0941BEFE7033E413504552C8061A3DFB4FA416EE0D55337A6D12E66FE1F1B0');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (31, 3, 1748872800225342, 'daemon', 'forwarded', 'front-desk (answers)', X'', X'EE69149F499FA08BD44D0CEAD043622BCAFC777641E5E101A32E1118B9DA139E');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (32, 3, 1748872800236711, 'daemon', 'sent', 'acknowledgement', X'', X'D1BDC346DC191AFD6844ABA2D2A57B27C9843C3B2F1610D1E2B1BD353A272769');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (33, 3, 1748872800236711, 'daemon', 'sent', 'forward to front-desk', X'', X'F3778A6E716B645326451E97370B42AA76E9DDB82142094121DF1B5880C0B15B');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (34, 4, 1748872800254580, 'resident', 'received', 'i-agltb4jh7zauhd77 through pipe', X'', X'B7EBC945D2D9FA9D4862A0C97B7DF07B60D3C6E6DE591F8130965D4803ED4AE5');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (35, 4, 1748872800254580, 'daemon', 'decided', 'roads (Roads)', X'', X'6DA7AFD9CBC9CB9B7C279D07B14CEF59F07EC1B6E2AF46A7527B26D4041F8914');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (36, 4, 1748872800254580, 'daemon', 'acknowledged', 'acknowledgement (en)', X'', X'4D3B2CA389EEC0D7C9E9AF22BC9D8AB99839D21F963774C60B2F93DEED642F59');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (37, 4, 1748872800254580, 'daemon', 'forwarded', 'roads (answers)', X'', X'2E4B43DCE5BD8D6B75666095DF4D7C40A9682A6AAABD74DD363BFC6564A15566');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (38, 4, 1748872800254580, 'daemon', 'forwarded', 'ward-2 (copy)', X'', X'114AC7EC0B88681FF5B76E46B98C8037C462FF7F29DDDFF299D86F780CCA0A6F');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (39, 4, 1748872800261177, 'daemon', 'sent', 'acknowledgement', X'', X'623AC0209AD782CE20053277E35A9299A90278F76EC0A88B56E48E2B805B9259');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (40, 4, 1748872800261177, 'daemon', 'sent', 'forward to roads', X'', X'EC828E0C967734F7E0A79807BAA6D1BB3B9E6C1080112F8117EF8412A6ABDECA');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (41, 4, 1748872800261177, 'daemon', 'sent', 'forward to ward-2', X'', X'1CAE283B05E5E0C48661A25EBA6B07900B3F0AE59E80585D7ED14055433592AA');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (42, NULL, 1748872800283137, 'daemon', 'ignored', 'i-agltb4jidp47ff66 through pipe: newsletter', X'', X'A2F82F82673A7F13B28A585D3371562BC6094CCCD6A1A0DCF5DEE24BFFF408B1');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (43, NULL, 1748872800310425, 'daemon', 'quarantined', 'i-agltb4jig2l2ogct through pipe: over 30 Received lines', X'', X'D786BC2E699EF33CD0D23DD3FF0D425E9D3C43F2057D2E7B18AE59F49FA04CFF');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (44, 5, 1748872800332627, 'resident', 'received', 'i-agltb4jijta4aaao through pipe', X'', X'C9CEF0D8EC5F53264DA0ECFC5A65EAD7B9631A70D9A065BE61FFE04D619D2D2E');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (45, 5, 1748872800332627, 'daemon', 'decided', 'waste (Waste)', X'', X'00C2082F7AF976F93CA2EA1590D9D728952BDB52D7D6EB84DD6AB1C4AFEE1965');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (46, 5, 1748872800332627, 'daemon', 'acknowledged', 'acknowledgement (en)', X'', X'247C4CD53085ED720293D6733CA0AA662DA7D55C5228FDCCB8A9E02225AFC323');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (47, 5, 1748872800332627, 'daemon', 'forwarded', 'waste (answers)', X'', X'2F3F4FA3C6DC89DC5EA009706F746AA675D75894768A6B4B3552A8B2C2548B69');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (48, 5, 1748872800338483, 'daemon', 'failed', 'acknowledgement', X'D085F388C5BE3EFA3B93104CB39A8CD29CB40CCA6D46A1BF1D161BE4CCB48787', X'726A2B18CFA55D76DB20636E7B87C24157FFCF49DE0F46BC69B39F5E520A8F97');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (49, 5, 1748872800338483, 'daemon', 'sent', 'forward to waste', X'', X'EB935D51CD4F04C49120985C712BD6ECE68BE9732F2B54A249EFC3DDA7F65154');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (50, 6, 1748872800359428, 'resident', 'received', 'i-agltb4jim6mccnmn through pipe', X'', X'DA37F365279BCF6ACC71E0A20C4627CB8126F7E584AC681EE5D91B88515D8EBF');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (51, 6, 1748872800359428, 'daemon', 'decided', 'mayor (address)', X'', X'6F87106E07D7081236D217611E794E2B14D2C5B2F7BB57457DD3C9F2025C728B');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (52, 6, 1748872800359428, 'daemon', 'acknowledged', 'acknowledgement (en)', X'', X'B788FA91164CC7F38BC24C38387EE2779B2C1E88781F579D9B1CCFB6A4F3A994');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (53, 6, 1748872800359428, 'daemon', 'forwarded', 'mayor (answers)', X'', X'DC3F9901EACFDEC79D20FF23328D8CD59F51538986EC55A45708FEB904E4F64B');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (54, 6, 1748872800365252, 'daemon', 'sent', 'forward to mayor', X'', X'D9C6DF6CE4C393F1B3CA06D43FF1A9063FFAC472A1C645A469AABE71B4E5C511');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (55, 7, 1748872800385208, 'resident', 'received', 'i-agltb4jiqhypucve through pipe', X'', X'14676FDB1051869A9E2F7C49B14B9C86436C0D0337404933AEC5E3782AA400E9');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (56, 7, 1748872800385208, 'daemon', 'decided', 'ward-2 (address)', X'', X'8D9FDB7988C60BF07D32DB42E2657518D52CC06CB91485F7792EABEA5D0890A0');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (57, 7, 1748872800385208, 'daemon', 'acknowledged', 'acknowledgement (en)', X'', X'A4DB82942DCE1A5AD40567FA136BA0D14E2B08485401E5B5DF6D6E03B772AC44');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (58, 7, 1748872800385208, 'daemon', 'forwarded', 'ward-2 (answers)', X'', X'EA2034E41BB271EE1FF0D4E064F2508AB17B07F467FF94CBD8B7C56744806507');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (59, 7, 1748872800391293, 'daemon', 'sent', 'forward to ward-2', X'', X'3D8372AC1B1034ED408145DD9D712729AF981BA006E91D6EBF6A9699CE307BD6');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (60, 8, 1748872800437553, 'resident', 'received', 'i-agltb4jiwuhargeu through pipe', X'', X'F19066B8FD841B032F047208FC4A1A5029622EE23DCCC145B9078DBBA5BA461E');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (61, 8, 1748872800437553, 'daemon', 'decided', 'ward-2 (address)', X'', X'601DD68C32FBED99D988F23D2DEB0C5A505F5E9206B4EB9E075A3DAD9F24FC69');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (62, 8, 1748872800437553, 'daemon', 'acknowledged', 'acknowledgement (en, fr)', X'', X'30A052EE8F70CD6EAB0664AFD3524DE3BA54F9E972A25899C76DD0F6FA2CA1BB');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (63, 8, 1748872800437553, 'daemon', 'forwarded', 'ward-2 (answers)', X'', X'C0E5875D8747D6C9AF9DCFFB5B8AD1F3432D2ACD0A62A3D59C4670FEE8CCDE3A');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (64, 8, 1748872800443149, 'daemon', 'uncertain', 'acknowledgement: no answer after the letter was handed over; it is sent once more', X'', X'C50F090693BABCEC3A0205B098B454AB2C4487B3F6FCD8E3E3AC7A302C3AD7E3');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (65, 8, 1748872800443149, 'daemon', 'sent', 'forward to ward-2', X'', X'08F697E93BE15A90C38DBDBE2F2DF985362080D2B0C994CB310E3E04E7591491');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (66, 4, 1748872800480623, 'root', 'assigned', 'roads → ward-1', X'', X'6F98115B47705C63D23734CE234AA1965F4524AAEE74A971B8CED7E40BAC1ED6');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (67, 4, 1748872800480623, 'daemon', 'forwarded', 'ward-1 (answers)', X'', X'5DA135FFB8C7D6ED47E561B1220A0A348FE5863B3BB44288D2384770D8070BAE');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (68, 4, 1748872800480623, 'daemon', 'acknowledged', 'update (en)', X'', X'8E6D208EDD99B83D495DF233E435229E4FEED38B64A13CB3F0214EAECD4CDCA0');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (69, 4, 1748872800487773, 'daemon', 'sent', 'forward to ward-1', X'', X'B2E6AD628B847D0274B67CF5599C4B4346D2BF94475D4D2758CD6D46C1067FC4');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (70, 4, 1748872800487773, 'daemon', 'sent', 'update', X'', X'C4BDD0356C9B46755A344B6C925446FF5E46FBE35C16632CCA3D4D40B2631C0A');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (71, 1, 1748872800502252, 'root', 'note', '', X'0B20FF3AB85FFBA54F34DC06446EED485FE225A530869D2FB9A1DD1323E743FE', X'78DF9216FE290D755136A4A89C5BB02A992F548E4ABA5D39AE8417775253D6DA');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (72, 1, 1748872800522998, 'root', 'linked', 'TT-2025-000004-3', X'', X'383D8C4190B0F109469012791FFB147E9D899926311E7AF81B7A5FF96A850576');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (73, 4, 1748872800522998, 'root', 'linked', 'TT-2025-000001-9', X'', X'76F76375C63853DA588874AC306C216E836577D6AF9F116744DD29FEC49B8DD9');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (74, 3, 1748872800544181, 'root', 'closed', '', X'25FD17295B8AFB6CEDF089DF0CBAF422B5DB2B6C8621CB35652EBD4BC2C9E27A', X'E7CFFC4D10FC0378A9ECCF8EBB135BAF587E7048F81E08B70E10C620B1819673');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (75, 3, 1748872800544181, 'daemon', 'acknowledged', 'closed (en)', X'', X'511A82878721D0D8ADFDB80BB30F767DFEEE5FCF05916C7B1ED25AEB577AA148');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (76, 3, 1748872800548502, 'daemon', 'sent', 'update', X'', X'BA31201197EBB907E627C21EE8F01795341BBB438FFF20A7FC53B814E9C2286C');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (77, 6, 1748872800591846, 'root', 'withheld', 'acknowledgement: o-agltb4jim4hmhaf5 discarded', X'6D0175A852BB118CCCEA32CD97603AD87D80D8E737152AD0554C7E71FA07C95E', X'14EE60FEB9649A5D176DC34D8DD32E18F8205F4A26298961E9838DB0ED4A96D4');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (78, 9, 1748872800632905, 'resident', 'received', 'i-agltb4jjpbvvylei through pipe', X'', X'8DCA481585B0E36D3D9EC4D860882300CF91E0FBD1E111958E2723850D036C23');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (79, 9, 1748872800632905, 'daemon', 'decided', 'front-desk (address)', X'', X'F30E116D656D4A8107EB2FD77ABE15FF77D82E6EDE959CBE18D09D945E976232');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (80, 9, 1748872800632905, 'daemon', 'acknowledged', 'acknowledgement (en)', X'', X'08F728778271FD5CB12FB2023A57B6E42E8E7D304C43566F0BB81B77B8B6665A');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (81, 9, 1748872800632905, 'daemon', 'forwarded', 'front-desk (answers)', X'', X'7E95CF56AAA62ACC1E53322F3BEA7B399C0A470FF11EC39C00A487D0DA59FB3D');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (82, 10, 1748872800675231, 'resident', 'received', 'i-agltb4jjup75dxjb through pipe', X'', X'F3091A70740B9DDC957D43B63516BE7FF59C61D71D1BED5284A2EC2115E3ED81');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (83, 10, 1748872800675231, 'daemon', 'decided', 'front-desk (address)', X'', X'59473060C06E52315D7949BD1BBE24306B8E4245AEE514A0EE8574929F8A819E');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (84, 10, 1748872800675231, 'daemon', 'acknowledged', 'acknowledgement (en)', X'', X'6DB5DB9F7F9E25C60BAF18AF42A71349688DDA8BC6D2D3C0072D50B4CAD76ADB');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (85, 10, 1748872800675231, 'daemon', 'forwarded', 'front-desk (answers)', X'', X'D947625CBD43B2033D53FB9D7CC736F3669148464D6681B29D9E8AD7FE5AF5BD');
INSERT INTO event_parts (seq, part, own_salt) VALUES (48, '550 5.1.1 no such mailbox', NULL);
INSERT INTO event_parts (seq, part, own_salt) VALUES (71, 'The crew was there at noon.', NULL);
INSERT INTO event_parts (seq, part, own_salt) VALUES (74, 'They were told.', NULL);
INSERT INTO event_parts (seq, part, own_salt) VALUES (77, 'told by telephone', NULL);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (1, 'o-agltb4jhsvyfjjjk', 1, 1, 'acknowledgement', '', '', '', '', 'ward2@town.example', 'acknowledgement', '["en"]', '<k1.2025-000001-9.a.agndg4car5ncvjpsczd5xcz7s4.o-agltb4jhsvyfjjjk@town.example>', 1749069000000000, 0, 0, 'sent', 'queued', NULL, 1748872800149784, 1748872800159378, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (2, 'o-agltb4jhsupybgkl', 1, 1, 'forward', 'roads', 'answers', 'Roads', '', 'ward2@town.example', '', '[]', '<k1.2025-000001-9.f.dlesx5khw6buupne4zb53buewu.o-agltb4jhsupybgkl@town.example>', 1749069000000000, 0, 0, 'sent', 'queued', NULL, 1748872800149784, 1748872800159378, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (3, 'o-agltb4jhswh3rty4', 1, 1, 'forward', 'ward-2', 'copy', '', 'ward2@town.example', 'ward2@town.example', '', '[]', '<k1.2025-000001-9.f.dlesx5khw6buupne4zb53buewu.o-agltb4jhswh3rty4@town.example>', 1749069000000000, 0, 0, 'sent', 'queued', NULL, 1748872800149784, 1748872800159378, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (4, 'o-agltb4jhvtbv6ums', 2, 2, 'acknowledgement', '', '', '', '', 'info@town.example', 'acknowledgement', '["fr"]', '<k1.2025-000002-4.a.xo67tumbshcxi46ka7kw4reigu.o-agltb4jhvtbv6ums@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872800172755, 1748872800178803, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (5, 'o-agltb4jhvtud2t35', 2, 2, 'forward', 'waste', 'answers', 'Waste', '', 'info@town.example', '', '[]', '<k1.2025-000002-4.f.4qfpm47qez5fgrtjcdvslw2thm.o-agltb4jhvtud2t35@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872800172755, 1748872800178803, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (6, 'o-agltb4jhvraqiut3', 2, 2, 'forward', 'front-desk', 'copy', '', 'info@town.example', 'info@town.example', '', '[]', '<k1.2025-000002-4.f.4qfpm47qez5fgrtjcdvslw2thm.o-agltb4jhvraqiut3@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872800172755, 1748872800178803, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (7, 'o-agltb4jhvqskqc2k', 2, 2, 'forward', 'ward-2', 'copy', 'Ward 2 street named', '', 'info@town.example', '', '[]', '<k1.2025-000002-4.f.4qfpm47qez5fgrtjcdvslw2thm.o-agltb4jhvqskqc2k@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872800172755, 1748872800178803, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (8, 'o-agltb4jhywix7ikq', 1, 3, 'forward', 'roads', 'addition', '', '', 'ward2@town.example', '', '[]', '<k1.2025-000001-9.f.dlesx5khw6buupne4zb53buewu.o-agltb4jhywix7ikq@town.example>', 1749069000000000, 0, 0, 'sent', 'queued', NULL, 1748872800197700, 1748872800204748, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (9, 'o-agltb4jhyx43p6jr', 1, 3, 'forward', 'ward-2', 'addition', '', '', 'ward2@town.example', '', '[]', '<k1.2025-000001-9.f.dlesx5khw6buupne4zb53buewu.o-agltb4jhyx43p6jr@town.example>', 1749069000000000, 0, 0, 'sent', 'queued', NULL, 1748872800197700, 1748872800204748, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (10, 'o-agltb4jh4exq3cya', 3, 4, 'acknowledgement', '', '', '', '', 'info@town.example', 'acknowledgement', '["en"]', '<k1.2025-000003-5.a.pkixzeq2emfkqbkjuukj4gdz44.o-agltb4jh4exq3cya@town.example>', 1749069000000000, 0, 0, 'sent', 'queued', NULL, 1748872800225342, 1748872800236711, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (11, 'o-agltb4jh4f6ev6ap', 3, 4, 'forward', 'front-desk', 'answers', '', 'info@town.example', 'info@town.example', '', '[]', '<k1.2025-000003-5.f.7gfwaugrpymf6jotpkv7tjpi4u.o-agltb4jh4f6ev6ap@town.example>', 1749069000000000, 0, 0, 'sent', 'queued', NULL, 1748872800225342, 1748872800236711, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (12, 'o-agltb4jh722y4emc', 4, 5, 'acknowledgement', '', '', '', '', 'ward2@town.example', 'acknowledgement', '["en"]', '<k1.2025-000004-3.a.azviu7fcwaj2t3tpooxuvi3hki.o-agltb4jh722y4emc@town.example>', 1749069000000000, 0, 0, 'sent', 'queued', NULL, 1748872800254580, 1748872800261177, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (13, 'o-agltb4jh7y5dvu32', 4, 5, 'forward', 'roads', 'answers', 'Roads', '', 'ward2@town.example', '', '[]', '<k1.2025-000004-3.f.u6y5sw5m7iv2v4xzzuc5rhlewu.o-agltb4jh7y5dvu32@town.example>', 1749069000000000, 0, 0, 'sent', 'queued', NULL, 1748872800254580, 1748872800261177, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (14, 'o-agltb4jh735t4wr3', 4, 5, 'forward', 'ward-2', 'copy', '', 'ward2@town.example', 'ward2@town.example', '', '[]', '<k1.2025-000004-3.f.u6y5sw5m7iv2v4xzzuc5rhlewu.o-agltb4jh735t4wr3@town.example>', 1749069000000000, 0, 0, 'sent', 'queued', NULL, 1748872800254580, 1748872800261177, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (15, 'o-agltb4jijtwniudt', 5, 8, 'acknowledgement', '', '', '', '', 'waste@town.example', 'acknowledgement', '["en"]', '<k1.2025-000005-6.a.msoffofudu7xkmearlrutmplla.o-agltb4jijtwniudt@town.example>', NULL, 0, 0, 'failed', 'queued', NULL, 1748872800332627, 1748872800338483, 1, 0, 0, 0, 1);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (16, 'o-agltb4jijsbrtx5a', 5, 8, 'forward', 'waste', 'answers', 'Waste', 'waste@town.example', 'waste@town.example', '', '[]', '<k1.2025-000005-6.f.qfez4nzwuzlnmnndm6tta5qaj4.o-agltb4jijsbrtx5a@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872800332627, 1748872800338483, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (17, 'o-agltb4jim4hmhaf5', 6, 9, 'acknowledgement', '', '', '', '', 'mayor@town.example', 'acknowledgement', '["en"]', '<k1.2025-000006-2.a.ax4lngm77ij6us4fgddrs6eh3y.o-agltb4jim4hmhaf5@town.example>', NULL, 0, 0, 'withheld', 'queued', NULL, 1748872800359428, 1748872800591846, 1, 1, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (18, 'o-agltb4jim4bjpuxi', 6, 9, 'forward', 'mayor', 'answers', '', 'mayor@town.example', 'mayor@town.example', '', '[]', '<k1.2025-000006-2.f.42rjkz6d44pndvnwtmosoaupgq.o-agltb4jim4bjpuxi@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872800359428, 1748872800365252, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (19, 'o-agltb4jiqhr6t2q3', 7, 10, 'acknowledgement', '', '', '', '', 'ward2@town.example', 'acknowledgement', '["en"]', '<k1.2025-000007-0.a.wcigt3y2qa43qht6xm3u4q42fi.o-agltb4jiqhr6t2q3@town.example>', NULL, 0, 0, 'deferred', 'queued', 1748872860391293, 1748872800385208, 1748872800391293, 1, 1, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (20, 'o-agltb4jiqfbvs2le', 7, 10, 'forward', 'ward-2', 'answers', '', 'ward2@town.example', 'ward2@town.example', '', '[]', '<k1.2025-000007-0.f.s6oipcjxtee7qnwlqeuicgbkva.o-agltb4jiqfbvs2le@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872800385208, 1748872800391293, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (21, 'o-agltb4jiwwdmq7x7', 8, 11, 'acknowledgement', '', '', '', '', 'ward2@town.example', 'acknowledgement', '["en","fr"]', '<k1.2025-000008-1.a.rj6gep43y67rw3pvto7cybcpde.o-agltb4jiwwdmq7x7@town.example>', NULL, 0, 0, 'uncertain', 'queued', 1748873400443149, 1748872800437553, 1748872800443149, 1, 0, 1, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (22, 'o-agltb4jiwvbk26rq', 8, 11, 'forward', 'ward-2', 'answers', '', 'ward2@town.example', 'ward2@town.example', '', '[]', '<k1.2025-000008-1.f.cq2erqarkvyvxgg4kz6v6rc2fi.o-agltb4jiwvbk26rq@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872800437553, 1748872800443149, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (23, 'o-agltb4ji4cqjftx6', 4, 5, 'forward', 'ward-1', 'answers', '', 'ward2@town.example', 'ward2@town.example', '', '[]', '<k1.2025-000004-3.f.u6y5sw5m7iv2v4xzzuc5rhlewu.o-agltb4ji4cqjftx6@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872800480623, 1748872800487773, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (24, 'o-agltb4ji4bxgsyhh', 4, 5, 'update', '', '', '', '', 'ward2@town.example', 'update', '["en"]', '<k1.2025-000004-3.a.azviu7fcwaj2t3tpooxuvi3hki.o-agltb4ji4bxgsyhh@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872800480623, 1748872800487773, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (25, 'o-agltb4jjebfczm55', 3, 4, 'update', '', '', '', '', 'info@town.example', 'closed', '["en"]', '<k1.2025-000003-5.a.pkixzeq2emfkqbkjuukj4gdz44.o-agltb4jjebfczm55@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872800544181, 1748872800548502, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (26, 'o-agltb4jjpb4cnqrg', 9, 12, 'acknowledgement', '', '', '', '', 'info@town.example', 'acknowledgement', '["en"]', '<k1.2025-000009-7.a.2fqhhom7hs3wnmy5ahwq7qb5my.o-agltb4jjpb4cnqrg@town.example>', 1749069000000000, 0, 0, 'sending', 'queued', NULL, 1748872800632905, 1748872800634356, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (27, 'o-agltb4jjpbvsjplm', 9, 12, 'forward', 'front-desk', 'answers', '', 'info@town.example', 'info@town.example', '', '[]', '<k1.2025-000009-7.f.h6tauic2xv4xqucrlmx6pesawm.o-agltb4jjpbvsjplm@town.example>', 1749069000000000, 0, 0, 'sending', 'queued', NULL, 1748872800632905, 1748872800634356, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (28, 'o-agltb4jjuo577ozs', 10, 13, 'acknowledgement', '', '', '', '', 'info@town.example', 'acknowledgement', '["en"]', '<k1.2025-000010-0.a.zaozbwmxq2qslgkgpndm2gyrm4.o-agltb4jjuo577ozs@town.example>', 1749069000000000, 0, 0, 'queued', 'queued', 1748872800675231, 1748872800675231, 1748872800675231, 0, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (29, 'o-agltb4jjupbtuxv6', 10, 13, 'forward', 'front-desk', 'answers', '', 'info@town.example', 'info@town.example', '', '[]', '<k1.2025-000010-0.f.4sga43qbcygo3sp3476tgfbvji.o-agltb4jjupbtuxv6@town.example>', 1749069000000000, 0, 0, 'queued', 'queued', 1748872800675231, 1748872800675231, 1748872800675231, 0, 0, 0, 0, 0);
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
INSERT INTO outbox_texts (outbox_id, recipient, facts, in_reply_to, refs, subject, body, last_reply) VALUES (8, 'roads@office.testing.invalid', '', '["<k1.2025-000001-9.f.dlesx5khw6buupne4zb53buewu.o-agltb4jhsupybgkl@town.example>"]', '["<k1.2025-000001-9.f.dlesx5khw6buupne4zb53buewu.o-agltb4jhsupybgkl@town.example>"]', '[TT-2025-000001-9] Re: A matter', 'Case TT-2025-000001-9, letter received on Monday, June 2, 2025, at 10:00 a.m.

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
INSERT INTO outbox_texts (outbox_id, recipient, facts, in_reply_to, refs, subject, body, last_reply) VALUES (9, 'ward-2@office.testing.invalid', '', '["<k1.2025-000001-9.f.dlesx5khw6buupne4zb53buewu.o-agltb4jhswh3rty4@town.example>"]', '["<k1.2025-000001-9.f.dlesx5khw6buupne4zb53buewu.o-agltb4jhswh3rty4@town.example>"]', '[TT-2025-000001-9] Re: A matter', 'Case TT-2025-000001-9, letter received on Monday, June 2, 2025, at 10:00 a.m.

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
INSERT INTO outbox_texts (outbox_id, recipient, facts, in_reply_to, refs, subject, body, last_reply) VALUES (25, 'chen@people.example.org', '{"closing":"s-agltb4jjedtj37ru","en":{"accountable":"the front desk manager","accountable_start":"The front desk manager","clerk_address":"clerk@staff.testing.invalid","clerk_phone":"613-555-0100","closed_on":"Monday, June 2","emergency_danger":"911","help_phone":"613-555-0100","help_relay":"711","hours":"Monday to Friday, 8:30 a.m. to 4:30 p.m.","office":"the front desk","office_of":"the front desk","office_short":"the front desk","office_start":"The front desk","office_this":"the front desk","post":"1 Main Street, Testing","privacy_authority":"Municipal Act","privacy_contact":"privacy@staff.testing.invalid","privacy_kept":"two years","town":"Town of Testing"}}', '["<m4@people.example.org>"]', '["<m4@people.example.org>"]', '[TT-2025-000003-5] We closed your case', 'Hello,

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
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'0A75BD0FFDA985E98A9F1147F7B8763AB5DCD132E3D3708A06CA31F3DE35DEED', 1748872800149784, 1);
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'D6ECD022B293CFEA68049C58396D6D479AAEF55A869A68F458F051DCD4640847', 1748872800000000, 10);
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'2CD687180D78A04CC038BB72132E4CA5B20A172EAC6620B903C058C9BEC9F7E8', 1748872800172755, 1);
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'902C013761AD8B5D3C926CDE99D2FB69374EBE72BA6BE642FD3A0E849653E207', 1748872800225342, 1);
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'8778CD374FFF14DE129A076DBFAFEBF5F1D4FBB91DCB63E508A3CAC8017F230B', 1748872800254580, 1);
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'36D50C37FBED0DBE192CBC5096973990F7EB99319B2FF7A88009D260E86C52D6', 1748872800332627, 1);
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'CFC67FDC985F65B3F566F699317BFCBE945C158551E69A849C8F87E0DA95124A', 1748872800359428, 1);
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'AE9B9BAEAD72C93E337BF3CE1228D88C8556D0BA13FACF3EBD651A46C91F33DD', 1748872800385208, 1);
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'635115FBD30367F725D74F554D527DE689207FC1B388346C58CEF68EE7A7BD80', 1748872800437553, 1);
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'0503F5D18428B500DD725B5F8F5FB56F7067C20D593C1539BA70D936A11ED60B', 1748872800632905, 1);
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'03934D071A353228FDB7CB2C513264EBA5EA5C1DF55DB3D19CDF3F34846F5631', 1748872800675231, 1);
INSERT INTO accepted (id, version, at, who, files) VALUES (1, 'sha256:ed38c5c03fd12babe801c92834bd3cb46011e6f71cd0becad54ca6a8c7acd5d3', 1748872800059496, 'daemon', '{"letters":[{"name":"letters/acknowledgement-closed.en.txt","text":"Subject: [{{number}}]{{^urgent}} We have your letter{{#closed}}. Our offices are closed.{{/closed}}{{/urgent}}\n\n{{#first_of_several}}Le français suit.{{/first_of_several}}\n\n{{^urgent}}\nHello,\n\nThis is an automatic message. No one has read your letter yet.\nWe got it on {{received}}.{{#next_opening}} Our offices are closed now. They open on {{next_opening}}. We count the days from then.{{/next_opening}}\n{{#delayed}}Our mail system did not work for a while. Your letter waited, and we could read it only on {{delayed}}.{{/delayed}}\n\n{{#emergency_danger}}IS ANYONE IN DANGER? Call {{emergency_danger}}.{{/emergency_danger}}\nFor a road danger at night or on a weekend, call {{emergency_roads}}. Someone answers 24 hours a day.\n{{/urgent}}\n\nYOUR CASE NUMBER\n{{number}}\n\n{{^urgent}}\nYOUR LETTER\nIt begins: \"{{gist}}\"\nIt came with {{files}}.\n{{#several}}You wrote to more than one of our offices. We treat your letter as one case.{{/several}}\n{{#staff}}You wrote from an address of the Town. We treat your letter like any other.{{/staff}}\n{{#unreadable}}Our system could not read part of your letter. We keep all of it, and a person can look at it. If you think something got lost, reply and tell us.{{/unreadable}}\n{{/urgent}}\n\n{{#answer}}\nAN ANSWER YOU CAN USE NOW\n{{answer}}\n\n{{#answered_yes}}\nDid this answer you?\nThis answered me, close my case: {{answered_yes}}\n\nI still need a person: {{answered_no}}\n\nIf you click nothing, a person answers you.\n{{/answered_yes}}\n{{/answer}}\n\nWHO WILL ANSWER\n{{#office}}{{office_start}}.{{^urgent}}{{#accountable}} {{accountable_start}} is responsible.{{/accountable}}{{/urgent}}{{#alerted}} We are also alerting {{alerted}}.{{/alerted}}{{/office}}\n{{#stands_in}}\n{{#stand_in_until}}{{stand_in_for_start}} is away until {{stand_in_until}}. {{stand_in_acting_start}} acts for it.{{/stand_in_until}}\n{{#stand_in_vacant}}{{stand_in_for_start}} is vacant. {{stand_in_acting_start}} acts for it.{{/stand_in_vacant}}\n{{#stand_in_retired}}{{stand_in_for_start}} has closed for good. {{stand_in_acting_start}} does its work now.{{/stand_in_retired}}\n{{/stands_in}}\n{{#review}}A person in the Town Clerk''s office reads your letter and chooses the office that will answer you.{{#alerted}} We are also alerting {{alerted}}.{{/alerted}}{{/review}}\n{{#office}}\n{{^urgent}}\n{{#because}}Why {{office}}: {{because}}.{{/because}}\n{{#by_address}}Why {{office}}: you wrote to {{by_address}}.{{/by_address}}\n{{#by_fallback}}Why {{office}}: none of our rules fits your letter. A person there finds the right office.{{/by_fallback}}\n{{/urgent}}\n{{#restricted}}Only this office gets your letter.{{#not_sent}} You also wrote to {{not_sent}}. One of our rules keeps your letter from going there.{{/not_sent}}{{/restricted}}\n{{^urgent}}\n{{^has_copies}}\n{{#by_rule}}A rule set by the Town Clerk chose this office. {{/by_rule}}Is this the wrong office? Reply and tell us. A person will read your reply.\n{{/has_copies}}\n{{/urgent}}\n{{/office}}\n\n{{#has_copies}}\nWHO ELSE GETS A COPY\n{{#copies}}\n{{copy_start}}{{#copy_address}}, because you wrote to {{copy_address}}{{/copy_address}}{{#copy_because}}, because {{copy_because}}{{/copy_because}}.\n{{/copies}}\n{{#by_rule}}A rule set by the Town Clerk chose these offices. {{/by_rule}}Is this the wrong office? Reply and tell us. A person will read your reply.\n{{/has_copies}}\n\nWHO CAN READ YOUR LETTER\n{{#readers}}\n- {{reader_office}}{{#reader_people}}: {{reader_people}}{{/reader_people}}\n{{/readers}}\n- {{always_readers_start}}\n\n{{^urgent}}\nWHAT HAPPENS NEXT\n{{#first_response}}- By {{first_response}}: a person from {{office}} answers you.{{/first_response}}\n{{#resolution}}- By {{resolution}}: {{office}} plans to fix the problem, or tells you why it needs more time.{{/resolution}}\n{{^ask_after}}\n{{#office}}- A person from {{office}} reads your letter. We cannot promise you a day.{{/office}}\n{{#review}}- A person chooses the office. We cannot promise you a day yet.{{/review}}\n{{/ask_after}}\n{{#ask_after}}If you hear nothing by {{ask_after}}, {{/ask_after}}{{^ask_after}}To ask about your letter, {{/ask_after}}{{#clerk_phone}}call the Town Clerk at {{clerk_phone}} or {{/clerk_phone}}write to {{clerk_address}}. Give your case number.\n{{/urgent}}\n\nTO ADD SOMETHING\nReply to this message.{{#office_phone}} You can also call {{office}} at {{office_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, or write to {{post}}{{/post}}.{{/office_phone}}{{^office_phone}}{{#help_phone}} You can also call {{help_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, or write to {{post}}{{/post}}.{{/help_phone}}{{^help_phone}}{{#post}} You can also write to {{post}}.{{/post}}{{/help_phone}}{{/office_phone}}\n\nYOUR PRIVACY\nWe use your letter to answer it. {{#member}}This office''s letters belong to the councillor, not to the Town. {{/member}}{{^member}}{{#privacy_kept}}We keep it for {{privacy_kept}}. {{/privacy_kept}}{{/member}}{{#privacy_contact}}To see it, correct it or ask a question, write to {{privacy_contact}}.{{/privacy_contact}}\n{{^member}}The law that lets us do this: {{privacy_authority}}.{{/member}}\n\n{{#help_phone}}Do you need large print, another format or another language? Call {{help_phone}}{{#help_relay}} (TTY {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}Français : composez le {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/acknowledgement-closed.fr.txt","text":"Subject: [{{number}}]{{^urgent}} Nous avons reçu votre lettre{{#closed}}. Nos bureaux sont fermés.{{/closed}}{{/urgent}}\n\n{{#first_of_several}}English follows.{{/first_of_several}}\n\n{{^urgent}}\nBonjour,\n\nCe message est automatique. Personne n''a encore lu votre lettre.\nNous l''avons reçue {{received}}.{{#next_opening}} Nos bureaux sont fermés. Ils ouvrent {{next_opening}}. Les délais comptent à partir de ce moment.{{/next_opening}}\n{{#delayed}}Notre système de courriel n''a pas fonctionné pendant un moment. Votre lettre a attendu, et nous avons pu la lire seulement {{delayed}}.{{/delayed}}\n\n{{#emergency_danger}}QUELQU''UN EST EN DANGER? Composez le {{emergency_danger}}.{{/emergency_danger}}\nPour un danger sur la route, le soir ou la fin de semaine, composez le {{emergency_roads}}. On répond 24 heures sur 24.\n{{/urgent}}\n\nVOTRE NUMÉRO DE DOSSIER\n{{number}}\n\n{{^urgent}}\nVOTRE LETTRE\nElle commence ainsi : « {{gist}} »\nElle contient {{files}}.\n{{#several}}Vous avez écrit à plusieurs de nos bureaux. Votre lettre forme un seul dossier.{{/several}}\n{{#staff}}Vous avez écrit d''une adresse de la Ville. Nous traitons votre lettre comme les autres.{{/staff}}\n{{#unreadable}}Notre système n''a pas pu lire une partie de votre lettre. Nous la gardons au complet, et une personne peut la regarder. Si vous pensez qu''il manque quelque chose, répondez et dites-le-nous.{{/unreadable}}\n{{/urgent}}\n\n{{#answer}}\nUNE RÉPONSE UTILE DÈS MAINTENANT\n{{answer}}\n\n{{#answered_yes}}\nAvez-vous votre réponse?\nJ''ai ma réponse, fermez mon dossier : {{answered_yes}}\n\nJ''ai encore besoin d''une personne : {{answered_no}}\n\nSi vous ne cliquez sur rien, une personne vous répond.\n{{/answered_yes}}\n{{/answer}}\n\nQUI VA VOUS RÉPONDRE\n{{#office}}{{office_start}}.{{^urgent}}{{#accountable}} Le responsable est {{accountable}}.{{/accountable}}{{/urgent}}{{#alerted}} Nous alertons aussi {{alerted}}.{{/alerted}}{{/office}}\n{{#stands_in}}\n{{#stand_in_until}}Une absence finit {{stand_in_until}}. D''ici là, {{stand_in_acting}} répond à la place {{stand_in_for_of}}.{{/stand_in_until}}\n{{#stand_in_vacant}}{{stand_in_acting_start}} répond à la place {{stand_in_for_of}}, où le poste est vacant.{{/stand_in_vacant}}\n{{#stand_in_retired}}{{stand_in_acting_start}} répond à la place {{stand_in_for_of}}, qui n''existe plus.{{/stand_in_retired}}\n{{/stands_in}}\n{{#review}}Une personne du greffe lit votre lettre et choisit le bureau qui va vous répondre.{{#alerted}} Nous alertons aussi {{alerted}}.{{/alerted}}{{/review}}\n{{#office}}\n{{^urgent}}\n{{#because}}Pourquoi {{office_this}} : {{because}}.{{/because}}\n{{#by_address}}Pourquoi {{office_this}} : vous avez écrit à {{by_address}}.{{/by_address}}\n{{#by_fallback}}Pourquoi {{office_this}} : aucune de nos règles ne convient à votre lettre. Une personne y trouve le bon bureau.{{/by_fallback}}\n{{/urgent}}\n{{#restricted}}Votre lettre va seulement à cet endroit.{{#not_sent}} Vous avez aussi écrit à d''autres : {{not_sent}}. Une de nos règles empêche votre lettre d''y aller.{{/not_sent}}{{/restricted}}\n{{^urgent}}\n{{^has_copies}}\n{{#by_rule}}Une règle fixée par le greffe a choisi ce bureau. {{/by_rule}}Ce n''est pas le bon bureau? Répondez et dites-le-nous. Une personne lira votre réponse.\n{{/has_copies}}\n{{/urgent}}\n{{/office}}\n\n{{#has_copies}}\nQUI D''AUTRE REÇOIT UNE COPIE\n{{#copies}}\n{{copy_start}}{{#copy_address}}, parce que vous avez écrit à {{copy_address}}{{/copy_address}}{{#copy_because}}, parce que {{copy_because}}{{/copy_because}}.\n{{/copies}}\n{{#by_rule}}Une règle fixée par le greffe a choisi ces bureaux. {{/by_rule}}Ce n''est pas le bon bureau? Répondez et dites-le-nous. Une personne lira votre réponse.\n{{/has_copies}}\n\nQUI PEUT LIRE VOTRE LETTRE\n{{#readers}}\n- {{reader_office}}{{#reader_people}} : {{reader_people}}{{/reader_people}}\n{{/readers}}\n- {{always_readers_start}}\n\n{{^urgent}}\nLA SUITE\n{{#first_response}}- D''ici {{first_response}} : une personne {{office_of}} vous répond.{{/first_response}}\n{{#resolution}}- D''ici {{resolution}} : {{office_short}} compte régler le problème, ou vous dit pourquoi il faut plus de temps.{{/resolution}}\n{{^ask_after}}\n{{#office}}- Une personne {{office_of}} lit votre lettre. Nous ne pouvons pas vous promettre de date.{{/office}}\n{{#review}}- Une personne choisit le bureau. Nous ne pouvons pas encore vous promettre de date.{{/review}}\n{{/ask_after}}\n{{#ask_after}}Si vous n''avez rien reçu {{ask_after}}, {{/ask_after}}{{^ask_after}}Pour demander où en est votre lettre, {{/ask_after}}{{#clerk_phone}}appelez le greffe au {{clerk_phone}} ou {{/clerk_phone}}écrivez à {{clerk_address}}. Donnez votre numéro de dossier.\n{{/urgent}}\n\nPOUR AJOUTER QUELQUE CHOSE\nRépondez à ce message.{{#office_phone}} Vous pouvez aussi appeler {{office}} au {{office_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, ou écrire au {{post}}{{/post}}.{{/office_phone}}{{^office_phone}}{{#help_phone}} Vous pouvez aussi composer le {{help_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, ou écrire au {{post}}{{/post}}.{{/help_phone}}{{^help_phone}}{{#post}} Vous pouvez aussi écrire au {{post}}.{{/post}}{{/help_phone}}{{/office_phone}}\n\nVOS RENSEIGNEMENTS\nVotre lettre nous sert à vous répondre. {{#member}}Les lettres de ce bureau appartiennent au conseiller, pas à la Ville. {{/member}}{{^member}}{{#privacy_kept}}Nous la gardons {{privacy_kept}}. {{/privacy_kept}}{{/member}}{{#privacy_contact}}Pour la consulter, la corriger ou poser une question : {{privacy_contact}}.{{/privacy_contact}}\n{{^member}}La loi qui nous le permet : {{privacy_authority}}.{{/member}}\n\n{{#help_phone}}Vous voulez de gros caractères, un autre format ou une autre langue? Composez le {{help_phone}}{{#help_relay}} (ATS {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}English: call {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/acknowledgement.en.txt","text":"Subject: [{{number}}]{{^urgent}} We have your letter{{/urgent}}\n\n{{#first_of_several}}Le français suit.{{/first_of_several}}\n\n{{^urgent}}\nHello,\n\nThis is an automatic message. No one has read your letter yet.\nWe got it on {{received}}.\n{{#delayed}}Our mail system did not work for a while. Your letter waited, and we could read it only on {{delayed}}.{{/delayed}}\n{{/urgent}}\n\nYOUR CASE NUMBER\n{{number}}\n\n{{^urgent}}\nYOUR LETTER\nIt begins: \"{{gist}}\"\nIt came with {{files}}.\n{{#several}}You wrote to more than one of our offices. We treat your letter as one case.{{/several}}\n{{#staff}}You wrote from an address of the Town. We treat your letter like any other.{{/staff}}\n{{#unreadable}}Our system could not read part of your letter. We keep all of it, and a person can look at it. If you think something got lost, reply and tell us.{{/unreadable}}\n{{/urgent}}\n\n{{#answer}}\nAN ANSWER YOU CAN USE NOW\n{{answer}}\n\n{{#answered_yes}}\nDid this answer you?\nThis answered me, close my case: {{answered_yes}}\n\nI still need a person: {{answered_no}}\n\nIf you click nothing, a person answers you.\n{{/answered_yes}}\n{{/answer}}\n\nWHO WILL ANSWER\n{{#office}}{{office_start}}.{{^urgent}}{{#accountable}} {{accountable_start}} is responsible.{{/accountable}}{{/urgent}}{{#alerted}} We are also alerting {{alerted}}.{{/alerted}}{{/office}}\n{{#stands_in}}\n{{#stand_in_until}}{{stand_in_for_start}} is away until {{stand_in_until}}. {{stand_in_acting_start}} acts for it.{{/stand_in_until}}\n{{#stand_in_vacant}}{{stand_in_for_start}} is vacant. {{stand_in_acting_start}} acts for it.{{/stand_in_vacant}}\n{{#stand_in_retired}}{{stand_in_for_start}} has closed for good. {{stand_in_acting_start}} does its work now.{{/stand_in_retired}}\n{{/stands_in}}\n{{#review}}A person in the Town Clerk''s office reads your letter and chooses the office that will answer you.{{#alerted}} We are also alerting {{alerted}}.{{/alerted}}{{/review}}\n{{#office}}\n{{^urgent}}\n{{#because}}Why {{office}}: {{because}}.{{/because}}\n{{#by_address}}Why {{office}}: you wrote to {{by_address}}.{{/by_address}}\n{{#by_fallback}}Why {{office}}: none of our rules fits your letter. A person there finds the right office.{{/by_fallback}}\n{{/urgent}}\n{{#restricted}}Only this office gets your letter.{{#not_sent}} You also wrote to {{not_sent}}. One of our rules keeps your letter from going there.{{/not_sent}}{{/restricted}}\n{{^urgent}}\n{{^has_copies}}\n{{#by_rule}}A rule set by the Town Clerk chose this office. {{/by_rule}}Is this the wrong office? Reply and tell us. A person will read your reply.\n{{/has_copies}}\n{{/urgent}}\n{{/office}}\n\n{{#has_copies}}\nWHO ELSE GETS A COPY\n{{#copies}}\n{{copy_start}}{{#copy_address}}, because you wrote to {{copy_address}}{{/copy_address}}{{#copy_because}}, because {{copy_because}}{{/copy_because}}.\n{{/copies}}\n{{#by_rule}}A rule set by the Town Clerk chose these offices. {{/by_rule}}Is this the wrong office? Reply and tell us. A person will read your reply.\n{{/has_copies}}\n\nWHO CAN READ YOUR LETTER\n{{#readers}}\n- {{reader_office}}{{#reader_people}}: {{reader_people}}{{/reader_people}}\n{{/readers}}\n- {{always_readers_start}}\n\n{{^urgent}}\nWHAT HAPPENS NEXT\n{{#first_response}}- By {{first_response}}: a person from {{office}} answers you.{{/first_response}}\n{{#resolution}}- By {{resolution}}: {{office}} plans to fix the problem, or tells you why it needs more time.{{/resolution}}\n{{^ask_after}}\n{{#office}}- A person from {{office}} reads your letter. We cannot promise you a day.{{/office}}\n{{#review}}- A person chooses the office. We cannot promise you a day yet.{{/review}}\n{{/ask_after}}\n{{#ask_after}}If you hear nothing by {{ask_after}}, {{/ask_after}}{{^ask_after}}To ask about your letter, {{/ask_after}}{{#clerk_phone}}call the Town Clerk at {{clerk_phone}} or {{/clerk_phone}}write to {{clerk_address}}. Give your case number.\n{{/urgent}}\n\nTO ADD SOMETHING\nReply to this message.{{#office_phone}} You can also call {{office}} at {{office_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, or write to {{post}}{{/post}}.{{/office_phone}}{{^office_phone}}{{#help_phone}} You can also call {{help_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, or write to {{post}}{{/post}}.{{/help_phone}}{{^help_phone}}{{#post}} You can also write to {{post}}.{{/post}}{{/help_phone}}{{/office_phone}}\n\nYOUR PRIVACY\nWe use your letter to answer it. {{#member}}This office''s letters belong to the councillor, not to the Town. {{/member}}{{^member}}{{#privacy_kept}}We keep it for {{privacy_kept}}. {{/privacy_kept}}{{/member}}{{#privacy_contact}}To see it, correct it or ask a question, write to {{privacy_contact}}.{{/privacy_contact}}\n{{^member}}The law that lets us do this: {{privacy_authority}}.{{/member}}\n\n{{#help_phone}}Do you need large print, another format or another language? Call {{help_phone}}{{#help_relay}} (TTY {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}Français : composez le {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/acknowledgement.fr.txt","text":"Subject: [{{number}}]{{^urgent}} Nous avons reçu votre lettre{{/urgent}}\n\n{{#first_of_several}}English follows.{{/first_of_several}}\n\n{{^urgent}}\nBonjour,\n\nCe message est automatique. Personne n''a encore lu votre lettre.\nNous l''avons reçue {{received}}.\n{{#delayed}}Notre système de courriel n''a pas fonctionné pendant un moment. Votre lettre a attendu, et nous avons pu la lire seulement {{delayed}}.{{/delayed}}\n{{/urgent}}\n\nVOTRE NUMÉRO DE DOSSIER\n{{number}}\n\n{{^urgent}}\nVOTRE LETTRE\nElle commence ainsi : « {{gist}} »\nElle contient {{files}}.\n{{#several}}Vous avez écrit à plusieurs de nos bureaux. Votre lettre forme un seul dossier.{{/several}}\n{{#staff}}Vous avez écrit d''une adresse de la Ville. Nous traitons votre lettre comme les autres.{{/staff}}\n{{#unreadable}}Notre système n''a pas pu lire une partie de votre lettre. Nous la gardons au complet, et une personne peut la regarder. Si vous pensez qu''il manque quelque chose, répondez et dites-le-nous.{{/unreadable}}\n{{/urgent}}\n\n{{#answer}}\nUNE RÉPONSE UTILE DÈS MAINTENANT\n{{answer}}\n\n{{#answered_yes}}\nAvez-vous votre réponse?\nJ''ai ma réponse, fermez mon dossier : {{answered_yes}}\n\nJ''ai encore besoin d''une personne : {{answered_no}}\n\nSi vous ne cliquez sur rien, une personne vous répond.\n{{/answered_yes}}\n{{/answer}}\n\nQUI VA VOUS RÉPONDRE\n{{#office}}{{office_start}}.{{^urgent}}{{#accountable}} Le responsable est {{accountable}}.{{/accountable}}{{/urgent}}{{#alerted}} Nous alertons aussi {{alerted}}.{{/alerted}}{{/office}}\n{{#stands_in}}\n{{#stand_in_until}}Une absence finit {{stand_in_until}}. D''ici là, {{stand_in_acting}} répond à la place {{stand_in_for_of}}.{{/stand_in_until}}\n{{#stand_in_vacant}}{{stand_in_acting_start}} répond à la place {{stand_in_for_of}}, où le poste est vacant.{{/stand_in_vacant}}\n{{#stand_in_retired}}{{stand_in_acting_start}} répond à la place {{stand_in_for_of}}, qui n''existe plus.{{/stand_in_retired}}\n{{/stands_in}}\n{{#review}}Une personne du greffe lit votre lettre et choisit le bureau qui va vous répondre.{{#alerted}} Nous alertons aussi {{alerted}}.{{/alerted}}{{/review}}\n{{#office}}\n{{^urgent}}\n{{#because}}Pourquoi {{office_this}} : {{because}}.{{/because}}\n{{#by_address}}Pourquoi {{office_this}} : vous avez écrit à {{by_address}}.{{/by_address}}\n{{#by_fallback}}Pourquoi {{office_this}} : aucune de nos règles ne convient à votre lettre. Une personne y trouve le bon bureau.{{/by_fallback}}\n{{/urgent}}\n{{#restricted}}Votre lettre va seulement à cet endroit.{{#not_sent}} Vous avez aussi écrit à d''autres : {{not_sent}}. Une de nos règles empêche votre lettre d''y aller.{{/not_sent}}{{/restricted}}\n{{^urgent}}\n{{^has_copies}}\n{{#by_rule}}Une règle fixée par le greffe a choisi ce bureau. {{/by_rule}}Ce n''est pas le bon bureau? Répondez et dites-le-nous. Une personne lira votre réponse.\n{{/has_copies}}\n{{/urgent}}\n{{/office}}\n\n{{#has_copies}}\nQUI D''AUTRE REÇOIT UNE COPIE\n{{#copies}}\n{{copy_start}}{{#copy_address}}, parce que vous avez écrit à {{copy_address}}{{/copy_address}}{{#copy_because}}, parce que {{copy_because}}{{/copy_because}}.\n{{/copies}}\n{{#by_rule}}Une règle fixée par le greffe a choisi ces bureaux. {{/by_rule}}Ce n''est pas le bon bureau? Répondez et dites-le-nous. Une personne lira votre réponse.\n{{/has_copies}}\n\nQUI PEUT LIRE VOTRE LETTRE\n{{#readers}}\n- {{reader_office}}{{#reader_people}} : {{reader_people}}{{/reader_people}}\n{{/readers}}\n- {{always_readers_start}}\n\n{{^urgent}}\nLA SUITE\n{{#first_response}}- D''ici {{first_response}} : une personne {{office_of}} vous répond.{{/first_response}}\n{{#resolution}}- D''ici {{resolution}} : {{office_short}} compte régler le problème, ou vous dit pourquoi il faut plus de temps.{{/resolution}}\n{{^ask_after}}\n{{#office}}- Une personne {{office_of}} lit votre lettre. Nous ne pouvons pas vous promettre de date.{{/office}}\n{{#review}}- Une personne choisit le bureau. Nous ne pouvons pas encore vous promettre de date.{{/review}}\n{{/ask_after}}\n{{#ask_after}}Si vous n''avez rien reçu {{ask_after}}, {{/ask_after}}{{^ask_after}}Pour demander où en est votre lettre, {{/ask_after}}{{#clerk_phone}}appelez le greffe au {{clerk_phone}} ou {{/clerk_phone}}écrivez à {{clerk_address}}. Donnez votre numéro de dossier.\n{{/urgent}}\n\nPOUR AJOUTER QUELQUE CHOSE\nRépondez à ce message.{{#office_phone}} Vous pouvez aussi appeler {{office}} au {{office_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, ou écrire au {{post}}{{/post}}.{{/office_phone}}{{^office_phone}}{{#help_phone}} Vous pouvez aussi composer le {{help_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, ou écrire au {{post}}{{/post}}.{{/help_phone}}{{^help_phone}}{{#post}} Vous pouvez aussi écrire au {{post}}.{{/post}}{{/help_phone}}{{/office_phone}}\n\nVOS RENSEIGNEMENTS\nVotre lettre nous sert à vous répondre. {{#member}}Les lettres de ce bureau appartiennent au conseiller, pas à la Ville. {{/member}}{{^member}}{{#privacy_kept}}Nous la gardons {{privacy_kept}}. {{/privacy_kept}}{{/member}}{{#privacy_contact}}Pour la consulter, la corriger ou poser une question : {{privacy_contact}}.{{/privacy_contact}}\n{{^member}}La loi qui nous le permet : {{privacy_authority}}.{{/member}}\n\n{{#help_phone}}Vous voulez de gros caractères, un autre format ou une autre langue? Composez le {{help_phone}}{{#help_relay}} (ATS {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}English: call {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/addition.en.txt","text":"Subject: [{{number}}]{{^urgent}} We added your letter to your case{{/urgent}}\n\n{{#first_of_several}}Le français suit.{{/first_of_several}}\n\n{{^urgent}}\nHello,\n\nThis is an automatic message. No one has read your letter yet.\nWe got it on {{received}}.\n{{#delayed}}Our mail system did not work for a while. Your letter waited, and we could read it only on {{delayed}}.{{/delayed}}\n{{/urgent}}\n\nYOUR CASE NUMBER\n{{number}}\n\nWHAT YOU SENT\n{{^urgent}}It begins: \"{{gist}}\"{{/urgent}}\nIt came with {{files}}.\n{{#unreadable}}Our system could not read part of your letter. We keep all of it, and a person can look at it.{{/unreadable}}\n\nWHO GETS IT\nThe people who have your case get this letter too.\n{{#copies}}\n{{copy_start}}{{#copy_address}}, because you wrote to {{copy_address}}{{/copy_address}}{{#copy_because}}, because {{copy_because}}{{/copy_because}}.\n{{/copies}}\n{{#alerted}}We are also alerting {{alerted}}.{{/alerted}}\nIs your letter about something else? Reply and tell us. A person will read your reply.\n\n{{#help_phone}}Do you need large print, another format or another language? Call {{help_phone}}{{#help_relay}} (TTY {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}Français : composez le {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/addition.fr.txt","text":"Subject: [{{number}}]{{^urgent}} Nous avons ajouté votre lettre à votre dossier{{/urgent}}\n\n{{#first_of_several}}English follows.{{/first_of_several}}\n\n{{^urgent}}\nBonjour,\n\nCe message est automatique. Personne n''a encore lu votre lettre.\nNous l''avons reçue {{received}}.\n{{#delayed}}Notre système de courriel n''a pas fonctionné pendant un moment. Votre lettre a attendu, et nous avons pu la lire seulement {{delayed}}.{{/delayed}}\n{{/urgent}}\n\nVOTRE NUMÉRO DE DOSSIER\n{{number}}\n\nCE QUE VOUS AVEZ ENVOYÉ\n{{^urgent}}Votre lettre commence ainsi : « {{gist}} »{{/urgent}}\nElle contient {{files}}.\n{{#unreadable}}Notre système n''a pas pu lire une partie de votre lettre. Nous la gardons au complet, et une personne peut la regarder.{{/unreadable}}\n\nQUI LA REÇOIT\nLes personnes qui ont votre dossier reçoivent aussi cette lettre.\n{{#copies}}\n{{copy_start}}{{#copy_address}}, parce que vous avez écrit à {{copy_address}}{{/copy_address}}{{#copy_because}}, parce que {{copy_because}}{{/copy_because}}.\n{{/copies}}\n{{#alerted}}Nous alertons aussi {{alerted}}.{{/alerted}}\nVotre lettre parle d''autre chose? Répondez et dites-le-nous. Une personne lira votre réponse.\n\n{{#help_phone}}Vous voulez de gros caractères, un autre format ou une autre langue? Composez le {{help_phone}}{{#help_relay}} (ATS {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}English: call {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/answer-garbage.en.txt","text":"Subject: Garbage and recycling days\n\nWe collect garbage and recycling once a week. Put everything at the curb before 7 a.m. on your day.\n- Ward 1: Tuesday\n- Ward 2: Wednesday\nWhen the day is a holiday, we come one day later.\n"},{"name":"letters/answer-garbage.fr.txt","text":"Subject: Jours de collecte\n\nNous ramassons les ordures et le recyclage une fois par semaine. Mettez tout au bord de la rue avant 7 h le jour de la collecte.\n- Quartier 1 : mardi\n- Quartier 2 : mercredi\nSi c''est un jour férié, nous passons un jour plus tard.\n"},{"name":"letters/closed.en.txt","text":"Subject: [{{number}}] We closed your case\n\n{{#first_of_several}}Le français suit.{{/first_of_several}}\n\nHello,\n\nWe closed your case on {{closed_on}}.\n\nYOUR CASE NUMBER\n{{number}}\n\nIS IT SETTLED?\n{{#settled_yes}}\nYes, it is settled: {{settled_yes}}\n\nNot yet: {{settled_not_yet}}\n\nThe link opens a page with a button. You can add a few words there. If you say \"not yet\", your case opens again.\n{{/settled_yes}}\n{{^settled_yes}}\nNot settled? Reply to this message and your case opens again.\n{{/settled_yes}}\n\n{{#office}}\nWHO HAD YOUR CASE\n{{office_start}}.{{#accountable}} {{accountable_start}} is responsible.{{/accountable}}{{#office_phone}} You can call {{office_phone}}{{#hours}}, {{hours}}{{/hours}}.{{/office_phone}}\n{{/office}}\n\n{{#help_phone}}Do you need large print, another format or another language? Call {{help_phone}}{{#help_relay}} (TTY {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}Français : composez le {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/closed.fr.txt","text":"Subject: [{{number}}] Nous avons fermé votre dossier\n\n{{#first_of_several}}English follows.{{/first_of_several}}\n\nBonjour,\n\nNous avons fermé votre dossier {{closed_on}}.\n\nVOTRE NUMÉRO DE DOSSIER\n{{number}}\n\nEST-CE RÉGLÉ?\n{{#settled_yes}}\nOui, c''est réglé : {{settled_yes}}\n\nPas encore : {{settled_not_yet}}\n\nLe lien ouvre une page avec un bouton. Vous pouvez y ajouter quelques mots. Si vous répondez « pas encore », votre dossier est rouvert.\n{{/settled_yes}}\n{{^settled_yes}}\nCe n''est pas réglé? Répondez à ce message et votre dossier est rouvert.\n{{/settled_yes}}\n\n{{#office}}\nQUI AVAIT VOTRE DOSSIER\n{{office_start}}.{{#accountable}} Le responsable est {{accountable}}.{{/accountable}}{{#office_phone}} Vous pouvez composer le {{office_phone}}{{#hours}}, {{hours}}{{/hours}}.{{/office_phone}}\n{{/office}}\n\n{{#help_phone}}Vous voulez de gros caractères, un autre format ou une autre langue? Composez le {{help_phone}}{{#help_relay}} (ATS {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}English: call {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/forward.en.txt","text":"Subject: [{{number}}]\n\nCase {{number}}{{#received}}, letter received on {{received}}{{/received}}.\n\nWHY YOU GET IT\n{{#role_answers}}Your office answers this letter.{{/role_answers}}\n{{#role_copy}}This is a copy. Another office answers the letter.{{/role_copy}}\n{{#role_addition}}This letter joins a case that you have.{{/role_addition}}\n{{#role_review}}No office has this letter yet. Please choose the office that will answer it.{{/role_review}}\nThe rule \"{{rule}}\" sends it to you.\nThe resident wrote to {{written_to}}.\n{{#restricted}}A rule lets only your office have this letter. Please do not pass it on.{{/restricted}}\n\nBY WHEN\nWe told the resident that your office answers by {{due}}.\n\nIF YOU REPLY TO THIS MESSAGE\n{{#reply_direct}}Your reply goes straight to the resident ({{reply_to}}).{{#case_address}} Put {{case_address}} in Cc, so that the case knows that you answered.{{/case_address}}{{/reply_direct}}\n{{#reply_through}}Write above the first line of this message. We send what you write, your name and your files on to the resident, and nothing else.{{/reply_through}}\n{{^reply_direct}}{{^reply_through}}We have no address of the resident. No reply can reach them by e-mail.{{/reply_through}}{{/reply_direct}}\n{{#resident}}The resident''s address is {{resident}}.{{/resident}}\n\nFOR THE CASE\n{{#reply_through}}Answer: {{answer_link}}{{/reply_through}}\nThis is not ours: {{not_ours_link}}\nIt is settled, close the case: {{close_link}}\n\n{{#unreadable}}Our system could not read part of this letter.{{/unreadable}}\n\nATTACHMENTS WE LEFT OUT\n{{#left_out}}\n- {{left_out_name}} ({{left_out_size}}){{#left_out_refused}}, because mail systems refuse files of this type{{/left_out_refused}}{{#left_out_large}}, because the message would be too large{{/left_out_large}}\n{{/left_out}}\n\n--------------------\nFrom: {{letter_from}}\nDate: {{letter_date}}\nSubject: {{letter_subject}}\n"},{"name":"letters/forward.fr.txt","text":"Subject: [{{number}}]\n\nDossier {{number}}{{#received}}, lettre reçue {{received}}{{/received}}.\n\nPOURQUOI VOUS LA RECEVEZ\n{{#role_answers}}Votre bureau répond à cette lettre.{{/role_answers}}\n{{#role_copy}}Ceci est une copie. Un autre bureau répond à la lettre.{{/role_copy}}\n{{#role_addition}}Cette lettre s''ajoute à un dossier que vous avez.{{/role_addition}}\n{{#role_review}}Aucun bureau n''a encore cette lettre. Choisissez le bureau qui va y répondre.{{/role_review}}\nLa règle « {{rule}} » vous l''envoie.\nLa personne a écrit à {{written_to}}.\n{{#restricted}}Selon une règle, seul votre bureau peut avoir cette lettre. Ne la transmettez pas.{{/restricted}}\n\nPOUR QUAND\nNous avons dit à la personne que votre bureau répond d''ici {{due}}.\n\nSI VOUS RÉPONDEZ À CE MESSAGE\n{{#reply_direct}}Votre réponse va directement à la personne ({{reply_to}}).{{#case_address}} Mettez {{case_address}} en copie (Cc), pour que le dossier sache que vous avez répondu.{{/case_address}}{{/reply_direct}}\n{{#reply_through}}Écrivez au-dessus de la première ligne de ce message. Nous envoyons à la personne ce que vous écrivez, votre nom et vos fichiers, et rien d''autre.{{/reply_through}}\n{{^reply_direct}}{{^reply_through}}Nous n''avons pas l''adresse de la personne. Aucune réponse ne peut l''atteindre par courriel.{{/reply_through}}{{/reply_direct}}\n{{#resident}}L''adresse de la personne est {{resident}}.{{/resident}}\n\nPOUR LE DOSSIER\n{{#reply_through}}Répondre : {{answer_link}}{{/reply_through}}\nCe n''est pas pour nous : {{not_ours_link}}\nC''est réglé, fermer le dossier : {{close_link}}\n\n{{#unreadable}}Notre système n''a pas pu lire une partie de cette lettre.{{/unreadable}}\n\nFICHIERS QUE NOUS N''ENVOYONS PAS\n{{#left_out}}\n- {{left_out_name}} ({{left_out_size}}){{#left_out_refused}}, parce que les serveurs refusent ce type de fichier{{/left_out_refused}}{{#left_out_large}}, parce que le message serait trop lourd{{/left_out_large}}\n{{/left_out}}\n\n--------------------\nDe : {{letter_from}}\nDate : {{letter_date}}\nObjet : {{letter_subject}}\n"},{"name":"letters/invitation.en.txt","text":"Subject: [{{number}}] We have your invitation\n\n{{#first_of_several}}Le français suit.{{/first_of_several}}\n\nHello,\n\nThis is an automatic message. It does not accept or decline your invitation. No one has read it yet.\nWe got it on {{received}}.\n\nYOUR CASE NUMBER\n{{number}}\n\nWHO WILL ANSWER\n{{#office}}{{office_start}}.{{#accountable}} {{accountable_start}} is responsible.{{/accountable}}{{/office}}\n{{#review}}A person in the Town Clerk''s office reads your invitation and chooses the office that will answer you.{{/review}}\n\nWHO CAN READ YOUR INVITATION\n{{#readers}}\n- {{reader_office}}{{#reader_people}}: {{reader_people}}{{/reader_people}}\n{{/readers}}\n- {{always_readers_start}}\n\nWHAT HAPPENS NEXT\nA person tells you whether someone can come. Until then, please count on nobody.\n{{#first_response}}You hear from us by {{first_response}}.{{/first_response}}\n{{#ask_after}}If you hear nothing by {{ask_after}}, {{/ask_after}}{{^ask_after}}To ask about your invitation, {{/ask_after}}{{#clerk_phone}}call the Town Clerk at {{clerk_phone}} or {{/clerk_phone}}write to {{clerk_address}}. Give your case number.\n\nTo add something, reply to this message.\n\n{{#help_phone}}Do you need large print, another format or another language? Call {{help_phone}}{{#help_relay}} (TTY {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}Français : composez le {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/invitation.fr.txt","text":"Subject: [{{number}}] Nous avons reçu votre invitation\n\n{{#first_of_several}}English follows.{{/first_of_several}}\n\nBonjour,\n\nCe message est automatique. Il n''accepte pas et ne refuse pas votre invitation. Personne ne l''a encore lue.\nNous l''avons reçue {{received}}.\n\nVOTRE NUMÉRO DE DOSSIER\n{{number}}\n\nQUI VA VOUS RÉPONDRE\n{{#office}}{{office_start}}.{{#accountable}} Responsable : {{accountable}}.{{/accountable}}{{/office}}\n{{#review}}Une personne du greffe lit votre invitation et choisit le bureau qui vous répondra.{{/review}}\n\nQUI PEUT LIRE VOTRE INVITATION\n{{#readers}}\n- {{reader_office}}{{#reader_people}} : {{reader_people}}{{/reader_people}}\n{{/readers}}\n- {{always_readers_start}}\n\nLA SUITE\nUne personne vous dit si quelqu''un peut venir. D''ici là, ne comptez sur personne.\n{{#first_response}}Vous aurez de nos nouvelles d''ici {{first_response}}.{{/first_response}}\n{{#ask_after}}Si vous n''avez rien reçu {{ask_after}}, {{/ask_after}}{{^ask_after}}Pour demander des nouvelles, {{/ask_after}}{{#clerk_phone}}appelez le greffe au {{clerk_phone}} ou {{/clerk_phone}}écrivez à {{clerk_address}}. Donnez votre numéro de dossier.\n\nPour ajouter quelque chose, répondez à ce message.\n\n{{#help_phone}}Vous voulez de gros caractères, un autre format ou une autre langue? Composez le {{help_phone}}{{#help_relay}} (ATS {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}English: call {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/notice-crisis.en.txt","text":"Subject: NEED HELP NOW? CALL OR TEXT {{emergency_crisis}}\n\nIF YOU THINK OF ENDING YOUR LIFE, CALL OR TEXT {{emergency_crisis}} NOW.\nYou can talk to someone 24 hours a day. It costs nothing.\nIf anyone is in danger, call {{emergency_danger}}.\n\nThis message is automatic. No one may see your letter for hours. We sent you this notice because your letter uses words we treat as urgent.\n"},{"name":"letters/notice-crisis.fr.txt","text":"Subject: BESOIN D''AIDE MAINTENANT? APPELEZ OU TEXTEZ LE {{emergency_crisis}}\n\nSI VOUS PENSEZ À METTRE FIN À VOS JOURS, APPELEZ OU TEXTEZ LE {{emergency_crisis}} TOUT DE SUITE.\nQuelqu''un vous écoute 24 heures sur 24. C''est gratuit.\nSi une personne est en danger, composez le {{emergency_danger}}.\n\nCe message est automatique. Des heures peuvent passer avant qu''une personne voie votre lettre. Vous recevez cet avis parce que votre lettre contient des mots que nous traitons comme urgents.\n"},{"name":"letters/notice-danger.en.txt","text":"Subject: DANGER? CALL {{emergency_danger}} NOW\n\nIF ANYONE IS IN DANGER, CALL {{emergency_danger}} NOW.\nDo not wait for an answer to this message. It is automatic. No one may see your letter for hours.\n\nA wire is down: stay 10 metres (33 feet) away. Do not touch it. Call {{emergency_danger}}. Then call Example Hydro at 613-555-0198, 24 hours a day.\nYou smell gas: leave the building first. Then call {{emergency_danger}} from outside.\n\nWe sent you this notice because your letter uses words we treat as urgent. If it is not urgent, you do not need to do anything.\n"},{"name":"letters/notice-danger.fr.txt","text":"Subject: DANGER? COMPOSEZ LE {{emergency_danger}}\n\nSI QUELQU''UN EST EN DANGER, COMPOSEZ LE {{emergency_danger}} TOUT DE SUITE.\nN''attendez pas de réponse à ce message. Il est automatique. Des heures peuvent passer avant qu''une personne voie votre lettre.\n\nUn fil électrique est tombé : restez à 10 mètres. N''y touchez pas. Composez le {{emergency_danger}}. Appelez ensuite Hydro Exemple au 613-555-0198, 24 heures sur 24.\nÇa sent le gaz : sortez d''abord. Composez ensuite le {{emergency_danger}} de l''extérieur.\n\nVous recevez cet avis parce que votre lettre contient des mots que nous traitons comme urgents. Si ce n''est pas urgent, vous n''avez rien à faire.\n"},{"name":"letters/notice-threat.en.txt","text":"Subject: IN DANGER? CALL {{emergency_danger}} NOW\n\nIF SOMEONE THREATENS YOU OR ANYONE ELSE, CALL {{emergency_danger}} NOW.\nDo not wait for an answer to this message. It is automatic. No one may see your letter for hours.\nGo to a safe place if you can. Keep messages and pictures: the police will ask for them.\n\nWe sent you this notice because your letter uses words we treat as urgent. If it is not urgent, you do not need to do anything.\n"},{"name":"letters/notice-threat.fr.txt","text":"Subject: EN DANGER? COMPOSEZ LE {{emergency_danger}}\n\nSI QUELQU''UN VOUS MENACE OU MENACE UNE AUTRE PERSONNE, COMPOSEZ LE {{emergency_danger}} TOUT DE SUITE.\nN''attendez pas de réponse à ce message. Il est automatique. Des heures peuvent passer avant qu''une personne voie votre lettre.\nMettez-vous à l''abri si vous le pouvez. Gardez les messages et les images : la police les demandera.\n\nVous recevez cet avis parce que votre lettre contient des mots que nous traitons comme urgents. Si ce n''est pas urgent, vous n''avez rien à faire.\n"},{"name":"letters/staff.en.txt","text":"Subject: [{{number}}] We have your letter\n\n{{#first_of_several}}Le français suit.{{/first_of_several}}\n\nYou wrote to a general address of the Town from a staff address. This is an automatic message.\nWe got your letter on {{received}}.{{#files}} It came with {{files}}.{{/files}}\n\nCase number: {{number}}\n{{#office}}It is with {{office}}.{{#first_response}} They answer by {{first_response}}.{{/first_response}}{{/office}}\n{{#review}}A person in the Town Clerk''s office chooses the office that has it.{{/review}}\n\nIf you passed on a resident''s letter: the resident does not hear from us. We answered only you. Ask the Town Clerk ({{clerk_address}}) to open the case in the resident''s name.\n\nTo add something, reply to this message.\n\n{{town}}\n"},{"name":"letters/staff.fr.txt","text":"Subject: [{{number}}] Nous avons reçu votre lettre\n\n{{#first_of_several}}English follows.{{/first_of_several}}\n\nVous avez écrit à une adresse générale de la Ville depuis une adresse du personnel. Ce message est automatique.\nNous avons reçu votre lettre {{received}}.{{#files}} Elle contient {{files}}.{{/files}}\n\nNuméro de dossier : {{number}}\n{{#office}}Le dossier est confié à ce bureau : {{office}}.{{#first_response}} Réponse d''ici {{first_response}}.{{/first_response}}{{/office}}\n{{#review}}Une personne du greffe choisit le bureau qui s''en occupe.{{/review}}\n\nSi vous avez transmis la lettre d''une résidente ou d''un résident : cette personne ne reçoit rien de nous. Nous n''avons répondu qu''à vous. Demandez au greffe ({{clerk_address}}) d''ouvrir le dossier à son nom.\n\nPour ajouter quelque chose, répondez à ce message.\n\n{{town}}\n"},{"name":"letters/too-large.en.txt","text":"Subject: Your letter is too large for our mail system\n\n{{#first_of_several}}Le français suit.{{/first_of_several}}\n\nHello,\n\nThis is an automatic message. We could not take your letter.\nIt came on {{received}}.\nIt is larger than {{max_size}}. That is the most we can take.\n\nWHAT TO DO NOW\nSend your letter again without the files, or with smaller files. No office has your letter until then.\n{{#help_phone}}Do you need help? Call {{help_phone}}{{#hours}}, {{hours}}{{/hours}}.{{/help_phone}}\nYou can also write to {{post}}.\n\n{{#emergency_danger}}IS ANYONE IN DANGER? Call {{emergency_danger}}.{{/emergency_danger}}\n\n{{#help_phone}}Do you need large print, another format or another language? Call {{help_phone}}{{#help_relay}} (TTY {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}Français : composez le {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/too-large.fr.txt","text":"Subject: Votre lettre est trop lourde pour notre courriel\n\n{{#first_of_several}}English follows.{{/first_of_several}}\n\nBonjour,\n\nCe message est automatique. Nous n''avons pas pu prendre votre lettre.\nElle est arrivée {{received}}.\nElle dépasse {{max_size}}. C''est le plus que nous pouvons prendre.\n\nQUE FAIRE MAINTENANT\nEnvoyez de nouveau votre lettre, sans les fichiers ou avec de plus petits fichiers. D''ici là, aucun bureau n''a votre lettre.\n{{#help_phone}}Avez-vous besoin d''aide? Composez le {{help_phone}}{{#hours}}, {{hours}}{{/hours}}.{{/help_phone}}\nVous pouvez aussi écrire au {{post}}.\n\n{{#emergency_danger}}QUELQU''UN EST EN DANGER? Composez le {{emergency_danger}}.{{/emergency_danger}}\n\n{{#help_phone}}Vous voulez de gros caractères, un autre format ou une autre langue? Composez le {{help_phone}}{{#help_relay}} (ATS {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}English: call {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/update.en.txt","text":"Subject: [{{number}}] News about your letter\n\nHello,\n\nThere is news about your letter.\n{{#rerouted}}We sent your letter to another office. The office that had it told us that this is not its work.{{/rerouted}}\n{{#acting}}Nobody holds the office that had your letter just now.{{#office}} {{office_start}} acts for it.{{/office}}{{/acting}}\n{{#assigned}}{{#office}}{{office_start}} has your letter now.{{/office}}{{/assigned}}\n{{#extended}}We need more time. The new day is below.{{/extended}}\n{{#closed_on}}We closed your case on {{closed_on}}. Not settled? Reply to this message and your case opens again.{{/closed_on}}\n\nYOUR CASE NUMBER\n{{number}}\n\n{{#consent_yes}}\nWHO MAY HAVE YOUR CASE\nSomebody else takes over from the office that had your letter. May they have your case?\n\nYes: {{consent_yes}}\n\nNo: {{consent_no}}\n\nThe link opens a page with a button.\n{{/consent_yes}}\n\n{{^closed_on}}\nWHO WILL ANSWER\n{{#review}}A person in the Town Clerk''s office chooses the office that will answer you.{{/review}}\n{{#office}}{{office_start}}.{{#accountable}} {{accountable_start}} is responsible.{{/accountable}}{{/office}}\n{{#because}}Why {{office}}: {{because}}.{{/because}}\n\nWHAT HAPPENS NEXT\n{{#first_response}}- By {{first_response}}: a person from {{office}} answers you.{{/first_response}}\n{{#resolution}}- By {{resolution}}: {{office}} plans to fix the problem, or tells you why it needs more time.{{/resolution}}\n{{#review}}- A person chooses the office. We cannot promise you a day yet.{{/review}}\n{{#ask_after}}If you hear nothing by {{ask_after}}, {{/ask_after}}{{^ask_after}}To ask about your letter, {{/ask_after}}{{#clerk_phone}}call the Town Clerk at {{clerk_phone}} or {{/clerk_phone}}write to {{clerk_address}}. Give your case number.\n{{/closed_on}}\n\nTO ADD SOMETHING\nReply to this message.{{#office_phone}} You can also call {{office}} at {{office_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, or write to {{post}}{{/post}}.{{/office_phone}}{{^office_phone}}{{#help_phone}} You can also call {{help_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, or write to {{post}}{{/post}}.{{/help_phone}}{{^help_phone}}{{#post}} You can also write to {{post}}.{{/post}}{{/help_phone}}{{/office_phone}}\n\n{{#help_phone}}Do you need large print, another format or another language? Call {{help_phone}}{{#help_relay}} (TTY {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}Français : composez le {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/update.fr.txt","text":"Subject: [{{number}}] Des nouvelles de votre lettre\n\nBonjour,\n\nIl y a du nouveau au sujet de votre lettre.\n{{#rerouted}}Nous avons envoyé votre lettre à un autre bureau. Celui qui l''avait nous a dit que ce n''est pas son travail.{{/rerouted}}\n{{#acting}}En ce moment, personne n''occupe le poste qui avait votre lettre.{{#office}} {{office_start}} le remplace.{{/office}}{{/acting}}\n{{#assigned}}{{#office}}{{office_start}} a maintenant votre lettre.{{/office}}{{/assigned}}\n{{#extended}}Il nous faut plus de temps. Le nouveau jour est indiqué plus bas.{{/extended}}\n{{#closed_on}}Nous avons fermé votre dossier {{closed_on}}. Ce n''est pas réglé? Répondez à ce message et votre dossier est rouvert.{{/closed_on}}\n\nVOTRE NUMÉRO DE DOSSIER\n{{number}}\n\n{{#consent_yes}}\nQUI PEUT AVOIR VOTRE DOSSIER\nUne autre personne prend la relève du poste qui avait votre lettre. Peut-elle avoir votre dossier?\n\nOui : {{consent_yes}}\n\nNon : {{consent_no}}\n\nLe lien ouvre une page avec un bouton.\n{{/consent_yes}}\n\n{{^closed_on}}\nQUI VA VOUS RÉPONDRE\n{{#review}}Une personne du greffe choisit le bureau qui va vous répondre.{{/review}}\n{{#office}}{{office_start}}.{{#accountable}} Le responsable est {{accountable}}.{{/accountable}}{{/office}}\n{{#because}}Pourquoi {{office_this}} : {{because}}.{{/because}}\n\nLA SUITE\n{{#first_response}}- D''ici {{first_response}} : une personne {{office_of}} vous répond.{{/first_response}}\n{{#resolution}}- D''ici {{resolution}} : {{office_short}} compte régler le problème, ou vous dit pourquoi il faut plus de temps.{{/resolution}}\n{{#review}}- Une personne choisit le bureau. Nous ne pouvons pas encore vous promettre un jour.{{/review}}\n{{#ask_after}}Si vous n''avez rien reçu {{ask_after}}, {{/ask_after}}{{^ask_after}}Pour demander où en est votre lettre, {{/ask_after}}{{#clerk_phone}}appelez le greffe au {{clerk_phone}} ou {{/clerk_phone}}écrivez à {{clerk_address}}. Donnez votre numéro de dossier.\n{{/closed_on}}\n\nPOUR AJOUTER QUELQUE CHOSE\nRépondez à ce message.{{#office_phone}} Vous pouvez aussi appeler {{office}} au {{office_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, ou écrire au {{post}}{{/post}}.{{/office_phone}}{{^office_phone}}{{#help_phone}} Vous pouvez aussi composer le {{help_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, ou écrire au {{post}}{{/post}}.{{/help_phone}}{{^help_phone}}{{#post}} Vous pouvez aussi écrire au {{post}}.{{/post}}{{/help_phone}}{{/office_phone}}\n\n{{#help_phone}}Vous voulez de gros caractères, un autre format ou une autre langue? Composez le {{help_phone}}{{#help_relay}} (ATS {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}English: call {{help_phone}}.{{/one_language}}\n\n{{town}}\n"}],"rules":[{"name":"rules/10-topics.yaml","text":"version: 1\nlists:\n  road words: [pothole*, nid* de poule*, sidewalk, sidewalks, trottoir*]\n  waste words: [garbage, recycling, ordures, recyclage]\nrules:\n  - rule: Ward 2 street named\n    when: {text: {word: [Maple Street, \"rue de l''Église\"]}}\n    then: {copy: ward-2}\n    because: {en: it names a street of Ward 2, fr: elle nomme une rue du quartier 2}\n  - rule: Roads\n    when: {text: {word: {list: road words}}}\n    then: {assign: roads, label: roads}\n    because: {en: it mentions a road or sidewalk, fr: elle parle d''une rue ou d''un trottoir}\n  - rule: Waste\n    when: {text: {word: {list: waste words}}}\n    then: {assign: waste, label: waste}\n    because: {en: it mentions garbage or recycling, fr: elle parle des ordures ou du recyclage}\n  - rule: Newsletters\n    when: {header: {name: List-Unsubscribe, exists: true}}\n    then: {ignore: newsletter}\nacknowledge:\n  - {rule: usual, when: always, then: {template: acknowledgement}}\n"}],"town":{"name":"town.yaml","text":"version: 1\ntown: {name: {en: Town of Testing, fr: Ville de Testing}, time_zone: America/Toronto, languages: [en, fr], default_language: en}\ncase_number: {prefix: TT}\nclerk: {address: clerk@staff.testing.invalid, phone: 613-555-0100}\nhelp: {phone: 613-555-0100, relay: \"711\", post: \"1 Main Street, Testing\"}\nprivacy:\n  authority: {en: Municipal Act, fr: Loi sur les municipalités}\n  contact: privacy@staff.testing.invalid\n  kept: {en: two years, fr: deux ans}\nemergency: {danger: \"911\"}\nalways_readers: {en: the Town Clerk''s staff, fr: le personnel du greffe}\ncalendar:\n  until: 2099-12-31\n  hours: {mon-fri: \"08:30-16:30\"}\noffices:\n  front-desk:\n    name: {en: the front desk, fr: l''accueil}\n    accountable: {en: the front desk manager, fr: le chef de l''accueil}\n    address: front-desk@office.testing.invalid\n    readers: {en: three clerks, fr: trois commis}\n    standard: {first_response: 2 business days}\n  ward-1:\n    name: {en: the Ward 1 office, fr: le bureau du quartier 1}\n    accountable: {en: the Ward 1 Councillor, fr: le conseiller du quartier 1}\n    address: ward-1@office.testing.invalid\n    readers: {en: the councillor, fr: le conseiller}\n  ward-2:\n    name: {en: the Ward 2 office, fr: le bureau du quartier 2}\n    accountable: {en: the Ward 2 Councillor, fr: le conseiller du quartier 2}\n    address: ward-2@office.testing.invalid\n    readers: {en: the councillor, fr: le conseiller}\n  mayor:\n    name: {en: the Mayor''s office, fr: le bureau du maire}\n    accountable: {en: the Mayor, fr: le maire}\n    address: mayor@office.testing.invalid\n    readers: {en: the Mayor and one assistant, fr: le maire et un adjoint}\n  roads:\n    name: {en: Roads, fr: Service des routes}\n    accountable: {en: the Manager of Roads, fr: le chef du service des routes}\n    address: roads@office.testing.invalid\n    readers: {en: four staff, fr: quatre employés}\n    standard: {first_response: 2 business days, resolve: 10 business days}\n  waste:\n    name: {en: Waste, fr: Service des déchets}\n    accountable: {en: the Manager of Waste, fr: le chef du service des déchets}\n    address: waste@office.testing.invalid\n    readers: {en: two staff, fr: deux employés}\naddresses:\n  info@town.example: front-desk\n  ward1@town.example: ward-1\n  ward2@town.example: ward-2\n  mayor@town.example: mayor\n  roads@town.example: roads\n  waste@town.example: waste\nfallback: front-desk\n"}}');
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
INSERT INTO closings (id, public, case_id, at, who, answer, answered) VALUES (1, 's-agltb4jjedtj37ru', 3, 1748872800544181, 'root', '', NULL);
INSERT INTO search (search) VALUES ('rebuild');
PRAGMA user_version = 9;
