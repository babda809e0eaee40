#include "tests/daemon/casebook/fixture.h"

#include <sqlite3.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include "config/digest.h"
#include "daemon/casebook/zstd.h"

namespace docket::casebook_test {
namespace {

Office office(const std::string& id, RecordOwner owner = RecordOwner::municipality) {
  Office made;
  made.id = id;
  made.address = id + "@offices.example";
  made.record_owner = owner;
  made.senders = {"@" + id + ".offices.example"};
  return made;
}

void fill_letter(Letter& letter, const Sketch& sketch, const std::string& name) {
  letter.message_id = sketch.message_id.value_or("<" + name + "@example.org>");
  letter.in_reply_to = sketch.in_reply_to;
  letter.references = sketch.references;
  letter.from = {{"Ana Example", sketch.from}};
  letter.to = {{"", sketch.to}};
  letter.recipients = {sketch.to};
  if (!sketch.from.empty()) letter.resident = sketch.from;
  letter.resident_name = "Ana Example";
  letter.subject = sketch.subject;
  letter.text = sketch.text;
  letter.new_text = sketch.text;
  letter.bounce = sketch.bounce;
  letter.source = sketch.source;
  letter.letter_key = sketch.letter_key.empty() ? sha256_hex(name) : sketch.letter_key;
}

/// As route() does: every office written to is assigned or copied, with the address that stands for it.
void add_addressed(Decision& decision, const Sketch& sketch, const Town& town) {
  const auto addressed = town.addresses.find(sketch.to);
  if (addressed == town.addresses.end()) return;
  decision.addressed = {addressed->second};
  if (decision.assign == addressed->second) {
    decision.written_to = sketch.to;
  } else {
    decision.copies.push_back({addressed->second, "", {}, sketch.to});
  }
}

Decision decided(const Sketch& sketch, const Town& town) {
  Decision decision;
  if (sketch.ignored) {
    decision.outcome = Decision::Outcome::ignored;
    decision.ignored = sketch.ignored;
    decision.withheld = Withheld::ignored;
    return decision;
  }
  decision.decided_by = sketch.office.empty() ? "Unclear" : "Roads";
  if (sketch.office.empty()) {
    decision.review = "unclear";
  } else {
    decision.assign = sketch.office;
  }
  for (const std::string& id : sketch.copies) decision.copies.push_back({id, "Copies", {}, ""});
  add_addressed(decision, sketch, town);
  decision.labels = {"streets"};
  decision.withheld = sketch.withheld;
  decision.acknowledge = !sketch.withheld;
  decision.rule_set = "sha256:test";
  decision.trace = {{"Roads", "10.yaml", 3, true, "decides", "", {{"text word 'hole'", true, "hole"}}}};
  return decision;
}

/// As route_addition() does: nothing decides.
Decision if_joined(Sketch sketch, const Town& town) {
  sketch.ignored.reset();
  sketch.office.clear();
  sketch.copies.clear();
  Decision decision = decided(sketch, town);
  decision.decided_by.clear();
  decision.review.reset();
  return decision;
}

AcknowledgementPlan plan(const Sketch& sketch, const std::string& name) {
  return {name, {"en"}, sketch.to, sketch.from, "", R"({"en":{"gist":"a hole"}})"};
}

}  // namespace

Folder::Folder() {
  std::string name = (std::filesystem::temp_directory_path() / "casebook-XXXXXX").string();
  REQUIRE(::mkdtemp(name.data()) != nullptr);
  path_ = name;
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::shared_ptr<const Town> small_town() {
  auto town = std::make_shared<Town>();
  town->time_zone = "America/Toronto";
  for (unsigned day = 1; day <= 5; ++day) town->calendar.hours[day] = {{8 * 60 + 30, 16 * 60 + 30}};
  town->languages = {"en", "fr"};
  town->default_language = "en";
  town->case_prefix = "EX";
  for (const char* id : {"roads", "parks", "ward-2", "ward-3"}) town->offices[id] = office(id);
  town->offices["mayor"] = office("mayor", RecordOwner::member);
  town->addresses = {{"ward2@town.example", "ward-2"},
                     {"ward3@town.example", "ward-3"},
                     {"mayor@town.example", "mayor"},
                     {"info@town.example", "roads"}};
  town->fallback = "roads";
  return town;
}

Desk::Desk(Mode mode) {
  options.data = folder.path() / "data";
  options.mode = mode;
  options.domain = "town.example";
  options.busy_timeout = std::chrono::milliseconds{20};
  open();
}

void Desk::open() {
  auto opened = CaseBook::open(options, clock);
  REQUIRE_MESSAGE(opened.has_value(), (opened ? "" : opened.error()));
  book = std::move(*opened);
}

void Desk::crash() {
  reader_.reset();
  book.reset();
}

void Desk::close() {
  reader_.reset();
  book->close_cleanly();
  book.reset();
}

Recording Desk::recording(const Sketch& sketch) {
  const std::string name = sketch.key.empty() ? "m" + std::to_string(++next_) : sketch.key;
  Recording made;
  made.town = town;
  made.inbound.source = sketch.source;
  made.inbound.delivery_key = name;
  made.inbound.octets = sketch.octets.value_or("Subject: " + sketch.subject + "\r\n\r\n" + sketch.text);
  made.inbound.received = clock.now();
  fill_letter(made.letter, sketch, sketch.source + "." + name);
  made.letter.sha256 = sha256_hex(made.inbound.octets);
  made.letter.size = made.inbound.octets.size();
  made.compressed = compress(made.inbound.octets);
  made.searchable = searchable(made.letter);
  made.decision = decided(sketch, *town);
  made.if_joined = if_joined(sketch, *town);
  made.acknowledgement = plan(sketch, "acknowledgement");
  made.addition = plan(sketch, "addition");
  made.quarantine = sketch.quarantine;
  made.configuration = "sha256:town";
  made.promise.from = clock.now();
  made.promise.standard.first_response = Span{2, Span::Unit::days};
  made.promise.first_response = clock.now() + std::chrono::hours{48};
  return made;
}

Recorded Desk::take(const Sketch& sketch) { return take(recording(sketch)); }

Recorded Desk::take(const Recording& recording) {
  auto results = book->record({&recording, 1}, calendar);
  REQUIRE(results.size() == 1);
  REQUIRE_MESSAGE(results.front().has_value(), (results.front() ? "" : results.front().error().text));
  return *results.front();
}

std::vector<tl::expected<Recorded, Trouble>> Desk::take_all(const std::vector<Recording>& recordings) {
  return book->record(recordings, calendar);
}

BookReader& Desk::reader() {
  if (reader_ == nullptr) {
    auto opened = BookReader::open(options.data);
    REQUIRE_MESSAGE(opened.has_value(), (opened ? "" : opened.error()));
    reader_ = std::move(*opened);
  }
  return *reader_;
}

nlohmann::json Desk::show(const std::string& number) {
  auto shown = reader().case_show(number, *town, true);
  REQUIRE(shown.has_value());
  return *shown;
}

std::string Desk::words(const std::string& number) {
  std::string text;
  const auto shown = show(number);
  for (const auto& event : shown["timeline"]) {
    text += (text.empty() ? "" : " ") + event["what"].get<std::string>();
  }
  return text;
}

std::string Desk::outgoing(const std::string& number) {
  std::string text;
  const auto whole = show(number);
  for (const auto& row : whole["outbox"]) {
    const auto shown = reader().outbox_show(row["id"].get<std::string>(), *town, true);
    const bool forward = row["kind"] == "forward";
    text += (text.empty() ? "" : ", ") + row["kind"].get<std::string>() + " " +
            (forward ? (*shown)["office"].get<std::string>() + " " + (*shown)["role"].get<std::string>()
                     : row["to"].get<std::string>());
  }
  return text;
}

std::vector<OutboxRow> Desk::claim(int count) {
  auto rows = book->claim(count);
  REQUIRE(rows.has_value());
  return *rows;
}

void Desk::settle(const std::vector<OutboxRow>& rows, SendResult::Kind kind, const std::string& reply) {
  std::vector<CaseBook::Sent> sent;
  sent.reserve(rows.size());
  for (const OutboxRow& row : rows) sent.push_back({row.id, {kind, reply}, "Subject", "Text"});
  REQUIRE(book->settle(sent).has_value());
}

void Desk::send_all() { settle(claim(), SendResult::Kind::sent); }

std::string Desk::message_id(const std::string& number, const std::string& kind) {
  std::string found;
  const auto shown = show(number);
  for (const auto& row : shown["outbox"]) {
    if (row["kind"] != kind) continue;
    found = (*reader().outbox_show(row["id"].get<std::string>(), *town, true))["message_id"].get<std::string>();
  }
  REQUIRE(!found.empty());
  return found;
}

std::string Desk::forward_id(const std::string& number, const std::string& office) const {
  const std::string id = sql_text(
      "SELECT o.message_id FROM outbox o JOIN cases c ON c.id = o.case_id WHERE o.kind = 'forward' AND c.number = '" +
      number + "' AND o.office = '" + office + "' ORDER BY o.id DESC LIMIT 1");
  REQUIRE(!id.empty());
  return id;
}

void Desk::sql(const std::string& statements) const {
  sqlite3* db = nullptr;
  REQUIRE(sqlite3_open((options.data / "docket.db").c_str(), &db) == SQLITE_OK);
  char* message = nullptr;
  const int result = sqlite3_exec(db, statements.c_str(), nullptr, nullptr, &message);
  const std::string text = message != nullptr ? message : "";
  sqlite3_free(message);
  sqlite3_close(db);
  REQUIRE_MESSAGE(result == SQLITE_OK, text);
}

std::string Desk::sql_text(const std::string& query) const {
  sqlite3* db = nullptr;
  sqlite3_stmt* statement = nullptr;
  std::string text;
  REQUIRE(sqlite3_open((options.data / "docket.db").c_str(), &db) == SQLITE_OK);
  REQUIRE(sqlite3_prepare_v2(db, query.c_str(), -1, &statement, nullptr) == SQLITE_OK);
  while (sqlite3_step(statement) == SQLITE_ROW) {
    for (int column = 0; column < sqlite3_column_count(statement); ++column) {
      if (sqlite3_column_type(statement, column) == SQLITE_NULL) continue;
      if (!text.empty()) text += '|';
      text.append(static_cast<const char*>(sqlite3_column_blob(statement, column)),
                  static_cast<std::size_t>(sqlite3_column_bytes(statement, column)));
    }
  }
  sqlite3_finalize(statement);
  sqlite3_close(db);
  return text;
}

std::string Desk::dump(const std::string& table) const { return sql_text("SELECT * FROM " + table); }

std::string Desk::file_text() const {
  std::string text;
  for (const char* name : {"docket.db", "docket.db-wal"}) {
    std::ifstream file(options.data / name, std::ios::binary);
    text.append(std::istreambuf_iterator<char>(file), {});
  }
  return text;
}

}  // namespace docket::casebook_test
