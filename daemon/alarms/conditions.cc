#include "daemon/alarms/conditions.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "config/text.h"

namespace docket {
namespace {

using std::chrono::days;
using std::chrono::minutes;

constexpr std::uintmax_t kLeastFreeSpace = std::uintmax_t{512} << 20U;
constexpr int kManyRefused = 3;
constexpr std::chrono::hours kOldestBackup{26};  ///< one a day, and room for it to be late
constexpr days kCertificateNotice{14};
constexpr days kSecretNotice{30};

class Conditions {
 public:
  Conditions(const Signs& signs, const Settings& settings) : signs_(signs), settings_(settings) {}

  std::vector<AlarmCondition> judge() {
    if (!signs_.book_trouble.empty()) add({"book", "the case book cannot be read: " + signs_.book_trouble});
    disk();
    for (const auto& source : signs_.sources) silence(source);
    for (const auto& [name, refused] : signs_.webhooks_refused) refusals(name, refused);
    for (const auto& text : signs_.tokens) add({"token", text});
    mail_out();
    if (signs_.refused_rules) {
      add({"rules", "rules on disk were refused, the last accepted ones run: " + *signs_.refused_rules});
    }
    if (signs_.book) waiting(*signs_.book);
    if (signs_.book) backup(*signs_.book);
    expiries();
    return std::move(found_);
  }

 private:
  void add(AlarmCondition condition) { found_.push_back(std::move(condition)); }

  /// Trouble shows at once; someone is told when it lasts.
  void silence(const Signs::SourceSign& source) {
    const Time last = std::max(source.health.last_success, signs_.started);
    const bool silent = signs_.now - last > source.settings->longest_silence(signs_.open_hours);
    const auto& name = source.settings->name;
    if (!source.health.trouble.empty()) {
      const std::string since = silent ? fmt::format(" (no success since {})", rfc3339(last)) : "";
      add({"source", fmt::format("source {}: {}{}", name, source.health.trouble, since), true, silent});
    } else if (silent) {
      add({"source", fmt::format("source {}: no success since {}", name, rfc3339(last))});
    }
  }

  /// A wrong key loses letters; one stray request is no reason to tell anybody.
  void refusals(const std::string& name, int refused) {
    add({"webhook",
         fmt::format("webhook {}: {} requests of the last hour were not signed with our secret", name, refused), false,
         refused >= kManyRefused});
  }

  void mail_out() {
    const auto& health = signs_.mail_out;
    const BookFigures figures = signs_.book.value_or(BookFigures{});
    if (!health.trouble.empty()) {
      const char* kind = health.slowed ? "slowed" : "mail-out";
      add({kind, "mail out: " + health.trouble, true, health.refused || health.slowed || figures.deferred_long > 0});
    }
    // A resident's own mail server may be away for days; that is no trouble of ours.
    const std::int64_t late = figures.late + (health.trouble.empty() ? 0 : figures.deferred_long);
    count("outbox", late, "should have gone out a quarter of an hour ago (docket outbox list)");
    count("slowed", figures.slowed, "acknowledgements wait for their minute: too many to one domain at once");
  }

  void waiting(const BookFigures& figures) {
    count("undelivered", figures.undelivered, "could not be delivered (docket outbox list --state failed)");
    if (figures.uncertain_left == 0) {
      count("uncertain", figures.uncertain, "may have been delivered or not; sent once more by itself", false);
    }
    count("uncertain", figures.uncertain_left, "may or may not have been delivered (docket outbox resolve)");
    if (figures.quarantined_long == 0) {
      count("quarantine", figures.quarantined, "in quarantine (docket quarantine list)", false);
    }
    count("quarantine", figures.quarantined_long, "in quarantine for more than a day (docket quarantine list)");
    if (figures.in_review_long == 0) return;
    add({"review",
         fmt::format("{} in review for more than a day (docket case list --status review)", figures.in_review_long),
         true, false});
  }

  void count(const char* kind, std::int64_t number, const char* text, bool unhealthy = true) {
    if (number > 0) add({kind, fmt::format("{} {}", number, text), unhealthy, true});
  }

  void disk() {
    if (!signs_.free_space || *signs_.free_space >= kLeastFreeSpace) return;
    add({"disk", fmt::format("{} MiB are left on the disk of {}", *signs_.free_space >> 20U, settings_.data.string())});
  }

  /// Whoever has made none yet may have another way; it is only said.
  void backup(const BookFigures& figures) {
    if (figures.backed_up) {
      if (signs_.now - *figures.backed_up <= kOldestBackup) return;
      add({"backup",
           fmt::format("the last backup is of {}, older than {} hours (docket backup FILE)",
                       rfc3339(std::chrono::floor<std::chrono::seconds>(*figures.backed_up)), kOldestBackup.count())});
    } else if (figures.begun && signs_.now - *figures.begun > days{1}) {
      add({"backup", "no backup was ever made (docket backup FILE)", false, false});
    }
  }

  void expiries() {
    const auto mail_way = std::get_if<SmtpSettings>(&settings_.mail.way);
    for (const auto& source : signs_.sources) {
      certificate("source " + source.settings->name, source.health.certificate_ends);
      if (const auto* imap = std::get_if<ImapSettings>(&source.settings->way)) {
        secret("source " + source.settings->name, imap->login);
      }
    }
    certificate("mail out", signs_.mail_out.certificate_ends);
    if (mail_way != nullptr) secret("mail out", mail_way->login);
  }

  void certificate(const std::string& whose, std::optional<Time> end) {
    if (!end || *end - signs_.now > kCertificateNotice) return;
    add({"certificate", fmt::format("{}: the server's certificate ends at {}", whose, rfc3339(*end)), false});
  }

  void secret(const std::string& whose, const Login& login) {
    if (!login.oauth2 || login.oauth2->secret_expires.empty()) return;
    const auto end = parse_rfc3339(login.oauth2->secret_expires + "T00:00:00Z");
    if (!end || *end - signs_.now > kSecretNotice) return;
    const auto& day = login.oauth2->secret_expires;
    if (*end > signs_.now) return add({"secret", fmt::format("{}: the client secret ends on {}", whose, day), false});
    add({"secret", fmt::format("{}: the client secret ended on {}: make a new one, and write its last day into "
                               "docket.yaml (secret_expires)",
                               whose, day)});
  }

  const Signs& signs_;
  const Settings& settings_;
  std::vector<AlarmCondition> found_;
};

}  // namespace

std::vector<AlarmCondition> judge_conditions(const Signs& signs, const Settings& settings) {
  return Conditions(signs, settings).judge();
}

}  // namespace docket
