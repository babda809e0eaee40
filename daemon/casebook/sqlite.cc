#include "daemon/casebook/sqlite.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <unordered_map>
#include <utility>
#include <vector>

#include "config/failpoint.h"
#include "config/heartbeat.h"

namespace docket::sqlite {
namespace {

constexpr std::size_t kMostOctets = 1'000'000'000;  ///< SQLite's own default limit
constexpr int kPagesAStep = 1024;                   ///< four or eight megabytes: often enough for a bar that moves
/// The bound of a WAL file kept after a checkpoint; a pinned reader may let it grow past that for a while.
constexpr const char* kJournalSizeLimit = "PRAGMA journal_size_limit = 67108864";

/// Of the connection that writes, in KiB: what one group of letters changes, and the inner pages of a large book's
/// indexes. With SQLite's own two megabytes pages go to the log several times in one transaction.
constexpr const char* kCacheSize = "PRAGMA cache_size = -32768";
/// Of a new book: octets of letters lie in fewer pages, and the log takes fewer writes, than with SQLite's own 4 KiB.
constexpr const char* kPageSize = "PRAGMA page_size = 8192";
/// The octets in the log before they are copied into the file: what is written again and again is copied once.
constexpr int kLogSize = 48'000'000;

/// What SQLite does may wait for the disk, anywhere in it.
constexpr const char* kDisk = "disk";

template <typename Work>
auto translated(Work&& work) -> decltype(work()) {
  try {
    return std::forward<Work>(work)();
  } catch (const SQLite::Exception& error) {
    throw Error(error.what(), error.getExtendedErrorCode());
  }
}

/// A connection is used by one thread at a time: SQLite need not see to that once more at every call.
const int kOneThread = SQLite::OPEN_NOMUTEX;

int open_flags(Access access) {
  switch (access) {
    case Access::create:
    case Access::copy:
      return kOneThread | SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
    case Access::write:
      return kOneThread | SQLite::OPEN_READWRITE;
    case Access::still:
      return kOneThread | SQLite::OPEN_READONLY | SQLite::OPEN_URI;
    case Access::read:
      break;
  }
  return kOneThread | SQLite::OPEN_READONLY;
}

/// As SQLite is to be told where the file is (sqlite.org/uri.html).
std::string name_of(const std::filesystem::path& file, Access access) {
  if (access != Access::still) return file.string();
  std::string uri = "file:";
  for (const char c : std::filesystem::absolute(file).string()) {
    if (c == '%' || c == '?' || c == '#') {
      uri += c == '%' ? "%25" : c == '?' ? "%3f" : "%23";
    } else {
      uri += c;
    }
  }
  return uri + "?immutable=1";
}

/// For sqlite3_progress_handler: not 0 ends the statement.
int is_over(void* end) {
  return std::chrono::steady_clock::now() >= *static_cast<std::chrono::steady_clock::time_point*>(end) ? 1 : 0;
}

/// Never null: that would be NULL.
const void* octets_of(Blob value) { return value.octets.data() == nullptr ? "" : value.octets.data(); }

int size_of(Blob value) {
  if (value.octets.size() > kMostOctets) throw Error("octets too many for one row", SQLITE_TOOBIG);
  return static_cast<int>(value.octets.size());
}

/// Whether the octets and the schema of the file are safe from SQL.
void defend(SQLite::Database& database, bool on) {
  sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, on ? 1 : 0, nullptr);
}

/// Neither the writer's accidental end nor a reader may checkpoint: SQLite 3.40 has a race there between
/// connections, and what is left in the log is read again at the next start.
void configure(SQLite::Database& database, Access access) {
  sqlite3_extended_result_codes(database.getHandle(), 1);
  sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  defend(database, true);
  if (access == Access::read || access == Access::still) {
    database.exec("PRAGMA query_only = ON");
    database.exec("PRAGMA wal_autocheckpoint = 0");
    return;
  }
  if (access == Access::copy) {
    database.exec("PRAGMA journal_mode = MEMORY");
    database.exec("PRAGMA synchronous = OFF");
    database.exec("PRAGMA secure_delete = ON");
    return;
  }
  // Both only take before the first table, and before WAL.
  if (access == Access::create) {
    database.exec(kPageSize);
    database.exec("PRAGMA auto_vacuum = INCREMENTAL");
  }
  database.exec("PRAGMA journal_mode = WAL");
  database.exec("PRAGMA synchronous = FULL");
  database.exec("PRAGMA secure_delete = ON");
  database.exec("PRAGMA foreign_keys = ON");
  database.exec(kJournalSizeLimit);
  database.exec(kCacheSize);
  const int page = database.execAndGet("PRAGMA page_size").getInt();
  database.exec("PRAGMA wal_autocheckpoint = " + std::to_string(kLogSize / page));
}

}  // namespace

Place place_of(const std::filesystem::path& file) {
  struct stat found {};
  Place place;
  if (::stat(file.c_str(), &found) == 0) place.book = found.st_ino;
  if (::stat((file.string() + "-wal").c_str(), &found) == 0) place.log = found.st_ino;
  return place;
}

struct Connection::State {
  State(const std::filesystem::path& file, Access access, std::chrono::milliseconds busy_timeout)
      : path(file), database(name_of(file, access), open_flags(access), static_cast<int>(busy_timeout.count())) {
    configure(database, access);
    place = place_of(file);
    writes = access != Access::read && access != Access::still;
  }
  std::filesystem::path path;
  SQLite::Database database;
  std::unordered_map<const char*, std::vector<std::unique_ptr<SQLite::Statement>>> idle;
  Place place;
  bool writes = false;
  std::chrono::steady_clock::time_point end;  ///< of limit_time
};

Connection::Connection(const std::filesystem::path& file, Access access, std::chrono::milliseconds busy_timeout)
    : state_(translated([&] {
        // Nobody asks how much memory SQLite takes; to count it, all connections would share a lock. Once, before any
        // is open.
        static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
        (void)uncounted;
        const Heartbeat::Waiting waiting(kDisk);
        return std::make_unique<State>(file, access, busy_timeout);
      })) {}

Connection::~Connection() = default;

void Connection::script(const std::string& sql) {
  const Heartbeat::Waiting waiting(kDisk);
  translated([&] { state_->database.exec(sql); });
}

void Connection::schema_script(const std::string& sql) {
  defend(state_->database, false);
  script(sql);  // after an error nobody uses the connection again
  defend(state_->database, true);
}

std::int64_t Connection::last_id() const { return state_->database.getLastInsertRowid(); }

int Connection::changes() const { return state_->database.getChanges(); }

void Connection::interrupt() { sqlite3_interrupt(state_->database.getHandle()); }

bool Connection::checkpoint() {
  const Heartbeat::Waiting waiting(kDisk);
  return sqlite3_wal_checkpoint_v2(state_->database.getHandle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr,
                                   nullptr) == SQLITE_OK;
}

void Connection::copy_into(Connection& copy, const std::function<void(std::size_t, std::size_t)>& progress) {
  const Heartbeat::Waiting waiting(kDisk);
  translated([&] {
    SQLite::Database& made = copy.state_->database;
    SQLite::Backup backup(made, state_->database);
    int code = SQLITE_OK;
    while ((code = backup.executeStep(kPagesAStep)) == SQLITE_OK) {
      const int total = backup.getTotalPageCount();
      progress(static_cast<std::size_t>(total - backup.getRemainingPageCount()), static_cast<std::size_t>(total));
    }
    if (code != SQLITE_DONE) throw SQLite::Exception("another program holds the file", code);
    made.exec("PRAGMA journal_mode = MEMORY");  // its first page says WAL, as the book's does
  });
}

void Connection::limit_time(std::chrono::milliseconds limit) {
  constexpr int kSteps = 1000;  // of SQLite's machine: far less than a millisecond
  state_->end = std::chrono::steady_clock::now() + limit;
  sqlite3_progress_handler(state_->database.getHandle(), kSteps, &is_over, &state_->end);
}

Place Connection::place() const { return state_->place; }

void Connection::insist_in_place() {
  const std::string file = state_->path.string();
  const Place now = place_of(file);
  if (state_->place.log == 0) state_->place.log = now.log;  // SQLite makes it when it is first needed
  if (now == state_->place) return;
  if (now.book == state_->place.book && state_->writes) checkpoint();
  throw Error(file + (now.book == state_->place.book ? "-wal" : "") + kMoved, SQLITE_READONLY_DBMOVED);
}

Query::Query(Connection& connection, const char* sql) : idle_(connection.state_->idle[sql]) {
  if (!idle_.empty()) {
    statement_ = std::move(idle_.back());
    idle_.pop_back();
    return;
  }
  statement_ = translated([&] { return std::make_unique<SQLite::Statement>(connection.state_->database, sql); });
}

Query::~Query() {
  try {
    statement_->tryReset();
    statement_->clearBindings();
    idle_.push_back(std::move(statement_));
  } catch (const std::exception&) {
    statement_.reset();  // not cached: prepared again next time
  }
}

void Query::bind(std::int64_t value) {
  translated([&] { statement_->bind(++bound_, value); });
}

void Query::bind(double value) {
  translated([&] { statement_->bind(++bound_, value); });
}

void Query::bind(std::string_view value) {
  translated([&] { statement_->bind(++bound_, std::string(value)); });
}

void Query::bind(Blob value) {
  translated([&] { statement_->bind(++bound_, octets_of(value), size_of(value)); });
}

void Query::lend(const std::string& value) {
  translated([&] { statement_->bindNoCopy(++bound_, value); });
}

void Query::lend(Blob value) {
  translated([&] { statement_->bindNoCopy(++bound_, octets_of(value), size_of(value)); });
}

void Query::bind(std::nullopt_t) {
  translated([&] { statement_->bind(++bound_); });
}

bool Query::step() {
  const Heartbeat::Waiting waiting(kDisk);
  return translated([&] { return statement_->executeStep(); });
}

bool Query::is_null(int column) const { return statement_->isColumnNull(column); }

std::int64_t Query::integer(int column) const {
  return translated([&] { return statement_->getColumn(column).getInt64(); });
}

std::string Query::text(int column) const {
  return translated([&] {
    const SQLite::Column value = statement_->getColumn(column);
    const void* octets = value.getBlob();
    const int size = value.getBytes();
    return octets == nullptr ? std::string()
                             : std::string(static_cast<const char*>(octets), static_cast<std::size_t>(size));
  });
}

std::optional<std::string> Query::maybe_text(int column) const {
  return is_null(column) ? std::nullopt : std::optional(text(column));
}

std::optional<std::int64_t> Query::maybe_integer(int column) const {
  return is_null(column) ? std::nullopt : std::optional(integer(column));
}

std::optional<double> Query::maybe_real(int column) const {
  if (is_null(column)) return std::nullopt;
  return translated([&] { return statement_->getColumn(column).getDouble(); });
}

Transaction::Transaction(Connection& connection, Kind kind) : connection_(connection) {
  if (kind == Kind::snapshot) connection_.insist_in_place();
  connection_.run(kind == Kind::write ? "BEGIN IMMEDIATE" : "BEGIN DEFERRED");
}

Transaction::~Transaction() {
  if (done_) return;
  try {
    connection_.run("ROLLBACK");
  } catch (const Error&) {
    done_ = true;  // SQLite has rolled back by itself already
  }
}

void Transaction::commit() {
  if (const int refused = failpoint("before-commit")) throw Error("refused by a test", refused);
  connection_.run("COMMIT");
  done_ = true;
  connection_.insist_in_place();
  if (const int refused = failpoint("after-commit")) throw Error("refused by a test", refused);
}

void begin_anew(Connection& connection) {
  connection.run("ROLLBACK");
  connection.run("BEGIN IMMEDIATE");
}

Savepoint::Savepoint(Connection& connection) : connection_(connection) { connection_.run("SAVEPOINT one"); }

Savepoint::~Savepoint() {
  if (done_) return;
  try {
    connection_.run("ROLLBACK TO one");
    connection_.run("RELEASE one");
  } catch (const Error&) {
    done_ = true;  // the whole transaction is gone; its owner sees that at commit
  }
}

void Savepoint::release() {
  connection_.run("RELEASE one");
  done_ = true;
}

}  // namespace docket::sqlite
