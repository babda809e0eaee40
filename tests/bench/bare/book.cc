#include "tests/bench/bare/book.h"

#include <stdexcept>

namespace bare {
namespace {

// With the indexes that such tables cannot do without: a letter, its case, an event, who got it, what is to go out.
constexpr const char* kTables = R"(
  CREATE TABLE letters (id INTEGER PRIMARY KEY, message_id TEXT NOT NULL, case_id INTEGER NOT NULL, octets BLOB NOT NULL);
  CREATE INDEX letters_by_message_id ON letters (message_id);
  CREATE TABLE cases (id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE, office TEXT NOT NULL, state INTEGER NOT NULL,
                      opened INTEGER NOT NULL);
  CREATE TABLE events (id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL, at INTEGER NOT NULL, what TEXT NOT NULL);
  CREATE INDEX events_by_case ON events (case_id);
  CREATE TABLE recipients (letter_id INTEGER NOT NULL, address TEXT NOT NULL, PRIMARY KEY (letter_id, address)) WITHOUT ROWID;
  CREATE TABLE outgoing (id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL, recipient TEXT NOT NULL, state INTEGER NOT NULL,
                         text TEXT NOT NULL);
  CREATE INDEX outgoing_by_state ON outgoing (state, id);
)";
constexpr std::array<const char*, 5> kInserts = {
    "INSERT INTO letters VALUES (?1, ?2, ?1, ?3)",
    "INSERT INTO cases VALUES (?1, ?2, 'roads', 0, 1767600000)",
    "INSERT INTO events VALUES (?1, ?1, 1767600000, 'received')",
    "INSERT INTO recipients VALUES (?1, ?2)",
    "INSERT INTO outgoing VALUES (?1, ?1, ?2, 0, 'Your letter has arrived. Its number is above. A person will read "
    "it.')",
};
enum : std::size_t { kLetters = 0, kEvents = 2 };

}  // namespace

Book::Book(const std::filesystem::path& file) {
  for (const auto* end : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + end);
  if (sqlite3_open(file.c_str(), &book_) != SQLITE_OK) throw std::runtime_error("no book at " + file.string());
  run("PRAGMA journal_mode = WAL");
  run("PRAGMA synchronous = FULL");
  run(kTables);
  for (std::size_t i = 0; i < kInserts.size(); ++i) {
    if (sqlite3_prepare_v2(book_, kInserts.at(i), -1, &inserts_.at(i), nullptr) != SQLITE_OK) {
      throw std::runtime_error(sqlite3_errmsg(book_));
    }
  }
}

Book::~Book() {
  for (auto* statement : inserts_) sqlite3_finalize(statement);
  sqlite3_close(book_);
}

void Book::run(const char* statement) {
  if (sqlite3_exec(book_, statement, nullptr, nullptr, nullptr) != SQLITE_OK) {
    throw std::runtime_error(sqlite3_errmsg(book_));
  }
}

void Book::insert(const std::string& octets) {
  ++number_;
  const auto mixed = static_cast<std::uint32_t>(number_ * 2654435761);
  const std::array<std::string, 5> texts = {std::to_string(mixed) + "." + std::to_string(number_) + "@mail.example.org",
                                            "TB-2026-" + std::to_string(number_) + "-" + std::to_string(mixed % 10), "",
                                            "p" + std::to_string(mixed) + "@example.org",
                                            "p" + std::to_string(mixed) + "@example.org"};
  for (std::size_t i = 0; i < inserts_.size(); ++i) {
    auto* statement = inserts_.at(i);
    const auto& text = texts.at(i);
    sqlite3_bind_int64(statement, 1, number_);
    if (i != kEvents) sqlite3_bind_text(statement, 2, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
    if (i == kLetters) sqlite3_bind_blob64(statement, 3, octets.data(), octets.size(), SQLITE_STATIC);
    if (sqlite3_step(statement) != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(book_));
    sqlite3_reset(statement);
  }
}

}  // namespace bare
