-- A case book of schema 4, as make_book.py made it; people and letters are invented.
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
INSERT INTO meta (name, value) VALUES ('clean', '0');
INSERT INTO meta (name, value) VALUES ('morning-list', '2025-06-02');
INSERT INTO meta (name, value) VALUES ('morning-since', '1748872800224283 2');
INSERT INTO meta (name, value) VALUES ('reminded', '2025-06-02');
INSERT INTO counters (year, last) VALUES (2025, 10);
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', '18908ee67ce917e6e5ddee2903be8ab075475280e74c27343c7e068a809754c9', 1748872801793614, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', '2edb13a15fd3515c2dd963107a0bf5bb1abcc0b049b18f16f1ad628d5eb10029', 1748872801133230, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', '451e340d5a2432003dd683bafb68ac7d668dc556c4773f9c5e27de36d4cfad88', 1748872802161380, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', '578922cb708d4c2284e84c360f3a350a5fd1a4a552a6a7e41d8b86d06adf4361', 1748872800537563, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', '68362b66b329cb82c7792121e2c3a8dc088c44592fa6fa5772ebfa1e9ecda225', 1748872800827603, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', '6921416a4ddf34859bbdf6688d6e1bb9c887edbedd81c97465c6f84e538479d3', 1748872803058781, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', '9821779cfd9e4047bd446bcd46e23999d1b4587fec95b97fec1130d303d3f162', 1748872801493423, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', 'b9143d549189e51dd2d55db2a5a02456c32cade4270bc114fb33bb4026477254', 1748872800477440, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', 'bb41f68b225070baf1e059f0228c50bda6e65dc4d8f61da53900787d986c0364', 1748872801629592, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', 'd32b2ca0a5f66ccf0a26347fe92d274239e929b0b3a2f26e9d199d7dbb673d7c', 1748872801029414, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', 'd64bf05c78daad52424a208948a844ae1ecc6dd7847398f32c5d13716d4e5b7e', 1748872800689301, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', 'e4f920ca4780dbfffa493091f83140f800c22ca30b4a35766bf11095c23e1a0b', 1748872801313276, 'taken');
INSERT INTO seen (source, delivery_key, at, state) VALUES ('pipe', 'fd5e832da1649d9caac3fae70f5b00e3d4af8cc20c1fcdab3a370aae39cf8f61', 1748872802797693, 'taken');
INSERT INTO cases (id, number, short, salt, status, office, priority, channel, restricted, review, decided_by, written_to, source, imported, opened, updated, due, closed, short_acknowledged, first_response) VALUES (1, 'TT-2025-000001-9', '2025-000001-9', X'1333FCDFCD0D89A732C1B0DB2E1CF105', 'new', 'roads', 1, 'email', 0, NULL, 'Roads', 'ward2@town.example', 'pipe', 0, 1748872800482263, 1748872802455123, 1749069000000000, NULL, NULL, NULL);
INSERT INTO cases (id, number, short, salt, status, office, priority, channel, restricted, review, decided_by, written_to, source, imported, opened, updated, due, closed, short_acknowledged, first_response) VALUES (2, 'TT-2025-000002-4', '2025-000002-4', X'43105A6C422D7CEC1EC0F95294F6A42D', 'new', 'waste', 1, 'email', 0, NULL, 'Waste', 'info@town.example', 'pipe', 0, 1748872800553253, 1748872800604033, NULL, NULL, NULL, NULL);
INSERT INTO cases (id, number, short, salt, status, office, priority, channel, restricted, review, decided_by, written_to, source, imported, opened, updated, due, closed, short_acknowledged, first_response) VALUES (3, 'TT-2025-000003-5', '2025-000003-5', X'6FECBAFF08E5400432BB536F9BEDD49D', 'closed', 'front-desk', 1, 'email', 0, NULL, 'address', 'info@town.example', 'pipe', 0, 1748872800861719, 1748872802472708, 1749069000000000, 1748872802469285, NULL, NULL);
INSERT INTO cases (id, number, short, salt, status, office, priority, channel, restricted, review, decided_by, written_to, source, imported, opened, updated, due, closed, short_acknowledged, first_response) VALUES (4, 'TT-2025-000004-3', '2025-000004-3', X'ECCD13039F921638133E05558BF397D6', 'open', 'ward-1', 1, 'email', 0, NULL, 'Roads', 'ward2@town.example', 'pipe', 0, 1748872801032169, 1748872802455123, NULL, NULL, NULL, NULL);
INSERT INTO cases (id, number, short, salt, status, office, priority, channel, restricted, review, decided_by, written_to, source, imported, opened, updated, due, closed, short_acknowledged, first_response) VALUES (5, 'TT-2025-000005-6', '2025-000005-6', X'99A8F37236E2BC8024BD09BBD6DA10C8', 'new', 'waste', 1, 'email', 0, NULL, 'Waste', 'waste@town.example', 'pipe', 0, 1748872801541716, 1748872801602540, NULL, NULL, NULL, NULL);
INSERT INTO cases (id, number, short, salt, status, office, priority, channel, restricted, review, decided_by, written_to, source, imported, opened, updated, due, closed, short_acknowledged, first_response) VALUES (6, 'TT-2025-000006-2', '2025-000006-2', X'EDC35B365FA86E234AF4720A9370A071', 'new', 'mayor', 1, 'email', 0, NULL, 'address', 'mayor@town.example', 'pipe', 0, 1748872801633689, 1748872801655501, NULL, NULL, NULL, NULL);
INSERT INTO cases (id, number, short, salt, status, office, priority, channel, restricted, review, decided_by, written_to, source, imported, opened, updated, due, closed, short_acknowledged, first_response) VALUES (7, 'TT-2025-000007-0', '2025-000007-0', X'6B9464F1A63BE6C8C368011A071AB478', 'new', 'ward-2', 1, 'email', 0, NULL, 'address', 'ward2@town.example', 'pipe', 0, 1748872801829748, 1748872801875335, NULL, NULL, NULL, NULL);
INSERT INTO cases (id, number, short, salt, status, office, priority, channel, restricted, review, decided_by, written_to, source, imported, opened, updated, due, closed, short_acknowledged, first_response) VALUES (8, 'TT-2025-000008-1', '2025-000008-1', X'85E1D909E769E216A792ADB664DF7798', 'new', 'ward-2', 1, 'email', 0, NULL, 'address', 'ward2@town.example', 'pipe', 0, 1748872802213747, 1748872802261081, NULL, NULL, NULL, NULL);
INSERT INTO cases (id, number, short, salt, status, office, priority, channel, restricted, review, decided_by, written_to, source, imported, opened, updated, due, closed, short_acknowledged, first_response) VALUES (9, 'TT-2025-000009-7', '2025-000009-7', X'2CF73AEA1F46F7BBF294CF19B4EFD9C9', 'new', 'front-desk', 1, 'email', 0, NULL, 'address', 'info@town.example', 'pipe', 0, 1748872802837977, 1748872802837977, 1749069000000000, NULL, NULL, NULL);
INSERT INTO cases (id, number, short, salt, status, office, priority, channel, restricted, review, decided_by, written_to, source, imported, opened, updated, due, closed, short_acknowledged, first_response) VALUES (10, 'TT-2025-000010-0', '2025-000010-0', X'547CF4D31350DA38E292EB569D847E79', 'new', 'front-desk', 1, 'email', 0, NULL, 'address', 'info@town.example', 'pipe', 0, 1748872803061723, 1748872803061723, 1749069000000000, NULL, NULL, NULL);
INSERT INTO case_copies (case_id, office, rule, written_to) VALUES (1, 'ward-2', '', 'ward2@town.example');
INSERT INTO case_copies (case_id, office, rule, written_to) VALUES (2, 'front-desk', '', 'info@town.example');
INSERT INTO case_copies (case_id, office, rule, written_to) VALUES (2, 'ward-2', 'Ward 2 street named', '');
INSERT INTO case_copies (case_id, office, rule, written_to) VALUES (4, 'ward-2', '', 'ward2@town.example');
INSERT INTO case_labels (case_id, label) VALUES (1, 'roads');
INSERT INTO case_labels (case_id, label) VALUES (2, 'waste');
INSERT INTO case_labels (case_id, label) VALUES (4, 'roads');
INSERT INTO case_labels (case_id, label) VALUES (5, 'waste');
INSERT INTO case_links (case_id, other) VALUES (1, 4);
INSERT INTO participants (case_id, person, proven) VALUES (1, X'2ACBDD5633C46E959E38DA4BDCF57408DAB0C4A11544F64B0E6855DA7DEB0F28', 1);
INSERT INTO participants (case_id, person, proven) VALUES (2, X'1ED7F79933498ADC3B14676491808D25687ABE54BE8245AFFD69B3798422D389', 1);
INSERT INTO participants (case_id, person, proven) VALUES (3, X'A6E535DF8291E31AEBDA64B6714E7C58A16234BDC9C194CF6E3FED89F5C0ADDE', 1);
INSERT INTO participants (case_id, person, proven) VALUES (4, X'B6C46E48D0B4C6E9AEA41684B6F41F44BE4D153BC7F2376D14F67CFB6798F81D', 1);
INSERT INTO participants (case_id, person, proven) VALUES (5, X'19CB7236B96285DAB61CFC956DCF55696F37730FD745993EC73BA62AEB3DE3B8', 1);
INSERT INTO participants (case_id, person, proven) VALUES (6, X'6AA20DF1996B15BACE843B2537E0683CFE70B3A8A301F75FA94F4CC68EAB14A2', 1);
INSERT INTO participants (case_id, person, proven) VALUES (7, X'5500925D378B697AB464DC1067AF591D02FC1FC4DC975BF4F32FA2B01568878D', 1);
INSERT INTO participants (case_id, person, proven) VALUES (8, X'1868CC183CD2175851DAF2E098D239B6C7AD33AD021AC8ADBD462A061A73A701', 1);
INSERT INTO participants (case_id, person, proven) VALUES (9, X'6F019DC8591A7698A295BE792DD91AE3E0B44E896A9B256005C21A744F48A453', 1);
INSERT INTO participants (case_id, person, proven) VALUES (10, X'EB016021D8C3F4F176B5FDA8465A035009881422DB265A25A3C2FC910965D965', 1);
INSERT INTO thread_ids (message, case_id) VALUES (X'0281DA64592BAC1F76BB6C622EAA0BC12C174186F9A9D4946211D52A8453EEC2', 8);
INSERT INTO thread_ids (message, case_id) VALUES (X'0C6F36C3D4B564D11B9A97560B2FB0751CD6DA37D5836DC8BD4C04452BCAC53B', 1);
INSERT INTO thread_ids (message, case_id) VALUES (X'0FB0882478ADFE60ACEF52F0021D344D87C88E18B815C84875C285092AFB6024', 6);
INSERT INTO thread_ids (message, case_id) VALUES (X'10434CD4CA27E83F631B19BB4AFF3F8171112A8AF2AF24CB3AF8A2112E7C7B8C', 2);
INSERT INTO thread_ids (message, case_id) VALUES (X'18FC527C2AF62B4815431068E8F7248F402A40ADBF4859C8D49D0A72EA294BE4', 4);
INSERT INTO thread_ids (message, case_id) VALUES (X'19DB21B11C2AD6F111D93E1AA9C01B1497BC8A72D5D511B2503F37E92E06ABD8', 7);
INSERT INTO thread_ids (message, case_id) VALUES (X'20FFB45555E84FADB46213F16D403BBD73C3F610D2CFDDFB0A8620CA2056739C', 4);
INSERT INTO thread_ids (message, case_id) VALUES (X'26AECB60FFF27C1DD56B1E1EAD01445A19EA5141B5805E5B7BD528D530D2F61E', 2);
INSERT INTO thread_ids (message, case_id) VALUES (X'286D01A43E80F88729A9DBD80FDC2BE1FC2EA77BFF712018BEFFAFB2A71DDD20', 4);
INSERT INTO thread_ids (message, case_id) VALUES (X'3A7CEA263FB830CFB9EC1111BD2E8A793459D449F3D4269E74FEB00EA16864E8', 1);
INSERT INTO thread_ids (message, case_id) VALUES (X'3DF8CDABE82A8A8560BD197F259B1333115DFF466A074F69A8D844A17A6C5B9B', 7);
INSERT INTO thread_ids (message, case_id) VALUES (X'3FEBAEC8FB964CE04EBB29957E2389EB75A9954CD072F52AFF6C11AC26AACA9C', 1);
INSERT INTO thread_ids (message, case_id) VALUES (X'416F2BA24B7CB78B3D094A8C11D73051C991922E4A49B231A19DE7151CA96BA3', 1);
INSERT INTO thread_ids (message, case_id) VALUES (X'4550E80BEA2200212D1CA1644983BD5C06C24227A4002040E130F270A9D07AC6', 4);
INSERT INTO thread_ids (message, case_id) VALUES (X'516B99F07CDA68CA8F61B4413AFB1C9E5D4CC0817ADFE97AB145B3BD46159999', 6);
INSERT INTO thread_ids (message, case_id) VALUES (X'5173E023945941E78BCD04F2188806623D72E8B4E645906E62C58FE497E83948', 5);
INSERT INTO thread_ids (message, case_id) VALUES (X'547209BC7A759734E7945D15351FE0A33E1E240F5FD4811A3841A79144891DD8', 2);
INSERT INTO thread_ids (message, case_id) VALUES (X'5CCDB13F36A8E87B64A445512B242E6D1897158C9F3F56CC76CDBAC36C2AEC86', 9);
INSERT INTO thread_ids (message, case_id) VALUES (X'5D3093E188E4FDC2BA8694C7E027FFC17CE199C5C1A22165CA0388B3E9289356', 1);
INSERT INTO thread_ids (message, case_id) VALUES (X'5F30C79EED876C7CA8797C88E250B651D9520F35CBB22EAAEA1980256367EFC9', 5);
INSERT INTO thread_ids (message, case_id) VALUES (X'6CB18BA09FAB228E38AFD86747A7A37D3E888233F0F7D43FFB2BF7ABF753CBF5', 4);
INSERT INTO thread_ids (message, case_id) VALUES (X'7C7964E62586E005268AE52B14F11E3B9DADC82F04A34BF61A69204B55DF917B', 2);
INSERT INTO thread_ids (message, case_id) VALUES (X'8088DBBB182002F99A492AD34B9929155AB2CF0130129F1CBF7678A231CA5C1D', 6);
INSERT INTO thread_ids (message, case_id) VALUES (X'89D1DABBF22B5A6D48C697D9A81CE4932205463CFAE029CBEC39B767278BDB4E', 8);
INSERT INTO thread_ids (message, case_id) VALUES (X'92A9CB2364541044463891BF8833F24AEF7FB69692B4B7C26988E943237172B8', 9);
INSERT INTO thread_ids (message, case_id) VALUES (X'95DC8A74584E249E1C7B0E64DE65BBA4BB01628D5734DE389FF3528341DD7040', 10);
INSERT INTO thread_ids (message, case_id) VALUES (X'9FB37718F65A2679B6B58DE48800D1B228C7F9917C1F2602FF0BE38A1474A0CE', 10);
INSERT INTO thread_ids (message, case_id) VALUES (X'A3AF4508430A918089BDEDE4752C874F46B67B0300FCE6B793EB1245188118E5', 9);
INSERT INTO thread_ids (message, case_id) VALUES (X'A571ECCDF84C930E0587C99FE1A5ADECB9DABCD52AAF025F17EB2929DBB7DB27', 4);
INSERT INTO thread_ids (message, case_id) VALUES (X'A5A3D153A47A4DB686F804816EB4E740ABB7EC56B44F32E7EE277A241EC9F07C', 3);
INSERT INTO thread_ids (message, case_id) VALUES (X'A6B76D736E33FFAAAF3A7E193204C0731E965390A30DF7A1FCF8D5021B66AC5D', 10);
INSERT INTO thread_ids (message, case_id) VALUES (X'B3FBCDA6B1DA906D33B592848EC01DF1E1FCE9C3DAC3A26E7C9671700005F083', 1);
INSERT INTO thread_ids (message, case_id) VALUES (X'B57CE9E54D6EC5743F2B9BAEADF7FEBC05FEDE12F9D84D8DD7E230F68299335A', 3);
INSERT INTO thread_ids (message, case_id) VALUES (X'B5FC54A5BCF938FB0B4C9946F342C266E1FE95ADA0CEE9EBEA67298D0F1999AB', 7);
INSERT INTO thread_ids (message, case_id) VALUES (X'BE7CF0C22BC7BF022F85E79C2734862F69EB90CF7DD881CCE012EF9FF5C6AC30', 3);
INSERT INTO thread_ids (message, case_id) VALUES (X'D424FE120C6C02B7117DA847811331AB6E054D4313895089F240E5BF74338415', 1);
INSERT INTO thread_ids (message, case_id) VALUES (X'DCA7E29D0BD4C6575893E9CBDA8AFA1F7359B33A539354B1BE75F56CE6647F74', 5);
INSERT INTO thread_ids (message, case_id) VALUES (X'E01E76154254961B13207C3E72B9C1A13E08E5A946C4DBDB9374979437296CCE', 2);
INSERT INTO thread_ids (message, case_id) VALUES (X'FA29037327A604A954029B1CE70F9D60BB429719D4EB323AA8A7640000B15BD4', 3);
INSERT INTO thread_ids (message, case_id) VALUES (X'FD03EBC473D1FB1DC59D82E3CFD739CA762C17D8B5090790DD1056189D40B2D5', 8);
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (1, 'i-inxisrfizilgmw3a', 'pipe', 'b9143d549189e51dd2d55db2a5a02456c32cade4270bc114fb33bb4026477254', 'case', '', 1, NULL, NULL, 0, 1748872800477371, 1748872800482263, 1795446000000000, 'b9143d549189e51dd2d55db2a5a02456c32cade4270bc114fb33bb4026477254', X'63646165303937336335636532343933356364366238623566653361613238616332336537653638666137326537343865353139643664393638386538373139', 249, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack en');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (2, 'i-2ngrj35l5kkusql3', 'pipe', '578922cb708d4c2284e84c360f3a350a5fd1a4a552a6a7e41d8b86d06adf4361', 'case', '', 2, NULL, NULL, 0, 1748872800513644, 1748872800553253, 1795446000000000, '578922cb708d4c2284e84c360f3a350a5fd1a4a552a6a7e41d8b86d06adf4361', X'32646463643539356436313337636437616363366531613662653431643131613766343765626537316632623734393064306531356563616130663633396636', 252, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack fr');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (3, 'i-penmw2ryr7c56eu3', 'pipe', 'd64bf05c78daad52424a208948a844ae1ecc6dd7847398f32c5d13716d4e5b7e', 'addition', '', 1, NULL, NULL, 1, 1748872800689067, 1748872800717948, 1795446000000000, 'd64bf05c78daad52424a208948a844ae1ecc6dd7847398f32c5d13716d4e5b7e', X'32333835613432633138356235363533393964393232643237616436356238373862663562633466383137373834366161623166343733303432623331383339', 232, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack withheld: unproven');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (4, 'i-pzfe7d2jjtjnbo2p', 'pipe', '68362b66b329cb82c7792121e2c3a8dc088c44592fa6fa5772ebfa1e9ecda225', 'case', '', 3, NULL, NULL, 0, 1748872800827543, 1748872800861719, 1795446000000000, '68362b66b329cb82c7792121e2c3a8dc088c44592fa6fa5772ebfa1e9ecda225', X'35663463346338663263373961333266343033653662323764636265373432306131396136616666333564656164393835346538333963633166663266346436', 237, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack en');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (5, 'i-drkc7qmkdiu4t6uq', 'pipe', 'd32b2ca0a5f66ccf0a26347fe92d274239e929b0b3a2f26e9d199d7dbb673d7c', 'case', '', 4, NULL, NULL, 0, 1748872801029343, 1748872801032169, 1795446000000000, 'd32b2ca0a5f66ccf0a26347fe92d274239e929b0b3a2f26e9d199d7dbb673d7c', X'35626637633533613263336539653963303161363362353833626166316631383966393366663864396439633531373935383835363963646361393963396561', 233, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack en');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (6, 'i-c7ui65txnunydxg3', 'pipe', '2edb13a15fd3515c2dd963107a0bf5bb1abcc0b049b18f16f1ad628d5eb10029', 'ignored', 'newsletter', NULL, NULL, NULL, 0, 1748872801133167, 1748872801154424, 1795446000000000, '2edb13a15fd3515c2dd963107a0bf5bb1abcc0b049b18f16f1ad628d5eb10029', X'30303333643166656339386436373437383862303364303138623732323932663534346233643165336466653732386432616336636332303131323963666136', 252, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack withheld: ignored');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (7, 'i-gzbryflewhf62hnf', 'pipe', 'e4f920ca4780dbfffa493091f83140f800c22ca30b4a35766bf11095c23e1a0b', 'quarantined', 'over 30 Received lines', NULL, NULL, NULL, 0, 1748872801313192, 1748872801331432, 1795446000000000, 'e4f920ca4780dbfffa493091f83140f800c22ca30b4a35766bf11095c23e1a0b', X'39343664333064383062393331303562373438663430396230633961643233396433313832383765306332336166353232336434373361656662306437386636', 1946, 'email', 0, 0, NULL, NULL, 0, NULL, '');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (8, 'i-es6mhtho2rpddu2u', 'pipe', '9821779cfd9e4047bd446bcd46e23999d1b4587fec95b97fec1130d303d3f162', 'case', '', 5, NULL, NULL, 0, 1748872801493349, 1748872801541716, 1795446000000000, '9821779cfd9e4047bd446bcd46e23999d1b4587fec95b97fec1130d303d3f162', X'62363731353839343231353762336232653563386234313030623361636332613666306635366564663465386239353739303738663834316337653962663762', 230, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack en');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (9, 'i-m2fzc4kknz67qul4', 'pipe', 'bb41f68b225070baf1e059f0228c50bda6e65dc4d8f61da53900787d986c0364', 'case', '', 6, NULL, NULL, 0, 1748872801629456, 1748872801633689, 1795446000000000, 'bb41f68b225070baf1e059f0228c50bda6e65dc4d8f61da53900787d986c0364', X'37343933666236393239633731633439636432366236316564666232333536656665623566396563613765386639383561363861323964643831386166666162', 219, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack en');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (10, 'i-7xxinrvu6jrw2oiv', 'pipe', '18908ee67ce917e6e5ddee2903be8ab075475280e74c27343c7e068a809754c9', 'case', '', 7, NULL, NULL, 0, 1748872801793543, 1748872801829748, 1795446000000000, '18908ee67ce917e6e5ddee2903be8ab075475280e74c27343c7e068a809754c9', X'33366664326435306666343338336334336163373961366662323336353032663634316461383438653333636166663033663565313032353666373034663464', 226, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack en');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (11, 'i-lc53lhozqj4kkzaz', 'pipe', '451e340d5a2432003dd683bafb68ac7d668dc556c4773f9c5e27de36d4cfad88', 'case', '', 8, NULL, NULL, 0, 1748872802161318, 1748872802213747, 1795446000000000, '451e340d5a2432003dd683bafb68ac7d668dc556c4773f9c5e27de36d4cfad88', X'64376565613962303363613361383538306539613430343932346334666631643833316237653839633930666431363135383965616230306263623365613161', 217, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack en, fr');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (12, 'i-h4t7bbsmwowa7ine', 'pipe', 'fd5e832da1649d9caac3fae70f5b00e3d4af8cc20c1fcdab3a370aae39cf8f61', 'case', '', 9, NULL, NULL, 0, 1748872802797621, 1748872802837977, 1795446000000000, 'fd5e832da1649d9caac3fae70f5b00e3d4af8cc20c1fcdab3a370aae39cf8f61', X'35346631366664616234313131353865373130316364343833633161323230353466313538346333363966326633633736326362323239663837356463376566', 233, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack en');
INSERT INTO inbounds (id, public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, attempts, discarded, acknowledgement) VALUES (13, 'i-5nj3skaoefmmzmhc', 'pipe', '6921416a4ddf34859bbdf6688d6e1bb9c887edbedd81c97465c6f84e538479d3', 'case', '', 10, NULL, NULL, 0, 1748872803058723, 1748872803061723, 1795446000000000, '6921416a4ddf34859bbdf6688d6e1bb9c887edbedd81c97465c6f84e538479d3', X'66393661393061633561396261396239343033636430633039613731393466326464323962613261326365393661323666626365663362313266383832613330', 231, 'email', 0, 0, NULL, NULL, 0, NULL, 'ack en');
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
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (1, NULL, 1748872800221696, 'daemon', 'rules_accepted', 'sha256:ed38c5c03fd12babe801c92834bd3cb46011e6f71cd0becad54ca6a8c7acd5d3', X'', X'B2EF331A601183C22BEB34D07F8DECE7E7D77713D336C3B0914DAB0FFAF47FFD');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (2, NULL, 1748872800223244, 'daemon', 'started', '', X'', X'62B4FE636D2AD3AD88D7A8A32FF95FC365011F0272318922F84709D1D8F00405');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (3, 1, 1748872800482263, 'resident', 'received', 'i-inxisrfizilgmw3a through pipe', X'', X'F2DF5BBEB6B440375CD7FFB532928F4781A8E0AB19264171D4E90189C93ABB0D');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (4, 1, 1748872800482263, 'daemon', 'decided', 'roads (Roads)', X'', X'541D38D38176CF96759E5E57A997B3AF5E543D172075627EE7F4FCA8BA58E803');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (5, 1, 1748872800482263, 'daemon', 'acknowledged', 'acknowledgement (en)', X'', X'DE45E3526886EBA4FD9B43AE696C8B0AFEA372EEB90DD00186983894F5F865BC');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (6, 1, 1748872800482263, 'daemon', 'forwarded', 'roads (answers)', X'', X'D91F573E09CAE3C99BD932A7870AE6A44145EBA3A6B15287A907887269AD909A');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (7, 1, 1748872800482263, 'daemon', 'forwarded', 'ward-2 (copy)', X'', X'E66645C86241EB3A6F06A467DAB7E3A079233628C6F66972018F871BDF956829');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (8, 1, 1748872800513075, 'daemon', 'sent', 'acknowledgement', X'', X'337F4C84FF1DCD20607B27788B98AFD6777AEBB55BB5349D0909D15E707D1C7C');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (9, 1, 1748872800513075, 'daemon', 'sent', 'forward to roads', X'', X'0C26FF6FF7A889579BEF2AF142ED87EFD40F3F85D36F0DF416F47684D775623D');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (10, 1, 1748872800513075, 'daemon', 'sent', 'forward to ward-2', X'', X'05E3BCFB1BE79F45D49B6E75723BC3D793997D1A0A0B5C8194728EFBE909A1F3');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (11, 2, 1748872800553253, 'resident', 'received', 'i-2ngrj35l5kkusql3 through pipe', X'', X'BA7E6DC26E9E6989D0137DDA7BDE45BBEDC56A1AA88F9651745A7CAD81604554');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (12, 2, 1748872800553253, 'daemon', 'decided', 'waste (Waste)', X'', X'DB86AAFE21F087129F6A09C936D4B47EEFAA7701057555FA177003E8183EF1FB');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (13, 2, 1748872800553253, 'daemon', 'acknowledged', 'acknowledgement (fr)', X'', X'078ED1C842F8AC7E67C1B4C8DB3D50E17D3E7DFF105F55B334F34A1D347F4EF3');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (14, 2, 1748872800553253, 'daemon', 'forwarded', 'waste (answers)', X'', X'EE614F148137EB8D267187E0AE3830E660A632D263335C193E370DD67785A9A1');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (15, 2, 1748872800553253, 'daemon', 'forwarded', 'front-desk (copy)', X'', X'1019AC52D77B4F5F7099E9699D5EC3A3B142904CA0D2EB8DEB135DFC186E3A8F');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (16, 2, 1748872800553253, 'daemon', 'forwarded', 'ward-2 (copy)', X'', X'C9C5DE643C3706089B5598DD3A94A076263AA396F63F36C7FC55292F985FFB04');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (17, 2, 1748872800604033, 'daemon', 'sent', 'acknowledgement', X'', X'CAB05E848F94A4AAA02CD742D1AB8D11E84A8C91232DF21BC448923F86EB1DE7');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (18, 2, 1748872800604033, 'daemon', 'sent', 'forward to waste', X'', X'984523C2F7852C46A5812DC73DA63F2423A0B237C9929B888CB57ACF53C2E964');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (19, 2, 1748872800604033, 'daemon', 'sent', 'forward to front-desk', X'', X'70BE1AC9D552540EED2C52860BF6EBFDEEC41C321CC8F8CE0503ADCC2532D698');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (20, 2, 1748872800604033, 'daemon', 'sent', 'forward to ward-2', X'', X'80E73AD879B809C2E8376D5B5BBF59B707E4F32577E15CB4B0DFA46EC514B3DB');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (21, 1, 1748872800717948, 'resident', 'received', 'i-penmw2ryr7c56eu3 through pipe', X'', X'B322539E817B1E38242BE482C583F2F8E2691CDD0DC3BCA432DEC4FDA4004A08');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (22, 1, 1748872800717948, 'daemon', 'joined', 'carries the number, unproven', X'', X'444BF6702009585A6B2E04C7B961854DA2E9AE550F7F7E239BA28625786738F4');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (23, 1, 1748872800717948, 'daemon', 'withheld', 'unproven', X'', X'ACBE82C7BFA23553E6CACD177FCC9D433C18E7026940C2520ECE079010156046');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (24, 1, 1748872800717948, 'daemon', 'forwarded', 'roads (addition)', X'', X'C980188381D1F7FE7130B54F5951D49581C24D64CAD23EAFA797EB31675F6D2D');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (25, 1, 1748872800717948, 'daemon', 'forwarded', 'ward-2 (addition)', X'', X'BEE86E739CD26B455029084629C50BC51E8B418F5AFBEE96760737EE8D668FF6');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (26, 1, 1748872800758406, 'daemon', 'sent', 'forward to roads', X'', X'5DDF5908EA21AEEF97EE82FF0056C1605A3EAEABDE117DF826A08557C5D6D8DC');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (27, 1, 1748872800758406, 'daemon', 'sent', 'forward to ward-2', X'', X'C8AD8BA86D8B69CDF1BB730B87EA775CEFC07A376CD9333214A41582B0A4B722');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (28, 3, 1748872800861719, 'resident', 'received', 'i-pzfe7d2jjtjnbo2p through pipe', X'', X'E0E9B9B6DD238AF95090E058B0B615CE2168C85BD2DA1A06892B3BD0CE969CD1');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (29, 3, 1748872800861719, 'daemon', 'decided', 'front-desk (address)', X'', X'B072CB34F6C98368E0C87DEC2B0BBA9B93F0CCA18D5A3800802500249FB225C0');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (30, 3, 1748872800861719, 'daemon', 'acknowledged', 'acknowledgement (en)', X'', X'B4CB1024A6254800C44E1AEAC0314C6B6F36C51B22AFBAC128F474C28E167164');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (31, 3, 1748872800861719, 'daemon', 'forwarded', 'front-desk (answers)', X'', X'29725353608712FAB06E7E91206453175F64D17B068B44EB47EF64EDEF8D2DA7');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (32, 3, 1748872800952032, 'daemon', 'sent', 'acknowledgement', X'', X'754DE30778E7C4BF8B2A7000E90A20B5B39309262A026D11DFEA8AFAEA7DBA54');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (33, 3, 1748872800952032, 'daemon', 'sent', 'forward to front-desk', X'', X'0C9BB024782415E8F334073B2B7EA567C444DEFE24EF231C5E11940310B7EAA7');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (34, 4, 1748872801032169, 'resident', 'received', 'i-drkc7qmkdiu4t6uq through pipe', X'', X'46ECF2AE5C22A4DBE5E0187D6F4258E5E73D05B94361782826974B62B10ED90D');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (35, 4, 1748872801032169, 'daemon', 'decided', 'roads (Roads)', X'', X'4F1A07D184ADF5E999C31CF2FC23CF96F434A49CDC5A07507B99EDD36CC6364A');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (36, 4, 1748872801032169, 'daemon', 'acknowledged', 'acknowledgement (en)', X'', X'3CFE7B9D7C2D006DABF8FC07F1EACA8F08804D7DBE07C32B2ACC010E85AC3F67');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (37, 4, 1748872801032169, 'daemon', 'forwarded', 'roads (answers)', X'', X'D1CE9FD564A6E66E9D9897A1B7C4B5AF768F1630F31CF7FDF7F5BB13FAEBAF69');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (38, 4, 1748872801032169, 'daemon', 'forwarded', 'ward-2 (copy)', X'', X'D021301F907A0DC3AAB17228F6C8138D2FBD57476B99409D8097FB3C70AA3A75');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (39, 4, 1748872801037341, 'daemon', 'sent', 'acknowledgement', X'', X'CE90E32449665FC27512AF1E2FC83F5BAD6B58505A310C1EA9E0F987E13B2B9A');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (40, 4, 1748872801037341, 'daemon', 'sent', 'forward to roads', X'', X'8A07620BB9174183712EC51077DABFB292A0742A8CFD2083BCCE1D07B97B0BD9');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (41, 4, 1748872801037341, 'daemon', 'sent', 'forward to ward-2', X'', X'481804FA51F797F99E1E70A4B9CD1E94E39C6DA61F2C767E8F7228634857534B');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (42, NULL, 1748872801154424, 'daemon', 'ignored', 'i-c7ui65txnunydxg3 through pipe: newsletter', X'', X'36E837AA5AE40A4ABD526EE8A67A744443D08B0B618ECE42E718B352B4CC0C8A');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (43, NULL, 1748872801331432, 'daemon', 'quarantined', 'i-gzbryflewhf62hnf through pipe: over 30 Received lines', X'', X'DCAEEB7A34A39EBE9BC2038212C07A0743C39FADC07071C813F3ACA8DA4E7084');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (44, 5, 1748872801541716, 'resident', 'received', 'i-es6mhtho2rpddu2u through pipe', X'', X'A508B4CE01EEA2E95BEE50FB06347524DD06B178E322BBD4DCC92936B6DAAAA0');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (45, 5, 1748872801541716, 'daemon', 'decided', 'waste (Waste)', X'', X'1970D611A3C4DD80CB44AA782D0583ADF54EB58D1ED7374B586E5A5E77A56848');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (46, 5, 1748872801541716, 'daemon', 'acknowledged', 'acknowledgement (en)', X'', X'FE1838D13A84F3C4D666058ABC8258B076460CFF72F2ABF1070ACBE84D29AA73');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (47, 5, 1748872801541716, 'daemon', 'forwarded', 'waste (answers)', X'', X'7E422475C64356897DD7AB4B48FFC53B5B457DE62B7407CBCB39BE20EF603E89');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (48, 5, 1748872801602540, 'daemon', 'failed', 'acknowledgement', X'93250256042C0C4A62B8469A9CE72533DFD35BD21625338380DCD08AD2B78279', X'F971BAC7A051E77A43321053595D010DC9D27E032C5E9E26ED472A7E710FBCB1');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (49, 5, 1748872801602540, 'daemon', 'sent', 'forward to waste', X'', X'34E40D123D5868914BA1068DF715D8F6A689D93C46F78B725BA6DDBCFE8088BC');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (50, 6, 1748872801633689, 'resident', 'received', 'i-m2fzc4kknz67qul4 through pipe', X'', X'597E8B287787B8DBBCE052442AFE9D8F6F27F18F7121F5166DDE8F9AB6485135');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (51, 6, 1748872801633689, 'daemon', 'decided', 'mayor (address)', X'', X'8858DF98F13A136473DD34375FF7022250B0E4B7FFD601D7A6EF6350A2E5E7BD');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (52, 6, 1748872801633689, 'daemon', 'acknowledged', 'acknowledgement (en)', X'', X'DEB3D4AB666AA29EFFF2D2D8111B9341D7260AB1240B6BAE53D249E9D786EBE9');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (53, 6, 1748872801633689, 'daemon', 'forwarded', 'mayor (answers)', X'', X'3DF25B8CEFF48064C90CCB76467C7BC7E4C9410EFB255A2079DC719024C5472C');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (54, 6, 1748872801655501, 'daemon', 'sent', 'forward to mayor', X'', X'C626B2066BF3639E2888F0891BD59D2E9503B978CB033EA76FD52E150AFEE7AD');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (55, 7, 1748872801829748, 'resident', 'received', 'i-7xxinrvu6jrw2oiv through pipe', X'', X'620A82B4C4027419BC271192FE242CBE4CF84E1F5964CA23D7874400BC81B1DA');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (56, 7, 1748872801829748, 'daemon', 'decided', 'ward-2 (address)', X'', X'7BF112C3A2ED4CCB3C5736E43BA4C37033C336E39A36F9E6151D02C57BB2E040');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (57, 7, 1748872801829748, 'daemon', 'acknowledged', 'acknowledgement (en)', X'', X'722D8CE3E5868405968A044BE2BE419766C4E907B2EA412BF64887FDE961EC8E');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (58, 7, 1748872801829748, 'daemon', 'forwarded', 'ward-2 (answers)', X'', X'9D37B9E5E906589CE63708038A2ADB46FA8053B322A39F48527849A1FB21BE6A');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (59, 7, 1748872801875335, 'daemon', 'sent', 'forward to ward-2', X'', X'D325946E89B1F696A406229470632B1D6FFCDEED9B7F96A5E8288585D4BF6781');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (60, 8, 1748872802213747, 'resident', 'received', 'i-lc53lhozqj4kkzaz through pipe', X'', X'25366BB6859847D933B36280000B7CD01A7F75CC4C3B5386325368EEA1A6C741');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (61, 8, 1748872802213747, 'daemon', 'decided', 'ward-2 (address)', X'', X'D0C847F099D56D34BD8B4C97F5EFC9C75BB9F747960E1C500AE82F8EEE5A350E');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (62, 8, 1748872802213747, 'daemon', 'acknowledged', 'acknowledgement (en, fr)', X'', X'AD74EDF0A1BD1D2F6675A66C9AAC700535D4533386CC72121F5E65448CFE7D17');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (63, 8, 1748872802213747, 'daemon', 'forwarded', 'ward-2 (answers)', X'', X'E16A7740DE1E3150B852CBB9A6CAD1B61EA6F81AB7F8A74C4D7C5E0DC99AC0CD');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (64, 8, 1748872802261081, 'daemon', 'uncertain', 'acknowledgement: no answer after the letter was handed over; it is sent once more', X'', X'EF9D24A674ADFD59A55D2D1117E09E019B32119492F01550E97EC29C5FACD01C');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (65, 8, 1748872802261081, 'daemon', 'sent', 'forward to ward-2', X'', X'BEBAAB4EDA82BD32EA6F6F6DF6D8CAFC1C6AC779804DB2F11D6A95DE1C2D7C75');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (66, 4, 1748872802385384, 'root', 'assigned', 'roads → ward-1', X'', X'18C4E7C29A1C493A3DAE2767F8F40389B3F1DA26E097C9FA49BCFB4C7255C536');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (67, 4, 1748872802385384, 'daemon', 'forwarded', 'ward-1 (answers)', X'', X'54963963D5CF864D46F5F9E8A299CC68A276F73688D6CF1AF25470B31AC6619C');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (68, 4, 1748872802385384, 'daemon', 'acknowledged', 'update (en)', X'', X'10B0507FEFCCC954903C4CE73D7019CA2A1DFFA778FB5D3F9FD3393CB9512D6A');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (69, 4, 1748872802403560, 'daemon', 'sent', 'forward to ward-1', X'', X'66A55C247C9C21B3D28C89BCBCA2E30593986037D3B3D123FE35FE7847ADF0F6');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (70, 4, 1748872802403560, 'daemon', 'sent', 'update', X'', X'07499EF94F97447289FF2736D74C340F115150C2E64AB5D1B1E6CAF5E6DD1C22');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (71, 1, 1748872802440369, 'root', 'note', '', X'32ED865749A609BA47ADF087D37AEDABE2A99DF368D452E3300898637E3308EB', X'FB580D630F9F5531C2965F8E8E5FBACA970B341AD011B18D1D8E7325DA2E5469');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (72, 1, 1748872802455123, 'root', 'linked', 'TT-2025-000004-3', X'', X'80B9B468511BE38449A5464AC1FD3306A7BA1965E1C1D6E411DB4D8AD6529CD9');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (73, 4, 1748872802455123, 'root', 'linked', 'TT-2025-000001-9', X'', X'22CE9F2A701DDB6A55F09D62C545BE9FF463079489A9A22D8F763E2402A3D250');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (74, 3, 1748872802469285, 'root', 'closed', '', X'A47C66F0D44158B3BA096E6CE885CC3540FEB332B31632E22680654AFDB1FB62', X'76B0E258D1F2E5B293A5FAC773E635486B760D98C28EC0469FEAC475B479856B');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (75, 3, 1748872802469285, 'daemon', 'acknowledged', 'closed (en)', X'', X'339752086D3B050531126211688833F0829646CE23F67DACBEE2FD99B2C9CDD6');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (76, 3, 1748872802472708, 'daemon', 'sent', 'update', X'', X'DCFEA6CB7A16B02F16235ACB1CB8862DF3854DFEE15120CC354296E979732A97');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (77, 6, 1748872802561437, 'root', 'withheld', 'acknowledgement: o-waxsvywejj4n5a3i discarded', X'0475AA16935FE911CBC58F3A75E3292CE4CFF51DE2B7CBFE6523089E6CE88694', X'96CB84C12E41103E3CBBA92932F391822DD1BF19B0305D447675BADD0EBDFCA6');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (78, 9, 1748872802837977, 'resident', 'received', 'i-h4t7bbsmwowa7ine through pipe', X'', X'0F8C5E4473B2B73F984925F41220235451F798ED491C19803CB0E41BF1C5E3D3');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (79, 9, 1748872802837977, 'daemon', 'decided', 'front-desk (address)', X'', X'A908AAEFFDF1F5279E98A8715C90CE6A101FDA74EBF422ED796A3682D7BBFE13');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (80, 9, 1748872802837977, 'daemon', 'acknowledged', 'acknowledgement (en)', X'', X'717C58717915FE5DB7E976E5F9BD4A64A80AC67096A4D7985B5BE03248726824');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (81, 9, 1748872802837977, 'daemon', 'forwarded', 'front-desk (answers)', X'', X'C4DDCAFAB54E6B1526A05F9076688F9F91822999BBA5C89C4935AE8AB2EC2612');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (82, 10, 1748872803061723, 'resident', 'received', 'i-5nj3skaoefmmzmhc through pipe', X'', X'378E487D497395E61B72841D50C3123AD74423A901ED549FD67EDD488F7065FD');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (83, 10, 1748872803061723, 'daemon', 'decided', 'front-desk (address)', X'', X'82383C806DAE22ECE70509E7F8460B0501A94F2F71FFD64F7CCEC582C9EB134F');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (84, 10, 1748872803061723, 'daemon', 'acknowledged', 'acknowledgement (en)', X'', X'4155C5AC2874C455DB7B4BC4025AE6F844041B75C1CEC2B68941A10CC3FEA6B7');
INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (85, 10, 1748872803061723, 'daemon', 'forwarded', 'front-desk (answers)', X'', X'2D03D9B31E7D4E0311548F5D0982C5A8500AEBD8CC836FF6E7438293175BA63B');
INSERT INTO event_parts (seq, part, own_salt) VALUES (48, '550 5.1.1 no such mailbox', NULL);
INSERT INTO event_parts (seq, part, own_salt) VALUES (71, 'The crew was there at noon.', NULL);
INSERT INTO event_parts (seq, part, own_salt) VALUES (74, 'They were told.', NULL);
INSERT INTO event_parts (seq, part, own_salt) VALUES (77, 'told by telephone', NULL);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (1, 'o-nx6ifxalh24nucnw', 1, 1, 'acknowledgement', '', '', '', '', 'ward2@town.example', 'acknowledgement', '["en"]', '<k1.2025-000001-9.a.fiqnferdrjvwrcqkbejnlm2qmm.o-nx6ifxalh24nucnw@town.example>', 1749069000000000, 0, 0, 'sent', 'queued', NULL, 1748872800482263, 1748872800513075, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (2, 'o-qrlbk2oqvs6qyooi', 1, 1, 'forward', 'roads', 'answers', 'Roads', '', 'ward2@town.example', '', '[]', '<k1.2025-000001-9.f.jyojk3ybulrvilhftc7sjicqhy.o-qrlbk2oqvs6qyooi@town.example>', 1749069000000000, 0, 0, 'sent', 'queued', NULL, 1748872800482263, 1748872800513075, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (3, 'o-muwaedgj37ppvk6k', 1, 1, 'forward', 'ward-2', 'copy', '', 'ward2@town.example', 'ward2@town.example', '', '[]', '<k1.2025-000001-9.f.jyojk3ybulrvilhftc7sjicqhy.o-muwaedgj37ppvk6k@town.example>', 1749069000000000, 0, 0, 'sent', 'queued', NULL, 1748872800482263, 1748872800513075, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (4, 'o-qxyvon772qot6isk', 2, 2, 'acknowledgement', '', '', '', '', 'info@town.example', 'acknowledgement', '["fr"]', '<k1.2025-000002-4.a.tzymzltwd4qbrv6rgiolcf6tmm.o-qxyvon772qot6isk@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872800553253, 1748872800604033, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (5, 'o-kwzdifql77r6az6i', 2, 2, 'forward', 'waste', 'answers', 'Waste', '', 'info@town.example', '', '[]', '<k1.2025-000002-4.f.3usfsrw45i35leek4t4zijluc4.o-kwzdifql77r6az6i@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872800553253, 1748872800604033, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (6, 'o-3ogsdgdzhxkgtcun', 2, 2, 'forward', 'front-desk', 'copy', '', 'info@town.example', 'info@town.example', '', '[]', '<k1.2025-000002-4.f.3usfsrw45i35leek4t4zijluc4.o-3ogsdgdzhxkgtcun@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872800553253, 1748872800604033, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (7, 'o-6pexfxvbvb4haohg', 2, 2, 'forward', 'ward-2', 'copy', 'Ward 2 street named', '', 'info@town.example', '', '[]', '<k1.2025-000002-4.f.3usfsrw45i35leek4t4zijluc4.o-6pexfxvbvb4haohg@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872800553253, 1748872800604033, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (8, 'o-5t3oyvo5gbfwi73d', 1, 3, 'forward', 'roads', 'addition', '', '', 'ward2@town.example', '', '[]', '<k1.2025-000001-9.f.jyojk3ybulrvilhftc7sjicqhy.o-5t3oyvo5gbfwi73d@town.example>', 1749069000000000, 0, 0, 'sent', 'queued', NULL, 1748872800717948, 1748872800758406, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (9, 'o-crvdvuristwgwzix', 1, 3, 'forward', 'ward-2', 'addition', '', '', 'ward2@town.example', '', '[]', '<k1.2025-000001-9.f.jyojk3ybulrvilhftc7sjicqhy.o-crvdvuristwgwzix@town.example>', 1749069000000000, 0, 0, 'sent', 'queued', NULL, 1748872800717948, 1748872800758406, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (10, 'o-v4uvup2debybcp3o', 3, 4, 'acknowledgement', '', '', '', '', 'info@town.example', 'acknowledgement', '["en"]', '<k1.2025-000003-5.a.4cpzx5lrg3uajgjugnvqm5bcjq.o-v4uvup2debybcp3o@town.example>', 1749069000000000, 0, 0, 'sent', 'queued', NULL, 1748872800861719, 1748872800952032, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (11, 'o-xgls43g3nfvxe3gb', 3, 4, 'forward', 'front-desk', 'answers', '', 'info@town.example', 'info@town.example', '', '[]', '<k1.2025-000003-5.f.zpq54tglro534cqycd3cbrwpwi.o-xgls43g3nfvxe3gb@town.example>', 1749069000000000, 0, 0, 'sent', 'queued', NULL, 1748872800861719, 1748872800952032, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (12, 'o-vkhg64gf3bkoydib', 4, 5, 'acknowledgement', '', '', '', '', 'ward2@town.example', 'acknowledgement', '["en"]', '<k1.2025-000004-3.a.czzmlpckjkgui7a7zwo2sfewia.o-vkhg64gf3bkoydib@town.example>', 1749069000000000, 0, 0, 'sent', 'queued', NULL, 1748872801032169, 1748872801037341, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (13, 'o-a7ewqqpaiidegf3v', 4, 5, 'forward', 'roads', 'answers', 'Roads', '', 'ward2@town.example', '', '[]', '<k1.2025-000004-3.f.sq2p4j3tjevqskn45fl3klh26y.o-a7ewqqpaiidegf3v@town.example>', 1749069000000000, 0, 0, 'sent', 'queued', NULL, 1748872801032169, 1748872801037341, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (14, 'o-vozsyoresqfqk627', 4, 5, 'forward', 'ward-2', 'copy', '', 'ward2@town.example', 'ward2@town.example', '', '[]', '<k1.2025-000004-3.f.sq2p4j3tjevqskn45fl3klh26y.o-vozsyoresqfqk627@town.example>', 1749069000000000, 0, 0, 'sent', 'queued', NULL, 1748872801032169, 1748872801037341, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (15, 'o-refmp3whtds6ibge', 5, 8, 'acknowledgement', '', '', '', '', 'waste@town.example', 'acknowledgement', '["en"]', '<k1.2025-000005-6.a.phez5aowsutjnqy4fhaazpig4m.o-refmp3whtds6ibge@town.example>', NULL, 0, 0, 'failed', 'queued', NULL, 1748872801541716, 1748872801602540, 1, 0, 0, 0, 1);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (16, 'o-6bnnap5vyt2yhgls', 5, 8, 'forward', 'waste', 'answers', 'Waste', 'waste@town.example', 'waste@town.example', '', '[]', '<k1.2025-000005-6.f.xp7dfyivohwhxnrru7qbjqioc4.o-6bnnap5vyt2yhgls@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872801541716, 1748872801602540, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (17, 'o-waxsvywejj4n5a3i', 6, 9, 'acknowledgement', '', '', '', '', 'mayor@town.example', 'acknowledgement', '["en"]', '<k1.2025-000006-2.a.5wg3aukkypu663cefbap3ddkta.o-waxsvywejj4n5a3i@town.example>', NULL, 0, 0, 'withheld', 'queued', NULL, 1748872801633689, 1748872802561437, 1, 1, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (18, 'o-nm4dhzxurynk6twu', 6, 9, 'forward', 'mayor', 'answers', '', 'mayor@town.example', 'mayor@town.example', '', '[]', '<k1.2025-000006-2.f.fmwg6sgbhxfi6wrpwd3wwirkza.o-nm4dhzxurynk6twu@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872801633689, 1748872801655501, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (19, 'o-wsv7cty6r2kqalgh', 7, 10, 'acknowledgement', '', '', '', '', 'ward2@town.example', 'acknowledgement', '["en"]', '<k1.2025-000007-0.a.27viq3rm4mt3i4p26jiwwp4f2u.o-wsv7cty6r2kqalgh@town.example>', NULL, 0, 0, 'deferred', 'queued', 1748872861875335, 1748872801829748, 1748872801875335, 1, 1, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (20, 'o-fnjalf7jimqxcgqq', 7, 10, 'forward', 'ward-2', 'answers', '', 'ward2@town.example', 'ward2@town.example', '', '[]', '<k1.2025-000007-0.f.olhjgb3btlyrtt2wqum4xxe56m.o-fnjalf7jimqxcgqq@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872801829748, 1748872801875335, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (21, 'o-7pn3qlkwucxfjhvo', 8, 11, 'acknowledgement', '', '', '', '', 'ward2@town.example', 'acknowledgement', '["en","fr"]', '<k1.2025-000008-1.a.jjhvgqlar5o423rl3rb7feyj2i.o-7pn3qlkwucxfjhvo@town.example>', NULL, 0, 0, 'uncertain', 'queued', 1748873402261081, 1748872802213747, 1748872802261081, 1, 0, 1, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (22, 'o-5b3ghirjy77qouau', 8, 11, 'forward', 'ward-2', 'answers', '', 'ward2@town.example', 'ward2@town.example', '', '[]', '<k1.2025-000008-1.f.atbqwrkj5hs45tiv72acvzqx6a.o-5b3ghirjy77qouau@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872802213747, 1748872802261081, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (23, 'o-orqdsjm3477hmlib', 4, 5, 'forward', 'ward-1', 'answers', '', 'ward2@town.example', 'ward2@town.example', '', '[]', '<k1.2025-000004-3.f.sq2p4j3tjevqskn45fl3klh26y.o-orqdsjm3477hmlib@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872802385384, 1748872802403560, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (24, 'o-57h2t6ko3fre62ny', 4, 5, 'update', '', '', '', '', 'ward2@town.example', 'update', '["en"]', '<k1.2025-000004-3.a.czzmlpckjkgui7a7zwo2sfewia.o-57h2t6ko3fre62ny@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872802385384, 1748872802403560, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (25, 'o-lifc35trolnspe5p', 3, 4, 'update', '', '', '', '', 'info@town.example', 'closed', '["en"]', '<k1.2025-000003-5.a.4cpzx5lrg3uajgjugnvqm5bcjq.o-lifc35trolnspe5p@town.example>', NULL, 0, 0, 'sent', 'queued', NULL, 1748872802469285, 1748872802472708, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (26, 'o-thu7zjvwopoykuqf', 9, 12, 'acknowledgement', '', '', '', '', 'info@town.example', 'acknowledgement', '["en"]', '<k1.2025-000009-7.a.eymgpxynzemnhostyiwxe5ijsa.o-thu7zjvwopoykuqf@town.example>', 1749069000000000, 0, 0, 'sending', 'queued', NULL, 1748872802837977, 1748872802845327, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (27, 'o-dss4c7qcgaprxmof', 9, 12, 'forward', 'front-desk', 'answers', '', 'info@town.example', 'info@town.example', '', '[]', '<k1.2025-000009-7.f.aqfcc7afsbjm6zxmigitp7eyui.o-dss4c7qcgaprxmof@town.example>', 1749069000000000, 0, 0, 'sending', 'queued', NULL, 1748872802837977, 1748872802845327, 1, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (28, 'o-ip74n7ekbwu7pfbr', 10, 13, 'acknowledgement', '', '', '', '', 'info@town.example', 'acknowledgement', '["en"]', '<k1.2025-000010-0.a.nqnyvhq3uqup27qi6un34ukpqi.o-ip74n7ekbwu7pfbr@town.example>', 1749069000000000, 0, 0, 'queued', 'queued', 1748872803061723, 1748872803061723, 1748872803061723, 0, 0, 0, 0, 0);
INSERT INTO outbox (id, public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, languages, message_id, due, restricted, without_attachments, state, was, next, created, changed, attempts, deferrals, unknowns, repeat, undelivered) VALUES (29, 'o-iacjwbl2hrdpza3x', 10, 13, 'forward', 'front-desk', 'answers', '', 'info@town.example', 'info@town.example', '', '[]', '<k1.2025-000010-0.f.sofn2nqnjjkw3syfzp7xhvz6gy.o-iacjwbl2hrdpza3x@town.example>', 1749069000000000, 0, 0, 'queued', 'queued', 1748872803061723, 1748872803061723, 1748872803061723, 0, 0, 0, 0, 0);
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
INSERT INTO outbox_texts (outbox_id, recipient, facts, in_reply_to, refs, subject, body, last_reply) VALUES (8, 'roads@office.testing.invalid', '', '["<k1.2025-000001-9.f.jyojk3ybulrvilhftc7sjicqhy.o-qrlbk2oqvs6qyooi@town.example>"]', '["<k1.2025-000001-9.f.jyojk3ybulrvilhftc7sjicqhy.o-qrlbk2oqvs6qyooi@town.example>"]', '[TT-2025-000001-9] Re: A matter', 'Case TT-2025-000001-9, letter received on Monday, June 2, 2025, at 10:00 a.m.

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
INSERT INTO outbox_texts (outbox_id, recipient, facts, in_reply_to, refs, subject, body, last_reply) VALUES (9, 'ward-2@office.testing.invalid', '', '["<k1.2025-000001-9.f.jyojk3ybulrvilhftc7sjicqhy.o-muwaedgj37ppvk6k@town.example>"]', '["<k1.2025-000001-9.f.jyojk3ybulrvilhftc7sjicqhy.o-muwaedgj37ppvk6k@town.example>"]', '[TT-2025-000001-9] Re: A matter', 'Case TT-2025-000001-9, letter received on Monday, June 2, 2025, at 10:00 a.m.

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
INSERT INTO outbox_texts (outbox_id, recipient, facts, in_reply_to, refs, subject, body, last_reply) VALUES (25, 'chen@people.example.org', '{"closing":"s-qmq6bglbx3d7akdy","en":{"accountable":"the front desk manager","accountable_start":"The front desk manager","clerk_address":"clerk@staff.testing.invalid","clerk_phone":"613-555-0100","closed_on":"Monday, June 2","emergency_danger":"911","help_phone":"613-555-0100","help_relay":"711","hours":"Monday to Friday, 8:30 a.m. to 4:30 p.m.","office":"the front desk","office_of":"the front desk","office_short":"the front desk","office_start":"The front desk","office_this":"the front desk","post":"1 Main Street, Testing","privacy_authority":"Municipal Act","privacy_contact":"privacy@staff.testing.invalid","privacy_kept":"two years","town":"Town of Testing"}}', '["<m4@people.example.org>"]', '["<m4@people.example.org>"]', '[TT-2025-000003-5] We closed your case', 'Hello,

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
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'6BC56F3B9E258248FCA98C51C280E2D1FE381109796C92751BC5A8AAC953026C', 1748872800482263, 1);
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'E29A7463DE38A639FBC0865183C709AE5932A5EE881156F239CF37650BDC517F', 1748872800000000, 10);
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'FFBB092543638E9A80F53636AD6C7FEF6849E8486652EE7C9A020D23008CF8AB', 1748872800553253, 1);
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'837A79C8FEE71A0997580A392EFFAA052257CBACDCDD5505CE1C27CC4C204C85', 1748872800861719, 1);
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'EE02C7E6C58B8714F6B4750E207B9D528EFEE4023145627AD72390BAD172ABE6', 1748872801032169, 1);
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'C505FF058FDA5A0B70191E96A956D9D41DE3D17EE108585A235C2C259BCBA44C', 1748872801541716, 1);
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'4AD4F4779121F064B548B86084F3DD6D05A881E7F01E9CAA2E66B03450C6BEBC', 1748872801633689, 1);
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'E5806D68946EA7DD398811CBDE3C6BE3CECA0762661FA6017C5CDA2CF4E5BB8D', 1748872801829748, 1);
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'5BDA1D6573C0C8BEC7DEDFAFBE8F4FF242772ED76A3968E0747B18233C539F53', 1748872802213747, 1);
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'F5A14EEA3B53A9A99C305FF757791DB821CDC8FED284FBDD9F74882795DED249', 1748872802837977, 1);
INSERT INTO acknowledgement_counts (person, at, count) VALUES (X'6AF10D9104266B04657F8200C45D3BFDA12D178ABF6DE9708AE08B923BE3C7F5', 1748872803061723, 1);
INSERT INTO accepted (id, version, at, who, files) VALUES (1, 'sha256:ed38c5c03fd12babe801c92834bd3cb46011e6f71cd0becad54ca6a8c7acd5d3', 1748872800221696, 'daemon', '{"letters":[{"name":"letters/acknowledgement-closed.en.txt","text":"Subject: [{{number}}]{{^urgent}} We have your letter{{#closed}}. Our offices are closed.{{/closed}}{{/urgent}}\n\n{{#first_of_several}}Le français suit.{{/first_of_several}}\n\n{{^urgent}}\nHello,\n\nThis is an automatic message. No one has read your letter yet.\nWe got it on {{received}}.{{#next_opening}} Our offices are closed now. They open on {{next_opening}}. We count the days from then.{{/next_opening}}\n{{#delayed}}Our mail system did not work for a while. Your letter waited, and we could read it only on {{delayed}}.{{/delayed}}\n\n{{#emergency_danger}}IS ANYONE IN DANGER? Call {{emergency_danger}}.{{/emergency_danger}}\nFor a road danger at night or on a weekend, call {{emergency_roads}}. Someone answers 24 hours a day.\n{{/urgent}}\n\nYOUR CASE NUMBER\n{{number}}\n\n{{^urgent}}\nYOUR LETTER\nIt begins: \"{{gist}}\"\nIt came with {{files}}.\n{{#several}}You wrote to more than one of our offices. We treat your letter as one case.{{/several}}\n{{#staff}}You wrote from an address of the Town. We treat your letter like any other.{{/staff}}\n{{#unreadable}}Our system could not read part of your letter. We keep all of it, and a person can look at it. If you think something got lost, reply and tell us.{{/unreadable}}\n{{/urgent}}\n\n{{#answer}}\nAN ANSWER YOU CAN USE NOW\n{{answer}}\n\n{{#answered_yes}}\nDid this answer you?\nThis answered me, close my case: {{answered_yes}}\n\nI still need a person: {{answered_no}}\n\nIf you click nothing, a person answers you.\n{{/answered_yes}}\n{{/answer}}\n\nWHO WILL ANSWER\n{{#office}}{{office_start}}.{{^urgent}}{{#accountable}} {{accountable_start}} is responsible.{{/accountable}}{{/urgent}}{{#alerted}} We are also alerting {{alerted}}.{{/alerted}}{{/office}}\n{{#stands_in}}\n{{#stand_in_until}}{{stand_in_for_start}} is away until {{stand_in_until}}. {{stand_in_acting_start}} acts for it.{{/stand_in_until}}\n{{#stand_in_vacant}}{{stand_in_for_start}} is vacant. {{stand_in_acting_start}} acts for it.{{/stand_in_vacant}}\n{{#stand_in_retired}}{{stand_in_for_start}} has closed for good. {{stand_in_acting_start}} does its work now.{{/stand_in_retired}}\n{{/stands_in}}\n{{#review}}A person in the Town Clerk''s office reads your letter and chooses the office that will answer you.{{#alerted}} We are also alerting {{alerted}}.{{/alerted}}{{/review}}\n{{#office}}\n{{^urgent}}\n{{#because}}Why {{office}}: {{because}}.{{/because}}\n{{#by_address}}Why {{office}}: you wrote to {{by_address}}.{{/by_address}}\n{{#by_fallback}}Why {{office}}: none of our rules fits your letter. A person there finds the right office.{{/by_fallback}}\n{{/urgent}}\n{{#restricted}}Only this office gets your letter.{{#not_sent}} You also wrote to {{not_sent}}. One of our rules keeps your letter from going there.{{/not_sent}}{{/restricted}}\n{{^urgent}}\n{{^has_copies}}\n{{#by_rule}}A rule set by the Town Clerk chose this office. {{/by_rule}}Is this the wrong office? Reply and tell us. A person will read your reply.\n{{/has_copies}}\n{{/urgent}}\n{{/office}}\n\n{{#has_copies}}\nWHO ELSE GETS A COPY\n{{#copies}}\n{{copy_start}}{{#copy_address}}, because you wrote to {{copy_address}}{{/copy_address}}{{#copy_because}}, because {{copy_because}}{{/copy_because}}.\n{{/copies}}\n{{#by_rule}}A rule set by the Town Clerk chose these offices. {{/by_rule}}Is this the wrong office? Reply and tell us. A person will read your reply.\n{{/has_copies}}\n\nWHO CAN READ YOUR LETTER\n{{#readers}}\n- {{reader_office}}{{#reader_people}}: {{reader_people}}{{/reader_people}}\n{{/readers}}\n- {{always_readers_start}}\n\n{{^urgent}}\nWHAT HAPPENS NEXT\n{{#first_response}}- By {{first_response}}: a person from {{office}} answers you.{{/first_response}}\n{{#resolution}}- By {{resolution}}: {{office}} plans to fix the problem, or tells you why it needs more time.{{/resolution}}\n{{^ask_after}}\n{{#office}}- A person from {{office}} reads your letter. We cannot promise you a day.{{/office}}\n{{#review}}- A person chooses the office. We cannot promise you a day yet.{{/review}}\n{{/ask_after}}\n{{#ask_after}}If you hear nothing by {{ask_after}}, {{/ask_after}}{{^ask_after}}To ask about your letter, {{/ask_after}}{{#clerk_phone}}call the Town Clerk at {{clerk_phone}} or {{/clerk_phone}}write to {{clerk_address}}. Give your case number.\n{{/urgent}}\n\nTO ADD SOMETHING\nReply to this message.{{#office_phone}} You can also call {{office}} at {{office_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, or write to {{post}}{{/post}}.{{/office_phone}}{{^office_phone}}{{#help_phone}} You can also call {{help_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, or write to {{post}}{{/post}}.{{/help_phone}}{{^help_phone}}{{#post}} You can also write to {{post}}.{{/post}}{{/help_phone}}{{/office_phone}}\n\nYOUR PRIVACY\nWe use your letter to answer it. {{#member}}This office''s letters belong to the councillor, not to the Town. {{/member}}{{^member}}{{#privacy_kept}}We keep it for {{privacy_kept}}. {{/privacy_kept}}{{/member}}{{#privacy_contact}}To see it, correct it or ask a question, write to {{privacy_contact}}.{{/privacy_contact}}\n{{^member}}The law that lets us do this: {{privacy_authority}}.{{/member}}\n\n{{#help_phone}}Do you need large print, another format or another language? Call {{help_phone}}{{#help_relay}} (TTY {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}Français : composez le {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/acknowledgement-closed.fr.txt","text":"Subject: [{{number}}]{{^urgent}} Nous avons reçu votre lettre{{#closed}}. Nos bureaux sont fermés.{{/closed}}{{/urgent}}\n\n{{#first_of_several}}English follows.{{/first_of_several}}\n\n{{^urgent}}\nBonjour,\n\nCe message est automatique. Personne n''a encore lu votre lettre.\nNous l''avons reçue {{received}}.{{#next_opening}} Nos bureaux sont fermés. Ils ouvrent {{next_opening}}. Les délais comptent à partir de ce moment.{{/next_opening}}\n{{#delayed}}Notre système de courriel n''a pas fonctionné pendant un moment. Votre lettre a attendu, et nous avons pu la lire seulement {{delayed}}.{{/delayed}}\n\n{{#emergency_danger}}QUELQU''UN EST EN DANGER? Composez le {{emergency_danger}}.{{/emergency_danger}}\nPour un danger sur la route, le soir ou la fin de semaine, composez le {{emergency_roads}}. On répond 24 heures sur 24.\n{{/urgent}}\n\nVOTRE NUMÉRO DE DOSSIER\n{{number}}\n\n{{^urgent}}\nVOTRE LETTRE\nElle commence ainsi : « {{gist}} »\nElle contient {{files}}.\n{{#several}}Vous avez écrit à plusieurs de nos bureaux. Votre lettre forme un seul dossier.{{/several}}\n{{#staff}}Vous avez écrit d''une adresse de la Ville. Nous traitons votre lettre comme les autres.{{/staff}}\n{{#unreadable}}Notre système n''a pas pu lire une partie de votre lettre. Nous la gardons au complet, et une personne peut la regarder. Si vous pensez qu''il manque quelque chose, répondez et dites-le-nous.{{/unreadable}}\n{{/urgent}}\n\n{{#answer}}\nUNE RÉPONSE UTILE DÈS MAINTENANT\n{{answer}}\n\n{{#answered_yes}}\nAvez-vous votre réponse?\nJ''ai ma réponse, fermez mon dossier : {{answered_yes}}\n\nJ''ai encore besoin d''une personne : {{answered_no}}\n\nSi vous ne cliquez sur rien, une personne vous répond.\n{{/answered_yes}}\n{{/answer}}\n\nQUI VA VOUS RÉPONDRE\n{{#office}}{{office_start}}.{{^urgent}}{{#accountable}} Le responsable est {{accountable}}.{{/accountable}}{{/urgent}}{{#alerted}} Nous alertons aussi {{alerted}}.{{/alerted}}{{/office}}\n{{#stands_in}}\n{{#stand_in_until}}Une absence finit {{stand_in_until}}. D''ici là, {{stand_in_acting}} répond à la place {{stand_in_for_of}}.{{/stand_in_until}}\n{{#stand_in_vacant}}{{stand_in_acting_start}} répond à la place {{stand_in_for_of}}, où le poste est vacant.{{/stand_in_vacant}}\n{{#stand_in_retired}}{{stand_in_acting_start}} répond à la place {{stand_in_for_of}}, qui n''existe plus.{{/stand_in_retired}}\n{{/stands_in}}\n{{#review}}Une personne du greffe lit votre lettre et choisit le bureau qui va vous répondre.{{#alerted}} Nous alertons aussi {{alerted}}.{{/alerted}}{{/review}}\n{{#office}}\n{{^urgent}}\n{{#because}}Pourquoi {{office_this}} : {{because}}.{{/because}}\n{{#by_address}}Pourquoi {{office_this}} : vous avez écrit à {{by_address}}.{{/by_address}}\n{{#by_fallback}}Pourquoi {{office_this}} : aucune de nos règles ne convient à votre lettre. Une personne y trouve le bon bureau.{{/by_fallback}}\n{{/urgent}}\n{{#restricted}}Votre lettre va seulement à cet endroit.{{#not_sent}} Vous avez aussi écrit à d''autres : {{not_sent}}. Une de nos règles empêche votre lettre d''y aller.{{/not_sent}}{{/restricted}}\n{{^urgent}}\n{{^has_copies}}\n{{#by_rule}}Une règle fixée par le greffe a choisi ce bureau. {{/by_rule}}Ce n''est pas le bon bureau? Répondez et dites-le-nous. Une personne lira votre réponse.\n{{/has_copies}}\n{{/urgent}}\n{{/office}}\n\n{{#has_copies}}\nQUI D''AUTRE REÇOIT UNE COPIE\n{{#copies}}\n{{copy_start}}{{#copy_address}}, parce que vous avez écrit à {{copy_address}}{{/copy_address}}{{#copy_because}}, parce que {{copy_because}}{{/copy_because}}.\n{{/copies}}\n{{#by_rule}}Une règle fixée par le greffe a choisi ces bureaux. {{/by_rule}}Ce n''est pas le bon bureau? Répondez et dites-le-nous. Une personne lira votre réponse.\n{{/has_copies}}\n\nQUI PEUT LIRE VOTRE LETTRE\n{{#readers}}\n- {{reader_office}}{{#reader_people}} : {{reader_people}}{{/reader_people}}\n{{/readers}}\n- {{always_readers_start}}\n\n{{^urgent}}\nLA SUITE\n{{#first_response}}- D''ici {{first_response}} : une personne {{office_of}} vous répond.{{/first_response}}\n{{#resolution}}- D''ici {{resolution}} : {{office_short}} compte régler le problème, ou vous dit pourquoi il faut plus de temps.{{/resolution}}\n{{^ask_after}}\n{{#office}}- Une personne {{office_of}} lit votre lettre. Nous ne pouvons pas vous promettre de date.{{/office}}\n{{#review}}- Une personne choisit le bureau. Nous ne pouvons pas encore vous promettre de date.{{/review}}\n{{/ask_after}}\n{{#ask_after}}Si vous n''avez rien reçu {{ask_after}}, {{/ask_after}}{{^ask_after}}Pour demander où en est votre lettre, {{/ask_after}}{{#clerk_phone}}appelez le greffe au {{clerk_phone}} ou {{/clerk_phone}}écrivez à {{clerk_address}}. Donnez votre numéro de dossier.\n{{/urgent}}\n\nPOUR AJOUTER QUELQUE CHOSE\nRépondez à ce message.{{#office_phone}} Vous pouvez aussi appeler {{office}} au {{office_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, ou écrire au {{post}}{{/post}}.{{/office_phone}}{{^office_phone}}{{#help_phone}} Vous pouvez aussi composer le {{help_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, ou écrire au {{post}}{{/post}}.{{/help_phone}}{{^help_phone}}{{#post}} Vous pouvez aussi écrire au {{post}}.{{/post}}{{/help_phone}}{{/office_phone}}\n\nVOS RENSEIGNEMENTS\nVotre lettre nous sert à vous répondre. {{#member}}Les lettres de ce bureau appartiennent au conseiller, pas à la Ville. {{/member}}{{^member}}{{#privacy_kept}}Nous la gardons {{privacy_kept}}. {{/privacy_kept}}{{/member}}{{#privacy_contact}}Pour la consulter, la corriger ou poser une question : {{privacy_contact}}.{{/privacy_contact}}\n{{^member}}La loi qui nous le permet : {{privacy_authority}}.{{/member}}\n\n{{#help_phone}}Vous voulez de gros caractères, un autre format ou une autre langue? Composez le {{help_phone}}{{#help_relay}} (ATS {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}English: call {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/acknowledgement.en.txt","text":"Subject: [{{number}}]{{^urgent}} We have your letter{{/urgent}}\n\n{{#first_of_several}}Le français suit.{{/first_of_several}}\n\n{{^urgent}}\nHello,\n\nThis is an automatic message. No one has read your letter yet.\nWe got it on {{received}}.\n{{#delayed}}Our mail system did not work for a while. Your letter waited, and we could read it only on {{delayed}}.{{/delayed}}\n{{/urgent}}\n\nYOUR CASE NUMBER\n{{number}}\n\n{{^urgent}}\nYOUR LETTER\nIt begins: \"{{gist}}\"\nIt came with {{files}}.\n{{#several}}You wrote to more than one of our offices. We treat your letter as one case.{{/several}}\n{{#staff}}You wrote from an address of the Town. We treat your letter like any other.{{/staff}}\n{{#unreadable}}Our system could not read part of your letter. We keep all of it, and a person can look at it. If you think something got lost, reply and tell us.{{/unreadable}}\n{{/urgent}}\n\n{{#answer}}\nAN ANSWER YOU CAN USE NOW\n{{answer}}\n\n{{#answered_yes}}\nDid this answer you?\nThis answered me, close my case: {{answered_yes}}\n\nI still need a person: {{answered_no}}\n\nIf you click nothing, a person answers you.\n{{/answered_yes}}\n{{/answer}}\n\nWHO WILL ANSWER\n{{#office}}{{office_start}}.{{^urgent}}{{#accountable}} {{accountable_start}} is responsible.{{/accountable}}{{/urgent}}{{#alerted}} We are also alerting {{alerted}}.{{/alerted}}{{/office}}\n{{#stands_in}}\n{{#stand_in_until}}{{stand_in_for_start}} is away until {{stand_in_until}}. {{stand_in_acting_start}} acts for it.{{/stand_in_until}}\n{{#stand_in_vacant}}{{stand_in_for_start}} is vacant. {{stand_in_acting_start}} acts for it.{{/stand_in_vacant}}\n{{#stand_in_retired}}{{stand_in_for_start}} has closed for good. {{stand_in_acting_start}} does its work now.{{/stand_in_retired}}\n{{/stands_in}}\n{{#review}}A person in the Town Clerk''s office reads your letter and chooses the office that will answer you.{{#alerted}} We are also alerting {{alerted}}.{{/alerted}}{{/review}}\n{{#office}}\n{{^urgent}}\n{{#because}}Why {{office}}: {{because}}.{{/because}}\n{{#by_address}}Why {{office}}: you wrote to {{by_address}}.{{/by_address}}\n{{#by_fallback}}Why {{office}}: none of our rules fits your letter. A person there finds the right office.{{/by_fallback}}\n{{/urgent}}\n{{#restricted}}Only this office gets your letter.{{#not_sent}} You also wrote to {{not_sent}}. One of our rules keeps your letter from going there.{{/not_sent}}{{/restricted}}\n{{^urgent}}\n{{^has_copies}}\n{{#by_rule}}A rule set by the Town Clerk chose this office. {{/by_rule}}Is this the wrong office? Reply and tell us. A person will read your reply.\n{{/has_copies}}\n{{/urgent}}\n{{/office}}\n\n{{#has_copies}}\nWHO ELSE GETS A COPY\n{{#copies}}\n{{copy_start}}{{#copy_address}}, because you wrote to {{copy_address}}{{/copy_address}}{{#copy_because}}, because {{copy_because}}{{/copy_because}}.\n{{/copies}}\n{{#by_rule}}A rule set by the Town Clerk chose these offices. {{/by_rule}}Is this the wrong office? Reply and tell us. A person will read your reply.\n{{/has_copies}}\n\nWHO CAN READ YOUR LETTER\n{{#readers}}\n- {{reader_office}}{{#reader_people}}: {{reader_people}}{{/reader_people}}\n{{/readers}}\n- {{always_readers_start}}\n\n{{^urgent}}\nWHAT HAPPENS NEXT\n{{#first_response}}- By {{first_response}}: a person from {{office}} answers you.{{/first_response}}\n{{#resolution}}- By {{resolution}}: {{office}} plans to fix the problem, or tells you why it needs more time.{{/resolution}}\n{{^ask_after}}\n{{#office}}- A person from {{office}} reads your letter. We cannot promise you a day.{{/office}}\n{{#review}}- A person chooses the office. We cannot promise you a day yet.{{/review}}\n{{/ask_after}}\n{{#ask_after}}If you hear nothing by {{ask_after}}, {{/ask_after}}{{^ask_after}}To ask about your letter, {{/ask_after}}{{#clerk_phone}}call the Town Clerk at {{clerk_phone}} or {{/clerk_phone}}write to {{clerk_address}}. Give your case number.\n{{/urgent}}\n\nTO ADD SOMETHING\nReply to this message.{{#office_phone}} You can also call {{office}} at {{office_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, or write to {{post}}{{/post}}.{{/office_phone}}{{^office_phone}}{{#help_phone}} You can also call {{help_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, or write to {{post}}{{/post}}.{{/help_phone}}{{^help_phone}}{{#post}} You can also write to {{post}}.{{/post}}{{/help_phone}}{{/office_phone}}\n\nYOUR PRIVACY\nWe use your letter to answer it. {{#member}}This office''s letters belong to the councillor, not to the Town. {{/member}}{{^member}}{{#privacy_kept}}We keep it for {{privacy_kept}}. {{/privacy_kept}}{{/member}}{{#privacy_contact}}To see it, correct it or ask a question, write to {{privacy_contact}}.{{/privacy_contact}}\n{{^member}}The law that lets us do this: {{privacy_authority}}.{{/member}}\n\n{{#help_phone}}Do you need large print, another format or another language? Call {{help_phone}}{{#help_relay}} (TTY {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}Français : composez le {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/acknowledgement.fr.txt","text":"Subject: [{{number}}]{{^urgent}} Nous avons reçu votre lettre{{/urgent}}\n\n{{#first_of_several}}English follows.{{/first_of_several}}\n\n{{^urgent}}\nBonjour,\n\nCe message est automatique. Personne n''a encore lu votre lettre.\nNous l''avons reçue {{received}}.\n{{#delayed}}Notre système de courriel n''a pas fonctionné pendant un moment. Votre lettre a attendu, et nous avons pu la lire seulement {{delayed}}.{{/delayed}}\n{{/urgent}}\n\nVOTRE NUMÉRO DE DOSSIER\n{{number}}\n\n{{^urgent}}\nVOTRE LETTRE\nElle commence ainsi : « {{gist}} »\nElle contient {{files}}.\n{{#several}}Vous avez écrit à plusieurs de nos bureaux. Votre lettre forme un seul dossier.{{/several}}\n{{#staff}}Vous avez écrit d''une adresse de la Ville. Nous traitons votre lettre comme les autres.{{/staff}}\n{{#unreadable}}Notre système n''a pas pu lire une partie de votre lettre. Nous la gardons au complet, et une personne peut la regarder. Si vous pensez qu''il manque quelque chose, répondez et dites-le-nous.{{/unreadable}}\n{{/urgent}}\n\n{{#answer}}\nUNE RÉPONSE UTILE DÈS MAINTENANT\n{{answer}}\n\n{{#answered_yes}}\nAvez-vous votre réponse?\nJ''ai ma réponse, fermez mon dossier : {{answered_yes}}\n\nJ''ai encore besoin d''une personne : {{answered_no}}\n\nSi vous ne cliquez sur rien, une personne vous répond.\n{{/answered_yes}}\n{{/answer}}\n\nQUI VA VOUS RÉPONDRE\n{{#office}}{{office_start}}.{{^urgent}}{{#accountable}} Le responsable est {{accountable}}.{{/accountable}}{{/urgent}}{{#alerted}} Nous alertons aussi {{alerted}}.{{/alerted}}{{/office}}\n{{#stands_in}}\n{{#stand_in_until}}Une absence finit {{stand_in_until}}. D''ici là, {{stand_in_acting}} répond à la place {{stand_in_for_of}}.{{/stand_in_until}}\n{{#stand_in_vacant}}{{stand_in_acting_start}} répond à la place {{stand_in_for_of}}, où le poste est vacant.{{/stand_in_vacant}}\n{{#stand_in_retired}}{{stand_in_acting_start}} répond à la place {{stand_in_for_of}}, qui n''existe plus.{{/stand_in_retired}}\n{{/stands_in}}\n{{#review}}Une personne du greffe lit votre lettre et choisit le bureau qui va vous répondre.{{#alerted}} Nous alertons aussi {{alerted}}.{{/alerted}}{{/review}}\n{{#office}}\n{{^urgent}}\n{{#because}}Pourquoi {{office_this}} : {{because}}.{{/because}}\n{{#by_address}}Pourquoi {{office_this}} : vous avez écrit à {{by_address}}.{{/by_address}}\n{{#by_fallback}}Pourquoi {{office_this}} : aucune de nos règles ne convient à votre lettre. Une personne y trouve le bon bureau.{{/by_fallback}}\n{{/urgent}}\n{{#restricted}}Votre lettre va seulement à cet endroit.{{#not_sent}} Vous avez aussi écrit à d''autres : {{not_sent}}. Une de nos règles empêche votre lettre d''y aller.{{/not_sent}}{{/restricted}}\n{{^urgent}}\n{{^has_copies}}\n{{#by_rule}}Une règle fixée par le greffe a choisi ce bureau. {{/by_rule}}Ce n''est pas le bon bureau? Répondez et dites-le-nous. Une personne lira votre réponse.\n{{/has_copies}}\n{{/urgent}}\n{{/office}}\n\n{{#has_copies}}\nQUI D''AUTRE REÇOIT UNE COPIE\n{{#copies}}\n{{copy_start}}{{#copy_address}}, parce que vous avez écrit à {{copy_address}}{{/copy_address}}{{#copy_because}}, parce que {{copy_because}}{{/copy_because}}.\n{{/copies}}\n{{#by_rule}}Une règle fixée par le greffe a choisi ces bureaux. {{/by_rule}}Ce n''est pas le bon bureau? Répondez et dites-le-nous. Une personne lira votre réponse.\n{{/has_copies}}\n\nQUI PEUT LIRE VOTRE LETTRE\n{{#readers}}\n- {{reader_office}}{{#reader_people}} : {{reader_people}}{{/reader_people}}\n{{/readers}}\n- {{always_readers_start}}\n\n{{^urgent}}\nLA SUITE\n{{#first_response}}- D''ici {{first_response}} : une personne {{office_of}} vous répond.{{/first_response}}\n{{#resolution}}- D''ici {{resolution}} : {{office_short}} compte régler le problème, ou vous dit pourquoi il faut plus de temps.{{/resolution}}\n{{^ask_after}}\n{{#office}}- Une personne {{office_of}} lit votre lettre. Nous ne pouvons pas vous promettre de date.{{/office}}\n{{#review}}- Une personne choisit le bureau. Nous ne pouvons pas encore vous promettre de date.{{/review}}\n{{/ask_after}}\n{{#ask_after}}Si vous n''avez rien reçu {{ask_after}}, {{/ask_after}}{{^ask_after}}Pour demander où en est votre lettre, {{/ask_after}}{{#clerk_phone}}appelez le greffe au {{clerk_phone}} ou {{/clerk_phone}}écrivez à {{clerk_address}}. Donnez votre numéro de dossier.\n{{/urgent}}\n\nPOUR AJOUTER QUELQUE CHOSE\nRépondez à ce message.{{#office_phone}} Vous pouvez aussi appeler {{office}} au {{office_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, ou écrire au {{post}}{{/post}}.{{/office_phone}}{{^office_phone}}{{#help_phone}} Vous pouvez aussi composer le {{help_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, ou écrire au {{post}}{{/post}}.{{/help_phone}}{{^help_phone}}{{#post}} Vous pouvez aussi écrire au {{post}}.{{/post}}{{/help_phone}}{{/office_phone}}\n\nVOS RENSEIGNEMENTS\nVotre lettre nous sert à vous répondre. {{#member}}Les lettres de ce bureau appartiennent au conseiller, pas à la Ville. {{/member}}{{^member}}{{#privacy_kept}}Nous la gardons {{privacy_kept}}. {{/privacy_kept}}{{/member}}{{#privacy_contact}}Pour la consulter, la corriger ou poser une question : {{privacy_contact}}.{{/privacy_contact}}\n{{^member}}La loi qui nous le permet : {{privacy_authority}}.{{/member}}\n\n{{#help_phone}}Vous voulez de gros caractères, un autre format ou une autre langue? Composez le {{help_phone}}{{#help_relay}} (ATS {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}English: call {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/addition.en.txt","text":"Subject: [{{number}}]{{^urgent}} We added your letter to your case{{/urgent}}\n\n{{#first_of_several}}Le français suit.{{/first_of_several}}\n\n{{^urgent}}\nHello,\n\nThis is an automatic message. No one has read your letter yet.\nWe got it on {{received}}.\n{{#delayed}}Our mail system did not work for a while. Your letter waited, and we could read it only on {{delayed}}.{{/delayed}}\n{{/urgent}}\n\nYOUR CASE NUMBER\n{{number}}\n\nWHAT YOU SENT\n{{^urgent}}It begins: \"{{gist}}\"{{/urgent}}\nIt came with {{files}}.\n{{#unreadable}}Our system could not read part of your letter. We keep all of it, and a person can look at it.{{/unreadable}}\n\nWHO GETS IT\nThe people who have your case get this letter too.\n{{#copies}}\n{{copy_start}}{{#copy_address}}, because you wrote to {{copy_address}}{{/copy_address}}{{#copy_because}}, because {{copy_because}}{{/copy_because}}.\n{{/copies}}\n{{#alerted}}We are also alerting {{alerted}}.{{/alerted}}\nIs your letter about something else? Reply and tell us. A person will read your reply.\n\n{{#help_phone}}Do you need large print, another format or another language? Call {{help_phone}}{{#help_relay}} (TTY {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}Français : composez le {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/addition.fr.txt","text":"Subject: [{{number}}]{{^urgent}} Nous avons ajouté votre lettre à votre dossier{{/urgent}}\n\n{{#first_of_several}}English follows.{{/first_of_several}}\n\n{{^urgent}}\nBonjour,\n\nCe message est automatique. Personne n''a encore lu votre lettre.\nNous l''avons reçue {{received}}.\n{{#delayed}}Notre système de courriel n''a pas fonctionné pendant un moment. Votre lettre a attendu, et nous avons pu la lire seulement {{delayed}}.{{/delayed}}\n{{/urgent}}\n\nVOTRE NUMÉRO DE DOSSIER\n{{number}}\n\nCE QUE VOUS AVEZ ENVOYÉ\n{{^urgent}}Votre lettre commence ainsi : « {{gist}} »{{/urgent}}\nElle contient {{files}}.\n{{#unreadable}}Notre système n''a pas pu lire une partie de votre lettre. Nous la gardons au complet, et une personne peut la regarder.{{/unreadable}}\n\nQUI LA REÇOIT\nLes personnes qui ont votre dossier reçoivent aussi cette lettre.\n{{#copies}}\n{{copy_start}}{{#copy_address}}, parce que vous avez écrit à {{copy_address}}{{/copy_address}}{{#copy_because}}, parce que {{copy_because}}{{/copy_because}}.\n{{/copies}}\n{{#alerted}}Nous alertons aussi {{alerted}}.{{/alerted}}\nVotre lettre parle d''autre chose? Répondez et dites-le-nous. Une personne lira votre réponse.\n\n{{#help_phone}}Vous voulez de gros caractères, un autre format ou une autre langue? Composez le {{help_phone}}{{#help_relay}} (ATS {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}English: call {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/answer-garbage.en.txt","text":"Subject: Garbage and recycling days\n\nWe collect garbage and recycling once a week. Put everything at the curb before 7 a.m. on your day.\n- Ward 1: Tuesday\n- Ward 2: Wednesday\nWhen the day is a holiday, we come one day later.\n"},{"name":"letters/answer-garbage.fr.txt","text":"Subject: Jours de collecte\n\nNous ramassons les ordures et le recyclage une fois par semaine. Mettez tout au bord de la rue avant 7 h le jour de la collecte.\n- Quartier 1 : mardi\n- Quartier 2 : mercredi\nSi c''est un jour férié, nous passons un jour plus tard.\n"},{"name":"letters/closed.en.txt","text":"Subject: [{{number}}] We closed your case\n\n{{#first_of_several}}Le français suit.{{/first_of_several}}\n\nHello,\n\nWe closed your case on {{closed_on}}.\n\nYOUR CASE NUMBER\n{{number}}\n\nIS IT SETTLED?\n{{#settled_yes}}\nYes, it is settled: {{settled_yes}}\n\nNot yet: {{settled_not_yet}}\n\nThe link opens a page with a button. You can add a few words there. If you say \"not yet\", your case opens again.\n{{/settled_yes}}\n{{^settled_yes}}\nNot settled? Reply to this message and your case opens again.\n{{/settled_yes}}\n\n{{#office}}\nWHO HAD YOUR CASE\n{{office_start}}.{{#accountable}} {{accountable_start}} is responsible.{{/accountable}}{{#office_phone}} You can call {{office_phone}}{{#hours}}, {{hours}}{{/hours}}.{{/office_phone}}\n{{/office}}\n\n{{#help_phone}}Do you need large print, another format or another language? Call {{help_phone}}{{#help_relay}} (TTY {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}Français : composez le {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/closed.fr.txt","text":"Subject: [{{number}}] Nous avons fermé votre dossier\n\n{{#first_of_several}}English follows.{{/first_of_several}}\n\nBonjour,\n\nNous avons fermé votre dossier {{closed_on}}.\n\nVOTRE NUMÉRO DE DOSSIER\n{{number}}\n\nEST-CE RÉGLÉ?\n{{#settled_yes}}\nOui, c''est réglé : {{settled_yes}}\n\nPas encore : {{settled_not_yet}}\n\nLe lien ouvre une page avec un bouton. Vous pouvez y ajouter quelques mots. Si vous répondez « pas encore », votre dossier est rouvert.\n{{/settled_yes}}\n{{^settled_yes}}\nCe n''est pas réglé? Répondez à ce message et votre dossier est rouvert.\n{{/settled_yes}}\n\n{{#office}}\nQUI AVAIT VOTRE DOSSIER\n{{office_start}}.{{#accountable}} Le responsable est {{accountable}}.{{/accountable}}{{#office_phone}} Vous pouvez composer le {{office_phone}}{{#hours}}, {{hours}}{{/hours}}.{{/office_phone}}\n{{/office}}\n\n{{#help_phone}}Vous voulez de gros caractères, un autre format ou une autre langue? Composez le {{help_phone}}{{#help_relay}} (ATS {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}English: call {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/forward.en.txt","text":"Subject: [{{number}}]\n\nCase {{number}}{{#received}}, letter received on {{received}}{{/received}}.\n\nWHY YOU GET IT\n{{#role_answers}}Your office answers this letter.{{/role_answers}}\n{{#role_copy}}This is a copy. Another office answers the letter.{{/role_copy}}\n{{#role_addition}}This letter joins a case that you have.{{/role_addition}}\n{{#role_review}}No office has this letter yet. Please choose the office that will answer it.{{/role_review}}\nThe rule \"{{rule}}\" sends it to you.\nThe resident wrote to {{written_to}}.\n{{#restricted}}A rule lets only your office have this letter. Please do not pass it on.{{/restricted}}\n\nBY WHEN\nWe told the resident that your office answers by {{due}}.\n\nIF YOU REPLY TO THIS MESSAGE\n{{#reply_direct}}Your reply goes straight to the resident ({{reply_to}}).{{#case_address}} Put {{case_address}} in Cc, so that the case knows that you answered.{{/case_address}}{{/reply_direct}}\n{{#reply_through}}Write above the first line of this message. We send what you write, your name and your files on to the resident, and nothing else.{{/reply_through}}\n{{^reply_direct}}{{^reply_through}}We have no address of the resident. No reply can reach them by e-mail.{{/reply_through}}{{/reply_direct}}\n{{#resident}}The resident''s address is {{resident}}.{{/resident}}\n\nFOR THE CASE\n{{#reply_through}}Answer: {{answer_link}}{{/reply_through}}\nThis is not ours: {{not_ours_link}}\nIt is settled, close the case: {{close_link}}\n\n{{#unreadable}}Our system could not read part of this letter.{{/unreadable}}\n\nATTACHMENTS WE LEFT OUT\n{{#left_out}}\n- {{left_out_name}} ({{left_out_size}}){{#left_out_refused}}, because mail systems refuse files of this type{{/left_out_refused}}{{#left_out_large}}, because the message would be too large{{/left_out_large}}\n{{/left_out}}\n\n--------------------\nFrom: {{letter_from}}\nDate: {{letter_date}}\nSubject: {{letter_subject}}\n"},{"name":"letters/forward.fr.txt","text":"Subject: [{{number}}]\n\nDossier {{number}}{{#received}}, lettre reçue {{received}}{{/received}}.\n\nPOURQUOI VOUS LA RECEVEZ\n{{#role_answers}}Votre bureau répond à cette lettre.{{/role_answers}}\n{{#role_copy}}Ceci est une copie. Un autre bureau répond à la lettre.{{/role_copy}}\n{{#role_addition}}Cette lettre s''ajoute à un dossier que vous avez.{{/role_addition}}\n{{#role_review}}Aucun bureau n''a encore cette lettre. Choisissez le bureau qui va y répondre.{{/role_review}}\nLa règle « {{rule}} » vous l''envoie.\nLa personne a écrit à {{written_to}}.\n{{#restricted}}Selon une règle, seul votre bureau peut avoir cette lettre. Ne la transmettez pas.{{/restricted}}\n\nPOUR QUAND\nNous avons dit à la personne que votre bureau répond d''ici {{due}}.\n\nSI VOUS RÉPONDEZ À CE MESSAGE\n{{#reply_direct}}Votre réponse va directement à la personne ({{reply_to}}).{{#case_address}} Mettez {{case_address}} en copie (Cc), pour que le dossier sache que vous avez répondu.{{/case_address}}{{/reply_direct}}\n{{#reply_through}}Écrivez au-dessus de la première ligne de ce message. Nous envoyons à la personne ce que vous écrivez, votre nom et vos fichiers, et rien d''autre.{{/reply_through}}\n{{^reply_direct}}{{^reply_through}}Nous n''avons pas l''adresse de la personne. Aucune réponse ne peut l''atteindre par courriel.{{/reply_through}}{{/reply_direct}}\n{{#resident}}L''adresse de la personne est {{resident}}.{{/resident}}\n\nPOUR LE DOSSIER\n{{#reply_through}}Répondre : {{answer_link}}{{/reply_through}}\nCe n''est pas pour nous : {{not_ours_link}}\nC''est réglé, fermer le dossier : {{close_link}}\n\n{{#unreadable}}Notre système n''a pas pu lire une partie de cette lettre.{{/unreadable}}\n\nFICHIERS QUE NOUS N''ENVOYONS PAS\n{{#left_out}}\n- {{left_out_name}} ({{left_out_size}}){{#left_out_refused}}, parce que les serveurs refusent ce type de fichier{{/left_out_refused}}{{#left_out_large}}, parce que le message serait trop lourd{{/left_out_large}}\n{{/left_out}}\n\n--------------------\nDe : {{letter_from}}\nDate : {{letter_date}}\nObjet : {{letter_subject}}\n"},{"name":"letters/invitation.en.txt","text":"Subject: [{{number}}] We have your invitation\n\n{{#first_of_several}}Le français suit.{{/first_of_several}}\n\nHello,\n\nThis is an automatic message. It does not accept or decline your invitation. No one has read it yet.\nWe got it on {{received}}.\n\nYOUR CASE NUMBER\n{{number}}\n\nWHO WILL ANSWER\n{{#office}}{{office_start}}.{{#accountable}} {{accountable_start}} is responsible.{{/accountable}}{{/office}}\n{{#review}}A person in the Town Clerk''s office reads your invitation and chooses the office that will answer you.{{/review}}\n\nWHO CAN READ YOUR INVITATION\n{{#readers}}\n- {{reader_office}}{{#reader_people}}: {{reader_people}}{{/reader_people}}\n{{/readers}}\n- {{always_readers_start}}\n\nWHAT HAPPENS NEXT\nA person tells you whether someone can come. Until then, please count on nobody.\n{{#first_response}}You hear from us by {{first_response}}.{{/first_response}}\n{{#ask_after}}If you hear nothing by {{ask_after}}, {{/ask_after}}{{^ask_after}}To ask about your invitation, {{/ask_after}}{{#clerk_phone}}call the Town Clerk at {{clerk_phone}} or {{/clerk_phone}}write to {{clerk_address}}. Give your case number.\n\nTo add something, reply to this message.\n\n{{#help_phone}}Do you need large print, another format or another language? Call {{help_phone}}{{#help_relay}} (TTY {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}Français : composez le {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/invitation.fr.txt","text":"Subject: [{{number}}] Nous avons reçu votre invitation\n\n{{#first_of_several}}English follows.{{/first_of_several}}\n\nBonjour,\n\nCe message est automatique. Il n''accepte pas et ne refuse pas votre invitation. Personne ne l''a encore lue.\nNous l''avons reçue {{received}}.\n\nVOTRE NUMÉRO DE DOSSIER\n{{number}}\n\nQUI VA VOUS RÉPONDRE\n{{#office}}{{office_start}}.{{#accountable}} Responsable : {{accountable}}.{{/accountable}}{{/office}}\n{{#review}}Une personne du greffe lit votre invitation et choisit le bureau qui vous répondra.{{/review}}\n\nQUI PEUT LIRE VOTRE INVITATION\n{{#readers}}\n- {{reader_office}}{{#reader_people}} : {{reader_people}}{{/reader_people}}\n{{/readers}}\n- {{always_readers_start}}\n\nLA SUITE\nUne personne vous dit si quelqu''un peut venir. D''ici là, ne comptez sur personne.\n{{#first_response}}Vous aurez de nos nouvelles d''ici {{first_response}}.{{/first_response}}\n{{#ask_after}}Si vous n''avez rien reçu {{ask_after}}, {{/ask_after}}{{^ask_after}}Pour demander des nouvelles, {{/ask_after}}{{#clerk_phone}}appelez le greffe au {{clerk_phone}} ou {{/clerk_phone}}écrivez à {{clerk_address}}. Donnez votre numéro de dossier.\n\nPour ajouter quelque chose, répondez à ce message.\n\n{{#help_phone}}Vous voulez de gros caractères, un autre format ou une autre langue? Composez le {{help_phone}}{{#help_relay}} (ATS {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}English: call {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/notice-crisis.en.txt","text":"Subject: NEED HELP NOW? CALL OR TEXT {{emergency_crisis}}\n\nIF YOU THINK OF ENDING YOUR LIFE, CALL OR TEXT {{emergency_crisis}} NOW.\nYou can talk to someone 24 hours a day. It costs nothing.\nIf anyone is in danger, call {{emergency_danger}}.\n\nThis message is automatic. No one may see your letter for hours. We sent you this notice because your letter uses words we treat as urgent.\n"},{"name":"letters/notice-crisis.fr.txt","text":"Subject: BESOIN D''AIDE MAINTENANT? APPELEZ OU TEXTEZ LE {{emergency_crisis}}\n\nSI VOUS PENSEZ À METTRE FIN À VOS JOURS, APPELEZ OU TEXTEZ LE {{emergency_crisis}} TOUT DE SUITE.\nQuelqu''un vous écoute 24 heures sur 24. C''est gratuit.\nSi une personne est en danger, composez le {{emergency_danger}}.\n\nCe message est automatique. Des heures peuvent passer avant qu''une personne voie votre lettre. Vous recevez cet avis parce que votre lettre contient des mots que nous traitons comme urgents.\n"},{"name":"letters/notice-danger.en.txt","text":"Subject: DANGER? CALL {{emergency_danger}} NOW\n\nIF ANYONE IS IN DANGER, CALL {{emergency_danger}} NOW.\nDo not wait for an answer to this message. It is automatic. No one may see your letter for hours.\n\nA wire is down: stay 10 metres (33 feet) away. Do not touch it. Call {{emergency_danger}}. Then call Example Hydro at 613-555-0198, 24 hours a day.\nYou smell gas: leave the building first. Then call {{emergency_danger}} from outside.\n\nWe sent you this notice because your letter uses words we treat as urgent. If it is not urgent, you do not need to do anything.\n"},{"name":"letters/notice-danger.fr.txt","text":"Subject: DANGER? COMPOSEZ LE {{emergency_danger}}\n\nSI QUELQU''UN EST EN DANGER, COMPOSEZ LE {{emergency_danger}} TOUT DE SUITE.\nN''attendez pas de réponse à ce message. Il est automatique. Des heures peuvent passer avant qu''une personne voie votre lettre.\n\nUn fil électrique est tombé : restez à 10 mètres. N''y touchez pas. Composez le {{emergency_danger}}. Appelez ensuite Hydro Exemple au 613-555-0198, 24 heures sur 24.\nÇa sent le gaz : sortez d''abord. Composez ensuite le {{emergency_danger}} de l''extérieur.\n\nVous recevez cet avis parce que votre lettre contient des mots que nous traitons comme urgents. Si ce n''est pas urgent, vous n''avez rien à faire.\n"},{"name":"letters/notice-threat.en.txt","text":"Subject: IN DANGER? CALL {{emergency_danger}} NOW\n\nIF SOMEONE THREATENS YOU OR ANYONE ELSE, CALL {{emergency_danger}} NOW.\nDo not wait for an answer to this message. It is automatic. No one may see your letter for hours.\nGo to a safe place if you can. Keep messages and pictures: the police will ask for them.\n\nWe sent you this notice because your letter uses words we treat as urgent. If it is not urgent, you do not need to do anything.\n"},{"name":"letters/notice-threat.fr.txt","text":"Subject: EN DANGER? COMPOSEZ LE {{emergency_danger}}\n\nSI QUELQU''UN VOUS MENACE OU MENACE UNE AUTRE PERSONNE, COMPOSEZ LE {{emergency_danger}} TOUT DE SUITE.\nN''attendez pas de réponse à ce message. Il est automatique. Des heures peuvent passer avant qu''une personne voie votre lettre.\nMettez-vous à l''abri si vous le pouvez. Gardez les messages et les images : la police les demandera.\n\nVous recevez cet avis parce que votre lettre contient des mots que nous traitons comme urgents. Si ce n''est pas urgent, vous n''avez rien à faire.\n"},{"name":"letters/staff.en.txt","text":"Subject: [{{number}}] We have your letter\n\n{{#first_of_several}}Le français suit.{{/first_of_several}}\n\nYou wrote to a general address of the Town from a staff address. This is an automatic message.\nWe got your letter on {{received}}.{{#files}} It came with {{files}}.{{/files}}\n\nCase number: {{number}}\n{{#office}}It is with {{office}}.{{#first_response}} They answer by {{first_response}}.{{/first_response}}{{/office}}\n{{#review}}A person in the Town Clerk''s office chooses the office that has it.{{/review}}\n\nIf you passed on a resident''s letter: the resident does not hear from us. We answered only you. Ask the Town Clerk ({{clerk_address}}) to open the case in the resident''s name.\n\nTo add something, reply to this message.\n\n{{town}}\n"},{"name":"letters/staff.fr.txt","text":"Subject: [{{number}}] Nous avons reçu votre lettre\n\n{{#first_of_several}}English follows.{{/first_of_several}}\n\nVous avez écrit à une adresse générale de la Ville depuis une adresse du personnel. Ce message est automatique.\nNous avons reçu votre lettre {{received}}.{{#files}} Elle contient {{files}}.{{/files}}\n\nNuméro de dossier : {{number}}\n{{#office}}Le dossier est confié à ce bureau : {{office}}.{{#first_response}} Réponse d''ici {{first_response}}.{{/first_response}}{{/office}}\n{{#review}}Une personne du greffe choisit le bureau qui s''en occupe.{{/review}}\n\nSi vous avez transmis la lettre d''une résidente ou d''un résident : cette personne ne reçoit rien de nous. Nous n''avons répondu qu''à vous. Demandez au greffe ({{clerk_address}}) d''ouvrir le dossier à son nom.\n\nPour ajouter quelque chose, répondez à ce message.\n\n{{town}}\n"},{"name":"letters/too-large.en.txt","text":"Subject: Your letter is too large for our mail system\n\n{{#first_of_several}}Le français suit.{{/first_of_several}}\n\nHello,\n\nThis is an automatic message. We could not take your letter.\nIt came on {{received}}.\nIt is larger than {{max_size}}. That is the most we can take.\n\nWHAT TO DO NOW\nSend your letter again without the files, or with smaller files. No office has your letter until then.\n{{#help_phone}}Do you need help? Call {{help_phone}}{{#hours}}, {{hours}}{{/hours}}.{{/help_phone}}\nYou can also write to {{post}}.\n\n{{#emergency_danger}}IS ANYONE IN DANGER? Call {{emergency_danger}}.{{/emergency_danger}}\n\n{{#help_phone}}Do you need large print, another format or another language? Call {{help_phone}}{{#help_relay}} (TTY {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}Français : composez le {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/too-large.fr.txt","text":"Subject: Votre lettre est trop lourde pour notre courriel\n\n{{#first_of_several}}English follows.{{/first_of_several}}\n\nBonjour,\n\nCe message est automatique. Nous n''avons pas pu prendre votre lettre.\nElle est arrivée {{received}}.\nElle dépasse {{max_size}}. C''est le plus que nous pouvons prendre.\n\nQUE FAIRE MAINTENANT\nEnvoyez de nouveau votre lettre, sans les fichiers ou avec de plus petits fichiers. D''ici là, aucun bureau n''a votre lettre.\n{{#help_phone}}Avez-vous besoin d''aide? Composez le {{help_phone}}{{#hours}}, {{hours}}{{/hours}}.{{/help_phone}}\nVous pouvez aussi écrire au {{post}}.\n\n{{#emergency_danger}}QUELQU''UN EST EN DANGER? Composez le {{emergency_danger}}.{{/emergency_danger}}\n\n{{#help_phone}}Vous voulez de gros caractères, un autre format ou une autre langue? Composez le {{help_phone}}{{#help_relay}} (ATS {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}English: call {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/update.en.txt","text":"Subject: [{{number}}] News about your letter\n\nHello,\n\nThere is news about your letter.\n{{#rerouted}}We sent your letter to another office. The office that had it told us that this is not its work.{{/rerouted}}\n{{#acting}}Nobody holds the office that had your letter just now.{{#office}} {{office_start}} acts for it.{{/office}}{{/acting}}\n{{#assigned}}{{#office}}{{office_start}} has your letter now.{{/office}}{{/assigned}}\n{{#extended}}We need more time. The new day is below.{{/extended}}\n{{#closed_on}}We closed your case on {{closed_on}}. Not settled? Reply to this message and your case opens again.{{/closed_on}}\n\nYOUR CASE NUMBER\n{{number}}\n\n{{#consent_yes}}\nWHO MAY HAVE YOUR CASE\nSomebody else takes over from the office that had your letter. May they have your case?\n\nYes: {{consent_yes}}\n\nNo: {{consent_no}}\n\nThe link opens a page with a button.\n{{/consent_yes}}\n\n{{^closed_on}}\nWHO WILL ANSWER\n{{#review}}A person in the Town Clerk''s office chooses the office that will answer you.{{/review}}\n{{#office}}{{office_start}}.{{#accountable}} {{accountable_start}} is responsible.{{/accountable}}{{/office}}\n{{#because}}Why {{office}}: {{because}}.{{/because}}\n\nWHAT HAPPENS NEXT\n{{#first_response}}- By {{first_response}}: a person from {{office}} answers you.{{/first_response}}\n{{#resolution}}- By {{resolution}}: {{office}} plans to fix the problem, or tells you why it needs more time.{{/resolution}}\n{{#review}}- A person chooses the office. We cannot promise you a day yet.{{/review}}\n{{#ask_after}}If you hear nothing by {{ask_after}}, {{/ask_after}}{{^ask_after}}To ask about your letter, {{/ask_after}}{{#clerk_phone}}call the Town Clerk at {{clerk_phone}} or {{/clerk_phone}}write to {{clerk_address}}. Give your case number.\n{{/closed_on}}\n\nTO ADD SOMETHING\nReply to this message.{{#office_phone}} You can also call {{office}} at {{office_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, or write to {{post}}{{/post}}.{{/office_phone}}{{^office_phone}}{{#help_phone}} You can also call {{help_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, or write to {{post}}{{/post}}.{{/help_phone}}{{^help_phone}}{{#post}} You can also write to {{post}}.{{/post}}{{/help_phone}}{{/office_phone}}\n\n{{#help_phone}}Do you need large print, another format or another language? Call {{help_phone}}{{#help_relay}} (TTY {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}Français : composez le {{help_phone}}.{{/one_language}}\n\n{{town}}\n"},{"name":"letters/update.fr.txt","text":"Subject: [{{number}}] Des nouvelles de votre lettre\n\nBonjour,\n\nIl y a du nouveau au sujet de votre lettre.\n{{#rerouted}}Nous avons envoyé votre lettre à un autre bureau. Celui qui l''avait nous a dit que ce n''est pas son travail.{{/rerouted}}\n{{#acting}}En ce moment, personne n''occupe le poste qui avait votre lettre.{{#office}} {{office_start}} le remplace.{{/office}}{{/acting}}\n{{#assigned}}{{#office}}{{office_start}} a maintenant votre lettre.{{/office}}{{/assigned}}\n{{#extended}}Il nous faut plus de temps. Le nouveau jour est indiqué plus bas.{{/extended}}\n{{#closed_on}}Nous avons fermé votre dossier {{closed_on}}. Ce n''est pas réglé? Répondez à ce message et votre dossier est rouvert.{{/closed_on}}\n\nVOTRE NUMÉRO DE DOSSIER\n{{number}}\n\n{{#consent_yes}}\nQUI PEUT AVOIR VOTRE DOSSIER\nUne autre personne prend la relève du poste qui avait votre lettre. Peut-elle avoir votre dossier?\n\nOui : {{consent_yes}}\n\nNon : {{consent_no}}\n\nLe lien ouvre une page avec un bouton.\n{{/consent_yes}}\n\n{{^closed_on}}\nQUI VA VOUS RÉPONDRE\n{{#review}}Une personne du greffe choisit le bureau qui va vous répondre.{{/review}}\n{{#office}}{{office_start}}.{{#accountable}} Le responsable est {{accountable}}.{{/accountable}}{{/office}}\n{{#because}}Pourquoi {{office_this}} : {{because}}.{{/because}}\n\nLA SUITE\n{{#first_response}}- D''ici {{first_response}} : une personne {{office_of}} vous répond.{{/first_response}}\n{{#resolution}}- D''ici {{resolution}} : {{office_short}} compte régler le problème, ou vous dit pourquoi il faut plus de temps.{{/resolution}}\n{{#review}}- Une personne choisit le bureau. Nous ne pouvons pas encore vous promettre un jour.{{/review}}\n{{#ask_after}}Si vous n''avez rien reçu {{ask_after}}, {{/ask_after}}{{^ask_after}}Pour demander où en est votre lettre, {{/ask_after}}{{#clerk_phone}}appelez le greffe au {{clerk_phone}} ou {{/clerk_phone}}écrivez à {{clerk_address}}. Donnez votre numéro de dossier.\n{{/closed_on}}\n\nPOUR AJOUTER QUELQUE CHOSE\nRépondez à ce message.{{#office_phone}} Vous pouvez aussi appeler {{office}} au {{office_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, ou écrire au {{post}}{{/post}}.{{/office_phone}}{{^office_phone}}{{#help_phone}} Vous pouvez aussi composer le {{help_phone}}{{#hours}}, {{hours}}{{/hours}}{{#post}}, ou écrire au {{post}}{{/post}}.{{/help_phone}}{{^help_phone}}{{#post}} Vous pouvez aussi écrire au {{post}}.{{/post}}{{/help_phone}}{{/office_phone}}\n\n{{#help_phone}}Vous voulez de gros caractères, un autre format ou une autre langue? Composez le {{help_phone}}{{#help_relay}} (ATS {{help_relay}}){{/help_relay}}.{{/help_phone}}\n{{#one_language}}English: call {{help_phone}}.{{/one_language}}\n\n{{town}}\n"}],"rules":[{"name":"rules/10-topics.yaml","text":"version: 1\nlists:\n  road words: [pothole*, nid* de poule*, sidewalk, sidewalks, trottoir*]\n  waste words: [garbage, recycling, ordures, recyclage]\nrules:\n  - rule: Ward 2 street named\n    when: {text: {word: [Maple Street, \"rue de l''Église\"]}}\n    then: {copy: ward-2}\n    because: {en: it names a street of Ward 2, fr: elle nomme une rue du quartier 2}\n  - rule: Roads\n    when: {text: {word: {list: road words}}}\n    then: {assign: roads, label: roads}\n    because: {en: it mentions a road or sidewalk, fr: elle parle d''une rue ou d''un trottoir}\n  - rule: Waste\n    when: {text: {word: {list: waste words}}}\n    then: {assign: waste, label: waste}\n    because: {en: it mentions garbage or recycling, fr: elle parle des ordures ou du recyclage}\n  - rule: Newsletters\n    when: {header: {name: List-Unsubscribe, exists: true}}\n    then: {ignore: newsletter}\nacknowledge:\n  - {rule: usual, when: always, then: {template: acknowledgement}}\n"}],"town":{"name":"town.yaml","text":"version: 1\ntown: {name: {en: Town of Testing, fr: Ville de Testing}, time_zone: America/Toronto, languages: [en, fr], default_language: en}\ncase_number: {prefix: TT}\nclerk: {address: clerk@staff.testing.invalid, phone: 613-555-0100}\nhelp: {phone: 613-555-0100, relay: \"711\", post: \"1 Main Street, Testing\"}\nprivacy:\n  authority: {en: Municipal Act, fr: Loi sur les municipalités}\n  contact: privacy@staff.testing.invalid\n  kept: {en: two years, fr: deux ans}\nemergency: {danger: \"911\"}\nalways_readers: {en: the Town Clerk''s staff, fr: le personnel du greffe}\ncalendar:\n  until: 2099-12-31\n  hours: {mon-fri: \"08:30-16:30\"}\noffices:\n  front-desk:\n    name: {en: the front desk, fr: l''accueil}\n    accountable: {en: the front desk manager, fr: le chef de l''accueil}\n    address: front-desk@office.testing.invalid\n    readers: {en: three clerks, fr: trois commis}\n    standard: {first_response: 2 business days}\n  ward-1:\n    name: {en: the Ward 1 office, fr: le bureau du quartier 1}\n    accountable: {en: the Ward 1 Councillor, fr: le conseiller du quartier 1}\n    address: ward-1@office.testing.invalid\n    readers: {en: the councillor, fr: le conseiller}\n  ward-2:\n    name: {en: the Ward 2 office, fr: le bureau du quartier 2}\n    accountable: {en: the Ward 2 Councillor, fr: le conseiller du quartier 2}\n    address: ward-2@office.testing.invalid\n    readers: {en: the councillor, fr: le conseiller}\n  mayor:\n    name: {en: the Mayor''s office, fr: le bureau du maire}\n    accountable: {en: the Mayor, fr: le maire}\n    address: mayor@office.testing.invalid\n    readers: {en: the Mayor and one assistant, fr: le maire et un adjoint}\n  roads:\n    name: {en: Roads, fr: Service des routes}\n    accountable: {en: the Manager of Roads, fr: le chef du service des routes}\n    address: roads@office.testing.invalid\n    readers: {en: four staff, fr: quatre employés}\n    standard: {first_response: 2 business days, resolve: 10 business days}\n  waste:\n    name: {en: Waste, fr: Service des déchets}\n    accountable: {en: the Manager of Waste, fr: le chef du service des déchets}\n    address: waste@office.testing.invalid\n    readers: {en: two staff, fr: deux employés}\naddresses:\n  info@town.example: front-desk\n  ward1@town.example: ward-1\n  ward2@town.example: ward-2\n  mayor@town.example: mayor\n  roads@town.example: roads\n  waste@town.example: waste\nfallback: front-desk\n"}}');
DELETE FROM meta WHERE name = 'schema_by';
PRAGMA user_version = 4;
