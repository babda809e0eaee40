#include "daemon/casebook/schema.h"

#include <fmt/format.h>

#include <array>

#include "config/version.h"
#include "daemon/casebook/timeline.h"

namespace docket {
namespace {

constexpr const char* kFirst = R"sql(
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
)sql";

// Whom an alert still reminds: until someone accepts the case.
constexpr const char* kAlerts = R"sql(
CREATE TABLE alerts (
  case_id INTEGER NOT NULL REFERENCES cases,
  office TEXT NOT NULL,
  next INTEGER NOT NULL,
  PRIMARY KEY (case_id, office)) WITHOUT ROWID;
CREATE INDEX alerts_next ON alerts (next);
)sql";

// Of what the admin was told, and when last, by kind; no `since`: it is over.
constexpr const char* kAlarms = R"sql(
CREATE TABLE alarms (
  kind TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  since INTEGER,
  told INTEGER NOT NULL,
  known INTEGER NOT NULL) WITHOUT ROWID;
ALTER TABLE acknowledgement_counts ADD COLUMN count INTEGER NOT NULL DEFAULT 1;
)sql";

// Letters that are no e-mails: who can be called back, and where the matter is.
constexpr const char* kChannels = R"sql(
ALTER TABLE letters ADD COLUMN phone TEXT NOT NULL DEFAULT '';
ALTER TABLE letters ADD COLUMN place TEXT NOT NULL DEFAULT '';
CREATE INDEX participants_person ON participants (person);
)sql";

// What Open311 shows of a case that a request opened; erased with the case, since a place can tell a person.
constexpr const char* kServiceRequests = R"sql(
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
)sql";

// What becomes of a case after its acknowledgement: the clock, news, closing, cases that belong together.
constexpr const char* kConversation = R"sql(
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
)sql";

// For a million cases: what is asked every minute is found by an index, not by looking at every case.
constexpr const char* kMillions = R"sql(
CREATE INDEX cases_open ON cases (office, status) WHERE status <> 'closed';
CREATE INDEX cases_next_due ON cases (office,
  CASE WHEN status = 'closed' THEN NULL WHEN first_response IS NULL AND due IS NOT NULL THEN due ELSE resolve_due END)
  WHERE status IN ('new', 'open');
CREATE INDEX events_consent ON events (case_id) WHERE what = 'consent';
)sql";

// The writer puts each letter into the search index itself, many in one step.
constexpr const char* kSearchByHand = R"sql(
DROP TRIGGER search_text_added;
)sql";

// The same rules in words that SQLite checks quickly: of a list of over two texts it makes a table, anew for every row.
constexpr const char* kQuickChecks = R"sql(
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
)sql";

constexpr std::array<const char*, 9> kMigrations{kFirst,        kAlerts,   kAlarms,       kChannels,   kServiceRequests,
                                                 kConversation, kMillions, kSearchByHand, kQuickChecks};

/// One that is cut off between two steps still knows where it began.
void note_step(sqlite::Connection& db, int from) {
  db.run("INSERT OR IGNORE INTO meta (name, value) VALUES ('migrated_from', ?)", std::to_string(from));
  db.run("INSERT OR REPLACE INTO meta (name, value) VALUES ('schema_by', ?)", version());
}

void note_arrival(sqlite::Connection& db, Time now, const std::string& note) {
  const std::string from = db.text("SELECT value FROM meta WHERE name = 'migrated_from'").value_or("0");
  db.run("DELETE FROM meta WHERE name = 'migrated_from'");
  if (from == "0") return;
  append_event(db, now,
               {std::nullopt, "daemon", "migrated",
                fmt::format("schema {} to {} by docket {}{}", from, schema_version(), version(), note), ""});
}

}  // namespace

int schema_version() { return static_cast<int>(kMigrations.size()); }

int schema_version(sqlite::Connection& db) { return static_cast<int>(db.integer("PRAGMA user_version").value_or(0)); }

std::string written_by(sqlite::Connection& db) {
  return db.text("SELECT value FROM meta WHERE name = 'schema_by'").value_or("");
}

std::string newer_schema(sqlite::Connection& db) {
  const std::string by = written_by(db);
  return fmt::format("docket.db was written by a newer docket ({}schema {}; this one, {}, knows {}): install {} again",
                     by.empty() ? "" : by + ", ", schema_version(db), version(), schema_version(),
                     by.empty() ? "that version" : by);
}

tl::expected<void, std::string> migrate(sqlite::Connection& db, Time now, const std::string& note) {
  int at = schema_version(db);
  if (at > schema_version()) return tl::unexpected(newer_schema(db));
  for (; at < schema_version(); ++at) {
    sqlite::Transaction transaction(db);
    db.schema_script(kMigrations.at(static_cast<std::size_t>(at)));
    db.script(fmt::format("PRAGMA user_version = {}", at + 1));
    note_step(db, at);
    if (at + 1 == schema_version()) note_arrival(db, now, note);
    transaction.commit();
  }
  return {};
}

}  // namespace docket
