// SQLite as the case book uses it, over SQLiteCpp: connections, cached statements, transactions. Nothing outside
// daemon/casebook includes this; SQLiteCpp and its exceptions stay inside sqlite.cc.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace SQLite {
class Statement;
}

namespace docket::sqlite {

/// What SQLite refused, with its extended result code (sqlite.org/rescode.html).
class Error : public std::runtime_error {
 public:
  Error(const std::string& text, int code) : std::runtime_error(text), code_(code) {}
  [[nodiscard]] int code() const { return code_; }
  /// A row broke a rule of the schema: this row's fault, not the disk's.
  [[nodiscard]] bool is_constraint() const { return (code_ & 0xFF) == 19; }
  /// The file is no database, or not whole.
  [[nodiscard]] bool is_damage() const { return (code_ & 0xFF) == 11 || (code_ & 0xFF) == 26; }
  /// There is no room on the disk: FULL, or no room for the index of the log (IOERR_SHMSIZE).
  [[nodiscard]] bool is_full() const { return (code_ & 0xFF) == 13 || code_ == 4874; }
  /// The time that limit_time gave was over.
  [[nodiscard]] bool is_interrupted() const { return (code_ & 0xFF) == 9; }
  /// The disk refused to read, write or sync.
  [[nodiscard]] bool is_input_output() const { return (code_ & 0xFF) == 10; }

 private:
  int code_;
};

/// Octets to be bound as a BLOB instead of text.
struct Blob {
  std::string_view octets;
};

inline constexpr const char* kMoved =
    " was moved, removed or replaced while docket ran: put it back and restart docket";

/// What a path leads to: the inodes of the book and of its write-ahead log; 0: nothing.
struct Place {
  std::uint64_t book = 0;
  std::uint64_t log = 0;
  bool operator==(const Place&) const = default;
};
[[nodiscard]] Place place_of(const std::filesystem::path& file);

class Connection;

/// A statement borrowed from its connection's cache; given back when it goes out of scope.
class Query {
 public:
  Query(Connection& connection, const char* sql);
  ~Query();
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  /// Copies texts and octets.
  void bind(std::int64_t value);
  void bind(int value) { bind(static_cast<std::int64_t>(value)); }
  void bind(bool value) { bind(static_cast<std::int64_t>(value)); }
  void bind(double value);
  void bind(std::string_view value);
  void bind(const std::string& value) { bind(std::string_view(value)); }
  void bind(const char* value) { bind(std::string_view(value)); }
  void bind(Blob value);
  void bind(std::nullopt_t);
  template <typename T>
  void bind(const std::optional<T>& value) {
    if (value) {
      bind(*value);
    } else {
      bind(std::nullopt);
    }
  }

  /// The same without a copy: the value stays as it is until the last step.
  void lend(const std::string& value);
  void lend(Blob value);
  template <typename T>
  void lend(const std::optional<T>& value) {
    if (value) {
      lend(*value);
    } else {
      bind(std::nullopt);
    }
  }
  template <typename T>
  void lend(const T& value) {
    bind(value);
  }

  /// The next row; false: no more.
  [[nodiscard]] bool step();
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;
  /// Text or blob, octet for octet; "" for NULL.
  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] std::optional<std::string> maybe_text(int column) const;
  [[nodiscard]] std::optional<std::int64_t> maybe_integer(int column) const;
  [[nodiscard]] std::optional<double> maybe_real(int column) const;

 private:
  std::vector<std::unique_ptr<SQLite::Statement>>& idle_;  ///< of the same text, in the cache
  std::unique_ptr<SQLite::Statement> statement_;
  int bound_ = 0;
};

enum class Access { create, write, read, copy, still };

/// One connection, used by one thread at a time. Statement texts must be string literals: the cache keys on them.
class Connection {
 public:
  /// create and write: WAL, synchronous=FULL, secure_delete, foreign keys. read: never writes, never checkpoints. copy:
  /// a file that is being made, without a log; it is worth nothing before whoever makes it has synced it. still: read,
  /// and nothing is made beside it, so a log that is missing stays missing; nobody may be writing it.
  Connection(const std::filesystem::path& file, Access access, std::chrono::milliseconds busy_timeout);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  /// Several statements without results.
  void script(const std::string& sql);
  /// The same; it may write sqlite_schema: how a CHECK is changed (sqlite.org/lang_altertable.html, section 7).
  void schema_script(const std::string& sql);
  /// Runs one statement; answers the number of changed rows.
  template <typename... Values>
  int run(const char* sql, const Values&... values) {
    Query query(*this, sql);
    (query.lend(values), ...);
    while (query.step()) {
    }
    return changes();
  }
  /// The first column of the first row; nullopt: no row, or NULL.
  template <typename... Values>
  [[nodiscard]] std::optional<std::int64_t> integer(const char* sql, const Values&... values) {
    Query query(*this, sql);
    (query.lend(values), ...);
    return query.step() ? query.maybe_integer(0) : std::nullopt;
  }
  template <typename... Values>
  [[nodiscard]] std::optional<std::string> text(const char* sql, const Values&... values) {
    Query query(*this, sql);
    (query.lend(values), ...);
    return query.step() ? query.maybe_text(0) : std::nullopt;
  }
  [[nodiscard]] std::int64_t last_id() const;
  [[nodiscard]] int changes() const;
  /// From any thread: what runs on it ends with an error.
  void interrupt();
  /// Copies the write-ahead log into the file and empties it; false while a reader stands in the way.
  bool checkpoint();
  /// Copies all of this book, page for page, into `copy` (Access::copy). Inside a snapshot it is the book of that
  /// moment, however long it takes and whatever is written meanwhile. `progress`: pages done, and all.
  void copy_into(Connection& copy, const std::function<void(std::size_t, std::size_t)>& progress);
  /// Statements from now on, all together: what takes longer throws, is_interrupted().
  void limit_time(std::chrono::milliseconds limit);
  /// Of the files that are open.
  [[nodiscard]] Place place() const;
  /// Throws when the path no longer leads to them: what is written now nobody would find again. Where only the log was
  /// taken away, what is in it is saved into the book first.
  void insist_in_place();

 private:
  friend class Query;
  struct State;
  std::unique_ptr<State> state_;
};

/// BEGIN IMMEDIATE (or DEFERRED for a reader's snapshot); rolled back unless committed.
class Transaction {
 public:
  enum class Kind { write, snapshot };
  explicit Transaction(Connection& connection, Kind kind = Kind::write);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Connection& connection_;
  bool done_ = false;
};

/// Inside a transaction that writes: undoes all of it and begins it anew.
void begin_anew(Connection& connection);

/// A part of a transaction that may fail alone; undone unless released. SQLite keeps a copy of each page that changes
/// in it, which costs more than the change.
class Savepoint {
 public:
  explicit Savepoint(Connection& connection);
  ~Savepoint();
  Savepoint(const Savepoint&) = delete;
  Savepoint& operator=(const Savepoint&) = delete;
  void release();

 private:
  Connection& connection_;
  bool done_ = false;
};

}  // namespace docket::sqlite
