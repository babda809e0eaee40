// Looking into the case book: read-only connections, for the daemon's answers and for commands without a daemon.
// Answers are JSON in the shapes that `--json` prints.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>
#include <tl/expected.hpp>

#include "config/clock.h"
#include "config/town.h"
#include "daemon/casebook/book.h"

namespace docket {

struct CaseFilter {
  std::optional<int> limit;
  std::optional<std::string> status;
  std::optional<std::string> office;
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
  /// Full-text over subject, text and names; the words are folded and all must occur. Like case_list.
  [[nodiscard]] nlohmann::json case_search(const std::string& words, const Town& town, bool member_records);
  /// The stored trace of each letter of the case, with the rule-set version. A member's case hides what was seen.
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
  /// Problems of the book itself for `docket status`: quarantine or review past a day, failed, uncertain, stuck.
  [[nodiscard]] std::vector<std::string> problems(Time now);
  /// By inbound id.
  [[nodiscard]] std::optional<KeptInbound> inbound(const std::string& id);
  [[nodiscard]] std::optional<std::string> refused_rules();
  [[nodiscard]] std::optional<TownFiles> last_accepted();

 private:
  struct State;
  explicit BookReader(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace docket
