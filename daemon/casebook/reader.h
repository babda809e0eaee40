// Looking into the case book: read-only connections, for the daemon's answers and for commands without a daemon.
// Answers are JSON in the shapes that `--json` prints.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>
#include <tl/expected.hpp>

#include "config/clock.h"
#include "config/town.h"
#include "daemon/casebook/book.h"
#include "daemon/casebook/service_requests.h"

namespace docket {

struct CaseFilter {
  std::optional<int> limit;
  std::optional<std::string> status;
  std::optional<std::string> office;
};

/// A stored letter that rules have judged.
struct JudgedLetter {
  std::string inbound;  ///< public id, "i-…"
  std::string number;   ///< of its case; empty when it was ignored
  std::string outcome;  ///< case | addition | ignored
};

/// Which of them, oldest first. Letters that docket or an office wrote, bounces and receipts are never among them.
struct JudgedFilter {
  std::optional<Time> since;              ///< recorded then or later
  std::string after;                      ///< inbound id: only later ones
  std::optional<int> limit;               ///< the first so many
  std::optional<int> newest;              ///< of all these the last so many
  std::optional<std::string> set;         ///< judged under this version of the town's files, or of the rules
  std::optional<std::string> decided_by;  ///< the name of a rule, "address" or "fallback"
};

/// How often a rule matched a letter that opened a case or was ignored, joined one, or chose its acknowledgement.
struct RuleHits {
  std::int64_t matched = 0;
  std::int64_t decided = 0;
  std::int64_t not_ours = 0;  ///< how often an office said that what it decided is not theirs
  Time last{};                ///< the last letter recorded that it matched
};

/// What in the book waits for people or is late, counted.
struct BookFigures {
  std::int64_t quarantined = 0;
  std::int64_t quarantined_long = 0;  ///< for more than a day
  std::int64_t in_review_long = 0;    ///< for more than a day
  std::int64_t undelivered = 0;       ///< refused for good, or came back
  std::int64_t uncertain = 0;
  std::int64_t uncertain_left = 0;  ///< of these: waits for a person
  std::int64_t late = 0;            ///< should have gone out fifteen minutes ago
  std::int64_t deferred_long = 0;   ///< made fifteen minutes ago or earlier, tried, and still here
  std::int64_t slowed = 0;          ///< held back because too many go to one domain
  std::optional<Time> backed_up;    ///< the moment that the last backup shows
  std::optional<Time> begun;        ///< the book's first event
};

/// What there is in the book, counted for metrics and the status page; no one's details.
struct BookCounts {
  struct Open {
    std::string office;  ///< empty: in review
    std::string status;
    std::int64_t cases = 0;
  };
  std::int64_t cases = 0;
  std::int64_t letters = 0;
  std::int64_t events = 0;
  std::vector<Open> open;
  std::map<std::string, std::int64_t> overdue;  ///< by office
  std::map<std::string, std::int64_t> today;    ///< letters recorded since midnight, by outcome
  std::map<std::string, std::int64_t> outbox;   ///< by state, without those that are over
  std::optional<Time> oldest_waiting;           ///< when the oldest of them was made
  std::optional<Time> rules_since;              ///< when the set that runs was accepted
};

/// One thread at a time per object. Opens read-only, never checkpoints, holds no transaction between calls. Cases of
/// a `record_owner: member` office hide subject, from, text and the resident's address unless `member_records`.
class BookReader {
 public:
  [[nodiscard]] static tl::expected<std::unique_ptr<BookReader>, std::string> open(const std::filesystem::path& data);
  ~BookReader();
  BookReader(const BookReader&) = delete;
  BookReader& operator=(const BookReader&) = delete;

  [[nodiscard]] nlohmann::json case_list(const CaseFilter& filter, const Town& town, bool member_records);
  /// nullopt: no such case. Accepts the number with spaces, without hyphens, in lower case.
  [[nodiscard]] std::optional<nlohmann::json> case_show(const std::string& number, const Town& town,
                                                        bool member_records);
  /// As one of case_list; nullopt: no such case.
  [[nodiscard]] std::optional<nlohmann::json> case_line(const std::string& number, const Town& town,
                                                        bool member_records);
  /// Full-text over subject, text and names; the words are folded and all must occur. Like case_list.
  [[nodiscard]] nlohmann::json case_search(const std::string& words, const Town& town, bool member_records);
  /// In how many letters each of these phrases stands, word for word.
  [[nodiscard]] std::vector<long> count_phrases(const std::vector<std::string>& phrases);
  /// The stored trace of each letter of the case, with the version of the rules and the text of each rule that matched
  /// as it was then ("source"). "hidden": a member's case, which hides what was seen.
  [[nodiscard]] std::optional<nlohmann::json> case_explain(const std::string& number, const Town& town,
                                                           bool member_records);
  [[nodiscard]] nlohmann::json outbox_list(const std::optional<std::string>& state, const Town& town);
  [[nodiscard]] std::optional<nlohmann::json> outbox_show(const std::string& id, const Town& town, bool member_records);
  [[nodiscard]] nlohmann::json quarantine_list();
  /// The row, with the letter's header shown safely.
  [[nodiscard]] std::optional<nlohmann::json> quarantine_show(const std::string& id);
  [[nodiscard]] nlohmann::json ignored_list();
  [[nodiscard]] nlohmann::json ledger(const std::optional<std::string>& source, const std::optional<std::string>& day,
                                      const Calendar& calendar);
  /// {"events": N, "head": "…", "ok": true} or where it breaks.
  [[nodiscard]] nlohmann::json audit_verify();
  [[nodiscard]] nlohmann::json audit_head();
  [[nodiscard]] BookFigures figures(Time now);
  /// `midnight`: when today began in the town.
  [[nodiscard]] BookCounts counts(Time now, Time midnight, const Town& town);
  /// By inbound id.
  [[nodiscard]] std::optional<KeptInbound> inbound(const std::string& id);
  [[nodiscard]] std::optional<std::string> refused_rules();
  /// The version of saved files that wait for the clerk's word.
  [[nodiscard]] std::optional<std::string> held_rules();
  /// A case's subject as lists to staff show it: empty for a member's case and a restricted one.
  [[nodiscard]] std::string staff_subject(const std::string& number, const Town& town);
  [[nodiscard]] std::optional<TownFiles> last_accepted();

  // --- what Open311 asks; nothing of it tells a person -----------------------------------------------------------
  /// Newest first. Never a restricted case, nor one of a member's office.
  [[nodiscard]] std::vector<ServiceRequest> service_requests(const ServiceRequestFilter& filter, const Town& town);
  /// Any one, for the answer to who has just sent it. nullopt: no such case, or no Open311 request opened it.
  [[nodiscard]] std::optional<ServiceRequest> service_request(const std::string& number, const Town& town);
  /// When public cases were closed and opened again, oldest first.
  [[nodiscard]] std::vector<ServiceRequestUpdate> service_request_updates(const ServiceRequestFilter& filter,
                                                                          const Town& town);
  /// The case of an Open311 request by its inbound id, "" while it has none; nullopt: no such request.
  [[nodiscard]] std::optional<std::string> service_token(const std::string& token);
  /// When a delivery was received; nullopt: it is not in the book.
  [[nodiscard]] std::optional<Time> delivered(const std::string& source, const std::string& key);

  /// How many cases that are not closed each office has, by its id.
  [[nodiscard]] std::map<std::string, int> open_cases_by_office();

  // --- what becomes of cases -------------------------------------------------------------------------------------
  /// The question behind a signed link; nullopt: not ours, or over.
  [[nodiscard]] std::optional<Asked> asked(const std::string& token, const Keys& keys);
  /// Figures of the cases opened in [from, to) against what was promised; shape: daemon/casebook/SCHEMA.md.
  [[nodiscard]] nlohmann::json report(Time from, Time to, Time now, const Town& town, const Calendar& calendar);
  /// [{"campaign", "letters", "people", "first", "last", "gist", "cases"}], newest first; of one with its "members".
  [[nodiscard]] nlohmann::json campaigns(const Town& town);
  [[nodiscard]] std::optional<nlohmann::json> campaign(const std::string& id, const Town& town);
  /// Suggested and judged recurring issues: [{"id", "place", "topic", "words", "cases", "first", "last", "state"}].
  [[nodiscard]] nlohmann::json recurring(Time now, const Town& town);

  // --- what rules have done, and their earlier versions ----------------------------------------------------------
  [[nodiscard]] std::vector<JudgedLetter> judged(const JudgedFilter& filter);
  /// By the rule's name; `since`: of letters recorded, and cases opened, then or later.
  [[nodiscard]] std::map<std::string, RuleHits> rule_hits(std::optional<Time> since);
  /// [{"version", "at", "who", "letters"}], newest first; `letters`: judged under it.
  [[nodiscard]] nlohmann::json accepted_sets();
  /// The version that `text` begins, "sha256:" or not: of the town's files, or of rules alone. The error says that
  /// there is none, or more than one.
  [[nodiscard]] tl::expected<std::string, std::string> find_version(const std::string& text);
  /// The set by the version of its files, as it was.
  [[nodiscard]] std::optional<TownFiles> accepted_files(const std::string& version);

 private:
  struct State;
  explicit BookReader(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// Takes out of a decision's trace what in the letter made conditions match: the resident's words.
void hide_seen(nlohmann::json& trace);

}  // namespace docket
