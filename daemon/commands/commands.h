// The commands of `docket`: one file each; command_line.cc parses, these do. Every run_ answers an exit code:
// 0 done, 1 "no", 2 wrong use, 69 the daemon is needed, 70 internal, 75 try again later.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace docket {

inline constexpr int kDone = 0;
inline constexpr int kNo = 1;
inline constexpr int kWrongUse = 2;
inline constexpr int kDaemonNeeded = 69;
inline constexpr int kInternal = 70;
inline constexpr int kTryLater = 75;

/// What every command may be told.
struct Common {
  std::filesystem::path config;  ///< the configuration folder
  bool config_named = false;     ///< by -c or DOCKET_CONFIG
  bool json = false;
};

struct InitOptions {
  std::string folder;
  std::string kind;  ///< "", imap, m365, google
  bool guided = false;
  bool yes = false;                                         ///< of --guided: ask nothing
  bool no_test = false;                                     ///< of --guided
  std::map<std::string, std::vector<std::string>> answers;  ///< of --guided, by question (daemon/setup/question.h)
};
struct ReloadOptions {
  bool yes = false;
  bool saved = false;  ///< nobody is there to be asked: the clerk is told by mail
};
struct ServeOptions {
  bool validate_only = false;
  std::string log_level = "info";
};
struct CheckOptions {
  bool strict = false;
  bool variables = false;
};
struct RouteOptions {
  std::string file;
  std::vector<std::string> to;
  std::optional<std::string> from;
  std::string channel;
  std::string at;
  std::string rules;  ///< a folder with another set
};
struct RulesOptions {
  std::string action;    ///< list | test | compare | hits | history | restore
  std::string language;  ///< of list; empty: the town's
  std::string folder;    ///< of compare
  std::string since;     ///< of compare and hits
  std::string version;   ///< of restore
  bool yes = false;      ///< of restore
};
struct InjectOptions {
  std::string file;
  std::string source;
  std::vector<std::string> to;
  std::optional<std::string> from;
};
/// Words of `case`, `outbox`, `quarantine`: an action on one thing, or a list.
struct ThingOptions {
  std::string action;
  std::string id;                  ///< number or id
  std::vector<std::string> words;  ///< of a search
  std::string text;                ///< note, reason
  std::string office;
  std::string other;          ///< of link and merge: the other case
  std::string inbound;        ///< of split: the letter
  std::string day;            ///< of pause and due
  bool other_person = false;  ///< of merge
  std::string status;
  int limit = 0;
  bool sent = false;
  bool restored = false;  ///< of outbox resolve: all that wait because the book was restored
  bool member_records = false;
  std::string reason;
  bool full = false;       ///< of explain: every rule, not only those that matched
  std::string decided_by;  ///< of assign --again: a version of the rules
  std::string rule;        ///< the rule that decided
  std::string since;
  bool again = false;
  bool dry_run = false;
};
/// `case open`.
struct OpenOptions {
  std::string channel;
  std::string from;  ///< "Name <address>", an address, a telephone number, or a name
  std::string phone;
  std::string subject;
  std::string text;
  std::vector<std::string> to;
  std::string location;
  std::string language;
  std::string joins;
  bool another = false;
};
/// FILE, or a folder with a file a day.
struct BackupOptions {
  std::string file;
  std::string into;
  std::size_t keep = 14;
};
struct RestoreOptions {
  std::string file;
  std::string folder;
};
struct DoctorOptions {
  bool probe = false;
  bool strict = false;
  std::string dns;  ///< the server to ask; empty: the system's
};
struct LedgerOptions {
  std::string source;
  std::string day;
};

/// Days as 2026-11-23 in the town's time; empty: the 30 days up to today.
struct ReportOptions {
  std::string from;    ///< the first day
  std::string to;      ///< the day after the last
  std::string office;  ///< only this one's
  bool csv = false;
};

[[nodiscard]] int run_init(const Common& common, const InitOptions& options);
/// `init --guided`.
[[nodiscard]] int run_guided(const Common& common, const InitOptions& options);
[[nodiscard]] int run_check(const Common& common, const CheckOptions& options);
[[nodiscard]] int run_serve(const Common& common, const ServeOptions& options);
/// All of a start short of the lock, listening and sending; problems on standard output.
[[nodiscard]] int validate_start(const Common& common);
[[nodiscard]] int run_reload(const Common& common, const ReloadOptions& options);
[[nodiscard]] int run_doctor(const Common& common, const DoctorOptions& options);
[[nodiscard]] int run_read(const Common& common, const std::string& file);
[[nodiscard]] int run_route(const Common& common, const RouteOptions& options);
[[nodiscard]] int run_rules(const Common& common, const RulesOptions& options);
/// Words of `rules` with a file of their own.
[[nodiscard]] int compare_rules(const Common& common, const RulesOptions& options);
[[nodiscard]] int restore_rules(const Common& common, const RulesOptions& options);
[[nodiscard]] int run_inject(const Common& common, const InjectOptions& options);
[[nodiscard]] int run_case(const Common& common, const ThingOptions& options);
/// Words of `case` and `report` with a file of their own.
[[nodiscard]] int run_campaign(const Common& common, const ThingOptions& options);
[[nodiscard]] int run_report_recurring(const Common& common, const ThingOptions& options);
[[nodiscard]] int run_open(const Common& common, const OpenOptions& options);
[[nodiscard]] int run_outbox(const Common& common, const ThingOptions& options);
[[nodiscard]] int run_quarantine(const Common& common, const ThingOptions& options);
[[nodiscard]] int run_ignored(const Common& common);
[[nodiscard]] int run_ledger(const Common& common, const LedgerOptions& options);
[[nodiscard]] int run_report(const Common& common, const ReportOptions& options);
[[nodiscard]] int run_status(const Common& common, bool prometheus);
[[nodiscard]] int run_backup(const Common& common, const BackupOptions& options);
[[nodiscard]] int run_restore(const Common& common, const RestoreOptions& options);
[[nodiscard]] int run_audit(const Common& common, const std::string& action);

/// Parses and runs; the whole of main().
[[nodiscard]] int run_command_line(int argc, char** argv);

}  // namespace docket
