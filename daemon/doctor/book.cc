#include "daemon/doctor/book.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include "config/text.h"

namespace docket::doctor {
namespace {

using std::chrono::days;
using std::chrono::hours;

constexpr const char* kRestore =
    "docket restore FILE DIR puts a backup back; keep the damaged file, much of it can be read";

/// Why nothing more can be said of it.
std::optional<Line> judge_opening(const BookInspection& book) {
  const std::string check = "case book";
  if (!book.there && book.keys) {
    return broken(check, "docket.db is gone, keys is still there: the case book is lost or in another place",
                  "put it back, or docket restore FILE DIR");
  }
  if (!book.there) return warning(check, "there is none yet", "docket serve makes it");
  if (!book.keys) {
    return broken(check, "the file keys is missing beside docket.db: docket would not know its own letters",
                  "put keys back from a backup");
  }
  if (!book.damage.empty()) return broken(check, "docket.db is damaged: " + book.damage, kRestore);
  if (!book.trouble.empty()) {
    return broken(check, "it cannot be read: " + book.trouble, "ask as root or as the owner of the data folder");
  }
  if (book.backup) {
    return broken(check, "docket.db is a backup, not the book itself", "docket restore FILE DIR makes a book of it");
  }
  if (book.schema == 0) return broken(check, "docket.db is no case book", kRestore);
  if (book.schema > book.known_schema) {
    return broken(check,
                  fmt::format("a newer docket wrote it: schema {}, this one knows {}", book.schema, book.known_schema),
                  "install that newer docket again; or docket restore the backup that was made before the upgrade");
  }
  return std::nullopt;
}

Line judge_backup(const BookInspection& book, Time now) {
  const std::string next = "docket backup FILE, every night: systemctl enable --now docket-backup.timer";
  if (!book.backed_up) {
    const bool young = book.begun && now - *book.begun <= days{1};
    if (young) return ok("backup", "none yet; the book is younger than a day", next);
    return warning("backup", "no backup was ever made that docket knows of", next);
  }
  // One a day, and room for it to be late; after three days nobody looks after them.
  const auto age = now - *book.backed_up;
  const auto text = fmt::format("the last is of {}, {} ago", rfc3339(*book.backed_up), span_words(age));
  if (age > days{3} - hours{1}) return broken("backup", text, next);
  return age > hours{26} ? warning("backup", text, next) : ok("backup", text);
}

Line judge_chain(const BookInspection& book) {
  if (!book.chain.empty()) {
    return broken("audit log", "it was changed after it was written: " + book.chain,
                  "docket audit verify; compare with a backup and with the heads you keep elsewhere");
  }
  return ok("audit log", book.events_checked == book.events
                             ? fmt::format("all {} events hold", book.events)
                             : fmt::format("the newest {} of {} events hold (docket audit verify checks all)",
                                           book.events_checked, book.events));
}

}  // namespace

Lines judge_book(const BookInspection& book, Time now) {
  if (const auto opening = judge_opening(book)) return {*opening};
  Lines lines;
  if (book.log_missing) {
    lines.push_back(broken("case book",
                           "docket.db-wal is missing, and docket did not stop cleanly: the newest letters may be in it",
                           "put it back; docket serve says what else can be done"));
  }
  if (book.schema < book.known_schema) {
    lines.push_back(warning("case book",
                            fmt::format("schema {}, this docket writes {}", book.schema, book.known_schema),
                            "the next start brings it up; docket backup FILE first"));
  }
  const auto sizes = fmt::format("{}, of that {} unused, log {}", size_words(book.size), size_words(book.unused),
                                 size_words(book.log_size));
  if (book.checked_whole) {
    lines.push_back(ok("case book", fmt::format("SQLite finds it whole; schema {}, {}", book.schema, sizes)));
  } else {
    lines.push_back(ok("case book",
                       fmt::format("nothing wrong found in the time given; schema {}, {}", book.schema, sizes),
                       "docket backup FILE checks all of it"));
  }
  constexpr std::uintmax_t kLargeLog = std::uintmax_t{256} << 20U;  // it is kept at 64 MiB while nobody holds it
  if (book.log_size > kLargeLog) {
    lines.push_back(warning("case book",
                            "its log is " + size_words(book.log_size) + ": something reads the book for long",
                            "fuser -v on docket.db shows who"));
  }
  lines.push_back(judge_chain(book));
  lines.push_back(judge_backup(book, now));
  return lines;
}

Versions versions_here() {
  const int sqlite = sqlite_version();
  const auto* curl = curl_version_info(CURLVERSION_NOW);
  return {sqlite, curl->version_num, fmt::format("{}.{}.{}", sqlite / 1000000, sqlite / 1000 % 1000, sqlite % 1000),
          curl->version};
}

Lines judge_versions(const Versions& versions) {
  Lines lines;
  const auto sqlite = known_trouble_of_sqlite(versions.sqlite);
  lines.push_back(ok("SQLite",
                     sqlite.empty() ? versions.sqlite_words : fmt::format("{}: {}", versions.sqlite_words, sqlite),
                     sqlite.empty() ? "" : "let no other program write docket.db"));
  constexpr unsigned kMended = 0x081100;  // 8.17.0
  lines.push_back(ok("libcurl", versions.curl >= kMended
                                    ? versions.curl_words
                                    : versions.curl_words +
                                          ": its own IMAP can take lines of a letter for the server's "
                                          "answers; docket only connects and logs in with it"));
  return lines;
}

}  // namespace docket::doctor
